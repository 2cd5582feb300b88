"""By when they answer, and that they have answered, as people say it."""

from __future__ import annotations

from bot.dialogue import check_in, contact, endings, sounds_de
from bot.dialogue.statement import Statement, concerning, sounds
from bot.dialogue.talk import Talk
from bot.dialogue.which import about, named_in
from bot.hear.times import WindowRead
from storage.facts import Opportunity


@concerning("heard")
def _heard(talk: Talk, opportunity: Opportunity, _text: str) -> None:
    contact.ask_what_came(talk, opportunity)


def _new_date(talk: Talk, text: str) -> bool:
    """A new reply window; whether the text names one is known only once it is read."""
    if talk.person.asking in ("window", "new_window", "new_date", "promised", "promise_what", "promise_due"):
        return False
    if _WAS_IN_TOUCH.search(text) or _MY_TIME.search(text):
        return False
    if sounds_de.WAS_IN_TOUCH.search(text) or sounds_de.MY_TIME.search(text):
        return False
    read = talk.window_in(text)
    if not isinstance(read, WindowRead) or (read.latest or read.earliest) is None:
        return False
    opportunity = about(talk, text, "new_date")
    return opportunity is None or _keep_date(talk, opportunity, read, text)


def _said_by_name(talk: Talk, text: str) -> bool:
    """ "Acme said by Friday": only of those who are known by name."""
    return bool(named_in(talk, text)) and _new_date(talk, text)


def _keep_date(talk: Talk, opportunity: Opportunity, read: WindowRead, text: str) -> bool:
    over = [interview for interview in talk.interviews_of(opportunity) if interview.end <= talk.now]
    if not over:
        return False
    if over[-1].window_answer is None:
        return check_in.set_window(talk, over[-1], read, text)
    endings.new_date(talk, opportunity, read)
    return True


_THEY = r"\b(they|he|she|hr|the (recruiter|company|hiring manager|manager|agency|team))\b"
_TIME = (
    r"(by|until|till|before|within|in|on|after|next|this|the \d|end|needs?|says?|said|told|takes?|tomorrow|today|later"
    r"|early|late|mid|\d)"
)
"""Without such a word, a day that is named is part of something else: "they cancelled the Christmas party"."""
_MY_TIME = sounds(r"\bi('ve| have)( got| only)? (until|till|an?|one|two|three|\d+)\b")
"""The Person is to do something by then, not they."""
_WAS_IN_TOUCH = sounds(
    r"\b(called|phoned|wrote|e-?mailed|replied|answered)\b.*\b(yesterday|last|ago|this morning|today)\b"
)

_SAID_WHEN = (
    r"(?<!\bi )\b(said|says|told me) ((maybe|probably|about|around|sometime) )?"
    r"(by|until|till|before|within|in|on|after|next|this|the (end|\d)|end|early|late|mid|\d|\w+day)\b"
)

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "new_date",
        sounds(rf"{_THEY}(?=.*\b{_TIME}\b)|\b(hear|answer|decision|decide|reply|window|get back|let me know)\b"),
        _new_date,
        german=sounds_de.NEW_DATE,
    ),
    Statement("said_by_name", sounds(_SAID_WHEN), _said_by_name),
    Statement(
        "heard",
        sounds(
            rf"{_THEY}.*\b(repl(y|ied)|answered|wrote|written|called|phoned|got back|e-?mailed|responded)\b"
            r"|\bheard (back|from)\b"
        ),
        _heard,
        weak=True,
        german=sounds_de.HEARD,
    ),
)
