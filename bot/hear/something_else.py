"""A message that is no answer in one's own words, whatever is open: it asks the coach, or takes back what was said."""

from __future__ import annotations

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Modality
from bot.hear.of_whom import of_whom
from bot.hear.scene import Expected
from bot.hear.vocabulary import vocabulary

FEW = 3
"""Words of a "no" that answers; with more behind it, it contradicts."""
FREE = frozenset({Expected.NAMES, Expected.PROMISE, Expected.EMPLOYER, Expected.ROLE})
"""Questions that take words which the rules do not know."""
THEIR_QUESTIONS = frozenset({"debrief_unprepared", "practice", "example"})
"""Open questions whose answer may itself be a question: what the Person was asked there."""


def is_something_else(context: Context) -> bool:
    """Whether the message asks the coach something, or puts something right, and so answers nothing."""
    if context.scene.asked in THEIR_QUESTIONS:
        return any(one.says("asks_the_coach") for one in context.clauses)
    return any(_asks(one, context) for one in context.clauses) or _contradicts(context.clauses)


def _asks(clause: Clause, context: Context) -> bool:
    """Whether a clause is a question to the coach; what they asked at the talk is told."""
    told = any(one.says("was_asked") for one in context.clauses)
    if clause.says("asks_the_coach"):
        return True
    if clause.modality is Modality.CONDITIONAL:
        return clause.text.endswith("?")  # "can they sue me, if I say no?"
    return clause.modality is Modality.ASKED and not told and _is_marked(clause, context)


def _is_marked(clause: Clause, context: Context) -> bool:
    """Whether its sentence has the mark of a question, or needs none: no promise begins like one."""
    sentence = (one.text for one in context.clauses if one.sentence == clause.sentence)
    return context.scene.expects is Expected.PROMISE or any("?" in text for text in sentence)


def _contradicts(clauses: tuple[Clause, ...]) -> bool:
    """ "No, that was a question", "nein, ich meinte die andere": it begins so, and says what is not so."""
    if not clauses:
        return False
    first = clauses[0]
    words = [word.text for clause in clauses for word in clause.words]
    said_no = first.words and vocabulary(first.language)["plain_no"].holds(first.words[0].text)
    return first.says("was_a_question") or bool(said_no and len(words) > FEW and first.says("i_meant"))


def without_nothing_else(acts: tuple[Act, ...], context: Context, typed: str) -> tuple[tuple[Act, ...], str]:
    """ "The pay. Nothing else": what stands in front is the answer, and the end of it no silence of theirs."""
    last = context.clauses[-1] if len(context.clauses) > 1 else None
    if last is None or len(last.words) > FEW or not any(_is_end(act, last) for act in acts):
        return acts, typed
    return tuple(act for act in acts if act.name != "nothing_heard"), typed.strip()[: -len(last.text)]


def _is_end(act: Act, last: Clause) -> bool:
    return act.name == "nothing_heard" and act.span == last.text


def is_of_another(context: Context) -> bool:
    """Whether the message tells of another known employer than the one that was asked about, or of its people."""
    asked, known = context.scene.about, {one.name for one in context.scene.employers if one.is_open}
    told = {of_whom(clause, context).get("about") for clause in context.clauses}
    return asked in known and asked not in told and not told.isdisjoint(known)
