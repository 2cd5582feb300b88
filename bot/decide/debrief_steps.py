"""The steps of a debrief: it begins, an answer is kept or passed over, and at the end there is a card."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.coaching.letters import line_for
from bot.coaching.looking_back import length_in
from bot.decide import bright_side
from bot.decide.checklist import ASIDE
from bot.decide.debrief_topics import (
    BY_NAME,
    DETAIL,
    KEYS,
    MORE,
    NAMES,
    RUNNING,
    TOPICS,
    Topic,
    is_running,
    still_open,
    unnoted,
)
from bot.decide.notes import add_note, notes_of, replace_notes, said_by
from bot.hear.act import Act, By
from bot.learn.interviews import title
from bot.learn.ledger import Ledger
from bot.learn.lines import keep, shown
from bot.words.named import Press, Presses, Value, lines, text
from storage.facts import Answer, ContactKind, Interview, NoteKind

_BULLET = re.compile(r"^\s*(?:[-–•*]|\d{1,2}[.)])\s*")
_NEXT_LINE = re.compile(r"\n|(?<=\?)\s+")


# Beginning


def begin(ledger: Ledger, interview: Interview, _act: Act) -> None:
    """From the first question that has no answer; what was skipped before may be answered now."""
    for other in ledger.known.interviews:
        if RUNNING in other.passed_over:
            ledger.change(other, passed_over=_without(other, RUNNING))
    interview = ledger.found(Interview, interview.id)
    again = {topic.field: None for topic in TOPICS if topic.field and _was_skipped(topic, interview)}
    passed = (*_without(interview, *KEYS, *(f"{ASIDE}{name}" for name in NAMES)), RUNNING)
    changed = ledger.change(interview, debrief=Answer.YES, passed_over=passed, **again)
    _is_here(ledger)
    if not any(still_open(ledger.known, changed)):
        end(ledger, changed)


def _is_here(ledger: Ledger) -> None:
    """It goes on from here, also when the answer comes late, or by a button further up."""
    ledger.change_person(heard_at=ledger.now)


def _was_skipped(topic: Topic, interview: Interview) -> bool:
    value = getattr(interview, topic.field)
    return value is not None and value == topic.skipped


def _without(interview: Interview, *names: str) -> tuple[str, ...]:
    return tuple(name for name in interview.passed_over if name not in names)


def decline(ledger: Ledger, interview: Interview, _act: Act) -> None:
    """The Person does not want one."""
    ledger.change(interview, debrief=Answer.NO)
    ledger.answer("debrief.declined")


# Answers


def told(ledger: Ledger, interview: Interview, act: Act) -> None:
    """Keep the answer as Notes."""
    said, name = str(act.get("text")), str(act.get("topic"))
    _is_here(ledger)
    _keep(ledger, interview, name, said)
    bright_side.count(ledger, said)
    if name == DETAIL.name and RUNNING not in interview.passed_over:
        _put_in(ledger, interview, said)


def _put_in(ledger: Ledger, interview: Interview, said: str) -> None:
    """It was asked for under the thank-you, which comes back with it."""
    opportunity = ledger.opportunity_of(interview)
    if is_thanked(ledger, interview):
        return keep(ledger, opportunity, "kept.note", what=shown(said))
    keep(ledger, opportunity, line_for(ledger.known, opportunity, interview, said), what=shown(said))
    return ledger.queue.append(Act("show_draft", {"draft": "thank_you"}, row=opportunity.id, by=By.CHOSEN))


def is_thanked(ledger: Ledger, interview: Interview) -> bool:
    """Whether the thank-you has gone, which the detail would have been for."""
    ours = (c for c in ledger.known.contacts if c.opportunity_id == interview.opportunity_id)
    return any(c.kind is ContactKind.THANK_YOU and c.at >= interview.end for c in ours)


def lapse(ledger: Ledger, acts: Iterable[Act]) -> None:
    """Whoever was away for long is not in it any more, unless they answer it now; /debrief goes on with it."""
    for interview in (one for one in ledger.known.interviews if RUNNING in one.passed_over):
        ours = any(act.name == "debrief" or act.row == interview.id for act in acts)
        if not ours and not is_running(ledger.known, interview, ledger.now):
            ledger.change(interview, passed_over=_without(interview, RUNNING))


def _keep(ledger: Ledger, interview: Interview, name: str, said: str) -> None:
    if name == MORE:
        add_note(ledger, interview, NoteKind.DETAIL, said, unnoted(ledger.known, interview))
        return
    topic = BY_NAME[name]
    if topic is DETAIL:
        replace_notes(ledger, interview, NoteKind.DETAIL, said_by(said, interview.interviewers))
    elif topic.kind is not None:
        noted = {note.text for note in notes_of(ledger.known, interview, topic.kind)}
        for line in lines_of(topic, said):
            if line not in noted:
                add_note(ledger, interview, topic.kind, line)
    if topic.field:
        ledger.change(interview, **{topic.field: Answer.YES})


def lines_of(topic: Topic, said: str) -> list[str]:
    """What becomes a Note of its own: each line, without its bullet; the last one holds what is too many."""
    if topic.kind is NoteKind.LENGTH:
        return [length_in(said) or said]
    if topic.most == 1:
        return [said]
    found = [line for line in (_BULLET.sub("", line).strip() for line in _NEXT_LINE.split(said)) if line]
    return found if len(found) <= topic.most else [*found[: topic.most - 1], "; ".join(found[topic.most - 1 :])]


def skip(ledger: Ledger, interview: Interview, act: Act) -> None:
    """This question is not for this Interview."""
    _is_here(ledger)
    topic = BY_NAME.get(str(act.get("topic")))
    key = topic.key if topic else MORE
    unanswered = topic is not None and topic.field and getattr(interview, topic.field) is None
    fields = {topic.field: topic.skipped} if topic is not None and unanswered else {}
    ledger.change(interview, passed_over=(*_without(interview, key), key), **fields)
    if RUNNING not in interview.passed_over:
        ledger.answer("small.fine")


# The end


def end(ledger: Ledger, interview: Interview, _act: Act | None = None) -> None:
    """Show what it has brought; what was not answered is passed over."""
    left = tuple(topic.key for topic in still_open(ledger.known, interview))
    changed = ledger.change(interview, passed_over=(*_without(interview, RUNNING), *left))
    ledger.drop_question()
    ledger.tell(card(ledger, changed), _practice(ledger, changed))


def card(ledger: Ledger, interview: Interview) -> Value:
    """The Interview with its good points on top; to be invited was a success already (advice 35)."""
    practise = len(notes_of(ledger.known, interview, NoteKind.UNPREPARED))
    blocks: list[Value] = [text("debrief.card", title=title(ledger.opportunity_of(interview)))]
    for kind in (NoteKind.WELL, NoteKind.BADLY, NoteKind.CV):
        found = [text("debrief.line", what=note.text) for note in notes_of(ledger.known, interview, kind)]
        if found:
            blocks.append(text(f"debrief.{kind}", lines=lines(found)))
    if practise:
        blocks.append(text("debrief.practice", n=practise))
    return lines(blocks, "\n\n")


def _practice(ledger: Ledger, interview: Interview) -> Presses:
    unprepared = notes_of(ledger.known, interview, NoteKind.UNPREPARED)
    return ((Press("practice.list", interview.id),),) if unprepared else ()
