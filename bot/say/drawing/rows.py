"""One Opportunity as a row: its name, how it stands, and its days as zones and marks with labels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.learn.interviews import title
from bot.say.board import Days, Row
from bot.say.drawing import letters, svg
from bot.say.drawing.marks import mark, zone
from bot.say.drawing.palette import Palette
from bot.say.drawing.said import Said
from bot.say.drawing.timeline import SMALL, Lane, Weeks, ground
from bot.words.named import text
from storage.facts import ContactKind, Direction
from storage.values import dataclass

NAME, STATE = 14.5, 12.0
HEIGHT, LOW = 84.0, 40.0
"""With its days, and without them: what is over needs none."""
LABELS, MIDDLE, ZONE = 48.0, 63.0, 20.0
"""Where the labels stand, and where the marks and the zones do, under the top of a row."""
APART, FIXED = 13.0, ("ask", "deadline")
AROUND = 14.0
"""So much stands over and under the middle: the line of today and the weekends."""
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where, in what colours and in whose words something is drawn."""

    weeks: Weeks
    palette: Palette
    said: Said
    today: date


def row(one: Row, number: int, top: float, setting: Setting) -> tuple[list[str], set[str]]:
    """A row from `top` on, and the kinds of what stands in it, for the legend."""
    shades = setting.palette
    weeks, ink = setting.weeks, shades.soft if one.is_over else shades.ink
    name = name_of(one, setting.said)
    parts: list[str] = []
    left = weeks.left
    if name is None:
        parts += [
            svg.element("circle", cx=left + 9, cy=top + 11, r=9, fill="none", stroke=ink, stroke_width=1.4),
            svg.text(left + 9, top + 15.5, str(number), 12.5, ink, bold=True, anchor="middle"),
        ]
    else:
        said = letters.fitting(name, NAME, weeks.width, bold=True)
        parts.append(svg.text(left, top + 16, said, NAME, ink, bold=True))
    state = letters.written(setting.said.text(one.state))
    parts.append(svg.text(left, top + 32, letters.fitting(state, STATE, weeks.width), STATE, shades.soft))
    if one.is_over:
        return parts, set()
    zones, kinds = _zones(one, top, setting)
    marks, more = _marks(one, top, setting)
    upper, middle, lower = (top + MIDDLE + aside for aside in (-AROUND, 0, AROUND))
    base = svg.line(left, middle, weeks.right, middle, shades.rule)
    x = weeks.middle(setting.today)
    today = svg.line(x, upper, x, lower, shades.ink, 2.2)
    return [*parts, *ground(weeks, upper, lower, shades), base, *zones, today, *marks], kinds | more


def name_of(one: Row, said: Said) -> str | None:
    """Employer and role as they are drawn; None: in letters that the font lacks."""
    opportunity = one.opportunity
    is_written = letters.is_written(f"{opportunity.employer}{opportunity.role or ''}")
    return letters.written(said.text(title(opportunity))) if is_written else None


def _zones(one: Row, top: float, setting: Setting) -> tuple[list[str], set[str]]:
    parts, kinds = [], set()
    for kind, days in (("hold", one.hold), ("wait", one.wait)):
        if days is not None and _is_seen(days, setting.weeks):
            x, end = setting.weeks.start(days.first), setting.weeks.start(days.last + A_DAY)
            parts.append(zone(kind, x, top + MIDDLE - ZONE / 2, end - x, ZONE))
            kinds.add(kind)
    return parts, kinds


def _is_seen(days: Days, weeks: Weeks) -> bool:
    return days.first <= weeks.last and days.last >= weeks.first


def marked(one: Row, today: date) -> Iterator[tuple[str, date, str]]:
    """What stands on which day, the least important first, and the style of its label, if it has one."""
    for talk in one.talks:
        yield "talk" if talk.is_over else "talk_ahead", talk.day, "near"
    for contact in one.contacts:
        thanks = contact.kind is ContactKind.THANK_YOU and contact.direction is Direction.OUT
        kind = "heard" if contact.direction is Direction.IN else "thanks_sent" if thanks else "wrote"
        yield kind, contact.at.astimezone(one.zone).date(), ""
    for promise in one.promises:
        is_open = promise.done_at is None
        yield "promise_open" if is_open else "promise_kept", promise.due, "near" if is_open else ""
    if one.thanks_due:
        yield "thanks_due", one.thanks_due, ""
    if one.deadline and one.deadline >= today:
        yield "deadline", one.deadline, "near"
    if one.asks_from or one.may_ask:
        yield "ask", one.asks_from or today, "near"


def _marks(one: Row, top: float, setting: Setting) -> tuple[list[str], set[str]]:
    weeks, shades = setting.weeks, setting.palette
    parts: list[str] = []
    labels: list[tuple[date, str, str]] = []
    kinds = set()
    lane = Lane(weeks)
    for (kind, day, label), x in _spread(list(marked(one, setting.today)), weeks):
        parts.append(
            mark(
                kind,
                x,
                top + MIDDLE,
                shades,
            )
        )
        kinds.add(kind)
        if label:
            labels.append((day, kind, label))
    if one.hold and weeks.shows(one.hold.last):
        labels.insert(0, (one.hold.last, "hold", "until"))
    outside = _outside(one, top, lane, setting)
    for one_label in reversed(labels):
        parts += _label(lane, one_label, top, setting)
    return parts + outside, kinds


def _spread(found: list[tuple[str, date, str]], weeks: Weeks) -> list[tuple[tuple[str, date, str], float]]:
    """Each mark with its place, none upon another: the flag and the last day stand where they are."""
    shown = sorted((one for one in dict.fromkeys(found) if weeks.shows(one[1])), key=lambda one: one[1])
    placed: list[tuple[tuple[str, date, str], float]] = []
    least = weeks.left
    for one in shown:
        x = weeks.middle(one[1])
        x = x if one[0] in FIXED else max(x, least)
        placed.append((one, x))
        least = x + APART
    return placed


def _label(lane: Lane, label: tuple[date, str, str], top: float, setting: Setting) -> list[str]:
    day, kind, style = label
    near = setting.said.day(day, "near")
    said = setting.said.text(text("picture.until", day=near)) if style == "until" else near
    shades, bold = setting.palette, kind in ("ask", "deadline")
    x = lane.place(setting.weeks.middle(day), said, SMALL, away=-6, bold=bold)
    if x is None:
        return []
    colour = {"ask": shades.go, "deadline": shades.due}.get(kind, shades.soft)
    return [svg.text(x, top + LABELS, said, SMALL, colour, bold=bold)]


def _outside(one: Row, top: float, lane: Lane, setting: Setting) -> list[str]:
    """What lies beyond the last week: an arrow, and the first day of it that counts."""
    beyond = [(day, kind) for kind, day, style in marked(one, setting.today) if style and day > setting.weeks.last]
    if not beyond:
        return []
    said = f"→ {setting.said.day(min(beyond)[0], 'far')}"
    x = setting.weeks.right - letters.width(said, SMALL, bold=True)
    lane.take(x, setting.weeks.right)
    return [svg.text(x, top + LABELS, said, SMALL, setting.palette.ink, bold=True)]
