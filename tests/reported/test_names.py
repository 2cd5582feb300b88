"""Names of people, employers and roles as the world has them: kinds of faults that others reported."""

from __future__ import annotations

import pytest

from bot.coaching.drafts import told
from bot.hear.act import Act
from bot.hear.scene import Expected
from tests.hear.heard import hear
from tests.reported.life import Life


def met(who: str) -> tuple[str, ...]:
    life = Life.begun("2026-06-10T09:00").say("Interview with Acme today at 9:10am for 30 minutes, designer")
    life.until("2026-06-10T09:50").say(f"I talked to {who}")
    return life.talk.interviewers


@pytest.mark.parametrize(
    "name",
    [
        *("Capital One", "Seven Eleven", "1&1", "Hour One", "November International", "Today's Office", "TGI Fridays"),
        *(
            "Next",
            "7-Eleven",
            "Friday's",
            "Energy",
            "Siemens Energy",
            "Monday.com",
            "Second Home",
            "Five Guys",
            "Lunch",
        ),
        *("Three", "Morning Consult", "Half Moon", "June Energy", "O2", "3M", "Ten Square Games", "24 Hour Fitness"),
    ],
)
def test_an_employer_keeps_its_name(name: str) -> None:
    life = Life.begun("2026-06-10T09:00").say(f"Interview with {name} tomorrow at 3pm for an hour")
    assert (life.job.employer, f"{life.talk.start:%dT%H:%M}") == (name, "11T14:00")


def test_an_employer_named_after_a_day_keeps_its_name() -> None:
    life = Life.begun("2026-06-10T09:00").say("Interview with Sunday Riley on Friday at 3pm for an hour")
    assert (life.job.employer, f"{life.talk.start:%dT%H:%M}") == ("Sunday Riley", "12T14:00")


ROLES = [
    *("Head of Marketing for EMEA", "Product Manager for Payments", "Night Nurse", "Weekend Editor"),
    *("24/7 Operations Lead", "Q4 Campaign Manager", "Director of Friday Operations", ".NET developer"),
    *(
        "Engineer for Growth",
        "Designer (m/f/d)",
        "C++ Engineer",
        "UX/UI Designer",
    ),
]


MARKED = ['"Happiness" hero', 'Engineer (m/f/d) / "Platform" [Level 5] <b>Senior</b>', "VP, Sales & Marketing"]


@pytest.mark.parametrize("role", [*ROLES, *MARKED])
def test_a_role_that_is_asked_for_is_kept_as_written(role: str) -> None:
    found = hear(role, "told", expects=Expected.ROLE).acts
    assert [(act.name, act.get("role")) for act in found] == [("interview", role)]


@pytest.mark.parametrize("role", [*ROLES, *MARKED, "Engineer II/III", "Jr./Sr. Developer", "Head of Sales - DACH"])
def test_a_role_behind_the_rest_is_kept_as_written(role: str) -> None:
    life = Life.begun("2026-06-10T09:00").say(f"Interview with Apple tomorrow at 3pm for an hour, {role}")
    assert life.job.role == role


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("van der Berg", "van der Berg"),
        ("von Neumann", "von Neumann"),
        ("Dana Cruz", "Dana"),
        ("de la Cruz", "de la Cruz"),
        ("Ludwig van Beethoven", "Ludwig"),
        ("Al-Rashid", "Al-Rashid"),
        ("Mr Van Gogh", "Mr Van Gogh"),
        ("Dr. Sofia Meier", "Dr. Sofia Meier"),
        ("Prof. Dr. Anna Weber", "Prof. Dr. Anna Weber"),
        ("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
        ("Nguyen Van An", "Nguyen Van An"),
        ("Tran Thi Lan", "Tran Thi Lan"),
        ("Kim Min-jun", "Kim Min-jun"),
        ("Park Ji-woo", "Park Ji-woo"),
        ("Wang Xiaoming", "Wang Xiaoming"),
        ("Nagy Katalin", "Nagy Katalin"),
        ("Anna Nagy", "Anna"),
        ("Katalin Nagy", "Katalin"),
        ("Kim Kardashian", "Kim"),
        ("Tanaka-san", "Tanaka-san"),
        ("田中太郎", "田中太郎"),
        ("王小明 先生", "王小明 先生"),
        ("김민준 씨", "김민준 씨"),
        ("O'Brien", "O'Brien"),
        ("J. Smith", "J. Smith"),
        ("Mary Jane Watson", "Mary"),
        ("<b>Dana</b> Cruz", "Dana"),
    ],
)
def test_a_letter_greets_by_a_name_that_is_surely_one(name: str, expected: str) -> None:
    assert told.called(name) == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Mr Van Gogh and Ms. de la Cruz", ("Mr Van Gogh", "Ms. de la Cruz")),
        ("van der Berg", ("van der Berg",)),
        ("von Neumann", ("von Neumann",)),
        ("田中太郎、佐藤花子", ("田中太郎", "佐藤花子")),
        ("王小明，李华", ("王小明", "李华")),
        ("김민준 및 이서연", ("김민준", "이서연")),
        ("Иван Петров и Анна Смирнова", ("Иван Петров", "Анна Смирнова")),
        ("أحمد علي، سارة حسن", ("أحمد علي", "سارة حسن")),
        ("Nguyễn Thị Minh Khai", ("Nguyễn Thị Minh Khai",)),
        ("Dr. Meier, Prof. Weber", ("Dr. Meier", "Prof. Weber")),
        ("Anna Kim and Ben", ("Anna Kim", "Ben")),
        ("Dr. Smith and Dr. Jones", ("Dr. Smith", "Dr. Jones")),
    ],
)
def test_everybody_who_was_there_is_kept(who: str, expected: tuple[str, ...]) -> None:
    """The bare answer to the question who was there."""
    assert bare_people(who) == expected


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("I talked to van der Berg", "en", ("van der Berg",)),
        ("I met d'Angelo", "en", ("d'Angelo",)),
        ("met Ms de la Cruz and Mr O'Brien", "en", ("Ms de la Cruz", "Mr O'Brien")),
        ("I spoke with Nguyen Thi Mai", "en", ("Nguyen Thi Mai",)),
        ("met Ms. Nguyen Thi Mai", "en", ("Ms. Nguyen Thi Mai",)),
        ("I talked to Wang Xiaoming", "en", ("Wang Xiaoming",)),
        ("met Tanaka-san", "en", ("Tanaka-san",)),
        ("talked to Suzuki-sensei", "en", ("Suzuki-sensei",)),
        ("I talked to Maria da Silva about the team", "en", ("Maria da Silva",)),
        ("gesprochen mit Herrn von der Heide", "de", ("Herrn von der Heide",)),
        ("habe mit Herrn van den Berg und Frau de Vries geredet", "de", ("Herrn van den Berg", "Frau de Vries")),
        ("war bei Frau zu Guttenberg", "de", ("Frau zu Guttenberg",)),
        ("mit Frau Dr. Özdemir-Krause", "de", ("Frau Dr. Özdemir-Krause",)),
        ("habe mit Nguyen Thi Mai gesprochen", "de", ("Nguyen Thi Mai",)),
        ("habe mit van der Berg gesprochen", "de", ("van der Berg",)),
        ("ich habe mit Tanaka-san gesprochen", "de", ("Tanaka-san",)),
        ("mit Anna von Siemens gesprochen", "de", ("Anna",)),
    ],
)
def test_a_name_in_a_sentence_is_kept_whole(said: str, language: str, expected: tuple[str, ...]) -> None:
    found = [act.get("names") for act in hear(said, "just_over", language).acts if act.name == "met"]
    assert found == [expected]


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("die Frau von Siemens war nett", "de"),
        ("ich habe mit der Frau von der Personalabteilung gesprochen", "de"),
        ("habe mit der Chefin gesprochen", "de"),
        ("I talked to McKinsey", "en"),
        ("I talked to Hong Kong", "en"),
        ("I met Kiss FM", "en"),
        ("I talked to O'Reilly Media", "en"),
        ("met de facto nobody", "en"),
    ],
)
def test_what_is_no_name_of_somebody_is_not_kept_as_one(said: str, language: str) -> None:
    assert [act.get("names") for act in hear(said, "just_over", language).acts if act.name == "met"] == []


def bare_people(who: str) -> tuple[str, ...]:
    found = answer_acts(who)
    return next((tuple(act.get("names")) for act in found if act.name == "met"), ())


def answer_acts(who: str) -> tuple[Act, ...]:
    return hear(who, "just_over", expects=Expected.NAMES).acts


def test_markup_in_a_role_does_not_reach_a_letter() -> None:
    assert (
        told.name('Engineer (m/f/d) / "Platform" [Level 5] <b>Senior</b>')
        == 'Engineer (m/f/d) / "Platform" Level 5 Senior'
    )
