"""The picture of /progress: how the interviews felt, what came of them, and how employers kept the days they named.

Counts and days alone; nothing is graded. Without names it can be shown to others.
"""

from __future__ import annotations

from functools import partial

from bot.coaching.looked_back import Back, Word
from bot.say.drawing import letters, svg
from bot.say.drawing.palette import Palette
from bot.say.drawing.said import Said
from bot.words.named import Text, text
from storage.facts import Mood

WIDTH, MARGIN = 360.0, 12.0
RIGHT = WIDTH - MARGIN
MOODS = (Mood.GREAT, Mood.FINE, Mood.ROUGH)
LANE, BAR, WORD = 24.0, 27.0, 44.0
AFTER_WORDS = 108.0
"""Where a chart begins behind its words."""
MOST_WORDS = 5
MOST_MOODS = 24
PLAIN, SMALL = 12.0, 11.0


def progress(back: Back, palette: Palette, said: Said, *, names: bool) -> str:
    """It as SVG text; `names`: whether employers are named."""
    title = said.text(text("picture.progress.title", n=back.interviews))
    parts, y = [svg.text(MARGIN, 27, title, 16, palette.ink, bold=True)], 46.0
    for section in (_moods, _outcomes, partial(_words, names=names)):
        more, y = section(back, y, palette, said)
        parts += more
    ground = svg.rect(0, 0, WIDTH, y + 4, palette.paper)
    return svg.document(WIDTH, y + 4, title, [ground, *parts])


def _head(y: float, key: str, palette: Palette, said: Said) -> str:
    return svg.text(MARGIN, y + 12, said.text(text(key)), 13.5, palette.ink, bold=True)


def _moods(back: Back, top: float, palette: Palette, said: Said) -> tuple[list[str], float]:
    """A point for each interview on one of three lines, in the order of time."""
    moods = back.moods[-MOST_MOODS:]
    if not moods:
        return [], top
    parts, lanes = [_head(top, "picture.progress.moods", palette, said)], {}
    for number, mood in enumerate(MOODS):
        y = lanes[mood] = top + 34 + number * LANE
        parts.append(svg.text(MARGIN, y + 4, said.text(text(f"picture.mood.{mood}")), PLAIN, palette.soft))
        parts.append(svg.line(AFTER_WORDS, y, RIGHT, y, palette.rule))
    apart = min((RIGHT - AFTER_WORDS - 16) / max(len(moods) - 1, 1), 40)
    points = [(AFTER_WORDS + 8 + number * apart, lanes[mood]) for number, (_, mood) in enumerate(moods)]
    path = "M" + "L".join(f"{svg.number(x)} {svg.number(y)}" for x, y in points)
    parts.append(svg.element("path", d=path, fill="none", stroke=palette.hold_lines, stroke_width=1.6))
    parts += [svg.element("circle", cx=x, cy=y, r=5.5, fill=palette.ink) for x, y in points]
    y = lanes[MOODS[-1]] + 20
    parts.append(svg.text(points[0][0] - 6, y, said.day(moods[0][0], "axis"), SMALL, palette.soft))
    if points[-1][0] - points[0][0] > 80:
        parts.append(svg.text(points[-1][0] + 6, y, said.day(moods[-1][0], "axis"), SMALL, palette.soft, anchor="end"))
    return parts, y + 18


def _outcomes(back: Back, top: float, palette: Palette, said: Said) -> tuple[list[str], float]:
    """A box for each interview, in a row for what came of it, and their number."""
    parts, y = [_head(top, "picture.progress.outcomes", palette, said)], top + 20.0
    room = (RIGHT - AFTER_WORDS - 28) / max(back.interviews, 1)
    box = min(room, 16)
    for name, count in back.outcomes:
        parts.append(svg.text(MARGIN, y + 12, said.text(text(f"picture.outcome.{name}")), PLAIN, palette.soft))
        for number in range(count):
            fill = {"fill": palette.ink} if name == "went_on" else {"fill": palette.wait, "stroke": palette.soft}
            x = AFTER_WORDS + number * box
            parts.append(svg.element("rect", x=x, y=y + 1, width=max(box - 3, 1), height=13, rx=2, **fill))
        parts.append(svg.text(AFTER_WORDS + count * box + 4, y + 12, str(count), PLAIN, palette.ink, bold=True))
        y += BAR
    return parts, y + 10


def _words(back: Back, top: float, palette: Palette, said: Said, *, names: bool) -> tuple[list[str], float]:
    """For each day that was named: that day, and the one on which they answered."""
    words = back.words[-MOST_WORDS:]
    if not words:
        return [], top
    parts, y = [_head(top, "picture.progress.words", palette, said)], top + 18.0
    longest = max(max(_days(word)) for word in words)
    for number, word in enumerate(words, 1):
        is_written = names and letters.is_written(word.employer)
        who = letters.written(word.employer) if is_written else said.text(text("picture.employer", number=str(number)))
        parts += _word(word, who, y, (RIGHT - MARGIN - 40) / max(longest, 1), palette, said.text(_how(word)))
        y += WORD
    parts.append(_ring(MARGIN + 7, y + 8, palette))
    named = said.text(text("picture.legend.named"))
    parts.append(svg.text(MARGIN + 18, y + 12, named, SMALL, palette.ink))
    x = MARGIN + 18 + letters.width(named, SMALL) + 22
    parts.append(svg.element("circle", cx=x, cy=y + 8, r=5, fill=palette.ink))
    parts.append(svg.text(x + 11, y + 12, said.text(text("picture.legend.answered")), SMALL, palette.ink))
    return parts, y + 24


def _days(word: Word) -> tuple[int, int]:
    """Days after the talk: the named one, and the one of the answer, or how far it is by now."""
    return max((word.named - word.since).days, 0), max(((word.came or word.today) - word.since).days, 0)


def _word(word: Word, who: str, top: float, unit: float, shades: Palette, how: str) -> list[str]:  # noqa: PLR0917
    until, came = _days(word)
    room = RIGHT - MARGIN - letters.width(how, SMALL) - 12
    y, left = top + 27, MARGIN + 7
    parts = [
        svg.text(MARGIN, top + 13, letters.fitting(who, PLAIN, room, bold=True), PLAIN, shades.ink, bold=True),
        svg.text(RIGHT, top + 13, how, SMALL, shades.soft, anchor="end"),
        svg.line(left, y, left + max(until, came) * unit, y, shades.hold_lines, 3),
        _ring(left + until * unit, y, shades),
    ]
    if word.came is not None:
        parts.append(svg.element("circle", cx=left + came * unit, cy=y, r=5, fill=shades.ink))
    return parts


def _ring(x: float, y: float, shades: Palette) -> str:
    return svg.element("circle", cx=x, cy=y, r=7, fill=shades.paper, stroke=shades.ink, stroke_width=1.8)


def _how(word: Word) -> Text:
    if word.came is None:
        return text("picture.word.open")
    late = (word.came - word.named).days
    return text("picture.word.late", n=late) if late > 0 else text("picture.word.kept")
