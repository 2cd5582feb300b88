"""What the Person promised to send, and by when (advice 40)."""

from __future__ import annotations

from datetime import date

from bot.dialogue import answers
from bot.dialogue.check_in.flow import answer, asked
from bot.dialogue.check_in.parts import PROMISED
from bot.dialogue.check_in.waiting import window_in
from bot.dialogue.talk import Talk
from bot.hear.times import WindowRead
from storage.facts import Answer, Interview, Promise, Side

LONGEST_PROMISE = 120


def take_promised(talk: Talk, text: str) -> bool | None:
    """Yes, no, or at once what and by when."""
    interview, table = asked(talk), answers.of(talk.person.language)
    if interview is None:
        return True
    if table.skip.search(text):
        answer(talk, PROMISED, interview, Answer.SKIPPED)
        return True
    if table.no.search(text):
        answer(talk, PROMISED, interview, Answer.NO)
        return True
    if table.yes.fullmatch(text.strip(".! ")):
        ask_promise(talk, interview)
        return None
    return take_promise(talk, text)


def ask_promise(talk: Talk, interview: Interview) -> None:
    """What did you promise, and by when?"""
    talk.ask("promise_what", interview.id)
    talk.say("ask.promise_what")


def take_promise(talk: Talk, text: str) -> bool | None:
    """ "References by Friday": what was promised, and its day."""
    interview = asked(talk)
    if interview is None:
        return True
    what = what_in(talk, text)
    if not what:
        return False
    due = day_in(talk, text)
    if due is None:
        ask_due(talk, interview, what)
        return None
    promise(talk, interview, what, due)
    return True


def ask_due(talk: Talk, interview: Interview, what: str) -> None:
    """By when?"""
    talk.ask("promise_due", interview.id, what)
    talk.say("ask.promise_due", what=what)


def take_promise_due(talk: Talk, text: str) -> bool:
    """By when it was promised."""
    interview, due = asked(talk), day_in(talk, text)
    if interview is None:
        return True
    if due is None:
        return False
    promise(talk, interview, talk.person.asking_text or "", due)
    return True


def day_in(talk: Talk, text: str) -> date | None:
    """The day by which something is due; not one that has passed."""
    table = answers.of(talk.person.language)
    if table.today.search(text):
        return talk.here.date()
    tail = table.date_tail.search(f" {text}")
    read = window_in(talk, tail[0] if tail else text)
    if not isinstance(read, WindowRead):
        return None
    due = read.latest or read.earliest
    return due if due is not None and due >= talk.here.date() else None


def what_in(talk: Talk, text: str) -> str:
    """What was promised, without the day and without "I promised to send them my"."""
    table = answers.of(talk.person.language)
    plain = table.date_tail.sub("", " ".join(text.split()))
    return table.promise_head.sub("", plain).strip(" .,;:!")[:LONGEST_PROMISE]


def promise(talk: Talk, interview: Interview, what: str, due: date) -> None:
    """Keep a promise of the Person's."""
    kept = keep_promise(talk, interview, what, due)
    talk.say("echo.promise", what=kept.what, due=talk.day(due))
    answer(talk, PROMISED, interview, Answer.YES)


def keep_promise(talk: Talk, interview: Interview, what: str, due: date) -> Promise:
    """Keep it, or give the same promise another day."""
    same = next(
        (
            p
            for p in talk.known.promises
            if p.opportunity_id == interview.opportunity_id
            and p.side is Side.OURS
            and p.done_at is None
            and p.what.casefold() == what.casefold()
        ),
        None,
    )
    if same is not None:
        return talk.change(same, due=due)
    return talk.add(
        Promise,
        opportunity_id=interview.opportunity_id,
        what=what,
        due=due,
        side=Side.OURS,
        made_at=interview.end,
    )
