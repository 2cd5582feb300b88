"""How German says who was there. Data only; names are known by their capitals, and nouns have capitals too."""

from __future__ import annotations

import re

from bot.dialogue.answers.de_patterns import also_without_umlauts, pattern
from bot.dialogue.answers.table import PeopleTable

_TITLE = also_without_umlauts(
    r"(?:c[tefop]os?|hr|vp|(?:[\w-]*(?:gründer|chef|personaler|recruiter|manager|leiter"
    r"|entwickler|ingenieur|designer|kolleg|berater|inhaber"
    r"|partner|mitarbeiter|assistent|analyst|buchhalter|lehrer|professor|pfleger|vorgesetzt"
    r"|vorstand|geschäftsführer|sachbearbeiter|referent"
    r"|spezialist|direktor|redakteur|verkäufer|architekt|betriebsrat|betriebsrät|koch"
    r"|köch)(?:in(?:nen)?|en|n|e|er|es|s)?)"
    r"|[\w-]*(?:leitung|abteilung|team|führung|personal|vertrieb|marketing|einkauf|buchhaltung"
    r"|entwicklung|produkt|rechtsabteilung|leute|person"
    r"|personen|dame|mann|jemand|praktikant(?:in)?|azubi))"
)
_ROLE = r"(?P<role>[^\W\d_][\w/&'’ -]{1,48}?)"
_CAPITAL = r"[A-ZÄÖÜ][\w'’-]+"
_NAME = (
    r"(?P<name>(?:(?:Dr|Prof|Frau|Herrn?|Dipl)\.?(?:-\w+\.?)? )*"
    rf"{_CAPITAL}(?: (?:(?:von|van|de|der|zu|zur|vom|bin|al) )*{_CAPITAL}){{0,2}})"
)
_OF = (
    r"(?:aus|von|vom|ist|als|[–—-])(?: der| dem| die| das| ihrer| ihrem| eine?r?)?|(?:der|die"
    r"|das|ihr|ihre|mein|meine|ein|eine)"
)

PEOPLE = PeopleTable(
    head=pattern(
        r"^\W*(?:(?:nur|hauptsächlich|vor allem|also|na|ich|wir|hab|habe|haben|dabei|da|dort|es"
        r"|waren?|war|mit|sprach|gesprochen|getroffen|ja|das)\b[,: ]*)+"
    ),
    apart=pattern(
        r"\s*(?:;|\n|/|\+|,?\s*\bund\b\s+(?:auch\s+|noch\s+|mit\s+)?|,?\s*&\s*|,?\s*\bsowie\b\s+"
        r"|,\s*)\s*"
    ),
    name_first=re.compile(rf"^{_NAME}\s*(?:\((?P<inside>[^()]{{2,48}})\)|,? ?(?:{_OF}) {_ROLE})?\W*$"),
    role_first=re.compile(
        rf"^(?:(?:[Dd]ie|[Dd]er|[Dd]as|[Dd]em|[Dd]en|[Ii]hre?[rm]?|[Mm]eine?[rm]?"
        rf"|[Ee]ine?[rm]?) )?{_ROLE}(?<! des)(?<! der)(?<! vom)(?<! im)(?<! von)(?<! für)(?<! aus),? {_NAME}\W*$"
    ),
    counted=pattern(
        r"^(?:eine?[rmn]?|zwei|drei|vier|noch|ein paar|jemand|andere|der|die|das|dem|den"
        r"|ihre?[rm]?)\b"
    ),
    nameless=pattern(
        rf"^(?:eine?[rmn]?|zwei|drei|vier|ein paar|der|die|das|dem|den|ihre?[rm]?|noch|jemand(?:em"
        rf"|en)?)\b.*|^(?:[\w-]+ ){{0,3}}{_TITLE}$"
    ),
    no_name=pattern(
        r"\d|[?]|\b(?:ich|sie|er|es|wir|ihr|man|war|waren|ist|sind|bin|hat|haben|sehr|nett|toll"
        r"|gut|weiß|nicht|mehr|namen?|keine?r?|niemand"
        r"|alle|beide|was|wer|warum|heute|morgen|gestern|nächste\w*|ja|nein)\b"
    ),
    role_alone=pattern(rf"^(?:(?:der|die|das|ihre?|mein|meine|die ist|der ist)\b.*|(?:[\w-]+ ){{0,3}}{_TITLE}\b.*)"),
    article=pattern(r"^(?:(?:die|der|das) ist )?(?:(?:der|die|das|dem|den|ihre?[rm]?|meine?[rm]?|eine?[rm]?) )?"),
    role_end=pattern(r"\s+(?:in|im|bei|beim|für|während|dabei|gesprochen|da|dort|getroffen)\b.*$"),
    titles=pattern(rf"\b{_TITLE}\b"),
)
