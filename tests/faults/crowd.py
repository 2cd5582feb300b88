"""People who do what comes to their minds: what they say, press, edit, share, and how they leave and come back."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.faults.simulator import World

NAMES = ("ana", "ben", "cleo", "dora")
EMPLOYERS = ("Acme", "Globex", "Initech", "Umbra Books", "North & Sons")
SAYINGS = (
    "/start",
    "/help",
    "/status",
    "/checkin",
    "/debrief",
    "/practice",
    "/progress",
    "/cancel",
    "/stop",
    "/contact",
    "/undo",
    "/export",
    "/nonsense",
    "yes",
    "no",
    "skip",
    "great",
    "it was rough",
    "they said next Friday",
    "they said within two weeks",
    "by the end of the month",
    "they didn't say",
    "I was at Initech this morning, it went well, they answer within a week",
    "had a call with Umbra Books, Acme rejected me, and what do I do now?",
    "I promised to send my references by Thursday",
    "should I write to them?",
    "I sent the thank-you",
    "I followed up today",
    "they moved it to Friday",
    "I got rejected by Acme",
    "they made me an offer",
    "remind me tomorrow at 8am",
    "in two hours",
    "I live in Tokyo",
    "I'm in New York",
    "it's 9:30 here",
    "Quiet from 22:00 to 8:00",
    "thanks",
    "🎉🎉🎉",
    "<b>unclosed & odd",
    "no messages before 10am please",
)
PLACES = ((51.5, -0.12), (40.7, -74.0), (35.7, 139.7), (-33.9, 151.2), (27.7, 85.3))


def buttons_of(world: World, name: str) -> list[tuple[int, str]]:
    """Every button that stands in this person's chat, those of the newest message last: message and data."""
    chat = world.local.person(name).id
    found = []
    for whose, number in sorted(world.local.messages):
        rows: list[list[dict[str, Any]]] = (
            world.local.messages[whose, number].get("reply_markup", {}).get("inline_keyboard", [])
        )
        if whose == chat:
            found += [(number, b["callback_data"]) for row in rows for b in row if "callback_data" in b]
    return found


def an_interview(now: datetime, zone: str, chance: random.Random) -> str:
    """Somebody tells of an interview within the next day, which will be over soon after."""
    start = now.astimezone(ZoneInfo(zone)) + timedelta(hours=chance.randint(1, 30))
    return f"Interview with {chance.choice(EMPLOYERS)} on {start:%d %B at %H:00} for an hour, designer"


def act(world: World, name: str) -> None:
    """One thing that this person does."""
    chance, local = world.chance, world.local
    buttons, drawn = buttons_of(world, name), chance.random()
    if drawn < 0.40 and buttons:
        message, data = chance.choice(buttons[-4:] if chance.random() < 0.8 else buttons)
        for _ in range(2 if chance.random() < 0.15 else 1):
            local.press(name, message, data)
    elif drawn < 0.58:
        local.say(name, an_interview(world.clock.now(), "Europe/London", chance))
    elif drawn < 0.90:
        local.say(name, chance.choice(SAYINGS))
    elif drawn < 0.93:
        local.location(name, *chance.choice(PLACES))
    elif drawn < 0.96:
        here = local.person(name).id
        mine = [n for (_, n), m in local.messages.items() if m["from"]["id"] == here and "text" in m]
        if mine:
            local.edit(name, chance.choice(mine), chance.choice(SAYINGS))
    elif local.person(name).started:
        (local.unblock if local.person(name).blocked else local.block)(name)
