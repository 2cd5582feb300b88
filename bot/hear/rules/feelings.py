"""Rules for feelings. What is heard here keeps nothing; it colours the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on

CRIES = re.compile(r"!{2,}")
FACES = {"joy": "🎉🥳😄😍😀😁🙌🤩🥂😊🍾", "worry": "😢😭😞💔😔😟😩😫😱🙈😬😥😰🥺😣", "anger": "😡🤬😠🖕"}


def worry(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "So nervous", "I've blown it", "what if they reject me"."""
    if is_relieved(clause):
        return
    feared = clause.modality is Modality.FEARED
    doubts = clause.modality is Modality.ASKED and clause.says("self_doubt", "why_no_word")
    if feared or doubts or clause.says("worried", "low", "reproach") or _shows(clause, "worry"):
        yield clause.act("worry")


def is_relieved(clause: Clause) -> bool:
    """ "Not nervous any more", "first time I haven't felt sick all week": the feeling is told as gone."""
    return clause.says("no_worry") or (clause.negated and clause.says("at_last"))


def is_only_smiles(text: str) -> bool:
    """Whether a message is nothing but smiling faces: that is small talk, no joy at anything."""
    faces = [char for char in text if char in SMILES]
    return bool(faces) and all(char in SMILES or not char.isalnum() for char in text) and not set(text) & TELLING


SMILES = frozenset("😄😀😁😊🙂😅😂🤣😉😆😃😎🤗☺😜😋🤪")
TELLING = frozenset("".join(FACES.values())) - SMILES
"""Faces that say something by themselves."""


def joy(clause: Clause, context: Context) -> Iterator[Act]:
    """ "So happy", "yay"."""
    theirs = clause.subject is Subject.THEY or clause.negated or clause.says("no_joy") or _is_for_a_letter(clause)
    shows = _shows(clause, "joy") and not is_only_smiles(context.text)
    if (clause.says("happy") and not theirs) or shows:
        yield clause.act("joy")


def _is_for_a_letter(clause: Clause) -> bool:
    """ "Put in that I was thrilled by the plant": it is to be written, and no joy at anything here."""
    return clause.says("put_it_in")


def joy_of_news(clause: Clause, context: Context) -> Iterator[Act]:
    """Good news with an exclamation: "got an interview!!!"."""
    if clause.says("good_news") and not clause.negated and CRIES.search(context.text):
        yield clause.act("joy")


def anger(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "So rude", "screw them"."""
    if (clause.says("angry") and not clause.says("no_anger")) or _shows(clause, "anger"):
        yield clause.act("anger")


def _shows(clause: Clause, feeling: str) -> bool:
    return not clause.text.isascii() and any(face in clause.text for face in FACES[feeling])


RULES: tuple[Rule | Keyed, ...] = (worry, joy, on(joy_of_news, "good_news"), anger)
