"""What an employer's letter says, and from whom it is.

The sender is never the one who is greeted, and never who signs: it is a house that is known, that stands before the
letter ("Acme: Dear Ana, ..."), in the signature, or behind "at".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.hear import when
from bot.hear.act import Act, Doubt
from bot.hear.clause import Clause, Context, Name
from bot.hear.names import shown_name
from bot.hear.role import Role
from bot.hear.vocabulary import given_names, vocabulary
from bot.hear.vocabulary.letters import UMLAUTS

GREETING = re.compile(
    r"\b(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|hallo|liebe[rs]?|sehr geehrte[rs]?|guten tag)"
    r"[ ,]+(?P<name>[^\n,!:.?\"']{2,50}?)\s*[,!:\n-]",
    re.IGNORECASE,
)
FAREWELL = re.compile(
    r"\b(?:(?:kind|best|warm|many) (?:regards|wishes|thanks)|regards|sincerely|yours (?:faithfully|sincerely|truly)"
    r"|best|cheers|all the best|mit freundlichen grüßen|mit freundlichen gruessen|mfg|(?:viele|liebe|beste) grüße"
    r"|(?:viele|liebe|beste) gruesse|lg|vg)\s*[,\n.!-]?\s*[^\n]{0,60}\W*$",
    re.IGNORECASE,
)
HEAD = re.compile(r"\s{0,9}(?P<name>(?!\s)[^\n:.!?,]{2,40}):\s*(?=\S)")
"""What may stand before a letter: "Acme: Dear Ana, ..."."""
MOST_OF_A_NAME = 4
DECIDING = ("letter_no", "letter_offer", "letter_invitation")


def theirs(context: Context) -> Iterator[Act | Doubt]:
    """What they wrote. A no is full of politeness about "the next steps", so what decides comes first."""
    about = _sender(context)
    text = context.text
    told = {key: clause for key in ACTS if (clause := _saying(key, context)) is not None}
    deciding = [ACTS[key](told[key], context, about) for key in DECIDING if key in told]
    if len(deciding) > 1 and _says_both(told, context):
        yield Doubt(tuple(deciding))
        return
    yield Act("letter", {"about": about, "text": text} if about else {"text": text}, span=text)
    if told:
        first = next((key for key in DECIDING if key in told), next(iter(told)))
        yield ACTS[first](told[first], context, about)


def _saying(key: str, context: Context) -> Clause | None:
    return next((clause for clause in context.clauses if clause.says(key)), None)


def _says_both(told: dict[str, Clause], context: Context) -> bool:
    """Whether a no goes on with something else: "however, we would like to invite you for another position"."""
    no = told.get("letter_no")
    others = [clause for key, clause in told.items() if key in ("letter_offer", "letter_invitation")]
    if no is None or not others:
        return False
    behind = [clause for clause in others if clause.sentence != no.sentence]
    return any(one.says("letter_but") for one in behind) or any(_has_an_hour(one, context) for one in behind)


def _has_an_hour(clause: Clause, context: Context) -> bool:
    told = when.moment(clause, context, past=False)
    return told is not None and told.clock and told.day is not None


# From whom


def without_head(text: str) -> str:
    """The letter without the name that the Person put before it."""
    head = HEAD.match(text)
    return text[head.end() :] if head is not None and GREETING.match(text[head.end() :].lstrip("\"' ")) else text


def _sender(context: Context) -> str | None:
    """The employer that it comes from."""
    names = [name for clause in context.clauses for name in clause.names if name.role is Role.EMPLOYER]
    known = next((name.text for name in names if name.known), None)
    at = (name.text for name in names if _is_behind_at(name, context))
    return _head(context.text) or known or _signature(context.text) or next(at, None)


def _head(text: str) -> str | None:
    body = without_head(text)
    name = text[: len(text) - len(body)].strip(" :\n\"'")
    return shown_name(name) if body != text and _is_name(name) else None


def _is_name(text: str) -> bool:
    """Whether a few words can be the name of a house: no verb in them, and no given name in front."""
    words = [word.casefold().translate(UMLAUTS) for word in re.findall(r"[^\W_]+", text)]
    if not 0 < len(words) <= MOST_OF_A_NAME or any(words[0] in names for names in given_names().values()):
        return False
    meant = [vocabulary(language) for language in ("en", "de")]
    said = ("language", "verb", "common")
    return not all(any(word in one[key].alone for one in meant for key in said) for word in words)


def _signature(text: str) -> str | None:
    """The house in what stands behind "kind regards": "Umbrella Recruiting Team", "Dana Kunz, Lohmann GmbH"."""
    farewell = FAREWELL.search(text)
    if farewell is None:
        return None
    for part in re.split(r"[,\n]", text[farewell.start() :])[1:]:
        name = _without_office(part)
        if name and name[:1].isupper() and _is_name(name):
            return name
    return None


def _without_office(part: str) -> str:
    """Without who signs for it: "Umbrella Recruiting Team" is Umbrella."""
    words = part.strip(" .!\"'").split()
    meant = [vocabulary(language) for language in ("en", "de")]
    keys = ("office_of_house", "team_word", "kind_of_team", "title_word", "agency_word")
    while words and any(words[-1].casefold() in one[key].alone for one in meant for key in keys):
        words = words[:-1]
    return " ".join(words)


def _is_behind_at(name: Name, context: Context) -> bool:
    """Whether a name stands behind "at", "with", "join": not one that is greeted, nor a word that opens a sentence."""
    before = context.text[: name.start].rstrip().rpartition(" ")[2].casefold().strip(" \n")
    return before in BEHIND


BEHIND = frozenset({"at", "with", "join", "joining", "bei", "beim", "from", "von", "in"})


# What they say


def _no(clause: Clause, context: Context, about: str | None) -> Act:
    return clause.act("rejected", about=about)


def _offer(clause: Clause, context: Context, about: str | None) -> Act:
    days = (when.due(one, context) for one in context.clauses if one.says("letter_answer_by"))
    return clause.act("offer", about=about, form="paper", deadline=next(filter(None, days), None))


def _invitation(clause: Clause, context: Context, about: str | None) -> Act:
    moments = (when.moment(one, context, past=False) for one in context.clauses)
    found = next((one for one in moments if one is not None and one.start is not None and one.clock), None)
    return clause.act("invited", about=about, start=found.start if found else None)


def _paused(clause: Clause, context: Context, about: str | None) -> Act:
    return clause.act("paused", about=about, until=when.until(clause, context))


def _request(clause: Clause, context: Context, about: str | None) -> Act:
    return clause.act("heard", about=about, what="request", channel="email")


def _date(clause: Clause, context: Context, about: str | None) -> Act:
    day = when.due(clause, context)
    return clause.act("window_moved", about=about, latest=day) if day else clause.act("asked_to_wait", about=about)


def _wait(clause: Clause, context: Context, about: str | None) -> Act:
    return clause.act("asked_to_wait", about=about)


ACTS = {
    "letter_no": _no,
    "letter_offer": _offer,
    "letter_invitation": _invitation,
    "letter_paused": _paused,
    "letter_request": _request,
    "letter_date": _date,
    "letter_wait": _wait,
}
"""What a letter says, by its words, in the order in which it counts."""
