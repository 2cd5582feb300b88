"""Whether somebody speaks of dying. This stands before everything else that is heard.

A figure of speech ("I'm dying to know", "this job is killing me") is not that; in doubt it is.
"""

from __future__ import annotations

import re
from functools import cache

ENGLISH = (
    r"\b(want|wants|wanna|wish|wanted|ready|rather|going|gonna|prefer|like|time|decided|plan|planning|deserve|about"
    r"|need)"
    r"( to| of)?( just| simply| really)* (die|be dead|not (be alive|exist|wake up)|disappear for ever)\b"
    r"|\b(kill|killing|hang|hanging|shoot|shooting|drown|drowning|hurt|hurting|harm|harming|cut|cutting"
    r"|poison) myself\b"
    r"|\bunalive myself\b|\bself[- ]?harm\w*|\btake my (own )?life\b|\b(end|ending|ended) (it all|my (own )?life"
    r"|everything)\b"
    r"|\b(thinking|thought|think|dream(ing)?) (of|about) (death|dying|suicide)\b|\bcommit(ting)? suicide\b|\bsuicidal\b"
    r"|\b(my|about|of|consider\w*|want) suicide\b"
    r"|\b(no|any|a|without) (reason|point|sense|will) (in |to |for |of )?(to )?(live|living|be(ing)? alive"
    r"|go(ing)? on living)\b"
    r"|\bnothing (left )?to live for\b|\b(don'?t|do not|no longer|didn'?t) (want|wish) to (live|be alive"
    r"|be here any ?more"
    r"|exist|wake up)\b|\bnot want to (live|be alive|wake up)\b|\bcan'?t (go on )?liv(e|ing)( like this)?( any ?more)\b"
    r"|\b(better|be better|better off|wish i (was|were|am)) dead\b|\bbetter off without me\b|\bwish i('d"
    r"| had)? (was |were )?never"
    r" (been )?born\b|\b(jump|jumping|throw(ing)? myself) (off|from|out of|in front of|under) (a |the )?(bridge|roof"
    r"|train"
    r"|window|building|balcony|tram|bus)\b|\boverdos(e|ing)\b|\b(tired|sick) of (living|being alive|life)\b"
    r"|\blife (isn'?t|is not|is no longer) worth (it|living)\b"
    r"|\b(point|sense) (of|in) (living|staying alive)\b|\bbeing alive\b|\bdone with (life|living)\b"
    r"|\bi (just )?want it all to (end|stop)\b"
    r"|\b(counting|saving( up)?|swallow(ing)?|take|took) (the|my|all (the|my)) (pills|tablets)\b"
    r"|\b(easier|better) if i (was|were) (gone|not (here|around))\b|\b(if|that) i did not wake up\b"
)
GERMAN = (
    r"|\b(will|möchte|moechte|wollte|würde gerne?|lieber|am liebsten)\b[\w ]{0,20}\b(sterben|tot sein)\b"
    r"|\b(will|möchte|moechte|kann|mag) nicht mehr (leben|da sein|aufwachen|weiterleben)\b|\bmich um(zu)?bringen\b"
    r"|\bbringe? mich um\b|\bmir (selbst )?das leben (zu )?nehmen\b|\b(nehme|nahm) mir das leben\b|\bselbstmord\w*"
    r"|\bsuizid\w*"
    r"|\bkeine?n? (grund|sinn)( mehr)? (zu|im|zum) leben\b|\b(allem|meinem leben) ein ende (machen|setzen|zu)\b"
    r"|\bwäre? (lieber |besser )?tot\b|\blebensmüde\b"
    r"|\b(will|möchte|moechte|mag) (einfach )?(nicht mehr (sein|aufwachen)|für immer (weg sein|verschwinden))\b"
    r"|\bnicht mehr leben (will|möchte|moechte|mag)\b|\bich will nicht mehr\W*$|\büberdosis\b"
    r"|\bmich (aufhängen|erhängen|töten|ritzen|selbst verletzen|vor den zug (werfen|schmeißen))\b"
    r"|\b(vom|von der|aus dem) (dach|brücke|fenster|balkon) springen\b"
    r"|\bohne mich (wäre|sind|wären) (es|alle|sie) besser dran\b|\bdas leben hat keinen sinn\b"
    r"|\bwill (einfach |nur )?,? ?dass (es|alles) (endlich )?(aufhört|aufhoert|vorbei ist)\b|\bfertig mit dem leben\b"
    r"|\bwelchen sinn hat (das|mein) leben\b|\btabletten (zähle|zählen|gezählt|geschluckt|schlucken)\b"
)
FIGURES = (
    r"\b(die|dying|dead|died|tot|sterben)\b (of|from|with|laughing|to|for|inside|vor) ?(embarrass\w*|shame|boredom"
    r"|laugh\w*"
    r"|curiosity|happiness|joy|hunger|heat|cringe|lachen|scham|neugier|langeweile|hunger|know|hear|see|meet|out|find)?"
    r"|\b(rather|lieber) (die|sterben) (than|als)\b|\bwant(ed)? to (die|disappear) (when|right there|on the spot"
    r"|in that moment)\b"
    r"|\b(could|should|would|might)('?ve| have) (\w+ )?killed myself\b"
    r"|\b(could|might|könnte) (kill myself|mich umbringen),? (for|that|because|over|dass|weil)\b"
    r"|\bkill(ed|ing)? myself (for|over|with|to|trying|working|preparing|studying|laughing)\b"
    r"|\b(isn'?t|is not|not|nicht) (really |at all )?(suicidal|lebensmüde)\b|\b(career|political|social|professional"
    r"|commercial"
    r"|financial)(ly)? suicid\w*|\b(hurt|cut) myself (shaving|cooking|slicing|at the gym|chopping|playing|running)\b"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    phrases = ENGLISH + GERMAN
    return re.compile(phrases, re.IGNORECASE), re.compile(FIGURES, re.IGNORECASE)


def speaks_of_dying(text: str) -> bool:
    """Whether somebody who writes this may be in danger."""
    phrases, figures = _patterns()
    plain = re.sub(r"[’`´]", "'", text)
    return phrases.search(figures.sub(" ", plain)) is not None
