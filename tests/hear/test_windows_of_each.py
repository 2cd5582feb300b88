"""What two employers said in one breath is kept of each."""

from datetime import date

import pytest

from tests.hear.heard import hear

FRIDAY, MONDAY = date(2026, 12, 11), date(2026, 12, 14)


def by_employer(text: str, language: str) -> dict[str, tuple[date | None, date | None]]:
    acts = [act for act in hear(text, "two", language).acts if act.name in ("window", "window_moved")]
    return {act.get("about"): (act.get("earliest"), act.get("latest")) for act in acts}


@pytest.mark.parametrize(
    ("text", "language", "acme", "globex"),
    [
        ("acme sagt bis freitag, globex bis montag", "de", (None, FRIDAY), (None, MONDAY)),
        ("acme meldet sich bis freitag und globex bis montag", "de", (None, FRIDAY), (None, MONDAY)),
        ("acme sagt bis freitag, globex erst am 8. januar", "de", (None, FRIDAY), (date(2027, 1, 8), None)),
        ("acme said by friday, globex by monday", "en", (None, FRIDAY), (None, MONDAY)),
        ("acme said by friday and globex by monday", "en", (None, FRIDAY), (None, MONDAY)),
        ("acme said by friday and globex not before the 20th", "en", (None, FRIDAY), (date(2026, 12, 20), None)),
    ],
)
def test_each_has_its_own_day(
    text: str, language: str, acme: tuple[date | None, date | None], globex: tuple[date | None, date | None]
) -> None:
    assert by_employer(text, language) == {"Acme": acme, "Globex": globex}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("acme said by friday, i would rather hear from globex", "en"),
        ("acme sagt bis freitag, globex wäre mir lieber", "de"),
    ],
)
def test_the_other_one_has_no_day_of_its_own(text: str, language: str) -> None:
    assert by_employer(text, language) == {"Acme": (None, FRIDAY)}


@pytest.mark.parametrize(
    ("text", "language"),
    [("acme sagt bis freitag, globex bis montag", "de"), ("acme said by friday, globex by monday", "en")],
)
def test_nothing_of_it_is_left_over(text: str, language: str) -> None:
    assert hear(text, "two", language).rest == ()
