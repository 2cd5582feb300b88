"""The text pass: bytes to unfolded text, components cut out of it, content lines taken apart. RFC 5545 section 3.1.

Quiet, linear in the size of the file, and free of libraries: this is what every stranger's byte meets first.
"""

from __future__ import annotations

import html
import quopri
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

DEEPEST = 20
"""Components inside one another; the edges of what lies deeper are passed over."""
MOST_EDGES = 150_000
TOP_LEVEL = {"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"}
_EDGE = re.compile(r"\n[ \t]*([Bb][Ee][Gg][Ii][Nn]|[Ee][Nn][Dd])[ \t]*:[ \t]*([A-Za-z0-9-]+)[ \t]*(?=\n)")
_NAME = re.compile(r"\A[ \t]*([\w.-]+)", re.ASCII)
_HEAD = re.compile(r'\A((?:[^":]++|"[^"]*+")*+):')
_HEAD_PART = re.compile(r'(?:[^;"]++|"[^"]*+"?)++')
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What no store can hold: NUL, and halves of what UTF-16 writes in two."""
_NO_LETTER = "\N{REPLACEMENT CHARACTER}"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_OVER_ESCAPED = re.compile(r"\\([:\"'])")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+);")
_ESCAPED = re.compile(r"\\([\\,;nN])")


@dataclass(frozen=True, slots=True)
class Line:
    """A content line: name in upper case, parameters, and the value as written."""

    name: str
    params: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value with its escapes undone."""
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)


def plainly_written(text: str) -> str:
    """A title without the escapes of programs that escape too much: `\\:`, `\\"`, `&amp;`."""
    return _OVER_ESCAPED.sub(r"\1", html.unescape(text) if _ENTITY.search(text) else text)


class _Everything:
    def __contains__(self, name: object) -> bool:
        return True


_EVERY = _Everything()


class TooMuch(ValueError):  # noqa: N818  reads as what it says
    """More components than any calendar that fits in a file has."""


@dataclass(slots=True)
class Component:
    """A component: its own text, in pieces around its children, and whether its END was met."""

    name: str
    pieces: list[str] = field(default_factory=list)
    children: list[Component] = field(default_factory=list)
    closed: bool = False

    @property
    def text(self) -> str:
        """Its own lines, without those of its children."""
        return "\n".join(self.pieces)

    def named(self, name: str) -> list[Component]:
        """Its children of that name."""
        return [child for child in self.children if child.name == name]


def decode(data: bytes) -> str:
    """Unfolded text with plain line ends. UTF-8 (or UTF-16 with its mark) first, else Windows-1252 line by line.

    Lines are joined as bytes, because a fold may fall inside a letter.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = _dedented(data).replace(b"\n ", b"").replace(b"\n\t", b"")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return "\n".join(map(_decode_line, data.split(b"\n")))


def _dedented(data: bytes) -> bytes:
    """Without the blanks that stand before every line when a program's template was indented."""
    indent = re.match(rb"\A\n*([ \t]+)BEGIN:", data, re.IGNORECASE)
    return b"\n" + data.replace(b"\n" + indent[1], b"\n").lstrip() if indent else data


def _decode_line(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def components(text: str) -> Component:
    """A root that holds the calendars of a text, and the components that stand outside any.

    An END that was forgotten is taken as read where the next component of the same rank begins. Raises TooMuch.
    """
    root = Component("", closed=True)
    stack = [root]
    position, text = 0, f"\n{text}\n"
    for number, edge in enumerate(_EDGE.finditer(text)):
        if number == MOST_EDGES:
            raise TooMuch
        stack[-1].pieces.append(text[position : edge.start()].strip("\n"))
        position = edge.end()
        name = edge[2].upper()
        if edge[1].upper() == "BEGIN":
            _open(stack, name)
        else:
            _close(stack, name)
    stack[-1].pieces.append(text[position:].strip("\n"))
    return root


def _open(stack: list[Component], name: str) -> None:
    if name == "VCALENDAR" or name in TOP_LEVEL:
        while len(stack) > 1 and not (stack[-1].name == "VCALENDAR" and name != "VCALENDAR"):
            _end(stack)
    if len(stack) < DEEPEST:
        component = Component(name)
        stack[-1].children.append(component)
        stack.append(component)


def _close(stack: list[Component], name: str) -> None:
    if name in [component.name for component in stack[1:]]:
        while stack[-1].name != name:
            _end(stack)
        _end(stack)


def _end(stack: list[Component]) -> None:
    stack.pop().closed = True


def lines(text: str, names: Container[str] = _EVERY) -> Iterator[Line]:
    """The content lines with those names; what is none is passed over. Quoted-printable is decoded (vCalendar 1.0)."""
    rest = iter(text.split("\n"))
    for raw in rest:
        begin = _NAME.match(raw)
        line = parse(raw) if begin and begin[1].upper() in names else None
        if line is None:
            continue
        if line.params.get("ENCODING") == "QUOTED-PRINTABLE":
            values = [line.value]
            while values[-1].endswith("=") and (following := next(rest, None)) is not None:
                values[-1:] = [values[-1][:-1], following]
            charset = line.params.get("CHARSET", "utf-8")
            line = Line(line.name, line.params, _from_quoted_printable("".join(values), charset))
        yield line


def parse(raw: str) -> Line | None:
    """One content line; None when it is none: no colon, or letters of control in front of it."""
    head, colon, value = _split(raw)
    if not colon or _CONTROL.search(head):
        return None
    name, *parts = _HEAD_PART.findall(head)[:100] or [""]
    params = dict(map(_param, reversed(parts)))
    return Line(name.strip().upper(), params, _UNSTORABLE.sub(_NO_LETTER, value))


def _split(raw: str) -> tuple[str, str, str]:
    """At the first colon outside quotation marks; at the very first one when the marks do not match up."""
    head = _HEAD.match(raw)
    return (head[1], ":", raw[head.end() :]) if head else raw.partition(":")


def _param(part: str) -> tuple[str, str]:
    name, equals, value = part.partition("=")
    name, value = name.strip().upper(), value.strip().strip('"').strip()
    if not equals and name in ("QUOTED-PRINTABLE", "BASE64"):  # vCalendar 1.0 leaves out the name
        return "ENCODING", name
    return name, value.upper() if name in ("ENCODING", "VALUE") else value


def _from_quoted_printable(value: str, charset: str) -> str:
    data = quopri.decodestring(value.encode("utf-8", "surrogateescape"))
    try:
        text = data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        text = _decode_line(data)
    return _UNSTORABLE.sub(_NO_LETTER, text)
