"""What was sent as one and comes as several: long texts that Telegram cuts, pictures of an album."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.line import pieces
from bot.turn import Incoming, Message, Turn
from bot.words import Html
from storage import inbox
from storage.facts import Known
from tests.conftest import NOON, said, steps, transcript_of
from tests.test_turns import arrive, at_work, deciding, waiting_texts, work_off
from tests.wired import ANA, BEN, Line, open_line

LETTER = ("Dear Dana, it was good to talk about the portfolio. " * 100)[:5000]
ALBUM: dict[str, Any] = {"photo": [{"file_id": "a"}], "media_group_id": "5"}


@pytest.fixture
async def line(tmp_path: Path, store_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Line]:
    """A bot that says what it has heard, and how long it was."""

    def echo(incoming: Incoming, before: Known | None, _now: object) -> Turn:
        return Turn(known=before, say=(Message(text=Html(f"{len(incoming.text)} {incoming.text[-9:]}")),))

    deciding(monkeypatch, echo)
    async with open_line(tmp_path, store_url) as opened:
        yield opened


def sent(number: int, text: str = "", person: int = ANA, seconds: int = 0, **more: Any) -> tuple[int, dict[str, Any]]:
    """An update as the intake hands it over; so many seconds after noon."""
    date = int((NOON + timedelta(seconds=seconds)).timestamp())
    chat, sender = {"id": person, "type": "private"}, {"id": person, "is_bot": False, "first_name": "Ana"}
    words = {"text": text} if text else {}
    message = {"message_id": number, "date": date, "chat": chat, "from": sender, **words, **more}
    return person, {"update_id": number, "message": message}


async def heard(line: Line, *updates: tuple[int, dict[str, Any]]) -> list[str]:
    await arrive(line, *updates)
    await work_off(line)
    return await waiting_texts(line)


async def test_a_text_that_was_cut_is_heard_as_one(line: Line) -> None:
    assert await heard(line, sent(1, LETTER[:4096]), sent(2, LETTER[4096:])) == [f"5000 {LETTER[-9:]}"]


async def test_a_text_in_three_pieces_is_heard_as_one(line: Line) -> None:
    updates = [sent(number, "x y" * 1365 + "z", seconds=number - 1) for number in (1, 2)]
    assert await heard(line, *updates, sent(3, "The end.", seconds=2)) == ["8200 zThe end."]


async def test_what_is_cut_between_words_is_not_glued(line: Line) -> None:
    assert await heard(line, sent(1, "word " * 700 + "last"), sent(2, "next")) == ["3509 last next"]
    assert await heard(line, sent(3, "word " * 700 + "end."), sent(4, "Next")) == ["3509 end.\nNext"]


async def test_the_rest_is_waited_for(line: Line) -> None:
    async with at_work(line) as applied:
        await arrive(line, sent(1, LETTER[:4096]))
        await line.clock.pause(0.02)
        await arrive(line, sent(2, LETTER[4096:], seconds=1))
        while not applied:
            await line.clock.pause(0.01)
    await work_off(line)
    assert await waiting_texts(line) == [f"5000 {LETTER[-9:]}"]


async def test_pieces_that_were_put_together_stay_so_when_the_bot_dies(line: Line) -> None:
    await arrive(line, sent(1, LETTER[:4096]), sent(2, LETTER[4096:]), sent(3, "thanks", seconds=9))
    ((first,), _) = await line.store.run(inbox.next_updates, (), 1)
    await line.store.run(inbox.join, first, pieces.belong, pieces.joined)  # and here it dies
    await work_off(line)
    assert await waiting_texts(line) == [f"5000 {LETTER[-9:]}", "6 thanks"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (sent(1, LETTER[:4096]), sent(2, "thanks", seconds=2)),
        (sent(1, "They said by Friday"), sent(2, "thanks")),
        (sent(1, LETTER[:4096]), sent(2, "/status")),
        (sent(1, LETTER[:4096]), sent(2, "thanks", reply_to_message={"message_id": 1})),
        (sent(1, LETTER[:4096]), sent(2, "thanks", forward_origin={"type": "user", "date": 1})),
        (sent(1, LETTER[:4096]), sent(2, caption="thanks", photo=[{"file_id": "a"}])),
        (sent(1, caption="one", **ALBUM), sent(2, caption="two", **(ALBUM | {"media_group_id": "6"}))),
    ],
    ids=["later", "short", "command", "reply", "forwarded", "picture", "another album"],
)
async def test_what_does_not_belong_together_is_heard_by_itself(
    line: Line, first: tuple[int, dict[str, Any]], second: tuple[int, dict[str, Any]]
) -> None:
    assert len(await heard(line, first, second)) == 2


async def test_pieces_of_two_people_are_not_mixed(line: Line) -> None:
    await arrive(line, sent(1, LETTER[:4096]), sent(2, LETTER[:4096], BEN), sent(3, "mine"), sent(4, "yours", BEN))
    await work_off(line)
    assert (await line.counts())["ready"] == 2
    assert await waiting_texts(line) == ["4100 " + (LETTER[:4096] + "mine")[-9:]]


async def test_a_forwarded_letter_that_was_cut_is_heard_as_one(line: Line) -> None:
    origins = [{"type": "user", "date": date, "sender_user": {"id": 9}} for date in (5, 6)]
    parts = [sent(1, LETTER[:4096], forward_origin=origins[0]), sent(2, LETTER[4096:], forward_origin=origins[1])]
    assert await heard(line, *parts) == [f"5000 {LETTER[-9:]}"]


async def test_pictures_of_one_album_are_one_message(line: Line) -> None:
    """github.com/adolfousier/opencrabs/issues/950: what was sent as one is answered as one."""
    album = [sent(1, **ALBUM), sent(2, caption="They said by Friday", **ALBUM), sent(3, **ALBUM)]
    assert await heard(line, *album) == ["19 by Friday"]


async def test_an_own_letter_of_two_messages_is_kept_and_handed_back_whole() -> None:
    letter = "Dear Dana, " + "I wanted to add a word about the portfolio that we looked at. " * 75 + "That was the end."
    told = await transcript_of(
        steps(
            {"now": "2026-06-10T09:00", "tz": "Europe/London", "person": "ana", "language": "en"},
            {"say": "/start"},
            {"press": "Yes"},
            {"say": "Interview with Acme today at 9:10am for 30 minutes, designer"},
            {"until": "2026-06-10T09:50"},
            {"press": "Great"},
            {"press": "Enough for now"},
            {"say": "they said by Friday 19 June"},
            {"say": "I sent the thank-you"},
            {"say": "I want to write to them"},
            {"press": "Write it now"},
            {"say": letter},
            {"until": "2026-06-24T12:00"},
        )
    )
    handed = [text for text in said(told) if "portfolio that we looked at" in text]
    assert " ".join(" ".join(handed).split()).endswith(" ".join(letter.split())[-3000:])
