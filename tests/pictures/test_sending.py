"""Pictures on their way: drawn at the last moment, never lost or in the way, and words alone where nothing is drawn."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import children
from bot.line import painting
from bot.line.brush import draw
from bot.line.courier import Courier
from bot.line.painting import NotPainted, Painter
from bot.line.render import render
from bot.line.sending import Sending
from bot.rehearsal.files import picture_size
from bot.turn import Message, Redraw
from bot.words import Html
from storage import outbox
from storage.outbox import Outgoing
from storage.pacing import Bulk
from tests.pictures.situations import drawn
from tests.wired import ANA, SECOND, Line, deliver, open_line, until

SVG = drawn("one-employer")
OTHER = drawn("no-window")


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        yield opened


@pytest.fixture
async def painter() -> AsyncIterator[Painter]:
    made = Painter()
    yield made
    await made.close()


@pytest.fixture
async def courier(line: Line, painter: Painter) -> Courier:
    made = line.courier()
    made._sending = Sending(line.store, line.telegram, painter)
    return made


def status(svg: str = SVG, text: str = "<b>Acme</b>: you may ask from Tue 22 Dec", once: str = "status.1") -> Outgoing:
    call = render(Message(text=Html(text), picture=svg, once=once), ANA)
    return Outgoing(person_id=ANA, chat_id=ANA, method=call.method, body=call.body, once=once)


def redrawn(svg: str = OTHER, once: str = "status.1") -> Outgoing:
    call = render(Redraw(once=once, text=Html("Acme: you may ask from Mon 14 Dec"), picture=svg), ANA)
    return Outgoing(person_id=ANA, chat_id=ANA, method=call.method, body=call.body)


def seen(line: Line) -> list[tuple[str, str, bool]]:
    """What Ana saw: a message or an edit, its words, and whether a picture stands over them."""
    return [(e.kind, e.text, e.picture is not None) for e in line.local.transcript if e.sender == "bot"]


SHOWN = ("message", "Acme: you may ask from Tue 22 Dec", True)
IN_WORDS = ("message", "Acme: you may ask from Tue 22 Dec", False)


async def test_a_picture_goes_with_its_words_in_one_message(line: Line, courier: Courier) -> None:
    await line.post(status())
    await deliver(courier)
    assert seen(line) == [SHOWN]
    (entry,) = (entry for entry in line.local.transcript if entry.picture)
    assert line.local.file(str(entry.picture)) == draw(SVG)
    assert [e["type"] for e in entry.entities] == ["bold"]


async def test_what_has_changed_is_drawn_anew_in_its_place(line: Line, courier: Courier) -> None:
    await line.post(status(), redrawn())
    await deliver(courier)
    first, second = (entry for entry in line.local.transcript if entry.picture)
    assert (second.kind, second.edited, second.text) == ("edit", first.id, "Acme: you may ask from Mon 14 Dec")
    assert picture_size(line.local.file(str(second.picture))) == picture_size(draw(OTHER))


@pytest.mark.parametrize("gone", ["never sent", "deleted"])
async def test_where_the_message_is_gone_nothing_is_drawn_anew(line: Line, courier: Courier, gone: str) -> None:
    if gone == "deleted":
        await line.post(status())
        await deliver(courier)
        line.local.messages.clear()
    before = len(seen(line))
    await line.post(redrawn())
    await deliver(courier)
    assert len(seen(line)) == before
    assert (await line.counts()).get("dropped") == 1


async def test_a_courier_that_dies_with_a_picture_in_hand_loses_nothing(line: Line, courier: Courier) -> None:
    await line.post(status())
    taken = await line.store.run(outbox.claim, line.clock.now(), (), 4, Bulk(4, 1))
    assert [row.method for row in taken] == ["sendPhoto"]
    assert "png" not in str(taken[0].body["photo"].keys())
    await deliver(courier)
    assert seen(line) == []
    line.clock.set(line.clock.now() + outbox.LEASE + SECOND)
    await deliver(courier)
    assert seen(line) == [SHOWN]
    await line.post(status())
    await deliver(courier)
    assert seen(line) == [SHOWN], "its name is given once"


@pytest.mark.parametrize("fault", ["reset_before", "5xx", "429"])
async def test_a_picture_is_tried_again_like_any_message(line: Line, courier: Courier, fault: str) -> None:
    line.local.fault(fault, seconds=5, method="sendPhoto")
    await line.post(status())
    for _ in range(4):
        await deliver(courier)
        line.clock.set(line.clock.now() + 6 * SECOND)
    assert seen(line) == [SHOWN]


@pytest.mark.parametrize("svg", ["<svg/>", "no picture at all", SVG.replace("</svg>", "")])
async def test_what_cannot_be_drawn_goes_in_words(
    line: Line, courier: Courier, svg: str, caplog: pytest.LogCaptureFixture
) -> None:
    await line.post(status(svg))
    with caplog.at_level(logging.WARNING):
        await deliver(courier)
    assert seen(line) == [IN_WORDS]
    assert len(caplog.records) == 1
    assert "Acme" not in caplog.text


async def test_where_the_library_is_missing_everything_goes_in_words(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painting, "LIBRARY", "no_such_library_at_all")
    courier = line.courier()
    await line.post(status(), redrawn())
    await deliver(courier)
    assert seen(line) == [IN_WORDS, ("edit", "Acme: you may ask from Mon 14 Dec", False)]


async def test_under_a_picture_that_cannot_be_drawn_anew_the_words_are_right(line: Line, courier: Courier) -> None:
    await line.post(status(), redrawn("no picture at all"))
    await deliver(courier)
    assert seen(line) == [SHOWN, ("edit", "Acme: you may ask from Mon 14 Dec", True)]
    assert (await line.counts()).get("dropped") is None


@pytest.mark.parametrize("description", ["IMAGE_PROCESS_FAILED", "PHOTO_INVALID_DIMENSIONS"])
async def test_a_picture_that_telegram_refuses_goes_in_words(
    line: Line, courier: Courier, painter: Painter, monkeypatch: pytest.MonkeyPatch, description: str
) -> None:
    async def paint(_svg: str, *, draws: bool) -> bytes:
        strip = bytes([0, 0, 0x27, 0x10, 0, 0, 0, 1]) if description == "PHOTO_INVALID_DIMENSIONS" else bytes(8)
        return b"\x89PNG\r\n\x1a\n" + bytes(8) + strip

    monkeypatch.setattr(painter, "paint", paint)
    await line.post(status())
    await deliver(courier)
    assert line.local.calls[-2].error == f"Bad Request: {description}"
    assert seen(line) == [IN_WORDS]


async def test_a_caption_that_is_refused_goes_plain_under_its_picture(line: Line, courier: Courier) -> None:
    await line.post(status(text="<b>Acme: you may ask from Tue 22 Dec"))
    await deliver(courier)
    assert seen(line) == [SHOWN]


# The painter


async def test_the_same_is_not_drawn_twice(painter: Painter, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []
    real = painter._asked

    async def ask(svg: bytes) -> bytes:
        asked.append(svg)
        return await real(svg)

    monkeypatch.setattr(painter, "_asked", ask)
    pictures = [await painter.paint(svg) for svg in (SVG, OTHER, SVG)]
    assert pictures[0] == pictures[2] == draw(SVG)
    assert len(asked) == 2


async def test_only_so_many_are_kept(painter: Painter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "MOST_KEPT", 1)
    for svg in (SVG, OTHER):
        await painter.paint(svg)
    assert len(painter._kept) == 1


async def test_who_would_wait_long_goes_without(painter: Painter, monkeypatch: pytest.MonkeyPatch) -> None:
    await painter.paint(OTHER)
    monkeypatch.setattr(painting, "PATIENCE_S", 0.0)
    with pytest.raises(NotPainted):
        await painter.paint(SVG)
    monkeypatch.undo()
    assert await painter.paint(SVG) == draw(SVG)


async def test_where_many_are_wanted_nobody_waits_behind_them(line: Line, courier: Courier, painter: Painter) -> None:
    svgs = [SVG.replace("Acme", f"Acme {n}") for n in range(6)]
    drawn_ones = await asyncio.gather(*map(painter.paint, svgs), return_exceptions=True)
    assert [isinstance(one, bytes) for one in drawn_ones] == [True, True, False, False, False, False]
    waits = asyncio.gather(*(painter.paint(SVG.replace("Acme", f"Ltd {n}")) for n in range(2)))
    await asyncio.sleep(0)
    await line.post(status())
    await deliver(courier)
    assert seen(line) == [IN_WORDS]
    await waits


async def test_where_many_calls_are_under_way_nothing_new_is_drawn(line: Line, painter: Painter) -> None:
    sending = Sending(line.store, line.telegram, painter)
    await line.post(status())
    (first,) = await line.store.run(outbox.claim, line.clock.now(), (), 4, Bulk(4, 1))
    await sending.call(first, draws=True)
    await sending.call(first, draws=False)
    await sending.call(replace(first, body=status(OTHER).body), draws=False)
    assert seen(line) == [SHOWN, SHOWN, IN_WORDS]


async def test_a_child_that_has_died_is_followed_by_another(painter: Painter) -> None:
    await painter.paint(OTHER)
    assert painter._child.process is not None
    painter._child.process.kill()
    await painter._child.process.wait()
    with pytest.raises(NotPainted):
        await painter.paint(SVG)
    assert await painter.paint(SVG) == draw(SVG)


async def test_the_child_leaves_when_nothing_is_asked(painter: Painter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "IDLE_S", 0.01)
    await painter.paint(SVG)
    await until(lambda: painter._child.process is None)


async def test_others_are_answered_while_a_picture_is_drawn(painter: Painter) -> None:
    await painter.paint(OTHER)
    worst = await stall_during(lambda: painter.paint(SVG))
    assert worst < 0.05


async def stall_during(work: Callable[[], Any]) -> float:
    """The longest time in seconds in which nobody else had the loop."""
    loop, worst = asyncio.get_running_loop(), 0.0
    task = asyncio.ensure_future(work())
    while not task.done():
        before = loop.time()
        await asyncio.sleep(0)
        worst = max(worst, loop.time() - before)
    await task
    return worst
