"""When somebody speaks of dying: one message, where to find a human being now, and quiet. No coach at all."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources

from babel.core import get_global

from bot.dialogue.talk import Talk
from bot.hear.danger import speaks_of_dying

ELSEWHERE = "https://findahelpline.com"
DAYS_OF_REST = timedelta(days=3)


def listen(talk: Talk, text: str) -> bool:
    """One humane message and quiet until tomorrow; the open question stays open. False: nobody is in danger."""
    if not speaks_of_dying(text):
        return False
    _rest(talk)
    found = helplines().get(country_of(talk.person.zone) or "")
    if found is None:
        talk.say("danger.elsewhere", where=ELSEWHERE)
    else:
        talk.say("danger.line", name=found[0], number=found[1])
    return True


def country_of(zone: str | None) -> str | None:
    """The country that a zone belongs to, as a two-letter code."""
    country: str | None = get_global("zone_territories").get(zone) if zone else None
    return country


@cache
def helplines() -> dict[str, tuple[str, str]]:
    """Name and number of a line to call, by country."""
    text = resources.files(__package__).joinpath("helplines.tsv").read_text(encoding="utf-8")
    return {country: (name, number) for country, name, number in csv.reader(text.splitlines(), delimiter="\t")}


def _rest(talk: Talk) -> None:
    """Nothing is said unasked for some days; who wanted quiet for longer keeps it."""
    person = talk.person
    if person.paused and person.paused_until is None:
        return
    day = talk.here.date() + DAYS_OF_REST
    until = datetime.combine(day, person.quiet_until, talk.zone).astimezone(UTC)
    talk.change_person(paused_until=max(until, person.paused_until or until))
