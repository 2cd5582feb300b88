"""Rules for wishes to the coach: put right, take back, later, quiet, delete, hand over; and where and how one lives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, Tense, on
from bot.hear.role import Role
from bot.hear.rules.counting import value
from bot.hear.rules.saying import by_them, is_short, is_wished, says_only, thing_in, wish
from bot.hear.times import Ask, PlaceChoice, PlaceRead, WindowRead, read_interview_time, read_place, read_window
from bot.hear.vocabulary import vocabulary

# Put right, take back


def correct(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I meant Thursday", "not Acme, Globex", "Korrektur: sie heißt Aebischer"."""
    if clause.says("no_correction") or clause.modality in (Modality.ASKED, Modality.OTHERS):
        return
    place = clause.where("corrects")
    if place is not None and clause.says("mixed_up") and (by_them(clause, place[0]) or clause.says("document", "cv")):
        return  # what they got wrong, or what is wrong in one's papers
    contrast = clause.where("not_this")
    if place is not None or (contrast is not None and _contrasts(clause, contrast, context)):
        yield clause.act("correct", about=clause.employer, what=_what_was_wrong(clause, context))


def _contrasts(clause: Clause, place: tuple[int, int], context: Context) -> bool:
    """Whether "not X" stands beside a Y of the same kind: a name, a day, a clock."""
    named = {name.start for name in clause.names}
    behind = clause.words[place[1] : place[1] + 1]
    times = vocabulary(clause.language)["a_time"]
    return (
        bool(behind) and (behind[0].start in named or times.find(behind) is not None) and not clause.says("no_contrast")
    )


def _what_was_wrong(clause: Clause, context: Context) -> str:
    kinds = ("start", "employer", "names", "role", "window", "deadline", "mood")
    kind = next((kind for kind in kinds if clause.says(f"wrong_{kind}")), None)
    if kind is not None:
        return kind
    known = {one.name.casefold() for one in context.scene.employers}
    if any(name.text.casefold() in known for name in clause.names if name.role is Role.EMPLOYER):
        return "employer"
    if any(name.role is Role.PERSON for name in clause.names):
        return "names"
    return thing_in(clause) or "other"


def undo(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Undo", "take that back"."""
    place = clause.where("undo")
    wished = place is not None and (place[0] == 0 or is_wished(clause)) and not clause.says("undo_of_a_part")
    if wished or (clause.says("undo_alone") and is_short(context)) or says_only(clause, "scratch_that", context):
        yield clause.act("undo")


# What is known


def forget(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Delete Acme", "wipe everything"."""
    if not clause.says("delete") or clause.says("no_delete") or clause.subject is Subject.THEY:
        return
    if clause.employer:
        yield clause.act("forget", about=clause.employer)
    elif clause.says("everything", "my_data"):
        yield clause.act("forget", all=True)
    elif clause.says("off_the_list"):
        before = context.before(clause)
        yield clause.act("forget", about=before.employer if before else None)


def export(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "Send me what you have on me as a file"."""
    if clause.says("export") or (clause.says("hand_over") and clause.says("my_data")):
        yield clause.act("export")


# Where and how one lives


def language(clause: Clause, context: Context) -> Iterator[Act]:
    """ "In Polish please", "can you speak German", "español por favor"."""
    for code, key in LANGUAGES.items():
        if clause.says(key) and (clause.says("speak") or is_short(context, 4)) and not clause.says("no_language"):
            yield clause.act("language", code=code)
            return


LANGUAGES = {
    code: f"language_{code}"
    for code in ("en", "de", "es", "fr", "it", "pt", "nl", "pl", "uk", "ru", "tr", "hi", "ar", "zh", "ja", "ro")
}


def place(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I'm in Toronto", "moved to Lisbon", "Berlin, not London"."""
    if clause.says("no_place") or clause.modality in (Modality.ASKED, Modality.CONDITIONAL):
        return
    if clause.says("back_home") and len(clause.words) <= MOST_OF_A_GREETING:
        yield clause.act("place", city="home")
        return
    behind = clause.where("lives_in") or _visiting(clause)
    instead = clause.where("not_this") if is_short(context, 4) else None
    if behind is not None:
        text = clause.text_of(behind[1], behind[1] + 4)
    elif instead is not None:
        text = clause.text_of(0, instead[0]) or clause.text_of(instead[1] + 1)
    else:
        return
    found = read_place(text, context.scene.now) if text else None
    if isinstance(found, PlaceRead):
        since = _from_when(clause, context)
        until = _until_when(clause, context, since)
        if clause.says("lives_in") or until is not None:
            yield clause.act("place", zone=found.zone, city=_as_typed(text, found.name), day=since, until=until)


def _from_when(clause: Clause, context: Context) -> date | None:
    """The day of a journey that is still ahead: "flying to Tokyo on Friday"; that on which somebody leaves is none."""
    if clause.says("interview", "interviewed", "place_now"):
        return None  # the day is that of a talk
    text = UP_TO.sub(" ", clause.text)
    told = read_interview_time(text, context.scene.now, clause.language)
    day = told.day if isinstance(told, Ask) else told.start.date()
    return day if day is not None and day > context.scene.now.date() else None


def _visiting(clause: Clause) -> tuple[int, int] | None:
    """ "Going to my sister in Melbourne": behind the last "in"; "visiting Oslo": behind the verb."""
    goes = clause.where("goes_to")
    if goes is None:
        return None
    within = [n for n, word in enumerate(clause.words[goes[1] : goes[1] + 5], goes[1]) if word.text == "in"]
    return (goes[0], within[-1] + 1) if within else goes


def _until_when(clause: Clause, context: Context, since: date | None) -> date | None:
    """The last day of a stay: "till 6 January", "for two weeks", "zwei Wochen lang"."""
    here, first = context.scene.now, since or context.scene.now.date()
    if (lasts := LASTS.search(clause.text)) is not None and (number := _count(lasts, clause.language)) is not None:
        return first + timedelta(days=number * UNITS[lasts["unit"].casefold()[:3]])
    if (told := STAYS.search(clause.text)) is None:
        return None
    by = "by" if clause.language == "en" else "bis"
    read = read_window(f"{by} {told['until']}", here, clause.language)
    last = read.latest if isinstance(read, WindowRead) else None
    return last if last is not None and last > first else None


def _count(lasts: re.Match[str], language: str) -> int | None:
    """How many; "for a week" is one, and "last week" is no length."""
    said = lasts["count"].casefold()
    number = int(said) if said.isdigit() else value(said, language)
    return ONE if number is None and lasts["for"] and said in A_SINGLE else number


A_SINGLE = frozenset({"a", "the", "one", "eine", "einen", "ne", "nen"})
LASTS = re.compile(
    r"\b(?P<for>(?:for|für|fuer)\s{1,3})?(?P<count>\d{1,2}|[a-zäöü]+)\s{1,3}(?P<unit>days?|weeks?|fortnight|months?|tage?|wochen?|monate?)\b",
    re.IGNORECASE,
)
STAYS = re.compile(
    r"\b(?:until|till|til|through|bis(?:\s+zum)?)\s+(?P<until>[^,;]+?)(?=\s+(?:in|nach)\b|[,;]|$)", re.IGNORECASE
)
ONE = 1
UNITS = {"day": 1, "tag": 1, "wee": 7, "woc": 7, "for": 14, "mon": 30}
MOST_OF_A_GREETING = 6
"""Words of a clause that says no more than that somebody is back."""
UP_TO = re.compile(r"\b(?:until|till|til|bis|through|for|für)\b.*$", re.IGNORECASE)


def clock_here(clause: Clause, context: Context) -> Iterator[Act]:
    """ "It's 7:10 pm here": what the Person's clock shows."""
    shows = clause.says("clock_here") and clause.says("clock_shows") and clause.tense is not Tense.PAST
    is_short_enough = len(context.clauses) <= MOST_BESIDE_A_CLOCK or context.scene.unplaced
    if not shows or not is_short_enough or clause.modality is Modality.ASKED or not CLOCK.search(clause.text):
        return
    found, behind = read_place(clause.text, context.scene.now), context.after(clause)
    if isinstance(found, PlaceRead):
        yield clause.act("place", city=clause.text)
    elif isinstance(found, PlaceChoice):
        there = read_place(behind.text.strip(" .,!"), context.scene.now) if behind is not None else None
        fits = isinstance(there, PlaceRead) and any(one.zone == there.zone for one in found.options)
        yield clause.act("place", city=there.name if fits and isinstance(there, PlaceRead) else clause.text)


MOST_BESIDE_A_CLOCK = 2
"""Clauses of a message that tells what the clock shows, where it is known; else anything may stand beside it."""
CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m|\s?uhr)", re.IGNORECASE)


def _as_typed(text: str, name: str) -> str:
    """The city as the Person writes it, when it is one word of theirs."""
    first = text.split(maxsplit=1)[0].strip(" ,.!") if text.split() else name
    return first if " " not in name and first[:1].isupper() else name


RULES: tuple[Rule | Keyed, ...] = (
    on(correct, "corrects", "not_this"),
    on(undo, "undo", "undo_alone", "scratch_that"),
    on(language, *LANGUAGES.values()),
    on(place, "lives_in", "not_this", "goes_to", "back_home"),
    on(clock_here, "clock_here"),
    on(wish(forget), "delete"),
    on(wish(export), "export", "hand_over"),
)
