"""Whether somebody speaks of dying. This stands before everything else that is heard.

A figure of speech ("I'm dying to know", "this job is killing me") is not that; in doubt it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

ENGLISH = (
    r"\b(want|wants|wanna|wish|wanted|ready|rather|going|gonna|prefer|like|time|decided|plan|planning|deserve|about"
    r"|need)"
    r"( to| of)?( just| simply| really)* (die|be dead|not (be alive|exist|wake up)|disappear for ever)\b"
    r"|\b(kill|killing|hang|hanging|shoot|shooting|drown|drowning|hurt|hurting|harm|harming|cut|cutting"
    r"|poison) myself\b"
    r"|\bunalive myself\b|\bself[- ]?harm\w*|\btake my (own )?life\b|\b(end|ending|ended) (it all|my (own )?life"
    r"|everything)\b"
    r"|\b(thinking|thought|think|dream(ing)?) (of|about) (death|dying|suicide)\b|\bcommit(ting)? suicide\b"
    r"|\bsuicidal\b"
    r"|\b(my|about|of|consider\w*|want) suicide\b"
    r"|\b(no|any|a|without) (reason|point|sense|will) (in |to |for |of )?(to )?(live|living|be(ing)? alive"
    r"|go(ing)? on living)\b"
    r"|\bnothing (left )?to live for\b|\b(don'?t|do not|no longer|didn'?t) (want|wish) to (live|be alive"
    r"|be here any ?more"
    r"|exist|wake up)\b|\bnot want to (live|be alive|wake up)\b|\bcan'?t (go on )?liv(e"
    r"|ing)( like this)?( any ?more)\b"
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
    r"|\b(point|sense|reason|use) (in|of|to|for) (carry|carrying|keep going|keeping going|going on|go on|being here"
    r"|be here|staying|life|any of it$|existing|being around)\b( on\b)?"
    r"|\b(see|know|idea|tell me|wonder) why i should (still )?(be )?(alive|live|around|here|exist|wake up)\b"
    r"|\bwhy i should (still|even|ever)? ?(be )?(alive|live|around|exist|wake up)\b"
    r"|\b(see|there is|there'?s|is) (no|the|any) point\b.{0,25}\b(any of (it|this)|in anything|with life)\b"
    r"|\b(think|thinking|thought|thoughts) (about|of) (just )?ending (it|things|everything|my)\b"
    r"|\b(want|wanted|going|gonna|ready|decided|plan|planning) to end (it|things|everything)\b(?! with (them|acme))"
    r"|\b(look|looking|stare|staring|looked|stared) at (the|my|all the|these|those) (pills|tablets|blade|rope"
    r"|razor)\b"
    r"|\b(took|take|taking|got|have|saved|counted|holding) (out )?((all|some|enough|the|my|these|a) )*(sleeping )?"
    r"(pills|tablets)\b(?! (for|to the|from the (doctor|gp)))"
    r"|\b(driv(e|ing)|steer(ing)?|walk(ing)?|step(ping)?|go(ing)?|jump(ing)?) (myself |my car |the car )?(straight )?"
    r"(off|into|in front of|out in front of) (the|a|that|this|oncoming)? ?(bridge|tree|wall|river|sea|traffic"
    r"|train|lorry"
    r"|truck|cliff|canal)\b"
    r"|\b(disappear|vanish|be gone|go away) (for good|for ever|forever)\b|\b(go to|fall a) ?sleep and (not"
    r"|never) wake\b"
    r"|\b(nobody|no one|noone|who|anyone|anybody) would( even| ever)? (notice|miss me|care|mind) if i (was|were|am|"
    r"wasn'?t|disappeared|died|went)\b|\bif i (was|were) (gone|dead|not here)\b|\bwithout me (here|around)\b"
    r"|\b(world|family|kids|everyone|they|all)('d| would| are| is)? (be )?better (off )?without me\b"
    r"|\b(don'?t|do not|no longer|not) (want|wish|care) to (still )?(be (around|alive|here)"
    r"|go on)( any ?more)?(?= ?$|[.!,])"
    r"|\b(had enough|tired|sick|done) (of|with) (this )?(life|living|existing|being here)\b"
    r"|\bcan'?t (go|carry) on (with life|living|any ?more)(?= ?$|[.!,])"
    r"|\b(hope|hoping|wish|wishing|pray|praying|want|rather|better) (that )?(i )?(to )?(don'?t|didn'?t"
    r"|wouldn'?t|won'?t|"
    r"not|never|just not|just don'?t) (ever )?(wake|woke|waking) up\b|\bnever (wake|waking) up( again)?\b"
    r"|\b(sleep|sleeping) for ?ever\b|\b(i am|i'?m|just|only) (such |nothing but )?a burden\b"
    r"|\b(goodbye|suicide|farewell) (letter|letters|note|notes)\b|\bsaid my (last )?goodbyes?\b"
    r"|\b(not|isn'?t|n'?t) (meant|made|built|cut out) for (this )?(life|world|living)\b|\bleav(e"
    r"|ing) this (world|life)\b"
    r"|\b(give|giving|given|gave) up on (life|living)\b|\b(what|who) am i (even )?(living|alive) for\b"
    r"|\bwhy am i (even |still )+(alive|here|living)\b|\b(what'?s|what is) the point (of|in) (me|living|life"
    r"|being here)\b"
    r"|\b(make|want) (it|it all|everything|all of it|this) (to )?(just )?stop for (good|ever)\b"
    r"|\b(rope|noose|razor blades?|my wrists?)\b|\b(on|to) the (railway |train )?tracks\b|\b(the|a"
    r"|that) bridge (and|is|looks)"
    r"|\b(life|living) (is|feels|seems) (so |just |all )?(pointless|worthless|meaningless|over|not for me"
    r"|unbearable)\b"
    r"|\bmy life (is|feels) (over|worthless|pointless|meaningless)\b|\b(don'?t|not|no longer) (want"
    r"|wanna) (to )?(live|exist)"
    r"|\b(don'?t|not) want (this|my|to have this|a) life( any ?more)?\b|\bbe dead (already|by|soon|than)?\b(?! to me)"
    r"|\bi (could|should|might|may) (just |as well )*(end it|die|be dead)\b(?! (of|from|with|for|to))"
    r"|\b(hurt|hurting|harm|harming|cut|cutting|burn|burning) (my arms?|myself again|my legs?)\b"
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
    r"|\b(an|dran|daran|darüber|davon)\W{1,3}(\w+ ){0,2}schluss zu machen\b|\bmit (allem|dem leben) schluss\b"
    r"|\b(mein|das|dieses) (ganze )?leben (\w+ ){0,2}(keinen|kein|sinnlos|nicht mehr wert)\b"
    r"|\b(kein|keinen) sinn mehr (im|am|in meinem) leben\b|\b(tabletten|pillen|schlaftabletten) (hier|da"
    r"|zu ?hause|genug"
    r"|vor mir|bereit|im schrank|gesammelt|genommen|in der hand)\b"
    r"|\b(hab|habe|nehme|nehm|genug|alle|die) (alle |genug |die |meine )?(tabletten|pillen"
    r"|schlaftabletten)\b(?! (für|gegen))"
    r"|\b(gar |einfach )?(nicht|nimmer|nimma) mehr (da|hier|auf der welt) (wär|wäre|bin|sein)\b"
    r"|\b(nicht|gar nicht|nimmer) mehr (da|hier) (wär|wäre|wäre ich)\b|\b(nimmer|nimma) (leben|aufwachen|da sein)\b"
    r"|\b(niemand|keiner|kein mensch) (würde|würd|tät) (\w+ ){0,3}(merken|vermissen|auffallen)\b"
    r"|\b(vermisst|vermissen) (mich|würde mich) (eh |sowieso |doch )?(keiner|niemand)\b"
    r"|\b(für immer|einfach) (weg|verschwunden) sein\b|\bfür immer verschwinden\b"
    r"|\b(wozu|warum|wofür) (\w+ )?(noch|überhaupt) (leben|weiterleben|am leben)\b"
    r"|\bwarum ich (überhaupt )?noch (lebe|da bin|hier bin|am leben)\b"
    r"|\b(gegen|vor) (einen|den|nen|die|eine) (baum|zug|wand|mauer|s-bahn|u-bahn|lkw) (fahre|fahren|werfe"
    r"|werfen|laufe"
    r"|laufen|springen|springe|schmeiße)\b|\bmir (was|etwas) an(zu)?tun\b|\bes allen leichter (machen|ohne mich)\b"
    r"|\babschiedsbriefe?\b|\b(nie|niemals|nicht) (wieder|mehr) aufwach\w*|\b(lust|bock|kraft|grund"
    r"|mut) (mehr )?(zu|zum|am"
    r"|aufs|auf das|auf dieses|fürs|für das) (zu )?leben\b|\bwofür lebe? ich\b|\bwozu lebe? ich\b|\b(wär"
    r"|wäre) (ich )?(doch |nur |"
    r"lieber |schon |besser )*tot\b|\b(aus|von) (dieser|der) welt (gehen|verschwinden|weg)\b|\b(nur|bloß"
    r"|bin) (noch )?(eine )?last "
    r"für (alle|meine)\b|\b(mich|mir) (selbst |wieder |die arme? )?(geritzt|aufgeschnitten|verletzt|verletzen"
    r"|weh ?tun)\b"
    r"|\b(strick|rasierklingen?)\b|\b(auf|von) (der|einer|die) brücke (steh|stehe|gestanden|spring|geh)"
    r"|\b(mag|will|kann|möchte) (einfach )?(nimmer|nimma|nicht mehr) (leben|weiterleben|existieren|da sein)\b"
    r"|\b(ohne mich) (ist|wär|wäre|sind|wären|geht)\b.{0,25}\bbesser\b|\b(besser|leichter) (dran )?ohne mich\b"
    r"|\bes (wär|wäre) (vielleicht |wohl )?(besser|leichter|egal),? wenn (ich|es mich)\b|\bmein leben (beenden"
    r"|zu ende|ist vorbei"
    r"|wegwerfen|nicht mehr)\b|\b(das|diesem|mit dem) leben (beenden|abgeschlossen|fertig|ein ende)\b"
    r"|\b(einschlafen|schlafen) und nicht"
    r"|\bwelchen sinn hat (das|mein) leben\b|\btabletten (zähle|zählen|gezählt|geschluckt|schlucken)\b"
)
FIGURES = (
    r"\b(phone|battery|laptop|tablet|car|signal|wifi|plant|handy|akku)\b[^.!?]{0,25}\b(die|dying|dead|died"
    r"|sterben)\b|"
    r"\b(die|dying|dead|died|tot|sterben)\b (of|from|with|laughing|to|for|inside|vor) ?(embarrass\w*|shame|boredom"
    r"|laugh\w*"
    r"|curiosity|happiness|joy|hunger|heat|cringe|lachen|scham|neugier|langeweile|hunger|know|hear|see|meet|out"
    r"|find)?"
    r"|\b(rather|lieber) (die|sterben) (than|als)\b|\bwant(ed)? to (die|disappear) (when|right there|on the spot"
    r"|in that moment)\b"
    r"|\b(could|should|would|might)('?ve| have) (\w+ )?killed myself\b"
    r"|\b(could|might|könnte) (kill myself|mich umbringen),? (for|that|because|over|dass|weil)\b"
    r"|\bkill(ed|ing)? myself (for|over|with|to|trying|working|preparing|studying|laughing)\b"
    r"|\b(isn'?t|is not|not|nicht) (really |at all )?(suicidal|lebensmüde)\b|\b(career|political|social|professional"
    r"|commercial"
    r"|financial)(ly)? suicid\w*|\b(hurt|cut) myself (shaving|cooking|slicing|at the gym|chopping|playing|running)\b"
)


WORD = re.compile(r"\b\w\w?")
MARKS = str.maketrans("\N{RIGHT SINGLE QUOTATION MARK}`\N{ACUTE ACCENT}", "'''")


@cache
def _phrases() -> Mapping[str, re.Pattern[str]]:
    """The phrases by the letters that they begin with: all of them at every word take a tenth of a turn."""
    found: dict[str, list[str]] = {}
    for phrase in _apart(ENGLISH + GERMAN):
        for letters in _begin(phrase.removeprefix(r"\b")):
            found.setdefault(letters, []).append(phrase)
    return {letters: re.compile("|".join(phrases)) for letters, phrases in found.items()}


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(FIGURES)


def _apart(pattern: str) -> list[str]:
    """The alternatives of a pattern: what stands between bars outside all brackets."""
    parts, depth = [""], 0
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _begin(pattern: str) -> set[str]:
    """What a pattern may begin with: the first two letters of a word, or of each alternative in a bracket; one letter
    where the second is not sure."""
    if not pattern.startswith("("):
        is_sure = pattern[1:2].isalpha() and pattern[2:3] not in ("?", "*", "{")
        return {pattern[:2] if is_sure else pattern[0]}
    end = next(at for at in range(1, len(pattern)) if pattern[: at + 1].count("(") == pattern[: at + 1].count(")"))
    behind = pattern[end + 1 :]
    letters = set().union(*map(_begin, _apart(pattern[1:end])))
    return letters | _begin(behind[1:]) if behind.startswith("?") else letters


def speaks_of_dying(text: str) -> bool:
    """Whether somebody who writes this may be in danger."""
    plain = text.translate(MARKS).lower()
    return _says_so(plain) and _says_so(_figures().sub(" ", plain))


def _says_so(text: str) -> bool:
    phrases = _phrases()
    for word in WORD.finditer(text):
        letters = word.group()
        for phrase in (phrases.get(letters), phrases.get(letters[0])):
            if phrase is not None and phrase.match(text, word.start()) is not None:
                return True
    return False
