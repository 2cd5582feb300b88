"""Questions with two halves or a choice, with and without their mark."""

from __future__ import annotations

import pytest

from tests.hear.heard import hear


@pytest.mark.parametrize(
    ("text", "language", "topic"),
    [
        (
            "soll ich den beiden jeweils ne dankesmail schicken oder nur der petersen? ist das üblich",
            "de",
            "several_interviewers",
        ),
        ("should i thank both of them or just the manager", "en", "several_interviewers"),
        ("is friday week this friday or the one after lol, i took it as the 2nd", "en", "which_day"),
        ("ist das diese woche oder nächste?", "de", "which_day"),
        ("is it ok to hand it in w 4 out of 5", "en", "task_part"),
        ("kann ich die aufgabe auch mit 4 von 5 abgeben", "de", "task_part"),
        ("can u just answer, is 'interview' on nhs jobs after 4 days bad or normal", "en", "signs_portal"),
        ("im portal steht immer noch in prüfung, ist das schlecht oder normal", "de", "signs_portal"),
        ("beim gehalt hab ich 68 gesagt obwohl ich 72 wollte, kann man das noch drehen?", "de", "low_number"),
        ("i lowballed myself, said 95. can that still be fixed?", "en", "low_number"),
        ("should i email them and explain i was nervous or is that tragic", "en", "explain_blank"),
        ("soll ich denen schreiben und erklären warum ich so nervös war?", "de", "explain_blank"),
        ("no i mean like explain why i went blank. would they not want to know", "en", "explain_blank"),
        ("they said two weeks. how long should i wait?", "en", "when_to_ask"),
        ("whats a good question to ask a COO btw?", "en", "ask_them"),
        ("what should i ask them thursday", "en", "ask_them"),
        ("Was frage ich am besten einen COO?", "de", "ask_them"),
        ("was soll ich die am Donnerstag fragen?", "de", "ask_them"),
        ("am i being greedy?", "en", "negotiate"),
        ("bin ich gierig?", "de", "negotiate"),
        ("did i ruin it with the 95? market's more like 115", "en", "low_number"),
        ("hab ich es mit den 95 versaut?", "de", "low_number"),
        ("do you reckon being asked to do a task means theyre interested", "en", "signs"),
    ],
)
def test_a_choice_is_a_question_about_its_topic(text: str, language: str, topic: str) -> None:
    acts = hear(text, language=language).as_asked().acts
    assert [act.get("topic") for act in acts if act.name == "question"] == [topic]


@pytest.mark.parametrize(
    ("text", "language"), [("ok so should i ring or not", "en"), ("soll ich anrufen oder nicht", "de")]
)
def test_whether_to_ring_asks_for_a_call(text: str, language: str) -> None:
    acts = hear(text, language=language).as_asked().acts
    assert [(act.name, act.get("kind")) for act in acts] == [("ask_may_write", "call")]


def test_their_time_is_learned_with_the_question_about_it() -> None:
    acts = hear("they said two weeks. how long should i wait?").as_asked().acts
    assert [act.name for act in acts] == ["window", "question"] or [act.name for act in acts] == [
        "window_moved",
        "question",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("just show me what you have for both", "en"),
        ("acme and globex are different. show me both", "en"),
        ("zeig mir einfach was du zu beiden hast", "de"),
    ],
)
def test_who_wants_to_see_what_is_kept_gets_that(text: str, language: str) -> None:
    assert [act.name for act in hear(text, language=language).as_asked().acts] == ["ask_status"]
