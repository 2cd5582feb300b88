"""What follows from an answer about a talk that is over: the plan at the end, and the questions taken up again."""

from __future__ import annotations

from collections.abc import Callable

from bot.decide.checklist import ENOUGH, FIELDS, SKIPPED, is_complete, may_be_asked, put_aside, take_up
from bot.hear.act import Act
from bot.learn.ledger import Ledger, Stale
from bot.learn.pressed import told_of
from bot.words.named import Press, text
from scheduler import nudges
from storage.facts import Answer, Interview

SEVERAL = 3
"""So many lines about what was kept have told enough of the plan."""


def skip(ledger: Ledger, act: Act) -> None:
    """This question is not for this talk."""
    name, interview = str(act.get("asked") or ""), ledger.find(Interview, act.row)
    if interview is not None and name in FIELDS and getattr(interview, FIELDS[name]) is None:
        ledger.change(interview, **{FIELDS[name]: SKIPPED[name]})
        if act.verb:
            ledger.mark(act.verb)
    elif interview is not None and name in ("start", "past_day"):
        put_aside(ledger, name, interview.id)
    elif act.verb:
        raise Stale
    elif len(ledger.acts) == 1:
        ledger.answer("small.fine")


def nothing_promised(ledger: Ledger, act: Act) -> None:
    """The Person owes them nothing."""
    interview = ledger.find(Interview, act.row) or told_of(ledger, act)
    if interview is None or (interview.promise_answer is not None and act.verb):
        raise Stale
    ledger.change(interview, promise_answer=interview.promise_answer or Answer.NO)
    if act.verb:
        ledger.mark(act.verb)


def enough(ledger: Ledger, act: Act) -> None:
    """No more questions for now: the plan from what is known; the rest when the Person comes back to it."""
    interview = ledger.find(Interview, act.row or ledger.before.person.asking_about)
    if interview is None or ENOUGH in interview.passed_over or is_complete(interview):
        raise Stale
    ledger.change(interview, passed_over=(*interview.passed_over, ENOUGH))
    if act.verb:
        ledger.mark(act.verb)
    ledger.drop_question()
    ledger.tell(text("@plan", opportunity=interview.opportunity_id), ((Press("more.check_in", interview.id),),))


def close(ledger: Ledger) -> None:
    """The last answer is in: what comes now. After everything in one breath the lines have said it."""
    was_open = {i.id for i in ledger.before.interviews if not is_complete(i)}
    for interview in ledger.known.interviews:
        done = interview.id in was_open and is_complete(interview)
        if done and len(ledger.reply.kept) < SEVERAL and may_be_asked(ledger.known, interview, ledger.now):
            ledger.tell(text("@plan", opportunity=interview.opportunity_id))


def check_in(ledger: Ledger, act: Act) -> None:
    """Go on with the questions about a talk: the one of the button, else the latest that is over."""
    over = [i for i in ledger.known.interviews if i.end <= ledger.now and not i.cancelled and not is_complete(i)]
    pressed = ledger.find(Interview, act.row)
    chosen = pressed or max(over, key=lambda interview: interview.end, default=None)
    if chosen is None or is_complete(chosen):
        return ledger.answer("check_in.nothing")
    interview = take_up(ledger, chosen)
    ledger.speak_of(ledger.opportunity_of(interview))
    begin(ledger, interview)
    return None


def begin_told(ledger: Ledger) -> None:
    """Of a talk that is told of when it is over, the check-in has begun: what the Person had to say is said, and what
    is missing is asked in the reply, or once the next morning."""
    ahead = {(interview.id, interview.end) for interview in ledger.before.interviews}
    for interview in ledger.known.interviews:
        is_over = nudges.over_at(interview, ledger.zone) <= ledger.now
        if is_over and not interview.cancelled and (interview.id, interview.end) not in ahead:
            begin(ledger, interview)


def begin_asked(ledger: Ledger) -> None:
    """Whoever is asked in the reply is not asked the same minutes later."""
    person = ledger.person
    interview = ledger.find(Interview, person.asking_about or 0) if person.asking in FIELDS else None
    if interview is not None:
        begin(ledger, interview)


def begin(ledger: Ledger, interview: Interview) -> None:
    """Its check-in has begun, and need not be begun by itself later."""
    look = nudges.look_at(ledger.known, ledger.opportunity_of(interview), ledger.now)
    for planned in nudges.check_in(look):
        if planned.subject == interview.id and not look.was_said(planned.once):
            ledger.known = nudges.note_said(ledger.known, planned, ledger.now, "asked at once")


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "skip": skip,
    "nothing_promised": nothing_promised,
    "enough": enough,
    "check_in": check_in,
}
