"""/status: how each one stands, what comes next, what was sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.say.states import state
from bot.say.status import LONGEST_LIST, status, status_presses
from scheduler import nudges
from storage.facts import Channel, ContactKind, EventType, Known, NoteKind, OpenKind, Parked, Person
from tests.say.facts import (
    ANA,
    DAY,
    END,
    HOUR,
    NEXT_DAY,
    acme,
    ahead,
    at,
    event,
    german,
    life,
    note,
    point,
    pressed,
    promise,
    sent,
    talked,
    words,
)

THANKED = sent(ContactKind.THANK_YOU)
WAITING = life(contacts=(THANKED,))


def shown(known: Known, now: object = NEXT_DAY) -> str:
    return words(status(known, now), known, now)  # type: ignore[arg-type]


def stands(known: Known, now: object = NEXT_DAY) -> str:
    look = nudges.look_at(known, known.opportunities[0], now)  # type: ignore[arg-type]
    return words(state(look), known, now)  # type: ignore[arg-type]


# How it stands


@pytest.mark.parametrize(
    ("known", "now", "said"),
    [
        (WAITING, NEXT_DAY, "you may ask from Tue 22 Dec"),
        (life(), NEXT_DAY, "thank-you open"),
        (life(), END + HOUR, "thank-you from Tue 1 Dec"),
        (WAITING, at("2026-12-22T10:00"), "follow up today"),
        (life(ahead()), NEXT_DAY, "interview Thu 10 Dec, 14:00–15:00"),
        (life(ahead(start_known=False)), NEXT_DAY, "interview Thu 10 Dec"),
        (life(ahead(day_known=False, start_known=False)), NEXT_DAY, "interview, day not known yet"),
        (life(promises=(promise(date(2026, 12, 2)),)), NEXT_DAY, "you promised “references” by Wed 2 Dec"),
        (replace(WAITING, events=(event(EventType.INVITATION),)), NEXT_DAY, "they wait for your answer"),
        (replace(WAITING, events=(event(EventType.REJECTED),)), NEXT_DAY, "a no, a short thank-you is open"),
        (replace(WAITING, events=(event(EventType.ACCEPTED),)), NEXT_DAY, "you said yes. Congratulations"),
        (replace(WAITING, events=(event(EventType.DECLINED),)), NEXT_DAY, "you said no, thank you"),
        (replace(WAITING, events=(event(EventType.USER_WITHDRAWS),)), NEXT_DAY, "tell them that you're leaving"),
        (replace(WAITING, events=(event(EventType.NO_CONTACT),)), NEXT_DAY, "nothing to send, it's their turn"),
        (WAITING, NEXT_DAY + 300 * DAY, "follow up today"),
    ],
)
def test_how_an_opportunity_stands(known: Known, now: object, said: str) -> None:
    assert stands(known, now) == said


def test_an_answered_no_is_no_longer_theirs_to_move() -> None:
    no = event(EventType.REJECTED)
    answered = sent(ContactKind.REPLY, NEXT_DAY + HOUR, id=11)
    known = life(contacts=(THANKED, answered), events=(no,))
    assert stands(known, NEXT_DAY + 2 * HOUR) == "they said no"
    assert stands(known, NEXT_DAY + 200 * DAY) == "a friendly line may go"


def test_who_has_left_and_told_them_has_left() -> None:
    told = sent(ContactKind.OTHER, NEXT_DAY + HOUR, id=11, about="withdraw")
    known = life(contacts=(THANKED, told), events=(event(EventType.USER_WITHDRAWS),))
    assert stands(known, NEXT_DAY + 2 * HOUR) == "you stepped back"


def test_silence_to_the_end_is_let_go() -> None:
    asked = [sent(ContactKind.FOLLOW_UP, at(f"2026-12-{day}T10:00"), id=day) for day in (22, 30)]
    known = life(contacts=(THANKED, *asked))
    assert stands(known, at("2027-02-20T10:00")) == "let it rest"


def test_a_fixed_call_is_waited_for() -> None:
    call = event(EventType.SCHEDULED_CALL, planned_for=at("2026-12-03T10:00"))
    assert stands(life(contacts=(THANKED,), events=(call,))).startswith("hold until")


# A block


def test_a_block_says_what_comes_next_and_when_by_the_functions_that_send() -> None:
    at_, planned = nudges.coming(WAITING, NEXT_DAY)[1]
    assert planned.name == "applications" or planned.name == "hold"
    assert shown(WAITING) == (
        "Acme: you may ask from Tue 22 Dec\n"
        f"Next: a quick word halfway, {at_:%a} {at_.day} {at_:%b, %H:%M}\n"
        "Sent: thank-you (Tue 1 Dec)"
    )


def test_from_when_one_may_ask_is_said_where_something_else_goes_first() -> None:
    assert "Acme: thank-you open\nYou may ask from Tue 22 Dec.\n" in shown(life())
    assert "You may ask" not in shown(WAITING).splitlines()[1]


def test_no_question_is_promised_before_a_next_interview_or_after_an_end() -> None:
    assert "You may ask" not in shown(life(talked(), ahead()))
    assert "ask from" not in shown(life(events=(event(EventType.REJECTED),)))


def test_an_assumed_hour_is_never_shown() -> None:
    known = life(ahead(start_known=False))
    assert "Next: I ask how it went, Thu 10 Dec\n" in shown(known) + "\n"
    assert "14:00" not in shown(known)
    assert "13:00" not in shown(known)
    undated = life(ahead(start_known=False, day_known=False))
    assert "Next" not in shown(undated)
    assert "10 Dec" not in shown(undated)


def test_a_known_hour_is_shown() -> None:
    assert "Next: pocket card, Thu 10 Dec, 13:00" in shown(life(ahead()))


def test_all_that_was_sent_is_named_with_its_day() -> None:
    contacts = (
        sent(ContactKind.THANK_YOU, to="Kim"),
        sent(ContactKind.OTHER, id=11, about="logistics", channel=Channel.PHONE),
        sent(ContactKind.OTHER, id=12, about="something"),
    )
    line = "Sent: thank-you to Kim (Tue 1 Dec), practical line (Tue 1 Dec), message (Tue 1 Dec)"
    assert line in shown(life(contacts=contacts))


def test_a_message_that_waits_and_the_dates_they_kept() -> None:
    parked = Parked(id=60, opportunity_id=1, text="Dear Acme", at=NEXT_DAY)
    text = shown(replace(WAITING, parked=(parked,)), at("2026-12-21T10:00"))
    assert "Kept: your own message" in text
    assert "They named one date and let it pass." in text


@pytest.mark.parametrize(
    ("opportunity", "line"),
    [
        (acme(muted=True), "I stay quiet about this one."),
        (acme(muted_until=at("2026-12-09T09:00")), "I stay quiet about this one until Wed 9 Dec, 09:00."),
    ],
)
def test_one_that_is_quiet_says_so(opportunity: object, line: str) -> None:
    assert line in shown(replace(WAITING, opportunities=(opportunity,)))  # type: ignore[arg-type]
    assert "quiet about" not in shown(replace(WAITING, opportunities=(acme(muted_until=END),)))


# The whole


def test_nothing_yet_and_nothing_any_more() -> None:
    assert shown(Known(person=ANA)).startswith("Nothing here yet.")
    assert shown(life(opportunities=(acme(closed_at=NEXT_DAY),))).startswith("Everything is closed.")


def test_what_is_open_is_said_even_where_nothing_is_pursued() -> None:
    known = Known(person=ANA, open_points=(point(OpenKind.WHICH, "they called"),))
    assert "“they called”: which company was that?" in shown(known)


def test_the_most_urgent_first_the_closed_ones_counted_open_points_last() -> None:
    others = (acme(id=6, employer="Globex"), acme(id=7, employer="Hooli", closed_at=END))
    known = life(
        talked(),
        talked(id=8, opportunity_id=6),
        opportunities=(acme(), *others),
        contacts=(THANKED,),
        notes=(note(NoteKind.DAY, "hm"),),
    )
    blocks = shown(known).split("\n\n")
    assert [block.split(":")[0] for block in blocks] == ["Globex", "Acme", "1 closed", "Kept as notes"]


def test_a_long_list_is_cut() -> None:
    many = tuple(acme(id=n, employer=f"Firm {n}") for n in range(1, LONGEST_LIST + 4))
    known = Known(person=ANA, opportunities=many)
    assert shown(known).endswith("and 3 more")
    assert pressed(status_presses(known, NEXT_DAY)) == ["news:1", "news:2", "news:3", "news:4"]


@pytest.mark.parametrize(
    ("person", "line"),
    [
        (replace(ANA, paused=True), "Reminders are paused. /start brings them back."),
        (
            replace(ANA, paused=True, paused_until=at("2026-12-09T09:00")),
            "Reminders are paused until Wed 9 Dec, 09:00. /start brings them back sooner.",
        ),
    ],
)
def test_a_pause_is_told(person: Person, line: str) -> None:
    assert line in shown(replace(WAITING, person=person))


def test_the_buttons_are_news_and_what_settles_an_open_point() -> None:
    known = replace(WAITING, open_points=(point(OpenKind.WHICH, "they called"),))
    assert pressed(status_presses(known, NEXT_DAY)) == ["news:1", "which:1"]


def test_it_reads_well_in_german() -> None:
    text = shown(german(life()), NEXT_DAY + timedelta(minutes=1))
    assert text.startswith("Acme: Dankesmail offen\nNachfragen kannst du ab Di., 22. Dezember.\n")
