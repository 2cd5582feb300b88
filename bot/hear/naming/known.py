"""Names that are known already: those of the scene, and those that another clause of the message has brought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.hear.clause import Role
from bot.hear.naming.people import title_near
from bot.hear.naming.row import Row
from bot.hear.scene import Scene
from bot.hear.vocabulary import LANGUAGES, UMLAUTS, vocabulary

SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A name with the words by which it may be called."""

    role: Role
    text: str
    forms: tuple[tuple[str, ...], ...]
    of_scene: bool = True


def known_in(scene: Scene) -> Iterator[Known]:
    """The names of a scene."""
    for employer in scene.employers:
        yield known(Role.EMPLOYER, employer.name)
        for person in employer.people:
            yield known(Role.PERSON, person)
    for agency in scene.agencies:
        yield known(Role.AGENCY, agency)


def known(role: Role, text: str, *, of_scene: bool = True) -> Known:
    """A name with all its forms, the longest first: whole, its first words, its initials."""
    words = _words(text)
    forms = [words]
    if role is Role.PERSON:
        forms += [(word,) for word in words]
    elif len(words) > 1:
        forms += [words[:count] for count in range(len(words) - 1, 0, -1) if _tells(words[:count])]
        forms.append(("".join(word[0] for word in words),))
    return Known(role, text, tuple(form for form in forms if len("".join(form)) >= SHORTEST), of_scene)


def _words(text: str) -> tuple[str, ...]:
    plain = text.casefold().translate(UMLAUTS).replace("&", " ")
    return tuple(word.removesuffix("'s").rstrip(".") for word in plain.split())


def _tells(form: tuple[str, ...]) -> bool:
    """Whether a short form still says who is meant: not "the", not "bank"."""
    tables = [vocabulary(language) for language in LANGUAGES]
    return not all(table[key].holds(word) for word in form for table in tables[:1] for key in ("common",)) and not (
        len(form) == 1 and any(table[key].holds(form[0]) for table in tables for key in ("kind", "common", "titles"))
    )


def find_known(row: Row, names: Iterable[Known]) -> None:
    """Put down every known name, the longest form first."""
    forms = sorted(((form, name) for name in names for form in name.forms), key=lambda one: -len(one[0]))
    lows = [word.low.removesuffix("'s").removesuffix("'") for word in row.words]
    for form, name in forms:
        for at in range(len(lows) - len(form) + 1):
            if tuple(lows[at : at + len(form)]) == form:
                end = at + len(form) if name.role is not Role.PERSON else _with_surname(row, at + len(form))
                person = name.role is Role.PERSON
                text = row.text(at, end).removesuffix("'s") if person else name.text
                title = title_near(row, at, end) if person else ""
                row.take(name.role, at, end, text, known=name.of_scene, title=title)


def _with_surname(row: Row, end: int) -> int:
    """The end of a name when a surname is told that was not known: "Priya Nair"."""
    at_end = row.free(end) and row.words[end].is_capital and not row.words[end].mark and not row.is_common(end)
    return end + 1 if at_end and not row.words[end - 1].low.endswith("'s") else end
