"""The practice list: questions that were not prepared, answered again until they are solid (advice 28, 29, 36)."""

from __future__ import annotations

from collections.abc import Callable

from bot.dialogue import answers
from bot.dialogue.check_in.keeping import LONGEST_NOTE
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from bot.turn import Button, Rows
from storage.facts import Known, Note, NoteKind, Opportunity

LONGEST_LIST = 15
MOST_BUTTONS = 5
LONGEST_LABEL = 40


def listed(known: Known) -> list[Note]:
    """Every question of the practice list, the oldest first."""
    return [note for note in known.notes if note.kind is NoteKind.UNPREPARED]


def unsolid(known: Known) -> list[Note]:
    """Those whose answer is not solid yet, the longest unpractised first."""
    waiting = [note for note in listed(known) if note.solid_at is None]
    return sorted(waiting, key=lambda note: (note.practised_at is not None, note.practised_at or note.at, note.id))


def show(talk: Talk, _rest: str) -> None:
    """/practice: what is open, and how many are solid."""
    waiting, every = unsolid(talk.known), listed(talk.known)
    if not every:
        talk.say("practice.empty")
        return
    blocks = []
    if waiting:
        lines = [talk.words("practice.line", question=note.text) for note in waiting[:LONGEST_LIST]]
        blocks.append(talk.words("practice.list", lines=talk.join(lines)))
    solid = len(every) - len(waiting)
    if solid:
        blocks.append(talk.words("practice.solid_count", n=solid))
    talk.tell(talk.join(blocks, "\n\n"), tuple((_try_button(talk, note),) for note in waiting[:MOST_BUTTONS]))


def _try_button(talk: Talk, note: Note) -> Button:
    label = note.text if len(note.text) <= LONGEST_LABEL else f"{note.text[: LONGEST_LABEL - 1]}…"
    return talk.button("practice.try", note.id, label=label)


def ask(talk: Talk, note: Note) -> None:
    """What would you say now?"""
    talk.ask("practice", note.id)
    talk.say("ask.practice", question=note.text)


def take(talk: Talk, text: str) -> bool | None:
    """What the Person would say now, beside what they said before."""
    note = talk.find(Note, talk.person.asking_about)
    if note is None:
        return True
    if not text.strip():
        return False
    talk.drop_question()
    if answers.of(talk.person.language).skip.search(text):
        talk.say("practice.later")
        return None
    # "old" stays on the screen beside "new": the Person judges, not the coach.
    new, old = text.strip()[:LONGEST_NOTE], note.answer
    talk.change(note, answer=new, practised_at=talk.now)
    if old is None:
        talk.say("practice.first", _judging(talk, note))
    else:
        talk.say("practice.compare", _judging(talk, note), question=note.text, last=old, answer=new)
    return None


def _judging(talk: Talk, note: Note) -> Rows:
    return ((talk.button("practice.solid", note.id), talk.button("practice.again", note.id)),)


def add(talk: Talk, question: str) -> None:
    """Put a question on the list: under the Opportunity that is on the Person's mind."""
    opportunity = _latest(talk)
    if opportunity is None:
        talk.say("practice.nowhere")
        return
    talk.add(
        Note,
        opportunity_id=opportunity.id,
        kind=NoteKind.UNPREPARED,
        text=" ".join(question.split())[:LONGEST_NOTE],
        at=talk.now,
    )
    talk.say("practice.added", n=len(unsolid(talk.known)))


def _latest(talk: Talk) -> Opportunity | None:
    interviews = [i for i in talk.known.interviews if not i.cancelled]
    newest = max(interviews, key=lambda i: (i.end <= talk.now, i.end), default=None)
    if newest is not None:
        return talk.opportunity_of(newest)
    return talk.known.opportunities[-1] if talk.known.opportunities else None


def _solid_pressed(talk: Talk, pressed: Pressed) -> None:
    """The answer is good now: the question is not asked any more."""
    note = talk.find(Note, pressed.row)
    if note is None or note.kind is not NoteKind.UNPREPARED or note.solid_at is not None:
        return finished(talk)
    talk.seal(pressed.verb)
    if (talk.person.asking, talk.person.asking_about) == ("practice", note.id):
        talk.drop_question()
    talk.change(note, solid_at=talk.now)
    left = len(unsolid(talk.known))
    return talk.say("practice.made_solid" if left else "practice.all_solid", n=left)


def _try(talk: Talk, pressed: Pressed) -> None:
    note = talk.find(Note, pressed.row)
    if note is None or note.kind is not NoteKind.UNPREPARED:
        return finished(talk)
    return ask(talk, note)


def _skip(talk: Talk, pressed: Pressed) -> None:
    """Not today: it comes again another day."""
    if (talk.person.asking, talk.person.asking_about) != ("practice", pressed.row):
        return finished(talk)
    talk.seal(pressed.verb)
    talk.drop_question()
    return talk.say("practice.later")


VERBS: dict[str, Handler] = {
    "practice.try": _try,
    "practice.again": _try,
    "practice.skip": _skip,
    "practice.solid": _solid_pressed,
    "practice.list": lambda talk, _pressed: show(talk, ""),
}
QUESTIONS: dict[str, Callable[[Talk, str], bool | None]] = {"practice": take}
