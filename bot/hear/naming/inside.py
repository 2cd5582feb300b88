"""New employers by where the Person was: "Gespräch im Marienstift", "war in der Kita Lerche", "i was at Rhyl nursery".

"In" and "im" lead to whatever one may be in (a traffic jam, the kitchen, a town), and German writes all of it with a
capital. So what stands there is a house only where it says so itself: by its kind with a name behind it, or as one word
that ends in a kind and begins with none of what kinds are of ("Marienstift", but not "Pflegeheim").
"""

from __future__ import annotations

from bot.hear.clause import Subject
from bot.hear.naming.beside import put
from bot.hear.naming.extent import end_of, lower_end_of
from bot.hear.naming.ordinary import is_ordinary
from bot.hear.naming.row import Row
from bot.hear.naming.towns import is_town
from bot.hear.role import Role

FEWEST_LETTERS = 3
"""Letters at least that make a name before the kind: "Paulinen" and "hof"."""


def find_inside(row: Row) -> None:
    """Put down the houses that a talk was, or is to be, in; or in which the Person says that they were."""
    for at in row.places("at_inside"):
        start = _past_article(row, at + 1)
        if not row.free(start) or row.words[start].mark or not (_tells_a_talk(row) or was_there(row)):
            continue
        last = end_of(row, start) if row.words[start].is_capital else lower_end_of(row, start)
        last = max(last, _end_of_compound(row, start))
        if last > start and _is_house(row, start, last) and not is_town(row, start, last):
            put(row, start, last)


def was_there(row: Row) -> bool:
    """Whether the Person says that they were somewhere on a day, or as what: "war heute beim Landratsamt"."""
    if not row.says("i_was") or row.clause.subject not in (Subject.I, Subject.NONE):
        return False
    return row.says("day_word", "today") or any(name.role is Role.JOB for name in row.names)


def _tells_a_talk(row: Row) -> bool:
    return row.says("interview", "interviewed")


def _past_article(row: Row, at: int) -> int:
    return at + 1 if row.is_a(at, "name_article") else at


def _end_of_compound(row: Row, start: int) -> int:
    return start + 1 if is_house_name(row, start) else start


def _is_house(row: Row, start: int, last: int) -> bool:
    if row.is_a(start, "kind") and last - start > 1:
        return True
    if last - start > 1 and row.is_a(last - 1, "kind", "place_tail", "house_tail"):
        return True
    return is_house_name(row, start)


def is_house_name(row: Row, at: int) -> bool:
    """Whether a word is the name of a house by its end alone: "marienstift", "Josefsheim"."""
    low = row.words[at].low
    if not row.is_a(at, "house_end") or row.is_a(at, "of_a_kind", "no_house"):
        return False
    return len(low) > FEWEST_LETTERS and not is_ordinary(low) and not row.is_common(at)
