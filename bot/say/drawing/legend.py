"""What the marks mean, in words: only those that are there, in lines as long as there is room."""

from __future__ import annotations

from bot.say.drawing import letters, svg
from bot.say.drawing.marks import SHAPES, ZONES, mark, zone
from bot.say.drawing.rows import Setting
from bot.words.named import text

SIZE = 11.0
LINE = 21.0
SYMBOL = {"hold": 26.0, "wait": 26.0}
OTHERS = 16.0
BETWEEN = 14.0
ORDER = (
    *("ask", "hold", "wait", "deadline", "talk", "talk_ahead", "thanks_due", "thanks_sent"),
    *("wrote", "heard", "promise_open", "promise_kept"),
)


def legend(kinds: set[str], top: float, setting: Setting) -> tuple[list[str], float]:
    """Its lines from `top` on, and how high they are."""
    left, width, palette, said = setting.weeks.left, setting.weeks.width, setting.palette, setting.said
    parts: list[str] = []
    x, y = left, top
    for kind in ORDER:
        if kind not in kinds:
            continue
        word = said.text(text(f"picture.legend.{kind}"))
        symbol = SYMBOL.get(kind, OTHERS)
        needs = symbol + 5 + letters.width(word, SIZE)
        if x > left and x + needs > left + width:
            x, y = left, y + LINE
        if kind in ZONES:
            parts.append(zone(kind, x, y, symbol, 14))
        elif kind in SHAPES:
            parts.append(mark(kind, x + symbol / 2, y + 7, palette))
        parts.append(svg.text(x + symbol + 5, y + 11, word, SIZE, palette.ink))
        x += needs + BETWEEN
    return parts, y + LINE - top
