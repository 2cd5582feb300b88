"""Interviews: a coming one, one that is over, another time, none after all; and what an employer is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.hear.act import Act, By
from bot.learn.called import is_unnamed
from bot.learn.ledger import Ledger, Stale
from bot.learn.talks import filled, is_correcting, retimed, talk_for
from bot.learn.which import interview_for, opportunity_for, role_of, target
from bot.words.named import Text, text
from storage.facts import Interview, Opportunity


def title(opportunity: Opportunity) -> Text:
    """Employer and role on one line."""
    if opportunity.role:
        return text("title.with_role", employer=opportunity.employer, role=opportunity.role)
    return text("title.plain", employer=opportunity.employer)


def interview(ledger: Ledger, act: Act) -> None:
    """A talk: that it is coming, that it is over, or something more about one that is known."""
    opportunity = opportunity_for(ledger, act)
    if opportunity is None:
        return None
    opportunity = _described(ledger, opportunity, act)
    if _is_name_alone(act) and not act.get("over") and (ledger.interviews_of(opportunity) or not act.has("about")):
        return _keep_names(ledger, opportunity, act)
    before = ledger.known
    talk = talk_for(ledger, opportunity, act)
    if talk is None:
        return ledger.keep("kept.interview.coming.unknown", title=title(opportunity))
    talk = filled(ledger, talk, act)
    key = "again" if ledger.known is before else "kept"
    return _tell(ledger, opportunity, talk, key)


def _is_name_alone(act: Act) -> bool:
    """Whether it only says something more about an employer: the role, who was there, the agency."""
    return not act.has("day", "start", "end", "minutes", "over")


def _described(ledger: Ledger, opportunity: Opportunity, act: Act) -> Opportunity:
    changes: dict[str, Any] = {}
    role = role_of(ledger, act)
    if role and (opportunity.role is None or is_correcting(ledger) or not act.has("start", "day")):
        changes["role"] = role
    if act.get("via_agency"):
        changes["via_agency"] = True
    if opportunity.closed_at is not None:
        changes["closed_at"] = None
    return ledger.change(opportunity, **changes) if changes else opportunity


def _keep_names(ledger: Ledger, opportunity: Opportunity, act: Act) -> None:
    """What was said about a talk that is known already."""
    talks = ledger.interviews_of(opportunity)
    if talks and act.has("stage", "with"):
        filled(ledger, talks[-1], act)
    if act.has("role"):
        ledger.keep("kept.role", title=title(opportunity))
    elif act.has("with") and talks:
        ledger.keep("kept.with", names=", ".join(act.get("with")), employer=opportunity.employer)
    elif act.get("via_agency"):
        ledger.keep("kept.agency", employer=opportunity.employer, agency=opportunity.agency or "")
    else:
        ledger.keep("kept.employer", title=title(opportunity))


def _tell(ledger: Ledger, opportunity: Opportunity, talk: Interview, how: str) -> None:
    """One line: which talk, and when as far as it is known."""
    when = "over" if talk.end <= ledger.now else "coming"
    key = "when" if talk.start_known else "day" if talk.day_known else "unknown"
    name = f"kept.interview.{when}.{key}" if how == "kept" else "kept.interview.again"
    day = talk.start.astimezone(ledger.zone).date()
    ledger.keep(name, title=title(opportunity), when=span(talk), day=day)


def span(talk: Interview) -> Text:
    """A talk as `bot.say.cards` shows it: day, start and end, as far as they are known."""
    return text("@span", interview=talk.id)


# Another time, none at all


def moved(ledger: Ledger, act: Act) -> None:
    """It takes place at another time."""
    opportunity = opportunity_for(ledger, act)
    if opportunity is None:
        return None
    ahead = ledger.next_ahead(opportunity) or next(reversed(ledger.interviews_of(opportunity)), None)
    if ahead is None:
        return interview(ledger, act)
    if not act.has("start", "day"):
        ledger.change(ahead, cancelled=True)
        return ledger.keep("kept.moved.open", employer=opportunity.employer)
    changed = ledger.change(ahead, cancelled=False, **retimed(ledger, ahead, act))
    return _tell(ledger, opportunity, changed, "kept")


def called_off(ledger: Ledger, act: Act) -> None:
    """It does not take place; the employer stays open unless the Person called it off."""
    opportunity = opportunity_for(ledger, act)
    if opportunity is None:
        return None
    talk = _pressed(ledger, act) or ledger.next_ahead(opportunity) or ledger.last_over(opportunity)
    if talk is None:
        return ledger.keep("kept.called_off", employer=opportunity.employer)
    if act.verb:
        ledger.mark(act.verb)
    ledger.change(talk, cancelled=True)
    return ledger.keep(f"kept.called_off.{act.get('by', 'them')}", employer=opportunity.employer)


def _pressed(ledger: Ledger, act: Act) -> Interview | None:
    talk = ledger.find(Interview, act.row) if act.by is By.BUTTON else None
    if talk is not None and (talk.cancelled or talk.mood is not None):
        raise Stale
    return talk


def no_show(ledger: Ledger, act: Act) -> None:
    """They did not turn up: no talk took place, and it is theirs to make good."""
    opportunity = opportunity_for(ledger, act)
    if opportunity is None:
        return
    talk = interview_for(ledger, act, opportunity)
    ledger.change(talk, cancelled=True)
    ledger.keep("kept.no_show", employer=opportunity.employer)


def drop(ledger: Ledger, act: Act) -> None:
    """Remove a talk; an Opportunity without any other is let go."""
    talk = ledger.found(Interview, act.row)
    if talk.cancelled:
        raise Stale
    ledger.change(talk, cancelled=True)
    opportunity = ledger.opportunity_of(talk)
    if not ledger.interviews_of(opportunity):
        ledger.change(opportunity, closed_at=ledger.now)
    ledger.mark(act.verb)
    ledger.keep("dropped", employer=opportunity.employer, when=span(talk))


def undrop(ledger: Ledger, act: Act) -> None:
    """It takes place after all."""
    talk = ledger.found(Interview, act.row)
    if not talk.cancelled:
        raise Stale
    changed = ledger.change(talk, cancelled=False)
    opportunity = ledger.change(ledger.opportunity_of(changed), closed_at=None)
    ledger.mark(act.verb)
    _tell(ledger, opportunity, changed, "kept")


def employer(ledger: Ledger, act: Act) -> None:
    """The name of an employer that had none, or another name."""
    opportunity = target(ledger, act) if act.row else opportunity_for(ledger, act)
    name = act.get("about")
    if opportunity is None or not name:
        return
    was = is_unnamed(opportunity)
    changed = ledger.change(opportunity, employer=str(name))
    ledger.speak_of(changed)
    ledger.keep("kept.employer" if was else "kept.employer.changed", title=title(changed))


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "interview": interview,
    "interview_moved": moved,
    "interview_called_off": called_off,
    "no_show": no_show,
    "drop": drop,
    "undrop": undrop,
    "employer": employer,
}
