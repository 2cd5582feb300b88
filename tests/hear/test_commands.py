"""A command is an act; what stands behind it is listened to."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.hear.act import Act, By
from bot.hear.acts import KINDS, valid
from bot.hear.commands import COMMANDS, acts_of, is_command
from tests.hear.heard import moment


def obeyed(text: str, scene: str = "waiting") -> tuple[Act, ...]:
    return acts_of(text, moment(scene)).acts


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_an_act_of_the_table(name: str) -> None:
    (act,) = obeyed(f"/{name}")
    assert act.by is By.COMMAND
    assert act.name in KINDS
    assert valid(act) == act


@pytest.mark.parametrize("text", ["/status", "/STATUS", "/status@AfterwordBot", "/status \n", "/Status@x"])
def test_a_command_is_known_however_it_is_typed(text: str) -> None:
    assert is_command(text)
    assert [act.name for act in obeyed(text)] == ["ask_status"]


@pytest.mark.parametrize("text", ["status", "12/5", "/ status", "5/6 in the morning", "/12"])
def test_what_is_no_command(text: str) -> None:
    assert not is_command(text)


@pytest.mark.parametrize("text", ["/interview Oakmere tomorrow 3pm", "/interview\nOakmere tomorrow 3pm"])
def test_a_text_behind_it_is_listened_to(text: str) -> None:
    (act,) = [act for act in obeyed(text, "stranger") if act.name == "interview"]
    assert act.get("about") == "Oakmere"
    assert act.get("start") == datetime(2026, 12, 1, 15, tzinfo=ZoneInfo("Europe/London"))


def test_texts_behind_the_others() -> None:
    assert obeyed("/practice Why do you want to leave?")[0].slots == {"do": "add", "text": "Why do you want to leave?"}
    (language,) = obeyed("/language german")
    assert (language.name, language.get("code")) == ("language", "de")
    (stop,) = obeyed("/stop until monday")
    assert stop.name == "pause"
    assert stop.has("until")
    (forget,) = obeyed("/forget Acme")
    assert (forget.name, forget.get("about")) == ("forget", "Acme")
    (may,) = [act for act in obeyed("/contact should I call Acme?") if act.name == "ask_may_write"]
    assert (may.get("kind"), may.get("about")) == ("call", "Acme")


def test_what_cannot_be_understood_behind_it_is_not_lost() -> None:
    heard = acts_of("/interview ???", moment("stranger"))
    assert [act.name for act in heard.acts] == ["add_interview"]
    assert heard.rest == ("???",)


def test_an_unknown_command_is_told_as_such() -> None:
    (act,) = obeyed("/frobnicate now")
    assert (act.name, act.slots) == ("unknown_command", {"text": "/frobnicate"})
