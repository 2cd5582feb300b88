"""Pictures of what is said, in the Person's language and colours: which text has one, and what is drawn in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from babel.dates import format_date

from bot import words
from bot.coaching.looked_back import looked_back
from bot.say.board import board, board_of_one
from bot.say.drawing.palette import LIGHT, THEMES, Palette
from bot.say.drawing.progress import progress
from bot.say.drawing.standing import standing
from bot.words.named import Text, Value, text
from storage.facts import PICTURES_OFF, Known
from storage.values import dataclass


@dataclass(frozen=True, slots=True)
class InWords:
    """The words of a picture in one language; `spoken` makes a plain text of a sentence."""

    language: str
    spoken: Callable[[Text], str]

    def text(self, text: Text) -> str:
        """A sentence."""
        return self.spoken(text)

    def day(self, day: date, style: str) -> str:
        """A day, as the catalogue of the language writes it in that place."""
        return format_date(day, words.plain(f"picture.day.{style}", self.language), locale=self.language)


def may_be_drawn(value: Value) -> bool:
    """Whether a text is one that has a picture."""
    return isinstance(value, Text) and value.key in DRAWN and not value.params.get("whole")


def picture_of(meant: Text, known: Known, now: datetime, spoken: Callable[[Text], str]) -> str | None:
    """What is drawn for a special text, as SVG text; None: it has no picture, or the Person wants none."""
    draw = DRAWN.get(meant.key) if known.person.pictures != PICTURES_OFF else None
    said = InWords(known.person.language, spoken)
    return draw(known, now, meant, THEMES.get(known.person.pictures, LIGHT), said) if draw else None


def _status(known: Known, now: datetime, _meant: Text, palette: Palette, said: InWords) -> str | None:
    """How everything stands; None where nothing is pursued."""
    shown = board(known, now)
    has_days = any(not row.is_over for row in shown.rows)
    return standing(shown, palette, said, text("picture.title")) if has_days else None


def _wait(known: Known, now: datetime, meant: Text, palette: Palette, said: InWords) -> str | None:
    """Where today is in the time of one of them."""
    shown = board_of_one(known, now, int(str(meant.params["opportunity"])))
    return standing(shown, palette, said, text("picture.wait_title")) if shown.rows else None


def _progress(known: Known, now: datetime, meant: Text, palette: Palette, said: InWords) -> str | None:
    """What lies behind, from FEWEST interviews on; to be shared, it holds no name."""
    back = looked_back(known, now)
    return progress(back, palette, said, names=meant.key == "@progress") if back else None


DRAWN: dict[str, Callable[[Known, datetime, Text, Palette, InWords], str | None]] = {
    "@status": _status,
    "@wait": _wait,
    "@progress": _progress,
    "@shared": _progress,
}
