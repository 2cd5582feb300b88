"""What is said unasked: the words, buttons and draft of each nudge, and the question it opens.

A nudge is a row in `scheduler.nudges` and a function of the same name here.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from datetime import datetime

from bot import words
from bot.coaching import drafts
from bot.coaching.drafts import Draft
from bot.coaching.plan import question_opens, sentences, verdict_on
from bot.dialogue.check_in import MOOD, PARTS, wording
from bot.dialogue.talk import Talk
from bot.dialogue.turn import Button, Incoming, Kind, Message, Rows
from bot.words import Html
from scheduler import nudges, policy
from scheduler.nudges import Plan
from storage.facts import Answer, Direction, Event, Interview, Known, Opportunity, Promise


def speak(known: Known, planned: Plan, now: datetime) -> tuple[Known, Message]:
    """Say one nudge: what is known once it has been said, and the message."""
    silence = Incoming(kind=Kind.IGNORED, person_id=known.person.id, chat_id=known.person.id)
    talk = Talk(silence, nudges.note_said(known, planned, now), now)
    opportunity = talk.find(Opportunity, planned.opportunity_id)
    assert opportunity is not None, "a nudge is about an Opportunity that is known"
    WORDS[planned.name](talk, opportunity, planned)
    message = next(said for said in talk.turn().say if isinstance(said, Message))
    return talk.known, message


def in_block(talk: Talk, draft: Draft) -> Html:
    """A draft as it stands in a message: one tap copies it."""
    text = html.escape(draft.text, quote=False)
    if draft.subject is None:
        return Html(f"<pre>{text}</pre>")
    subject = talk.words("draft.subject_line", subject=draft.subject)
    return Html(f"{subject}\n<pre>{text}</pre>")


def why_button(talk: Talk, opportunity: Opportunity, verdict: policy.Verdict) -> Button:
    """The button that shows the rule behind a verdict."""
    return talk.button(f"why.{verdict.rule}", opportunity.id, label=words.plain("button.why", talk.person.language))


def contacts_sent(talk: Talk, opportunity: Opportunity) -> int:
    """How many Contacts the Person has reported: a button pressed after one more is an old one."""
    return sum(c.direction is Direction.OUT for c in talk.known.contacts if c.opportunity_id == opportunity.id)


def _interview(talk: Talk, planned: Plan) -> Interview:
    interview = talk.find(Interview, planned.subject)
    assert interview is not None, "this nudge is about an Interview that is known"
    return interview


def _buttons(talk: Talk, opportunity: Opportunity, *verbs: str) -> Rows:
    version = contacts_sent(talk, opportunity)
    return tuple((talk.button(verb, opportunity.id, version),) for verb in verbs)


def _pocket_card(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    start = talk.when(_interview(talk, planned).start, "t")
    talk.say("nudge.pocket_card", employer=opportunity.employer, start=start)


def _check_in(talk: Talk, _opportunity: Opportunity, planned: Plan) -> None:
    interview = _interview(talk, planned)
    talk.ask(MOOD.name, interview.id)
    buttons = tuple(tuple(talk.button(verb, interview.id) for verb in line) for line in MOOD.buttons)
    talk.tell(wording(talk, MOOD, interview), buttons)


def _check_in_again(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    interview = _interview(talk, planned)
    part = next(part for part in PARTS if getattr(interview, part.field) is None)
    talk.ask(part.name, interview.id)
    buttons = tuple(tuple(talk.button(verb, interview.id) for verb in line) for line in part.buttons)
    key = "nudge.check_in_again" if part is MOOD else "nudge.check_in_rest"
    talk.say(key, buttons, employer=opportunity.employer, question=wording(talk, part, interview))


def _thank_you(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    interview = _interview(talk, planned)
    unsaid = interview.interest_said in (Answer.NO, Answer.UNSURE)
    key = "nudge.thank_you_unsaid" if unsaid else f"nudge.{planned.name}"
    show_thank_you(talk, opportunity, interview, key, later=planned.name == "thank_you")


def show_thank_you(
    talk: Talk, opportunity: Opportunity, interview: Interview, key: str, *, later: bool = False
) -> None:
    """The note, to copy; for a panel, the one to whoever has had none yet."""
    draft = in_block(talk, drafts.thank_you(talk.known, opportunity, interview))
    verbs = ("sent.thank_you", "later.thank_you", "wont.thank_you") if later else ("sent.thank_you", "wont.thank_you")
    name = drafts.next_to_thank(talk.known, interview) or opportunity.employer
    to = talk.words("nudge.through_agency", name=name) if opportunity.via_agency else name
    talk.say(key, _buttons(talk, opportunity, *verbs), employer=to, draft=draft)


def _your_move(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    verdict = verdict_on(talk, opportunity)
    buttons = (
        *_buttons(talk, opportunity, f"did.{verdict.kind}"),
        (why_button(talk, opportunity, verdict),),
    )
    title = talk.words("title.plain", employer=opportunity.employer)
    talk.say("contact.verdict", buttons, title=title, why=sentences(talk, verdict))


def _promise(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    owed = talk.find(Promise, planned.subject)
    assert owed is not None, "this nudge is about a Promise that is known"
    late = owed.due < talk.here.date()
    draft = in_block(talk, drafts.promised(talk.known, opportunity, None, owed.what, late=late))
    buttons = ((talk.button("done.promise", owed.id),),)
    key = "nudge.promise_late" if late else "nudge.promise"
    talk.say(key, buttons, employer=opportunity.employer, what=owed.what, draft=draft)


def _reply_owed(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    event = talk.find(Event, planned.subject)
    assert event is not None, "this nudge is about an Event that is known"
    buttons = _buttons(talk, opportunity, "sent.reply")
    talk.say("nudge.reply_owed", buttons, employer=opportunity.employer, what=talk.words(f"event.{event.type}"))


def _rejection_thanks(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    last = max(talk.interviews_of(opportunity), key=lambda i: i.end, default=None)
    draft = in_block(talk, drafts.rejection_thanks(talk.known, opportunity, last))
    buttons = _buttons(talk, opportunity, "sent.reply", "rest")
    talk.say("nudge.rejection_thanks", buttons, employer=opportunity.employer, draft=draft)


def _hold(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    opens = question_opens(talk, opportunity)
    assert opens is not None, "a hold names a day"
    buttons = ((why_button(talk, opportunity, verdict_on(talk, opportunity)),),)
    talk.say("nudge.hold", buttons, employer=opportunity.employer, opens=talk.day(opens))


def _follow_up(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    verdict = verdict_on(talk, opportunity)
    interview = _interview(talk, planned)
    make = drafts.follow_up if verdict.count[0] == 0 else drafts.second_follow_up
    draft = in_block(talk, make(talk.known, opportunity, interview, verdict.channel))
    channel = talk.words(f"channel.{verdict.channel or 'email'}")
    buttons = _buttons(talk, opportunity, "sent.follow_up", "heard", "wait.follow_up")
    told = interview.window is not None or any(
        e.latest for e in talk.known.events if e.opportunity_id == opportunity.id
    )
    key = "nudge.follow_up_no_day" if planned.name == "follow_up" and not told else f"nudge.{planned.name}"
    talk.say(key, buttons, employer=opportunity.employer, channel=channel, draft=draft)


def _parked(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    waiting = nudges.waiting_draft(talk.known, opportunity)
    assert waiting is not None, "this nudge hands over a message that waits"
    talk.change(waiting, handed_at=talk.now)
    verdict = verdict_on(talk, opportunity)
    channel = talk.words(f"channel.{verdict.channel or 'email'}")
    buttons = _buttons(talk, opportunity, "sent.follow_up", "heard", "wait.follow_up")
    draft = in_block(talk, Draft(None, waiting.text))
    talk.say("nudge.parked", buttons, employer=opportunity.employer, channel=channel, draft=draft)


def _clean_end(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    talk.say(f"nudge.{planned.name}", _buttons(talk, opportunity, "close", "keep"), employer=opportunity.employer)


WORDS: dict[str, Callable[[Talk, Opportunity, Plan], None]] = {
    "pocket_card": _pocket_card,
    "check_in": _check_in,
    "check_in_again": _check_in_again,
    "thank_you": _thank_you,
    "thank_you_again": _thank_you,
    "promise": _promise,
    "reply_owed": _reply_owed,
    "rejection_thanks": _rejection_thanks,
    "hold": _hold,
    "your_move": _your_move,
    "follow_up": _follow_up,
    "second_follow_up": _follow_up,
    "parked": _parked,
    "follow_up_again": _follow_up,
    "clean_end": _clean_end,
    "clean_end_unasked": _clean_end,
}
