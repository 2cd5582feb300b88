"""A nudge is put off: the Person says until when, and hears the moment at which it will really be said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.hear.act import Act, By
from bot.hear.fold import fold, words_of
from bot.hear.times import SnoozeRead, read_snooze
from bot.hear.vocabulary import is_said
from bot.learn import how_often
from bot.learn.called import named
from bot.learn.ledger import Ledger, Stale
from bot.learn.silence import speak_again
from bot.words.named import Moment, Press, Presses
from scheduler import nudges
from scheduler.nudges.saying import AGAIN, base_of
from storage.facts import Known, Nudged, OpenKind, OpenPoint, Opportunity

ASKS = "snooze_when"
"""The question that is open while the moment is not known."""
CHOICES = {"snooze.tonight": "tonight", "snooze.tomorrow": "tomorrow", "snooze.days": "in two days"}
"""The buttons, and what is read for them as if it had been typed in English."""
MOST_TRIED = 3
"""Nudges that are tried, the latest first, until one is of use at the moment that is asked for."""
STEPS = 60
FURTHEST = timedelta(days=21)


def snooze(ledger: Ledger, act: Act) -> None:
    """Say it again then; without a moment it is asked when."""
    what, at = _own_words(ledger, act), moment(ledger, act)
    if what:
        if act.verb:
            ledger.mark(act.verb)
        return _remind(ledger, what, at)
    if at is None and any(one.name == "pause" and one.has("until") for one in ledger.acts):
        return None  # that is the day on which the coach comes back
    if act.by is By.BUTTON and act.has("when") and not act.row:
        raise Stale  # the words it was about are gone
    found = _meant(ledger, act)
    if act.by is not By.BUTTON and _speaks_again(ledger, act, at):
        return None
    if not found:
        return _nothing(ledger, act)
    if at is None:
        return _ask_when(ledger, found[0])
    if act.has("when") and act.verb:
        ledger.mark(act.verb)
    if nudges.is_unplaced(ledger.person):
        ledger.known = nudges.snooze(ledger.known, found[0].once, at)
        return ledger.answer("snooze.unplaced")
    return _say_again(ledger, found, at)


# In their own words


def _own_words(ledger: Ledger, act: Act) -> str:
    """What the Person wants to be reminded of: told now, or before its moment was asked for."""
    if is_every_evening(act.span):
        return ""
    before = ledger.before.person
    asked = before.asking_text if before.asking == ASKS and not act.row else None
    return str(act.get("what") or asked or "").strip()


def _remind(ledger: Ledger, what: str, at: datetime | None) -> None:
    """Keep it for its moment; without one it is asked when."""
    if at is None:
        ledger.ask(ASKS, None, what)
        return ledger.pose("ask.remind_when", _ahead(ledger, 0))
    if nudges.is_unplaced(ledger.person):
        ledger.add(OpenPoint, kind=OpenKind.REMINDER, at=at, text=what, acts="[]")
        return ledger.answer("snooze.unplaced")
    _pause_until(ledger, at)
    when = nudges.undisturbed(at, ledger.known)
    ledger.add(OpenPoint, kind=OpenKind.REMINDER, at=when, text=what, acts="[]")
    return ledger.keep("kept.reminder", when=Moment(when), said=what)


# Said again


def _say_again(ledger: Ledger, found: list[Nudged], at: datetime) -> None:
    _be_quiet_until(ledger, found[0], at)
    for nudged in found[:MOST_TRIED]:
        when = put_off(ledger, nudged, at)
        if when is not None:
            ledger.keep("snoozed", when=Moment(when))
            return
    ledger.answer("snooze.over")
    _tell_next(ledger)


def put_off(ledger: Ledger, nudged: Nudged, at: datetime) -> datetime | None:
    """Put a nudge off, and the moment at which it will be said (UTC): later than `at` where it is night then, or
    another one has just been said. None: it will not be of use any more, and nothing is changed."""
    known = nudges.snooze(ledger.known, nudged.once, at)
    when = _said_at(known, nudged, at, ledger.now)
    if when is not None:
        ledger.known = known
    return when


def _said_at(known: Known, nudged: Nudged, at: datetime, now: datetime) -> datetime | None:
    """When it is said if nothing else happens: what is due is played forward as it will be."""
    last = max(now, at) + FURTHEST
    for _ in range(STEPS):
        plan = nudges.due(known, now)
        if plan is not None and _is_again(plan, nudged, now >= at):
            return now
        if plan is not None:
            known = nudges.note_said(known, plan, now)
        following = nudges.next_wake(known, now)
        if following is None or following > last:
            return None
        now = nudges.free_again(known, following)
    return None


def _is_again(plan: nudges.Plan, nudged: Nudged, in_time: bool) -> bool:
    """Whether that is the nudge again: itself, or the next of those that come again and again by themselves."""
    if AGAIN in plan.once and base_of(plan.once) == base_of(nudged.once):
        return True
    return in_time and plan.name == nudged.name and plan.name in nudges.RECURRING


def _be_quiet_until(ledger: Ledger, nudged: Nudged, at: datetime) -> None:
    """Whoever wanted quiet for good and asks for this one again wants quiet until then."""
    about = ledger.find(Opportunity, nudged.opportunity_id)
    if about is not None and (about.muted or (about.muted_until is not None and about.muted_until > at)):
        ledger.change(about, muted=False, muted_until=at)
    _pause_until(ledger, at)


def _pause_until(ledger: Ledger, at: datetime) -> None:
    person = ledger.person
    if nudges.is_paused(person, ledger.now) and (person.paused_until is None or person.paused_until > at):
        ledger.change_person(paused=False, paused_until=at)


def moment(ledger: Ledger, act: Act) -> datetime | None:
    """The moment that is meant (UTC); None when there is none ahead."""
    until = act.get("until")
    at = until if isinstance(until, datetime) else _read(ledger, str(act.get("when") or ""))
    there = at.astimezone(UTC) if at is not None else None
    return there if there is not None and there > ledger.now else None


def _read(ledger: Ledger, words: str) -> datetime | None:
    read = read_snooze(words, ledger.here, "en")
    return read.at if isinstance(read, SnoozeRead) else None


# Which one


def _meant(ledger: Ledger, act: Act) -> list[Nudged]:
    """The nudge of the button or of the question; else those that were said last, about the one that is named."""
    alive = [nudged for nudged in ledger.known.nudged if _is_alive(ledger, nudged)]
    if act.row:
        return [nudged for nudged in alive if nudged.id == act.row]
    about = _about(ledger, act)
    said = [nudged for nudged in alive if nudged.dropped is None and about in (None, nudged.opportunity_id)]
    return sorted(said, key=lambda nudged: (nudged.at, nudged.id), reverse=True)


def _about(ledger: Ledger, act: Act) -> int | None:
    """The one that the act or its message names."""
    if act.has("about"):
        found = named(ledger, str(act.get("about")))
        return found.id if found is not None else 0
    return ledger.meant


def _speaks_again(ledger: Ledger, act: Act, at: datetime | None) -> bool:
    """ "Remind me about Acme again", when there was to be no word about Acme; "ask me again in the evenings"."""
    if is_every_evening(act.span) and how_often.bring_back(ledger):
        return True
    about, typed = ledger.find(Opportunity, _about(ledger, act)), act.span.casefold()
    ours = [about] if about is not None else [o for o in ledger.known.opportunities if o.employer.casefold() in typed]
    silent = [opportunity for opportunity in ours if at is None and nudges.is_muted(opportunity, ledger.now)]
    for opportunity in silent:
        speak_again(ledger, opportunity)
    return bool(silent)


def is_every_evening(words: str) -> bool:
    """Whether the evenings are meant, and not this one."""
    return is_said(words_of(fold(words)), "back_evenings")


def _is_alive(ledger: Ledger, nudged: Nudged) -> bool:
    """Whether it is still worth saying: an Opportunity that was let go of is not brought up again."""
    about = ledger.find(Opportunity, nudged.opportunity_id)
    return nudged.opportunity_id is None or (about is not None and about.closed_at is None)


# What is said


def _nothing(ledger: Ledger, act: Act) -> None:
    if act.by is By.BUTTON:
        raise Stale
    ledger.answer("snooze.nothing")
    _tell_next(ledger)


def _tell_next(ledger: Ledger) -> None:
    """When the coach speaks next, and about whom."""
    coming = sorted(nudges.coming(ledger.known, ledger.now).items(), key=lambda found: found[1][0])
    about = ledger.find(Opportunity, coming[0][0]) if coming else None
    if about is not None:
        ledger.answer("snooze.next", employer=about.employer, when=Moment(coming[0][1][0]))


def _ask_when(ledger: Ledger, nudged: Nudged) -> None:
    ledger.ask(ASKS, nudged.id)
    ledger.pose("ask.snooze_when", _ahead(ledger, nudged.id))


def _ahead(ledger: Ledger, row: int) -> Presses:
    """Only times that are still ahead are offered."""
    ahead = tuple(Press(verb, row) for verb, words in CHOICES.items() if _read(ledger, words) is not None)
    return (ahead,) if ahead else ()


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"snooze": snooze}
