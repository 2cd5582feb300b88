"""What a question is about where no table has its words: the trained topics, and how they stand beside the tables."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from bot.hear.act import By
from bot.hear.asked import topics
from bot.hear.heads.engine import heads, is_worth_hearing
from bot.hear.heads.topics import NONE, Topics
from bot.hear.listen import listen
from bot.hear.listened import Listened
from bot.hear.scene import Employer, Scene, Talk
from tools.heads.topics import fitted, questions

NOW = datetime(2026, 12, 2, 10, tzinfo=UTC)
SCENE = Scene(now=NOW, employers=(Employer(name="Northwind"),))


def asked(text: str, likely: dict[str, float], by: By = By.HEADS) -> str | None:
    listened = Listened(by=by, text=text, topics=likely)
    scene = Scene(now=NOW, employers=SCENE.employers, listened=listened)
    acts = listen(text, scene).as_asked().acts
    return next((str(act.get("topic")) for act in acts if act.name == "question"), None)


OF_NO_WORDS = {"signs"}
"""Topics that answer what nobody tells closer."""


def test_every_topic_of_the_tables_is_trained_and_no_other() -> None:
    assert set(heads().topics.names) == {*topics(), NONE} - OF_NO_WORDS


def test_the_corpus_names_known_topics_in_every_language() -> None:
    for language in ("en", "de"):
        told = [one.topic for one in questions() if one.language == language]
        assert set(told) == {*topics(), NONE} - OF_NO_WORDS
        assert min(map(told.count, set(told))) >= 4


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("would a tin of shortbread for the whole office be a good plan", "gift"),
        ("is it bad that the chat was over in a quarter of the planned time", "signs_short"),
        ("sie haben mir gesagt ich sei ihr favorit, kann ich mich entspannen?", "hint"),
        ("they'd like to see last month's wage statement, do i hand it over?", "payslip"),
        ("muss man in so einem betrieb ein sakko tragen?", "clothes"),
        ("is it awkward to congratulate the girl they hired?", "winner"),
        ("am i obliged to tell them about my illness before signing?", "disclose"),
        ("kann ich mir die zugfahrt zum gespräch erstatten lassen?", "expenses"),
        ("he asked if i was planning children, are they allowed to ask that", "improper_question"),
    ],
)
def test_it_tells_what_no_table_has_words_for(text: str, topic: str) -> None:
    (listened,) = heads().listen([(text, SCENE)])
    assert max(listened.topics, key=listened.topics.__getitem__) == topic


def test_of_a_short_text_only_the_topic_is_heard() -> None:
    (listened,) = heads().listen([("should i wear a tie", SCENE)])
    assert is_worth_hearing("should i wear a tie")
    assert not listened.candidates
    assert not listened.scores
    assert listened.topics


def test_a_listener_may_stand_against_the_tables() -> None:
    text = "how long should i wait for them?"
    assert asked(text, {}) == "when_to_ask"
    assert asked(text, {"why_slow": 0.8, "when_to_ask": 0.1}) == "when_to_ask"
    assert asked(text, {"why_slow": 0.38, NONE: 0.3}) == "when_to_ask"
    assert asked(text, {"why_slow": 0.6, NONE: 0.3}) == "why_slow"
    assert asked(text, {"why_slow": 0.8, NONE: 0.1}) == "why_slow"


def test_what_only_a_listener_takes_for_a_question_is_one_where_nothing_else_is_heard() -> None:
    text = "my cousin is with them in the very same building"
    assert asked(text, {"friend_inside": 0.8}) == "friend_inside"
    assert asked(text, {"friend_inside": 0.5}) is None


@pytest.mark.parametrize(
    "text", ["a sleeve in blue, change it or leave it", "einen ärmel in blau, ändern oder lassen", "blue or green"]
)
def test_a_choice_that_ends_with_leaving_it_is_a_question(text: str) -> None:
    assert asked(text, {"clothes": 0.5}) == (None if text == "blue or green" else "clothes")


def test_what_stands_in_a_question_of_no_topic_is_no_note() -> None:
    listened = Listened(by=By.HEADS, text="", topics={})
    text = "He laughed a lot about the cat. Do I put the cat into the thank you?"
    scene = Scene(now=NOW, employers=SCENE.employers, listened=listened)
    notes = [act for act in listen(text, scene).as_asked().acts if act.name == "note"]
    assert not any("Do I put" in act.span for act in notes)


def test_no_topic_is_told_that_cannot_be_asked_about() -> None:
    text = "do i say something back to that?"
    assert asked(text, {"answer_a_no": 0.6, "invitation": 0.45}) == "invitation"
    assert asked("do i go past her to them?", {"around_agency": 0.9}) != "around_agency"


def test_nobody_failed_to_turn_up_where_no_talk_was_near() -> None:
    text = "no sound from their side, what do i do now?"

    def told(days: int) -> str | None:
        talk = Talk(start=NOW - timedelta(days=days, hours=1), end=NOW - timedelta(days=days))
        listened = Listened(by=By.HEADS, text=text, topics={"no_show": 0.9})
        employers = (Employer(name="Northwind", talks=(talk,)),)
        acts = listen(text, Scene(now=NOW, employers=employers, listened=listened)).as_asked().acts
        return next((str(act.get("topic")) for act in acts if act.name == "question"), None)

    assert told(0) == "no_show"
    assert told(5) != "no_show"


def test_where_no_table_tells_a_listener_need_not_be_sure() -> None:
    text = "is a bowler hat the thing for them?"
    assert asked(text, {"clothes": 0.5}) == "clothes"
    assert asked(text, {"clothes": 0.2}) == asked(text, {}) != "clothes"
    assert asked(text, {NONE: 0.9}) == asked(text, {})


def test_the_regression_tells_apart_what_can_be_told_apart() -> None:
    rows = np.eye(4, dtype=np.float32)
    trained = fitted(rows, ["a", "a", "b", "b"], [""] * 4)
    assert isinstance(trained, Topics)
    assert [max(got := trained.of([row[None, :]], ""), key=got.__getitem__) for row in rows] == ["a", "a", "b", "b"]


def test_the_words_of_a_text_count_beside_what_the_layers_make_of_it() -> None:
    same = np.ones((4, 4), np.float32)
    trained = fitted(same, ["a", "a", "b", "b"], ["a card?", "cards by post", "a call?", "calling them"])
    for text, topic in (("the card", "a"), ("do i call?", "b")):
        likely = trained.of([same[:1]], text)
        assert max(likely, key=likely.__getitem__) == topic
    alike = trained.of([same[:1]], "sesquipedalian")
    assert alike["a"] == pytest.approx(alike["b"], abs=1e-3)


def test_the_sentence_that_asks_counts_as_much_as_all_that_is_told_before_it() -> None:
    rows = np.eye(2, dtype=np.float32)
    trained = fitted(np.vstack([rows, rows]), ["a", "b", "a", "b"], ["", "", "", ""])
    text = "they rang. they rang again. may i really send them all of it?"
    layers, ends = [rows[[0, 0, 1]]], [10, 27, len(text)]
    whole, asking = (trained.of(layers, text, at)["b"] for at in ((), ends))
    assert asking > whole


def test_one_of_ten_is_kept_back() -> None:
    back = [one for one in questions() if one.is_kept_back]
    assert len(list(questions())) / 14 < len(back) < len(list(questions())) / 7


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("can i begin a fortnight later than we settled", "start_day"),
        ("kann man den eintritt noch um zwei wochen schieben", "start_day"),
        ("which of my two offers would you go for", "which_offer"),
        ("finden die heraus, dass ich entlassen wurde?", "found_out"),
        ("my assessment link stopped working last night, can i have another", "link_expired"),
        ("the screening says my years do not match, what do i send them", "check_flag"),
        ("ich würde es auch für weniger geld machen, darf ich das nach der absage sagen", "less_pay"),
        ("how do i get louder and clearer in the next interview", "manner"),
        ("hr sent me a note about somebody else, do i react", "not_for_me"),
    ],
)
def test_it_tells_what_goes_wrong_on_the_way_to_a_contract(text: str, topic: str) -> None:
    (listened,) = heads().listen([(text, SCENE)])
    assert max(listened.topics, key=listened.topics.__getitem__) == topic
