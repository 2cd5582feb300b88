"""Which events are job interviews, by their words. All of these titles are made up."""

from __future__ import annotations

import pytest

from bot.calendars.titles import LONGEST, could_be_interview, is_called_off, label, without_mark


def of(title: str, description: str = "", organizer: str = "", location: str = "", *employers: str) -> str:
    return label(title, description, organizer, location, employers)


@pytest.mark.parametrize(
    "title",
    [
        "Interview: Training Manager at Acme",
        "Technical interview (60 min)",
        "Customer Success Manager interview",
        "Phone screen with Beta",
        "Recruiter call",
        "Zweites Vorstellungsgespräch, Beispiel AG",
        "Telefoninterview mit Frau Muster",
        "Assessment-Center",
        "Probearbeiten",
        "Entretien d’embauche",
        "Entrevista: analista",
        "Colloquio conoscitivo",
        "Sollicitatiegesprek",
        "Rozmowa kwalifikacyjna",
        "Собеседование в компании",
        "Співбесіда",
        "מועמדות: ראיון עבודה",
        "一次面接",
        "技术面试",
        "Interviewing with Acme",
    ],
)
def test_words_that_nothing_else_is_called_by_make_it_an_interview(title: str) -> None:
    assert of(title) == "interview"


@pytest.mark.parametrize(
    "title",
    [
        "Dentist",
        "Team meeting",
        "Exit interview",
        "User interview 3",
        "Nutzerinterview",
        "Interview prep",
        "Mock interview",
        "Prepare for the interview",
        "Vorstellungsgespräch vorbereiten",
        "Interviewing: backend engineer",
        "Interview debrief",
        "Interviewer training",
        "Send thank-you note for interview",
        "Webinar: winning your interview",
        "Job fair",
        "Performance review",
        "Mitarbeitergespräch",
        "Visa interview",
        "Интервью с пользователями",
        "Entretien annuel",
        "Film screening",
        "Take-home for the interview due",
        "",
    ],
)
def test_look_alikes_are_left_alone(title: str) -> None:
    assert of(title) == "not"


def test_an_applicants_system_tells_by_its_links() -> None:
    assert of("Jordan <> Sam", "Reschedule: https://app.ashbyhq.com/candidate-scheduling/x") == "interview"
    assert of("Acme", location="https://acme.hirevue.com/x") == "interview"


def test_who_asks_the_questions_is_not_interviewed() -> None:
    assert of("Interview: Sam for Backend", "Scorecard: https://app.greenhouse.io/scorecards/x") == "not"
    assert of("Candidate interview") == "ask"


def test_a_title_that_says_little_is_weighed_by_what_stands_beside_it() -> None:
    talk = "About your application for the position"
    assert of("Call with Sam") == "not"
    assert of("Call with Sam", talk) == "interview"
    assert of("Call with Sam", "About the position") == "ask"
    assert of("Sam and me", "About the position", "talent@acme.example") == "interview"
    assert of("Tuesday", talk) == "ask"
    assert of("Tuesday", talk, "recruiting@acme.example") == "interview"


def test_an_employer_whom_the_person_has_told_about_counts() -> None:
    assert of("Chat with Acme", "", "", "", "Acme") == "ask"
    assert of("Chat with Sam", "", "sam@acme.example", "", "Acme") == "ask"
    assert of("Chat with Macmery", "", "", "", "Acme") == "not"


def test_letters_that_cannot_be_seen_hide_nothing() -> None:
    assert of("Inter\u200bview") == "interview"


def test_long_texts_are_cut_before_they_are_read() -> None:
    assert of("x " * LONGEST + "interview") == "not"


@pytest.mark.parametrize(
    "title", ["Canceled: Interview", "Cancelled event: Interview", "Abgesagt: Interview", "Отменено: Interview"]
)
def test_what_is_called_off_is_known_by_its_title(title: str) -> None:
    assert is_called_off(title)
    assert without_mark(title) == "Interview"
    assert could_be_interview(title, "", "", "")


def test_to_cancel_something_is_not_cancelled() -> None:
    assert not is_called_off("Cancel gym membership")
