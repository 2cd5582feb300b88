"""A heading before the talk is told: the job and the house in a line without a verb."""

import pytest

from bot.hear.listen import context_of
from bot.hear.role import Role
from tests.hear.heard import act, moment


def houses(text: str, language: str) -> list[str]:
    """The employers that the first clause names."""
    first = context_of(text, moment("stranger", language)).clauses[0]
    return [name.text for name in first.names if name.role in (Role.EMPLOYER, Role.AGENCY)]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Night loader, Brakes in Grantham. Interview last Thursday.", "en", "Brakes"),
        ("Tesco Extra in Leigh, checkout. Interview tomorrow at 10.", "en", "Tesco Extra"),
        ("Test engineer, Bosch in Stowmarket. Second interview on the 24th.", "en", "Bosch"),
        ("Iron Workers Local 40 apprenticeship. Interview was Nov 18.", "en", "Iron Workers Local 40"),
        ("DHL warehouse in Coventry, picker. Interview Wednesday 2pm.", "en", "DHL"),
        ("Next, stockroom, temp. Group interview on Saturday.", "en", "Next"),
        ("TCS, 4 years Java. Technical round on 20th.", "en", "TCS"),
        ("St Aidan's Primary, Year 4. Interview 24 Nov.", "en", "St Aidan's Primary"),
        ("The Old Bakery in Leeds, chef de partie. Trial shift Saturday.", "en", "The Old Bakery"),
        ("Line cook, Bar Lucca in Philly. Stage last night.", "en", "Bar Lucca"),
        ("Graduate scheme, McLaren in Woking. Assessment centre Nov 17.", "en", "McLaren"),
        ("Mechatroniker, Bosch in Feuerbach. Vorstellungsgespräch letzten Dienstag.", "de", "Bosch"),
        ("Rewe in Köln, Minijob an der Kasse. Gespräch war am Freitag.", "de", "Rewe"),
        ("Erzieherin, Kita Regenbogen in Mainz. Gespräch am 25.11.", "de", "Kita Regenbogen"),
        ("Erzieherin, Kita Sonnenblume von der AWO. Gespräch am Mittwoch.", "de", "Kita Sonnenblume"),
        ("Jungkoch, Hotel Post. Probetag am Freitag.", "de", "Hotel Post"),
        ("Haus Abendfrieden, Pflegehelferin. Gespräch am Donnerstag.", "de", "Haus Abendfrieden"),
        ("Werkstudent, Siemens Energy in Erlangen. Gespräch am 19.11.", "de", "Siemens Energy"),
    ],
)
def test_the_house_is_found_beside_the_work(text: str, language: str, name: str) -> None:
    assert houses(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Cardiology, Band 6. Interview Monday.", "en"),
        ("Sales in Glendale, seasonal. Interview Monday.", "en"),
        ("London, barista. Interview Monday.", "en"),
        ("Sam, barista. Interview Monday.", "en"),
        ("Part-time, evenings only. Interview on Friday, they seemed nice.", "en"),
        ("Good news, finally. Interview Monday at 10.", "en"),
        ("Nurse, Oncology Ward. Interview Monday.", "en"),
        ("Graduate Scheme, Finance. Assessment centre on Tuesday.", "en"),
        ("Java, 4 years. Technical round on Monday.", "en"),
        ("Senior nurse, cardiology ward. Interview on the 26th.", "en"),
        ("Zero hours contract, night shifts. Interview was Thursday.", "en"),
        ("Hospitation, Kita. Gespräch am Montag.", "de"),
        ("Minijob im Lager. Gespräch am Freitag.", "de"),
        ("Lageristin, Nachtschicht. Gespräch war gut.", "de"),
        ("Bürokauffrau, Vollzeit. Gespräch am Montag.", "de"),
        ("Jungkoch, Spätdienst. Gespräch am Montag.", "de"),
        ("Kurze Frage, sorry. Gespräch am Montag.", "de"),
        ("Azubi, Mechatroniker. Gespräch am Montag.", "de"),
    ],
)
def test_work_a_contract_or_a_stage_names_nobody(text: str, language: str) -> None:
    assert houses(text, language) == []


def test_the_job_beside_the_house_is_kept() -> None:
    told = act("interview", "Night loader, Brakes in Grantham. Interview last Thursday, went alright.", "stranger")
    assert (told.get("about"), told.get("role")) == ("Brakes", "Night loader")
    told = act("interview", "Design engineer, JCB in Rocester. Second interview last Monday.", "stranger")
    assert (told.get("about"), told.get("role")) == ("JCB", "Design engineer")
