"""The page in a real browser, for whoever uses no mouse, sees little or hears it read: axe-core, light and dark, on
small and large windows; the first interview by keyboard alone; a long chat; pictures."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from bot.rehearsal.page import combined_app, page_app
from bot.rehearsal.parameters import Upload
from bot.rehearsal.serving import Serving, serve
from bot.rehearsal.stage import Stage, open_stage
from bot.rehearsal.telegram import LocalTelegram
from tests.rehearsal.browser import AXE, Browser
from tests.rehearsal.conftest import TOKEN, Clock, FakeStage, png

pytestmark = pytest.mark.asyncio(loop_scope="module")

SIZES = [(320, 568), (390, 844), (768, 1024), (1280, 800)]
ALL_MARKS = (
    "<b>bold</b> <code>NW-17</code> <pre>Dear Priya,</pre> <tg-spoiler>hidden</tg-spoiler> "
    '<a href="https://example.org">a link</a> <blockquote>quoted</blockquote> /status'
)
BUTTONS = [
    [{"text": "Sent it", "callback_data": "s", "style": "success"}, {"text": "Not now", "callback_data": "n"}],
    [
        {"text": "Drop", "callback_data": "d", "style": "danger"},
        {"text": "Go", "callback_data": "g", "style": "primary"},
    ],
    [{"text": "Copy", "copy_text": {"text": "Dear Priya"}}, {"text": "Open", "url": "https://example.org"}],
]


class Played:
    """A page with nobody behind it."""

    def __init__(self, serving: Serving, tg: LocalTelegram, stage: FakeStage) -> None:
        self.url, self.tg, self.stage = serving.url, tg, stage

    def everything(self) -> None:
        """One of all that a chat may show."""
        tg = self.tg
        tg.say("you", "/start")
        markup = {"inline_keyboard": BUTTONS}
        tg.call(
            TOKEN, "sendMessage", {"chat_id": 1001, "text": ALL_MARKS, "parse_mode": "HTML", "reply_markup": markup}
        )
        tg.call(
            TOKEN,
            "setMessageReaction",
            {"chat_id": 1001, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}]},
        )
        answer = {"chat_id": 1001, "text": "Yes.", "reply_parameters": {"message_id": 1}}
        tg.call(TOKEN, "sendMessage", answer)
        tg.send_file("you", b"BEGIN:VCALENDAR", "talk.ics")
        tg.location("you", 51.5, -0.12)
        tg.send_photo("you", png(), "Where things stand: Acme, until Friday")
        tg.transcript.note("you", "person", "killed", "")
        tg.transcript.note("you", "person", "back", "0.4")
        tg.call(TOKEN, "setMyCommands", {"commands": [{"command": "status", "description": "Where things stand"}]})


@pytest_asyncio.fixture(loop_scope="module")
async def played() -> AsyncIterator[Played]:
    clock = Clock()
    tg = LocalTelegram(clock)
    stage = FakeStage(tg, clock)
    serving, _ = await serve(combined_app(tg, stage))
    yield Played(serving, tg, stage)
    await serving.stop()


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core found; `make browser` brings it")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_axe_finds_nothing(chromium: Browser, played: Played, width: int, height: int, *, dark: bool) -> None:
    await chromium.open(played.url, width, height, dark=dark)
    await chromium.sees("Start")
    found = {"empty": await chromium.violations()}
    played.everything()
    await chromium.sees("Yes.")
    await chromium.sees("is back after")
    await chromium.until("document.querySelector('.picture')")
    found["chat"] = await chromium.violations()
    await chromium.click("#menu")
    played.tg.fault("down")
    await chromium.sees("Telegram is down")
    found["commands, down"] = await chromium.violations()
    played.tg.fault("up")
    await chromium.press("Escape")
    await chromium.click("#set")
    found["clock set"] = await chromium.violations()
    await chromium.press("Escape")
    await chromium.click(".picture")
    found["large picture"] = await chromium.violations()
    await chromium.press("Escape")
    assert {where: what for where, what in found.items() if what} == {}
    assert await chromium.run("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_no_button_of_the_clock_moves_when_the_clock_does(
    chromium: Browser, played: Played, width: int, height: int
) -> None:
    """Whoever presses +1 day twenty times presses nothing else, whatever the weekday and the month are called."""
    played.everything()
    await chromium.open(played.url, width, height)
    await chromium.sees("Yes.")
    place = "JSON.stringify([...document.querySelectorAll('.moves button')].map((one) => one.getBoundingClientRect()))"
    places = set()
    for days in range(20):
        played.stage.nudge = played.stage.now() + timedelta(days=40) if days % 2 else None
        before = await chromium.run("document.getElementById('clock-weekday').textContent")
        await chromium.click("#day")
        await chromium.until(f"document.getElementById('clock-weekday').textContent !== '{before}'")
        places.add(await chromium.run(place))
    assert len(places) == 1


async def test_a_long_chat_is_drawn_in_part_and_keeps_its_place(chromium: Browser, played: Played) -> None:
    for number in range(3000):
        played.tg.say("you", f"line {number}.")
    await chromium.open(played.url, 390, 844)
    await chromium.sees("line 2999.")
    rows = "document.querySelectorAll('.row.mine').length"
    assert await chromium.run(rows) < 100
    find = "[...document.querySelectorAll('.row.mine')].find((row) => row.innerText.startsWith('line 2945.'))"
    place = f"Math.round({find}.getBoundingClientRect().top)"
    before = await chromium.run(f"document.getElementById('chat').scrollTo({{ top: 0 }}), {place}")
    await chromium.until(f"{rows} > 100")
    assert await chromium.run(place) == before
    await chromium.run("document.getElementById('older').click()")
    await chromium.until(f"{rows} > 160")
    assert await chromium.run(place) == before
    played.tg.say("you", "and one more")
    await chromium.sees("and one more")
    for number in range(60):
        played.tg.say("you", f"again {number}.")
    await chromium.sees("again 59.")
    await chromium.until(f"{rows} < 150")


async def test_a_picture_opens_large_changes_in_place_and_gives_the_focus_back(
    chromium: Browser, played: Played
) -> None:
    tg = played.tg
    tg.say("you", "/status")
    sent = {"chat_id": 1001, "photo": Upload("a.png", "image/png", png()), "caption": "Acme: until Friday"}
    tg.call(TOKEN, "sendPhoto", sent)
    await chromium.open(played.url, 768, 1024)
    await chromium.until("document.querySelector('.picture')")
    assert await chromium.run("document.querySelector('.picture img').alt") == "Acme: until Friday"
    assert await chromium.run("(({ width, height }) => width / height)(document.querySelector('.picture img'))") == 2
    await chromium.run("document.querySelector('.picture').focus()")
    await chromium.press("Enter")
    await chromium.until("document.getElementById('large').open")
    media = {"type": "photo", "media": Upload("b.png", "image/png", png(800, 200)), "caption": "Acme: until Monday"}
    tg.call(TOKEN, "editMessageMedia", {"chat_id": 1001, "message_id": 2, "media": media})
    await chromium.until("document.getElementById('large-picture').alt === 'Acme: until Monday'")
    await chromium.press("Escape")
    await chromium.until("document.activeElement.className === 'picture'")
    assert not await chromium.run("document.getElementById('large').open")
    assert await chromium.run("(({ width, height }) => width / height)(document.activeElement.firstElementChild)") == 4
    assert await chromium.run("document.querySelectorAll('.picture').length") == 1


async def test_the_clock_is_set_to_a_date_and_back_to_now(chromium: Browser, played: Played) -> None:
    played.everything()
    await chromium.open(played.url, 320, 568)
    await chromium.sees("Yes.")
    await chromium.click("#set")
    fill = (
        "(id, value) => { const field = document.getElementById(id); field.value = value; "
        "field.dispatchEvent(new Event('input')); }"
    )
    await chromium.run(f"[['set-date', '2026-12-24'], ['set-time', '18:30']].forEach((one) => ({fill})(...one))")
    assert await chromium.run("document.getElementById('set-go').textContent") == "Go there"
    await chromium.click("#set-go")
    await chromium.sees("18:30")
    assert len(played.tg.transcript) > 5
    await chromium.click("#set")
    await chromium.run(f"({fill})('set-date', '2026-11-02')")
    await chromium.sees("A chat can't run backwards")
    await chromium.click("#set-go", "Begin anew")
    await chromium.until("!document.getElementById('empty').hidden")
    await chromium.sees("Nov 2")
    assert list(played.tg.transcript) == []


async def test_the_page_follows_the_language_of_the_bot(chromium: Browser, played: Played) -> None:
    played.everything()
    await chromium.open(played.url, 390, 844)
    await chromium.sees("The bot was killed")
    played.stage.language = "de"
    await chromium.sees("Der Bot wurde mit Signal 9 abgeschossen")
    await chromium.sees("Nach 0,4 s")
    assert await chromium.run("document.documentElement.lang") == "de"
    assert await chromium.run("document.getElementById('text').placeholder") == "Nachricht"


async def test_the_first_interview_by_keyboard_alone(chromium: Browser) -> None:
    """From an untouched page to the plan of a talk that has been: nothing is clicked."""

    def app(stage: Stage) -> object:
        return page_app(stage.telegram, stage)

    may_go_on = "document.getElementById('nudge').ariaDisabled === 'false'"
    start = datetime(2026, 11, 30, 9, tzinfo=UTC)
    async with open_stage(start, running=True, app=app) as stage:
        await chromium.open(stage.url, 1280, 800)
        await chromium.sees("Start")
        await chromium.press("Tab")
        assert await chromium.focus() == "skip"
        await chromium.press("Enter")
        assert await chromium.focus() == "start"
        await chromium.press("Enter")
        await chromium.until("document.activeElement.id === 'text'")
        await chromium.type("Interview with Acme tomorrow at 3pm for an hour, product designer. I'm in London", "Enter")
        await chromium.sees("Acme · product designer")
        await chromium.until(may_go_on)
        for _ in range(40):
            await chromium.press("Tab", shift=True)
            if await chromium.focus() == "nudge":
                break
        await chromium.press("Enter")
        await chromium.sees("For your pocket")
        await chromium.until(may_go_on)
        assert await chromium.focus() == "nudge"
        await chromium.press("Enter")
        await chromium.sees("How did it go with Acme?")
        await chromium.press("w")
        assert await chromium.focus() == "text"
        await chromium.type("ent ok, Priya and Tom were nice. they'll decide by the end of next week.", "Enter")
        await chromium.sees("You met Priya and Tom")
        await chromium.until("document.querySelector('.row:last-child .buttons')")
        await chromium.press("ArrowUp")
        assert await chromium.focus() == "Yes, I said it"
        await chromium.press("Enter")
        await chromium.sees("You told them that you want it.")
        assert await chromium.focus() == "✓ Yes, I said it"
        await chromium.press("Escape")
        assert await chromium.focus() == "text"
        await chromium.type("/status", "Enter")
        await chromium.until("document.querySelector('.row:last-child:not(.mine)').innerText.includes('Acme')")
        assert chromium.complaints == []
