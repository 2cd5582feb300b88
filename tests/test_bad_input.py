"""What bad input gets, through the whole stack: a clear sentence, nothing changed, nobody blocked."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

import pytest

from bot.rehearsal.stage import Stage, open_stage
from tests.conftest import NOON

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


@contextlib.asynccontextmanager
async def ready() -> AsyncIterator[Stage]:
    """A stage on which Ana has an interview tomorrow."""
    async with open_stage(NOON) as stage:
        stage.telegram.person("ana")
        stage.telegram.say("ana", "/start")
        await stage.settle()
        press(stage, "zone.yes")
        stage.telegram.say("ana", "Interview with Acme tomorrow at 3pm for an hour, designer")
        await stage.settle()
        yield stage


def press(stage: Stage, verb: str) -> None:
    """Press the newest button that carries this verb."""
    chat = stage.telegram.person("ana").id
    for number in sorted((message for of, message in stage.telegram.messages if of == chat), reverse=True):
        markup = stage.telegram.messages[chat, number].get("reply_markup", {})
        for row in markup.get("inline_keyboard", []):
            for button in row:
                if f":{verb}:" in button["callback_data"]:
                    stage.telegram.press("ana", number, button["callback_data"])
                    return
    raise AssertionError(f"no button {verb}")


def last(stage: Stage, person: str = "ana") -> str:
    """What the bot said last to this person, toasts included."""
    heard = [e for e in stage.telegram.transcript if e.person == person and e.sender == "bot" and e.text]
    return heard[-1].text


async def status(stage: Stage) -> str:
    stage.telegram.say("ana", "/status")
    await stage.settle()
    return last(stage)


async def test_what_the_bot_cannot_read_gets_a_sentence_each_and_changes_nothing() -> None:
    async with ready() as stage:
        before = await status(stage)
        sent = {
            "pictures": lambda: stage.telegram.send_photo("ana", PIXEL),
            "recordings": lambda: stage.telegram.send_voice("ana", b"OggS" + bytes(100)),
            "open files": lambda: stage.telegram.send_file("ana", bytes(10 * 1024 * 1024), "big.bin"),
            "forwarded": lambda: stage.telegram.forward("ana", "I got rejected"),
            "didn't get that": lambda: stage.telegram.say("ana", "qwertz " * 500),
            "don't know /dance": lambda: stage.telegram.say("ana", "/dance"),
        }
        for words, send in sent.items():
            send()
            await stage.settle()
            said = [entry.text for entry in stage.telegram.transcript[-3:]]
            assert any(words in text for text in said), words
        assert await status(stage) == before


async def test_an_edited_message_is_not_taken_in() -> None:
    async with ready() as stage:
        stage.telegram.say("ana", "/help")
        await stage.settle()
        mine = [e.id for e in stage.telegram.transcript if e.sender == "person" and e.text == "/help"]
        assert mine[-1] is not None
        stage.telegram.edit("ana", mine[-1], "I got rejected")
        await stage.settle()
        assert "edited" in last(stage)
        assert "interview" in await status(stage)


async def test_a_group_is_told_and_left() -> None:
    async with ready() as stage:
        group = stage.telegram.add_to_group("ana", "Job hunters")
        await stage.settle()
        assert any(call.method == "leaveChat" and call.error is None for call in stage.telegram.calls)
        assert any("one to one" in entry.text for entry in stage.telegram.transcript)
        assert group < 0


async def test_two_taps_at_once_count_once() -> None:
    async with ready() as stage:
        await stage.to_next_nudge()
        await stage.to_next_nudge()
        press(stage, "mood.great")
        press(stage, "mood.rough")
        await stage.settle()
        toasts = [entry.text for entry in stage.telegram.transcript if entry.kind == "toast" and entry.text]
        assert len(toasts) == 1
        questions = [e for e in stage.telegram.transcript if "plain words" in e.text and e.kind == "message"]
        assert len(questions) == 1


async def test_somebody_else_is_served_while_one_floods() -> None:
    async with ready() as stage:
        for _ in range(100):
            stage.telegram.say("ana", "/help")
        stage.telegram.person("ben")
        stage.telegram.say("ben", "/start")
        await stage.settle()
        order = [entry.person for entry in stage.telegram.transcript if entry.sender == "bot"]
        assert order.index("ben") < len(order) - 20


@pytest.mark.parametrize(
    "text", ["\u202eemit ereh", "a\u0000b", "’; DROP TABLE person; --", "<b>unclosed & <i>", "%s {x} \\"]
)
async def test_hostile_text_is_only_text(text: str) -> None:
    async with ready() as stage:
        stage.telegram.say("ana", "/interview")
        await stage.settle()
        stage.telegram.say("ana", text)
        await stage.settle()
        assert all(call.error is None for call in stage.telegram.calls if call.method == "sendMessage")
        assert "interview" in await status(stage)
