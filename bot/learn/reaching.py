"""Whom nothing can be written to: no note to them is drafted, nor reminded of."""

from __future__ import annotations

from collections.abc import Callable

from bot.hear.act import Act
from bot.learn.ledger import Ledger
from bot.learn.lines import keep, stands
from bot.learn.people import is_one
from bot.learn.which import opportunity_for
from storage.facts import UNREACHED


def no_address(ledger: Ledger, act: Act) -> None:
    """They are passed over; whoever else was there can hand the thanks on."""
    opportunity, who = opportunity_for(ledger, act, new=False), str(act.get("who"))
    talk = ledger.last_over(opportunity) if opportunity is not None else None
    name = next((one for one in talk.interviewers if is_one(one, who)), None) if talk is not None else None
    if opportunity is None or talk is None or name is None:
        return None
    mark = f"{UNREACHED}{name}"
    others = [one for one in talk.interviewers if one != name and f"{UNREACHED}{one}" not in talk.passed_over]
    is_known = mark in talk.passed_over
    if not is_known:
        ledger.change(talk, passed_over=(*talk.passed_over, mark))
    say = stands if is_known else keep
    if not others:
        return say(ledger, opportunity, "kept.no_address.alone", name=name)
    return say(ledger, opportunity, "kept.no_address", name=name, other=others[0])


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"no_address": no_address}
