"""Every sentence the bot says, by name: one folder of gettext catalogues a language.

A message is HTML as Telegram reads it. What is put into it is escaped here and nowhere else. Each entry in the
catalogues says in a comment when it is said, so that the whole bot can be read like a script.
"""

from __future__ import annotations

import html
import io
from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from functools import cache, lru_cache
from gettext import GNUTranslations
from importlib import resources

from babel.core import UnknownLocaleError
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

DEFAULT_LANGUAGE = "en"
DAYS = {"en": "EEE d MMM", "de": "EEE, d. MMMM"}
"""How people write a date in running text, as a date pattern of Unicode (CLDR): Tue 16 Dec; Di., 15. Dezember."""


class Html(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


class NoWords(LookupError):  # noqa: N818  reads as what it says
    """A message has no words in any catalogue: a mistake of ours, found by a test."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a catalogue."""
    return tuple(sorted(entry.name for entry in resources.files(__name__).iterdir() if _is_catalogue(entry.name)))


def _is_catalogue(name: str) -> bool:
    return name.isalpha() and resources.files(__name__).joinpath(name).is_dir()


def language_for(code: str) -> str:
    """The catalogue for a language code as Telegram gives it ("de", "pt-br")."""
    short = code.split("-", maxsplit=1)[0].lower()
    return short if short in languages() else DEFAULT_LANGUAGE


@cache
def _catalogue(language: str) -> GNUTranslations:
    """All catalogues of a language, as one."""
    together = GNUTranslations()
    together._catalog = {}  # type: ignore[attr-defined]
    for entry in resources.files(__name__).joinpath(language).iterdir():
        if entry.name.endswith(".po"):
            compiled = io.BytesIO()
            write_mo(compiled, read_po(io.BytesIO(entry.read_bytes()), locale=language))
            compiled.seek(0)
            loaded = GNUTranslations(compiled)
            together._catalog.update(loaded._catalog)  # type: ignore[attr-defined]
            together.plural = loaded.plural  # type: ignore[attr-defined]
    return together


def say(key: str, language: str = DEFAULT_LANGUAGE, /, **params: object) -> Html:
    """The message `key` with `params` put in, escaped; `n` chooses the plural. Raises NoWords for an unknown key."""
    return Html(_template(key, language, params).format_map(_escaped(params)))


def plain(key: str, language: str = DEFAULT_LANGUAGE, /, **params: object) -> str:
    """The message `key` as plain text, for places that read no HTML: button labels, toasts, drafts."""
    return _template(key, language, params).format_map(params)


def beginning(start: str, language: str = DEFAULT_LANGUAGE) -> dict[str, str]:
    """All messages whose names begin so, by the rest of the name, with their places to fill as they stand."""
    catalogue: dict[str, str] = _catalogue(language)._catalog  # type: ignore[attr-defined]
    return {key.removeprefix(start): text for key, text in catalogue.items() if str(key).startswith(start)}


def _template(key: str, language: str, params: Mapping[str, object]) -> str:
    words = _catalogue(language)
    number = params.get("n")
    text = words.ngettext(key, key, number) if isinstance(number, int) else words.gettext(key)
    if text == key:
        text = words.gettext(key)
    if text == key:
        raise NoWords(f"no words for {key} in {language}")
    return text


def _escaped(params: Mapping[str, object]) -> dict[str, object]:
    return {
        name: value if isinstance(value, Html | int) else html.escape(str(value), quote=False)
        for name, value in params.items()
    }


@lru_cache(maxsize=1000)
def day(value: date, language: str = DEFAULT_LANGUAGE) -> str:
    """A date as people write it: Tue 16 Dec."""
    try:
        return format_date(value, DAYS.get(language, DAYS[DEFAULT_LANGUAGE]), locale=language)
    except UnknownLocaleError:  # a language whose catalogue we have is always known to Babel
        return value.isoformat()


def clock(value: datetime) -> str:
    """The time of day of a moment in the zone it is in: 15:05."""
    return f"{value.hour:02}:{value.minute:02}"


def moment(value: datetime, zone: tzinfo, language: str = DEFAULT_LANGUAGE, *, shown: str = "wDt") -> Html:
    """A moment that Telegram shows in the reader's own zone; the text inside stands alone where it cannot."""
    there = value.astimezone(zone)
    text = f"{day(there.date(), language)}, {clock(there)}" if "D" in shown or "d" in shown else clock(there)
    return Html(f'<tg-time unix="{int(value.timestamp())}" format="{shown}">{html.escape(text)}</tg-time>')
