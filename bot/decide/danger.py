"""When somebody speaks of dying: one message, where to find a human being now, and quiet. No coach at all."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources

from babel.core import get_global

from bot.hear.act import Act
from bot.learn.ledger import Ledger, Reply

ELSEWHERE = "https://findahelpline.com"
DAYS_OF_REST = timedelta(days=3)


def danger(ledger: Ledger, _act: Act) -> None:
    """One humane message and quiet for some days; nothing else is said, and the open question stays open."""
    _rest(ledger)
    ledger.reply = Reply()
    ledger.queue.clear()
    person = ledger.person
    found = helplines().get(country_of(person.zone) or "") if person.zone_confirmed else None
    if found is None:
        ledger.answer("danger.elsewhere", where=ELSEWHERE)
    else:
        ledger.answer("danger.line", name=found[0], number=found[1])


def country_of(zone: str | None) -> str | None:
    """The country that a zone belongs to, as a two-letter code."""
    country: str | None = get_global("zone_territories").get(zone) if zone else None
    return country


@cache
def helplines() -> dict[str, tuple[str, str]]:
    """Name and number of a line to call, by country."""
    text = resources.files("bot.decide").joinpath("helplines.tsv").read_text(encoding="utf-8")
    return {country: (name, number) for country, name, number in csv.reader(text.splitlines(), delimiter="\t")}


def _rest(ledger: Ledger) -> None:
    """Nothing is said unasked for some days; who wanted quiet for longer keeps it."""
    person = ledger.person
    if person.paused and person.paused_until is None:
        return
    day = ledger.today + DAYS_OF_REST
    until = datetime.combine(day, person.quiet_until, ledger.zone).astimezone(UTC)
    ledger.change_person(paused_until=max(until, person.paused_until or until))


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"danger": danger}
