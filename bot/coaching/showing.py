"""How a Draft stands in a message: in a block that one tap copies, with the buttons that change it.

What a Draft says lives in `bot.coaching.drafts`; whether it may go is for the contact policy.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from bot.coaching.drafts import Draft, Style, draft
from bot.words import Html, plain
from scheduler import nudges
from storage.facts import Direction, Interview, Opportunity

if TYPE_CHECKING:  # the dialogue shows drafts in its own modules too
    from bot.dialogue.talk import Talk
    from bot.turn import Button, Rows

SENT = {
    "thank_you": "sent.thank_you",
    "follow_up": "sent.follow_up",
    "second_follow_up": "sent.follow_up",
    "reply_invitation": "sent.reply",
    "document_sent": "sent.reply",
    "late_call": "did.logistics",
    "deadline": "did.offer_deadline",
    "rejection_thanks": "sent.reply",
    "keep_in_touch": "did.keep_in_touch",
    "offer_received": "sent.reply",
    "more_time": "sent.reply",
    "acceptance": "sent.reply",
    "decline": "sent.reply",
    "withdrawal": "did.withdraw",
    "linkedin": "sent.linkedin",
    "spoken_offer": "sent.reply",
}
"""The button by which the Person says that they have sent a draft."""
QUESTIONS = ("follow_up", "second_follow_up")
"""Drafts that ask how things stand: they go the way that they prefer (R35)."""
FIXED = ("keep_in_touch",)
"""Drafts made of words that are not kept, so that they cannot be made again in another style."""


def contacts_sent(talk: Talk, opportunity: Opportunity) -> int:
    """How many Contacts the Person has reported: a button pressed after one more is an old one."""
    return sum(c.direction is Direction.OUT for c in talk.known.contacts if c.opportunity_id == opportunity.id)


def in_block(talk: Talk, shown: Draft) -> Html:
    """A draft as it stands in a message: one tap copies it."""
    text = html.escape(shown.text, quote=False)
    if shown.subject is None:
        return Html(f"<pre>{text}</pre>")
    subject = talk.words("draft.subject_line", subject=shown.subject)
    return Html(f"{subject}\n<pre>{text}</pre>")


def last_interview(talk: Talk, opportunity: Opportunity) -> Interview | None:
    """The latest Interview that is over, else the next one."""
    interviews = talk.interviews_of(opportunity)
    over = [interview for interview in interviews if interview.end <= talk.now]
    return over[-1] if over else next(iter(interviews), None)


def made(talk: Talk, opportunity: Opportunity, name: str, style: Style = Style.PLAIN, **params: Any) -> Html:
    """A draft by its name, in a block."""
    interview = last_interview(talk, opportunity)
    if interview is not None and interview.end > talk.now:
        interview = None  # nobody is thanked for a talk that is still to come
    channel = opportunity.preferred_channel if name in QUESTIONS else None
    owed = nudges.owed(talk.known, opportunity)
    if name == "promised" and owed:
        params.setdefault("what", owed[0].what)
        params.setdefault("late", owed[0].due < talk.here.date())
    made_of: dict[str, Any] = {"interview": interview, "style": style, "channel": channel, **params}
    return in_block(talk, draft(name, talk.known, opportunity, **made_of))


def sent_button(talk: Talk, opportunity: Opportunity, name: str) -> Button | None:
    """ "Sent it" for the draft of that name; None when there is nothing to report."""
    owed = nudges.owed(talk.known, opportunity)
    label = plain("button.done.promise", talk.person.language)
    if name == "promised":
        return talk.button("done.promise", owed[0].id) if owed else None
    verb = SENT.get(name)
    return talk.button(verb, opportunity.id, contacts_sent(talk, opportunity), label=label) if verb else None


def draft_buttons(talk: Talk, opportunity: Opportunity, name: str, style: Style = Style.PLAIN) -> Rows:
    """Under a draft: the two other styles, and the Person's own words. `style` is the one that is shown."""
    version = contacts_sent(talk, opportunity)
    others = () if name in FIXED else tuple(other for other in Style if other is not style)
    styles = tuple(_carrying(talk, f"style.{other}", name, opportunity, version) for other in others)
    own = (_own(talk, opportunity, name, version),)
    return (styles, own) if styles else (own,)


def all_buttons(talk: Talk, opportunity: Opportunity, name: str, style: Style = Style.PLAIN) -> Rows:
    """ "Sent it", and then what changes the draft."""
    sent = sent_button(talk, opportunity, name)
    first: Rows = ((sent,),) if sent else ()
    return (*first, *draft_buttons(talk, opportunity, name, style))


def show_button(talk: Talk, opportunity: Opportunity, name: str) -> Button:
    """The button that shows a draft."""
    label = plain(f"show.{name}", talk.person.language, employer=opportunity.employer[:20])
    return talk.button(f"show.draft={name}", opportunity.id, contacts_sent(talk, opportunity), label=label)


def _own(talk: Talk, opportunity: Opportunity, name: str, version: int) -> Button:
    """The one sentence is the same for everybody; a mail in the Person's own words is about one employer."""
    return (
        talk.button("own.sentence") if name == "sentence" else _carrying(talk, "own.draft", name, opportunity, version)
    )


def _carrying(talk: Talk, verb: str, name: str, opportunity: Opportunity, version: int) -> Button:
    """A button whose verb carries the name of a draft; its words are those of the verb alone."""
    label = talk.button(verb).label
    return talk.button(f"{verb}={name}", opportunity.id, version, label=label)
