"""What else happened, told in a sentence: what is kept, what is said of it, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.respond import respond
from scheduler import policy
from storage.facts import ContactKind, EventType, Promise, Sector, Side
from tests.in_place import NOW, Chat, acme, facts, met_gamma, press, with_gamma

# What is kept, and the day it changes

ONE_EVENT: tuple[tuple[str, EventType, dict[str, object]], ...] = (
    ("they asked for references by Friday", EventType.REQUEST, {"what": "references", "deadline": date(2026, 12, 4)}),
    ("they asked about my salary expectations", EventType.QUESTION, {}),
    ("she's on leave until the 12th", EventType.RECRUITER_AWAY, {"until": date(2026, 12, 12)}),
    ("she is back on Monday", EventType.RECRUITER_AWAY, {"until": date(2026, 12, 6)}),
    ("they said to ask on Monday", EventType.INVITED_FOLLOW_UP, {"since": date(2026, 12, 7)}),
    (
        "if I don't hear by Friday I should call on Monday",
        EventType.INVITED_FOLLOW_UP,
        {"since": date(2026, 12, 7)},
    ),
    (
        "only successful candidates hear back, by the 20th",
        EventType.SILENCE_MEANS_NO,
        {"until": date(2026, 12, 20)},
    ),
    ("they want to see me again", EventType.INVITATION, {}),
    (
        "they will call me on Thursday at 3pm",
        EventType.SCHEDULED_CALL,
        {"planned_for": datetime(2026, 12, 3, 15, tzinfo=UTC)},
    ),
    ("I missed their call", EventType.MISSED_CALL, {}),
    ("Dana sent me a LinkedIn invite", EventType.LINKEDIN_INVITATION, {}),
    ("they asked me to be patient", EventType.ASKED_TO_WAIT, {}),
    ("hiring freeze", EventType.PROCESS_PAUSED, {}),
    ("hiring is on hold until 12 January", EventType.PROCESS_PAUSED, {"until": date(2027, 1, 12)}),
    ("they said don't call us, we'll call you", EventType.NO_CONTACT, {}),
    ("they offered it on the phone", EventType.VERBAL_OFFER, {}),
    ("I have to answer their offer by Friday", EventType.OFFER, {"deadline": date(2026, 12, 4)}),
    ("I accepted their offer", EventType.ACCEPTED, {}),
    ("I turned the offer down", EventType.DECLINED, {}),
    (
        "another company made me an offer, deadline Thursday",
        EventType.COMPETING_OFFER,
        {"deadline": date(2026, 12, 3)},
    ),
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
    assert "Not right" in chat.buttons
    assert "Taken back" in chat.say("undo").said
    assert facts(chat.known) == facts(acme())
    assert "nothing to take back" in chat.say("undo").said


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("they asked me to be patient", "Wed 16 Dec"),
        ("they want to see me again, no date yet", "Wed 9 Dec"),
        ("hiring is on hold until 12 January", "Thu 14 Jan"),
        ("she's on leave until the 12th", "Tue 15 Dec"),
        ("it's a university", "Tue 22 Dec"),
        ("it's through an agency", "Tue 8 Dec"),
    ],
)
def test_the_line_names_the_day_that_the_fact_changes(words: str, day: str) -> None:
    assert f"you may ask from {day}".casefold() in Chat(acme()).say(words).said.casefold()


def test_what_changes_no_date_names_none() -> None:
    for words in ("they reposted the job", "someone viewed my profile", "they called my reference"):
        assert "you may ask from" not in Chat(acme()).say(words).said.casefold()


def test_the_policy_hears_it() -> None:
    chat = Chat(acme()).say("they said don't call us, we'll call you")
    (opportunity,) = chat.known.opportunities
    verdict = policy.question(policy.case_of(chat.known, opportunity), NOW)
    assert (verdict.rule, verdict.not_before) == ("R33", None)


def test_what_is_told_twice_is_kept_once() -> None:
    for words in ("they asked me to be patient", "they reposted the job", "I have to answer their offer by Friday"):
        chat = Chat(acme()).say(words).later(hours=1).say(words)
        assert len(chat.known.events) == 1, words


def test_something_asked_for_is_answered_by_sending_it_and_owed_again_after_undo() -> None:
    chat = Chat(acme()).say("they want my certificates").say("I sent the certificates")
    assert [contact.kind for contact in chat.known.contacts] == [ContactKind.REPLY]
    assert chat.say("undo").known.contacts == ()
    assert chat.event.type is EventType.REQUEST


def test_a_promise_kept_is_open_again_after_undo() -> None:
    owed = Promise(id=5, opportunity_id=1, what="portfolio", due=date(2026, 12, 4))
    chat = Chat(replace(acme(), promises=(owed,))).say("I sent my portfolio")
    assert chat.known.promises[0].done_at == NOW
    assert chat.known.contacts[0].kind is ContactKind.PROMISE
    chat.say("undo")
    assert (chat.known.promises, chat.known.contacts) == ((owed,), ())


@pytest.mark.parametrize(
    ("words", "kind", "to", "day"),
    [
        ("I emailed Dana", ContactKind.THANK_YOU, "Dana", 2),
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
        ("I wrote them on Monday", date(2026, 11, 30)),
        ("I wrote them on 28 November", date(2026, 11, 28)),
        ("I wrote them two weeks ago", date(2026, 11, 18)),
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
    assert chat.interview.window_latest == date(2026, 12, 9)


@pytest.mark.parametrize("words", ["Acme said by the end of next week", "acme told me by the 11th"])
def test_they_may_be_called_by_their_name(words: str) -> None:
    assert Chat(acme()).say(words).interview.window_latest == date(2026, 12, 11)


@pytest.mark.parametrize("words", ["My friend said by Friday", "Acme said I look good by Friday"])
def test_not_every_day_that_is_named_is_when_they_answer(words: str) -> None:
    assert Chat(acme()).say(words).interview.window_latest is None


def test_several_facts_in_a_sentence_are_all_kept_and_taken_back_together() -> None:
    chat = Chat(acme()).say("I sent the thank-you yesterday and they said they'd answer by Friday")
    assert [contact.kind for contact in chat.known.contacts] == [ContactKind.THANK_YOU]
    assert chat.interview.window_latest == date(2026, 12, 4)
    assert len(chat.said.split("\n\n")[0].splitlines()) == 2
    assert facts(chat.say("undo").known) == facts(acme())


# Several Opportunities


def test_another_offer_asks_which_employer_is_preferred() -> None:
    chat = Chat(with_gamma(acme(), closed=False)).say("another company made me an offer, deadline Thursday")
    assert chat.known.events == ()
    chat.tap("Gamma")
    assert (chat.event.opportunity_id, chat.event.deadline) == (3, date(2026, 12, 3))


def test_of_several_employers_nobody_is_asked_about_what_fits_one_alone() -> None:
    owed = Promise(id=5, opportunity_id=3, what="references", due=date(2026, 12, 4))
    chat = Chat(replace(met_gamma(acme()), promises=(owed,))).say("I sent the references")
    assert [contact.opportunity_id for contact in chat.known.contacts] == [3]


def test_after_the_choice_of_an_employer_something_always_happens() -> None:
    before = facts(with_gamma(acme(), closed=False))
    for words in ("I emailed them", "I emailed them yesterday", "they made me an offer", "they asked me to be patient"):
        chat = Chat(with_gamma(acme(), closed=False)).say(words)
        if chat.asked == "which":
            assert facts(chat.known) == before, words
            chat.tap("Acme")
        assert facts(chat.known) != before, words


# What is so about an employer


def test_how_they_want_to_be_written_to_is_kept_and_put_back() -> None:
    chat = Chat(acme()).say("they prefer phone")
    assert chat.known.opportunities[0].preferred_channel == "phone"
    assert chat.say("undo").known.opportunities[0].preferred_channel is None


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("it's a university", "sector", Sector.ACADEMIC),
        ("it's a government job", "sector", Sector.PUBLIC),
        ("it's through an agency", "via_agency", True),
        ("they are in Berlin", "country", "DE"),
        ("stop reminding me about Acme", "muted", True),
    ],
)
def test_what_is_so_about_an_employer_is_kept_and_put_back(words: str, field: str, value: object) -> None:
    chat = Chat(acme()).say(words)
    assert getattr(chat.known.opportunities[0], field) == value
    assert facts(chat.say("undo").known) == facts(acme())


def test_undo_puts_back_what_was_known_before_not_what_is_usual() -> None:
    chat = Chat(acme(sector=Sector.PUBLIC)).say("it's a university").say("undo")
    assert chat.known.opportunities[0].sector is Sector.PUBLIC


def test_the_first_call_to_the_consultant_is_no_status_question() -> None:
    chat = Chat(acme(via_agency=True)).say("I called the agency")
    assert [(contact.about, contact.to) for contact in chat.known.contacts] == [("debrief", "agency")]


def test_somebody_who_left_decides_nothing() -> None:
    chat = Chat(acme()).say("HR left the company")
    assert facts(chat.known) == facts(acme())
    assert "whoever took over" in chat.said


# What cannot be right


def test_a_day_that_would_be_a_year_ahead_is_asked() -> None:
    chat = Chat(acme()).say("they will answer by 20 November")
    assert facts(chat.known) == facts(acme())
    assert "?" in chat.said


def test_a_call_that_would_have_been_is_not_planned() -> None:
    chat = Chat(acme()).say("they will call me yesterday at 3pm")
    assert facts(chat.known) == facts(acme())
    assert "has passed" in chat.said


def test_an_answer_that_would_come_before_the_talk_is_not_kept_and_the_right_day_is_wanted() -> None:
    chat = Chat(acme()).say("they said by last Friday")
    assert facts(chat.known) == facts(acme())
    assert "the right day" in chat.said
    assert chat.say("by the 18th").interview.window_latest == date(2026, 12, 18)


def test_a_new_date_takes_the_place_of_the_old_one() -> None:
    chat = Chat(acme()).say("they said by Friday").say("now they say by the 18th")
    assert chat.event.latest == date(2026, 12, 18)
    assert "Tue 22 Dec" in chat.said


# All together


def test_a_long_text_is_no_trouble() -> None:
    for words in ("they asked for " * 270, "a " * 2000, "😀" * 4000, "I sent the " * 380, "-" * 4000):
        assert Chat(acme()).say(words).said


def test_a_button_that_nobody_was_shown_breaks_nothing() -> None:
    for data in ("1:ev.no:1:99999999999999999999", "1:ev.no:99999999999999999999:0", "1:nonsense:1:0", "x", ""):
        respond(press(data), with_gamma(acme()), NOW)
