"""What is only near to a fact, by kind: nothing false is made of it, and what is told beside it is heard."""

from __future__ import annotations

from datetime import date

import pytest

from tests.hear.heard import act, at, hear, names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tom rang to ask could I start on a Monday", "en"),
        ("they wrote that the lift is broken", "en"),
        ("Tom hat geschrieben, dass der Aufzug kaputt ist", "de"),
    ],
)
def test_what_they_wanted_stays_open_where_it_is_told_and_not_understood(text: str, language: str) -> None:
    heard = act("heard", text, "waiting", language)
    assert not {"what", "day"} & heard.slots.keys()


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("I promised references in 33333333d", "en", "promised"),
        ("ich habe Referenzen versprochen bis in 33333333 Tagen", "de", "promised"),
        ("they promised to send me the contract in 99999999999 weeks", "en", "they_promised"),
        ("they are closed for 33333333 weeks", "en", "closed"),
        ("I have until 33333333d to answer the offer", "en", "offer"),
        ("the interview at Acme is pushed back 33333333 days", "en", "interview_moved"),
        ("das Gespräch bei Acme ist um 33333333 Wochen verschoben", "de", "interview_moved"),
        ("the interview at Acme is pushed back 99999999999 hours", "en", "interview_moved"),
    ],
)
def test_no_day_that_nobody_means_is_kept(text: str, language: str, name: str) -> None:
    found = [one for one in hear(text, "before", language).acts if one.name == name]
    days = [value for one in found for value in one.slots.values() if isinstance(value, date)]  # moments are dates too
    assert [day for day in days if day.year > 2030] == []


@pytest.mark.parametrize(
    ("text", "language", "scene", "name"),
    [
        ("they rang her at nine", "en", "waiting", "heard"),
        ("sie haben bei meiner alten Chefin angerufen", "de", "waiting", "heard"),
        ("they never called her back", "en", "waiting", "nothing_heard"),
        ("took the stairs today", "en", "told", "accepted"),
        ("took a nap", "en", "offer", "accepted"),
        ("sie wollten die Zeugnisse, hab ja gesagt", "de", "waiting", "accepted"),
        ("so i got turned down by Brightwell", "en", "stranger", "declined"),
        ("abgesagt haben sie", "de", "waiting", "declined"),
        ("they would have said if it was a no", "en", "waiting", "rejected"),
        ("my gut says no", "en", "waiting", "rejected"),
        ("passed on Globex's offer", "en", "offer", "offer"),
        ("die Frist von einer Woche ist vorbei", "de", "overdue", "offer"),
        ("promised Tom my drawings by Tuesday", "en", "told", "window"),
        ("she promised me the brochure this week", "en", "told", "window"),
        ("they said good luck for tomorrow at the desk", "en", "told", "window"),
    ],
)
def test_no_fact_of_that_name(text: str, language: str, scene: str, name: str) -> None:
    assert name not in names(text, scene, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Acme rang while I was at work, didn't hear it", "en"),
        ("Acme hat angerufen, aber ich war auf Schicht", "de"),
        ("Tom hat angerufen, verpasst", "de"),
    ],
)
def test_a_call_that_was_missed_is_told_in_two_breaths(text: str, language: str) -> None:
    assert act("heard", text, "waiting", language).get("what") == "missed_call"


def test_whose_offer_is_taken_and_whose_is_not() -> None:
    text = "declined the Brightwell offer, took Carrow Foods"
    assert act("declined", text, "stranger").get("about") == "Brightwell"
    assert act("accepted", text, "stranger").get("about") == "Carrow Foods"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("interview at Thistle nursery tomorrow at 10", "en", "Thistle nursery"),
        ("had an interview with Marlow sixth form on Friday", "en", "Marlow sixth form"),
        ("I had an interview at Westvale Call Centre yesterday", "en", "Westvale Call Centre"),
        ("interview at St Bernard's on Friday at 10", "en", "St Bernard's"),
    ],
)
def test_what_kind_of_place_it_is_belongs_to_its_name(text: str, language: str, name: str) -> None:
    assert act("interview", text, "stranger", language).get("about") == name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'm from Kampala, interview tomorrow at 10", "en"),
        ("interview tomorrow at 10, Leeds", "en"),
        ("I interviewed for head of compliance yesterday", "en"),
        ("komme aus Leipzig, Gespräch morgen um 10", "de"),
    ],
)
def test_a_town_and_a_field_are_no_employers(text: str, language: str) -> None:
    assert not act("interview", text, "stranger", language).has("about")


@pytest.mark.parametrize(
    "text",
    [
        "interview on Friday at 10, second floor",
        "my first interview ever is on Friday at 10",
    ],
)
def test_what_is_counted_is_not_the_round(text: str) -> None:
    assert not act("interview", text, "stranger").has("stage")


def test_people_are_no_hour_and_who_comes_is_not_yet_met() -> None:
    assert "start" not in act("interview", "interviewed this morning, four people", "stranger").slots
    assert "met" not in names("interview at Kestrel Bank on the 9th at 11 with a Mr Okonkwo", "stranger")
    assert "met" not in names("Tom is on holiday from Thursday", "just_over")


@pytest.mark.parametrize(
    ("text", "language", "scene", "what"),
    [
        ("emailed them about the broken lift", "en", "waiting", "other"),
        ("mailed Tom to confirm Wednesday", "en", "waiting", "other"),
        ("emailed them about the status of my application", "en", "waiting", "follow_up"),
        ("hab ihnen wegen der Anfahrt gemailt", "de", "waiting", "other"),
    ],
)
def test_what_was_written_of_another_matter(text: str, language: str, scene: str, what: str) -> None:
    sent = act("sent", text, scene, language)
    assert sent.get("what") == what
    assert not sent.has("day")


@pytest.mark.parametrize(
    ("text", "language", "scene", "name"),
    [
        ("I wrote Tom a long mail and didn't press send", "en", "waiting", "sent"),
        ("they keep offering me shifts at the pub", "en", "stranger", "offer"),
        ("no reply till today", "en", "waiting", "window"),
        ("Tom told me on the phone it will be decided on Friday", "en", "waiting", "channel"),
    ],
)
def test_what_was_not_sent_nor_offered_nor_named(text: str, language: str, scene: str, name: str) -> None:
    assert name not in names(text, scene, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("she promised to send me the salary band, and she actually did", "en"),
        ("they kept the promise, the brochure came", "en"),
    ],
)
def test_a_promise_of_theirs_that_is_kept_is_no_new_one(text: str, language: str) -> None:
    heard = names(text, "told", language)
    assert "they_kept" in heard
    assert "they_promised" not in heard


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("they phoned my old ward sister on Friday", "en"),
        ("Acme emailed my former lecturer", "en"),
        ("Acme hat bei meiner früheren Chefin angerufen", "de"),
    ],
)
def test_whoever_they_ask_about_the_person_is_a_referee(text: str, language: str) -> None:
    heard = names(text, "waiting", language)
    assert "reference_called" in heard
    assert "heard" not in heard


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hannah says they will decide by the 16th", "en"),
        ("sie entscheiden bis zum 16.", "de"),
    ],
)
def test_a_later_day_than_the_known_one_is_a_new_one(text: str, language: str) -> None:
    assert "window_moved" in names(text, "waiting", language)


def test_a_day_that_has_just_gone_by_is_not_that_of_the_next_month() -> None:
    assert act("window", "they only said the 11th", "overdue").get("latest") == date(2026, 12, 11)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("panel interview on the 9th at 13:30", "en"),
        ("Gespräch am 9.12. um 14 Uhr mit dem Vorstand", "de"),
    ],
)
def test_a_coming_talk_with_one_that_has_been_met_is_a_further_round(text: str, language: str) -> None:
    assert act("invited", text, "told", language).has("start")


@pytest.mark.parametrize(
    ("text", "language", "scene", "name"),
    [
        ("the coffee was great", "en", "just_over", "felt"),
        ("a draft for the reminder mail please", "en", "overdue", "snooze"),
        ("I mixed up two tools in my own portfolio", "en", "just_over", "correct"),
        ("they mixed up two candidates", "en", "after_no", "correct"),
        ("they went with someone who had done this before", "en", "after_no", "rejected"),
        ("I said nothing at all about the money", "en", "waiting", "nothing_heard"),
        ("the offer letter is on my desk", "en", "offer", "offer"),
        ("in the email they talk about the offer for other people", "en", "waiting", "offer"),
        ("Tom hinted that he would ring", "en", "just_over", "met"),
        ("starting to think they went with someone else", "en", "waiting", "rejected"),
        ("bestimmt eine Absage", "de", "waiting", "rejected"),
        ("sent a thank you email from the train", "en", "told", "heard"),
        ("the interview at Culina tomorrow is cancelled", "en", "stranger", "interview"),
    ],
)
def test_what_is_only_near_to_it_guessed_or_off_is_no_fact(text: str, language: str, scene: str, name: str) -> None:
    assert name not in names(text, scene, language)


@pytest.mark.parametrize(
    ("text", "language", "scene"),
    [
        ("new time: Wednesday 11:15", "en", "before"),
        ("Globex jetzt Mittwoch 13 Uhr", "de", "two"),
    ],
)
def test_another_time_of_a_known_talk_is_a_move(text: str, language: str, scene: str) -> None:
    assert act("interview_moved", text, scene, language).has("start")


def test_who_was_in_touch_is_not_silent() -> None:
    assert "nothing_heard" not in names("Acme rang today, nothing new", "waiting")


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("her name is Siobhan", "en", "Siobhan"),
        ("new contact is Fiona Walsh", "en", "Fiona Walsh"),
        ("die Ansprechpartnerin heißt Frau Öztürk", "de", "Frau Öztürk"),
    ],
)
def test_what_somebody_is_called(text: str, language: str, who: str) -> None:
    assert act("met", text, "waiting", language).get("names") == (who,)


def test_a_calendar_week_is_a_window() -> None:
    told = act("window", "sie melden sich in KW 50", "just_over", "de")
    assert (told.get("earliest"), told.get("latest")) == (date(2026, 12, 7), date(2026, 12, 11))


def test_not_even_sure_is_unsure_and_a_plan_to_decline_asks_for_a_letter() -> None:
    assert act("wanted", "I don't even know if I want it any more", "waiting").get("value") == "unsure"
    assert act("ask_draft", "I'm going to turn Globex down", "offer").get("kind") == "decline"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("should I haggle?", "en", "ask_advice"),
        ("soll ich meine Narbe erwähnen?", "de", "ask_advice"),
        ("how long till I may bug them", "en", "ask_status"),
    ],
)
def test_a_question_that_no_rule_knows(text: str, language: str, name: str) -> None:
    assert name in names(text, "waiting", language)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("interview at Torrance Group Saturday, the director asked if I can sell, it went badly", date(2026, 11, 28)),
        ("Last one was with Merton council, on Friday. They never smiled, it went badly", date(2026, 11, 27)),
    ],
)
def test_what_is_told_of_a_talk_puts_its_day_behind(text: str, day: date) -> None:
    talk = act("interview", text, "stranger")
    assert talk.get("day") == day
    assert talk.get("over")


def test_a_talk_with_a_clock_that_was_got_is_still_to_come() -> None:
    text = "got a first interview at Kestrel Freight on the 3rd at 10:00"
    assert act("interview", text, "stranger").get("start").replace(tzinfo=None) == at(3, 10)
