"""What the Person wishes of the coach: when it is quiet, about whom, and the way back; where their clock stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from bot.hear.act import Act, By
from bot.hear.times import SnoozeRead, read_snooze
from bot.learn import how_often, places, reminders
from bot.learn.called import named
from bot.learn.ledger import Ledger, Stale
from bot.learn.silence import speak_again
from bot.learn.which import opportunity_for, target
from bot.words import languages
from bot.words.named import Moment, Press, Presses
from scheduler import nudges
from scheduler.nudges.plan import MORNING, clock_at
from storage.facts import Opportunity

DEEP_NIGHT = time(3)
"""Quiet hours of one day hold the night when they hold this."""
HALF_A_DAY = 12
RESUME: Presses = ((Press("resume"),),)


# One employer


def mute(ledger: Ledger, act: Act) -> None:
    """Not another word about it: for good, or until a day."""
    opportunity = _meant(ledger, act)
    if opportunity is None:
        return None
    until = _until(ledger, act)
    if act.by is By.BUTTON:
        if opportunity.closed_at is not None or (opportunity.muted and until is None):
            raise Stale
        ledger.mark(act.verb)
    ledger.change(opportunity, muted=until is None, muted_until=until)
    if until is None:
        return ledger.keep("kept.mute", employer=opportunity.employer)
    return ledger.keep("kept.mute.until", employer=opportunity.employer, until=Moment(until))


def unmute(ledger: Ledger, act: Act) -> None:
    """The way back; without a name, of the only one that is silent."""
    silent = [o for o in ledger.known.opportunities if nudges.is_muted(o, ledger.now)]
    one = silent[0] if len(silent) == 1 and not act.row and not act.has("about") else None
    opportunity = one or _meant(ledger, act)
    if opportunity is None:
        return
    if act.by is By.BUTTON:
        if not nudges.is_muted(opportunity, ledger.now):
            raise Stale
        ledger.mark(act.verb)
    speak_again(ledger, opportunity)


def _meant(ledger: Ledger, act: Act) -> Opportunity | None:
    """The one that is meant; None: that is asked, or there is none of that name. A wish makes no new employer."""
    if act.row:
        return target(ledger, act)
    if not act.has("about"):
        return opportunity_for(ledger, act) if ledger.known.opportunities else None
    found = named(ledger, str(act.get("about")))
    if found is None:
        ledger.answer("wish.unknown", employer=str(act.get("about")))
    else:
        ledger.speak_of(found)
    return found


def _until(ledger: Ledger, act: Act) -> datetime | None:
    """The morning of the day that is named, or the moment; None when none ahead is (UTC)."""
    until = act.get("until") or _for_so_long(ledger, act)
    if isinstance(until, datetime):
        at = until
    elif isinstance(until, date):
        at = clock_at(until, MORNING, ledger.zone)
    else:
        return None
    awake = at if nudges.is_unplaced(ledger.person) else nudges.waking(at, ledger.person)
    return awake if awake > ledger.now else None


def _for_so_long(ledger: Ledger, act: Act) -> datetime | None:
    """ "For a week", in the words of the wish."""
    for language in languages() if act.span else ():
        read = read_snooze(act.span, ledger.here, language)
        if isinstance(read, SnoozeRead):
            return read.at
    return None


# Everything


def pause(ledger: Ledger, act: Act) -> None:
    """Say nothing unasked: until the day that is named, else until the Person comes back."""
    until = _until(ledger, act)
    ledger.change_person(paused=until is None, paused_until=until)
    if until is None:
        ledger.keep("stop.done", RESUME)
    else:
        ledger.keep("stop.until", RESUME, when=Moment(until))


def resume(ledger: Ledger, act: Act) -> None:
    """Reminders again: the pause is over; without one, those who were silenced, and what was not wanted."""
    is_paused = nudges.is_paused(ledger.person, ledger.now)
    if act.by is By.BUTTON and not is_paused:
        raise Stale
    if act.verb:
        ledger.mark(act.verb)
    if is_paused:
        ledger.change_person(paused=False, paused_until=None)
        ledger.keep("welcome.back")
    elif not _bring_back(ledger):
        ledger.answer("welcome.back")


def _bring_back(ledger: Ledger) -> bool:
    """Whoever was silenced, and what was not wanted. False: there is nothing of the kind."""
    silent = [o for o in ledger.open_opportunities if nudges.is_muted(o, ledger.now)]
    for opportunity in silent:
        speak_again(ledger, opportunity)
    unwanted = how_often.bring_back(ledger)
    return bool(silent or unwanted)


# At night


def quiet_hours(ledger: Ledger, act: Act) -> None:
    """Nothing unasked between these hours; where only one is said, the other one stays."""
    start, end = _hour(act.get("from")), _hour(act.get("until"))
    person = ledger.person
    no_hour_is_said = not act.has("from", "until")
    found = (person.quiet_from, person.quiet_until) if no_hour_is_said else _night(ledger, start, end)
    if found is None:
        return ledger.answer("quiet.no_hour")
    ledger.change_person(quiet_from=found[0], quiet_until=found[1])
    return how_often.tell_set(ledger, act, "kept.quiet_hours", start=f"{found[0]:%H:%M}", end=f"{found[1]:%H:%M}")


def _hour(said: object) -> time | None:
    try:
        return time.fromisoformat(str(said)).replace(tzinfo=None) if said else None
    except ValueError:
        return None


def _night(ledger: Ledger, start: time | None, end: time | None) -> tuple[time, time] | None:
    """The quiet hours, which always hold the night: "from 9 to 5" by day makes them longer, not another."""
    old_start, old_end = ledger.person.quiet_from, ledger.person.quiet_until
    if start is not None and end is not None:
        return (start, end) if is_night(start, end) else _longer((old_start, old_end), start, end)
    if start is not None:
        later = time((start.hour + HALF_A_DAY) % 24, start.minute)
        return next(((hour, old_end) for hour in (start, later) if is_night(hour, old_end)), None)
    return (old_start, end) if end is not None and is_night(old_start, end) else None


def is_night(start: time, end: time) -> bool:
    """Whether the hours from `start` to `end` are a night: over midnight, or deep in it."""
    return start > end or start <= DEEP_NIGHT < end


def _longer(night: tuple[time, time], start: time, end: time) -> tuple[time, time] | None:
    """The night together with some hours of the day: what lies between them is quiet, too, where it is shorter."""
    if start >= end:
        return None
    before, after = _between(night[1], start), _between(end, night[0])
    found = (night[0], max(end, night[1])) if before <= after else (min(start, night[0]), night[1])
    return found if found[0] != found[1] and is_night(*found) else None


def _between(first: time, last: time) -> timedelta:
    """From one hour of a day to a later one; nothing where it is not later."""
    minutes = (last.hour - first.hour) * 60 + last.minute - first.minute
    return timedelta(minutes=max(minutes, 0))


# Who hears


def listening(ledger: Ledger, act: Act) -> None:
    """Whether a language model may be asked about a message."""
    no_model = act.get("model") == "none"
    ledger.change_person(no_model=no_model)
    ledger.mark(act.verb)
    ledger.keep("kept.no_model" if no_model else "kept.model")


def helping(ledger: Ledger, act: Act) -> None:
    """Whether what is heard wrongly may be kept, without names; what was kept goes with a no."""
    helps = act.get("do") == "on"
    ledger.change_person(helps=helps, lessons=ledger.person.lessons if helps else ())
    ledger.mark(act.verb)
    ledger.keep("kept.helps" if helps else "kept.helps_not")


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "mute": mute,
    "unmute": unmute,
    "pause": pause,
    "resume": resume,
    "quiet_hours": quiet_hours,
    "listening": listening,
    "helping": helping,
    **how_often.ACTS,
    **places.ACTS,
    **reminders.ACTS,
}
