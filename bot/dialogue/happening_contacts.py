"""What the Person sent, and what was promised to them, as people tell it in one sentence.

A plain "I e-mailed them" is kept elsewhere; these rows know a name, a day that has passed, or what it was.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from bot.dialogue import contact, endings
from bot.dialogue.happening_dates import day_in, past_in
from bot.dialogue.happening_keeping import echo, keep_contact
from bot.dialogue.happening_requests import what_in
from bot.dialogue.happening_rows import CHECK_IN, I_DID, NAME, THEM, THEY, is_name, row
from bot.dialogue.happening_undo import opens_on, undo_button
from bot.dialogue.statement import Statement
from bot.dialogue.talk import Talk
from scheduler.policy.case import AGENCY, COMPETING_OFFER, DEBRIEF
from storage.facts import Channel, Contact, ContactKind, Direction, Event, EventType, Opportunity, Promise, Side

_PAPERS = (
    r"references?|referees?|certificates?|diplomas?|portfolio|documents?|papers|transcripts?|cv|resum[eé]|samples?"
    r"|(test|home|take-home) ?(task|assignment|work|project)?|assignment|homework|task|case study|forms?|contract|id"
    r"|everything|passport|payslips?|availability|slots|presentation|writing sample|proof|licen[cs]e"
)
_VERB = (
    r"(?:e-?mailed|mailed|wrote|written|called|phoned|rang|texted|messaged|contacted|thanked|pinged|followed up"
    r"|(?:sent|dropped|shot) (?:\w+ )?(?:an? )?(?:\w+ )?(?:thank[- ]you|thanks|note|e-?mail|mail|message|text|line"
    r"|follow-?up)(?: note| e-?mail| mail| message)?"
    r"|left (?:an? )?(?:voice ?mail|message))"
)
_TO = re.compile(rf"(?i:\b{_VERB}\b)(?: (?i:to|with|for|a|an|note|e-?mail|message|thank[- ]you))* (?P<name>{NAME})")
_SENT_TO = re.compile(rf"\b(?i:sent|dropped|wrote|shot) (?P<name>{NAME}) (?i:an?|the|my)\b")
_ANSWER_WORDS = r"answer|decision|reply|response|feedback|news|word|result|outcome|update|verdict"


# Sent


def _delivered(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """What was promised or asked for has gone out; papers that nobody waited for count as delivered too."""
    owed = next((promise for promise in _owed(talk, opportunity) if _shares(text, promise.what)), None)
    at = past_in(talk, text)
    if owed is not None:
        _kept(talk, opportunity, owed, at)
        return True
    asked = [event for event in _requests(talk, opportunity) if _shares(text, event.what or "")]
    papers = re.search(rf"\b({_PAPERS})\b", text, re.IGNORECASE)
    elsewhere = (o for o in talk.open_opportunities if o.id != opportunity.id)
    if not asked and (not papers or any(_is_awaited(talk, o, text) for o in elsewhere)):
        return False
    kind = ContactKind.REPLY if asked or _requests(talk, opportunity) else ContactKind.PROMISE
    keep_contact(talk, opportunity, kind, at)
    return True


def _is_awaited(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """Whether they wait for what the text speaks of."""
    whats = [promise.what for promise in _owed(talk, opportunity)]
    whats += [event.what or "" for event in _requests(talk, opportunity)]
    return any(_shares(text, what) for what in whats)


def _kept(talk: Talk, opportunity: Opportunity, promise: Promise, at: datetime) -> None:
    """What the Person promised is done."""
    before = opens_on(talk, opportunity)
    talk.change(promise, done_at=at)
    sent = talk.add(Contact, opportunity_id=opportunity.id, at=at, kind=ContactKind.PROMISE, direction=Direction.OUT)
    echo(talk, opportunity, before, "promise.kept", undo_button(talk, sent.id), what=promise.what)


def _owed(talk: Talk, opportunity: Opportunity) -> list[Promise]:
    ours = [p for p in talk.known.promises if p.opportunity_id == opportunity.id and p.side is Side.OURS]
    return [promise for promise in ours if promise.done_at is None]


def _requests(talk: Talk, opportunity: Opportunity) -> list[Event]:
    """What they asked for and have not got."""
    ours = [c for c in talk.known.contacts if c.opportunity_id == opportunity.id and c.direction is Direction.OUT]
    answered = [c.at for c in ours if c.kind in (ContactKind.REPLY, ContactKind.PROMISE)]
    events = [e for e in talk.known.events if e.opportunity_id == opportunity.id and e.type is EventType.REQUEST]
    return [event for event in events if all(at < event.at for at in answered)]


def _shares(text: str, what: str) -> bool:
    told = {word.rstrip("s") for word in re.findall(r"\w{3,}", text.casefold())}
    return bool(told & {word.rstrip("s") for word in re.findall(r"\w{4,}", what.casefold())})


def _replied(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """An answer to them; after a no it is the last thing to do."""
    if talk.person.asking in CHECK_IN:
        return False
    events = [event for event in talk.known.events if event.opportunity_id == opportunity.id]
    if events and max(events, key=lambda event: event.id).type is EventType.REJECTED:
        endings.replied(talk, opportunity)
    else:
        channel = contact.channel_in(text)
        keep_contact(talk, opportunity, ContactKind.REPLY, past_in(talk, text), to=_to(talk, text), channel=channel)
    return True


def _told_of_offer(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """They know of the offer elsewhere and its date (R10): that is no status question."""
    events = [e for e in talk.known.events if e.opportunity_id == opportunity.id]
    if all(event.type is not EventType.COMPETING_OFFER for event in events):
        return False
    at, channel = past_in(talk, text), contact.channel_in(text)
    keep_contact(talk, opportunity, ContactKind.OTHER, at, channel=channel, about=COMPETING_OFFER)
    return True


def _debriefed(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """The first call to the consultant after an interview is part of the process (R12)."""
    over = [interview for interview in talk.interviews_of(opportunity) if interview.end <= talk.now]
    ours = [c for c in talk.known.contacts if c.opportunity_id == opportunity.id and c.about == DEBRIEF]
    if not opportunity.via_agency or not over or any(c.at >= over[-1].start for c in ours):
        return False
    at = past_in(talk, text)
    keep_contact(talk, opportunity, ContactKind.OTHER, at, to=AGENCY, channel=Channel.PHONE, about=DEBRIEF)
    return True


def _connected(talk: Talk, opportunity: Opportunity, text: str) -> None:
    at, to = past_in(talk, text), _to(talk, text) or _any_name(talk, text)
    keep_contact(talk, opportunity, ContactKind.LINKEDIN, at, to=to, channel=Channel.LINKEDIN)


def _wrote(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """A message with a name or a day of its own; a plain one is another row's, and so is what was promised."""
    at, to = past_in(talk, text), _to(talk, text)
    voicemail = re.search(r"\bleft\b.*\b(voice ?mail|message)\b", text, re.IGNORECASE)
    if (at == talk.now and to is None and not voicemail) or any(
        _shares(text, p.what) for p in _owed(talk, opportunity)
    ):
        return False
    thanks = re.search(r"\bthank", text, re.IGNORECASE)
    kind = ContactKind.THANK_YOU if thanks else ContactKind.FOLLOW_UP
    channel = Channel.PHONE if voicemail else contact.channel_in(text)
    keep_contact(talk, opportunity, kind, at, to=to, channel=channel)
    return True


def _to(talk: Talk, text: str) -> str | None:
    found = _SENT_TO.search(text) or _TO.search(text)
    name = found["name"] if found else None
    return name if name and is_name(talk, name) else None


def _any_name(talk: Talk, text: str) -> str | None:
    return next((name for name in re.findall(NAME, text) if is_name(talk, name)), None)


# Promised by them


def _heard(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    """They wrote or called on a day that is named: that day is no reply window."""
    contact.ask_what_came(talk, opportunity)


def _theirs(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """A thing they said they would send; an answer by a day is a reply window, which another row keeps."""
    found = re.search(r"\b(?:send|sends|e-?mail|forward|share|give|prepare|draw up|provide)\b (?P<what>.+)", text)
    what = what_in(found["what"]) if found else ""
    due = day_in(talk, text)
    if not what or due is None or re.search(rf"\b({_ANSWER_WORDS})\b", what, re.IGNORECASE):
        return False
    if due < talk.here.date():
        talk.ask("ev_promise", opportunity.id, what)
        talk.say("event_said.promise_passed", day=talk.day(due), what=what)
    else:
        keep_their_promise(talk, opportunity, what, due)
    return True


def keep_their_promise(talk: Talk, opportunity: Opportunity, what: str, due: date) -> None:
    """Keep what they said they would do."""
    before = opens_on(talk, opportunity)
    promise = talk.add(Promise, opportunity_id=opportunity.id, what=what, due=due, side=Side.THEIRS, made_at=talk.now)
    button = undo_button(talk, promise.id)
    echo(talk, opportunity, before, "event_said.their_promise", button, what=what, day=talk.day(promise.due))


def take_promise_day(talk: Talk, text: str) -> bool:
    """By when they promised it, after a day that cannot be right."""
    opportunity, day = talk.find(Opportunity, talk.person.asking_about), day_in(talk, text)
    if opportunity is None:
        return True
    if day is None or day < talk.here.date():
        return False
    keep_their_promise(talk, opportunity, talk.person.asking_text or "", day)
    return True


STATEMENTS: tuple[Statement, ...] = (
    row(
        "connected",
        rf"{I_DID} (connected|linked up)\b.*\b(linked-?in|with)\b"
        rf"|{I_DID} (added|invited|sent)\b.*\b(linked-?in|connection request)\b",
        _connected,
    ),
    row(
        "delivered",
        rf"({I_DID}|^\W*(just |already )?) ?(sent|e-?mailed|handed (in|over)|uploaded|submitted|delivered|forwarded"
        rf"|filled (in|out)|completed)"
        r" (them |him |her |over |in |off )*(the|my|an?|some|all|everything|their|both|two|three|it\b)\b.*",
        _delivered,
    ),
    row(
        "replied",
        rf"({I_DID}|^\W*(just |already )?) ?(replied|responded|wrote back|written back|got back to|called (them "
        rf"|him |her |back)*back"
        r"|answered( (them|him|her|it|their|the (mail|e-?mail|message|question|request|recruiter))\b| ?[.!]?$| \w+'s)"
        r"|confirmed|accepted (the|their|her|his) (invitation|invite|linked-?in|slot|request|interview))\b",
        _replied,
    ),
    row(
        "told_of_offer",
        rf"{I_DID} (told|informed|let|wrote|e-?mailed|called|mentioned)\b.*\b(offer|deadline)\b",
        _told_of_offer,
    ),
    row(
        "debriefed",
        rf"{I_DID} (called|phoned|rang|spoke|spoken|talked|debriefed)\b.*\b(agency|agent|consultant|recruiter"
        rf"|headhunter)\b",
        _debriefed,
    ),
    row("wrote", rf"({I_DID}|^\W*(just |already )?) ?{_VERB}\b", _wrote),
    row(
        "heard",
        rf"{THEY}.*\b(replied|answered|wrote|called|phoned|rang|got back|e-?mailed|responded|contacted)\b.*"
        r"\b(yesterday|today|this (morning|afternoon)|last \w+|\w+ (days?|weeks?) ago|(on|at) [\w: ]+)\W*$",
        _heard,
        weak=True,
    ),
    row(
        "their_promise",
        rf"({THEM} (promised|said|told me|assured me|agreed|will)|\b(they|she|he)'ll)\b.*\b(send|e-?mail|forward"
        rf"|share|give|prepare|draw up|provide)\b(?! me (by|on|before|until|within|in|next|this|tomorrow|today)\b)",
        _theirs,
    ),
)
