"""`afterword hear`: JSON in, JSON out, errors in place."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.commandline import Wrong
from bot.hear import command
from bot.hear.scenes import SCENES

SHARED = Path(__file__).parents[2].parent / "shared" / "hearing"


def test_one_text(capsys: pytest.CaptureFixture[str]) -> None:
    main(["hear", "got", "rejected", "by", "Acme", "--scene", "waiting"])
    assert json.loads(capsys.readouterr().out) == {"acts": [{"act": "rejected", "about": "Acme"}], "asked": False}


def test_why(capsys: pytest.CaptureFixture[str]) -> None:
    main(["hear", "they rejected me", "--scene", "waiting", "--why"])
    told = json.loads(capsys.readouterr().out)
    assert told["acts"][0]["why"] == {"span": "they rejected me", "sure": 1.0, "by": "rules"}
    assert told["language"] == "en"


def test_an_unknown_scene_is_told_in_one_line() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["hear", "hello", "--scene", "nowhere"])
    assert ended.value.code == 2
    assert issubclass(Wrong, Exception)


def test_what_no_encoding_can_carry_is_escaped() -> None:
    (told,) = command.main(['{"id": "\\ud800", "scene": "waiting", "text": "they called \\ud800"}'])
    assert json.loads(told)["id"] == "\ud800"
    assert told.encode()


def test_a_line_that_cannot_be_read_is_answered_in_its_place() -> None:
    lines = [
        '{"id": "a", "scene": "waiting", "lang": "en", "text": "they called"}',
        "no json",
        '{"id": "b", "scene": "nowhere", "text": "x"}',
        '{"id": "c"}',
        "[]",
        "",
        '{"id": "d", "scene": "stranger", "lang": "de", "text": "hallo"}',
    ]
    told = [json.loads(line) for line in command.main(lines)]
    assert [line.get("id") for line in told] == ["a", None, "b", "c", None, "d"]
    assert ["error" in line for line in told] == [False, True, True, True, True, False]
    assert told[5]["acts"] == [{"act": "hello"}]


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_can_be_heard_in(scene: str) -> None:
    assert command.one("hm", scene) is not None


def test_what_can_only_be_pressed_stands_apart() -> None:
    told = command.one("/status and more", "stranger")
    assert told["acts"]
    assert command.one("debrief", "told")["house"][0]["act"] == "debrief"
