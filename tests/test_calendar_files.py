"""A calendar file in the chat: shown, planned with one tap, moved and taken back by later files."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.calendars.events import Reading, Wanted
from bot.calendars.guard import Guard
from bot.line import files
from bot.line.updates import person_of, translate
from bot.rehearsal.play import play
from bot.respond import respond
from bot.turn import Document, Incoming, Kind, Message
from bot.turns import Turns
from storage import inbox, known
from storage.facts import Known, Person
from tests.conftest import NOON, said, steps
from tests.learn.test_calendar_pasted import HEADINGS, IN_A_SENTENCE, PLAIN
from tests.wired import ANA, BEN, open_line

SCENE = {"now": "2026-09-07T09:00", "tz": "Europe/London", "person": "ana", "language": "en"}
Lines = list[dict[str, Any]]


def event(
    uid: str = "abc@acme.com", start: str = "20260910T130000Z", end: str = "20260910T140000Z", **more: str
) -> str:
    """A VEVENT."""
    fields = {"UID": uid, "DTSTART": start, "DTEND": end, "SUMMARY": "Interview at Acme", "DTSTAMP": "20260901T000000Z"}
    lines = [f"{name.replace('__', ';')}:{value}" for name, value in (fields | more).items() if value]
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def calendar(*events: str, method: str = "REQUEST") -> bytes:
    """A calendar file."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", f"METHOD:{method}"]
    return ("\r\n".join([*head, *events, "END:VCALENDAR"]) + "\r\n").encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


async def told(folder: Path, *given: dict[str, Any], **scene: str) -> Lines:
    """What is seen, after Ana has told where her clock stands."""
    before = [SCENE | scene, {"say": "/start"}, {"press": "yes"}]
    return [line async for line in play(steps(*before, *given), folder)]


def put(folder: Path, name: str, content: bytes) -> dict[str, str]:
    """The step that sends a file of this content."""
    (folder / name).write_bytes(content)
    return {"send": name}


def answers(transcript: Lines) -> Lines:
    """What the bot did after the last thing that Ana did."""
    last = max(i for i, line in enumerate(transcript) if line["from"] == "person")
    return [line for line in transcript[last + 1 :] if line["from"] == "bot"]


def texts(lines: Lines) -> list[str]:
    return [line["text"] for line in lines if line["text"]]


async def test_a_file_is_shown_and_planned_with_one_tap(folder: Path) -> None:
    transcript = await told(
        folder,
        put(folder, "invite.ics", calendar(event())),
        {"press": "Plan it"},
        {"until": "2026-09-10T15:10"},
    )

    assert "Thu 10 Sep, 14:00–15:00 your time\nCompany: Acme" in "".join(said(transcript))
    (card,) = [line for line in transcript if line["edited"] and line["text"].startswith("Acme")]
    assert card["text"].startswith("Acme\nThu 10 Sep, 14:00–15:00")
    assert card["buttons"][0] == ["Change time", "Change length"]
    assert [line["at"][:16] for line in transcript if line["nudge"] == "check_in"] == ["2026-09-10T15:05"]


async def test_the_time_is_shown_there_too_where_it_differs(folder: Path) -> None:
    there = event(DTSTART="", DTEND="", **{"DTSTART__TZID=America/New_York": "20260910T090000", "DURATION": "PT1H"})

    transcript = await told(folder, put(folder, "invite.ics", calendar(there)))

    assert "Thu 10 Sep, 14:00–15:00 your time (09:00 in New York)" in said(transcript)[-1]


async def test_a_time_without_a_zone_is_taken_as_the_persons_and_said_so(folder: Path) -> None:
    floating = event(start="20260910T090000", end="20260910T100000")

    transcript = await told(folder, put(folder, "invite.ics", calendar(floating)))

    assert "Thu 10 Sep, 09:00–10:00 your time (no time zone is named" in said(transcript)[-1]


async def test_whoever_comes_with_a_file_is_greeted_and_asked_for_their_clock_afterwards(folder: Path) -> None:
    lines = steps(SCENE, put(folder, "invite.ics", calendar(event())), {"press": "Plan it"})

    found, zone = said([line async for line in play(lines, folder)])

    assert found.startswith("Hello Ana, I'm Afterword.")
    assert "14:00–15:00 your time" in found
    assert "09:00" in zone


@pytest.mark.parametrize(
    ("language", "over", "keep", "asked"),
    [("en", "That one is over.", "Keep it", "How did it go"), ("de", "hinter dir", "Aufnehmen", "Wie war")],
)
async def test_what_is_over_is_spoken_of_as_past(folder: Path, language: str, over: str, keep: str, asked: str) -> None:
    past = event(start="20260903T130000Z", end="20260903T140000Z")
    lines = [SCENE | {"language": language}, {"say": "/start"}, put(folder, "invite.ics", calendar(past))]

    transcript = [line async for line in play(steps(*lines, {"press": keep}), folder)]

    (found,) = [line for line in transcript if [keep] == [label for row in line["buttons"] for label in row][:1]]
    assert over in found["text"]
    assert any(asked in text for text in texts(answers(transcript)))


async def test_what_is_no_interview_is_left_alone(folder: Path) -> None:
    transcript = await told(
        folder,
        put(folder, "invite.ics", calendar(event())),
        {"press": "Not an interview"},
        {"until": "2026-09-11T09:00"},
    )

    assert [line for line in transcript if line["nudge"]] == []


async def test_a_file_that_names_no_employer_asks_for_it(folder: Path) -> None:
    transcript = await told(
        folder,
        put(folder, "invite.ics", calendar(event(SUMMARY="Interview"))),
        {"press": "Plan it"},
        {"say": "Globex"},
        {"until": "2026-09-10T15:10"},
    )

    assert "Which company is it with?" in "".join(said(transcript))
    (asked,) = [line["text"] for line in transcript if line["nudge"] == "check_in"]
    assert asked.startswith("How did it go with Globex?")


async def test_a_whole_day_asks_for_its_time(folder: Path) -> None:
    day = event(DTSTART="", DTEND="", **{"DTSTART__VALUE=DATE": "20260910"})

    transcript = await told(
        folder,
        put(folder, "invite.ics", calendar(day)),
        {"press": "Plan it"},
        {"say": "2pm"},
        {"until": "2026-09-10T15:10"},
    )

    assert "Thu 10 Sep, no time given" in "".join(said(transcript))
    assert [line["at"][:16] for line in transcript if line["nudge"] == "check_in"] == ["2026-09-10T15:05"]


async def test_a_newer_file_moves_the_interview_and_all_that_hangs_on_it(folder: Path) -> None:
    moved = event(start="20260911T090000Z", end="20260911T100000Z", SEQUENCE="1")

    transcript = await told(
        folder,
        put(folder, "first.ics", calendar(event())),
        {"press": "Plan it"},
        put(folder, "second.ics", calendar(moved)),
        {"until": "2026-09-11T11:10"},
    )

    (text,) = texts(answers(transcript))[:1]
    assert text.startswith("Acme was moved in your calendar.\nBefore: Thu 10 Sep, 14:00–15:00\nNow: Fri 11 Sep, 10:00")
    assert [line["at"][:16] for line in transcript if line["nudge"] == "check_in"] == ["2026-09-11T11:05"]


async def test_an_older_file_changes_nothing(folder: Path) -> None:
    newer = event(start="20260911T090000Z", end="20260911T100000Z", SEQUENCE="3")

    transcript = await told(
        folder,
        put(folder, "first.ics", calendar(newer)),
        {"press": "Plan it"},
        put(folder, "second.ics", calendar(event(SEQUENCE="1"))),
    )

    assert said(transcript)[-1].startswith("I have this one already:\n\nAcme\nFri 11 Sep, 10:00–11:00")


async def test_a_cancellation_drops_it_with_everything_planned(folder: Path) -> None:
    off = calendar(event(SEQUENCE="1", STATUS="CANCELLED"), method="CANCEL")

    transcript = await told(
        folder,
        put(folder, "first.ics", calendar(event())),
        {"press": "Plan it"},
        put(folder, "off.ics", off),
        {"until": "2026-09-14T11:10"},
    )

    assert "called off in your calendar" in said(transcript)[-1]
    assert [line for line in transcript if line["nudge"]] == []


@pytest.mark.parametrize(
    ("button", "asked_at"),
    [("it moved", ["2026-09-14T16:05"]), ("another one", ["2026-09-10T15:05", "2026-09-14T16:05"])],
)
async def test_a_file_that_seems_to_replace_another_is_asked_about(
    folder: Path, button: str, asked_at: list[str]
) -> None:
    other = event(uid="new@ats.com", start="20260914T140000Z", end="20260914T150000Z")

    transcript = await told(
        folder,
        put(folder, "first.ics", calendar(event())),
        {"press": "Plan it"},
        put(folder, "new.ics", calendar(other)),
        {"press": button},
        {"until": "2026-09-10T15:10"},
        {"say": "/cancel"},
        {"until": "2026-09-14T16:10"},
    )

    assert "Is this the new time of Acme, which I have at Thu 10 Sep, 14:00–15:00?" in "".join(said(transcript))
    assert [line["at"][:16] for line in transcript if line["nudge"] == "check_in"] == asked_at


async def test_of_several_events_interviews_come_first_and_each_has_its_button(folder: Path) -> None:
    titles = ["Dentist", "Lunch with mum", "Onsite interview at Globex", "Interview with Initech", "Gym", "Book club"]
    days = [
        event(f"{n}@x", f"2026091{n}T130000Z", f"2026091{n}T140000Z", SUMMARY=title) for n, title in enumerate(titles)
    ]

    transcript = await told(
        folder, put(folder, "many.ics", calendar(*days)), {"press": "Globex"}, {"press": "None of the others"}
    )

    (shown,) = [line for line in transcript if line["text"].startswith("Which of these") and not line["edited"]]
    labels = [row[0] for row in shown["buttons"]]
    assert labels[:2] == ["Sat 12 Sep: Globex", "Sun 13 Sep: Initech"]
    assert len(labels) == 5 + 1
    assert "There is one more in it" in shown["text"]
    assert said(transcript)[-1].startswith("Globex\nSat 12 Sep, 14:00–15:00")


async def test_an_interview_that_was_typed_before_is_known(folder: Path) -> None:
    transcript = await told(
        folder,
        {"say": "/interview Acme, designer on 10 September 14:00 to 15:00"},
        put(folder, "invite.ics", calendar(event())),
    )

    assert said(transcript)[-1].startswith("I have this one already")


async def test_a_mail_with_an_invitation_in_it_is_read(folder: Path) -> None:
    mail = b"From: jobs@acme.com\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n"

    transcript = await told(folder, put(folder, "mail.eml", mail + calendar(event())))

    assert "Thu 10 Sep, 14:00–15:00 your time" in said(transcript)[-1]


HOSTILE = event(RRULE="FREQ=SECONDLY;INTERVAL=0", DESCRIPTION="x" * 100_000)
BAD = [
    ("photo.ics", b"\x89PNG\r\n\x1a\n" + bytes(2000), "This is a picture"),
    ("empty.ics", b" ", "This file is empty"),
    ("page.ics", b"<!doctype html><html>sign in</html>", "This is a web page"),
    ("cut.ics", calendar(event())[:120], "breaks off in the middle"),
    ("old.ics", calendar(event(start="20200910T130000Z", end="20200910T140000Z")), "I found nothing in this file"),
    ("reply.ics", calendar(event(), method="REPLY"), "an answer to an invitation"),
    ("off.ics", calendar(event(STATUS="CANCELLED"), method="CANCEL"), "was not planned here"),
    ("letter.txt", b"Dear Ana", "I only open files that hold a calendar"),
    ("huge.ics", bytes(1_000_001), "This file is too big for me"),
]


@pytest.mark.parametrize(("name", "content", "expected"), BAD, ids=[name for name, _, _ in BAD])
async def test_what_is_no_invitation_gets_one_sentence(folder: Path, name: str, content: bytes, expected: str) -> None:
    transcript = await told(folder, put(folder, name, content))

    (answer,) = answers(transcript)
    assert expected in answer["text"]


async def test_a_hostile_rule_is_read_as_the_one_event_that_it_begins_with(folder: Path) -> None:
    transcript = await told(folder, put(folder, "hostile.ics", calendar(HOSTILE)))

    assert "Thu 10 Sep, 14:00–15:00 your time" in said(transcript)[-1]


async def test_others_are_answered_while_a_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ana's file is never done; Ben is answered all the same."""
    begun = asyncio.Event()

    async def never(*_arguments: object) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(files, "read", never)
    async with open_line(tmp_path) as line:
        line.local.send_file("ana", calendar(event()), "invite.ics")
        line.local.say("ben", "/start")
        updates = await line.telegram.poll(None)
        await line.store.run(inbox.admit, [(person_of(raw), raw) for raw in updates], line.clock.now())
        turns = Turns(line.store, line.telegram, line.clock, lambda _: None)
        running = asyncio.create_task(turns.run())
        await begun.wait()
        async with asyncio.timeout(10):
            while await line.store.run(known.recall, BEN) is None:
                continue
        tasks = [running, *turns._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


async def test_a_file_that_telegram_does_not_hand_over_gets_one_sentence(tmp_path: Path) -> None:
    async with open_line(tmp_path) as line, Guard() as guard:
        document = Document("unknown", "invite.ics", "text/calendar", 100)
        assert await files.read(line.telegram, guard, line.clock, document, Wanted()) is None

    incoming = Incoming(kind=Kind.CALENDAR, person_id=ANA, chat_id=ANA)
    (answer,) = respond(incoming, Known(person=Person(id=ANA, zone="UTC", zone_confirmed=True)), NOON).say
    assert isinstance(answer, Message)
    assert "I could not get that file" in answer.text


async def test_a_file_is_asked_for_again_when_telegram_stumbles(tmp_path: Path) -> None:
    async with open_line(tmp_path) as line, Guard() as guard:
        line.local.send_file("ana", calendar(event()), "invite.ics")
        (update,) = await line.telegram.poll(None)
        found = translate(update).document
        assert found is not None
        line.local.fault("5xx", times=2, method="getFile")
        read = await files.read(line.telegram, guard, line.clock, found, Wanted())

    assert isinstance(read, Reading)
    assert [one.uid for one in read.occurrences] == ["abc@acme.com"]


# Pasted into the chat


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAIN, "Acme: Thu 10 Sep, 14:00–15:00. I'll ask how it went"),
        (IN_A_SENTENCE, "Globex · Data Engineer: Fri 11 Sep, 14:00–15:30. I'll ask how it went"),
        (HEADINGS, "Initech · Product Designer: Thu 10 Sep, 14:30–15:15. I'll ask how it went"),
    ],
)
async def test_a_pasted_invitation_is_kept_and_can_be_put_right(folder: Path, text: str, expected: str) -> None:
    transcript = await told(folder, {"say": text}, {"press": "Not right"})

    assert expected in said(transcript)[-2]
    assert "Not right" in answers(transcript[:-2])[-1]["buttons"][0]


async def test_a_calendar_file_that_is_pasted_is_read_as_one(folder: Path) -> None:
    transcript = await told(folder, {"say": calendar(event()).decode()}, {"say": "yes"})

    assert "Thu 10 Sep, 14:00–15:00 your time\nCompany: Acme" in said(transcript)[-2]
    assert said(transcript)[-1].startswith("Acme: Thu 10 Sep, 14:00–15:00.")
