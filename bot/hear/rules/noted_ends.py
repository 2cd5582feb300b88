"""A no that is not called one, told as a note: "not this time", "reserve list", "no by email Friday"."""

from __future__ import annotations

from bot.hear.clause import Clause, Context, Modality, Subject
from bot.hear.scene import Expected

MOST = 7
"""Words of a note that tells of a no and of when and how it came."""


def is_a_no(clause: Clause, context: Context) -> bool:
    """Whether a clause tells of one as a fact, and neither asks after it, fears it nor supposes it."""
    if clause.modality not in (Modality.FACT, Modality.NEGATED) or "?" in clause.text or clause.says("note_no_doubt"):
        return False
    if clause.subject in (Subject.YOU, Subject.OTHER) or clause.says("interview", "interviewed", "if"):
        return False
    return clause.says("note_no") or _says_no(clause) or (clause.says("note_no_first") and not _is_an_answer(context))


def _is_an_answer(context: Context) -> bool:
    """Whether it may say no to the coach: "not this time", behind a question or a draft."""
    scene = context.scene
    talks = any(one.talks for one in scene.employers) or any(one.says("interview") for one in context.clauses)
    return scene.expects is not Expected.NOTHING or scene.draft_shown is not None or not talks


def _says_no(clause: Clause) -> bool:
    """ "No by email Friday", "a no on the 4th": the word, and right behind it how or when it came."""
    place, way = clause.where("note_no_word"), clause.where("note_no_way")
    if place is None or place[0] > 1 or len(clause.words) > MOST:
        return False
    came = way is not None and way[0] == place[1]
    return came or (clause.words[place[0]].text in ("a", "ein") and clause.says("a_time"))
