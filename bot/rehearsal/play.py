"""Stories: what a person says and presses, time that passes, and what the bot said. JSON Lines in, JSON Lines out.

The steps are described in the README under "Stories".
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.rehearsal.stage import Stage, open_stage
from bot.rehearsal.transcript import Entry

Json = dict[str, Any]
DEFAULT_SCENE: Json = {"now": "2026-11-30T09:00", "tz": "Europe/London", "person": "ana", "language": "en"}
SHOWN = ("message", "edit", "press", "toast", "delete")
_DURATION = re.compile(
    r"P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?"
)


class StoryUnplayable(Exception):  # noqa: N818  it is said to a person
    """A line of the story cannot be read or done; the text names the line."""


@dataclass(slots=True)
class Player:
    """Plays one story on one stage."""

    stage: Stage
    zone: ZoneInfo
    language: str
    person: str
    folder: Path
    seen: int = 0
    nudges_seen: int = 0
    names: dict[tuple[int, int], str] = field(default_factory=dict)
    told: list[Json] = field(default_factory=list)
    """Lines of the transcript that nobody said: the facts, where the story asks for them."""

    async def step(self, step: Json) -> None:
        """Do one step and let everything it causes happen."""
        for name, act in STEPS.items():
            if name in step:
                try:
                    await act(self, step)
                except (ValueError, TypeError, LookupError) as error:
                    raise StoryUnplayable(f"“{name}” cannot be done: {error}") from error
                await self.stage.settle()
                return
        raise StoryUnplayable(f"no step of that name: {', '.join(step) or 'nothing'}")

    def enter(self, name: str) -> None:
        """From here on this person acts."""
        self.person = name
        self.stage.telegram.person(name, name.title(), self.language)

    def new_lines(self) -> list[Json]:
        """What was seen since the last call, as lines of the transcript."""
        for nudge in self.stage.nudges[self.nudges_seen :]:
            self.names[nudge.chat, nudge.message] = nudge.name
        self.nudges_seen = len(self.stage.nudges)
        transcript = self.stage.telegram.transcript
        entries, self.seen = transcript[self.seen :], len(transcript)
        told, self.told = self.told, []
        shown = [entry for entry in entries if entry.kind in SHOWN and (entry.text or entry.kind != "toast")]
        return [*(self._line(entry) for entry in shown), *told]

    def _line(self, entry: Entry) -> Json:
        chat = self.stage.telegram.person(entry.person).id
        nudge = self.names.get((chat, entry.id or 0)) if entry.kind == "message" else None
        at = entry.at.astimezone(self.zone).isoformat()
        return {**entry.line(), "at": at, "nudge": nudge}


async def _say(player: Player, step: Json) -> None:
    player.stage.telegram.say(player.person, str(step["say"]))


async def _press(player: Player, step: Json) -> None:
    """The newest message that has such a button; there, a label that is just this comes before one that holds it."""
    wanted = str(step["press"]).casefold()
    telegram = player.stage.telegram
    chat = telegram.person(player.person).id
    for message in sorted((number for of, number in telegram.messages if of == chat), reverse=True):
        buttons = [button for button in _buttons(telegram.messages[chat, message]) if "callback_data" in button]
        fitting = [button for button in buttons if wanted in button["text"].casefold()]
        if fitting:
            chosen = next((button for button in fitting if button["text"].casefold() == wanted), fitting[0])
            telegram.press(player.person, message, chosen["callback_data"])
            return
    raise StoryUnplayable(f"no message has a button with “{step['press']}”")


def _buttons(message: Json) -> list[Json]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


async def _send(player: Player, step: Json) -> None:
    path = player.folder / str(step["send"])
    if not path.is_file():
        raise StoryUnplayable(f"there is no file {step['send']} beside the story")
    player.stage.telegram.send_file(player.person, path)


async def _location(player: Player, step: Json) -> None:
    latitude, longitude = step["location"]
    player.stage.telegram.location(player.person, latitude, longitude)


async def _wait(player: Player, step: Json) -> None:
    await player.stage.until(later(player.stage.now(), str(step["wait"]), player.zone))


async def _until(player: Player, step: Json) -> None:
    moment = _local(str(step["until"]), player.zone)
    if moment < player.stage.now():
        raise StoryUnplayable(f"{step['until']} is in the past")
    await player.stage.until(moment)


async def _restart(player: Player, step: Json) -> None:
    now = player.stage.now()
    await player.stage.restart(later(now, str(step.get("after", "PT0S")), player.zone) - now)


async def _telegram(player: Player, step: Json) -> None:
    kind = str(step["telegram"])
    try:
        if kind == "blocked":
            player.stage.telegram.fault(kind, player.person)
        else:
            player.stage.telegram.fault(kind, seconds=float(step.get("seconds", 30)))
    except ValueError as error:
        raise StoryUnplayable(str(error)) from error


async def _facts(player: Player, step: Json) -> None:
    if step["facts"] is not True:
        raise StoryUnplayable('“facts” is asked for with true: {"facts": true}')
    known = await player.stage.facts(player.stage.telegram.person(player.person).id)
    at = player.stage.now().astimezone(player.zone).isoformat()
    player.told.append({"at": at, "person": player.person, "from": "facts", **known, "nudge": None})


async def _as(player: Player, step: Json) -> None:
    player.enter(str(step["as"]))


STEPS: dict[str, Callable[[Player, Json], Awaitable[None]]] = {
    "say": _say,
    "press": _press,
    "send": _send,
    "location": _location,
    "wait": _wait,
    "until": _until,
    "restart": _restart,
    "telegram": _telegram,
    "as": _as,
    "facts": _facts,
}


def later(now: datetime, duration: str, zone: ZoneInfo) -> datetime:
    """`now` and an ISO 8601 duration: days and weeks on the person's calendar, hours and less as elapsed time."""
    found = _DURATION.fullmatch(duration)
    if found is None or duration in ("P", "PT"):
        raise StoryUnplayable(f"“{duration}” is no ISO 8601 duration; try P1DT2H")
    part = {name: int(value or 0) for name, value in found.groupdict().items()}
    there = now.astimezone(zone) + timedelta(weeks=part["weeks"], days=part["days"])
    exact = timedelta(hours=part["hours"], minutes=part["minutes"], seconds=part["seconds"])
    return there.astimezone(UTC) + exact


def _local(text: str, zone: ZoneInfo) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def read_story(lines: Iterable[str]) -> tuple[Json, list[tuple[int, Json]]]:
    """The scene and the numbered steps. Raises StoryUnplayable for a line that is no JSON object."""
    steps: list[tuple[int, Json]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            step = json.loads(line)
        except ValueError as error:
            raise StoryUnplayable(f"line {number} is no JSON") from error
        if not isinstance(step, dict):
            raise StoryUnplayable(f"line {number} is no JSON object")
        steps.append((number, step))
    if steps and not STEPS.keys() & steps[0][1].keys():
        return {**DEFAULT_SCENE, **steps[0][1]}, steps[1:]
    return DEFAULT_SCENE, steps


@asynccontextmanager
async def opened(lines: Iterable[str], folder: Path) -> AsyncIterator[tuple[Player, list[tuple[int, Json]]]]:
    """A player on a stage of its own, and the numbered steps of the story. Raises StoryUnplayable."""
    scene, steps = read_story(lines)
    try:
        zone = ZoneInfo(scene["tz"])
        start = _local(scene["now"], zone)
    except (ValueError, TypeError, ZoneInfoNotFoundError) as error:
        raise StoryUnplayable("the first line sets a scene whose `now` or `tz` cannot be read") from error
    async with open_stage(start) as stage:
        player = Player(stage, zone, str(scene["language"]), str(scene["person"]), folder)
        player.enter(player.person)
        yield player, steps


async def play(lines: Iterable[str], folder: Path) -> AsyncIterator[Json]:
    """Play a story; the transcript, line by line. `folder` is where the files it sends lie."""
    async with opened(lines, folder) as (player, steps):
        for number, step in steps:
            await _do(player, number, step)
            for line in player.new_lines():
                yield line


async def picture(lines: Iterable[str], folder: Path, colours: str) -> bytes | None:
    """The picture of /status at the end of a story, as PNG; None: it has none."""
    async with opened(lines, folder) as (player, steps):
        for number, step in steps:
            await _do(player, number, step)
        telegram = player.stage.telegram
        if colours != "light":
            await player.step({"say": "/settings"})
            telegram.press(player.person, telegram.transcript[-1].id or 0, f"1:pictures.{colours}:0:0")
            await player.stage.settle()
        before = len(telegram.transcript)
        await player.step({"say": "/status"})
        drawn = [entry.picture for entry in telegram.transcript[before:] if entry.picture]
        return telegram.file(drawn[-1]) if drawn else None


async def _do(player: Player, number: int, step: Json) -> None:
    try:
        await player.step(step)
    except StoryUnplayable as error:
        raise StoryUnplayable(f"line {number}: {error}") from error
