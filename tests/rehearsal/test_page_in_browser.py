"""The page in a real browser, where there is one: what a person does and sees."""

from datetime import timedelta

import pytest

from bot.rehearsal.page import combined_app
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import LocalTelegram
from tests.rehearsal.browser import Browser
from tests.rehearsal.conftest import TOKEN, Clock, FakeStage, until

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("width", [360, 1280])
async def test_a_conversation_in_the_browser(chromium: Browser, width: int) -> None:
    """Start, a hostile message, a press, an edit in place, a nudge after a jump, an outage: all on the page."""
    clock = Clock()
    tg = LocalTelegram(clock)
    stage = FakeStage(tg, clock)
    serving, _ = await serve(combined_app(tg, stage))
    tg.call(TOKEN, "setMyCommands", {"commands": [{"command": "status", "description": "Where things stand"}]})
    try:
        await chromium.open(serving.url, width, 740)
        await chromium.click("#start")
        await chromium.sees("/start")
        text = "<b>Hi</b> &lt;img src=x onerror=alert(1)&gt; <code>NW-17</code>"
        keyboard = {"inline_keyboard": [[{"text": "Sent it", "callback_data": "s"}]]}
        tg.call(TOKEN, "sendMessage", {"chat_id": 1001, "text": text, "parse_mode": "HTML", "reply_markup": keyboard})
        await chromium.sees("Hi <img src=x onerror=alert(1)> NW-17")
        assert await chromium.run("document.querySelectorAll('.bubble img').length") == 0
        await chromium.click(".buttons button", "Sent it")
        await chromium.until("document.querySelector('.waiting')")
        await until(lambda: bool(tg.presses))
        (query,) = tg.presses
        tg.call(TOKEN, "answerCallbackQuery", {"callback_query_id": query, "text": "Noted"})
        await chromium.sees("Noted")
        tg.call(TOKEN, "editMessageText", {"chat_id": 1001, "message_id": 2, "text": "You wrote to them."})
        await chromium.sees("You wrote to them.")
        assert await chromium.run("document.querySelectorAll('.buttons').length") == 0

        await chromium.run("document.getElementById('text').focus()")
        await chromium.type("two words", key="Enter")
        await chromium.sees("two words")
        await chromium.type("/st")
        await chromium.click("#commands button", "/status")
        await chromium.until("document.querySelectorAll('.mine').length === 3")

        stage.nudge = stage.now() + timedelta(days=3)
        await chromium.click("#nudge:not([aria-disabled=true])")
        await chromium.sees("Time to write to them.")
        tg.fault("down")
        await chromium.sees("Telegram is down")
        tg.fault("up")
        assert await chromium.run("document.documentElement.scrollWidth <= innerWidth")
        assert chromium.complaints == []
    finally:
        await serving.stop()


async def test_a_page_comes_back_after_the_server_was_away(chromium: Browser) -> None:
    clock = Clock()
    tg = LocalTelegram(clock)
    tg.say("you", "before")
    serving, port = await serve(combined_app(tg, FakeStage(tg, clock)))
    try:
        await chromium.open(serving.url)
        await chromium.sees("before")
        await serving.stop()
        await chromium.sees("stopped answering")
        tg.say("you", "meanwhile")
        serving, _ = await serve(combined_app(tg, FakeStage(tg, clock)), port)
        await chromium.sees("meanwhile")
        assert await chromium.run("document.querySelectorAll('.row.mine').length") == 2
    finally:
        await serving.stop()
