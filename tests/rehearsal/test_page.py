"""The page over HTTP: who is let in, what it is told, what it may do."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from bot.rehearsal.page import combined_app
from bot.rehearsal.serving import Serving, serve
from bot.rehearsal.telegram import LocalTelegram
from tests.rehearsal.conftest import TOKEN, Clock, FakeStage, png

OWN = {"x-rehearsal": "1"}


@pytest.fixture
def tg(clock: Clock) -> LocalTelegram:
    return LocalTelegram(clock)


@pytest.fixture
def stage(tg: LocalTelegram, clock: Clock) -> FakeStage:
    return FakeStage(tg, clock)


@pytest.fixture
async def page(tg: LocalTelegram, stage: FakeStage) -> AsyncIterator[Serving]:
    serving, _ = await serve(combined_app(tg, stage))
    yield serving
    await serving.stop()


@pytest.fixture
async def http(page: Serving) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=page.url, timeout=5) as client:
        yield client


async def events(http: httpx.AsyncClient) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    async with http.stream("GET", "/events") as stream:
        name = ""
        async for line in stream.aiter_lines():
            kind, _, value = line.partition(": ")
            if kind == "event":
                name = value
            elif kind == "data":
                yield name, json.loads(value)


async def newest_of(heard: AsyncIterator[tuple[str, dict[str, Any]]], kind: str) -> dict[str, Any]:
    """The next event of this kind."""
    return await anext(data async for name, data in heard if name == kind)


@pytest.mark.parametrize("path", ["/", "/events", "/static/page.js", f"/bot{TOKEN}/getMe"])
@pytest.mark.parametrize(
    "headers",
    [
        {"host": "rehearsal.example.org"},
        {"host": "127.0.0.1.example.org"},
        {"host": "localhost:1:2"},
        {"origin": "https://example.org"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
    ],
    ids=str,
)
async def test_strangers_are_not_let_in(http: httpx.AsyncClient, path: str, headers: dict[str, str]) -> None:
    assert (await http.get(path, headers=headers)).status_code == 403
    assert (await http.post(path, headers=headers)).status_code == 403


@pytest.mark.parametrize("host", ["localhost:9000", "127.0.0.1:80", "localhost", "[::1]:9000"])
async def test_over_another_port_of_this_machine_the_page_works(http: httpx.AsyncClient, host: str) -> None:
    headers = {"host": host, "origin": f"http://{host}", "sec-fetch-site": "same-origin"}
    assert (await http.get("/", headers=headers)).status_code == 200
    assert (await http.post("/do/say", json={"text": "hi"}, headers={**OWN, **headers})).status_code == 200
    other = {**OWN, **headers, "origin": "http://localhost:3000", "sec-fetch-site": "same-site"}
    assert (await http.post("/do/say", json={"text": "hi"}, headers=other)).status_code == 403


async def test_who_is_not_let_in_is_told_how(http: httpx.AsyncClient, page: Serving) -> None:
    refused = await http.get("/", headers={"host": "rehearsal.example.org"})
    assert f"ssh -L {page.port}:localhost:{page.port} " in refused.text


async def test_what_changes_something_needs_the_pages_own_header(http: httpx.AsyncClient, tg: LocalTelegram) -> None:
    assert (await http.post("/do/say", json={"text": "hi"})).status_code == 403
    assert (await http.post("/do/say", json={"text": "hi"}, headers=OWN)).status_code == 200
    assert [entry.text for entry in tg.transcript] == ["hi"]


async def test_the_page_brings_everything_with_it(http: httpx.AsyncClient) -> None:
    answer = await http.get("/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    for name in ("page.js", "chat.js", "style.css", "icon.svg"):
        found = await http.get(f"/static/{name}")
        assert found.status_code == 200
        assert "://" not in found.text.replace("http://www.w3.org/2000/svg", "")
    assert (await http.get("/static/..%2fpage.py")).status_code == 404
    assert (await http.get("/static/other.js")).status_code == 404


async def test_the_state_comes_first_and_then_each_change(
    http: httpx.AsyncClient, tg: LocalTelegram, stage: FakeStage
) -> None:
    tg.say("you", "/start")
    heard = events(http)
    name, state = await anext(heard)
    assert (name, state["entries"][0]["text"], state["status"]["ready"]) == ("state", "/start", True)
    tg.say("somebody else", "hello")
    tg.call(TOKEN, "sendMessage", {"chat_id": 1001, "text": "<b>Hi</b>", "parse_mode": "HTML"})
    entry = await newest_of(heard, "entry")
    assert (entry["text"], entry["entities"][0]["type"]) == ("Hi", "bold")
    await heard.aclose()


async def test_the_clock_moves_on_request(http: httpx.AsyncClient, stage: FakeStage) -> None:
    assert (await http.post("/do/advance", json={"seconds": 3600}, headers=OWN)).status_code == 200
    assert stage.asked == [timedelta(hours=1)]
    for seconds in (-5, 0, 10**9, "soon"):
        assert (await http.post("/do/advance", json={"seconds": seconds}, headers=OWN)).status_code == 400


async def test_the_clock_is_set_in_the_zone_of_the_person(http: httpx.AsyncClient, stage: FakeStage) -> None:
    await http.post("/do/hello", json={"zone": "America/New_York", "language": "en"}, headers=OWN)
    assert (await http.post("/do/set_clock", json={"at": "2026-12-24T09:00"}, headers=OWN)).status_code == 200
    assert stage.now() == datetime(2026, 12, 24, 14, tzinfo=UTC)


async def test_the_clock_is_set_back_only_with_a_new_chat(
    http: httpx.AsyncClient, tg: LocalTelegram, stage: FakeStage
) -> None:
    before = stage.now()
    tg.say("you", "/start")
    refused = await http.post("/do/set_clock", json={"at": "2026-11-02T09:00"}, headers=OWN)
    assert (refused.status_code, refused.json()["error"]) == (400, "The clock moves forward, a year at most.")
    assert (stage.now(), len(tg.transcript)) == (before, 1)
    anew = {"at": "2026-11-02T09:00", "anew": True}
    assert (await http.post("/do/set_clock", json=anew, headers=OWN)).status_code == 200
    assert (stage.now(), list(tg.transcript)) == (datetime(2026, 11, 2, 9, tzinfo=UTC), [])


async def test_what_was_done_to_the_bot_stands_in_the_chat(http: httpx.AsyncClient, tg: LocalTelegram) -> None:
    await http.post("/do/restart", json={}, headers=OWN)
    await http.post("/do/outage", json={"down": True}, headers=OWN)
    await http.post("/do/outage", json={"down": False}, headers=OWN)
    _, state = await anext(events(http))
    assert [entry["kind"] for entry in state["entries"]] == ["killed", "back", "down", "up"]
    assert float(state["entries"][1]["text"]) >= 0


@pytest.mark.parametrize(
    ("browser", "spoken", "shown"),
    [("de-AT", None, "de"), ("fr", None, "en"), ("fr", "de", "de"), ("de", "en", "en")],
)
async def test_the_page_speaks_the_language_of_the_bot_and_before_that_of_the_browser(
    http: httpx.AsyncClient, stage: FakeStage, browser: str, spoken: str | None, shown: str
) -> None:
    stage.language = spoken
    await http.post("/do/hello", json={"zone": "UTC", "language": browser}, headers=OWN)
    _, state = await anext(events(http))
    assert state["status"]["language"] == shown
    assert state["words"][shown]["start"] == {"de": "Starten", "en": "Start"}[shown]


@pytest.mark.parametrize(
    ("path", "content", "kind"),
    [
        ("advance", b'{"seconds": 1e400}', "application/json"),
        ("advance", b'{"seconds": 1%s}' % (b"0" * 400), "application/json"),
        ("set_clock", b'{"at": "tomorrow"}', "application/json"),
        ("set_clock", b'{"at": "9999-12-31T23:59"}', "application/json"),
        ("hello", b'{"zone": "Mars/Olympus", "language": "en"}', "application/json"),
        ("hello", b'{"zone": "../etc/passwd", "language": "en"}', "application/json"),
        ("hello", b'{"zone": "%s", "language": "en"}' % (b"x" * 400), "application/json"),
        ("say", b"[" * 9999, "application/json"),
        ("say", b'["text"]', ""),
        ("press", b'{"id": null, "data": {}}', ""),
        ("upload", b"", ""),
        ("upload", b"--b--", "multipart/form-data"),
        ("upload", b"--b--\r\n", "multipart/form-data; boundary=b"),
    ],
)
async def test_what_cannot_be_meant_is_refused(http: httpx.AsyncClient, path: str, content: bytes, kind: str) -> None:
    headers = {**OWN, "content-type": kind} if kind else OWN
    answer = await http.post(f"/do/{path}", content=content, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["error"]


async def test_there_is_no_way_to_a_nudge_that_is_not_planned(
    http: httpx.AsyncClient, tg: LocalTelegram, stage: FakeStage
) -> None:
    answer = await http.post("/do/next_nudge", json={}, headers=OWN)
    assert (answer.status_code, answer.json()["error"]) == (400, "no nudge is planned")
    tg.say("you", "/start")
    stage.nudge = stage.now() + timedelta(days=2)
    assert (await http.post("/do/next_nudge", json={}, headers=OWN)).status_code == 200
    assert tg.transcript[-1].text == "Time to write to them."


async def test_the_stage_is_asked_for_what_may_go_wrong(
    http: httpx.AsyncClient, tg: LocalTelegram, stage: FakeStage
) -> None:
    await http.post("/do/restart", json={}, headers=OWN)
    assert stage.asked == ["restart"]
    await http.post("/do/outage", json={"down": True}, headers=OWN)
    assert tg.faults.down
    await http.post("/do/outage", json={"down": False}, headers=OWN)
    await http.post("/do/block", json={"blocked": True}, headers=OWN)
    assert tg.person("you").blocked
    await http.post("/do/hello", json={"zone": "Europe/Kyiv", "language": "uk-UA"}, headers=OWN)
    assert (stage.zone, tg.person("you").language_code) == ("Europe/Kyiv", "uk")


async def test_a_press_on_a_button_that_is_gone_is_told(http: httpx.AsyncClient) -> None:
    answer = await http.post("/do/press", json={"id": 5, "data": "x"}, headers=OWN)
    assert (answer.status_code, answer.json()["error"]) == (400, "message 5 has no button 'x'")


async def test_ten_megabytes_can_be_sent_and_saved_but_not_21(http: httpx.AsyncClient, tg: LocalTelegram) -> None:
    content = bytes(10 * 2**20)
    assert (await http.post("/do/upload", files={"file": ("cv.pdf", content)}, headers=OWN)).status_code == 200
    entry = tg.transcript[-1]
    assert entry.file_name == "cv.pdf"
    saved = await http.get(f"/files/{entry.file}")
    assert saved.content == content
    assert saved.headers["content-disposition"].startswith("attachment")
    too_large = await http.post("/do/upload", files={"file": ("cv.pdf", bytes(21 * 2**20))}, headers=OWN)
    assert too_large.status_code == 413


async def test_a_picture_is_shown_and_a_page_in_its_place_is_only_saved(
    http: httpx.AsyncClient, tg: LocalTelegram
) -> None:
    tg.send_photo("you", png())
    tg.send_file("you", b"<script>", "x.html", "text/html")
    picture, file = (entry.picture or entry.file for entry in tg.transcript)
    assert (await http.get(f"/files/{picture}")).headers["content-type"] == "image/jpeg"
    assert (await http.get(f"/files/{file}")).headers["content-type"] == "application/octet-stream"
