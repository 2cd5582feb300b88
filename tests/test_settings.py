"""The settings: everything that is wrong with them is told at once, by name, and no value is repeated."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.environment import PREFIX
from bot.settings import Settings, SettingsUnusable, load

TOKEN = "123456789:AA-canary-token-that-nobody-may-see"
CANARY = "canary"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of ours, no proxy, and a folder without a .env."""
    for name in list(os.environ):
        if name.upper().startswith(PREFIX) or name.upper().endswith("_PROXY"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def told(monkeypatch: pytest.MonkeyPatch, **variables: str) -> list[str]:
    """What an operator is told of these variables, line by line."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsUnusable) as refused:
        load()
    assert CANARY not in str(refused.value)
    return str(refused.value).splitlines()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("AFTERWORD_TOKN", CANARY, "AFTERWORD_TOKN is no setting. Is AFTERWORD_TOKEN meant?"),
        ("AFTERWORD_HOOK_PORT", "1", "AFTERWORD_HOOK_PORT is no setting. Is AFTERWORD_WEBHOOK_PORT meant?"),
        ("AFTERWORD_XYZZY", "1", "AFTERWORD_XYZZY is no setting. `afterword check` lists all there are."),
        ("AFTERWORD_TOKEN", f'"{TOKEN}"', "AFTERWORD_TOKEN has blanks or quotation marks around it"),
        ("AFTERWORD_TOKEN", f" {TOKEN}", "AFTERWORD_TOKEN has blanks or quotation marks around it"),
        ("AFTERWORD_TOKEN", "123456789:half a tok", "AFTERWORD_TOKEN does not look like a bot token"),
        ("AFTERWORD_WEBHOOK_PORT", "70000", "AFTERWORD_WEBHOOK_PORT must be less than or equal to 65535"),
        ("AFTERWORD_WEBHOOK_PORT", "https", "AFTERWORD_WEBHOOK_PORT must be a valid integer"),
        ("AFTERWORD_WORKER", "perhaps", "AFTERWORD_WORKER must be true or false"),
        ("AFTERWORD_LOG_LEVEL", "loud", "AFTERWORD_LOG_LEVEL must be 'debug', 'info', 'warning' or 'error'"),
        ("AFTERWORD_TELEGRAM_URL", "api.telegram.org", "AFTERWORD_TELEGRAM_URL must be an address that begins with"),
        ("AFTERWORD_TELEGRAM_URL", "https://telegram:no", "AFTERWORD_TELEGRAM_URL must be an address"),
        ("AFTERWORD_MODEL_URL", "localhost:11434/v1", "AFTERWORD_MODEL_URL must be an address that begins with"),
        ("AFTERWORD_WEBHOOK_URL", "bot.example/hook", "AFTERWORD_WEBHOOK_URL must begin with https://"),
        ("AFTERWORD_STORE_URL", f"u:{CANARY}@host/db", "AFTERWORD_STORE_URL is no store that can be used here."),
        ("AFTERWORD_KEY", CANARY, "AFTERWORD_KEY is no key."),
        ("HTTPS_PROXY", f"socks5://u:{CANARY}@gate:1080", "HTTPS_PROXY names a proxy that cannot be used here."),
        ("ALL_PROXY", "http://gate:many", "ALL_PROXY names a proxy that cannot be used here."),
    ],
)
def test_what_is_wrong_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    only = told(monkeypatch, **{name: value})

    assert len(only) == 1
    assert only[0].startswith(said)


def test_all_that_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text(f"AFTERWORD_DATADIR={CANARY}\nPOSTGRES_PASSWORD=x\nAFTERWORD_NUDGES_PER_SECOND=-1\n")

    first, *lines = told(
        monkeypatch,
        AFTERWORD_TOKEN="x",
        AFTERWORD_WEBHOOK_URL="https://bot.example/hook",
        AFTERWORD_MODEL_URL="http://localhost:11434/v1",
        AFTERWORD_WORKER="true",
        HTTPS_PROXY="socks5://gate:1080",
    )

    assert first.startswith("7 settings")
    names = [line.split()[0] for line in lines]
    assert names == [
        "AFTERWORD_DATADIR",
        "AFTERWORD_TOKEN",
        "AFTERWORD_NUDGES_PER_SECOND",
        "AFTERWORD_WEBHOOK_SECRET",
        "AFTERWORD_WORKER",
        "AFTERWORD_MODEL",
        "HTTPS_PROXY",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"AFTERWORD_TOKEN={TOKEN}\n".encode("utf-16"), ".env is no text in UTF-8. Save it as UTF-8."),
        (f"AFTERWORD_TOKEN={TOKEN}\n".encode("utf-16-le"), ".env is no text in UTF-8. Save it as UTF-8."),
        (b"AFTERWORD_TOKEN=\xff\xfe\xfa\n", ".env is no text in UTF-8. Save it as UTF-8."),
        (b"A=1\nAFTERWORD TOKEN=canary\n", "Line 2 of .env cannot be read. Write NAME=value."),
        (b"A=1\nAFTERWORD_TOKEN\n", "Line 2 of .env cannot be read. Write NAME=value."),
    ],
)
def test_a_file_of_settings_that_cannot_be_read_is_told(
    monkeypatch: pytest.MonkeyPatch, content: bytes, said: str
) -> None:
    Path(".env").write_bytes(content)

    assert told(monkeypatch) == [said]


def test_a_folder_in_the_place_of_the_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").mkdir()

    assert told(monkeypatch) == [".env cannot be read (Is a directory). Give this user the right, or move it."]


def test_a_file_that_an_editor_has_marked_is_read() -> None:
    Path(".env").write_bytes(b"\xef\xbb\xbf" + f"AFTERWORD_TOKEN={TOKEN}\nexport AFTERWORD_LOG_LEVEL=Debug\n".encode())

    loaded = load()

    assert (loaded.need_token(), loaded.log_level) == (TOKEN, "debug")


def test_what_a_cluster_sets_beside_a_service_of_our_name_is_not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SERVICE_HOST", "SERVICE_PORT_HTTP", "PORT", "PORT_8443_TCP", "PORT_8443_TCP_ADDR"):
        monkeypatch.setenv(PREFIX + name, "x")

    load()


def test_an_empty_setting_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.setenv(f"{PREFIX}{name.upper()}", "")

    assert load().token is None
