"""The day by which they were to answer, told later: it is their time, never the day of a talk."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.hear.scene import Employer, Talk
from tests.hear.heard import hear, names, slots

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2027, 2, 10, 19, 15, tzinfo=CHICAGO)
SECOND = date(2027, 2, 2)


def _met(name: str, month: int, day: int) -> Employer:
    start = datetime(2027, month, day, 12, tzinfo=CHICAGO)
    return Employer(name=name, talks=(Talk(start=start, end=start + timedelta(hours=1)),))


BOTH = (_met("Kellerman Staffing", 1, 29), _met("Brightpath", 2, 9))
NEW = {"now": NOW, "employers": ()}
KNOWN = {"now": NOW, "employers": BOTH}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("kellerman's deadline was tuesday feb 2", "en"),
        ("kellerman staffing should have answered by feb 2", "en"),
        ("kellerman meant early next week back then, like feb 1 or 2", "en"),
        ("they shouldve answered by feb 2", "en"),
        ("feb 2 is when they were supposed to get back to me", "en"),
        ("Kellerman hätte bis 2. Februar antworten sollen", "de"),
        ("die Frist von Kellerman war der 2. Februar", "de"),
        ("Kellerman meinte damals Anfang nächster Woche, also 1. oder 2. Februar", "de"),
        ("sie hätten sich bis zum 2. Februar melden sollen", "de"),
    ],
)
def test_a_day_that_has_passed_is_their_time_and_no_talk(text: str, language: str) -> None:
    assert slots("window", text, "waiting", language, **KNOWN)["latest"] == SECOND
    assert not names(text, "waiting", language, **KNOWN) & {"interview", "invited", "denied", "unsent"}


@pytest.mark.parametrize(
    ("text", "language", "latest"),
    [
        ("kellerman = end of feb", "en", date(2027, 2, 28)),
        ("kellerman: by feb 26", "en", date(2027, 2, 26)),
        ("kellerman: decision by feb 26ish", "en", date(2027, 2, 26)),
        ("Kellerman = Ende Februar", "de", date(2027, 2, 28)),
        ("Kellerman: bis 26. Februar", "de", date(2027, 2, 26)),
    ],
)
def test_an_employer_with_its_day_alone(text: str, language: str, latest: date) -> None:
    told = slots("window", text, "waiting", language, **KNOWN)
    assert (told["about"], told["latest"]) == ("Kellerman Staffing", latest)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("kellerman: thursday at 2pm", "en"),
        ("my deadline was feb 2", "en"),
        ("i was supposed to call them by feb 2", "en"),
        ("Brightpath offered me the job, the deadline is feb 26", "en"),
        ("Kellerman: Donnerstag um 14 Uhr", "de"),
        ("ich hätte mich bis 2. Februar melden sollen", "de"),
    ],
)
def test_what_is_no_time_of_theirs(text: str, language: str) -> None:
    assert not names(text, "waiting", language, **KNOWN) & {"window", "window_moved"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "At Northlake, final interview on January 29, he said I'd hear early next week. "
            "And at Brightpath I had a second round yesterday, they said within 10 business days",
            "en",
        ),
        (
            "Bei Northlake war das letzte Gespräch am 29. Januar, sie sagten Anfang nächster Woche. "
            "Und bei Brightpath hatte ich gestern das zweite Gespräch, sie sagten innerhalb von 10 Arbeitstagen",
            "de",
        ),
    ],
)
def test_each_employer_counts_from_its_own_talk(text: str, language: str) -> None:
    windows = [act for act in hear(text, "stranger", language, **NEW).acts if act.name == "window"]
    assert [(act.get("about"), act.get("latest")) for act in windows] == [
        ("Northlake", SECOND),
        ("Brightpath", date(2027, 2, 23)),
    ]
