"""How much the Person wants to hear unasked, and whether of LinkedIn: what /settings shows and a word changes."""

from __future__ import annotations

from collections.abc import Callable

from bot.hear.act import Act, By
from bot.learn.ledger import Ledger
from bot.words.named import Text, Value, text
from scheduler import nudges

LINKEDIN = "linkedin"
"""The nudge that is not wanted, by its name in the table."""


def most_a_day(ledger: Ledger, act: Act) -> None:
    """So many messages unasked on one day at most; without a number one fewer than now."""
    now = ledger.person.most_a_day
    most = min(int(act.get("count") or max(now - 1, 1)), nudges.MOST_A_DAY)
    ledger.change_person(most_a_day=most)
    if most == now:
        return ledger.answer("most_a_day.already" if act.has("count") else "most_a_day.least", most=often(most))
    return tell_set(ledger, act, "kept.most_a_day", most=often(most))


def linkedin_tips(ledger: Ledger, act: Act) -> None:
    """Whether the coach may bring up LinkedIn of its own accord."""
    others = tuple(name for name in ledger.person.unwanted if name != LINKEDIN)
    is_off = act.get("do") == "off"
    ledger.change_person(unwanted=(*others, LINKEDIN) if is_off else others)
    tell_set(ledger, act, "kept.no_linkedin" if is_off else "kept.linkedin")


def often(most: int) -> Text:
    """ "One message a day"."""
    return text(f"often.{most}")


def bring_back(ledger: Ledger) -> tuple[str, ...]:
    """What was not wanted comes again, but for what is set in /settings; the names of what does."""
    unwanted = tuple(name for name in ledger.person.unwanted if name != LINKEDIN)
    ledger.change_person(unwanted=tuple(name for name in ledger.person.unwanted if name == LINKEDIN))
    for name in unwanted:
        ledger.keep(f"wanted.{name}")
    return unwanted


def tell_set(ledger: Ledger, act: Act, key: str, **params: Value) -> None:
    """Say what is set now; who has pressed a button under /settings sees it change there."""
    if act.by is not By.BUTTON:
        return ledger.keep(key, (), **params)
    ledger.toast(key, **params)
    ledger.queue.append(Act("settings", by=By.BUTTON))
    return None


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"most_a_day": most_a_day, "linkedin_tips": linkedin_tips}
