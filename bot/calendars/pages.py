"""The event in a page: marked up for machines (schema.org), or behind a link that adds it to somebody's calendar.

Quiet: text in, bytes out. No address in a page is fetched; of a link only what stands in it is read.
"""

from __future__ import annotations

import html
import json
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any
from urllib.parse import parse_qs, unquote, unquote_to_bytes, urlsplit

from bot.calendars.written import Told, calendar_of, stamp

LONGEST_PAGE = 1_000_000
MOST_LINKS, MOST_NODES, DEEPEST = 500, 500, 12
_TAG = re.compile(r"<[a-z]{1,10}\b[^<>]{1,9000}+>", re.IGNORECASE)
_FOR_MACHINES = re.compile(r"\A<script\b[^>]*\bld\+json\b", re.IGNORECASE)
_OVER = re.compile(r"</script", re.IGNORECASE)
_PROPERTY = re.compile(r"\bitemprop\s*=\s*[\"']?(startDate|endDate|name)\b", re.IGNORECASE)
_CONTENT = re.compile(r"\b(?:content|datetime)\s*=\s*[\"']([^\"']{1,300})", re.IGNORECASE)
_LINK = re.compile(r"\bhref\s*=\s*(?:\"([^\"]{1,8000}+)\"|'([^']{1,8000}+)')", re.IGNORECASE)
_EVENT = re.compile(r"Event$")
_DATES = re.compile(r"(\d{8}(?:T\d{6}Z?)?)/(\d{8}(?:T\d{6}Z?)?)")
_EMBEDDED = re.compile(r"data:text/(?:x-v)?calendar[^,]{0,100},", re.IGNORECASE)


def calendar_in(page: str) -> bytes | None:
    """The calendar that a page holds or links to with everything in the link, or None."""
    page = page[:LONGEST_PAGE]
    for find in (_marked_up, _by_property, _linked):
        found = find(page)
        if found is not None:
            return found
    return None


def address_in(page: str) -> str | None:
    """The address of the calendar that a page says is its own: an alternate of type text/calendar, else the only
    link to one. It may be relative to the page."""
    for tag in _TAG.finditer(page[:LONGEST_PAGE]):
        if tag[0][:5].casefold() == "<link" and "text/calendar" in tag[0] and (found := next(_links(tag[0]), None)):
            return found
    files = {link for link in _links(page) if re.search(r"^webcals?:|\.ics(?:\?|$)", link, re.IGNORECASE)}
    return files.pop() if len(files) == 1 else None


def _links(page: str) -> Iterator[str]:
    for found in islice(_LINK.finditer(page[:LONGEST_PAGE]), MOST_LINKS):
        yield html.unescape(found[1] or found[2]).strip()


def _marked_up(page: str) -> bytes | None:
    """An event told in JSON for machines, as confirmations of bookings have it."""
    for told in islice(_scripts(page), MOST_NODES):
        try:
            nodes = list(islice(_nodes(json.loads(told), DEEPEST), MOST_NODES))
        except (ValueError, RecursionError):
            continue
        for node in nodes:
            if _EVENT.search(str(node.get("@type", ""))) and (event := _of_node(node)):
                return calendar_of(event)
    return None


def _scripts(page: str) -> Iterator[str]:
    for tag in _TAG.finditer(page):
        if _FOR_MACHINES.match(tag[0]) and (end := _OVER.search(page, tag.end())):
            yield page[tag.end() : end.start()]


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth:
        for one in value[:MOST_NODES]:
            yield from _nodes(one, depth - 1)
    elif isinstance(value, dict) and depth:
        yield value
        for one in list(value.values())[:MOST_NODES]:
            yield from _nodes(one, depth - 1)


def _of_node(node: dict[str, Any]) -> Told | None:
    start, end = _iso(node.get("startDate")), _iso(node.get("endDate"))
    place = node.get("location")
    place = place.get("name") or place.get("url") if isinstance(place, dict) else place
    off = "cancel" in str(node.get("eventStatus", "")).casefold()
    title, note, uid = (node.get(name) for name in ("name", "description", "identifier"))
    told = Told(
        start=start,
        end=end,
        title=_words(title),
        note=_words(note),
        place=_words(place),
        uid=_words(uid),
        method="CANCEL" if off else "PUBLISH",
    )
    return told if start else None


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _iso(value: object) -> str:
    """A moment or day of ISO 8601 as calendars write it; empty for anything else."""
    text = value.strip() if isinstance(value, str) else ""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return ""
    if len(text) == len("2026-01-01"):
        return f"{moment:%Y%m%d}"
    return stamp(moment.astimezone(UTC) if moment.tzinfo else moment)


def _by_property(page: str) -> bytes | None:
    """An event told in attributes of the page itself."""
    if "schema.org/" not in page:
        return None
    told: dict[str, str] = {}
    for tag in _TAG.finditer(page):
        name, content = _PROPERTY.search(tag[0]), _CONTENT.search(tag[0])
        if name is not None and content is not None:
            told.setdefault(name[1].casefold(), html.unescape(content[1]))
    start = _iso(told.get("startdate"))
    end = _iso(told.get("enddate"))
    return calendar_of(Told(start=start, end=end, title=told.get("name", ""))) if start else None


def _linked(page: str) -> bytes | None:
    """An event that a link of the page would put into somebody's calendar."""
    for link in _links(page):
        embedded = _EMBEDDED.match(link)
        if embedded is not None:
            data = link[embedded.end() :]
            return _decoded(data) if ";base64" in embedded[0].casefold() else unquote_to_bytes(data)
        told = _of_link(link)
        if told is not None:
            return calendar_of(told)
    return None


def _decoded(data: str) -> bytes | None:
    try:
        return b64decode(unquote(data))
    except ValueError:
        return None


def _of_link(link: str) -> Told | None:
    try:
        parts = urlsplit(link)
        asked = {name: values[0] for name, values in parse_qs(parts.query, max_num_fields=50).items()}
    except ValueError:
        return None
    host = parts.hostname or ""
    for (end, path), read in _CALENDARS.items():
        if (host == end or host.endswith(f".{end}")) and path in parts.path:
            return read(asked)
    return None


def _google(asked: dict[str, str]) -> Told | None:
    dates = _DATES.fullmatch(asked.get("dates", "").strip())
    if dates is None:
        return None
    title, note, place = (asked.get(name, "") for name in ("text", "details", "location"))
    return Told(start=dates[1], end=dates[2], title=title, note=note, place=place, zone=asked.get("ctz", ""))


def _outlook(asked: dict[str, str]) -> Told | None:
    start, end = _iso(asked.get("startdt")), _iso(asked.get("enddt"))
    title, note, place = (asked.get(name, "") for name in ("subject", "body", "location"))
    return Told(start=start, end=end, title=title, note=note, place=place) if start else None


def _yahoo(asked: dict[str, str]) -> Told | None:
    start, end = (asked.get(name, "").strip() for name in ("st", "et"))
    if not _DATES.fullmatch(f"{start}/{end or start}"):
        return None
    return Told(start=start, end=end, title=asked.get("title", ""), place=asked.get("in_loc", ""))


_CALENDARS: dict[tuple[str, str], Callable[[dict[str, str]], Told | None]] = {
    ("calendar.google.com", "/"): _google,
    ("google.com", "/calendar"): _google,
    ("outlook.live.com", "/"): _outlook,
    ("outlook.office.com", "/"): _outlook,
    ("outlook.office365.com", "/"): _outlook,
    ("calendar.yahoo.com", "/"): _yahoo,
}
"""Hosts and paths at which a link adds an event, and how it tells it."""
