"""New employers by what stands beside them: "the X interview", ", X, paralegal", "Monday was X"."""

from __future__ import annotations

from itertools import pairwise

from bot.hear.naming.extent import MOST_WORDS, end_of, lower_end_of
from bot.hear.naming.ordinary import is_ordinary
from bot.hear.naming.row import Row
from bot.hear.naming.stand_ins import is_kind_alone
from bot.hear.naming.towns import is_town
from bot.hear.role import Role
from bot.hear.vocabulary import alone

MOST_BEFORE = 7
"""Words before the "is" of "and the one on Friday is X"."""


def speaks_of_talk(row: Row) -> bool:
    return row.says("talk", "answer_word")


def behind_house(row: Row) -> None:
    """Company: Lumio Health. Firma Datenhafen. Personalvermittlung Kessler & Partner. Die Agentur Hays."""
    for at in row.places("house", "agency_word", "agency_near"):
        if row.free(at + 1) and row.words[at + 1].mark in ("", ":", "(") and row.words[at + 1].is_capital:
            last = end_of(row, at + 1)
            if last > at + 1:
                put(row, at + 1, last)


def before_talk(row: Row) -> None:
    """The Globex interview, the Barley Row job, my Monzo offer."""
    for at in row.places("talk", "answer_word", "job_noun"):
        if row.words[at].mark:
            continue
        start = at
        while start > 0 and at - start < MOST_WORDS and _is_inner(row, start - 1):
            start -= 1
        if start < at and start > 0 and row.is_a(start - 1, "name_article", "of_kind") and end_of(row, start) == at:
            put(row, start, at)


def behind_day(row: Row) -> None:
    """Yesterday Fintan & Co, second round; Monday, Kestrel Bank."""
    at = 0
    while "day_word" in row.keys and row.is_a(at, "time_word", "before_subject"):
        at += 1
    told = any(row.is_a(before, "day_word") for before in range(at))
    if told and row.free(at) and row.words[at].is_capital and not row.is_given(at):
        last = end_of(row, at)
        if last < len(row) and (row.words[last].mark or row.is_a(last, "being")):
            put_bare(row, at, last)


def had_today(row: Row) -> None:
    """Had Marsh Institute today, "hatte heute Novatec": a talk is all that one has with a house on a day."""
    at = next((at for at in range(len(row)) if not row.is_a(at, "before_subject")), len(row))
    if at < len(row) and row.words[at].low in ("i", "ich"):
        at += 1
    if at >= len(row) or row.words[at].low not in ("had", "hatte", "hab", "got"):
        return
    start = at + 1
    while row.is_a(start, "day_word") or (start < len(row) and row.words[start].low == "heute"):
        start += 1
    last = end_of(row, start) if row.free(start) and row.words[start].is_capital else start
    dated = start > at + 1 or row.is_a(last, "day_word") or row.is_a(last, "time_word")
    if last > start and dated and not (row.is_given(start) or is_town(row, start, last)):
        put_bare(row, start, last)


PARTS_OF_A_DAY = frozenset({"morning", "afternoon", "evening", "vormittags", "nachmittags", "vormittag", "nachmittag"})


def that_day_was(row: Row) -> None:
    """Monday was Kestrel Bank, the one tomorrow is oakmere."""
    for at in row.places("being"):
        if not 0 < at < MOST_BEFORE or not row.free(at + 1) or row.words[at + 1].mark:
            continue
        part = row.words[at - 1].low in PARTS_OF_A_DAY
        if not part and not any(row.is_a(before, "day_word", "one_word") for before in range(at)):
            return
        last = end_of(row, at + 1)
        if last == at + 1 and any(row.is_a(before, "the_one") for before in range(2)):
            last = lower_end_of(row, at + 1)
        put(row, at + 1, last)
        return


def _is_inner(row: Row, at: int) -> bool:
    word = row.words[at]
    joined = word.text in ("&", "+")
    return row.free(at) and (joined or (word.is_capital and not row.is_common(at))) and not row.words[at + 1].mark


def with_time(row: Row) -> None:
    """Nothing but a name and a time with a figure in it: "Acme Thu 10 Dec 3pm"; not "withdrew this morning"."""
    if row.clause.index or not row.free(0) or row.is_common(0) or not any(char.isdigit() for char in row.clause.text):
        return
    last = end_of(row, 0) if row.words[0].is_capital else lower_end_of(row, 0)
    behind = range(last, len(row))
    figures = [at for at in behind if row.words[at].low[0].isdigit()]
    if (
        last
        and figures
        and not is_town(row, 0, last)
        and all(row.is_a(at, "time_word") or at in figures for at in behind)
    ):
        put_bare(row, 0, last)


def apposed(row: Row) -> None:
    """A piece between marks that is nothing but a name: ", Ingleby Parks,", "interview friday, brightwell dental"."""
    if not row.has_marks and len(row) > MOST_WORDS:
        return
    jobs = any(name.role is Role.JOB for name in row.names)
    beside = jobs or speaks_of_talk(row) or row.says("kind")
    for start, end in _between_marks(row):
        alone = (
            end_of(row, start) == end
            and not is_town(row, start, end)
            and not any(row.is_given(at, sure=True) for at in range(start, end))
        )
        if alone and (beside if end - start == 1 else row.clause.language == "en" or beside):
            put_bare(row, start, end)
            return
    if row.says("talk") and row.clause.language == "en" and not row.says("kind", "house"):
        for start, end in _between_marks(row)[1:]:
            if lower_end_of(row, start) == end and (end - start > 1 or (jobs and end - 1 not in row.taken)):
                put_bare(row, start, end)
                return


def before_colon(row: Row) -> None:
    """Stripe: onsite Thursday. A lone name that opens what is told of it, with its day."""
    last = end_of(row, 0) if len(row) > 1 and row.free(0) and row.words[0].is_capital else 0
    last = 1 if not last and row.is_a(0, "house_of_a_word") else last
    told = row.says("day_word", "interview", "talk") and not row.is_a(0, "title_word", "before_subject", "time_word")
    if not (0 < last < len(row) and row.words[last].mark == ":" and told):
        return
    if not (row.is_given(0) or is_town(row, 0, last) or is_work(row, last - 1)):
        put_bare(row, 0, last)


def _between_marks(row: Row) -> list[tuple[int, int]]:
    cuts = [0, *(at for at, word in enumerate(row.words) if word.mark and at), len(row)]
    return [(start, end) for start, end in pairwise(cuts) if end > start and row.free(start)]


def put(row: Row, start: int, end: int) -> None:
    """Put an employer down, or the agency that it is."""
    if end <= start or is_kind_alone(row, start, end):
        return
    if end - start == 1 and row.clause.language == "de" and row.is_a(start, "job_word"):
        return  # "mit der Heimleiterin"
    agency = any(row.is_a(at, "agency_word") for at in range(start, end)) or _is_agency_cue(row, start)
    row.take(Role.AGENCY if agency else Role.EMPLOYER, start, end)


def put_bare(row: Row, start: int, end: int) -> None:
    """Put an employer down where nothing marks its place: there an ordinary word is the name of nobody."""
    works = [is_work(row, at) for at in range(start, end)]
    if all(works) or (works[-1] and row.clause.language == "en"):
        return
    written = not row.is_shouted and any(row.words[at].is_capital for at in range(start, end))
    if not (end - start == 1 or not written) or not all(is_ordinary(row.words[at].low) for at in range(start, end)):
        put(row, start, end)


def is_work(row: Row, at: int) -> bool:
    """Whether a word tells work, a contract or a stage: "Minijob", "Hospitation"; of "part-time" a part does."""
    first, _, rest = row.words[at].low.partition("-")
    parted = bool(rest) and any("heading_work" in alone(part, row.clause.language) for part in (first, rest))
    return parted or row.is_a(at, "job_word", "job_noun", "heading_work")


def _is_agency_cue(row: Row, start: int) -> bool:
    """Right before it, but for who is named between: "einen Vermittler, Herr Brandt von Kontor"."""
    between = [before for before in range(start) if before not in row.taken]
    return any(row.is_a(before, "agency_near") for before in between[-3:])
