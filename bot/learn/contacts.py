"""What went back and forth: what was sent, what came from them, and that nothing came."""

from __future__ import annotations

from collections.abc import Callable

from bot.hear.act import Act
from bot.learn import denying, promises, sent, standing
from bot.learn.events import noted
from bot.learn.exchanged import came_in
from bot.learn.ledger import Ledger, Stale
from bot.learn.lines import draft, keep, moved, shown, stands
from bot.learn.plan import may_ask_now, moment_on, opens_on
from bot.learn.pressed import about, also
from bot.learn.which import opportunity_for
from bot.words.named import Value
from storage.facts import Channel, ContactKind, Event, EventType, Opportunity

BROUGHT = (
    *("invited", "scheduling", "call_planned", "offer", "rejected", "position_gone", "reopened", "feedback"),
    *("window", "window_moved", "asked_to_wait", "paused", "away", "no_contact", "silence_means_no", "may_ask_from"),
    *("they_kept", "they_promised", "interview_moved", "interview_called_off"),
)
"""Acts that say what their word was: beside them, that they were in touch says nothing more."""
SAYS_MORE = (
    *("rejected", "position_gone", "offer", "invited", "reopened", "scheduling", "call_planned", "interview_moved"),
    *("ask_may_write", "ask_draft", "ask_status"),
)
"""Acts about the same ones that say what came after all, or what may be done while nothing comes."""
EVENTS = {
    "question": EventType.QUESTION,
    "request": EventType.REQUEST,
    "missed_call": EventType.MISSED_CALL,
    "linkedin": EventType.LINKEDIN_INVITATION,
    "more_time": EventType.ASKED_TO_WAIT,
}
"""What they may have wanted, as it is kept."""
DRAFTS = {"question": (), "request": ("document_sent",), "missed_call": ("late_call",)}
"""What may be written because of it."""


def heard(ledger: Ledger, act: Act) -> None:
    """Word from them."""
    what = act.get("what")
    if what == "invited":
        return None if also(ledger, "invited") else standing.invited(ledger, act.without("day"))
    if what == "call" and act.get("start") and act.get("start") > ledger.now:
        return None if also(ledger, "call_planned") else standing.call_planned(ledger, act)
    if what not in ("question", "request", "missed_call", "linkedin") and also(ledger, *BROUGHT):
        return None
    _nobody_waits(ledger, act)
    opportunity = about(ledger, act)
    if opportunity is None:
        return None
    return _keep_event(ledger, opportunity, act, what) if what in EVENTS else _keep_word(ledger, opportunity, act, what)


def _nobody_waits(ledger: Ledger, act: Act) -> None:
    """ "Yes, something came", pressed when there is nobody any more from whom."""
    if act.verb and not act.row and not ledger.open_opportunities:
        raise Stale


def _keep_event(ledger: Ledger, opportunity: Opportunity, act: Act, what: str) -> None:
    """They want something, or were not reached."""
    before = opens_on(ledger, opportunity)
    wanted = {"what": act.get("thing"), "deadline": act.get("due")} if what == "request" else {}
    event, is_news = noted(ledger, opportunity, act, EVENTS[what], moment_on(ledger, act.get("day")), **wanted)
    presses = draft(ledger, opportunity, *DRAFTS.get(what, ()))
    key, params = _request(event) if event.what else (f"kept.heard.{what}", {})
    if is_news:
        moved(ledger, opportunity, key, before, presses, **params)
    else:
        stands(ledger, opportunity, key, presses, **params)


def _request(event: Event) -> tuple[str, dict[str, Value]]:
    """What they would like to have, and by when."""
    said = shown(event.what or "")
    if event.deadline is None:
        return "kept.heard.request.what", {"what": said}
    return "kept.heard.request.due", {"what": said, "due": event.deadline}


def _keep_word(ledger: Ledger, opportunity: Opportunity, act: Act, what: str | None) -> None:
    """They were in touch; a friendly line alone changes nothing."""
    channel = Channel(act.get("channel")) if act.has("channel") else Channel.PHONE if what == "call" else None
    kind = ContactKind.OTHER if what == "no_news" else ContactKind.REPLY
    courtesy = "courtesy" if what == "no_news" else None
    came_in(ledger, opportunity, kind, moment_on(ledger, act.get("day")), channel=channel, about=courtesy)
    keep(ledger, opportunity, f"kept.heard.{what or 'news'}", employer=opportunity.employer)


def nothing_heard(ledger: Ledger, act: Act) -> None:
    """No word yet: nothing changes, and the day that is known is said once more."""
    opportunity = opportunity_for(ledger, act, new=act.has("about"))
    if act.verb:
        ledger.mark(act.verb)
    denying.contradicted(ledger, act)
    if any(one.name in SAYS_MORE and one.get("about") == act.get("about") for one in ledger.acts):
        return None
    if opportunity is None or _is_told_beside(ledger, act):
        return ledger.answer("kept.nothing_heard")
    opens = opens_on(ledger, opportunity)
    if opens is not None:
        return ledger.answer("kept.nothing_heard.opens", employer=opportunity.employer, opens=opens)
    if may_ask_now(ledger, opportunity):
        return ledger.answer("kept.nothing_heard.now", employer=opportunity.employer)
    return ledger.answer("kept.nothing_heard")


def _is_told_beside(ledger: Ledger, act: Act) -> bool:
    """Whether the day is said by another line about the same ones."""
    told = (*BROUGHT, "sent", "no_answer_given_up")
    return any(one.name in told and one.get("about") == act.get("about") for one in ledger.acts)


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "sent": sent.sent,
    "heard": heard,
    "nothing_heard": nothing_heard,
    **promises.ACTS,
}
