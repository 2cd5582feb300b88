"""The local Telegram as a load target: updates on request, and what became of them."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.rehearsal.load import LoadApp
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import LocalTelegram
from tests.rehearsal.conftest import TOKEN, Clock


@pytest.fixture
async def http(clock: Clock) -> AsyncIterator[httpx.AsyncClient]:
    serving, _ = await serve(LoadApp(LocalTelegram(clock, for_load=True)))
    async with httpx.AsyncClient(base_url=serving.url) as client:
        yield client
    await serving.stop()


async def test_updates_are_queued_and_answers_counted(http: httpx.AsyncClient) -> None:
    queued = (await http.post("/rehearsal/updates?n=4&chats=2")).json()
    assert queued["last"] - queued["first"] == 3
    updates = (await http.post(f"/bot{TOKEN}/getUpdates")).json()["result"]
    assert [(u["message"]["chat"]["id"], u["message"]["text"]) for u in updates] == [
        (1001, "1"),
        (1002, "2"),
        (1001, "3"),
        (1002, "4"),
    ]
    await http.post(f"/bot{TOKEN}/sendMessage", data={"chat_id": 1001, "text": "3"})
    assert (await http.get("/rehearsal/sent")).json() == [[5, 1001, "3"]]
    stats = (await http.get("/rehearsal/stats")).json()
    assert stats == {
        "calls": {"getUpdates": {"200": 1}, "sendMessage": {"200": 1}},
        "pending": 4,
        "messages": 5,
    }


async def test_faults_are_set_from_outside(http: httpx.AsyncClient) -> None:
    await http.post("/rehearsal/updates")
    await http.post("/rehearsal/fault?kind=429&seconds=9&chat=1001")
    answer = await http.post(f"/bot{TOKEN}/sendMessage", data={"chat_id": 1001, "text": "a"})
    assert answer.json()["parameters"] == {"retry_after": 9}
    assert answer.headers["retry-after"] == "9"
