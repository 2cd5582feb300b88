"""How it ends: a no, a job that is gone, leaving, silence; and how what had ended is taken up again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bot.hear.act import Act
from bot.learn.called import by_person
from bot.learn.events import happened, newest
from bot.learn.exchanged import went_out
from bot.learn.ledger import Ledger
from bot.learn.lines import draft, keep, stands
from bot.learn.plan import day_of
from bot.learn.pressed import about, also, is_pointed
from bot.learn.said_before import another
from bot.learn.which import opportunity_for, wait_for_name
from bot.words.named import Value, text
from scheduler import nudges
from scheduler.policy.case import WITHDRAW
from storage.facts import ContactKind, EventType, Opportunity

MEETING = ("interview", "felt", "met", "invited", "reopened")
"""Acts that tell of more than an end."""
LATELY, MANY = timedelta(days=60), 3
"""So many noes within so long are many."""
FURTHER = ("invited", "scheduling", "call_planned", "offer")
"""Acts that tell how it goes on."""


def call_off(ledger: Ledger, opportunity: Opportunity) -> None:
    """The talks that are still ahead do not take place."""
    for interview in ledger.interviews_of(opportunity):
        if interview.start > ledger.now:
            ledger.change(interview, cancelled=True)


def close(ledger: Ledger, opportunity: Opportunity) -> Opportunity:
    """Let go of it: nothing more is said about it."""
    here = ledger.found(Opportunity, opportunity.id)
    return here if here.closed_at is not None else ledger.change(here, closed_at=ledger.now)


def end_of(ledger: Ledger, opportunity: Opportunity) -> EventType | None:
    """What ended it, if it has not been taken up again since."""
    end = nudges.look_at(ledger.known, opportunity, ledger.now).end
    return end.type if end is not None else None


# They said no


def rejected(ledger: Ledger, act: Act) -> None:
    """They said no (R5)."""
    _no(ledger, act, "kept.rejected", (("kept.rejected", 5),))


def position_gone(ledger: Ledger, act: Act) -> None:
    """The job does not exist any more: a no that is about nobody."""
    _no(ledger, act, "kept.position_gone", (("kept.position_gone", 2),))


def is_one_of_many(ledger: Ledger) -> bool:
    """Whether the last no is one of several within weeks, after talks that had taken place."""
    noes = [e for e in ledger.known.events if e.type is EventType.REJECTED and ledger.now - e.at <= LATELY]
    met = {e.opportunity_id for e in noes} & {i.opportunity_id for i in ledger.known.interviews}
    return len(met) >= MANY


def _no(ledger: Ledger, act: Act, key: str, ways: tuple[tuple[str, int], ...]) -> None:
    if _is_about_all(ledger, act):
        return None
    opportunity = about(ledger, _of_the_one_met(ledger, act))
    if opportunity is None:
        return None
    if end_of(ledger, opportunity) is EventType.REJECTED:
        return stands(ledger, opportunity, f"{key}.again", employer=opportunity.employer)
    happened(ledger, opportunity, EventType.REJECTED)
    call_off(ledger, opportunity)
    if _is_only_named(ledger, opportunity, act):
        close(ledger, opportunity)
        return keep(ledger, opportunity, f"{key}.closed", employer=opportunity.employer)
    first = (("kept.noes", 4),) if is_one_of_many(ledger) else ()
    key = another(ledger, *first, *ways)
    params: dict[str, Value] = {"employer": opportunity.employer}
    presses, comes = draft(ledger, opportunity, "rejection_thanks"), _thanks_come(ledger, opportunity)
    if comes is None:
        return keep(ledger, opportunity, key, presses, **params)
    said = text(key, **params)
    return keep(ledger, opportunity, "kept.rejected.note", presses, said=said, day=comes, **params)


def _is_about_all(ledger: Ledger, act: Act) -> bool:
    """ "Another no, I can't go on", where all have said no already: the worry is answered, and nobody asks whose."""
    if act.has("about") or act.row or not also(ledger, "worry"):
        return False
    ends = {end_of(ledger, o) for o in ledger.open_opportunities if ledger.last_over(o) is not None}
    return ends == {EventType.REJECTED}


def _thanks_come(ledger: Ledger, opportunity: Opportunity) -> date | None:
    """The day on which the coach brings a draft of the thanks, if it does."""
    following = nudges.coming(ledger.known, ledger.now, about=(opportunity.id,)).get(opportunity.id)
    return day_of(ledger, following[0]) if following and following[1].name == "rejection_thanks" else None


def _of_the_one_met(ledger: Ledger, act: Act) -> Act:
    """Without a name, a no is that of the only one who has met the Person and has not decided yet."""
    if (
        act.has("about", "house", "somebody")
        or act.row
        or ledger.meant is not None
        or by_person(ledger, act) is not None
    ):
        return act
    met = [o for o in ledger.open_opportunities if ledger.last_over(o) is not None and end_of(ledger, o) is None]
    return act.with_slots(about=met[0].employer) if len(met) == 1 else act


def _is_only_named(ledger: Ledger, opportunity: Opportunity, act: Act) -> bool:
    """Whether nothing was ever told of it but its end."""
    was_known = any(before.id == opportunity.id for before in ledger.before.opportunities)
    is_met = any(a.name in MEETING and a.get("about") == act.get("about") for a in ledger.acts)
    return not was_known and not is_met and not ledger.interviews_of(opportunity)


# The Person leaves


def withdrew(ledger: Ledger, act: Act) -> None:
    """The Person has decided to leave (R8); whether they have told them is said with it."""
    opportunity = about(ledger, act)
    if opportunity is None:
        return
    if act.get("told") or also(ledger, "sent"):
        tell_them(ledger, opportunity)
    else:
        leave(ledger, opportunity)


def leave(ledger: Ledger, opportunity: Opportunity) -> None:
    """It is decided; they are still to be told."""
    is_known = end_of(ledger, opportunity) is EventType.USER_WITHDRAWS
    if not is_known:
        happened(ledger, opportunity, EventType.USER_WITHDRAWS)
        call_off(ledger, opportunity)
    say = stands if is_known else keep
    say(ledger, opportunity, "kept.withdrew", draft(ledger, opportunity, "withdrawal"), employer=opportunity.employer)


def tell_them(ledger: Ledger, opportunity: Opportunity) -> None:
    """They know; it is over, and the door stays open."""
    if opportunity.closed_at is not None:
        return stands(ledger, opportunity, "kept.withdrew.told", employer=opportunity.employer)
    if end_of(ledger, opportunity) is None:
        happened(ledger, opportunity, EventType.USER_WITHDRAWS)
    call_off(ledger, opportunity)
    went_out(ledger, opportunity, ContactKind.OTHER, ledger.now, about=WITHDRAW)
    close(ledger, opportunity)
    return keep(ledger, opportunity, "kept.withdrew.told", employer=opportunity.employer)


def given_up(ledger: Ledger, act: Act) -> None:
    """The Person counts the silence as a no."""
    opportunity = about(ledger, act)
    if opportunity is None:
        return
    say = keep if opportunity.closed_at is None else stands
    close(ledger, opportunity)
    say(ledger, opportunity, "kept.given_up", employer=opportunity.employer)


# They come back


def reopened(ledger: Ledger, act: Act) -> None:
    """After a no, or when it was let go of: it is open again (R7)."""
    opportunity = _ended_one(ledger, act)
    if opportunity is None:
        return None
    presses = draft(ledger, opportunity, "reply_invitation")
    last, is_open = newest(ledger, opportunity, EventType.REOPENED), opportunity.closed_at is None
    is_open = is_open and end_of(ledger, opportunity) is None
    if is_open and also(ledger, *FURTHER):
        return None  # they want the Person back for the next round
    if is_open and last is not None:
        return stands(ledger, opportunity, "kept.reopened", presses, employer=opportunity.employer)
    ledger.speak_of(opportunity)
    happened(ledger, opportunity, EventType.REOPENED)
    opened = ledger.change(ledger.found(Opportunity, opportunity.id), closed_at=None)
    return keep(ledger, opened, "kept.reopened", presses, employer=opened.employer)


def _ended_one(ledger: Ledger, act: Act) -> Opportunity | None:
    """The one that had ended; None: the Person is asked which one, and the act waits."""
    if act.has("about", "house", "somebody") or is_pointed(act):
        return opportunity_for(ledger, act)
    ended = [o for o in ledger.known.opportunities if o.closed_at is not None or end_of(ledger, o) is not None]
    meant = ledger.find(Opportunity, ledger.meant)
    if meant is not None or not ended:
        return meant or opportunity_for(ledger, act)
    if len(ended) > 1:
        wait_for_name(ledger, act)
        return None
    return ended[0]


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "rejected": rejected,
    "position_gone": position_gone,
    "withdrew": withdrew,
    "no_answer_given_up": given_up,
    "reopened": reopened,
}
