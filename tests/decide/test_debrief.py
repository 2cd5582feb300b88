"""The debrief: the good part first, in the Person's own words, with a way out at every step, and open to news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.decide import debrief, questions
from bot.decide.debrief_steps import lapse, lines_of
from bot.decide.debrief_topics import BY_NAME, IDEA, RUNNING, TOPICS, is_running, open_for, running
from bot.decide.notes import said_by
from bot.hear.act import Act, By
from bot.learn.ledger import Ledger, Stale
from bot.turn import Incoming, Kind
from storage.facts import (
    Answer,
    Contact,
    ContactKind,
    Event,
    EventType,
    Interview,
    Known,
    Mood,
    Note,
    NoteKind,
    Opportunity,
)
from tests.decide.rows import NOW, acme, bare, done, ledger, press, said
from tests.decide.turns import Turns

CHECKED_IN = {
    "mood": Mood.FINE,
    "interest_said": Answer.YES,
    "window_answer": Answer.YES,
    "promise_answer": Answer.NO,
}
ONLY_NOTES = {
    "interest_shown": 4,
    "next_step_answer": Answer.NO,
    "channel_answer": Answer.NO,
    "still_wanted": Answer.YES,
    "detail_answer": Answer.NO,
}
"""With these only the Person's own words are asked for."""


def at_acme(**changes: object) -> Known:
    known = acme()
    return replace(known, interviews=(replace(known.interviews[0], **{**CHECKED_IN, **changes}),))


def begun(**changes: object) -> Turns:
    """Ana has begun the debrief of Acme."""
    return Turns(at_acme(**changes)).hear(Act("debrief", {"answer": "yes"}))


# The offer


def test_it_is_offered_once_when_the_check_in_is_done() -> None:
    turns = Turns(at_acme()).hear(Act("felt", {"mood": "fine"}))
    assert turns.keys[-1] == "debrief.offer"
    assert turns.asked == "debrief"
    assert [nudged.once for nudged in turns.known.nudged] == ["debrief_offer:2"]
    assert debrief.offered_for(turns.known, turns.now) is None
    assert "What went well" not in turns.said


@pytest.mark.parametrize(
    "changes",
    [{"promise_answer": None}, {"debrief": Answer.NO}, {"passed_over": ("enough",)}, {"cancelled": True}],
)
def test_it_is_not_offered_before_the_check_in_is_done_or_against_a_wish(changes: dict[str, object]) -> None:
    assert debrief.offered_for(at_acme(**changes), NOW) is None


def test_it_is_offered_only_while_it_is_fresh_and_after_what_matters_more() -> None:
    assert debrief.offered_for(at_acme(), NOW) == 2
    assert debrief.offered_for(at_acme(), NOW + timedelta(days=3)) is None
    known = at_acme()
    assert debrief.offered_for(replace(known, person=replace(known.person, zone_confirmed=False)), NOW) is None


def test_yes_begins_it_and_no_is_fine() -> None:
    for yes in (bare("yes"), press("debrief.yes", "debrief", 2, answer="yes")):
        turns = Turns(at_acme()).hear(Act("felt", {"mood": "fine"})).hear(yes)
        assert turns.asked == "debrief_well"
    for no in (bare("no"), bare("skip"), press("debrief.no", "debrief", 2, answer="no")):
        turns = Turns(at_acme()).hear(Act("felt", {"mood": "fine"})).hear(no)
        assert turns.interview.debrief is Answer.NO
        assert turns.keys == ["debrief.declined"]


def test_an_old_button_of_the_offer_says_so() -> None:
    for known in (at_acme(debrief=Answer.NO), at_acme(cancelled=True), at_acme(end=NOW + timedelta(hours=1))):
        with pytest.raises(Stale):
            done(known, debrief.debrief, press("debrief.yes", "debrief", 2, answer="yes"))
    with pytest.raises(Stale):
        done(at_acme(), debrief.debrief, press("debrief.yes", "debrief", 9, answer="yes"))


def test_without_an_interview_there_is_nothing_to_look_back_on() -> None:
    assert "no interview behind you" in said(done(acme(interviews=()), debrief.debrief, Act("debrief")))


# The questions


def test_the_good_part_comes_first_and_each_question_by_itself_is_answered_in_its_own_way() -> None:
    turns = begun(interviewers=())
    answers = {"met": ("met", {"names": ("Priya", "Tom")}), "shown": ("shown", {"value": 4}), "wanted": ("yes", {})}
    order = []
    while turns.asked:
        order.append(turns.asked)
        assert len([key for key in turns.keys if key.startswith("ask.")]) == 1
        if turns.asked in answers:
            name, slots = answers[turns.asked]
            turns.hear(bare(name, **slots))
        else:
            turns.say(f"about {turns.asked}")
    assert order == [topic.name for topic in TOPICS]
    assert turns.interview.interviewers == ("Priya", "Tom")
    assert (turns.interview.interest_shown, turns.interview.still_wanted) == (4, Answer.YES)
    assert (turns.interview.next_step_answer, turns.interview.detail_answer) == (Answer.YES, Answer.YES)
    assert {note.interview_id for note in turns.known.notes} == {2}
    assert RUNNING not in turns.interview.passed_over


def test_what_is_known_already_is_not_asked() -> None:
    turns, order = begun(**ONLY_NOTES), []
    while turns.asked:
        order.append(turns.asked)
        turns.say("something")
    assert order == [topic.name for topic in TOPICS if topic.name.startswith("debrief_")]


def test_three_that_went_well_and_one_question_a_line() -> None:
    turns = begun(**ONLY_NOTES).say("- my portfolio\n- the small talk\n- calm\n- the end")
    turns.say("salary, because I had no number")
    turns.say("1. Why do you leave?\n2. What is your weakness?\n\n3) Where in five years?")
    assert turns.notes(NoteKind.WELL) == ["my portfolio", "the small talk", "calm; the end"]
    assert turns.notes(NoteKind.BADLY) == ["salary, because I had no number"]
    assert turns.notes(NoteKind.UNPREPARED) == [
        "Why do you leave?",
        "What is your weakness?",
        "Where in five years?",
    ]


def test_a_line_of_its_own_is_only_made_where_several_are_asked_for() -> None:
    assert lines_of(BY_NAME["debrief_example"], "one\ntwo") == ["one\ntwo"]
    assert lines_of(BY_NAME["debrief_unprepared"], "Why us? And why now?") == ["Why us?", "And why now?"]


@pytest.mark.parametrize("pass_over", [bare("skip"), bare("no"), bare("note", text="nothing")])
def test_each_question_can_be_skipped_and_may_be_answered_when_it_is_begun_again(pass_over: Act) -> None:
    turns = begun(interviewers=())
    while turns.asked:
        turns.hear(bare("skip") if turns.asked in ("shown", "wanted") else pass_over)
    assert turns.known.notes == ()
    assert "You were invited" in turns.said
    assert (turns.interview.met_answer, turns.interview.interest_shown) == (Answer.SKIPPED, 0)
    turns.hear(Act("debrief", {"answer": "yes"}))
    assert (turns.asked, turns.interview.met_answer, turns.interview.interest_shown) == ("debrief_well", None, None)


def test_each_button_skips_its_own_question() -> None:
    turns = begun(interviewers=())
    for topic in TOPICS:
        assert turns.asked == topic.name
        assert turns.verbs[-2:] == [topic.skip, "end.debrief"]
        turns.tap(topic.skip, "skip", asked=topic.name)
    assert turns.asked is None


def test_that_is_all_ends_it_and_shows_the_card_with_the_good_points_on_top() -> None:
    for end in (bare("enough"), press("end.debrief", "enough", 2, asked="debrief")):
        turns = begun(**ONLY_NOTES).say("my portfolio").say("salary").say("Why do you leave?").hear(end)
        card = turns.said
        assert card.index("What went well") < card.index("my portfolio") < card.index("For next time")
        assert "1 question to practise" in card
        assert turns.verbs == ["practice.list"]
        assert turns.asked is None
    assert turns.hear(Act("debrief")).asked == "debrief_example"


def test_a_length_is_kept_so_that_it_can_be_counted() -> None:
    turns = begun(**ONLY_NOTES)
    for _ in range(4):
        turns.skip()
    assert turns.asked == "debrief_length"
    assert turns.say("I rambled a lot").notes(NoteKind.LENGTH) == ["too_long"]
    turns = begun(**ONLY_NOTES)
    for _ in range(4):
        turns.skip()
    turns.tap("answers.too_long", "note", kind="length", text="too_long")
    assert (turns.notes(NoteKind.LENGTH), turns.asked) == (["too_long"], "debrief_reaction")


def test_of_several_each_is_asked_about_who_said_something() -> None:
    turns = begun()
    while turns.asked != "detail":
        turns.skip()
    turns.say("Priya said that they build everything twice. That is rare.")
    assert (turns.asked, "Tom" in turns.said) == ("detail_more", True)
    turns.say("that the team eats lunch together")
    assert [(note.about, note.kind) for note in turns.known.notes] == [
        ("Priya", NoteKind.DETAIL),
        ("Tom", NoteKind.DETAIL),
    ]
    assert turns.asked == "debrief_badly"


def test_the_rest_of_them_may_be_skipped() -> None:
    turns = begun()
    while turns.asked != "detail":
        turns.skip()
    assert turns.say("Priya said that they build everything twice.").skip().asked == "debrief_badly"


def test_what_stuck_is_asked_for_the_thank_you_only_until_it_has_gone() -> None:
    turns = begun()
    while turns.asked != "detail":
        turns.skip()
    assert turns.keys[-1] == "ask.debrief_detail"
    turns = Turns(replace(at_acme(), contacts=())).hear(Act("debrief"))
    while turns.asked != "detail":
        turns.skip()
    assert turns.keys[-1] == "ask.detail"


def test_who_said_what() -> None:
    names = ("Anna Kim", "Ben")
    assert said_by("Ben told me of Utrecht. Nice. Anna of the plan", names) == [
        ("Ben told me of Utrecht. Nice.", "Ben"),
        ("Anna of the plan", "Anna Kim"),
    ]
    assert said_by("they build everything twice", names) == [("they build everything twice", None)]


def test_a_yes_or_a_no_with_more_words_is_an_answer() -> None:
    known = at_acme(**ONLY_NOTES)
    turns = Turns(known).hear(Act("debrief"))
    made = Ledger(turns.known, turns.now, Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, text="no, it all went well"))
    assert debrief.BY_NAME_OF_QUESTION["debrief_well"].means(made, bare("no")) == Act(  # type: ignore[misc]
        "debrief",
        {"answer": "told", "topic": "debrief_well", "text": "no, it all went well"},
        by=By.BARE,
        row=2,
    )
    assert turns.hear(bare("yes")).asked == "debrief_badly"


def test_nothing_heard_is_an_answer_only_where_it_says_no_more() -> None:
    turns = begun(**ONLY_NOTES)
    means = debrief.BY_NAME_OF_QUESTION["debrief_well"].means
    assert means is not None
    passed = means(turns.last, Act("nothing_heard", span="nothing"))
    assert passed is not None
    assert passed.get("answer") == "pass"
    assert means(turns.last, Act("nothing_heard", span="nothing from Acme yet")) is None


def test_what_sounds_like_something_else_is_the_answer_where_just_that_is_asked() -> None:
    def meaning(name: str, act: str, typed: str, by: By = By.RULES) -> object:
        made = Ledger(begun(**ONLY_NOTES).known, NOW, Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, text=typed))
        meant = debrief.BY_NAME_OF_QUESTION[name].means(made, Act(act, by=by))  # type: ignore[misc]
        return meant and meant.get("text")

    assert meaning("debrief_unprepared", "ask_advice", "Why do you leave?") == "Why do you leave?"
    assert meaning("debrief_length", "change_draft", "too long") == "too long"
    assert meaning("debrief_unprepared", "ask_advice", "tell me what to do") is None
    assert meaning("debrief_well", "ask_advice", "Why do you leave?") is None
    assert meaning("debrief_well", "change_draft", "too long") is None
    assert meaning("debrief_length", "change_draft", "", By.BUTTON) is None


def test_a_question_that_was_heard_twice_is_noted_once() -> None:
    turns = begun(**ONLY_NOTES)
    turns.skip().skip()
    told = Act("debrief", {"answer": "told", "topic": "debrief_unprepared", "text": "Why us?"}, row=2)
    assert turns.hear(told, told).notes(NoteKind.UNPREPARED) == ["Why us?"]


# Whether it is still wanted


def test_not_sure_is_an_answer_and_asked_once_more_only() -> None:
    turns = begun(still_wanted=Answer.UNSURE)
    while turns.asked != "wanted":
        turns.skip()
    turns.tap("wanted.unsure", "wanted", value="unsure")
    assert (turns.asked, turns.interview.still_wanted) == ("debrief_idea", Answer.UNSURE)


def test_not_sure_may_be_typed() -> None:
    turns = begun(still_wanted=None)
    while turns.asked != "wanted":
        turns.skip()
    means = debrief.BY_NAME_OF_QUESTION["wanted"].means
    assert means is not None
    for words, meant in (("not sure", "wanted"), ("weiß nicht", "wanted"), ("skip", "debrief")):
        act = means(turns.last, Act("skip", span=words))
        assert act is not None
        assert act.name == meant
    assert turns.hear(Act("skip", span="not sure")).interview.still_wanted is Answer.UNSURE


def test_who_does_not_want_it_is_not_asked_what_they_would_do_there() -> None:
    known = at_acme(still_wanted=Answer.NO, debrief=Answer.YES, passed_over=(RUNNING,))
    assert open_for(IDEA, known, NOW) is None


def test_of_an_end_neither_the_next_step_nor_the_wish_is_asked() -> None:
    known = replace(
        at_acme(interviewers=()),
        events=(Event(id=5, opportunity_id=1, type=EventType.REJECTED, at=NOW - timedelta(hours=1)),),
    )
    turns, order = Turns(known).hear(Act("debrief")), []
    while turns.asked:
        order.append(turns.asked)
        turns.skip()
    assert "next_step" not in order
    assert "wanted" not in order


# In the middle of it


def test_news_is_no_answer_and_ends_it() -> None:
    turns = begun(**ONLY_NOTES).hear(Act("felt", {"mood": "great"}))
    assert turns.known.notes == ()
    assert turns.interview.mood is Mood.GREAT
    assert turns.asked is None


def test_whoever_speaks_of_something_else_has_left_it() -> None:
    turns = begun(**ONLY_NOTES)
    turns.hear(Act("felt", {"mood": "great"}))
    assert not is_running(turns.known, turns.interview, turns.now)
    assert turns.asked is None


def test_after_hours_of_silence_it_is_over_until_the_person_comes_back() -> None:
    turns = begun(**ONLY_NOTES)
    turns.known = replace(turns.known, person=replace(turns.known.person, asking=None, asking_about=None))
    assert running(turns.known, turns.now + timedelta(hours=4)) is None
    turns.hear(Act("felt", {"mood": "great"}), after=timedelta(hours=4))
    assert turns.asked is None
    assert turns.hear(Act("debrief")).asked == "debrief_well"


def test_an_answer_counts_for_an_hour() -> None:
    turns = begun(**ONLY_NOTES).say("my portfolio", after=timedelta(minutes=50))
    assert (turns.notes(NoteKind.WELL), turns.asked) == (["my portfolio"], "debrief_badly")


def test_a_button_further_up_counts_while_its_question_has_no_answer() -> None:
    turns = begun(**ONLY_NOTES)
    turns.tap("pass.badly", "skip", asked="debrief_badly")
    assert "badly" in turns.interview.passed_over
    with pytest.raises(Stale):
        turns.tap("pass.badly", "skip", asked="debrief_badly")


def test_buttons_of_a_debrief_that_is_over_are_finished() -> None:
    turns = begun().hear(bare("enough"))
    for verb, slots in (("pass.well", {"asked": "debrief_well"}), ("end.debrief", {"asked": "debrief"})):
        with pytest.raises(Stale):
            turns.tap(verb, "enough" if verb == "end.debrief" else "skip", **slots)


def test_outside_of_it_a_question_may_be_put_too_with_a_way_round_it_and_no_way_to_end_it() -> None:
    made = ledger(at_acme())
    made.ask("met", 2)
    debrief.BY_NAME_OF_QUESTION["met"].say(made, 2)  # type: ignore[misc]
    assert made.reply.question is not None
    assert [one.verb for line in made.reply.question.presses for one in line] == ["met.skipped"]
    after = Turns(made.known).tap("met.skipped", "skip", asked="met")
    assert after.interview.met_answer is Answer.SKIPPED
    assert after.interview.debrief is None


def test_only_one_runs_at_a_time() -> None:
    known = at_acme(debrief=Answer.YES, passed_over=(RUNNING,))
    other = Interview(
        id=4, opportunity_id=1, start=NOW - timedelta(hours=3), end=NOW - timedelta(hours=2), mood=Mood.FINE
    )
    turns = Turns(replace(known, interviews=(*known.interviews, other))).hear(Act("debrief"))
    assert [i.id for i in turns.known.interviews if RUNNING in i.passed_over] == [4]


def test_with_nothing_left_to_ask_the_card_is_shown_again() -> None:
    known = at_acme(interviewers=("Priya",), **ONLY_NOTES)
    notes = tuple(
        Note(id=50 + n, opportunity_id=1, interview_id=2, kind=topic.kind, text="x", at=NOW)
        for n, topic in enumerate(topic for topic in TOPICS if topic.kind)
    )
    turns = Turns(replace(known, notes=notes)).hear(Act("debrief"))
    assert "debrief.card" in turns.keys
    assert turns.asked is None


def test_the_thank_you_that_counts_is_the_one_after_the_talk() -> None:
    known = at_acme()
    early = Contact(id=3, opportunity_id=1, at=NOW - timedelta(days=9), kind=ContactKind.THANK_YOU)
    made = ledger(replace(known, contacts=(early,), opportunities=(Opportunity(id=1, employer="Acme"),)))
    debrief.BY_NAME_OF_QUESTION["detail"].say(made, 2)  # type: ignore[misc]
    assert made.reply.question is not None
    assert made.reply.question.text.key == "ask.detail"  # type: ignore[union-attr]


# Under the thank-you, and after a while

TOLD = Act("debrief", {"answer": "told", "topic": "detail", "text": "they sail"}, row=2)


def test_what_is_told_under_the_thank_you_brings_it_back() -> None:
    known = replace(at_acme(), contacts=())
    made = done(
        known, debrief.debrief, Act("debrief", {"answer": "told", "topic": "detail", "text": "they sail"}, row=2)
    )
    assert "“they sail”: that's a good line for your thank-you." in said(made)
    assert [(act.name, act.get("draft"), act.row) for act in made.queue] == [("show_draft", "thank_you", 1)]


def test_after_the_thank_you_it_is_noted_without_a_draft() -> None:
    known = replace(at_acme(), contacts=(Contact(id=9, opportunity_id=1, at=NOW, kind=ContactKind.THANK_YOU),))
    made = done(
        known, debrief.debrief, Act("debrief", {"answer": "told", "topic": "detail", "text": "they sail"}, row=2)
    )
    assert (said(made), made.queue) == ("Noted: “they sail”", [])


def test_whoever_was_away_is_not_in_it_any_more() -> None:
    known = replace(begun().known)
    later = replace(known, person=replace(known.person, asking="any_word", heard_at=NOW))
    for act, stays in ((Act("felt", {"mood": "fine"}), False), (press("skip.well", "debrief", 2, answer="pass"), True)):
        made = ledger(later, act, now=NOW + timedelta(days=1))
        lapse(made, (act,))
        assert (RUNNING in made.found(Interview, 2).passed_over) is stays


def test_its_question_is_open_for_an_hour() -> None:
    known = begun().known
    assert is_running(known, known.interviews[0], NOW + timedelta(minutes=50))
    assert not is_running(known, known.interviews[0], NOW + timedelta(minutes=70))


def test_news_with_a_no_before_it_is_no_answer_in_own_words() -> None:
    known = replace(at_acme(), contacts=())
    asked = ledger(known)
    asked.ask("detail", 2)
    made = ledger(asked.known, now=NOW + timedelta(minutes=1))
    made.incoming = Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, text="no, they said Monday the 14th")
    told = Act("window", {"latest": date(2026, 12, 14)})
    assert questions.read(made, (told, Act("no"))) == (told, Act("no"))
    made.incoming = Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, text="no, only that they like sailing")
    assert [act.name for act in questions.read(made, (Act("no"),))] == ["debrief"]
