"""What the Person asked to have mentioned, as a sentence of its own: "mention the plant tour"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coaching.drafts import told
from bot.coaching.drafts.forms import Form, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How people of one language ask for it."""

    before: re.Pattern[str]
    """What leads to it and is not part of it."""
    mine: re.Pattern[str]
    """Something about the Person themselves, as a thing."""
    i: re.Pattern[str]
    """The same, as a clause."""
    thanked_for: re.Pattern[str]
    """Something that was done with them there, for which one says thank you."""


MANNERS = {
    "en": Manner(
        before=re.compile(
            r"(?:also |please |too |a (?:line|sentence|word) (?:about|on) |something about |the fact |about |that )+",
            re.IGNORECASE,
        ),
        mine=re.compile(r"my \w", re.IGNORECASE),
        i=re.compile(r"(?:I(?:'\w+)?|we) \w", re.IGNORECASE),
        thanked_for=re.compile(
            r"^(?:the|our|your|their) .*\b(?:tour|lunch|visit|coffee|demo|walk|exercise|workshop|presentation)$",
            re.IGNORECASE,
        ),
    ),
    "de": Manner(
        before=re.compile(
            r"(?:auch |bitte |noch |,|(?:einen|den) satz (?:zu|über) |etwas (?:zu|über) |doch )+", re.IGNORECASE
        ),
        mine=re.compile(r"meine?[nmrs]? \w", re.IGNORECASE),
        i=re.compile(r"(?:dass|wie) (?:ich|wir)\b", re.IGNORECASE),
        thanked_for=re.compile(
            r"^(?:die|den|das) .*(?:führung|rundgang|mittagessen|essen|besuch|kaffee|vorführung|übung|frühstück|demo)$",
            re.IGNORECASE,
        ),
    ),
}


def mention(text: str, language: str, *, to_them: bool = True) -> tuple[str, str] | None:
    """The line of the catalogue and what stands in it; None when it is not sure, or not fit for them."""
    manner = MANNERS.get(language)
    if manner is None or told.is_private(text, language):
        return None
    phrase = _tidy(text)
    phrase = phrase[found.end() :] if (found := manner.before.match(phrase)) else phrase
    if not re.search(r"\w{2}", phrase) or len(phrase) > told.LONGEST or re.search(r"[?{}<>\[\]]", phrase):
        return None
    if manner.i.match(phrase):
        return "mention.clause", _first_person(phrase)
    if manner.mine.match(phrase):
        return "mention.mine", phrase
    if manner.thanked_for.search(phrase):
        return "mention.thanks", phrase
    return _of_theirs(phrase, language, to_them=to_them)


def _of_theirs(phrase: str, language: str, *, to_them: bool) -> tuple[str, str] | None:
    turned = told.detail(phrase, language, Reader(to_them=to_them))
    if turned is None or turned.form in (Form.QUOTE, Form.ONE):
        return None
    if turned.form is Form.CLAUSE:
        return "recall.clause", turned.text
    return "mention.thing", turned.text.removeprefix("über ")


def _tidy(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).strip(" -–.,;:!")


def _first_person(phrase: str) -> str:
    return f"I{phrase[1:]}" if re.match(r"i\b", phrase) else phrase
