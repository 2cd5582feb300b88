"""The check of the Person's own text: it finds what weakens it, and leaves a good text alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import words
from bot.coaching import drafts
from bot.coaching.checking import lexicon_en
from bot.coaching.checking.names import distance
from bot.coaching.checks import About, Finding, Kind, Purpose, check, spoken
from storage.facts import Channel

TEXTS = [json.loads(line) for line in (Path(__file__).parent / "data" / "checks.jsonl").read_text().splitlines()]
GOOD = "Hello Jana,\n\nThank you for the tour of the mill. I would very much like to work at Acme.\n\nLena"


def about(**facts: Any) -> About:
    facts["purpose"] = Purpose(facts.get("purpose", "thank_you"))
    facts["interviewers"] = tuple(facts.get("interviewers", ()))
    facts["channel"] = Channel(facts["channel"]) if facts.get("channel") else None
    return About(**{"employer": "Acme", **facts})


def kinds(text: str, **facts: Any) -> set[str]:
    return {finding.kind.value for finding in check(text, about(**facts))}


def of_kind(kind: Kind, text: str, **facts: Any) -> list[Finding]:
    return [finding for finding in check(text, about(**facts)) if finding.kind is kind]


# The labelled texts


def test_at_least_95_of_100_labelled_faults_are_found() -> None:
    missed = {r["id"]: set(r["faults"]) - kinds(r["text"], **r["about"]) for r in TEXTS}
    missed = {name: faults for name, faults in missed.items() if faults}
    labelled = sum(len(r["faults"]) for r in TEXTS)
    assert sum(map(len, missed.values())) <= 0.05 * labelled, missed


def test_at_most_5_of_100_good_texts_raise_a_false_alarm() -> None:
    good = [r for r in TEXTS if not r["faults"]]
    alarms = {r["id"]: found for r in good if (found := check(r["text"], about(**r["about"])))}
    assert len(alarms) <= 0.05 * len(good), alarms


def test_few_things_are_found_in_faulty_texts_that_are_not_there() -> None:
    faulty = [r for r in TEXTS if r["faults"]]
    extra = {r["id"]: more for r in faulty if (more := kinds(r["text"], **r["about"]) - set(r["faults"]))}
    assert len(extra) <= 0.05 * len(faulty), extra


def test_the_labelled_texts_cover_every_kind_of_fault() -> None:
    elsewhere = {Kind.EMPTY, Kind.OTHER_LANGUAGE}
    assert {fault for r in TEXTS for fault in r["faults"]} == {kind.value for kind in Kind if kind not in elsewhere}


def test_a_letter_that_only_looks_like_another_is_no_slip() -> None:
    assert "misspelling" not in kinds("Hello Jana,\n\nİ would like to work at Acme, ſo Kindly tell me.\n\nLena")


# Any text


@settings(deadline=None, max_examples=60)
@given(
    text=st.one_of(
        st.text(max_size=300),
        st.lists(st.sampled_from([word for r in TEXTS for word in r["text"].split(" ")]), max_size=80).map(" ".join),
    ),
    purpose=st.sampled_from(Purpose),
    may_ask=st.booleans(),
    employer=st.sampled_from(["Acme", "", "ß & Söhne GmbH", "Blue Harbour", "İst", "…"]),
    people=st.lists(st.sampled_from(["Jana Novak", "", "Dr. Müller", "X", "Zoë"]), max_size=3),
)
def test_no_text_breaks_it_and_every_quote_stands_in_the_text(
    text: str, purpose: Purpose, may_ask: bool, employer: str, people: list[str]
) -> None:
    facts = About(purpose=purpose, employer=employer, interviewers=tuple(people), may_ask=may_ask)
    found = check(text, facts)
    assert all(finding.quote in text for finding in found)
    assert all(spoken(found))
    assert [list(Kind).index(f.kind) for f in found] == sorted(list(Kind).index(f.kind) for f in found)


@pytest.mark.parametrize("text", ["", "   \n ", "👍", "...", "> quoted only", "Subject: hello"])
def test_without_words_there_is_nothing_to_check(text: str) -> None:
    assert check(text, about()) == (Finding(Kind.EMPTY),)


@pytest.mark.parametrize(
    "piece", ["a ", "a\n", "if i ", "you and ", "please ", "!", "[", "Dear ", "I'd be so very ", "é"]
)
def test_a_long_text_of_the_same_piece_is_read_to_its_end(piece: str) -> None:
    assert check(piece * 1500, about())


# Names


@pytest.mark.parametrize(
    ("employer", "written"),
    [
        ("Siemens", "Simens"),
        ("McDonald & Sons", "Mcdonald & Sons"),
        ("Datadog", "Data Dog"),
        ("Fjord Analytics", "fjord analytics"),
        ("Bürkert", "Burkert"),
        ("SAP", "Sap"),
    ],
)
def test_a_company_that_is_nearly_spelled_right_is_named(employer: str, written: str) -> None:
    text = f"Hello Jana,\nThe tour of the mill was fine and I want to work at {written} now."
    (finding,) = of_kind(Kind.EMPLOYER_NAME, text, employer=employer)
    assert finding.quote == written
    assert finding.params["right"] == employer


@pytest.mark.parametrize(
    ("employer", "written"),
    [
        ("Target", "my target for the first month"),
        ("Shell", "the shell of the boiler"),
        ("Monday.com", "the talk on Monday"),
        ("Müller GmbH", "the stay at Mueller"),
        ("siemens", "the day at Siemens"),
        ("Ikea", "the tour at IKEA"),
        ("Acme Robotics Ltd", "the work at Acme"),
        ("Acme", "Acme's new hall"),
        ("Kettle & Crane", "the hall of Kettle and Crane"),
        ("Notion", "the motion of the arm"),
        ("Acme", "my page at www.acme.com/me"),
    ],
)
def test_a_company_that_is_right_or_meant_otherwise_is_left_alone(employer: str, written: str) -> None:
    assert not of_kind(Kind.EMPLOYER_NAME, f"Hello,\nI was glad about {written}.", employer=employer)


@pytest.mark.parametrize(
    ("person", "greeting"),
    [
        ("Jana Novak", "Hello Jane,"),
        ("Dr. Karl Müller", "Dear Dr. Muller,"),
        ("Ingrid", "Dear Ingird,"),
        ("Joe", "hi joe"),
    ],
)
def test_a_person_who_is_nearly_spelled_right_is_named(person: str, greeting: str) -> None:
    assert of_kind(Kind.PERSON_NAME, f"{greeting}\n\nThank you for the tour.", interviewers=(person,))


@pytest.mark.parametrize(
    ("person", "text"),
    [
        ("Mr Dean", "Dear Mr Dean,\nThank you."),
        ("Marc", "Hello Marc,\nI could start in March."),
        ("Will Smith", "Hello Will,\nI will come."),
        ("Jana Novak", "Hello Peter,\nThank you."),
        ("Zoe", "Hello Zoë,\nThank you."),
        ("Carl", "Hello Carl,\nthis is Carla Mendes."),
        ("Jana", "Hello Jana,\nThank you.\n\nBest\nJane"),
    ],
)
def test_other_people_and_other_words_are_left_alone(person: str, text: str) -> None:
    assert not of_kind(Kind.PERSON_NAME, text, interviewers=(person,))


def test_swapped_letters_count_as_one_slip() -> None:
    assert distance("ingird", "ingrid", 2) == 1
    assert distance("jana", "maximilian", 2) == 3


# Questions


@pytest.mark.parametrize(
    ("text", "purpose", "may_ask", "asks_too_early"),
    [
        ("Is there any news?", "follow_up", False, True),
        ("Is there any news?", "follow_up", True, False),
        ("Have you decided?", "thank_you", True, True),
        ("When may I expect to hear from you?", "thank_you", False, False),
        ("When may I expect to hear from you?", "other", False, True),
        ("Would an answer by Friday be possible?", "deadline", False, False),
        ("I look forward to hearing from you.", "thank_you", False, False),
        ("What could I have done better?", "after_no", False, False),
    ],
)
def test_the_status_question_has_its_time(text: str, purpose: str, may_ask: bool, asks_too_early: bool) -> None:
    found = of_kind(Kind.STATUS_QUESTION, f"Hello Jana,\n{text}", purpose=purpose, may_ask=may_ask)
    assert bool(found) is asks_too_early


def test_a_question_that_asks_nothing_does_not_count() -> None:
    text = "Hello, I'm still interested and wanted to ask how things stand. Is this a good moment?"
    assert not kinds(text, purpose="follow_up", may_ask=True)


# Length


def test_a_wrapped_text_is_not_long_because_of_its_lines() -> None:
    line = "the mill and the river and the long road that leads up to the"
    text = GOOD.replace("the mill", "\n".join([line] * 6) + " mill")
    assert not of_kind(Kind.TOO_MANY_LINES, text)


def test_too_many_words_are_counted_without_greeting_and_name() -> None:
    (finding,) = of_kind(Kind.TOO_LONG, "Hello Jana,\n\n" + "mill " * 121 + "\n\nKind regards\nLena")
    assert finding.params == {"words": 121, "limit": 120}


# Other languages


def test_a_text_in_another_language_is_said_to_be_one() -> None:
    german = (
        "Sehr geehrte Frau Novak,\nvielen Dank für das Gespräch am Dienstag. Die Führung durch die Mühle hat mir sehr "
        "gefallen, und ich würde gern bei Acme arbeiten.\nMit freundlichen Grüßen\nLena"
    )
    assert kinds(german) == {"other_language"}


# What is said


def test_a_good_text_is_praised() -> None:
    assert spoken(check(GOOD, about(interviewers=("Jana",)))) == (words.say("check.none"),)


def test_every_kind_and_every_better_wording_has_words() -> None:
    for kind in Kind:
        params = {"right": "x", "better": "pressure", "detail": "", "words": 1, "lines": 1, "limit": 1, "count": 2}
        assert spoken((Finding(kind, "x", {**params, "employer": "Acme"}),))
    assert all(words.plain(f"check.better.{phrase.better}") for phrase in lexicon_en.ENGLISH.phrases)


def test_the_same_advice_is_not_given_twice() -> None:
    text = "Hello Jana,\nI really need this job. I am desperate. Is there any news? I'm still interested."
    first, second = spoken(tuple(of_kind(Kind.DESPERATION, text, purpose="follow_up", may_ask=True)))
    assert "desperate" in second
    assert len(second) < len(first)


def test_each_finding_is_one_line_and_escaped() -> None:
    (line,) = spoken((Finding(Kind.PLACEHOLDER, "<name>"),))
    assert "&lt;name&gt;" in line
    assert "\n" not in line


def test_the_coachs_own_drafts_pass_their_own_check() -> None:
    parts = ("met", "interest.1", "question")
    facts = {"day": "Tue 16 Dec", "role": "the tester role", "employer": "Acme", "reason": ""}
    text = "Hello Jana,\n" + "\n".join(words.plain(f"draft.follow_up.{part}", **facts) for part in parts)
    assert not check(drafts.Draft(None, text).text, about(purpose="follow_up", may_ask=True))
