"""What is not as it should be with them: a letter never names it, and offers at most to work on the thing itself."""

from __future__ import annotations

import re

from bot.coaching.drafts.forms import Form, Told
from bot.hear.bounded import bounded


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(bounded(rf"\b(?:{'|'.join(patterns)})\b"), re.IGNORECASE)


_BLEMISHES = {
    "en": _any(
        r"(?:nobody|no one|only one (?:person|of))(?! (?:has|needs) to)",
        r"never(?! (?:have|has) to)|no longer|mess|messy|chaos|chaotic",
        r"mistakes?|errors?|broken|turnover|problems?|backlog|outages?|unused|outdated|fail\w{0,10}",
        r"clos(?:ing|ed?) (?:down|\w+ (?:branch|shop|site|office|store)\w*)|(?:cut|cutting|axed?|axing)",
        r"lay(?:ing)? off|layoffs?|laid off|redundanc\w+|los(?:t|ing|es?|s)|struggl\w+",
        r"(?:short|under)-?staffed|short of|shortages?|overwork\w+|overtime|overrun|missing|lacks?|lacking|delay\w*",
        r"(?:is|are|was|were|running|weeks|months) behind|late|slow|stress\w*|pressure|complain\w*|lawsuits?|debts?",
        r"strikes?|sick|illness|quit|resign\w*|burn\w*out|walked out|(?:has|have|had|people|staff) left",
        r"worr(?:y|ies|ied)|difficult|hard to|don't (?:have|know)|doesn't (?:have|work)|can't|cannot|old-fashioned",
        r"worn|leak\w*|old (?:software|systems?|machines?|website|kit|tools?)",
    ),
    "de": _any(
        r"nur eine[rm]?",
        r"niemand\w{0,3}(?![^.,]{0,50} muss\b)|keine[nrms]?|nie|nicht mehr|chaos|chaotisch\w{0,3}|durcheinander",
        r"fehlern?|fluktuation|kündig\w{0,8}|gekündigt|\w{0,20}probleme?n?|unordnung|rückst[aä]nde?n?|ausf[aä]lle?n?",
        r"kaputt\w{0,3}|veraltet\w{0,3}|schließ\w{1,5}|geschlossen|kürz\w{1,6}|abbau\w{0,3}|abgebaut|entlass\w{0,6}",
        r"verlier\w{0,3}|verloren|fehl(?:t|en)|unterbesetzt|überstunden|krank(?!enh|ens|enp)\w{0,8}|stress\w{0,4}|verspät\w{0,8}",
        r"langsam\w{0,3}|beschwer\w{0,8}|schulden|streik\w{0,3}|druck|\w{0,20}mangels?|engp[aä]ss\w{0,3}|hinterher",
        r"schwierig\w{0,3}|überlast\w{0,6}|sorgen|undicht\w{0,3}",
        r"alte[nrs]? (?:software|systeme?|technik|maschinen?|webseite|website)",
    ),
}
_ADJECTIVES = {
    "en": _any(r"(?:outdated|unused|broken|messy|chaotic|old-fashioned|slow|worn|leaky|old) "),
    "de": _any(r"(?:veraltet|kaputt|chaotisch|langsam|undicht|alt)\w{1,3} "),
}
_RELATIVE = {
    "en": re.compile(r",| (?:that|which|who|where|nobody|no one|with|without|because|since)\b"),
    "de": re.compile(r","),
}
_LEFT_UNDONE = {
    "en": re.compile(
        r"(?:nobody|no one) [a-z]{3,12} (?P<thing>(?:the|your|their) [\w-]{3,30}(?: [\w-]{3,30})?)$", re.IGNORECASE
    ),
    "de": re.compile(
        r"dass niemand (?P<thing>(?:das|die|den|ihre?n?|eure?n?) [\w-]{3,30}) [a-zäöüß]{3,15}$", re.IGNORECASE
    ),
}
"""A clause of a thing that nobody does anything with: "nobody opens your dashboard"."""
_OVER = "über "
_NAMED = re.compile(r"(?:the|your|their|an?|das|die|den|ihre?n?|eure?n?|eine?n?) ", re.IGNORECASE)
_MAY_BE_NAMED = re.compile(r"\bbacklog\b", re.IGNORECASE)
"""A fault by its name that is only work to be done."""


def is_blemish(told: Told, language: str) -> bool:
    """Whether what they told is a fault of theirs."""
    pattern = _BLEMISHES.get(language)
    return pattern is not None and pattern.search(told.text) is not None


def work_in(told: Told, language: str) -> str | None:
    """The thing to work on, without its fault: "the dashboard that nobody opens" is "the dashboard".

    None where nothing is left that can be named.
    """
    text = told.text.removeprefix(_OVER)
    left_undone = _LEFT_UNDONE[language].match(text)
    if left_undone is not None:
        return left_undone["thing"]
    if told.form is not Form.THING or not _NAMED.match(text):
        return None
    bare = _ADJECTIVES[language].sub("", _RELATIVE[language].split(text, maxsplit=1)[0])
    is_still = _BLEMISHES[language].search(bare) and not _MAY_BE_NAMED.search(bare)
    return None if is_still or " " not in bare else bare
