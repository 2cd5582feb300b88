"""The debrief: what went well first, then what did not, and what can be learned, in the Person's own words (27-36).

One question at a time; each can be skipped, and "that's all" ends it. The answers are Notes; the questions that were
not prepared become the practice list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from bot.dialogue import answers, check_in
from bot.dialogue.adding import title
from bot.dialogue.bright_side import reproach
from bot.dialogue.check_in import add_note, notes_of
from bot.dialogue.debrief_topics import END, NAMES, TOPICS, Topic, is_answered, open_for, still_open
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from bot.turn import Rows
from bot.words import Html
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Answer, Interview, NoteKind

__all__ = [
    "NAMES",
    "TOPICS",
    "VERBS",
    "Topic",
    "ask",
    "begin",
    "command",
    "offer",
    "offer_after",
    "open_for",
    "reproach",
    "show_card",
    "take",
]

_BULLET = re.compile(r"^\s*(?:[-–•*]|\d{1,2}[.)])\s*")


# Beginning


def offer(talk: Talk, interview: Interview) -> None:
    """One line and two buttons, once."""
    once = f"debrief_offer:{interview.id}"
    if interview.debrief is not None or any(nudged.once == once for nudged in talk.known.nudged):
        return
    planned = Plan(
        name="debrief_offer", once=once, opportunity_id=interview.opportunity_id, subject=interview.id, at=talk.now
    )
    talk.known = nudges.note_said(talk.known, planned, talk.now, "offered at the end of the check-in")
    buttons = ((talk.button("debrief.yes", interview.id), talk.button("debrief.no", interview.id)),)
    talk.say("debrief.offer", buttons)


def offer_after(talk: Talk) -> None:
    """Offer it when the question that was just answered was the last one of a check-in."""
    interview = talk.find(Interview, talk.person.asking_about)
    is_done = interview is not None and check_in.first_open(interview) is None and interview.end <= talk.now
    if interview is not None and is_done and not interview.cancelled and talk.person.asking in check_in.NAMES:
        offer(talk, interview)


def begin(talk: Talk, interview: Interview) -> None:
    """Ask the first question that has no answer; what was skipped before may be answered now."""
    kept = tuple(name for name in interview.passed_over if name not in tuple(NoteKind))
    changed = talk.change(interview, debrief=Answer.YES, passed_over=kept)
    left = still_open(talk.known, changed)
    if not left:
        show_card(talk, changed)
        return
    talk.ask(left[0].name, interview.id)
    ask(left[0], talk)


def command(talk: Talk, _rest: str) -> None:
    """/debrief: the latest Interview that is over."""
    over = [i for i in talk.known.interviews if i.end <= talk.now and not i.cancelled]
    interview = max(over, key=lambda i: i.end, default=None)
    if interview is None:
        talk.say("debrief.nothing")
    else:
        begin(talk, interview)


def ask(topic: Topic, talk: Talk) -> None:
    """Ask one question of the debrief."""
    interview = talk.find(Interview, talk.person.asking_about)
    if interview is not None:
        employer = talk.opportunity_of(interview).employer
        talk.say(f"ask.{topic.name}", _buttons(topic, talk, interview), employer=employer)


def _buttons(topic: Topic, talk: Talk, interview: Interview) -> Rows:
    return tuple(tuple(talk.button(verb, interview.id) for verb in line) for line in topic.buttons)


# Answering


def take(topic: Topic, talk: Talk, text: str) -> bool | None:
    """Keep the answer as Notes; a skip or "nothing" passes the question over."""
    interview, table = talk.find(Interview, talk.person.asking_about), answers.of(talk.person.language)
    if interview is None:
        return True
    if not text.strip():
        return False
    if table.enough.search(text):
        end(talk, interview)
        return None
    if table.skip.search(text) or table.nothing.search(text):
        return pass_over(talk, topic, interview)
    for line in _lines(topic, text):
        add_note(talk, interview, topic.kind, line if topic.kind is not NoteKind.LENGTH else _length(talk, line))
    return _after(talk, interview)


def _lines(topic: Topic, text: str) -> list[str]:
    if topic.most == 1:
        return [text]
    lines = [_BULLET.sub("", line).strip() for line in re.split(r"\n|(?<=\?)\s+", text)]
    kept = [line for line in lines if line]
    return [*kept[: topic.most - 1], "; ".join(kept[topic.most - 1 :])] if len(kept) > topic.most else kept


def _length(talk: Talk, text: str) -> str:
    """One of the three lengths where the words name one, so that it can be counted later."""
    lengths = answers.of(talk.person.language).lengths
    return next((name for name, sounds in lengths if sounds.search(text)), text)


def pass_over(talk: Talk, topic: Topic, interview: Interview) -> bool | None:
    """This question is not for this Interview."""
    changed = talk.change(interview, passed_over=(*interview.passed_over, topic.kind.value))
    return _after(talk, changed)


def _after(talk: Talk, interview: Interview) -> bool | None:
    """True: go on with the next question; None: that was the last one."""
    if still_open(talk.known, interview):
        return True
    end(talk, interview)
    return None


def end(talk: Talk, interview: Interview) -> None:
    """Show what it has brought, and ask once more whether the job is still wanted, when that was open (advice 12)."""
    left = tuple(topic.kind.value for topic in still_open(talk.known, interview))
    changed = talk.change(interview, passed_over=(*interview.passed_over, *left))
    talk.drop_question()
    show_card(talk, changed)
    is_open = not nudges.has_ended(talk.known, talk.opportunity_of(changed))
    if is_open and changed.still_wanted in (None, Answer.UNSURE, Answer.SKIPPED):
        talk.ask(check_in.WANTED.name, changed.id)
        check_in.ask(check_in.WANTED, talk)


# The card


def show_card(talk: Talk, interview: Interview) -> None:
    """The Interview with its good points on top; to be invited was a success already (advice 35)."""
    practice = len(notes_of(talk, interview, NoteKind.UNPREPARED))
    blocks = [talk.words("debrief.card", title=title(talk, talk.opportunity_of(interview)))]
    blocks += [_block(talk, interview, kind) for kind in (NoteKind.WELL, NoteKind.BADLY, NoteKind.CV)]
    if practice:
        blocks.append(talk.words("debrief.practice", n=practice))
    buttons = ((talk.button("practice.list", interview.id),),) if practice else ()
    talk.tell(talk.join((block for block in blocks if block), "\n\n"), buttons)


def _block(talk: Talk, interview: Interview, kind: NoteKind) -> Html:
    notes = notes_of(talk, interview, kind)
    if not notes:
        return Html("")
    lines = talk.join(talk.words("debrief.line", what=note.text) for note in notes)
    return talk.words(f"debrief.{kind}", lines=lines)


# The buttons


def _begun(act: Callable[[Talk, Interview], None], talk: Talk, pressed: Pressed) -> None:
    """A button under the offer."""
    interview = talk.find(Interview, pressed.row)
    if interview is None or interview.cancelled or interview.debrief is not None or interview.end > talk.now:
        return finished(talk)
    talk.seal(pressed.verb)
    return act(talk, interview)


def _decline(talk: Talk, interview: Interview) -> None:
    talk.change(interview, debrief=Answer.NO)
    talk.say("debrief.declined")


def _running(act: Callable[[Talk, Interview], bool | None], topic: Topic | None, talk: Talk, pressed: Pressed) -> None:
    """A button under one of its questions: it counts while that question has no answer."""
    interview = talk.find(Interview, pressed.row)
    is_open = interview is not None and interview.debrief is Answer.YES and still_open(talk.known, interview)
    if interview is None or not is_open or (topic is not None and is_answered(topic, talk.known, interview)):
        return finished(talk)
    talk.seal(pressed.verb)
    if talk.person.asking not in NAMES and topic is not None:
        talk.ask(topic.name, interview.id)
    if act(talk, interview):
        from bot.dialogue import questions  # late: the table of questions is made of this one

        questions.ask_next(talk)
    return None


def _said_length(length: str, talk: Talk, interview: Interview) -> bool | None:
    add_note(talk, interview, NoteKind.LENGTH, length)
    return _after(talk, interview)


def _end(talk: Talk, interview: Interview) -> None:
    end(talk, interview)


def _pass(topic: Topic, talk: Talk, interview: Interview) -> bool | None:
    return pass_over(talk, topic, interview)


_LENGTH = next(topic for topic in TOPICS if topic.kind is NoteKind.LENGTH)
VERBS: dict[str, Handler] = {
    "debrief.yes": partial(_begun, begin),
    "debrief.no": partial(_begun, _decline),
    END: partial(_running, _end, None),
    **{f"pass.{topic.kind}": partial(_running, partial(_pass, topic), topic) for topic in TOPICS},
    **{
        f"answers.{length}": partial(_running, partial(_said_length, length), _LENGTH)
        for length in ("too_long", "too_short", "right")
    },
}
