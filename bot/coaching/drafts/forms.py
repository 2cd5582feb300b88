"""What a phrase of the Person's is, once it is turned round, so that a Draft can say it in a sentence of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """Which kind of phrase it is; each has its own sentences in the catalogue."""

    CLAUSE = "clause"
    """Something that is so: "you build every prototype twice"."""
    THING = "thing"
    """Something that was spoken of: "the dashboard that nobody opens", "how you onboard people"."""
    ONE = "one"
    """A thing that can only be the subject of a sentence: German "Ihr Hund", whose other cases are not known."""
    QUOTE = "quote"
    """Their very words."""


@dataclass(frozen=True, slots=True)
class Told:
    """A phrase with its form, as it stands inside a sentence."""

    form: Form
    text: str

    @property
    def begun(self) -> str:
        """As it begins a sentence."""
        return self.text[:1].upper() + self.text[1:]

    @property
    def closed(self) -> str:
        """As it stands before the rest of a sentence: a part of it between commas is closed."""
        return f"{self.text}," if "," in self.text else self.text

    @property
    def opened(self) -> str:
        """Both: as the subject that begins a sentence and is closed."""
        return self.closed[:1].upper() + self.closed[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """To whom a phrase is turned."""

    to_them: bool = True
    """One of the employer reads it, so that "they" is "you"; False: an agency does."""
    is_speaker: bool = False
    """The reader is surely the one who said it, so that "she" is "you"."""
    is_friend: bool = False
    """German: they say "du"."""
