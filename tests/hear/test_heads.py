"""The trained listener: how a text is cut into pieces, what the heads say, and what becomes of it beside the rules."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.hear.act import By, Heard
from bot.hear.fold import fold
from bot.hear.heads.engine import heads, is_worth_hearing
from bot.hear.heads.names import names
from bot.hear.heads.pieces import Piece, Vocabulary
from bot.hear.heads.scores import Scores
from bot.hear.listen import context_of, listen
from bot.hear.listened import Candidate, Listened, Stretch
from bot.hear.role import Role
from bot.hear.scenes import SCENES

SMALL = Vocabulary(
    {"\u2581i": (4, -2.0), "nter": (5, -3.0), "view": (6, -3.0), "\u2581inter": (7, -4.0), "\u2581": (8, -6.0)},
    {"Ｉ": "i"},
    first=0,
    last=1,
    unknown=3,
    rarest=-6.0,
)


def test_a_text_is_cut_where_it_is_likeliest() -> None:
    assert SMALL.cut("inter view") == [Piece(7, 0, 5), Piece(8, 6, 6), Piece(6, 6, 10)]
    assert [piece.number for piece in SMALL.cut("Ｉnterview")] == [7, 6]


def test_what_no_piece_holds_is_unknown_and_has_its_place() -> None:
    assert SMALL.cut("i ☃")[-1] == Piece(3, 2, 3)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_pieces_stand_in_order_within_the_text(text: str) -> None:
    cut = heads().vocabulary.cut(text)
    assert all(0 <= piece.start <= piece.end <= len(text) for piece in cut)
    assert [piece.start for piece in cut] == sorted(piece.start for piece in cut)


def test_texts_heard_together_are_heard_as_each_alone() -> None:
    texts = [
        ("had my interview at Monzo this morning, it went really well", SCENES["stranger"]),
        ("ok", SCENES["told"]),
    ]
    together = heads().listen(texts)
    for typed, found in zip(texts, together, strict=True):
        alone = heads().listen([typed])[0]
        assert found == alone


def test_the_acts_of_an_everyday_message_are_heard_with_their_words() -> None:
    text = "Had an interview at Culina this morning for the forklift job, they never asked about nights"
    found = heads().listen([(text, SCENES["stranger"])])[0]
    assert found.score("interview") > 0.8
    borne = next(one for one in found.candidates if one.name == "interview")
    assert "Culina" in found.text[borne.at.start : borne.at.end]
    assert any(found.text[one.at.start : one.at.end] == "Culina" for one in found.names)


@pytest.mark.parametrize(
    ("words", "heard"), [("ok", False), ("I called the agency", False), ("I had a chat with them at noon", True)]
)
def test_short_texts_are_left_to_the_rules(words: str, heard: bool) -> None:
    assert is_worth_hearing(words) is heard


def test_two_parts_of_one_name_are_one() -> None:
    text = "at St Anselm's hospital today"
    pieces = [Piece(0, 3, 12), Piece(1, 12, 13), Piece(2, 13, 14), Piece(3, 15, 23), Piece(4, 24, 29)]
    marked = np.zeros((5, 5), np.float32)
    marked[[0, 2, 3], 1] = 0.9
    marked[[1, 4], 0] = 0.9
    found = names(text, pieces, Scores(np.zeros(0, np.float32), np.zeros((0, 0), np.float32), marked))
    assert [(one.role, text[one.at.start : one.at.end]) for one in found] == [(Role.EMPLOYER, "St Anselm's hospital")]


# Beside the rules


def _heard(text: str, scene: str, **scores: float) -> list[str]:
    return [act.name for act in _whole(text, scene, **scores).acts]


def _whole(text: str, scene: str, **scores: float) -> Heard:
    moment = SCENES[scene]
    whole = Stretch(start=0, end=len(fold(text)))
    candidates = tuple(Candidate(name=name, at=whole, sure=score) for name, score in scores.items())
    every = dict.fromkeys(("rejected", "worry", "nothing_heard", "joy"), 0.0) | scores
    listened = Listened(by=By.HEADS, text=fold(text), candidates=candidates, scores=every)
    return listen(text, replace(moment, listened=listened))


def test_what_only_the_heads_are_sure_of_is_heard() -> None:
    text = "could not eat a thing since tuesday and the phone stays dark"
    assert "worry" not in [act.name for act in listen(text, SCENES["waiting"]).acts]
    assert "worry" in _heard(text, "waiting", worry=0.99)
    assert "worry" not in _heard(text, "waiting", worry=0.2)


def test_what_alone_is_doubted_is_asked() -> None:
    heard = _whole("they rejected me this morning by mail", "waiting", rejected=0.0, joy=0.4)
    assert (heard.acts, [act.name for act in heard.likely]) == ((), ["rejected"])


def test_who_understands_nothing_doubts_nothing() -> None:
    assert _heard("they rejected me this morning by mail", "waiting", rejected=0.0) == ["rejected"]


def test_what_is_doubted_beside_other_things_falls() -> None:
    text = "no word yet from them, and they rejected my flat application this morning"
    assert "rejected" in _heard(text, "waiting", nothing_heard=0.9, rejected=0.5)
    assert "rejected" not in _heard(text, "waiting", nothing_heard=0.9, rejected=0.0)


def test_a_word_that_the_heads_take_for_no_name_is_no_employer() -> None:
    text = "They're called Meridian Freight, third chat was Friday at Eleven with the MD"
    at = fold(text).index("Meridian")
    for named, employers in (
        (None, {"Meridian Freight", "Eleven"}),
        ((Stretch(start=at, end=at + 8),), {"Meridian Freight"}),
    ):
        listened = Listened(by=By.HEADS, text=fold(text), may_employ=named, scores={"interview": 1.0})
        context = context_of(text, replace(SCENES["stranger"], listened=listened))
        assert {
            name.text for clause in context.clauses for name in clause.names if name.role is Role.EMPLOYER
        } == employers


def test_a_fact_that_is_hoped_or_somebody_elses_is_none_however_sure_they_are() -> None:
    assert "rejected" not in _heard("my flatmate got turned down by them last week", "waiting", rejected=0.99)
    assert "rejected" not in _heard("what if they decide to go with somebody else", "waiting", rejected=0.99)


def test_what_was_heard_in_another_text_counts_for_nothing() -> None:
    other = Listened(by=By.HEADS, text="another text", scores={"rejected": 0.0})
    heard = listen("they rejected me this morning by mail", replace(SCENES["waiting"], listened=other))
    assert [act.name for act in heard.acts] == ["rejected"]
