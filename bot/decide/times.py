"""When a talk is or was, and corrections of what is known of it: asked only when it matters, and never insisted on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.decide.checklist import ASIDE
from bot.decide.question import Question, pose
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger, Stale
from storage.facts import Event, Interview, Known, Opportunity
from storage.grouping import pursued


def _coming_without_time(known: Known, now: datetime) -> int | None:
    """The next talk ahead whose clock time nobody has said."""
    ahead = [i for i in pursued(known) if i.end > now and not i.start_known and not i.cancelled]
    return min((i.id for i in ahead if f"{ASIDE}start" not in i.passed_over), default=None)


def _over_without_day(known: Known, now: datetime) -> int | None:
    over = [i for i in pursued(known) if i.end <= now and not i.day_known and not i.cancelled]
    return max((i.id for i in over if f"{ASIDE}past_day" not in i.passed_over), default=None)


def _without_talk(known: Known, _now: datetime) -> int | None:
    """An employer with whom a talk was announced, and nothing more: the one spoken of now."""
    topic = known.person.topic
    met = any(i.opportunity_id == topic for i in known.interviews) or any(
        e.opportunity_id == topic for e in known.events
    )
    open_ones = (o.id for o in known.opportunities if o.id == topic and o.closed_at is None and not o.role_asked)
    return None if met else next(open_ones, None)


def _ask_start(ledger: Ledger, row: int) -> None:
    interview = ledger.found(Interview, row)
    employer = ledger.opportunity_of(interview).employer
    if interview.day_known:
        ledger.pose("ask.start.time_of", employer=employer, day=interview.start.astimezone(ledger.zone).date())
    else:
        ledger.pose("ask.start.day_of", employer=employer)


def _ask_first_start(ledger: Ledger, row: int) -> None:
    ledger.pose("ask.start.of", employer=ledger.found(Opportunity, row).employer)


def _skips_start(ledger: Ledger, act: Act) -> Act | None:
    person = ledger.before.person
    slots = {"asked": person.asking or "start"}
    return Act("skip", slots, by=By.BARE, row=person.asking_about or 0) if act.name in ("skip", "no") else None


# Corrections by button: what is right instead?

FIELDS = {
    "start": "new_start",
    "length": "new_length",
    "employer": "new_employer",
    "role": "new_role",
    "window": "new_window",
    "date": "new_date",
    "telling": "new_telling",
}


def edit(ledger: Ledger, act: Act) -> None:
    """Ask for the right value."""
    question = BY_NAME[FIELDS[str(act.get("field"))]]
    if ledger.find(Interview, act.row) is None and ledger.find(Event, act.row) is None:
        raise Stale
    pose(ledger, question, act.row)


def _corrects(name: str) -> Callable[[Ledger, Act], Act | None]:
    """A bare answer is the new name."""

    def means(ledger: Ledger, act: Act) -> Act | None:
        row = ledger.before.person.asking_about or 0
        value = act.get("about") or act.get("role") or act.get("text")
        slot = "about" if name == "employer" else "role"
        return Act(name, {slot: value}, by=By.BARE, row=row) if value else None

    return means


COMING = (
    Question(
        name="start",
        open=_coming_without_time,
        expects=Expected.START,
        answered_by=frozenset({"interview", "interview_moved", "skip"}),
        means=_skips_start,
        say=_ask_start,
    ),
    Question(
        name="first_start",
        open=_without_talk,
        expects=Expected.START,
        answered_by=frozenset({"interview", "interview_moved", "skip"}),
        say=_ask_first_start,
    ),
)
OVER = (
    Question(
        name="past_day",
        open=_over_without_day,
        expects=Expected.START,
        answered_by=frozenset({"interview", "skip"}),
        means=_skips_start,
        say=_ask_start,
    ),
)
CORRECTING = (
    Question(name="new_start", expects=Expected.START, answered_by=frozenset({"interview", "interview_moved"})),
    Question(name="new_length", expects=Expected.LENGTH, answered_by=frozenset({"interview"})),
    Question(
        name="new_employer",
        expects=Expected.EMPLOYER,
        answered_by=frozenset({"employer"}),
        means=_corrects("employer"),
    ),
    Question(
        name="new_role", expects=Expected.ROLE, answered_by=frozenset({"interview"}), means=_corrects("interview")
    ),
    Question(name="new_window", expects=Expected.WINDOW, answered_by=frozenset({"window"})),
    Question(name="new_date", expects=Expected.WINDOW, answered_by=frozenset({"window_moved", "window"})),
    Question(name="new_telling", expects=Expected.WINDOW, answered_by=frozenset({"window", "felt", "channel"})),
)
BY_NAME = {question.name: question for question in CORRECTING}
ACTS: dict[str, Callable[[Ledger, Act], None]] = {"edit": edit}
