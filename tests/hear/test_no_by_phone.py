"""A no is heard however it came, and the later of two talks told together is the one that counts."""

from dataclasses import replace
from datetime import date

import pytest

from bot.hear.heads.engine import heard_in
from bot.hear.listen import listen
from bot.hear.talk_known import day_of
from tests.hear.heard import hear, moment


def told(text: str, language: str) -> list[str]:
    """What is heard with the trained listener beside the rules."""
    scene = moment("told", language)
    return [act.name for act in listen(text, replace(scene, listened=heard_in(text, scene))).acts]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hab die absage am telefon bekommen", "de"),
        ("hab heute früh eine absage per mail gekriegt", "de"),
        ("haben abgesagt", "de"),
        ("haben abgesagt per telefon", "de"),
        ("mir wurde am telefon abgesagt", "de"),
        ("got the rejection over the phone", "en"),
    ],
)
def test_a_no_however_it_came(text: str, language: str) -> None:
    assert "rejected" in told(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "ich hab per mail abgesagt",
        "wir haben abgesagt",
        "hab angst vor der absage am telefon",
        "hab noch keine absage bekommen",
        "noch keine absage gekriegt, also warte ich",
        "ohne eine absage bekommen zu haben geb ich nicht auf",
        "wenn ich die absage am telefon bekomme heul ich",
    ],
)
def test_no_no_of_theirs(text: str) -> None:
    assert "rejected" not in told(text, "de")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("had my second interview at kolbe yesterday, the first one was on 12 november", "en"),
        ("hatte gestern das zweitgespräch bei kolbe, das erste gespräch war am 10. november", "de"),
        ("war gestern zum zweiten mal bei kolbe. erstes gespräch war am 10. november", "de"),
        ("erstes gespräch bei kolbe war am 10. november, gestern war das zweite gespräch", "de"),
    ],
)
def test_the_later_of_two_rounds_counts(text: str, language: str) -> None:
    talks = [act for act in hear(text, "stranger", language).acts if act.name == "interview"]
    assert [(act.get("about"), day_of(act)) for act in talks] == [("Kolbe", date(2026, 11, 29))]
