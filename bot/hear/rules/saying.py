"""What several rules ask of a clause: who does it, on which channel, and what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.hear.act import Act, Doubt
from bot.hear.clause import Clause, Context, Modality, Name, Rule, Subject, Tense, Word
from bot.hear.role import Role
from bot.hear.vocabulary import vocabulary

CHANNELS = ("linkedin", "email", "phone", "text")
MOST_WORDS = 8
"""Words of a thing that is promised, asked for, wished."""


def by_me(clause: Clause, at: int) -> bool:
    """Whether the Person does what the word at this place says: "I wrote", "just wrote", "hab geschrieben"."""
    found = doer(clause, at)
    if found is Subject.NONE:
        meant = vocabulary(clause.language)
        return all(word.text in meant["lead"].alone or meant["by_me"].find((word,)) for word in clause.words[:at])
    return found is Subject.I


def by_them(clause: Clause, at: int) -> bool:
    """Whether the employer or its people do it: "they rang", "Priya wrote", "HR asked", "kestrel just rang"."""
    found = doer(clause, at)
    return found is Subject.THEY or (found is Subject.NONE and _somebody_before(clause, at))


def doer(clause: Clause, at: int) -> Subject:
    """Who does what a word says: the nearest in front of it; in German, where objects stand there, I first."""
    meaning = range(*(clause.where("i_mean") or (0, 0)))
    before = [place for place in range(at - 1, -1, -1) if place not in meaning]
    found = [subject for place in before if (subject := _subject_at(clause, place)) is not Subject.NONE]
    if clause.language == "de" and Subject.I in found:
        return Subject.I
    return next(iter(found), Subject.THEY if clause.carried else Subject.NONE)


def _subject_at(clause: Clause, at: int) -> Subject:
    word, meant = clause.words[at], vocabulary(clause.language)
    if word.text in meant["i_word"].alone:
        return Subject.I
    if word.text in meant["they_do"].alone or word.text in meant["their_side"].alone or _is_doing(clause, word):
        return Subject.THEY
    thanked = clause.says("letter")
    return Subject.YOU if word.text in meant["you_do"].alone and not thanked else Subject.NONE


def _is_doing(clause: Clause, word: Word) -> bool:
    """Whether a word is a name that does something: not one behind "at" or "to"."""
    kinds = (Role.PERSON, Role.EMPLOYER, Role.AGENCY)
    named = [name for name in clause.names if name.role in kinds and name.start == word.start]
    return any(not _is_object(clause, name) for name in named)


def _is_object(clause: Clause, name: Name) -> bool:
    """Whether a name stands behind a word like "at" or "to"."""
    words = [word.text for word in clause.words if word.end <= name.start]
    return bool(words) and words[-1] in vocabulary(clause.language)["preposition"].alone


def _somebody_before(clause: Clause, at: int) -> bool:
    """Whether somebody stands before a word whose name is not known as one."""
    meant = vocabulary(clause.language)
    small = ("lead", "edge", "article", "verb", "by_me")
    return any(len(word.text) > 2 and not any(meant[key].find((word,)) for key in small) for word in clause.words[:at])


def nearest_employer(clause: Clause, place: tuple[int, int]) -> str | None:
    """Of several employers the one nearest to what is told: "last day for Nimbus and Zentrix still silent"."""
    houses = [name for name in clause.names if name.role is Role.EMPLOYER]
    first, last = (clause.words[at].start for at in (place[0], max(place[0], place[1] - 1))) if clause.words else (0, 0)
    nearest = min(houses, key=lambda name: min(abs(name.end - first), abs(name.start - last)), default=None)
    return nearest.text if nearest is not None else None


def channel_of(clause: Clause) -> str | None:
    """The channel that is named, or that the verb means."""
    return next((channel for channel in CHANNELS if clause.says(f"by_{channel}")), None)


def person_in(clause: Clause) -> str | None:
    """The one person that is named."""
    return clause.people[0] if len(clause.people) == 1 else None


def thing_in(clause: Clause, without: tuple[int, int] = (0, 0)) -> str | None:
    """What it is about: the longest row of words that say something, without names, times and verbs.

    `without`: the place of words that say that it was promised, sent, wrong.
    """
    rows = [row for row in _rows(clause, without) if any(len(word.text) > 1 for word in row) and not _is_a_time(row)]
    longest = max(rows, key=_says_most, default=None)
    if not longest:
        return None
    while len(longest) > 1 and longest[-1].text in BEFORE_A_TIME:
        longest = longest[:-1]
    first, last = longest[0].start - clause.start, longest[-1].end - clause.start
    return clause.text[first:last].strip(" ,.!?\"'") or None


BEFORE_A_TIME = frozenset({"early", "late", "later", "mid", "sometime", "latest", "anfang", "mitte", "ende"})
"""Words that belong to the time behind a thing: "send me a contract early this week"."""


def _is_a_time(row: Sequence[Word]) -> bool:
    """Whether it names nothing but a time, as "wochenende" behind "am"."""
    return all(word.text.removesuffix("s") in ("wochenende", "weekend", "monatsende", "woche", "week") for word in row)


def _says_most(row: Sequence[Word]) -> tuple[bool, int]:
    """The thing itself before the form in which it is wanted: "das Diplom", and "als Kopie"."""
    return row[0].text not in FORM, sum(len(word.text) for word in row)


FORM = frozenset({"als", "as"})


def _is_verb(clause: Clause, word: str) -> bool:
    """Whether it is a verb, in German also with the "es" that is spoken with it: "ich schicks ihr"."""
    verb = vocabulary(clause.language)["verb"].alone
    return word in verb or (clause.language == "de" and word.endswith("s") and word[:-1] in verb)


def _rows(clause: Clause, without: tuple[int, int]) -> Iterator[Sequence[Word]]:
    meant = vocabulary(clause.language)
    row: list[Word] = []
    for at, word in enumerate(clause.words):
        ends = word.text in meant["edge"].alone or _is_verb(clause, word.text)
        if ends or without[0] <= at < without[1] or _is_named(clause, word):
            yield row
            row = []
        elif row and word.text in FORM:
            yield row
            row = [word]
        elif row or word.text not in meant["article"].alone:
            row.append(word)
        if len(row) == MOST_WORDS:
            yield row
            row = []
    yield row


def _is_named(clause: Clause, word: Word) -> bool:
    return any(name.start <= word.start < name.end for name in clause.names if name.role is not Role.JOB)


def goes_on(clause: Clause, context: Context) -> Clause | None:
    """The next clause of the sentence: "zugesagt, die Zeugnisse zu schicken"."""
    behind = context.after(clause)
    return behind if behind is not None and behind.sentence == clause.sentence else None


def in_front(clause: Clause, context: Context, count: int) -> Iterator[Clause]:
    """So many clauses right in front, the nearest first."""
    for back in range(1, count + 1):
        before = context.before(clause, back)
        if before is not None:
            yield before


def is_short(context: Context, most: int = 6) -> bool:
    """Whether a message is nothing but a few words: "back again", "rückgängig bitte"."""
    words = 0
    for one in context.clauses:
        words += len(one.words)
    return words <= most


def says_only(clause: Clause, key: str, context: Context) -> bool:
    """Whether a message says this and nothing else but small words: "my calendar please", "so why?"."""
    place = clause.where(key)
    if place is None:
        return False
    around = vocabulary(clause.language)["around_a_wish"]
    said = {word.start for word in clause.words[slice(*place)]}
    named = {name.start for one in context.clauses for name in one.names}
    words = [word for one in context.clauses for word in one.words if word.start not in said | named]
    return all(around.holds(word.text) for word in words)


def is_only(clause: Clause, key: str, around: str) -> bool:
    """Whether a clause says this, with nothing else but words of another key around it."""
    place = clause.where(key)
    if place is None:
        return False
    beside = (*clause.words[: place[0]], *clause.words[place[1] :])
    return all(vocabulary(clause.language)[around].holds(word.text) for word in beside)


def is_wished(clause: Clause) -> bool:
    """Whether it is said to the coach: not told of them, nor of what was."""
    if clause.subject in (Subject.THEY, Subject.OTHER):
        return False
    told = clause.tense is Tense.PAST or (clause.subject is Subject.I and clause.negated)
    return clause.modality is Modality.REQUESTED or not told


def wish(rule: Rule) -> Rule:
    """The rule, for what is said to the coach only."""

    def heard(clause: Clause, context: Context) -> Iterator[Act | Doubt]:
        return rule(clause, context) if is_wished(clause) else iter(())

    return heard
