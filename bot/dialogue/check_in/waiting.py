"""When they answer, and how, and what comes next (advice 7 to 9)."""

from __future__ import annotations

from bot.coaching import plan
from bot.dialogue import answers
from bot.dialogue.check_in.flow import answer, asked, tell_plan_once
from bot.dialogue.check_in.keeping import replace_notes
from bot.dialogue.check_in.parts import CHANNEL, NEXT_STEP, WINDOW
from bot.dialogue.talk import Talk
from bot.hear.times import Unknown, WindowRead
from storage.facts import Answer, Channel, Interview, NoteKind

LONGEST_WINDOW_WORDS = 200


def window_in(talk: Talk, text: str) -> WindowRead | Unknown | None:
    """What a text says about when they answer; None, and why, when it has to be asked again."""
    read = talk.window_in(text)
    if isinstance(read, WindowRead | Unknown):
        return read
    talk.why_not = read.reason
    return None


def take_window(talk: Talk, text: str) -> bool:
    """By when, in their words."""
    interview, table = asked(talk), answers.of(talk.person.language)
    if interview is None:
        return True
    if table.skip.search(text):
        answer(talk, WINDOW, interview, Answer.SKIPPED)
        return True
    read = window_in(talk, text)
    if isinstance(read, WindowRead):
        return set_window(talk, interview, read, text)
    if isinstance(read, Unknown) or table.not_said.search(text) or table.no.search(text):
        answer(talk, WINDOW, interview, Answer.NO)
        return True
    return False


def set_window(talk: Talk, interview: Interview, read: WindowRead, text: str) -> bool:
    """Keep what they said about when they answer, and repeat it as dates. False: it lies before the interview."""
    changed = keep_window(talk, interview, read, text)
    if changed is None:
        return False
    plan.repeat_window(talk, changed)
    tell_plan_once(talk, interview, changed)
    return True


def keep_window(talk: Talk, interview: Interview, read: WindowRead, text: str) -> Interview | None:
    """Keep a reply window; None: it lies before the interview."""
    latest = read.latest or read.earliest
    if latest is None or latest < interview.end.astimezone(talk.zone).date():
        return None
    return talk.change(
        interview,
        window_answer=Answer.YES,
        window_earliest=read.earliest,
        window_latest=latest,
        window_words=text.strip()[:LONGEST_WINDOW_WORDS],
    )


def take_new_window(talk: Talk, text: str) -> bool:
    """Another date than the one understood."""
    interview = asked(talk)
    if interview is None:
        return True
    read = window_in(talk, text)
    return isinstance(read, WindowRead) and set_window(talk, interview, read, text)


def take_channel(talk: Talk, text: str) -> bool:
    """Mail or phone; or that they did not say."""
    interview, table = asked(talk), answers.of(talk.person.language)
    if interview is None:
        return True
    if table.skip.search(text):
        answer(talk, CHANNEL, interview, Answer.SKIPPED)
        return True
    channel = Channel.EMAIL if table.mail.search(text) else Channel.PHONE if table.phone.search(text) else None
    if channel is None and not (table.not_said.search(text) or table.no.search(text)):
        return False
    set_channel(talk, interview, channel)
    return True


def set_channel(talk: Talk, interview: Interview, channel: Channel | None) -> Interview:
    """How they want to be contacted; None: they did not say."""
    if channel is not None:
        talk.change(talk.opportunity_of(interview), preferred_channel=channel)
    return answer(talk, CHANNEL, interview, Answer.NO if channel is None else Answer.YES)


def take_next_step(talk: Talk, text: str) -> bool:
    """What comes next and who is involved, in the Person's words."""
    interview, table = asked(talk), answers.of(talk.person.language)
    if interview is None:
        return True
    if not text.strip():
        return False
    if table.skip.search(text):
        answer(talk, NEXT_STEP, interview, Answer.SKIPPED)
    elif table.nothing.search(text) or table.not_said.search(text):
        answer(talk, NEXT_STEP, interview, Answer.NO)
    else:
        replace_notes(talk, interview, NoteKind.NEXT_STEP, ((text, None),))
        talk.say("echo.noted")
        answer(talk, NEXT_STEP, interview, Answer.YES)
    return True
