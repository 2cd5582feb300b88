"""Phone spelling written out, as a letter has it: "they r rolling out" is "they are rolling out"."""

from __future__ import annotations

import re
from collections.abc import Sequence


def _pairs(*rows: str) -> dict[str, str]:
    return dict(pair.split("=") for row in rows for pair in row.split("|"))


_SHORT = {
    "en": _pairs(
        "r=are|u=you|ur=your|i=I|im=I'm|ive=I've|n=and|w=with|rly=really|wanna=want to|gonna=going to|gotta=have to",
        "dont=don't|doesnt=doesn't|didnt=didn't|cant=can't|wont=won't|isnt=isn't|arent=aren't|wasnt=wasn't",
        "werent=weren't|havent=haven't|hasnt=hasn't|couldnt=couldn't|wouldnt=wouldn't|shouldnt=shouldn't",
        "theyre=they're|theyve=they've|theyd=they'd|theyll=they'll|youre=you're|youve=you've|thats=that's",
        "til=until|till=until|pls=please|plz=please|thx=thanks|bc=because|cuz=because|tho=though|refs=references|ref=reference|b4=before|abt=about|ppl=people",
    ),
    "de": _pairs(
        "ne=eine|nen=einen|nem=einem|ner=einer|hab=habe|is=ist|nich=nicht|u=und|od=oder|vllt=vielleicht|nix=nichts",
        "grad=gerade|aufm=auf dem|wär=wäre|hätt=hätte|würd=würde|habs=habe es|gibts=gibt es|wars=war es",
    ),
}
_CAPITAL = ("crm", "cv", "datev", "elster", "erp", "pdf", "sap", "sql")
"""Names of programs and systems that are written in capitals, and typed small."""
_NOUN = re.compile(r"\b[a-zäöü]\w{2,}(?:ung|heit|keit|schaft|tion|tät)(?:en)?\b")
"""Words that are nouns by their ending, which German writes with a capital."""
_LARGE = {
    "en": re.compile(
        r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august"
        r"|september|october|november|december|christmas|easter|english|german)\b"
        r"|\b(?P<of>(?:in|by|of|from|until|mid|end|early|late|next|this) )(?:march|may)\b"
    ),
    "de": re.compile(
        r"\b(?:(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|januar|jänner|februar|märz|april|mai|juni|juli"
        r"|august|september|oktober|november|dezember|weihnachten|ostern)\b"
        r"|\b(?P<of>(?:de[mns]|zu[mr]|vom|beim|im|am|m?eine?[mnr]?|(?:über|für|an|auf|in|mit|mir) (?:die|das|der)) )"
        r"(?!\w+(?:e|en|er|es|em)\b)[a-zäöü]\w{2,}"
    ),
}
"""Days and months typed small ("march" and "may" only where they are months), and German nouns: what stands behind an
article and does not end as an adjective does."""


def capitalised(text: str, language: str) -> str:
    """With the capitals that days, months and nouns behind their article have in a letter."""
    large = _LARGE.get(language)
    return large.sub(_with_capital, text) if large else text


def _with_capital(found: re.Match[str]) -> str:
    before = found["of"] or ""
    word = found[0][len(before) :]
    return f"{before}{word[:1].upper()}{word[1:]}"


_PARTICLES = ("von", "van", "de", "der", "den", "zu", "zur", "di", "da", "du", "la", "le", "und", "and")
_WORD = re.compile(r"(?<![\w'’.&/-])\w+(?![\w'’&/-])")


def written_out(text: str, language: str) -> str:
    """A phrase as a letter spells it. A word that carries a capital already is a name, and stays."""
    short = _SHORT.get(language, {})
    text = _WORD.sub(lambda found: _word(found[0], short), text)
    text = re.sub(r"\bi(?=['’](?:m|ve|d|ll)\b)", "I", text) if language == "en" else text
    return _NOUN.sub(lambda found: found[0][:1].upper() + found[0][1:], text) if language == "de" else text


def _word(word: str, short: dict[str, str]) -> str:
    return word.upper() if word in _CAPITAL else short.get(word, word)


def listed(things: Sequence[str], language: str) -> str:
    """Things to send, as a letter names them: "zeugnisse", "referenzliste" are "Zeugnisse und Referenzliste"."""
    written = [_thing(one, language) for one in things]
    joint = f" {_AND.get(language, '&')} "
    return joint.join([", ".join(written[:-1]), written[-1]]) if len(written) > 1 else "".join(written)


_AND = {"en": "and", "de": "und"}


def _thing(text: str, language: str) -> str:
    """One thing; in German its nouns are large, also where they were typed small."""
    words = written_out(text, language).split()
    words = [word.upper() if word in _CAPITAL else word for word in words]
    return " ".join(_large(words, at) for at in range(len(words))) if language == "de" else " ".join(words)


def _large(words: Sequence[str], at: int) -> str:
    """A word of a German thing: what stands last, or before a small word, is a noun; so is what does not bend."""
    word, behind = words[at], words[at + 1] if at + 1 < len(words) else ""
    bends = re.search(r"(?:e|en|er|es|em)$", word) is not None and not _SMALL.fullmatch(behind)
    return word if _SMALL.fullmatch(word) or bends or not word.islower() else word[:1].upper() + word[1:]


_SMALL = re.compile(
    r"(?:vo[nm]|zu[mr]?|für|aus|mit|beim?|über|als|i[nm]|a[mnb]|auf|d(?:er|ie|as|es|em|en)|(?:ein|mein|ihr)(?:e[rsnm]?)?"
    r"|und|oder|bis|seit|zwei|drei|vier|alle|paar)|"
)
"""Small words of a German thing."""


def named(name: str) -> str:
    """Somebody's name with its capitals, where it was typed without any: "liz" is "Liz"."""
    if name != name.lower():
        return name
    return " ".join(part if part in _PARTICLES else _titled(part) for part in name.split(" "))


def _titled(part: str) -> str:
    return "-".join(one[:1].upper() + one[1:] for one in part.split("-"))


_CONTRACTED = (
    (re.compile(r"\b(I|we|you|they|he|she|it)'d (?=had\b|been\b)", re.IGNORECASE), r"\1 had "),
    (re.compile(r"\b(I|we|you|they|he|she|it)'d (?:love to|hoped\b)", re.IGNORECASE), None),
    (re.compile(r"\b(I|we|you|they|he|she|it)'d\b", re.IGNORECASE), r"\1 would"),
    (re.compile(r"\b(I|we|you|they)'ve\b", re.IGNORECASE), r"\1 have"),
    (re.compile(r"\b(I|we|you|they|he|she|it)'ll\b", re.IGNORECASE), r"\1 will"),
    (re.compile(r"\bI'm\b"), "I am"),
    (re.compile(r"\b(we|you|they)'re\b", re.IGNORECASE), r"\1 are"),
    (re.compile(r"\b(it|that|what|there)'s\b", re.IGNORECASE), r"\1 is"),
    (re.compile(r"\b(do|did|does|is|are|was|were|have|has|had|could|would|should)n't\b", re.IGNORECASE), r"\1 not"),
)


def in_full(text: str) -> str:
    """English as a formal letter has it: "I'd love to" is "I would very much like to"."""
    for pattern, full in _CONTRACTED:
        text = pattern.sub(full if full is not None else _wished, text)
    return text


def _wished(found: re.Match[str]) -> str:
    return f"{found[1]} had hoped" if found[0].endswith("hoped") else f"{found[1]} would very much like to"
