"""All questions, in the order in which they matter, and what a bare answer to the one that is open means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.decide import (
    about_me,
    afterwards,
    because,
    bright_side,
    calendars,
    check_in,
    checklist,
    commands,
    debrief,
    drafting,
    leaving,
    missing,
    nearly,
    news,
    offered,
    offers,
    open_points,
    own_words,
    practice,
    promises,
    snoozing,
    times,
    weekly,
    word_from_them,
    zone,
)
from bot.decide.debrief_topics import is_left
from bot.decide.question import Question, never, pose
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn import table as learned
from bot.learn.ledger import Ledger

BARE = frozenset(
    {
        *("yes", "no", "skip", "words", "day", "shown", "applications", "enough", "which", "note", "promised"),
        *("nothing_heard", "change_draft", "why", "ask_advice", "ask_meaning", "ask_may_write", "ask_next"),
    }
)
"""Acts that mean something else, or more, as the answer to an open question."""
WORDLESS = frozenset({"yes", "no", "skip"})
"""Beside an answer in words these say nothing more: "no, they said Monday"."""
BAD_NEWS = frozenset({"rejected", "position_gone"})
"""After these only what is needed to place them is asked."""
DECIDING = frozenset({"offer", "accepted", "declined", "withdrew"})
"""After these only what they need themselves is asked."""
LIVES = timedelta(days=4)
"""So long an open question is a hint for bare answers: over a weekend."""
BOX_LIVES = timedelta(days=1)
"""So long a text is waited for; a nudge that comes meanwhile does not make it longer."""
PLACING: tuple[Question, ...] = (
    *open_points.QUESTIONS,
    *promises.QUESTIONS,
    *missing.QUESTIONS,
    *offers.QUESTIONS,
)
QUESTIONS: tuple[Question, ...] = (
    *PLACING,
    *times.COMING,
    zone.FIRST,
    *debrief.QUESTIONS,
    *practice.QUESTIONS,
    *because.QUESTIONS,
    *bright_side.QUESTIONS,
    *afterwards.QUESTIONS,
    *checklist.PARTS,
    *times.OVER,
    *about_me.QUESTIONS,
    *own_words.QUESTIONS,
    *drafting.QUESTIONS,
    *offered.QUESTIONS,
    *nearly.QUESTIONS,
    *snoozing.QUESTIONS,
    *weekly.QUESTIONS,
    *news.QUESTIONS,
    *calendars.QUESTIONS,
    *word_from_them.QUESTIONS,
    *commands.QUESTIONS,
    *times.CORRECTING,
)
"""In the order in which they matter: the first that is open is put. Most are only led to."""
OPENING = tuple(question for question in QUESTIONS if question.open is not never)
"""Those that may be put by themselves."""
BY_NAME = {question.name: question for question in QUESTIONS}


def current(ledger: Ledger) -> Question | None:
    """The question that was open when the message came."""
    person = ledger.before.person
    question = BY_NAME.get(person.asking or "")
    if question is None or (question.goes_on and is_left(ledger.before, person.asking_about, ledger.now)):
        return None
    if _is_box(question):
        return question if ledger.now - (person.heard_at or ledger.now) <= BOX_LIVES else None
    asked_at = max((n.at for n in ledger.before.nudged if n.dropped is None), default=ledger.now - LIVES)
    return question if ledger.now - max(person.heard_at or asked_at, asked_at) <= LIVES else None


def _is_box(question: Question) -> bool:
    """Whether it takes a text as it stands."""
    return question.expects is Expected.VERBATIM


def read(ledger: Ledger, acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts, bare ones with the meaning that the open question (or the one of their button) gives them."""
    heard, question = open_points.chosen(ledger, tuple(acts)), current(ledger)
    told = question is not None and any(_tells(question, act) for act in heard)
    return tuple(act if told and _is_wordless(act) else _meant(ledger, act) for act in heard)


def _tells(question: Question, act: Act) -> bool:
    """Whether the message says more than yes or no: an answer in words; where own words are asked for, any news."""
    if act.name in BARE:
        return False
    return act.name in question.answered_by or (question.expects is Expected.WORDS and act.name in learned.TABLE)


def _is_wordless(act: Act) -> bool:
    return act.name in WORDLESS and not act.has("asked")


def _meant(ledger: Ledger, act: Act) -> Act:
    asked = act.get("asked")
    question = BY_NAME.get(str(asked)) if asked else current(ledger)
    if question is None:
        return act
    if question.means is not None and act.name in BARE and (asked or act.by is not By.BUTTON):
        meant = question.means(ledger, act)
        if meant is not None:
            return replace(meant, by=By.BARE) if meant.by is By.RULES else meant
    is_answer = act.name in question.answered_by and act.by is By.BARE and not act.row
    return replace(act, row=ledger.before.person.asking_about or 0) if is_answer else act


def is_answered(ledger: Ledger, question: Question, acts: Iterable[Act]) -> bool:
    """Whether the message has answered it, or a button of its own has."""
    row = ledger.before.person.asking_about if question.goes_on else None
    return any(act.name in question.answered_by or (act.name == "note" and act.row == row) for act in acts)


def expected(ledger: Ledger) -> Expected:
    """What a bare answer would be."""
    question = current(ledger)
    return question.expects if question is not None else Expected.NOTHING


def close(ledger: Ledger, acts: Iterable[Act]) -> None:
    """What has its answer is open no more, whether another question follows or none."""
    check_in.begin_told(ledger)
    was, person = current(ledger), ledger.person
    is_open = was is not None and person.asking == was.name and ledger.reply.question is None
    if is_open and was is not None and is_answered(ledger, was, acts):
        ledger.drop_question()


# Going on


CHECK_IN = "check_in:{}:"
"""How the nudge that asks about a talk is called, with the talk's number."""


def _among(acts: Iterable[Act]) -> tuple[Question, ...]:
    return (*PLACING, *afterwards.QUESTIONS) if any(act.name in DECIDING for act in acts) else OPENING


def go_on(ledger: Ledger, acts: tuple[Act, ...]) -> None:
    """Put the one question that matters most now; one that was put and not answered is not put again."""
    if open_points.ask(ledger) or leaving.ask(ledger) or promises.ask_undated(ledger):
        return None
    if any(act.name in BAD_NEWS for act in acts):
        return ledger.drop_question()
    check_in.close(ledger)
    was = current(ledger)
    row = ledger.before.person.asking_about or 0
    passed = was if was is not None and not is_answered(ledger, was, acts) else None
    if passed is not None and _is_box(passed) and ledger.person.asking == passed.name:
        return None  # the text may still come
    if passed is not None and passed not in (offered.OFFERED, nearly.NEARLY):
        checklist.put_aside(ledger, passed.name, row)
    for question in _among(acts):
        about = question.open(ledger.known, ledger.now)
        if about is not None and (question, about) != (was, row) and not _is_put_off(ledger, about):
            pose(ledger, question, about)
            return check_in.begin_asked(ledger)
    ledger.drop_question()
    return None


def _is_put_off(ledger: Ledger, row: int) -> bool:
    """Whether the Person has said when they want to be asked how that talk went, which is later."""
    times = (one.again_at for one in ledger.known.nudged if one.once.startswith(CHECK_IN.format(row)))
    return any(at is not None and at > ledger.now for at in times)
