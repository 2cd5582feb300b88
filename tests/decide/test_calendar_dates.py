"""The coach's own dates as a file for the Person's calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from icalendar import Calendar

from bot.decide.calendar_dates import FILE_NAME, dates, thank_until
from bot.hear.act import Act
from bot.learn.ledger import Ledger
from bot.words import plain
from storage.facts import Known, Opportunity
from tests.decide.rows import NOW, acme, keys, stranger, unthanked

ACT = Act("calendar", {"do": "dates"})


def handed(known: Known) -> tuple[Ledger, list[tuple[str, str, date]]]:
    """The turn, and UID, title and day of what is in the file."""
    ledger = Ledger(known, NOW)
    dates(ledger, ACT)
    content = ledger.reply.files[0][1] if ledger.reply.files else b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    events = Calendar.from_ical(content).walk("VEVENT")
    return ledger, [(str(one["UID"]), str(one["SUMMARY"]), one["DTSTART"].dt) for one in events]


def test_without_any_date_it_is_said_so() -> None:
    ledger, found = handed(stranger())
    assert (keys(ledger), found) == (["calendar.no_dates"], [])


def test_the_last_day_to_thank_and_the_first_to_ask() -> None:
    ledger, found = handed(unthanked())
    assert [(uid, title) for uid, title, _ in found] == [
        ("thank-7-1@afterword", "Last day to thank Acme"),
        ("ask-7-1@afterword", "You may ask Acme how things stand"),
    ]
    assert [day for _, _, day in found] == [thank_until(ledger, ledger.known.opportunities[0]), date(2026, 12, 15)]
    ((name, _, caption),) = ledger.reply.files
    assert (name, caption.params["n"]) == (FILE_NAME, 2)  # type: ignore[union-attr]


def test_in_the_persons_language() -> None:
    known = unthanked()
    _, found = handed(replace(known, person=replace(known.person, language="de")))
    assert found[0][1] == "Letzter Tag für den Dank an Acme"


def test_whoever_was_thanked_is_not_thanked_again() -> None:
    _, found = handed(acme())
    assert [uid for uid, _, _ in found] == ["ask-7-1@afterword"]


def test_nobody_is_thanked_for_a_day_that_is_only_assumed_or_who_is_not_to_be() -> None:
    known = unthanked()
    for changes in ({"day_known": False}, {"thank_you_declined": True}):
        ledger = Ledger(replace(known, interviews=(replace(known.interviews[0], **changes),)), NOW)
        assert thank_until(ledger, ledger.known.opportunities[0]) is None
    ledger = Ledger(replace(known, interviews=()), NOW)
    assert thank_until(ledger, ledger.known.opportunities[0]) is None


def test_an_employer_without_a_name_has_no_dates() -> None:
    nameless = (Opportunity(id=1, employer=plain("employer.unnamed", "en")),)
    _, found = handed(replace(unthanked(), opportunities=nameless))
    assert found == []
