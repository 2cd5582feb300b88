"""Drafts on request, in three styles. Whether one may go is asked of the contact policy.

What a draft says lives in `bot.coaching.drafts`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot.coaching import plan
from bot.coaching.drafts import Style
from bot.coaching.showing import QUESTIONS as FOLLOW_UPS
from bot.coaching.showing import SENT, all_buttons, contacts_sent, made
from bot.dialogue import contact
from bot.dialogue.reporting import remember_shown
from bot.dialogue.statement import Statement, concerning, sounds
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, argument, finished
from bot.dialogue.which_draft import LETTER, PLEASE, fitting, named_in
from bot.words import Html
from scheduler import policy
from scheduler.policy import Answer, Intent, IntentKind
from storage.facts import EventType, Opportunity

ASKS_FIRST = {"thank_you": IntentKind.THANK_YOU, "linkedin": IntentKind.LINKEDIN}
"""Drafts that the contact policy may hold back, besides a status question."""


def offer_to_show(talk: Talk, opportunity: Opportunity, name: str) -> None:
    """Show a draft, unless the contact policy holds it back: then the reason, and a way to keep the words."""
    if name in FOLLOW_UPS:
        _show_question(talk, opportunity)
    elif name in ASKS_FIRST:
        _show_if_allowed(talk, opportunity, name)
    elif name == "deadline" and not _has_deadline(talk, opportunity):
        talk.say("draft_needs.deadline", employer=opportunity.employer)
    elif name == "keep_in_touch":
        ask_news(talk, opportunity)
    else:
        show(talk, opportunity, name)


def show(talk: Talk, opportunity: Opportunity, name: str, style: Style = Style.PLAIN) -> None:
    """A draft with all that can be done to it."""
    remember_shown(talk, opportunity, name)
    talk.tell(_message(talk, opportunity, name, style), all_buttons(talk, opportunity, name, style))


def ask_news(talk: Talk, opportunity: Opportunity) -> None:
    """A sign of life needs something to say (R6)."""
    talk.ask("touch_news", opportunity.id)
    talk.say("ask.touch_news", employer=opportunity.employer)


def _show_question(talk: Talk, opportunity: Opportunity) -> None:
    verdict = plan.verdict_on(talk, opportunity, Intent())
    if verdict.verdict is Answer.GO and verdict.kind is policy.Kind.FOLLOW_UP:
        show(talk, opportunity, FOLLOW_UPS[min(verdict.count[0], 1)])
    else:
        contact.tell_verdict(talk, opportunity, Intent())


def _show_if_allowed(talk: Talk, opportunity: Opportunity, name: str) -> None:
    intent = Intent(kind=ASKS_FIRST[name])
    verdict = plan.verdict_on(talk, opportunity, intent)
    if verdict.kind != name or verdict.verdict is Answer.MOVE_ON:
        return contact.tell_verdict(talk, opportunity, intent)
    if verdict.verdict is Answer.HOLD:
        contact.tell_verdict(talk, opportunity, intent)
    return show(talk, opportunity, name)


def _has_deadline(talk: Talk, opportunity: Opportunity) -> bool:
    """An offer elsewhere with a date that is still ahead; it is never invented (R42)."""
    offers = [
        e for e in talk.known.events if e.type is EventType.COMPETING_OFFER and e.opportunity_id == opportunity.id
    ]
    return any(offer.deadline and offer.deadline >= talk.here.date() for offer in offers)


def _restyled(style: Style, talk: Talk, opportunity: Opportunity, name: str) -> None:
    """The same draft in another style, in the place of the one whose button was pressed."""
    remember_shown(talk, opportunity, name)
    talk.rewrite(_message(talk, opportunity, name, style), all_buttons(talk, opportunity, name, style))


def _message(talk: Talk, opportunity: Opportunity, name: str, style: Style) -> Html:
    block = made(talk, opportunity, name, style)
    return talk.words(f"draft_shown.{style}", employer=opportunity.employer, draft=block)


def with_name(act: Callable[[Talk, Opportunity, str], None], talk: Talk, pressed: Pressed) -> None:
    """A button that carries the name of a draft; it is an old one when something was sent since."""
    name = argument(pressed)
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or name not in (*SENT, "promised", "sentence") or not _is_fresh(talk, opportunity, pressed):
        return finished(talk)
    return act(talk, opportunity, name)


def _is_fresh(talk: Talk, opportunity: Opportunity, pressed: Pressed) -> bool:
    return pressed.version == contacts_sent(talk, opportunity)


@concerning("draft")
def _draft(talk: Talk, opportunity: Opportunity, text: str) -> None:
    offer_to_show(talk, opportunity, named_in(text) or fitting(talk, opportunity))


_HELP = (
    r"(help( me)?( to| with| out with)?( (write|draft|reply|answer|say|word))?( to)?|write|draft|compose|prepare"
    r"|suggest|show|give|make|create|get)"
)

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "draft",
        sounds(
            rf"{PLEASE}{_HELP}\b( me| for me| up| us)*\b[^?.!]*\b{LETTER}\b"
            rf"|{PLEASE}(an?|the|my) ((thank[- ]?you|withdrawal|follow[- ]?up|linked-?in|rejection|goodbye)\b"
            r"( note| mail| e-?mail| letter| message| text| request)?)\W*$"
            rf"|{PLEASE}(an?|the|some) (\w+ )?(draft|template|text)\b|{PLEASE}(a|the|some)? ?{LETTER} (draft"
            rf"|template)\b"
            r"|^\W*(and |so |but |ok,? )?how (do|should|can|would|shall) i (best )?(answer|reply|respond|word|phrase"
            r"|put|say"
            r"|write|ask (them )?for (more time|feedback))\b"
            r"|^\W*(and |so |but |ok,? )?what (do|should|can|could|would|shall) i (say|write|answer|reply|send)\b"
            r"|\bi('ll| will| would| might)? need (some |a bit |a little |a few days )?(more|extra) time\b"
            r".*\b(offer|decide|decision|think|answer)"
            r"|^\W*(an? |the |my )?(linked-?in|thank[- ]you|follow[- ]?up|withdrawal|rejection) "
            r"(message|request|note|text|mail|e-?mail|letter|draft)( please)?\W*$"
        ),
        _draft,
    ),
)
VERBS: dict[str, Handler] = {
    **{f"style.{style}": partial(with_name, partial(_restyled, style)) for style in Style},
    "show.draft": partial(with_name, offer_to_show),
}
