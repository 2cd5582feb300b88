"""An employer that is told of by what it does: "Yesterday Umbrella rejected me", "globex just made me an offer"."""

from __future__ import annotations

from bot.hear.clauses import is_participle
from bot.hear.naming.beside import put_bare
from bot.hear.naming.extent import MOST_WORDS, end_of, lower_end_of
from bot.hear.naming.row import Row
from bot.hear.naming.towns import is_town
from bot.hear.role import Role

MOST_BETWEEN = 3
"""Small words between a name and its deed: "has just", "still hasn't"."""
NEWS = ("employer_strong", "paused", "called_off", "moved", "invite", "position_gone", "rejected", "offered")
"""Keys of a clause that tells what only an employer does."""


DEEDS = ("employer_acts", "employer_contacts", "employer_also", "contact_verb")


def subject(row: Row) -> None:
    """X rejected me, X hat abgesagt, "brightwell offered me the job"; also "she says X want to see me"."""
    if row.keys.isdisjoint(DEEDS):
        return
    starts = [_past_openers(row)]
    starts += [at + 1 for at in row.places("says_word") if row.free(at + 1) and row.words[at + 1].is_capital]
    for start in starts:
        if row.free(start) and _acts(row, start):
            return
    if row.clause.language == "de":
        _behind_verb(row)


def rules_out(row: Row) -> bool:
    """Not Acme, Globex offered it: somebody who is known is only ruled out."""
    return len(row) > 1 and row.words[0].low in ("not", "nicht") and 1 in row.taken


def find_meant(row: Row, *, corrects: bool) -> None:
    """I mean X; it's the X one; wrong firm, it was X (`corrects`: the message says that something is wrong)."""
    if has_employer(row):
        return
    for at in range(1, len(row)):
        pair = (row.words[at - 1].low, row.words[at].low)
        is_meant = pair in I_MEAN or (corrects and row.is_a(at, "being") and pair[0] in IT)
        if is_meant and _put_last(row, at + 1):
            return
        if row.words[at].low in ("one", "ones") and at > 1 and row.words[at - 2].low == "the" and row.free(at - 1):
            put_bare(row, at - 1, at)
            return


IT = frozenset({"it", "that", "this", "es", "das"})


def _put_last(row: Row, start: int) -> bool:
    """Put down the name that is the last of the clause, when one stands here."""
    if not row.free(start) or row.is_given(start):
        return False
    last = end_of(row, start) if row.words[start].is_capital else lower_end_of(row, start)
    if last != len(row):
        return False
    put_bare(row, start, last)
    return has_employer(row)


def _past_openers(row: Row) -> int:
    """Where the first word stands that may be a name: behind "so", "and now", "yesterday", "not Acme,"."""
    at = 0
    if rules_out(row):
        at = next((at for at in range(1, len(row)) if at not in row.taken), 0)
    while at + 1 < len(row) and (opens := _opening(row, at)) and not row.words[at + opens].mark:
        at += opens
    # "Der Spar hat angerufen": people in the south say so.
    article = row.clause.language == "de" and row.is_a(at, "name_article") and not row.is_a(at + 1, "job_word")
    return at + 1 if article and at + 2 < len(row) and not row.is_a(at + 1, "title_word") else at


def _opening(row: Row, at: int) -> int:
    """How many words open the sentence here: "so", "achso"; "no I mean", "nein ich mein"."""
    if at + 2 < len(row) and (row.words[at].low, row.words[at + 1].low) in I_MEAN:
        return 2
    return int(row.is_a(at, "before_subject"))


I_MEAN = frozenset({("i", "mean"), ("i", "meant"), ("ich", "mein"), ("ich", "meine"), ("ich", "meinte")})


def _acts(row: Row, start: int) -> bool:
    """Put down the one who does what an employer does, when a name stands here."""
    if not row.words[start].is_capital:
        last = lower_end_of(row, start)
        fits = last > start and (_does_to_me(row, last) or _is_house_in_touch(row, start, last))
    else:
        last = end_of(row, start)
        fits = last > start and not row.is_given(start) and _fits_deed(row, start, last)
    if fits:
        put_bare(row, start, last)
    return fits


def _deed(row: Row, last: int) -> int:
    """Where the deed stands: behind the small words that follow the name."""
    at = _past_bracket(row, last)
    while at < len(row) and at - last < MOST_BETWEEN and row.is_a(at, "before_deed") and not _has_me(row, at):
        at += 1
    return at


def _has_me(row: Row, at: int) -> bool:
    """Whether a small word is the deed itself: "had me in"."""
    return at + 1 < len(row) and row.words[at + 1].low == "me"


def _past_bracket(row: Row, at: int) -> int:
    """Behind what stands in brackets right behind a name: "delmar (bookkeeper) had me in"."""
    if at >= len(row) or row.words[at].mark != "(":
        return at
    return next((behind for behind in range(at + 1, len(row)) if row.words[behind].mark.startswith(")")), at)


def _does_to_me(row: Row, last: int) -> bool:
    """Whether a name typed in lower case is followed by what is done to the Person: "rejected me", "called me"."""
    return row.says("employer_strong") and row.is_a(_deed(row, last), "employer_acts", "employer_contacts")


def _is_house_in_touch(row: Row, start: int, last: int) -> bool:
    """Whether a name in lower case tells what house it is, and called: "lloyds pharmacy in croydon just rang"."""
    end = last + 2 if row.is_a(last, "at_maybe") and is_town(row, last + 1, last + 2) else last
    told = last - start > 1 and row.is_a(last - 1, "kind", "place_tail", "house_tail")
    return told and row.is_a(_deed(row, end), "contact_verb", "employer_acts", "employer_contacts")


def _fits_deed(row: Row, start: int, last: int) -> bool:
    """Whether what follows is the deed of an employer; one word alone at the beginning may be any word."""
    deed = _deed(row, last)
    opens = last - start == 1 and row.clause.words[0].start >= row.words[start].start
    if opens and row.clause.language == "de":
        return row.is_a(last, "employer_acts") and row.says("employer_strong", "moved", "called_off")
    if row.is_a(deed, "employer_acts"):
        return True
    if row.is_a(deed, "employer_contacts", "employer_also") and row.says(*NEWS):
        return True
    return _contacts(row, deed) if opens else row.is_a(last, "employer_also")


def _contacts(row: Row, deed: int) -> bool:
    """Whether the word at the beginning is one who called or wrote: "Umbrella called", "Umbrella said they ..."."""
    if not row.is_a(deed, "contact_verb"):
        return False
    behind = deed + 1
    return behind >= len(row) or bool(row.words[behind].mark) or row.is_a(behind, "behind_contact")


def _behind_verb(row: Row) -> None:
    """In German the name may stand behind the verb: "gestern hat Umbrella abgesagt", "jetzt will mich Lohmann"."""
    if not row.says("employer_strong"):
        return
    verb = next((at for at in range(min(len(row), MOST_WORDS)) if row.is_a(at, "employer_acts")), None)
    if verb is None:
        return
    start = verb + 1
    while start < len(row) and row.is_a(start, "to_me"):
        start += 1
    if start >= len(row) or not row.free(start) or row.is_given(start):
        return
    if row.words[start].is_capital:
        put_bare(row, start, end_of(row, start))
    elif not is_participle(row.words[start].low, "de"):
        put_bare(row, start, lower_end_of(row, start))


def has_employer(row: Row) -> bool:
    """Whether an employer is named already."""
    return any(name.role is Role.EMPLOYER for name in row.names)
