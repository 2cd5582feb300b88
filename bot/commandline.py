"""What may stand on the command line: each command with an example and its arguments, and how a mistake is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NoReturn

from bot.version import version

Arguments = tuple[tuple[tuple[str, ...], dict[str, object]], ...]
Function = Callable[[argparse.Namespace], None]


class Wrong(Exception):  # noqa: N818  the person's mistake, not ours
    """The input or the setup is wrong; the text names the fix."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a command: an example, and its arguments."""

    example: str
    arguments: Arguments = ()


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its function, whose name is its own and whose first docstring line is its help, and the rest."""

    run: Function
    example: str
    arguments: Arguments


def port(text: str) -> int:
    """A port as it is typed; 0 stands for any. Raises ValueError for what is none."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError(text)
    return number


TOLD: dict[str, Told] = {
    "rehearse": Told(
        "afterword rehearse --port 8080",
        (
            (("--port",), {"type": port, "default": 8714, "help": "port of the page on 127.0.0.1; 0 takes a free one"}),
            (("--no-browser",), {"action": "store_true", "help": "do not open the page by itself"}),
        ),
    ),
    "run": Told("AFTERWORD_TOKEN=123:abc afterword run"),
    "play": Told(
        "afterword play tests/stories/first-interview.jsonl",
        ((("file",), {"nargs": "?", "help": "the story; without it, stdin"}),),
    ),
    "picture": Told(
        "afterword picture tests/stories/two-employers.jsonl --to status.png",
        (
            (("file",), {"help": "the story"}),
            (("--to",), {"default": "status.png", "help": "where the picture goes; without it, status.png here"}),
            (("--dark",), {"action": "store_true", "help": "in the colours for the dark"}),
        ),
    ),
    "read": Told(
        'afterword read window "by the end of next week" --tz Europe/London',
        (
            (
                ("kind",),
                {"nargs": "?", "choices": ["window", "time", "snooze", "place"], "help": "what the text tells"},
            ),
            (("text",), {"nargs": "*", "help": "the text"}),
            (("--now",), {"help": "the person's wall clock, ISO 8601; without it, now"}),
            (("--tz",), {"default": "Europe/London", "help": "the person's time zone"}),
        ),
    ),
    "hear": Told(
        'afterword hear "had my interview at Acme, they answer by Friday" --scene stranger',
        (
            (("text",), {"nargs": "*", "help": "what somebody typed"}),
            (("--scene",), {"default": "stranger", "help": "what is known when it is typed: stranger, told, two ..."}),
            (
                ("--language",),
                {
                    "default": "en",
                    "choices": ["en", "de"],
                    "help": "the language in which the person is spoken to: en or de",
                },
            ),
            (
                ("--listener",),
                {
                    "default": "heads",
                    "choices": ["heads", "rules", "model"],
                    "help": "who hears beside the rules: the trained heads, nobody, or a model",
                },
            ),
            (("--why",), {"action": "store_true", "help": "with the words that bear each act, and what heard it"}),
        ),
    ),
    "judge": Told("afterword judge < situations.jsonl"),
    "calendar": Told(
        "afterword calendar invite.ics",
        (
            (("files",), {"nargs": "*", "help": "calendar files, or mails with one"}),
            (("--flows",), {"action": "store_true", "help": "stories of several files, JSON Lines on stdin"}),
            (("--titles",), {"action": "store_true", "help": "titles to label, JSON Lines on stdin"}),
            (("--tz",), {"default": "Europe/Berlin", "help": "the zone for times without one"}),
        ),
    ),
    "check": Told("afterword check"),
    "ready": Told("afterword ready"),
    "doctor": Told("afterword doctor"),
    "key": Told("afterword key"),
    "corpus": Told("afterword corpus"),
    "backup": Told("afterword backup yesterday.db", ((("file",), {"help": "where the copy goes"}),)),
    "restore": Told("afterword restore yesterday.db", ((("file",), {"help": "the copy"}),)),
}


def commands(*functions: Function) -> tuple[Command, ...]:
    """The commands that these functions run."""
    told = [(function, TOLD[function.__name__]) for function in functions]
    return tuple(Command(function, one.example, one.arguments) for function, one in told)


def print_all(lines: Iterable[str]) -> None:
    """Print lines as they come."""
    for line in lines:
        print(line, flush=True)


class _Parser(argparse.ArgumentParser):
    """Tells a mistake in one line; the usage is a --help away."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise Wrong(f"{message}. See {self.prog} --help")


class _Version(argparse.Action):
    """Shows the version; it is only looked up when somebody asks."""

    def __call__(self, parser: argparse.ArgumentParser, *_more: object) -> None:
        """Tell and end."""
        print(f"afterword {version()}")
        parser.exit()


def parser(commands: Iterable[Command]) -> argparse.ArgumentParser:
    """The command line, made from the table."""
    top = _Parser(
        prog="afterword",
        description="A Telegram coach for the time after a job interview.",
        epilog="Without a command: rehearse, or run when AFTERWORD_TOKEN is set.",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="show which Afterword this is")
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND")
    for command in commands:
        told = (command.run.__doc__ or "").partition("\n")[0]
        sub = subparsers.add_parser(
            command.run.__name__, help=told, description=told, epilog=f"Example: {command.example}"
        )
        for names, options in command.arguments:
            sub.add_argument(*names, **options)  # type: ignore[arg-type]
        sub.set_defaults(run=command.run)
    return top
