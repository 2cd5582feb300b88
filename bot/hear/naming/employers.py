"""New employers, by their place in the clause: "interview with X", "bei der Firma X", "X rejected me", ", X, paralegal"."""

from __future__ import annotations

from bot.hear.clause import Role
from bot.hear.clauses import is_participle
from bot.hear.naming.row import Row

MOST_WORDS = 5
MOST_LOWER = 3
AT = frozenset({"at", "with", "w", "from", "by", "bei", "bi", "beim", "von", "vom", "mit"})
ALSO_AT = frozenset({"for", "in", "fuer", "of", "to", "an", "@"})
ARTICLES = frozenset({"the", "der", "dem", "den", "die", "das", "da", "de", "this", "like"})
ONE_OF_KIND = frozenset(
    {"a", "an", "einer", "einem", "ein", "eine", "einen", "ner", "nem", "some", "my", "our", "their"}
)
JOINING = frozenset(
    {"&", "+", "of", "and", "for", "und", "de", "du", "der", "am", "fuer", "an", "im", "the", "von", "zum"}
)
LOWER_AT = frozenset({"at", "with", "w", "bei", "bi", "beim"})
NO_NAME = ("ly", "ing", "ed", "lich", "ieren", "keit", "ung")
APPLIED = frozenset({"applied", "apply", "applying", "application", "applications", "beworben", "bewerbung"})
SONS = frozenset(
    {"sons", "co", "partners", "partner", "soehne", "toechter", "daughters", "sohn", "company", "associates"}
)
HOUSE = frozenset({"firma", "fa", "company", "firm", "employer", "companies", "startup"})


def find_employers(row: Row) -> None:
    """Put down the employers of a clause that are not known yet."""
    _called(row)
    for at in range(len(row)):
        low = row.words[at].low
        if low in AT or (low in ALSO_AT and _speaks_of_talk(row)):
            _behind(row, at)
    _behind_house(row)
    _before_talk(row)
    _that_day_was(row)
    if not _has_employer(row):
        _subject(row)
    if not _has_employer(row):
        _apposed(row)


def _has_employer(row: Row) -> bool:
    return any(name.role is Role.EMPLOYER for name in row.names)


def _speaks_of_talk(row: Row) -> bool:
    return row.says("talk", "answer_word")


def _called(row: Row) -> None:
    """A place called Mossgate Nurseries, the company is called 8Bit Bakery."""
    place = row.clause.where("place_called")
    if place is None:
        return
    end_of_cue = row.clause.words[place[1] - 1].end
    at = next((at for at, word in enumerate(row.words) if word.start >= end_of_cue), len(row))
    last = _end(row, at) if at < len(row) else at
    _put(row, at, last if last > at else _lower_end(row, at))


def _behind(row: Row, at: int) -> None:
    """What stands behind "at", "with", "bei": a name in capitals, or unknown words where a talk is spoken of."""
    start = _past_articles(row, at + 1)
    if start is None or not row.free(start) or row.words[start].mark not in ("", "/", ":"):
        return
    last = _end(row, start)
    if last > start:
        if _fits(row, at, start, last):
            _put(row, start, last)
    elif _fits_lower(row, at, start):
        _put(row, start, _lower_end(row, start))


def _fits_lower(row: Row, at: int, start: int) -> bool:
    """Whether unknown words in lower case may be a name here: "an offer from x", "interview on friday at x"."""
    low = row.words[at].low
    if low in ("from", "von", "vom"):
        return row.is_a(at - 1, "answer_word")
    if row.is_a(at - 1, "title_word") or (low == "mit" and row.is_a(at - 1, "talk")):
        return True
    if low == "bei" and row.says("was_there"):
        return True
    if low not in LOWER_AT or (start > at + 1 and row.clause.language == "en"):
        return False
    return any(row.is_a(before, "talk") for before in range(at))


def _past_articles(row: Row, start: int) -> int | None:
    """Where the name may begin; None behind "a": that is a kind of place, no name."""
    while start < len(row) and (row.words[start].low in ARTICLES | HOUSE):
        start += 1
    if start >= len(row) or row.words[start].low in ONE_OF_KIND:
        return None
    return start


def _fits(row: Row, at: int, start: int, last: int) -> bool:
    """Whether a name in capitals may be an employer here. Behind "in", "for", "to" it takes more to be one."""
    low = row.words[at].low
    if low == "mit":
        return any(row.is_a(before, "talk") for before in range(max(0, at - 3), at))
    if low not in ALSO_AT:
        return True
    if low in ("to", "an"):
        return row.words[at - 1].low in APPLIED if at else False
    if low == "of":
        return at > 0 and (row.words[at - 1].low == "out" or row.is_a(at - 1, "title_word") or at - 1 in row.taken)
    behind_talk = row.is_a(at - 1, "talk")
    if low in ("for", "fuer"):
        return behind_talk and not row.is_a(last, "job_noun")
    return last - start > 1 or row.is_a(last, "kind")


def _end(row: Row, start: int) -> int:
    """Where the capital words that begin here end; `start` when there is no name."""
    end = start
    while end < len(row) and end - start < MOST_WORDS and row.free(end):
        word = row.words[end]
        if word.mark not in ("", '"', "'") and end > start:
            break
        if not _belongs(row, start, end):
            break
        end += 1
    while end > start and row.words[end - 1].low in JOINING:
        end -= 1
    if end < len(row) and end > start and not row.words[end].mark and row.is_a(end, "place_tail"):
        end += 1
    return end if _is_name(row, start, end) else start


def _belongs(row: Row, start: int, end: int) -> bool:
    word = row.words[end]
    if word.low in JOINING and end > start:
        return _joins(row, end)
    if not word.is_capital:
        return False
    if row.is_a(end, "kind", "place_tail", "house_tail", "titles", "agency_word"):
        return True
    if end == start and row.is_common(end):
        return _opens_name(row, end)
    return not row.is_common(end) or (end > start and word.text[0].isupper() and not _is_stop(row, end))


def _opens_name(row: Row, at: int) -> bool:
    """A common word that begins a name: Little Acorns, Three Rivers."""
    behind = at + 1
    if not row.free(behind) or row.words[behind].mark or row.clause.language == "de" or at == 0:
        return False
    return row.words[behind].is_capital and not row.is_common(behind) and not row.is_a(at, "language")


def _is_stop(row: Row, at: int) -> bool:
    """A common word that ends a name though it is written with a capital: German nouns, days, "I"."""
    return (
        row.clause.language == "de" or row.is_a(at, "talk", "answer_word") or row.words[at].low in ("i", "on", "today")
    )


def _joins(row: Row, at: int) -> bool:
    """Whether a joining word stands inside a name: Hartley & Bloom, Little Acorns of Wexcombe."""
    behind = at + 1
    if not row.free(behind) or row.words[behind].mark or row.words[at].mark:
        return False
    if row.words[at].text in ("&", "+"):
        return True
    if row.words[at].low in ("and", "und"):
        return row.words[behind].low in SONS
    if row.words[at].low in ("for", "in", "im", "an"):
        return False
    return row.words[behind].is_capital and not row.is_common(behind)


def _is_name(row: Row, start: int, end: int) -> bool:
    """Not only a kind of place ("Bank"), not a single letter."""
    if end <= start:
        return False
    lone = end - start == 1
    return not (lone and (row.is_a(start, "kind", "titles") or len(row.words[start].text) < 2))


def _lower_end(row: Row, start: int) -> int:
    """Where unknown words in lower case end: "with brightwell dental tomorrow"."""
    end = start
    while end < len(row) and end - start < MOST_LOWER and row.free(end):
        word = row.words[end]
        if word.mark and end > start:
            break
        if word.text == "&" and end > start:
            end += 1
            continue
        tail = end > start and row.is_a(end, "place_tail")
        person = row.is_given(end, sure=True) and not row.says("was_there")
        if (row.is_common(end) and not tail) or row.is_a(end, "job_word") or person:
            break
        if word.low[0].isdigit() or word.low.endswith(NO_NAME) or (end > start and _is_german_verb(row, end)):
            break
        end += 1
    compound = end < len(row) and not row.words[end].mark and row.is_a(end, "title_word", "job_word")
    return start if compound else end


def _is_german_verb(row: Row, at: int) -> bool:
    """A participle or an infinitive behind the name: "absage von zalando bekommen"."""
    low = row.words[at].low
    return row.clause.language == "de" and (low.endswith("en") or is_participle(low, "de"))


def _put(row: Row, start: int, end: int) -> None:
    """Put an employer down, or the agency that it is."""
    if end <= start:
        return
    agency = any(row.is_a(at, "agency_word") for at in range(start, end)) or _is_agency_cue(row, start)
    row.take(Role.AGENCY if agency else Role.EMPLOYER, start, end)


def _is_agency_cue(row: Row, start: int) -> bool:
    before = [word.low for word in row.words[max(0, start - 3) : start]]
    return any(word in ("agency", "agentur", "recruiter", "headhunter", "personalvermittlung") for word in before)


def _behind_house(row: Row) -> None:
    """Company: Lumio Health. Firma Datenhafen. Personalvermittlung Kessler & Partner."""
    for at in range(len(row) - 1):
        house = row.words[at].low in HOUSE or row.is_a(at, "agency_word")
        if house and row.words[at + 1].mark in ("", ":", "(") and row.free(at + 1) and row.words[at + 1].is_capital:
            last = _end(row, at + 1)
            if last > at + 1:
                _put(row, at + 1, last)


def _before_talk(row: Row) -> None:
    """The Globex interview, the Barley Row job, my Monzo offer."""
    for at in range(1, len(row)):
        if not row.is_a(at, "talk", "answer_word", "job_noun") or row.words[at].mark:
            continue
        start = at
        while start > 0 and at - start < MOST_WORDS and _is_inner(row, start - 1):
            start -= 1
        if start < at and start > 0 and row.words[start - 1].low in ARTICLES | ONE_OF_KIND and _end(row, start) == at:
            _put(row, start, at)


def _that_day_was(row: Row) -> None:
    """Monday was Kestrel Bank, the one tomorrow is oakmere."""
    for at in range(1, min(len(row), MOST_WORDS)):
        if row.words[at].low not in ("was", "is", "war", "ist") or not row.free(at + 1) or row.words[at + 1].mark:
            continue
        if not any(row.is_a(before, "day_word", "one_word") for before in range(at)):
            return
        last = _end(row, at + 1)
        if last == at + 1 and row.words[0].low in ("the", "der", "die"):
            last = _lower_end(row, at + 1)
        _put(row, at + 1, last)
        return


def _is_inner(row: Row, at: int) -> bool:
    word = row.words[at]
    joined = word.text in ("&", "+")
    return row.free(at) and (joined or (word.is_capital and not row.is_common(at))) and not row.words[at + 1].mark


def _subject(row: Row) -> None:
    """X rejected me, X hat abgesagt, "brightwell offered me the job"."""
    start = 1 if len(row) > 1 and row.words[0].low in OPENING else 0
    if not row.free(start):
        return
    if not row.words[start].is_capital:
        last = _lower_end(row, start)
        if last > start and row.says("employer_strong") and row.is_a(last, "employer_acts"):
            _put(row, start, last)
        return
    last = _end(row, start)
    several = last - start > 1 or row.clause.words[0].start < row.words[start].start
    acts = row.is_a(last, "employer_acts") or (several and row.is_a(last, "employer_also"))
    if last > start and acts and not row.is_given(start):
        _put(row, start, last)


OPENING = frozenset({"and", "but", "so", "und", "aber", "also", "then", "meanwhile", "now", "jetzt"})


def _apposed(row: Row) -> None:
    """A piece between marks that is nothing but a name: ", Ingleby Parks,", "interview friday, brightwell dental"."""
    jobs = any(name.role is Role.JOB for name in row.names)
    beside = jobs or _speaks_of_talk(row) or row.says("kind")
    for start, end in _between_marks(row):
        alone = _end(row, start) == end and not any(row.is_given(at, sure=True) for at in range(start, end))
        if alone and (beside if end - start == 1 else row.clause.language == "en" or beside):
            _put(row, start, end)
            return
    if row.says("talk") and row.clause.language == "en":
        for start, end in _between_marks(row)[1:]:
            if _lower_end(row, start) == end and (end - start > 1 or (jobs and end - 1 not in row.taken)):
                _put(row, start, end)
                return


def _between_marks(row: Row) -> list[tuple[int, int]]:
    cuts = [0, *(at for at, word in enumerate(row.words) if word.mark and at), len(row)]
    return [(start, end) for start, end in zip(cuts, cuts[1:], strict=False) if end > start and row.free(start)]
