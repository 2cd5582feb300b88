"""Names that are known already: those of the scene, and those that another clause of the message has brought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.hear.naming.extent import end_of
from bot.hear.naming.kinds import is_stand_in, words_of_kind
from bot.hear.naming.ordinary import is_ordinary
from bot.hear.naming.people import title_near
from bot.hear.naming.row import Row
from bot.hear.role import Role
from bot.hear.scene import Scene
from bot.hear.times.gazetteer import places
from bot.hear.vocabulary import LANGUAGES, vocabulary
from bot.hear.vocabulary.letters import plain_letters

SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A name with the words by which it may be called."""

    role: Role
    text: str
    forms: tuple[tuple[str, ...], ...]
    of_scene: bool = True
    house: tuple[str, ...] = ()
    """What house an employer is, where the Person told that: the words of its kind."""
    job: frozenset[str] = frozenset()
    """The words that tell the job which it has."""


def known_in(scene: Scene) -> Iterator[Known]:
    """The names of a scene."""
    for employer in scene.employers:
        yield _employer(employer.name, employer.house, employer.role if employer.is_open else None)
        for person in employer.people:
            yield known(Role.PERSON, person)
    for agency in scene.agencies:
        yield known(Role.AGENCY, agency)


@lru_cache(maxsize=4096)
def _employer(name: str, house: str | None, job: str | None) -> Known:
    """An employer with all that tells which one it is; one that is only called by its kind has no shorter form."""
    found = known(Role.EMPLOYER, name)
    forms = found.forms[:1] if house is not None and is_stand_in(name) else found.forms
    return replace(found, forms=forms, house=words_of_kind(house), job=frozenset(_of_job(job or "")))


def _of_job(job: str) -> Iterator[str]:
    """The words of a job that tell which one it is: not "senior"."""
    for word in _words(job):
        small = any(vocabulary(language)[key].holds(word) for language in LANGUAGES for key in ("common", "titles"))
        if len(word) >= SHORTEST and not small and word not in OF_ANY_JOB:
            yield word


OF_ANY_JOB = frozenset(
    {"senior", "junior", "lead", "head", "night", "part", "full", "time", "new", "role", "the", "und"}
)


@lru_cache(maxsize=4096)
def known(role: Role, text: str, *, of_scene: bool = True) -> Known:
    """A name with all its forms, the longest first: whole, its first words, its initials."""
    words = _words(text)
    forms = [words]
    if role is Role.PERSON:
        forms += [(word,) for word in words if not _is_title(word)]
    elif len(words) > 1:
        forms += [words[:count] for count in range(len(words) - 1, 0, -1) if _tells(words[:count])]
        forms.append(("".join(word[0] for word in words),))
        forms += [words[1:]] if _is_kind(words[0]) and _tells(words[1:]) and not _is_a_word(words[1:]) else []
    return Known(role, text, tuple(form for form in forms if len("".join(form)) >= SHORTEST), of_scene)


def _is_kind(word: str) -> bool:
    """Whether a name begins with what house it is: "kita sonnenhang" is called "sonnenhang", too."""
    return any(vocabulary(language)["kind"].holds(word) for language in LANGUAGES)


def _is_a_word(form: tuple[str, ...]) -> bool:
    """Whether it is a single word that people type besides, or a town."""
    return len(form) == 1 and (is_ordinary(form[0]) or form[0] in places())


def _is_title(word: str) -> bool:
    """Mrs, Frau: half of all people are called so."""
    return any(vocabulary(language)["titles"].holds(word) for language in LANGUAGES)


def _words(text: str) -> tuple[str, ...]:
    plain = plain_letters(text).replace("&", " ")
    return tuple(word.removesuffix("'s").rstrip(".") for word in plain.split())


def _tells(form: tuple[str, ...]) -> bool:
    """Whether a short form still says who is meant: not "the", not "bank"."""
    tables = [vocabulary(language) for language in LANGUAGES]
    return not all(table[key].holds(word) for word in form for table in tables[:1] for key in ("common",)) and not (
        len(form) == 1 and any(table[key].holds(form[0]) for table in tables for key in ("kind", "common", "titles"))
    )


def find_known(row: Row, names: Iterable[Known]) -> None:
    """Put down every known name, the longest form first."""
    names, lows = tuple(names), row.bare
    there = set(lows)
    forms = [(form, name) for name in names for form in name.forms if form[0] in there]
    for form, name in sorted(forms, key=lambda one: -len(one[0])):
        for at in range(len(lows) - len(form) + 1):
            if tuple(lows[at : at + len(form)]) == form:
                _put(row, name, at, at + len(form))
    owned = {f"{form}s": name for form, name in owners(names)} if any(low.endswith("s") for low in lows) else {}
    for at in range(len(lows) - 1):
        owner = owned.get(lows[at])
        if owner is not None and row.free(at) and not row.words[at + 1].mark:
            row.take(owner.role, at, at + 1, row.words[at].bare[:-1], known=owner.of_scene)


def owners(names: Iterable[Known]) -> Iterator[tuple[str, Known]]:
    """People by each of their names, for what is theirs without an apostrophe: "declans email", "Petersens Adresse"."""
    people = (name for name in names if name.role is Role.PERSON)
    return ((form[0], name) for name in people for form in name.forms if len(form) == 1 and len(form[0]) > SHORTEST)


def _put(row: Row, name: Known, at: int, end: int) -> None:
    """Put down a known name where it stands; with more capitals behind it, it is that of another employer."""
    if name.role is Role.PERSON:
        if end < len(row) and row.words[end].text in ("&", "+"):
            return  # "Ahrens & Vogt": the house is called after somebody
        last = _with_surname(row, end)
        text = row.text(at, last).removesuffix("'s")
        row.take(name.role, at, last, text, known=name.of_scene, title=title_near(row, at, last))
        return
    longer = _longer_end(row, at, end) if name.role is Role.EMPLOYER else end
    if longer > end:
        row.take(name.role, at, longer)
    else:
        row.take(name.role, at, end, name.text, known=name.of_scene)


def _longer_end(row: Row, at: int, end: int) -> int:
    """Where a longer name than the known one ends: "Acme Labs" is not Acme, "Acme Ltd" and "Acme HR" are."""
    if end >= len(row) or row.words[end].mark or row.words[end - 1].low.endswith("'s") or not row.free(end):
        return end
    if not row.words[end].is_capital or row.is_a(end, "legal_form", "title_word") or row.is_shouted:
        return end
    if row.clause.language == "de":
        # A capital is no sign of a name there: "soll ich bei Acme Druck machen".
        return end_of(row, at) if row.is_a(end, "place_tail") else end
    own = row.is_a(end, "house_tail", "place_tail", "kind") or not (row.is_common(end) or row.is_given(end))
    return end_of(row, at) if own else end


def _with_surname(row: Row, end: int) -> int:
    """The end of a name when a surname is told that was not known: "Priya Nair"."""
    at_end = row.free(end) and row.words[end].is_capital and not row.words[end].mark and not row.is_common(end)
    return end + 1 if at_end and not row.words[end - 1].low.endswith("'s") else end
