"""Calendars in the conversation: what comes in as a file, and what is pressed or commanded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.calendars.events import Reading, Reason, Rejected
from bot.decide import calendars
from bot.decide.calendars import DOES, take
from bot.hear.act import Act, By
from bot.hear.house import ROWS
from bot.hear.verbs import VERBS
from bot.learn.ledger import Ledger, Stale
from bot.turn import Incoming, Kind
from storage.facts import Decision, Known
from tests.decide.rows import keys, presses, said, stranger, verbs
from tests.learn.events import FRIDAY, THURSDAY, another, event, having, moved, newer, planned, reading, row, whole
from tests.learn.rows import HOUR, NOW


def sent(known: Known, *calendar: Any) -> Ledger:
    """The turn in which these were sent, one after the other; what was said is that of the last."""
    for one in calendar:
        incoming = Incoming(kind=Kind.CALENDAR, person_id=7, chat_id=7, calendar=one)
        ledger = Ledger(known, NOW, incoming)
        take(ledger)
        known = ledger.known
    for language in ("en", "de"):
        assert said(ledger, language)
    return ledger


def do(known: Known, what: str, number: int = 20, version: int = 0, *, by: By = By.BUTTON, **more: Any) -> Ledger:
    """The turn in which that was pressed, or typed."""
    press = by is By.BUTTON
    kind = Kind.PRESS if press else Kind.TEXT
    ledger = Ledger(known, NOW, Incoming(kind=kind, person_id=7, chat_id=7, press_id="p" if press else None))
    verb = f"cal.{what}" if press else ""
    act = Act("calendar", {"do": what}, by=by, row=number, version=version, verb=verb)
    ledger.acts = (act,)
    calendars.ACTS["calendar"](ledger, act)
    for language in ("en", "de"):
        said(ledger, language)
    return ledger


def test_every_verb_and_every_value_of_the_act_is_done() -> None:
    (kind,) = (one for one in ROWS if one.name == "calendar")
    values = kind.slots.split("=", 1)[1].split("!")[0].split("|")
    assert set(values) == {*DOES} - {"left"}
    assert {slots["do"] for name, slots in VERBS.values() if name == "calendar"} <= DOES.keys()


# A file


@pytest.mark.parametrize("reason", list(Reason))
def test_what_is_no_calendar_gets_its_reason(reason: Reason) -> None:
    assert keys(sent(stranger(), Rejected(reason))) == [f"calendar.rejected.{reason}"]


@pytest.mark.parametrize(
    ("calendar", "key"),
    [
        (None, "calendar.not_fetched"),
        (reading(event(), method="REPLY"), "calendar.only_an_answer"),
        (reading(off=("a@x",)), "calendar.only_cancelled"),
        (reading(), "calendar.nothing_ahead"),
    ],
)
def test_what_gives_nothing_to_plan_gets_one_sentence(calendar: Reading | None, key: str) -> None:
    assert keys(sent(stranger(), calendar)) == [key]


def test_one_event_is_proposed_with_its_time_and_company() -> None:
    made = sent(stranger(), reading(event()))
    assert "Interview at Acme\nThu 10 Dec, 14:00–15:00 your time\nCompany: Acme" in said(made)
    assert verbs(made) == ["cal.plan", "cal.not"]
    number = made.known.appointments[0].id
    assert (made.person.asking, made.person.asking_about) == ("calendar_found", number)


def test_several_are_a_list_with_a_button_each() -> None:
    days = [event(f"{n}@x", THURSDAY, f"Interview at {name}") for n, name in enumerate(("Beta", "Gamma"))]
    made = sent(stranger(), reading(*days))
    assert verbs(made) == ["cal.pick", "cal.pick", "cal.none"]
    assert presses(made)[-1].version == max(one.id for one in made.known.appointments)
    assert (made.person.asking, made.person.asking_about) == ("calendar_list", 0)


def test_more_than_fits_is_counted() -> None:
    days = [event(f"{n}@x", FRIDAY, f"Interview at Firm{n}") for n in range(7)]
    assert "There are 2 more in it" in said(sent(stranger(), reading(*days)))


def test_what_is_planned_already_is_shown_again() -> None:
    made = sent(planned(feed=False), reading(event()))
    assert said(made).startswith("I have this one already:\nAcme\nThu 10 Dec, 14:00–15:00")


def test_what_was_refused_may_be_planned_after_all() -> None:
    made = sent(having(row(uid="a@x", decision=Decision.IGNORED)), reading(event()))
    assert keys(made)[0] == "calendar.found"
    assert made.known.appointments[0].decision is Decision.OPEN


def test_a_move_is_told_with_the_old_time_and_the_new() -> None:
    made = sent(planned(feed=False), reading(moved(event(), FRIDAY)))
    text = said(made)
    assert text.startswith("Acme was moved in your calendar.\nBefore: Thu 10 Dec, 14:00–15:00\nNow: Fri 11 Dec, 14:00")
    assert verbs(made) == ["edit.start", "drop"]


def test_a_time_that_was_only_assumed_is_not_told_as_the_old_one() -> None:
    known = planned(feed=False, **whole(date(2026, 12, 10)))
    vague = replace(known.interviews[0], start_known=False)
    made = sent(replace(known, interviews=(vague,)), reading(newer(event(start=FRIDAY))))
    assert "Before: Thu 10 Dec\nNow: Fri 11 Dec, 14:00" in said(made)


def test_a_cancellation_is_told_and_can_be_taken_back() -> None:
    made = sent(planned(feed=False), reading(off=("a@x",)))
    assert "called off in your calendar" in said(made)
    assert [(press.verb, press.row) for press in presses(made)] == [("undrop", 2)]


def test_what_may_have_moved_is_asked_and_nothing_is_done() -> None:
    made = sent(planned(feed=False), reading(event("n@x", FRIDAY)))
    assert "Is this the new time of Acme, which I have at Thu 10 Dec, 14:00–15:00?" in said(made)
    assert verbs(made) == ["cal.moved", "cal.other"]
    assert made.person.asking == "calendar_replaces"
    assert made.known.interviews == planned().interviews


def test_a_stranger_s_title_is_a_stranger_s() -> None:
    made = sent(stranger(), reading(event(title="<b>Interview</b> at Acme & Co")))
    assert "<b>Interview</b> at Acme" not in said(made)
    assert made.known.appointments[0].title == "<b>Interview</b> at Acme & Co"


# Planned, or not


@pytest.mark.parametrize("by", [By.BUTTON, By.BARE])
def test_plan_it(by: By) -> None:
    made = do(having(row()), "plan", by=by)
    assert made.known.appointments[0].decision is Decision.PLANNED
    said_now = "Acme\nThu 10 Dec, 14:00–15:00" if by is By.BUTTON else "Acme: Thu 10 Dec, 14:00–15:00. I'll ask"
    assert said(made).startswith(said_now)
    assert (made.reply.rewritten is not None) is (by is By.BUTTON)


def test_in_words_only_what_is_known_of_the_time_is_said() -> None:
    assert said(do(having(row(**whole(date(2026, 12, 10)))), "plan", by=By.BARE)) == "Acme: interview on Thu 10 Dec."
    over = having(row(start=NOW - 5 * HOUR))
    assert keys(do(over, "plan", by=By.BARE))[0] == "kept.interview.over.when"


@pytest.mark.parametrize(
    "rows",
    [(), (row(cancelled=True),), (row(decision=Decision.REPLACING),), planned().appointments],
    ids=["gone", "off", "asked", "planned"],
)
def test_what_cannot_be_planned_is_told_so(rows: Any) -> None:
    with pytest.raises(Stale):
        do(having(*rows, known=planned()), "plan")


def test_a_list_goes_on_without_what_was_picked() -> None:
    known = having(row(20), row(21, title="Interview at Globex", start=FRIDAY))
    made = do(known, "pick", 20)
    assert made.reply.rewritten is not None
    assert "Globex" in said(made)
    assert verbs(made)[:2] == ["cal.pick", "cal.none"]
    assert "Acme\nThu 10 Dec" in said(made)
    last = do(made.known, "pick", 21)
    assert keys(last)[0] == "calendar.all_answered"


def test_of_what_was_picked_in_words_the_rest_is_asked_about_again() -> None:
    known = having(row(20), row(21, title="Interview at Globex", start=FRIDAY))
    made = do(known, "pick", 20, by=By.BARE)
    assert made.reply.rewritten is None
    assert (made.person.asking, made.person.asking_about) == ("calendar_found", 21)


def test_not_an_interview() -> None:
    made = do(having(row()), "not")
    assert (keys(made)[0], made.known.appointments[0].decision) == ("calendar.ignored", Decision.IGNORED)
    with pytest.raises(Stale):
        do(planned(), "not")


def test_none_of_the_others_means_those_that_the_list_has_shown() -> None:
    known = having(row(20), row(21, start=FRIDAY), row(30, start=FRIDAY))
    made = do(known, "none", 0, version=21)
    assert [one.decision for one in made.known.appointments] == [Decision.IGNORED, Decision.IGNORED, Decision.OPEN]
    old = do(known, "none", 0)
    assert {one.decision for one in old.known.appointments} == {Decision.IGNORED}
    with pytest.raises(Stale):
        do(old.known, "none", 0)


# Moved, another one


def asked() -> Known:
    """It is asked whether number 30 is the interview on THURSDAY, moved to FRIDAY."""
    known = planned(feed=False, asked=True)
    new = row(30, start=FRIDAY, decision=Decision.REPLACING, asked=True, replaces=20)
    return replace(known, appointments=(*known.appointments, new))


@pytest.mark.parametrize("by", [By.BUTTON, By.BARE])
def test_it_moved(by: By) -> None:
    made = do(asked(), "moved", 30, by=by)
    assert [one.start for one in made.known.interviews] == [FRIDAY]
    assert said(made).startswith("Acme\nFri 11 Dec" if by is By.BUTTON else "Acme: Fri 11 Dec")


def test_it_is_another_one_at_the_same_employer() -> None:
    made = do(asked(), "other", 30)
    assert [(one.opportunity_id, one.start) for one in made.known.interviews] == [(1, THURSDAY), (1, FRIDAY)]
    assert [one.decision for one in made.known.appointments] == [Decision.PLANNED] * 2


@pytest.mark.parametrize("what", ["moved", "other"])
def test_what_is_no_longer_asked_is_told_so(what: str) -> None:
    known = asked()
    answered = do(known, "other", 30).known
    gone = replace(known, interviews=(replace(known.interviews[0], cancelled=True),))
    for state, version in ((answered, 0), (gone, 0), (known, 9)):
        with pytest.raises(Stale):
            do(state, what, 30, version)


def test_the_next_one_that_may_have_moved_is_asked_about_then() -> None:
    known = another(asked(), "Globex", FRIDAY)
    second = row(31, uid="m@x", start=FRIDAY, decision=Decision.REPLACING, replaces=42)
    made = do(replace(known, appointments=(*known.appointments, second)), "moved", 30)
    assert (made.person.asking, made.person.asking_about) == ("calendar_replaces", 31)
    assert "new time of Globex" in said(made)


def test_what_waits_is_proposed_then() -> None:
    known = asked()
    made = do(replace(known, appointments=(*known.appointments, row(35, title="Interview at Beta"))), "moved", 30)
    assert (made.person.asking, made.person.asking_about) == ("calendar_found", 35)


# Off, still on


def test_it_is_off() -> None:
    made = do(planned(asked=True), "off")
    assert made.known.interviews[0].cancelled
    assert made.known.appointments == ()
    assert (made.reply.mark, verbs(made)) == ("cal.off", ["undrop"])


def test_it_stands() -> None:
    made = do(planned(asked=True), "still")
    assert (made.reply.mark, made.known.interviews) == ("cal.still", planned().interviews)
    typed = do(planned(asked=True), "still", by=By.BARE)
    assert said(typed) == "Good, then Acme stands: Thu 10 Dec, 14:00–15:00."


@pytest.mark.parametrize("what", ["off", "still"])
def test_what_has_changed_since_is_told_so(what: str) -> None:
    for known, version in ((planned(version=4), 3), (having(row()), 0)):
        with pytest.raises(Stale):
            do(known, what, 20, version)


def test_a_question_may_be_passed_over() -> None:
    made = do(having(row()), "left", by=By.BARE)
    assert (keys(made), made.person.asking) == (["small.fine"], None)
    assert made.known.appointments == having(row()).appointments
