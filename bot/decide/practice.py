"""The practice list: questions that were not prepared, answered again until they are solid (advice 28, 29, 36)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.coaching.looking_back import judged
from bot.decide.in_own_words import is_passed, own_words
from bot.decide.question import Question, keyboard, pose
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.going import LONGEST_NOTE
from bot.learn.ledger import Ledger, Stale
from bot.words.named import Press, Value, lines, text
from storage.facts import Known, Note, NoteKind, Opportunity

LONGEST_LIST = 15
MOST_BUTTONS = 5
LONGEST_LABEL = 40
JUST_PRACTISED = timedelta(hours=1)
"""So long "solid" and "once more" are about the question that was answered last."""


def practise(ledger: Ledger, act: Act) -> None:
    """Show the list, add to it, or answer one of its questions."""
    return _DOES[str(act.get("do") or "list")](ledger, act)


def listed(known: Known) -> list[Note]:
    """Every question of the practice list, the oldest first."""
    return [note for note in known.notes if note.kind is NoteKind.UNPREPARED]


def unsolid(known: Known) -> list[Note]:
    """Those whose answer is not solid yet, the longest unpractised first."""
    waiting = [note for note in listed(known) if note.solid_at is None]
    return sorted(waiting, key=lambda note: (note.practised_at is not None, note.practised_at or note.at, note.id))


# The list


def _show(ledger: Ledger, _act: Act) -> None:
    """What is open, and how many are solid."""
    waiting, every = unsolid(ledger.known), listed(ledger.known)
    if not every:
        return ledger.answer("practice.empty")
    blocks: list[Value] = []
    if waiting:
        told = [text("practice.line", question=note.text) for note in waiting[:LONGEST_LIST]]
        blocks.append(text("practice.list", lines=lines(told)))
    if solid := len(every) - len(waiting):
        blocks.append(text("practice.solid_count", n=solid))
    return ledger.tell(lines(blocks, "\n\n"), tuple((_try_press(note),) for note in waiting[:MOST_BUTTONS]))


def _try_press(note: Note) -> Press:
    label = note.text if len(note.text) <= LONGEST_LABEL else f"{note.text[: LONGEST_LABEL - 1]}…"
    return Press("practice.try", note.id, label=label)


def _add(ledger: Ledger, act: Act) -> None:
    """Put a question on the list: under the Opportunity that is on the Person's mind."""
    question, opportunity = " ".join(str(act.get("text") or "").split())[:LONGEST_NOTE], _latest(ledger)
    if not question:
        return _show(ledger, act)
    if opportunity is None:
        return ledger.answer("practice.nowhere")
    ledger.add(Note, opportunity_id=opportunity.id, kind=NoteKind.UNPREPARED, text=question, at=ledger.now)
    return ledger.keep("practice.added", n=len(unsolid(ledger.known)))


def _latest(ledger: Ledger) -> Opportunity | None:
    spoken_of = ledger.find(Opportunity, ledger.meant)
    interviews = [i for i in ledger.known.interviews if not i.cancelled]
    newest = max(interviews, key=lambda i: (i.end <= ledger.now, i.end), default=None)
    if spoken_of is not None or newest is None:
        return spoken_of or next(reversed(ledger.known.opportunities), None)
    return ledger.opportunity_of(newest)


# One question


def _meant(ledger: Ledger, act: Act, *, answered: bool) -> Note | None:
    """The question of the button; typed, the one just answered, else (unless it must be answered) the next one."""
    if act.row:
        note = ledger.found(Note, act.row)
        if note.kind is not NoteKind.UNPREPARED:
            raise Stale
        return note
    lately = [n for n in listed(ledger.known) if n.practised_at and ledger.now - n.practised_at <= JUST_PRACTISED]
    last = max(lately, key=lambda note: (note.practised_at, note.id), default=None)
    return last if last is not None or answered else next(iter(unsolid(ledger.known)), None)


def _try(ledger: Ledger, act: Act) -> None:
    """What would you say now?"""
    note = _meant(ledger, act, answered=False)
    return _show(ledger, act) if note is None else pose(ledger, QUESTION, note.id)


def _answer(ledger: Ledger, act: Act) -> None:
    """What the Person would say now, beside what they said before: they judge, not the coach."""
    note = ledger.found(Note, act.row)
    new, old = str(act.get("text") or "").strip()[:LONGEST_NOTE], note.answer
    ledger.change(note, answer=new, practised_at=ledger.now)
    ledger.ask(STANDS.name, note.id)
    judging = keyboard(STANDS, note.id)
    if old is None:
        return ledger.pose("practice.first", judging)
    return ledger.pose("practice.compare", judging, question=note.text, last=old, answer=new)


def _solid(ledger: Ledger, act: Act) -> None:
    """The answer is good now: the question is not asked any more."""
    note = _meant(ledger, act, answered=True)
    if note is None:
        return _show(ledger, act)
    if note.solid_at is not None:
        raise Stale
    if act.verb:
        ledger.mark(act.verb)
    if ledger.person.asking in (QUESTION.name, STANDS.name) and ledger.person.asking_about == note.id:
        ledger.drop_question()
    ledger.change(note, solid_at=ledger.now)
    left = len(unsolid(ledger.known))
    return ledger.keep("practice.made_solid" if left else "practice.all_solid", n=left)


def _skip(ledger: Ledger, act: Act) -> None:
    """Not today: it comes again another day."""
    if act.by is By.BUTTON:
        if (ledger.person.asking, ledger.person.asking_about) != (QUESTION.name, act.row):
            raise Stale
        ledger.mark(act.verb)
    ledger.drop_question()
    ledger.answer("practice.later")


_DOES: dict[str, Callable[[Ledger, Act], None]] = {
    "list": _show,
    "add": _add,
    "try": _try,
    "answer": _answer,
    "solid": _solid,
    "skip": _skip,
}


def _say(ledger: Ledger, row: int) -> None:
    ledger.pose("ask.practice", question=ledger.found(Note, row).text)


def _stands(ledger: Ledger, act: Act) -> Act | None:
    """Yes, it is solid; no, once more; other words are a better answer."""
    does = {"yes": "solid", "no": "try", "skip": "skip", "enough": "skip"}.get(act.name)
    said, row = own_words(ledger, act), ledger.before.person.asking_about or 0
    if said is not None:
        does = judged(said) or "answer"
    return replace(act, name="practise", slots={"do": does, "text": said or ""}, row=row) if does else None


def _means(ledger: Ledger, act: Act) -> Act | None:
    row, said = ledger.before.person.asking_about or 0, own_words(ledger, act)
    if said is not None:
        return replace(act, name="practise", slots={"do": "answer", "text": said}, row=row)
    is_none = act.name == "enough" or is_passed(ledger, act)
    return replace(act, name="practise", slots={"do": "skip"}, row=row) if is_none else None


QUESTION = Question(
    name="practice",
    expects=Expected.WORDS,
    means=_means,
    answered_by=frozenset({"practise"}),
    say=_say,
)
STANDS = Question(
    name="practice_stands",
    expects=Expected.WORDS,
    means=_stands,
    answered_by=frozenset({"practise"}),
    presses=(("practice.solid", "practice.again"),),
)
QUESTIONS: tuple[Question, ...] = (QUESTION, STANDS)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {"practise": practise}
