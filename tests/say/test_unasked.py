"""How each nudge is said: why now, its draft, its buttons, and the question it opens."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.say.unasked import WORDS, speak
from bot.turn import Message
from bot.words import languages
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Answer, Contact, ContactKind, EventType, Known, NoteKind, Parked, Side
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
    promise,
    sent,
    talked,
)

THANKED = sent(ContactKind.THANK_YOU)
ASKED = sent(ContactKind.FOLLOW_UP, at("2026-12-22T10:00"), id=11)
SUBJECTS = {
    **dict.fromkeys(("pocket_card", "lessons"), 3),
    **dict.fromkeys(("promise", "promise_eve", "their_promise"), 30),
    **dict.fromkeys(("reply_owed", "rejection_thanks", "offer_deadline", "paper"), 20),
    "practice": 40,
}


def planned(name: str, now: datetime, subject: int | None = None) -> Plan:
    about = None if name in nudges.RECURRING else 1
    return Plan(name=name, once=f"{name}:1", opportunity_id=about, subject=subject or SUBJECTS.get(name, 2), at=now)


def said(name: str, known: Known, now: datetime = NEXT_DAY) -> tuple[Known, Message]:
    return speak(known, planned(name, now), now)


def words_of(name: str, known: Known, now: datetime = NEXT_DAY) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", said(name, known, now)[1].text))


def verbs(name: str, known: Known, now: datetime = NEXT_DAY) -> list[str]:
    message = said(name, known, now)[1]
    return [":".join(button.data.split(":")[1:3]) for row in message.buttons for button in row]


WAITED = life(contacts=(THANKED,))
LATER = at("2026-12-22T09:30")
INVITED = life(events=(event(EventType.INVITATION),))
OWED = life(promises=(promise(date(2026, 12, 2)),))
UNPREPARED = life(notes=(note(NoteKind.UNPREPARED, "Why us?"),))
CASES: dict[str, tuple[Known, datetime, str, str]] = {
    "pocket_card": (life(ahead()), ahead().start - HOUR, "Acme, 14:00. For your pocket:", "own.sentence:3"),
    "lessons": (
        life(talked(), ahead(), notes=(note(NoteKind.BADLY, "I rushed"),)),
        at("2026-12-09T18:30"),
        "Tomorrow Acme, 14:00. From your interviews so far, in your own words:\n\n• Last time: I rushed",
        "",
    ),
    "check_in": (
        life(talked(mood=None)),
        END + HOUR,
        "How did it go with Acme? Tell me as you would tell a friend.",
        "mood.great:2 mood.fine:2 mood.rough:2 mood.not_held:2 mood.skipped:2 snooze:101",
    ),
    "check_in_again": (
        life(talked(mood=None)),
        NEXT_DAY,
        "After a night's sleep: how did it go with Acme?",
        "mood.great:2 mood.fine:2 mood.rough:2 mood.not_held:2 mood.skipped:2 snooze:101",
    ),
    "debrief_offer": (life(), END + 4 * HOUR, "While it's fresh:", "debrief.yes:2 debrief.no:2 snooze:101"),
    "thank_you": (
        life(),
        END + 2 * HOUR,
        "Acme still has your conversation in mind:",
        "sent.thank_you:1 snooze:101 style.shorter=thank_you:1 style.warmer=thank_you:1 own.draft=thank_you:1"
        " wont.thank_you:1",
    ),
    "thank_you_again": (
        life(),
        NEXT_DAY,
        "Acme will still remember your conversation today,",
        "sent.thank_you:1 snooze:101 style.shorter=thank_you:1 style.warmer=thank_you:1 own.draft=thank_you:1"
        " wont.thank_you:1",
    ),
    "promise": (OWED, NEXT_DAY, "“references” for Acme is due today.", "done.promise:30 snooze:101"),
    "promise_eve": (
        OWED,
        END + HOUR,
        "Tomorrow is the day you named to Acme for “references”.",
        "done.promise:30 snooze:101",
    ),
    "their_promise": (
        life(promises=(promise(date(2026, 12, 1), side=Side.THEIRS),)),
        NEXT_DAY,
        "Acme promised “references” by Tue 1 Dec. Did it come?",
        "theirs.kept:30 theirs.broken:30",
    ),
    "reply_owed": (
        INVITED,
        NEXT_DAY + DAY,
        "Acme is waiting for your answer: they want to see you again.",
        "sent.reply:1 snooze:101",
    ),
    "rejection_thanks": (
        life(events=(event(EventType.REJECTED),)),
        NEXT_DAY + DAY,
        "A night has passed since the no from Acme.",
        "sent.reply:1 snooze:101 style.shorter=rejection_thanks:1 style.warmer=rejection_thanks:1"
        " own.draft=rejection_thanks:1 rest:1",
    ),
    "your_move": (
        life(events=(event(EventType.USER_WITHDRAWS),)),
        NEXT_DAY + HOUR,
        "You're leaving Acme, and they don't know it yet.",
        "did.withdraw:1 why.R8:1 snooze:101",
    ),
    "offer_deadline": (
        life(events=(event(EventType.OFFER, deadline=date(2026, 12, 9)),)),
        at("2026-12-07T09:30"),
        "Acme would like your answer to their offer by Wed 9 Dec.",
        "why.R3:1",
    ),
    "paper": (
        life(events=(event(EventType.VERBAL_OFFER),)),
        NEXT_DAY + 2 * DAY,
        "Acme said yes a few days ago. Is it on paper yet?",
        "paper.yes:1 paper.no:1",
    ),
    "hold": (WAITED, NEXT_DAY + 9 * DAY, "You're halfway through the wait for Acme.", "why.R18:1 show.wait:1"),
    "follow_up": (
        WAITED,
        LATER,
        "Acme has had its time, and then some. A short question is fine now, by e-mail.",
        "sent.follow_up:1 snooze:101 style.shorter=follow_up:1 style.warmer=follow_up:1 own.draft=follow_up:1 heard:1",
    ),
    "follow_up_again": (
        WAITED,
        LATER + DAY,
        "You may still ask Acme how things stand, by e-mail.",
        "sent.follow_up:1 snooze:101 style.shorter=follow_up:1 style.warmer=follow_up:1 own.draft=follow_up:1 heard:1",
    ),
    "second_follow_up": (
        life(contacts=(THANKED, ASKED)),
        at("2027-01-04T09:30"),
        "A working week has passed without a word from Acme.",
        "sent.follow_up:1 snooze:101 style.shorter=second_follow_up:1 style.warmer=second_follow_up:1"
        " own.draft=second_follow_up:1 heard:1",
    ),
    "parked": (
        replace(WAITED, parked=(Parked(id=60, opportunity_id=1, text="Dear <Kim>", at=NEXT_DAY),)),
        LATER,
        "Today your own message to Acme may go, by e-mail.",
        "sent.follow_up:1 snooze:101 heard:1",
    ),
    "clean_end": (WAITED, LATER + 60 * DAY, "Acme has had every chance to answer.", "close:1 keep:1"),
    "clean_end_unasked": (WAITED, LATER + 20 * DAY, "You haven't heard from Acme for a while.", "close:1 keep:1"),
    "feedback": (life(), NEXT_DAY + 7 * DAY, "A week ago you answered Acme.", "feedback.none:1"),
    "keep_in_touch": (
        life(),
        NEXT_DAY + 90 * DAY,
        "It has been three months since Acme,",
        "touch.draft:1 touch.rest:1",
    ),
    "any_word": (
        WAITED,
        at("2026-12-21T18:00"),
        "Before you ask Acme yourself: any word from them?",
        "word.yes:1 word.no:1 word.stop:0",
    ),
    "practice": (
        UNPREPARED,
        NEXT_DAY,
        "For a quiet minute, one question to practise: Why us?",
        "practice.solid:40 practice.skip:40",
    ),
    "applications": (
        WAITED,
        at("2026-12-04T16:00"),
        "It's Friday, and this is where you stand:\n\nAcme: you may ask from Tue 22 Dec\n",
        "apps.0:0 apps.1:0 apps.3:0 apps.5:0",
    ),
}
QUESTIONS = {
    "check_in": ("mood", 2),
    "check_in_again": ("mood", 2),
    "thank_you": ("detail", 2),
    "debrief_offer": ("debrief", 2),
    "paper": ("paper", 1),
    "their_promise": ("their_promise", 30),
    "keep_in_touch": ("keep_in_touch", 1),
    "any_word": ("any_word", 1),
    "practice": ("practice", 40),
    "applications": ("applications", None),
    "feedback": ("feedback", 1),
}


def test_every_nudge_is_tested_here() -> None:
    assert CASES.keys() | {nudges.ABSENCE, nudges.REMINDER} == WORDS.keys()


@pytest.mark.parametrize("name", CASES)
def test_it_says_first_why_it_comes_now(name: str) -> None:
    known, now, first, _ = CASES[name]
    assert words_of(name, known, now).startswith(first)


@pytest.mark.parametrize("name", CASES)
def test_its_buttons(name: str) -> None:
    known, now, _, buttons = CASES[name]
    assert verbs(name, known, now) == buttons.split()


@pytest.mark.parametrize("name", CASES)
def test_the_question_it_opens_and_that_it_was_said(name: str) -> None:
    known, now, *_ = CASES[name]
    after, _message = said(name, known, now)
    assert (after.person.asking, after.person.asking_about) == QUESTIONS.get(name, (None, None))
    assert [nudged.name for nudged in after.nudged] == [name]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("language", languages())
def test_no_role_is_named_that_may_be_wrong(name: str, language: str) -> None:
    known, now, *_ = CASES[name]
    known = replace(german(known) if language == "de" else known, opportunities=(acme(role="guy named Rob"),))
    around = re.sub(r"<(pre|code)>.*?</\1>", "", said(name, known, now)[1].text, flags=re.DOTALL)
    assert "Rob" not in around


# Before


def test_an_assumed_hour_is_not_told() -> None:
    known = life(talked(), ahead(start_known=False), notes=(note(NoteKind.BADLY, "I rushed"),))
    for name in ("lessons", "pocket_card"):
        told = words_of(name, known, at("2026-12-09T18:30"))
        assert "14:00" not in told
        assert "Acme, Thu 10 Dec. " in told


def test_the_pocket_card_holds_the_persons_own_sentence() -> None:
    known = replace(life(ahead()), person=replace(ANA, sentence="I want to build this with you."))
    assert "“I want to build this with you.”" in words_of("pocket_card", known, ahead().start - HOUR)


# After


@pytest.mark.parametrize(
    ("missing", "name", "ask"),
    [
        ({"interest_said": None, "window_answer": None}, "window", "What did they say about when"),
        ({"interest_said": None}, "said", "Did you tell them"),
        ({"window_answer": None}, "window", "What did they say about when"),
        ({"promise_answer": None}, "promised", "Did you promise to send anything?"),
    ],
)
def test_the_morning_after_only_what_is_missing_is_asked(missing: dict[str, None], name: str, ask: str) -> None:
    known = life(talked(**missing))
    assert words_of("check_in_again", known).startswith(f"One thing is missing for your plan with Acme. {ask}")
    after, _ = said("check_in_again", known)
    assert (after.person.asking, after.person.asking_about) == (name, 2)
    assert {verb.split(".")[0] for verb in verbs("check_in_again", known)} <= {name, "enough:2", "snooze:101"}


def test_a_thank_you_without_anything_from_the_talk_invites_one_thing() -> None:
    line = "Tell me one thing they said, and I'll put it in."
    assert words_of("thank_you", life()).endswith(f"\n\n{line}")
    assert line not in words_of("thank_you_again", life())


@pytest.mark.parametrize(
    "known",
    [
        life(notes=(note(NoteKind.DETAIL, "they build every prototype twice"),)),
        life(talked(detail_answer=Answer.SKIPPED)),
    ],
)
def test_it_does_not_where_something_is_noted_or_was_asked_for_in_vain(known: Known) -> None:
    assert "Tell me one thing" not in words_of("thank_you", known)
    assert said("thank_you", known)[0].person.asking != "detail"


def test_a_detail_of_another_interview_is_none_of_this_one() -> None:
    known = life(notes=(note(NoteKind.DETAIL, "they like tea", interview_id=9),))
    assert "Tell me one thing" in words_of("thank_you", known)


@pytest.mark.parametrize("answer", [Answer.NO, Answer.UNSURE])
def test_interest_that_was_not_said_is_the_reason_once(answer: Answer) -> None:
    known = life(talked(interest_said=answer))
    assert words_of("thank_you", known).startswith("Perhaps Acme doesn't know yet that you want it.")
    assert words_of("thank_you_again", known).startswith("Acme will still remember")


def test_of_a_panel_the_next_one_is_named_and_an_agency_hands_it_on() -> None:
    panel = talked(interviewers=("Kim Lee", "Herr Meier"))
    known = life(panel, contacts=(replace(THANKED, to="Kim Lee"),))
    assert words_of("thank_you", known).startswith("Herr Meier still has")
    assert words_of("thank_you", german(known)).startswith("Herr Meier hat euer Gespräch noch im Kopf")
    through = replace(life(), opportunities=(acme(via_agency=True),))
    assert "It goes to your consultant, who passes it on." in words_of("thank_you", through)


# Promises, answers, offers


def test_a_promise_that_is_late_says_so_gently() -> None:
    late = words_of("promise", OWED, NEXT_DAY + 2 * DAY)
    assert late.startswith("The day for “references” to Acme has passed.")


def test_on_its_last_day_an_offer_is_spoken_of_as_today() -> None:
    known = CASES["offer_deadline"][0]
    assert words_of("offer_deadline", known, at("2026-12-09T09:30")).startswith("Today Acme is waiting")


@pytest.mark.parametrize("kind", ["request", "question", "invitation", "verbal_offer", "missed_call"])
def test_what_they_wait_for_is_named_in_both_languages(kind: str) -> None:
    known = life(events=(event(EventType(kind)),))
    assert "answer: they " in words_of("reply_owed", known)
    assert "Antwort (sie " in words_of("reply_owed", german(known))


def test_an_offer_is_thanked_for_and_nobody_is_pushed_to_answer_it() -> None:
    known = life(events=(event(EventType.OFFER),))
    assert words_of("reply_owed", known).endswith("can go today. It decides nothing yet.")
    assert "Entschieden ist damit noch nichts" in words_of("reply_owed", german(known))
    dated = life(events=(event(EventType.OFFER, deadline=date(2026, 12, 9)),))
    assert words_of("reply_owed", dated).endswith("your answer has time until Wed 9 Dec.")


def test_who_is_still_open_is_a_reason_to_ask_for_days_with_their_own_day() -> None:
    known, now, *_ = CASES["offer_deadline"]
    assert "turn anybody down" not in words_of("offer_deadline", known, now)
    other = talked(id=8, opportunity_id=6)
    both = replace(
        known,
        opportunities=(*known.opportunities, replace(acme(), id=6, employer="Globex")),
        interviews=(*known.interviews, other),
        contacts=(*known.contacts, replace(THANKED, id=90, opportunity_id=6)),
    )
    told = words_of("offer_deadline", both, now)
    assert "Globex has until Fri 18 Dec." in told
    assert told.endswith(
        "Nothing is signed with Globex: a good reason to ask for a few days before you turn anybody down."
    )
    assert "bevor du jemandem absagst" in words_of("offer_deadline", german(both), now)


# The wait


def test_without_a_named_day_the_follow_up_does_not_speak_of_one() -> None:
    known = life(talked(window_answer=Answer.NO, window_latest=None), contacts=(THANKED,))
    assert words_of("follow_up", known, LATER).startswith("Your interview with Acme was long enough ago.")
    told = replace(known, events=(event(EventType.WINDOW_EXTENDED, latest=date(2026, 12, 11)),))
    assert words_of("follow_up", told, LATER).startswith("Acme has had its time")


def test_after_a_spoken_offer_the_question_is_about_the_paper() -> None:
    known = life(contacts=(THANKED,), events=(event(EventType.VERBAL_OFFER),))
    told = words_of("follow_up", known, LATER)
    assert told.startswith("Acme said yes, and there is no paper yet. A short, glad question is fine now, by e-mail.")
    assert "style.shorter=spoken_offer:1" in verbs("follow_up", known, LATER)


def test_a_message_that_waited_is_handed_over_as_it_was_written() -> None:
    known, now, *_ = CASES["parked"]
    after, message = said("parked", known, now)
    assert "<pre>Dear &lt;Kim&gt;</pre>" in message.text
    assert after.parked[0].handed_at == now


# All together


def test_any_word_from_several_the_longest_wait_first() -> None:
    other = talked(id=8, opportunity_id=6, start=END - 4 * HOUR, end=END - 3 * HOUR)
    both = life(
        talked(),
        other,
        opportunities=(acme(), acme(id=6, employer="Globex Manufacturing Inc")),
        contacts=(THANKED, replace(THANKED, id=12, opportunity_id=6)),
    )
    now = at("2026-12-21T18:00")
    assert (
        words_of("any_word", both, now)
        == "Before you ask Globex Manufacturing Inc or Acme yourself: any word from them?"
    )
    assert verbs("any_word", both, now) == ["word.yes:6", "word.yes:1", "word.none:0", "word.stop:0"]
    after, message = said("any_word", both, now)
    assert message.buttons[0][0].label == "Globex Manufacturing"
    assert (after.person.asking, after.person.asking_about) == ("any_word", None)
    assert "bei Globex Manufacturing Inc oder Acme nachfragst: Haben sie sich gemeldet?" in words_of(
        "any_word", german(both), now
    )


def test_what_was_practised_comes_with_the_last_answer() -> None:
    known = life(notes=(note(NoteKind.UNPREPARED, "Why us?", answer="Because"),))
    assert words_of("practice", known).endswith("Last time you wrote: Because")


def test_recurring_ones_are_silent() -> None:
    assert said("practice", UNPREPARED)[1].silent
    assert not said("thank_you", life())[1].silent


# The coach was away


def away(*contacts: Contact) -> tuple[Known, datetime]:
    since, until = END - HOUR / 2, END + 40 * HOUR
    person = replace(ANA, away_since=since, away_until=until, heard_at=since - HOUR)
    return life(talked(mood=None, interest_said=None, promise_answer=None), person=person, contacts=contacts), until


def test_after_an_absence_it_says_so_and_the_most_urgent_thing() -> None:
    known, until = away()
    after, message = speak(known, planned(nudges.ABSENCE, until, 0), until)
    blocks = re.sub(r"<[^>]+>", "", message.text).split("\n\n")
    assert blocks[0].startswith("I was away from Tue 1 Dec, 15:30 until Thu 3 Dec, 08:00 and couldn't say a word.")
    assert blocks[1].startswith("If you wrote to me before Wed 2 Dec, 08:00, it got lost")
    assert blocks[-1].startswith("How did it go with Acme?")
    assert after.person.asking == "mood"
    assert {nudged.name for nudged in after.nudged if nudged.dropped is None} == {nudges.ABSENCE, "check_in"}
    assert message.buttons[-1][0].data.startswith("1:snooze:")


def test_what_it_could_not_say_in_time_is_named_once() -> None:
    since, until = ahead().start - 3 * HOUR, ahead().end + 2 * DAY
    person = replace(ANA, away_since=since, away_until=until)
    known = life(ahead(mood=None), person=person)
    after, message = speak(known, planned(nudges.ABSENCE, until, 0), until)
    assert "Meanwhile the time for something passed with Acme." in message.text
    assert "pocket_card" in [n.name for n in after.nudged if n.dropped == "the coach was away"]


def test_with_nothing_missed_it_only_says_sorry() -> None:
    person = replace(ANA, away_since=END, away_until=END + 8 * HOUR)
    _, message = speak(Known(person=person), planned(nudges.ABSENCE, END, 0), END + 8 * HOUR)
    assert message.text.startswith("I was away from")
    assert message.buttons == ()
