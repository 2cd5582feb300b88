"""Further reports of other programs, three and more of each kind: each stands beside the address it came from."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.coaching.drafts import told
from bot.hear.scene import Expected
from tests.calendars.examples import calendar, event, opened
from tests.calendars.examples import told as shown
from tests.hear.heard import hear
from tests.reported import further
from tests.reported.life import Life
from tests.reported.test_clock import read
from tests.reported.test_names import bare_people
from tests.reported.test_promised_times import said_at
from tests.reported.test_sources_of_zones import RULES, block
from tests.reported.test_their_calendar import opens, waiting
from tests.reported.test_versions import END, invitation

REVERSED = block("America/New_York", "-0400", "-0500", begun="20070311T020000")


@pytest.mark.parametrize(
    ("start", "more", "head", "expected"),
    [
        # github.com/runely/calendar-homey/issues/680
        (
            'DTSTART;TZID="Customized Time Zone":20260308T090000',
            block("Customized Time Zone", "+0100", "+0200", RULES, begun="16011028T030000"),
            (),
            "03-08 08:00",
        ),
        # github.com/kewisch/ical.js/issues/380
        ("DTSTART;TZID=America/New_York:20260715T140000", REVERSED, (), "07-15 18:00"),
        # github.com/bressanmarcos/ICS-Timezone-Fixer/issues/11
        ("DTSTART:20260303T140000", "", ("X-WR-CALNAME : Ted", "X-PUBLISHED-TTL:PT0H15M"), "03-03 19:00"),
        # github.com/derekantrican/GAS-ICS-Sync/issues/254
        ("DTSTART;TZID=GMT Standard Time 1:20260126T120000", "", (), "01-26 12:00"),
        ("DTSTART;TZID=GMT Standard Time 1:20260726T120000", "", (), "07-26 11:00"),
        # github.com/niccokunzmann/python-recurring-ical-events/issues/59
        ("DTSTART;TZID=America/New_York:20261102T110000", "", ("X-WR-TIMEZONE:UTC",), "11-02 16:00"),
        # github.com/bressanmarcos/ICS-Timezone-Fixer/issues/16
        ("DTSTART;TZID=Central Europe Standard Time:20260327T140000", "", (), "03-27 13:00"),
        ("DTSTART;TZID=Central European Standard Time:20260327T140000", "", (), "03-27 13:00"),
        # github.com/sebbo2002/ical-generator/issues/680
        (
            "DTSTART;TZID=Europe/Paris:20260923T120000",
            "",
            ("TIMEZONE-ID:Europe/Paris", "X-WR-TIMEZONE:Europe/Paris"),
            "09-23 10:00",
        ),
        # github.com/jens-maus/node-ical/pull/251
        (
            "DTSTART;TZID=Two:20260715T120000",
            block("One", "+0100", "+0100") + block("Two", "+0300", "+0300"),
            (),
            "07-15 09:00",
        ),
    ],
)
def test_zones(start: str, more: str, head: tuple[str, ...], expected: str) -> None:
    found = opened(calendar(more, event(start), head=head), zone="America/New_York")
    assert shown(found.occurrences[0].start)[5:] == expected


OCTETS = "Content-Type: application/octet-stream"


@pytest.mark.parametrize(
    "data",
    [
        # github.com/dovecot/core/pull/197
        further.mail(OCTETS, "Content-Disposition: inline;\r\n\tfilename*=utf-8''Gespr%C3%A4ch%2Eics"),
        # github.com/Cocoanetics/SwiftMail/pull/102
        further.mail(f'{OCTETS};\r\n\tname="=?utf-8?B?R2VzcHLDpGNoIGFtIDE1Lmk=?=\r\n =?utf-8?B?Y3M=?="'),
        # github.com/jbostoen/itop-jb-mail-to-ticket-automation-v2/issues/46
        further.mail(
            OCTETS, "Content-Disposition: attachment;\r\n filename*0*=us-ascii'en'your%20talk;\r\n filename*1=\".ics\""
        ),
        # github.com/nextcloud/mail/issues/2687
        further.mail(f'{OCTETS}; name="untitled"', "Content-Disposition: attachment"),
        # github.com/suitenumerique/messages/issues/489
        further.mail('Content-Type: text/calendar; charset="utf-8"; method="REQUEST"'),
        # github.com/koodaamo/tnefparse/issues/115
        further.mail('Content-Type: application/ms-tnef; name="winmail.dat"', body=further.meeting_tnef()),
        # github.com/koodaamo/tnefparse/issues/16
        further.mail(f'{OCTETS}; name="winmail.dat"', body=further.attached_tnef()),
        # github.com/baruwaproject/baruwa2/issues/160
        further.meeting_tnef(),
    ],
    ids=["rfc2231", "rfc2047", "continued", "unnamed", "alternative", "meeting in tnef", "file in tnef", "tnef alone"],
)
def test_containers(data: bytes) -> None:
    (found,) = opened(data).occurrences
    assert (found.start, found.end, found.title) == (further.START, further.END, "Interview with Acme")


def versions(*sent: bytes) -> str:
    """The day on which the talk is in the end, or that it is off."""
    life = Life.begun("2026-06-10T09:00").send(sent[0]).press("Plan it")
    for data in sent[1:]:
        life.send(data)
    return "off" if life.talk.cancelled else str(life.talk.start.day)


def at(day: int, sequence: str, stamp: str, **more: Any) -> bytes:
    return invitation(day, sequence, stamp, more=END.format(day), **more)


ONE, TWO, THREE = "20260601T080000Z", "20260601T090000Z", "20260601T100000Z"


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        # github.com/tutao/tutanota/issues/5732
        ((at(15, "0", ONE), at(16, "0", TWO)), "16"),
        ((at(15, "0", ONE), at(15, "0", TWO, method="CANCEL")), "off"),
        # github.com/linagora/tmail-backend/issues/1649
        ((at(15, "0", ONE), at(16, "1", TWO), at(17, "1", THREE)), "17"),
        # github.com/tutao/tutanota/issues/2807
        ((at(15, "1", ONE), at(16, "1", TWO)), "16"),
        # github.com/nextcloud/calendar/issues/1280
        ((at(15, "", "20260601T080000"), at(16, "", "20260601T090000")), "16"),
        # github.com/XiovV/calich/issues/201
        ((at(15, "0", ONE), at(15, "1", TWO, method="CANCEL"), at(15, "0", ONE)), "off"),
        # github.com/mustang-im/mustang/issues/619
        ((at(15, "0", ONE), at(15, "", TWO, method="CANCEL")), "off"),
    ],
)
def test_versions(sent: tuple[bytes, ...], expected: str) -> None:
    assert versions(*sent) == expected


def test_versions_of_one_day_of_a_series() -> None:
    """github.com/niccokunzmann/python-recurring-ical-events/issues/223."""
    series = event("DTSTART:20260910T120000Z", "RRULE:FREQ=DAILY;COUNT=2", "SEQUENCE:5")
    moved = event("DTSTART:20260911T150000Z", "RECURRENCE-ID:20260911T120000Z", "SEQUENCE:0")
    assert [shown(one.start)[8:] for one in opened(calendar(series, moved)).occurrences] == ["10 12:00", "11 15:00"]


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Tuesday at 2:00 - 2:30 pm", "en", "16T14:00..16T14:30"),  # github.com/microsoft/Recognizers-Text/issues/2330
        ("tomorrow 08h00 - 11h30", "en", "11T08:00..11T11:30"),  # github.com/facebook/duckling/issues/652
        ("tomorrow from 3AM to 12 noon", "en", "11T03:00..11T12:00"),  # github.com/facebook/duckling/issues/201
        ("tomorrow at 5 in the evening", "en", "11T17:00"),
        ("tomorrow 11 to 1", "en", "11T11:00..11T13:00"),  # github.com/facebook/duckling/issues/274
        ("tomorrow between 11 and 1", "en", "11T11:00..11T13:00"),
        ("morgen Vormittag von 10 bis 12 Uhr", "de", "11T10:00..11T12:00"),  # github.com/facebook/duckling/issues/648
        ("today 3 - 5", "en", "10T15:00..10T17:00"),  # github.com/neilgupta/Sherlock/issues/7
        ("tomorrow between 7 and 8pm", "en", "11T19:00..11T20:00"),  # github.com/wit-ai/wit/issues/350
        ("tonight at 7", "en", "10T19:00"),  # github.com/joestelmach/natty/issues/87
        ("tomorrow at midday", "en", "11T12:00"),  # github.com/mojombo/chronic/issues/369
        ("tomorrow at three in the afternoon", "en", "11T15:00"),  # github.com/scrapinghub/dateparser/issues/239
        ("tomorrow 12:00 Noon", "en", "11T12:00"),  # github.com/dateutil/dateutil/issues/781
        ("11 June 2026 12:00:00 AM", "en", "11T00:00"),  # github.com/nickgartmann/mke-dispatch/issues/23
        # github.com/sonos/rustling-ontology/issues/201
        ("Friday between one thirty and three forty-five pm", "en", "12T13:30..12T15:45"),
        ("morgen zwischen 17 und 18 Uhr", "de", "11T17:00..11T18:00"),  # github.com/facebook/duckling/issues/645
    ],
)
def test_clock(words: str, language: str, expected: str) -> None:
    assert read(words, datetime(2026, 6, 10, 12, tzinfo=ZoneInfo("Europe/London")), language) == expected


def asked_how_it_went(talk: str, until: str) -> Life:
    life = Life.begun(f"{talk[:10]}T09:00")
    return life.say(f"Interview with Acme today at {talk[11:]} for 30 minutes, designer").until(until)


def test_promises_count_from_the_press() -> None:
    """github.com/dagraham/etm-tk/issues/53: not from when the question came."""
    life = asked_how_it_went("2026-10-21T10:00", "2026-10-21T11:25").press("Later").say("in 10 minutes")
    heard = len(life.nudges)
    assert said_at(life.until("2026-10-21T12:00"), heard)[0] == "Wed 21 Oct, 11:35"


def test_promises_of_different_lengths() -> None:
    """github.com/quarck/CalendarNotification/issues/359: each comes at its own time."""
    life = asked_how_it_went("2026-10-21T10:00", "2026-10-21T10:40").press("Later").say("in 90 minutes")
    life.say("Interview with Bolt today at 11:00 for 20 minutes, designer").until("2026-10-21T11:50")
    life.press("Later").say("in 2 hours")
    heard = len(life.nudges)
    life.until("2026-10-21T14:00")
    assert {"Wed 21 Oct, 12:10", "Wed 21 Oct, 13:50"} <= set(said_at(life, heard))


def test_promises_about_a_talk_that_moves() -> None:
    """github.com/orgzly/orgzly-android/issues/247: the talk is another day now, and so is the question."""
    life = asked_how_it_went("2026-10-21T10:00", "2026-10-21T10:40").press("Later").say("in 2 hours")
    life.say("Acme moved the interview to tomorrow at 10am")
    heard = len(life.nudges)
    life.until("2026-10-21T20:00")
    assert [name for _, name in life.nudges[heard:] if name == "check_in"] == []
    life.until("2026-10-22T12:00")
    assert [f"{moment:%d}" for moment, name in life.nudges[heard:] if name == "check_in"] == ["22"]


def test_promises_made_earlier_again() -> None:
    """github.com/tasks/tasks/issues/2914: a reminder of one's own comes before what was put off."""
    life = asked_how_it_went("2026-10-21T10:00", "2026-10-21T10:40").press("Later").say("at 4pm")
    life.say("remind me at 3:30pm to call my sister")
    heard = len(life.nudges)
    assert {"Wed 21 Oct, 15:30", "Wed 21 Oct, 16:00"} <= set(said_at(life.until("2026-10-21T18:00"), heard))


def test_promises_over_a_change_of_the_clocks() -> None:
    """github.com/CubicrootXYZ/RemindMe/issues/359."""
    life = Life.waiting("2026-10-24T09:00").say("remind me tomorrow at 9am to look over my notes")
    heard = len(life.nudges)
    assert "Sun 25 Oct, 09:00" in said_at(life.until("2026-10-25T12:00"), heard)


@pytest.mark.parametrize(
    "kinds",
    [
        *({name: {"id": "1"}} for name in ("chosen_inline_result", "shipping_query", "pre_checkout_query")),
        *({name: {"id": "1"}} for name in ("chat_join_request", "purchased_paid_media", "deleted_business_messages")),
    ],
    ids=lambda kinds: next(iter(kinds)),
)
def test_updates_of_other_kinds(kinds: dict[str, Any]) -> None:
    """github.com/depoio/node-telegram-bot/pull/71."""
    life = Life.begun("2026-06-10T09:00")
    before = life.known
    assert (life.update(**kinds).said, life.known) == ([], before)


@pytest.mark.parametrize(
    "content",
    [
        {"migrate_to_chat_id": -5},  # github.com/crystal-autobot/autobot/pull/123
        {"left_chat_member": {"id": 9}},
        {"refunded_payment": {"currency": "XTR"}},
        {"paid_message_price_changed": {"paid_message_star_count": 5}},
        {"checklist_tasks_done": {"marked_as_done_task_ids": [1]}},
        {"gift_upgrade_sent": {"gift": {}}},
    ],
    ids=lambda content: next(iter(content)),
)
def test_updates_that_say_nothing(content: dict[str, Any]) -> None:
    life = Life.begun("2026-06-10T09:00")
    before = life.known
    assert (life.message(**content).said, life.known) == ([], before)


def test_updates_about_a_place_that_is_edited() -> None:
    """github.com/rapierorg/telegram-bot-swift/issues/89."""
    life = Life.begun("2026-06-10T09:00")
    before = life.known
    life.edit(location={"latitude": 40.7, "longitude": -74.0}, venue={"title": "x"}, edit_date=2)
    assert (life.said, life.known) == ([], before)


@pytest.mark.parametrize(
    ("day", "zone", "place", "by", "expected"),
    [
        # github.com/vacanza/holidays/issues/2747
        ("2028-07-20", "Europe/Berlin", "they are based in Augsburg", "they said by Fri 4 August", "Wed 09 Aug"),
        # github.com/vacanza/holidays/issues/3127
        ("2027-01-12", "America/Sao_Paulo", "they are based in São Paulo", "they said by Thu 21 January", "Tue 26 Jan"),
        # github.com/vacanza/holidays/issues/2103
        ("2026-09-28", "America/New_York", "they are in San Francisco", "they said by Thu 8 October", "Mon 12 Oct"),
        ("2026-09-28", "America/New_York", "they are based in New York", "they said by Thu 8 October", "Tue 13 Oct"),
        # github.com/pinkywafer/Calendarific/issues/3
        ("2027-02-01", "America/Toronto", "they are based in Vancouver", "they said by Thu 11 February", "Tue 16 Feb"),
        # github.com/ourownstory/neural_prophet/issues/1574
        ("2026-06-10", "America/Toronto", "they are based in Montreal", "they said by Mon 22 June", "Thu 25 Jun"),
        # github.com/bruxy70/Holidays/issues/44
        ("2026-08-31", "Europe/Zurich", "the office is in Geneva", "they said by Tue 8 September", "Fri 11 Sep"),
        # github.com/bokmann/business_time/issues/192
        ("2026-06-10", "Europe/London", "they are based in London", "they said by Sunday 21 June", "Tue 23 Jun"),
        # github.com/eduolalo/moment-business-days/issues/24
        (
            "2026-12-10",
            "Europe/London",
            "they shut down between Christmas and New Year",
            "they said by Wed 23 December",
            "Tue 05 Jan",
        ),
        (
            "2026-06-10",
            "Europe/London",
            "their office is closed on Friday 26 June",
            "they said by Wed 24 June",
            "Mon 29 Jun",
        ),
    ],
)
def test_employers_calendar(day: str, zone: str, place: str, by: str, expected: str) -> None:
    assert opens(waiting(day, zone, by, place)) == expected


@pytest.mark.parametrize(
    ("told_week", "week"),
    [
        ("they have a four-day week, Monday to Thursday", (0, 1, 2, 3)),  # github.com/briannesbitt/Carbon/issues/368
        ("their weekend is Friday and Saturday", (0, 1, 2, 3, 6)),
        (
            "their office is open Monday to Saturday",
            (0, 1, 2, 3, 4, 5),
        ),  # github.com/kylekatarnls/business-time/issues/68
    ],
)
def test_employers_working_week(told_week: str, week: tuple[int, ...]) -> None:
    assert waiting("2026-06-10", "Europe/London", told_week).job.work_week == week


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nguyễn Thị Lan", {"Nguyễn Thị Lan", "Lan"}),  # github.com/margince/margince/issues/3398
        ("Andrew Ma", {"Andrew"}),  # github.com/derek73/python-nameparser/issues/26
        ("Yumeng Du", {"Yumeng", "Yumeng Du"}),  # github.com/theiconic/name-parser/issues/25
        ("Jeffrey Lord", {"Jeffrey"}),  # github.com/berkmancenter/namae/issues/12
        (
            "Van Maximilian Carlson",
            {"Van", "Van Maximilian Carlson"},
        ),  # github.com/derek73/python-nameparser/issues/126
        ("Ronder von Buran VI", {"Ronder"}),  # github.com/berkmancenter/namae/issues/28
        ("Ed Royce", {"Ed"}),  # github.com/derek73/python-nameparser/issues/42
        ("John Smith Jr.", {"John"}),  # github.com/derek73/python-nameparser/issues/3
        ("Mr Magoo", {"Mr Magoo"}),  # github.com/derek73/python-nameparser/issues/7
        ("Frau Rietsch", {"Frau Rietsch"}),  # github.com/margince/margince/issues/3257
        ("Herr Dr. Martin Meier", {"Herr Dr. Martin Meier", "Herr Dr. Meier"}),
    ],
)
def test_names_in_a_greeting(name: str, expected: set[str]) -> None:
    assert told.called(name) in expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("John Smith, Dr.", 1),  # github.com/derek73/python-nameparser/issues/62
        ("John Smith, Jr. and Anna Weber", 2),  # github.com/theiconic/name-parser/issues/18
        ("Dominic G. Lewis Jr", 1),  # github.com/berkmancenter/namae/issues/43
        ("Prof. Anna Weber, PhD, and Tom Klein, MBA", 2),
    ],
)
def test_names_of_several(who: str, expected: int) -> None:
    assert len(bare_people(who)) == expected, bare_people(who)


@pytest.mark.parametrize(
    "role", ["Engineer II/III", "VP, Sales & Marketing", "Head of Sales - DACH", "Jr./Sr. Developer"]
)
def test_names_of_jobs(role: str) -> None:
    """github.com/offlinecv/OfflineCV/issues/382."""
    found = hear(role, "told", expects=Expected.ROLE).acts
    assert [(act.name, act.get("role")) for act in found] == [("interview", role)]


@pytest.mark.parametrize("employer", ["Sun Microsystems", "May & Baker", "Second Nature", "March Networks", "Satalia"])
def test_names_of_employers(employer: str) -> None:
    """github.com/wanasit/chrono/issues/518."""
    life = Life.begun("2026-06-10T09:00").say(f"Interview with {employer} tomorrow at 3pm for an hour")
    assert (life.job.employer, f"{life.talk.start:%dT%H:%M}") == (employer, "11T14:00")
