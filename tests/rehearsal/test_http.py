"""The Bot API over HTTP: every way to send parameters, polls that end with their client, and faults."""

import asyncio
import json

import httpx
import pytest

from bot.rehearsal.serving import Serving, serve
from bot.rehearsal.telegram import LocalTelegram
from tests.rehearsal.conftest import TOKEN, Ask, Clock, until


@pytest.fixture
async def http(served: Serving):
    async with httpx.AsyncClient(base_url=f"{served.url}/bot{TOKEN}/", timeout=5) as client:
        yield client


@pytest.mark.parametrize(
    "request_of",
    [
        lambda chat: {"method": "GET", "params": {"chat_id": chat, "text": "a & b"}},
        lambda chat: {"method": "POST", "params": {"chat_id": chat, "text": "a & b"}},
        lambda chat: {"method": "POST", "data": {"chat_id": chat, "text": "a & b"}},
        lambda chat: {"method": "POST", "json": {"chat_id": chat, "text": "a & b"}},
        lambda chat: {"method": "POST", "files": {"chat_id": (None, str(chat)), "text": (None, "a & b")}},
    ],
    ids=["query", "post query", "form", "json", "multipart"],
)
async def test_parameters_come_in_every_way(http: httpx.AsyncClient, tg: LocalTelegram, ana: int, request_of) -> None:
    answer = await http.request(url="sendmessage", **request_of(ana))
    assert answer.json()["result"]["text"] == "a & b"
    assert tg.calls[-1].method == "sendMessage"


async def test_a_file_comes_by_name_or_attached(http: httpx.AsyncClient, ana: int) -> None:
    files = {"paper": ("talk.ics", b"BEGIN", "text/calendar")}
    answer = await http.post("sendDocument", data={"chat_id": ana, "document": "attach://paper"}, files=files)
    document = answer.json()["result"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "talk.ics",
        "text/calendar",
        5,
    )
    missing = await http.post("sendDocument", data={"chat_id": ana, "document": "attach://paper"})
    assert missing.json()["description"] == 'Bad Request: file "paper" is not attached'


@pytest.mark.parametrize(
    ("body", "kind"), [(b"{", "application/json"), (b"[]", "application/json"), (b"x", "text/plain")]
)
async def test_a_body_nobody_can_read_is_refused(http: httpx.AsyncClient, body: bytes, kind: str) -> None:
    answer = await http.post("sendMessage", content=body, headers={"content-type": kind})
    assert answer.status_code == 400


async def test_a_stored_file_is_handed_out(served: Serving, http: httpx.AsyncClient, tg: LocalTelegram) -> None:
    tg.send_file("ana", b"BEGIN", "talk.ics")
    path = (await http.get("getFile", params={"file_id": "document-1"})).json()["result"]["file_path"]
    assert (await http.get(f"{served.url}/file/bot{TOKEN}/{path}")).content == b"BEGIN"
    assert (await http.get(f"{served.url}/file/bot{TOKEN}/documents/other")).status_code == 404
    assert (await http.get(f"{served.url}/elsewhere")).status_code == 404


async def test_a_second_poll_gets_the_updates_and_the_first_409(http: httpx.AsyncClient, tg: LocalTelegram) -> None:
    first = asyncio.ensure_future(http.post("getUpdates", data={"timeout": 50}))
    await until(lambda: tg.updates.polled)
    second = asyncio.ensure_future(http.post("getUpdates", data={"timeout": 50}))
    answer = (await first).json()
    assert (answer["error_code"], "terminated by other getUpdates" in answer["description"]) == (409, True)
    tg.say("ana", "hello")
    assert (await second).json()["result"][0]["message"]["text"] == "hello"


async def test_a_poll_ends_with_its_client(http: httpx.AsyncClient, tg: LocalTelegram) -> None:
    poll = asyncio.ensure_future(http.post("getUpdates", data={"timeout": 50}))
    await until(lambda: tg.updates.polled)
    poll.cancel()
    await until(lambda: not tg.updates.polled)


async def test_an_outage_refuses_connections_and_ends_polls(
    http: httpx.AsyncClient, tg: LocalTelegram, ana: int
) -> None:
    poll = asyncio.ensure_future(http.post("getUpdates", data={"timeout": 50}))
    await until(lambda: tg.updates.polled)
    tg.fault("down")
    with pytest.raises(httpx.TransportError):
        await poll
    with pytest.raises(httpx.ConnectError):
        await http.post("sendMessage", data={"chat_id": ana, "text": "a"})
    tg.fault("up")
    await asyncio.sleep(0.01)
    assert (await http.post("sendMessage", data={"chat_id": ana, "text": "a"})).json()["ok"]


async def test_flood_control_lasts_by_the_moved_clock(ask: Ask, tg: LocalTelegram, clock: Clock, ana: int) -> None:
    tg.say("ben", "/start")
    tg.fault("429", seconds=30, chat=ana)
    answer = ask("sendMessage", chat_id=str(ana), text="a")
    assert answer["error_code"] == 429
    assert answer["description"] == "Too Many Requests: retry after 30"
    assert answer["parameters"] == {"retry_after": 30}
    assert ask("sendMessage", chat_id=tg.person("ben").id, text="a")["ok"]
    clock.move(seconds=30)
    assert ask("sendMessage", chat_id=ana, text="a")["ok"]


async def test_a_line_cut_before_the_call_counts(http: httpx.AsyncClient, tg: LocalTelegram, ana: int) -> None:
    tg.fault("reset_before")
    with pytest.raises(httpx.TransportError):
        await http.post("sendMessage", data={"chat_id": ana, "text": "lost"})
    assert tg.transcript[-1].text == "/start"
    assert tg.calls[-1].error == "reset_before"


async def test_a_line_cut_after_the_call_counted(http: httpx.AsyncClient, tg: LocalTelegram, ana: int) -> None:
    tg.fault("reset_after")
    with pytest.raises(httpx.TransportError):
        await http.post("sendMessage", data={"chat_id": ana, "text": "arrived"})
    assert tg.transcript[-1].text == "arrived"


async def test_a_gateway_answers_with_html(http: httpx.AsyncClient, tg: LocalTelegram, ana: int) -> None:
    tg.fault("5xx", times=2, method="sendMessage")
    assert (await http.post("getMe")).status_code == 200
    for _ in range(2):
        answer = await http.post("sendMessage", data={"chat_id": ana, "text": "a"})
        assert (answer.status_code, answer.headers["content-type"]) == (502, "text/html")
    assert (await http.post("sendMessage", data={"chat_id": ana, "text": "a"})).status_code == 200


async def test_a_slow_answer_outlasts_the_client_but_the_message_is_there(
    http: httpx.AsyncClient, tg: LocalTelegram, ana: int
) -> None:
    tg.fault("slow", seconds=5)
    with pytest.raises(httpx.ReadTimeout):
        await http.post("sendMessage", data={"chat_id": ana, "text": "late"}, timeout=0.05)
    assert tg.transcript[-1].text == "late"


def test_an_unknown_fault_is_refused(tg: LocalTelegram) -> None:
    with pytest.raises(ValueError, match="unknown fault"):
        tg.fault("earthquake")


async def test_the_short_way_and_the_long_way_answer_alike(served: Serving, ana: int) -> None:
    """A plain call in one piece goes the short way, the same in crumbs goes through the whole HTTP parser."""
    body = b"chat_id=%d&text=hello" % ana
    head = (
        b"POST /bot%s/sendMessage HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    )
    request = head % (TOKEN.encode(), served.port) + b"Content-Length: %d\r\n\r\n" % len(body) + body

    async def answer(pieces: list[bytes]) -> tuple[bytes, dict[str, object]]:
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
        for piece in pieces:
            writer.write(piece)
            await asyncio.sleep(0.002)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r")[0])
        found = json.loads(await reader.readexactly(length))
        writer.close()
        return head.split()[1], found

    for pieces in ([request], [request[:-9], request[-9:]], [request[:60], request[60:]]):
        status, found = await answer(pieces)
        assert (status, found["result"]["text"]) == (b"200", "hello")  # type: ignore[index]


async def test_two_servers_do_not_share_a_port(served: Serving, tg: LocalTelegram) -> None:
    with pytest.raises(OSError, match="in use"):
        await serve(lambda *_: None, served.port)
