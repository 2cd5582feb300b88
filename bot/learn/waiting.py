"""The wait: by when and how they answer, when they may be asked, and what they asked for."""

from __future__ import annotations

from collections.abc import Callable

from bot.hear.act import Act, By
from bot.learn.events import tell
from bot.learn.ledger import Ledger
from bot.learn.lines import keep, stands
from bot.learn.people import is_one
from bot.learn.pressed import about, also, talk
from bot.learn.windows import window, window_moved
from storage.facts import Answer, Channel, EventType, Interview, Opportunity


def channel(ledger: Ledger, act: Act) -> None:
    """How they will answer; so they are written to, unless they said something else."""
    if act.by is By.BUTTON:
        interview = talk(ledger, act, "channel", "channel_answer")
        opportunity = ledger.opportunity_of(interview) if interview else None
    else:
        opportunity = about(ledger, act)
        interview = ledger.last_over(opportunity) if opportunity else None
    if opportunity is None:
        return
    if act.get("none"):
        _answered(ledger, interview, Answer.NO)
        keep(ledger, opportunity, "kept.channel.none")
    else:
        _answered(ledger, interview, Answer.YES)
        _prefer(ledger, opportunity, Channel(act.get("channel")), "kept.channel", also(ledger, "channel_preferred"))


def _answered(ledger: Ledger, interview: Interview | None, answer: Answer) -> None:
    if interview is not None:
        ledger.change(interview, channel_answer=answer)


def channel_preferred(ledger: Ledger, act: Act) -> None:
    """How they want to be written to (R35)."""
    opportunity = about(ledger, act)
    if opportunity is not None:
        _prefer(ledger, opportunity, Channel(act.get("channel")), "kept.channel_preferred", overruled=False)


def _prefer(ledger: Ledger, opportunity: Opportunity, by: Channel, key: str, overruled: bool) -> None:
    if opportunity.preferred_channel is by:
        return stands(ledger, opportunity, f"{key}.{by}")
    if not overruled:
        ledger.change(opportunity, preferred_channel=by)
    return keep(ledger, opportunity, f"{key}.{by}")


# What they asked for


def may_ask_from(ledger: Ledger, act: Act) -> None:
    """They said when one may ask (R21)."""
    tell(ledger, act, EventType.INVITED_FOLLOW_UP, "kept.may_ask_from", since=act.get("day"))


def no_contact(ledger: Ledger, act: Act) -> None:
    """They asked not to be written to (R33)."""
    tell(ledger, act, EventType.NO_CONTACT, "kept.no_contact")


def silence_means_no(ledger: Ledger, act: Act) -> None:
    """Only who is wanted hears from them (R34)."""
    tell(ledger, act, EventType.SILENCE_MEANS_NO, "kept.silence_means_no", until=act.get("day"))


def asked_to_wait(ledger: Ledger, act: Act) -> None:
    """They need more time, and named no day (R28); with a day, or after a no, another act says more."""
    if not also(ledger, "window", "window_moved", "paused", "rejected", "position_gone"):
        tell(ledger, act, EventType.ASKED_TO_WAIT, "kept.asked_to_wait")


def paused(ledger: Ledger, act: Act) -> None:
    """The process is on hold (R29); where they say in one breath by when they decide, that day says more."""
    others = (other for other in ledger.acts if other.name in ("window", "window_moved") and other.get("latest"))
    if not act.has("until") and any(other.get("about") in (None, act.get("about")) for other in others):
        return
    tell(ledger, act, EventType.PROCESS_PAUSED, "kept.paused", until=act.get("until"))


def away(ledger: Ledger, act: Act) -> None:
    """Whoever reads there is not at work (R32)."""
    who = _known_as(ledger, str(act.get("who"))) if act.has("who") else None
    key = "kept.away.named" if who else "kept.away"
    tell(ledger, act, EventType.RECRUITER_AWAY, key, what=who, since=act.get("from"), until=act.get("until"))


def _known_as(ledger: Ledger, who: str) -> str:
    """By the name that is known."""
    names = (name for interview in ledger.known.interviews for name in interview.interviewers)
    return next((name for name in names if is_one(name, who)), who)


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "window": window,
    "window_moved": window_moved,
    "channel": channel,
    "channel_preferred": channel_preferred,
    "may_ask_from": may_ask_from,
    "no_contact": no_contact,
    "silence_means_no": silence_means_no,
    "asked_to_wait": asked_to_wait,
    "paused": paused,
    "away": away,
}
