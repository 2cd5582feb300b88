"""A feed connected, looked at and disconnected; what is secret stays secret."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from icalendar import Calendar
from sqlmodel import Session

from bot.calendars.feeds.addresses import address_in
from bot.calendars.feeds.seal import Seal
from bot.settings import SettingsUnusable, load
from storage import known
from tests.feeds.living import Life, living
from tests.feeds.server import HOST
from tests.test_calendar_files import calendar, event
from tests.test_logs import log

__all__ = ["log"]

PATH = "/private-7f3a/basic.ics"
ADDRESS = f"https://{HOST}{PATH}"
START = "2026-09-10T09:00"
FOUR = {"start": "20260910T150000Z", "end": "20260910T160000Z"}


def serve(life: Life, *events: str) -> None:
    """From now on this stands in the feed."""
    life.server.serve(PATH, calendar(*events, method="PUBLISH"))


async def connected(life: Life, *events: str) -> None:
    """Ana sends the address of a calendar with these events."""
    serve(life, *events)
    await life.say(ADDRESS)


async def planned(life: Life) -> None:
    """One interview, at 14:00 to 15:00, is found and planned."""
    await connected(life, event())
    await life.press("Plan it")


async def test_found_confirmed_moved_an_hour_before_its_end_cancelled_and_nothing_more_said(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        await connected(life, event(), event("gym@x", SUMMARY="Gym"))
        assert "Thu 10 Sep, 14:00–15:00 your time\nCompany: Acme" in life.told()[-1]
        assert "Gym" not in "".join(life.told())
        await life.press("Plan it")
        await life.until("2026-09-10T14:00")
        serve(life, event(SEQUENCE="1", **FOUR))
        await life.until("2026-09-10T15:30")
        serve(life, event(SEQUENCE="2", STATUS="CANCELLED", **FOUR))
        await life.until("2026-09-10T20:00")

        after_lunch = [line for line in life.told() if line > "10 14" and "For your pocket" not in line]
        moved, off = after_lunch
        assert moved[:8] < "10 14:31"
        assert "Before: Thu 10 Sep, 14:00–15:00\nNow: Thu 10 Sep, 16:00–17:00" in moved
        assert "called off in your calendar" in off
        assert "How did it go" not in "".join(life.told())


async def test_it_is_looked_at_once_more_when_an_interview_ends(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        await planned(life)
        await life.until("2026-09-10T14:59")
        serve(life, event(SEQUENCE="1", **FOUR))
        await life.until("2026-09-10T15:30")

        assert [line[:8] for line in life.told() if "was moved" in line] == ["10 15:00"]
        assert "How did it go" not in "".join(life.told())


async def test_who_has_not_said_where_they_live_hears_of_changes_once_they_have(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        await planned(life)
        ana = life.local.person("ana").id
        await life.app.store.run(place, ana, False)
        serve(life, event(SEQUENCE="1", **FOUR))
        await life.until("2026-09-10T12:00")
        unplaced = [line for line in life.told() if "was moved" in line]

        await life.app.store.run(place, ana, True)
        await life.until("2026-09-10T13:30")

        assert (unplaced, len([line for line in life.told() if "was moved" in line])) == ([], 1)


def place(session: Session, person_id: int, is_known: bool) -> None:
    """From now on it is known where that person lives, or it is not."""
    before = known.recall(session, person_id)
    assert before is not None
    after = replace(before, person=replace(before.person, zone_confirmed=is_known))
    known.keep(session, before, after, None)


async def test_what_is_gone_from_the_feed_is_asked_about_once(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        await planned(life)
        serve(life, event("gym@x", SUMMARY="Gym"))
        await life.until("2026-09-10T12:00")

        assert len([line for line in life.told() if "is no longer in your calendar. Is it off?" in line]) == 1
        await life.press("Yes, it's off")
        await life.until("2026-09-10T16:00")
        assert "How did it go" not in "".join(life.told())


async def test_what_may_have_moved_under_a_new_name_is_asked_about(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        await planned(life)
        serve(life, event("new@ats", **FOUR))
        await life.until("2026-09-10T10:00")
        assert "Is this the new time of Acme" in life.told()[-1]
        await life.press("Yes, it moved")
        await life.until("2026-09-10T17:30")

        assert [line[:8] for line in life.told() if "How did it go" in line] == ["10 17:05"]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        ("200 OK", b"<!doctype html><html>Please sign in</html>"),
        ("200 OK", calendar(event())[:90]),
        ("500 Internal Server Error", b""),
        ("403 Forbidden", b""),
        ("304 Not Modified", b""),
    ],
)
async def test_what_is_no_whole_calendar_changes_nothing(tmp_path: Path, status: str, body: bytes) -> None:
    async with living(tmp_path, START) as life:
        await planned(life)
        before = len(life.told())
        life.server.serve(PATH, body, status)
        await life.until("2026-09-10T12:30")

        assert len(life.told()) == before
        assert len(life.server.seen) > 2


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
async def test_a_withdrawn_address_is_told_once_and_no_longer_asked(tmp_path: Path, status: str) -> None:
    async with living(tmp_path, START) as life:
        await planned(life)
        life.server.serve(PATH, b"", status)
        await life.until("2026-09-10T10:00")
        looks = len(life.server.seen)
        await life.until("2026-09-10T12:00")

        assert len([line for line in life.told() if "nothing under this address any more" in line]) == 1
        assert len(life.server.seen) == looks


async def test_a_feed_that_wants_a_sign_in_for_three_days_is_given_up(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        await connected(life, event("gym@x", SUMMARY="Gym"))
        life.server.serve(PATH, b"", "403 Forbidden")
        await life.until("2026-09-13T09:00")
        assert "sign-in" not in "".join(life.told())
        await life.until("2026-09-14T14:00")

        assert len([line for line in life.told() if "the server wants a sign-in" in line]) == 1


async def test_an_address_that_gives_no_calendar_at_first_is_told_and_deleted(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        life.server.serve(PATH, b"<html>hello</html>")
        await life.say(ADDRESS)

        assert "I could not read a calendar at feed.example" in life.told()[-1]
        assert "gAAAA" not in await life.rows()


async def test_what_is_found_at_night_is_told_in_the_morning(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        await connected(life, event("gym@x", SUMMARY="Gym"))
        await life.until("2026-09-10T23:00")
        serve(life, event(start="20260912T130000Z", end="20260912T140000Z"))
        await life.until("2026-09-11T09:00")

        assert life.told()[-1].startswith("11 08:00 Interview at Acme\nSat 12 Sep, 14:00–15:00")


async def test_no_question_is_asked_about_what_the_person_planned_by_hand(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        await life.say("/interview Acme, designer on 10 September 14:00 to 15:00")
        await connected(life, event())
        assert "found no interview ahead that I don't know" in life.told()[-1]
        serve(life, event(SEQUENCE="1", **FOUR))
        await life.until("2026-09-10T10:00")

        assert "was moved in your calendar" in life.told()[-1]


async def test_a_disconnected_feed_is_not_looked_at_and_its_address_is_gone(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        await planned(life)
        await life.say("/calendar")
        assert f"Your calendar at {HOST} is connected." in life.told()[-1]
        assert life.told()[-1].endswith("Interviews planned from it: 1")
        await life.press("Disconnect")
        looks = len(life.server.seen)
        await life.until("2026-09-10T12:00")

        assert len(life.server.seen) == looks
        assert "gAAAA" not in await life.rows()


# What is secret


async def test_the_address_stands_in_no_table_no_log_and_no_message(tmp_path: Path, log: io.StringIO) -> None:
    async with living(tmp_path, START) as life:
        await planned(life)
        life.server.serve(PATH, b"", "500 Internal Server Error")
        await life.until("2026-09-10T11:00")
        await life.say("/calendar")
        chat = life.local.person("ana").id
        left = [message.get("text", "") for (of, _), message in life.local.messages.items() if of == chat]
        rows = await life.rows()

        assert HOST in rows
        for text in (rows, log.getvalue(), *life.told(), *left):
            assert "private-7f3a" not in text


async def test_without_a_key_no_address_is_taken(tmp_path: Path) -> None:
    async with living(tmp_path, START, key=None) as life:
        await connected(life, event())
        assert "has not switched on calendar addresses" in life.told()[-1]
        await life.say("/calendar")
        assert "has not switched on calendar addresses" in life.told()[-1]

        assert life.server.seen == []
        assert "private-7f3a" not in await life.rows()


async def test_another_key_opens_nothing_and_says_so_to_the_operator_alone(tmp_path: Path, log: io.StringIO) -> None:
    async with living(tmp_path, START) as life:
        await planned(life)
        before = len(life.told())
        life.app.watcher._seal = Seal(Fernet.generate_key().decode())
        await life.until("2026-09-10T10:00")

        assert len(life.told()) == before
        assert "does not open with AFTERWORD_KEY" in log.getvalue()


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory without a file of settings."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("nowhere")
def test_what_is_no_key_is_refused_with_the_way_to_make_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_KEY", "secret")

    with pytest.raises(SettingsUnusable, match="AFTERWORD_KEY is no key") as caught:
        load()

    assert "'secret'" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        (ADDRESS, True),
        (f"/calendar {ADDRESS}", True),
        ("here: webcal://p01-caldav.icloud.com/published/2/MTIz", True),
        ("https://p01-caldav.icloud.com/published/2/MTIz", True),
        ("https://outlook.office365.com/owa/calendar/a@b/c/calendar.ics", True),
        ("https://calendar.google.com/calendar/embed?src=x", False),
        ("https://acme.com/jobs", False),
        ("You are invited to an interview on Thursday at 14:00 with Sarah and Tom from Acme, " + ADDRESS, False),
        ("https://[::1/a.ics", False),
        ("no address at all", False),
    ],
)
def test_an_address_is_found_when_it_was_sent_to_be_connected(text: str, is_address: bool) -> None:
    assert (address_in(text) is not None) == is_address


# Out again


async def test_the_coachs_dates_come_as_a_file_that_brings_itself_up_to_date(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        await life.say("/calendar")
        await life.press("My dates as a file")
        assert "There is no date for your calendar yet" in life.told()[-1]
        await planned(life)
        await life.until("2026-09-10T15:10")
        first, second = [await dates(life), await dates(life)]

    assert [title for _, _, title in first] == ["Last day to thank Acme", "You may ask Acme how things stand"]
    assert [uid for uid, _, _ in first] == [uid for uid, _, _ in second]
    assert all(later > sooner for (_, sooner, _), (_, later, _) in zip(first, second, strict=True))


async def dates(life: Life) -> list[tuple[str, int, str]]:
    """UID, SEQUENCE and title of what is in the file that Ana asks for."""
    await life.say("/calendar")
    await life.press("My dates as a file")
    stored = list(life.local.files.by_id.values())[-1]
    assert stored.name == "afterword.ics"
    events = Calendar.from_ical(stored.data).walk("VEVENT")
    return [(str(one["UID"]), int(one["SEQUENCE"]), str(one["SUMMARY"])) for one in events]
