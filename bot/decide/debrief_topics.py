"""What a debrief asks, as a table, in its order: the good part first. Data, and what of it is still open.

How an answer is kept is in `bot.decide.debrief`; the words are `ask.<name>` and `button.<verb>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.decide.checklist import ASIDE
from bot.decide.notes import notes_of
from bot.hear.scene import Expected
from scheduler import nudges
from storage.facts import Answer, Interview, Known, NoteKind

END = "end.debrief"
"""The verb of the button that ends it."""
RUNNING = "debrief"
"""Among what was passed over: the Person is in the debrief of this Interview."""
MORE = "detail_more"
MOST_LINES = 10
LAPSES = timedelta(hours=1)
"""After so long a silence the Person is not in it any more."""
DECIDED = (Answer.YES, Answer.NO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One question of the debrief."""

    name: str
    """Its name among all questions."""
    key: str
    """What stands for it among those that were passed over."""
    kind: NoteKind | None = None
    """The kind of Note that its answer becomes."""
    most: int = 1
    """Each line becomes a Note of its own, so many at most."""
    expects: Expected = Expected.WORDS
    rows: tuple[tuple[str, ...], ...] = ()
    field: str = ""
    """The field of the Interview that its answer fills too."""
    skipped: Any = None
    """What fills that field when it is skipped."""
    only_pursued: bool = False
    """Asked only while the Opportunity has not ended."""

    @property
    def skip(self) -> str:
        """The verb of the button that passes it over."""
        return f"pass.{self.key}" if self.name != self.key else f"{self.name}.skipped"


def _noted(kind: NoteKind, *, most: int = 1, rows: tuple[tuple[str, ...], ...] = ()) -> Topic:
    return Topic(name=f"debrief_{kind}", key=kind.value, kind=kind, most=most, rows=rows)


WELL = _noted(NoteKind.WELL, most=3)
MET = Topic(name="met", key="met", expects=Expected.NAMES, field="met_answer", skipped=Answer.SKIPPED)
DETAIL = Topic(name="detail", key="detail", kind=NoteKind.DETAIL, field="detail_answer", skipped=Answer.SKIPPED)
SHOWN = Topic(
    name="shown",
    key="shown",
    expects=Expected.NUMBER,
    rows=(tuple(f"shown.{n}" for n in range(1, 6)),),
    field="interest_shown",
    skipped=0,
)
NEXT_STEP = Topic(
    name="next_step",
    key="next_step",
    kind=NoteKind.NEXT_STEP,
    field="next_step_answer",
    skipped=Answer.SKIPPED,
    only_pursued=True,
)
CHANNEL = Topic(
    name="channel",
    key="channel",
    expects=Expected.CHANNEL,
    rows=(("channel.email", "channel.phone"), ("channel.none",)),
    field="channel_answer",
    skipped=Answer.SKIPPED,
    only_pursued=True,
)
WANTED = Topic(
    name="wanted",
    key="wanted",
    expects=Expected.YES_NO,
    rows=(("wanted.yes", "wanted.unsure", "wanted.no"),),
    field="still_wanted",
    skipped=Answer.SKIPPED,
    only_pursued=True,
)
IDEA = _noted(NoteKind.IDEA)
TOPICS = (
    WELL,
    MET,
    DETAIL,
    _noted(NoteKind.BADLY, most=3),
    _noted(NoteKind.UNPREPARED, most=MOST_LINES),
    _noted(NoteKind.EXAMPLE),
    _noted(NoteKind.LENGTH, rows=(("answers.too_long", "answers.too_short"), ("answers.right",))),
    _noted(NoteKind.REACTION),
    SHOWN,
    NEXT_STEP,
    CHANNEL,
    _noted(NoteKind.CV),
    WANTED,
    IDEA,
)
BY_NAME = {topic.name: topic for topic in TOPICS}
NAMES = (*BY_NAME, MORE)
KEYS = frozenset((*(topic.key for topic in TOPICS), MORE))


# Which of them are open


def is_running(known: Known, interview: Interview, now: datetime) -> bool:
    """Whether the Person is in this debrief: it was begun, and not left for something else or in silence."""
    if interview.debrief is not Answer.YES or RUNNING not in interview.passed_over:
        return False
    aside = any(f"{ASIDE}{name}" in interview.passed_over for name in NAMES)
    return not aside and not is_silent(known, now)


def is_silent(known: Known, now: datetime) -> bool:
    """Whether the Person has said nothing for so long that they have left whatever they were looking back on."""
    return known.person.heard_at is not None and now - known.person.heard_at > LAPSES


def is_left(known: Known, row: int | None, now: datetime) -> bool:
    """Whether the question about this Interview was one of a debrief that the Person has left."""
    begun = any(one.id == row and RUNNING in one.passed_over for one in known.interviews)
    return begun and is_silent(known, now)


def running(known: Known, now: datetime) -> Interview | None:
    """The Interview whose debrief the Person is in."""
    begun = (interview for interview in known.interviews if interview.debrief is Answer.YES)
    return next((interview for interview in begun if is_running(known, interview, now)), None)


def open_for(topic: Topic, known: Known, now: datetime) -> int | None:
    """The Interview this topic is open about: only while the Person is in its debrief."""
    interview = running(known, now)
    return interview.id if interview is not None and is_open(topic, known, interview) else None


def more_open(known: Known, now: datetime) -> int | None:
    """The Interview of whose people one has said something, and another one nothing yet."""
    interview = running(known, now)
    if interview is None or {MORE, f"{ASIDE}{MORE}"} & set(interview.passed_over):
        return None
    return interview.id if unnoted(known, interview) is not None else None


def nothing_left(known: Known, now: datetime) -> int | None:
    """The Interview whose debrief has come to its end."""
    interview = running(known, now)
    is_over = interview is not None and not any(still_open(known, interview)) and more_open(known, now) is None
    return interview.id if interview is not None and is_over else None


def still_open(known: Known, interview: Interview) -> Iterator[Topic]:
    """Those without an answer, in their order."""
    return (topic for topic in TOPICS if is_open(topic, known, interview))


def is_open(topic: Topic, known: Known, interview: Interview) -> bool:
    """Whether there is something to ask."""
    if is_answered(topic, known, interview) or (topic is IDEA and interview.still_wanted is Answer.NO):
        return False
    return not topic.only_pursued or _is_pursued(known, interview)


def is_answered(topic: Topic, known: Known, interview: Interview) -> bool:
    """Whether it was answered, skipped, or put aside in this debrief."""
    if topic.key in interview.passed_over or f"{ASIDE}{topic.name}" in interview.passed_over:
        return True
    if topic is MET and interview.interviewers:
        return True
    if topic is WANTED:
        return interview.still_wanted in DECIDED
    noted = topic.kind is not None and bool(notes_of(known, interview, topic.kind))
    return noted or (bool(topic.field) and getattr(interview, topic.field) is not None)


def _is_pursued(known: Known, interview: Interview) -> bool:
    ours = (o for o in known.opportunities if o.id == interview.opportunity_id)
    return any(o.closed_at is None and not nudges.has_ended(known, o) for o in ours)


def unnoted(known: Known, interview: Interview) -> str | None:
    """The first of several who were there of whom nothing is noted, when something is of another one."""
    noted = {note.about for note in notes_of(known, interview, NoteKind.DETAIL)}
    if not noted & set(interview.interviewers):
        return None
    return next((name for name in interview.interviewers if name not in noted), None)
