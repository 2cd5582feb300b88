"""What the Person asks: what now, how things stand, whether something is a sign, how to go about something.

A question changes no fact. An answer is for this person: their own day, their own employer, what they may do now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.coaching.elsewhere import deadline_elsewhere
from bot.coaching.letters import draft_for
from bot.coaching.standing import QUIET, day_to_tell, most_urgent, standing
from bot.coaching.verdicts import sentences, verdict_on
from bot.decide import answering
from bot.decide.answering import about, advise
from bot.decide.beside import is_answered_elsewhere, says
from bot.decide.buttons import show_press, tell_press
from bot.decide.meant import meant
from bot.hear.act import Act
from bot.hear.fold import fold, words_of
from bot.hear.topics import TOPICS
from bot.hear.vocabulary import is_said
from bot.learn.called import called
from bot.learn.ledger import Ledger
from bot.words.named import Moment, Presses, Text, Value, lines, text
from scheduler import nudges
from scheduler.policy import Answer
from storage.facts import Opportunity

MOST_LINES = 3
"""Employers named when somebody asks what to do, and means all of them."""
ON_THEIR_DAY = ("follow_up", "second_follow_up", "parked")
"""Nudges of whose day has been spoken already."""
EXPLAINED = ("reposted", "profile_viewed", "reference_called")
"""Facts whose own line says what they mean."""


# What now?


def ask_next(ledger: Ledger, act: Act) -> None:
    """What is due now and what comes next: for the one that is meant, else over all."""
    if any(one.name == "accepted" and one.has("told") for one in ledger.acts):
        return  # the line of what was decided says it
    one = meant(ledger, act) if act.row or act.has("about") or len(ledger.open_opportunities) < 2 else None
    one = one or ledger.find(Opportunity, ledger.meant)
    if one is not None and one.closed_at is None:
        _next_at(ledger, one)
    elif ledger.open_opportunities:
        _next_over_all(ledger)
    else:
        ledger.answer("next.nobody" if ledger.known.opportunities else "next.stranger")


def _next_at(ledger: Ledger, opportunity: Opportunity) -> None:
    verdict = verdict_on(ledger.known, opportunity, ledger.now)
    due: Value = sentences(verdict)
    if verdict.verdict is Answer.HOLD and not _writes_now(ledger, opportunity):
        due = lines([text("next.nothing_due"), standing(ledger.known, opportunity, ledger.now)], " ")
    ledger.tell(lines([due, *_brought(ledger, opportunity)]), _drafts(ledger, opportunity))


def _next_over_all(ledger: Ledger) -> None:
    first = most_urgent(ledger.known, ledger.open_opportunities, ledger.now)
    said = [standing(ledger.known, opportunity, ledger.now) for opportunity in first[:MOST_LINES]]
    told = ((tell_press(ledger.known, o),) for o in first[:MOST_LINES] if _should_hear(ledger, o))
    ledger.tell(lines(said), (*_drafts(ledger, first[0]), *told))


def _should_hear(ledger: Ledger, opportunity: Opportunity) -> bool:
    """Whether they should hear now that another offer waits for its answer."""
    verdict = verdict_on(ledger.known, opportunity, ledger.now)
    return day_to_tell(ledger.known, opportunity, verdict, ledger.today) is not None


def _writes_now(ledger: Ledger, opportunity: Opportunity) -> bool:
    """Whether a thank-you can be written now that goes a little later."""
    over = ledger.last_over(opportunity) is not None and ledger.next_ahead(opportunity) is None
    return (
        over and draft_for(ledger.known, opportunity, verdict_on(ledger.known, opportunity, ledger.now)) == "thank_you"
    )


def _drafts(ledger: Ledger, opportunity: Opportunity) -> Presses:
    """The draft that is due, one tap away."""
    verdict = verdict_on(ledger.known, opportunity, ledger.now)
    name = draft_for(ledger.known, opportunity, verdict)
    waits = verdict.verdict in QUIET and verdict.verdict is not Answer.ONLY_THANK_YOU
    if name is None or (waits and not _writes_now(ledger, opportunity)):
        return ()
    return ((show_press(ledger.known, opportunity, name),),)


def _brought(ledger: Ledger, opportunity: Opportunity) -> Iterator[Text]:
    """What I shall say by myself, and when."""
    following = nudges.coming(ledger.known, ledger.now).get(opportunity.id)
    if following is None or nudges.is_paused(ledger.person, ledger.now):
        return
    at, planned = following
    if at > ledger.now and planned.name not in ON_THEIR_DAY:
        yield text("next.brought", what=text(f"nudge_name.{planned.name}"), when=Moment(at))


def ask_status(ledger: Ledger, act: Act) -> None:
    """Everything at a glance; `all`: all of it in words, without a picture."""
    ledger.tell(text("@status", whole=True) if act.get("all") else Text("@status"))


# Signs and advice


def ask_meaning(ledger: Ledger, act: Act) -> None:
    """Whether something is a sign: honestly, and what is known instead."""
    topic = str(act.get("topic") or "signs")
    if topic == "signs" and says(ledger, *EXPLAINED):
        return _tell_where(ledger, act)
    return _advise(ledger, act, topic)


def _tell_where(ledger: Ledger, act: Act) -> None:
    """How it stands, where the line about what was kept says what it means."""
    opportunity = about(ledger, act)
    if opportunity is not None and not is_answered_elsewhere(ledger):
        ledger.tell(standing(ledger.known, opportunity, ledger.now))


def ask_advice(ledger: Ledger, act: Act) -> None:
    """How to go about something: what holds for everybody, then what holds for this one."""
    topic = str(act.get("topic") or "other")
    if topic in TOPICS and topic != "other":
        return _advise(ledger, act, topic)
    topic = _topic_of(ledger, act)
    if not is_answered_elsewhere(ledger) and not (topic == "other" and says(ledger, "ask_meaning", "question")):
        _advise(ledger, act, topic)
    return None


def _topic_of(ledger: Ledger, act: Act) -> str:
    """What a question that fits no topic is about, by what is known: another offer, or a mail and a call."""
    said = words_of(fold(ledger.incoming.text))
    if is_said(said, "by_email"):
        return "call_or_mail"
    opportunity = about(ledger, act)
    others = {called(o) for o in ledger.open_opportunities if o is not opportunity} - {None}
    is_of_two = opportunity is not None and any(word.text in others for word in said)
    is_offered = opportunity is not None and deadline_elsewhere(ledger.known, opportunity, ledger.today) is not None
    return "other_offer" if is_of_two or (is_offered and is_said(said, "told_of_offer")) else "other"


def _advise(ledger: Ledger, act: Act, topic: str) -> None:
    opportunity = about(ledger, act)
    if topic == "follow_up_unanswered" and opportunity is not None:
        verdict = verdict_on(ledger.known, opportunity, ledger.now)
        if verdict.count[1] and verdict.count[0] >= verdict.count[1]:
            return ledger.tell(sentences(verdict))  # both questions are used: no third one
    return advise(ledger, act, topic)


def ask_how_it_works(ledger: Ledger, _act: Act) -> None:
    """Who I am, what I do, and what becomes of what I am told."""
    ledger.answer("how.works")


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "ask_next": ask_next,
    "ask_status": ask_status,
    "ask_meaning": ask_meaning,
    "ask_advice": ask_advice,
    "ask_how_it_works": ask_how_it_works,
    **answering.ACTS,
}
