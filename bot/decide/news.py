"""What happened at an employer, with two taps instead of a sentence; and a letter that was pasted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.coaching.elsewhere import deadline_elsewhere
from bot.decide.meant import is_asked, mark, meant, once
from bot.decide.question import Question, pose
from bot.decide.unplaced import keep_note
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger, Stale
from bot.learn.lines import draft
from bot.learn.pressed import page
from bot.words.named import Press, Presses
from scheduler.policy.case import COMPETING_OFFER
from storage.facts import ContactKind, Event, EventType, Opportunity

TOLD_LATELY = timedelta(days=14)
"""So long ago they may have been told of an offer that is only now told here."""
MENU = (
    ("ev.asked", "ev.back"),
    ("ev.wait", "ev.hold"),
    ("ev.away", "ev.other_offer"),
    ("ev.offer", "ev.no"),
    ("ev.wrote",),
    ("ev.else",),
)
WROTE = (
    ("ev.wrote.thank_you", "ev.wrote.follow_up"),
    ("ev.wrote.reply", "ev.wrote.promise"),
    ("ev.wrote.linkedin",),
)


def _menu(ledger: Ledger, opportunity: Opportunity, rows: tuple[tuple[str, ...], ...]) -> Presses:
    version = page(ledger, opportunity)
    return tuple(tuple(Press(verb, opportunity.id, version) for verb in line) for line in rows)


def ask_news(ledger: Ledger, act: Act) -> None:
    """What happened at Acme? One tap, and perhaps one more word."""
    opportunity = meant(ledger, act)
    if opportunity is None:
        return None if is_asked(ledger, act) else ledger.answer("news.tell")
    if act.by is By.BUTTON and opportunity.closed_at is not None:
        raise Stale
    return ledger.answer("ask.ev_menu", _menu(ledger, opportunity, MENU), employer=opportunity.employer)


def ask_wrote(ledger: Ledger, act: Act) -> None:
    """What did the Person write?"""
    opportunity = _of_the_menu(ledger, act)
    ledger.answer("ask.ev_wrote", _menu(ledger, opportunity, WROTE), employer=opportunity.employer)


def something_else(ledger: Ledger, act: Act) -> None:
    """In the Person's own words, then."""
    ledger.answer("ask.ev_else", employer=_of_the_menu(ledger, act).employer)


def _of_the_menu(ledger: Ledger, act: Act) -> Opportunity:
    """A menu is an old one once something more was kept. Raises Stale then."""
    opportunity = ledger.found(Opportunity, act.row)
    if opportunity.closed_at is not None or act.version != page(ledger, opportunity):
        raise Stale
    mark(ledger, act)
    ledger.speak_of(opportunity)
    return opportunity


# An offer elsewhere


def other_offer(ledger: Ledger, act: Act) -> None:
    """An offer from somewhere that is not followed here: its day is what counts (R10)."""
    opportunity = _of_the_menu(ledger, act) if act.by is By.BUTTON else meant(ledger, act)
    if opportunity is None:
        return None if is_asked(ledger, act) else ledger.answer("news.tell")
    deadline = act.get("deadline") or deadline_elsewhere(ledger.known, opportunity, ledger.today)
    if deadline is None and act.by is By.BUTTON:
        return pose(ledger, OTHER_OFFER, opportunity.id)
    ledger.add(
        Event,
        opportunity_id=opportunity.id,
        type=EventType.COMPETING_OFFER,
        at=_known_since(ledger, opportunity),
        deadline=deadline,
    )
    if deadline is None:
        return ledger.keep("event_said.competing_offer", employer=opportunity.employer)
    if any(one.name == "sent" and one.get("what") == ContactKind.OTHER for one in ledger.acts):
        return None  # they know already
    presses = draft(ledger, opportunity, "deadline")
    return ledger.keep("event_said.competing_offer.dated", presses, employer=opportunity.employer, day=deadline)


def _known_since(ledger: Ledger, opportunity: Opportunity) -> datetime:
    """Now; where they have been told of it already, before that."""
    told = [c.at for c in ledger.known.contacts if c.opportunity_id == opportunity.id and c.about == COMPETING_OFFER]
    new = [at for at in told if at >= ledger.now - TOLD_LATELY]
    return min([ledger.now, *new])


def _deadline(ledger: Ledger, act: Act) -> Act | None:
    row = ledger.before.person.asking_about or 0
    slots = {"deadline": act.get("day")} if act.name == "day" else {}
    return Act("other_offer", slots, by=By.BARE, row=row) if act.name in ("day", "no", "skip") else None


def wont(ledger: Ledger, act: Act) -> None:
    """The Person will not write it."""
    opportunity, what = once(ledger, act), str(act.get("what") or "thank_you")
    if opportunity is None:
        return None if is_asked(ledger, act) else ledger.answer("small.fine")
    over = ledger.last_over(opportunity)
    if what == "thank_you" and over is not None:
        ledger.change(over, thank_you_declined=True)
    return ledger.answer(f"wont.{what}")


def letter(ledger: Ledger, act: Act) -> None:
    """A letter of theirs: its news are acts beside it; without any it is asked what it says."""
    others = [other for other in ledger.acts if other.name not in ("letter", "hello", "thanks")]
    if not others:
        ask_news(ledger, act)


def words(ledger: Ledger, act: Act) -> None:
    """Own words that no question waits for any more."""
    keep_note(ledger, (str(act.get("text") or act.span),), whole=len(ledger.acts) == 1)


OTHER_OFFER = Question(
    name="other_offer", expects=Expected.DAY, means=_deadline, answered_by=frozenset({"other_offer"})
)
QUESTIONS = (OTHER_OFFER,)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "ask_news": ask_news,
    "ask_wrote": ask_wrote,
    "something_else": something_else,
    "other_offer": other_offer,
    "wont": wont,
    "letter": letter,
    "words": words,
}
