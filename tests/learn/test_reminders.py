"""A nudge is put off: whatever moment the coach names is when it speaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.hear.act import Act, By
from bot.learn.ledger import Ledger, Stale
from bot.learn.reminders import put_off, snooze
from bot.say.unasked import speak
from scheduler import nudges
from storage.facts import Known, Mood, Note, NoteKind, Nudged
from storage.journal import changes, take_back
from tests.decide.rows import NOW, acme, done, keys, said, two

CHECK_IN = 18


def asked(known: Known | None = None) -> Known:
    """Ana was asked an hour ago how it went at Acme, and has not answered."""
    known = known or acme()
    (planned,) = nudges.check_in(nudges.look_at(known, known.opportunities[0], NOW))
    said_once = Nudged(
        id=CHECK_IN, once=planned.once, name="check_in", opportunity_id=1, at=NOW - timedelta(hours=1, minutes=5)
    )
    return replace(known, nudged=(*known.nudged, said_once))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=UTC)


def again_at(known: Known) -> datetime | None:
    return next(nudged.again_at for nudged in known.nudged if nudged.id == CHECK_IN)


def next_word(known: Known, now: datetime, name: str) -> datetime | None:
    """When a nudge of that name is really said, if nothing else happens."""
    for _ in range(60):
        plan = nudges.due(known, now)
        if plan is not None and plan.name == name:
            return now
        if plan is not None:
            known = nudges.note_said(known, plan, now)
        following = nudges.next_wake(known, now)
        if following is None:
            return None
        now = nudges.free_again(known, following)
    return None


def pressed(verb: str, when: str = "", row: int = CHECK_IN) -> Act:
    return Act("snooze", {"when": when} if when else {}, by=By.BUTTON, row=row, verb=verb)


@pytest.mark.parametrize(
    ("verb", "when", "moment"),
    [
        ("snooze.tonight", "tonight", at(2, 20)),
        ("snooze.tomorrow", "tomorrow", at(3, 9)),
        ("snooze.days", "in two days", at(4, 9)),
    ],
)
def test_the_buttons_name_a_moment_and_it_is_kept(verb: str, when: str, moment: datetime) -> None:
    made = done(asked(), snooze, pressed(verb, when))
    assert (again_at(made.known), made.reply.mark) == (moment, verb)
    assert keys(made) == ["snoozed"]
    assert next_word(made.known, NOW, "check_in") == moment


def test_the_moment_that_was_typed() -> None:
    made = done(asked(), snooze, Act("snooze", {"until": at(3, 18)}))
    assert "Thu 3 Dec, 18:00" in said(made)
    assert next_word(made.known, NOW, "check_in") == at(3, 18)


def test_in_the_night_the_morning_is_promised_at_once() -> None:
    made = done(asked(), snooze, Act("snooze", {"until": at(2, 23)}))
    assert "Thu 3 Dec, 08:00" in said(made)
    assert next_word(made.known, NOW, "check_in") == at(3, 8)


def test_forty_five_minutes_are_forty_five_minutes() -> None:
    made = done(asked(), snooze, Act("snooze", {"until": NOW + timedelta(minutes=45)}))
    assert "Wed 2 Dec, 12:45" in said(made)


def test_in_the_hour_that_comes_twice() -> None:
    """London, 25 October, 01:30 summer time: 45 minutes later it is 01:15 in winter time."""
    now = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    known = asked()
    wakeful = replace(
        known.person, quiet_from=datetime(2026, 1, 1, 3).time(), quiet_until=datetime(2026, 1, 1, 4).time()
    )
    talk = replace(known.interviews[0], start=now - timedelta(hours=4), end=now - timedelta(hours=3))
    known = replace(known, person=wakeful, interviews=(talk,), contacts=(), nudged=())
    (planned,) = nudges.check_in(nudges.look_at(known, known.opportunities[0], now))
    known = nudges.note_said(known, planned, now - timedelta(hours=2))
    made = Ledger(known, now)
    snooze(made, Act("snooze", {"until": (now + timedelta(minutes=45)).astimezone(made.zone)}))
    assert made.known.nudged[-1].again_at == now + timedelta(minutes=45)


def test_without_a_moment_it_is_asked_with_those_that_are_ahead() -> None:
    for act in (pressed("snooze"), Act("snooze"), Act("snooze", {"until": NOW - timedelta(minutes=1)})):
        made = done(asked(), snooze, act)
        assert (made.person.asking, made.person.asking_about) == ("snooze_when", CHECK_IN)
        assert made.reply.question is not None
        verbs = [one.verb for one in made.reply.question.presses[0]]
        assert verbs == ["snooze.tonight", "snooze.tomorrow", "snooze.days"]
    late = done(asked(), snooze, pressed("snooze"), now=at(2, 20, 30))
    assert late.reply.question is not None
    assert [one.verb for one in late.reply.question.presses[0]] == ["snooze.tomorrow", "snooze.days"]


def test_of_two_the_one_about_the_employer_that_is_named_comes_again() -> None:
    known = asked(two())
    newer = Nudged(id=19, once="hold:11", name="hold", opportunity_id=11, at=NOW - timedelta(minutes=5))
    known = replace(known, nudged=(*known.nudged, newer))
    made = done(known, snooze, Act("snooze", {"until": at(3, 18), "about": "acme"}))
    assert [n.again_at is not None for n in made.known.nudged] == [True, False]
    assert keys(done(known, snooze, Act("snooze", {"until": at(3, 18), "about": "Umbrella"})))[0] == "snooze.nothing"


def test_the_latest_that_is_still_of_use_is_taken() -> None:
    """A nudge that has done its work is not promised: the one before it still asks for something."""
    known = asked()
    gone = Nudged(id=19, once="hold:1.0", name="hold", opportunity_id=1, at=NOW - timedelta(minutes=30))
    made = done(replace(known, nudged=(*known.nudged, gone)), snooze, Act("snooze", {"until": at(3, 18)}))
    assert next_word(made.known, NOW, "check_in") == at(3, 18)


def test_what_has_done_its_work_is_said_so_with_what_comes_next() -> None:
    known = acme()
    told = replace(known.interviews[0], mood=Mood.FINE)
    gone = Nudged(id=CHECK_IN, once="thank_you:2", name="thank_you", opportunity_id=1, at=NOW - timedelta(hours=4))
    made = done(replace(known, interviews=(told,), nudged=(gone,)), snooze, Act("snooze", {"until": at(3, 18)}))
    assert keys(made)[0] == "snooze.over"
    assert again_at(made.known) is None
    assert keys(made)[1] == "snooze.next"


def test_what_comes_again_by_itself_is_promised_for_its_next_time() -> None:
    known = acme()
    told = replace(known.interviews[0], mood=Mood.FINE, debrief=None, passed_over=("enough",))
    note = Note(id=50, opportunity_id=1, kind=NoteKind.UNPREPARED, text="Why?", at=NOW - timedelta(days=1))
    gone = Nudged(
        id=CHECK_IN, once="practice:2026-12-02", name="practice", opportunity_id=None, at=NOW - timedelta(hours=2)
    )
    known = replace(known, interviews=(told,), notes=(note,), nudged=(gone,))
    made = done(known, snooze, pressed("snooze.tonight", "tonight"))
    assert keys(made) == ["snoozed"]
    assert "Thu 3 Dec, 12:30" in said(made)


def test_without_a_nudge_there_is_nothing_to_say_again() -> None:
    assert keys(done(acme(), snooze, Act("snooze", {"until": at(3, 18)})))[0] == "snooze.nothing"
    assert keys(done(acme(opportunities=(), interviews=(), contacts=()), snooze, Act("snooze"))) == ["snooze.nothing"]


def test_about_something_closed_the_button_is_finished() -> None:
    known = asked()
    closed = replace(known, opportunities=(replace(known.opportunities[0], closed_at=NOW),))
    with pytest.raises(Stale):
        done(closed, snooze, pressed("snooze"))
    with pytest.raises(Stale):
        done(known, snooze, pressed("snooze", row=99))


def test_whoever_asks_for_it_again_wants_quiet_until_then_and_not_for_good() -> None:
    known = asked()
    muted = replace(known, opportunities=(replace(known.opportunities[0], muted=True),))
    made = done(muted, snooze, Act("snooze", {"until": at(3, 18)}))
    assert (made.known.opportunities[0].muted, made.known.opportunities[0].muted_until) == (False, at(3, 18))
    paused = replace(known, person=replace(known.person, paused=True))
    made = done(paused, snooze, Act("snooze", {"until": at(3, 18)}))
    assert (made.person.paused, made.person.paused_until) == (False, at(3, 18))
    assert keys(made) == ["snoozed"]
    assert next_word(made.known, NOW, "check_in") == at(3, 18)


def test_about_one_that_is_silent_and_without_a_moment_it_is_the_way_back() -> None:
    known = asked()
    muted = replace(known, opportunities=(replace(known.opportunities[0], muted=True),))
    made = done(muted, snooze, Act("snooze", {"about": "Acme"}))
    assert (made.known.opportunities[0].muted, keys(made)) == (False, ["kept.unmute"])
    assert keys(done(muted, snooze, Act("snooze", span="remind me about acme again"))) == ["kept.unmute"]
    assert keys(done(muted, snooze, Act("snooze", span="remind me later"))) == ["ask.snooze_when"]
    assert keys(done(known, snooze, Act("snooze", {"about": "Acme"}))) == ["ask.snooze_when"]


@pytest.mark.parametrize("words", ["ask me again in the evenings", "frag mich abends wieder"])
def test_the_evening_question_is_wanted_again(words: str) -> None:
    known = asked()
    refused = replace(known, person=replace(known.person, unwanted=("any_word",)))
    made = done(refused, snooze, Act("snooze", {"until": at(2, 18)}, span=words))
    assert (made.person.unwanted, keys(made)) == ((), ["wanted.any_word"])
    made = done(refused, snooze, Act("snooze", {"until": at(2, 18)}, span="remind me this evening"))
    assert made.person.unwanted == ("any_word",)


def test_while_nothing_can_be_said_the_place_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nudges, "is_unplaced", lambda _person: True)
    made = done(asked(), snooze, Act("snooze", {"until": at(3, 18)}))
    assert keys(made) == ["snooze.unplaced"]
    assert again_at(made.known) == at(3, 18)


def test_what_is_of_no_use_by_then_is_left_as_it_is() -> None:
    made = Ledger(acme(), NOW)
    gone = Nudged(id=CHECK_IN, once="thank_you:2", name="thank_you", opportunity_id=1, at=NOW)
    assert put_off(made, gone, at(3, 18)) is None
    assert made.known == acme()


# In own words


WORDS = "look over my notes about tube feeding"


def reminded(until: datetime, known: Known | None = None) -> Ledger:
    return done(known or asked(), snooze, Act("snooze", {"what": WORDS, "until": until}))


def test_own_words_are_kept_and_said_at_their_moment_and_never_twice() -> None:
    made = reminded(at(3, 18))
    assert (keys(made), made.known.open_points[-1].text) == (["kept.reminder"], WORDS)
    assert next_word(made.known, NOW, nudges.REMINDER) == at(3, 18)
    plan = nudges.due(made.known, at(3, 18))
    assert plan is not None
    after, message = speak(made.known, plan, at(3, 18))
    assert WORDS in message.text
    assert nudges.reminders_ahead(after) == []
    assert next_word(after, at(3, 18), nudges.REMINDER) is None


def test_the_moment_that_is_promised_is_no_quiet_one() -> None:
    made = reminded(at(2, 23))
    assert made.known.open_points[-1].at == at(3, 8)
    assert next_word(made.known, NOW, nudges.REMINDER) == at(3, 8)


def test_a_reminder_that_is_put_off_comes_again() -> None:
    made = reminded(at(3, 18))
    plan = nudges.due(made.known, at(3, 18))
    assert plan is not None
    after, _ = speak(made.known, plan, at(3, 18))
    later = nudges.snooze(after, plan.once, at(4, 9))
    assert next_word(later, at(3, 18), nudges.REMINDER) == at(4, 9)


def test_words_without_a_moment_wait_for_it() -> None:
    made = done(asked(), snooze, Act("snooze", {"what": WORDS}))
    assert (made.person.asking, made.person.asking_text) == ("snooze_when", WORDS)
    then = done(made.known, snooze, Act("snooze", {"until": at(3, 18)}, by=By.BARE))
    assert then.known.open_points[-1].text == WORDS


def test_two_reminders_that_were_not_answered_do_not_silence_the_third() -> None:
    known = asked()
    for day in (3, 4, 5):
        known = reminded(at(day, 18), known).known
    for day in (3, 4, 5):
        plan = nudges.due(known, at(day, 18))
        assert (plan.name if plan else None) == nudges.REMINDER
        known = nudges.note_said(known, plan, at(day, 18)) if plan else known


def test_a_pause_with_its_day_asks_for_no_other() -> None:
    made = Ledger(asked(), NOW)
    made.acts = (Act("snooze"), Act("pause", {"until": at(5, 9)}))
    snooze(made, made.acts[0])
    assert (made.reply.question, made.person.asking) == (None, None)


def test_a_reminder_is_taken_back_with_its_message() -> None:
    before = asked()
    after = reminded(at(3, 18), before).known
    assert take_back(after, changes(before, after)).open_points == ()
