"""Who was there, and what each of them does."""

import pytest

from tests.hear.heard import hear, names, slots


@pytest.mark.parametrize(
    ("text", "language", "people", "what"),
    [
        (
            "I met Anna Kim (CTO), Ben from HR and a developer",
            "en",
            ("Anna Kim", "Ben", "-"),
            ("CTO", "HR", "a developer"),
        ),
        ("I spoke to Maria, the head of design", "en", ("Maria",), ("head of design",)),
        ("the manager is karen and the recruiter is Deb", "en", ("Karen", "Deb"), ("manager", "recruiter")),
        ("Anna the CTO was there", "en", ("Anna",), ("CTO",)),
        ("it was with Tom from ops and Lena (head of sales)", "en", ("Tom", "Lena"), ("ops", "head of sales")),
        ("dabei waren Frau Weber (Leiterin) und Herr Kunz", "de", ("Frau Weber", "Herr Kunz"), ("Leiterin", "-")),
    ],
)
def test_who_was_there_and_what_they_do(
    text: str, language: str, people: tuple[str, ...], what: tuple[str, ...]
) -> None:
    told = slots("met", text, "just_over", language)
    assert (told["names"], told["roles"]) == (people, what)


def test_somebody_who_is_told_by_what_they_are() -> None:
    assert slots("met", "the manager is karen", "waiting") == {"names": ("Karen",), "roles": ("manager",)}
    assert slots("met", "it was Thomas", "just_over").get("roles") is None
    assert "met" not in names("is the manager Karen?", "waiting")


def test_what_was_spoken_of_is_kept_and_is_no_question_to_answer() -> None:
    heard = hear("she asked about my thesis", "just_over")
    assert [act.name for act in heard.acts] == ["note"]
    assert "note" not in names("nobody told me about a final three", "waiting")


def test_people_told_in_two_clauses_keep_what_they_do() -> None:
    told = slots("met", "3 people, Priya, Tom and the director Ellen Marsh. Ellen said they'd know soon", "just_over")
    assert (told["names"], told["roles"]) == (("Priya", "Tom", "Ellen Marsh"), ("-", "-", "director"))


@pytest.mark.parametrize(
    ("text", "language", "people", "what"),
    [
        (
            "it was with Sophie the recruiter and a manager called Neil",
            "en",
            ("Sophie", "Neil"),
            ("recruiter", "manager"),
        ),
        (
            "der abteilungsleiter heißt übrigens dr. wiesner, die personalerin frau kunz",
            "de",
            ("Dr. Wiesner", "Frau Kunz"),
            ("abteilungsleiter", "personalerin"),
        ),
    ],
)
def test_a_title_is_that_of_the_name_beside_it(
    text: str, language: str, people: tuple[str, ...], what: tuple[str, ...]
) -> None:
    told = slots("met", text, "told", language)
    assert (told["names"], told["roles"]) == (people, what)


def test_somebody_something_is_meant_for_was_not_met() -> None:
    assert "met" not in names("ok then a note for Maria", "just_over")
    assert slots("met", "it was Maria not Marta", "just_over")["names"] == ("Maria",)
    assert names("I spoke to Maria and Ben", "just_over") == {"met"}
