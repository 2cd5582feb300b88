"""What nobody understood: kept as it was told, spoken of where it may matter, asked about where it is all there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bot.decide import lessons
from bot.decide.open_points import SEVERAL
from bot.hear.act import Act, By
from bot.hear.fold import fold, words_of
from bot.hear.language import language_of
from bot.hear.times import tells_a_day
from bot.hear.vocabulary import vocabulary
from bot.learn.called import named_in
from bot.learn.ledger import Ledger, Stale
from bot.learn.waiting_acts import as_json, from_json
from bot.words import languages
from bot.words.named import Press, text
from storage.facts import Note, NoteKind, OpenKind, OpenPoint, Opportunity

LONGEST_NOTE = 600
TELLING, FEWEST_TELLING, LONG = 5, 2, 6
"""Letters of a word that tells something, how many such a clause has that does, and of one that is enough."""
LONGEST_QUOTED = 60
"""Characters of a part that was not understood."""
MONEY = re.compile(r"\d{1,3}[.,]\d{3}\b")
"""Thousands, which are no date."""
GUESSES = ("detail", "ask_news", "ask_next")
MOST_GUESSES = 3


def keep_note(ledger: Ledger, said: Iterable[str], *, whole: bool, likely: tuple[Act, ...] = ()) -> None:
    """What nobody understood is kept as it was told; `whole`: the message was nothing else, so it is asked about,
    first of all whether it is what it is `likely` to be.

    Beside what was understood it is spoken of only where it may matter: the colour of a day is kept without a word.
    """
    anyway = whole or ledger.reply.is_empty
    clauses = [clause for clause in said if anyway or has_content(clause)]
    told = " ".join(" ".join(clauses).split())[:LONGEST_NOTE]
    opportunity = _noted_at(ledger)
    whole = whole or (opportunity is None and bool(told))
    if opportunity is not None and told:
        ledger.add(Note, opportunity_id=opportunity.id, kind=NoteKind.DAY, text=told, at=ledger.now)
        matters = next((clause for clause in clauses if anyway or _matters(ledger, clause)), None)
        if not whole and matters is not None:
            ledger.keep("kept.rest.what", what=quoted(matters))
    if not whole:
        return None
    at = opportunity.id if opportunity else None
    point = ledger.leave_open(OpenKind.NOTE, told, as_json(likely), opportunity=at)
    shown = _guesses(point)
    presses = tuple((Press("guess", point.id, index, text(f"guess.{name}")),) for index, name in enumerate(shown))
    if ledger.incoming.text.rstrip().endswith("?"):
        return ledger.answer("unread.question", presses)
    if opportunity is None or len(ledger.open_opportunities) < SEVERAL:
        return ledger.answer("unread.note", presses)
    return ledger.answer("unread.note.at", presses, employer=opportunity.employer)


def _guesses(point: OpenPoint) -> tuple[str, ...]:
    """What it may be about: what it is likely to be, then what most notes are about."""
    return tuple(dict.fromkeys((*(act.name for act in from_json(point.acts)), *GUESSES)))[:MOST_GUESSES]


def _noted_at(ledger: Ledger) -> Opportunity | None:
    there, ours = named_in(ledger, ledger.incoming.text), ledger.open_opportunities
    spoken_of = there or ledger.find(Opportunity, ledger.meant or ledger.person.topic)
    return spoken_of or (ours[0] if len(ours) == 1 else None)


def _matters(ledger: Ledger, clause: str) -> bool:
    """Whether a part may change what comes: it asks something, names a day, or somebody who is known."""
    if clause.rstrip().endswith("?") or named_in(ledger, clause) is not None:
        return True
    said = words_of(fold(clause))
    known = {part for talk in ledger.known.interviews for name in talk.interviewers for part in name.casefold().split()}
    language = language_of(said) or ledger.person.language
    return any(word.text in known for word in said) or tells_a_day(MONEY.sub("", clause), ledger.here, language)


def has_content(clause: str) -> bool:
    """Whether it tells something: a long word, or several of some length, none of which only ties others together."""
    said = [word for word in words_of(fold(clause)) if len(word.text) >= TELLING and not _is_small(word.text)]
    return len(said) >= FEWEST_TELLING or any(len(word.text) >= LONG for word in said)


def _is_small(word: str) -> bool:
    return any(vocabulary(language)["small_word"].holds(word) for language in languages())


def quoted(clause: str) -> str:
    """Its first words."""
    line = " ".join(clause.split()).rstrip(" .,;:!?")
    if len(line) <= LONGEST_QUOTED:
        return line
    return line[:LONGEST_QUOTED].rsplit(" ", 1)[0].rstrip(" ,;:.-–—") + "…"


def guess(ledger: Ledger, act: Act) -> None:
    """What a note was about."""
    point = ledger.found(OpenPoint, act.row)
    names, likely = _guesses(point), from_json(point.acts)
    if point.kind is not OpenKind.NOTE or not act.version < len(names):
        raise Stale
    ledger.remove(OpenPoint, point.id)
    name = names[act.version]
    ledger.rewrite(text("marked.plain", answer=text(f"guess.{name}")))
    if act.version < len(likely):
        lessons.chosen(ledger, point.text, likely, act.version)
        ledger.queue.append(likely[act.version])
    elif name == "detail":
        ledger.queue.append(Act("note", {"kind": "detail", "text": point.text}, by=By.CHOSEN))
    else:
        ledger.queue.append(Act(name, {}, by=By.CHOSEN))


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"guess": guess}
