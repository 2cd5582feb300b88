"""A Person's days with the coach, without Telegram, store or clock: updates in, what was said and when out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.calendars.events import Wanted
from bot.calendars.plan import wanted_of_file
from bot.calendars.reading import read
from bot.line.updates import translate
from bot.respond import respond
from bot.say import unasked
from bot.turn import Document, Incoming, Kind, Message
from bot.turn import Edit as Edited
from scheduler import nudges
from storage.facts import Interview, Known, Opportunity

FILES = Path(__file__).parents[3] / "shared" / "bugs" / "files"
ANA = 7
A_SECOND = timedelta(seconds=1)


def shared_file(name: str) -> bytes:
    """A file of the reports; where they are not at hand, the test is skipped."""
    path = FILES / name
    if not path.exists():
        pytest.skip("corpus not found")
    return path.read_bytes()


class Life:
    """What is known of Ana, what was said last, and every nudge with its moment (UTC)."""

    def __init__(self, now: str, zone: str = "Europe/London", language: str = "en", name: str = "Ana") -> None:
        self.zone = ZoneInfo(zone)
        self.now = _local(now, self.zone)
        self.sender = {"id": ANA, "is_bot": False, "language_code": language, "first_name": name}
        self.known: Known | None = None
        self.said: list[str] = []
        self.nudges: list[tuple[datetime, str]] = []
        self.buttons: dict[str, str] = {}
        self.numbers = itertools.count(1)

    @classmethod
    def begun(cls, now: str, zone: str = "Europe/London", language: str = "en", name: str = "Ana") -> Life:
        """Ana has said where she lives, and nothing else."""
        life = cls(now, zone, language, name)
        life.say("/start")
        assert life.known is not None
        life.known = replace(life.known, person=replace(life.known.person, zone=zone, zone_confirmed=True, asking=None))
        return life

    @classmethod
    def waiting(cls, now: str, zone: str = "Europe/London", *, with_whom: str = "Acme", language: str = "en") -> Life:
        """Ana was at a company that morning, has told how it went, and has sent her thanks."""
        life = cls.begun(now, zone, language)
        life.say(f"Interview with {with_whom} today at 9:10am for 30 minutes, designer")
        life.until(life.local.replace(hour=9, minute=50).isoformat())
        life.press("Fine")
        life.press("Enough for now")
        return life

    @property
    def local(self) -> datetime:
        return self.now.astimezone(self.zone)

    def say(self, text: str) -> Life:
        return self.message(text=text)

    def message(self, **content: Any) -> Life:
        """A message with this content, as the Bot API has it."""
        return self.update(message=content)

    def edit(self, **content: Any) -> Life:
        return self.update(edited_message=content)

    def update(self, **kinds: Any) -> Life:
        number = next(self.numbers)
        raw: dict[str, Any] = {"update_id": number}
        for kind, content in kinds.items():
            chat = {"id": ANA, "type": "private"}
            raw[kind] = {
                "message_id": number,
                "date": int(self.now.timestamp()),
                "chat": chat,
                "from": self.sender,
                **content,
            }
        return self.take(translate(raw))

    def press(self, label: str) -> Life:
        """A button, by its label or a part of it."""
        data = self.buttons.get(label) or next(data for shown, data in self.buttons.items() if label in shown)
        return self.take(
            Incoming(
                kind=Kind.PRESS,
                person_id=ANA,
                chat_id=ANA,
                name="Ana",
                message_id=1,
                press_id="p",
                data=data,
            )
        )

    def send(self, data: bytes, name: str = "invite.ics", caption: str = "") -> Life:
        """A file that is fetched and read as in the bot."""
        found = read(data, self._wanted())
        document = Document("f", name, "text/calendar", len(data))
        return self.take(
            Incoming(
                kind=Kind.CALENDAR,
                person_id=ANA,
                chat_id=ANA,
                name="Ana",
                message_id=1,
                text=caption,
                document=document,
                calendar=found,
            )
        )

    def _wanted(self) -> Wanted:
        person = self.known.person if self.known else None
        return wanted_of_file((person.zone if person else None) or "UTC", self.now)

    def take(self, incoming: Incoming) -> Life:
        turn = respond(incoming, self.known, self.now)
        self.known = turn.known or self.known
        self._show([one for one in turn.say if isinstance(one, Message | Edited)])
        return self

    def until(self, moment: str) -> Life:
        """Let time pass; what falls due is said at its moment."""
        end = _local(moment, self.zone)
        while self.known is not None:
            plan = nudges.due(self.known, self.now)
            if plan is not None:
                self.known, message = unasked.speak(self.known, plan, self.now)
                self.nudges.append((self.now, plan.name))
                self._show([message])
            following = nudges.next_wake(self.known, nudges.free_again(self.known, self.now))
            following = None if following is None else max(following, self.now + (A_SECOND if plan else timedelta()))
            if following is None or following > end:
                break
            self.now = max(following, self.now + A_SECOND) if plan is None and following <= self.now else following
        self.now = end
        return self

    def _show(self, messages: Sequence[Message | Edited]) -> None:
        self.said = [re.sub("<[^>]+>", "", one.text) for one in messages]
        shown = [button for one in messages for line in one.buttons for button in line]
        self.buttons.update({button.label: button.data for button in shown})

    @property
    def text(self) -> str:
        return " / ".join(self.said)

    @property
    def job(self) -> Opportunity:
        """The newest one."""
        assert self.known is not None
        return self.known.opportunities[-1]

    @property
    def talk(self) -> Interview:
        """The newest talk."""
        assert self.known is not None
        return self.known.interviews[-1]

    def coming(self) -> tuple[str, str] | None:
        """The next nudge about the newest one if nothing else happens: when, on Ana's clock, and its name."""
        assert self.known is not None
        found = nudges.coming(self.known, self.now).get(self.job.id)
        return (f"{found[0].astimezone(self.zone):%a %d %b %H:%M}", found[1].name) if found else None


def _local(text: str, zone: ZoneInfo) -> datetime:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
