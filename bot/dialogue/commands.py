"""The commands. Telegram's menu and /help are made from this table; the words are `command.<name>` in the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.dialogue import adding, contact, questions, status
from bot.dialogue.talk import Talk


@dataclass(frozen=True, slots=True)
class Command:
    """A command and what it does with the text behind it."""

    name: str
    run: Callable[[Talk, str], None]


def obey(talk: Talk, text: str) -> None:
    """Carry out `/command rest`; an unknown one is answered with the list."""
    name, _, rest = text[1:].partition(" ")
    name = name.partition("@")[0].lower()
    command = next((command for command in COMMANDS if command.name == name), None)
    if command is None:
        talk.say("help.unknown", command=f"/{name[:32]}")
        help_(talk, "")
    else:
        command.run(talk, rest.strip())


def start(talk: Talk, _rest: str) -> None:
    """Who I am, what I do and never do, and the time zone."""
    talk.change_person(paused=False)
    talk.say("start.hello", name=talk.person.name)
    questions.guess_zone(talk)
    if questions.ask_next(talk):
        return
    talk.say("start.again")
    questions.pose(talk, questions.BY_NAME["zone"], 0)


def interview(talk: Talk, rest: str) -> None:
    """Add an interview."""
    questions.guess_zone(talk)
    adding.begin(talk, rest)


def help_(talk: Talk, _rest: str) -> None:
    """What can be said."""
    lines = [talk.words("help.line", name=c.name, what=talk.words(f"command.{c.name}")) for c in COMMANDS]
    talk.say("help.all", commands=talk.join(lines))


def cancel(talk: Talk, _rest: str) -> None:
    """Leave the question that is open."""
    nothing = talk.person.asking is None and talk.known.sketch is None
    talk.drop_question()
    talk.drop_sketch()
    talk.say("cancel.nothing" if nothing else "cancel.done")


def stop(talk: Talk, _rest: str) -> None:
    """Say nothing unasked until the Person comes back."""
    talk.change_person(paused=True)
    talk.say("stop.done", ((talk.button("resume"),),))


COMMANDS = (
    Command("interview", interview),
    Command("status", status.show),
    Command("contact", contact.may_i),
    Command("help", help_),
    Command("cancel", cancel),
    Command("stop", stop),
    Command("start", start),
)
