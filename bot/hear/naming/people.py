"""People: "Dr Wiesner", "Joanna Prewett and a guy called Stu", "the manager Bev", "dana"."""

from __future__ import annotations

from bot.hear.naming.row import Row
from bot.hear.naming.surnames import past_family, past_particles_of_given, past_particles_of_titled
from bot.hear.role import Role

MOST_WORDS = 3
SAINTS = frozenset({"st", "saint", "sankt", "san", "santa", "haus"})
"""Words before a given name in the name of a house."""


def find_titled(row: Row) -> None:
    """Frau Kaltenbach, Herr Doktor Wöginger, Mr. Tanaka; not Notariat Dr. Pichler, which is a house."""
    for at in row.places("titles"):
        if not row.free(at) or _inside_name(row, at):
            continue
        end = at + 1
        while end < len(row) and row.is_a(end, "titles") and not row.words[end].mark:
            end += 1
        start = past_particles_of_titled(row, at, end)
        last = max(_surname(row, start, most=2), past_family(row, start))
        if last == end and row.free(end) and not row.is_common(end) and not row.words[end].mark:
            last = end + 1
        if last > end:
            row.take(Role.PERSON, at, last, title=title_near(row, at, last))


def _inside_name(row: Row, at: int) -> bool:
    before = at - 1
    return before >= 0 and row.words[before].is_capital and row.is_a(before, "kind") and not row.words[at].mark


def _surname(row: Row, start: int, most: int) -> int:
    """Where the capital words that begin here end."""
    end = start
    while end < len(row) and end - start < most and row.free(end):
        word = row.words[end]
        if (word.mark and end > start) or not word.is_capital or row.is_common(end):
            break
        end += 1
        if word.text.endswith("'s"):
            break
    return end


def find_called(row: Row) -> None:
    """A guy called Stu, her name's Yolanda Pruitt, ein Mann namens Timo."""
    if row.says("place_called"):
        return  # "die Firma heißt Brandt": a house is called so
    place, since = row.clause.where("person_called"), 0
    while place:
        at = _at(row, place[1] - 1) + 1
        last = _surname(row, at, MOST_WORDS)
        if last == at and row.is_given(at):
            last = at + 1
        joined = last < len(row) and row.words[last].text in ("&", "+")  # "Ahrens & Vogt": a house
        if last > at and not joined:
            row.take(Role.PERSON, at, last, title=title_near(row, at, last))
        since = place[1]
        place = row.clause.where("person_called", since)


def _at(row: Row, word: int) -> int:
    """The typed word in which a word of the clause stands."""
    start = row.clause.words[word].start
    return max(at for at, typed in enumerate(row.words) if typed.start <= start)


def find_given(row: Row) -> None:
    """Given names, with the surname that follows."""
    for at in row.given():
        if not row.free(at) or not row.is_given(at) or _is_house(row, at):
            continue
        word = row.words[at]
        if word.is_capital and (row.is_given(at, sure=True) or _expected(row, at)):
            ends = word.text.endswith("'s") or (at + 1 < len(row) and bool(row.words[at + 1].mark))
            last = at + 1 if ends else _surname(row, past_particles_of_given(row, at + 1), 2)
            if not _is_employer(row, at, last):
                row.take(Role.PERSON, at, last, _shown(row, at, last), title=title_near(row, at, last))
        elif not word.is_capital and row.is_given(at, sure=True) and not (row.is_common(at) or _is_place(row, at)):
            row.take(Role.PERSON, at, at + 1, word.bare, title=title_near(row, at, at + 1))


def find_beside(row: Row) -> None:
    """Somebody with a rare name beside somebody with a usual one: "met Orla (head of design) and Pieter (HR)"."""
    for at in range(1, len(row) - 1):
        if row.words[at].low not in ("and", "und") or row.words[at].mark.strip(")") or not _is_behind_person(row, at):
            continue
        word = row.words[at + 1]
        fits = row.free(at + 1) and word.is_capital and not word.mark and not row.is_common(at + 1)
        last = _surname(row, at + 1, 2) if fits else at + 1
        if last > at + 1 and _closes_a_list(row, last):
            row.take(Role.PERSON, at + 1, last, title=title_near(row, at + 1, last))


def _is_behind_person(row: Row, at: int) -> bool:
    """Whether the words before belong to somebody: "Orla and", "Orla (head of design) and"."""
    if at - 1 in row.taken and any(
        name.role is Role.PERSON and name.end == row.words[at - 1].end for name in row.names
    ):
        return True
    opened = max((one for one in range(at) if row.words[one].mark == "("), default=0)
    closed = row.clause.text[: row.words[at].start - row.clause.start].rstrip().endswith(")")
    before = row.words[opened - 1] if opened else None
    return closed and before is not None and any(n.role is Role.PERSON and n.end == before.end for n in row.names)


def _closes_a_list(row: Row, last: int) -> bool:
    """Whether nothing is told of the last of a list but what they are: its end, a bracket, "from HR"."""
    return last == len(row) or row.words[last].mark == "(" or row.words[last].low in ("from", "von", "vom", "aus")


def _is_house(row: Row, at: int) -> bool:
    """Whether a house may be called so: "bei Otto war ich am Montag", "interview at martha's", "St Joseph's"."""
    if at > 0 and row.words[at - 1].low in SAINTS:
        return True
    return row.is_a(at - 1, "at_place") and row.says("was_there", "interview", "interviewed")


def _is_place(row: Row, at: int) -> bool:
    """Whether a name behind "in" is that of a town: "a place in chelsea"."""
    return at > 0 and row.words[at - 1].low == "in"


def _expected(row: Row, at: int) -> bool:
    """Whether a person may stand here: "met Grace", "Mark and Will"."""
    return at > 0 and (row.is_a(at - 1, "person_before", "title_word") or (at - 1) in row.taken)


def _is_employer(row: Row, at: int, last: int) -> bool:
    """Frank & Sons, Jackson Systems, "at Martha Stewart": a given name in the name of a house."""
    joined = last < len(row) and row.words[last].text in ("&", "+")
    tail = any(
        row.is_a(one, "place_tail", "agency_word", "house_tail") for one in range(at + 1, min(last + 1, len(row)))
    )
    placed = at > 0 and row.words[at - 1].low in ("at", "bei") and last - at > 1
    return joined or tail or placed


def _shown(row: Row, first: int, last: int) -> str:
    return row.text(first, last).removesuffix("'s").removesuffix("'")


def title_near(row: Row, first: int, last: int) -> str:
    """What somebody is: (design director), "the manager Bev", "Anja from research", "Denise, the head of sales"."""
    if _is_title(row, first - 1) and not row.words[first].mark:
        return _title_before(row, first)
    being = next((at for at in (first - 1, first - 2) if row.is_a(at, "being", "named_so")), None)
    if being is not None and _is_title(row, being - 1) and not row.words[being].mark:
        return _title_before(row, being)
    if last < len(row) and row.words[last].low in ("from", "von", "in", "aus") and row.is_a(last + 1, "title_word"):
        return row.words[last + 1].text
    behind = last + 1 if last < len(row) and row.is_a(last, "being") and not row.words[last].mark else last
    if behind < len(row) and (row.words[behind].mark in ("(", ",") or row.words[behind].low in ARTICLES):
        return _title_behind(row, behind)
    if row.words[first].mark in ("(", ","):
        near = next((at for at in (first - 1, first - 2) if row.is_a(at, "title_word")), None)
        return row.words[near].text if near is not None else ""
    return ""


def _is_title(row: Row, at: int) -> bool:
    """Whether a word says what somebody is: IT does, "it" does not."""
    return row.is_a(at, "title_word") and (row.words[at].low != "it" or row.words[at].text == "IT")


ARTICLES = ("the", "a", "an", "our", "their", "my", "der", "die", "mein", "meine", "unser", "unsere")


def _title_before(row: Row, first: int) -> str:
    start = first - 1
    while start > 0 and first - start < MOST_WORDS and not row.words[start].mark and _is_of_title(row, start - 1):
        start -= 1
    return row.text(start, first)


def _is_of_title(row: Row, at: int) -> bool:
    return (
        row.free(at)
        and (row.is_a(at, "title_word", "job_word") or not row.is_common(at))
        and len(row.words[at].low) > 1
    )


def _title_behind(row: Row, last: int) -> str:
    """The title that begins here, with what it is of: "head of design", "VP of sales"."""
    end = last
    while end < len(row) and end - last < MOST_WORDS and row.free(end) and not (row.words[end].mark and end > last):
        end += 1
        if row.is_a(end - 1, "title_word"):
            start = last + 1 if row.words[last].low in ARTICLES else last
            if _is_of_the_next(row, end):
                return ""
            return row.text(start, _with_field(row, end)) if start < end else ""
    return ""


def _is_of_the_next(row: Row, end: int) -> bool:
    """Whether a title is that of the name behind it: "Dr. Weber, die Personalerin Frau Kunz"."""
    if end >= len(row) or row.words[end].mark:
        return False
    return row.is_a(end, "titles") or row.is_given(end, sure=True) or end in row.taken


def _with_field(row: Row, end: int) -> int:
    """Where a title ends with the field that it is of, or a second title word: "head of design", "team lead"."""
    while row.free(end) and not row.words[end].mark and row.is_a(end, "title_word"):
        end += 1
    of = row.free(end) and row.free(end + 1) and row.words[end].low in ("of", "for", "für") and not row.words[end].mark
    return end + 2 if of and not row.words[end + 1].mark else end
