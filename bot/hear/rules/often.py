"""How often the coach may speak unasked, and whether of LinkedIn: "max one message a day", "kein LinkedIn"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on
from bot.hear.rules.counting import value
from bot.hear.rules.saying import wish
from bot.hear.scene import Expected
from bot.hear.vocabulary import vocabulary

ARTICLES = frozenset({"a", "an"})
TIMES = ("once", "twice", "thrice")
WISHED = frozenset({Modality.REQUESTED, Modality.HOPED})


def most_a_day(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Max one message a day", "twice a day is enough", "weniger Nachrichten bitte"."""
    if clause.says("not_the_coach") or clause.names:
        return
    if clause.says("fewer_messages") or (clause.says("too_often") and _of_the_coach(clause)):
        yield clause.act("most_a_day")
    elif clause.says("a_day") and (_is_a_limit(clause) or _says_that_alone(clause, context)):
        count = _count(clause)
        if count:
            yield clause.act("most_a_day", count=count)


def _of_the_coach(clause: Clause) -> bool:
    return clause.says("coach_writes") or clause.subject is Subject.YOU


def _is_a_limit(clause: Clause) -> bool:
    """Whether it says how much the coach is to write: not how many messages somebody gets or sends."""
    limited = clause.says("at_most") or clause.modality in WISHED
    return clause.says("coach_writes") and (limited or clause.subject not in (Subject.I, Subject.THEY))


def _says_that_alone(clause: Clause, context: Context) -> bool:
    """ "Not more than two a day": nothing else is said, and no question is open that it would answer."""
    scene, meant = context.scene, vocabulary(clause.language)
    if scene.asked is not None or scene.expects is not Expected.NOTHING or not clause.says("at_most"):
        return False
    said = {at for key in ("a_day", "at_most", *TIMES) if (place := clause.where(key)) for at in range(*place)}
    rest = (word.text for at, word in enumerate(clause.words) if at not in said)
    return all(meant["around_a_wish"].holds(word) or value(word, clause.language) for word in rest)


def _count(clause: Clause) -> int | None:
    """How many a day; None where no number is said."""
    times = next((count for count, key in enumerate(TIMES, start=1) if clause.says(key)), None)
    numbers = ((word.text, value(word.text, clause.language)) for word in clause.words)
    return times or next((number for word, number in numbers if number and word not in ARTICLES), None)


def linkedin(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "No LinkedIn please", "I don't use LinkedIn", "LinkedIn wieder an"."""
    if clause.subject in (Subject.THEY, Subject.OTHER) or clause.says("linkedin_thing") or clause.people:
        return
    if clause.says("no_linkedin"):
        yield clause.act("linkedin_tips", do="off")
    elif clause.says("linkedin_again") and not clause.negated:
        yield clause.act("linkedin_tips", do="on")


RULES: tuple[Rule | Keyed, ...] = (
    on(wish(most_a_day), "a_day", "fewer_messages", "too_often"),
    on(linkedin, "no_linkedin", "linkedin_again"),
)
