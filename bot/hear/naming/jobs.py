"""The job that an interview is for: "for a data analyst job", "als Pflegehelferin", "senior QA role"."""

from __future__ import annotations

from bot.hear.naming.row import Row
from bot.hear.role import Role, closed

MOST_WORDS = 5
LONGEST_PIECE = 8
NOT_IN_A_TITLE = frozenset(
    {
        *("at", "with", "on", "in", "is", "was", "from", "by", "tomorrow", "today", "tonight", "yesterday"),
        *("i", "they", "he", "she", "we", "it", "after", "then", "directly", "straight"),
    }
)
FOR = frozenset({"for", "as", "als", "fuer"})
ALSO = frozenset({"actually", "called", "now", "really", "eigentlich", "jetzt"})
BEFORE_A_FIELD = frozenset({"VP", "SVP", "EVP", "AVP", "Director", "Head", "Manager", "Lead"})
TAILS = frozenset({"residence", "training", "charge", "ausbildung", "weiterbildung", "probezeit"})
ARTICLES = frozenset(
    {
        *("a", "an", "the", "this", "their", "that", "my", "ein", "eine", "einen", "der", "die", "das", "den"),
        *("ne", "nen", "ner"),
    }
)


def find_jobs(row: Row) -> None:
    """Put down the jobs of a clause."""
    nouns = row.places("job_noun")
    for at in nouns:
        _before_noun(row, at)
    if nouns or "job_word" in row.keys or any(word.low == "head" for word in row.words):
        for at, word in enumerate(row.words):
            if word.low in FOR or (word.low in ("is", "ist") and at - 1 in nouns):
                _behind_for(row, at + 1)
    if row.clause.language == "de":
        _said_to_be(row)
    if row.has_marks and row.clause.language == "en":
        _last_piece(row)
    for at in row.places("job_word"):
        _alone(row, at)
    if row.has_marks:
        _in_brackets(row)


def _before_noun(row: Row, noun: int) -> None:
    """What stands between the last small word and "role", "job", "position"."""
    start = noun
    while start > 0 and noun - start < MOST_WORDS and _is_part(row, start - 1) and not row.words[start].mark:
        start -= 1
    while start < noun and row.is_a(start, "no_job"):
        start += 1
    told = any(_says_work(row, at) for at in range(start, noun)) or _is_told_for(row, start, noun)
    if start < noun and told:
        row.take(Role.JOB, start, noun)


def _is_told_for(row: Row, start: int, noun: int) -> bool:
    """Whether what an interview is for says what work it is: "for the forklift job", "for a front desk role"."""
    article = start > 1 and row.words[start - 1].low in ARTICLES and row.words[start - 2].low in FOR
    plain = all(not row.words[at].is_capital and not row.is_a(at, "kind") for at in range(start, noun))
    return bool(article) and plain and noun - start <= MOST_OF_A_FIELD and row.clause.language == "en"


MOST_OF_A_FIELD = 2
"""Words of a job that are none for people: "front desk"."""


def _says_work(row: Row, at: int) -> bool:
    """A word for a kind of work, or one short in capitals: JE, QA."""
    return row.is_a(at, "job_word") or (row.words[at].text.isupper() and len(row.words[at].text) > 1)


def _is_part(row: Row, at: int) -> bool:
    """Whether a word may be part of the name of a job."""
    word = row.words[at]
    return (
        row.free(at)
        and word.low not in ARTICLES
        and not word.text.endswith("'s")
        and (row.is_a(at, "job_word", "no_job", "job_part", "title_word") or not row.is_common(at))
    )


def _behind_for(row: Row, start: int) -> None:
    """For a barista job, as a night support worker, als Entwicklungsingenieur."""
    while start < len(row) and row.words[start].low in ARTICLES | ALSO:
        start += 1
    end = _end(row, start)
    if end > start and not row.is_a(end, "person_called"):
        row.take(Role.JOB, start, end)


def _said_to_be(row: Row) -> None:
    """ "War ne Teamassistenz in Teilzeit": a job, and nobody who was there."""
    if len(row) < FEWEST or row.words[0].low not in ("war", "waere", "ist") or row.words[1].low not in ARTICLES:
        return
    closes = len(row) == FEWEST or row.words[FEWEST].mark or row.words[FEWEST].low in ("in", "bei", "auf", "mit")
    if row.is_a(2, "job_word") and closes:
        row.take(Role.JOB, 2, FEWEST)


FEWEST = 3
"""Words of the shortest clause that says what the job is."""


def _end(row: Row, start: int) -> int:
    """Where a job that begins here ends: behind its last word for a kind of work."""
    end = start
    for at in range(start, min(start + MOST_WORDS, len(row))):
        if (row.words[at].mark and at > start) or not _is_part(row, at):
            break
        if row.is_a(at, "job_word") or (row.words[at].low == "head" and _is_of_a_field(row, at + 1)):
            end = _with_tail(row, at + 1)
    return end


def _is_of_a_field(row: Row, at: int) -> bool:
    """ "Head *of year*", "head *of design*"."""
    return (
        row.free(at)
        and row.free(at + 1)
        and row.words[at].low == "of"
        and row.words[at + 1].low not in ARTICLES
        and not (row.words[at].mark or row.words[at + 1].mark)
    )


def _with_tail(row: Row, at: int) -> int:
    """Where a job ends with what belongs to it: "writer in residence", "nurse in charge", "head of year"."""
    if not row.free(at) or row.words[at].mark:
        return at
    if row.words[at].low in ("in", "auf") and row.free(at + 1) and row.words[at + 1].low in TAILS:
        return at + 2
    if row.words[at - 1].low in ("head", "director", "manager") and _is_of_a_field(row, at):
        return at + 2
    return at


def _alone(row: Row, at: int) -> None:
    """A piece between marks that is nothing but a job: ", ward clerk,", "(data engineer, technical round)"."""
    if not row.free(at) or not _closes(row, at):
        return
    start = at
    while start > 0 and at - start < MOST_WORDS - 1 and not row.words[start].mark and _is_part(row, start - 1):
        start -= 1
    opens = bool(row.words[start].mark) or start == 0
    if opens and not _of_person(row, start) and (start > 0 or at + 1 < len(row)):
        row.take(Role.JOB, start, at + 1)


def _in_brackets(row: Row) -> None:
    """Words that only stand in the names of jobs: "at Zentrix (senior backend)"."""
    for at in range(1, len(row) - 1):
        if row.words[at].mark != "(":
            continue
        end = at
        while (
            end < len(row)
            and row.free(end)
            and row.is_a(end, "job_part", "job_word")
            and (end == at or not row.words[end].mark)
        ):
            end += 1
        if end - at > 1 and (end == len(row) or row.words[end].mark) and not _of_person(row, at):
            row.take(Role.JOB, at, end)


def _last_piece(row: Row) -> None:
    """A piece behind the last comma that begins as a title and is nothing else: ", Head of Marketing for EMEA"."""
    commas = [at for at, word in enumerate(row.words) if word.mark.startswith(",") and at > 0]
    if not commas:
        return
    start, end = commas[-1], len(row)
    if start - 1 in commas and row.words[start - 1].text in BEFORE_A_FIELD:
        start -= 1  # "VP, Sales & Marketing"
    first, piece = row.words[start].text, range(start, end)
    long = sum(len(row.words[at].text) > 1 for at in piece)
    says_work = any(row.is_a(at, "job_word", "title_word") or '"' in row.words[at].mark for at in piece)
    plain = not any(row.words[at].low in NOT_IN_A_TITLE or row.is_a(at, "verb") for at in piece)
    if not (first[0].isupper() or first[0].isdigit()) or not (end - start >= 2 and long <= LONGEST_PIECE):
        return
    if says_work and plain and all(row.free(at) for at in piece) and not _of_person(row, start):
        row.take(Role.JOB, start, end, _with_marks(row, start, end))


def _with_marks(row: Row, start: int, end: int) -> str:
    """As typed, with a dot in front and a bracket behind: .NET developer, Designer (m/f/d)."""
    text, mark = closed(row.text(start, end)), row.words[start].mark
    return f"{mark[-1]}{text}" if mark.endswith((".", '"')) else text


def _closes(row: Row, at: int) -> bool:
    return at + 1 == len(row) or bool(row.words[at + 1].mark) or row.words[at + 1].low in ("at", "bei", "with")


def _of_person(row: Row, start: int) -> bool:
    """Whether it says what the person before it is: "Priya (design director)"."""
    before = start - 1
    if before < 0:
        return False
    end = row.words[before].end
    return any(name.role is Role.PERSON and name.end >= end - 2 for name in row.names) or row.is_given(before)
