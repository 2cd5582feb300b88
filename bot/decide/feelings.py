"""Worry, joy, anger: first one human sentence that fits the case, another one each time; then what is true.

Beside facts it is the sentence alone: the lines about the facts say the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.coaching.elsewhere import has_offered
from bot.coaching.letters import last_over
from bot.coaching.looking_back import is_reproach
from bot.coaching.standing import next_ahead, standing
from bot.coaching.verdicts import may_ask_now, opens_on, verdict_on
from bot.decide import bright_side
from bot.decide.beside import is_alone, is_answered_elsewhere, says
from bot.decide.buttons import show_press
from bot.decide.meant import clear
from bot.decide.open_points import is_left
from bot.decide.question import pose
from bot.hear.act import Act
from bot.learn.ledger import Ledger, Part
from bot.words.named import Presses, Text, Value, lines, text
from scheduler import nudges
from scheduler.policy import Answer, Kind
from storage.facts import EventType, Mood, NoteKind, Opportunity

WORRIES, WAYS, STEPS = 5, 3, 5
"""Sentences for each case of worry, for anger and joy, and useful steps: odd numbers, because the message after an
answer is two further on."""
NIGHT_FROM, NIGHT_UNTIL = 22, 6
JUST_OVER = timedelta(hours=36)
FRESH_NO = timedelta(days=7)
DECIDED = ("accepted", "declined", "withdrew", "offer")
"""News after which nobody is only waiting."""
BAD_NOTES = (NoteKind.BADLY, NoteKind.UNPREPARED)
BAD_NEWS = ("rejected", "position_gone")
GOOD_NEWS = ("offer", "accepted", "invited", "reopened", "heard")
"""News whose own line is a human sentence already."""
ORDERS = ("ask_draft", "change_draft", "check_text")
"""What is wished for a letter: "put in that I was thrilled by the plant" is no joy at anything here."""
SAID = frozenset({"worry", "joy", "anger"})


# Worry


def worry(ledger: Ledger, act: Act) -> None:
    """A kind sentence first; then what is true: the day that I hold, or that nothing is due."""
    opportunity = clear(ledger, act)
    case = case_of(ledger, opportunity)
    if not _is_met_already(ledger) or is_left(ledger):
        _first(ledger, f"worry.{_said_of(ledger, act, case)}.{_way(ledger, WORRIES)}")
    bright_side.count(ledger, act.span)
    if is_alone(ledger, act) and not is_answered_elsewhere(ledger):
        said, presses = _what_is_true(ledger, opportunity, case)
        ledger.tell(said, presses)
    _ask_what_went_well(ledger)


def _is_met_already(ledger: Ledger) -> bool:
    """Whether the line about a no says a kind word; about one that was known before it only says so."""
    was_known = any(event.type is EventType.REJECTED for event in ledger.before.events)
    return says(ledger, *BAD_NEWS) and not was_known


def _ask_what_went_well(ledger: Ledger) -> None:
    """After the third self-reproach (advice 34)."""
    row = bright_side.QUESTION.open(ledger.known, ledger.now)
    if row is not None:
        pose(ledger, bright_side.QUESTION, row)


def case_of(ledger: Ledger, opportunity: Opportunity | None) -> str:
    """What the worry is most likely about, from what is known."""
    if not ledger.known.opportunities:
        return "stranger"
    if not says(ledger, *BAD_NEWS) and _tells_of_one_ahead(ledger):
        return "before"
    if says(ledger, *BAD_NEWS) or _has_fresh_no(ledger, opportunity):
        return "no"
    if _is_night(ledger):
        return "night"
    ours = [opportunity] if opportunity is not None else list(ledger.open_opportunities)
    over = [i for o in ours if (i := last_over(ledger.known, o, ledger.now)) is not None]
    if any(ledger.now - interview.end <= JUST_OVER for interview in over):
        return "over"
    if any(next_ahead(ledger.known, o, ledger.now) for o in ours):
        return "before"
    return "wait" if any(not nudges.has_ended(ledger.known, o) for o in ours) else "plain"


def _tells_of_one_ahead(ledger: Ledger) -> bool:
    """Whether this message tells of a talk to come: the fear is of that one."""
    old = {interview.id for interview in ledger.before.interviews}
    return any(one.id not in old and one.start > ledger.now and not one.cancelled for one in ledger.known.interviews)


def _is_night(ledger: Ledger) -> bool:
    """Whether it surely is: by a clock that the Person has confirmed, or on which all live who write so."""
    is_sure = ledger.person.zone_confirmed or len(nudges.possible_zones(ledger.person)) == 1
    return is_sure and (ledger.here.hour >= NIGHT_FROM or ledger.here.hour < NIGHT_UNTIL)


def _said_of(ledger: Ledger, act: Act, case: str) -> str:
    """The case that the sentence may speak of: not of a bad talk, nor of waiting, where nobody told of either."""
    if case == "over" and not _went_badly(ledger, act):
        return "plain"
    return "plain" if case == "wait" and (says(ledger, *DECIDED) or _owes_an_answer(ledger, act)) else case


def _owes_an_answer(ledger: Ledger, act: Act) -> bool:
    """Whether it is the Person who has to answer: then nobody is waiting for the others."""
    opportunity = clear(ledger, act)
    return opportunity is not None and verdict_on(ledger.known, opportunity, ledger.now).verdict is Answer.REPLY_NOW


def _went_badly(ledger: Ledger, act: Act) -> bool:
    """Whether the Person has said so: of the talk that is just over, or in this message."""
    told = any(other.get("mood") == Mood.ROUGH or other.get("kind") in BAD_NOTES for other in ledger.acts)
    over = [i for i in ledger.known.interviews if timedelta() <= ledger.now - i.end <= JUST_OVER]
    return told or is_reproach(act.span) or any(interview.mood is Mood.ROUGH for interview in over)


def _has_fresh_no(ledger: Ledger, opportunity: Opportunity | None) -> bool:
    noes = [e for e in ledger.known.events if e.type is EventType.REJECTED and ledger.now - e.at <= FRESH_NO]
    about = opportunity.id if opportunity is not None else None
    return any(about in (None, event.opportunity_id) for event in noes)


def _first(ledger: Ledger, key: str) -> None:
    """Before everything else, one human sentence, and only one a turn."""
    if not any(isinstance(part.text, Text) and part.text.key.split(".")[0] in SAID for part in ledger.reply.first):
        ledger.reply.first.append(Part(text(key)))


def _what_is_true(ledger: Ledger, opportunity: Opportunity | None, case: str) -> tuple[Value, Presses]:
    match case:
        case "stranger":
            return text("worry.tell"), ()
        case "no" | "plain":
            return text("worry.nothing_today"), ()
        case _ if opportunity is None:
            return text("worry.dates_held"), ()
        case "over" if verdict_on(ledger.known, opportunity, ledger.now).kind is Kind.THANK_YOU:
            press = show_press(ledger.known, opportunity, "thank_you")
            return text("worry.thank_you"), ((press,),)
        case _:
            return _wait(ledger, opportunity, case)


def _wait(ledger: Ledger, opportunity: Opportunity, case: str) -> tuple[Value, Presses]:
    """The day that is held, with something useful to do by day; the draft, when the question may go now."""
    verdict = verdict_on(ledger.known, opportunity, ledger.now)
    if may_ask_now(verdict):
        name = "second_follow_up" if verdict.count[0] else "follow_up"
        press = show_press(ledger.known, opportunity, name)
        return text("worry.now", employer=opportunity.employer), ((press,),)
    opens = opens_on(ledger.known, opportunity, ledger.now)
    if opens is None or verdict.verdict is not Answer.HOLD or verdict.kind is not Kind.FOLLOW_UP:
        return standing(ledger.known, opportunity, ledger.now), ()
    held = text("worry.held", employer=opportunity.employer, opens=opens)
    return (held if case == "night" else lines([held, useful_step(ledger)], " ")), ()


def useful_step(ledger: Ledger) -> Text:
    """What can be done today instead of writing to them: another one each time somebody worries."""
    return text(f"step.{_way(ledger, STEPS)}")


# Anger and joy


def anger(ledger: Ledger, act: Act) -> None:
    """They may be angry; and nothing goes out today."""
    if not says(ledger, "worry"):
        _first(ledger, f"anger.{_way(ledger, WAYS)}")
    if not is_alone(ledger, act) or says(ledger, "worry"):
        return
    opportunity = clear(ledger, act)
    opens = opens_on(ledger.known, opportunity, ledger.now) if opportunity is not None else None
    if opportunity is None or opens is None:
        ledger.answer("anger.nothing_today")
    else:
        ledger.answer("anger.held", employer=opportunity.employer, opens=opens)


def joy(ledger: Ledger, act: Act) -> None:
    """Be glad with them, unless a fear is told as well; beside an offer, with a word to go on until it is on paper."""
    if says(ledger, "worry", "anger", *ORDERS):
        return
    if not says(ledger, *GOOD_NEWS):
        _first(ledger, f"joy.{_way(ledger, WAYS)}")
    waiting = [o for o in ledger.open_opportunities if opens_on(ledger.known, o, ledger.now) is not None]
    if is_alone(ledger, act) and waiting and any(has_offered(ledger.known, o) for o in ledger.open_opportunities):
        ledger.answer("joy.keep_on")


def _way(ledger: Ledger, ways: int) -> int:
    """Another one for the next message."""
    return (ledger.incoming.message_id or 0) % ways + 1


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"worry": worry, "anger": anger, "joy": joy}
