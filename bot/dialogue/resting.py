"""Not about this one, not for a while, not that kind: what the Person does not want to hear, and the way back."""

from __future__ import annotations

from functools import partial

from bot.dialogue.happening_keeping import set_field
from bot.dialogue.snoozing import moment_in
from bot.dialogue.statement import Statement, concerning, sounds
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from bot.dialogue.which import named_in
from bot.turn import Rows
from scheduler import nudges
from storage.facts import Opportunity

# One employer


def mute(talk: Talk, opportunity: Opportunity, muted: bool) -> None:
    """Not another word about it, or the way back; one tap undoes either."""
    set_field(talk, opportunity, "muted", muted, "event_said.muted" if muted else "event_said.unmuted")


@concerning("mute")
def _mute(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    mute(talk, opportunity, True)


@concerning("unmute")
def _unmute(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    mute(talk, opportunity, False)


def _again(talk: Talk, text: str) -> bool:
    """ "Acme again", when there was to be no word about Acme."""
    silenced = [opportunity for opportunity in named_in(talk, text) if opportunity.muted]
    if not silenced:
        return False
    mute(talk, silenced[0], False)
    return True


def _mute_pressed(muted: bool, talk: Talk, pressed: Pressed) -> None:
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or opportunity.closed_at is not None or opportunity.muted is muted:
        return finished(talk)
    talk.seal(pressed.verb)
    return mute(talk, opportunity, muted)


# Everything


def pause(talk: Talk, text: str = "") -> None:
    """Say nothing unasked: until the moment that `text` names, else until the Person comes back."""
    at = moment_in(talk, text) if text else None
    resume: Rows = ((talk.button("resume"),),)
    if at is None:
        talk.change_person(paused=True, paused_until=None)
        talk.say("stop.done", resume)
    else:
        talk.change_person(paused=False, paused_until=at)
        talk.say("stop.until", resume, when=talk.when(at))


def resume(talk: Talk) -> None:
    """The Person is back."""
    talk.change_person(paused=False, paused_until=None)


def _resume_pressed(talk: Talk, _pressed: Pressed) -> None:
    if not nudges.is_paused(talk.person, talk.now):
        return finished(talk)
    resume(talk)
    return talk.rewrite(talk.words("resumed"))


def _pause_said(talk: Talk, text: str) -> bool:
    pause(talk, text)
    return True


def _back(talk: Talk, _text: str) -> bool:
    if not nudges.is_paused(talk.person, talk.now):
        return False
    resume(talk)
    talk.say("welcome.back")
    return True


# One kind of nudge


def refuse(talk: Talk, name: str) -> None:
    """The Person does not want to get this nudge any more."""
    talk.change_person(unwanted=tuple(dict.fromkeys((*talk.person.unwanted, name))))


def want_again(name: str, talk: Talk, _text: str) -> bool:
    """They want it again; False when they had never refused it."""
    if name not in talk.person.unwanted:
        return False
    talk.change_person(unwanted=tuple(other for other in talk.person.unwanted if other != name))
    talk.say(f"wanted.{name}")
    return True


_STOP_ASKING = (
    r"\b(stop|no more|don'?t|do not|quit|never)\b.*\b(remind\w*|nudg\w*|messag\w*|bother\w*|ping\w*|talk\w*)\b.*"
    r"\b(about|for|of)\b|\b(stop|no more|don'?t|do not|quit) (\w+ )?(ask\w*|writ\w*|speak\w*|mention\w*|bring\w*)"
    r"( to)?( me)?( any(thing| more)?)*( up| about)\b"
)
_PAUSE = (
    r"^\W*((ok(ay)?|please|hey),? )*((leave|let) me (alone|be|in peace)|pause|(i )?(need|want|take|taking|have"
    r"|am taking"
    r"|i'?m taking|give me)( to take)? (a |some )?(short |little |long )?(break|time off|rest|pause|quiet)"
    r"|take a (break|rest)"
    r"|be (quiet|silent)|(no|stop( the| all)?|pause( the| all)?) ?(messages|reminders|nudges|notifications)"
    r"|don'?t (message|bother|disturb|write( to)?|ping|text|remind) me|stop (messaging|bothering|writing( to)?|pinging"
    r"|texting|reminding) me)\b(?!.*\b(about|from|yet|so far|hiring|process|recruit\w*|position|role|they|she|he)\b)"
)

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "mute", sounds(rf"^(?!.*(\?\s*$|\b(they|he|she|i)\b)).*({_STOP_ASKING})|^\W*mute\b|\bshut up about\b"), _mute
    ),
    Statement(
        "unmute",
        sounds(
            r"^\W*unmute\b|^(?!.*\?\s*$).*\b(remind(ing)? me|nudge me|reminders|reminding|ask(ing)? me)\b.*"
            r"\b(about|of)\b.*\b(again|back)\b|\bremind me again (about|of)\b"
        ),
        _unmute,
    ),
    Statement("unmute", sounds(r"\bagain\W*$"), _again),
    Statement(
        "wanted",
        sounds(r"\b(ask|asking|check in|write) (with )?(to )?me\b.*\b(evenings?|at night|every (day|night|evening))\b"),
        partial(want_again, "any_word"),
        needs_opportunity=False,
    ),
    Statement("pause", sounds(_PAUSE), _pause_said, needs_opportunity=False),
    Statement(
        "back",
        sounds(
            r"^\W*(ok(ay)?,? |hi,? |hey,? |hello,? )*(i'?m (back|here again|ready( again)?)|resume|unpause|carry on"
            r"|wake up"
            r"|go on|continue|start again|you (can|may) (write|remind|message|talk"
            r"|speak)( to)?( me)?( again)?)\b.{0,20}$"
        ),
        _back,
        needs_opportunity=False,
    ),
)
VERBS: dict[str, Handler] = {
    "mute": partial(_mute_pressed, True),
    "unmute": partial(_mute_pressed, False),
    "resume": _resume_pressed,
}
