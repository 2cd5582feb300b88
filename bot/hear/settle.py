"""What the acts of a message make of each other: what says less than another, or is said of another thing, falls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.hear.act import Act, By
from bot.hear.at_odds import at_one
from bot.hear.clause import Context, Tense
from bot.hear.order_of_days import in_order
from bot.hear.owing import without_calls_that_decided, without_needless_time, without_owed
from bot.hear.people_pieces import without_passers_by
from bot.hear.role import Role
from bot.hear.rules.denying import without_what_is_denied
from bot.hear.rules.whose import without_the_merged
from bot.hear.scene import Expected
from bot.hear.talk_known import moved_if_known
from bot.hear.unheard import questions

FROM_THEM = frozenset(
    {
        *("window_moved", "may_ask_from", "no_contact", "silence_means_no", "asked_to_wait", "paused", "away"),
        *("invited", "scheduling", "call_planned", "offer", "rejected", "reopened", "position_gone", "feedback"),
        *("interview_moved", "interview_called_off", "they_kept", "they_promised", "reference_called"),
        *("channel_preferred", "no_show"),
    }
)
"""News for which they called or wrote: the call itself is none then."""
ONLY_THAT = frozenset({None, "call", "news", "no_news"})
"""Words from them of which only that they came is told."""
SAID_BY = {
    "sent promised": frozenset({"kept"}),
    "interview_called_off me": frozenset({"declined", "withdrew", "interview_moved"}),
    **dict.fromkeys(("declined", "withdrew"), frozenset({"interview_moved"})),
    "close": frozenset({"no_answer_given_up"}),
    "yes": frozenset({"interest"}),
    "no": frozenset({"rejected", "interest", "wont", "unsent", "linkedin_tips", "most_a_day", "quiet_hours"}),
    "correct": frozenset({"wrong", "belongs"}),
    "joy": frozenset({"denied"}),
    "ask_status": frozenset({"practise", "calendar"}),
    "interview bare": frozenset({"add_interview"}),
    "cancel": frozenset({"undo"}),
    "change_draft": frozenset({"address_me"}),
    "ask_draft": frozenset({"most_a_day"}),
    "snooze": frozenset({"most_a_day"}),
    "pause": frozenset({"most_a_day"}),
    "language": frozenset({"ask_draft", "change_draft"}),
    "may_ask_from": frozenset({"rejected"}),
    "nothing_heard": frozenset({"silence_means_no", "no_show", "unsent"}),
    "rejected": frozenset({"no_answer_given_up", "silence_means_no"}),
}
"""What is said already by any of these."""
OF_THE_CLAUSE = frozenset({"ask_advice", "ask_next", "ask_meaning", "ask_status", "correct"})
"""Acts that are about an employer only when their own words name it, where the message speaks of several."""


def settled(acts: Iterable[Act], context: Context) -> tuple[Act, ...]:
    """The acts that stand beside each other."""
    acts = tuple(acts) or tuple(questions(context))
    told = [_of_who_offered(_of_its_own_words(act, context), context) for act in at_one(acts, context)]
    if len(told) > 1:
        asked = {act.span for act in told if act.name == "ask_may_write"}
        told = [act for act in told if act.name != "wanted" or act.span not in asked]
    if context.scene.expects is not Expected.WINDOW and all(act.name != "correct" for act in told):
        told = [moved_if_known(act, context) for act in told]
        spoken = any(act.name in ("sent", "heard") for act in told)
        told = [_of_another_day(act, context, spoken=spoken) for act in told]
    if len(told) > 1:
        return _beside_each_other(told, context)
    return tuple(a for a in told if not (_is_closed_no(a, context) if a.has("about") else _is_known(a, context)))


def _beside_each_other(acts: list[Act], context: Context) -> tuple[Act, ...]:
    """Of several acts those that say something which no other one says."""
    told = _without_what_they_promised(_without_answered_offer(in_order(acts, context)), context)
    told = [act for act in without_passers_by(told) if not _is_known(act, context)]
    told = without_calls_that_decided(_each_once(_one_count(_without_own_deadline(told))), context)
    if any(_is_news(act) for act in told):
        told = [act for act in told if not (act.name == "heard" and act.get("what") in ONLY_THAT)]
    told = _without_what_is_unsent(without_what_is_denied(told))
    told = without_owed(_without_empty(_without_silence(_without_talking(without_needless_time(told)))), context)
    kept = {act.span for act in told if act.name == "note"}
    told = [act for act in told if act.get("what") != "question" or act.span not in kept]
    if any(act.name == "agency" and act.has("name") for act in told):
        told = [act for act in told if act.name != "agency" or act.has("name")]
    told = without_the_merged(told)
    if len(names := {act.name for act in told}) > 1:
        told = [act for act in told if act.name != "unclear"]
    return tuple(act for act in told if not SAID_BY.get(_said(act), frozenset()) & names)


def _without_talking(acts: list[Act]) -> list[Act]:
    """Without contacts that are the talk itself: "I spoke to Maria and Ben" tells who was there."""
    met = [act for act in acts if act.name == "met"]
    names, spans = {name for act in met for name in act.get("names", ())}, {act.span for act in met}
    return [
        act
        for act in acts
        if act.name != "sent" or act.has("channel") or not (act.get("to") in names or act.span in spans)
    ]


def _without_what_is_unsent(acts: list[Act]) -> list[Act]:
    """Without what another listener hears in the words that say that nothing was sent."""
    unsent = [act.span for act in acts if act.name == "unsent"]
    heard = [act for act in acts if act.by is not By.RULES and act.name in ("sent", "nothing_heard", "not_now")]
    false = [act for act in heard if any(act.span in span or span in act.span for span in unsent)]
    return [act for act in acts if act not in false]


def _without_empty(acts: list[Act]) -> list[Act]:
    """Without a bare "done" beside the words that say what was sent."""
    full = any(act.name == "sent" and act.slots for act in acts)
    return [act for act in acts if act.name != "sent" or act.slots or not full]


def _without_silence(acts: list[Act]) -> list[Act]:
    """Without a silence that has just been broken: somebody of theirs was in touch, or wants to see the Person."""
    spoke = [act.get("about") for act in acts if act.name in ("heard", "invited", "interview_moved")]
    return [act for act in acts if act.name != "nothing_heard" or act.get("about") not in spoke]


def _said(act: Act) -> str:
    """The act, with what tells it from others of its name."""
    if act.name == "interview" and not act.slots:
        return "interview bare"
    tells = act.get("by") or (act.get("what") if act.name == "sent" else None)
    return f"{act.name} {tells}" if tells else act.name


def _is_news(act: Act) -> bool:
    if act.name == "heard":
        return act.get("what") not in ONLY_THAT
    return act.name in FROM_THEM or (act.name == "interview" and not act.get("over"))


OF_A_DAY = ("window", "window_moved", "invited")
"""Acts whose day may be the deadline of an offer, and none of theirs."""


def _without_own_deadline(acts: list[Act]) -> list[Act]:
    """The day by which the Person has to answer is not one by which they answer, nor one to come."""
    own = [act for act in acts if act.name in ("offer", "other_offer") and act.has("deadline")]
    return [act for act in acts if act.name not in OF_A_DAY or not any(_is_the_same(act, one) for one in own)]


def _is_the_same(act: Act, offer: Act) -> bool:
    """Whether the day of an act is the deadline of an offer."""
    if act.get("about") != offer.get("about") and act.span != offer.span:
        return False
    if act.name == "invited":
        return act.get("day") == offer.get("deadline") and offer.span.endswith(act.span)
    return act.get("latest") == offer.get("deadline") or offer.span.endswith(act.span)


def _without_answered_offer(acts: list[Act]) -> list[Act]:
    """Without an offer of which the same words say that it was turned down: "passed on their offer"."""
    answered = {act.span for act in acts if act.name == "declined"}
    return [act for act in acts if act.name not in ("offer", "sent") or act.span not in answered]


def _without_what_they_promised(acts: list[Act], context: Context) -> list[Act]:
    """Without a window whose day is that of a thing which they promised: "she promised me the brochure this week"."""
    answers = {clause.text for clause in context.clauses if clause.says("answer")}
    things = {act.span for act in acts if act.name == "they_promised" and act.has("what")} - answers
    return [act for act in acts if act.name not in ("window", "channel") or act.span not in things]


def _is_known(act: Act, context: Context) -> bool:
    return _is_closed_no(act, context) or _is_known_offer(act, context)


def _is_known_offer(act: Act, context: Context) -> bool:
    """Whether an offer is told again that is there already, with nothing new about it."""
    offered = [one.name for one in context.scene.employers if one.offered]
    if any(one.says("own_deadline") for one in context.clauses):
        return False
    return act.name == "offer" and bool(offered) and not act.has("deadline") and act.get("about") in (None, *offered)


def _is_closed_no(act: Act, context: Context) -> bool:
    """Whether the no is known already: who tells it again tells something else beside it."""
    if act.name != "rejected":
        return False
    meant = [one for one in context.scene.employers if act.get("about") in (None, one.name)]
    return bool(meant) and not any(one.is_open for one in meant)


def _one_count(acts: list[Act]) -> list[Act]:
    """Of several counts of one week the whole one: "two more, so six this week"."""
    most = max((act for act in acts if act.name == "applications"), key=lambda act: act.get("count", 0), default=None)
    return [act for act in acts if act.name != "applications" or act is most]


def _each_once(acts: list[Act]) -> list[Act]:
    """Of a place the first that is named, and one wish about a draft: "too long. shorter please"."""
    first: dict[str, Act] = {}
    for act in acts:
        if act.name in ONCE:
            first[act.name] = _with_both(first[act.name], act) if act.name in first else act
    once = {name: next(act for act in acts if act.name == name) for name in first}
    return [first[act.name] if once.get(act.name) is act else act for act in acts if once.get(act.name, act) is act]


def _with_both(one: Act, other: Act) -> Act:
    """Both wishes of a message about one draft, or the place that was named first."""
    both = other.with_slots(**one.slots)
    return both.with_slots(how=f"{one.get('how')}, {other.get('how')}") if one.has("how") and other.has("how") else both


ONCE = frozenset({"place", "change_draft"})
"""Acts of which a message holds one."""


def _of_another_day(act: Act, context: Context, *, spoken: bool) -> Act:
    """A later day than the known one is new, unless it was told at the talk: "Hannah says it will be the 16th"."""
    told, scene = act.get("latest") or act.get("earliest"), context.scene
    named = act.get("about") or (scene.employers[0].name if len(scene.employers) == 1 else scene.about)
    known = [one.answer_by for one in scene.employers if one.answer_by and one.name == named]
    past = any(one.text == act.span and one.tense is Tense.PAST for one in context.clauses)
    if act.name != "window" or told is None or (past and not spoken) or len(known) != 1 or told <= known[0]:
        return act
    return replace(act, name="window_moved")


def _of_who_offered(act: Act, context: Context) -> Act:
    """ "Signed it", "declined it": the offer that is there, where only one of several has made one."""
    if act.name not in ("accepted", "declined") or act.has("about", "elsewhere", "house", "somebody"):
        return act
    offered = [one.name for one in context.scene.employers if one.offered]
    return act.with_slots(about=offered[0]) if len(offered) == 1 and len(context.scene.employers) > 1 else act


def _of_its_own_words(act: Act, context: Context) -> Act:
    if act.name not in OF_THE_CLAUSE or not act.has("about"):
        return act
    names = {name.text for clause in context.clauses for name in clause.names if name.role is Role.EMPLOYER}
    named = any(one.text == act.span and one.employer == act.get("about") for one in context.clauses)
    named = named or str(act.get("about")).casefold() in act.span.casefold()
    return act if len(names) < 2 or (named and act.name != "correct") else act.without("about")
