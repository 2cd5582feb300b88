"""Phone spelling written out, as a letter has it: "they r rolling out" is "they are rolling out"."""

from __future__ import annotations

import re


def _pairs(*rows: str) -> dict[str, str]:
    return dict(pair.split("=") for row in rows for pair in row.split("|"))


_SHORT = {
    "en": _pairs(
        "r=are|u=you|ur=your|i=I|im=I'm|ive=I've|n=and|w=with|rly=really|wanna=want to|gonna=going to|gotta=have to",
        "dont=don't|doesnt=doesn't|didnt=didn't|cant=can't|wont=won't|isnt=isn't|arent=aren't|wasnt=wasn't",
        "werent=weren't|havent=haven't|hasnt=hasn't|couldnt=couldn't|wouldnt=wouldn't|shouldnt=shouldn't",
        "theyre=they're|theyve=they've|theyd=they'd|theyll=they'll|youre=you're|youve=you've|thats=that's",
        "pls=please|plz=please|thx=thanks|bc=because|cuz=because|tho=though|b4=before|abt=about|ppl=people",
    ),
    "de": _pairs(
        "ne=eine|nen=einen|nem=einem|ner=einer|hab=habe|is=ist|nich=nicht|u=und|od=oder|vllt=vielleicht|nix=nichts",
        "grad=gerade|aufm=auf dem|wär=wäre|hätt=hätte|würd=würde|habs=habe es|gibts=gibt es|wars=war es",
    ),
}
_CAPITAL = ("crm", "datev", "elster", "erp", "sap", "sql")
"""Names of programs and systems that are written in capitals, and typed small."""
_NOUN = re.compile(r"\b[a-zäöü]\w{2,}(?:ung|heit|keit|schaft|tion|tät)(?:en)?\b")
"""Words that are nouns by their ending, which German writes with a capital."""
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


def named(name: str) -> str:
    """Somebody's name with its capitals, where it was typed without any: "liz" is "Liz"."""
    if name != name.lower():
        return name
    return " ".join(part if part in _PARTICLES else _titled(part) for part in name.split(" "))


def _titled(part: str) -> str:
    return "-".join(one[:1].upper() + one[1:] for one in part.split("-"))
