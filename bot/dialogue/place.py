"""Where the Person's clock stands. A zone is always confirmed by the time it is there now."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

from bot.dialogue import adding
from bot.dialogue.talk import Talk
from bot.hear.times import PlaceChoice, PlaceRead, read_place
from bot.words import clock

_BY_LANGUAGE = {"de": "Europe/Berlin", "en": "Europe/London", "es": "Europe/Madrid"}
MOST_CHOICES = 8
YES = ("yes", "yep", "yeah", "y", "right", "correct", "yes it is", "ok", "ja", "jo", "stimmt", "genau", "passt")

NO = ("no", "nope", "n", "wrong", "nein", "nee", "nö", "falsch", "stimmt nicht", "das stimmt nicht")


def proposal(language: str) -> str:
    """The zone to propose to somebody of whom only the language is known."""
    return _BY_LANGUAGE.get(language, "Europe/London")


def ask(talk: Talk) -> None:
    """Is it 14:05 for you now?"""
    buttons = ((talk.button("zone.yes"), talk.button("zone.no")),)
    talk.say("ask.zone", buttons, time=clock(talk.here), place=city(talk.person.zone or "UTC"))


def city(zone: str) -> str:
    """The name of a zone as a person would say it."""
    return zone.rpartition("/")[2].replace("_", " ")


def take(talk: Talk, text: str) -> bool | None:
    """A typed answer: yes, no, a city, a country, an offset, or what the clock shows."""
    plain = text.strip().casefold().strip(".!, ")
    if plain in YES:
        confirm(talk)
        return True
    if plain in NO:
        return False
    match read_place(text, talk.now):
        case PlaceRead() as found:
            move(talk, found.zone)
            confirm(talk)
            return True
        case PlaceChoice(options=options):
            buttons = tuple(
                (talk.button(f"zone={o.zone}", label=f"{o.name} ({clock(talk.now.astimezone(ZoneInfo(o.zone)))})"),)
                for o in options[:MOST_CHOICES]
            )
            talk.say("zone.which", buttons)
            return None
        case _:
            return False


def take_location(talk: Talk) -> bool:
    """A shared location becomes a zone at once; the position itself is not kept anywhere."""
    from tzfpy import get_tz  # late: its map takes a moment and 40 MB

    latitude, longitude = talk.incoming.location or (0.0, 0.0)
    zone = get_tz(longitude, latitude)
    if zone not in available_timezones():
        talk.say("again.zone")
        return False
    move(talk, zone)
    confirm(talk)
    return True


def move(talk: Talk, zone: str) -> None:
    """The Person's clock stands in `zone`.

    Times typed while the zone was only a guess keep their clock time, unless a zone was named with them; once it was
    confirmed, they keep their moment.
    """
    if not talk.person.zone_confirmed and talk.person.zone not in (None, zone):
        _keep_wall_clock(talk, talk.zone, ZoneInfo(zone))
    talk.change_person(zone=zone)


def _keep_wall_clock(talk: Talk, old: ZoneInfo, new: ZoneInfo) -> None:
    def moved(moment: datetime) -> datetime:
        return moment.astimezone(old).replace(tzinfo=new).astimezone(UTC)

    for interview in talk.known.interviews:
        if adding.ZONE in interview.passed_over:
            continue
        talk.change(interview, start=moved(interview.start), end=moved(interview.end))
    for row in talk.known.appointments:
        if row.zone is None and not row.all_day:
            talk.change(row, start=moved(row.start), end=moved(row.end))
    if talk.known.sketch and talk.known.sketch.start and not adding.is_fixed(talk):
        talk.sketch(start=moved(talk.known.sketch.start))


def confirm(talk: Talk) -> None:
    """The zone is right."""
    talk.change_person(zone_confirmed=True)
    talk.say("zone.done", time=clock(talk.here), place=city(talk.person.zone or "UTC"))
