"""The check-in after an interview: one short question at a time; each can be skipped, and be answered days later.

`PARTS` are the questions in their order, `READ` is how a typed answer to each is read, `VERBS` are their buttons, and
`QUESTIONS` are the names of those that an answer may lead to. A long answer is read for everything in it.
"""

from __future__ import annotations

from bot.dialogue.check_in import feelings, people, promises, story, waiting
from bot.dialogue.check_in.feelings import yes_or_no
from bot.dialogue.check_in.flow import (
    ask,
    begin_if_over,
    come_back,
    enough,
    has_begun,
    is_free_answer,
    open_for,
    wording,
)
from bot.dialogue.check_in.keeping import add_note, notes_of
from bot.dialogue.check_in.parts import (
    CHANNEL,
    DETAIL,
    MET,
    MOOD,
    NAMES,
    NEXT_STEP,
    PARTS,
    PROMISED,
    SAID,
    SHOWN,
    WANTED,
    WINDOW,
    Part,
    answered,
    first_open,
    is_complete,
)
from bot.dialogue.check_in.pressing import VERBS
from bot.dialogue.check_in.promises import take_promise
from bot.dialogue.check_in.story import Read, claims, told_unasked
from bot.dialogue.check_in.waiting import set_window, window_in

__all__ = [
    "CHANNEL",
    "DETAIL",
    "MET",
    "MOOD",
    "NAMES",
    "NEXT_STEP",
    "PARTS",
    "PROMISED",
    "QUESTIONS",
    "READ",
    "SAID",
    "SHOWN",
    "VERBS",
    "WANTED",
    "WINDOW",
    "Part",
    "add_note",
    "answered",
    "ask",
    "begin_if_over",
    "claims",
    "come_back",
    "enough",
    "first_open",
    "has_begun",
    "is_complete",
    "is_free_answer",
    "notes_of",
    "open_for",
    "set_window",
    "take_promise",
    "told_unasked",
    "window_in",
    "wording",
    "yes_or_no",
]

_TAKE: dict[str, Read] = {
    "mood": feelings.take_mood,
    "said": feelings.take_said,
    "shown": feelings.take_shown,
    "next_step": waiting.take_next_step,
    "window": waiting.take_window,
    "channel": waiting.take_channel,
    "met": people.take_met,
    "promised": promises.take_promised,
    "detail": people.take_detail,
    "wanted": feelings.take_wanted,
}
READ: dict[str, Read] = {part.name: story.reading(part, _TAKE[part.name]) for part in PARTS}
QUESTIONS: dict[str, Read] = {
    "promise_what": promises.take_promise,
    "promise_due": promises.take_promise_due,
    "new_window": waiting.take_new_window,
    "detail_more": people.take_more,
    "telling": story.take_correction,
}
