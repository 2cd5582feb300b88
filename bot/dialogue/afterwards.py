"""After the end: a no and what they say about it, one line of what was learned, and a sign of life much later."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from bot.coaching.showing import all_buttons, contacts_sent, made
from bot.dialogue import drafting, endings
from bot.dialogue.reporting import remember_shown
from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished, once
from bot.dialogue.which import about
from scheduler import nudges
from storage.facts import (
    Channel,
    Contact,
    ContactKind,
    Direction,
    EventType,
    Note,
    NoteKind,
    Opportunity,
)

LONGEST_NOTE = 2000
_NOTHING = re.compile(
    r"^\W*(no(thing|ne|pe)?|skip|pass|not (really|much|now|yet)|later|n/?a|don'?t know|no idea|-+)\b[\w ']{0,20}\W*$",
    re.IGNORECASE,
)


# A no


def _tomorrow(talk: Talk, opportunity: Opportunity) -> None:
    """Upset people need not write today (advice 56)."""
    talk.say("later.rejection", employer=opportunity.employer)


def _rest(talk: Talk, opportunity: Opportunity) -> None:
    endings.let_go(talk, opportunity, "closed.rest")


def _close(talk: Talk, opportunity: Opportunity) -> None:
    """Nobody answered, or the Person has had enough."""
    silent = not nudges.has_ended(talk.known, opportunity)
    endings.let_go(talk, opportunity, "closed.in_silence" if silent else "closed")


def _note_to_them(talk: Talk, opportunity: Opportunity) -> None:
    drafting.show(talk, opportunity, "rejection_thanks")


# What they said about it


def _keep_note(talk: Talk, opportunity: Opportunity, kind: NoteKind, text: str) -> None:
    talk.add(Note, opportunity_id=opportunity.id, kind=kind, text=text.strip()[:LONGEST_NOTE], at=talk.now)


def take_feedback(talk: Talk, text: str) -> bool:
    """What they answered when asked for feedback, word for word (advice 58)."""
    return _take_note(talk, NoteKind.FEEDBACK, text, nothing="feedback.none", kept="feedback.kept")


def _take_note(talk: Talk, kind: NoteKind, text: str, *, nothing: str, kept: str) -> bool:
    """The answer to the open question about an Opportunity becomes a Note, unless it says that there is none."""
    opportunity = talk.find(Opportunity, talk.person.asking_about)
    if opportunity is None:
        return True
    if _NOTHING.match(text):
        talk.say(nothing)
        return True
    _keep_note(talk, opportunity, kind, text)
    talk.say(kept, employer=opportunity.employer)
    return True


def _feedback_told(talk: Talk, text: str) -> bool:
    """ "They said that …, as feedback": kept with the employer it came from, closed or not."""
    if _NO_FEEDBACK.search(text):
        talk.say("feedback.none")
        return True
    opportunity = talk.chosen or _who_said_it(talk, text)
    if opportunity is None:
        if not talk.open_opportunities:
            return False
        opportunity = about(talk, text, "feedback")
    if opportunity is not None:
        _keep_note(talk, opportunity, NoteKind.FEEDBACK, _HEAD.sub("", text))
        talk.say("feedback.kept", employer=opportunity.employer)
    return True


def _who_said_it(talk: Talk, text: str) -> Opportunity | None:
    """The employer that the text names, else the one that said no last."""
    lower = text.casefold()
    named = [opportunity for opportunity in talk.known.opportunities if opportunity.employer.casefold() in lower]
    if named:
        return named[-1]
    noes = [event for event in talk.known.events if event.type is EventType.REJECTED]
    return talk.find(Opportunity, noes[-1].opportunity_id) if noes else None


def _no_feedback(talk: Talk, pressed: Pressed) -> None:
    if talk.find(Opportunity, pressed.row) is None:
        return finished(talk)
    talk.seal(pressed.verb)
    if talk.person.asking == "feedback":
        talk.drop_question()
    return talk.say("feedback.none")


# What was learned


def take_learned(talk: Talk, text: str) -> bool:
    """One line is enough (advice 61)."""
    return _take_note(talk, NoteKind.LEARNED, text, nothing="learned.skipped", kept="learned.kept")


def _skip_learned(talk: Talk, pressed: Pressed) -> None:
    if talk.person.asking != "learned" or talk.person.asking_about != pressed.row:
        return finished(talk)
    talk.seal(pressed.verb)
    talk.drop_question()
    return None


# A sign of life


def _touch(talk: Talk, pressed: Pressed) -> None:
    opportunity = talk.find(Opportunity, pressed.row)
    return finished(talk) if opportunity is None else drafting.ask_news(talk, opportunity)


def take_news(talk: Talk, text: str) -> bool:
    """What is new and worth telling them; without it there is nothing to send (R6)."""
    opportunity = talk.find(Opportunity, talk.person.asking_about)
    if opportunity is None:
        return True
    if _NOTHING.match(text):
        talk.say("touch.rest")
        return True
    try:
        block = made(talk, opportunity, "keep_in_touch", what=text)
    except ValueError:
        return False
    message = talk.words("draft_shown.plain", employer=opportunity.employer, draft=block)
    remember_shown(talk, opportunity, "keep_in_touch")
    talk.tell(message, all_buttons(talk, opportunity, "keep_in_touch"))
    return True


def _let_be(talk: Talk, pressed: Pressed) -> None:
    if talk.find(Opportunity, pressed.row) is None:
        return finished(talk)
    talk.seal(pressed.verb)
    return talk.say("touch.rest")


def _did(talk: Talk, pressed: Pressed) -> None:
    """Sent to somebody who may be closed by now: a sign of life, a request to connect."""
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or pressed.version != contacts_sent(talk, opportunity):
        return finished(talk)
    talk.seal(pressed.verb)
    connects = pressed.verb == "sent.linkedin"
    talk.add(
        Contact,
        opportunity_id=opportunity.id,
        at=talk.now,
        kind=ContactKind.LINKEDIN if connects else ContactKind.OTHER,
        direction=Direction.OUT,
        channel=Channel.LINKEDIN if connects else None,
        about=None if connects else "keep_in_touch",
    )
    return talk.say("sent.linkedin" if connects else "did.keep_in_touch", employer=opportunity.employer)


def _wont_connect(talk: Talk, pressed: Pressed) -> None:
    if talk.find(Opportunity, pressed.row) is None:
        return finished(talk)
    talk.seal(pressed.verb)
    return talk.say("wont.linkedin")


_HEAD = re.compile(
    r"^\W*(here'?s |this is )?(the |their |my )?feedback( from [\w ]{1,30}?)?\s*[:–—-]\s*", re.IGNORECASE
)
_NO_FEEDBACK = re.compile(
    r"\b(no|without|(did|do|does|have|has|had|would|wo|could|can)(n'?t| ?not) (\w+ ){0,3}(any )?|never (\w+ )?(any )?)"
    r"\s*feedback\b",
    re.IGNORECASE,
)

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "feedback",
        sounds(
            r"(?s)^(?!.*\?\s*$)(?!.*\bi('ve| have)?( just| already)? ask(ed)? )(?!.*\b(will|going to|promised"
            r"|by (mon|tue|wed"
            r"|thu|fri|next|the)\w*|should i|want|would like|hope|waiting|need|how)\b.*\bfeedback\b)"
            r".*(\b(they|he|she|hr|\w+) (said|told|wrote|mentioned|thought|found|answered)\b.*\bfeedback\b"
            r"|\bfeedback\b( from [\w ]{1,30})?( was| is|:| that| said)|\b(as|for|the|some|their|my|me|give|gave"
            r"|given|got"
            r"|received|with|of|no|any) (\w+ )?feedback\b)"
        ),
        _feedback_told,
        weak=True,
        needs_opportunity=False,
    ),
)
QUESTIONS: dict[str, Callable[[Talk, str], bool | None]] = {
    "feedback": take_feedback,
    "learned": take_learned,
    "touch_news": take_news,
}
VERBATIM = tuple(QUESTIONS)
VERBS: dict[str, Handler] = {
    "later.rejection": partial(once, _tomorrow),
    "show.rejection": partial(once, _note_to_them),
    "rest": partial(once, _rest),
    "close": partial(once, _close),
    "did.withdraw": partial(once, endings.told_withdrawal),
    "told.withdraw": partial(once, endings.told_withdrawal),
    "feedback.none": _no_feedback,
    "skip.learned": _skip_learned,
    "touch.draft": _touch,
    "touch.rest": _let_be,
    "did.keep_in_touch": _did,
    "sent.linkedin": _did,
    "wont.linkedin": _wont_connect,
}
