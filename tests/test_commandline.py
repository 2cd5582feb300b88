"""The command line: help with an example, one line for a mistake, and the exit codes that scripts rely on."""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot import __main__ as commandline
from bot.__main__ import COMMANDS, main
from bot.commandline import Wrong, parser
from storage.migrate import HEAD, migrate
from storage.store import Store
from tests.commands import TOKEN, afterword, ended, environment, only_line, running
from tests.wired import TOKEN as LOCAL_TOKEN
from tests.wired import open_line

START = json.dumps({"say": "/start"})


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of ours, and a folder without a .env."""
    for name in set(os.environ) - set(environment()):
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


# Help, and what is meant


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.run.__name__)
def test_the_help_of_every_command_names_an_example(command: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([command.run.__name__, "--help"])

    told = " ".join(capsys.readouterr().out.split())
    assert f"Example: {command.example}" in told
    assert command.run.__name__ in command.example


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.run.__name__)
def test_the_example_of_every_command_is_one_it_takes(command: Any) -> None:
    words = shlex.split(command.example.partition(" <")[0])
    given = words[words.index("afterword") + 1 :]

    assert parser(COMMANDS).parse_args(given).run is command.run


def test_the_help_lists_every_command(tmp_path: Path) -> None:
    done = afterword("--help", folder=tmp_path)

    assert done.returncode == 0
    assert all(f" {command.run.__name__} " in done.stdout for command in COMMANDS)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])

    assert capsys.readouterr().out.startswith("afterword 0.")


def test_without_a_token_afterword_means_rehearse_and_with_one_it_means_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert commandline._default() == ["rehearse"]

    monkeypatch.setenv("AFTERWORD_TOKEN", TOKEN)

    assert commandline._default() == ["run"]


def test_an_empty_token_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_TOKEN", "")

    assert commandline._default() == ["rehearse"]


@pytest.mark.parametrize("words", [[], ["run"], ["check"]])
def test_a_token_that_is_none_by_its_looks_is_refused_and_not_repeated(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AFTERWORD_TOKEN", "123456789:half a tok")

    with pytest.raises(SystemExit) as ended_with:
        main(words)

    told = capsys.readouterr()
    assert (ended_with.value.code, told.out, len(told.err.splitlines())) == (2, "", 1)
    assert "AFTERWORD_TOKEN" in told.err
    assert "half" not in told.err


def test_run_without_a_token_says_where_to_get_one(tmp_path: Path) -> None:
    told = only_line(afterword("run", folder=tmp_path))

    assert "AFTERWORD_TOKEN" in told
    assert "@BotFather" in told


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["dance"], "dance"),
        (["rehearse", "--port", "many"], "--port"),
        (["rehearse", "--port", "70000"], "--port"),
        (["read", "mood", "fine"], "mood"),
        (["check", "everything"], "everything"),
    ],
)
def test_a_command_line_that_is_none_gets_one_line(
    words: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended_with:
        main(words)

    told = capsys.readouterr()
    assert (ended_with.value.code, told.out, len(told.err.splitlines())) == (2, "", 1)
    assert named in told.err
    assert "--help" in told.err


def test_a_wrong_setting_is_named_with_its_fix_and_its_value_is_not_repeated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AFTERWORD_SENDS_IN_FLIGHT", "secretly many")

    with pytest.raises(Wrong, match=r"AFTERWORD_SENDS_IN_FLIGHT must be a valid integer") as refused:
        commandline._default()

    assert "secretly" not in str(refused.value)


def test_settings_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"AFTERWORD_TOKEN={TOKEN}\n")

    assert commandline._default() == ["run"]


# Stories that cannot be played


def test_a_step_that_cannot_be_done_ends_the_play_and_names_its_line(tmp_path: Path) -> None:
    story = "\n".join([START, "", json.dumps({"press": "Self-destruct"})])

    done = afterword("play", folder=tmp_path, stdin=story)

    assert done.returncode == 2
    assert [json.loads(line)["from"] for line in done.stdout.splitlines()][:2] == ["person", "bot"]
    assert done.stderr.splitlines() == ["afterword: line 3: no message has a button with “Self-destruct”"]


@pytest.mark.parametrize(
    ("story", "fix"),
    [
        (f'{START}\n{{"say": \n'.encode(), "line 2 is no JSON"),
        (f'{START}\n["say"]\n'.encode(), "line 2 is no JSON object"),
        (b'{"say": "\xff\xfe"}', "UTF-8"),
        (None, "story.jsonl cannot be read"),
    ],
    ids=["no JSON", "no object", "no text", "no file"],
)
def test_a_story_that_cannot_be_read_gets_one_line(
    story: bytes | None, fix: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    if story is not None:
        (tmp_path / "story.jsonl").write_bytes(story)

    with pytest.raises(SystemExit) as ended_with:
        main(["play", "story.jsonl"])

    told = capfd.readouterr()
    assert (ended_with.value.code, told.out, len(told.err.splitlines())) == (2, "", 1)
    assert fix in told.err


def test_who_reads_no_further_than_the_first_line_is_not_bothered(tmp_path: Path) -> None:
    judging = [sys.executable, "-m", "bot", "judge"]
    with subprocess.Popen(
        judging, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(b"{}\n" * 10)
        process.stdin.close()
        told = process.stderr.read()

    assert (process.returncode, told) == (0, b"")


# Checking the settings


def checked(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """What `check` printed: each setting or part, and what is said of it."""
    pairs = (line.replace(": ", " = ", 1).partition(" = ") for line in done.stdout.splitlines())
    return {name: told for name, _, told in pairs}


def test_check_without_any_setting_is_content_and_makes_nothing(tmp_path: Path) -> None:
    done = afterword("check", folder=tmp_path)

    told = checked(done)
    assert (done.returncode, done.stderr) == (0, "")
    assert {told[name].rpartition(" ")[2] for name in told if name.startswith("AFTERWORD_")} == {"(default)"}
    assert "not there yet" in told["store"]
    assert "no token" in told["Telegram"]
    assert told["time zones"].startswith("tzdata 20")
    assert list(tmp_path.iterdir()) == []


async def test_check_masks_the_token_and_asks_telegram_with_it(tmp_path: Path) -> None:
    async with open_line(tmp_path / "line") as line:
        process = await running("check", folder=tmp_path, token=LOCAL_TOKEN, telegram_url=line.url)
        done = await ended(process)

    assert done.returncode == 0, done
    assert checked(done)["AFTERWORD_TOKEN"] == "******** (environment)"
    assert checked(done)["Telegram"] == "answers, this is @afterword_bot"
    assert LOCAL_TOKEN.partition(":")[2] not in done.stdout + done.stderr


async def test_check_says_when_telegram_refuses_the_token(tmp_path: Path) -> None:
    async with open_line(tmp_path / "line") as line:
        process = await running("check", folder=tmp_path, token=TOKEN, telegram_url=line.url)
        done = await ended(process)

    assert done.returncode == 2
    assert "AFTERWORD_TOKEN" in checked(done)["Telegram"]


def test_check_says_when_telegram_does_not_answer(tmp_path: Path) -> None:
    done = afterword("check", folder=tmp_path, token=TOKEN, telegram_url="http://127.0.0.1:9")

    assert done.returncode == 2
    assert checked(done)["Telegram"] == "does not answer at http://127.0.0.1:9 (connection refused)"
    assert TOKEN not in done.stdout + done.stderr


def test_check_says_where_a_setting_came_from(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("AFTERWORD_LOG_LEVEL=debug\nAFTERWORD_SENDS_IN_FLIGHT=3\n")

    told = checked(afterword("check", folder=tmp_path, sends_in_flight="5"))

    assert told["AFTERWORD_LOG_LEVEL"] == "debug (.env)"
    assert told["AFTERWORD_SENDS_IN_FLIGHT"] == "5 (environment)"
    assert told["AFTERWORD_STORE_URL"] == "sqlite:///data/afterword.db (default)"


def test_check_looks_into_a_store_without_changing_it(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'afterword.db'}")
    migrate(store.engine)
    store.close()
    before = (tmp_path / "afterword.db").read_bytes()

    done = afterword("check", folder=tmp_path, data_dir=str(tmp_path))

    assert done.returncode == 0
    assert checked(done)["store"] == f"answers, schema {HEAD} (this release knows {HEAD})"
    assert (tmp_path / "afterword.db").read_bytes() == before


def test_check_says_what_is_wrong_with_a_store(tmp_path: Path) -> None:
    (tmp_path / "afterword.db").write_bytes(b"no database at all, but long enough to be taken for one" * 20)

    done = afterword("check", folder=tmp_path, data_dir=str(tmp_path))

    assert done.returncode == 2
    assert "Restore a backup" in checked(done)["store"]


@pytest.mark.parametrize("url", ["postgresql+psycopg://me:secret@host/db", "nonsense:secret"])
def test_check_shows_no_password(tmp_path: Path, url: str) -> None:
    done = afterword("check", folder=tmp_path, store_url=url)

    assert done.returncode == 2
    assert "AFTERWORD_STORE_URL" in done.stdout + done.stderr
    assert "secret" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


# Starting and ending


async def test_a_bot_that_is_told_to_stop_keeps_what_it_has_and_ends_with_code_0(tmp_path: Path) -> None:
    async with open_line(tmp_path / "line") as line:
        process = await running("run", folder=tmp_path, token=LOCAL_TOKEN, telegram_url=line.url)
        await line.local.wait_until_confirmed(line.local.say("ana", "/start"))
        process.terminate()
        done = await ended(process)

    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    with contextlib.closing(sqlite3.connect(tmp_path / "data" / "afterword.db")) as connection:
        assert connection.execute("SELECT count(*) FROM inbox").fetchone() == (1,)
