"""What the people saw, in the order of time. A record only: nothing here changes what happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

Json = dict[str, Any]
Kind = Literal[
    "message",
    "edit",
    "delete",
    "press",
    "toast",
    "reaction",
    "blocked",
    "unblocked",
    "killed",
    "back",
    "down",
    "up",
    "typing",
    "answered",
    "profile",
    "start_over",
]
PASSING: Final = frozenset({"typing", "answered", "profile", "start_over"})
"""Kinds that are shown for a moment and not kept."""


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button; `data` is what a press sends, `copy` what a tap copies, `url` what it opens."""

    label: str
    data: str | None = None
    copy: str | None = None
    url: str | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that was seen. `text` is plain, as shown; `entities` count in UTF-16 code units."""

    number: int
    at: datetime
    person: str
    sender: Literal["bot", "person"]
    kind: Kind
    id: int | None
    text: str
    entities: list[Json] = field(default_factory=list)
    buttons: list[list[Button]] = field(default_factory=list)
    keyboard: Json | None = None
    """A reply keyboard, its removal or a forced reply, as Telegram describes it."""
    picture: str | None = None
    """Path of the picture, to be asked from `LocalTelegram.file`."""
    file: str | None = None
    file_name: str | None = None
    location: tuple[float, float] | None = None
    edited: int | None = None
    """The message that this one replaced in place."""
    reply_to: int | None = None
    silent: bool = False
    alert: bool = False

    def line(self) -> Json:
        """The entry as a line of a story's transcript; `nudge` is for the player to add."""
        return {
            "at": self.at.isoformat(),
            "person": self.person,
            "from": self.sender,
            "id": self.id,
            "text": self.text,
            "buttons": [[button.label for button in row] for row in self.buttons],
            "picture": self.picture,
            "file": self.file,
            "edited": self.edited,
        }

    def as_json(self) -> Json:
        """Everything, for the page."""
        return {**asdict(self), "at": self.at.isoformat()}


class Transcript(list[Entry]):
    """Entries in order, and those who want to hear of new ones."""

    def __init__(self, now: Callable[[], datetime], *, keep: bool = True) -> None:
        super().__init__()
        self._now = now
        self._keep = keep
        self._number = 0
        self._listeners: list[Callable[[Entry], None]] = []

    @property
    def heard(self) -> bool:
        """Whether anybody wants to know what is seen."""
        return self._keep or bool(self._listeners)

    def subscribe(self, callback: Callable[[Entry], None]) -> Callable[[], None]:
        """Call back with every new entry; returns what ends it."""
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback)

    def note(self, person: str, sender: Literal["bot", "person"], kind: Kind, text: str, **more: Any) -> None:
        """Record what was seen just now."""
        if not self.heard:
            return
        self._number += 1
        number, message = self._number, more.pop("id", None)
        entry = Entry(
            number=number,
            at=self._now(),
            person=person,
            sender=sender,
            kind=kind,
            id=message,
            text=text,
            **more,
        )
        if self._keep and kind not in PASSING:
            self.append(entry)
        for callback in tuple(self._listeners):
            callback(entry)
