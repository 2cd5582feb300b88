"""From names of sentences to the words of the Person's language; from the reply of a turn to messages and keyboards."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, tzinfo

from babel.lists import format_list

from bot import words
from bot.learn.ledger import Ledger, Part
from bot.say.pictures import may_be_drawn
from bot.say.promising import asking_once, kept_promise
from bot.say.special import PRESSES, SPECIAL
from bot.say.stand_ins import set_in
from bot.turn import Button, Delete, Edit, File, Message, Rows, Saying, Seal, Toast
from bot.words import Html
from bot.words.named import Block, Lines, Listed, Moment, Press, Presses, Text, Value
from storage.facts import Known
from storage.values import dataclass

DATA_VERSION = "1"
MOST_ROWS = 10
"""Rows of buttons under one message: more would push the text out of sight."""
BETWEEN = "\n\n"
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Voice:
    """In which language, for which clock, and about whom."""

    language: str
    zone: tzinfo
    known: Known
    now: datetime


def voice_of(ledger: Ledger) -> Voice:
    """How the Person is spoken to now."""
    return Voice(ledger.person.language, ledger.zone, ledger.known, ledger.now)


def spoken(value: Value, voice: Voice) -> Html:
    """A value as HTML, escaped once."""
    match value:
        case Text():
            return _sentence(value, voice)
        case str():
            return value if isinstance(value, Html) else Html(html.escape(value, quote=False))
        case Lines(parts=parts, between=between):
            return Html(between.join(filled for part in parts if (filled := spoken(part, voice))))
        case Block(text=text, subject=subject):
            return _block(text, subject, voice)
        case _:
            return _plain_value(value, voice)


def _sentence(value: Text, voice: Voice) -> Html:
    if value.key.startswith("@"):
        return spoken(SPECIAL[value.key](voice.known, voice.now, value), voice)
    return words.say(kept_promise(value.key, voice.known.person), voice.language, **_filled(value.params, voice))


def _plain_value(value: Value, voice: Voice) -> Html:
    match value:
        case Moment(at=at, shown=shown):
            return words.moment(at, voice.zone, voice.language, shown=shown)
        case datetime():
            return words.moment(value, voice.zone, voice.language)
        case date():
            return Html(words.day(value, voice.language))
        case Listed(names=names, style=style):
            return Html(html.escape(_listed(names, style, voice.language), quote=False))
        case _:
            return Html(html.escape(str(value), quote=False))


def _listed(names: tuple[str, ...], style: str, language: str) -> str:
    return str(format_list(list(names), style=style, locale=language))  # type: ignore[arg-type]


def _filled(params: Mapping[str, Value], voice: Voice) -> dict[str, object]:
    """Numbers stay numbers: they choose the plural. A plain text is escaped where it is put in."""
    return {name: value if isinstance(value, int | str) else spoken(value, voice) for name, value in params.items()}


def _block(text: str, subject: str | None, voice: Voice) -> Html:
    block = Html(f"<pre>{html.escape(text, quote=False)}</pre>")
    if subject is None:
        return block
    return Html(f"{words.say('draft.subject_line', voice.language, subject=subject)}\n{block}")


def plainly(value: Value, voice: Voice) -> str:
    """A value as plain text, for places that read no HTML: labels, toasts, the line under a file."""
    match value:
        case Text(key=key, params=params):
            filled = {name: one if isinstance(one, int) else plainly(one, voice) for name, one in params.items()}
            return words.plain(key, voice.language, **filled)
        case str() if not isinstance(value, Html):
            return value
        case _:
            return in_words(value, voice)


def in_words(value: Value, voice: Voice) -> str:
    """A value without any mark-up."""
    return html.unescape(_TAG.sub("", spoken(value, voice)))


# Buttons


def data_of(press: Press) -> str:
    """What a button carries: the version of this format, a verb, a row of the Person's, and the row's version."""
    return f"{DATA_VERSION}:{press.verb}:{press.row}:{press.version}"


def button(press: Press, voice: Voice) -> Button:
    """A button; its words are `button.<verb>` unless it has a label."""
    label = press.label if press.label is not None else Text(f"button.{press.verb.partition('=')[0]}")
    return Button(set_in(plainly(label, voice), voice.known), data_of(press))


def rows(presses: Presses, voice: Voice) -> Rows:
    """The keyboard under a message."""
    return tuple(tuple(button(press, voice) for press in line) for line in presses if line)


# The reply of a turn


def messages(ledger: Ledger, more: Presses = ()) -> tuple[Saying, ...]:
    """All that is said in one turn; `more` stands last under what was kept. Every press is answered, first of all."""
    voice = voice_of(ledger)
    said = [*_pressed(ledger, voice), *_new(ledger, voice, more), *_files(ledger, voice)]
    return tuple(said)


def _pressed(ledger: Ledger, voice: Voice) -> Iterator[Saying]:
    incoming, reply = ledger.incoming, ledger.reply
    if reply.secret and incoming.message_id is not None:
        yield Delete(message_id=incoming.message_id)
    if incoming.press_id is None:
        return
    yield Toast(press_id=incoming.press_id, text=plainly(reply.toast, voice) if reply.toast else "")
    if incoming.message_id is None:
        return
    if reply.rewritten is not None:
        new = _with_its_own(reply.rewritten, voice)
        text, buttons = set_in(spoken(new.text, voice), voice.known), rows(new.presses, voice)
        yield Edit(message_id=incoming.message_id, text=text, buttons=buttons, on_picture=incoming.on_picture)
    elif reply.mark is not None:
        yield Seal(message_id=incoming.message_id, button=Button(_marked(reply.mark, voice), data_of(Press("sealed"))))


def _marked(verb: str, voice: Voice) -> str:
    """The words of the pressed button behind a mark; old buttons may have had words of their own."""
    try:
        name = verb.partition("=")[0]
        return f"✓ {plainly(Text(f'button.{name}'), voice)}"
    except words.NoWords:
        return "✓"


def _new(ledger: Ledger, voice: Voice, more: Presses) -> Iterator[Saying]:
    """One message where one will do; a part that stands alone makes its own, and so does what is left after it."""
    for parts, presses in _together(list(_parts(ledger, voice))):
        text = together(parts, voice)
        if text:
            drawn = tuple(parts) if any(map(may_be_drawn, parts)) else ()
            yield Message(text=text, buttons=rows(_each_once((*presses, *more)), voice), parts=drawn)
            more = ()


def together(parts: Iterable[Value], voice: Voice) -> Html:
    """Parts as one text."""
    asked = asking_once(parts, voice.known.person, voice.now)
    said = BETWEEN.join(filled for part in asked if (filled := spoken(part, voice)))
    return set_in(said, voice.known)


def _each_once(presses: Presses) -> Presses:
    """What two parts offer stands there once."""
    seen: set[tuple[str, int, int]] = set()
    lines: list[tuple[Press, ...]] = []
    for line in presses:
        lines.append(tuple(press for press in line if (press.verb, press.row, press.version) not in seen))
        seen.update((press.verb, press.row, press.version) for press in line)
    return tuple(lines)


def _parts(ledger: Ledger, voice: Voice) -> Iterator[Part]:
    reply = ledger.reply
    yield from reply.first
    if reply.rewritten is not None and ledger.incoming.press_id is None:
        yield reply.rewritten
    if reply.toast is not None and ledger.incoming.press_id is None:
        yield Part(reply.toast)
    if reply.kept:
        presses = tuple(row for part in reply.kept for row in part.presses)
        yield Part(Lines(tuple(part.text for part in reply.kept)), presses)
    yield from (_with_its_own(part, voice) for part in _different(reply.answers))
    if reply.question is not None:
        yield reply.question


def _different(parts: list[Part]) -> Iterator[Part]:
    """What is answered twice is said once."""
    return (part for place, part in enumerate(parts) if all(part.text != other.text for other in parts[:place]))


def _with_its_own(part: Part, voice: Voice) -> Part:
    """A special text brings its buttons along, unless it was given others."""
    key = part.text.key if isinstance(part.text, Text) else ""
    if part.presses or key not in PRESSES or not isinstance(part.text, Text):
        return part
    return Part(part.text, PRESSES[key](voice.known, voice.now, part.text), part.alone)


def _together(parts: list[Part]) -> Iterator[tuple[list[Value], Presses]]:
    """Parts in messages: a new one begins with a part that stands alone, and where the buttons would be too many."""
    texts: list[Value] = []
    presses: list[tuple[Press, ...]] = []
    for part in parts:
        if texts and (part.alone or len(presses) + len(part.presses) > MOST_ROWS):
            yield texts, tuple(presses)
            texts, presses = [], []
        texts.append(part.text)
        presses.extend(part.presses)
    if texts:
        yield texts, tuple(presses)


def _files(ledger: Ledger, voice: Voice) -> Iterator[Saying]:
    for name, content, caption in ledger.reply.files:
        yield File(name=name, content=content, caption=plainly(caption, voice))
