"""By when they answer: kept, put right, moved; and the day from which they may be asked."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.hear.act import Act
from bot.learn import standing
from bot.learn.ledger import Ledger, Stale
from bot.learn.plan import opens_on
from bot.learn.waiting import ACTS
from storage.facts import Answer, EventType, Interview, Known
from tests.learn import rows
from tests.learn.rows import FRIDAY, OPENS, TODAY, act, answers, around, bare, keys, lines, opens, pressed

NEXT_FRIDAY, OPENS_THEN = date(2026, 12, 18), date(2026, 12, 22)


def learn(known: Known, *acts: Act, now: datetime = rows.NOW) -> Ledger:
    return rows.learn(ACTS, known, *acts, now=now)


def talk(ledger: Ledger) -> Interview:
    return ledger.known.interviews[0]


def days(ledger: Ledger) -> tuple[date | None, date | None]:
    return talk(ledger).window_earliest, talk(ledger).window_latest


def test_what_they_said_at_the_talk_is_kept_with_the_day_for_a_question() -> None:
    told = Act("window", {"latest": FRIDAY}, span="by the end of next week")
    ledger = learn(rows.met(), told)
    assert (days(ledger), talk(ledger).window_answer) == ((None, FRIDAY), Answer.YES)
    assert talk(ledger).window_words == "by the end of next week"
    assert lines(ledger) == ["They have until Fri 11 Dec, so you may ask from Tue 15 Dec."]
    assert opens(ledger) == OPENS


def test_told_again_or_with_less_it_stands() -> None:
    known = rows.met(window_earliest=date(2026, 12, 9), window_latest=FRIDAY)
    for told in (act("window", latest=FRIDAY), act("window", earliest=date(2026, 12, 9), latest=FRIDAY)):
        ledger = learn(known, told)
        assert around(ledger) == ["kept.stands", "kept.window.opens"]
        assert ledger.known.interviews == known.interviews


def test_another_day_puts_it_right() -> None:
    ledger = learn(rows.waiting(), act("window", latest=NEXT_FRIDAY))
    assert (days(ledger), ledger.known.events) == ((None, NEXT_FRIDAY), ())
    assert opens(ledger) == OPENS_THEN


def test_a_range_the_wrong_way_round_is_turned() -> None:
    ledger = learn(rows.met(), act("window", earliest=FRIDAY, latest=date(2026, 12, 9)))
    assert days(ledger) == (date(2026, 12, 9), FRIDAY)


def test_only_a_first_day() -> None:
    ledger = learn(rows.met(), act("window", earliest=FRIDAY))
    assert days(ledger) == (FRIDAY, None)
    assert (keys(ledger), opens(ledger)) == (["kept.window.from.opens"], OPENS)


def test_a_day_that_has_passed_is_kept_and_they_may_be_asked() -> None:
    known = rows.changed(rows.overdue(), window_latest=None)
    ledger = learn(known, act("window", latest=date(2026, 11, 27)))
    assert days(ledger) == (None, date(2026, 11, 27))
    assert keys(ledger) == ["kept.window.over.now"]


def test_a_day_that_has_just_passed_names_the_day_for_a_question() -> None:
    known = rows.changed(rows.overdue(), window_latest=None)
    ledger = learn(known, act("window", latest=date(2026, 12, 1)))
    assert (keys(ledger), opens(ledger)) == (["kept.window.over.opens"], date(2026, 12, 3))


def test_a_window_of_an_employer_without_a_talk_makes_one_that_stands_before_it() -> None:
    ledger = learn(rows.stranger(), act("window", latest=date(2026, 11, 27), about="Acme"))
    assert (talk(ledger).day_known, talk(ledger).window_latest) == (False, date(2026, 11, 27))
    assert talk(ledger).end.date() <= date(2026, 11, 27)
    assert keys(ledger) == ["kept.window.over.now"]


def test_an_answer_before_the_talk_is_not_kept() -> None:
    ledger = learn(rows.met(), act("window", latest=date(2026, 11, 27)))
    assert days(ledger) == (None, None)
    assert answers(ledger) == ["kept.not.before_interview"]


def test_told_before_the_talk_it_belongs_to_the_coming_one() -> None:
    ledger = learn(rows.ahead(), act("window", latest=FRIDAY))
    assert len(ledger.known.interviews) == 1
    assert (days(ledger), talk(ledger).start) == ((None, FRIDAY), rows.ahead().interviews[0].start)
    assert keys(ledger) == ["kept.window"]


def test_no_day_at_all_says_nothing() -> None:
    assert keys(learn(rows.met(), act("window"))) == []


# They named none


def test_they_named_none() -> None:
    ledger = learn(rows.met(), act("window", none=True))
    assert talk(ledger).window_answer is Answer.NO
    assert (keys(ledger), opens(ledger)) == (["kept.window.none.opens"], date(2026, 12, 10))
    again = learn(ledger.known, act("window", none=True))
    assert around(again) == ["kept.stands", "kept.window.none.opens"]


def test_a_day_that_is_known_is_not_lost_by_one_word() -> None:
    ledger = learn(rows.waiting(), act("window", none=True))
    assert days(ledger) == (None, FRIDAY)
    assert around(ledger) == ["kept.stands", "kept.window.opens"]


def test_put_right_or_as_the_answer_to_the_question_it_goes() -> None:
    for told in ((act("correct"), act("window", none=True)), (bare("window", 2, none=True),)):
        assert days(learn(rows.waiting(), *told)) == (None, None)


def test_none_before_an_end_has_no_day_for_a_question() -> None:
    known = rows.happened(rows.met(), EventType.REJECTED)
    assert keys(learn(known, act("window", none=True))) == ["kept.window.none"]


def test_the_button_that_says_so_is_spent_with_an_answer() -> None:
    ledger = learn(rows.met(), pressed("window.no", "window", 2, none=True))
    assert (talk(ledger).window_answer, ledger.reply.mark) == (Answer.NO, "window.no")
    with pytest.raises(Stale):
        learn(ledger.known, pressed("window.no", "window", 2, none=True))


# A new date


def test_a_new_date_begins_again() -> None:
    ledger = learn(rows.waiting(), act("window_moved", latest=NEXT_FRIDAY))
    (event,) = ledger.known.events
    assert (event.type, event.earliest, event.latest) == (EventType.WINDOW_EXTENDED, None, NEXT_FRIDAY)
    assert days(ledger) == (None, FRIDAY)
    assert (keys(ledger), opens(ledger)) == (["kept.window_moved.opens"], OPENS_THEN)


def test_the_same_new_date_is_one() -> None:
    known = rows.happened(rows.waiting(), EventType.WINDOW_EXTENDED, latest=NEXT_FRIDAY)
    for told in (act("window_moved", latest=NEXT_FRIDAY), act("window", latest=NEXT_FRIDAY)):
        ledger = learn(known, told)
        assert ledger.known.events == known.events
        assert around(ledger)[0] == "kept.stands"


def test_the_old_date_told_beside_the_new_one_changes_nothing() -> None:
    known = rows.happened(rows.waiting(), EventType.WINDOW_EXTENDED, latest=NEXT_FRIDAY)
    ledger = learn(known, act("window", latest=FRIDAY))
    assert (ledger.known.events, ledger.known.interviews) == (known.events, known.interviews)
    assert opens(ledger) == OPENS_THEN


def test_the_date_of_the_talk_told_as_a_new_one_stands() -> None:
    ledger = learn(rows.waiting(), act("window_moved", latest=FRIDAY))
    assert (ledger.known.events, around(ledger)[0]) == ((), "kept.stands")


def test_both_acts_for_one_date_keep_the_new_date_only() -> None:
    ledger = learn(rows.waiting(), act("window", latest=NEXT_FRIDAY), act("window_moved", latest=NEXT_FRIDAY))
    assert (days(ledger), len(ledger.known.events)) == ((None, FRIDAY), 1)
    assert keys(ledger) == ["kept.window_moved.opens"]


@pytest.mark.parametrize("beside", ["heard", "asked_to_wait"])
def test_a_later_day_beside_word_from_them_is_a_new_date(beside: str) -> None:
    ledger = learn(rows.waiting(), act("window", latest=NEXT_FRIDAY), act(beside))
    assert [event.type for event in ledger.known.events] == [EventType.WINDOW_EXTENDED]
    assert keys(ledger) == ["kept.window_moved.opens"]


def test_a_later_day_once_the_first_has_passed_is_a_new_date() -> None:
    ledger = learn(rows.overdue(), act("window", latest=FRIDAY))
    assert [event.latest for event in ledger.known.events] == [FRIDAY]


def test_a_new_date_is_put_right() -> None:
    known = rows.happened(rows.waiting(), EventType.WINDOW_EXTENDED, latest=NEXT_FRIDAY)
    monday = date(2026, 12, 21)
    for told in ((act("window", latest=monday),), (act("correct"), act("window_moved", latest=monday))):
        ledger = learn(known, *told)
        assert [event.latest for event in ledger.known.events] == [monday]
        assert days(ledger) == (None, FRIDAY)


def test_the_answer_to_which_date_changes_the_event_that_was_asked_about() -> None:
    known = rows.happened(rows.waiting(), EventType.WINDOW_EXTENDED, latest=NEXT_FRIDAY)
    for name in ("window", "window_moved"):
        ledger = learn(known, bare(name, 30, latest=date(2026, 12, 21)))
        assert [event.latest for event in ledger.known.events] == [date(2026, 12, 21)]


def test_the_answer_to_which_window_changes_the_talk() -> None:
    ledger = learn(rows.waiting(), bare("window", 2, latest=NEXT_FRIDAY))
    assert days(ledger) == (None, NEXT_FRIDAY)


def test_a_new_date_without_a_day_is_kept_and_filled_in() -> None:
    ledger = learn(rows.waiting(), pressed("came.later", "window_moved", 1))
    assert (ledger.known.events[0].latest, ledger.reply.mark) == (None, "came.later")
    assert keys(ledger) == ["kept.window_moved.undated.opens"]
    dated = learn(ledger.known, act("window_moved", latest=NEXT_FRIDAY))
    assert [event.latest for event in dated.known.events] == [NEXT_FRIDAY]


def test_a_new_first_day() -> None:
    ledger = learn(rows.waiting(), act("window_moved", earliest=NEXT_FRIDAY))
    assert (keys(ledger), opens(ledger)) == (["kept.window_moved.from.opens"], OPENS_THEN)


def test_a_new_date_after_silence_opens_it_again() -> None:
    ledger = learn(rows.let_go(rows.waiting()), act("window_moved", latest=NEXT_FRIDAY))
    assert ledger.known.opportunities[0].closed_at is None
    assert [event.type for event in ledger.known.events] == [EventType.REOPENED, EventType.WINDOW_EXTENDED]


def test_with_several_employers_a_new_date_waits_for_a_name() -> None:
    for name in ("window_moved", "window"):
        ledger = learn(rows.two(), act(name, latest=NEXT_FRIDAY))
        assert ledger.known.events == ()
    named = learn(rows.two(), act("window_moved", latest=NEXT_FRIDAY, about="Globex"))
    assert [event.opportunity_id for event in named.known.events] == [11]
    assert around(named) == ["kept.at", "kept.window_moved.opens"]


def test_a_talk_today_that_is_not_known_stands_before_a_day_that_is_today() -> None:
    later = datetime.combine(TODAY, datetime.min.time(), rows.NOW.tzinfo) + timedelta(hours=18)
    ledger = learn(rows.stranger(), act("window", latest=TODAY, about="Acme"), now=later)
    assert talk(ledger).end < later


# What else set a date


@pytest.mark.parametrize("kind", [EventType.SCHEDULING_PENDING, EventType.ASKED_TO_WAIT, EventType.VERBAL_OFFER])
def test_a_day_told_after_another_message_of_theirs_counts_from_now_on(kind: EventType) -> None:
    """Never: they have until Friday, so you may ask from Wednesday."""
    ledger = learn(rows.happened(rows.met(), kind), act("window", latest=NEXT_FRIDAY))
    assert ledger.known.events[-1].type is EventType.WINDOW_EXTENDED
    assert opens(ledger) == OPENS_THEN


def test_a_correction_reaches_the_last_thing_they_said() -> None:
    moved = rows.happened(rows.waiting(), EventType.WINDOW_EXTENDED, hours=3, latest=FRIDAY)
    known = rows.happened(moved, EventType.SCHEDULING_PENDING)
    ledger = learn(known, act("window_moved", latest=NEXT_FRIDAY), act("correct"))
    assert opens(ledger) == OPENS_THEN


def test_a_day_on_which_they_may_be_asked_earlier_is_not_said_to_follow_from_their_last() -> None:
    known = rows.happened(rows.waiting(), EventType.INVITED_FOLLOW_UP, since=date(2026, 12, 9))
    ledger = learn(known, act("window", latest=FRIDAY))
    assert around(ledger) == ["kept.stands", "kept.window"]


@given(
    st.lists(st.sampled_from([EventType.SCHEDULING_PENDING, EventType.ASKED_TO_WAIT, EventType.INVITED_FOLLOW_UP])),
    st.dates(TODAY, date(2027, 2, 1)),
    st.dates(TODAY, date(2027, 2, 1)),
    st.booleans(),
)
def test_nobody_is_told_to_ask_before_their_last_day_is_over(
    kinds: list[EventType], before: date, latest: date, moved: bool
) -> None:
    known = rows.met(window_latest=before)
    for kind in kinds:
        known = rows.happened(known, kind)
    ledger = learn(known, act("window_moved" if moved else "window", latest=latest))
    day = opens(ledger)
    assert day is None or (isinstance(day, date) and day > latest)


def test_a_date_to_be_named_by_a_day_waits_for_that_day() -> None:
    table = {**ACTS, **standing.ACTS}
    for told in (("scheduling", "window"), ("window", "scheduling")):
        acts = [act(name, **({"latest": NEXT_FRIDAY} if name == "window" else {})) for name in told]
        ledger = rows.learn(table, rows.met(), *acts)
        assert opens_on(ledger, ledger.known.opportunities[0]) == OPENS_THEN
