"""How English says who was there. Data only; names are known by their capitals."""

from __future__ import annotations

import re

from bot.dialogue.answers.patterns import pattern
from bot.dialogue.answers.table import PeopleTable

_TITLE = (
    r"(?:c[tefop]os?|hr|vp|(?:co-?)?founders?|boss|bosses|recruiters?|managers?|directors?|heads?|leads?|developers?"
    r"|engineers?|designers?|colleagues?|consultants?|owners?|partners?|people|persons?|team|lady|guys?"
    r"|someone|somebody"
    r"|assistants?|analysts?|accountants?|marketing|sales|finance|engineering|product|operations|legal|talent"
    r"|professors?|teachers?|nurses?|doctors?|chefs?|supervisors?|officers?|specialists?|president|principal)"
)
_ROLE = r"(?P<role>[^\W\d_][\w/&'’ -]{1,48}?)"
_NAME = (
    r"(?P<name>(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?[A-Z][\w'’-]+(?: (?:(?:van|de|der|von|la|da|di|bin"
    r"|al) )*[A-Z][\w'’-]+){0,2})"
)
_OF = r"(?:from|who(?:['’]s| is)|is|as|[–—-])(?: the| an?| our| their| my)?|(?:the|our|their|my|an?)"

PEOPLE = PeopleTable(
    head=pattern(
        r"^\W*(?:(?:just|only|mostly|mainly|well|i|we|met|saw|spoke|talked|to|with|it was|there (?:was|were)"
        r"|interviewed by|a panel(?: of)?|yes)\b[,: ]*)+"
    ),
    apart=pattern(r"\s*(?:;|\n|/|\+|,?\s*\band\b\s+(?:also\s+)?|,?\s*&\s*|,\s*|\bplus\b)\s*"),
    name_first=re.compile(rf"^{_NAME}\s*(?:\((?P<inside>[^()]{{2,48}})\)|,? ?(?:{_OF}) {_ROLE})?\W*$"),
    role_first=re.compile(rf"^(?:(?:[Tt]he|[Tt]heir|[Oo]ur|[Mm]y|[Aa]n?) )?{_ROLE},? {_NAME}\W*$"),
    counted=pattern(r"^(?:an?|one|two|three|four|some|another|someone|somebody)\b"),
    nameless=pattern(
        rf"^(?:an?|one|two|three|four|some|the|their|another|someone|somebody)\b.*|^(?:[\w-]+ ){{0,3}}{_TITLE}$"
    ),
    no_name=pattern(
        r"\d|[?]|\b(?:i|the|called|phoned|wrote|sent|thanked|e-?mailed|asked|told|she|he|they|it|we|you|was|were|is|are|am|my|really|very|nice|great|good|do|don['’]?t"
        r"|remember|names?"
        r"|yes|not?|none|nobody|everyone|all|both|what|who|why|talk|next|today|tomorrow|yesterday)\b"
    ),
    role_alone=pattern(rf"^(?:(?:who(?:['’]s| is) )?(?:the|our|their|my|head|vp)\b.*|(?:[\w-]+ ){{0,3}}{_TITLE}\b.*)"),
    article=pattern(r"^(?:who(?:['’]s| is) )?(?:(?:the|their|our|my|an?) )?"),
    role_end=pattern(r"\s+(?:at|in|on|for|about|during)\b.*$"),
    titles=pattern(rf"\b{_TITLE}\b"),
)
