"""What an operator sees of a model: settings that are wrong, whether it answers, what it hears, what it has cost."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from storage import asked, figures, inbox
from storage.asked import ANSWERED, Said
from storage.figures import Asked
from storage.store import Store
from storage.tables import What
from tests.commands import afterword, ended, running
from tests.conftest import NOON
from tests.model.endpoint import FAULTS, Endpoint, act_of, standing
from tests.wired import ANA, BEN

KEY = "sk-canary-key-that-nobody-may-see"
SAMPLE = "they said they'd let me know by Friday"


def window(message: str) -> str:
    return json.dumps({"acts": [act_of("window", message, when="by Friday")]})


async def checked(folder: Path, endpoint: Endpoint) -> tuple[int | None, str, str]:
    process = await running("check", folder=folder, model_url=endpoint.url, model="m", model_key=KEY, model_timeout="1")
    done = await ended(process)
    told = [line for line in done.stdout.splitlines() if line.startswith("model: ")]
    return done.returncode, told[0], done.stdout + done.stderr


async def test_check_tries_the_model(tmp_path: Path) -> None:
    async with standing(window) as endpoint:
        code, told, everything = await checked(tmp_path, endpoint)

    assert (code, endpoint.asked) == (0, [SAMPLE])
    assert told.startswith("model: answers at 127.0.0.1 in ")
    assert told.endswith("for 4,000 tokens a message")
    assert KEY not in everything


@pytest.mark.parametrize(
    ("fault", "why"), [("refuses the key", "refused_key"), ("says nothing", "timeout"), ("half JSON", "half")]
)
async def test_check_says_why_the_model_is_of_no_use(tmp_path: Path, fault: str, why: str) -> None:
    async with standing(window, FAULTS[fault]) as endpoint:
        code, told, everything = await checked(tmp_path, endpoint)

    assert code == 2
    assert f"({why})" in told
    assert "without it" in told
    assert KEY not in everything


async def test_check_notices_a_model_that_understands_nothing(tmp_path: Path) -> None:
    async with standing() as endpoint:
        code, told, _ = await checked(tmp_path, endpoint)

    assert code == 2
    assert "hears no window" in told


def test_without_an_address_no_model_is_asked(tmp_path: Path) -> None:
    assert "model: none is asked, AFTERWORD_MODEL_URL is not set" in afterword("check", folder=tmp_path).stdout


def test_an_address_may_hold_a_secret(tmp_path: Path) -> None:
    url = f"http://me:{KEY}@127.0.0.1:9/v1?key={KEY}"
    done = afterword("check", folder=tmp_path, model_url=url, model="m")
    assert KEY not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"model_url": "localhost:11434", "model": "m"}, "AFTERWORD_MODEL_URL"),
        ({"model_url": "http://localhost:11434/v1"}, "AFTERWORD_MODEL "),
        ({"model_timeout": "0"}, "AFTERWORD_MODEL_TIMEOUT"),
        ({"model_tokens": "-1"}, "AFTERWORD_MODEL_TOKENS"),
    ],
)
def test_a_mistake_in_the_settings_is_named_in_one_line(tmp_path: Path, settings: dict[str, str], named: str) -> None:
    done = afterword("check", folder=tmp_path, **settings)
    assert done.returncode == 2
    assert named in done.stderr
    assert done.stderr.count("\n") == 1


async def test_a_text_is_heard_with_the_model(tmp_path: Path) -> None:
    words = ("hear", "--listener", "model", "--why", "well you know they kinda said Friday or so")
    claim = json.dumps({"acts": [act_of("window", "they kinda said Friday or so", when="Friday")]})
    async with standing(lambda _: claim) as endpoint:
        process = await running(*words, folder=tmp_path, model_url=endpoint.url, model="m")
        done = await ended(process)

    assert done.returncode == 0, done.stderr
    assert [one["act"] for one in json.loads(done.stdout)["acts"]] == ["window"]


def test_without_a_model_there_is_none_to_hear_with(tmp_path: Path) -> None:
    done = afterword("hear", "--listener", "model", "hello", folder=tmp_path)
    assert done.returncode == 2
    assert "AFTERWORD_MODEL_URL" in done.stderr


async def test_what_was_heard_and_asked_is_counted(store: Store) -> None:
    updates = [(ANA if number % 2 else BEN, {"update_id": number}) for number in range(1, 7)]
    await store.run(inbox.admit, updates, NOON)
    for number, said in (
        (1, Said(ANSWERED, "{}", 1000, 4000)),
        (2, Said(ANSWERED, "{}", 2000, 3000)),
        (3, Said("timeout", None, 8000, 1000)),
    ):
        await store.run(asked.mark, number, What.ACTS, NOON)
        await store.run(asked.keep, number, What.ACTS, said)
    for number, by in ((1, "model"), (2, "model"), (3, "rules"), (4, "nothing")):
        await store.run(inbox.finish, number, by)
    since = NOON - timedelta(days=1)

    assert await store.run(figures.heard, since) == {"model": 2, "nothing": 1, "rules": 1}
    assert await store.run(figures.asked, since) == {What.ACTS: Asked(3, 2, 1.5, {"timeout": 1}, 8000)}
    assert await store.run(figures.heard, NOON) == {}
    assert await store.run(figures.asked, NOON) == {}
    assert await store.run(asked.spent, ANA, since) == 5000


async def test_a_rehearsal_asks_no_model_whatever_the_environment_says(tmp_path: Path) -> None:
    story = '{"now": "2026-11-30T10:00", "tz": "Europe/London"}\n{"say": "they said Friday or so, kinda"}\n'
    (tmp_path / "story.jsonl").write_text(story)
    async with standing(window) as endpoint:
        done = await ended(await running("play", "story.jsonl", folder=tmp_path, model_url=endpoint.url, model="m"))

    assert (done.returncode, endpoint.asked) == (0, [])
