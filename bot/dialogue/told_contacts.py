"""What the Person wants to send, has sent, or has promised, as people say it in a word or two.

Sentences with a name or a day of their own are read in `happening_contacts` before these.
"""

from __future__ import annotations

import re

from bot.dialogue import check_in, contact, endings, reporting, sounds_de
from bot.dialogue.statement import Statement, concerning, sounds
from bot.dialogue.talk import Talk
from scheduler import nudges
from storage.facts import ContactKind, Opportunity, Promise


def _may_i(talk: Talk, text: str) -> bool:
    contact.may_i(talk, text)
    return True


@concerning("sent")
def _sent(talk: Talk, opportunity: Opportunity, text: str) -> None:
    owed = nudges.owed(talk.known, opportunity)
    kept = next((promise for promise in owed if _mentions(text, promise)), None)
    if kept is not None:
        endings.keep_promise(talk, kept)
    elif re.search(r"\bthank", text, re.IGNORECASE) or sounds_de.THANKS.search(text):
        contact.sent(talk, opportunity, ContactKind.THANK_YOU, contact.channel_in(text))
    elif _BARE.search(text) or sounds_de.SENT_IT.search(text):
        reporting.report(talk, opportunity, reporting.brought(talk, opportunity))
    else:
        contact.sent(talk, opportunity, ContactKind.FOLLOW_UP, contact.channel_in(text))


def _sent_what_was_shown(talk: Talk, text: str) -> bool:
    """ "Sent it" means the draft that was shown last, whoever it was for."""
    del text
    last = reporting.shown(talk)
    if last is None:
        return False
    reporting.report(talk, *last)
    return True


def _mentions(text: str, promise: Promise) -> bool:
    told = set(re.findall(r"\w{4,}", text.casefold()))
    return bool(told & set(re.findall(r"\w{4,}", promise.what.casefold())))


@concerning("promised")
def _promised(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    over = [interview for interview in talk.interviews_of(opportunity) if interview.end <= talk.now]
    if not over:
        return False
    talk.ask("promise_what", over[-1].id)
    if check_in.take_promise(talk, text):
        talk.drop_question()
    return True


_BARE = sounds(r"^\W*(yes,? |ok,? )?(i('ve)? )?(just |already )?(sent|done|did)( it| that| them)?( now| already)?\W*$")
_WRITE = (
    r"(write|call|e-?mail|mail|phone|ring|follow(ing)? up|ping|contact|chase|nudge|text|ask|add|connect|thank|send"
    r"|reply)"
)
_SENT = (
    r"(sent( off)?|fired off|shot off|e-?mailed|mailed|wrote|written|called|phoned|rang|thanked|texted|followed up"
    r"|asked (them|her|him)\b(?! (if|whether|to|out|about (the )?(salary|money|pay)))"
    r"|asked (them |her |him )?(how things stand|for an? (update|answer|decision)"
    r"|about (the )?(status|decision|next steps|timeline)))"
)

ASKED: tuple[Statement, ...] = (
    Statement(
        "contact",
        sounds(
            rf"^(?!\W*(how|what)\b).*(\b(should|shall|may|can|could|do) i\b.*\b{_WRITE}\b|\btoo (soon|early|late) to\b"
            rf"|\b(is|would) it (be )?(ok(ay)?|fine|rude|pushy|alright|allowed|bad|wrong|wise|a good idea|smart"
            rf"|weird|desperate)"
            rf" (to|if i)\b.*\b{_WRITE}\b|\b(want|going|like|tempted|thinking of|about) (to|of)? ?({_WRITE}|calling"
            rf"|writing|e-?mailing)\b)"
        ),
        _may_i,
        german=sounds_de.CONTACT,
    ),
)
STATEMENTS: tuple[Statement, ...] = (
    Statement("sent", _BARE, _sent_what_was_shown, needs_opportunity=False, german=sounds_de.SENT_IT),
    Statement(
        "promised",
        sounds(r"\bi('ve| have)? (promised|said i('d| would| will)|told (them|her|him) i('d| would))\b"),
        _promised,
        german=sounds_de.PROMISED,
    ),
    Statement(
        "sent",
        sounds(
            rf"^(?!.*\bthey\b).*\bi('ve| have)?( just| already)? {_SENT}\b"
            rf"|^(just |already )?{_SENT} (to )?(it|them|her|him|the)\b|{_BARE.pattern}"
        ),
        _sent,
        german=sounds_de.SENT,
    ),
)
