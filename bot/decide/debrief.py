"""The debrief: what went well first, then what did not, and what can be learned, in the Person's own words (27-36).

One question at a time; each can be skipped, and "that's all" ends it. News that is told in between is learned as ever,
and the debrief goes on at its next question. The questions that were not prepared become the practice list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from bot.coaching.looking_back import is_unsure
from bot.decide import checklist
from bot.decide.debrief_steps import begin, decline, end, is_thanked, skip, told
from bot.decide.debrief_topics import (
    BY_NAME,
    DETAIL,
    END,
    MORE,
    RUNNING,
    TOPICS,
    WANTED,
    Topic,
    is_answered,
    is_running,
    more_open,
    nothing_left,
    open_for,
    unnoted,
)
from bot.decide.in_own_words import is_passed, own_words
from bot.decide.question import Question
from bot.decide.zone import zone_open
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger, Stale
from bot.words.named import Press, Value
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Answer, Interview, Known, NoteKind
from storage.grouping import pursued

MOST_OF_AN_ANSWER = 6
"""Words of a yes or a no to the offer; with more it is said to something else."""
OFFERED_WITHIN = timedelta(days=2)
STEPS: dict[str, Callable[[Ledger, Interview, Act], None]] = {
    "yes": begin,
    "no": decline,
    "told": told,
    "pass": skip,
    "end": end,
}


def debrief(ledger: Ledger, act: Act) -> None:
    """Begin it, go on with it, or end it."""
    interview = _meant(ledger, act)
    if interview is None:
        return ledger.answer("debrief.nothing")
    ledger.speak_of(ledger.opportunity_of(interview))
    if act.verb:
        ledger.mark(act.verb)
    return STEPS[str(act.get("answer") or "yes")](ledger, interview, act)


def _meant(ledger: Ledger, act: Act) -> Interview | None:
    """The Interview of the button or of the open question, else the latest that is over."""
    if not act.row:
        over = [i for i in ledger.known.interviews if i.end <= ledger.now and not i.cancelled]
        return max(over, key=lambda i: i.end, default=None)
    interview = ledger.found(Interview, act.row)
    if interview.cancelled or interview.end > ledger.now or (act.by is By.BUTTON and _is_old(ledger, interview, act)):
        raise Stale
    return interview


def _is_old(ledger: Ledger, interview: Interview, act: Act) -> bool:
    """Whether the button belongs to an offer that was answered, or to a question that is answered or gone."""
    if act.get("answer") in ("yes", "no"):
        return interview.debrief is not None
    person, name = ledger.before.person, str(act.get("topic") or "")
    if name and (person.asking, person.asking_about) == (name, interview.id):
        return False
    if interview.debrief is not Answer.YES or RUNNING not in interview.passed_over:
        return True
    return name in BY_NAME and is_answered(BY_NAME[name], ledger.known, interview)


# The offer


def offered_for(known: Known, now: datetime) -> int | None:
    """The Interview whose check-in has come to its end: a debrief is offered once, when nothing matters more."""
    if zone_open(known, now) is not None or any(part.open(known, now) is not None for part in checklist.PARTS):
        return None
    return max((i.id for i in pursued(known) if _may_be_offered(known, i, now)), default=None)


def _may_be_offered(known: Known, interview: Interview, now: datetime) -> bool:
    is_told = checklist.is_complete(interview) and checklist.may_be_asked(known, interview, now)
    is_fresh = now - interview.end <= OFFERED_WITHIN and interview.debrief is None
    return is_told and is_fresh and all(nudged.once != _once(interview) for nudged in known.nudged)


def _once(interview: Interview) -> str:
    return f"debrief_offer:{interview.id}"


def _offer(ledger: Ledger, row: int) -> None:
    """One line and two buttons, once."""
    interview = ledger.found(Interview, row)
    planned = Plan(
        name="debrief_offer",
        once=_once(interview),
        opportunity_id=interview.opportunity_id,
        subject=interview.id,
        at=ledger.now,
    )
    ledger.known = nudges.note_said(ledger.known, planned, ledger.now, "offered at the end of the check-in")
    ledger.pose("debrief.offer", ((Press("debrief.yes", row), Press("debrief.no", row)),))


def _offer_means(ledger: Ledger, act: Act) -> Act | None:
    if act.get("asked") == OFFER.name and act.name == "enough":
        return _as(ledger, act, "end")
    if act.name in ("yes", "no") and act.by is not By.BUTTON and len(ledger.incoming.text.split()) > MOST_OF_AN_ANSWER:
        return None  # "no, I've cc'd her already" turns nothing down
    answer = {"yes": "yes", "no": "no", "skip": "no", "enough": "no"}.get(act.name)
    return _as(ledger, act, answer) if answer else None


# The questions


def _as(ledger: Ledger, act: Act, answer: str, **slots: str) -> Act:
    row = act.row or ledger.before.person.asking_about or 0
    return replace(act, name="debrief", slots={"answer": answer, **slots}, row=row)


def _means(name: str, ledger: Ledger, act: Act) -> Act | None:
    """What a bare answer to one of its questions is."""
    if act.name == name:
        return replace(act, row=act.row or ledger.before.person.asking_about or 0)
    if name == WANTED.name and (act.name in ("yes", "no") or _is_unsure(act)):
        value = "unsure" if _is_unsure(act) else act.name
        return replace(_as(ledger, act, value), name=name, slots={"value": value})
    if act.name == "enough":
        return _as(ledger, act, "end")
    said = own_words(ledger, act) or _sounds_like_more(name, ledger, act)
    if said is not None:
        return _as(ledger, act, "told", topic=name, text=said)
    return _as(ledger, act, "pass", topic=name) if is_passed(ledger, act) else None


def _is_unsure(act: Act) -> bool:
    """ "Not sure" passes other questions over; whether a job is wanted, it answers."""
    return act.name == "skip" and act.by is not By.BUTTON and is_unsure(act.span)


def _sounds_like_more(name: str, ledger: Ledger, act: Act) -> str | None:
    """A question that was not prepared sounds as if the coach were asked it; "too long", as if a draft were."""
    typed = ledger.incoming.text.strip() if act.by is not By.BUTTON else ""
    asks = act.name.startswith("ask_") or act.name == "why"
    is_theirs = name == f"debrief_{NoteKind.UNPREPARED}" and asks and typed.endswith("?")
    is_length = name == f"debrief_{NoteKind.LENGTH}" and act.name == "change_draft"
    return typed if typed and (is_theirs or is_length) else None


def _say(name: str, ledger: Ledger, row: int) -> None:
    """One question, with its buttons; outside of a debrief it may be skipped, and there is nothing to end."""
    interview = ledger.found(Interview, row)
    employer: Value = ledger.opportunity_of(interview).employer
    if name == WANTED.name and WANTED.key not in interview.passed_over:
        # "Not sure" is an answer, too: it is asked once.
        interview = ledger.change(interview, passed_over=(*interview.passed_over, WANTED.key))
    verbs = BY_NAME_OF_QUESTION[name].presses
    if not is_running(ledger.known, interview, ledger.now):
        verbs = tuple(tuple(verb for verb in line if verb != END) for line in verbs)
    params = {"name": unnoted(ledger.known, interview) or employer} if name == MORE else {"employer": employer}
    key = "debrief_detail" if name == DETAIL.name and is_thanked(ledger, interview) else name
    ledger.pose(f"ask.{key}", tuple(tuple(Press(verb, row) for verb in line) for line in verbs), **params)


def _question(topic: Topic) -> Question:
    return Question(
        name=topic.name,
        open=partial(open_for, topic),
        expects=topic.expects,
        means=partial(_means, topic.name),
        answered_by=frozenset({"debrief", topic.name}),
        presses=(*topic.rows, (topic.skip, END)),
        say=partial(_say, topic.name),
        goes_on=True,
    )


_MORE = Question(
    name=MORE,
    open=more_open,
    expects=Expected.WORDS,
    means=partial(_means, MORE),
    answered_by=frozenset({"debrief"}),
    presses=((f"skip.{MORE}", END),),
    say=partial(_say, MORE),
    goes_on=True,
)
_END = Question(
    name="debrief_end", open=nothing_left, say=lambda ledger, row: end(ledger, ledger.found(Interview, row))
)
"""Puts nothing: it shows the card when there is nothing left to ask."""
OFFER = Question(
    name="debrief",
    open=offered_for,
    expects=Expected.YES_NO,
    means=_offer_means,
    answered_by=frozenset({"debrief"}),
    presses=(("debrief.yes", "debrief.no"),),
    say=_offer,
)
_TOPICS = tuple(_question(topic) for topic in TOPICS)
_BEHIND = TOPICS.index(DETAIL) + 1
QUESTIONS: tuple[Question, ...] = (*_TOPICS[:_BEHIND], _MORE, *_TOPICS[_BEHIND:], _END, OFFER)
BY_NAME_OF_QUESTION = {question.name: question for question in QUESTIONS}
ACTS: dict[str, Callable[[Ledger, Act], None]] = {"debrief": debrief}
