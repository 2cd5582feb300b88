"""What a no gave as its reason, without the phrases of every no and without what the Person says of it themselves."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n|,\s+(?=(?:but|and they|aber)\b)|(?<=['\"“”])\s+(?=blah)")
_REASON = re.compile(
    r"\b(?:because|as (?:i|they|you)|more (?:\w+ ){0,3}experience\w*|experience (?:with|in)|too (?!bad)\w+|lack\w*"
    r"|missing|not enough|deeper|stronger (?:in|on|with)|closer (?:match|to)|should have|could have"
    r"|didn'?t (?:have|show|ask|answer|give)|weil|da ich|mehr (?:\w+ ){0,2}erfahrung|erfahrung (?:mit|in)|fehlt\w*"
    r"|zu (?:lang|kurz|leise|jung|alt|wenig|viel|teuer|unkonkret)\w*|mir (?:die|das|der)|nicht genug|hätte\w*"
    r"|gehaltsvorstellung\w*|feedback)\b",
    re.IGNORECASE,
)
"""What tells why: something to learn from, or to know."""
_STOCK = re.compile(
    r"\b(?:(?:another|other|different) (?:candidates?|persons?|applicants?)|some(?:one|body) (?:else|internal)"
    r"|internal(?:ly)?|strong (?:field|candidates?)|many (?:strong|good|qualified|great)"
    r"|high(?:est)? (?:calib\w+|standard|quality)"
    r"|not (?:to )?(?:proceed|progress|move)|mov\w+ (?:forward|on)|not be (?:taking|moving|progressing)|unfortunately"
    r"|regret|on file|all the best|best of luck|careful consideration|(?:been|was|is) filled|on this occasion"
    r"|not the right fit|isn'?t a fit|not a (?:good )?(?:fit|match)|keine zusage|absage|abgesagt|standard\w*"
    r"|ander(?:e|en|er|em) (?:kandidat|bewerber|person|frau|mann)\w*|jemand(?:en|em)? (?:ander|intern)\w*|anderweitig"
    r"|leider|bewerberfeld|viele \w*(?:gute|starke|qualifizierte)\w*|reiflicher|alles gute|viel erfolg|weiteren weg"
    r"|intern (?:besetzt|vergeben|entschieden)|interne\w* (?:kandidat|bewerber)\w*"
    r"|nicht (?:weiter )?(?:berücksicht\w+|passen\w*))\b",
    re.IGNORECASE,
)
"""Phrases of every no: they tell nothing of why."""
_OWN = re.compile(
    r"\b(?:(?:kinda|kind of|sorta|i) (?:knew|guess|think|feel|felt|cried)|knew it|blah|whatever|gutted|cried|crying|lol"
    r"|meh|ugh|oh well|(?:hab|habe|wusste|dachte) (?:ich|ichs|es)(?: mir)?|bla ?bla|bla|egal|tja|geheult|geweint|na ?ja"
    r"|schade)\b",
    re.IGNORECASE,
)
"""What the Person says of it themselves."""


def given_reason(told: str) -> str:
    """The sentences that tell why, word for word; empty where there are none."""
    sentences = [sentence for sentence in _SENTENCE.split(told) if sentence]
    kept = [sentence.strip() for sentence in sentences if _tells(sentence)]
    return told.strip() if len(kept) == len(sentences) else " ".join(kept).strip(" ,;")


def _tells(sentence: str) -> bool:
    if _REASON.search(sentence):
        return True
    return re.search(r"\w{2}", sentence) is not None and not (_STOCK.search(sentence) or _OWN.search(sentence))
