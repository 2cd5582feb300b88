"""The whole bot as a script: every message once, filled in, with when it is said, to be read by anybody.

One file a language, `docs/script.<language>.txt`. When a message is changed on purpose, look at the difference and
write the script anew with `python -m tests.test_script`.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from bot import words
from bot.rehearsal.entities import parse_html

CATALOGUES = Path(words.__file__).parent
DOCS = Path(__file__).parents[1] / "docs"
EXAMPLES = {
    "agency": "Hays",
    "answer": "Friday",
    "quote": "any update",
    "right": "Acme",
    "detail": "they build every prototype twice",
    "count": 3,
    "words": 150,
    "limit": 120,
    "by": "Wed 9 Dec",
    "called": "Acme",
    "channel": "by mail",
    "closes": "Fri 18 Dec",
    "command": "/interview",
    "commands": "/interview – …",
    "day": "Tue 15 Dec",
    "deadline": "Fri 11 Dec",
    "decide": "Thu 10 Dec",
    "due": "Wed 2 Dec",
    "earliest": "Mon 7 Dec",
    "employer": "Acme",
    "employers": "Acme and Globex",
    "end": "08:00",
    "hours": "3",
    "interview": "Mon 7 Dec, 14:00",
    "last": "Mon 30 Nov",
    "latest": "Fri 18 Dec",
    "name": "Ana",
    "hello": "Hello Ana.",
    "named": "Fri 18 Dec",
    "names": "Acme, Globex",
    "opens": "Tue 22 Dec",
    "number": "116 123",
    "place": "Lisbon",
    "question": "How was it?",
    "role": "designer",
    "said": "They have until Fri 11 Dec",
    "sentence": "I'd like to do this with you.",
    "since": "Mon 30 Nov",
    "start": "14:00",
    "state": "you may ask from Tue 22 Dec",
    "subject": "Thank you",
    "time": "14:05",
    "title": "Acme, designer",
    "to": "Kim",
    "until": "Fri 4 Dec",
    "used": "2",
    "allowed": "2",
    "what": "the references",
    "when": "Tue 15 Dec, 09:00",
    "where": "findahelpline.com",
    "who": "Kim",
    "why": "They named Friday.",
}
"""What stands in a message for what a person would see there; for anything else, an ellipsis."""


def entries(language: str) -> Iterator[tuple[str, Message]]:
    """Every message of a language with its file's name, in the order in which a translator meets them."""
    for path in sorted((CATALOGUES / language).glob("*.po")):
        for message in read_po(BytesIO(path.read_bytes()), locale=language):
            if message.id:
                yield path.stem, message


def _forms(message: Message) -> list[str]:
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return [str(form) for form in forms]


def rendered(message: Message, language: str) -> Iterator[str]:
    """The message as it is shown; one with a number in it once for one and once for several."""
    key = message.id[0] if isinstance(message.id, tuple) else message.id
    places = {name for form in _forms(message) for _, name, _, _ in string.Formatter().parse(form) if name}
    for number in (1, 3) if isinstance(message.id, tuple) else (3,):
        shown = {name: EXAMPLES.get(name, "…") for name in places} | {"n": number}
        html = words.say(str(key), language, **shown)
        yield parse_html(html, now=0)[0].strip()


def script(language: str) -> str:
    """The whole bot, message by message."""
    lines: list[str] = []
    chapter = occasion = ""
    for name, message in entries(language):
        if name != chapter:
            lines += ["", f"=== {name} ==="]
            chapter, occasion = name, ""
        when = " ".join(message.auto_comments)
        if when != occasion:
            lines += ["", f"({when})"]
            occasion = when
        lines += ["    " + text.replace("\n", "\n    ") for text in rendered(message, language)]
    return "\n".join(line.rstrip() for line in lines[1:]) + "\n"


@pytest.mark.parametrize("language", words.languages())
def test_the_script_is_what_the_bot_says(language: str) -> None:
    assert script(language) == (DOCS / f"script.{language}.txt").read_text()


if __name__ == "__main__":
    for spoken in words.languages():
        (DOCS / f"script.{spoken}.txt").write_text(script(spoken))
