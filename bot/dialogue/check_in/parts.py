"""The questions of the check-in, as a table, in the order in which they are asked. Data only.

How a typed answer is read is in the modules beside this one; the words are `ask.<name>` and `button.<verb>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from storage.facts import Answer, Channel, Interview, Mood

ENOUGH = "enough"
"""The verb of the button that ends the check-in for now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One question of the check-in, and the field of the Interview that its answer fills."""

    name: str
    field: str
    rows: tuple[tuple[str, ...], ...] = ()
    """Verbs of the buttons that answer it, without what every question has."""
    learn: dict[str, Any]
    """What each button fills the field with."""
    skipped: Any = Answer.SKIPPED
    important: bool = False
    """The plan for the days to come needs it."""
    free: bool = False
    """Whatever is typed is the answer, in the Person's own words."""

    @property
    def buttons(self) -> tuple[tuple[str, ...], ...]:
        """All its buttons; from the second question on, the Person may stop."""
        last = (f"{self.name}.skipped",) if self is MOOD else (f"{self.name}.skipped", ENOUGH)
        return (*self.rows, last)

    def is_answered(self, interview: Interview) -> bool:
        """Whether there is nothing left to ask."""
        if getattr(interview, self.field) is not None:
            return True
        return self is MET and bool(interview.interviewers)


MOOD = Part(
    name="mood",
    field="mood",
    rows=(("mood.great", "mood.fine", "mood.rough"), ("mood.not_held",)),
    learn={"great": Mood.GREAT, "fine": Mood.FINE, "rough": Mood.ROUGH},
    skipped=Mood.SKIPPED,
    important=True,
)
SAID = Part(
    name="said",
    field="interest_said",
    rows=(("said.yes", "said.no", "said.unsure"),),
    learn={"yes": Answer.YES, "no": Answer.NO, "unsure": Answer.UNSURE},
    important=True,
)
SHOWN = Part(
    name="shown",
    field="interest_shown",
    rows=(tuple(f"shown.{n}" for n in range(1, 6)),),
    learn={str(n): n for n in range(1, 6)},
    skipped=0,
)
NEXT_STEP = Part(name="next_step", field="next_step_answer", learn={}, free=True)
WINDOW = Part(name="window", field="window_answer", rows=(("window.no",),), learn={"no": Answer.NO}, important=True)
CHANNEL = Part(
    name="channel",
    field="channel_answer",
    rows=(("channel.email", "channel.phone"), ("channel.none",)),
    learn={"email": Channel.EMAIL, "phone": Channel.PHONE, "none": None},
    important=True,
)
MET = Part(name="met", field="met_answer", learn={}, free=True)
PROMISED = Part(
    name="promised",
    field="promise_answer",
    rows=(("promised.no", "promised.yes"),),
    learn={"no": Answer.NO, "yes": Answer.YES},
    important=True,
)
DETAIL = Part(name="detail", field="detail_answer", learn={}, free=True)
WANTED = Part(
    name="wanted",
    field="still_wanted",
    rows=(("wanted.yes", "wanted.unsure", "wanted.no"),),
    learn={"yes": Answer.YES, "unsure": Answer.UNSURE, "no": Answer.NO},
)
PARTS = (MOOD, SAID, WINDOW, CHANNEL, PROMISED, MET, DETAIL, SHOWN, NEXT_STEP, WANTED)
"""What the plan needs comes first: whoever stops after five short answers is served all the same."""
FOLLOWING = ("promise_what", "promise_due", "detail_more", "telling")
"""Questions that an answer of the check-in may lead to."""
NAMES = (*(part.name for part in PARTS), *FOLLOWING)


def first_open(interview: Interview) -> Part | None:
    """The first question about this Interview that has no answer."""
    return next((part for part in PARTS if not part.is_answered(interview)), None)


def answered(interview: Interview) -> int:
    """How many of the questions have an answer."""
    return sum(part.is_answered(interview) for part in PARTS)


def is_complete(interview: Interview) -> bool:
    """Whether all that the plan needs is answered."""
    return all(part.is_answered(interview) for part in PARTS if part.important)
