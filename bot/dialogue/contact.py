"""Contact with the employer: may I write, what was sent, what came back. The contact policy alone decides."""

from __future__ import annotations

import re

from bot.coaching import drafts, plan, unasked
from bot.coaching.showing import last_interview
from bot.dialogue.talk import Talk
from bot.dialogue.which import about
from bot.turn import Rows
from bot.words import Html
from scheduler import policy
from storage.facts import Channel, Contact, ContactKind, Direction, Event, EventType, Opportunity, Parked

_INTENTS = (
    # A status question unless the text speaks of something else.
    (policy.IntentKind.LINKEDIN, r"\blinked-?in\b|\b(add|connect with) (her|him|them)\b|\bvernetz\w*"),
    (policy.IntentKind.THANK_YOU, r"\bthank|\b(be)?dank(e|en|t|es\w*)\b"),
    (
        policy.IntentKind.WITHDRAW,
        r"\b(withdraw|pull out|tell them (no|i'?m out)|decline)\b|\b(zurück(zu)?ziehen|aussteigen|absagen|ablehnen)\b",
    ),
    (
        policy.IntentKind.LOGISTICS,
        r"\b(new (phone )?number|running late|i'?m (ill|sick)|reschedule|another slot)\b"
        r"|\b(neue (telefon)?nummer|verspäte\w*|komme später|krank)\b",
    ),
    (
        policy.IntentKind.PROMISE,
        r"\b(references?|portfolio|documents?|certificates?|what i promised)\b"
        r"|\b(referenzen|\w*zeugnisse?|unterlagen|was ich versprochen)\b",
    ),
    (
        policy.IntentKind.OTHER,
        r"\b(gift|article|typo|complain|their boss|her boss|his boss)\b|\b(geschenk|blumen|tippfehler|beschwer\w*)\b",
    ),
)
_STATUS = re.compile(
    r"\b(any (news|update)s?|an update|decision|decided|how things stand|where (things|you) (stand|are)|status|timeline"
    r"|next steps?|heard? back|still (open|available)|hear from you|waiting for)\b|(?<!you )\bfollow(ing)? up\b",
    re.IGNORECASE,
)
STEPS = 5
"""An odd number of steps, because the message after an answer is two further on."""
LONGEST_DRAFT = 3000
"""Characters: it is handed back in one message of Telegram."""
_CHANNELS = (
    (
        Channel.PHONE,
        r"\b(call|called|calling|phone|phoned|ring|rang|voicemail|anruf\w*|anzurufen|angerufen|telefon\w*)\b",
    ),
    (Channel.LINKEDIN, r"\blinked-?in\b"),
    (Channel.TEXT, r"\b(texted|sms|whatsapp)\b"),
    (Channel.EMAIL, r"\b(e-?mail|e-?mailed|mail|mailed|write|wrote|mailen|schreib\w*|geschrieben)\b"),
)


def channel_in(text: str) -> Channel | None:
    """The channel that a text speaks of."""
    return next((channel for channel, words in _CHANNELS if re.search(words, text, re.IGNORECASE)), None)


def may_i(talk: Talk, text: str) -> None:
    """May I write to them? The verdict, in one or two sentences."""
    if not talk.open_opportunities:
        talk.say("contact.nobody")
        return
    opportunity = about(talk, text, "contact")
    if opportunity is not None:
        tell_verdict(talk, opportunity, intent_in(text))


def asks_how_things_stand(text: str) -> bool:
    """Whether a text to an employer asks for a decision, openly or not."""
    return _STATUS.search(text) is not None


def owes_thanks(talk: Talk, opportunity: Opportunity) -> bool:
    """Whether nobody has been thanked since the last Interview."""
    interview = last_interview(talk, opportunity)
    thanked = (c for c in talk.known.contacts if c.opportunity_id == opportunity.id and c.kind is ContactKind.THANK_YOU)
    return interview is not None and all(contact.at < interview.start for contact in thanked)


def useful_step(talk: Talk) -> Html:
    """What can be done today instead of writing to them: another one each time somebody asks."""
    return talk.words(f"step.{(talk.incoming.message_id or 0) % STEPS + 1}")


def intent_in(text: str) -> policy.Intent:
    """What the Person wants to send."""
    found = (kind for kind, words in _INTENTS if re.search(words, text, re.IGNORECASE))
    past_agency = re.search(
        r"\b(directly|past the agency|around the agency|direkt|an der agentur vorbei)\b", text, re.IGNORECASE
    )
    return policy.Intent(
        kind=next(found, policy.IntentKind.FOLLOW_UP),
        channel=channel_in(text),
        to="employer" if past_agency else None,
    )


def tell_verdict(talk: Talk, opportunity: Opportunity, intent: policy.Intent | None = None) -> None:
    """Say what the policy answers, under the name of the Opportunity."""
    verdict = plan.verdict_on(talk, opportunity, intent)
    buttons = [unasked.why_button(talk, opportunity, verdict)]
    if may_park(verdict) and (intent is None or intent.kind is policy.IntentKind.FOLLOW_UP):
        buttons.append(talk.button("park", opportunity.id))
    title, why = talk.words("title.plain", employer=opportunity.employer), plan.sentences(talk, verdict)
    if verdict.verdict is policy.Answer.HOLD and may_park(verdict):
        why = talk.join((why, useful_step(talk)), "\n\n")
    talk.say("contact.verdict", (tuple(buttons),), title=title, why=why)


def may_park(verdict: policy.Verdict) -> bool:
    """Whether a question written now can be kept for a day that is known."""
    return verdict.asks_from is not None


def ask_for_draft(talk: Talk, opportunity: Opportunity) -> None:
    """Let the Person write it now, so that it can go when its day has come."""
    opens = plan.question_opens(talk, opportunity)
    if opens is None:
        tell_verdict(talk, opportunity)
        return
    talk.ask("parked", opportunity.id)
    talk.say("ask.parked", opens=talk.day(opens))


def take_draft(talk: Talk, text: str) -> bool:
    """The Person's own words, kept as they are."""
    opportunity = talk.find(Opportunity, talk.person.asking_about)
    if opportunity is None:
        return True
    kept = talk.add(Parked, opportunity_id=opportunity.id, text=text[:LONGEST_DRAFT], at=talk.now)
    opens = plan.question_opens(talk, opportunity)
    day = talk.day(opens or talk.here.date())
    talk.say("parked.kept", ((talk.button("throw", kept.id),),), employer=opportunity.employer, opens=day)
    return True


def throw_away(talk: Talk, parked: Parked) -> None:
    """The Person no longer wants to send it."""
    talk.change(parked, handed_at=talk.now)
    talk.say("parked.thrown")


def sent(
    talk: Talk,
    opportunity: Opportunity,
    kind: ContactKind,
    channel: Channel | None = None,
    to: str | None = None,
) -> None:
    """The Person has sent something: keep it, and say what it changes."""
    too_early = kind is ContactKind.FOLLOW_UP and plan.question_opens(talk, opportunity) is not None
    talk.add(
        Contact,
        opportunity_id=opportunity.id,
        at=talk.now,
        kind=kind,
        direction=Direction.OUT,
        channel=channel,
        to=to,
    )
    opens = plan.question_opens(talk, opportunity)
    if kind is ContactKind.FOLLOW_UP:
        used, allowed = plan.verdict_on(talk, opportunity).count
        next_key = "sent.follow_up_early" if too_early else "sent.follow_up_next"
        key = "sent.follow_up" if opens is None else next_key
        until = "" if opens is None else talk.day(opens)
        talk.say(key, employer=opportunity.employer, used=used, allowed=allowed, opens=until)
    elif opens is not None:
        talk.say(f"sent.{kind}_until", employer=opportunity.employer, opens=talk.day(opens))
    else:
        talk.say(f"sent.{kind}", employer=opportunity.employer)


def thank(talk: Talk, opportunity: Opportunity) -> None:
    """The note was sent, for a panel the one that was shown; the next one follows at once."""
    over = [interview for interview in talk.interviews_of(opportunity) if interview.end <= talk.now]
    to = drafts.next_to_thank(talk.known, over[-1]) if over else None
    sent(talk, opportunity, ContactKind.THANK_YOU, None, to)
    if over and drafts.next_to_thank(talk.known, over[-1]) is not None:
        unasked.show_thank_you(talk, opportunity, over[-1], "nudge.thank_you_next")


def did(talk: Talk, opportunity: Opportunity, about: str) -> None:
    """The Person has done what was not a question: called the agency, told of a deadline."""
    talk.add(
        Contact,
        opportunity_id=opportunity.id,
        at=talk.now,
        kind=ContactKind.OTHER,
        direction=Direction.OUT,
        about=about,
        to="agency" if opportunity.via_agency else None,
    )
    talk.say("sent.reply", employer=opportunity.employer)


def happened(talk: Talk, opportunity: Opportunity, kind: EventType, **values: object) -> Event:
    """Something happened in an Opportunity."""
    event = talk.add(Event, opportunity_id=opportunity.id, type=kind, at=talk.now, **values)
    if opportunity.muted:
        talk.change(opportunity, muted=False)
    return event


def ask_what_came(talk: Talk, opportunity: Opportunity) -> None:
    """They answered: what did they say?"""
    verbs = (("came.invitation", "came.offer"), ("came.no", "came.later"), ("came.courtesy",))
    buttons: Rows = tuple(tuple(talk.button(verb, opportunity.id) for verb in line) for line in verbs)
    talk.say("heard.what", buttons, employer=opportunity.employer)
