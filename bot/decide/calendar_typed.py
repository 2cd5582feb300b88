"""What is typed about the calendar instead of pressed, and an invitation that was pasted from a mail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.decide.calendar_asking import FOUND, GONE, LIST, REPLACES
from bot.hear.act import Act, By, Heard
from bot.hear.clause import Word
from bot.hear.fold import fold, words_of
from bot.hear.scene import Scene
from bot.hear.vocabulary import LANGUAGES, vocabulary
from bot.learn.calendar import employer_of, waiting
from bot.learn.calendar_pasted import invitation_in
from bot.learn.called import named, same_name
from bot.learn.ledger import Ledger
from storage.facts import Appointment

MOST_WORDS = 6
"""Words of an answer; a longer text tells something."""
MOST_OF_A_PLACE = 4
"""Words around "the second one": a figure in a longer text counts something else."""
AKIN = frozenset({"yes", "no", "skip", "which", "unclear", "interview", "interview_moved", "interview_called_off"})
"""What the listener may have heard in an answer; whatever else it has heard is told of something else."""
SAID = {
    FOUND.name: ("not", "none", "plan"),
    LIST.name: ("none",),
    REPLACES.name: ("other", "moved"),
    GONE.name: ("still", "off"),
}
"""What may be said to each question: the one that holds a negation first."""
PLACES = ("which_first", "which_second", "which_third", "which_fourth")
NEWS = frozenset({"interview", "invited", "interview_moved"})
"""Acts of a pasted invitation, which it says more exactly as a whole."""


def heard(ledger: Ledger, scene: Scene, heard_before: Heard) -> Heard:
    """The same, and what only somebody who knows the calendar can hear."""
    typed = ledger.incoming.text
    answer = tuple(_answers(ledger, scene, typed)) if _may_be_an_answer(ledger, heard_before) else ()
    if answer:
        return Heard(acts=answer, in_language=heard_before.in_language)
    told = invitation_in(typed, scene.now, scene.language)
    if told is None or any(act.name == "danger" for act in heard_before.acts) or _is_known(ledger, told):
        return heard_before
    return _with(ledger, heard_before, told)


# Answers


def _may_be_an_answer(ledger: Ledger, before: Heard) -> bool:
    """Whether nothing else is told, and nothing about another employer."""
    return all(act.name in AKIN and not _is_elsewhere(ledger, act) for act in before.acts) and not before.doubts


def _is_elsewhere(ledger: Ledger, act: Act) -> bool:
    row = ledger.find(Appointment, ledger.before.person.asking_about)
    employer = employer_of(ledger, row) if row is not None else None
    return employer is not None and act.has("about") and not same_name(str(act.get("about")), employer)


def _answers(ledger: Ledger, scene: Scene, typed: str) -> list[Act]:
    words = words_of(fold(typed)) if scene.asked in SAID else ()
    if scene.asked is None or not words or len(words) > MOST_WORDS:
        return []
    about = ledger.before.person.asking_about or 0
    does = [do for do in SAID[scene.asked] if _says(f"calendar_{do}", words)]
    if does:
        return [_act(does[0], typed, about)]
    return [_act("pick", typed, row.id) for row in _picked(ledger, words)] if scene.asked == LIST.name else []


def _act(do: str, typed: str, row: int) -> Act:
    return Act("calendar", {"do": do}, span=typed, by=By.BARE, row=row)


def _says(key: str, words: Sequence[Word]) -> bool:
    return any(vocabulary(code)[key].find(words) for code in LANGUAGES)


def _picked(ledger: Ledger, words: Sequence[Word]) -> Iterable[Appointment]:
    """The ones of the list that are meant: by name, by their place in it, or all."""
    rows = waiting(ledger)
    if _says("calendar_all", words):
        return rows
    places = PLACES if len(words) <= MOST_OF_A_PLACE or any(_is_called(ledger, row, words) for row in rows) else ()
    placed = {row.id for row, place in zip(rows, places, strict=False) if _says(place, words)}
    return [row for row in rows if row.id in placed or _is_called(ledger, row, words)]


def _is_called(ledger: Ledger, row: Appointment, words: Sequence[Word]) -> bool:
    employer = employer_of(ledger, row)
    called = {word.text for word in words_of(fold(employer))} if employer else set()
    return bool(called) and called <= {word.text for word in words}


# A pasted invitation


def _is_known(ledger: Ledger, told: Act) -> bool:
    return any(talk.start == told.get("start") and not talk.cancelled for talk in ledger.known.interviews)


def _with(ledger: Ledger, before: Heard, told: Act) -> Heard:
    """The invitation as one act; to somebody who is known already it stays an invitation to a further round."""
    name = told.get("about") or next((act.get("about") for act in before.acts if act.name in NEWS), None)
    told = told.with_slots(about=str(name)) if name else told
    invited = next((act for act in before.acts if act.name == "invited"), None)
    if invited is not None and name and named(ledger, str(name)) is not None:
        told = replace(told.without("role"), name="invited")
    others = tuple(act for act in before.acts if act.name in ("hello", "thanks", "joy", "worry", "letter"))
    return Heard(acts=(*others, told))  # a stranger's language is not the Person's
