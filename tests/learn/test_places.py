"""Where the Person's clock stands, and what was told while that was only assumed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.decide.taking_back import Entry, written
from bot.hear.act import Act, By
from bot.learn.ledger import Ledger
from bot.learn.places import city, place, settle
from bot.learn.talks import ZONE
from bot.learn.told_lately import ToldLately
from bot.turn import Incoming, Kind
from storage import journal
from storage.facts import Appointment, Event, EventType, Interview, Known, Opportunity, Person, Promise
from tests.decide.rows import NOW, done, keys, presses, said

NEW_YORK, LONDON = "America/New_York", "Europe/London"
MIDNIGHT = datetime(2026, 12, 2, 0, 30, tzinfo=UTC)
"""Half past midnight on Wednesday in London, half past seven on Tuesday evening in New York."""
WEDNESDAY, TUESDAY = date(2026, 12, 2), date(2026, 12, 1)


def at(wall: str, zone: str = LONDON) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def talk(start: str, **more: Any) -> Interview:
    """A talk of an hour, told on the clock of London."""
    return Interview(id=2, opportunity_id=1, start=at(start), end=at(start) + timedelta(hours=1), **more)


def guessed(*talks: Interview, **more: Any) -> Known:
    """Ana, of whom only the language is known."""
    person = Person(id=7, name="Ana", zone=LONDON, serial=20)
    known = Known(person=person, opportunities=(Opportunity(id=1, employer="Acme"),), interviews=talks)
    return replace(known, **more)


def told_just_now(before: Known, known: Known, now: datetime = MIDNIGHT) -> Known:
    """As if the last message, two minutes ago, had made the one of the other."""
    entry = Entry("interview", "", journal.changes(before, known))
    person = replace(known.person, journal=written([entry], now), heard_at=now - timedelta(minutes=2))
    return replace(known, person=person)


def moved(known: Known, zone: str = NEW_YORK, now: datetime = MIDNIGHT) -> Ledger:
    made = Ledger(known, now)
    settle(made, zone)
    return made


# Which place


@pytest.mark.parametrize(
    ("slots", "zone"),
    [
        ({"city": "Lisbon"}, "Europe/Lisbon"),
        ({"city": "Wien"}, "Europe/Vienna"),
        ({"zone": "America/New_York"}, NEW_YORK),
        ({"zone": "Etc/GMT-2"}, "Etc/GMT-2"),
        ({"city": "Michigan"}, "America/Detroit"),
    ],
)
def test_a_city_a_country_or_a_zone(slots: dict[str, str], zone: str) -> None:
    made = done(guessed(), place, Act("place", slots))
    assert (made.person.zone, made.person.zone_confirmed) == (zone, True)
    assert keys(made) == ["kept.place"]


def test_the_words_themselves_are_read_where_no_slot_was_heard() -> None:
    made = done(guessed(), place, Act("place", span="no its 7:10 pm here, im in michigan"))
    assert made.person.zone == "America/Detroit"


def test_where_several_fit_the_person_chooses() -> None:
    made = done(guessed(), place, Act("place", {"city": "Portland"}))
    assert (keys(made), made.person.asking, made.person.zone_confirmed) == (["zone.which"], "zone", False)
    assert [one.verb for one in presses(made)] == ["zone=America/New_York", "zone=America/Los_Angeles"]
    assert "Portland (Oregon) (04:00)" in [one.label for one in presses(made)]
    act = Act("place", {"zone": "America/Los_Angeles"}, by=By.BUTTON, verb="zone=America/Los_Angeles")
    chosen = done(made.known, place, act)
    assert chosen.person.zone == "America/Los_Angeles"
    assert "Los Angeles" in said(chosen)
    assert chosen.reply.rewritten is not None


def test_what_the_clock_shows_gives_the_zones_that_fit() -> None:
    made = done(guessed(), place, Act("place", span="it's 7:30 pm here"), now=MIDNIGHT)
    assert NEW_YORK in [one.verb.removeprefix("zone=") for one in presses(made)]


@pytest.mark.parametrize(
    "act", [Act("place"), Act("place", {"city": "Kleinkleckersdorf"}), Act("place", verb="zone.no")]
)
def test_what_is_no_place_is_asked_for(act: Act) -> None:
    made = done(guessed(), place, act)
    assert (keys(made), made.person.asking, made.person.zone_asked_at) == (["again.zone"], "zone", NOW)


@pytest.mark.parametrize(("location", "zone"), [((51.5, -0.12), LONDON), ((40.7, -74.0), NEW_YORK)])
def test_a_location_becomes_a_zone_and_nothing_else_of_it_is_kept(location: tuple[float, float], zone: str) -> None:
    incoming = Incoming(kind=Kind.LOCATION, person_id=7, chat_id=7, location=location)
    made = Ledger(guessed(), NOW, incoming)
    place(made, Act("place", by=By.FILE))
    assert (made.person.zone, made.person.zone_confirmed) == (zone, True)
    assert str(location[0]) not in repr(made.known)


def test_a_location_that_lies_nowhere_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    import tzfpy

    monkeypatch.setattr(tzfpy, "get_tz", lambda _longitude, _latitude: "")
    made = Ledger(guessed(), NOW, Incoming(kind=Kind.LOCATION, person_id=7, chat_id=7, location=(0.0, 0.0)))
    place(made, Act("place", by=By.FILE))
    assert keys(made) == ["again.zone"]


def test_places_are_named_as_people_there_name_them() -> None:
    assert (city("Europe/Vienna", "de"), city("Europe/Vienna", "en")) == ("Wien", "Vienna")
    assert city("America/Argentina/Buenos_Aires", "en") == "Buenos Aires"
    assert said(moved(guessed())) == "It's 19:30 for you (New York)."


# What was told on the clock that was assumed


def test_a_talk_keeps_its_clock_time_and_is_named_once_more() -> None:
    made = moved(guessed(talk("2026-12-04 15:00")))
    (interview,) = made.known.interviews
    assert interview.start == at("2026-12-04 15:00", NEW_YORK)
    assert interview.end - interview.start == timedelta(hours=1)
    assert keys(made) == ["kept.place", "kept.place.talk", "@span"]
    assert "Acme: Fri 4 Dec" in said(made)


def test_one_whose_zone_was_named_keeps_its_moment() -> None:
    known = guessed(talk("2026-12-04 15:00", passed_over=(ZONE,)))
    assert moved(known).known.interviews == known.interviews


def test_once_it_was_confirmed_all_keep_their_moment_unless_it_is_put_right() -> None:
    known = guessed(talk("2026-12-04 15:00"))
    confirmed = replace(known, person=replace(known.person, zone_confirmed=True))
    assert moved(confirmed).known.interviews == known.interviews
    made = Ledger(confirmed, MIDNIGHT)
    made.acts = (Act("correct", {"what": "place"}),)
    settle(made, NEW_YORK)
    assert made.known.interviews[0].start == at("2026-12-04 15:00", NEW_YORK)


def test_a_place_said_in_passing_whose_clocks_show_the_same_is_not_spoken_of() -> None:
    known = Known(person=Person(id=7, name="Ana", zone="Europe/Berlin", zone_confirmed=True, serial=20))
    for city_of, line in (("Graz", []), ("Lisbon", ["kept.place"])):
        made = Ledger(known, NOW)
        made.acts = (Act("place", {"city": city_of}), Act("felt", {"mood": "fine"}))
        place(made, made.acts[0])
        assert made.person.zone != "Europe/Berlin"
        assert keys(made) == line


def test_the_zone_that_was_assumed_changes_nothing() -> None:
    known = guessed(talk("2026-12-04 15:00"))
    made = moved(known, LONDON)
    assert made.known.interviews == known.interviews
    assert made.person.zone_confirmed


def test_a_talk_of_just_now_keeps_its_moment() -> None:
    """ "I just had an interview": an hour ago, wherever that is."""
    now = MIDNIGHT
    just = Interview(id=2, opportunity_id=1, start=now - timedelta(minutes=25), end=now, start_known=False)
    assert moved(guessed(just)).known.interviews == (just,)


def test_what_is_over_stays_over() -> None:
    """Told as over at nine in the evening of Tuesday: in New York it is not nine yet."""
    known = guessed(talk("2026-12-01 21:00"))
    assert moved(known).known.interviews == known.interviews


def test_a_talk_of_today_is_one_of_today_there() -> None:
    """ "Interview today at 10 at night", told on Wednesday after midnight in London: Tuesday in New York."""
    known = guessed(talk("2026-12-02 22:00"))
    made = moved(told_just_now(replace(known, interviews=()), known))
    assert made.known.interviews[0].start == at("2026-12-01 22:00", NEW_YORK)


def test_one_that_was_told_days_ago_stays_on_its_day() -> None:
    known = guessed(talk("2026-12-02 22:00"))
    assert moved(known).known.interviews[0].start == at("2026-12-02 22:00", NEW_YORK)
    long_ago = told_just_now(replace(known, interviews=()), known)
    long_ago = replace(long_ago, person=replace(long_ago.person, heard_at=MIDNIGHT - timedelta(days=1)))
    assert moved(long_ago).known.interviews[0].start == at("2026-12-02 22:00", NEW_YORK)


def test_appointments_without_a_zone_keep_their_clock_time_too() -> None:
    def appointment(number: int, **more: Any) -> Appointment:
        start = at("2026-12-04 15:00")
        return Appointment(id=number, uid=str(number), start=start, end=start + timedelta(hours=1), **more)

    rows = (appointment(3), appointment(4, zone="Europe/Berlin"), appointment(5, all_day=True))
    first, *others = moved(guessed(appointments=rows)).known.appointments
    assert first.start == at("2026-12-04 15:00", NEW_YORK)
    assert tuple(others) == rows[1:]


# Days that were told as today


def with_days() -> Known:
    return guessed(
        talk("2026-11-30 15:00", window_latest=WEDNESDAY),
        promises=(
            Promise(id=3, opportunity_id=1, what="references", due=WEDNESDAY),
            Promise(id=4, opportunity_id=1, what="a link", due=date(2026, 12, 4)),
        ),
        events=(Event(id=5, opportunity_id=1, type=EventType.OFFER, at=MIDNIGHT, deadline=WEDNESDAY),),
    )


def test_today_is_the_day_it_is_there_and_a_friday_stays_a_friday() -> None:
    known = with_days()
    made = moved(told_just_now(replace(known, promises=(), events=(), interviews=()), known))
    assert made.known.interviews[0].window_latest == TUESDAY
    assert [promise.due for promise in made.known.promises] == [TUESDAY, date(2026, 12, 4)]
    assert made.known.events[0].deadline == TUESDAY


def test_what_was_told_before_keeps_its_days() -> None:
    known = with_days()
    made = moved(known)
    assert made.known.promises == known.promises
    assert made.known.interviews[0].window_latest == WEDNESDAY


def test_at_noon_it_is_the_same_day_everywhere() -> None:
    known = with_days()
    told = told_just_now(replace(known, promises=(), events=(), interviews=()), known, NOW)
    assert moved(told, now=NOW).known.promises == known.promises


# Told lately


def test_only_the_fields_that_the_last_message_changed_are_told_lately() -> None:
    before = guessed(talk("2026-12-02 22:00"))
    known = replace(before, interviews=(replace(before.interviews[0], window_latest=WEDNESDAY),))
    lately = ToldLately(Ledger(told_just_now(before, known), MIDNIGHT))
    interview = known.interviews[0]
    assert lately.has(interview, "window_latest")
    assert not lately.has(interview, "start")
    assert not lately.has(replace(interview, id=99), "start")


def test_this_message_counts_too() -> None:
    made = Ledger(guessed(), MIDNIGHT)
    new = made.add(Promise, opportunity_id=1, what="a link", due=WEDNESDAY)
    assert ToldLately(made).has(new, "due")
    old = Ledger(guessed(promises=(new,)), MIDNIGHT)
    changed = old.change(new, due=TUESDAY)
    assert ToldLately(old).has(changed, "due")
    assert not ToldLately(old).has(changed, "what")


def test_a_message_that_made_nothing_tells_nothing() -> None:
    known = guessed()
    for text in (None, json.dumps({"at": 1, "lines": []})):
        person = replace(known.person, journal=text, heard_at=MIDNIGHT)
        promise = Promise(id=3, opportunity_id=1, what="a link", due=WEDNESDAY)
        with_it = replace(known, person=person, promises=(promise,))
        assert not ToldLately(Ledger(with_it, MIDNIGHT)).has(promise, "due")
