"""What a run has shown: its calls, its messages, and what was lost, applied twice and sent twice of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.faults.figures import Figures
from tests.faults.weather import UNHEARD

if TYPE_CHECKING:
    from tests.faults.simulator import World

STATED = {"too late", "blocked", "Forbidden"}
"""Why a call may never be made: its time is over, the person is gone."""


@dataclass(slots=True)
class Call:
    """One call of the bot, as Telegram's side saw it."""

    at: datetime
    method: str
    chat: int | None
    row: int | None
    status: int = 0
    """As the bot heard it; 0: it heard nothing."""
    fate: str = ""
    delivered: bool = False
    answered_at: datetime | None = None
    retry_after: int = 0


@dataclass(frozen=True, slots=True)
class Posted:
    """A row of the outbox as it was committed."""

    id: int
    person: int
    chat: int
    method: str
    once: str | None
    nudge: str | None
    expires_at: datetime | None
    created_at: datetime


@dataclass(slots=True)
class Verdict:
    """What a run has shown."""

    broken: list[str] = field(default_factory=list)
    lost: int = 0
    applied_twice: int = 0
    sent_twice: int = 0

    def figures(self, world: World, fault: str, trials: int, lateness: timedelta | None = None) -> Figures:
        """As they stand in the table."""
        return Figures(
            fault=fault,
            store=kind_of(world.settings.store_url),
            trials=trials,
            lost=self.lost,
            applied_twice=self.applied_twice,
            sent_twice=self.sent_twice,
            lateness=lateness,
        )


def deliveries(world: World) -> dict[int, list[Call]]:
    """What arrived of each row."""
    found: dict[int, list[Call]] = defaultdict(list)
    for call in world.calls:
        if call.row is not None and call.delivered:
            found[call.row].append(call)
    return found


def waits(world: World) -> dict[int, timedelta]:
    """How long after it was decided each message arrived for the first time."""
    return {row: calls[0].at - world.posted[row].created_at for row, calls in deliveries(world).items()}


def judge(world: World, only: Collection[int] | None = None) -> Verdict:
    """What was lost, applied twice and sent twice, of `only` these people's; to be asked once all is at rest."""
    arrived, made = deliveries(world), defaultdict(list)
    for call in world.calls:
        made[call.row].append(call)
    rows = world.rows("SELECT id, state, error FROM outbox")
    end = {world.serials[number]: (state, error) for number, state, error in rows if number in world.serials}
    done = {row[0] for row in world.rows("SELECT update_id FROM inbox WHERE state IN ('done', 'aside')")}
    found = Verdict(list(world.broken))
    aside = world.rows("SELECT update_id, error FROM inbox WHERE state = 'aside'")
    if aside and only is None:
        found.broken.append(f"updates were set aside: {aside}")
    applied = Counter(number for number, _ in world.applied)
    found.applied_twice = sum(times - 1 for times in applied.values())
    found.lost = len([number for number in world.handed if number not in done])
    for person in {person for _, person in world.applied}:
        order = [number for number, whose in world.applied if whose == person]
        if order != sorted(order):
            found.broken.append(f"the updates of {person} were applied out of order")
    for row, posted in world.posted.items():
        state, reason = end.get(row, ("taken back", None))
        unheard = sum(call.fate in UNHEARD for call in made[row]) + world.doubts[row]
        times = len(arrived.get(row, ()))
        if posted.method != "sendMessage" or (only is not None and posted.person not in only):
            continue
        if state not in ("sent", "taken back", "dropped") or (state == "taken back" and posted.nudge is None):
            found.broken.append(f"row {row} is {state}")
        if times == 0 and (state == "sent" or (state == "dropped" and reason not in STATED)):
            found.lost += 1
            tried = Counter(call.fate or call.status or "unheard" for call in made[row])
            found.broken.append(f"row {row} ({posted.nudge or 'reply'}, {state}, {reason}) never arrived: {tried}")
        found.sent_twice += max(times - 1, 0)
        if times - 1 > unheard:
            found.broken.append(f"row {row} came {times} times, {unheard} calls were unheard")
    _no_nudge_twice(world, arrived, found)
    _in_order(world, arrived, found)
    return found


def _in_order(world: World, arrived: dict[int, list[Call]], found: Verdict) -> None:
    """Of one chat's replies none overtakes another."""
    first: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
    for row, calls in arrived.items():
        if world.posted[row].nudge is None:
            first[world.posted[row].chat].append((calls[0].at, row))
    found.broken += [f"replies to {c} overtook others" for c, at in first.items() if sorted(at) != sorted(at, key=_row)]


def _no_nudge_twice(world: World, arrived: dict[int, list[Call]], found: Verdict) -> None:
    """A nudge that was taken back is said again; had it arrived unheard, it comes twice, like any other message."""
    rows: dict[tuple[int, str], list[int]] = defaultdict(list)
    for row, posted in world.posted.items():
        if posted.once is not None and arrived.get(row):
            rows[posted.person, posted.once].append(row)
    for once, said in rows.items():
        unheard = [row for row in said if world.doubts[row] or all(call.fate in UNHEARD for call in arrived[row])]
        found.sent_twice += len(said) - 1
        if len(said) - 1 > len(unheard):
            found.broken.append(f"nudge {once} was said in rows {said}")


def _row(arrival: tuple[datetime, int]) -> int:
    return arrival[1]


def kind_of(store_url: str) -> str:
    """As it stands in the table."""
    return store_url.partition(":")[0].partition("+")[0]
