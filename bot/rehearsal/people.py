"""The people's side of the local Telegram: what somebody does in the app, and the update a bot gets of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from bot.rehearsal.checks import LONGEST_TEXT
from bot.rehearsal.entities import units
from bot.rehearsal.files import StoredFile
from bot.rehearsal.parameters import Upload
from bot.rehearsal.state import FIRST_GROUP_ID, FIRST_PERSON_ID, LIVE_PRESS, Group, Press, Someone, State

Json = dict[str, Any]

_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(?:@\w+)?")
_NEVER: Final = 0


class People(State):
    """What people do. Everything returns the id of its update, for `updates.wait_until_confirmed`."""

    def person(self, name: str, first_name: str | None = None, language_code: str | None = "en") -> Someone:
        """The person of this name, made at the first asking; they have not started the bot yet."""
        if name not in self.people:
            someone = Someone(name, FIRST_PERSON_ID + len(self.people), first_name or name.capitalize(), language_code)
            self.people[name] = self.chats[someone.id] = someone
        return self.people[name]

    def say(self, name: str, text: str) -> int:
        """Send a text or a /command, long ones in pieces, as the app does. Raises ValueError for no text."""
        if not text.strip():
            raise ValueError("there is nothing to send")
        text = text.strip()
        for piece in [text] if len(text) <= LONGEST_TEXT // 2 else _pieces(text):
            update_id = self._send(self.person(name), {"text": piece, **_command_entity(piece)}, text=piece)
        return update_id

    def press(self, name: str, message_id: int, data: str) -> int:
        """Press the button with this data under a message. Raises LookupError when there is none."""
        someone = self.person(name)
        message = self.messages.get((someone.id, message_id), {})
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        label = next((b["text"] for row in rows for b in row if b.get("callback_data") == data), None)
        if label is None:
            raise LookupError(f"message {message_id} has no button {data!r}")
        query: Json = {
            "id": str(4_000_000_000_000 + self.next_press()),
            "from": someone.user(),
            "message": message,
        }
        self.presses[query["id"]] = Press(name, message_id, self.now() + LIVE_PRESS)
        self.transcript.note(name, "person", "press", label, id=message_id)
        return self.updates.put("callback_query", {**query, "chat_instance": str(-someone.id), "data": data})

    def send_file(
        self,
        name: str,
        content: bytes | str | Path,
        filename: str | None = None,
        mime: str = "text/plain",
        caption: str = "",
    ) -> int:
        """Send a document: its content, or the path of a file."""
        stored = self._store("document", content, filename, mime)
        return self._send(self.person(name), {"document": stored.as_document(), **_caption(caption)}, stored, caption)

    def send_photo(self, name: str, content: bytes | str | Path, caption: str = "") -> int:
        """Send a picture (PNG or JPEG)."""
        stored = self._store("photo", content, None, "image/jpeg")
        return self._send(self.person(name), {"photo": stored.as_photo(), **_caption(caption)}, stored, caption)

    def send_voice(self, name: str, content: bytes | str | Path) -> int:
        """Send a voice message."""
        stored = self._store("voice", content, "voice.ogg", "audio/ogg")
        return self._send(self.person(name), {"voice": stored.as_voice()}, stored)

    def location(self, name: str, lat: float, lon: float) -> int:
        """Share a place."""
        place = {"latitude": lat, "longitude": lon}
        return self._send(self.person(name), {"location": place}, location=(lat, lon))

    def forward(self, name: str, text: str, sender: str = "Recruiter") -> int:
        """Forward a text of somebody who hides their account."""
        origin = {"type": "hidden_user", "sender_user_name": sender, "date": self.unix()}
        return self._send(self.person(name), {"text": text, "forward_origin": origin}, text=text)

    def edit(self, name: str, message_id: int, new_text: str) -> int:
        """Change a text sent before. Raises LookupError when there is no such text of this person."""
        someone = self.person(name)
        old = self.messages.get((someone.id, message_id), {})
        if "text" not in old or old["from"]["is_bot"]:
            raise LookupError(f"{name} has sent no text {message_id}")
        changed = {k: v for k, v in old.items() if k != "entities"} | {
            "text": new_text,
            "edit_date": self.unix(),
        }
        changed |= _command_entity(new_text)
        self.messages[someone.id, message_id] = changed
        self.transcript.note(name, "person", "edit", new_text, id=message_id, edited=message_id)
        return self.updates.put("edited_message", changed)

    def block(self, name: str) -> int:
        """Block the bot: from now on it gets 403."""
        return self._membership(name, blocked=True)

    def unblock(self, name: str) -> int:
        """Let the bot write again."""
        return self._membership(name, blocked=False)

    def add_to_group(self, name: str, title: str) -> int:
        """Add the bot to a new group; returns the group's chat id."""
        group = Group(FIRST_GROUP_ID - len(self.chats), title)
        self.chats[group.id] = group
        self.updates.put("my_chat_member", self._changed(group.chat(), self.person(name), "left", "member"))
        return group.id

    def say_in_group(self, name: str, chat_id: int, text: str) -> int:
        """Send a text to a group the bot is in."""
        content = {"text": text, **_command_entity(text)}
        return self._send(self.person(name), content, text=text, group=self.chats[chat_id])

    def next_press(self) -> int:
        """Numbers the presses."""
        self._presses_made += 1
        return self._presses_made

    def _membership(self, name: str, *, blocked: bool) -> int:
        someone = self.person(name)
        if someone.blocked == blocked:
            return _NEVER
        someone.blocked = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        self.transcript.note(name, "person", "blocked" if blocked else "unblocked", "")
        return self.updates.put("my_chat_member", self._changed(someone.chat(), someone, old, new))

    def _changed(self, chat: Json, by: Someone, old: str, new: str) -> Json:
        return {
            "chat": chat,
            "from": by.user(),
            "date": self.unix(),
            "old_chat_member": self._member(old),
            "new_chat_member": self._member(new),
        }

    def _member(self, status: str) -> Json:
        return {"status": status, "user": self.bot} | ({"until_date": 0} if status == "kicked" else {})

    def _store(self, kind: str, content: bytes | str | Path, filename: str | None, mime: str) -> StoredFile:
        if isinstance(content, bytes):
            return self.files.keep(kind, Upload(filename or "photo.jpg", mime, content))
        path = Path(content)
        return self.files.keep(kind, Upload(filename or path.name, mime, path.read_bytes()))

    def _send(
        self,
        someone: Someone,
        content: Json,
        stored: StoredFile | None = None,
        text: str = "",
        *,
        location: tuple[float, float] | None = None,
        group: Someone | Group | None = None,
    ) -> int:
        """Put a message of a person into the chat. Who had blocked the bot lets it in again by writing."""
        if group is None:
            self.unblock(someone.name)
            someone.started = True
            _hide_keyboard(someone)
        chat = group or someone
        message_id = self.next_message_id()
        message = {"message_id": message_id, "from": someone.user(), "chat": chat.chat(), "date": self.unix()}
        self.messages[chat.id, message_id] = message | content
        self.transcript.note(
            self.whose(chat),
            "person",
            "message",
            text,
            id=message_id,
            entities=content.get("entities", []),
            location=location,
            picture=stored.path if stored and stored.kind == "photo" else None,
            file=stored.path if stored and stored.kind != "photo" else None,
            file_name=stored.name if stored else None,
        )
        return self.updates.put("message", message | content)


def _command_entity(text: str) -> Json:
    """A text that begins with a /command carries it as an entity."""
    command = _COMMAND.match(text)
    return {"entities": [{"type": "bot_command", "offset": 0, "length": command.end()}]} if command else {}


def _caption(text: str) -> Json:
    return {"caption": text} if text else {}


def _hide_keyboard(someone: Someone) -> None:
    """A one-time keyboard and a forced reply go away with the next message."""
    if someone.keyboard and (someone.keyboard.get("one_time_keyboard") or "force_reply" in someone.keyboard):
        someone.keyboard = None


def _pieces(text: str) -> list[str]:
    """A text in pieces that each fit into one message."""
    pieces, room = [""], LONGEST_TEXT
    for character in text:
        room -= units(character)
        if room < 0:
            pieces.append("")
            room = LONGEST_TEXT - units(character)
        pieces[-1] += character
    return pieces
