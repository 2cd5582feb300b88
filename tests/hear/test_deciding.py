"""What the Person decides, and whose offer it was."""

from typing import Any

import pytest

from bot.hear.scene import Employer
from tests.hear.heard import hear, names, slots

OFFERED = (Employer(name="Acme"), Employer(name="Globex", offered=True))


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("I said yes to Acme", "en", {"about": "Acme"}),
        ("I've taken a job at Delta Foods", "en", {"about": "Delta Foods"}),
        ("I took a job somewhere else", "en", {"elsewhere": True}),
        ("I went with another company", "en", {"elsewhere": True}),
        ("got hired elsewhere", "en", {"elsewhere": True}),
        ("accepted the offer", "en", {}),
        ("ich hab woanders unterschrieben", "de", {"elsewhere": True}),
    ],
)
def test_taken(text: str, language: str, told: dict[str, Any]) -> None:
    assert slots("accepted", text, "waiting", language) == told


@pytest.mark.parametrize(
    "text",
    [
        "they went with another company",
        "I accepted that it takes time",
        "I accepted the coffee",
        "I took the bus home",
        "I said yes to the second interview",
        "I will accept the offer tomorrow",
        "they took another week",
        "I start at nine every morning",
        "when do I start?",
        "the interview starts on Monday",
        "I could start on Monday, I told them",
    ],
)
def test_what_is_not_taken(text: str) -> None:
    heard = hear(text)
    assert "accepted" not in {act.name for act in heard.acts}
    assert not [doubt for doubt in heard.doubts if doubt.readings[0].name == "accepted"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("I start on Monday", "en"), ("my first day is 4 January", "en"), ("ich fange am Montag an", "de")],
)
def test_a_first_day_is_one_at_whoever_offered(text: str, language: str) -> None:
    assert slots("accepted", text, "waiting", language, employers=OFFERED) == {"about": "Globex"}
    (doubt,) = hear(text, "waiting", language).doubts
    assert doubt.without is None
    assert [dict(reading.slots) for reading in doubt.readings] == [{}, {"elsewhere": True}]


@pytest.mark.parametrize(
    ("text", "name"), [("signed it", "accepted"), ("declined it", "declined"), ("turned it down", "declined")]
)
def test_whose_offer_it_was(text: str, name: str) -> None:
    assert slots(name, text, employers=OFFERED) == {"about": "Globex"}
    assert slots(name, text, employers=(*OFFERED, Employer(name="Initech", offered=True))) == {}
    assert slots(name, text) == {}


def test_a_bare_no_is_asked_about_where_nobody_offered() -> None:
    (doubt,) = hear("I said no").doubts
    assert doubt.without is None
    assert [act.name for act in doubt.readings] == ["declined", "withdrew", "rejected"]
    assert slots("declined", "I said no", employers=OFFERED) == {"about": "Globex"}
    assert slots("declined", "I said no thanks to the offer") == {}
    for text in ("I said no such thing", "said no to it", "they said no problem"):
        assert names(text) == set()


def test_who_wants_to_withdraw_has_not_yet() -> None:
    assert slots("wanted", "I want to withdraw my application") == {"value": "no"}
    assert names("I withdraw") == {"withdrew"}
    assert "withdrew" not in names("they withdrew the offer")
    assert names("I passed on the job") == {"declined"}


@pytest.mark.parametrize(
    "text",
    [
        "they said nah",
        "got the rejection mail this morning",
        "they picked somebody else",
        "they took another candidate",
        "sadly I was not selected",
        "thanks but no thanks from Acme",
    ],
)
def test_a_no(text: str) -> None:
    assert "rejected" in names(text)


@pytest.mark.parametrize(
    "text", ["they decided to go with me", "they took another call", "I was not told that I was not selected"]
)
def test_what_is_no_no(text: str) -> None:
    assert "rejected" not in names(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("I got a verbal offer today", "spoken"),
        ("received a written offer", "paper"),
        ("Acme said yes today", None),
        ("I have five days to accept", None),
        ("Acme needs my decision by the 10th", None),
        ("she wants me to decide by Wednesday", None),
    ],
)
def test_an_offer(text: str, form: str | None) -> None:
    assert slots("offer", text).get("form") == form
    assert not names(text) & {"window", "invited"}


@pytest.mark.parametrize(
    "text", ["they said yes to my question", "she said yes we can talk", "the contract came, as promised"]
)
def test_what_is_no_offer(text: str) -> None:
    assert "offer" not in names(text)


def test_back_in_touch_after_an_end() -> None:
    assert "reopened" in names("Acme contacted me again", "after_no")
    assert "reopened" not in names("Acme contacted me again", "waiting")
