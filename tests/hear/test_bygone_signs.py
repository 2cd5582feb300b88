"""Signs without a verb that a talk told by its day alone has been; and what is said before one as well."""

from __future__ import annotations

from datetime import date

import pytest

from tests.hear.test_bygone import talk

BEFORE = [
    ("Interview Monday at Bellway, bit nervous.", "en", date(2026, 10, 19)),
    ("Interview Thursday at Argos, what do I wear?", "en", date(2026, 10, 15)),
    (
        "Second interview Monday with the ops head at Halfords. They liked me in the first.",
        "en",
        date(2026, 10, 19),
    ),
    ("Interview Friday at Oak Lodge, the manager sounded nice on the phone.", "en", date(2026, 10, 16)),
    ("Interview Tuesday at Arup, no email with the address yet. Should I ask?", "en", date(2026, 10, 20)),
    ("Phone screen Friday with Rivian. No details yet. Should I chase the recruiter?", "en", date(2026, 10, 16)),
    ("Interview Tuesday at Lumen. Is it pushy to follow up afterwards?", "en", date(2026, 10, 20)),
    ("Interview Friday at Ridge Farm, thanked them for the invite already.", "en", date(2026, 10, 16)),
    ("Group interview Friday at Primark, never done one. Help!", "en", date(2026, 10, 16)),
    ("Interview Friday at Boots, 10am, with two managers.", "en", date(2026, 10, 16)),
    ("Gespräch Freitag bei Obi, bin schon aufgeregt.", "de", date(2026, 10, 16)),
    ("Gespräch Dienstag bei Festo. Noch keine Wegbeschreibung. Nachfragen?", "de", date(2026, 10, 20)),
    ("Gespräch Montag bei Miele, habe mich für die Einladung bedankt.", "de", date(2026, 10, 19)),
    ("Videogespräch Donnerstag bei SAP. Der Personaler klang am Telefon nett.", "de", date(2026, 10, 15)),
    ("Gespräch Donnerstag beim Klinikum Nord mit der PDL und der Stationsleitung.", "de", date(2026, 10, 15)),
]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Second interview Monday with the ops director at Halfords, thank-you out on Tuesday.", "en", 12),
        ("Interview Friday at Mace. Thanks emailed the same evening.", "en", 9),
        ("Interview on Friday at Hays Farm, shook hands with the owner, got the tour.", "en", 9),
        ("Interview Friday at Ridge Farm, lovely people, lots of laughs.", "en", 9),
        ("Phone screen Thursday with Rivian, twenty minutes, easy chat. Do I follow up?", "en", 8),
        ("Interview Monday at Toolstation, quick one, handshake, they'd be in touch.", "en", 12),
        ("Interview Thursday at Leeds Council. Should I chase?", "en", 8),
        ("Second round Friday at Zalando, no feedback so far.", "en", 9),
        ("Gespräch Freitag bei Obi, die Chefin meinte, ich passe gut rein.", "de", 9),
        ("Probearbeiten Samstag bei Bäcker Hinz, vier Stunden, hat Spaß gemacht.", "de", 10),
        ("Gespräch Donnerstag bei Allianz. Noch keiner angerufen. Soll ich nachfragen?", "de", 8),
        ("Gespräch Freitag bei Kuka, Dankesmail noch am Abend raus.", "de", 9),
        ("Gespräch Montag bei Kaufland, eine halbe Stunde, netter Chef.", "de", 12),
        ("Zweitgespräch Montag bei Miele, Karte mit Dank eingeworfen.", "de", 12),
    ],
)
def test_a_sign_without_a_verb_puts_a_talk_behind(text: str, language: str, day: int) -> None:
    assert talk(text, language) == (date(2026, 10, day), True)


@pytest.mark.parametrize(("text", "language", "day"), BEFORE)
def test_what_is_said_before_one_as_well_keeps_it_ahead(text: str, language: str, day: date) -> None:
    assert talk(text, language) == (day, False)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Interview a week ago tomorrow at Bright Dental with the office manager.", "en", date(2026, 10, 8)),
        ("Phone interview the day before Columbus Day at Honeywell, great talk.", "en", date(2026, 10, 11)),
        ("Gespräch heute vor einer Woche bei der AOK, noch nichts.", "de", date(2026, 10, 7)),
        ("Gespräch Freitag vor einer Woche bei Rossmann, noch nichts gehört.", "de", date(2026, 10, 9)),
    ],
)
def test_a_day_counted_back_or_from_a_feast_is_the_last_one(text: str, language: str, day: date) -> None:
    assert talk(text, language) == (day, True)
