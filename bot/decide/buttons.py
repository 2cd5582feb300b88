"""The buttons about drafts and verdicts, for answers and for nudges alike: facts in, presses out."""

from __future__ import annotations

from bot.coaching.drafts import Style
from bot.coaching.letters import FIXED
from bot.words.named import Press, Presses, text
from scheduler import nudges, policy
from storage.facts import PICTURES_OFF, Direction, Known, Opportunity

SENT = {
    "thank_you": "sent.thank_you",
    "follow_up": "sent.follow_up",
    "second_follow_up": "sent.follow_up",
    "reply_invitation": "sent.reply",
    "document_sent": "sent.reply",
    "late_call": "did.logistics",
    "message": "did.logistics",
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
LONGEST_NAME = 20
ON_BUTTONS = (Style.PLAIN, Style.SHORTER, Style.WARMER)
"""Styles that a draft is offered in."""


def contacts_sent(known: Known, opportunity: Opportunity) -> int:
    """How many Contacts the Person has reported: a button pressed after one more is an old one."""
    return sum(c.direction is Direction.OUT for c in known.contacts if c.opportunity_id == opportunity.id)


def act_press(known: Known, opportunity: Opportunity, verb: str) -> Press:
    """A button that acts once on an Opportunity."""
    return Press(verb, opportunity.id, contacts_sent(known, opportunity))


def act_presses(known: Known, opportunity: Opportunity, *verbs: str) -> Presses:
    """Several of them, each on its own line."""
    return tuple((act_press(known, opportunity, verb),) for verb in verbs)


def why_press(opportunity: Opportunity, verdict: policy.Verdict) -> Press:
    """Shows the rule behind a verdict."""
    return Press(f"why.{verdict.rule}", opportunity.id, label=text("button.why"))


def why_presses(known: Known, opportunity: Opportunity, verdict: policy.Verdict) -> tuple[Press, ...]:
    """The rule behind a verdict; where it holds back, beside it the picture of the wait."""
    why = why_press(opportunity, verdict)
    waits = verdict.verdict is policy.Answer.HOLD and verdict.asks_from is not None
    is_drawn = waits and known.person.pictures != PICTURES_OFF
    return (why, Press("show.wait", opportunity.id)) if is_drawn else (why,)


def show_press(known: Known, opportunity: Opportunity, name: str) -> Press:
    """Shows a draft."""
    label = text(f"show.{name}", employer=opportunity.employer[:LONGEST_NAME])
    return Press(f"show.draft={name}", opportunity.id, contacts_sent(known, opportunity), label)


def tell_press(known: Known, opportunity: Opportunity) -> Press:
    """Tells this one of an offer elsewhere and its day."""
    label = text("offer.tell_label", employer=opportunity.employer[:LONGEST_NAME])
    return Press("others.tell", opportunity.id, contacts_sent(known, opportunity), label)


def sent_press(known: Known, opportunity: Opportunity, name: str) -> Press | None:
    """ "Sent it" for the draft of that name; None when there is nothing to report."""
    label = text("button.done.promise")
    if name == "promised":
        owed = nudges.owed(known, opportunity)
        return Press("done.promise", owed[0].id, label=label) if owed else None
    verb = SENT.get(name)
    return Press(verb, opportunity.id, contacts_sent(known, opportunity), label) if verb else None


def change_presses(known: Known, opportunity: Opportunity, name: str, style: Style = Style.PLAIN) -> Presses:
    """Under a draft: the two other styles, and the Person's own words. `style` is the one that is shown."""
    others = () if name in FIXED else tuple(other for other in ON_BUTTONS if other is not style)
    styles = tuple(_carrying(known, opportunity, f"style.{other}", name) for other in others)
    own = (own_press(known, opportunity, name),)
    return (styles, own) if styles else (own,)


def draft_presses(known: Known, opportunity: Opportunity, name: str, style: Style = Style.PLAIN) -> Presses:
    """ "Sent it", and then what changes the draft."""
    sent = sent_press(known, opportunity, name)
    first: Presses = ((sent,),) if sent else ()
    return (*first, *change_presses(known, opportunity, name, style))


def own_press(known: Known, opportunity: Opportunity, name: str) -> Press:
    """The one sentence is the same for everybody; a mail in the Person's own words is about one employer."""
    return Press("own.sentence") if name == "sentence" else _carrying(known, opportunity, "own.draft", name)


def _carrying(known: Known, opportunity: Opportunity, verb: str, name: str) -> Press:
    """A button whose verb carries the name of a draft; its words are those of the verb alone."""
    return Press(f"{verb}={name}", opportunity.id, contacts_sent(known, opportunity), text(f"button.{verb}"))
