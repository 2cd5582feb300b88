"""The Person's own words: a mail is looked over, and kept for its day when it comes too early; the one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.coaching.drafts import Draft
from bot.coaching.letters import QUESTIONS as STATUS_QUESTIONS
from bot.coaching.letters import in_block
from bot.coaching.own_text import findings, purpose_of
from bot.coaching.verdicts import may_park, question_opens, sentences, verdict_on
from bot.decide.buttons import contacts_sent, sent_press
from bot.decide.may_i import tell_verdict
from bot.decide.meant import fresh, is_asked, mark, meant
from bot.decide.question import Question, pose
from bot.decide.shown import remember_shown
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger, Stale
from bot.learn.which import wait_for_name
from bot.words.named import Press, Presses, Value, lines, text
from storage.facts import Opportunity, Parked

LONGEST_TEXT = 3 * 4096
"""Characters: it is handed back whole, in several messages where one does not hold it."""
LONGEST_SENTENCE = 300
MOST_STOPS = 2


# A mail


def check_own(ledger: Ledger, act: Act) -> None:
    """The Person writes this draft themselves."""
    opportunity = _meant_or_asked(ledger, act)
    if opportunity is not None:
        fresh(ledger, act, opportunity)
        pose(ledger, OWN_TEXT, opportunity.id, str(act.get("draft") or "") or None)


def check_text(ledger: Ledger, act: Act) -> None:
    """A text of the Person's own to an employer; without the text it is asked for."""
    opportunity = _meant_or_asked(ledger, act)
    letter = str(act.get("text") or "").strip()[:LONGEST_TEXT]
    if opportunity is None:
        return None
    if not letter:
        return pose(ledger, CHECK_TEXT, opportunity.id)
    name = str(act.get("draft") or "") or purpose_of(ledger.known, opportunity, ledger.now, letter)
    return show_checked(ledger, opportunity, name, letter)


def _meant_or_asked(ledger: Ledger, act: Act) -> Opportunity | None:
    opportunity = meant(ledger, _with_reader(ledger, act))
    if opportunity is None and not is_asked(ledger, act):
        wait_for_name(ledger, act)
    return opportunity


def _with_reader(ledger: Ledger, act: Act) -> Act:
    """A text that names one of the employers is for that one."""
    words = str(act.get("text") or "").casefold()
    named = [
        o.employer for o in ledger.open_opportunities if re.search(rf"\b{re.escape(o.employer.casefold())}\b", words)
    ]
    return act.with_slots(about=named[0]) if len(named) == 1 and not act.row and not act.has("about") else act


def show_checked(ledger: Ledger, opportunity: Opportunity, name: str, letter: str) -> None:
    """The text in a block, what could be better, most important first, and what can be done with it."""
    verdict = verdict_on(ledger.known, opportunity, ledger.now)
    found: Value = findings(ledger.known, opportunity, ledger.now, name, letter)
    change = Press(
        f"own.draft={name}", opportunity.id, contacts_sent(ledger.known, opportunity), text("own_text.change")
    )
    first: Presses = ()
    if name in STATUS_QUESTIONS and may_park(verdict):
        found = lines([found, sentences(verdict)], "\n\n")
        first = ((_keep_press(ledger, opportunity, letter),),)
    elif sent := sent_press(ledger.known, opportunity, name):
        first = ((sent,),)
    remember_shown(ledger, opportunity, name)
    ledger.answer("own_text.checked", (*first, (change,)), draft=in_block(Draft(None, letter)), findings=found)


def _keep_press(ledger: Ledger, opportunity: Opportunity, letter: str) -> Press:
    """The text is put aside, as if handed over already; the button makes it wait for its day."""
    verdict = verdict_on(ledger.known, opportunity, ledger.now)
    aside = ledger.add(Parked, opportunity_id=opportunity.id, text=letter, at=ledger.now, handed_at=ledger.now)
    return Press("own.keep", aside.id, label=text("own_text.keep", opens=verdict.asks_from or ledger.today))


def keep_own(ledger: Ledger, act: Act) -> None:
    """A text that was looked over waits for its day."""
    asides = [parked for parked in ledger.known.parked if parked.handed_at == parked.at]
    parked = ledger.find(Parked, act.row) if act.row else next(reversed(asides), None)
    if parked is None or parked not in asides:
        return _nothing_waits(ledger, act)
    opportunity = ledger.opportunity_of(parked)
    if opportunity.closed_at is not None or question_opens(ledger.known, opportunity, ledger.now) is None:
        return _nothing_waits(ledger, act)
    return _kept(ledger, ledger.change(parked, handed_at=None))


# Kept for its day


def park(ledger: Ledger, act: Act) -> None:
    """Let the Person write it now, so that it can go when its day has come; with a text it is kept as it is."""
    opportunity = _meant_or_asked(ledger, act)
    if opportunity is None:
        return None
    if opportunity.closed_at is not None:
        return _nothing_waits(ledger, act)
    letter = str(act.get("text") or "").strip()[:LONGEST_TEXT]
    if letter:
        return _kept(ledger, ledger.add(Parked, opportunity_id=opportunity.id, text=letter, at=ledger.now))
    if question_opens(ledger.known, opportunity, ledger.now) is None:
        return tell_verdict(ledger, opportunity)
    return pose(ledger, PARKED, opportunity.id)


def _kept(ledger: Ledger, parked: Parked) -> None:
    opportunity = ledger.opportunity_of(parked)
    opens = question_opens(ledger.known, opportunity, ledger.now) or ledger.today
    ledger.keep("parked.kept", ((Press("throw", parked.id),),), employer=opportunity.employer, opens=opens)


def throw_away(ledger: Ledger, act: Act) -> None:
    """The Person no longer wants to send it: the one of the button, else the one that waits."""
    waiting = [parked for parked in ledger.known.parked if parked.handed_at is None]
    parked = ledger.find(Parked, act.row) if act.row else next(reversed(waiting), None)
    if parked is None or parked not in waiting:
        return _nothing_waits(ledger, act)
    ledger.change(parked, handed_at=ledger.now)
    mark(ledger, act)
    return ledger.keep("parked.thrown")


def _nothing_waits(ledger: Ledger, act: Act) -> None:
    if act.by is By.BUTTON:
        raise Stale
    ledger.answer("parked.nothing")


# The one sentence


def own_sentence(ledger: Ledger, act: Act) -> None:
    """How the Person says that they want a job: one sentence, at most two (advice 1, 6)."""
    if not act.has("text"):
        return pose(ledger, OWN_SENTENCE, act.row)
    sentence = " ".join(str(act.get("text")).split())
    if not can_be_said(sentence):
        ledger.ask(OWN_SENTENCE.name, act.row)
        return ledger.pose("again.own_sentence")
    ledger.change_person(sentence=sentence)
    return ledger.keep("own_sentence.kept", sentence=sentence)


def can_be_said(sentence: str) -> bool:
    """Whether it can be said in passing, at the door."""
    stops = len(re.findall(r"(?<![.!?…])[.!?…]++(?=\s|$)", sentence))
    return bool(re.search(r"\w", sentence)) and len(sentence) <= LONGEST_SENTENCE and stops <= MOST_STOPS


# What a bare answer means


def _as(name: str) -> Callable[[Ledger, Act], Act | None]:
    """Whatever is written is the text; for a mail that was asked for by its draft, with the draft's name."""

    def means(ledger: Ledger, act: Act) -> Act | None:
        said, draft = act.get("text"), ledger.before.person.asking_text
        if not said or act.name != "words":
            return None
        slots = {"text": said, "draft": draft} if draft and name == "check_text" else {"text": said}
        return Act(name, slots, span=act.span, by=By.BARE, row=ledger.before.person.asking_about or 0)

    return means


def _ask_employer(key: str) -> Callable[[Ledger, int], None]:
    """Puts it with the name of the employer who will read."""

    def say(ledger: Ledger, row: int) -> None:
        ledger.pose(key, employer=ledger.found(Opportunity, row).employer)

    return say


def _ask_parked(ledger: Ledger, row: int) -> None:
    opens = question_opens(ledger.known, ledger.found(Opportunity, row), ledger.now)
    ledger.pose("ask.parked", opens=opens or ledger.today)


def _verbatim(name: str, act: str, say: Callable[[Ledger, int], None] | None = None) -> Question:
    return Question(name=name, expects=Expected.VERBATIM, means=_as(act), answered_by=frozenset({act}), say=say)


OWN_TEXT = _verbatim("own_text", "check_text", _ask_employer("ask.own_text"))
CHECK_TEXT = _verbatim("check_text", "check_text", _ask_employer("ask.check_text"))
PARKED = _verbatim("parked", "park", _ask_parked)
OWN_SENTENCE = _verbatim("own_sentence", "own_sentence")
QUESTIONS = (OWN_TEXT, CHECK_TEXT, PARKED, OWN_SENTENCE)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "check_own": check_own,
    "check_text": check_text,
    "keep_own": keep_own,
    "park": park,
    "throw_away": throw_away,
    "own_sentence": own_sentence,
}
