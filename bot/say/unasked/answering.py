"""Said when they wait for something, and about offers: an answer, a call, the paper, the day to decide by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.coaching import letters, verdicts
from bot.decide.buttons import act_press, act_presses, change_presses, why_press
from bot.learn.ledger import Ledger, Part
from bot.say.unasked.telling import Say, event_of, later, line_of
from bot.words.named import Listed, Text, lines, text
from scheduler import nudges, policy
from scheduler.nudges import Plan
from storage.facts import Event, EventType, Opportunity

JUST_OUT = timedelta(hours=4)


def _reply_owed(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    presses = (*act_presses(ledger.known, opportunity, "sent.reply"), (later(ledger),))
    if (event := event_of(ledger, planned)).type is EventType.OFFER:
        return Part(_thanks_for_an_offer(opportunity, event), presses)
    return Part(text("nudge.reply_owed", employer=opportunity.employer, what=_awaited(event)), presses)


def _thanks_for_an_offer(opportunity: Opportunity, offer: Event) -> Text:
    """A thank-you, which decides nothing."""
    if offer.deadline is None:
        return text("nudge.offer_thanks", employer=opportunity.employer)
    return text("nudge.offer_thanks.dated", employer=opportunity.employer, day=offer.deadline)


def _awaited(event: Event) -> Text:
    """What they wait for, by name and day where these were told."""
    if event.type is EventType.REQUEST and event.what:
        key = "event.request.due" if event.deadline else "event.request.what"
        return text(key, what=event.what, due=event.deadline) if event.deadline else text(key, what=event.what)
    return text(f"event.{event.type}")


def _rejection_thanks(ledger: Ledger, opportunity: Opportunity, _planned: Plan) -> Part:
    name, known = "rejection_thanks", ledger.known
    draft = letters.made(known, opportunity, ledger.now, name)
    sent, rest = (act_press(known, opportunity, verb) for verb in ("sent.reply", "rest"))
    presses = ((sent, later(ledger)), *change_presses(known, opportunity, name), (rest,))
    return Part(text("nudge.rejection_thanks", employer=opportunity.employer, draft=draft), presses)


def _your_move(ledger: Ledger, opportunity: Opportunity, _planned: Plan) -> Part:
    verdict = verdicts.verdict_on(ledger.known, opportunity, ledger.now)
    kind = nudges.move(nudges.look_at(ledger.known, opportunity, ledger.now))
    done = act_presses(ledger.known, opportunity, f"did.{kind}")
    why = verdicts.sentences(verdict) if kind is verdict.kind else text(f"verdict.go.{kind}")
    begins = text(_begins(ledger, opportunity, str(kind)), employer=opportunity.employer)
    presses = (*done, (why_press(opportunity, verdict), later(ledger)))
    return Part(lines((begins, why), " "), presses)


def _begins(ledger: Ledger, opportunity: Opportunity, kind: str) -> str:
    """What has brought it about; of a talk that ended hours ago nobody has just come."""
    over = ledger.last_over(opportunity)
    is_past = over is not None and ledger.now - over.end > JUST_OUT
    return f"nudge.your_move.{kind}.later" if kind == policy.Kind.DEBRIEF and is_past else f"nudge.your_move.{kind}"


def _offer_deadline(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    deadline = event_of(ledger, planned).deadline
    assert deadline is not None, "this nudge is about an offer with a day"
    key = "nudge.offer_deadline_today" if deadline <= ledger.today else "nudge.offer_deadline"
    verdict = verdicts.verdict_on(ledger.known, opportunity, ledger.now)
    presses = ((why_press(opportunity, verdict),),)
    said = text(key, employer=opportunity.employer, day=deadline)
    return Part(lines((said, *_still_open(ledger, opportunity)), " "), presses)


def _still_open(ledger: Ledger, opportunity: Opportunity) -> Iterator[Text]:
    """Who else may still take the Person: a reason to ask for days before either is turned down; with their own day."""
    running = [o for o in ledger.open_opportunities if o.id != opportunity.id]
    others = [o for o in running if ledger.last_over(o) is not None and not nudges.has_ended(ledger.known, o)]
    if not others:
        return
    named = verdicts.verdict_on(ledger.known, others[0], ledger.now).params.get("named")
    if len(others) == 1 and isinstance(named, date) and named >= ledger.today:
        yield text("nudge.offer_deadline.until", employer=others[0].employer, named=named)
    yield text("nudge.offer_deadline.open", names=Listed(tuple(other.employer for other in others)))


def _paper(ledger: Ledger, opportunity: Opportunity, _planned: Plan) -> Part:
    ledger.ask("paper", opportunity.id)
    presses = (line_of(opportunity.id, "paper.yes", "paper.no"),)
    return Part(text("nudge.paper", employer=opportunity.employer), presses)


WORDS: dict[str, Say] = {
    "reply_owed": _reply_owed,
    "rejection_thanks": _rejection_thanks,
    "your_move": _your_move,
    "offer_deadline": _offer_deadline,
    "paper": _paper,
}
