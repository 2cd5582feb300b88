"""Names are cut at their clause, and told apart by where they stand."""

from datetime import date

import pytest

from bot.hear.listen import context_of
from bot.hear.names import shown_name, shown_role
from bot.hear.role import Role
from tests.hear.heard import moment, slots


def found(text: str, role: Role, language: str = "en", scene: str = "stranger") -> list[str]:
    context = context_of(text, moment(scene, language))
    return list(dict.fromkeys(name for clause in context.clauses for name in clause.named(role)))


@pytest.mark.parametrize(
    ("text", "employers"),
    [
        ("had an interview with Orchard Mills yesterday", ["Orchard Mills"]),
        ("interview at brightwell dental tomorrow", ["brightwell dental"]),
        ("Fern & Holt rejected me", ["Fern & Holt"]),
        ("I got an offer from N26", ["N26"]),
        ("an interview at a place called Little Harbour Books", ["Little Harbour Books"]),
        ("the Larkspur interview went fine", ["Larkspur"]),
        ("Monday was Kestrel Bank", ["Kestrel Bank"]),
        ("the interview is tomorrow and the one on friday is oakmere", ["oakmere"]),
        ("I interviewed at this new cafe thats opening monday", []),
        ("I had an interview at a bank", []),
        ("interviewed with the council on Tuesday", []),
        ("I was interviewed by Pim and Lotte at Waterfront Logistics", ["Waterfront Logistics"]),
        ("they offered me the job", []),
    ],
)
def test_employers(text: str, employers: list[str]) -> None:
    assert found(text, Role.EMPLOYER) == employers


@pytest.mark.parametrize(
    ("text", "employers"),
    [
        ("Gespräch bei der Stadtverwaltung Elmenried", ["Stadtverwaltung Elmenried"]),
        ("vorstellungsgespräch bei aldi morgen", ["aldi"]),
        ("hab heut die absage von zalando bekommen", ["zalando"]),
        ("war ein Gespräch bei einer Bank", []),
        ("Keiner war da", []),
        ("Lohmann hat mir abgesagt", ["Lohmann"]),
        ("Stelle als Techniker, lief ganz gut bei sap", ["sap"]),
    ],
)
def test_employers_in_german(text: str, employers: list[str]) -> None:
    assert found(text, Role.EMPLOYER, "de") == employers


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("with Joanna Prewett and a guy called Stu from ops", ["Joanna Prewett", "Stu"]),
        ("I met Dr Okonkwo and Priya", ["Dr Okonkwo", "Priya"]),
        ("interview with Mr. Tanaka of Shiokaze Trading", ["Mr. Tanaka"]),
        ("may I call in May?", []),
        ("a lovely day", []),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    assert found(text, Role.PERSON) == people


@pytest.mark.parametrize(
    ("text", "language", "jobs"),
    [
        ("interviewed for a data analyst job", "en", ["data analyst"]),
        ("a senior QA role", "en", ["senior QA"]),
        ("Gespräch als Entwicklungsingenieur", "de", ["Entwicklungsingenieur"]),
        ("I met a guy named Rob about the dream job", "en", []),
        ("Priya (design director) was there", "en", []),
    ],
)
def test_jobs(text: str, language: str, jobs: list[str]) -> None:
    assert found(text, Role.JOB, language) == jobs


def test_agencies() -> None:
    assert found("a recruiter from Marlowe Staffing rang", Role.AGENCY) == ["Marlowe Staffing"]


def test_what_one_clause_brings_the_others_know() -> None:
    context = context_of("interview at Orchard Mills. orchard said friday", moment("stranger"))
    assert [clause.employer for clause in context.clauses] == ["Orchard Mills", "Orchard Mills"]


def test_a_known_name_is_found_in_any_form() -> None:
    assert found("globex rang", Role.EMPLOYER, scene="two") == ["Globex"]


def test_the_title_of_somebody() -> None:
    context = context_of("I met Priya (design director) and the manager Bev", moment("stranger"))
    assert [name.title for clause in context.clauses for name in clause.names] == ["design director", "manager"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("aldi", "Aldi"),
        ("bmw", "BMW"),
        ("iTech", "iTech"),
        ("fig & thyme", "Fig & Thyme"),
        ("bank of oz", "Bank of Oz"),
    ],
)
def test_how_a_name_is_shown(typed: str, shown: str) -> None:
    assert shown_name(typed) == shown


@pytest.mark.parametrize(
    ("text", "language", "jobs"),
    [
        ("interview with Umbra today at 10am for an hour, chemist", "en", ["chemist"]),
        ("the final round at Zentrix (senior backend), it was fine", "en", ["senior backend"]),
        ("an interview for a list of things", "en", []),
        ("Gespräch bei Lohmann, sachbearbeitung", "de", ["sachbearbeitung"]),
    ],
)
def test_jobs_by_their_endings(text: str, language: str, jobs: list[str]) -> None:
    assert found(text, Role.JOB, language) == jobs


def test_a_job_has_its_capitals_in_german() -> None:
    assert shown_role("verkäuferin", "de") == "Verkäuferin"
    assert shown_role("data analyst", "en") == "data analyst"
    assert slots("interview", "gespräch bei aldi morgen als verkäufer", "stranger", "de")["role"] == "Verkäufer"


@pytest.mark.parametrize(
    ("text", "language", "role", "names"),
    [
        ("however, we went on", "en", Role.EMPLOYER, []),
        ("Dear Ana, thank you", "en", Role.EMPLOYER, []),
        ("a place in chelsea", "en", Role.PERSON, []),
    ],
)
def test_words_that_open_a_sentence_are_no_names(text: str, language: str, role: Role, names: list[str]) -> None:
    assert found(text, role, language) == names


@pytest.mark.parametrize(
    ("text", "language", "role", "employer"),
    [
        (
            "interview for artist in residence at Hallow Arts on friday at 2pm",
            "en",
            "artist in residence",
            "Hallow Arts",
        ),
        ("I'm interviewing for head of sixth form at Hallow School on friday", "en", "head of sixth", "Hallow School"),
        ("interview as midwife in charge at St Olave's on friday", "en", "midwife in charge", "St Olave's"),
        (
            "Gespräch als Pfleger in Ausbildung bei Kirchblick am Freitag um 9",
            "de",
            "Pfleger in Ausbildung",
            "Kirchblick",
        ),
    ],
)
def test_what_belongs_to_a_job_is_not_cut_off(text: str, language: str, role: str, employer: str) -> None:
    told = slots("interview", text, "stranger", language)
    assert (told["role"], told["about"]) == (role, employer)


@pytest.mark.parametrize(
    "text",
    [
        "interview yesterday at Dunmore Group, through an agency (Adecco type thing, called Westbrook)",
        "interview yesterday at Dunmore Group through an agency called Westbrook",
        "westbrook is just the agency",
        "Westbrook ist nur die Agentur",
    ],
)
def test_an_agency_is_called_as_it_is_called(text: str) -> None:
    language = "de" if " ist " in text else "en"
    assert slots("agency", text, "stranger", language)["name"] == "Westbrook"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("I met Sarah (head of design) and Pieter (recruiter)", ("Sarah", "Pieter")),
        ("talked to Sarah and Pieter from HR", ("Sarah", "Pieter")),
    ],
)
def test_a_rare_name_beside_a_usual_one_is_somebody(text: str, people: tuple[str, ...]) -> None:
    assert slots("met", text, "told")["names"] == people


@pytest.mark.parametrize(
    ("text", "language"),
    [("I'll hear by the holidays, they said", "en"), ("vor den Feiertagen wollen sie sich melden", "de")],
)
def test_at_the_end_of_the_year_the_holidays_are_those_of_christmas(text: str, language: str) -> None:
    assert slots("window", text, "before", language)["latest"] == date(2026, 12, 24)
