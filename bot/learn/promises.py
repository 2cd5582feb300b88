"""Promises of either side: what, by when, and that they were kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from bot.coaching.drafts.spelling import listed
from bot.hear.act import Act, By
from bot.hear.things import shares, telling, things
from bot.learn.events import newest
from bot.learn.exchanged import came_in, is_all_of_it, out_of, went_out
from bot.learn.ledger import Ledger, Stale
from bot.learn.lines import keep, shown, stands
from bot.learn.plan import business_day, day_of, moment_on
from bot.learn.pressed import about, is_pointed
from scheduler import nudges
from storage.facts import Answer, Channel, ContactKind, EventType, Opportunity, Promise, Side

DONE = "done.promise"
"""The verb of the button under a promise."""
LONGEST_PROMISE = 120
SOON = 2
"""Working days in which a promise without a day is counted on."""
THEIR_TIME = 5
"""Working days after which it is asked whether a promise of theirs without a day has come."""


def _is_same(one: str, other: str) -> bool:
    """Whether one of two promises only says more of the same."""
    first, second = telling(one), telling(other)
    return first <= second or second <= first


# Made


def promised(ledger: Ledger, act: Act) -> None:
    """The Person owes them something by a day; without one it is counted on soon."""
    opportunity = about(ledger, act)
    if opportunity is None:
        return None
    over = ledger.last_over(opportunity)
    if over is not None:
        ledger.change(over, promise_answer=Answer.YES)
    if not _what(ledger, act):
        return keep(ledger, opportunity, "kept.promised.something")
    due = act.get("due") or _by_the_talk(ledger, opportunity) or business_day(ledger, opportunity, SOON)
    made_at = over.end if over is not None else ledger.now
    return _keep(ledger, act, "kept.promised", _new(opportunity, Side.OURS, _what(ledger, act), due, made_at))


def they_promised(ledger: Ledger, act: Act) -> None:
    """They owe the Person something, other than an answer."""
    opportunity = about(ledger, act)
    if opportunity is None:
        return None
    if not _what(ledger, act):
        return keep(ledger, opportunity, "kept.they_promised.something")
    due = act.get("due") or business_day(ledger, opportunity, THEIR_TIME)
    return _keep(ledger, act, "kept.they_promised", _new(opportunity, Side.THEIRS, _what(ledger, act), due, ledger.now))


def _new(opportunity: Opportunity, side: Side, what: str, due: date, made_at: datetime) -> Promise:
    return Promise(id=0, opportunity_id=opportunity.id, what=what, due=due, side=side, made_at=made_at)


def _what(ledger: Ledger, act: Act) -> str:
    """The things as they stand in a letter; empty where what was told is no plain thing."""
    language = ledger.person.language
    said = " ".join(str(act.get("what", "")).split())[:LONGEST_PROMISE]
    return listed(things(said, language), language)


def _by_the_talk(ledger: Ledger, opportunity: Opportunity) -> date | None:
    """What is promised before a talk is brought to it."""
    ahead = ledger.next_ahead(opportunity)
    return day_of(ledger, ahead.start) if ahead is not None and ahead.day_known else None


def _keep(ledger: Ledger, act: Act, key: str, new: Promise) -> None:
    """Keep it; told again it gets its new day, and no second row."""
    opportunity = ledger.opportunity_of(new)
    open_ones = [promise for promise in _of(ledger, opportunity, new.side) if promise.done_at is None]
    same = next((promise for promise in open_ones if _is_same(promise.what, new.what)), None)
    if same is not None and (same.due == new.due or not act.has("due")):
        return stands(ledger, opportunity, key, what=same.what, due=same.due)
    if same is not None:
        ledger.change(same, due=new.due)
    else:
        values = {name: getattr(new, name) for name in ("opportunity_id", "what", "due", "side", "made_at")}
        ledger.add(Promise, **values)
    key += ".late" if new.due < ledger.today else "" if act.has("due") else ".undated"
    return keep(ledger, opportunity, key, what=shown(new.what), due=new.due)


def _of(ledger: Ledger, opportunity: Opportunity, side: Side) -> list[Promise]:
    return [p for p in ledger.known.promises if p.opportunity_id == opportunity.id and p.side is side]


# Kept by the Person


def kept(ledger: Ledger, act: Act) -> None:
    """The Person did what they had promised."""
    pressed = ledger.find(Promise, act.row) if is_pointed(act) else None
    if act.verb == DONE and (pressed is None or pressed.done_at is not None):
        raise Stale
    owed_to = _owed_to(ledger, act)
    if owed_to is not None:
        ledger.speak_of(owed_to)
    opportunity = owed_to or about(ledger, act)
    if opportunity is not None:
        deliver(ledger, opportunity, act)


def _owed_to(ledger: Ledger, act: Act) -> Opportunity | None:
    """The only one to whom such a thing was promised, or who asked for it, where no employer is named."""
    if act.row or act.has("about", "house", "somebody") or not act.has("what") or ledger.meant is not None:
        return None
    owed = [promise for o in ledger.open_opportunities for promise in nudges.owed(ledger.known, o)]
    what = str(act.get("what"))
    same = {p.opportunity_id for p in owed if shares(p.what, what)}
    same = same or {o.id for o in ledger.open_opportunities if _wants(ledger, o, what)}
    return ledger.find(Opportunity, same.pop()) if len(same) == 1 else None


def _wants(ledger: Ledger, opportunity: Opportunity, what: str) -> bool:
    asked = newest(ledger, opportunity, EventType.REQUEST)
    return asked is not None and bool(asked.what) and _is_asked_for(ledger, opportunity, what)


def deliver(ledger: Ledger, opportunity: Opportunity, act: Act) -> None:
    """What was promised, or asked for, is with them."""
    at, told = moment_on(ledger, act.get("day")), str(act.get("what") or act.span)
    promise = _delivered(ledger, opportunity, act, told)
    if promise is None and _was_delivered(ledger, opportunity, told):
        return stands(ledger, opportunity, "kept.kept.something")
    asked_for = promise is None and _is_asked_for(ledger, opportunity, told)
    kind = ContactKind.REPLY if asked_for else ContactKind.PROMISE
    channel = Channel(act.get("channel")) if act.has("channel") else None
    went_out(ledger, opportunity, kind, at, channel=channel, to=act.get("to"))
    if promise is None:
        return keep(ledger, opportunity, "kept.kept.something")
    promise = promise if is_all_of_it(act) else _part_of(ledger, promise, told)
    ledger.change(promise, done_at=at)
    return keep(ledger, opportunity, "kept.kept", what=shown(promise.what))


def _part_of(ledger: Ledger, promise: Promise, told: str) -> Promise:
    """What is out of several things that were promised together; the others stay owed, in a row of their own."""
    language = ledger.person.language
    every = things(promise.what, language)
    out = tuple(one for one in every if shares(one, told))
    if not out or out == every:
        return promise
    values = {name: getattr(promise, name) for name in ("opportunity_id", "due", "side", "made_at")}
    ledger.change(promise, what=listed(tuple(one for one in every if one not in out), language))
    return ledger.add(Promise, what=listed(out, language), **values)


def _delivered(ledger: Ledger, opportunity: Opportunity, act: Act, told: str) -> Promise | None:
    """The one of the button, the one that shares a word with what was told, else the most urgent one."""
    owed = nudges.owed(ledger.known, opportunity)
    pressed = next((promise for promise in owed if is_pointed(act) and promise.id == act.row), None)
    same = next((promise for promise in owed if shares(promise.what, told)), None)
    return pressed or same or (owed[0] if owed and (not act.has("what") or is_all_of_it(act)) else None)


def _was_delivered(ledger: Ledger, opportunity: Opportunity, told: str) -> bool:
    done = [p for p in _of(ledger, opportunity, Side.OURS) if p.done_at is not None and shares(p.what, told)]
    return bool(done) and not nudges.owed(ledger.known, opportunity)


def _is_asked_for(ledger: Ledger, opportunity: Opportunity, told: str) -> bool:
    """Whether they asked for it and have not got it."""
    asked = newest(ledger, opportunity, EventType.REQUEST)
    answered = out_of(ledger, opportunity, ContactKind.REPLY, ContactKind.PROMISE)
    is_open = asked is not None and all(contact.at < asked.at for contact in answered)
    return is_open and asked is not None and (asked.what is None or shares(asked.what, told))


# Kept by them, or not


def they_kept(ledger: Ledger, act: Act) -> None:
    """They did what they had promised."""
    promise, opportunity = _theirs(ledger, act)
    if opportunity is None:
        return None
    params: dict[str, Any] = {"employer": opportunity.employer}
    if promise is None:
        came_in(ledger, opportunity, ContactKind.REPLY, moment_on(ledger, act.get("day")))
        return keep(ledger, opportunity, "kept.they_kept", **params)
    say = stands if promise.done_at is not None else keep
    if promise.done_at is None:
        ledger.change(promise, done_at=ledger.now)
    return say(ledger, opportunity, "kept.they_kept.what", what=shown(promise.what), **params)


def they_broke(ledger: Ledger, act: Act) -> None:
    """Its day has passed, and nothing came; it may still be kept late."""
    promise, opportunity = _theirs(ledger, act)
    if opportunity is None:
        return
    if promise is not None:
        if promise.broken and act.by is By.BUTTON:
            raise Stale
        ledger.change(promise, broken=True)
    keep(ledger, opportunity, "kept.they_broke", employer=opportunity.employer)


def _theirs(ledger: Ledger, act: Act) -> tuple[Promise | None, Opportunity | None]:
    """The promise of theirs that is meant, and at whom. A button whose promise is settled is an old one."""
    pressed = ledger.find(Promise, act.row) if is_pointed(act) else None
    if act.by is By.BUTTON and (pressed is None or pressed.side is not Side.THEIRS or pressed.done_at is not None):
        raise Stale
    opportunity = about(ledger, act)
    if pressed is not None or opportunity is None:
        return pressed, opportunity
    ours = _of(ledger, opportunity, Side.THEIRS)
    told = str(act.get("what") or act.span)
    open_ones = [promise for promise in ours if promise.done_at is None]
    same = next((promise for promise in open_ones if shares(promise.what, told)), None)
    return same or (open_ones[0] if len(open_ones) == 1 else None), opportunity


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "promised": promised,
    "they_promised": they_promised,
    "kept": kept,
    "they_kept": they_kept,
    "they_broke": they_broke,
}
