"""The picture of /status: all that is pursued under one calendar, and that of a single one."""

from __future__ import annotations

from bot.say.board import Board, days_of
from bot.say.drawing import letters, marks, svg
from bot.say.drawing.legend import legend
from bot.say.drawing.palette import Palette
from bot.say.drawing.rows import HEIGHT, LOW, Setting, row
from bot.say.drawing.said import Said
from bot.say.drawing.timeline import axis, weeks_for
from bot.words.named import Text, text

WIDTH, MARGIN = 360.0, 12.0
HEAD = 84.0
CHIP = 11.0


def standing(board: Board, palette: Palette, said: Said, heading: Text) -> str:
    """The board as SVG text."""
    days = [day for one in board.rows if not one.is_over for day in days_of(one)]
    weeks = weeks_for(days, board.today, MARGIN, WIDTH - 2 * MARGIN)
    setting = Setting(weeks=weeks, palette=palette, said=said, today=board.today)
    rows, kinds, y = [], set(), HEAD
    for number, one in enumerate(board.rows, 1):
        parts, found = row(one, number, y, setting)
        rows += parts
        kinds |= found
        y += LOW if one.is_over else HEIGHT
    told, high = legend(kinds, y + 14, setting)
    height = y + 14 + high + 6
    more = _more(board, y, palette, said)
    ground = [marks.patterns(palette), svg.rect(0, 0, WIDTH, height, palette.paper)]
    title = said.text(heading)
    head = svg.text(MARGIN, 25, title, 17, palette.ink, bold=True)
    calendar = axis(weeks, 56, palette, said.day)
    return svg.document(WIDTH, height, title, [*ground, head, *calendar, *_today(setting), *rows, *told, *more])


def _today(setting: Setting) -> list[str]:
    """Its day on a plate, over the lines of today in the rows."""
    x, shades = setting.weeks.middle(setting.today), setting.palette
    word = setting.said.text(text("picture.today", day=setting.said.day(setting.today, "far")))
    width = letters.width(word, CHIP, bold=True) + 12
    left = min(max(x - width / 2, MARGIN), WIDTH - MARGIN - width)
    point = f"M{svg.number(x - 4)} 76h8l-4 5z"
    return [
        svg.rect(left, 60, width, 17, shades.ink, rx=8.5),
        svg.element("path", d=point, fill=shades.ink),
        svg.text(left + 6, 72.5, word, CHIP, shades.paper, bold=True),
    ]


def _more(board: Board, y: float, palette: Palette, said: Said) -> list[str]:
    if not board.left_out:
        return []
    word = said.text(text("picture.more", n=board.left_out))
    return [svg.text(WIDTH - MARGIN, 25, word, 11, palette.soft, anchor="end")]
