"""Putting right what was kept last: "no, by Monday", "sorry, the 15th not the 14th", "not Kelly, Sanjay".

Such a message answers no open question: it begins by contradicting, or says what is not so.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.hear import windows
from bot.hear.act import Act
from bot.hear.bare_people import people
from bot.hear.bare_talks import length, start
from bot.hear.bare_times import DENIED, deadline, window
from bot.hear.clause import Clause, Context, Name
from bot.hear.names import shown_name
from bot.hear.role import Role
from bot.hear.scene import Expected
from bot.hear.times import WindowRead
from bot.hear.vocabulary import vocabulary

MOST_WORDS = 15
SPEAKS_OF = {"deadline": ("offer",), "more_time": ("offer",)}
"""The fact whose day stands in a draft: after that draft a new day is that one."""
OF_TIME = frozenset({Expected.WINDOW, Expected.DAY, Expected.START, Expected.LENGTH, Expected.SNOOZE})
"""Questions to which "no, Monday" is the answer itself."""


def put_right(context: Context, *, anyway: bool = False) -> tuple[Act, ...] | None:
    """The new value of what was kept last, with the word that the old one is wrong; None when it is none.

    `anyway`: a time was asked for, and this is none that answers it.
    """
    kept = (*SPEAKS_OF.get(context.scene.draft_shown or "", ()), *context.scene.kept_last)
    if not kept or not context.clauses or sum(len(one.words) for one in context.clauses) > MOST_WORDS:
        return None
    if not (_denies(context) or (_contradicts(context) and (anyway or not _is_asked_for_a_time(context)))):
        return None
    for name in reversed(kept):
        for reader, what in AGAIN.get(name, ()):
            found = reader(context)
            if found is not None and not found.has("none"):
                return context.clauses[0].act("correct", about=found.get("about"), what=what), found
    return None


def _is_asked_for_a_time(context: Context) -> bool:
    return context.scene.asked is not None and context.scene.expects in OF_TIME


def _contradicts(context: Context) -> bool:
    """ "No, ...", "sorry ...", "wait, I meant ..."."""
    place = context.clauses[0].where("contradicts")
    return place is not None and place[0] == 0


def _denies(context: Context) -> bool:
    """ "Not the 14th", "nicht Kelly": something that was kept is said not to be so."""
    return any(DENIED.search(context.text[:place]) for place in _values(context))


def _values(context: Context) -> list[int]:
    """Where names and times begin."""
    meant = [vocabulary(one.language)["a_time"] for one in context.clauses]
    times = [w.start for one, time in zip(context.clauses, meant, strict=True) for w in one.words if time.find((w,))]
    return [*times, *(name.start for one in context.clauses for name in one.names)]


def _window(context: Context) -> Act | None:
    """The time alone, or that which they said: "no wait, holiday, he said Wednesday"."""
    found = window(context)
    if found is not None:
        return found
    for clause in reversed(context.clauses):
        read = windows.read(clause, context) if clause.says("said_word") else None
        if isinstance(read, WindowRead):
            return clause.act("window", earliest=read.earliest, latest=read.latest)
    return None


def _who(context: Context) -> Act | None:
    """Who was there, without whom the message rules out."""
    people_named = [name for one in context.clauses for name in one.names if name.role in (Role.PERSON, Role.EMPLOYER)]
    denied = [name for name in people_named if _is_denied(name, context)]
    right = [name for name in people_named if name not in denied]
    if denied:
        names = tuple(shown_name(name.text) for name in right)
        return context.clauses[0].act("met", names=names) if names and not _others(context, people_named) else None
    text = _behind_lead(context)
    return people(context, text) if any(name.role is Role.PERSON for name in right) else None


def _is_denied(name: Name, context: Context) -> bool:
    return DENIED.search(context.text[: name.start]) is not None


def _others(context: Context, names: list[Name]) -> bool:
    """Whether more is said than names and what stands around them."""
    words = [word for one in context.clauses for word in one.words]
    around = vocabulary(context.language)["around_a_name"].alone | {"not", "nicht", "sondern", "but"}
    named = [word for word in words if any(name.start <= word.start < name.end for name in names)]
    return any(word not in named and word.text not in around and not _is_lead(word.text, context) for word in words)


def _is_lead(word: str, context: Context) -> bool:
    return word in vocabulary(context.language)["contradicts"].alone


def _behind_lead(context: Context) -> str:
    """The text without the words that contradict."""
    clause: Clause = context.clauses[0]
    place = clause.where("contradicts")
    end = clause.words[place[1] - 1].end if place and place[0] == 0 else 0
    return context.text[end:].lstrip(" ,.!:;-")


Reader = Callable[[Context], Act | None]
AGAIN: dict[str, tuple[tuple[Reader, str], ...]] = {
    **dict.fromkeys(("window", "window_moved"), ((_window, "window"),)),
    **dict.fromkeys(
        ("interview", "interview_moved", "invited"), ((start, "start"), (length, "length"), (_who, "names"))
    ),
    **dict.fromkeys(("met", "agency"), ((_who, "names"),)),
    "offer": ((deadline, "deadline"),),
}
"""How what was kept last can be said again, and what was wrong then."""
