"""The line in which a fact is told: what was kept, at whom where several are open, and the date that moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.learn.ledger import Ledger
from bot.learn.plan import left_out, opens_on
from bot.words.named import Press, Presses, Text, Value, text
from storage.facts import Opportunity

LONGEST_NAME = 20
"""Of an employer's name on a button."""
LONGEST_QUOTE = 120
"""Of the Person's own words, when they are repeated."""


def keep(ledger: Ledger, opportunity: Opportunity, key: str, presses: Presses = (), **params: Value) -> None:
    """Say what was kept.

    A sentence that names the employer gets it as `employer`; before any other one the name stands where several are
    open and the line before was not about the same one.
    """
    _say(ledger, opportunity, text(key, **params), presses, named=_is_named(opportunity, params))


def moved(
    ledger: Ledger, opportunity: Opportunity, key: str, before: date | None, presses: Presses = (), **params: Value
) -> None:
    """Say what was kept, and from when they may be asked, where that is not `before` any more."""
    opens, said = opens_on(ledger, opportunity), text(key, **params)
    if opens is not None and opens != before and opens not in params.values():
        said = text("kept.opens", said=said, opens=opens)
    _say(ledger, opportunity, said, presses, named=_is_named(opportunity, params))


def stands(ledger: Ledger, opportunity: Opportunity, key: str, presses: Presses = (), **params: Value) -> None:
    """Say that this was known: nothing has changed."""
    said = text("kept.stands", said=text(key, **params))
    _say(ledger, opportunity, said, presses, named=_is_named(opportunity, params))


def _is_named(opportunity: Opportunity, params: Mapping[str, Value]) -> bool:
    """Whether the sentence names the employer itself."""
    return "employer" in params or opportunity.employer in params.values()


def _say(ledger: Ledger, opportunity: Opportunity, said: Text, presses: Presses, *, named: bool) -> None:
    if not named and ledger.named != opportunity.id and len(ledger.open_opportunities) > 1:
        said = text("kept.at", employer=opportunity.employer, said=said)
    ledger.keep(said.key, presses, **said.params)
    ledger.named = opportunity.id
    _say_left_out(ledger, opportunity, said)


def _say_left_out(ledger: Ledger, opportunity: Opportunity, said: Text) -> None:
    """Beside a day from which they may be asked: the day that was left out to be careful."""
    told = dict(_all_params(said))
    opens, named = told.get("opens"), told.get("latest") or told.get("earliest")
    if not isinstance(opens, date):
        return
    day = left_out(ledger, opportunity, named if isinstance(named, date) else ledger.today, opens)
    if day is not None:
        ledger.keep("kept.careful_day", day=day)


def _all_params(said: Text) -> Iterator[tuple[str, Value]]:
    """What stands in a sentence, and in those inside it."""
    for name, value in said.params.items():
        yield from _all_params(value) if isinstance(value, Text) else ((name, value),)


def key_of(said: Value) -> str:
    """The name of the sentence itself, whatever stands around it."""
    assert isinstance(said, Text)
    inner = said.params.get("said")
    return key_of(inner) if isinstance(inner, Text) else said.key


def shown(words: str) -> str:
    """The Person's own words, as long as a line may be."""
    plain = " ".join(words.split()).removesuffix(".")
    return plain if len(plain) <= LONGEST_QUOTE else f"{plain[: LONGEST_QUOTE - 1].rstrip()}…"


def draft(ledger: Ledger, opportunity: Opportunity, *names: str) -> Presses:
    """Buttons that show a draft at once."""
    version = ledger.contacts_sent(opportunity)
    labels = ((name, text(f"show.{name}", employer=opportunity.employer[:LONGEST_NAME])) for name in names)
    return tuple((Press(f"show.draft={name}", opportunity.id, version, label),) for name, label in labels)
