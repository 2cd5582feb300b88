"""Employers that are only called by their kind, as a sentence needs them: "The bank wants ...", "von der Kita".

Sentences are made for names, which never change. What stands in the place of one begins a sentence with a capital, and
in German takes the case that the word before it asks for.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from bot.hear.naming.kinds import is_stand_in
from bot.words import Html
from storage.facts import Known

DATIVE = {"die": "der", "der": "dem", "das": "dem"}
ACCUSATIVE = {"der": "den"}
JOINED = {"von dem": "vom", "bei dem": "beim", "zu dem": "zum", "zu der": "zur", "in dem": "im", "an dem": "am"}
_DATIVE = r"von|bei|mit|zu|nach|aus|seit|gegenüber|außer"
_ACCUSATIVE = r"für|an|auf|über|ohne|gegen|um|durch"
_BEGINS = r"(?:\A|\n|(?<=[.!?] )|(?<=· ))(?:<b>)?"


def set_in(said: str, known: Known) -> Html:
    """A text with each of them in the form that its place asks for."""
    for name in stand_ins(known):
        if name in said:
            said = _set(said, name)
    return Html(said)


def stand_ins(known: Known) -> Iterable[str]:
    """What the Person's employers without a name are called, as it stands in a text."""
    called = (one.employer for one in known.opportunities if one.house is not None)
    return dict.fromkeys(html.escape(name, quote=False) for name in called if is_stand_in(name))


def _set(said: str, name: str) -> str:
    article, _, kind = name.partition(" ")
    if article != "the":
        said = re.sub(
            rf"\b({_DATIVE}) {re.escape(name)}\b", lambda at: _joined(at[1], DATIVE[article], kind), said, flags=re.I
        )
        case = ACCUSATIVE.get(article, article)
        said = re.sub(rf"\b({_ACCUSATIVE}) {re.escape(name)}\b", rf"\1 {case} {kind}", said, flags=re.I)
    return re.sub(rf"({_BEGINS}){re.escape(name)}\b", rf"\1{name[:1].upper()}{name[1:]}", said)


def _joined(before: str, article: str, kind: str) -> str:
    joined = JOINED.get(f"{before.lower()} {article}")
    if joined is None:
        return f"{before} {article} {kind}"
    return f"{joined.title() if before[:1].isupper() else joined} {kind}"
