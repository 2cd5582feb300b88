"""A whole letter, pasted: whose it is, and what it says.

One of the Person's own is checked. One from the employer is read for what it says; when it says two things, or it is
not clear from whom it is, the Person is asked, and nothing is kept before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.dialogue import contact, endings, offers, own_words
from bot.dialogue.happening_dates import day_in
from bot.dialogue.happening_keeping import keep_event, told
from bot.dialogue.happening_requests import what_in
from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Talk
from bot.dialogue.which import CAPITALISED, is_employer, is_organisation, named_in, none_button
from bot.hear.times import WindowRead
from storage.facts import EventType, Opportunity

FEWEST_WORDS = 12
"""What is shorter is a sentence of the Person's, whatever it begins with."""
_GREETING = re.compile(
    r"^(?:(?![^\n:]*\b(check|this|ok|okay|right|good|look|draft|my|mein)\b)(?P<sender>[^\n:]{2,40}):\s*)?"
    r"\W*(dear|hi|hello|hey|good (morning|afternoon|evening|day)|hallo|liebe[rs]?|sehr geehrte[rs]?|guten tag)"
    r"[ ,]+(?P<name>[^\n,!:]{2,50}?)\s*(?=[,!:\n–—-])",
    re.IGNORECASE,
)
_SENDER = re.compile(rf"(?:^|\b(?:from|von) )(?P<name>{CAPITALISED})$")
_TEAM = re.compile(rf"(?:[Tt]he )?({CAPITALISED}?)(?: (?i:talent|recruit\w+|hiring|people|hr|acquisition))* (?i:team)")
"""How a firm signs: "Umbrella Recruiting Team"."""
_FROM_US = re.compile(
    rf"\b(?:behalf of|joining|here at|application (?:to|with|at)|(?:position|role|job|team) at) (?P<name>{CAPITALISED})"
)
_REGARDS = re.compile(
    r"(?m)^\W*((kind|best|warm|many|with)( kind| best| warm)? (regards|wishes|thanks)|regards|best|sincerely"
    r"|yours( \w+)?"
    r"|cheers|thanks|thank you|all the best|mit freundlichen grüßen|(viele|liebe|beste) grüße)\b[^\n]{0,20}$",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\byour (application|candidacy|interest in|interview|cv|resum[eé]|profile|time and interest|background)\b"
    r"|\bwe (regret|are|were|have|would|will|'ve|'d|'re|decided|received|wanted|wish|hope to|cannot|can'?t|need"
    r"|appreciate)\b"
    r"|\bwe'(ve|d|re|ll)\b|\bour (team|process|recruit\w*|decision|hiring|office|company|side)\b"
    r"|\b(invite|offer|inform) you\b|\bwish you (all|every|the best|success|good luck)\b"
    r"|\bunfortunately\b|\bother (candidates|applicants)\b",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\bi (really |truly |very much |also |just )?(enjoyed|wanted to thank|am writing|'m writing|would (love"
    r"|like) to (join|work"
    r"|know|ask|hear)|remain|look forward|am still|'m still|left|applied|interviewed|came away|appreciated"
    r"|hope to hear)\b"
    r"|\bi'd (love|like) to (join|work|know|ask|hear)\b|\bmy (application|interest|interview|enthusiasm)\b"
    r"|\bthank you (again )?for (your time|taking the time|meeting|speaking|talking|the (conversation|talk|interview"
    r"|chance))\b",
    re.IGNORECASE,
)


def _no(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    endings.rejected(talk, opportunity)


def _invitation(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    endings.invited(talk, opportunity)


def _offer(talk: Talk, opportunity: Opportunity, text: str) -> None:
    day = day_in(
        talk, " ".join(_sentences(text, r"\b(offer|sign|answer|decision|let us know|respond|accept)\b.*\bby\b"))
    )
    offers.offered(talk, opportunity)
    offer = offers.undated(talk, opportunity)
    if offer is not None and day is not None and day >= talk.here.date():
        talk.drop_question()
        offers.set_deadline(talk, offer, day)


def _paused(talk: Talk, opportunity: Opportunity, text: str) -> None:
    told(talk, opportunity, EventType.PROCESS_PAUSED, " ".join(_sentences(text, _PAUSED)))


def _date(talk: Talk, opportunity: Opportunity, text: str) -> None:
    read = _named_date(talk, text)
    if read is not None:
        endings.new_date(talk, opportunity, read)


def _wait(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    keep_event(talk, opportunity, EventType.ASKED_TO_WAIT)


def _request(talk: Talk, opportunity: Opportunity, text: str) -> None:
    sentence = next(iter(_sentences(text, _ASKED)), "")
    found = re.search(_ASKED, sentence, re.IGNORECASE)
    what = what_in(sentence[found.end() :]) if found else ""
    told(talk, opportunity, EventType.REQUEST, sentence, what=what or "what they asked for")


_PAUSED = r"\b(on hold|hiring freeze|paus(ed|ing)|put (this|the) (role|position|process) on)\b"
_ASKED = (
    r"\b(please|could you|would you|can you|we need you to|kindly)( please| kindly)? "
    r"(send|provide|share|forward|upload|complete|fill|submit|return)\b( us| me)?"
)
_ANSWER = (
    r"\b(decision|decide|get back to you|come back to you|be in touch|hear from us|let you know|update you|respond)\b"
)
KINDS: tuple[tuple[str, str, Callable[[Talk, Opportunity, str], None]], ...] = (
    # What a letter says: its name in the catalogue, how it sounds, what is kept.
    (
        "no",
        r"\b(not|n't|unable to|won't) (be )?(moving forward|move forward|proceed\w*|progress\w*|tak\w+ (your|things"
        r"|it) (\w+ )?"
        r"(further|forward)|going forward|offer(ing)? you|select\w*|successful|pursu\w+|consider\w* you)\b"
        r"|\b(decided|chosen|opted|going) (to (go|move|proceed)|to (hire|offer|select)|with|not to)\b.*\b(another"
        r"|other|someone"
        r"|different|candidate|not)\b|\b(another|other) (candidate|applicant)s?\b.*\b(match\w*|closer|stronger"
        r"|suited|fit\w*|chosen"
        r"|better|experience)\b|\bposition has (now )?been filled\b|\bregret to (inform|tell)\b|\bunsuccessful\b"
        r"|\bwish you (all the best|every success|success|good luck|the best)\b",
        _no,
    ),
    (
        "offer",
        r"\b(pleased|delighted|happy|excited|glad|thrilled) to (make you an offer|offer you)\b|\boffer you (the"
        r"|a) (position|role"
        r"|job|post)\b|\b(offer letter|employment contract|contract of employment)\b",
        _offer,
    ),
    (
        "invitation",
        r"\b(invite you|like to (meet|see|speak (to|with)|talk (to|with)) you|schedule (a|an|another|your|the)"
        r"|set up (a|an|another)"
        r"|(second|next|final) (interview|round|stage|conversation)|next (step|stage) (is|will be|would be))\b",
        _invitation,
    ),
    ("paused", _PAUSED, _paused),
    ("request", _ASKED, _request),
    ("date", _ANSWER, _date),
    (
        "wait",
        r"\b(patien(t|ce)|bear with us|still (in|review\w*|interview\w*|consider\w*|evaluat\w*)|taking longer"
        r"|a little longer"
        r"|more time)\b",
        _wait,
    ),
)
DECIDES = ("no", "offer", "invitation")
"""What settles things: two of these in one letter are a contradiction, the rest stands beside them."""


def _heard(talk: Talk, text: str) -> bool:
    """A letter; False when it is a message of the Person's to us."""
    if len(text.split()) < FEWEST_WORDS:
        return False
    if _is_theirs(talk, text):
        return _from_them(talk, text)
    if _is_mine(talk, text):
        return own_words.check_letter(talk, text)
    return False


def _is_theirs(talk: Talk, text: str) -> bool:
    greeting = _GREETING.match(text)
    to_me = greeting is not None and _is_me(talk, greeting["name"])
    theirs, mine = len(_THEIRS.findall(text)), len(_MINE.findall(text))
    framed = greeting is not None or _REGARDS.search(text) is not None
    return (to_me and mine <= theirs) or (framed and theirs > mine and not _signed_by_me(talk, text))


def _is_mine(talk: Talk, text: str) -> bool:
    greeting = _GREETING.match(text)
    closes = _REGARDS.search(text) is not None or _signed_by_me(talk, text)
    return greeting is not None and closes and not _is_me(talk, greeting["name"]) and bool(re.search(r"\bI\b", text))


def _is_me(talk: Talk, name: str) -> bool:
    mine = talk.person.name.casefold().split()
    return bool(mine) and (mine[0] in name.casefold().split() or mine[-1] in name.casefold().split())


def _signed_by_me(talk: Talk, text: str) -> bool:
    last = text.strip().splitlines()[-1]
    return len(last.split()) <= 4 and _is_me(talk, last)


def _from_them(talk: Talk, text: str) -> bool:
    """What they wrote; asked about when it says two things, or nobody knows from whom it is."""
    named = named_in(talk, text)
    candidates = [talk.chosen] if talk.chosen else named or list(talk.open_opportunities)
    kinds = list(_kinds(talk, text))
    strange = talk.chosen is None and _is_from_a_stranger(talk, text, named)
    if len(candidates) != 1 or strange:
        return _ask_from_whom(talk, text, strange)
    opportunity = candidates[0]
    if len(kinds) != 1:
        talk.say("letter.unsure", employer=opportunity.employer)
        contact.ask_what_came(talk, opportunity)
        return True
    name, act = kinds[0]
    talk.say(f"letter.{name}", employer=opportunity.employer)
    act(talk, opportunity, text)
    return True


def _is_from_a_stranger(talk: Talk, text: str, named: list[Opportunity]) -> bool:
    """Whether what stands before it, or its signature when nobody is named, is an employer that is not known."""
    greeting = _GREETING.match(text)
    sender = _SENDER.search(greeting["sender"] or "") if greeting else None
    if sender is not None:
        return not named_in(talk, sender["name"]) and is_employer(talk, sender["name"])
    if named:
        return False
    written = (found["name"] for found in _FROM_US.finditer(text))
    return any(is_employer(talk, name) for name in (*_signing(text), *written))


def _signing(text: str) -> Iterator[str]:
    """The firms among the last lines of a letter."""
    regards = _REGARDS.search(text)
    for line in text[regards.end() :].splitlines() if regards else ():
        team = _TEAM.fullmatch(line.strip())
        if team is not None:
            yield team[1]
        elif is_organisation(line) and re.fullmatch(CAPITALISED, line.strip()):
            yield line.strip()


def _ask_from_whom(talk: Talk, text: str, strange: bool) -> bool:
    """The letter waits for the answer."""
    buttons = tuple((talk.button("which", o.id, label=o.employer),) for o in talk.open_opportunities[:10])
    talk.ask("which", None, f"letter {text}")
    talk.say("letter.from_whom", (*buttons, *none_button(talk, strange)))
    return True


def _kinds(talk: Talk, text: str) -> Iterator[tuple[str, Callable[[Talk, Opportunity, str], None]]]:
    """What it says. What decides goes before what only delays; a no is full of politeness about "the next steps"."""
    found = [(name, act) for name, pattern, act in KINDS if _says(talk, name, pattern, text)]
    deciding = [(name, act) for name, act in found if name in DECIDES]
    yield from deciding or found[:1]


def _says(talk: Talk, name: str, pattern: str, text: str) -> bool:
    if re.search(pattern, " ".join(text.split()), re.IGNORECASE) is None:
        return False
    return name != "date" or _named_date(talk, text) is not None


def _named_date(talk: Talk, text: str) -> WindowRead | None:
    """The day of their answer, from the sentences that speak of it."""
    for sentence in _sentences(text, _ANSWER):
        read = talk.window_in(sentence)
        latest = (read.latest or read.earliest) if isinstance(read, WindowRead) else None
        if isinstance(read, WindowRead) and latest is not None and latest >= talk.here.date():
            return read
    return None


def _sentences(text: str, pattern: str) -> list[str]:
    parts = re.split(r"(?<=[.!?])\s+|\n{2,}", text)
    return [" ".join(part.split()) for part in parts if re.search(pattern, part, re.IGNORECASE)]


STATEMENTS: tuple[Statement, ...] = (
    Statement("letter", sounds(rf"(?s){_GREETING.pattern}|.*({_REGARDS.pattern.removeprefix('(?m)')})"), _heard),
)
