"""Fetching a feed: what stands there comes back, and nothing leads anywhere that is not the public internet."""

from __future__ import annotations

import asyncio
import gzip
import socket
from collections.abc import AsyncIterator

import pytest
from httpcore import AsyncConnectionPool
from httpx import AsyncHTTPTransport

from bot.calendars.feeds import fetch as fetching
from bot.calendars.feeds.fetch import Fetched, NoFeedError, Trouble, address_of, client, fetch, host_of
from bot.calendars.feeds.guard import is_public
from bot.calendars.feeds.unpack import MOST_UNPACKED
from tests.feeds.server import HOST, PUBLIC, FeedServer, feed_server

CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
FEED = f"https://{HOST}/private-7f3a/basic.ics"
PATH = "/private-7f3a/basic.ics"


@pytest.fixture
async def server() -> AsyncIterator[FeedServer]:
    async with feed_server() as running:
        yield running


async def trouble(server: FeedServer, address: str = FEED) -> Trouble:
    with pytest.raises(NoFeedError) as caught:
        await fetch(server.reader, address)
    return caught.value.trouble


async def test_what_stands_there_comes_back_with_its_marks(server: FeedServer) -> None:
    server.serve(PATH, CALENDAR, ETag='"v1"', Last_Modified="Mon, 30 Nov 2026 09:00:00 GMT")

    assert await fetch(server.reader, FEED) == Fetched(CALENDAR, '"v1"', "Mon, 30 Nov 2026 09:00:00 GMT")


async def test_the_marks_are_sent_along_and_nothing_changed_is_told(server: FeedServer) -> None:
    server.serve(PATH, status="304 Not Modified")

    assert await fetch(server.reader, FEED, etag='"v1"', modified="Mon, 30 Nov 2026 09:00:00 GMT") is None
    assert server.seen[0]["if-none-match"] == '"v1"'
    assert server.seen[0]["if-modified-since"] == "Mon, 30 Nov 2026 09:00:00 GMT"


async def test_a_packed_feed_is_unpacked(server: FeedServer) -> None:
    server.serve(PATH, gzip.compress(CALENDAR), Content_Encoding="gzip")

    fetched = await fetch(server.reader, FEED)

    assert fetched is not None
    assert fetched.body == CALENDAR


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("404 Not Found", Trouble.GONE),
        ("410 Gone", Trouble.GONE),
        ("401 Unauthorized", Trouble.FORBIDDEN),
        ("403 Forbidden", Trouble.FORBIDDEN),
        ("500 Internal Server Error", Trouble.UNREACHABLE),
        ("418 I'm a teapot", Trouble.UNREACHABLE),
    ],
)
async def test_an_answer_that_is_no_calendar_says_why(server: FeedServer, status: str, expected: Trouble) -> None:
    server.serve(PATH, b"sorry", status)

    assert await trouble(server) == expected


async def test_a_gzip_bomb_is_left_before_it_goes_off(server: FeedServer) -> None:
    server.serve(PATH, gzip.compress(bytes(40 * MOST_UNPACKED)), Content_Encoding="gzip")

    assert await trouble(server) == Trouble.TOO_LARGE


async def test_what_is_too_long_on_the_wire_is_left(server: FeedServer) -> None:
    server.serve(PATH, b"x" * 6_000_000)

    assert await trouble(server) == Trouble.TOO_LARGE


@pytest.mark.parametrize("encoding", ["br", "gzip"])
async def test_a_packing_that_cannot_be_read_is_no_calendar(server: FeedServer, encoding: str) -> None:
    server.serve(PATH, b"not packed like that", Content_Encoding=encoding)

    assert await trouble(server) == Trouble.UNREACHABLE


async def test_a_feed_that_is_cut_off_is_no_calendar(server: FeedServer) -> None:
    server.serve(PATH, gzip.compress(CALENDAR)[:-9], Content_Encoding="gzip")

    assert await trouble(server) == Trouble.UNREACHABLE


async def test_a_slow_drip_ends_when_its_time_is_up(server: FeedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    async def drip(_asked: dict[str, str], writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"B")
            await writer.drain()
            await asyncio.sleep(0.01)

    server.answers[PATH] = drip
    monkeypatch.setattr(fetching, "SECONDS_IN_ALL", 0.3)

    assert await trouble(server) == Trouble.TOO_SLOW


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="alternate" type="text/calendar" href="basic.ics">',
        "<a href='/private-7f3a/basic.ics'>subscribe</a>",
        f'<a href="webcal://{HOST}{PATH}">subscribe</a>',
        f'<a href="http://{HOST}{PATH}">subscribe</a>',
    ],
)
async def test_the_calendar_of_a_page_is_found_beside_it(server: FeedServer, link: str) -> None:
    server.serve("/private-7f3a/", f"<!doctype html><html>{link}</html>".encode())
    server.serve(PATH, CALENDAR, ETag='"v1"')

    assert await fetch(server.reader, f"https://{HOST}/private-7f3a/") == Fetched(CALENDAR)


@pytest.mark.parametrize(
    "page", ["<html><a href='/a.ics'>a</a><a href='/b.ics'>b</a></html>", "<html>Sign in</html>", "<html><a href='/x'>"]
)
async def test_a_page_that_names_no_calendar_is_what_stands_there(server: FeedServer, page: str) -> None:
    server.serve("/page", page.encode())

    assert await fetch(server.reader, f"https://{HOST}/page") == Fetched(page.encode())


async def test_pages_that_lead_to_one_another_are_left(server: FeedServer) -> None:
    page = '<html><link type="text/calendar" href="/page"></html>'
    server.serve("/page", page.encode())

    assert await trouble(server, f"https://{HOST}/page") is Trouble.UNREACHABLE
    assert len(server.seen) == 4


async def test_a_page_leads_to_no_place_that_is_not_public(server: FeedServer) -> None:
    server.serve("/page", b'<html><link type="text/calendar" href="https://10.0.0.1/a.ics"></html>')

    assert await trouble(server, f"https://{HOST}/page") is Trouble.NOT_PUBLIC


async def test_a_redirect_to_another_public_place_is_followed(server: FeedServer) -> None:
    server.names["other.example"] = ["1.1.1.1"]
    server.serve(PATH, status="302 Found", Location="/moved.ics")
    server.serve("/moved.ics", CALENDAR)

    fetched = await fetch(server.reader, FEED)

    assert fetched is not None
    assert fetched.body == CALENDAR


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("https://127.0.0.1/", Trouble.NOT_PUBLIC),
        ("https://inside.example/", Trouble.NOT_PUBLIC),
        ("http://feed.example/", Trouble.NOT_AN_ADDRESS),
        ("file:///etc/passwd", Trouble.NOT_AN_ADDRESS),
        ("https://feed.example:8443/", Trouble.NOT_PUBLIC),
        (FEED, Trouble.UNREACHABLE),  # round and round
    ],
)
async def test_a_redirect_leads_to_no_other_place(server: FeedServer, location: str, expected: Trouble) -> None:
    server.names["inside.example"] = ["10.0.0.7"]
    server.serve(PATH, status="302 Found", Location=location)

    assert await trouble(server) == expected
    assert set(server.connected) == {PUBLIC}


async def test_a_name_with_one_private_address_among_several_is_not_reached(server: FeedServer) -> None:
    server.names[HOST] = [PUBLIC, "192.168.1.1"]

    assert await trouble(server) == Trouble.NOT_PUBLIC
    assert server.connected == []


async def test_the_checked_address_is_the_one_that_is_connected_to(server: FeedServer) -> None:
    """A second look-up, which could answer otherwise, never happens."""
    server.serve(PATH, CALENDAR)

    await fetch(server.reader, FEED)

    assert server.connected == [PUBLIC]


async def test_a_server_with_another_names_certificate_is_not_believed(server: FeedServer) -> None:
    server.names["other.example"] = [PUBLIC]

    assert await trouble(server, "https://other.example/") == Trouble.UNREACHABLE


PRIVATE = [
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0", "localhost", "[::1]", "[::]",
    "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::1]", "169.254.169.254", "100.64.0.1",
    "[fe80::1]", "[fc00::1]", "10.1.2.3", "192.168.0.1", "172.16.0.1", "224.0.0.1", "[ff02::1]", "255.255.255.255",
]  # fmt: skip


@pytest.mark.parametrize("host", PRIVATE)
async def test_no_spelling_of_a_private_address_is_connected_to(host: str) -> None:
    reached = asyncio.Event()
    listening = await asyncio.start_server(lambda *_: reached.set(), "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    async with listening, client() as reader:
        for address in (f"https://{host}/", f"webcal://{host}/", f"https://{host}:{port}/"):
            with pytest.raises(NoFeedError):
                await fetch(reader, address)
    assert not reached.is_set()


@pytest.mark.parametrize(
    "address",
    [
        "fec0::1",
        "192.0.0.192",
        "168.63.129.16",
        "64:ff9b:1::1",
        "64:ff9b::a83f:8110",
        "::ffff:168.63.129.16",
        "240.0.0.1",
    ],
)
def test_an_address_that_only_looks_public_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["webcal://xn--/a", "https://xn--a.example/x.ics", "webcal://\u0130.\u0130/a"])
async def test_a_name_that_no_name_can_be_is_told(address: str) -> None:
    async with client() as reader:
        with pytest.raises(NoFeedError):
            await fetch(reader, address)


@pytest.mark.parametrize("address", ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "text",
    ["", "hello", "http://feed.example/a.ics", "ftp://feed.example/a.ics", "https://ana:secret@feed.example/a.ics",
     "https://", "https://[::1/a.ics", "https://feed.example:99999/", "https://feed.example/a b.ics",
     "https://" + "a" * 2500],
)  # fmt: skip
def test_what_is_no_address_of_a_feed_is_refused(text: str) -> None:
    with pytest.raises(NoFeedError):
        address_of(text)


def test_webcal_is_https() -> None:
    assert address_of(" webcal://feed.example/a.ics#top ") == "https://feed.example/a.ics"


async def test_no_error_tells_the_secret_address(server: FeedServer) -> None:
    server.serve(PATH, status="404 Not Found")

    with pytest.raises(NoFeedError) as caught:
        await fetch(server.reader, FEED)

    assert "private-7f3a" not in repr(caught.value)
    assert host_of(FEED) == HOST


async def test_a_name_that_does_not_exist_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_args: object, **_more: object) -> None:
        raise socket.gaierror(-2, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    async with client() as reader:
        with pytest.raises(NoFeedError) as caught:
            await fetch(reader, "https://nowhere.example/")
    assert caught.value.trouble == Trouble.UNREACHABLE


async def test_an_answer_to_a_request_is_whole(server: FeedServer) -> None:
    async def cut(_asked: dict[str, str], writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nBEGIN:VCAL")
        await writer.drain()

    server.answers[PATH] = cut

    assert await trouble(server) == Trouble.UNREACHABLE


def test_the_library_still_connects_through_the_pool_that_is_replaced() -> None:
    """`transport` sets an attribute that is not public: where it goes, the guard would be passed by."""
    assert type(AsyncHTTPTransport()._pool) is AsyncConnectionPool
