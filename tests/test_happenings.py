"""What else happened, told in a sentence or with two taps: what is kept, what is said of it, and the way back."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.dialogue import happenings, respond, statements
from bot.dialogue.happening_undo import BEFORE
from bot.dialogue.talk import Talk
from scheduler import policy
from storage.facts import (
    Channel,
    ContactKind,
    EventType,
    Interview,
    Known,
    Promise,
    Sector,
    Side,
    Stage,
)
from tests.conftest import HERE
from tests.in_place import NOW, Chat, acme, facts, press, put_in_place, text, with_gamma

LABELLED = [json.loads(line) for line in (HERE / "data" / "intents.jsonl").read_text().splitlines()]
NOTHING = (
    *("small_talk", "despair", "reproach", "feeling", "worry", "insult", "who", "help", "danger", "language"),
    *("what_if", "only_a_question", "nothing_yet", "not_them"),
)
"""Rows that answer and keep nothing: which of them speaks is for tests of their own."""


@pytest.fixture(autouse=True)
def everything_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables as they stand in the conversation."""
    put_in_place(monkeypatch)


def acts(known: Known, words: str) -> tuple[str, Known]:
    """The name of the row that acts on a text, and what is known then."""
    talk = Talk(text(words), known, NOW)
    for row in statements.STATEMENTS:
        if row.sounds.search(words) and row.run(talk, words):
            return ("none" if row.name in NOTHING else row.name), talk.known
    return "none", talk.known


def in_the_middle() -> Known:
    """Acme yesterday and again in two weeks; Gamma is closed."""
    known = with_gamma(acme())
    start = NOW + timedelta(days=13)
    ahead = Interview(id=4, opportunity_id=1, start=start, end=start + timedelta(hours=1))
    return replace(known, interviews=(*known.interviews, ahead))


def test_nearly_all_sentences_are_understood_and_no_fact_is_made_up() -> None:
    known = in_the_middle()
    told = [(line["text"], line["intent"], *acts(known, line["text"])) for line in LABELLED]
    wrong = [(intent, name, words) for words, intent, name, _ in told if name != intent]
    for (intent, name), count in Counter((intent, name) for intent, name, _ in wrong).most_common():
        print(f"{count:3} {intent} taken for {name}: {[words for i, n, words in wrong if (i, n) == (intent, name)]}")
    made_up = [words for words, intent, _, after in told if intent == "none" and facts(after) != facts(known)]
    assert made_up == []
    assert len(LABELLED) >= 500
    assert len(wrong) <= 0.05 * len(LABELLED), wrong


# What is kept, and the day it changes

ONE_EVENT: tuple[tuple[str, EventType, dict[str, object]], ...] = (
    ("they asked for references by Friday", EventType.REQUEST, {"what": "references", "deadline": date(2026, 12, 4)}),
    ("they asked about my salary expectations", EventType.QUESTION, {}),
    ("they want me for a second round, no date yet", EventType.SCHEDULING_PENDING, {}),
    (
        "they will call me on Thursday at 3pm",
        EventType.SCHEDULED_CALL,
        {"planned_for": datetime(2026, 12, 3, 15, tzinfo=UTC)},
    ),
    ("I missed their call", EventType.MISSED_CALL, {}),
    ("Dana sent me a LinkedIn invite", EventType.LINKEDIN_INVITATION, {}),
    ("still in process, no date", EventType.ASKED_TO_WAIT, {}),
    ("hiring freeze", EventType.PROCESS_PAUSED, {}),
    ("hiring is on hold until 12 January", EventType.PROCESS_PAUSED, {"until": date(2027, 1, 12)}),
    ("she's on leave until the 12th", EventType.RECRUITER_AWAY, {"until": date(2026, 12, 12)}),
    (
        "Dana is away from Monday to Friday",
        EventType.RECRUITER_AWAY,
        {"since": date(2026, 12, 7), "until": date(2026, 12, 11)},
    ),
    ("she is back on Monday", EventType.RECRUITER_AWAY, {"until": date(2026, 12, 6)}),
    (
        "if I don't hear by Friday I should call on Monday",
        EventType.INVITED_FOLLOW_UP,
        {"since": date(2026, 12, 7)},
    ),
    ("they said don't call us, we'll call you", EventType.NO_CONTACT, {}),
    (
        "only successful candidates hear back, by the 20th",
        EventType.SILENCE_MEANS_NO,
        {"until": date(2026, 12, 20)},
    ),
    ("they offered it on the phone, paper by Friday", EventType.VERBAL_OFFER, {"until": date(2026, 12, 4)}),
    ("I got a written offer, answer by Thursday", EventType.OFFER, {"deadline": date(2026, 12, 3)}),
    ("I accepted their offer", EventType.ACCEPTED, {}),
    ("I turned the offer down", EventType.DECLINED, {}),
    (
        "another company made me an offer, deadline Thursday",
        EventType.COMPETING_OFFER,
        {"deadline": date(2026, 12, 3)},
    ),
    ("I accepted the offer at Beta", EventType.ACCEPTED_OTHER_OFFER, {}),
    ("they reposted the job", EventType.JOB_REPOSTED, {}),
    ("someone viewed my profile", EventType.PROFILE_VIEW, {}),
    ("they called my reference", EventType.REFERENCE_CALLED, {}),
)


@pytest.mark.parametrize(("words", "kind", "fields"), ONE_EVENT)
def test_one_sentence_is_one_event_and_undo_takes_exactly_it_away(
    words: str, kind: EventType, fields: dict[str, object]
) -> None:
    chat = Chat(acme()).say(words)
    assert [event.type for event in chat.known.events] == [kind]
    assert {name: getattr(chat.event, name) for name in fields} == fields
    assert "Undo" in chat.buttons
    assert "Taken back" in chat.tap("Undo").said
    assert facts(chat.known) == facts(acme())
    assert "undone already" in chat.tap("Undo").toast


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("they asked me to be patient", "Wed 16 Dec"),
        ("she's on leave until the 12th", "Tue 15 Dec"),
        ("they want to see me again, no date yet", "Wed 9 Dec"),
        ("they said to ask on Monday", "Mon 7 Dec"),
        ("it's a university", "Tue 22 Dec"),
        ("it's through an agency", "Tue 8 Dec"),
    ],
)
def test_the_echo_names_the_day_that_the_fact_changes(words: str, day: str) -> None:
    assert f"you may ask from {day}" in Chat(acme()).say(words).said


def test_what_changes_no_date_names_none() -> None:
    for words in ("they reposted the job", "someone viewed my profile", "they called my reference"):
        assert "you may ask from" not in Chat(acme()).say(words).said


def test_the_policy_hears_it() -> None:
    chat = Chat(acme()).say("they said don't call us, we'll call you")
    (opportunity,) = chat.known.opportunities
    verdict = policy.question(policy.case_of(chat.known, opportunity), NOW)
    assert (verdict.rule, verdict.not_before) == ("R33", None)


def test_something_asked_for_is_answered_by_sending_it_and_owed_again_after_undo() -> None:
    chat = Chat(acme()).say("they want my certificates").say("sent the certificates")
    assert [contact.kind for contact in chat.known.contacts] == [ContactKind.REPLY]
    assert chat.tap("Undo").known.contacts == ()


def test_a_promise_kept_is_open_again_after_undo() -> None:
    owed = Promise(id=5, opportunity_id=1, what="portfolio", due=date(2026, 12, 4))
    chat = Chat(replace(acme(), promises=(owed,))).say("I sent my portfolio")
    assert chat.known.promises[0].done_at == NOW
    assert chat.known.contacts[0].kind is ContactKind.PROMISE
    chat.tap("Undo")
    assert (chat.known.promises, chat.known.contacts) == ((owed,), ())


@pytest.mark.parametrize(
    ("words", "kind", "to", "day"),
    [
        ("I emailed Dana", ContactKind.FOLLOW_UP, "Dana", 2),
        ("I sent Dana a thank-you note", ContactKind.THANK_YOU, "Dana", 2),
        ("left a voicemail", ContactKind.FOLLOW_UP, None, 2),
        ("I connected with Dana on LinkedIn", ContactKind.LINKEDIN, "Dana", 2),
        ("I replied to them yesterday", ContactKind.REPLY, None, 1),
        ("I called them yesterday", ContactKind.FOLLOW_UP, None, 1),
        ("I called Acme an hour ago", ContactKind.FOLLOW_UP, None, 2),
    ],
)
def test_who_was_written_to_and_when(words: str, kind: ContactKind, to: str | None, day: int) -> None:
    (contact,) = Chat(acme()).say(words).known.contacts
    assert (contact.kind, contact.to, contact.at.day) == (kind, to, day)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("I wrote them last Tuesday", date(2026, 11, 24)),
        ("I wrote them on Monday", date(2026, 11, 30)),
        ("I wrote them on 28 November", date(2026, 11, 28)),
        ("I wrote them two weeks ago", date(2026, 11, 18)),
        ("I wrote them last week", date(2026, 11, 27)),
    ],
)
def test_a_day_in_the_past_is_when_it_was_sent(words: str, at: date) -> None:
    (contact,) = Chat(acme()).say(words).known.contacts
    assert contact.at.date() == at


def test_what_they_will_send_is_their_promise_and_an_answer_is_a_window() -> None:
    (promise,) = Chat(acme()).say("they promised to send me the contract by Friday").known.promises
    assert (promise.what, promise.due, promise.side) == ("contract", date(2026, 12, 4), Side.THEIRS)
    chat = Chat(acme()).say("they promised an answer by Wednesday")
    assert chat.known.promises == ()
    assert chat.known.interviews[0].window_latest == date(2026, 12, 9)


def test_the_first_call_to_the_consultant_is_no_status_question() -> None:
    chat = Chat(acme(via_agency=True)).say("I called the agency")
    assert [(contact.about, contact.to) for contact in chat.known.contacts] == [("debrief", "agency")]


def test_telling_them_of_the_other_offer_is_no_status_question() -> None:
    chat = Chat(acme()).say("I have another offer, deadline next Wednesday").say("I told them about the offer")
    assert chat.known.contacts[0].about == "competing_offer"


# Several Opportunities


def test_another_offer_asks_which_employer_is_preferred() -> None:
    chat = Chat(with_gamma(acme(), closed=False)).say("another company made me an offer, deadline Thursday")
    assert chat.known.events == ()
    chat.tap("Gamma")
    assert (chat.event.opportunity_id, chat.event.deadline) == (3, date(2026, 12, 3))


def test_a_job_elsewhere_leaves_every_process_and_one_undo_takes_all_back() -> None:
    before = with_gamma(acme(), closed=False)
    chat = Chat(before).say("I took another job")
    assert [event.opportunity_id for event in chat.known.events] == [1, 3]
    assert facts(chat.tap("Undo").known) == facts(before)


def test_an_employer_that_was_closed_is_found_and_opened_and_closed_again_at_the_same_moment() -> None:
    before = with_gamma(acme())
    chat = Chat(before).say("Gamma came back to me")
    assert chat.known.opportunities[1].closed_at is None
    assert chat.event.type is EventType.REOPENED
    assert chat.tap("Undo").known.opportunities[1].closed_at == before.opportunities[1].closed_at


def test_who_was_never_gone_cannot_come_back() -> None:
    assert Chat(acme()).say("Acme came back to me").known.events == ()


def test_an_interviewer_tells_which_employer_is_meant() -> None:
    known = with_gamma(acme(), closed=False)
    named = replace(known.interviews[0], interviewers=("Dana",))
    chat = Chat(replace(known, interviews=(named,))).say("Dana is on leave until the 12th")
    assert chat.event.opportunity_id == 1


# About the employer


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("it's a university", "sector", Sector.ACADEMIC),
        ("it's a government job", "sector", Sector.PUBLIC),
        ("via Hays recruiters", "via_agency", True),
        ("they prefer phone", "preferred_channel", Channel.PHONE),
        ("stop reminding me about Acme", "muted", True),
    ],
)
def test_what_is_so_about_an_employer_is_kept_and_put_back(words: str, field: str, value: object) -> None:
    chat = Chat(acme()).say(words)
    assert getattr(chat.known.opportunities[0], field) == value
    chat.tap("Undo")
    assert replace(chat.known.opportunities[0], version=1) == acme().opportunities[0]
    assert "undone already" in chat.tap("Undo").toast


def test_undo_puts_back_what_was_known_before_not_what_is_usual() -> None:
    chat = Chat(acme(sector=Sector.PUBLIC)).say("it's a university").tap("Undo")
    assert chat.known.opportunities[0].sector is Sector.PUBLIC


def test_three_names_are_a_panel_and_undo_forgets_only_the_new_ones() -> None:
    known = acme()
    known = replace(known, interviews=(replace(known.interviews[0], interviewers=("Dana",)),))
    chat = Chat(known).say("I talked to Dana, Tom and Priya")
    (interview,) = chat.known.interviews
    assert (interview.interviewers, interview.stage) == (("Dana", "Tom", "Priya"), Stage.PANEL)
    (interview,) = chat.tap("Undo").known.interviews
    assert (interview.interviewers, interview.stage) == (("Dana",), Stage.FIRST)


def test_where_they_are_gives_their_clock_and_their_holidays() -> None:
    chat = Chat(acme()).say("they are in Berlin")
    (opportunity,) = chat.known.opportunities
    assert (opportunity.zone, opportunity.country) == ("Europe/Berlin", "DE")
    (opportunity,) = chat.tap("Undo").known.opportunities
    assert (opportunity.zone, opportunity.country) == (None, None)


def test_every_undo_of_a_field_fits_the_field() -> None:
    assert all(hasattr(acme().opportunities[0], field) for field, _ in BEFORE)
    assert len(BEFORE) == len(set(BEFORE))


# What cannot be right


@pytest.mark.parametrize(
    "words",
    [
        "they will answer by 20 November",
        "I promised references by yesterday",
        "I got a written offer, answer by yesterday",
        "they asked for references by yesterday",
        "they promised to send me the contract by yesterday",
        "they will call me yesterday at 3pm",
    ],
)
def test_a_day_that_cannot_be_right_is_asked_about_and_nothing_is_kept(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert facts(chat.known) == facts(acme())
    assert "?" in chat.said


def test_a_new_date_that_has_passed_is_asked_about() -> None:
    known = Chat(acme()).say("they said by Friday").known
    chat = Chat(known).say("now they will answer by yesterday")
    assert facts(chat.known) == facts(known)
    assert "already passed" in chat.said
    chat.say("by the 18th")
    assert chat.event.latest == date(2026, 12, 18)


@pytest.mark.parametrize("words", ["Acme said by the end of next week", "acme told me by the 11th"])
def test_they_may_be_called_by_their_name(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert chat.known.interviews[0].window_latest == date(2026, 12, 11)


@pytest.mark.parametrize(
    "words", ["My friend said by Friday", "Acme said yes today", "Acme said I look good by Friday"]
)
def test_not_every_day_that_is_named_is_when_they_answer(words: str) -> None:
    assert facts(Chat(acme()).say(words).known) == facts(acme())


def test_the_right_day_settles_a_contradiction() -> None:
    chat = Chat(acme()).say("they will answer by 20 November").say("by the 18th")
    assert chat.known.interviews[0].window_latest == date(2026, 12, 18)
    chat = Chat(acme()).say("I got a written offer, answer by yesterday").say("Friday")
    assert (chat.event.type, chat.event.deadline) == (EventType.OFFER, date(2026, 12, 4))
    chat = Chat(acme()).say("they promised to send me the contract by yesterday").say("Friday")
    assert chat.known.promises[0].due == date(2026, 12, 4)
    chat = Chat(acme()).say("they will call me yesterday at 3pm").say("no idea").say("tomorrow 3pm")
    assert chat.event.planned_for == datetime(2026, 12, 3, 15, tzinfo=UTC)


# Two taps


@pytest.mark.parametrize(
    ("label", "typed", "kind"),
    [
        ("They want me back, no date yet", None, EventType.SCHEDULING_PENDING),
        ("They asked me to wait", None, EventType.ASKED_TO_WAIT),
        ("It is on hold", "until 12 January", EventType.PROCESS_PAUSED),
        ("Somebody is away", "from Monday to Friday", EventType.RECRUITER_AWAY),
        ("Another offer", "Thursday", EventType.COMPETING_OFFER),
        ("An offer", "by Friday", EventType.OFFER),
        ("They asked for something", "references by Friday", EventType.REQUEST),
        ("A no", None, EventType.REJECTED),
    ],
)
def test_two_taps_or_one_tap_and_a_word(label: str, typed: str | None, kind: EventType) -> None:
    chat = Chat(acme()).say("I have news")
    assert "What happened at Acme?" in chat.said
    chat.tap(label)
    if typed:
        assert chat.known.events == ()
        chat.say("hm hm").say(typed)
    assert [event.type for event in chat.known.events] == [kind]
    assert chat.known.person.asking is None


def test_who_knows_no_day_says_so_with_one_tap() -> None:
    chat = Chat(acme()).say("I have news").tap("It is on hold").tap("They didn't say")
    assert (chat.event.type, chat.event.until) == (EventType.PROCESS_PAUSED, None)


def test_what_was_written_is_told_with_two_taps() -> None:
    for label, kind in (("A thank-you", ContactKind.THANK_YOU), ("A LinkedIn request", ContactKind.LINKEDIN)):
        chat = Chat(acme()).say("I have news").tap("I wrote or called").tap(label)
        assert [contact.kind for contact in chat.known.contacts] == [kind]


def test_an_old_menu_says_that_it_is_old() -> None:
    chat = Chat(acme()).say("I have news")
    menu = dict(chat.buttons)
    chat.tap("They asked me to wait")
    chat.buttons = menu
    chat.tap("They asked me to wait")
    assert len(chat.known.events) == 1
    assert chat.toast


def test_something_else_shows_sentences_that_work() -> None:
    said = Chat(acme()).say("I have news").tap("Something else…").said
    assert "I missed their call" in said


# All together


def test_all_buttons_and_questions_have_words() -> None:
    talk = Talk(text("hello"), acme(), NOW)
    assert all(talk.button(verb).label for verb in happenings.VERBS)
    assert all(talk.words(f"again.{name}") for name in happenings.QUESTIONS)


def test_a_long_text_is_no_trouble() -> None:
    for words in ("they asked for " * 270, "a " * 2000, "😀" * 4000, "I sent the " * 380):
        assert Chat(acme()).say(words).said


def test_a_button_that_nobody_was_shown_breaks_nothing() -> None:
    for verb in happenings.VERBS:
        for row in range(4):
            for version in (0, 5, 10**20):
                respond(press(f"1:{verb}:{row}:{version}"), with_gamma(acme()), NOW)


def test_of_several_employers_nobody_is_asked_about_what_fits_one_alone() -> None:
    known = Chat(with_gamma(acme(), closed=False)).say("Gamma asked for references").known
    chat = Chat(known).say("sent the references")
    assert [contact.opportunity_id for contact in chat.known.contacts] == [3]


def test_after_the_choice_of_an_employer_something_always_happens() -> None:
    for words in ("I emailed them", "I emailed them yesterday", "they made me an offer", "I talked to Dana and Tom"):
        chat = Chat(with_gamma(acme(), closed=False)).say(words)
        if chat.known.person.asking == "which":
            assert facts(chat.tap("Acme").known) != facts(with_gamma(acme(), closed=False)), words
        else:
            assert facts(chat.known) != facts(with_gamma(acme(), closed=False)), words


def test_no_two_rows_have_one_name_but_those_that_mean_the_same() -> None:
    names = Counter(row.name for row in happenings.STATEMENTS)
    assert [name for name, count in names.items() if count > 1] == ["competing_offer", "offer_deadline"]
