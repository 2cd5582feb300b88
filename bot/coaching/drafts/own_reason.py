"""Why something they told matters to the Person, in their own words, as it stands behind what they think of it.

"because at my last job I did it once" goes on with the sentence; what begins as a sentence of its own stays one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coaching.drafts import told
from bot.coaching.drafts.spelling import capitalised, written_out
from bot.coaching.drafts.to_reader import to_reader

FEWEST_WORDS = 3
_VERB_SECOND = re.compile(
    r"^weil (?=(?:ich|wir|es|das) (?:habe?n?|bin|sind|ist|war(?:en)?|hatten?|kann|können|konnten?|will|wollten?|mag"
    r"|mögen|finden?|kennen?|machen?|arbeiten?|musste\w?|hat)\b)",
    re.IGNORECASE,
)
"""Spoken German "weil ich habe …", which is written as a sentence of its own."""
_LEADS = {
    "en": re.compile(
        r"(?:(?:well|just|it's|its|it was|mostly|probably|maybe|and|so),? ){0,6}because,? ", re.IGNORECASE
    ),
    "de": re.compile(
        r"(?:(?:na ja|naja|also|einfach|und|vor allem|wohl|vielleicht),? ){0,6}(?=(?:weil|da)\b)", re.IGNORECASE
    ),
}
_GOES_ON = {
    "en": re.compile(r"(?:I|I'\w+|we|we'\w+|my|our|at|in|that|this|it|it's|where|when|there)\b"),
    "de": re.compile(r"(?:weil|da) (?=.{0,200}[a-zäöüß](?:e|st|t|n|bin|war)$)", re.IGNORECASE),
}
"""What goes on behind a comma: English behind "because"; German only where its verb stands last."""
_OF_THE_LETTER = {
    "en": re.compile(
        r"\b(?:send|sent|sending|mail|email|e-mail|letter|draft|shorter|later|tonight|I'll|I will)\b", re.IGNORECASE
    ),
    "de": re.compile(r"\b(?:schick\w*|send\w*|mail|brief|entwurf|kürzer|später|nachher|werde)\b", re.IGNORECASE),
}
"""What is said of the letter itself, or of what the Person does next."""
_OF_ONESELF = {
    "en": re.compile(r"(?:I|I'\w+|we|we'\w+|my|our|it|it's|(?:at|in|on|where|when) (?:my|our|I|we))\b", re.IGNORECASE),
    "de": re.compile(
        r"(?!(?:danke|super|prima|toll|perfekt|passt|okay?|gut|schön)\b)(?=.{0,200}\b(?:ich|mich|mir|wir|uns|mein\w{0,2})\b)",
        re.IGNORECASE,
    ),
}
"""What may stand as a reason without a "because": what begins with the Person, and is no thanks for the letter."""
_SUBJECT = {
    "en": re.compile(
        r"\b(?:I|I'\w+|we|we'\w+|it|it's|you|you're|there|(?:that|this)(?:'s| (?:is|was|has|had|\w+s)))\b"
        r"|\b(?:my|our) (?:\w+ ){1,3}(?:is|are|was|were|has|have|had|did|does|never|always|\w+ed)\b"
    ),
    "de": re.compile(r"\b(?:ich|mich|mir|wir|uns|es|das|mein\w{0,2}|unser\w{0,2})\b", re.IGNORECASE),
}
"""Words without one of which a fragment was typed, of which no sentence can be made."""


@dataclass(frozen=True, slots=True)
class OwnReason:
    """What the Person said of it."""

    text: str
    goes_on: bool
    """It goes on with the sentence before it; else it is a sentence of its own."""


def own_reason(text: str, language: str, *, to_them: bool = True) -> OwnReason | None:
    """None where it is not fit for them, or is no sentence."""
    plain = written_out(" ".join(text.replace("’", "'").split()), language).strip(" -–—.,;:!")
    leads = _LEADS.get(language)
    if leads is None or "?" in text or len(plain) > told.LONGEST or re.search(r"[{}\[\]<>#*|]|https?:", plain):
        return None
    found = leads.match(plain)
    if not is_reason(plain, language) and not _OF_ONESELF[language].match(plain):
        return None
    said = capitalised(_VERB_SECOND.sub("", plain[found.end() :] if found else plain), language)
    if told.is_private(said, language) or _OF_THE_LETTER[language].search(said):
        return None
    if len(said.split()) < FEWEST_WORDS or not _SUBJECT[language].search(said):
        return None
    turned = to_reader(said, language) if to_them else said
    return _behind(turned, language, is_led=found is not None and bool(found[0])) if turned is not None else None


def is_reason(text: str, language: str) -> bool:
    """Whether it is told as a reason: "because …"."""
    leads = _LEADS.get(language)
    found = leads.match(text) if leads is not None else None
    return found is not None and (language != "de" or re.match(r"(?:weil|da)\b", text[found.end() :]) is not None)


def can_be_said(text: str, language: str) -> bool:
    """Whether a letter to them can say it."""
    return own_reason(text, language) is not None


def _behind(said: str, language: str, *, is_led: bool) -> OwnReason:
    small = said[:1].lower() + said[1:] if not re.match(r"I\b|[A-Z]\w*[A-Z]", said) else said
    if _GOES_ON[language].match(small):
        return OwnReason(small, goes_on=True)
    if language == "en" and is_led:
        return OwnReason(said, goes_on=True)
    return OwnReason(f"{said[:1].upper()}{said[1:]}.", goes_on=False)
