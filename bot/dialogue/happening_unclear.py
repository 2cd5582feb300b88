"""Ends told in half a sentence: "I said no", "I start on Monday". What is not clear is asked, and kept only then."""

from __future__ import annotations

from functools import partial

from bot.coaching.showing import contacts_sent
from bot.dialogue.happening_ends import accept, decline, leave_all
from bot.dialogue.happening_rows import ACTUAL, row
from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished, while_open
from bot.dialogue.which import named_in
from bot.words import plain
from scheduler import nudges
from storage.facts import EventType, Opportunity


def _said_no(talk: Talk, opportunity: Opportunity, _text: str) -> bool:
    """ "I said no", and nothing else: to their offer, if there is one; else it is asked to what."""
    if talk.person.asking is not None:
        return False
    if _is_offered(talk, opportunity):
        decline(talk, opportunity)
    else:
        version = contacts_sent(talk, opportunity)
        leaving, they = (plain(f"ask.said_no.{who}", talk.person.language) for who in ("leaving", "they"))
        buttons = (
            (talk.button("said_no.offer", opportunity.id),),
            (talk.button("told.withdraw", opportunity.id, version, label=leaving),),
            (talk.button("came.no", opportunity.id, label=they),),
        )
        talk.say("ask.said_no", buttons, employer=opportunity.employer)
    return True


def _is_offered(talk: Talk, opportunity: Opportunity) -> bool:
    kinds = (EventType.OFFER, EventType.VERBAL_OFFER)
    made = any(event.type in kinds for event in talk.known.events if event.opportunity_id == opportunity.id)
    return made and not nudges.has_ended(talk.known, opportunity)


def _starts(talk: Talk, text: str) -> bool:
    """ "I start on Monday": at the one that made an offer, else it is asked where."""
    offered = [o for o in named_in(talk, text) or talk.open_opportunities if _is_offered(talk, o)]
    if len(offered) == 1:
        accept(talk, offered[0])
        return True
    here = tuple((talk.button("starts.here", o.id, label=o.employer),) for o in talk.open_opportunities[:5])
    talk.say("ask.starts", (*here, (talk.button("starts.elsewhere"),)))
    return True


def _starts_here(talk: Talk, opportunity: Opportunity) -> None:
    if nudges.has_ended(talk.known, opportunity):
        return finished(talk)
    talk.rewrite(talk.words("marked.plain", answer=opportunity.employer))
    return accept(talk, opportunity)


def _starts_elsewhere(talk: Talk, pressed: Pressed) -> None:
    if all(nudges.has_ended(talk.known, o) for o in talk.open_opportunities):
        return finished(talk)
    talk.seal(pressed.verb)
    leave_all(talk)
    return None


def _said_no_to_offer(talk: Talk, opportunity: Opportunity) -> None:
    if nudges.has_ended(talk.known, opportunity):
        return finished(talk)
    talk.seal("said_no.offer")
    return decline(talk, opportunity)


NOT_SURE = r"(?!.*(\b(not|never|could|can|might|would|should|hope|want|asked?|when|if)\b|n't))"
_STARTING = (
    r"\bmy first day( there| at \w+)? (is|will be)\b|"
    r"(\bi('ll| will|'m| am)?( be)?( going to)? |^\W*)(start|starting|begin|beginning)( work| working| there"
    r"| in the (new )?job| my new job"
    r"| the (new )?job| at \w+| with \w+| as an? [\w ]{2,30})*"
    r" (on|next|this|in|from|tomorrow|mon|tues?|wed|thurs?|fri|sat|sun|the \d|january|february|march|april|may|june"
    r"|july|august"
    r"|september|october|november|december)\w*"
)

STATEMENTS: tuple[Statement, ...] = (
    Statement("starting", sounds(f"{ACTUAL}{NOT_SURE}.*({_STARTING})"), _starts),
    row(
        "said_no",
        r"^\W*(and |so |but |well,? )?i('ve| have)? (just |politely |already )*(said no|told (them|her|him) no|refused"
        r"|declined|turned (it|them) down)( to (it|that))?( today| yesterday| this morning)?\W*$",
        _said_no,
    ),
)
VERBS: dict[str, Handler] = {
    "said_no.offer": partial(while_open, _said_no_to_offer),
    "starts.here": partial(while_open, _starts_here),
    "starts.elsewhere": _starts_elsewhere,
}
