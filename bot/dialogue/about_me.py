"""What the Person decides about themselves here: the language, and that everything is forgotten."""

from __future__ import annotations

from babel.core import Locale, UnknownLocaleError

from bot import words
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler
from storage.facts import Known, Person

# The language


def language(talk: Talk, rest: str) -> None:
    """/language: the one that is named, else a button for each."""
    chosen = next((code for code in words.languages() if rest.casefold() in (code, _name(code).casefold())), None)
    if chosen is not None:
        _speak(talk, chosen)
        return
    buttons = tuple((talk.button(f"language={code}", label=_name(code)),) for code in words.languages())
    talk.say("ask.language", buttons)


def language_pressed(talk: Talk, pressed: Pressed) -> None:
    """A button of /language."""
    code = pressed.verb.partition("=")[2]
    if code not in words.languages():
        return talk.toast("toast.finished")
    return _speak(talk, code)


def _speak(talk: Talk, code: str) -> None:
    talk.change_person(language=code)
    talk.rewrite(talk.words("language.done", name=_name(code)))


def _name(code: str) -> str:
    """The language in its own name."""
    try:
        return (Locale.parse(code).get_display_name(code) or code).capitalize()
    except (UnknownLocaleError, ValueError):
        return code


# Forgetting


def ask_to_forget(talk: Talk, _rest: str) -> None:
    """/forget: asked once, because it cannot be undone."""
    buttons = ((talk.button("forget.yes", version=talk.person.serial),), (talk.button("forget.no"),))
    talk.say("ask.forget", buttons)


def forget(talk: Talk, pressed: Pressed) -> None:
    """Forget everything: the Person is a stranger again. Numbers go on, so that an old button finds nothing new."""
    person = talk.person
    if pressed.version != person.serial or not _knows_anything(talk.known):
        return talk.toast("toast.finished")
    talk.known = Known(person=Person(id=person.id, language=person.language, zone=person.zone, serial=person.serial))
    return talk.rewrite(talk.words("forget.done"))


def _knows_anything(known: Known) -> bool:
    person = known.person
    return known != Known(person=person) or bool(person.name)


def keep_all(talk: Talk, _pressed: Pressed) -> None:
    """Everything stays."""
    talk.rewrite(talk.words("forget.kept"))


VERBS: dict[str, Handler] = {"forget.yes": forget, "forget.no": keep_all}
CARRYING: dict[str, Handler] = {"language=": language_pressed}
"""Verbs that carry something behind them, by how they begin."""
