"""The commands. Telegram's menu and /help are made from this table; the words are `command.<name>` in the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.dialogue import (
    about_me,
    adding,
    calendars,
    contact,
    debrief,
    practice,
    progress,
    questions,
    resting,
    status,
    weekly,
)
from bot.dialogue.statement import sounds
from bot.dialogue.talk import Talk


@dataclass(frozen=True, slots=True)
class Command:
    """A command and what it does with the text behind it; `plainly` is how it is said without its slash."""

    name: str
    run: Callable[[Talk, str], None]
    plainly: re.Pattern[str] | None = None


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


def said_plainly(talk: Talk, text: str) -> bool:
    """Carry out a command that was said without its slash: "debrief", "delete everything", "add question: …"."""
    if talk.known.sketch is not None:  # an employer may be called Progress
        return False
    for sounds_like, run in PLAINLY:
        found = sounds_like.match(text)
        if found:
            run(talk, (found.groupdict().get("rest") or "").strip())
            return True
    return False


def start(talk: Talk, _rest: str) -> None:
    """Who I am, what I do and never do, and the time zone."""
    resting.resume(talk)
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


def practise(talk: Talk, rest: str) -> None:
    """The practice list; a text behind it is a new question."""
    if rest:
        practice.add(talk, rest)
    else:
        practice.show(talk, rest)


def check_in_again(talk: Talk, _rest: str) -> None:
    """Go on with the questions about the latest interview."""
    questions.come_back(talk)


def _count(talk: Talk, rest: str) -> None:
    number = weekly.number_in(talk, rest)
    if number is not None:
        weekly.keep(talk, min(number, weekly.MOST))


_APPLICATIONS = sounds(
    r"^\W*(i('ve| have)? )?(sent|wrote|written|did|made)?( out)? ?(?P<rest>\d{1,3}|no|one|two|three|four|five|six|seven"
    r"|eight|nine|ten) (new |job )?applications?( went out)? (so far )?this week\W*$"
)
COMMANDS = (
    Command("interview", interview),
    Command("status", status.show, sounds(r"^\W*(übersicht|wie steht('?s| es))\W*$")),
    Command("contact", contact.may_i),
    Command(
        "checkin",
        check_in_again,
        sounds(r"^\W*((let'?s )?(do|continue|finish|go on with|ask me) (the |my )?)?check-?in\W*$"),
    ),
    Command(
        "debrief",
        debrief.command,
        sounds(r"^\W*((let'?s |i want to )?(do|start|have|go on with) (the |a |my )?)?debrief\W*$"),
    ),
    Command(
        "practice",
        practise,
        sounds(r"^\W*(let'?s )?(practi[sc]e|my practice list)\W*$|^\W*add (the |a )?question\b\W*(?P<rest>.{3,})$"),
    ),
    Command("progress", progress.show, sounds(r"^\W*(show )?(me )?my progress\W*$|^\W*progress\W*$")),
    Command("calendar", calendars.command),
    Command("help", help_, sounds(r"^\W*hilfe\W*$")),
    Command("cancel", cancel, sounds(r"^\W*(abbrechen|egal|lass es)\W*$")),
    Command("stop", resting.pause, sounds(r"^\W*stopp\W*$")),
    Command(
        "language", about_me.language, sounds(r"^\W*((change (the |my )?)?language|sprache( ändern| wechseln)?)\W*$")
    ),
    Command(
        "forget",
        about_me.ask_to_forget,
        sounds(
            r"^\W*(please )?(delete|forget|erase|remove|wipe)"
            r" (everything|all|me|my data|all (of )?(my |the )?data|my account)\W*$"
            r"|^\W*(bitte )?(alles löschen|lösch(e)? (alles|meine daten))\W*$"
        ),
    ),
    Command("start", start),
)
PLAINLY = (*((command.plainly, command.run) for command in COMMANDS if command.plainly), (_APPLICATIONS, _count))
