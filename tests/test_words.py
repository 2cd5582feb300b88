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
from bot.decide.commands import MENU
from bot.decide.questions import QUESTIONS
from bot.rehearsal.entities import parse_html
from bot.say.unasked import WORDS
from scheduler import nudges, policy
from storage.facts import Channel, ContactKind

ROOT = Path(words.__file__).parent
KEY = re.compile(r"[a-z_]+(\.[a-zA-Z0-9_]+)*")
FORMAL = re.compile(r"\b(Sie|Ihnen|Ihr\w*)\b")
NOT_OF_YOU = re.compile(r"^Sie geht mir")
"""Where "sie" is the job."""
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


SAYING = {"say": 0, "words": 0, "plain": 0, "toast": 0, "text": 0, "Text": 0, "answer": 0, "pose": 0}
"""Calls that take the name of a sentence, and where it stands among what is given to them."""
KEEPING = ("keep", "moved", "stands")
"""As methods of the ledger they take it first, as functions of `bot.learn.lines` after the ledger and the employer."""


def spoken() -> set[str]:
    """Every key that stands in the code as a whole, and that of every button without words of its own."""
    calls = [
        (node, node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""))
        for path in ROOT.parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
    ]
    keys = {key for node, called in calls if (key := _key(node, called))}
    verbs = {verb for node, called in calls if called == "Press" and (verb := _verb(node))}
    return keys | {f"button.{verb}" for verb in verbs - {"sealed"}}


def _key(node: ast.Call, called: str) -> str | None:
    place = SAYING.get(called, 0 if isinstance(node.func, ast.Attribute) else 2)
    if (called not in SAYING and called not in KEEPING) or len(node.args) <= place:
        return None
    value = _constant(node.args[place])
    return value if value and KEY.fullmatch(value) else None


def _verb(node: ast.Call) -> str | None:
    labelled = len(node.args) > 3 or any(keyword.arg == "label" for keyword in node.keywords)
    return None if labelled else (_constant(node.args[0]) or "").partition("=")[0]


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def test_every_key_in_the_code_has_words() -> None:
    assert spoken() - catalogue("en").keys() == set()


def test_every_row_of_every_table_has_words() -> None:
    needed = {f"command.{name}" for name in MENU}
    needed |= {f"ask.{question.name}" for question in QUESTIONS if question.say is None}
    needed |= {f"button.{verb}" for question in QUESTIONS for line in question.presses for verb in line}
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
    assert {_line(key) for key in english} == {_line(key) for key in other}
    places: dict[str, list[set[str]]] = {}
    for key, message in english.items():
        places.setdefault(_line(key), []).append(_places(message))
    assert [key for key, message in other.items() if _places(message) not in places[_line(key)]] == []


VOICES = frozenset(
    {
        "du",
        "us",
        "agency",
        "she",
        "he",
        "one",
        "thing",
        "clause",
        "quote",
        "change",
        "habit",
        "how",
        "work",
        "fact",
        "done",
        "to",
        "on",
        "too",
    }
    | {*"123456789"}
)
"""How a line of a draft may end: which of these a language needs is a matter of its grammar."""
OF_A_DETAIL = frozenset({"begun", "closed", "opened"})
"""The same place, as a sentence needs it."""


def _line(key: str) -> str:
    """A line without its voices."""
    parts = key.split(".")
    return ".".join(part for part in parts if part not in VOICES) if parts[0] == "draft" else key


def test_whoever_is_among_friends_reads_no_formal_line() -> None:
    """Every line that says Sie has one that says du; what goes to an agency stays formal."""
    lines = {key: str(one.string) for key, one in catalogue("de").items() if key.startswith("draft.")}
    formal = {key for key, line in lines.items() if FORMAL.search(line.replace(": Sie geht", "")) and ".du" not in key}
    theirs = {key for key in formal if ".agency" in key or "pass_on" in key or NOT_OF_YOU.search(lines[key])}
    assert {key for key in formal - theirs if not _among_friends(key) & lines.keys()} == set()


def _among_friends(key: str) -> set[str]:
    """The names under which a line may stand for friends."""
    stem, _, way = key.rpartition(".")
    return {f"{key}.du", f"{stem}.du.{way}"}


def _places(message: Message) -> set[str]:
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    names = {name for form in forms for _, name, _, _ in string.Formatter().parse(str(form)) if name}
    return {"detail" if name in OF_A_DETAIL else name for name in names}


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
