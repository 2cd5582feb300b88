"""Said around an Interview: lessons and card before it; check-in, debrief, thank-you and LinkedIn after it."""

from __future__ import annotations

from bot.coaching import drafts
from bot.coaching.showing import draft_buttons, in_block, made
from bot.coaching.unasked.telling import Say, acts, interview_of, later
from bot.dialogue.check_in import MOOD, Part, wording
from bot.dialogue.check_in.parts import first_open
from bot.dialogue.talk import Talk
from bot.turn import Button, Rows
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Answer, Interview, Opportunity

MOST_LESSONS = 3
LONGEST_LESSON = 200


def _lessons(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    interview = interview_of(talk, planned)
    notes = nudges.lessons_for(talk.known, interview)[:MOST_LESSONS]
    lines = talk.join(talk.words(f"lesson.{note.kind}", text=note.text[:LONGEST_LESSON]) for note in notes)
    talk.say("nudge.lessons", employer=opportunity.employer, start=talk.when(interview.start, "t"), lines=lines)


def _pocket_card(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    interview = interview_of(talk, planned)
    sentence = drafts.draft("sentence", talk.known, opportunity, interview=interview).text
    start = talk.when(interview.start, "t")
    buttons = ((talk.button("own.sentence", interview.id),),)
    talk.say("nudge.pocket_card", buttons, employer=opportunity.employer, start=start, sentence=sentence)


def _check_in(talk: Talk, _opportunity: Opportunity, planned: Plan) -> None:
    interview = interview_of(talk, planned)
    talk.ask(MOOD.name, interview.id)
    talk.tell(wording(talk, MOOD, interview), _answers(talk, MOOD, interview))


def _check_in_again(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    interview = interview_of(talk, planned)
    part = first_open(interview)
    assert part is not None, "a question of the check-in is open"
    talk.ask(part.name, interview.id)
    key = "nudge.check_in_again" if part is MOOD else "nudge.check_in_rest"
    question = wording(talk, part, interview)
    talk.say(key, _answers(talk, part, interview), employer=opportunity.employer, question=question)


def _answers(talk: Talk, part: Part, interview: Interview) -> Rows:
    answers = tuple(tuple(talk.button(verb, interview.id) for verb in line) for line in part.buttons)
    return (*answers, (later(talk),))


def _debrief_offer(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    verbs = (talk.button(verb, planned.subject) for verb in ("debrief.yes", "debrief.no"))
    talk.say("nudge.debrief_offer", ((*verbs, later(talk)),), employer=opportunity.employer)


def _thank_you(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    interview = interview_of(talk, planned)
    unsaid = interview.interest_said in (Answer.NO, Answer.UNSURE)
    key = "nudge.thank_you_unsaid" if unsaid and planned.name == "thank_you" else f"nudge.{planned.name}"
    show_thank_you(talk, opportunity, interview, key, more=(later(talk),))


def show_thank_you(
    talk: Talk, opportunity: Opportunity, interview: Interview, key: str, more: tuple[Button, ...] = ()
) -> None:
    """The note, to copy; for a panel, the one to whoever has had none yet. `more` stands beside "Sent it"."""
    draft = in_block(talk, drafts.thank_you(talk.known, opportunity, interview))
    name = drafts.next_to_thank(talk.known, interview) or opportunity.employer
    to = talk.words("nudge.through_agency", name=name) if opportunity.via_agency else name
    (sent,), wont = acts(talk, opportunity, "sent.thank_you", "wont.thank_you")
    buttons = ((sent, *more), *draft_buttons(talk, opportunity, "thank_you"), wont)
    talk.say(key, buttons, employer=to, draft=draft)


def _linkedin(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    draft = made(talk, opportunity, "linkedin")
    (sent,), wont = acts(talk, opportunity, "sent.linkedin", "wont.linkedin")
    buttons = ((sent, later(talk)), *draft_buttons(talk, opportunity, "linkedin"), wont)
    talk.say("nudge.linkedin", buttons, employer=opportunity.employer, draft=draft)


WORDS: dict[str, Say] = {
    "lessons": _lessons,
    "pocket_card": _pocket_card,
    "check_in": _check_in,
    "check_in_again": _check_in_again,
    "debrief_offer": _debrief_offer,
    "thank_you": _thank_you,
    "thank_you_again": _thank_you,
    "linkedin": _linkedin,
}
