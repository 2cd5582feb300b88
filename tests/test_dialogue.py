"""The conversation as a function: whatever comes in, in whatever order, it answers and never breaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.hear.buttons import Pressed, parse
from bot.hear.verbs import VERBS
from bot.line.render import render
from bot.respond import respond
from bot.say import unasked
from bot.turn import Incoming, Kind, Message, Toast
from scheduler import nudges
from storage.facts import Known, Mood, Person
from tests.conftest import NOON

ANA = 7
TEXTS = (
    "/start",
    "/status",
    "/help",
    "/cancel",
    "/stop",
    "/interview",
    "/contact",
    "/interview Acme tomorrow 3pm",
    "Interview with Acme tomorrow at 3pm for an hour, product designer",
    "Interview with Beta Ltd today at 10:00 for 30 minutes",
    "I had an interview with Gamma yesterday at 3pm",
    "yes",
    "no",
    "great",
    "Acme",
    "45 minutes",
    "tomorrow 3pm",
    "they said by the end of next week",
    "they now say the 20th",
    "references by Friday",
    "I promised references by Friday",
    "I sent the thank-you",
    "I emailed them",
    "I want to call them",
    "should I write to Acme?",
    "I got rejected",
    "they made me an offer",
    "they invited me to a second round",
    "they replied",
    "I withdraw",
    "the interview was moved to Friday 3pm",
    "the interview was cancelled",
    "I blew it",
    "thanks",
    "undo",
    "no, Friday",
    "/debrief",
    "/practice",
    "/progress",
    "/checkin",
    "/language",
    "/forget",
    "enough",
    "skip",
    "3",
    "add question: why us?",
    "Anna (CTO) and Ben",
    "it went fine, I met Anna, they will call me by Friday and I promised to send a portfolio",
    "I'm so stupid, I always mess up",
    "Lisbon",
    "😀" * 4096,
    "\u202ertl",
    "",
)
VERB_LIST = (
    *VERBS,
    "zone=Europe/Lisbon",
    "zone=Nowhere",
    "why.R19",
    "why.R99",
    "length.45",
    "length.x",
    "language=en",
    "nonsense",
)


def text(words: str, **more: Any) -> Incoming:
    return Incoming(kind=Kind.TEXT, person_id=ANA, chat_id=ANA, name="Ana", language_code="en", text=words, **more)


def press(verb: str, row: int = 0, version: int = 0) -> Incoming:
    data = Pressed(verb, row, version).data()
    return Incoming(kind=Kind.PRESS, person_id=ANA, chat_id=ANA, message_id=1, press_id="p", data=data)


def talk(known: Known | None, *incoming: Incoming, now: datetime = NOON) -> tuple[Known, list[str]]:
    """Everything the bot said to what came in, one after another."""
    said: list[str] = []
    for one in incoming:
        turn = respond(one, known, now)
        known = turn.known
        said = [message.text for message in turn.say if isinstance(message, Message)]
    assert known is not None
    return known, said


def settled(known: Known | None = None) -> Known:
    """Ana, in London, who has an interview tomorrow at three."""
    interview = "Interview with Acme tomorrow at 3pm for an hour, product designer"
    known, _ = talk(known, text("/start"), press("zone.yes"), text(interview))
    return known


def test_an_interview_in_words_becomes_employer_role_start_and_end() -> None:
    known = settled()
    assert [(o.employer, o.role) for o in known.opportunities] == [("Acme", "product designer")]
    (interview,) = known.interviews
    assert interview.start == datetime(2026, 12, 1, 15, tzinfo=UTC)
    assert interview.end - interview.start == timedelta(hours=1)


def test_what_is_missing_is_asked_one_thing_at_a_time() -> None:
    known, said = talk(None, text("/start"), press("zone.yes"), text("/interview"))
    assert "with whom and when" in said[0]
    known, said = talk(known, text("Acme"))
    assert "When is it" in said[0]
    known, said = talk(known, text("tomorrow 3pm"))
    assert "?" not in said[0]
    assert [o.employer for o in known.opportunities] == ["Acme"]
    assert known.interviews[0].start == datetime(2026, 12, 1, 15, tzinfo=UTC)


def test_a_second_tap_on_an_answered_question_changes_nothing_and_says_so() -> None:
    known = settled()
    after = known.interviews[0].end + timedelta(minutes=5)
    plan = nudges.due(known, after)
    assert plan is not None
    known, _ = unasked.speak(known, plan, after)
    known, _ = talk(known, press("mood.great", known.interviews[0].id), now=after)
    turn = respond(press("mood.rough", known.interviews[0].id), known, after)
    assert turn.known == known
    assert turn.known.interviews[0].mood is Mood.GREAT
    assert isinstance(turn.say[0], Toast)
    assert turn.say[0].text


def test_a_button_names_only_rows_of_the_person_who_presses() -> None:
    known = settled()
    turn = respond(press("drop", 999), known, NOON)
    assert turn.known == known


def test_a_new_zone_moves_times_typed_while_the_zone_was_only_a_guess() -> None:
    known, _ = talk(None, text("Interview with Acme tomorrow at 3pm for an hour, product designer"))
    known, _ = talk(known, text("Lisbon"))
    assert known.person.zone == "Europe/Lisbon"
    assert known.interviews[0].start.astimezone(nudges.zone_of(known.person)).hour == 15


def test_a_group_is_told_once_and_left() -> None:
    turn = respond(Incoming(kind=Kind.GROUP, person_id=ANA, chat_id=-5), None, NOON)
    assert [type(said).__name__ for said in turn.say] == ["Message", "Leave"]
    assert turn.known is None


def test_what_cannot_be_read_gets_a_sentence_and_changes_nothing() -> None:
    known = settled()
    for kind in (Kind.PHOTO, Kind.VOICE, Kind.FILE, Kind.EDITED, Kind.OTHER_MESSAGE):
        turn = respond(Incoming(kind=kind, person_id=ANA, chat_id=ANA, name="Ana"), known, NOON)
        assert turn.known == known, kind
        assert isinstance(turn.say[0], Message), kind
    turn = respond(text("I got rejected", forwarded=True), known, NOON)
    assert turn.known == known


def test_button_data_survives_a_round_trip_and_fits_into_64_bytes() -> None:
    for verb in VERB_LIST:
        pressed = Pressed(verb, 123456, 1234)
        assert parse(pressed.data()) == pressed
        assert len(pressed.data().encode()) <= 64


def test_an_interview_is_kept_before_its_length_and_role_are_known_and_neither_is_asked() -> None:
    known, said = talk(None, text("/start"), press("zone.yes"), text("interview with Acme tomorrow 3pm"))
    assert "?" not in said[0]
    assert known.interviews[0].end - known.interviews[0].start == timedelta(hours=1)
    assert nudges.next_wake(known, NOON) == known.interviews[0].start - timedelta(hours=1)
    known, _ = talk(known, text("Interview with Acme tomorrow at 3pm for 45 minutes"))
    assert known.interviews[0].end - known.interviews[0].start == timedelta(minutes=45)


def test_who_tells_of_an_interview_again_has_one() -> None:
    known, said = talk(settled(), text("interview with acme tomorrow at 3pm"))
    assert "I have that interview" in said[0]
    assert len(known.interviews) == 1

    known, said = talk(known, text("Interview with Acme tomorrow at 3pm for 45 minutes"))
    assert "15:45</tg-time>" in said[0]
    assert len(known.interviews) == 1


def test_another_time_on_the_day_of_an_interview_is_its_time_and_another_day_is_another_interview() -> None:
    known, said = talk(settled(), text("Interview with Acme tomorrow at 5pm for an hour"))
    assert "17:00</tg-time>" in said[0]
    assert len(known.interviews) == 1
    known, _ = talk(known, text("Interview with Acme on Friday at 5pm for an hour"))
    assert len(known.interviews) == 2


def test_an_interview_that_was_had_is_over_without_a_question_about_that() -> None:
    known, said = talk(None, text("/start"), press("zone.yes"), text("I had an interview with Acme yesterday at 3pm"))
    assert "How did it go with Acme" in said[0]
    assert known.interviews[0].end < NOON
    known, said = talk(known, text("Interview with Globex yesterday at 3pm"))
    assert "How did it go with Globex" in said[0]
    german = replace(known, person=replace(known.person, language="de"))
    known, said = talk(german, text("Ich hatte gestern um 15 Uhr ein Gespräch bei Initech"))
    assert "Wie war es bei Initech" in said[0]
    assert [interview.end < NOON for interview in known.interviews] == [True, True, True]


def test_a_second_interview_is_not_taken_as_the_role_of_the_first() -> None:
    known, _ = talk(None, text("/start"), press("zone.yes"), text("Interview with Acme tomorrow at 10 for an hour"))
    known, _ = talk(known, text("Interview with Globex tomorrow at 11am for an hour"))
    assert sorted(o.employer for o in known.opportunities) == ["Acme", "Globex"]
    assert [o.role for o in known.opportunities] == [None, None]


def test_a_story_is_not_taken_as_a_role() -> None:
    known, _ = talk(None, text("/start"), press("zone.yes"), text("Interview with Acme tomorrow at 10 for an hour"))
    known, _ = talk(known, press("edit.role", known.interviews[0].id), text("went great today"))
    assert known.opportunities[0].role is None
    known, _ = talk(known, press("edit.role", known.interviews[0].id), text("IT support manager"))
    assert known.opportunities[0].role == "IT support manager"


def test_a_new_hour_keeps_the_day() -> None:
    known, _ = talk(None, text("/start"), press("zone.yes"))
    known, _ = talk(known, text("Interview with Acme on Thursday at 3pm for an hour, dev"))
    known, said = talk(known, text("they moved it to 4pm"))
    assert "Thu 3 Dec, 16:00" in said[0]


def test_when_they_decide_is_a_window_and_no_invitation_to_ask() -> None:
    before = settled()
    after = before.interviews[0].end + timedelta(minutes=10)
    known, said = talk(before, text("great, told them I want it, they decide by friday and will email"), now=after)
    assert known.events == ()
    assert known.interviews[0].window_latest is not None
    assert known.interviews[0].mood is Mood.GREAT
    assert "Tue 8 Dec" in said[0]


def test_sent_it_means_the_draft_that_was_shown() -> None:
    before = settled()
    later = before.interviews[0].end + timedelta(hours=2)
    known = before
    while not any(nudged.name == "thank_you" for nudged in known.nudged):
        now = nudges.next_wake(known, later) or later
        plan = nudges.due(known, now)
        assert plan is not None
        known, _ = unasked.speak(known, plan, now)
        later = now
    known, _ = talk(known, text("sent it"), now=later)
    assert [contact.kind for contact in known.contacts] == ["thank_you"]


def test_a_thank_you_of_yesterday_is_believed() -> None:
    before = settled()
    morning = before.interviews[0].end + timedelta(hours=17)
    known, _ = talk(before, text("I sent the thank-you on Tuesday"), now=morning)
    assert [contact.at.date() for contact in known.contacts] == [before.interviews[0].end.date()]
    assert "Sent: thank-you (Tue 1 Dec)" in talk(known, text("/status"), now=morning)[1][0]


def test_somebody_who_travels_says_so_and_interviews_keep_their_moment() -> None:
    before = settled()
    known, _ = talk(before, text("I'm in New York this week"))
    assert known.person.zone == "America/New_York"
    assert known.interviews == before.interviews


def test_no_thursday_corrects_what_was_last_understood() -> None:
    known, said = talk(settled(), text("no, Thursday at 11"))
    assert "Thu 3 Dec, 11:00" in said[0]
    assert len(known.interviews) == 1


def test_undo_takes_back_the_last_thing_told() -> None:
    before = settled()
    after = before.interviews[0].end
    known, _ = talk(before, text("I sent the thank-you"), now=after)
    assert len(known.contacts) == 1
    known, said = talk(known, text("undo that"), now=after)
    assert known.contacts == ()
    assert "Taken back" in said[0]


def test_it_is_kept_when_the_person_was_last_heard() -> None:
    known = settled()
    later = NOON + timedelta(hours=5)
    assert talk(known, text("hello"), now=later)[0].person.heard_at == later
    assert talk(known, press("nonsense"), now=later)[0].person.heard_at == later


def test_a_command_may_be_said_without_its_slash() -> None:
    for plainly, command in (("my progress", "/progress"), ("practice", "/practice"), ("Debrief", "/debrief")):
        known = settled()
        assert talk(known, text(plainly))[1] == talk(known, text(command))[1]


def test_an_employer_may_be_called_like_a_command() -> None:
    known, _ = talk(None, text("/start"), press("zone.yes"), text("/interview Progress tomorrow 3pm"))
    assert known.opportunities[0].employer == "Progress"


def test_a_language_is_chosen_by_a_button() -> None:
    known, said = talk(settled(), text("/language"))
    assert "Which language" in said[0]
    known, _ = talk(replace(known, person=replace(known.person, language="xx")), press("language=en"))
    assert known.person.language == "en"
    known, said = talk(known, press("language=tlh"))
    assert known.person.language == "en"
    assert "I don't speak" in said[0]


def test_everything_is_forgotten_after_one_more_question() -> None:
    known, said = talk(settled(), text("delete everything"))
    assert "can't be undone" in said[0]
    assert len(known.interviews) == 1
    forgotten, _ = talk(known, press("forget.yes", version=known.person.serial))
    assert forgotten == Known(person=Person(id=ANA, zone="Europe/London", serial=known.person.serial, heard_at=NOON))
    assert nudges.next_wake(forgotten, NOON) is None
    again, said = talk(forgotten, text("/start"))
    assert again.person.name == "Ana"


def test_an_old_button_forgets_nothing() -> None:
    known, _ = talk(settled(), text("/forget"))
    later, _ = talk(known, text("Interview with Globex on Thursday at 3pm for an hour, designer"))
    assert len(talk(later, press("forget.yes", version=known.person.serial))[0].interviews) == 2
    assert len(talk(known, press("forget.no"))[0].interviews) == 1


def test_a_call_for_help_is_heard_whatever_is_being_asked() -> None:
    known = settled()
    over = known.interviews[0].end + timedelta(minutes=5)
    known, _ = talk(known, text("/debrief"), now=over)
    assert known.person.asking == "debrief_well"
    known, _ = talk(known, text("I want to die"), now=over)
    assert known.notes == ()
    assert known.person.paused_until is not None


steps = st.lists(
    st.one_of(
        st.sampled_from(TEXTS).map(text),
        st.text(max_size=40).map(text),
        st.builds(press, st.sampled_from(VERB_LIST), st.integers(0, 9), st.integers(0, 3)),
        st.integers(1, 60 * 24 * 9).map(lambda minutes: timedelta(minutes=minutes)),
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(steps)
def test_no_order_of_texts_presses_and_days_breaks_it(sequence: list[Incoming | timedelta]) -> None:
    known: Known | None = None
    now = NOON
    for step in sequence:
        if isinstance(step, timedelta):
            now += step
            plan = nudges.due(known, now) if known else None
            if plan is not None and known is not None:
                known, message = unasked.speak(known, plan, now)
                render(message, ANA)
            continue
        turn = respond(step, known, now)
        known = turn.known or known
        for saying in turn.say:
            body = render(saying, ANA).body
            assert len(body.get("text", "")) <= 4096 or step.kind is Kind.TEXT
        if step.kind is Kind.PRESS:
            assert isinstance(turn.say[0], Toast)
        if known is not None:
            following = nudges.next_wake(known, now)
            assert following is None or following >= now
