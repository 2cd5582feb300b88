"""Said around an Interview: lessons and card before it; check-in, debrief and thank-you after it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.coaching import drafts, letters
from bot.decide import because
from bot.decide.buttons import act_press, change_presses
from bot.decide.checklist import BY_NAME, first_missing
from bot.decide.question import keyboard
from bot.learn.ledger import Ledger, Part
from bot.say.cards import start
from bot.say.unasked.telling import Say, interview_of, later, line_of
from bot.words.named import Press, Presses, Text, Value, lines, text
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Answer, Interview, Known, NoteKind, Opportunity

MOST_LESSONS = 3
LONGEST_LESSON = 200
MOOD, WINDOW = "mood", "window"
DETAIL = "detail"
"""The question that a thank-you without anything from the talk opens."""


def _lessons(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    interview = interview_of(ledger, planned)
    notes = nudges.lessons_for(ledger.known, interview)[:MOST_LESSONS]
    learned = lines(text(f"lesson.{note.kind}", text=note.text[:LONGEST_LESSON]) for note in notes)
    when = start(ledger.known, interview)
    return Part(text("nudge.lessons", employer=opportunity.employer, start=when, lines=learned))


def _pocket_card(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    interview = interview_of(ledger, planned)
    sentence = drafts.draft("sentence", ledger.known, opportunity, interview=interview).text
    when = start(ledger.known, interview)
    said = text("nudge.pocket_card", employer=opportunity.employer, start=when, sentence=sentence)
    return Part(said, ((Press("own.sentence", interview.id),),))


# The check-in


def _check_in(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    interview = interview_of(ledger, planned)
    ledger.ask(MOOD, interview.id)
    return Part(_question(MOOD, opportunity), _answers(ledger, MOOD, interview))


def _check_in_again(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    """Only what is missing for the plan: of a talk that was told of, by when they answer."""
    interview = interview_of(ledger, planned)
    is_told = nudges.is_told(ledger.known, interview)
    name = WINDOW if is_told and interview.window_answer is None else first_missing(interview)
    assert name is not None, "a question of the check-in is open"
    ledger.ask(name, interview.id)
    key = "nudge.check_in_again" if name == MOOD else "nudge.check_in_rest"
    said = text(key, employer=opportunity.employer, question=_question(name, opportunity))
    return Part(said, _answers(ledger, name, interview))


def _question(name: str, opportunity: Opportunity) -> Text:
    return text(f"ask.{name}", employer=opportunity.employer)


def _answers(ledger: Ledger, name: str, interview: Interview) -> Presses:
    return (*keyboard(BY_NAME[name], interview.id), (later(ledger),))


def _debrief_offer(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    ledger.ask("debrief", planned.subject)
    presses = ((*line_of(planned.subject, "debrief.yes", "debrief.no"), later(ledger)),)
    return Part(text("nudge.debrief_offer", employer=opportunity.employer), presses)


# The thank-you


def _thank_you(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    interview, known = interview_of(ledger, planned), ledger.known
    sent, wont = (act_press(known, opportunity, verb) for verb in ("sent.thank_you", "wont.thank_you"))
    presses = ((sent, later(ledger)), *change_presses(known, opportunity, "thank_you"), (wont,))
    return Part(lines(_note(ledger, opportunity, interview, planned), "\n\n"), presses)


def _note(ledger: Ledger, opportunity: Opportunity, interview: Interview, planned: Plan) -> Iterator[Value]:
    """The note, to copy; for a panel, the one to whoever has had none yet."""
    draft = letters.made(ledger.known, opportunity, ledger.now, "thank_you", interview=interview)
    reader = drafts.next_to_thank(ledger.known, interview) or opportunity.employer
    yield text(_reason(ledger, opportunity, interview, planned), employer=reader, draft=draft)
    if opportunity.via_agency:
        yield text("nudge.agency_note")
    if planned.name == "thank_you" and _lacks_detail(ledger.known, interview):
        ledger.ask(DETAIL, interview.id)
        yield text("nudge.detail_invite")
    elif planned.name == "thank_you" and because.wanted_for(ledger, opportunity, planned.name) == interview:
        because.asked_for(ledger, interview)
        yield text("nudge.because_invite", what=because.told(ledger, interview))


def _reason(ledger: Ledger, opportunity: Opportunity, interview: Interview, planned: Plan) -> str:
    if nudges.is_late(nudges.look_at(ledger.known, opportunity, ledger.now), interview, ledger.now):
        return "nudge.thank_you_late"
    unsaid = interview.interest_said in (Answer.NO, Answer.UNSURE)
    return "nudge.thank_you_unsaid" if unsaid and planned.name == "thank_you" else f"nudge.{planned.name}"


def _lacks_detail(known: Known, interview: Interview) -> bool:
    """Whether nothing they said is noted, and the Person was not asked for it in vain."""
    noted = any(note.kind is NoteKind.DETAIL and note.interview_id == interview.id for note in known.notes)
    return not noted and interview.detail_answer is None


WORDS: dict[str, Say] = {
    "lessons": _lessons,
    "pocket_card": _pocket_card,
    "check_in": _check_in,
    "check_in_again": _check_in_again,
    "debrief_offer": _debrief_offer,
    "thank_you": _thank_you,
    "thank_you_again": _thank_you,
}
