"""Not now: when the Person wants to hear a nudge again, with a tap or in their own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from bot.dialogue.which import named_in
from bot.hear.times import SnoozeRead, read_snooze
from scheduler import nudges
from storage.facts import Nudged, Opportunity

CHOICES = {"snooze.tonight": "tonight", "snooze.tomorrow": "tomorrow", "snooze.days": "in two days"}
"""The buttons, and what is read for them as if it had been typed."""
LATER_ANSWERS = (None, "mood")
"""With another question open, a bare "later" or "tomorrow" is an answer to that question."""


def _ask_when(talk: Talk, once: Nudged) -> None:
    """When shall I say it again? Only times that are still ahead are offered."""
    ahead = [verb for verb, text in CHOICES.items() if moment_in(talk, text, "en") is not None]
    talk.ask("snooze_when", once.id)
    talk.say("ask.snooze_when", (tuple(talk.button(verb, once.id) for verb in ahead),))


def moment_in(talk: Talk, text: str, language: str | None = None) -> datetime | None:
    """The moment that a text names (UTC), awake (as far as it is known when) and not in the middle of an Interview."""
    read = read_snooze(text, talk.here, language or talk.person.language)
    if not isinstance(read, SnoozeRead):
        return None
    at = read.at.astimezone(UTC)
    return at if nudges.is_unplaced(talk.person) else nudges.undisturbed(at, talk.known)


def _say_again(talk: Talk, once: Nudged, at: datetime) -> None:
    talk.known = nudges.snooze(talk.known, once.once, at)
    talk.drop_question()
    talk.say("snoozed", when=talk.when(at))


def _find(talk: Talk, number: int | None) -> Nudged | None:
    return next((nudged for nudged in talk.known.nudged if nudged.id == number), None)


def _last(talk: Talk, text: str) -> Nudged | None:
    """The nudge that was said last; about the employer that the text names, if it names one."""
    named = {opportunity.id for opportunity in named_in(talk, text)}
    said = [n for n in talk.known.nudged if n.dropped is None and (not named or n.opportunity_id in named)]
    return max(said, key=lambda nudged: (nudged.at, nudged.id), default=None)


def _is_alive(talk: Talk, once: Nudged) -> bool:
    """Whether it is still worth saying: an Opportunity that was let go of is not brought up again."""
    about = talk.find(Opportunity, once.opportunity_id)
    return once.opportunity_id is None or (about is not None and about.closed_at is None)


def _snooze(talk: Talk, pressed: Pressed) -> None:
    once = _find(talk, pressed.row)
    if once is None or not _is_alive(talk, once):
        return finished(talk)
    return _ask_when(talk, once)


def _snooze_until(text: str, talk: Talk, pressed: Pressed) -> None:
    once, at = _find(talk, pressed.row), moment_in(talk, text, "en")
    if once is None or at is None or not _is_alive(talk, once):
        return finished(talk)
    talk.seal(pressed.verb)
    return _say_again(talk, once, at)


def take_when(talk: Talk, text: str) -> bool | None:
    """When to say it again, in the Person's words."""
    once, at = _find(talk, talk.person.asking_about), moment_in(talk, text)
    if once is None:
        return True
    if at is None:
        return False
    _say_again(talk, once, at)
    return None


def _later(talk: Talk, text: str) -> bool:
    """ "Remind me tonight", "not now": about what was said last."""
    at = moment_in(talk, text)
    if at is None and not _BARE_LATER.search(text):
        return False
    if not _ASKED_TO.search(text) and talk.person.asking not in LATER_ANSWERS:
        return False
    once = _last(talk, text)
    if once is None or not _is_alive(talk, once):
        talk.say("snooze.nothing")
    elif at is None:
        _ask_when(talk, once)
    else:
        _say_again(talk, once, at)
    return True


_BARE_LATER = re.compile(
    r"^\W*(ok(ay)?,? )?(no,? )?(maybe |please |a bit |do (it|this|that) |we can do (it|this|that) |i'?ll do (it|this"
    r"|that) )*"
    r"(later|not (right )?now|not (today|tonight)|not yet|another time|some other time|snooze|remind me( later)?"
    r"|ask me later|come back later|in a (bit|while|moment))( please| on| thanks?( you)?)?\W*$",
    re.IGNORECASE,
)
_ASKED_TO = re.compile(
    r"^\W*(ok(ay)?,? )?(please |can you |could you )*((remind|ping|ask|nudge|tell|write|message|poke|wake) (to )?me"
    r"|snooze|postpone|(come|get) back to (me|it|this)|(bring|say|show|send) (me )?(it|this"
    r"|that)( to me)?( up)? (again|back)"
    r"|try (me )?again|come (again|back))\b",
    re.IGNORECASE,
)
_A_TIME = (
    r"^\W*(ok(ay)?,? |no,? )?(please )?((rather|maybe|better) )?(not now[, ]*)?(later[, ]*)?((this|tomorrow|in the"
    r"|tonight|tomorrow)"
    r"( (morning|evening|afternoon|night))?|on (mon|tues|wednes|thurs|fri|satur|sun)day|in (an?|\d+|two|three"
    r"|a couple of|a few)"
    r" (hours?|minutes?|days?)|in half an hour)( (at|around) [\d:apm. ]+)?( please)?\W*$"
    r"|^\W*give me (an?|\d+|one|two|a couple of|a few|some|until|till) [\w ]{2,20}\W*$"
)

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "later", sounds(rf"{_ASKED_TO.pattern}|{_A_TIME}|{_BARE_LATER.pattern}"), _later, needs_opportunity=False
    ),
)
QUESTIONS: dict[str, Callable[[Talk, str], bool | None]] = {"snooze_when": take_when}
VERBS: dict[str, Handler] = {
    "snooze": _snooze,
    **{verb: partial(_snooze_until, text) for verb, text in CHOICES.items()},
}
