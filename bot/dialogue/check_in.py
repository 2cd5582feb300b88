"""The check-in after an interview: five short questions, each of which can be skipped, in any order, days later.

How was it; did you say that you are still interested; when will you hear; phone or mail; did you promise anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.coaching import plan
from bot.dialogue.talk import Talk
from bot.reading import Unknown, WindowRead, read_window
from bot.words import Html
from scheduler import nudges
from storage.facts import Answer, Channel, Interview, Known, Mood, Promise, Side

LONGEST_PROMISE = 120
_NO = re.compile(r"^(no+|nope|nah|nothing|none|not? really|didn'?t|did not|i didn'?t|n)\b", re.IGNORECASE)
_YES = re.compile(r"^(yes|yep|yeah|yup|sure|i did|of course|y)\b", re.IGNORECASE)
_UNSURE = re.compile(r"not sure|don'?t know|dunno|maybe|sort of|kind of|\?", re.IGNORECASE)
_SKIP = re.compile(r"^(skip|later|pass|next)\b", re.IGNORECASE)
_MOODS = (
    # "not great" is rough, so what is rough is looked for first.
    (
        Mood.ROUGH,
        r"\b(bad(ly)?|terribl[ey]|awful|horribl[ey]|rough|poor(ly)?|disaster|blew it|hard"
        r"|not (so |too |that )?(good|great|well))\b|😞|😢|👎",
    ),
    (
        Mood.GREAT,
        r"\b(great|(really|very) well|amazing|fantastic|excellent|awesome|brilliant|loved it|perfect)\b|🎉|😄|😍",
    ),
    (Mood.FINE, r"\b(ok(ay)?|fine|good|well|al+ ?right|so-?so|decent|not (so |too )?bad)\b|👍|🙂|😐"),
)
_NOT_HELD = re.compile(
    r"\b(did ?n[o']?t|never) (take place|happen)|\bwas (cancel\w+|called off|postponed)\b", re.IGNORECASE
)
_PHONE = re.compile(r"\b(phone|call|ring|telephone)\b", re.IGNORECASE)
_MAIL = re.compile(r"\be-?mail|\bmail\b|\bwrite\b", re.IGNORECASE)
_NOT_SAID = re.compile(r"didn'?t say|did not say|not said|unknown|no idea|don'?t know", re.IGNORECASE)
_DATE_TAIL = re.compile(
    r"[\s,]+(by|until|till|before|on|for|due|within|in|today|tonight|tomorrow|next|this|mon|tue|wed|thu|fri)\w*\b.*$",
    re.IGNORECASE,
)
_PROMISE_HEAD = re.compile(
    r"^(yes|yeah|yep|sure|well|i|'ve|'d|'ll|have|had|to|promised|said|will|would|i'll|i'd|send|them|him|her|my|the|a|an|that|,|\s)+\b\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One question of the check-in, and the field of the Interview that its answer fills."""

    name: str
    field: str
    read: Callable[[Talk, str], bool | None]
    buttons: tuple[tuple[str, ...], ...]
    learn: dict[str, Any]
    """What each button fills the field with."""


# Which Interview is being talked about


def current(known: Known, now: datetime) -> Interview | None:
    """The Interview whose check-in is running: the one last asked about, else the latest that is not finished."""
    running = [i for i in known.interviews if _running(known, i, now)]
    asked = next((i for i in running if i.id == known.person.asking_about), None)
    return asked or max(running, key=lambda interview: interview.end, default=None)


def _running(known: Known, interview: Interview, now: datetime) -> bool:
    is_open = any(o.id == interview.opportunity_id and o.closed_at is None for o in known.opportunities)
    if interview.cancelled or interview.end > now or not is_open or _has_ended(known, interview):
        return False
    return has_begun(known, interview) and any(getattr(interview, part.field) is None for part in PARTS)


def _has_ended(known: Known, interview: Interview) -> bool:
    return any(nudges.has_ended(known, o) for o in known.opportunities if o.id == interview.opportunity_id)


def has_begun(known: Known, interview: Interview) -> bool:
    """Whether the Person was asked how it went, or has said so by themselves."""
    said = any(nudged.once.startswith(f"check_in:{interview.id}:") for nudged in known.nudged)
    return said or interview.mood is not None


def open_for(part: Part, known: Known, now: datetime) -> int | None:
    """The Interview this part is open about."""
    interview = current(known, now)
    return interview.id if interview is not None and getattr(interview, part.field) is None else None


def begin_if_over(talk: Talk) -> None:
    """An Interview that was over when it was added is asked about at once."""
    for interview in talk.known.interviews:
        if interview.end <= talk.now and not interview.cancelled and not has_begun(talk.known, interview):
            look = nudges.look_at(talk.known, talk.opportunity_of(interview), talk.now)
            for planned in nudges.check_in(look):
                if planned.subject == interview.id:
                    talk.known = nudges.note_said(talk.known, planned, talk.now, "asked at once")


# Asking and answering


def ask(part: Part, talk: Talk) -> None:
    """Ask this part about the Interview that is open."""
    interview = _asked(talk)
    if interview is not None:
        buttons = tuple(tuple(talk.button(verb, interview.id) for verb in line) for line in part.buttons)
        talk.tell(wording(talk, part, interview), buttons)


def wording(talk: Talk, part: Part, interview: Interview) -> Html:
    """The words of this question."""
    return talk.words(f"ask.{part.name}", employer=talk.opportunity_of(interview).employer)


def window_in(talk: Talk, text: str) -> WindowRead | Unknown | None:
    """What a text says about when they answer; None, and why, when it has to be asked again."""
    read = read_window(text, talk.here, talk.person.language)
    if isinstance(read, WindowRead | Unknown):
        return read
    talk.why_not = read.reason
    return None


def _asked(talk: Talk) -> Interview | None:
    return talk.find(Interview, talk.person.asking_about)


def answer(talk: Talk, part: Part, interview: Interview, value: Any, **more: Any) -> Interview:
    """Fill in one answer; after the last one, say what happens next."""
    was_complete = is_complete(interview)
    changed = talk.change(interview, **{part.field: value, **more})
    echo = f"{part.name}.{value}"
    if echo in _ECHOES:
        talk.say(f"echo.{echo}")
    if is_complete(changed) and not was_complete:
        plan.tell(talk, talk.opportunity_of(changed))
    return changed


def is_complete(interview: Interview) -> bool:
    """Whether every part has an answer."""
    return all(getattr(interview, part.field) is not None for part in PARTS)


_ECHOES = ("mood.great", "mood.rough", "said.no", "said.unsure", "window.no")


def _take_mood(talk: Talk, text: str) -> bool:
    interview = _asked(talk)
    if interview is not None and _NOT_HELD.search(text):
        not_held(talk, interview)
        return True
    mood = next((mood for mood, pattern in _MOODS if re.search(pattern, text, re.IGNORECASE)), None)
    if _SKIP.search(text):
        mood = Mood.SKIPPED
    if interview is not None and mood is not None:
        answer(talk, MOOD, interview, mood)
    return mood is not None


def not_held(talk: Talk, interview: Interview) -> None:
    """The Interview did not take place."""
    talk.change(interview, cancelled=True)
    talk.drop_question()
    buttons = ((talk.button("undrop", interview.id),),)
    talk.rewrite(talk.words("not_held", employer=talk.opportunity_of(interview).employer), buttons)


def _take_said(talk: Talk, text: str) -> bool:
    return _take_yes_or_no(talk, SAID, text)


def _take_yes_or_no(talk: Talk, part: Part, text: str) -> bool:
    interview, plain = _asked(talk), text.strip()
    patterns = ((_SKIP, Answer.SKIPPED), (_UNSURE, Answer.UNSURE), (_NO, Answer.NO), (_YES, Answer.YES))
    value = next((value for pattern, value in patterns if pattern.search(plain)), None)
    if interview is not None and value is not None:
        answer(talk, part, interview, value)
    return value is not None


def _take_window(talk: Talk, text: str) -> bool:
    interview = _asked(talk)
    if interview is None:
        return True
    if _SKIP.search(text.strip()):
        answer(talk, WINDOW, interview, Answer.SKIPPED)
        return True
    read = window_in(talk, text)
    if isinstance(read, Unknown) or _NOT_SAID.search(text):
        answer(talk, WINDOW, interview, Answer.NO)
        return True
    return isinstance(read, WindowRead) and set_window(talk, interview, read, text)


def set_window(talk: Talk, interview: Interview, read: WindowRead, text: str) -> bool:
    """Keep what they said about when they answer, and repeat it as dates. False: it lies before the interview."""
    latest = read.latest or read.earliest
    if latest is None or latest < interview.end.astimezone(talk.zone).date():
        return False
    changed = talk.change(
        interview,
        window_answer=Answer.YES,
        window_earliest=read.earliest,
        window_latest=latest,
        window_words=text.strip()[:200],
    )
    plan.repeat_window(talk, changed)
    if is_complete(changed) and not is_complete(interview):
        plan.tell(talk, talk.opportunity_of(changed))
    return True


def take_new_window(talk: Talk, text: str) -> bool:
    """Another date than the one understood."""
    interview = _asked(talk)
    if interview is None:
        return True
    read = window_in(talk, text)
    return isinstance(read, WindowRead) and set_window(talk, interview, read, text)


def _take_channel(talk: Talk, text: str) -> bool:
    interview = _asked(talk)
    if interview is None:
        return True
    channel = Channel.EMAIL if _MAIL.search(text) else Channel.PHONE if _PHONE.search(text) else None
    if channel is None and not (_NOT_SAID.search(text) or _NO.search(text.strip()) or _SKIP.search(text.strip())):
        return False
    set_channel(talk, interview, channel)
    return True


def set_channel(talk: Talk, interview: Interview, channel: Channel | None) -> None:
    """How they want to be contacted; None: they did not say."""
    if channel is not None:
        talk.change(talk.opportunity_of(interview), preferred_channel=channel)
    answer(talk, CHANNEL, interview, Answer.NO if channel is None else Answer.YES)


def _take_promised(talk: Talk, text: str) -> bool | None:
    interview, plain = _asked(talk), text.strip()
    if interview is None:
        return True
    if _SKIP.search(plain):
        answer(talk, PROMISED, interview, Answer.SKIPPED)
        return True
    if _NO.search(plain):
        answer(talk, PROMISED, interview, Answer.NO)
        return True
    if _YES.fullmatch(plain.strip(".! ")):
        ask_promise(talk, interview)
        return None
    return take_promise(talk, text)


def ask_promise(talk: Talk, interview: Interview) -> None:
    """What did you promise, and by when?"""
    talk.ask("promise_what", interview.id)
    talk.say("ask.promise_what")


def take_promise(talk: Talk, text: str) -> bool | None:
    """ "References by Friday": what was promised, and its day."""
    interview = _asked(talk)
    if interview is None:
        return True
    what = _what(text)
    if not what:
        return False
    due = _day(talk, text)
    if due is None:
        talk.ask("promise_due", interview.id, what)
        talk.say("ask.promise_due", what=what)
        return None
    promise(talk, interview, what, due)
    return True


def take_promise_due(talk: Talk, text: str) -> bool:
    """By when it was promised."""
    interview, due = _asked(talk), _day(talk, text)
    if interview is None:
        return True
    if due is None:
        return False
    promise(talk, interview, talk.person.asking_text or "", due)
    return True


def _day(talk: Talk, text: str) -> date | None:
    """The day by which something is due; not one that has passed."""
    if re.search(r"\b(today|tonight)\b", text, re.IGNORECASE):
        return talk.here.date()
    tail = _DATE_TAIL.search(f" {text}")
    read = window_in(talk, tail[0] if tail else text)
    if not isinstance(read, WindowRead):
        return None
    due = read.latest or read.earliest
    return due if due is not None and due >= talk.here.date() else None


def _what(text: str) -> str:
    plain = " ".join(text.split())
    plain = _DATE_TAIL.sub("", plain)
    plain = _PROMISE_HEAD.sub("", plain)
    return plain.strip(" .,;:!")[:LONGEST_PROMISE]


def promise(talk: Talk, interview: Interview, what: str, due: date) -> None:
    """Keep a promise of the Person's."""
    kept = talk.add(
        Promise,
        opportunity_id=interview.opportunity_id,
        what=what,
        due=due,
        side=Side.OURS,
        made_at=interview.end,
    )
    talk.say("echo.promise", what=kept.what, due=talk.day(due))
    answer(talk, PROMISED, interview, Answer.YES)


MOOD = Part(
    name="mood",
    field="mood",
    read=_take_mood,
    buttons=(("mood.great", "mood.fine", "mood.rough"), ("mood.not_held",)),
    learn={"great": Mood.GREAT, "fine": Mood.FINE, "rough": Mood.ROUGH},
)
SAID = Part(
    name="said",
    field="interest_said",
    read=_take_said,
    buttons=(("said.yes", "said.no", "said.unsure"),),
    learn={"yes": Answer.YES, "no": Answer.NO, "unsure": Answer.UNSURE},
)
WINDOW = Part(
    name="window",
    field="window_answer",
    read=_take_window,
    buttons=(("window.no",), ("window.skipped",)),
    learn={"no": Answer.NO, "skipped": Answer.SKIPPED},
)
CHANNEL = Part(
    name="channel",
    field="channel_answer",
    read=_take_channel,
    buttons=(("channel.email", "channel.phone"), ("channel.none",)),
    learn={"email": Channel.EMAIL, "phone": Channel.PHONE, "none": None},
)
PROMISED = Part(
    name="promised",
    field="promise_answer",
    read=_take_promised,
    buttons=(("promised.no", "promised.yes"),),
    learn={"no": Answer.NO, "yes": Answer.YES},
)
PARTS = (MOOD, SAID, WINDOW, CHANNEL, PROMISED)
