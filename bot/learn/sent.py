"""What the Person has sent: thanks, questions, answers. What a plain "sent it" means, and what each of them changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.coaching.drafts import next_to_thank
from bot.coaching.verdicts import verdict_on
from bot.hear.act import Act, By
from bot.learn import ends, promises
from bot.learn.events import newest
from bot.learn.exchanged import out_of, went_out
from bot.learn.ledger import Ledger
from bot.learn.lines import draft, keep, stands
from bot.learn.offers import DECIDES, OFFERS, decide
from bot.learn.people import is_all_of, is_one
from bot.learn.plan import day_of, moment_on, opens_on, placed, working_day_of
from bot.learn.pressed import about, also
from bot.learn.reported import (
    AN_ANSWER,
    SENT_WITH,
    day_of_thanks,
    is_first_word,
    is_of_a_draft,
    is_same_reader,
    is_thanks_again,
    is_told_twice,
    just_sent,
    meant,
    reader_shown,
    shown_last,
    went_to,
)
from bot.learn.talks import is_correcting
from bot.learn.which import interview_for
from bot.learn.windows import last_day
from scheduler.policy.case import AGENCY, COMPETING_OFFER, DEBRIEF, LOGISTICS
from storage.facts import Channel, Contact, ContactKind, EventType, Opportunity

THEIR_NEWS = (
    *("invited", "offer", "scheduling", "reopened", "call_planned", "window", "window_moved", "rejected"),
    *("position_gone", "asked_to_wait", "paused", "away", "heard", "may_ask_from", "no_contact"),
)
"""Acts that may have come of a question: beside them it is not counted aloud."""


def sent(ledger: Ledger, act: Act) -> None:
    """The Person has written to them, or called."""
    what = act.get("what")
    if what is None and (also(ledger, "kept") or is_told_twice(ledger, act)):
        return None
    if what is None or is_of_a_draft(ledger, act):
        return _what_was_shown(ledger, act)
    if what == "promised":
        return None if also(ledger, "kept") else promises.kept(ledger, act.without("what"))
    opportunity = about(ledger, act)
    if opportunity is not None:
        shown = shown_last(ledger)
        if what == ContactKind.REPLY and shown is not None and shown[0].id == opportunity.id and shown[1] in DECIDES:
            return _what_was_shown(ledger, act)
        is_thanks = is_first_word(ledger, opportunity, act) or is_thanks_again(ledger, opportunity, act)
        kind = ContactKind.THANK_YOU if is_thanks else ContactKind(what)
        _send(ledger, opportunity, act, kind, act.get("topic"))
    return None


# "Sent it"


def _what_was_shown(ledger: Ledger, act: Act) -> None:
    if act.has("to") and (same := just_sent(ledger)) is not None:
        return _send(ledger, ledger.opportunity_of(same), act, same.kind, same.about, shown=True)
    if (found := meant(ledger, act)) is None:
        return None
    opportunity, name = found
    if name == "promised":
        return promises.deliver(ledger, opportunity, act)
    if name == "withdrawal":
        return ends.tell_them(ledger, opportunity)
    kind, topic = SENT_WITH.get(name, AN_ANSWER)
    if name in DECIDES and ends.end_of(ledger, opportunity) is None:
        return decide(ledger, opportunity, name, moment_on(ledger, act.get("day")))
    return _send(ledger, opportunity, act, kind, topic, shown=True)


# What went out


def _send(
    ledger: Ledger, opportunity: Opportunity, act: Act, kind: ContactKind, topic: str | None, *, shown: bool = False
) -> None:
    thanks = day_of_thanks(ledger, opportunity, act) if kind is ContactKind.THANK_YOU and not shown else None
    at = moment_on(ledger, act.get("day") or thanks)
    kind = _after_a_no(ledger, opportunity, kind, at)
    new = Contact(
        id=0,
        opportunity_id=opportunity.id,
        at=at,
        kind=kind,
        about=(topic or _topic(ledger, opportunity, act)) if kind is ContactKind.OTHER else None,
    )
    new = replace(new, to=_to(ledger, opportunity, act, new, shown=shown), channel=_channel(opportunity, act, new))
    before, same = opens_on(ledger, opportunity), _told_before(ledger, act, new)
    if same is not None:
        return _told_again(ledger, act, same, new, before)
    made = went_out(ledger, opportunity, kind, at, channel=new.channel, to=new.to, about=new.about)
    if kind is ContactKind.THANK_YOU and not ledger.interviews_of(opportunity):
        interview_for(ledger, act, opportunity)  # who has thanked them has met them
    for interview in ledger.interviews_of(opportunity):
        placed(ledger, interview)
    return _tell(ledger, opportunity, made, before)


def _after_a_no(ledger: Ledger, opportunity: Opportunity, kind: ContactKind, at: datetime) -> ContactKind:
    """Thanks after a no are the answer to it (R5); those that are told in one breath with it went out before."""
    is_answer = _answers_a_no(ledger, opportunity, at) and not also(ledger, "rejected", "position_gone")
    return ContactKind.REPLY if kind is ContactKind.THANK_YOU and is_answer else kind


def _answers_a_no(ledger: Ledger, opportunity: Opportunity, at: datetime) -> bool:
    no = newest(ledger, opportunity, EventType.REJECTED)
    return no is not None and ends.end_of(ledger, opportunity) is EventType.REJECTED and no.at <= at


def _topic(ledger: Ledger, opportunity: Opportunity, act: Act) -> str:
    """What a message was about that is neither thanks nor question: an offer elsewhere, else something practical; the
    first one to the agency tells how the talk went (R12)."""
    over = ledger.last_over(opportunity)
    if act.get("to") == AGENCY and over is not None:
        ours = (c for c in ledger.known.contacts if c.opportunity_id == opportunity.id and c.at >= over.end)
        return LOGISTICS if any(contact.about == DEBRIEF for contact in ours) else DEBRIEF
    told = newest(ledger, opportunity, EventType.COMPETING_OFFER) is not None or also(ledger, "offer")
    others = (e for e in ledger.known.events if e.type in OFFERS and e.opportunity_id != opportunity.id)
    return COMPETING_OFFER if told or any(others) else LOGISTICS


def _to(ledger: Ledger, opportunity: Opportunity, act: Act, new: Contact, *, shown: bool) -> str | None:
    """Who is named; of a panel, the one for whom the draft was (R16)."""
    over = ledger.last_over(opportunity)
    if new.kind is ContactKind.THANK_YOU and over and not act.has("to") and is_all_of(over.interviewers, act.span):
        return None  # with nobody named, all of them are thanked
    reader = act.get("to") or (reader_shown(ledger) if shown else None)
    if reader:
        to, names = str(reader), over.interviewers if over else ()
        known = next((name for name in names if is_one(name, to)), None)
        return known or (AGENCY if opportunity.via_agency and new.kind is ContactKind.THANK_YOU else to)
    if new.kind is ContactKind.OTHER and opportunity.via_agency:
        return AGENCY
    of_a_draft = new.kind is ContactKind.THANK_YOU and (shown or act.by is By.BUTTON)
    return next_to_thank(ledger.known, over) if of_a_draft and over else None


def _channel(opportunity: Opportunity, act: Act, new: Contact) -> Channel | None:
    if act.has("channel"):
        return Channel(act.get("channel"))
    if new.kind is ContactKind.LINKEDIN:
        return Channel.LINKEDIN
    if new.about == DEBRIEF:
        return Channel.PHONE
    return opportunity.preferred_channel if new.kind is ContactKind.FOLLOW_UP and act.by is By.BUTTON else None


# Told again


def _told_before(ledger: Ledger, act: Act, new: Contact) -> Contact | None:
    """The Contact that is meant once more: the same on that day, thanks for the same talk, or what is put right."""
    opportunity = ledger.opportunity_of(new)
    ours = [contact for contact in reversed(out_of(ledger, opportunity, new.kind)) if contact.about == new.about]
    if act.by is By.BUTTON or not ours:
        return None
    if is_correcting(ledger) or also(ledger, "denied"):
        return ours[0]
    over = ledger.last_over(opportunity)
    since = over.start if over is not None and new.kind is ContactKind.THANK_YOU and not act.has("day") else ledger.now
    for contact in ours:
        is_same_day = day_of(ledger, contact.at) == day_of(ledger, new.at)
        if is_same_reader(contact, new) and (is_same_day or contact.at >= since):
            return contact
    return None


def _told_again(ledger: Ledger, act: Act, same: Contact, new: Contact, before: date | None) -> None:
    """What was missing is filled in, what is put right is changed."""
    opportunity, day = ledger.opportunity_of(same), day_of(ledger, same.at)
    moved = act.has("day") and day != day_of(ledger, new.at)
    changed = ledger.change(
        same, to=new.to or same.to, channel=new.channel or same.channel, at=new.at if moved else same.at
    )
    if changed is same:
        stands(ledger, opportunity, "kept.sent.again", who=same.to or opportunity.employer, day=day)
    else:
        _tell(ledger, opportunity, changed, before)


# The line


def _tell(ledger: Ledger, opportunity: Opportunity, made: Contact, before: date | None) -> None:
    who, day = made.to or opportunity.employer, day_of(ledger, made.at)
    if made.to == AGENCY:
        who = opportunity.agency or opportunity.employer
    params: dict[str, Any] = {"who": who, "day": day}
    if made.kind is ContactKind.FOLLOW_UP:
        return _tell_question(ledger, opportunity, made, before, params)
    if made.kind is ContactKind.THANK_YOU:
        return _tell_thanks(ledger, opportunity, params)
    if made.kind is ContactKind.REPLY and _answers_a_no(ledger, opportunity, made.at):
        return _tell_last_word(ledger, opportunity)
    key = made.about if made.kind is ContactKind.OTHER else made.kind
    return keep(ledger, opportunity, f"kept.sent.{key}", employer=opportunity.employer, **params)


def _tell_thanks(ledger: Ledger, opportunity: Opportunity, params: dict[str, Any]) -> None:
    """Then it is their turn; of a panel the next one gets a note of their own (R16)."""
    over, opens = ledger.last_over(opportunity), opens_on(ledger, opportunity)
    rest = next_to_thank(ledger.known, over) if over is not None and params["who"] in over.interviewers else None
    if rest is not None and not went_to(ledger, rest):
        presses = draft(ledger, opportunity, "thank_you")
        return keep(ledger, opportunity, "kept.sent.thank_you.next", presses, name=rest, **params)
    if opens is not None and not also(ledger, "window", "window_moved"):
        return keep(ledger, opportunity, "kept.sent.thank_you.opens", opens=opens, **params)
    return keep(ledger, opportunity, "kept.sent.thank_you", **params)


def _tell_question(
    ledger: Ledger, opportunity: Opportunity, made: Contact, before: date | None, params: dict[str, Any]
) -> None:
    """Counted, with the day of the next one; not where it brought news, and not if it belongs to an earlier round."""
    used, allowed = verdict_on(ledger.known, opportunity, ledger.now).count
    opens = opens_on(ledger, opportunity)
    if used == 0 or also(ledger, *THEIR_NEWS):
        key = "kept.sent.called" if made.channel is Channel.PHONE else "kept.sent.written"
        return keep(ledger, opportunity, key, **params)
    params |= {"used": used, "allowed": allowed, "employer": opportunity.employer}
    if opens is None:
        return keep(ledger, opportunity, "kept.sent.follow_up", **params)
    is_early = before is not None and working_day_of(ledger, opportunity, made.at) < before
    is_early = is_early and day_of(ledger, made.at) <= (last_day(ledger, opportunity) or date.max)  # then they are late
    key = "kept.sent.follow_up.early" if is_early else "kept.sent.follow_up.next"
    return keep(ledger, opportunity, key, opens=opens, **params)


def _tell_last_word(ledger: Ledger, opportunity: Opportunity) -> None:
    """After a no, the answer was the last thing to do."""
    presses = draft(ledger, opportunity, "linkedin")
    ends.close(ledger, opportunity)
    keep(ledger, opportunity, "kept.sent.after_no", presses, employer=opportunity.employer)
