"""A talk without the word for one: a day and who was there, a stage; and what only sounds like it."""

import pytest

from tests.hear.heard import act, hear


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "Care assistant at Fairlawns. Monday with the manager, she said come back for the paperwork.",
            "en",
            "Fairlawns",
        ),
        ("Oakfield School, TA. Yesterday with the head, half an hour.", "en", "Oakfield School"),
        ("Wickes, trade counter. Tomorrow 9.30 with the store manager.", "en", "Wickes"),
        ("Sous chef, The Ivy in Leeds. Stage tomorrow at 4pm.", "en", "The Ivy"),
        ("Haus Abendfrieden, Pflegehelferin. Donnerstag mit der PDL, war gut.", "de", "Haus Abendfrieden"),
        ("Probekochen gestern im Hotel Post, Team war nett.", "de", "Hotel Post"),
        ("Schnupperlehre letzte Woche bei Bühler, hat mir gefallen.", "de", "Bühler"),
    ],
)
def test_a_talk_is_heard_by_its_day_and_who_was_there(text: str, language: str, name: str) -> None:
    assert act("interview", text, "stranger", language).get("about") == name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tuesday with my sister, then home.", "en"),
        ("Friday with the team was fun, drinks after work.", "en"),
        ("Tuesday with my manager about notice. No word from Acme.", "en"),
        ("Monday with the manager of my flat. No word from Acme.", "en"),
        ("Donnerstag mit dem Zug nach Wien.", "de"),
        ("Montag mit meiner Schwester beim Zahnarzt.", "de"),
    ],
)
def test_a_day_with_somebody_else_is_no_talk(text: str, language: str) -> None:
    assert not [one for one in hear(text, "stranger", language).acts if one.name == "interview"]


def test_a_german_number_before_a_weekday_ends_its_sentence() -> None:
    told = act(
        "interview", "Edeka, Minijob, morgens 6 bis 10. Montag Gespräch mit dem Chef, war gut.", "stranger", "de"
    )
    assert (told.get("about"), told.get("over")) == ("Edeka", True)
