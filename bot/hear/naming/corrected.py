"""A name that is put right in the same breath: "at Tesco, no, Sainsburys", "bei Rewe, ich meine Edeka"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.hear.clause import Clause, Name
from bot.hear.naming.extent import end_of
from bot.hear.naming.row import Row
from bot.hear.role import Role
from storage.changing import changed

NO = frozenset({"no", "nope", "nah", "sorry", "nein", "nee", "ne", "quatsch"})
"""Words that take back a name, set off by a mark on one of their sides."""
I_MEAN = frozenset({("i", "mean"), ("i", "meant"), ("ich", "mein"), ("ich", "meine"), ("ich", "meinte")})
CUES = NO | {"mean", "meant", "mein", "meine", "meinte"}
ANSWERS = frozenset({"yes", "no", "maybe", "ja", "nein", "vielleicht", "is", "was", "has", "said", "ist", "hat", "war"})
"""Behind the second name they tell that both are meant: "Tesco no, Aldi yes"."""
MARKS = frozenset({"", ",", "-", "–", "...", "…"})


def with_corrected(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """The clauses without employers that are taken back, and with those that are meant."""
    return tuple(_corrected(one) if any(word.text in CUES for word in one.words) else one for one in clauses)


def _corrected(clause: Clause) -> Clause:
    row, names = Row(clause), list(clause.names)
    for wrong in [name for name in clause.names if name.role is Role.EMPLOYER]:
        right = _right(row, wrong, names)
        if right is not None and not _is_answered(row, right.end):
            names = [*(name for name in names if name not in (wrong, right)), right]
    return changed(clause, names=tuple(sorted(names, key=_place)))


def _right(row: Row, wrong: Name, names: Sequence[Name]) -> Name | None:
    """The employer that stands behind the words which take one back."""
    start = _meant_behind(row, wrong)
    if start is None:
        return None
    found = next((name for name in names if name.start == row.words[start].start), None)
    if found is not None:
        return found if found.role is Role.EMPLOYER else None
    last = end_of(row, start) if row.words[start].is_capital else start
    first, end = row.words[start].start, row.words[last - 1].end
    return Name(Role.EMPLOYER, row.text(start, last), first, end) if last > start else None


def _meant_behind(row: Row, wrong: Name) -> int | None:
    """Where the word stands that may be the name which is meant."""
    at = next((at for at, word in enumerate(row.words) if word.start >= wrong.end), len(row))
    behind = [word.low for word in row.words[at : at + 2]]
    if len(row) <= at + 1 or any(word.mark not in MARKS for word in row.words[at : at + 2]):
        return None
    if tuple(behind) in I_MEAN:
        return at + 2 if at + 2 < len(row) else None
    marked = row.words[at].mark or row.words[at + 1].mark
    return at + 1 if behind[0] in NO and marked else None


def _is_answered(row: Row, end: int) -> bool:
    """Whether something is told of the second, so that both stand."""
    behind = next((word for word in row.words if word.start >= end), None)
    return behind is not None and behind.low in ANSWERS


def _place(name: Name) -> int:
    return name.start
