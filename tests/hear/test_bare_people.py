"""Who was there: names, what each of them does, and those who have no name here."""

from dataclasses import replace

import pytest

from bot.hear.listen import listen
from bot.hear.scene import Expected
from bot.hear.scenes import SCENES
from tests.hear.heard import names, slots


def met(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Each with a name and a role, as they are paired."""
    told = slots("met", text, "told", language, expects=Expected.NAMES, asked="met")
    who, roles = told.get("names", ()), told.get("roles", ())
    return list(zip(who or ("",) * len(roles), roles or ("",) * len(who), strict=True))


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        (
            "Ella Moss (COO), Raj from marketing and a data engineer",
            "en",
            [("Ella Moss", "COO"), ("Raj", "marketing"), ("-", "a data engineer")],
        ),
        ("Ella, the COO, and Raj from legal", "en", [("Ella", "COO"), ("Raj", "legal")]),
        ("the COO Ella Moss and two analysts", "en", [("Ella Moss", "COO"), ("-", "two analysts")]),
        ("ella and tom", "en", [("Ella", ""), ("Tom", "")]),
        ("only the hiring manager", "en", [("", "the hiring manager")]),
        ("Ella who was the team lead", "en", [("Ella", "team lead")]),
        ("Tom, head of sales, Ella, their accountant", "en", [("Tom", "head of sales"), ("Ella", "accountant")]),
        ("Dr. Adeyemi (chief of staff), Jean-Luc", "en", [("Dr. Adeyemi", "chief of staff"), ("Jean-Luc", "-")]),
        (
            "Ella, Tom, the recruiter and the CEO",
            "en",
            [("Ella", "-"), ("Tom", "-"), ("-", "the recruiter"), ("-", "the CEO")],
        ),
        ("Frau Öztürk, die Chefin, und Herr Lang aus der IT", "de", [("Frau Öztürk", "Chefin"), ("Herr Lang", "IT")]),
        ("nur die Personalerin", "de", [("", "die Personalerin")]),
    ],
)
def test_each_with_what_they_do(text: str, language: str, people: list[tuple[str, str]]) -> None:
    assert met(text, language) == people


@pytest.mark.parametrize("text", ["nobody special", "they were nice", "I can't remember", "it was great", "no idea"])
def test_who_was_nobody(text: str) -> None:
    assert "met" not in names(text, "told", expects=Expected.NAMES, asked="met")


def test_a_name_that_is_forgotten_is_nobodys() -> None:
    heard = listen(
        "my interviewers waren sarah und der VP, forgot his name", replace(SCENES["just_over"], language="de")
    )
    (met,) = [act for act in heard.acts if act.name == "met"]
    assert met.get("names") in (("Sarah",), ("Sarah", "-"))
