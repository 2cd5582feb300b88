"""How an Opportunity ends by the Person's own decision, and how one that had ended is taken up again."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from babel.lists import format_list

from bot.coaching.showing import contacts_sent
from bot.dialogue import endings
from bot.dialogue.happening_keeping import draft_rows, keep_event, sentences, show
from bot.dialogue.happening_rows import ACTUAL, DONE, NAME, NO_CONDITION, is_name, row
from bot.dialogue.happening_undo import micros, opens_on, undo_button
from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Talk
from bot.dialogue.which import named_in
from bot.words import plain
from scheduler import nudges
from storage.facts import Event, EventType, Opportunity

_ELSEWHERE = re.compile(
    r"\b(another|an other|a different|other (job|offer|company)|a new (job|position|role)|elsewhere|somewhere else)\b",
    re.IGNORECASE,
)
_AT = re.compile(rf"\b(?:at|with|from|by|for) (?P<name>{NAME})")
_TOOK = (
    r"(\b(i|i've|i have|i'm|i am)|^\W*)( ?just| ?already| ?now| ?finally| have| happily)* ?(took|taken|accepted"
    r"|accepting|taking"
    r"|signed|said yes to|starting)"
    r" (up )?(an?|the|their|her|his|another|it|other|with|at|elsewhere|on|somewhere|something|\w+'s|[a-z]+ ltd)\b"
    r"|(\bi('ve| have|'m| am)?|^\W*)( ?just| now| finally)* ?(got|been|was) hired (by|at|elsewhere|somewhere)\b"
    r"|\bi('ve| have|'m)?( just| now| decided to)* (go|going|gone|went) (with|to|for) (another|a different|the other"
    r"|some other)\b"
)
_REOPENED = (
    r"\b(came|come|comes|coming|got|gotten|has|were|is|are) (right )?back( to (me|us))?( in (touch|the (running|race"
    r"|game)))?\b"
    r"|\b(contacted|called|wrote( to)?|e-?mailed|approached|want(s|ed)?) me (again|after all|back)\b"
    r"|\bchanged (their|her|his) minds?\b"
    r"|\bre-?(opened|considered|considering|consider)\b|\bafter all\b|\b(is|it's) open again\b"
)


_POSITION = r"(position|role|job|post|vacancy|opening|headcount|requisition|search)"


def _elsewhere(talk: Talk, text: str) -> bool:
    """The Person took another job: every process that still runs is left (R8)."""
    found = _AT.search(text)
    stranger = found is not None and is_name(talk, found["name"]) and not _interviewer(talk, found["name"])
    named = named_in(talk, text)
    if named or not (_ELSEWHERE.search(text) or stranger):
        return False
    return leave_all(talk)


def leave_all(talk: Talk) -> bool:
    """Every process that still runs is left; False when there is none."""
    running = [o for o in talk.open_opportunities if not nudges.has_ended(talk.known, o)]
    if not running:
        return False
    events = [talk.add(Event, opportunity_id=o.id, type=EventType.ACCEPTED_OTHER_OFFER, at=talk.now) for o in running]
    told = tuple(
        (
            talk.button(
                "told.withdraw",
                o.id,
                contacts_sent(talk, o),
                label=plain("event_said.told_label", talk.person.language, employer=o.employer),
            ),
        )
        for o in running
    )
    names = format_list([o.employer for o in running], locale=talk.person.language)
    buttons = (*told, (undo_button(talk, events[0].id, len(events) - 1),))
    talk.say("event_said.accepted_other_offer", buttons, employer=names)
    return True


def _interviewer(talk: Talk, name: str) -> bool:
    return any(name.split(maxsplit=1)[0] in one.split() for i in talk.known.interviews for one in i.interviewers)


def _accepted(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    accept(talk, opportunity)


def accept(talk: Talk, opportunity: Opportunity) -> None:
    """The Person takes the job; what was learned on the way is worth a line."""
    talk.drop_question()
    keep_event(talk, opportunity, EventType.ACCEPTED)
    endings.ask_learned(talk, opportunity)


def decline(talk: Talk, opportunity: Opportunity) -> None:
    """The Person does not take it."""
    talk.drop_question()
    keep_event(talk, opportunity, EventType.DECLINED)
    endings.ask_learned(talk, opportunity)


def _declined(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    found = _AT.search(text)
    if _ELSEWHERE.search(text) or (found and is_name(talk, found["name"]) and not named_in(talk, text)):
        return False
    decline(talk, opportunity)
    return True


def _gone(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    """The position does not exist any more: a no that is about nobody."""
    endings.rejected(talk, opportunity, "rejected.gone")


def _reopened(talk: Talk, text: str) -> bool:
    """After a no, or when it was closed: only they can do that, so it is news."""
    ended = [o for o in talk.known.opportunities if o.closed_at is not None or nudges.has_ended(talk.known, o)]
    named = [o for o in talk.known.opportunities if o.employer.casefold() in text.casefold()]
    alive = [o for o in talk.open_opportunities if o not in ended]
    if named and any(o in alive for o in named):
        return False
    candidates = [o for o in ended if o in named] or ([] if named or alive else ended)
    if talk.chosen is not None:
        candidates = [talk.chosen]
    if len(candidates) > 1:
        talk.ask("which", None, f"reopened {text}")
        buttons = tuple((talk.button("which", o.id, label=o.employer),) for o in candidates[-10:])
        talk.say("ask.which", buttons)
    elif candidates:
        reopen(talk, candidates[0])
    return bool(candidates)


def reopen(talk: Talk, opportunity: Opportunity) -> None:
    """Take it up again (R7)."""
    closed_at: datetime | None = opportunity.closed_at
    before = opens_on(talk, opportunity)
    opened = talk.change(opportunity, closed_at=None)
    event = talk.add(Event, opportunity_id=opened.id, type=EventType.REOPENED, at=talk.now)
    was = micros(closed_at.astimezone(UTC)) if closed_at else 0
    text = sentences(talk, opened, before, "event_said.reopened")
    show(talk, text, undo_button(talk, event.id, was), draft_rows(talk, event))


STATEMENTS: tuple[Statement, ...] = (
    Statement("reopened", sounds(f"{ACTUAL}{DONE}.*({_REOPENED})"), _reopened, needs_opportunity=False),
    Statement("accepted_other_offer", sounds(f"{ACTUAL}{DONE}.*({_TOOK})"), _elsewhere),
    row(
        "position_gone",
        rf"\b{_POSITION}\b.*\b(was|is|been|got|has|being|'s)\b.*\b(cancel\w*|cut|eliminated|scrapped|withdrawn|gone"
        rf"|closed"
        rf"|dropped|abolished|pulled|filled|axed|killed)\b|\b(not to|won'?t|will not) fill (the|this"
        rf"|that) {_POSITION}\b|\b{_POSITION} (no longer exists|does ?n'?t exist|(is|was) no more"
        rf"|fell through)\b"
        rf"|\b(cancel\w*|cut|scrapped|eliminated|pulled|closed|dropped|withdrew|axed|filled|killed) (the|that|this"
        rf"|my|their)"
        rf" (\w+ )?{_POSITION}\b|\bno longer (hiring|recruiting|filling)\b|\b(hired|filled it) internal\w*",
        _gone,
        done=False,
        also=rf"{NO_CONDITION}(?!.*(\bnot\b|n't) (be |been |being )?(cancel|cut|closed|filled))(?!.*\b(interview"
        rf"|talk|call)\b)",
    ),
    row(
        "accepted",
        r"(\b(i|i've|i have)|^\W*)( ?just| ?already| ?now| ?finally| happily| verbally)* ?((accepted|signed|took"
        r"|taken)\b"
        r"(?! (the|their|her|his) (invitation|invite|linked-?in|slot|connection|interview|request))"
        r"( (the|their|her|his|an?|your|\w+'s))*( (?!that\b)\w+)? (offer|job|contract|position|role|it)\b"
        r"|(accepted|signed)( with| at| from \w+|\W*$)|said yes\b|told (them|her|him|\w+) yes\b)|\btold (them|her"
        r"|him) yes\b",
        _accepted,
    ),
    row(
        "declined",
        r"^\W*(said no( thanks)?|turned down|declined) (to )?(the|their) (job )?(offer|job|position|role)\b"
        r"|\b(i|i've|i have)( just| already| now| finally| politely)* (declined|refused|passed on|said no( thanks)?"
        r"|turned)\b"
        r"( to)? ?((the|their|her|his|it|an?|\w+'s) )*(job )?(offer|job|position|role|it|down|contract|them)\b",
        _declined,
    ),
)
