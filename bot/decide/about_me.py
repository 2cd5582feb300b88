"""What the Person decides about themselves here: the language, a copy of all that is known, that it is forgotten."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from babel.core import Locale, UnknownLocaleError

from bot import words
from bot.decide.greeting import guess_again
from bot.decide.other_languages import is_other, sentences
from bot.decide.question import Question, pose
from bot.decide.zone import ZONE
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.called import named
from bot.learn.ledger import Ledger, Stale
from bot.words import Html
from bot.words.named import Press, lines, text
from storage.facts import Decision, Known, OpenPoint, Opportunity, Person
from storage.plain import known_as_plain

# The language


def language(ledger: Ledger, act: Act) -> None:
    """The one that is named, by its code or its name; else a button for each."""
    said = str(act.get("code") or "")
    code = code_of(said)
    if code is not None:
        return _speak(ledger, act, code)
    if is_other(said):
        ledger.tell(lines((Html(sentences()[said]),)))
    elif said:
        ledger.answer("language.unknown", name=name_of(said), names=_names())
    return pose(ledger, LANGUAGE, 0)


def code_of(said: str) -> str | None:
    """The code of a language that is spoken here, by its code or its name in any of them."""
    wanted = said.strip(" .!?").casefold()
    return next((code for code in words.languages() if wanted in _called(code)), None)


def _called(code: str) -> set[str]:
    names = (Locale.parse(code).get_display_name(spoken) or code for spoken in words.languages())
    return {code, *(name.casefold() for name in names)}


def _speak(ledger: Ledger, act: Act, code: str) -> None:
    ledger.change_person(language=code)
    guess_again(ledger)
    if act.by is By.BUTTON:
        ledger.rewrite(text("language.done", name=name_of(code)))
    else:
        ledger.keep("language.done", name=name_of(code))


def name_of(code: str) -> str:
    """The language in its own name."""
    try:
        return (Locale.parse(code).get_display_name(code) or code).capitalize()
    except (UnknownLocaleError, ValueError):
        return code


def _names() -> str:
    return ", ".join(name_of(code) for code in words.languages())


def _ask_language(ledger: Ledger, _row: int) -> None:
    ledger.pose("ask.language", tuple((Press(f"language={code}", label=name_of(code)),) for code in words.languages()))


# A copy


def export(ledger: Ledger, act: Act) -> None:
    """All that is known about the Person, as a file of their own."""
    if act.verb:
        ledger.mark(act.verb)
    content = json.dumps(known_as_plain(ledger.known), ensure_ascii=False, indent=2)
    ledger.reply.files.append((f"afterword-{ledger.today}.json", content.encode(), text("export.here")))


# Forgetting


def forget(ledger: Ledger, act: Act) -> None:
    """All of it, or one employer: asked once, because it cannot be undone."""
    about = act.get("about")
    if act.by is not By.BUTTON and not act.has("confirmed", "about") and _is_asked(ledger):
        act = _confirmed(ledger, act)
    if act.get("confirmed"):
        return _forget_one(ledger, act) if act.row else _forget_all(ledger, act)
    if not about:
        return pose(ledger, FORGET, 0, str(ledger.person.serial))
    opportunity = named(ledger, str(about))
    if opportunity is None:
        return ledger.answer("wish.unknown", employer=str(about))
    return pose(ledger, FORGET, opportunity.id, str(opportunity.version))


def _ask_forget(ledger: Ledger, row: int) -> None:
    version = int(ledger.person.asking_text or 0)
    keep = (Press("forget.no", row),)
    if row:
        delete = Press("forget.yes", row, version, text("button.forget.one"))
        ledger.pose("ask.forget.one", ((delete,), keep), employer=ledger.found(Opportunity, row).employer)
    else:
        ledger.pose("ask.forget", ((Press("forget.yes", row, version),), keep))


def _is_asked(ledger: Ledger) -> bool:
    """Whether it is asked just now: whoever says it once more has said yes."""
    return ledger.before.person.asking == FORGET.name


def _confirmed(ledger: Ledger, act: Act) -> Act:
    row, version = ledger.before.person.asking_about or 0, int(ledger.before.person.asking_text or 0)
    return replace(act, name="forget", slots={"all": True, "confirmed": True}, row=row, version=version)


def _means_forget(ledger: Ledger, act: Act) -> Act | None:
    if act.name == "yes":
        return _confirmed(ledger, act)
    return replace(act, name=KEPT, slots={}) if act.name in ("no", "skip") else None


def _forget_all(ledger: Ledger, act: Act) -> None:
    """The Person is a stranger again. Numbers go on, so an old button finds nothing new; a no to the model stays."""
    person = ledger.person
    if act.version != person.serial or not knows_anything(ledger.known):
        raise Stale
    kept = {name: getattr(person, name) for name in ("id", "language", "zone", "no_model", "serial")}
    ledger.known = Known(person=Person(**kept))
    ledger.rewrite(text("forget.done"))


def knows_anything(known: Known) -> bool:
    """Whether there is anything to forget."""
    return known != Known(person=known.person) or bool(known.person.name)


def _forget_one(ledger: Ledger, act: Act) -> None:
    """The employer, and whatever hangs on it; what stands in a calendar is not proposed again."""
    opportunity = ledger.found(Opportunity, act.row)
    if act.version != opportunity.version:
        raise Stale
    talks = {i.id for i in ledger.known.interviews if i.opportunity_id == opportunity.id}
    for row in ledger.known.appointments:
        if row.interview_id in talks:
            ledger.change(row, decision=Decision.IGNORED, interview_id=None, title="", organizer="")
    ledger.known = without(ledger.known, opportunity)
    ledger.meant = None
    ledger.drop_question()
    ledger.change_person(topic=None, journal=None, amending=None, amending_about=None, letter=None)
    ledger.rewrite(text("forget.done.one", employer=opportunity.employer))


def without(known: Known, opportunity: Opportunity) -> Known:
    """What is known but for one employer, what hangs on it, and what was said of it and not understood."""
    left: dict[str, Any] = {}
    for field in fields(known):
        rows = getattr(known, field.name)
        if isinstance(rows, tuple):
            left[field.name] = tuple(row for row in rows if not _is_about(row, opportunity))
    return replace(known, **left)


def _is_about(row: Any, opportunity: Opportunity) -> bool:
    if isinstance(row, OpenPoint) and opportunity.employer.casefold() in row.text.casefold():
        return True
    return row == opportunity or getattr(row, "opportunity_id", None) == opportunity.id


def forget_kept(ledger: Ledger, _act: Act) -> None:
    """Everything stays."""
    ledger.drop_question()
    ledger.rewrite(text("forget.kept"))


KEPT = "forget_kept"
LANGUAGE = Question(
    name="language",
    answered_by=frozenset({"language"}),
    say=_ask_language,
)
FORGET = Question(
    name="forget",
    expects=Expected.YES_NO,
    means=_means_forget,
    answered_by=frozenset({"forget", KEPT}),
    say=_ask_forget,
)
QUESTIONS: tuple[Question, ...] = (ZONE, LANGUAGE, FORGET)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "language": language,
    "export": export,
    "forget": forget,
    KEPT: forget_kept,
}
