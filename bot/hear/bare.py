"""Bare answers: what a message means that says nothing but the answer to the open question.

Only of the kind that was asked, and only when nothing else is said: an open question takes no text that says something
else. What the rules have heard already stays theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.hear.act import Act, By
from bot.hear.bare_again import put_right
from bot.hear.bare_names import employer, role
from bot.hear.bare_numbers import counts_sent, mood_by_mark, number
from bot.hear.bare_people import people
from bot.hear.bare_talks import appointment, is_limit, length, of_the_talk, start
from bot.hear.bare_times import day, place, promise, snooze, window
from bot.hear.clause import Context, Modality
from bot.hear.known_again import AGAIN, FALLS, with_a_day_put_right
from bot.hear.known_again import put_right as known_put_right
from bot.hear.letters import is_to_be_kept
from bot.hear.rules.saying import channel_of
from bot.hear.scene import Expected
from bot.hear.something_else import FREE, is_of_another, is_something_else, without_nothing_else

BESIDE = frozenset({"hello", "thanks", "joy", "worry", "anger", "yes", "no", "unclear", "correct", "bye", "off_topic"})
"""What may be said beside an answer."""
MOST_WORDS, MOST_OF_A_LIST = 12, 40
"""Words of a bare answer, and of a list of names; a note in one's own words may be longer."""
ASIDE, OF_A_TIME = frozenset({Expected.PLACE, Expected.NOTHING}), frozenset({Expected.START, Expected.LENGTH})
ABOUT_THE_TALK = frozenset({Expected.PROMISE, Expected.WINDOW, Expected.YES_NO, Expected.NAMES, Expected.MOOD})
"""Questions of the check-in, to which the way in which they will answer may be told as well."""
BESIDE_THE_TALK = ABOUT_THE_TALK | ASIDE
"""Questions that no time answers: one that is told all the same, and that of the talk was missing."""
FEW, MOST_OF_A_YES = 2, 6
TELLS = (Expected.WORDS, Expected.PROMISE, Expected.NAMES)
"""Questions to which "nothing" is an answer."""
ALSO_BESIDE: dict[Expected, frozenset[str]] = {
    Expected.WORDS: frozenset({"note", "met", "felt"}),
    Expected.START: frozenset({"met"}),
    Expected.NAMES: frozenset({"met"}),
    Expected.LENGTH: frozenset({"note"}),
    Expected.CHANNEL: frozenset({"ask_draft", "heard"}),
}
"""What may be heard beside the answer to one kind of question."""
SOUNDS_LIKE = {Expected.LENGTH: ("note",), Expected.CHANNEL: ("ask_draft", "heard")}
"""What an answer to it only sounds like."""
WHAT_THEY_SAID, HARD, IDLE = ("detail", "because"), ("worry", "anger", "danger"), {Expected.WORDS: ("no",)}
"""Questions about their words, which go into a letter to them; what is never meant for them; what answers nothing."""
Reader = Callable[[Context], Act | None]


def answered(context: Context, acts: Iterable[Act], typed: str) -> tuple[Act, ...]:
    """The acts of a message, with the answer to the open question among them. `typed`: as it came, whole."""
    heard, expects = tuple(acts), context.scene.expects
    if expects is Expected.VERBATIM:
        is_text = is_to_be_kept(context, heard, typed)
        return (_words(context, typed),) if is_text else with_a_day_put_right(heard, context) or heard
    heard, typed = (
        without_nothing_else(_nothing_is_no(heard, context), context, typed) if expects in TELLS else (heard, typed)
    )
    beside = BESIDE | ALSO_BESIDE.get(expects, frozenset())
    if expects is Expected.NUMBER and counts_sent(context):
        heard = _without(heard, "sent")
    if expects is Expected.DAY and heard and all(act.name == "window" and act.get("none") for act in heard):
        return _borne([Act("skip")], context)
    said = [act for act in heard if act.name not in beside]
    is_short = all(act.name in AGAIN and not act.has("about") for act in said)
    again = (known_put_right(context) or put_right(context)) if is_short else None
    if again is not None:
        return (*_without(heard, *FALLS, *(act.name for act in said)), *_borne(again, context))
    part = with_a_day_put_right(heard, context)
    if part is not None:
        return part
    if said:
        return tuple(_as_answer(act, said, context) for act in _without(heard, *IDLE.get(expects, ())))
    if expects is Expected.WORDS and context.scene.asked in WHAT_THEY_SAID and any(act.name in HARD for act in heard):
        return heard
    if expects is Expected.WORDS and is_something_else(context):
        return _without(heard, "yes", "no") if _count(context) > FEW else heard
    if expects is Expected.WORDS:
        own = (*_without(heard, "unclear", "worry", "joy", "note"), _words(context, typed))
        return heard if _is_only_an_answer(heard) else own
    is_answer = not _is_yes_or_no(context) and not (expects in FREE and is_something_else(context))
    of_another = expects is Expected.DAY and is_of_another(context)  # a day alone cannot say whose it is
    found = _read(context) if is_answer and not of_another else None
    if found is None:
        again = put_right(context, anyway=True)
        return heard if again is None else (*_without(heard, *FALLS), *_borne(again, context))
    return (
        *_without(heard, found.name, "unclear", "yes", "no", *SOUNDS_LIKE.get(expects, ())),
        *_borne([found], context),
    )


def _is_yes_or_no(context: Context) -> bool:
    """Whether the message is nothing else: "no thank you" is neither a thing nor a place."""
    clause = context.clauses[0] if len(context.clauses) == 1 else None
    return clause is not None and (0, len(clause.words)) in (clause.where("yes"), clause.where("no"))


def _borne(acts: Iterable[Act], context: Context) -> tuple[Act, ...]:
    """Acts that the whole message bears."""
    return tuple(replace(act, span=context.text, by=By.BARE) for act in acts)


def _read(context: Context) -> Act | None:
    """The bare answer to what was asked; how they will answer is told to any question about the talk."""
    if not context.clauses:
        return None
    expects = context.scene.expects
    told = appointment(context) if expects in BESIDE_THE_TALK else None
    told = told or (_channel(context) if expects in ABOUT_THE_TALK and _names_a_way(context) else None)
    if told is not None:
        return told
    if expects in (Expected.NOTHING, Expected.WINDOW, Expected.START) and _may_be_put_off(context):
        return snooze(context)
    if (expects in ASIDE or context.scene.asked is None) and (said := _said_so(context)):
        return said
    reader = READERS.get(expects)
    most = MOST_OF_A_LIST if expects is Expected.NAMES else MOST_WORDS
    found = reader(context) if reader and _count(context) <= most else None
    if found is None and expects is Expected.PROMISE and "window" in context.scene.kept_last:
        return window(context)  # "mitte januar", right after "in KW 3": told more closely
    return of_the_talk(context) if found is None and expects in BESIDE_THE_TALK else found


def _may_be_put_off(context: Context) -> bool:
    """Whether a bare time says when to come back: right after a nudge, or with a "please" where nothing is asked."""
    scene = context.scene
    wished = scene.expects is Expected.NOTHING and any(one.modality is Modality.REQUESTED for one in context.clauses)
    return scene.asked is None and (scene.nudged or wished)


def _count(context: Context) -> int:
    return sum(len(one.words) for one in context.clauses)


def _nothing_is_no(acts: tuple[Act, ...], context: Context) -> tuple[Act, ...]:
    """ "Nothing", where it was asked what there is to tell."""
    if context.scene.expects in TELLS and [act.name for act in acts] == ["nothing_heard"] and _count(context) <= FEW:
        return (replace(acts[0], name="no", slots={}),)
    return acts


def _as_answer(act: Act, said: list[Act], context: Context) -> Act:
    """An act that the rules heard is the answer when it is of the kind that was asked and nothing else is told."""
    kinds = ANSWERS.get(context.scene.expects, frozenset())
    alone = all(one.name in kinds for one in said) and not any(
        name.known for one in context.clauses for name in one.names
    )
    if context.scene.expects in OF_A_TIME:  # the time of another one, which is named, answers nothing
        alone = alone and act.get("about") in (None, context.scene.about)
    if act.name == "wanted" and context.scene.asked != act.name:
        return act  # told beside another question it is no decision yet
    return replace(act, by=By.BARE) if alone and act.name in kinds and act.by is By.RULES else act


def _is_only_an_answer(acts: tuple[Act, ...]) -> bool:
    """ "No", "yes": the answer itself, where one's own words were asked for."""
    return any(act.name in ("yes", "no") for act in acts)


def _without(acts: Iterable[Act], *names_of_acts: str) -> tuple[Act, ...]:
    return tuple(act for act in acts if act.name not in names_of_acts)


def _words(context: Context, typed: str) -> Act:
    return Act("words", {"text": typed.strip()}, span=context.text, by=By.BARE)


def _said_so(context: Context) -> Act | None:
    """ "Yep told em", "ja hab ich gesagt": an answer to what was asked before, by its words."""
    clause = context.clauses[0]
    is_yes = len(context.clauses) == 1 and len(clause.words) <= MOST_OF_A_YES and clause.says("yes")
    return clause.act("interest", said="yes") if is_yes and clause.says("told_so") else None


def _channel(context: Context) -> Act | None:
    clause = context.clauses[0]
    channel = channel_of(clause)
    if len(clause.words) > MOST_OF_A_CHANNEL or len(context.clauses) > 1:
        return None
    none = clause.says("no_time_named", "by_post") or None
    return clause.act("channel", channel=channel, none=None if channel else none) if channel or none else None


def _names_a_way(context: Context) -> bool:
    """ "By phone", "per Telefon", and nothing else."""
    clause = context.clauses[0]
    return len(clause.words) <= MOST_OF_A_CHANNEL and clause.says("by_a_way")


def _mood(context: Context) -> Act | None:
    mood = next((mood for face, mood in THUMBS.items() if face in context.text), None) or mood_by_mark(context.text)
    return context.clauses[0].act("felt", mood=mood) if mood else None


THUMBS = {"👍": "fine", "👎": "rough", "🎉": "great", "🙂": "fine", "😐": "fine"}
MOST_OF_A_CHANNEL = 4


def _when(context: Context) -> Act | None:
    """When a talk is, or how long it takes; a limit after one that is over is by when they answer."""
    if context.scene.asked is None and is_limit(context):
        return of_the_talk(context) or window(context)
    return start(context) or length(context)


def _by_when(context: Context) -> Act | None:
    """When they answer; the clock time and the length of the talk are told to that question as well."""
    return of_the_talk(context) or window(context)


def _who(context: Context) -> Act | None:
    return people(context, context.text)


READERS: dict[Expected, Reader] = {
    Expected.MOOD: _mood,
    Expected.CHANNEL: _channel,
    Expected.WINDOW: _by_when,
    Expected.DAY: day,
    Expected.START: _when,
    Expected.LENGTH: length,
    Expected.EMPLOYER: employer,
    Expected.ROLE: role,
    Expected.NAMES: _who,
    Expected.NUMBER: number,
    Expected.PROMISE: promise,
    Expected.PLACE: place,
    Expected.SNOOZE: snooze,
}
ANSWERS: dict[Expected, frozenset[str]] = {
    Expected.MOOD: frozenset({"felt"}),
    Expected.WINDOW: frozenset({"window", "channel"}),
    Expected.START: frozenset({"interview"}),
    Expected.LENGTH: frozenset({"interview"}),
    Expected.EMPLOYER: frozenset({"interview"}),
    Expected.ROLE: frozenset({"interview"}),
    Expected.NAMES: frozenset({"met"}),
    Expected.CHANNEL: frozenset({"channel"}),
    Expected.NUMBER: frozenset({"shown", "applications"}),
    Expected.PROMISE: frozenset({"promised"}),
    Expected.PLACE: frozenset({"place"}),
    Expected.SNOOZE: frozenset({"snooze"}),
    Expected.YES_NO: frozenset({"interest", "wanted", "met", "shown", "offer", "they_kept", "kept"}),
}
"""Acts of the rules that answer, by what is expected."""
