"""How a Draft is put together: its lines, what each is needed for, and the limits it keeps. No wording lives here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from bot.coaching.drafts.mentioning import KEEP_IN_MIND, mentions
from bot.coaching.drafts.voice import Facts, Style
from storage.facts import Channel


class Need(IntEnum):
    """What a line is needed for: the least needed goes first when a Draft is too long."""

    MUST = 0
    GOOD = 1
    EXTRA = 2


TWO_PARAGRAPHS = 3
"""Lines from which on a letter has several paragraphs."""
MOST_IN_TEXT = 3
"""Sentences of a text message."""
LIMITS = {Style.PLAIN: (7, 120), Style.SHORTER: (3, 70), Style.WARMER: (7, 120), Style.SOFTER: (7, 120)}
"""The most lines between greeting and regards, each a sentence or two, and the most words in all (advice 16)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to send: a subject for mail, None for what is said on the phone."""

    subject: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a Draft."""

    text: str
    need: Need = Need.MUST
    begins: bool = False
    """A paragraph begins with it, where the letter is long enough."""


def letter(facts: Facts, subject: str, lines: Iterator[Line]) -> Draft:
    """A mail; on the phone, what to say; two lines where it goes by text; elsewhere a message without a subject."""
    if facts.channel is Channel.PHONE:
        return script(facts, _with_mention(facts, list(lines)))
    if facts.channel is Channel.TEXT:
        return _text_message(facts, _with_mention(facts, list(lines)))
    text = facts.spelled(_fitting(facts, _with_mention(facts, list(lines))))
    return Draft(facts.spelled(subject) if facts.channel in (None, Channel.EMAIL) else None, text)


def _with_mention(facts: Facts, lines: list[Line]) -> list[Line]:
    """With what was to be mentioned, at the end of the first paragraph; what cannot be worded is left to the Person."""
    found = mentions(facts.mention, facts.language, to_them=not facts.opportunity.via_agency) if facts.mention else []
    place = next((number for number, line in enumerate(lines) if line.begins), 1)
    asked = [_mentioned(facts, *one) for one in found if one[0] != KEEP_IN_MIND]
    kept = [Line(facts.line(KEEP_IN_MIND)) for key, _ in found if key == KEEP_IN_MIND]
    return [*lines[:place], *asked, *lines[place:], *kept]


def _mentioned(facts: Facts, key: str, detail: str) -> Line:
    key = "mention.goodbye" if facts.is_goodbye and key == "mention.thing" else key
    detail = detail[:1].upper() + detail[1:] if key == "mention.felt" else detail
    return Line(facts.line(key, detail=detail, there=facts.there))


def subject_of(facts: Facts, key: str) -> str:
    """The subject of a mail about the job, whether or not it is known what job it is, and about which day."""
    about = {"there": facts.there, "on": facts.on_day, "when": facts.when}
    if facts.job:
        return facts.line(key, role=facts.role, job=facts.job, **about)
    return facts.line(f"{key}_unnamed", **about)


def matter_of(facts: Facts, key: str, **params: object) -> str:
    """The subject of a mail in which the job comes first: "Data analyst role: a question about timing"."""
    return facts.line("subject", title=facts.title, matter=facts.line(key, **params))


def script(facts: Facts, lines: Iterable[Line]) -> Draft:
    """What to say on the phone: who is calling and about what, then only what must be said."""
    must = [line for line in lines if line.need is Need.MUST]
    said = "".join(f"{_pause(line) if number else ''}{line.text}" for number, line in enumerate(must))
    return Draft(None, facts.spelled(f"{facts.opening(said)} {said}"))


def _pause(line: Line) -> str:
    return "\n" if line.begins else " "


def _text_message(facts: Facts, lines: list[Line]) -> Draft:
    """A few sentences in two lines: who writes comes first, the one that matters last."""
    spare = MOST_IN_TEXT - sum(line.need is Need.MUST for line in lines)
    good = [line for line in lines if line.need is Need.GOOD][: max(spare, 0)]
    said = [line.text for line in lines if line.need is Need.MUST or line in good]
    if facts.me:
        begun = f"{facts.greeting} {facts.line('text.me', name=facts.signed)} {said[0]}"
    else:
        begun = f"{facts.greeting} {said[0] if said[0].startswith('I ') else said[0][:1].lower() + said[0][1:]}"
    return Draft(None, facts.spelled("\n".join(filter(None, (" ".join((begun, *said[1:-1])), *said[1:][-1:])))))


def _fitting(facts: Facts, lines: list[Line]) -> str:
    most_lines, most_words = LIMITS[facts.style]
    if facts.style is Style.SHORTER:
        lines = [line for line in lines if line.need is not Need.EXTRA]
    spare = sorted((line for line in lines if line.need is not Need.MUST), key=lambda line: line.need)
    while spare and (len(lines) > most_lines or len(_signed(facts, lines).split()) > most_words):
        lines.remove(spare.pop())
    return _signed(facts, lines)


def _signed(facts: Facts, lines: Sequence[Line]) -> str:
    body = ""
    for line in lines:
        between = "\n\n" if line.begins and len(lines) >= TWO_PARAGRAPHS else " "
        body = f"{body}{between}{line.text}" if body else facts.begun(line.text)
    return "\n\n".join((facts.greeting, body, f"{facts.regards}\n{facts.signed}")).rstrip()
