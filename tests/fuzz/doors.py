"""Whoever calls from outside: the webhook, the rehearsal's page with its Bot API, and commands that take lines."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import Any

import httpx

from bot import judge
from bot.calendars import command as calendar
from bot.hear import command as hear
from bot.hear.scenes import SCENES
from bot.hear.times import command as read
from bot.line.web import SECRET_HEADER
from tests.fuzz import files, people, texts

Json = dict[str, Any]
JUNK: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**30, 1e308, float("inf"), float("nan"), 1e-320, "", "\0", "\ud800", "²", "x" * 5000),
    *([], {}, [[]], {"id": 1}, [None] * 300, "Europe", "../..", "2026-02-30T99:99", "9999-12-31T23:59:59+00:00", "P9W"),
)
BODIES = (b"", b"{", b"[]", b"null", b"\xff\xfe{", b"1e400", b"[" * 9999, b'{"a":' * 9999, b'{"update_id":1e400}')
KINDS = ("application/json", "text/plain", "", "multipart/form-data", "multipart/form-data; boundary=b", "a/b")


def spoilt(whole: Any, chance: Random) -> Any:
    """JSON of which some fields, anywhere, are missing or something else."""
    made = json.loads(json.dumps(whole))
    for _ in range(chance.choice((0, 1, 1, 2, 5))):
        places = list(_places(made))
        if not places:
            return copy.deepcopy(chance.choice(JUNK))
        node, key = chance.choice(places)
        if chance.random() < 0.25:
            del node[key]
        else:
            node[key] = copy.deepcopy(chance.choice((*JUNK, texts.text(chance))))
    return made


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, below in list(items):
        yield node, key
        yield from _places(below)


def body(whole: Any, chance: Random) -> bytes:
    """What is sent as JSON, and sometimes is none."""
    if chance.random() < 0.1:
        return chance.choice(BODIES)
    made = json.dumps(spoilt(whole, chance), ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    return made[: chance.randrange(len(made) + 1)] if chance.random() < 0.05 else made


# Telegram's updates


def update(chance: Random) -> Json:
    """An update as Telegram would bring it."""
    sender: Json = {"id": people.ANA, "is_bot": False, "first_name": "Ana", "language_code": "en"}
    message: Json = {"message_id": 7, "date": 1, "chat": {"id": people.ANA, "type": "private"}, "from": sender}
    content: Json = chance.choice(
        (
            {"text": texts.text(chance), "entities": [{"type": "url", "offset": 0, "length": 3}]},
            {"document": {"file_id": "f", "file_name": "a.ics", "mime_type": "text/calendar", "file_size": 9}},
            {"voice": {"file_id": "f", "duration": 3, "file_size": 9}, "caption": texts.text(chance)},
            {"location": {"latitude": 51.5, "longitude": -0.1}},
            {"photo": [{"file_id": "f"}], "caption": "x", "forward_origin": {}},
            {"rich_message": {"blocks": [{"type": "paragraph", "text": ["a", {"type": "bold", "text": "b"}]}]}},
        )
    )
    data = people.press(people.Somebody(None, people.NOON), chance)
    press = {"id": "1", "from": sender, "message": message, "data": data}
    kinds: tuple[Json, ...] = (
        {"message": {**message, **content}},
        {"edited_message": {**message, **content}},
        {"callback_query": press},
        {"my_chat_member": {"chat": message["chat"], "from": sender, "new_chat_member": {"status": "kicked"}}},
    )
    return {"update_id": chance.randrange(1 << 31), **chance.choice(kinds)}


async def webhook(http: httpx.AsyncClient, secret: str, chance: Random) -> None:
    """Bring something; it is kept or refused, and nothing else."""
    headers = {SECRET_HEADER: secret if chance.random() < 0.9 else texts.damaged(secret, chance)[:50]}
    if chance.random() < 0.1:
        headers["Content-Length"] = chance.choice(("-1", "x", "²", "9" * 30, "1"))
    sent = {name: value.encode("utf-8", "replace").replace(b"\n", b"") for name, value in headers.items()}
    answer = await http.post("/hook", content=body(update(chance), chance), headers=list(sent.items()))
    assert answer.status_code in (200, 400, 403, 413), answer.status_code


# The page


ACTS: dict[str, Json] = {
    "hello": {"zone": "Europe/London", "language": "en"},
    "say": {"text": "hello"},
    "press": {"id": 1, "data": "1:undo:0:0"},
    "location": {"lat": 51.5, "lon": -0.1},
    "advance": {"seconds": 60},
    "next_nudge": {},
    "restart": {},
    "outage": {"down": False},
    "block": {"blocked": False},
    "upload": {},
}
CALLS: dict[str, Json] = {
    "sendMessage": {"chat_id": 1, "text": "a", "parse_mode": "HTML", "reply_markup": {"inline_keyboard": [[]]}},
    "editMessageText": {"chat_id": 1, "message_id": 1, "text": "<b>a"},
    "answerCallbackQuery": {"callback_query_id": "1"},
    "setMyCommands": {"commands": [{"command": "a", "description": "b"}], "language_code": "de"},
    "getFile": {"file_id": "f"},
    "setWebhook": {"url": "https://a.example"},
    "sendDocument": {"chat_id": 1, "document": "attach://a"},
    "getMe": {},
}


async def page(http: httpx.AsyncClient, token: str, chance: Random) -> None:
    """Ask for something; the page does it or says what is wrong."""
    headers = {"x-rehearsal": "1"}
    if kind := chance.choice((KINDS[0], KINDS[0], *KINDS)):
        headers["content-type"] = kind
    if chance.random() < 0.6:
        name, fields = chance.choice(list(ACTS.items()))
        path = f"/do/{name}"
        if name == "advance":
            fields = {"seconds": chance.choice((60, 1e5, 1e308, float("inf"), float("nan"), -1, 3.2e7))}
    else:
        name, fields = chance.choice(list(CALLS.items()))
        path = f"/bot{token}/{name}"
    content = _form(chance) if "multipart" in headers.get("content-type", "") else body(fields, chance)
    try:
        answer = await http.post(path, content=content, headers=headers)
    except ConnectionResetError:  # an outage: this transport has no line to cut
        assert path.startswith("/bot")
        return
    assert answer.status_code < 500 or answer.status_code == 503, (path, answer.status_code)


def _form(chance: Random) -> bytes:
    part = b'--b\r\nContent-Disposition: form-data; name="%s"; filename="a.ics"\r\n\r\n%s\r\n--b--\r\n'
    whole = part % (chance.choice((b"file", b"caption", b"\xff", b"")), files.file(chance))
    return texts.damaged(whole.decode("latin-1"), chance).encode("utf-8", "replace") if chance.random() < 0.5 else whole


# Commands that take lines


def _hear(chance: Random) -> Json:
    scene, language = chance.choice(list(SCENES)), chance.choice(("en", "de"))
    return {"id": 1, "text": texts.text(chance), "scene": scene, "lang": language}


def _read(chance: Random) -> Json:
    kind = chance.choice(("window", "time", "snooze", "place"))
    text = texts.text(chance) if chance.random() < 0.5 else " ".join(chance.choices(texts.TIMES, k=2))
    return {"kind": kind, "text": text, "now": "2026-11-30T09:00", "tz": "Europe/London", "language": "en"}


def _judge(_chance: Random) -> Json:
    contact = {"at": "2026-11-03T16:00:00+00:00", "kind": "thank_you", "direction": "out"}
    facts = {
        "interview_end": "2026-11-02T10:00:00+00:00",
        "stage": "second",
        "recruiter_zone": "Europe/London",
        "user_zone": "Europe/London",
        "holidays": ["2026-12-25"],
        "stated_window": {"earliest": None, "latest": "2026-11-13"},
        "preferred_channel": "email",
        "contacts": [contact],
        "promises": [{"what": "references", "due": "2026-11-04", "done": False}],
        "events": [{"type": "window_extended", "at": "2026-11-10T11:00:00+00:00", "latest": "2026-11-20"}],
    }
    return {"id": "a", "facts": facts, "now": "2026-11-16T10:00:00+00:00", "question": "next_nudge"}


def _title(chance: Random) -> Json:
    return {"title": texts.text(chance), "description": texts.text(chance), "organizer": "a@b.c", "location": ""}


LINES: dict[str, tuple[Callable[[Iterable[str]], Iterator[str]], Callable[[Random], Json]]] = {
    "hear": (lambda lines: hear.main(lines, why=True), _hear),
    "read": (read.main, _read),
    "judge": (judge.main, _judge),
    "calendar --titles": (calendar.titles, _title),
}


def line(name: str, chance: Random) -> str:
    """One line for a command."""
    return body(LINES[name][1](chance), chance).decode("utf-8", "surrogateescape").replace("\n", " ")


def answered(name: str, given: str) -> None:
    """Its answer: one line of JSON too."""
    for answer in LINES[name][0]([given]):
        json.loads(answer)
        assert "\n" not in answer
