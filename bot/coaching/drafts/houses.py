"""Employers as a letter names them: without the form of the firm, and in German with the article that belongs to it."""

from __future__ import annotations

import re

from bot.hear.naming.kinds import is_stand_in

_FORM = re.compile(
    r"(?:,? (?:g?GmbH|mbH|AG|SE|KG(?:aA)?|eG|e\. ?V\.|eV|OHG|UG|& Co\.?(?: KG(?:aA)?)?|Ltd\.?|Limited|plc|PLC|LLC|LLP"
    r"|Inc\.?|Corp\.?|S\.A\.|B\.V\.|N\.V\.)){1,3}$"
)
_ARTICLE = re.compile(r"^(?:die|der|das|dem|den) (?=\S)", re.IGNORECASE)
_HER = re.compile(
    r"(?:post|bank|sparkasse|bahn|stadt|stadtverwaltung|gemeinde|kanzlei|klinik|praxis|schule|hochschule|universität|uni|bäckerei"
    r"|agentur|stiftung|behörde|verwaltung|kita|apotheke|bibliothek|polizei|feuerwehr|brauerei|werkstatt|charité)",
    re.IGNORECASE,
)
"""Words for houses that are feminine: "bei der Post"; the others are named without an article, or with "dem"."""
_IT = re.compile(
    r"\w{0,30}(?:amt|haus|hotel|theater|museum|ministerium|institut|zentrum|büro|werk|dienst)"
    r"|landkreis|verlag|verein|verband|zoo|flughafen|hort|kindergarten",
    re.IGNORECASE,
)


def named(employer: str) -> str:
    """Without the form of the firm: "DATEV eG" is "DATEV"."""
    return _FORM.sub("", employer).strip() or employer


def at(employer: str, language: str) -> str:
    """ "At Northwind", "bei Northwind", "bei der Post", "beim Bezirksamt Lichtenberg"."""
    name = named(employer)
    if language != "de":
        return f"at {name}"
    told = _ARTICLE.match(name)
    bare = name[told.end() :] if told else name
    first = re.split(r"[ -]", bare)[0]
    if bare.startswith("Deutsche "):
        return f"bei der Deutschen {bare.removeprefix('Deutsche ')}"
    if first.casefold() == "stadtwerke":
        return f"bei den Stadtwerken{bare[len(first) :]}"
    if _IT.fullmatch(first) or (told is not None and is_stand_in(name) and told[0] in ("der ", "das ")):
        return f"beim {bare}"
    is_her = (
        is_stand_in(name)
        or _HER.fullmatch(first)
        or (told is not None and told[0].lower().strip() == "die" and bool(_HER.search(bare)))
    )
    return f"bei der {bare}" if is_her else f"bei {bare}"
