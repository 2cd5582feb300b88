"""What a plain "sent it" means, and when that was: the draft that was shown last, what a nudge brought, or what would
have gone next."""

from __future__ import annotations

from datetime import date, timedelta

from bot.coaching.letters import fitting
from bot.coaching.verdicts import verdict_on
from bot.hear.act import Act, By
from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import is_said
from bot.learn.called import by_person, named, same_name
from bot.learn.exchanged import out_of
from bot.learn.ledger import Ledger
from bot.learn.people import is_one
from bot.learn.plan import day_of, opens_on
from bot.learn.pressed import about
from scheduler import nudges
from scheduler.policy import Kind
from scheduler.policy.case import COMPETING_OFFER, LOGISTICS
from storage.facts import Channel, Contact, ContactKind, EventType, Nudged, Opportunity

SHOWN = "shown "
"""Before the name of the draft that was shown last, in `Person.amending`."""
TO = " to "
"""Between that name and who reads it, where somebody was named."""
IN = " in "
"""Between that name and the style it was shown in, where that is not the plain one."""
WITH = " + "
"""Before what the Person wants mentioned in it."""
OF_NUDGES = {
    **dict.fromkeys(("thank_you", "thank_you_again"), "thank_you"),
    **dict.fromkeys(("promise", "promise_eve"), "promised"),
    **dict.fromkeys(("follow_up", "second_follow_up", "follow_up_again", "parked"), "follow_up"),
    "reply_owed": "reply_invitation",
    "rejection_thanks": "rejection_thanks",
    "linkedin": "linkedin",
}
"""The draft that a nudge brings."""
SENT_WITH = {
    "thank_you": (ContactKind.THANK_YOU, None),
    "follow_up": (ContactKind.FOLLOW_UP, None),
    "second_follow_up": (ContactKind.FOLLOW_UP, None),
    "linkedin": (ContactKind.LINKEDIN, None),
    "deadline": (ContactKind.OTHER, COMPETING_OFFER),
    **dict.fromkeys(("late_call", "message"), (ContactKind.OTHER, LOGISTICS)),
    "keep_in_touch": (ContactKind.OTHER, "keep_in_touch"),
}
"""What is sent with a draft, and what it is about; every other one is an answer."""
AN_ANSWER = (ContactKind.REPLY, None)


LATELY = timedelta(days=2)
"""So long after a draft was shown, or brought, whatever is sent to them is that draft."""
A_WHILE = timedelta(days=2)
"""Thanks for a talk that is longer ago, told with it, went out after it and not just now."""


def is_told_twice(ledger: Ledger, act: Act) -> bool:
    """Whether the same words bear another act that says what was sent."""
    others = (other for other in ledger.acts if other is not act and other.name == act.name)
    return bool(act.span) and any(other.span == act.span for other in others)


def is_of_a_draft(ledger: Ledger, act: Act) -> bool:
    """Whether "sent to Kelly by mail" is about the draft of just now: it says nothing of a question, nor of a call."""
    if act.get("what") != ContactKind.FOLLOW_UP or act.by is not By.RULES or act.get("channel") == Channel.PHONE:
        return False
    if _says(act, "asked_them"):
        return False
    to = named(ledger, str(act.get("about"))) if act.has("about") else by_person(ledger, act)
    found = draft_of_just_now(ledger)
    return found is not None and (to is None or to.id == found[0].id)


def is_first_word(ledger: Ledger, opportunity: Opportunity, act: Act) -> bool:
    """Whether "sent Helen a short mail" is the thank-you: it is what should go next, and no word says that they asked.

    A question that waits as a draft, is pressed or told as one stays a question, and so does a call.
    """
    if act.get("what") != ContactKind.FOLLOW_UP or act.by is By.BUTTON or act.get("channel") == Channel.PHONE:
        return False
    over, shown, day = ledger.last_over(opportunity), shown_last(ledger), act.get("day")
    is_before = over is not None and day is not None and day < day_of(ledger, over.end)
    drafted = [shown[0].id] if shown is not None else []
    drafted += [one.opportunity_id for one in ledger.known.parked if one.handed_at is None]
    if over is None or is_before or opportunity.id in drafted or _says(act, "asked_them"):
        return False
    return verdict_on(ledger.known, opportunity, ledger.now).kind is Kind.THANK_YOU


def is_thanks_again(ledger: Ledger, opportunity: Opportunity, act: Act) -> bool:
    """Whether "sent Tom the note" is the thank-you that is out, told once more: it is no question in their time."""
    if act.get("what") != ContactKind.FOLLOW_UP or act.by is By.BUTTON or act.get("channel") == Channel.PHONE:
        return False
    over, said = ledger.last_over(opportunity), {word.text for word in words_of(fold(act.span))}
    if over is None or said.isdisjoint(NOTES) or _says(act, "asked_them"):
        return False
    thanked = any(contact.at >= over.start for contact in out_of(ledger, opportunity, ContactKind.THANK_YOU))
    opens = opens_on(ledger, opportunity)
    return thanked and (opens is None or ledger.today < opens)


NOTES = frozenset({"note", "card", "karte", "kaertchen", "zeilen", "dank"})
"""Words for a letter of thanks rather than a question."""


def just_sent(ledger: Ledger) -> Contact | None:
    """What this message has already told as sent: "sent it to Maria, and cc'd Ben"."""
    before = {contact.id for contact in ledger.before.contacts}
    letters = (one for one in reversed(ledger.known.contacts) if one.kind is not ContactKind.PROMISE)
    return next((one for one in letters if one.id not in before), None)


def went_to(ledger: Ledger, name: str) -> bool:
    """Whether this message tells that something went to them, too."""
    told = (str(act.get("to")) for act in ledger.acts if act.name == "sent" and act.has("to"))
    return any(is_one(name, one) for one in told)


def draft_of_just_now(ledger: Ledger) -> tuple[Opportunity, str] | None:
    """The draft that was shown or brought lately and is not sent: to whom, and its name."""
    shown, heard_at = shown_last(ledger), ledger.before.person.heard_at
    if shown is not None and heard_at is not None and ledger.now - heard_at <= LATELY:
        return shown
    brought = [n for n in ledger.known.nudged if n.name in OF_NUDGES and n.dropped is None]
    last: Nudged | None = max(brought, key=lambda nudged: nudged.at, default=None)
    opportunity = ledger.find(Opportunity, last.opportunity_id) if last is not None else None
    if last is None or opportunity is None or ledger.now - last.at > LATELY:
        return None
    is_gone = any(c.at >= last.at for c in out_of(ledger, opportunity, *ContactKind))
    return None if is_gone else (opportunity, OF_NUDGES[last.name])


def _says(act: Act, key: str) -> bool:
    return is_said(words_of(fold(act.span)), key)


def day_of_thanks(ledger: Ledger, opportunity: Opportunity, act: Act) -> date | None:
    """The day on which thanks went out that are told without one: "the next day", or with a talk of a while ago.
    None: just now."""
    over = ledger.last_over(opportunity)
    if over is None or act.by is not By.RULES:
        return None
    held, next_day = day_of(ledger, over.end), day_of(ledger, over.end) + timedelta(days=1)
    if _says(act, "sent_at_once"):
        return held
    told_with_it = all(old.id != over.id for old in ledger.before.interviews) and ledger.now - over.end > A_WHILE
    return min(next_day, ledger.today) if told_with_it or _says(act, "day_after") else None


def meant(ledger: Ledger, act: Act) -> tuple[Opportunity, str] | None:
    """To whom, and which draft. None: the Person is asked at whom."""
    shown = shown_last(ledger)
    if shown is not None and same_name(shown[0].employer, str(act.get("about") or shown[0].employer)):
        ledger.speak_of(shown[0])
        return shown
    opportunity = about(ledger, act)
    return (opportunity, _brought(ledger, opportunity)) if opportunity is not None else None


def shown_last(ledger: Ledger) -> tuple[Opportunity, str] | None:
    """The draft that was shown at the Person's wish, if nothing was sent since."""
    person = ledger.person
    opportunity = ledger.find(Opportunity, person.amending_about)
    is_draft = (person.amending or "").startswith(SHOWN)
    name = (person.amending or "").partition(WITH)[0].removeprefix(SHOWN).partition(TO)[0].partition(IN)[0]
    return (opportunity, name) if opportunity is not None and is_draft else None


def reader_shown(ledger: Ledger) -> str:
    """For whom that draft was, where somebody was named."""
    return (ledger.person.amending or "").partition(WITH)[0].partition(TO)[2]


def style_shown(ledger: Ledger) -> str:
    """The style in which that draft was shown; empty for the plain one."""
    return (ledger.person.amending or "").partition(WITH)[0].partition(TO)[0].partition(IN)[2]


def mention_shown(ledger: Ledger) -> str:
    """What is mentioned in that draft because the Person asked for it."""
    return (ledger.person.amending or "").partition(WITH)[2]


def _brought(ledger: Ledger, opportunity: Opportunity) -> str:
    """The draft of the last nudge, unless something went out since; else what the policy would have go next."""
    said = [n for n in ledger.known.nudged if n.opportunity_id == opportunity.id and n.name in OF_NUDGES]
    last: Nudged | None = max(said, key=lambda nudged: nudged.at, default=None)
    gone = max((contact.at for contact in out_of(ledger, opportunity, *ContactKind)), default=None)
    if last is not None and (gone is None or gone < last.at):
        return OF_NUDGES[last.name]
    if _is_left_for_another(ledger, opportunity):
        return "withdrawal"
    return fitting(ledger.known, opportunity, ledger.now)


def _is_left_for_another(ledger: Ledger, opportunity: Opportunity) -> bool:
    """Whether the Person has taken a job elsewhere: what goes to the others then is the goodbye."""
    if nudges.has_ended(ledger.known, opportunity):
        return False
    return any(e.type is EventType.ACCEPTED for e in ledger.known.events if e.opportunity_id != opportunity.id)


def is_same_reader(one: Contact, other: Contact) -> bool:
    """Whether they went to the same one; a question told again that day, with a name or without, is the same one."""
    first, second = (one.to or "").casefold(), (other.to or "").casefold()
    is_half = one.kind is ContactKind.FOLLOW_UP and one.channel == other.channel and not (first and second)
    return first == second or is_half
