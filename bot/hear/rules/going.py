"""How a talk went: the mood, whether the job is wanted and the Person has said so, and what is worth keeping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on
from bot.hear.role import Role
from bot.hear.rules import talks, their_calendar
from bot.hear.rules.part_and_whole import is_of_the_whole, is_their_question
from bot.hear.scene import Expected
from bot.hear.vocabulary import vocabulary

MOODS = ("fine", "rough", "great")
NOTES = ("unprepared", "length", "cv", "badly", "well", "reaction", "idea", "next_step", "learned", "detail")
A_WHILE = 7
"""Days after a talk in which one still tells how it went, and of what one spoke."""
MOST_ALONE, MOST_WHEN_ASKED = 4, 8
"""Words of a clause that says nothing but how it went."""
LEVELS = {str(level): level for level in range(1, 6)} | {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "eins": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fuenf": 5,
}


def felt(clause: Clause, context: Context) -> Iterator[Act]:
    """How it went, from words of praise and blame beside "went", "was", or alone after a talk that is over."""
    mood = mood_of(clause) if clause.says(*MOODS) else None
    if mood is not None and clause.says("mood_else") and not is_of_the_whole(clause, mood):
        mood = None
    if mood is None:
        return
    most = MOST_WHEN_ASKED if context.scene.expects is Expected.MOOD else MOST_ALONE
    after_talk = talks.fresh(context) and len(clause.words) <= most
    if clause.says("swear") and not clause.says("went"):
        before = context.before(clause)
        after_talk = before is not None and before.says("of_talk")
    if len(clause.words) == 1 and clause.index and context.scene.expects is not Expected.MOOD:
        before = context.before(clause)
        after_talk = before is not None and before.says("of_talk", "interview")
    if _of_a_thing(clause):
        return
    told = talks.fresh(context) or any(one.says("of_talk") for one in context.clauses)
    after_talk = after_talk or is_all_of(clause, mood, context)
    if (clause.says("went") and told) or after_talk or _of_the_employer(clause, context):
        yield clause.act("felt", about=clause.employer, mood="fine" if _is_mixed(mood, context) else mood)


def is_all_of(clause: Clause, mood: str, context: Context) -> bool:
    """ "Just out of Acme, interview for ops. Clicked straight away": words for how it went and nothing else."""
    first, since = clause.where(mood) or (0, 0)
    alone = since - first > 1 and len(clause.words) - (since - first) <= 1
    return alone and any(one.says("interview", "interviewed") for one in context.clauses[: clause.index])


def _is_mixed(mood: str, context: Context) -> bool:
    """ "Fachlich top, aber beim Gehalt komplett verkackt": one part was great and another went wrong."""
    return mood == "great" and any(
        one.says("reproach", "not_so_much") or mood_of(one) == "rough" for one in context.clauses
    )


def _of_a_thing(clause: Clause) -> bool:
    """ "The coffee was great": how one thing was, not how it went."""
    meant = vocabulary(clause.language)
    at = next((at for at, word in enumerate(clause.words) if word.text in ("was", "were", "war", "waren")), 0)
    if clause.language == "de" or at < 2 or clause.names:
        return False
    before, article = clause.words[at - 1].text, clause.words[at - 2].text
    thing = article in ("the", "their", "his", "her", "my")
    return thing and not any(
        meant[key].holds(before) for key in ("of_talk", "interview", "title_word", "their_side", "of_the_talk")
    )


def _of_the_employer(clause: Clause, context: Context) -> bool:
    """Spectrum went ok, the pub was class: right behind the name of one whose talk is over."""
    last = talks.last(context, clause) if clause.employer else None
    if last is None or (context.scene.now - last.end).days > A_WHILE:
        return False
    ends = [name.end for name in clause.names if name.role is Role.EMPLOYER]
    behind = [word.text for end in ends for word in clause.words if word.start >= end][:1]
    return bool(behind) and vocabulary(clause.language)["being_or_going"].holds(behind[0])


def mood_of(clause: Clause) -> str | None:
    """The mood that the words tell: a plain one over a denied one, and "not bad" over "bad"."""
    found = [one for mood in MOODS for one in _said(clause, mood)]
    return max(found, key=lambda one: (one.plain, one.words), default=Mood("", 0, False)).name or None


class Mood(NamedTuple):
    """A word of praise or blame: how many words say it, and whether no "not" stands before it."""

    name: str
    words: int
    plain: bool


def _said(clause: Clause, mood: str) -> Iterator[Mood]:
    place, since = clause.where(mood), 0
    while place:
        first, since = place
        length = since - first
        denied = length == 1 and any(word.text in NOT for word in clause.words[max(0, first - 2) : first])
        denied = denied or _is_doubted(clause, first)
        denied_only = denied and clause.says("not_only")
        greeting = denied_only or (
            first == 0 and length == 1 and len(clause.words) > 3 and clause.words[0].text in OPENING
        )
        if not greeting:
            yield Mood(_turned(mood) if denied else mood, length, not denied)
        place = clause.where(mood, since)


def _is_doubted(clause: Clause, first: int) -> bool:
    """Whether it stands behind a "don't think": "I don't think it went very well"."""
    place = clause.where("not_think")
    return place is not None and place[1] <= first


THEY = frozenset({"they", "she", "he", "sie", "er", "die"})
NOT = frozenset({"not", "never", "nicht", "nie", "kein", "keine", "no"})
OPENING = frozenset({"ok", "okay", "well", "good", "great", "super", "gut", "fine", "right", "prima"})


def _turned(mood: str) -> str:
    """What it is behind a "not": not bad is fine, not good is rough."""
    return {"great": "rough", "fine": "rough", "rough": "fine"}[mood]


def interest(clause: Clause, context: Context) -> Iterator[Act]:
    """Whether the Person has told them that they want the job."""
    if clause.says("not_said") and clause.says("want_job"):
        yield clause.act("interest", about=clause.employer, said="no")
    elif clause.says("said_it") and clause.says("want_job") and clause.modality is Modality.FACT:
        yield clause.act("interest", about=clause.employer, said="yes")


def wanted(clause: Clause, context: Context) -> Iterator[Act]:
    """Whether the Person still wants it."""
    if clause.says("not_said", "said_it"):
        return
    if _hopes_for_a_no(clause):
        yield clause.act("wanted", about=clause.employer, value="no")
        return
    value = next((value for value in ("unsure", "not", "yes") if clause.says(WANTED[value])), None)
    if value == "unsure" and clause.says("asked_if_still") and is_their_question(clause, context):
        return
    if clause.modality in UNSAID and (value != "unsure" or clause.says("shown_of")):
        return
    if value == "yes" and clause.negated:
        value = "not"
    if value is not None and not _theirs(clause, WANTED[{"no": "not"}.get(value, value)]):
        yield clause.act("wanted", about=clause.employer, value={"not": "no"}.get(value, value))


def _hopes_for_a_no(clause: Clause) -> bool:
    """ "Kind of hoping they don't offer it": and nothing behind that it could be about instead."""
    place = clause.where("taken_not")
    behind = clause.words[place[1] :] if place else ()
    return place is not None and clause.says("hoping") and all(word.text in IN_HONESTY for word in behind)


IN_HONESTY = frozenset({"to", "be", "honest", "honestly", "tbh", "though", "lol", "ehrlich", "gesagt", "eigentlich"})
UNSAID = frozenset({Modality.ASKED, Modality.REQUESTED, Modality.CONDITIONAL, Modality.FEARED})
"""Where neither a yes nor a no to the job is told."""
WANTED = {"unsure": "wants_unsure", "not": "wants_not", "yes": "wants"}


def _theirs(clause: Clause, key: str) -> bool:
    """Whether it is they who want something."""
    place = clause.where(key)
    return clause.subject is Subject.THEY and (place is None or clause.words[0].text in THEY)


def shown(clause: Clause, context: Context) -> Iterator[Act]:
    """How interested they seemed, from 1 to 5: "interest shown: 4/5", "I'd say a solid five"."""
    before = context.before(clause)
    if not clause.says("shown_of") and (before is None or not before.says("shown_of")):
        return
    levels = [LEVELS[word.text] for word in clause.words if word.text in LEVELS]
    out_of_five = bool(levels) and levels[-1] == 5 and (len(levels) == 2 or clause.says("out_of_five"))
    if out_of_five or (len(levels) == 1 and clause.says("interest_word")):
        yield clause.act("shown", about=clause.employer, value=levels[0])


def _is_recent(context: Context) -> bool:
    """Whether a talk has been a few days ago at most, or is told of."""
    now = context.scene.now
    ended = [talk.end for one in context.scene.employers for talk in one.talks if talk.is_over(now)]
    return talks.fresh(context) or any((now - end).days < A_WHILE for end in ended)


NEWS = ("answer", "none", "will_tell", "paused", "rejected", "offered", "invite", "moved", "called_off", "not_met")
"""What they tell that is more than a detail of the talk."""


LED = re.compile(r"^(?:(?:oh|and|but|so|then|also|btw|ach|und|aber|dann|ja|naja|übrigens)\b[ ,]*)+", re.IGNORECASE)
"""What joins a clause to the one before it, and is no part of a note."""


def _is_said_to_the_coach(clause: Clause) -> bool:
    """ "No I mean like explain why I went blank": a scrap of a question, and nothing of the talk."""
    first = clause.words[0].text if clause.words else ""
    is_no = vocabulary(clause.language)["plain_no"].holds(first)
    return clause.says("asks_the_coach") or (is_no and clause.says("i_meant"))


def note(clause: Clause, context: Context) -> Iterator[Act]:
    """Something of the talk worth keeping, in the Person's own words."""
    kind = next((kind for kind in NOTES if clause.says(kind)), None)
    of_it = (clause.says("talked_of") and _is_recent(context)) or (clause.says("asked_of") and talks.fresh(context))
    if kind is None and of_it and not clause.negated and not clause.says(*NEWS):
        kind = "detail"
    if (
        kind is None
        or _is_said_to_the_coach(clause)
        or clause.says("not_said", "works_too", "six_days")
        or their_calendar.is_told(clause)
    ):
        return
    if kind in ("idea", "next_step", "learned", "detail") or talks.fresh(context):
        yield clause.act("note", about=clause.employer, kind=kind, text=LED.sub("", clause.text))


RULES: tuple[Rule | Keyed, ...] = (
    on(felt, *MOODS),
    on(interest, "want_job"),
    on(wanted, *WANTED.values(), "taken_not"),
    shown,
    on(note, *NOTES, "talked_of", "asked_of"),
)
