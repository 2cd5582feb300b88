"""By when they answer: what was said at the talk, put right when it is told again, and a new date from them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bot.hear.act import Act, By
from bot.learn.events import happened, newest, taken_up_again
from bot.learn.ledger import Ledger
from bot.learn.lines import keep, stands
from bot.learn.plan import day_of, may_ask_now, opens_on, placed
from bot.learn.pressed import about, also, is_pointed, talk
from bot.learn.talks import is_correcting
from bot.learn.which import interview_for
from scheduler.policy.case import COMPETING_OFFER
from scheduler.policy.open_date import SETS_A_DATE
from storage.facts import Answer, Event, EventType, Interview, Opportunity

LONGEST_WORDS = 200
A_WEEK = timedelta(days=7)
"""From a first day that is named alone to the end of the week that is meant by it."""
RIGHT_DAY = "new_window"
"""The question that is open when a day cannot be right."""
NEWS = ("heard", "asked_to_wait", "scheduling", "paused")
"""Acts beside which a day that they name is a new one."""
Days = tuple[date | None, date | None]
"""Earliest and latest."""


def window(ledger: Ledger, act: Act) -> None:
    """What they said about when they answer."""
    event = ledger.find(Event, act.row) if is_pointed(act) else None
    if event is not None:
        return window_moved(ledger, act)
    if any(other.name == "window_moved" and _days(other) == _days(act) for other in ledger.acts):
        return None
    interview = _talk(ledger, act)
    if interview is None:
        return None
    opportunity = ledger.opportunity_of(interview)
    days = _days(act)
    if act.get("none"):
        return _named_none(ledger, opportunity, interview, act)
    if days == (None, None):
        return None
    return _named(ledger, opportunity, interview, act, days)


def _talk(ledger: Ledger, act: Act) -> Interview | None:
    """The talk at which it was said; told before the next one, it is about that one."""
    if act.by is By.BUTTON:
        return talk(ledger, act, "window", "window_answer")
    opportunity = about(ledger, act)
    if opportunity is None:
        return None
    ahead = ledger.next_ahead(opportunity)
    if ledger.last_over(opportunity) is None and ahead is not None and ahead.start > ledger.now:
        return ahead
    return interview_for(ledger, act, opportunity)


def _days(act: Act) -> Days:
    """In order: a range that was heard the wrong way round is turned."""
    earliest, latest = act.get("earliest"), act.get("latest")
    return (latest, earliest) if earliest and latest and earliest > latest else (earliest, latest)


def _named_none(ledger: Ledger, opportunity: Opportunity, interview: Interview, act: Act) -> None:
    """They named no day; one that is known stands, unless the Person says that it is wrong."""
    current = _current(ledger, opportunity, interview)
    if current != (None, None) and not (is_correcting(ledger) or is_pointed(act)):
        return _tell(ledger, opportunity, "kept.window", current, again=True)
    say = stands if interview.window_answer is Answer.NO else keep
    ledger.change(
        interview,
        window_answer=Answer.NO,
        window_earliest=None,
        window_latest=None,
        window_words=act.span[:LONGEST_WORDS],
    )
    opens = opens_on(ledger, opportunity)
    if opens is None:
        return say(ledger, opportunity, "kept.window.none")
    return say(ledger, opportunity, "kept.window.none.opens", opens=opens)


def _named(ledger: Ledger, opportunity: Opportunity, interview: Interview, act: Act, days: Days) -> None:
    current, said_then = _current(ledger, opportunity, interview), (interview.window_earliest, interview.window_latest)
    if not is_pointed(act) and (_is_same(days, current) or _is_same(days, said_then)):
        return _tell(ledger, opportunity, "kept.window", current, again=True)
    if not (is_pointed(act) or is_correcting(ledger)) and _is_vaguer(days, current):
        return _tell(ledger, opportunity, "kept.window", current, again=True)
    latest, held = days[1] or days[0], day_of(ledger, interview.start)
    if interview.day_known and latest is not None and latest < held:
        ledger.ask(RIGHT_DAY, interview.id)
        return ledger.answer("kept.not.before_interview", employer=opportunity.employer, day=latest, interview=held)
    moved = _last_moved(ledger, opportunity, interview)
    if not is_pointed(act) and _is_after_another(ledger, opportunity, interview, latest):
        return _keep_moved(ledger, opportunity, None, days)
    if current != (None, None) and _is_new(ledger, act, current, days):
        return _keep_moved(ledger, opportunity, None, days)
    if moved is not None and not is_pointed(act):
        return _keep_moved(ledger, opportunity, moved, days)
    changed = ledger.change(
        interview,
        window_answer=Answer.YES,
        window_earliest=days[0],
        window_latest=days[1],
        window_words=act.span[:LONGEST_WORDS],
    )
    placed(ledger, changed)
    return _tell(ledger, opportunity, "kept.window", days)


def _is_same(told: Days, known: Days) -> bool:
    """Whether it is the same, or less of the same."""
    return told[1] == known[1] and told[0] in (None, known[0])


def _is_vaguer(told: Days, known: Days) -> bool:
    """Whether it says less exactly what is known: "mid January", when the third week of the year was named."""
    (since, until), first = told, known[0]
    if since is None or until is None or first is None:
        return False
    last = known[1] or first + A_WEEK
    return since < first <= until and (last <= until if known[1] else until < last)


def _is_new(ledger: Ledger, act: Act, current: Days, days: Days) -> bool:
    """Whether they can only have said it since: their day was over, or they were just in touch."""
    if is_correcting(ledger) or is_pointed(act):
        return False
    if _has_told_of_an_offer(ledger):
        return True
    before, now = current[1] or current[0], days[1] or days[0]
    return before is not None and now is not None and now > before and (before < ledger.today or also(ledger, *NEWS))


def _has_told_of_an_offer(ledger: Ledger) -> bool:
    """Whether this message tells that they know of an offer elsewhere: the day beside it is their answer to that."""
    return any(
        contact.about == COMPETING_OFFER and contact not in ledger.before.contacts for contact in ledger.known.contacts
    )


def _is_after_another(ledger: Ledger, opportunity: Opportunity, interview: Interview, latest: date | None) -> bool:
    """Whether another message of theirs has set a date since the talk: what is told now, and still ahead, came after
    it. Otherwise that one would go on counting."""
    last = newest(ledger, opportunity, *SETS_A_DATE)
    if last is None or last.at < interview.start or last.type is EventType.WINDOW_EXTENDED:
        return False
    return latest is not None and latest >= ledger.today


def _current(ledger: Ledger, opportunity: Opportunity, interview: Interview) -> Days:
    """The days that count now: of their last new date, else what was said at the talk."""
    moved = _last_moved(ledger, opportunity, interview)
    return (moved.earliest, moved.latest) if moved else (interview.window_earliest, interview.window_latest)


def last_day(ledger: Ledger, opportunity: Opportunity) -> date | None:
    """The last day of the time that they named; None where they named none."""
    over = ledger.last_over(opportunity)
    earliest, latest = _current(ledger, opportunity, over) if over is not None else (None, None)
    return latest or earliest


def _last_moved(ledger: Ledger, opportunity: Opportunity, interview: Interview | None) -> Event | None:
    """Their last new date since the talk that named a day."""
    event = newest(ledger, opportunity, EventType.WINDOW_EXTENDED)
    if event is None or (interview is not None and event.at < interview.start):
        return None
    return event if event.latest or event.earliest else None


# A new date


def window_moved(ledger: Ledger, act: Act) -> None:
    """They named another day (R27): the old one is void, and questions are counted anew."""
    opportunity = about(ledger, act)
    if opportunity is None:
        return None
    opportunity = taken_up_again(ledger, opportunity)
    pointed = ledger.find(Event, act.row) if is_pointed(act) else None
    held = _held_since(ledger, opportunity) if pointed is None else None
    if held is not None and _days(act) != (None, None):
        return _named(ledger, opportunity, held, act, _days(act))
    last, days = pointed or newest(ledger, opportunity, EventType.WINDOW_EXTENDED), _days(act)
    if pointed is None and _is_same(days, _known(ledger, opportunity, last)):
        return _tell(ledger, opportunity, "kept.window_moved", days, again=True)
    is_open = last is not None and last.latest is None and last.earliest is None
    changes = pointed is not None or is_open or (is_correcting(ledger) and last == newest(ledger, opportunity))
    return _keep_moved(ledger, opportunity, last if changes else None, days)


def _held_since(ledger: Ledger, opportunity: Opportunity) -> Interview | None:
    """The last talk, where the day that is known was named at one before it: a later day is what they said there."""
    over = ledger.last_over(opportunity)
    talks = (one for one in ledger.known.interviews if one.opportunity_id == opportunity.id and one is not over)
    before = over is not None and any(one.window_latest and one.start < over.start for one in talks)
    event = newest(ledger, opportunity, EventType.WINDOW_EXTENDED, *SETS_A_DATE)
    since = over is not None and (event is None or event.at < over.start)
    return over if over is not None and before and since and over.window_answer is not Answer.YES else None


def _known(ledger: Ledger, opportunity: Opportunity, last: Event | None) -> Days:
    """The days that were known before: of their last new date, else what was said at the talk."""
    over = ledger.last_over(opportunity)
    if last is None and over is not None:
        return over.window_earliest, over.window_latest
    return (last.earliest, last.latest) if last is not None else (None, date.min)


def _keep_moved(ledger: Ledger, opportunity: Opportunity, event: Event | None, days: Days) -> None:
    if event is None or event.type is not EventType.WINDOW_EXTENDED:
        happened(ledger, opportunity, EventType.WINDOW_EXTENDED, earliest=days[0], latest=days[1])
    else:
        ledger.change(event, earliest=days[0], latest=days[1])
    _tell(ledger, opportunity, "kept.window_moved", days)


# The line


def _tell(ledger: Ledger, opportunity: Opportunity, key: str, days: Days, *, again: bool = False) -> None:
    """By when they answer, and from when they may be asked."""
    earliest, latest = days
    opens, named = opens_on(ledger, opportunity), latest or earliest
    if opens is not None and named is not None and opens <= named:
        opens = None  # what they said since has a date of its own
    params: dict[str, Any] = {"earliest": earliest} if latest is None and earliest is not None else {"latest": latest}
    if days == (None, None):
        key, params = f"{key}.undated", {}
    elif latest is None:
        key += ".from"
    elif latest < ledger.today:
        key = "kept.window.over"
    if opens is not None:
        key, params["opens"] = f"{key}.opens", opens
    elif latest is not None and latest < ledger.today and may_ask_now(ledger, opportunity):
        key = "kept.window.over.now"
    (stands if again else keep)(ledger, opportunity, key, **params)
