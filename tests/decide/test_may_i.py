"""May I write to them: yes or not yet, the day, the way, and what can be done at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.decide.may_i import INTENTS, ask_may_write, why
from bot.hear.act import Act
from bot.learn.ledger import Stale
from storage.facts import Channel, EventType, OpenKind
from tests.decide import rows
from tests.decide.rows import NOW, done, keys, press, said, same_facts, verbs


def asked(kind: str | None = None, **more: str) -> Act:
    return Act("ask_may_write", {**({"kind": kind} if kind else {}), **more})


def test_inside_their_time_the_answer_is_not_yet_with_the_day_and_something_better_to_do() -> None:
    made = done(rows.acme(), ask_may_write, asked("follow_up"))
    assert keys(made)[:3] == ["may_i.not_yet", "verdict.hold.window", "step.1"]
    assert "Fri 11 Dec" in said(made)
    assert "Tue 15 Dec" in said(made)
    assert verbs(made) == ["why.R18", "show.wait", "park"]
    assert same_facts(made)


@pytest.mark.parametrize("language", ["en", "de"])
def test_nobody_is_told_to_keep_looking_beside_another_step(language: str) -> None:
    made = done(rows.acme(), ask_may_write, asked())
    assert "verdict.keep_looking" not in keys(made)
    assert said(made, language)


def test_asked_again_the_step_is_another_one() -> None:
    steps = [keys(done(rows.acme(), ask_may_write, asked(), message=number))[-1] for number in range(100, 110, 2)]
    assert len(set(steps)) == 5


def test_when_the_time_is_over_the_answer_is_yes_and_the_draft_is_one_tap_away() -> None:
    made = done(rows.overdue(), ask_may_write, asked("follow_up"))
    assert keys(made)[0] == "may_i.yes"
    assert "verdict.channel.email" in keys(made)
    assert verbs(made) == ["show.draft=follow_up", "why.R19"]


def test_whoever_wants_to_call_is_told_to_write_once() -> None:
    made = done(rows.overdue(), ask_may_write, asked("call"))
    assert keys(made) == ["may_i.yes", "may_i.not_by_phone", "verdict.go.leeway"]
    assert "rather than by phone" in said(made)


def test_whoever_is_called_by_them_may_call() -> None:
    known = rows.overdue()
    by_phone = replace(known.opportunities[0], preferred_channel=Channel.PHONE)
    made = done(replace(known, opportunities=(by_phone,)), ask_may_write, asked("call"))
    assert "verdict.channel.phone" in keys(made)
    assert "may_i.not_by_phone" not in keys(made)


def test_a_call_inside_their_time_hears_the_day_and_the_way() -> None:
    made = done(rows.acme(), ask_may_write, asked("call"))
    assert keys(made) == ["may_i.not_yet", "verdict.hold.window", "may_i.not_by_phone"]


def test_a_thank_you_may_go_and_its_draft_is_there() -> None:
    made = done(rows.unthanked(), ask_may_write, asked("thank_you"))
    assert keys(made)[:2] == ["may_i.yes", "verdict.thank_you.now"] or keys(made)[0] == "may_i.yes"
    assert "show.draft=thank_you" in verbs(made)


def test_a_question_before_the_thank_you_has_to_wait_and_the_thank_you_is_offered() -> None:
    made = done(rows.unthanked(), ask_may_write, asked("follow_up"))
    assert keys(made)[0] == "may_i.not_yet_asking"
    assert "show.draft=thank_you" in verbs(made)


def test_a_second_thank_you_is_not_kept_for_later() -> None:
    made = done(rows.acme(), ask_may_write, asked("thank_you"))
    assert keys(made) == ["may_i.better_not", "verdict.also.one_note", "stand.until"]
    assert "park" not in verbs(made)


def test_they_wait_for_an_answer() -> None:
    made = done(rows.happened(rows.acme(), EventType.QUESTION), ask_may_write, asked())
    assert keys(made)[:2] == ["may_i.yes", "verdict.reply_now.question"]
    assert verbs(made)[0] == "show.draft=reply_invitation"


def test_a_no_begins_with_no_word_of_its_own() -> None:
    made = done(rows.happened(rows.acme(), EventType.REJECTED), ask_may_write, asked("other"))
    assert keys(made)[0] == "verdict.reply_now.rejected"
    assert verbs(made)[0] == "show.draft=rejection_thanks"


def test_who_asked_not_to_be_written_to_is_not_written_to() -> None:
    made = done(rows.happened(rows.acme(), EventType.NO_CONTACT), ask_may_write, asked())
    assert keys(made)[0] == "may_i.better_not"
    assert verbs(made) == ["why.R33"]


def test_an_interview_ahead_offers_nothing_to_write() -> None:
    made = done(rows.ahead(), ask_may_write, asked())
    assert [verb for verb in verbs(made) if verb.startswith("show")] == []


def test_a_gift_is_a_question_too() -> None:
    assert "verdict.also.hidden_question" in keys(done(rows.acme(), ask_may_write, asked("other")))


def test_of_several_the_one_that_is_named_is_meant_and_its_name_stands_above() -> None:
    made = done(rows.two(), ask_may_write, asked(about="Globex"))
    assert said(made).startswith("Globex")
    assert made.person.topic == 11


def test_of_several_and_none_named_it_is_asked_which_one() -> None:
    made = done(rows.two(), ask_may_write, asked())
    assert keys(made) == []
    assert [point.kind for point in made.known.open_points] == [OpenKind.WHICH]


@pytest.mark.parametrize("kind", [None, *INTENTS])
def test_a_stranger_hears_how_it_is_done(kind: str | None) -> None:
    made = done(rows.stranger(), ask_may_write, asked(kind))
    assert keys(made) == [f"may_i.nobody.{kind or 'follow_up'}"]
    assert said(made)
    assert said(made, "de")
    assert made.known.opportunities == ()


def test_an_employer_that_is_not_known_is_not_made_by_a_question() -> None:
    made = done(rows.two(), ask_may_write, asked(about="Initech"))
    assert keys(made) == ["may_i.nobody.follow_up"]
    assert len(made.known.opportunities) == 2


def test_why_tells_the_rule_of_the_button() -> None:
    assert keys(done(rows.acme(), why, press("why.R18", "why", 1, rule="R18"))) == ["rule.R18"]


def test_why_without_a_button_is_about_the_verdict_now() -> None:
    assert keys(done(rows.acme(), why, Act("why"))) == ["rule.R18"]
    assert keys(done(rows.stranger(), why, Act("why"))) == ["may_i.nobody.follow_up"]
    assert keys(done(rows.two(), why, Act("why"))) == []


def test_a_forged_rule_or_row_tells_nothing() -> None:
    with pytest.raises(Stale):
        done(rows.acme(), why, press("why.R99", "why", 1, rule="R99"))
    with pytest.raises(Stale):
        done(rows.acme(), why, press("why.R18", "why", 99, rule="R18"))


def test_an_offer_elsewhere_with_a_day_is_a_reason_to_write_early() -> None:
    known = rows.happened(rows.two(), EventType.OFFER, row=11, deadline=date(2026, 12, 9))
    for kind in (None, "other", "call"):
        made = done(known, ask_may_write, asked(kind, about="Acme"))
        assert keys(made) == ["may_i.offer_elsewhere"]
        assert verbs(made) == ["others.tell"]
        assert same_facts(made)
    assert keys(done(known, ask_may_write, asked("linkedin", about="Acme")))[-1] != "may_i.offer_elsewhere"
    told = rows.happened(known, EventType.COMPETING_OFFER, deadline=date(2026, 12, 9))
    assert "verdict.go.offer_deadline" in keys(done(told, ask_may_write, asked(about="Acme")))


def test_can_i_ask_why_is_one_question() -> None:
    assert keys(done(rows.acme(), why, Act("why"), Act("ask_may_write"))) == []


def test_late_at_night_the_same_is_said() -> None:
    made = done(rows.acme(), ask_may_write, asked("follow_up"), now=NOW + timedelta(hours=11))
    assert keys(made)[0] == "may_i.not_yet"


@pytest.mark.parametrize("words", ["should I write to Acme directly?", "soll ich Acme direkt schreiben?"])
def test_past_the_agency_nothing_goes(words: str) -> None:
    known = rows.acme()
    ours = replace(known, opportunities=(replace(known.opportunities[0], via_agency=True),))
    asked_directly = Act("ask_may_write", {"kind": "follow_up"}, span=words)
    assert keys(done(ours, ask_may_write, asked_directly))[0] == "verdict.hold.past_the_agency"
    assert "verdict.hold.past_the_agency" not in keys(done(known, ask_may_write, asked_directly))


def test_just_after_the_talk_a_question_has_to_wait_for_the_thank_you_and_has_its_day() -> None:
    made = done(rows.unthanked(), ask_may_write, asked("call"), now=NOW - timedelta(hours=19, minutes=30))
    assert keys(made) == ["may_i.not_yet_asking", "verdict.hold.note_too_soon", "verdict.also.question_opens"]
    assert "from Tue 15 Dec" in said(made)
    thanks = done(rows.unthanked(), ask_may_write, asked("thank_you"), now=NOW - timedelta(hours=19, minutes=30))
    assert keys(thanks)[0] == "may_i.not_yet"


@pytest.mark.parametrize("words", ["is it too late to thank them?", "ist es zu spät, mich zu bedanken?"])
def test_too_late_is_not_answered_with_yes(words: str) -> None:
    late = Act("ask_may_write", {"kind": "thank_you"}, span=words)
    assert keys(done(rows.unthanked(), ask_may_write, late))[0] == "may_i.not_too_late"
    assert "may_i.yes" not in keys(done(rows.acme(), ask_may_write, late))


def test_an_offer_elsewhere_is_a_reason_to_write_while_only_thanks_are_open_too() -> None:
    known = rows.happened(rows.two(rows.unthanked()), EventType.OFFER, row=11, deadline=date(2026, 12, 9))
    made = done(known, ask_may_write, Act("ask_may_write", {"kind": "follow_up", "about": "Acme"}))
    assert keys(made) == ["may_i.offer_elsewhere"]
