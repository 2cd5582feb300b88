"""What the local Telegram knows: people, chats, messages, files. No HTTP, no rules about calls."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, MutableSequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from bot.rehearsal.errors import bad, forbidden
from bot.rehearsal.faults import Faults
from bot.rehearsal.files import Files
from bot.rehearsal.transcript import Transcript
from bot.rehearsal.updates import UpdateQueue

Json = dict[str, Any]

BOT_ID: Final = 7_000_000_001
FIRST_PERSON_ID: Final = 1001
FIRST_GROUP_ID: Final = -1001_000_000_001
LIVE_PRESS: Final = timedelta(seconds=150)
"""How long a pressed button waits for its answer."""
KEPT_CALLS_IN_LOAD: Final = 1000


@dataclass(slots=True)
class Someone:
    """A person with a private chat with the bot; the chat's id is the user's id, as with Telegram."""

    name: str
    id: int
    first_name: str
    language_code: str | None = "en"
    started: bool = False
    """Set by the first thing they send: before that a bot may not write to them."""
    blocked: bool = False
    keyboard: Json | None = None
    """The reply keyboard under the text box."""

    def user(self) -> Json:
        """The User that Telegram tells."""
        user = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return user | ({"language_code": self.language_code} if self.language_code else {})

    def chat(self) -> Json:
        """The private Chat that Telegram tells."""
        return {"id": self.id, "type": "private", "first_name": self.first_name}


@dataclass(slots=True)
class Group:
    """A group chat that the bot was added to."""

    id: int
    title: str
    left: bool = False

    def chat(self) -> Json:
        """The Chat that Telegram tells."""
        return {"id": self.id, "type": "supergroup", "title": self.title}


@dataclass(slots=True)
class Press:
    """A pressed button that waits for its answer."""

    person: str
    message_id: int
    until: datetime


@dataclass(frozen=True, slots=True)
class Call:
    """One call a bot made, as it came: parameters by name, and how it was answered."""

    method: str
    parameters: Json
    status: int
    error: str | None = None


@dataclass(slots=True)
class Settings:
    """What a bot told Telegram about itself, by language where languages matter."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    """By scope (its JSON) and language code."""
    about: dict[tuple[str, str], str] = field(default_factory=dict)
    """By field (name, description, short_description) and language code."""
    menus: dict[int | None, Json] = field(default_factory=dict)
    """By chat; None is the default."""


class State:
    """Everything of one local Telegram with one bot. `now` gives the moved clock (aware, any zone)."""

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        username: str = "afterword_bot",
        bot_name: str = "Afterword",
        token: str | None = None,
        for_load: bool = False,
    ) -> None:
        self.now = now
        self.token = token
        self.bot: Json = {"id": BOT_ID, "is_bot": True, "first_name": bot_name, "username": username}
        self.people: dict[str, Someone] = {}
        self.chats: dict[int, Someone | Group] = {}
        self.messages: dict[tuple[int, int], Json] = {}
        self.uneditable: set[tuple[int, int]] = set()
        """Messages that brought a reply keyboard: Telegram lets nobody edit those."""
        self.presses: dict[str, Press] = {}
        self.settings = Settings()
        self.files = Files()
        self.faults = Faults(now)
        self.updates = UpdateQueue(now)
        self.transcript = Transcript(now, keep=not for_load)
        self.calls: MutableSequence[Call] = deque(maxlen=KEPT_CALLS_IN_LOAD) if for_load else []
        self.counts: Counter[tuple[str, int]] = Counter()
        """How many calls of each method were answered with each status; 0 is a cut line."""
        self._last_message = 0
        self._presses_made = 0

    def count(self, method: str, status: int) -> None:
        """One more call."""
        self.counts[method, status] += 1

    def unix(self) -> int:
        """The moved clock in unix seconds."""
        return int(self.now().timestamp())

    def next_message_id(self) -> int:
        """Message ids grow across all private chats, as with Telegram."""
        self._last_message += 1
        return self._last_message

    def writable(self, chat_id: int | str) -> Someone | Group:
        """The chat a bot writes to. Raises RefusedError: 400 unknown, 403 not started, blocked or left."""
        chat = self.known(chat_id)
        if isinstance(chat, Group):
            if chat.left:
                raise forbidden("bot is not a member of the supergroup chat")
        elif not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        elif chat.blocked:
            raise forbidden("bot was blocked by the user")
        return chat

    def known(self, chat_id: int | str) -> Someone | Group:
        """The chat with this id. Raises RefusedError (400)."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad("chat not found")
        return chat

    def message(self, chat_id: int, message_id: int, missing: str) -> Json:
        """A message of a chat. Raises RefusedError (400) with `missing` as the reason."""
        found = self.messages.get((chat_id, message_id))
        if found is None:
            raise bad(missing)
        return found

    def whose(self, chat: Someone | Group) -> str:
        """The name under which a chat stands in the transcript."""
        return chat.name if isinstance(chat, Someone) else chat.title

    def file(self, path: str) -> bytes:
        """The content of a file named in the transcript. Raises KeyError for unknown ones."""
        return self.files.by_path[path].data
