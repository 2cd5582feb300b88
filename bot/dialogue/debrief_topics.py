"""The questions of the debrief, as a table, in their order: the good part first. Data, and which of them are open.

How an answer is kept is in `bot.dialogue.debrief`; the words are `ask.debrief_<kind>` and `button.<verb>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.facts import Answer, Interview, Known, NoteKind

END = "end.debrief"
"""The verb of the button that ends it."""
MOST_LINES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One question of the debrief, and the kind of Note that its answer becomes."""

    kind: NoteKind
    most: int = 1
    """Each line becomes a Note of its own, so many at most."""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        """Its name among all questions."""
        return f"debrief_{self.kind}"

    @property
    def buttons(self) -> tuple[tuple[str, ...], ...]:
        """All its buttons."""
        return (*self.rows, (f"pass.{self.kind}", END))


TOPICS = (
    Topic(kind=NoteKind.WELL, most=3),
    Topic(kind=NoteKind.BADLY, most=3),
    Topic(kind=NoteKind.UNPREPARED, most=MOST_LINES),
    Topic(kind=NoteKind.EXAMPLE),
    Topic(kind=NoteKind.LENGTH, rows=(("answers.too_long", "answers.too_short"), ("answers.right",))),
    Topic(kind=NoteKind.REACTION),
    Topic(kind=NoteKind.CV),
    Topic(kind=NoteKind.IDEA),
)
NAMES = tuple(topic.name for topic in TOPICS)


# Which question is open


def open_for(topic: Topic, known: Known, _now: datetime) -> int | None:
    """The Interview this topic is open about: only while the Person is in its debrief."""
    interview = next((i for i in known.interviews if i.id == known.person.asking_about), None)
    if interview is None or known.person.asking not in NAMES or interview.debrief is not Answer.YES:
        return None
    return None if is_answered(topic, known, interview) else interview.id


def is_answered(topic: Topic, known: Known, interview: Interview) -> bool:
    """Whether it was answered or skipped."""
    noted = any(note.interview_id == interview.id and note.kind is topic.kind for note in known.notes)
    return noted or topic.kind in interview.passed_over


def still_open(known: Known, interview: Interview) -> list[Topic]:
    """Those without an answer, in their order."""
    return [topic for topic in TOPICS if not is_answered(topic, known, interview)]
