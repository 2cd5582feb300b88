"""Telegram's HTML: from marked-up text to plain text and entities, refused where Telegram or its manual does.

Offsets and lengths are in UTF-16 code units. Stricter than the real server in four things, because each hides
a mistake: unknown named entities, unknown attributes, nesting that the manual forbids, empty links.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from bot.rehearsal.errors import RefusedError, bad

Json = dict[str, Any]

TYPES: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
ATTRIBUTES: Final = {
    "a": {"href"},
    "code": {"class"},
    "span": {"class"},
    "blockquote": {"expandable"},
    "tg-emoji": {"emoji-id"},
    "tg-time": {"unix", "format"},
}
LONGEST_FUTURE_S: Final = 1098 * 86400
"""A date-time entity may lie between 1970 and this long after now."""

_TOKEN = re.compile(r"<(/?)([^\s<>/=]*)([^<>]*)(>?)|&(#?\w+);")
_ATTRIBUTE = re.compile(r"""(?<!\s)\s++([a-zA-Z-]++)(?:\s*=\s*("[^"]*"|'[^']*'|[\w.-]+))?""")
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_LINK = re.compile(r"(?:https?://[^\s/]+\.[^\s]+|https?://localhost\S*|tg://\S+)", re.IGNORECASE)


def units(text: str) -> int:
    """Length in UTF-16 code units, the way Telegram counts characters."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    tag: str
    entity: Json
    merged: bool = False


def parse_html(html: str, now: int) -> tuple[str, list[Json]]:
    """Plain text and entities of `html`; `now` is in unix seconds and bounds `<tg-time>`.

    Raises RefusedError (400) with Telegram's words where the markup is wrong.
    """
    if "<" not in html and "&" not in html:
        return html, []
    return _Parser(html, now).run()


class _Parser:
    def __init__(self, html: str, now: int) -> None:
        self.html, self.now = html, now
        self.pieces: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        position = 0
        for token in _TOKEN.finditer(self.html):
            self.add(self.html[position : token.start()])
            self.take(token)
            position = token.end()
        self.add(self.html[position:])
        if self.open:
            raise _wrong(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        found = [entity for entity in self.entities if entity["length"]]
        found.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.pieces), found

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += units(text)

    def take(self, token: re.Match[str]) -> None:
        closing, tag, rest, end, named = token.groups()
        if named is not None:
            self.add(self.character(token))
            return
        if not end:
            raise _wrong(f"Unclosed {'end' if closing else 'start'} tag at byte offset {self.at(token)}")
        if closing:
            self.end_tag(tag.lower(), self.at(token))
        else:
            self.start_tag(tag.lower(), rest, self.at(token))

    def at(self, token: re.Match[str]) -> int:
        return len(self.html[: token.start()].encode())

    def character(self, token: re.Match[str]) -> str:
        written = token.group()
        if written.startswith("&#") or written in {"&lt;", "&gt;", "&amp;", "&quot;"}:
            return unescape(written)
        raise _wrong(f'Unsupported named entity "{written}" at byte offset {self.at(token)}')

    def start_tag(self, tag: str, rest: str, at: int) -> None:
        if tag not in TYPES:
            raise _wrong(f'Unsupported start tag "{tag}" at byte offset {at}')
        attributes = _attributes(tag, rest, at)
        merged = tag == "code" and bool(self.open) and self.open[-1].tag == "pre"
        if not merged:
            self.refuse_nesting(tag, at)
        entity = {"type": TYPES[tag], "offset": self.length, **_details(tag, attributes, at, self.now)}
        self.open.append(_Open(tag, entity, merged))
        if not merged:
            self.entities.append(entity)

    def refuse_nesting(self, tag: str, at: int) -> None:
        """`pre` and `code` stand alone (in a quotation at most), quotations and links do not nest."""
        kind = TYPES[tag]
        for outer in self.open:
            around = outer.entity["type"]
            alone = around in {"pre", "code"} or (kind in {"pre", "code"} and "blockquote" not in around)
            if alone or around == kind or (kind == "blockquote" and kind in around):
                raise _wrong(f'Tag "{tag}" can\'t be nested in "{outer.tag}" at byte offset {at}')

    def end_tag(self, tag: str, at: int) -> None:
        if not self.open:
            raise _wrong(f"Unexpected end tag at byte offset {at}")
        opened = self.open.pop()
        if tag not in {opened.tag, ""}:
            told = f'expected "</{opened.tag}>", found "</{tag}>"'
            raise _wrong(f"Unmatched end tag at byte offset {at}, {told}")
        if opened.merged:
            self.open[-1].entity.update({k: v for k, v in opened.entity.items() if k == "language"})
        else:
            self.measure(opened.entity, opened.tag, at)

    def measure(self, entity: Json, tag: str, at: int) -> None:
        entity["length"] = self.length - entity["offset"]
        if not entity["length"] and tag in {"a", "tg-time", "tg-emoji"}:
            raise _wrong(f'Tag "{tag}" must have text at byte offset {at}')


def _wrong(reason: str) -> RefusedError:
    return bad(f"can't parse entities: {reason}")


def _attributes(tag: str, rest: str, at: int) -> dict[str, str]:
    """The attributes of one start tag; unknown ones are refused."""
    found: dict[str, str] = {}
    position = 0
    while match := _ATTRIBUTE.match(rest, position):
        found[match[1].lower()] = unescape((match[2] or "").strip("\"'"))
        position = match.end()
    if rest[position:].strip():
        raise _wrong(f'Unexpected text in the tag "{tag}" at byte offset {at}')
    if unknown := found.keys() - ATTRIBUTES.get(tag, set()):
        raise _wrong(f'Unsupported attribute "{min(unknown)}" in the tag "{tag}" at byte offset {at}')
    return found


def _details(tag: str, attributes: dict[str, str], at: int, now: int) -> Json:
    """What an entity carries besides its place."""
    if tag == "a":
        return {"url": _link(attributes.get("href", ""), at)}
    if tag == "tg-time":
        return _time(attributes, at, now)
    if tag == "code" and "class" in attributes:
        return {"language": attributes["class"].removeprefix("language-")}
    if tag == "blockquote" and "expandable" in attributes:
        return {"type": "expandable_blockquote"}
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    if tag == "tg-emoji":
        return _emoji(attributes, at)
    return {}


def _emoji(attributes: dict[str, str], at: int) -> Json:
    if not attributes.get("emoji-id", "").isdecimal():
        raise _wrong(f"Invalid custom emoji identifier specified at byte offset {at}")
    return {"custom_emoji_id": attributes["emoji-id"]}


def _link(url: str, at: int) -> str:
    if not _LINK.fullmatch(url):
        raise _wrong(f'Invalid link "{url}" at byte offset {at}')
    return url


def _time(attributes: dict[str, str], at: int, now: int) -> Json:
    unix, pattern = attributes.get("unix", ""), attributes.get("format", "")
    if not unix.isdecimal() or not 0 < int(unix) <= now + LONGEST_FUTURE_S:
        raise _wrong(f'Invalid date "{unix}" at byte offset {at}')
    if not _TIME_FORMAT.fullmatch(pattern):
        raise _wrong(f'Invalid date format "{pattern}" at byte offset {at}')
    return {"unix_time": int(unix)} | ({"date_time_format": pattern} if pattern else {})


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Without the white space at both ends, as Telegram stores it; entities move and shrink with it."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start == 0 and end == len(text):
        return text, entities
    kept = text[start:end]
    shift, length = units(text[:start]), units(kept)
    moved = []
    for entity in entities:
        first = max(entity["offset"] - shift, 0)
        last = min(entity["offset"] + entity["length"] - shift, length)
        if last > first:
            moved.append({**entity, "offset": first, "length": last - first})
    return kept, moved
