"""What comes in and what goes out of a decision: plain values, no Telegram."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum, auto

from bot.calendars.events import Reading, Rejected
from bot.calendars.feeds.addresses import Sealed
from bot.coaching.lettering.brief import Brief
from bot.hear.listened import Listened
from bot.words import Html
from bot.words.named import Value
from storage.facts import Known
from storage.values import dataclass


class Kind(StrEnum):
    """What an update is, as far as the conversation is concerned."""

    TEXT = auto()
    PRESS = auto()
    FILE = auto()
    CALENDAR = auto()
    """A file that may be a calendar, fetched and read."""
    FEED = auto()
    """The address of a calendar feed, sealed; or a look at one."""
    PHOTO = auto()
    VOICE = auto()
    LOCATION = auto()
    OTHER_MESSAGE = auto()
    EDITED = auto()
    BLOCKED = auto()
    UNBLOCKED = auto()
    GROUP = auto()
    """Anything outside a private chat."""
    IGNORED = auto()


_ENDINGS = (".ics", ".ical", ".ifb", ".vcs", ".eml")
_WRAPPED = "winmail.dat"
_TYPES = (
    *("text/calendar", "text/x-vcalendar", "application/ics", "message/rfc822"),
    *("application/ms-tnef", "application/vnd.ms-tnef"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file that waits at Telegram to be fetched; `size` is in bytes, 0 where Telegram does not say."""

    file_id: str
    name: str
    mime: str
    size: int

    @property
    def may_be_calendar(self) -> bool:
        """Whether its name or its type says so."""
        name = self.name.lower()
        return name.endswith(_ENDINGS) or name == _WRAPPED or self.mime.lower() in _TYPES


@dataclass(frozen=True, slots=True)
class Recording:
    """A voice note that waits at Telegram to be fetched; `size` is in bytes, 0 where Telegram does not say."""

    file_id: str
    seconds: int
    size: int


@dataclass(frozen=True, slots=True)
class Written:
    """What came of the question for the words of a Draft."""

    answer: str | None
    """None: nothing that could be used."""
    by: str
    """The model's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One update, translated."""

    kind: Kind
    person_id: int
    chat_id: int
    name: str = ""
    language_code: str = ""
    text: str = ""
    """What was typed, or the caption of a file."""
    message_id: int | None = None
    """The message itself; for a press, the message that holds the button."""
    press_id: str | None = None
    data: str = ""
    """What the pressed button carries."""
    on_picture: bool = False
    """Whether the pressed button stands under a picture."""
    forwarded: bool = False
    location: tuple[float, float] | None = None
    """Latitude and longitude."""
    document: Document | None = None
    recording: Recording | None = None
    spoken: bool = False
    """Whether the text was said in a recording, and written down by a machine."""
    calendar: Reading | Rejected | None = None
    """What a CALENDAR says; None: Telegram did not hand it over."""
    feed: Sealed | None = None
    listened: Listened | None = None
    """What a listener has made of the text; None: the rules listen alone."""
    feeds: bool = False
    """Whether the operator has given a key to keep addresses with."""
    is_welcome: bool = True
    """False: the operator has named whom this bot is for, and this is somebody else."""
    in_haste: bool = False
    """Whether many others wait: then nothing is drawn, and all is said in words."""
    is_owner: bool = False
    """Whether the sender is one of those who run this bot."""
    operator: str = ""
    """Who runs this bot, as its operator wants to be named; empty: nobody is named."""
    has_model: bool = False
    """Whether the operator lets a language model be asked about what people write."""
    has_ears: bool = False
    """Whether the operator has somebody who writes down voice notes."""
    has_writer: bool = False
    """Whether it may be asked for the words of a Draft now."""
    written: Written | None = None
    """What it has written; None: it was not asked yet."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: `data` comes back when it is pressed."""

    label: str
    data: str


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A new message to the Person."""

    text: Html
    buttons: Rows = ()
    silent: bool = False
    """Whether it arrives without a sound."""
    parts: tuple[Value, ...] = ()
    """What it was made of, where something of it can be drawn."""
    picture: str | None = None
    """SVG text of the picture that stands over it."""
    once: str | None = None
    """By which name the message is known later on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Another text in the place of a message; without buttons they disappear."""

    message_id: int
    text: Html
    buttons: Rows = ()
    on_picture: bool = False
    """Whether the text stands under a picture, which stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redraw:
    """Another picture and text in the place of those that were sent under that name."""

    once: str
    text: Html
    picture: str
    buttons: Rows = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The pressed button alone under its message, as a mark of what was chosen; the text above it stays."""

    message_id: int
    button: Button


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """The short answer that Telegram shows over the chat after a press; empty: it only stops the spinner."""

    press_id: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Leave a group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete:
    """Take a message out of the chat."""

    message_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A small file to the Person, with a plain text under it."""

    name: str
    content: bytes
    caption: str


Saying = Message | Edit | Redraw | Seal | Toast | Leave | Delete | File


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Everything decided from one update: what is known now, and what to say."""

    known: Known | None
    say: tuple[Saying, ...] = field(default=())
    heard: str = ""
    """By what a text was heard, for the figures; empty where there was none."""
    brief: Brief | None = None
    """What a model is to be asked to write before this is decided again."""
