"""Acts of one message that cannot both be so, and days that are another matter's: nobody is left who was taken."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.hear.act import Act, By
from bot.hear.at_odds import at_one
from bot.hear.listen import context_of
from tests.hear.heard import act, at, hear, moment, names, slots


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("signed with Globex today and told Acme i'm out", "en"),
        ("I accepted Globex, told Acme that I'm out", "en"),
        ("hab bei Globex zugesagt und Acme gesagt dass ich raus bin", "de"),
    ],
)
def test_who_is_told_that_one_is_out_is_the_one_that_is_left(text: str, language: str) -> None:
    assert slots("withdrew", text, "offer", language)["about"] == "Acme"
    assert slots("accepted", text, "offer", language)["about"] == "Globex"


def test_a_listener_that_takes_and_leaves_one_employer_means_the_other_one_named() -> None:
    text = "took Globex and let Acme go"
    acts = [Act("accepted", {"about": "Globex"}, span=text), _guess("withdrew", text, about="Globex")]
    assert at_one(acts, context_of(text, moment("offer")))[1].get("about") == "Acme"


def test_a_listener_that_takes_and_leaves_the_only_one_named_is_not_believed() -> None:
    text = "took Globex, done with the other lot"
    acts = [Act("accepted", {"about": "Globex"}, span=text), _guess("declined", text, about="Globex")]
    assert [one.name for one in at_one(acts, context_of(text, moment("offer")))] == ["accepted"]


def _guess(name: str, text: str, **given: str) -> Act:
    return Act(name, given, span=text, by=By.HEADS)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Halden are offering me the job!! He wants to know by Thursday", "en", date(2026, 12, 3)),
        ("Kestrel offered me the job, she needs a yes or no by Friday", "en", date(2026, 12, 4)),
        ("Roth hat mir die Stelle angeboten, soll bis Freitag bescheid geben", "de", date(2026, 12, 4)),
        ("hab ein Angebot von Roth, die wollen es bis Donnerstag wissen", "de", date(2026, 12, 3)),
    ],
)
def test_by_when_an_offer_is_to_be_answered_is_no_promise_and_no_time_of_theirs(
    text: str, language: str, day: date
) -> None:
    assert slots("offer", text, "stranger", language)["deadline"] == day
    assert not {"promised", "window"} & names(text, "stranger", language)


def test_what_is_to_be_done_by_a_day_stays_a_task_where_nothing_was_offered() -> None:
    assert "offer" not in names("soll bis Mittwoch noch Zeugnisse schicken", "waiting", "de")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tom prefers texts, said not to email him", "en"),
        ("Priya prefers calls, she asked me not to email her", "en"),
    ],
)
def test_who_prefers_one_way_has_not_asked_to_be_left_alone(text: str, language: str) -> None:
    assert "no_contact" not in names(text, "told", language)


def test_who_wants_no_contact_at_all_is_left_alone_whatever_the_other_prefers() -> None:
    assert "no_contact" in names("Acme asked me not to get in touch. Dana at Globex prefers texts", "two")


@pytest.mark.parametrize("text", ["Globex confirmed Wednesday 11", "Dana said Wednesday now runs longer, till one"])
def test_the_day_of_a_talk_to_come_is_no_day_of_an_answer(text: str) -> None:
    window = Act("window_moved", {"about": "Globex", "latest": date(2026, 12, 9)}, span=text)
    assert at_one([window], context_of(text, moment("two"))) == []


def test_they_may_answer_on_the_day_of_a_talk() -> None:
    text = "Dana will let me know on Wednesday"
    window = Act("window", {"about": "Globex", "latest": date(2026, 12, 9)}, span=text)
    assert at_one([window], context_of(text, moment("two"))) == [window]


def test_a_talk_without_a_date_is_no_answer_without_one_and_not_moved() -> None:
    text = "Globex want to do it next week but there is no date"
    undated = [Act("window", {"about": "Globex", "none": True}, span=text), Act("interview_moved", {"about": "Globex"})]
    acts = [*undated, Act("scheduling", {"about": "Globex"}, span=text)]
    assert at_one(acts, context_of(text, moment("two"))) == acts[2:]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("my neighbour's lad had an interview there too and he's through to round two", "en"),
        ("the man from my course was also interviewed there and he got a second round", "en"),
        ("they are interviewing two more on Thursday", "en"),
        ("they are seeing other people on Friday", "en"),
        ("eine aus dem Kurs hat sich dort auch beworben und ist eine Runde weiter", "de"),
        ("sie sehen am Freitag noch andere Kandidaten", "de"),
    ],
)
def test_what_others_have_there_is_no_talk_of_the_person(text: str, language: str) -> None:
    assert not {"invited", "interview", "interview_moved"} & names(text, "told", language)


def test_who_is_to_see_more_of_their_people_is_invited() -> None:
    assert "invited" in names("they want me back to see two more people on Friday at 3", "told")


@pytest.mark.parametrize(
    ("text", "language", "when"),
    [
        ("my recruiter got me an interview at Hollis Foods for thursday 3rd at 4", "en", at(3, 16)),
        ("the agency lined me up with an interview at Hollis Foods, wednesday 2nd at 10", "en", at(2, 10)),
        ("die Agentur hat mir ein Gespräch bei Nordlicht für Mittwoch, den 2. um 10 besorgt", "de", at(2, 10)),
    ],
)
def test_a_talk_that_somebody_got_for_the_person_is_ahead(text: str, language: str, when: datetime) -> None:
    told = act("interview", text, "stranger", language)
    assert told.get("over") is None
    assert told.get("stage") is None
    assert told.get("start").replace(tzinfo=None) == when


def test_a_round_is_a_round_where_no_day_stands_beside_its_number() -> None:
    assert slots("interview", "2nd interview at Marlow tomorrow at 3", "stranger")["stage"] == "second"


def test_each_of_two_talks_in_one_clause_has_its_own_day_and_kind() -> None:
    text = "two interviews last week, monday at Marlow Motors and friday at Otley College, the college one was a panel"
    told = {one.get("about"): one for one in hear(text, "stranger").acts if one.name == "interview"}
    assert {about: one.get("day") for about, one in told.items()} == {
        "Marlow Motors": date(2026, 11, 23),
        "Otley College": date(2026, 11, 27),
    }
    assert [about for about, one in told.items() if one.get("stage") == "panel"] == ["Otley College"]


def test_each_of_two_talks_in_one_german_clause_has_its_own_day() -> None:
    text = "zwei Gespräche letzte Woche, Montag bei Autohaus Krämer und Freitag bei Tischlerei Wolf"
    days = {one.get("about"): one.get("day") for one in hear(text, "stranger", "de").acts if one.name == "interview"}
    assert days == {"Autohaus Krämer": date(2026, 11, 23), "Tischlerei Wolf": date(2026, 11, 27)}
