"""What happened in an Opportunity: kept once, told again without a second row, and what it wakes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from bot.hear.act import Act
from bot.learn.ledger import Ledger
from bot.learn.lines import draft, moved, stands
from bot.learn.plan import opens_on
from bot.learn.pressed import about, also, is_pointed
from bot.learn.talks import is_correcting
from scheduler import nudges
from storage.facts import Event, EventType, Opportunity

TOLD_AGAIN = timedelta(days=3)
"""So long the same news without a day is told again rather than new."""
LASTING = frozenset({EventType.NO_CONTACT, EventType.SILENCE_MEANS_NO})
"""News that stays true until something else is said."""
DAY_OF = {
    EventType.INVITED_FOLLOW_UP: "since",
    **dict.fromkeys((EventType.PROCESS_PAUSED, EventType.RECRUITER_AWAY, EventType.SILENCE_MEANS_NO), "until"),
}
"""The day that matters in an Event of that kind."""
LET_GO_BY_THEM = (None, EventType.REJECTED)
"""Ends after which it is they who may come back: silence, a no."""


def happened(
    ledger: Ledger, opportunity: Opportunity, kind: EventType, at: datetime | None = None, **values: Any
) -> Event:
    """Keep it; whoever tells news about an employer wants to hear of it again."""
    ledger.change(ledger.found(Opportunity, opportunity.id), muted=False, muted_until=None)
    return ledger.add(Event, opportunity_id=opportunity.id, type=kind, at=at or ledger.now, **values)


def newest(ledger: Ledger, opportunity: Opportunity, *kinds: EventType) -> Event | None:
    """The last that was told of these kinds; of all, when none is named."""
    return next((e for e in reversed(ledger.events_of(opportunity)) if not kinds or e.type in kinds), None)


def noted(
    ledger: Ledger, opportunity: Opportunity, act: Act, kind: EventType, at: datetime | None = None, **values: Any
) -> tuple[Event, bool]:
    """The Event, and whether it is news: what is told again gives no second row, what was missing is filled in."""
    told = {name: value for name, value in values.items() if value is not None}
    last = _pointed_at(ledger, act, kind) or newest(ledger, opportunity, kind)
    if last is None:
        return happened(ledger, opportunity, kind, at, **told), True
    if all(getattr(last, name) == value for name, value in told.items()) and (
        told or _is_told_again(ledger, act, last)
    ):
        return last, False
    if is_pointed(act) or is_correcting(ledger) or _lacks(last, told):
        return ledger.change(last, **told), True
    return happened(ledger, opportunity, kind, at, **told), True


def _pointed_at(ledger: Ledger, act: Act, kind: EventType) -> Event | None:
    event = ledger.find(Event, act.row) if is_pointed(act) else None
    return event if event is not None and event.type is kind else None


def _is_told_again(ledger: Ledger, act: Act, last: Event) -> bool:
    """Whether the same is told once more: it was their last word, and nothing has gone out or come in since."""
    if last.type in LASTING:
        return True
    opportunity = ledger.opportunity_of(last)
    answered = any(c.opportunity_id == opportunity.id and c.at > last.at for c in ledger.known.contacts)
    came_again = act.name != "heard" and also(ledger, "heard")
    is_last_word = newest(ledger, opportunity) == last and not answered and not came_again
    return is_last_word and ledger.now - last.at <= TOLD_AGAIN


def _lacks(last: Event, told: dict[str, Any]) -> bool:
    """Whether it was kept without what is told now."""
    return bool(told) and all(getattr(last, name) is None for name in told)


def tell(ledger: Ledger, act: Act, kind: EventType, key: str, *drafts: str, **values: Any) -> None:
    """Keep an Event of this kind with its days, and say so: `<key>.dated` where a day is known. `drafts`: what may be
    written because of it."""
    opportunity = about(ledger, act)
    if opportunity is None:
        return
    before = opens_on(ledger, opportunity)
    event, is_news = noted(ledger, opportunity, act, kind, **values)
    presses = draft(ledger, opportunity, *drafts)
    params: dict[str, Any] = {"what": event.what} if event.what else {}
    day = getattr(event, DAY_OF.get(kind, ""), None)
    if isinstance(day, date):
        key, params["day"] = f"{key}.dated", day
    if is_news:
        moved(ledger, opportunity, key, before, presses, **params)
    else:
        stands(ledger, opportunity, key, presses, **params)


def taken_up_again(ledger: Ledger, opportunity: Opportunity) -> Opportunity:
    """They come back after a no, or after it was let go of in silence: it is open again (R7)."""
    end = nudges.look_at(ledger.known, opportunity, ledger.now).end
    ended = end.type if end is not None else None
    if ended not in LET_GO_BY_THEM or (ended is None and opportunity.closed_at is None):
        return opportunity
    happened(ledger, opportunity, EventType.REOPENED)
    return ledger.change(ledger.found(Opportunity, opportunity.id), closed_at=None)
