"""What is set for the Person, and what becomes of what they tell: /settings and /privacy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.hear.act import Act
from bot.learn.ledger import Ledger
from bot.learn.places import city
from bot.words import clock
from bot.words.named import Press, Presses, Text, lines, text
from scheduler import nudges

NO_MODEL: Presses = ((Press("model.none"),),)
ASK_MODEL: Presses = ((Press("model.ask"),),)
HELP: Presses = ((Press("help.on"),),)
HELP_NOT: Presses = ((Press("help.off"),),)


def settings(ledger: Ledger, _act: Act) -> None:
    """The Person's clock, language and quiet hours, whether a model is asked, and what may be kept for others."""
    ledger.tell(lines(_set(ledger)), (*_choice(ledger), *(HELP_NOT if ledger.person.helps else HELP)))


def _set(ledger: Ledger) -> Iterator[Text]:
    person = ledger.person
    if person.zone is None or nudges.is_unplaced(person):
        yield text("settings.unplaced")
    else:
        yield text("kept.place", time=clock(ledger.here), place=city(person.zone, person.language))
    yield text("settings.language")
    yield text("kept.quiet_hours", start=f"{person.quiet_from:%H:%M}", end=f"{person.quiet_until:%H:%M}")
    yield from _model(ledger)
    yield text("settings.helps" if person.helps else "settings.helps_not")
    yield text("settings.change")


def _model(ledger: Ledger) -> Iterator[Text]:
    if ledger.incoming.has_model:
        yield text("settings.no_model" if ledger.person.no_model else "settings.model")


def privacy(ledger: Ledger, _act: Act) -> None:
    """What is kept, who sees it, and how to have it deleted."""
    asks = ledger.incoming.has_model and not ledger.person.no_model
    seen = text("privacy.model" if asks else "privacy.no_model")
    told = [
        text("privacy.kept"),
        seen,
        *([text("privacy.voice")] if ledger.incoming.has_ears and not ledger.person.no_model else []),
        *([text("privacy.helps")] if ledger.person.helps else []),
        text("privacy.yours"),
    ]
    ledger.tell(lines(told, "\n\n"), _choice(ledger))


def _choice(ledger: Ledger) -> Presses:
    """A button for the other way, where there is one."""
    if not (ledger.incoming.has_model or ledger.incoming.has_ears):
        return ()
    return ASK_MODEL if ledger.person.no_model else NO_MODEL


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"settings": settings, "privacy": privacy}
