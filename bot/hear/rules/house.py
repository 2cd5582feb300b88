"""Rules for what can also be asked for with a command or a button, said in a word or two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Rule, on
from bot.hear.rules.saying import is_short, says_only
from bot.hear.vocabulary import vocabulary


def house(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Check-in", "debrief", "my progress", "that's all", "not right": as messages that say nothing else."""
    if not is_short(context):
        return
    closed = _closes(clause)
    if closed is not None:
        yield clause.act("close", about=closed)
        return
    for key, (name, slots) in HOUSE.items():
        if says_only(clause, key, context):
            kept = clause.says("forget_it") and context.scene.kept_last and context.scene.asked is None
            yield clause.act("undo") if kept else clause.act(name, **slots)
            return


def _closes(clause: Clause) -> str | None:
    """ "Close Acme": the employer that is known and named right behind."""
    place = clause.where("closes")
    behind = clause.words[place[1]].start if place and place[1] < len(clause.words) else -1
    return next((name.text for name in clause.names if name.start == behind and name.known), None)


def added_question(context: Context) -> Act | None:
    """ "Add a question: why us?": what stands behind is the question, whatever it says."""
    clause = context.clauses[0] if context.clauses else None
    place = clause.where("add_question") if clause is not None else None
    if clause is None or place is None:
        return None
    around = vocabulary(clause.language)["around_a_wish"]
    text = context.text[clause.words[place[1] - 1].end :]
    if not all(around.holds(word.text) for word in clause.words[: place[0]]) or not MARK.match(text):
        return None
    question = MARK.sub("", text).strip(" \"'")
    return Act("practise", {"do": "add", "text": question}, span=context.text) if question else None


MARK = re.compile(r"^\s*(?:[:\n\u2013\u2014-]|\s-\s)+\s*")
"""What stands between the wish and the question."""
HOUSE: dict[str, tuple[str, dict[str, str]]] = {
    "house_wrong": ("wrong", {}),
    "house_enough": ("enough", {}),
    "house_check_in": ("check_in", {}),
    "house_debrief": ("debrief", {"answer": "yes"}),
    "house_practise": ("practise", {"do": "list"}),
    "house_progress": ("ask_progress", {}),
    "house_help": ("help", {}),
    "house_cancel": ("cancel", {}),
    "house_why": ("why", {}),
    "house_add": ("add_interview", {}),
    "house_calendar": ("calendar", {"do": "show"}),
    "house_wont": ("wont", {"what": "thank_you"}),
    "house_keep_open": ("keep_open", {}),
    "house_close": ("close", {}),
    "house_news": ("ask_news", {}),
}
"""What is said in a word or two, by key."""
RULES: tuple[Rule | Keyed, ...] = (on(house, "closes", *HOUSE),)
