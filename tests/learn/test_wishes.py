"""When the coach is quiet, about whom, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.hear.act import Act
from bot.learn.ledger import Stale
from bot.learn.wishes import ACTS, is_night, mute, pause, quiet_hours, resume, unmute
from scheduler import nudges
from scheduler.nudges import is_muted
from storage.facts import Known, Opportunity
from tests.decide.rows import NOW, acme, done, keys, press, said, stranger, two

MONDAY = datetime(2026, 12, 7, 9, tzinfo=UTC)


def silent(known: Known, **changes: object) -> Known:
    return replace(known, opportunities=(replace(known.opportunities[0], **changes), *known.opportunities[1:]))


def person(known: Known, **changes: object) -> Known:
    return replace(known, person=replace(known.person, **changes))


# One employer


def test_not_another_word_about_one() -> None:
    made = done(two(), mute, Act("mute", {"about": "acme"}))
    assert [o.muted for o in made.known.opportunities] == [True, False]
    assert "Acme" in said(made)
    assert "Remind me about Acme again" in said(made)
    assert made.person.topic == 1


def test_for_a_while() -> None:
    made = done(acme(), mute, Act("mute", {"until": MONDAY.date()}))
    (opportunity,) = made.known.opportunities
    assert (opportunity.muted, opportunity.muted_until) == (False, MONDAY)
    assert "Mon 7 Dec, 09:00" in said(made)
    assert is_muted(opportunity, MONDAY - timedelta(seconds=1))
    assert not is_muted(opportunity, MONDAY)


@pytest.mark.parametrize("words", ["don't remind me about this for a week", "eine Woche lang nichts zu Acme"])
def test_for_a_week_is_read_in_the_words_of_the_wish(words: str) -> None:
    made = done(acme(), mute, Act("mute", span=words))
    assert made.known.opportunities[0].muted_until == datetime(2026, 12, 9, 9, tzinfo=UTC)
    made = done(acme(), pause, Act("pause", span="leave me alone for two days"))
    assert made.person.paused_until == datetime(2026, 12, 4, 9, tzinfo=UTC)


def test_a_day_that_is_over_sets_no_end() -> None:
    made = done(acme(), mute, Act("mute", {"until": date(2026, 12, 1)}))
    assert made.known.opportunities[0].muted


def test_of_several_it_is_asked_which_one_and_one_that_is_not_known_is_said_so() -> None:
    assert len(done(two(), mute, Act("mute")).known.open_points) == 1
    made = done(two(), mute, Act("mute", {"about": "Umbrella"}))
    assert (keys(made), len(made.known.opportunities)) == (["wish.unknown"], 2)
    assert done(stranger(), mute, Act("mute")).known == stranger()


def test_the_button_mutes_once() -> None:
    made = done(acme(), mute, press("mute", "mute", 1))
    assert (made.known.opportunities[0].muted, made.reply.mark) == (True, "mute")
    for known in (made.known, silent(acme(), closed_at=NOW)):
        with pytest.raises(Stale):
            done(known, mute, press("mute", "mute", 1))
    with pytest.raises(Stale):
        done(acme(), mute, press("mute", "mute", 99))


def test_the_way_back_by_name_by_button_and_of_the_only_one() -> None:
    for changes in ({"muted": True}, {"muted_until": MONDAY}):
        for act in (Act("unmute", {"about": "Acme"}), Act("unmute"), press("unmute", "unmute", 1)):
            made = done(silent(two(), **changes), unmute, act)
            assert not is_muted(made.known.opportunities[0], NOW)
            assert keys(made) == ["kept.unmute"]
    with pytest.raises(Stale):
        done(acme(), unmute, press("unmute", "unmute", 1))
    assert keys(done(two(), unmute, Act("unmute", {"about": "Umbrella"}))) == ["wish.unknown"]


# Everything


def test_quiet_until_the_person_comes_back() -> None:
    made = done(acme(), pause, Act("pause"))
    assert (made.person.paused, made.person.paused_until) == (True, None)
    assert made.reply.kept[0].presses[0][0].verb == "resume"


def test_quiet_until_a_day() -> None:
    made = done(acme(), pause, Act("pause", {"until": MONDAY.date()}))
    assert (made.person.paused, made.person.paused_until) == (False, MONDAY)
    assert "Mon 7 Dec, 09:00" in said(made)
    assert not nudges.is_paused(made.person, MONDAY)


def test_what_is_named_is_when_it_speaks_again() -> None:
    late = person(acme(), quiet_until=time(10))
    assert done(late, pause, Act("pause", {"until": MONDAY.date()})).person.paused_until == MONDAY.replace(hour=10)
    moment = datetime(2026, 12, 3, 23, tzinfo=UTC)
    assert done(acme(), pause, Act("pause", {"until": moment})).person.paused_until == datetime(
        2026, 12, 4, 8, tzinfo=UTC
    )


def test_being_back_ends_either_kind_of_quiet() -> None:
    for changes in ({"paused": True}, {"paused_until": MONDAY}):
        for act in (Act("resume"), press("resume", "resume", 0)):
            made = done(person(acme(), **changes), resume, act)
            assert (made.person.paused, made.person.paused_until) == (False, None)
            assert keys(made) == ["welcome.back"]
    with pytest.raises(Stale):
        done(acme(), resume, press("resume", "resume", 0))


def test_without_a_pause_whatever_was_silenced_comes_back() -> None:
    known = person(silent(two(), muted=True), unwanted=("any_word",))
    made = done(known, resume, Act("resume"))
    assert not made.known.opportunities[0].muted
    assert made.person.unwanted == ()
    assert keys(made) == ["kept.unmute", "wanted.any_word"]
    assert keys(done(acme(), resume, Act("resume"))) == ["welcome.back"]
    paused = done(person(silent(two(), muted=True), paused=True), resume, Act("resume"))
    assert paused.known.opportunities[0].muted


# At night


def hours(known: Known, **slots: str) -> tuple[time, time] | None:
    made = done(known, quiet_hours, Act("quiet_hours", {name.rstrip("_"): value for name, value in slots.items()}))
    if keys(made) == ["quiet.no_hour"]:
        assert made.known == known
        return None
    assert keys(made) == ["kept.quiet_hours"]
    return made.person.quiet_from, made.person.quiet_until


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"from_": "22:00"}, (time(22), time(8))),
        ({"until": "10:00"}, (time(21), time(10))),
        ({"from_": "23:00", "until": "07:00"}, (time(23), time(7))),
        ({"from_": "01:00", "until": "09:00"}, (time(1), time(9))),
        ({"from_": "01:00"}, (time(1), time(8))),
        ({"from_": "07:00"}, (time(19), time(8))),
        ({"from_": "08:00"}, (time(20), time(8))),
        ({"from_": "09:00", "until": "17:00"}, (time(21), time(17))),
        ({"from_": "18:00", "until": "22:00"}, (time(18), time(8))),
        ({"from_": "12:00", "until": "13:30"}, (time(21), time(13, 30))),
    ],
)
def test_quiet_hours_hold_the_night(slots: dict[str, str], expected: tuple[time, time]) -> None:
    assert hours(acme(), **slots) == expected


@pytest.mark.parametrize(
    "slots", [{"until": "21:00"}, {"until": "22:00"}, {"from_": "nonsense"}, {"from_": "09:00", "until": "09:00"}]
)
def test_hours_that_leave_none_are_asked_again(slots: dict[str, str]) -> None:
    assert hours(acme(), **slots) is None


def test_who_wishes_for_quiet_nights_hears_that_they_are() -> None:
    made = done(acme(), quiet_hours, Act("quiet_hours"))
    assert said(made) == "I'm quiet from 21:00 to 08:00."


def test_the_hours_are_repeated() -> None:
    made = done(acme(), quiet_hours, Act("quiet_hours", {"from": "22:30", "until": "07:00"}))
    assert said(made) == "I'm quiet from 22:30 to 07:00."
    assert said(made, "de") == "Von 22:30 bis 07:00 Uhr bin ich still."


def test_nothing_is_said_in_them() -> None:
    made = done(acme(), quiet_hours, Act("quiet_hours", {"from": "20:00"}))
    evening = datetime(2026, 12, 2, 20, 30, tzinfo=UTC)
    assert nudges.is_quiet(evening, made.person)
    assert not nudges.is_quiet(evening, acme().person)


def test_what_a_night_is() -> None:
    assert is_night(time(22), time(2))
    assert is_night(time(0), time(6))
    assert not is_night(time(9), time(17))
    assert not is_night(time(8), time(8))


def test_every_wish_has_its_function() -> None:
    assert set(ACTS) == {
        "mute",
        "unmute",
        "pause",
        "resume",
        "quiet_hours",
        "listening",
        "helping",
        "place",
        "snooze",
        "most_a_day",
        "linkedin_tips",
    }
    assert Opportunity(id=1, employer="Acme").muted is False
