"""German phrases turned round: every clause with its verb at the end, every thing in the case that its sentence needs.

Only what is sure is turned. A phrase that might be either is left: whoever wrote it is asked for it in other words.
"""

from __future__ import annotations

import re

from bot.coaching.drafts.forms import Form, Reader, Told
from bot.coaching.drafts.kindness import is_kindness

_LED = re.compile(r"(?:dass|wie|warum|weshalb|wieso|wo|wann|was|wer|welche\w*)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?P<subject>(?i:sie|er|man|es|alle|niemand|keiner|viele)"
    r"|(?i:jede\w?|die|das|der|ihre?) (?:[a-zäöüß]+ )?[A-ZÄÖÜ][\w-]+)"
    r" (?P<verb>[a-zäöüß]+)(?P<rest>(?: |,|$)[^\n]*+)"
)
_AUXILIARY = (
    "ist",
    "sind",
    "war",
    "waren",
    "hat",
    "haben",
    "hatte",
    "hatten",
    "wird",
    "werden",
    "wurde",
    "wurden",
    "will",
)
_MODAL = ("wollen", "soll", "sollen", "kann", "können", "muss", "müssen", "darf", "dürfen")
_PREFIX = re.compile(
    r"^(?:(?P<middle>.*) )?(?P<prefix>ab|an|auf|aus|bei|ein|fest|her|hin|los|mit|nach|um|vor|weg|weiter|wieder|zu"
    r"|zurück|zusammen|neu|auseinander)$"
)
_ARTICLE = re.compile(
    r"(?:der|die|das|den|dem|ein|eine|einen|ihr|ihre|ihren|ihrem|ihrer|kein|keine|keinen)\b", re.IGNORECASE
)
_BARE_ONE = re.compile(r"(?:ein|ihr|kein) [A-ZÄÖÜ]")
_NO_VERB = re.compile(
    r"(?<![\w-])(?:[a-zäöüßA-ZÄÖÜ]\w*+ )??(?:[a-zäöüß-]++ ){0,9}(?:[A-ZÄÖÜ0-9][\w.-]*)(?: [A-ZÄÖÜ0-9][\w.-]*){0,9}"
    r"(?:$|,| (?:in|im|am|an|auf|aus|bei|beim|für|mit|nach|ohne|über|um|und|unter|von|vom|vor|zu|zum|zur|zwischen"
    r"|der|die|das|des|den|ihrer|seit|wie|durch|gegen|hinter|neben|pro|oder)\b)"
)
"""A thing, and behind it nothing that may be its verb."""
_ADJECTIVES = r"((?:[a-zäöüß-]+ )*)"
_MINE = re.compile(r"\b(?:ich|mich|mir|meine?\w?|wir|uns|unsere?\w?)\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:er|ihm|ihn|sein\w*)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:leute|kund\w+|nutzer\w*|menschen|kinder\w*|mitarbeit\w+|alle|jede\w?|kolleg\w+|bewerber\w*|schüler\w*)\b",
    re.IGNORECASE,
)
_SINGULAR = {
    "ist": "sind",
    "hat": "haben",
    "wird": "werden",
    "will": "wollen",
    "kann": "können",
    "muss": "müssen",
    "darf": "dürfen",
    "soll": "sollen",
    "war": "waren",
    "hatte": "hatten",
    "wurde": "wurden",
    "gibt": "geben",
    "nimmt": "nehmen",
    "liest": "lesen",
    "sieht": "sehen",
    "fährt": "fahren",
    "läuft": "laufen",
    "hält": "halten",
    "spricht": "sprechen",
    "trifft": "treffen",
    "hilft": "helfen",
    "lässt": "lassen",
    "trägt": "tragen",
}
"""What "sie" of one woman does, as "Sie" does it."""
_FRIENDS = {
    "sind": "seid",
    "haben": "habt",
    "werden": "werdet",
    "wollen": "wollt",
    "können": "könnt",
    "müssen": "müsst",
}


def turned(text: str, lead: str, reader: Reader) -> Told | None:
    """What was told, without its opening. `lead`: the preposition that led to it ("von", "über"), or none."""
    if _MINE.search(text) and not is_kindness(text, "de"):
        return None
    if lead:
        return _addressed(Form.THING, f"{lead} {text}", reader)
    if _LED.match(text):
        return _clause(text, reader)
    found = _SUBJECT.match(text)
    if found is not None and _is_verb(found):
        return _clause(_verb_last(found), reader)
    return _thing(text, reader)


# Clauses


def _is_verb(found: re.Match[str]) -> bool:
    verb, subject = found["verb"], found["subject"].casefold()
    if verb in _AUXILIARY:
        return True
    return (subject == "sie" and verb.endswith("n")) or (subject in ("sie", "er", "man", "es") and verb.endswith("t"))


_DONE_TOGETHER = ("essen", "kochen", "frühstücken", "trinken", "feiern", "sitzen")
"""What people do together, in two words."""


def _verb_last(found: re.Match[str]) -> str:
    """ "Sie stellen bald um" is "dass sie bald umstellen"."""
    subject, verb, rest = found["subject"], found["verb"], found["rest"].strip()
    own, comma, more = rest.partition(",")
    split = _PREFIX.match(own)
    is_apart = split is not None and split["prefix"] == "zusammen" and verb in _DONE_TOGETHER
    if split is not None and verb not in _AUXILIARY and not is_apart:
        own, verb = split["middle"] or "", f"{split['prefix']}{verb}"
    small = subject if subject[:1].islower() else subject[0].lower() + subject[1:]
    return " ".join(f"dass {small} {own} {verb}".split()) + (f"{comma}{more}" if comma else "")


def _clause(text: str, reader: Reader) -> Told | None:
    """With its subject turned: "sie" of many is "Sie", "sie" of one is so only where she reads it."""
    text = text[0].lower() + text[1:]
    own, comma, more = text.partition(",")
    words = own.split()
    last = words[-1] if words else ""
    of_them = re.search(r"^\w+ (?:\w+ )?sie\b|\bsie\b", own) is not None
    if re.search(r"\bsie\b.*\bsie\b", text) or _HE.search(own):
        return _from_one(own, comma + more, reader)
    if of_them and not (last.endswith("n") or last == "sind"):
        return _from_one(own, comma + more, reader)
    return _addressed(Form.CLAUSE, text, reader)


def _from_one(own: str, more: str, reader: Reader) -> Told | None:
    """ "Dass sie das Team leitet", read by her."""
    *words, verb = own.split()
    many = _SINGULAR.get(verb) or (re.sub(r"e?t$", "en", verb) if verb.endswith("t") else None)
    if (
        many is None
        or not (reader.is_speaker and reader.to_them)
        or len(re.findall(r"\b(?:sie|er)\b", own + more)) != 1
    ):
        return None
    plural = re.sub(r"\bsein", "ihr", re.sub(r"\ber\b", "sie", " ".join([*words, many])))
    return _addressed(Form.CLAUSE, plural + more, reader)


# Things


def _thing(text: str, reader: Reader) -> Told | None:
    """As it stands behind "über", or as the subject where its other cases are not known."""
    if _BARE_ONE.match(text[0].lower() + text[1:]):
        return _addressed(Form.ONE, text[0].lower() + text[1:], reader)
    begins = _ARTICLE.match(text) or text[:1].isupper() or text[:1].isdigit()
    if not begins or not _NO_VERB.match(text):
        return None
    small = text[0].lower() + text[1:] if _ARTICLE.match(text) else text
    return _addressed(Form.THING, f"über {_object(small)}", reader)


def accusative(what: str) -> str | None:
    """As it stands behind "schicke ich Ihnen"; what is sent without an article is the Person's own.

    None for one thing of which nobody can tell whether it is a he, a she or an it.
    """
    one = re.match(r"[A-ZÄÖÜ][\w-]{1,60}(?=$| [a-zäöüß]{1,60} )", what)
    if one is not None and not _SEVERAL.search(what):
        owned = next((word for word, nouns in _MY.items() if nouns.search(one[0])), None)
        return f"{owned} {what}" if owned else None
    return _object(what[0].lower() + what[1:] if _ARTICLE.match(what) else what)


_SEVERAL = re.compile(r"(?:,| und) (?=[A-ZÄÖÜa-zäöü])")
_MY = {
    "den": re.compile(r"(?:link|plan|entwurf|code|bericht|fragebogen|test|vorschlag|text|nachtrag)$", re.IGNORECASE),
    "das": re.compile(
        r"(?:konzept|formular|dokument|video|muster|beispiel|protokoll|blatt|buch|poster)$", re.IGNORECASE
    ),
    "meinen": re.compile(r"(?:lauf|schein|ausweis|vertrag|nachweis)$", re.IGNORECASE),
    "mein": re.compile(r"(?:portfolio|zeugnis|zertifikat|diplom|foto|schreiben)$", re.IGNORECASE),
    "meine": re.compile(r"(?:e|en|ung|ion|heit|keit|schaft|tät|datei|mappe|referenz|links|fotos)$"),
}


def _object(small: str) -> str:
    for nominative, oblique in (
        ("der", "den"),
        ("ein", "einen"),
        ("ihr", "ihren"),
        ("kein", "keinen"),
        ("mein", "meinen"),
    ):
        found = re.match(rf"{nominative} {_ADJECTIVES}(?=[A-ZÄÖÜ])", small)
        is_he = found is not None and (nominative == "der" or re.search(r"\w{1,60}er $", found[1]))
        if found is not None and is_he:
            adjectives = re.sub(r"(?:er|e)(?= )", "en", found[1])
            return f"{oblique} {adjectives}{small[found.end() :]}"
    return small


# Whom it is said to


def _addressed(form: Form, text: str, reader: Reader) -> Told | None:
    if not reader.to_them:
        return Told(form, text)
    owners = [found.start() for found in re.finditer(r"\bihr(?:e[mnrs]?)?\b", text)]
    theirs = not owners or not _OTHERS.search(text[: owners[-1]])
    return Told(form, _to_friends(text, theirs) if reader.is_friend else _politely(text, theirs))


def _politely(text: str, theirs: bool) -> str:
    text = re.sub(r"\bsie\b", "Sie", text)
    text = re.sub(r"\bihnen\b", "Ihnen", text)
    return re.sub(r"\bihr(e[mnrs]?)?\b", lambda found: f"Ihr{found[1] or ''}", text) if theirs else text


def _to_friends(text: str, theirs: bool) -> str:
    if theirs:
        text = re.sub(r"\bihr(e[mnrs]?)?\b", lambda found: f"eur{found[1]}" if found[1] else "euer", text)
    text = re.sub(r"\bihnen\b", "euch", text)
    return ",".join(_part_to_friends(part) for part in text.split(","))


def _part_to_friends(part: str) -> str:
    """A clause with its verb at its end: "wie sie arbeiten" is "wie ihr arbeitet"."""
    if not re.search(r"\bsie\b", part):
        return part
    front, _, verb = part.rpartition(" ")
    return re.sub(r"\bsie\b", "ihr", f"{front} {_as_friends(verb)}")


def _as_friends(verb: str) -> str:
    if verb in _FRIENDS:
        return _FRIENDS[verb]
    stem = re.sub(r"e?n$", "", verb)
    return f"{stem}et" if re.search(r"[td]$", stem) else f"{stem}t"
