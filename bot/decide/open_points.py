"""What was said and could not be placed: it waits, is asked about with buttons, and is never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.coaching.standing import standing
from bot.decide import lessons
from bot.decide.checklist import ASIDE
from bot.decide.question import Question, pose
from bot.hear.act import Act, By, Doubt
from bot.hear.scene import Expected
from bot.learn.called import has_no_name, is_unnamed, named
from bot.learn.ledger import Ledger, Stale
from bot.learn.lines import shown
from bot.learn.waiting_acts import as_json, from_json
from bot.words.named import Press, Presses, Text, text
from storage.facts import Known, OpenKind, OpenPoint, Opportunity

SEVERAL = 2
MOST_BUTTONS = 8
LIVES = timedelta(days=14)
"""So long a point is shown; what waits longer is no longer news."""
FEW_MORE = 4
"""Whoever has said so few words more knows which ones are meant."""
_SAME = {"window_moved": "window"}


def waiting(known: Known, kind: OpenKind) -> OpenPoint | None:
    """The newest point of a kind."""
    return next((point for point in reversed(known.open_points) if point.kind is kind), None)


# Doubts


def doubt(ledger: Ledger, doubt: Doubt, said: str) -> None:
    """An act with several readings waits for the Person's choice, with the words that bear it and whom it is about."""
    meant = ledger.find(Opportunity, ledger.meant)
    about = {"about": meant.employer} if meant is not None and not is_unnamed(meant) else {}
    readings = [replace(act, slots={**about, **act.slots}) for act in doubt.readings]
    ledger.leave_open(OpenKind.READING, doubt.readings[0].span or said, as_json(readings))


def _ask_reading(ledger: Ledger, row: int) -> None:
    point = ledger.found(OpenPoint, row)
    readings = from_json(point.acts)
    presses = tuple((Press("reading", row, index, label_of(act)),) for index, act in enumerate(readings[:MOST_BUTTONS]))
    is_all = len(ledger.incoming.text.split()) - len(point.text.split()) < FEW_MORE
    ledger.pose("ask.reading" if is_all else "ask.reading.of", presses, said=shown(point.text))


def settle(ledger: Ledger) -> None:
    """What was read in several ways is clear once it is told anew: the choice waits no more."""
    told, spoken_of = {_SAME.get(act.name, act.name) for act in ledger.acts}, ledger.find(Opportunity, ledger.meant)
    settled = [
        point.id
        for point in ledger.known.open_points
        if point.kind is OpenKind.READING and point.at < ledger.now and _is_told(point, told, spoken_of)
    ]
    if settled:
        ledger.remove(OpenPoint, *settled)


def _is_told(point: OpenPoint, told: set[str], spoken_of: Opportunity | None) -> bool:
    act = from_json(point.acts)[0]
    about = act.get("about")
    is_same = about is None or (spoken_of is not None and spoken_of.employer.casefold() == str(about).casefold())
    return is_same and _SAME.get(act.name, act.name) in told


def label_of(act: Act) -> Text:
    """How a reading is shown on its button: by what makes it another one."""
    for slot in ("latest", "start", "day", "due", "deadline", "until", "earliest"):
        value = act.get(slot)
        if value is not None:
            key = "reading.from" if slot == "earliest" else "reading.day"
            return text(key, day=value)
    if act.has("elsewhere"):
        return text("reading.elsewhere")
    return text(f"reading.{act.name}", about=str(act.get("about", "")))


def chosen(ledger: Ledger, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """The acts of a message typed to a choice, with the reading that it names by its day: "December 3rd, not March"."""
    point = ledger.find(OpenPoint, ledger.before.person.asking_about)
    if point is None or ledger.before.person.asking != READING.name:
        return acts
    readings = from_json(point.acts)
    named_days = set().union(*map(_days_of, acts))
    fitting = [at for at, one in enumerate(readings) if named_days & _days_of(one)]
    said = [act for act in acts if act.name not in BESIDE_A_CHOICE]
    if len(fitting) != 1 or any(act.name not in TIMED for act in said):
        return acts
    return (Act("reading", row=point.id, version=fitting[0], span=acts[0].span, by=By.CHOSEN),)


BESIDE_A_CHOICE = frozenset({"correct", "no", "yes", "cancel", "unclear"})
TIMED = frozenset({"interview", "interview_moved", "window", "window_moved", "day", "may_ask_from", "offer"})
"""Acts that a bare day may be heard as."""


def _days_of(act: Act) -> set[date]:
    values = [act.get(slot) for slot in ("latest", "start", "day", "due", "deadline", "until", "earliest")]
    return {value.date() if isinstance(value, datetime) else value for value in values if isinstance(value, date)}


def reading(ledger: Ledger, act: Act) -> None:
    """The reading that was meant."""
    point = ledger.found(OpenPoint, act.row)
    readings = from_json(point.acts)
    if not act.version < len(readings):
        raise Stale
    ledger.remove(OpenPoint, point.id)
    ledger.drop_question()
    lessons.chosen(ledger, point.text, readings, act.version)
    if act.verb:
        ledger.rewrite(text("marked.plain", answer=label_of(readings[act.version])))
    ledger.queue.append(readings[act.version])


# Which employer


def _ask_which(ledger: Ledger, row: int) -> None:
    named_ones = [o for o in ledger.open_opportunities if not is_unnamed(o)][-MOST_BUTTONS:]
    presses: Presses = tuple((Press("which", o.id, row, o.employer[:40]),) for o in named_ones)
    if not presses:
        return ledger.pose("ask.which_new")
    return ledger.pose("ask.which", (*presses, (Press("which.new", 0, row),)))


def which(ledger: Ledger, act: Act) -> None:
    """The employer that was meant: pressed, or typed."""
    pressed = act.by is By.BUTTON
    point = ledger.find(OpenPoint, act.version if pressed else ledger.before.person.asking_about)
    if point is None and not pressed:
        point = waiting(ledger.known, OpenKind.WHICH)
    if point is None or point.kind is not OpenKind.WHICH:
        return _name_alone(ledger, act)
    if act.get("new") or act.get("none"):
        return pose(ledger, NEW_ONE, point.id)
    opportunity = ledger.found(Opportunity, act.row) if pressed else named(ledger, str(act.get("about")))
    name = opportunity.employer if opportunity else str(act.get("about"))
    ledger.remove(OpenPoint, point.id)
    ledger.drop_question()
    if act.verb:
        ledger.rewrite(text("marked.plain", answer=name))
    ledger.queue.extend(waiting_act.with_slots(about=name) for waiting_act in from_json(point.acts))
    return None


def _name_alone(ledger: Ledger, act: Act) -> None:
    """A name that nothing waits for: where a known one stands; else that of the one that had none, or a new one."""
    if act.by is By.BUTTON or not act.get("about"):
        raise Stale
    known = named(ledger, str(act.get("about")))
    if known is None:
        return _new_name(ledger, act)
    ledger.speak_of(known)
    return ledger.tell(standing(ledger.known, known, ledger.now))


def _new_name(ledger: Ledger, act: Act) -> None:
    nameless = [o for o in ledger.open_opportunities if has_no_name(o)]
    row = nameless[-1].id if nameless else 0
    name = "employer" if nameless else "interview"
    ledger.queue.append(Act(name, {"about": act.get("about")}, span=act.span, by=By.BARE, row=row))


def _asks_for_name(known: Known, _now: object) -> int | None:
    """The one that has no name yet; asked once, then it waits until the name is told or a draft needs it."""
    nameless = [o for o in known.opportunities if o.closed_at is None and is_unnamed(o)]
    asked = known.interviews if nameless else ()
    aside = {i.opportunity_id for i in asked if f"{ASIDE}{EMPLOYER.name}" in i.passed_over}
    return next((o.id for o in nameless if o.id not in aside), None)


WHICH = Question(name="which", expects=Expected.EMPLOYER, answered_by=frozenset({"which"}), say=_ask_which)
NEW_ONE = Question(name="which_new", expects=Expected.EMPLOYER, answered_by=frozenset({"which"}))
READING = Question(name="reading", expects=Expected.WINDOW, answered_by=frozenset({"reading"}), say=_ask_reading)
EMPLOYER = Question(
    name="employer", open=_asks_for_name, expects=Expected.EMPLOYER, answered_by=frozenset({"which", "employer"})
)
QUESTIONS = (WHICH, NEW_ONE, READING, EMPLOYER)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {"reading": reading, "which": which}


def is_left(ledger: Ledger) -> bool:
    """Whether this message has left something open that has to be placed."""
    kinds = (OpenKind.READING, OpenKind.WHICH)
    return any(point.kind in kinds and not point.asked and point.at == ledger.now for point in ledger.known.open_points)


def ask(ledger: Ledger) -> bool:
    """Ask about what this message has left open. False: it has left nothing."""
    for question, kind in ((READING, OpenKind.READING), (WHICH, OpenKind.WHICH)):
        point = waiting(ledger.known, kind)
        if point is not None and not point.asked and point.at == ledger.now:
            ledger.change(point, asked=True)
            pose(ledger, question, point.id)
            return True
    return False
