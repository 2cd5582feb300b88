"""What the files of this room share: days, lines, and which button is an old one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot import words
from bot.learn import lines, plan, pressed
from bot.learn.called import same_name
from bot.learn.ledger import Ledger
from bot.learn.standing import ACTS as STANDING
from bot.learn.waiting import ACTS as WAITING
from bot.learn.which import role_of
from bot.words.named import text
from storage.facts import ContactKind, EventType, Opportunity
from tests.learn import rows
from tests.learn.rows import NOW, OPENS, TODAY, act


def ledger_of(known: rows.Known) -> tuple[Ledger, Opportunity]:
    ledger = Ledger(known, NOW)
    return ledger, ledger.known.opportunities[0]


def test_from_when_they_may_be_asked() -> None:
    assert plan.opens_on(*ledger_of(rows.waiting())) == OPENS
    assert not plan.may_ask_now(*ledger_of(rows.waiting()))
    assert plan.opens_on(*ledger_of(rows.overdue())) is None
    assert plan.may_ask_now(*ledger_of(rows.overdue()))
    for ended in (rows.let_go(rows.waiting()), rows.happened(rows.waiting(), EventType.REJECTED)):
        assert plan.opens_on(*ledger_of(ended)) is None


def test_working_days_are_those_at_the_employer() -> None:
    known = rows.waiting()
    sunday = replace(known, opportunities=(replace(known.opportunities[0], work_week=(6, 0, 1, 2, 3)),))
    assert plan.business_day(*ledger_of(known), 2) == date(2026, 12, 4)
    assert plan.business_day(*ledger_of(sunday), 2) == date(2026, 12, 6)


def test_a_moment_of_a_day() -> None:
    ledger, _ = ledger_of(rows.person(rows.overdue(), zone="America/New_York"))
    assert plan.moment_on(ledger, None) == plan.moment_on(ledger, TODAY) == NOW
    assert plan.moment_on(ledger, date(2026, 11, 30)) == datetime(2026, 11, 30, 17, tzinfo=UTC)


def test_a_talk_with_a_day_of_its_own_stays_where_it_is() -> None:
    known = rows.wrote(rows.met(day_known=False), ContactKind.THANK_YOU, hours=40)
    ledger = Ledger(known, NOW)
    assert plan.placed(ledger, known.interviews[0]).end < known.contacts[0].at
    known = rows.changed(known, day_known=True)
    assert plan.placed(Ledger(known, NOW), known.interviews[0]) == known.interviews[0]


def test_a_line_tells_the_day_only_where_it_moved() -> None:
    ledger, acme = ledger_of(rows.waiting())
    lines.moved(ledger, acme, "kept.paused", OPENS)
    lines.moved(ledger, acme, "kept.paused", None)
    lines.keep(ledger, acme, "kept.interest.yes")
    assert [part.text.key for part in ledger.reply.kept] == [  # type: ignore[union-attr]
        "kept.paused",
        "kept.opens",
        "kept.interest.yes",
    ]


def test_the_same_line_is_said_once() -> None:
    ledger, acme = ledger_of(rows.waiting())
    for _ in range(2):
        lines.keep(ledger, acme, "kept.interest.yes")
    assert len(ledger.reply.kept) == 1


def test_a_draft_is_one_tap_away_and_old_after_the_next_message() -> None:
    ledger, acme = ledger_of(rows.wrote(rows.waiting(), ContactKind.REPLY))
    (row,) = lines.draft(ledger, acme, "withdrawal")
    assert (row[0].verb, row[0].row, row[0].version) == ("show.draft=withdrawal", 1, 1)
    assert row[0].label == text("show.withdrawal", employer="Acme")


def test_own_words_are_repeated_in_short() -> None:
    assert lines.shown("two\n words") == "two words"
    assert len(lines.shown("x" * 500)) == lines.LONGEST_QUOTE


def test_a_menu_grows_old_with_whatever_is_kept() -> None:
    assert pressed.page(*ledger_of(rows.waiting())) == 0
    known = rows.happened(rows.wrote(rows.waiting(), ContactKind.REPLY), EventType.QUESTION)
    assert pressed.page(*ledger_of(known)) == 50


@pytest.mark.parametrize("language", words.languages())
def test_every_sentence_reads_well_after_i_have_that(language: str) -> None:
    for table, told in ((WAITING, act("paused", until=OPENS)), (STANDING, act("reposted"))):
        first = rows.learn(table, rows.waiting(), told)
        (line,) = rows.lines(rows.learn(table, first.known, told), language)
        assert line.startswith(("I have that: ", "Das habe ich schon: "))


def test_whatever_is_told_of_one_of_several_says_of_which() -> None:
    ledger = rows.learn(WAITING, rows.two(), act("paused", about="Globex", until=OPENS))
    assert rows.around(ledger) == ["kept.at", "kept.opens", "kept.paused.dated"]
    assert rows.lines(ledger)[0].startswith("Globex: It's on hold until Tue 15 Dec")


def test_where_several_are_open_a_name_stands_once_before_the_lines_about_it() -> None:
    ledger = Ledger(rows.two(), NOW)
    acme, globex = ledger.known.opportunities
    for one, mood in ((acme, "great"), (acme, "fine"), (globex, "great"), (acme, "rough")):
        lines.keep(ledger, one, f"kept.felt.{mood}")
    assert [part.text.key for part in ledger.reply.kept] == ["kept.at", "kept.felt.fine", "kept.at", "kept.at"]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Holler", "Bäckerei Holler", True),
        ("Bank of Leeds", "Leeds", False),
        ("Hotel Adler", "Café Adler", False),
        ("Ashdown", "Ashdown School", True),
        ("Bäckerei", "Bäckerei Holler", True),
    ],
)
def test_an_employer_may_be_called_by_what_stands_behind_its_kind(one: str, other: str, is_same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is is_same


def test_a_german_role_begins_with_a_capital() -> None:
    ledger, _ = ledger_of(rows.waiting())
    told = act("interview", about="Holler", role="verkäuferin")
    assert role_of(ledger, told) == "verkäuferin"
    ledger.change_person(language="de")
    assert role_of(ledger, told) == "Verkäuferin"
    assert role_of(ledger, act("interview", about="Holler")) is None
