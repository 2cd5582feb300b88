"""What now, how it stands, signs and advice: for this person, with their own day; and no fact is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.coaching.standing import most_urgent, standing
from bot.decide.asking import ask_advice, ask_how_it_works, ask_meaning, ask_next, ask_status
from bot.hear.act import Act
from bot.hear.topics import TOPICS
from bot.words.named import Text
from storage.facts import EventType, Known
from tests.decide import rows
from tests.decide.rows import NOW, done, keys, said, same_facts, verbs


def advice(topic: str | None = None, **more: str) -> Act:
    return Act("ask_advice", {**({"topic": topic} if topic else {}), **more})


# What now?


def test_in_the_wait_there_is_nothing_to_do_until_a_day() -> None:
    made = done(rows.acme(), ask_next, Act("ask_next"))
    assert keys(made) == ["next.nothing_due", "stand.until"]
    assert "Fri 11 Dec" in said(made)
    assert "Tue 15 Dec" in said(made)
    assert verbs(made) == []
    assert same_facts(made)


def test_what_comes_by_itself_is_announced_unless_its_day_has_been_named() -> None:
    known = rows.ahead()
    made = done(known, ask_next, Act("ask_next"))
    assert keys(made)[2:] == ["next.brought", "nudge_name.pocket_card"]
    asked = replace(known, person=replace(known.person, unwanted=("pocket_card", "lessons")))
    assert "next.brought" in keys(done(asked, ask_next, Act("ask_next")))


def test_a_thank_you_is_due_with_its_draft() -> None:
    made = done(rows.unthanked(), ask_next, Act("ask_next"))
    assert "verdict.thank_you.panel" in keys(made) or "verdict.thank_you.now" in keys(made)
    assert verbs(made) == ["show.draft=thank_you"]


def test_right_after_the_talk_it_can_be_written_now() -> None:
    now = rows.unthanked().interviews[0].end + timedelta(minutes=10)
    made = done(rows.unthanked(), ask_next, Act("ask_next"), now=now)
    assert keys(made)[0].startswith("verdict.hold.note")
    assert verbs(made) == ["show.draft=thank_you"]


def test_the_question_is_due_with_its_draft() -> None:
    assert verbs(done(rows.overdue(), ask_next, Act("ask_next"))) == ["show.draft=follow_up"]


def test_before_an_interview_nothing_is_written() -> None:
    made = done(rows.ahead(), ask_next, Act("ask_next"))
    assert keys(made)[:2] == ["next.nothing_due", "stand.interview"]
    assert verbs(made) == []


def test_of_several_each_is_told_in_a_line_what_is_due_first_in_front() -> None:
    known = rows.happened(rows.two(), EventType.QUESTION, row=11)
    made = done(known, ask_next, Act("ask_next"))
    assert keys(made) == ["stand.reply_now", "stand.until"]
    assert said(made).startswith("Globex is waiting")
    assert verbs(made) == ["show.draft=reply_invitation"]
    assert made.known.open_points == ()


def test_an_offer_that_has_time_is_not_pushed_and_the_other_hears_of_its_day() -> None:
    thanked = rows.happened(rows.two(), EventType.OFFER, row=11, deadline=date(2026, 12, 9))
    made = done(thanked, ask_next, Act("ask_next"))
    assert keys(made) == ["stand.offer", "stand.tell_day.named"]
    assert "others.tell" in verbs(made)
    late = rows.happened(rows.two(), EventType.OFFER, row=11, deadline=date(2027, 1, 29))
    assert keys(done(late, ask_next, Act("ask_next"))) == ["stand.offer", "stand.until"]
    today = rows.happened(rows.two(), EventType.OFFER, row=11, deadline=rows.NOW.date())
    assert keys(done(today, ask_next, Act("ask_next")))[0] == "stand.reply_now"


def test_of_several_the_one_that_is_named_is_told_alone() -> None:
    made = done(rows.two(), ask_next, Act("ask_next", {"about": "Acme"}))
    assert "Globex" not in said(made)
    spoken_of = rows.ledger(rows.two(), Act("ask_next"))
    spoken_of.meant = 1
    ask_next(spoken_of, Act("ask_next"))
    assert "Globex" not in said(spoken_of)


def test_nobody_is_left_without_an_answer() -> None:
    assert keys(done(rows.stranger(), ask_next, Act("ask_next"))) == ["next.stranger"]
    known = rows.acme()
    closed = replace(known, opportunities=(replace(known.opportunities[0], closed_at=NOW),))
    assert keys(done(closed, ask_next, Act("ask_next"))) == ["next.nobody"]


def test_whoever_wants_quiet_is_told_no_moment() -> None:
    known = rows.acme()
    paused = replace(known, person=replace(known.person, paused=True))
    assert "next.brought" not in keys(done(paused, ask_next, Act("ask_next")))


def test_status_is_made_where_it_is_said() -> None:
    (part,) = done(rows.acme(), ask_status, Act("ask_status")).reply.answers
    assert part.text == Text("@status")


# Signs and advice


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("topic", [*TOPICS, None])
def test_every_topic_has_an_answer_for_everybody(topic: str | None, language: str) -> None:
    for known in (rows.stranger(), rows.acme(), rows.overdue(), rows.two()):
        made = done(known, ask_advice, advice(topic))
        by_name = topic == "several_interviewers" and keys(made)[0].startswith("readers.")  # they are known here
        assert by_name or keys(made)[0].startswith(f"advice.{topic or 'other'}")
        assert said(made, language)
        assert same_facts(made)


def test_an_answer_that_hangs_on_the_day_names_it() -> None:
    made = done(rows.acme(), ask_advice, advice("reposted"))
    assert keys(made) == ["advice.reposted", "stand.until"]
    assert "Tue 15 Dec" in said(made)
    assert keys(done(rows.acme(), ask_advice, advice("clothes"))) == ["advice.clothes"]


def test_an_answer_that_a_draft_helps_with_has_it_one_tap_away() -> None:
    assert verbs(done(rows.acme(), ask_advice, advice("withdraw"))) == ["show.draft=withdrawal"]
    assert verbs(done(rows.stranger(), ask_advice, advice("withdraw"))) == []


def test_a_sign_cannot_be_read_and_the_day_is_what_is_known() -> None:
    made = done(rows.acme(), ask_meaning, Act("ask_meaning", {"sign": "good luck"}))
    assert keys(made) == ["advice.signs.1", "stand.until"]
    other = done(made.known, ask_meaning, Act("ask_meaning", {"sign": "good luck"}))
    assert keys(other)[0] != keys(made)[0]


def test_a_sign_that_is_a_fact_is_explained_where_it_was_kept() -> None:
    made = done(rows.acme(), ask_meaning, Act("ask_meaning"), Act("reposted"))
    assert keys(made) == ["stand.until"]
    assert keys(done(rows.stranger(), ask_meaning, Act("ask_meaning"), Act("reposted"))) == []


def test_what_a_line_of_this_turn_has_said_is_not_said_again() -> None:
    assert keys(done(rows.acme(), ask_meaning, Act("ask_meaning"), Act("nothing_heard"))) == ["advice.signs.1"]


def test_how_it_stands_is_said_once_a_turn() -> None:
    meaning, asked = Act("ask_meaning", {"sign": "silence"}), advice("waiting")
    made = rows.ledger(rows.acme(), meaning, asked)
    ask_meaning(made, meaning)
    ask_advice(made, asked)
    assert keys(made).count("stand.until") == 1
    assert "stand.until" not in keys(done(rows.acme(), ask_meaning, meaning, Act("ask_may_write")))


def test_nobody_who_asks_for_advice_is_asked_which_one() -> None:
    made = done(rows.two(), ask_advice, advice("waiting"))
    assert (keys(made), made.known.open_points) == (["advice.waiting.1"], ())
    known = rows.two()
    spoken = replace(known, person=replace(known.person, topic=1))
    assert keys(done(spoken, ask_advice, advice("waiting")))[1:] == ["stand.until"]


def test_how_it_works() -> None:
    assert "/forget" in said(done(rows.stranger(), ask_how_it_works, Act("ask_how_it_works")))


# How it stands


@pytest.mark.parametrize(
    ("known", "key"),
    [
        (rows.acme(), "stand.until"),
        (rows.unthanked(), "stand.only_thank_you"),
        (rows.overdue(), "worry.now"),
        (rows.ahead(), "stand.interview"),
        (rows.happened(rows.acme(), EventType.QUESTION), "stand.reply_now"),
        (rows.happened(rows.acme(), EventType.REJECTED), "stand.said_no"),
        (rows.happened(rows.acme(), EventType.NO_CONTACT), "stand.their_turn"),
        (rows.happened(rows.acme(), EventType.COMPETING_OFFER, deadline=date(2026, 12, 9)), "stand.go"),
        (rows.happened(rows.acme(), EventType.SILENCE_MEANS_NO, until=date(2026, 11, 27)), "stand.move_on"),
    ],
)
def test_where_it_stands_in_one_sentence(known: Known, key: str) -> None:
    assert standing(known, known.opportunities[0], NOW).key == key
    said(done(known, ask_advice, advice("waiting")), "de")


def test_a_promise_that_is_due_goes_first() -> None:
    known = rows.owing(rows.acme())
    late = NOW + timedelta(days=3)
    assert standing(known, known.opportunities[0], late).key == "stand.promise"


def test_a_note_at_night_waits_for_its_day() -> None:
    known = rows.unthanked()
    night = NOW - timedelta(hours=14)
    assert standing(known, known.opportunities[0], night).key == "stand.from"


def test_without_a_day_of_theirs_only_ours_is_named() -> None:
    known = rows.acme()
    undated = replace(known, interviews=(replace(known.interviews[0], window_latest=None),))
    assert standing(undated, known.opportunities[0], NOW).key == "worry.until"


def test_what_is_due_first_stands_in_front() -> None:
    known = rows.happened(rows.two(), EventType.QUESTION, row=11)
    assert [o.employer for o in most_urgent(known, known.opportunities, NOW)] == ["Globex", "Acme"]
