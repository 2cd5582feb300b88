"""The address of a feed stands nowhere in plain text: not in the inbox, not in the write-ahead log, not in a note."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet

from bot.calendars.feeds.seal import NO_KEY, Seal
from bot.line import intake
from bot.line.hiding import SEALED, hidden
from bot.line.updates import translate
from bot.preparing import Preparer
from bot.turn import Kind
from storage import inbox
from tests.conftest import NOON
from tests.wired import ANA, open_line, until

SECRET = "private-4711"
ADDRESS = f"https://calendar.example/ical/{SECRET}/basic.ics"
SEAL = Seal(Fernet.generate_key().decode())


def update(text: str, kind: str = "message", **more: Any) -> dict[str, Any]:
    sender = {"id": ANA, "is_bot": False, "first_name": "Ana", "language_code": "en"}
    about = {"message_id": 1, "date": 1, "chat": {"id": ANA, "type": "private"}, "from": sender}
    return {"update_id": 1, kind: {**about, "text": text, **more}}


@pytest.mark.parametrize(
    "text",
    [
        ADDRESS,
        f"  webcal://calendar.example/{SECRET} ",
        f"here: {ADDRESS}\nok?",
        f"hier ist er http://x.example/{SECRET}.ics",
    ],
)
@pytest.mark.parametrize("kind", ["message", "edited_message"])
def test_an_address_is_sealed_before_it_is_kept(text: str, kind: str) -> None:
    kept = hidden(update(text, kind, entities=[{"type": "text_link", "url": ADDRESS}]), SEAL)
    assert SECRET not in json.dumps(kept)
    feed = translate(kept).feed
    assert feed is not None
    assert feed.address is not None
    assert SECRET in (SEAL.open(feed.address) or "")


def test_without_a_key_its_host_alone_is_kept() -> None:
    kept = hidden(update(ADDRESS), NO_KEY)
    assert SECRET not in json.dumps(kept)
    assert kept["message"][SEALED] == ["calendar.example", None]


@pytest.mark.parametrize(
    "more",
    [
        {"reply_to_message": {"text": ADDRESS}},
        {"entities": [{"type": "text_link", "url": ADDRESS}]},
        {"quote": {"text": f"so {ADDRESS}"}},
        {"rich_message": {"blocks": [{"text": ["a", {"url": ADDRESS}]}]}},
    ],
)
def test_nor_does_it_stand_anywhere_around_a_text(more: dict[str, Any]) -> None:
    kept = hidden(update("what is this?", **more), SEAL)
    assert SECRET not in json.dumps(kept)
    assert kept["message"]["text"] == "what is this?"


def test_in_a_long_text_its_host_alone_stays() -> None:
    text = f"{'A mail that was pasted, with more words than an address needs. ' * 3}See {ADDRESS} and https://acme.example/jobs/7."
    told = hidden(update(text), SEAL)["message"]["text"]
    assert told == text.replace(ADDRESS, "https://calendar.example/…")


@pytest.mark.parametrize("raw", [{}, {"message": None}, {"message": []}, {"message": {"text": 7}}, {"x": [[[]]]}])
def test_whatever_it_is_it_is_kept_as_it_came(raw: dict[str, Any]) -> None:
    assert hidden(raw, SEAL) == raw


def test_nobody_seals_for_us() -> None:
    assert SEALED not in hidden(update("hello", **{SEALED: ["a", "b"]}), SEAL)["message"]


def test_what_is_too_deep_to_be_an_update_is_left_out() -> None:
    deep: Any = ADDRESS
    for _ in range(500):
        deep = [deep]
    assert SECRET not in json.dumps(hidden({"update_id": 1, "x": deep}, SEAL))


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


async def test_no_file_of_the_store_holds_it(tmp_path: Path) -> None:
    async with open_line(tmp_path) as line:
        line.local.say("ana", f"my calendar {ADDRESS}")
        arrived = asyncio.Event()
        polling = asyncio.create_task(intake.poll(line.telegram, line.store, line.clock, arrived.set, seal=SEAL))
        await until(arrived.is_set)
        polling.cancel()
        files = files_of(tmp_path)
        assert any(name.endswith("-wal") for name in files)
        assert [name for name, content in files.items() if SECRET.encode() in content] == []
        (update,), _ = await line.store.run(inbox.next_updates, (), 1)
        preparer = Preparer(line.store, line.telegram, line.clock, None, SEAL)  # type: ignore[arg-type]
        incoming = await preparer.prepared(translate(update.raw))
        assert (incoming.kind, incoming.text, incoming.feed and incoming.feed.host) == (
            Kind.FEED,
            "",
            "calendar.example",
        )
        assert line.clock.now() >= NOON
