"""Employers that are told of by their kind of house: "a place called X", "the firm is X", "the shop, kmart,"."""

from __future__ import annotations

from bot.hear.clause import Clause
from bot.hear.naming.beside import put
from bot.hear.naming.extent import end_of, lower_end_of
from bot.hear.naming.row import Row
from bot.hear.naming.towns import is_town
from bot.hear.role import Role
from bot.hear.vocabulary import vocabulary


def find_houses(row: Row) -> None:
    """Put down what is named as a house."""
    _likened(row)
    _agency_called(row)
    _is_the_agency(row)
    _called(row)
    _so_called(row)
    _is_the_house(row)
    if row.clause.language == "en":
        _told(row)
    if row.has_marks and not row.keys.isdisjoint(("house", "kind")):
        _set_off(row)
    _through(row)


def _likened(row: Row) -> None:
    """Blue Harbour type thing, a Bakers & Sons kind of place: what a house is like is not its name."""
    for at in range(1, len(row)):
        likened = row.words[at].low in ("type", "style", "kind", "ish", "esque") and not row.words[at].mark
        is_thing = at + 1 < len(row) and row.words[at + 1].low in (
            "thing",
            "of",
            "place",
            "outfit",
            "agency",
            "company",
        )
        if likened and is_thing and row.words[at - 1].is_capital:
            start = at - 1
            while start > 0 and row.words[start - 1].is_capital and not row.words[start].mark:
                start -= 1
            row.taken.update(range(start, at))


def _agency_called(row: Row) -> None:
    """Through an agency (a small one, called Westbrook): the agency is called so, and not the employer."""
    cues = [at for at in row.places("agency_near") if at < len(row)]
    for at in range(1, len(row) - 1):
        is_called = row.words[at].low in ("called", "named", "namens") and row.words[at + 1].is_capital
        if is_called and row.free(at + 1) and any(0 < at - cue <= NEAR for cue in cues):
            row.take(Role.AGENCY, at + 1, max(at + 2, end_of(row, at + 1)))


def _is_the_agency(row: Row) -> None:
    """Brightdesk is just the agency, Kessler ist nur die Agentur."""
    for at in row.places("agency_near"):
        start = at
        while start > 0 and row.words[start - 1].low in SMALL and not row.words[start].mark:
            start -= 1
        if start == 0 or at - start == 0 or not row.is_a(start, "being"):
            continue
        first = start
        while first > 0 and row.free(first - 1) and not row.is_common(first - 1) and not row.words[first].mark:
            first -= 1
        if 0 < start - first <= MOST_OF_A_NAME:
            row.take(Role.AGENCY, first, start)


def tells_whose_name(clause: Clause) -> bool:
    """Whether a clause tells which house a name is of: "... is the school", "... ist die Bäckerei"."""
    place = clause.where("kind", _being(clause) + 1)  # the name may hold a kind, too: "Elm Academy is the school"
    if place is None:
        return False
    before = [word.text for word in clause.words[max(0, place[0] - 2) : place[0]]]
    behind = clause.words[place[1] :]  # "the company I'd like most" tells no name
    is_all = not behind or vocabulary(clause.language)["before_subject"].holds(behind[0].text)
    return is_all and len(before) > 1 and before[0] in BEING and before[1] in ("the", "der", "die", "das")


def _being(clause: Clause) -> int:
    """The first word that says what something is; -1 where there is none."""
    return next((at for at, word in enumerate(clause.words) if word.text in BEING), -1)


BEING = frozenset({"is", "was", "ist", "war"})
SMALL = frozenset(
    {"is", "are", "was", "ist", "sind", "war", "just", "only", "nur", "bloss"}
    | {"the", "an", "a", "die", "eine", "der", "ein"}
)
MOST_OF_A_NAME = 3
NEAR = 6
"""Words between an agency and its name, at most."""


def _through(row: Row) -> None:
    """Via Hays recruiters, through Marlowe Staffing, über Kessler Personal."""
    for at in row.places("through_word"):
        if row.free(at + 1) and row.words[at + 1].is_capital:
            last = end_of(row, at + 1)
            tail = last < len(row) and row.is_a(last, "agency_word") and not row.words[last].mark
            said = tail or any(row.is_a(one, "agency_word") for one in range(at + 1, len(row)))
            if last > at + 1 and said:
                row.take(Role.AGENCY, at + 1, last)


def _called(row: Row) -> None:
    """A place called Mossgate Nurseries, the company is called 8Bit Bakery, die Kita heißt übrigens Wurzelkinder."""
    at = _behind_called(row)
    if at is None:
        return
    at = _past_asides(row, at)
    last = end_of(row, at) if at < len(row) else at
    if last == at and at < len(row):
        last = _capitals(row, at)
    put(row, at, last if last > at else lower_end_of(row, at))


def _capitals(row: Row, start: int) -> int:
    """Where ordinary words end that are written as a name: "a charity called Open Hand"."""
    end = start
    while (
        row.clause.language == "en" and row.free(end) and row.words[end].is_capital and not row.is_a(end, "name_stop")
    ):
        if end > start and row.words[end].mark:
            break
        end += 1
    return end if end - start > 1 else start


def _behind_called(row: Row) -> int | None:
    """Where a name may begin behind the words that tell what a house is called."""
    place = row.clause.where("place_called")
    if place is not None:
        end_of_cue = row.clause.words[place[1] - 1].end
        return next((at for at, word in enumerate(row.words) if word.start >= end_of_cue), len(row))
    for at in row.places("kind", "house"):
        called = _past_asides(row, at + 1 + row.is_a(at + 1, "being"))
        if row.is_a(called, "named_so") and not any(row.words[one].mark for one in range(at + 1, called + 1)):
            return called + 1
    return None


def _past_asides(row: Row, at: int) -> int:
    while at + 1 < len(row) and row.is_a(at, "by_the_way"):
        at += 1
    return at


def _so_called(row: Row) -> None:
    """Muir & Son it's called, Holler heißt der Laden: what stands right before it is the name."""
    place = row.clause.where("so_called")
    if place is not None:
        _put_before(row, row.clause.words[place[0]].start)


def _is_the_house(row: Row) -> None:
    """Brindle Lane is the school, Holler ist die Bäckerei: a name, and which of those told of it is."""
    if tells_whose_name(row.clause):
        _put_before(row, row.clause.words[_being(row.clause)].start)


def _put_before(row: Row, cue: int) -> None:
    """Put down the name that ends where a cue begins; small words that open the sentence are none of it."""
    last = next((at for at, word in enumerate(row.words) if word.end > cue), len(row))
    last -= int(last > 0 and row.words[last - 1].low in ("that", "this", "das"))
    start = next((at for at in range(last) if row.free(at) and end_of(row, at) == last), last)
    if all(row.is_a(at, "before_subject") for at in range(start)) and not (
        row.is_given(start) or is_town(row, start, last)
    ):
        put(row, start, last)


def _told(row: Row) -> None:
    """The firm is Harrison's Plumbing Supplies; not "the firm is small"."""
    for at in row.places("house", "kind"):
        if row.is_a(at + 1, "being") and row.free(at + 2):
            put(row, at + 2, end_of(row, at + 2))
            return


def _set_off(row: Row) -> None:
    """The other shop, kmart, ...; a pub in Hackney, the Marksman."""
    for at in range(1, len(row)):
        start = at + 1 if row.is_a(at, "name_article") and not row.is_a(at, "like_word") else at
        if row.words[at].mark != "," or not row.free(start) or row.words[start].mark not in ("", ","):
            continue
        last = end_of(row, start)
        last = last if last > start else lower_end_of(row, start)
        alone = last > start and (last == len(row) or bool(row.words[last].mark))
        if alone and not row.is_given(start, sure=True) and _is_of_house(row, at - 1, article=start > at):
            put(row, start, last)
            return


def _is_of_house(row: Row, at: int, *, article: bool) -> bool:
    """Whether words before a mark tell of a house: "another place", or "a pub in Hackney" with an article behind."""
    if row.is_a(at, "kind", "house"):
        return True
    return article and any(row.is_a(before, "kind", "house") for before in range(max(0, at - 2), at))
