"""What is set for the Person, and what becomes of what they tell: /settings and /privacy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot import words
from bot.decide.about_me import name_of
from bot.hear.act import Act, By
from bot.learn.how_often import LINKEDIN, often
from bot.learn.ledger import Ledger
from bot.learn.places import city
from bot.words import clock
from bot.words.named import Press, Presses, Text, lines, text
from scheduler import nudges

PICTURES = ("light", "dark", "off")
NO_MODEL: Presses = ((Press("model.none"),),)
ASK_MODEL: Presses = ((Press("model.ask"),),)
HELP: Presses = ((Press("help.on"),),)
HELP_NOT: Presses = ((Press("help.off"),),)
YOURS: Presses = ((Press("export"), Press("forget")),)
NIGHTS = (("20:00", "09:00"), ("21:00", "08:00"), ("22:00", "07:00"))
"""Quiet hours that a press sets; others are typed."""


def settings(ledger: Ledger, act: Act) -> None:
    """The Person's clock, language, quiet hours and how often; whether a model is asked; what is kept for others.

    Who has just changed something with a button sees it change where it stands.
    """
    told = lines(_set(ledger))
    others = (*_choices(ledger), *_choice(ledger), *(HELP_NOT if ledger.person.helps else HELP))
    if act.by is By.BUTTON:
        ledger.rewrite(told, others)
    else:
        ledger.tell(told, others)


def _set(ledger: Ledger) -> Iterator[Text]:
    person = ledger.person
    if person.zone is None or nudges.is_unplaced(person):
        yield text("settings.unplaced")
    else:
        yield text("kept.place", time=clock(ledger.here), place=city(person.zone, person.language))
    yield text("settings.language")
    yield text("kept.quiet_hours", start=f"{person.quiet_from:%H:%M}", end=f"{person.quiet_until:%H:%M}")
    yield text("settings.most_a_day", most=often(person.most_a_day))
    yield text("settings.no_linkedin" if LINKEDIN in person.unwanted else "settings.linkedin")
    yield text(f"settings.pictures.{person.pictures}")
    yield from _model(ledger)
    yield text("settings.helps" if person.helps else "settings.helps_not")
    yield text("settings.change")


def _choices(ledger: Ledger) -> Presses:
    """What else can be set, but for what is."""
    person = ledger.person
    now = (f"{person.quiet_from:%H:%M}", f"{person.quiet_until:%H:%M}")
    nights = tuple(_quiet(*night) for night in NIGHTS if night != now)
    often_ = tuple(Press(f"most.{most}") for most in range(1, nudges.MOST_A_DAY + 1) if most != person.most_a_day)
    languages = tuple(Press(f"language={code}", label=name_of(code)) for code in words.languages())
    others = tuple(press for press in languages if press.verb != f"language={person.language}")
    about = Press("linkedin.on" if LINKEDIN in person.unwanted else "linkedin.off")
    drawn = tuple(Press(f"pictures.{do}") for do in PICTURES if do != person.pictures)
    return nights, often_, (Press("place"), *others), drawn, (about,)


def _quiet(start: str, end: str) -> Press:
    return Press(f"quiet.{start[:2]}-{end[:2]}", label=text("button.quiet", start=start, end=end))


def _model(ledger: Ledger) -> Iterator[Text]:
    if ledger.incoming.has_model:
        yield text("settings.no_model" if ledger.person.no_model else "settings.model")


def privacy(ledger: Ledger, _act: Act) -> None:
    """What is kept, for how long and where, who runs it, who sees it, and how to have it deleted."""
    asks = ledger.incoming.has_model and not ledger.person.no_model
    who = ledger.incoming.operator
    told = [
        text("privacy.kept"),
        text("privacy.until"),
        text("privacy.operator", who=who) if who else text("privacy.no_operator"),
        text("privacy.model" if asks else "privacy.no_model"),
        *([text("privacy.voice")] if ledger.incoming.has_ears and not ledger.person.no_model else []),
        *([text("privacy.helps")] if ledger.person.helps else []),
        text("privacy.yours"),
    ]
    ledger.tell(lines(told, "\n\n"), (*_choice(ledger), *YOURS))


def _choice(ledger: Ledger) -> Presses:
    """A button for the other way, where there is one."""
    if not (ledger.incoming.has_model or ledger.incoming.has_ears):
        return ()
    return ASK_MODEL if ledger.person.no_model else NO_MODEL


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"settings": settings, "privacy": privacy}
