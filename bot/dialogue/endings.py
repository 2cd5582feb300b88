"""What changes an Opportunity: a new date, an invitation, a no, leaving, letting go; and promises kept."""

from __future__ import annotations

from bot.coaching import plan
from bot.coaching.showing import contacts_sent, show_button
from bot.dialogue import adding, check_in, contact
from bot.dialogue.happening_undo import BEFORE, undo_button
from bot.dialogue.talk import Talk
from bot.hear.times import InterviewRead, WindowRead
from bot.turn import Rows
from storage.facts import Contact, ContactKind, Direction, Event, EventType, Interview, NoteKind, Opportunity, Promise


def new_date(talk: Talk, opportunity: Opportunity, read: WindowRead) -> None:
    """They named another date (R27): the old one is void."""
    event = contact.happened(
        talk,
        opportunity,
        EventType.WINDOW_EXTENDED,
        earliest=read.earliest,
        latest=read.latest or read.earliest,
    )
    tell_date(talk, opportunity, event)


def tell_date(talk: Talk, opportunity: Opportunity, event: Event) -> None:
    """Repeat the new date and what follows from it, with one tap to correct it."""
    assert event.latest is not None
    talk.may_amend("new_date", event.id)
    buttons = ((talk.button("fix.date", event.id),),)
    opens = plan.question_opens(talk, opportunity)
    latest = talk.day(event.latest)
    if opens is None:
        talk.say("echo.window_only", buttons, latest=latest)
    else:
        talk.say("echo.new_date", buttons, employer=opportunity.employer, latest=latest, opens=talk.day(opens))


def take_date(talk: Talk, text: str) -> bool:
    """By when they will answer, after the Person said that there is a new date."""
    opportunity, read = talk.find(Opportunity, talk.person.asking_about), _date_ahead(talk, text)
    if opportunity is None or read is None:
        return opportunity is None
    new_date(talk, opportunity, read)
    return True


def take_new_date(talk: Talk, text: str) -> bool:
    """Another date than the one understood."""
    event, read = talk.find(Event, talk.person.asking_about), _date_ahead(talk, text)
    if event is None or read is None:
        return event is None
    changed = talk.change(event, earliest=read.earliest, latest=read.latest or read.earliest)
    tell_date(talk, talk.opportunity_of(changed), changed)
    return True


def _date_ahead(talk: Talk, text: str) -> WindowRead | None:
    """A reply window that has not passed."""
    read = check_in.window_in(talk, text)
    if not isinstance(read, WindowRead):
        return None
    latest = read.latest or read.earliest
    return read if latest is not None and latest >= talk.here.date() else None


def invited(talk: Talk, opportunity: Opportunity, text: str = "") -> None:
    """They want to see the Person again; with a time in the text it is added at once."""
    contact.happened(talk, opportunity, EventType.INVITATION)
    if text and isinstance(talk.time_in(text), InterviewRead):
        adding.begin(talk, text, bare=False, opportunity=opportunity)
    else:
        buttons = ((show_button(talk, opportunity, "reply_invitation"),), *_button(talk, opportunity, "sent.reply"))
        talk.say("invited", buttons, employer=opportunity.employer)


def _button(talk: Talk, opportunity: Opportunity, *verbs: str) -> Rows:
    version = contacts_sent(talk, opportunity)
    return tuple((talk.button(verb, opportunity.id, version),) for verb in verbs)


def _call_off(talk: Talk, opportunity: Opportunity) -> None:
    """The Interviews that are still ahead do not take place."""
    for interview in talk.interviews_of(opportunity):
        if interview.start > talk.now:
            talk.change(interview, cancelled=True)


def rejected(talk: Talk, opportunity: Opportunity, key: str = "rejected") -> None:
    """They said no: what is planned falls away, and a short thank-you is left for tomorrow (R5, advice 56)."""
    event = contact.happened(talk, opportunity, EventType.REJECTED)
    _call_off(talk, opportunity)
    talk.drop_question()
    talk.change_person(amending=undo_button(talk, event.id).data)
    buttons = _button(talk, opportunity, "later.rejection", "show.rejection", "rest")
    talk.say(key, buttons, employer=opportunity.employer)


def withdraw(talk: Talk, opportunity: Opportunity) -> None:
    """The Person leaves (R8): tell them soon, in a few words."""
    contact.happened(talk, opportunity, EventType.USER_WITHDRAWS)
    _call_off(talk, opportunity)
    talk.drop_question()
    buttons = ((show_button(talk, opportunity, "withdrawal"),), *_button(talk, opportunity, "told.withdraw"))
    talk.say("withdraw", buttons, employer=opportunity.employer)


def told_withdrawal(talk: Talk, opportunity: Opportunity) -> None:
    """They have been told."""
    talk.add(
        Contact,
        opportunity_id=opportunity.id,
        at=talk.now,
        kind=ContactKind.OTHER,
        direction=Direction.OUT,
        about="withdraw",
    )
    let_go(talk, opportunity, "closed.left")


def close(talk: Talk, opportunity: Opportunity) -> None:
    """Let go of it: nothing more is said about it."""
    talk.change(opportunity, closed_at=talk.now)


def let_go(talk: Talk, opportunity: Opportunity, key: str, more: Rows = ()) -> None:
    """Close it, say so, and ask for the one thing to keep (advice 61)."""
    close(talk, opportunity)
    back = undo_button(talk, opportunity.id, BEFORE.index(("closed_at", None)))
    talk.change_person(amending=back.data, amending_about=None)
    talk.say(key, (*more, (back,)), employer=opportunity.employer)
    ask_learned(talk, opportunity)


def ask_learned(talk: Talk, opportunity: Opportunity) -> None:
    """What did you learn from this one? Only of one that had a talk, and once."""
    met = any(interview.end <= talk.now for interview in talk.interviews_of(opportunity))
    told = any(n.kind is NoteKind.LEARNED and n.opportunity_id == opportunity.id for n in talk.known.notes)
    if met and not told:
        talk.ask("learned", opportunity.id)
        talk.say("ask.learned", ((talk.button("skip.learned", opportunity.id),),))


def replied(talk: Talk, opportunity: Opportunity) -> None:
    """The Person has answered them; after a no, that was the last thing to do."""
    talk.add(Contact, opportunity_id=opportunity.id, at=talk.now, kind=ContactKind.REPLY, direction=Direction.OUT)
    last = max((e for e in talk.known.events if e.opportunity_id == opportunity.id), key=lambda e: e.id, default=None)
    if last is not None and last.type is EventType.REJECTED:
        let_go(talk, opportunity, "closed.after_no", ((show_button(talk, opportunity, "linkedin"),),))
    else:
        talk.say("sent.reply", employer=opportunity.employer)


def keep_promise(talk: Talk, promise: Promise) -> None:
    """What was promised has been sent."""
    talk.change(promise, done_at=talk.now)
    talk.add(
        Contact,
        opportunity_id=promise.opportunity_id,
        at=talk.now,
        kind=ContactKind.PROMISE,
        direction=Direction.OUT,
    )
    talk.say("promise.kept", what=promise.what)


def drop(talk: Talk, interview: Interview, key: str = "dropped") -> None:
    """The Interview does not take place; an Opportunity without any other is let go."""
    talk.change(interview, cancelled=True)
    opportunity = talk.opportunity_of(interview)
    if not talk.interviews_of(opportunity):
        close(talk, opportunity)
    talk.drop_question()
    buttons = ((talk.button("undrop", interview.id),),)
    talk.say(key, buttons, employer=opportunity.employer, when=adding.span(talk, interview))


def undrop(talk: Talk, interview: Interview) -> None:
    """It takes place after all."""
    talk.change(interview, cancelled=False)
    talk.change(talk.opportunity_of(interview), closed_at=None)
