"""What could not be placed waits, is asked about once, and is gone when it is told anew."""

from __future__ import annotations

from datetime import date

import pytest

from bot.decide import open_points, questions, unplaced
from bot.hear.act import Act, Doubt
from bot.learn.ledger import Ledger
from storage.facts import Known, OpenKind
from tests.decide import rows
from tests.decide.rows import NOW, bare, keys, ledger, press, presses, said

WORDS = "they decide by next Friday"
DOUBT = Doubt(tuple(Act("window", {"latest": date(2026, 12, day)}, span=WORDS) for day in (4, 11)))


def doubted(known: Known, message: str = WORDS) -> Ledger:
    made = ledger(known, now=NOW)
    made.incoming = type(made.incoming)(**{**_fields(made), "text": message})
    made.speak_of(known.opportunities[-1])
    open_points.doubt(made, DOUBT, message)
    questions.go_on(made, ())
    return made


def _fields(made: Ledger) -> dict[str, object]:
    return {name: getattr(made.incoming, name) for name in made.incoming.__dataclass_fields__}


def test_the_words_in_question_are_named_among_others() -> None:
    assert said(doubted(rows.acme())) == "Which one do you mean?"
    long = doubted(rows.acme(), f"I met Priya and Tom, it went well, {WORDS}, and I promised a sample")
    assert said(long) == f"“{WORDS}”: which one do you mean?"
    assert [button.verb for button in presses(long)] == ["reading", "reading"]


def test_what_is_chosen_later_is_about_the_one_that_was_spoken_of_then() -> None:
    known = doubted(rows.two()).known
    (point,) = known.open_points
    made = ledger(known, pressed=True)
    open_points.reading(made, press("reading", "reading", point.id, 1))
    assert made.queue[0].slots == {"about": "Globex", "latest": date(2026, 12, 11)}
    assert made.known.open_points == ()


def test_a_choice_that_is_settled_by_other_words_waits_no_more() -> None:
    known = doubted(rows.acme()).known
    other = ledger(known, Act("felt", {"mood": "fine"}), now=NOW + rows.timedelta(minutes=1))
    told = ledger(known, Act("window_moved", {"latest": date(2026, 12, 14)}), now=NOW + rows.timedelta(minutes=1))
    for made in (other, told):
        made.speak_of(known.opportunities[0])
        open_points.settle(made)
    assert [point.kind for point in other.known.open_points] == [OpenKind.READING]
    assert told.known.open_points == ()


def test_news_of_another_employer_settles_nothing() -> None:
    known = doubted(rows.two()).known
    made = ledger(known, Act("window", {"latest": date(2026, 12, 14)}), now=NOW + rows.timedelta(minutes=1))
    made.speak_of(known.opportunities[0])
    open_points.settle(made)
    assert len(made.known.open_points) == 1


def test_after_a_guess_its_words_stand_alone() -> None:
    kept = ledger(rows.acme())
    unplaced.keep_note(kept, ("it's complicated",), whole=True)
    (point,) = kept.known.open_points
    made = ledger(kept.known, pressed=True)
    unplaced.guess(made, press("guess", "guess", point.id, 2))
    assert (keys(made), said(made)) == (["marked.plain", "guess.ask_next"], "✓ What to do now")
    assert made.queue[0].name == "ask_next"


def test_after_a_no_nothing_is_asked_but_which_one_it_was() -> None:
    told = Act("rejected", {"about": "Globex"})
    asked = ledger(rows.acme())
    asked.ask("mood", 2)
    made = ledger(asked.known, told)
    questions.go_on(made, (told,))
    assert (made.reply.question, made.person.asking) == (None, None)


# What was not understood


def test_the_rest_is_quoted_where_it_tells_something() -> None:
    made = ledger(rows.acme())
    made.keep("kept.felt.great")
    unplaced.keep_note(
        made, ["and its 4 days to xmas", "my friend says they picked somebody on Friday..."], whole=False
    )
    assert said(made).endswith("I've kept “my friend says they picked somebody on Friday” as a note.")
    assert [note.text for note in made.known.notes] == ["my friend says they picked somebody on Friday..."]


@pytest.mark.parametrize(
    ("clause", "is_said"),
    [
        ("brightwell won't know anything till december 1", True),
        ("die personalabteilung macht am montag wieder auf", True),
        ("isn't that a strange thing to demand?", True),
        ("priya kept smiling at everything", True),
        ("my head is completely melted", False),
        ("the coffee machine there is wonderful", False),
        ("das gehalt wären 3.800 brutto gewesen", False),
    ],
)
def test_what_may_matter_is_spoken_of_and_colour_is_kept_silently(clause: str, is_said: bool) -> None:
    made = ledger(rows.acme())
    made.keep("kept.felt.great")
    unplaced.keep_note(made, [clause], whole=False)
    assert [note.text for note in made.known.notes] == [clause]
    assert ("kept.rest.what" in keys(made)) is is_said


def test_what_tells_nothing_is_neither_kept_nor_spoken_of() -> None:
    made = ledger(rows.acme())
    made.keep("kept.felt.great")
    unplaced.keep_note(made, ["and its 4 days to xmas"], whole=False)
    assert (keys(made), made.known.notes) == (["kept.felt.great"], ())
    alone = ledger(rows.acme())
    unplaced.keep_note(alone, ["and its 4 days to xmas"], whole=False)
    assert keys(alone) == ["kept.rest.what"], "something is always said"


@pytest.mark.parametrize(
    ("clause", "tells"),
    [
        ("i have til friday to say yes", True),
        ("said my hands were steady", True),
        ("and its been a few days past that now", False),
        ("because it would be something there", False),
        ("und die chefin hats gehört", True),
        ("oder lieber doch nichts mehr", False),
    ],
)
def test_what_tells_something(clause: str, tells: bool) -> None:
    assert unplaced.has_content(clause) is tells


def test_a_long_rest_is_quoted_shortly() -> None:
    long = "one of them, the partner, tried to help me and moved on but I could hear that my own voice was shaking"
    assert unplaced.quoted(long) == "one of them, the partner, tried to help me and moved on but…"


def test_every_reading_of_a_decision_has_a_button() -> None:
    readings = [Act(name) for name in ("accepted", "declined", "withdrew", "rejected", "invited", "offer")]
    made = ledger(rows.acme(), now=NOW)
    open_points.doubt(made, Doubt((*readings, Act("accepted", {"elsewhere": True}))), "I said no")
    questions.go_on(made, ())
    assert len(presses(made)) == len(readings) + 1
    assert said(made)
    assert said(made, "de")


@pytest.mark.parametrize(("told", "version"), [(date(2026, 12, 4), 0), (date(2026, 12, 11), 1)])
def test_a_choice_of_days_may_be_answered_in_words(told: date, version: int) -> None:
    asked = doubted(rows.acme())
    questions.go_on(asked, ())
    made = ledger(asked.known, bare("window", latest=told), Act("correct"), now=NOW + rows.timedelta(minutes=1))
    (act,) = questions.read(made, made.acts)
    assert (act.name, act.version) == ("reading", version)


def test_another_day_than_those_of_the_choice_answers_nothing() -> None:
    asked = doubted(rows.acme())
    questions.go_on(asked, ())
    made = ledger(asked.known, bare("window", latest=date(2026, 12, 24)), now=NOW + rows.timedelta(minutes=1))
    assert [act.name for act in questions.read(made, made.acts)] == ["window"]
