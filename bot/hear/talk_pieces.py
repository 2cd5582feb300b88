"""One talk told in several clauses: its pieces put together, and what goes with them.

Each step takes the acts of a message and gives them back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.hear import when
from bot.hear.act import Act, Slot
from bot.hear.clause import Clause, Context
from bot.hear.names import shown_name, shown_role
from bot.hear.naming.headings import is_heading
from bot.hear.naming.kinds import is_stand_in
from bot.hear.people_pieces import one_meeting, people_where_they_belong
from bot.hear.role import Role
from bot.hear.talk_known import agree, as_known, day_of


def together(acts: list[Act], context: Context) -> list[Act]:
    """The acts of a message with its talks in one piece each."""
    acts = _with_job(_held(_implied(_one_interview_each(acts), context)), context)
    acts = _over_where_felt(_with_agency(acts, context), context)
    acts = [as_known(act, context) for act in acts]
    return people_where_they_belong(one_meeting(_into_invited(_without_moved_time(_one_window(_deadlines(acts))))))


def _one_interview_each(acts: Iterable[Act]) -> list[Act]:
    """Fragments of one interview put together."""
    found: list[Act] = []
    for act in acts:
        at = next((at for at in range(len(found) - 1, -1, -1) if _same_talk(found[at], act)), None)
        if at is None:
            found.append(act)
        else:
            found[at] = _joined(found[at], act)
    return found


def _same_talk(one: Act, other: Act) -> bool:
    """Whether two acts may tell of the same talk."""
    if one.name != "interview" or other.name != "interview":
        return False
    if _names_its_house(one, other):
        return True
    if not agree(one.get("about"), other.get("about")) or not agree(one.get("role"), other.get("role")):
        return False
    if not agree(day_of(one), day_of(other)) or not agree(one.get("stage"), other.get("stage")):
        return False
    coming = [act for act in (one, other) if not act.get("over") and day_of(act) is not None]
    return not (coming and (one.get("over") or other.get("over")))


def _names_its_house(one: Act, other: Act) -> bool:
    """Whether a name that stands alone tells what the house before it is called: "at this new cafe, Copper Kettle"."""
    about = other.get("about")
    alone = isinstance(about, str) and other.span.strip(" ,.;:!-").casefold() == about.casefold()
    return alone and other.slots.keys() <= {"about", "over"} and one.has("house") and is_stand_in(str(one.get("about")))


def _implied(acts: list[Act], context: Context) -> list[Act]:
    """A stranger who tells how it went with one employer has had a talk there, though no word for it stands."""
    told = {act.name for act in acts}
    names = {name for clause in context.clauses for name in clause.named(Role.EMPLOYER)}
    if context.scene.employers or len(names) != 1 or not told & OF_A_TALK or told & NO_TALK:
        return acts
    name = names.pop()
    where = next(clause for clause in context.clauses if name in clause.named(Role.EMPLOYER))
    day = when.day(where, context, past=True)
    slots = {"day": day} if day is not None and day <= context.scene.now.date() else {}
    return [Act("interview", {"about": shown_name(name), "over": True, **slots}, span=where.text), *acts]


OF_A_TALK = frozenset({"felt", "met", "interest", "shown"})
"""Acts that only one tells who has been there."""
NO_TALK = frozenset({"interview", "invited", "no_show", "interview_called_off", "sent", "offer", "accepted", "agency"})
"""Acts beside which a talk is told already, or need not have been."""


def _joined(one: Act, other: Act) -> Act:
    slots = {**one.slots, **other.slots} if _names_its_house(one, other) else {**other.slots, **one.slots}
    if "start" in slots:
        slots.pop("day", None)
    span = one.span if other.span in one.span else f"{one.span} {other.span}"
    return Act(one.name, slots, span=span, by=one.by, sure=min(one.sure, other.sure))


def _with_job(acts: list[Act], context: Context) -> list[Act]:
    """The job, where the message names one and tells of one talk."""
    talks = [act for act in acts if act.name == "interview"]
    if len(talks) != 1 or talks[0].has("role"):
        return acts
    house, known = talks[0].get("about"), {one.name for one in context.scene.employers}
    told = [one for one in context.clauses if _may_tell_the_job(one, context, house)]
    jobs = {shown_role(name, clause.language) for clause in told for name in clause.named(Role.JOB)}
    if len(jobs) != 1 or house in known or (known and not house):
        return acts
    role = jobs.pop()
    words = next(one.text for one in told if one.named(Role.JOB))
    span = talks[0].span if words in talks[0].span else f"{words} {talks[0].span}"
    named = replace(talks[0].with_slots(role=role), span=span)
    return [named if act is talks[0] else act for act in acts]


def _may_tell_the_job(clause: Clause, context: Context, house: Slot | None) -> bool:
    """Whether a job in a clause may be that of the talk: its house is named there, or it is the heading of it all."""
    if not context.scene.employers:
        return bool(clause.employer) or is_heading(clause, context.clauses)
    return clause.employer is not None and agree(clause.employer, house)


def _held(acts: list[Act]) -> list[Act]:
    """Without talks that did not take place, and of several that are over with one employer the latest alone."""
    off = [act.get("about") for act in acts if act.name in ("no_show", "interview_called_off")]
    words = {act.span for act in acts if act.name == "interview_called_off"}
    kept: list[Act] = []
    for act in acts:
        over = act.name == "interview" and (act.get("over") or day_of(act) is None)
        if over and any(agree(about, act.get("about")) for about in off):
            continue
        if act.name == "interview" and act.span in words:
            continue
        other = next((one for one in kept if over and one.name == "interview" and _both_over(one, act)), None)
        if other is not None and _is_before(act, other):
            continue
        if other is not None:
            kept.remove(other)
        kept.append(act)
    return kept


def _is_before(act: Act, other: Act) -> bool:
    """Whether a talk was on an earlier day than one told before it: "second one today, the first was on the 12th"."""
    day, later = day_of(act), day_of(other)
    return day is not None and later is not None and day < later


def _both_over(one: Act, other: Act) -> bool:
    """Whether one is an earlier round of the other, which has been."""
    earlier = one.get("over") or day_of(one) is None
    return bool(earlier and other.get("over")) and agree(one.get("about"), other.get("about"))


def _into_invited(acts: list[Act]) -> list[Act]:
    """A further round told in two clauses: "they want to see me again" and "second round"."""
    invited = next((act for act in acts if act.name == "invited"), None)
    if invited is None:
        return acts
    later = next((act for act in acts if act is not invited and _is_same_invitation(invited, act)), None)
    if later is not None:
        joined = later.with_slots(**invited.slots)
        return _into_invited([joined if act is invited else act for act in acts if act is not later])
    pieces = [act for act in acts if _is_piece(act) and agree(act.get("about"), invited.get("about"))]
    slots = {name: value for piece in pieces for name, value in piece.slots.items() if name == "stage"}
    joined = invited if invited.has("stage") else invited.with_slots(**slots)
    return [joined if act is invited else act for act in acts if act not in pieces]


def _is_same_invitation(one: Act, other: Act) -> bool:
    """Whether another act only tells more of an invitation: "a second chat", "on Zoom on Thursday at nine"."""
    slots = set(one.slots) & set(other.slots)
    return other.name == "invited" and all(agree(one.get(slot), other.get(slot)) for slot in slots)


def _is_piece(act: Act) -> bool:
    """Whether an interview says nothing but which round it is."""
    return act.name == "interview" and set(act.slots) <= {"about", "stage"}


def _one_window(acts: list[Act]) -> list[Act]:
    """Of two days that one sentence gives for an answer the later: they decide at the weekend and call on Monday."""
    windows = [act for act in acts if act.name == "window" and act.has("latest")]
    late = max(windows, key=lambda act: act.get("latest"), default=None)
    if late is None:
        return acts
    early = [act for act in windows if act is not late and agree(act.get("about"), late.get("about"))]
    return [act for act in acts if act not in early]


def _deadlines(acts: list[Act]) -> list[Act]:
    """A day by which an offer must be answered is its deadline, no window: the answer is the Person's own."""
    found = list(acts)
    for at, act in enumerate(acts):
        if act.name != "offer":
            continue
        for window in acts:
            same = window.name == "window" and agree(act.get("about"), window.get("about")) and window in found
            if same and window.has("latest") and act.get("deadline", window.get("latest")) == window.get("latest"):
                found.remove(window)
                found[found.index(act)] = acts[at] = act = act.with_slots(deadline=window.get("latest"))  # noqa: PLW2901
    return found


def _without_moved_time(acts: list[Act]) -> list[Act]:
    """The new time of a talk stands in `interview_moved` alone."""
    moved = {act.span for act in acts if act.name == "interview_moved"}
    if not moved:
        return acts
    acts = [act for act in acts if act.name != "invited" or act.span not in moved]
    plain = [
        act.without("start", "day", "end", "minutes") if act.name == "interview" and not act.get("over") else act
        for act in acts
    ]
    return [act for act in plain if act.name != "interview" or not set(act.slots) <= {"about"}]


def _over_where_felt(acts: list[Act], context: Context) -> list[Act]:
    """A talk without a coming day is over when the message tells how it went."""
    told = any(act.name in ("felt", "met", "note", "interest") for act in acts)
    today = context.scene.now.date()
    return [
        act.with_slots(over=True)
        if act.name == "interview"
        and told
        and not act.has("over")
        and (day_of(act) or today) <= today
        and _is_past(act, context)
        else act
        for act in acts
    ]


def _is_past(act: Act, context: Context) -> bool:
    start = act.get("start")
    return not isinstance(start, datetime) or start <= context.scene.now


def _with_agency(acts: list[Act], context: Context) -> list[Act]:
    """A talk that an agency has brought about."""
    named = any(act.name == "agency" and act.has("name") for act in acts)
    if not named or not any(one.says("agency_set") for one in context.clauses):
        return acts
    if not any(act.name == "interview" for act in acts) and _is_coming(context):
        acts = [*acts, Act("interview")]
    return [act.with_slots(via_agency=True) if act.name == "interview" else act for act in acts]


def _is_coming(context: Context) -> bool:
    """Whether a known talk is still to come."""
    talks = [talk for employer in context.scene.employers for talk in employer.talks]
    return any(not talk.is_over(context.scene.now) for talk in talks)
