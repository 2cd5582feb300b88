"""What changes an Opportunity: a new date, an invitation, a no, leaving, letting go; and promises kept."""

from __future__ import annotations

from bot.coaching import plan, unasked
from bot.dialogue import adding, check_in, contact
from bot.dialogue.talk import Talk
from bot.reading import InterviewRead, WindowRead, read_interview_time
from storage.facts import Contact, ContactKind, Direction, Event, EventType, Interview, Opportunity, Promise


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
    if text and isinstance(read_interview_time(text, talk.here, talk.person.language), InterviewRead):
        adding.begin(talk, text, bare=False, opportunity=opportunity)
    else:
        talk.say(
            "invited",
            ((talk.button("sent.reply", opportunity.id, _sent(talk, opportunity)),),),
            employer=opportunity.employer,
        )


def _sent(talk: Talk, opportunity: Opportunity) -> int:
    return unasked.contacts_sent(talk, opportunity)


def rejected(talk: Talk, opportunity: Opportunity) -> None:
    """They said no: what is planned falls away, and a short thank-you is left for tomorrow (R5)."""
    contact.happened(talk, opportunity, EventType.REJECTED)
    for interview in talk.interviews_of(opportunity):
        if interview.start > talk.now:
            talk.change(interview, cancelled=True)
    talk.drop_question()
    buttons = (
        (talk.button("show.rejection", opportunity.id, _sent(talk, opportunity)),),
        (talk.button("rest", opportunity.id, _sent(talk, opportunity)),),
    )
    talk.say("rejected", buttons, employer=opportunity.employer)


def withdraw(talk: Talk, opportunity: Opportunity) -> None:
    """The Person leaves (R8): tell them soon, in a few words."""
    contact.happened(talk, opportunity, EventType.USER_WITHDRAWS)
    talk.drop_question()
    buttons = ((talk.button("told.withdraw", opportunity.id, _sent(talk, opportunity)),),)
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
    close(talk, opportunity)


def close(talk: Talk, opportunity: Opportunity) -> None:
    """Let go of it: nothing more is said about it."""
    talk.change(opportunity, closed_at=talk.now)


def replied(talk: Talk, opportunity: Opportunity) -> None:
    """The Person has answered them; after a no, that was the last thing to do."""
    talk.add(Contact, opportunity_id=opportunity.id, at=talk.now, kind=ContactKind.REPLY, direction=Direction.OUT)
    last = max((e for e in talk.known.events if e.opportunity_id == opportunity.id), key=lambda e: e.id, default=None)
    if last is not None and last.type is EventType.REJECTED:
        close(talk, opportunity)
        talk.say("closed.after_no", employer=opportunity.employer)
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


def drop(talk: Talk, interview: Interview) -> None:
    """The Interview does not take place; an Opportunity without any other is let go."""
    talk.change(interview, cancelled=True)
    opportunity = talk.opportunity_of(interview)
    if not talk.interviews_of(opportunity):
        close(talk, opportunity)
    talk.drop_question()
    talk.say("dropped", ((talk.button("undrop", interview.id),),), employer=opportunity.employer)


def undrop(talk: Talk, interview: Interview) -> None:
    """It takes place after all."""
    talk.change(interview, cancelled=False)
    talk.change(talk.opportunity_of(interview), closed_at=None)
