"""New employers, by their place in the clause: "interview with X", "bei der Firma X", "a place called X"."""

from __future__ import annotations

from bot.hear.naming.beside import (
    apposed,
    before_colon,
    before_talk,
    behind_day,
    behind_house,
    had_today,
    put,
    speaks_of_talk,
    that_day_was,
    with_time,
)
from bot.hear.naming.extent import end_of, lower_end_of
from bot.hear.naming.houses import find_houses
from bot.hear.naming.inside import find_inside, was_there
from bot.hear.naming.row import Row
from bot.hear.naming.subjects import has_employer, rules_out, subject
from bot.hear.naming.towns import is_town
from bot.hear.role import Role


def find_employers(row: Row) -> None:
    """Put down the employers of a clause that are not known yet."""
    find_houses(row)
    maybe = row.places("at_maybe")
    if not speaks_of_talk(row):
        maybe = [at for at in maybe if row.is_a(at - 1, "written_to", "waiting_word")]
    places = sorted({*row.places("at_sure"), *maybe})
    for at in sorted(places, key=lambda at: row.is_a(at, "beside_person")):
        _behind(row, at)
    find_inside(row)
    behind_house(row)
    before_talk(row)
    that_day_was(row)
    if not has_employer(row) or rules_out(row):
        subject(row)
    if not has_employer(row):
        before_colon(row)
    if not has_employer(row):
        apposed(row)
    if not has_employer(row):
        behind_day(row)
    if not has_employer(row):
        had_today(row)
    if not has_employer(row):
        with_time(row)
    if not has_employer(row):
        _written_to(row)


def _written_to(row: Row) -> None:
    """Should I call Dunmore Trust, I emailed Brightwell: somebody in capitals who is no person that one knows."""
    if row.clause.language != "en":
        return
    for at in row.places("contact_to"):
        start = at + 1
        if row.free(start) and row.words[start].is_capital and not row.words[start].mark:
            last = end_of(row, start)
            long = last - start > 1 or not row.is_a(at, "owns_word")
            if last > start and long and not row.is_given(start) and not row.is_a(last, "title_word"):
                put(row, start, last)
                return


def _behind(row: Row, at: int) -> None:
    """What stands behind "at", "with", "bei": a name in capitals, or unknown words where a talk is spoken of."""
    start = _past_articles(row, at + 1)
    if start is None or not row.free(start) or row.words[start].mark not in ("", "/", ":"):
        return
    last = end_of(row, start)
    if last > start:
        if row.is_a(at, "beside_person") and _is_person(row, start, last):
            _put_people(row, start, last)
        elif _fits(row, at, start, last):
            put(row, start, last)
    elif _fits_lower(row, at, start):
        put(row, start, lower_end_of(row, start))


def _is_field(row: Row, at: int) -> bool:
    """ "Head of compliance": what somebody is the head of is no house, "the owner of fig & thyme" is."""
    return row.is_a(at, "word_of") and row.words[at - 1].low in ("head", "director", "vp", "lead", "chief")


def _is_of_town(row: Row, at: int, start: int, last: int) -> bool:
    """ "At the Dundalk hub": a house that is told by its town alone."""
    return start > at + 1 and last < len(row) and not row.words[last].mark and not row.is_a(last, "time_word", "at")


def _is_person(row: Row, start: int, last: int) -> bool:
    """Whether a name behind "with" or "by" is somebody's: the house is named too, or another name is joined to it; not
    whose offer it is."""
    if any(row.is_a(at, "offer_word") for at in range(start)):
        return False
    if last - start > 2 or any(row.is_a(at, "house_tail", "kind", "agency_word") for at in range(start, last)):
        return False
    return has_employer(row) or _next_of_two(row, last) is not None


def _next_of_two(row: Row, last: int) -> int | None:
    """Where the second of two names of one word each stands: "by Pim and Lotte"."""
    joined = row.is_a(last, "word_and") and row.free(last + 1) and row.words[last + 1].is_capital
    return last + 1 if joined and not row.is_common(last + 1) and not row.words[last].mark else None


def _put_people(row: Row, start: int, last: int) -> None:
    other = _next_of_two(row, last)
    row.take(Role.PERSON, start, last)
    if other is not None:
        row.take(Role.PERSON, other, other + 1)


def _fits_lower(row: Row, at: int, start: int) -> bool:
    """Whether unknown words in lower case may be a name here: "an offer from x", "rejected by x"."""
    if row.is_a(at, "word_from"):
        return row.is_a(at - 1, "answer_word")
    if row.is_a(at, "beside_person") and row.is_a(at - 1, "employer_acts"):
        return True
    if (row.is_a(at - 1, "title_word") and not _is_field(row, at)) or (
        row.is_a(at, "only_beside_talk") and row.is_a(at - 1, "talk")
    ):
        return True
    if row.is_a(at, "at_place") and row.is_a(at - 1, "one_word"):
        return True
    bare = start == at + 1 or row.clause.language == "de"
    if row.is_a(at, "at_lower") and (row.says("was_there") or (bare and was_there(row))):
        return True
    if not row.is_a(at, "at_lower") or (start > at + 1 and row.clause.language == "en"):
        return False
    if _is_behind_another(row, at):
        return True
    opens = all(row.is_a(before, "before_subject") for before in range(at))
    told = opens and row.is_a(at, "at_place") and row.says("interview", "interviewed")
    return told or any(row.is_a(before, "talk") for before in range(at))


def _is_behind_another(row: Row, at: int) -> bool:
    """Whether a second talk is told of right before: "morgen noch eins bei edeka hofer"."""
    place = row.clause.where("another_one")
    words = row.clause.words
    return place is not None and words[place[1] - 1].end in (row.words[at - 1].end, row.words[at].end)


def _past_articles(row: Row, start: int) -> int | None:
    """Where the name may begin; None behind "a": that is a kind of place, no name."""
    while start < len(row) and (row.is_a(start, "name_article", "house")):
        start += 1
    if start >= len(row) or row.is_a(start, "of_kind"):
        return None
    return start


def _fits(row: Row, at: int, start: int, last: int) -> bool:
    """Whether a name in capitals may be an employer here. Behind "in", "for", "to" it takes more to be one."""
    if is_town(row, start, last) and (row.is_a(at, "word_from", "at_maybe") or _is_of_town(row, at, start, last)):
        return False
    if row.is_a(at, "only_beside_talk"):
        return any(row.is_a(before, "talk") for before in range(max(0, at - 3), at))
    if not row.is_a(at, "at_maybe"):
        return True
    if row.is_a(at, "word_to"):
        return row.is_a(at - 1, "applied_to", "written_to")
    if row.is_a(at, "word_of"):
        return row.is_a(at - 1, "word_out", "title_word") or at - 1 in row.taken
    behind_talk = row.is_a(at - 1, "talk")
    if row.is_a(at, "word_for"):
        return row.is_a(at - 1, "waiting_word") or (behind_talk and not row.is_a(last, "job_noun"))
    return last - start > 1 or row.is_a(last, "kind")
