"""Promises of either side: what, by when, kept or not, and never twice."""

from __future__ import annotations

from datetime import date

import pytest

from bot.hear.act import Act
from bot.learn.ledger import Ledger, Stale
from bot.learn.promises import ACTS
from storage.facts import Answer, ContactKind, Direction, EventType, Known, Side
from tests.learn import rows
from tests.learn.rows import FRIDAY, NOW, TOMORROW, YESTERDAY, act, around, bare, keys, lines, pressed


def learn(known: Known, *acts: Act) -> Ledger:
    return rows.learn(ACTS, known, *acts)


# Made


def test_a_promise_is_kept_with_its_day() -> None:
    ledger = learn(rows.met(), act("promised", what="two references", due=FRIDAY))
    (promise,) = ledger.known.promises
    assert (promise.what, promise.due, promise.side) == ("two references", FRIDAY, Side.OURS)
    assert promise.made_at == rows.met().interviews[0].end
    assert ledger.known.interviews[0].promise_answer is Answer.YES
    assert lines(ledger) == ["You promised “two references” by Fri 11 Dec, and I'll remind you."]


def test_told_again_it_gets_its_new_day_and_no_second_row() -> None:
    known = rows.promise(rows.met(), "two references")
    again = learn(known, act("promised", what="References", due=FRIDAY))
    assert (again.known.promises, around(again)) == (known.promises, ["kept.stands", "kept.promised"])
    without = learn(known, act("promised", what="references"))
    assert without.known.promises == known.promises
    moved = learn(known, act("promised", what="the two references", due=TOMORROW))
    assert [promise.due for promise in moved.known.promises] == [TOMORROW]
    other = learn(known, act("promised", what="my portfolio", due=FRIDAY))
    assert len(other.known.promises) == 2


def test_a_day_that_has_passed_is_kept_and_it_may_still_go() -> None:
    ledger = learn(rows.met(), act("promised", what="references", due=YESTERDAY))
    assert ledger.known.promises[0].due == YESTERDAY
    assert keys(ledger) == ["kept.promised.late"]


def test_without_a_day_one_is_assumed_and_said() -> None:
    ledger = learn(rows.met(), act("promised", what="portfolio"))
    assert ledger.known.promises[0].due == date(2026, 12, 4)
    assert lines(ledger) == ["You promised “portfolio”. Until you name a day, I count on Fri 4 Dec."]
    named = learn(ledger.known, bare("promised", 1, what="portfolio", due=FRIDAY))
    assert [promise.due for promise in named.known.promises] == [FRIDAY]


def test_what_is_promised_before_a_talk_is_brought_to_it() -> None:
    ledger = learn(rows.ahead(), act("promised", what="printed slides"))
    assert (ledger.known.promises[0].due, ledger.known.promises[0].made_at) == (TOMORROW, NOW)


def test_something_was_promised() -> None:
    for name in ("promised", "they_promised"):
        ledger = learn(rows.met(), act(name))
        assert (ledger.known.promises, keys(ledger)) == ((), [f"kept.{name}.something"])


def test_what_they_promised() -> None:
    ledger = learn(rows.met(), act("they_promised", what="the org chart", due=FRIDAY))
    (promise,) = ledger.known.promises
    assert (promise.side, promise.due, keys(ledger)) == (Side.THEIRS, FRIDAY, ["kept.they_promised"])
    undated = learn(rows.met(), act("they_promised", what="a task"))
    assert (undated.known.promises[0].due, keys(undated)) == (date(2026, 12, 9), ["kept.they_promised.undated"])
    late = learn(rows.met(), act("they_promised", what="a task", due=YESTERDAY))
    assert keys(late) == ["kept.they_promised.late"]


@pytest.mark.parametrize("name", ["promised", "they_promised", "kept", "they_kept", "they_broke"])
def test_with_several_employers_it_waits_for_a_name(name: str) -> None:
    ledger = learn(rows.two(), act(name, what="the form"))
    assert len(ledger.known.open_points) == 1
    assert (ledger.known.promises, ledger.known.contacts) == ((), ())


# Kept by the Person


def test_the_promise_that_shares_a_word_is_done() -> None:
    known = rows.promise(rows.promise(rows.met(), "references"), "link to my portfolio", TOMORROW)
    ledger = learn(known, act("kept", what="reference", channel="email", to="Tom"))
    assert [promise.done_at for promise in ledger.known.promises] == [NOW, None]
    (contact,) = ledger.known.contacts
    assert (contact.kind, contact.to, contact.channel) == (ContactKind.PROMISE, "Tom", "email")
    assert keys(ledger) == ["kept.kept"]


def test_without_a_word_it_is_the_most_urgent_and_with_another_word_none() -> None:
    known = rows.promise(rows.promise(rows.met(), "references"), "portfolio", TOMORROW)
    assert [p.done_at for p in learn(known, act("kept")).known.promises] == [None, NOW]
    other = learn(known, act("kept", what="answer"))
    assert [p.done_at for p in other.known.promises] == [None, None]
    assert ([c.kind for c in other.known.contacts], keys(other)) == ([ContactKind.PROMISE], ["kept.kept.something"])


def test_what_they_had_asked_for_is_an_answer() -> None:
    known = rows.happened(rows.met(), EventType.REQUEST, what="payslips")
    ledger = learn(known, act("kept", what="the payslips"))
    assert [contact.kind for contact in ledger.known.contacts] == [ContactKind.REPLY]


def test_done_already_it_stands() -> None:
    known = rows.promise(rows.met(), "references", done_at=NOW - rows.HOUR)
    ledger = learn(known, act("kept", what="references"))
    assert (ledger.known.contacts, around(ledger)) == ((), ["kept.stands", "kept.kept.something"])


def test_what_was_promised_says_to_whom() -> None:
    known = rows.promise(rows.two(), "sql sample")
    ledger = learn(known, act("kept", what="the sql sample"))
    assert [contact.opportunity_id for contact in ledger.known.contacts] == [1]


def test_the_button_under_a_promise_acts_once() -> None:
    known = rows.promise(rows.met(), "references")
    told = pressed("done.promise", "kept", 70)
    ledger = learn(known, told)
    assert (ledger.known.promises[0].done_at, ledger.reply.mark) == (NOW, "done.promise")
    for later in (ledger.known, rows.met()):
        with pytest.raises(Stale):
            learn(later, told)


# Kept by them, or not


def test_they_kept_what_they_had_promised() -> None:
    known = rows.promise(rows.promise(rows.met(), "the contract", side=Side.THEIRS), "a task", side=Side.THEIRS)
    ledger = learn(known, act("they_kept", what="contract"))
    assert [promise.done_at for promise in ledger.known.promises] == [NOW, None]
    assert keys(ledger) == ["kept.they_kept.what"]
    assert keys(learn(ledger.known, act("they_kept"))) == ["kept.they_kept.what"]
    assert around(learn(ledger.known, bare("they_kept", 70))) == ["kept.stands", "kept.they_kept.what"]


def test_a_promise_that_was_not_known_is_word_from_them() -> None:
    ledger = learn(rows.met(), act("they_kept"))
    assert [(c.direction, c.kind) for c in ledger.known.contacts] == [(Direction.IN, ContactKind.REPLY)]
    assert keys(ledger) == ["kept.they_kept"]


def test_their_buttons_are_spent_once_it_is_settled() -> None:
    known = rows.promise(rows.met(), "a task", YESTERDAY, side=Side.THEIRS)
    broke = learn(known, pressed("theirs.broken", "they_broke", 70))
    assert (broke.known.promises[0].broken, keys(broke)) == (True, ["kept.they_broke"])
    with pytest.raises(Stale):
        learn(broke.known, pressed("theirs.broken", "they_broke", 70))
    late = learn(broke.known, pressed("theirs.kept", "they_kept", 70))
    assert (late.known.promises[0].done_at, late.reply.mark) == (NOW, "theirs.kept")
    for told in (pressed("theirs.kept", "they_kept", 70), pressed("theirs.kept", "they_kept", 99)):
        with pytest.raises(Stale):
            learn(late.known, told)


def test_they_broke_one_that_is_not_known() -> None:
    assert keys(learn(rows.met(), act("they_broke"))) == ["kept.they_broke"]


def test_one_german_word_is_a_noun() -> None:
    german = rows.person(rows.waiting(), language="de")
    for known, what in ((rows.waiting(), "zeugnisse"), (german, "Zeugnisse")):
        assert learn(known, act("promised", what="zeugnisse", due=FRIDAY)).known.promises[-1].what == what
    several = learn(german, act("promised", what="link zum portfolio", due=FRIDAY))
    assert several.known.promises[-1].what == "Link zum Portfolio"


@pytest.mark.parametrize(
    ("typed", "language", "kept"),
    [
        ("zeugnisse u die referenzliste", "de", "Zeugnisse und Referenzliste"),
        ("noch meine zeugnisse, proben und den lebenslauf als pdf", "de", "Zeugnisse, Proben und Lebenslauf als PDF"),
        ("den link zum portfolio", "de", "Link zum Portfolio"),
        ("my audit poster", "en", "audit poster"),
        ("them 2 references n a writing sample", "en", "2 references and a writing sample"),
    ],
)
def test_a_promise_is_written_as_a_letter_has_it(typed: str, language: str, kept: str) -> None:
    known = rows.person(rows.waiting(), language=language)
    assert learn(known, act("promised", what=typed, due=FRIDAY)).known.promises[-1].what == kept


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        *(("geschrieben", "de"), ("das ich das schicke", "de"), ("sachen", "de")),
        *(("it", "en"), ("sent", "en"), ("what she said", "en"), ("stuff", "en")),
    ],
)
def test_what_is_no_thing_is_no_promise_of_one(typed: str, language: str) -> None:
    ledger = learn(rows.person(rows.met(), language=language), act("promised", what=typed, due=FRIDAY))
    assert (ledger.known.promises, keys(ledger)) == ((), ["kept.promised.something"])


def test_of_two_things_one_is_kept_and_the_other_stays_owed() -> None:
    known = rows.promise(rows.person(rows.met(), language="de"), "Zeugnisse und Referenzliste")
    ledger = learn(known, act("kept", what="Zeugnisse"), act("promised", what="Referenzliste", due=FRIDAY))
    owed = {promise.what: (promise.done_at is not None, promise.due) for promise in ledger.known.promises}
    assert owed == {"Zeugnisse": (True, known.promises[0].due), "Referenzliste": (False, FRIDAY)}
