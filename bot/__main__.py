"""The command line. Each command loads only what it needs; an operator's mistake gets one line and exit code 2."""

from __future__ import annotations

import argparse
import asyncio
import gc
import importlib
import logging
import os
import sys
from threading import Thread
from typing import TYPE_CHECKING

from bot.commandline import Function, Wrong, commands, parser, print_all
from bot.json_lines import as_line

if TYPE_CHECKING:
    from bot.settings import Settings

OK, FAILED, WRONG = 0, 1, 2


def rehearse(arguments: argparse.Namespace) -> None:
    """Open a local page that is Telegram for this bot: no token, no network, and a clock you can move."""
    from bot.rehearsal.process import warm_up

    warm_up()
    from bot.rehearsal.rehearse import rehearse as run

    try:
        asyncio.run(run(arguments.port, open_browser=not arguments.no_browser))
    except OSError as error:
        raise Wrong(f"Port {arguments.port} cannot be used ({error.strerror}). Choose another with --port.") from error


def run(_arguments: argparse.Namespace) -> None:
    """Run the real bot with the token in AFTERWORD_TOKEN."""
    gc.disable()  # looking for garbage takes a seventh of a start, in which there is hardly any
    from sqlalchemy.exc import DatabaseError
    from telegram.error import InvalidToken

    from bot import app, logs, settings
    from bot.line.intake import SecondPoller, WebhookInTheWay
    from scheduler import holiday_lists
    from scheduler.clock import SystemClock
    from storage.engine import StoreUnusable, explain, is_for_good

    try:
        loaded = settings.load()
        logs.set_up(loaded.log_level, loaded.log_format)
        built = app.build(loaded, SystemClock())
        gc.enable()
        Thread(target=holiday_lists.load, daemon=True).start()  # while Telegram is asked for the first updates
    except (settings.SettingsUnusable, StoreUnusable) as error:
        raise Wrong(str(error)) from error
    try:
        asyncio.run(app.run_until_told_to_stop(built))
    except InvalidToken as error:
        raise Wrong("Telegram refuses the token. Set AFTERWORD_TOKEN to the one that @BotFather shows.") from error
    except SecondPoller as error:
        raise Wrong(
            "Another process fetches the updates of this bot. Stop it, or set AFTERWORD_TOKEN to another bot's token."
        ) from error
    except WebhookInTheWay as error:
        raise Wrong(
            "Telegram brings the updates of this bot to a webhook. If nothing else uses it, set AFTERWORD_WEBHOOK_URL "
            "to `off` to take it away and fetch updates, or to its address to serve it here."
        ) from error
    except (settings.SettingsUnusable, StoreUnusable) as error:
        raise Wrong(str(error)) from error
    except Exception as error:
        if isinstance(error, DatabaseError) and is_for_good(error):
            raise Wrong(str(explain(error, built.store.url))) from error
        # Not left to Python: it would print the text of the error, which may quote what somebody wrote.
        logging.getLogger("afterword").critical("Afterword has failed", exc_info=error)
        sys.exit(FAILED)


def play(arguments: argparse.Namespace) -> None:
    """Play a story (JSON Lines) against the real bot and print the transcript."""
    from bot.rehearsal.process import warm_up

    warm_up()
    from bot.rehearsal.telling import tell

    tell(arguments.file)


def picture(arguments: argparse.Namespace) -> None:
    """Draw what /status shows at the end of a story, as PNG."""
    from bot.rehearsal.process import warm_up

    warm_up()
    from bot.rehearsal.telling import draw

    draw(arguments.file, arguments.to, "dark" if arguments.dark else "light")


def read(arguments: argparse.Namespace) -> None:
    """Show how a text about time is understood; without arguments, JSON Lines on stdin."""
    from bot.hear.times import command

    if arguments.kind is None:
        print_all(command.main(sys.stdin))
        return
    if not arguments.text:
        raise Wrong('Say what to read, for example: afterword read window "by the end of next week"')
    from scheduler.clock import SystemClock

    now = arguments.now or SystemClock().now().isoformat()
    try:
        answer = command.one(arguments.kind, " ".join(arguments.text), now, arguments.tz)
    except (ValueError, LookupError) as error:
        raise Wrong(f"{error}. Give --now as an ISO date and time and --tz as a zone like Europe/London.") from error
    print(as_line(answer))


def hear(arguments: argparse.Namespace) -> None:
    """Show what is heard in a text; without one, JSON Lines on stdin."""
    from bot.asking import by
    from bot.hear import command

    try:
        with by(arguments.listener) as hears:
            if not arguments.text:
                return print_all(command.main(sys.stdin, why=arguments.why, hears=hears))
            text = " ".join(arguments.text)
            answer = command.one(text, arguments.scene, arguments.language, why=arguments.why, hears=hears)
    except ValueError as error:
        raise Wrong(f"{error}.") from error
    return print(as_line(answer))


def judge(_arguments: argparse.Namespace) -> None:
    """Judge situations: JSON Lines on stdin, a verdict for each."""
    from bot import judge as command

    print_all(command.main(sys.stdin))


def calendar(arguments: argparse.Namespace) -> None:
    """Show what is read in calendar files; --flows and --titles take JSON Lines on stdin."""
    from bot.calendars import command

    if not (arguments.files or arguments.flows or arguments.titles):
        raise Wrong("Name a file, for example: afterword calendar invite.ics")
    try:
        if arguments.flows:
            print_all(command.flows(sys.stdin))
        elif arguments.titles:
            print_all(command.titles(sys.stdin))
        else:
            print_all(command.files(arguments.files, arguments.tz))
    except (command.Unreadable, ValueError) as error:
        raise Wrong(str(error)) from error


def check(_arguments: argparse.Namespace) -> None:
    """Show every setting, and whether the store and (with a token) Telegram answer."""
    from bot.check import check as run

    lines, fine = asyncio.run(run(_settings()))
    print_all(lines)
    if not fine:
        raise Wrong("Something above needs your attention.")


def ready(_arguments: argparse.Namespace) -> None:
    """Ask the bot that runs on this machine whether it is ready; says what keeps it from its work."""
    from bot.ready import troubles

    if found := troubles(_settings()):
        raise Wrong(found)


def key(_arguments: argparse.Namespace) -> None:
    """Make a key for AFTERWORD_KEY, which encrypts the calendar addresses that people give."""
    from bot.calendars.feeds.seal import new_key

    print(new_key())


def _with_store(name: str, told: str) -> Function:
    def run(arguments: argparse.Namespace) -> None:
        do = getattr(importlib.import_module("bot.store_commands"), name)
        print_all(do(*([arguments.file] if "file" in arguments else [])))

    run.__name__, run.__doc__ = name, told
    return run


backup = _with_store("backup", "Copy the store to a file while the bot runs.")
restore = _with_store("restore", "Put a copy made by `backup` in the place of the store; the bot must not be running.")
doctor = _with_store("doctor", "Look whether the store is as it should be; a line for each finding, with its mend.")
corpus = _with_store("corpus", "Print what was heard wrongly, without names, of those who let it be kept: JSON Lines.")


COMMANDS = commands(
    rehearse, run, play, picture, read, hear, judge, calendar, check, ready, doctor, corpus, key, backup, restore
)


def _settings() -> Settings:
    from bot import settings

    try:
        return settings.load()
    except settings.SettingsUnusable as error:
        raise Wrong(str(error)) from error


def _default() -> list[str]:
    return ["run"] if _settings().token else ["rehearse"]


def main(words: list[str] | None = None) -> None:
    """Run a command; ends the process with 0, 2 for a mistake in input or setup, 1 when Afterword itself failed."""
    given = sys.argv[1:] if words is None else words
    try:
        arguments = parser(COMMANDS).parse_args(given or _default())
        arguments.run(arguments)
    except Wrong as error:
        print(f"afterword: {error}", file=sys.stderr)
        sys.exit(WRONG)
    except KeyboardInterrupt:
        sys.exit(OK)
    except BrokenPipeError:  # whoever read has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(OK)


if __name__ == "__main__":
    main()
