"""The German words about time. Only data: the key is what the rules call it, the value what people type.

Alternatives stand between bars, in lower case, with ss for ß; ae, oe and ue are understood for umlauts. A key of
several words stands for several words of the rules.
"""

from __future__ import annotations

from bot.hear.times.cues_de import CUES, HEDGES, PLAIN, VAGUE_HEDGES
from bot.hear.times.phrases_de import HOLIDAYS, PHRASES
from bot.hear.times.words import Words

NUMBERS = {
    "null": (0, 0),
    "ein|eins|eine|einen|einem|einer|eines|ne|nen": (1, 1),
    "anderthalb|eineinhalb|eineinhalber": (1.5, 1.5),
    "zwei|zwo": (2, 2),
    "zweieinhalb": (2.5, 2.5),
    "drei": (3, 3),
    "vier": (4, 4),
    "fünf": (5, 5),
    "sechs": (6, 6),
    "sieben": (7, 7),
    "acht": (8, 8),
    "neun": (9, 9),
    "zehn": (10, 10),
    "elf": (11, 11),
    "zwölf": (12, 12),
    "dreizehn": (13, 13),
    "vierzehn": (14, 14),
    "fünfzehn": (15, 15),
    "sechzehn": (16, 16),
    "siebzehn": (17, 17),
    "achtzehn": (18, 18),
    "neunzehn": (19, 19),
    "fünfundvierzig": (45, 45),
    "ein paar|paar|n paar|einige|einigen|wenige|wenigen": (3, 5),
    "ein , zwei|eine , zwei|ein zwei|1 , 2": (1, 2),
    "zwei , drei|zwei drei|2 , 3": (2, 3),
}
TENS = {"zwanzig": 20, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "neunzig": 90}

ORDINALS = (
    "ersten,erste,erster,erstes|zweiten,zweite,zweiter|dritten,dritte,dritter|vierten,vierte,vierter"
    "|fünften,fünfte|sechsten|siebten|achten|neunten|zehnten|elften|zwölften|dreizehnten|vierzehnten"
    "|fünfzehnten|sechzehnten|siebzehnten|achtzehnten|neunzehnten|zwanzigsten|einundzwanzigsten"
    "|zweiundzwanzigsten|dreiundzwanzigsten|vierundzwanzigsten|fünfundzwanzigsten|sechsundzwanzigsten"
    "|siebenundzwanzigsten|achtundzwanzigsten|neunundzwanzigsten|dreissigsten|einunddreissigsten"
)

_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_PARTS = ("früh", "morgen", "vormittag", "mittag", "nachmittag", "abend")
_SHORT = ("mo", "di", "mi", "do", "fr", "sa|sonnabend", "so")


def _weekday(day: str, short: str) -> str:
    """Freitag, Fr, Freitagmorgen, Freitag Morgen."""
    joined = [f"{day}{part}" for part in _PARTS if part != "mittag" or day != "samstag"]
    apart = [f"{day} {part}|{day}s {part}" for part in ("früh", "morgen")]
    return "|".join((day, short, *joined, *apart))


WEEKDAYS = tuple(_weekday(day, short) for day, short in zip(_DAYS, _SHORT, strict=True))

MONTHS = (
    "januar|jan|jänner",
    "februar|feb|feber",
    "märz|mrz|maerz",
    "april|apr",
    "mai",
    "juni|jun|juno",
    "juli|jul",
    "august|aug",
    "september|sep|sept",
    "oktober|okt",
    "november|nov",
    "dezember|dez",
)

# Words that are a weekday only where something beside them says so: "so bald", "do it".
DOUBTFUL = "so|do|mi|di|sa|mo|fr"
EVIDENCE = (
    "on|until|by|before|after|from|in|to|early|mid|late|finish|of|this|next|coming|or|and|-|/|notbefore"
    "|latest|earliest|the|between|vor|last"
)

WORDS = Words(
    numbers=NUMBERS,
    tens=TENS,
    ordinals=ORDINALS,
    weekdays=WEEKDAYS,
    months=MONTHS,
    phrases=PHRASES,
    holidays=HOLIDAYS,
    hedges=HEDGES,
    vague_hedges=VAGUE_HEDGES,
    cues=CUES,
    plain=PLAIN,
    doubtful=DOUBTFUL,
    evidence=EVIDENCE,
    abbreviations="max|min|mind|ca|bzw|evtl|ggf|spät|inkl|vgl|tel|nr|std|usw",
    respelled={"ä": "ae", "ö": "oe", "ü": "ue"},
    plural_weekdays=("montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags"),
    dot_is_ordinal=True,
)
