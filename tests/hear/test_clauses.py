"""Cutting messages into clauses, and what each does with what it speaks of."""

import pytest

from bot.hear.clause import Clause, Modality, Subject, Tense
from bot.hear.clauses import clauses_of
from bot.hear.fold import fold
from bot.hear.modality import sensed


def cut(text: str, language: str = "en") -> list[str]:
    return [clause.text for clause in clauses_of(fold(text), language)]


def only(text: str, language: str = "en") -> Clause:
    (clause,) = sensed(clauses_of(fold(text), language))
    return clause


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("it went well and they'll call on Friday", ["it went well", "and they'll call on Friday"]),
        ("Anna, Tom and Ellen were there", ["Anna, Tom and Ellen were there"]),
        ("the interview is on Tue, 5 Jan at 2", ["the interview is on Tue, 5 Jan at 2"]),
        ("I met Dr. Osei. She was kind", ["I met Dr. Osei.", "She was kind"]),
        ("I waited, nobody came", ["I waited", "nobody came"]),
        (
            "Interview at Orchard Mills, data engineer, went ok",
            ["Interview at Orchard Mills, data engineer", "went ok"],
        ),
        ("tell me if they called", ["tell me if they called"]),
        ("I'm ill, so I cancelled", ["I'm ill", "so I cancelled"]),
    ],
)
def test_english(text: str, clauses: list[str]) -> None:
    assert cut(text) == clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("am 9. Dezember hab ich ein Gespräch", ["am 9. Dezember hab ich ein Gespräch"]),
        ("es war um 11. Danach war ich müde", ["es war um 11.", "Danach war ich müde"]),
        ("lief gut, sie melden sich bis Freitag", ["lief gut", "sie melden sich bis Freitag"]),
        ("ich hab gesagt, dass ich die Stelle will", ["ich hab gesagt, dass ich die Stelle will"]),
        (
            "Gespräch bei Lohmann (lief mies), morgen bei Ebert",
            ["Gespräch bei Lohmann", "lief mies", "morgen bei Ebert"],
        ),
    ],
)
def test_german(text: str, clauses: list[str]) -> None:
    assert [clause.rstrip(")") for clause in cut(text, "de")] == clauses


def test_the_language_is_told_clause_by_clause() -> None:
    found = clauses_of("gestern war mein gespräch, and they said they will call me", "en")
    assert [clause.language for clause in found] == ["de", "en"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("they rejected me", Modality.FACT),
        ("they didn't reject me", Modality.NEGATED),
        ("did they reject me?", Modality.ASKED),
        ("should i write to them", Modality.ASKED),
        ("what if they reject me", Modality.FEARED),
        ("i'm afraid they rejected me", Modality.FEARED),
        ("if they reject me", Modality.CONDITIONAL),
        ("i hope they take me", Modality.HOPED),
        ("my sister got rejected", Modality.OTHERS),
        ("i'll write to them tomorrow", Modality.PLANNED),
        ("please write me a thank-you", Modality.REQUESTED),
        ("can you draft a mail", Modality.REQUESTED),
        ("i almost sent it", Modality.NEGATED),
        ("it's at 2, not 3", Modality.FACT),
        ("they called??? so they want me", Modality.FACT),
    ],
)
def test_modality(text: str, modality: Modality) -> None:
    assert sensed(clauses_of(fold(text), "en"))[0].modality is modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("sie haben mir abgesagt", Modality.FACT),
        ("sie haben mir nicht abgesagt", Modality.NEGATED),
        ("soll ich ihnen schreiben", Modality.ASKED),
        ("hoffentlich nehmen sie mich", Modality.HOPED),
        ("falls sie absagen", Modality.CONDITIONAL),
        ("meine Schwester hat eine Absage bekommen", Modality.OTHERS),
        ("schreib mir bitte eine Mail", Modality.REQUESTED),
        ("ich hätte fast abgesagt", Modality.NEGATED),
    ],
)
def test_modality_in_german(text: str, modality: Modality) -> None:
    assert only(text, "de").modality is modality


def test_what_follows_from_a_condition_is_one() -> None:
    first, second = sensed(clauses_of("if they say no, i will move to Leeds", "en"))
    assert (first.modality, second.modality) == (Modality.CONDITIONAL, Modality.CONDITIONAL)


@pytest.mark.parametrize(
    ("text", "language", "tense"),
    [
        ("I had an interview", "en", Tense.PAST),
        ("I have sent it", "en", Tense.PAST),
        ("they are texting those who made it", "en", Tense.PRESENT),
        ("they will call", "en", Tense.FUTURE),
        ("with a guy called Stu", "en", Tense.NONE),
        ("ich hab es gestern geschickt", "de", Tense.PAST),
        ("sie melden sich", "de", Tense.PRESENT),
    ],
)
def test_tense(text: str, language: str, tense: Tense) -> None:
    assert only(text, language).tense is tense


def test_who_does_it() -> None:
    assert [only(text).subject for text in ("I wrote", "they wrote", "you said so", "sent it")] == [
        *(Subject.I, Subject.THEY, Subject.YOU, Subject.NONE)
    ]
