"""Who of those that were there is written to: everybody is thanked, and one of them is asked."""

from __future__ import annotations

from bot.coaching.verdicts import verdict_on
from bot.hear.act import Act
from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import is_said
from bot.learn.exchanged import is_thanked
from bot.learn.ledger import Ledger
from bot.words.named import Listed, Text, text
from scheduler.policy import Answer, Kind
from storage.facts import Interview, NoteKind, Opportunity


def told(ledger: Ledger, opportunity: Opportunity, act: Act) -> Text | None:
    """By name, when they are known: to whom the thanks go, or the question."""
    over = ledger.last_over(opportunity)
    if over is None or not over.interviewers or opportunity.via_agency:
        return None
    said = words_of(fold(act.span))
    if (
        not is_said(said, "to_thank_you")
        and not is_said(said, "thanks_letter")
        and _asks_next(ledger, opportunity, over)
    ):
        return text("readers.question", name=reader(ledger, over))
    if len(over.interviewers) == 1:
        return text("readers.one", name=over.interviewers[0])
    return text("readers.thanks", names=Listed(over.interviewers))


def only(ledger: Ledger, opportunity: Opportunity, act: Act) -> Text | None:
    """Through whom it goes, where the question says whom alone one can write to: "if I only have Sam's address"."""
    over, said = ledger.last_over(opportunity), words_of(fold(act.span))
    if over is None or not is_said(said, "only_these"):
        return None
    words = {word.text for word in said}
    reached = [name for name in over.interviewers if not words.isdisjoint(_parts(name))]
    others = [name for name in over.interviewers if name not in reached]
    if not reached or not others:
        return None
    key = "advice.several_interviewers.one_address"
    return text(key, reached=Listed(tuple(reached)), others=Listed(tuple(others)))


def _parts(name: str) -> set[str]:
    """The words of a name, and as somebody's: "sam", "sams"."""
    parts = [word.text for word in words_of(fold(name))]
    return {*parts, *(f"{part}s" for part in parts)} - TITLES


TITLES = frozenset({"mr", "ms", "mrs", "dr", "herr", "frau"})


def _asks_next(ledger: Ledger, opportunity: Opportunity, over: Interview) -> bool:
    """Whether what goes to them next is the question how things stand, because thanks are out or too late."""
    verdict = verdict_on(ledger.known, opportunity, ledger.now)
    thanks = verdict.verdict is Answer.ONLY_THANK_YOU or verdict.kind is Kind.THANK_YOU
    return is_thanked(ledger, opportunity, over) or not thanks


def reader(ledger: Ledger, over: Interview) -> str:
    """Who arranges the talks, where somebody does, else the first who was there."""
    about = {
        note.about: note.text
        for note in ledger.known.notes
        if note.kind is NoteKind.POSITION and note.about is not None
    }
    arranges = (
        name for name in over.interviewers if name in about and is_said(words_of(fold(about[name])), "arranges_talks")
    )
    return next(arranges, over.interviewers[0])
