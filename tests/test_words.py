"""The catalogues: nothing that is said lacks words, and no word is lost."""

from __future__ import annotations

import ast
import re
import string
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from bot import words
from bot.coaching.unasked import WORDS
from bot.dialogue.commands import COMMANDS
from bot.dialogue.presses import VERBS
from bot.dialogue.questions import QUESTIONS
from bot.rehearsal.entities import parse_html
from scheduler import nudges, policy
from storage.facts import Channel, ContactKind

ROOT = Path(words.__file__).parent
KEY = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")
GO_KINDS = ("debrief", "offer_deadline", "offer_question", "withdraw", "logistics", "linkedin", "keep_in_touch")


def catalogue(language: str) -> dict[str, Message]:
    """Every entry of a language; a name that stands twice fails."""
    entries: dict[str, Message] = {}
    for path in sorted((ROOT / language).glob("*.po")):
        for message in read_po(BytesIO(path.read_bytes()), locale=language):
            name = message.id[0] if isinstance(message.id, tuple) else message.id
            if name:
                assert name not in entries, f"{name} stands twice"
                entries[str(name)] = message
    return entries


def spoken() -> set[str]:
    """Every key that stands in the code as a whole."""
    keys: set[str] = set()
    for path in ROOT.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                value = node.args[0].value
                if called in ("say", "words", "plain", "toast") and isinstance(value, str) and value:
                    keys.add(value)
    return keys


def test_every_key_in_the_code_has_words() -> None:
    assert spoken() - catalogue("en").keys() == set()


def test_every_row_of_every_table_has_words() -> None:
    needed = {f"command.{command.name}" for command in COMMANDS}
    needed |= {f"again.{question.name}" for question in QUESTIONS if question.name not in ("which",)}
    needed |= {f"button.{verb}" for question in QUESTIONS for line in question.buttons for verb in line}
    needed |= {f"button.{verb}" for verb in VERBS if verb not in ("sealed", "which")}
    needed |= {f"rule.R{number}" for number in range(1, 45)}
    needed |= {f"nudge_name.{name}" for name in WORDS}
    needed |= {f"event.{kind}" for kind in policy.NEEDS_ANSWER if kind != "rejected"}
    needed |= {f"state.go.{kind}" for kind in policy.Kind if kind in GO_KINDS}
    needed |= {f"contact_name.{kind}" for kind in ContactKind} | {f"channel.{channel}" for channel in Channel}
    assert needed - catalogue("en").keys() == set()


def test_every_nudge_has_its_function_and_every_function_its_nudge() -> None:
    source = "".join(path.read_text() for path in Path(nudges.__file__).parent.glob("*.py"))
    assert {row.__name__ for row in (*nudges.TABLE, *nudges.ABOUT_ALL)} <= WORDS.keys()
    assert [name for name in WORDS if f'"{name}"' not in source] == []


@pytest.mark.parametrize("language", words.languages())
def test_each_message_says_in_a_comment_when_it_is_said(language: str) -> None:
    assert [key for key, message in catalogue(language).items() if not message.auto_comments] == []


@pytest.mark.parametrize("language", words.languages())
def test_each_language_has_the_same_messages_with_the_same_places_to_fill(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)
    assert english.keys() == other.keys()
    for key, message in other.items():
        assert _places(message) == _places(english[key]), key


def _places(message: Message) -> set[str]:
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(str(form)) if name}


@pytest.mark.parametrize("language", words.languages())
def test_each_message_is_html_that_telegram_accepts(language: str) -> None:
    for message in catalogue(language).values():
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        for form in forms:
            parse_html(str(form), now=0)


def test_tone_no_shouting_and_nothing_too_long_for_its_place() -> None:
    for key, message in catalogue("en").items():
        text = str(message.string[0] if isinstance(message.string, tuple | list) else message.string)
        assert "!!" not in text, key
        assert text.strip() == text, key
        limit = {"toast": 200, "button": 40}.get(key.split(".")[0], 1500)
        assert len(text) <= limit, key
    english = catalogue("en")
    assert len(str(english["about.short"].string)) <= 120
    assert len(str(english["about.long"].string)) <= 512


def test_what_is_put_in_is_escaped_once() -> None:
    assert "&lt;b&gt;Acme&lt;/b&gt;" in words.say("title.plain", employer="<b>Acme</b>")
    assert words.say("title.plain", employer=words.Html("<i>x</i>")) == "<b><i>x</i></b>"


def test_plural_forms_are_chosen() -> None:
    assert words.say("status.more", n=1) == "and 1 more"
    with pytest.raises(words.NoWords):
        words.say("no.such.key")
