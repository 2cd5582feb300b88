"""Somebody who was kept at one employer and is of another one: "Denise is the council one"."""

from __future__ import annotations

from bot.hear.act import Act
from bot.learn.ledger import Ledger
from bot.learn.lines import keep, stands
from bot.learn.people import is_one, joined, to_write_to
from bot.words.named import Listed
from storage.facts import Interview, Opportunity


def move_person(ledger: Ledger, act: Act, right: Opportunity) -> None:
    """Take them out everywhere else, with what was noted of them and sent to them; they were at the talk that is over,
    else they are the one to write to."""
    who, before = str(act.get("who")), ledger.known
    for other in ledger.known.opportunities:
        if other.id != right.id:
            who = max(who, _taken_out(ledger, who, other, right), key=len)
    ledger.speak_of(right)
    talk = ledger.last_over(right)
    if talk is None:
        return to_write_to(ledger, Act("met", {"about": right.employer, "names": (who,)}, span=act.span, by=act.by))
    there = joined(talk.interviewers, (who,))
    ledger.change(talk, interviewers=there)
    say = stands if ledger.known is before else keep
    return say(ledger, right, "kept.met", names=Listed((next(name for name in there if is_one(name, who)),)))


def _taken_out(ledger: Ledger, who: str, other: Opportunity, right: Opportunity) -> str:
    """Take somebody out of the talks at another employer; the name by which they were kept there."""
    found, right_talk = who, ledger.last_over(right)
    for talk in ledger.interviews_of(other):
        names = [name for name in talk.interviewers if is_one(name, who)]
        if names:
            found = max(found, *names, key=len)
            left = tuple(name for name in talk.interviewers if name not in names)
            _drop_if_empty(ledger, ledger.change(talk, interviewers=left))
    for note in [n for n in ledger.known.notes if n.opportunity_id == other.id and n.about and is_one(n.about, who)]:
        talk_id = right_talk.id if right_talk is not None else None
        ledger.change(note, opportunity_id=right.id, interview_id=talk_id)
    for sent in [c for c in ledger.known.contacts if c.opportunity_id == other.id and c.to and is_one(c.to, who)]:
        ledger.change(sent, opportunity_id=right.id)
    return found


def _drop_if_empty(ledger: Ledger, talk: Interview) -> None:
    """A talk that was only there because somebody was met at it was none."""
    if talk.day_known or talk.interviewers or talk.mood is not None or talk.window_latest is not None:
        return
    if not any(note.interview_id == talk.id for note in ledger.known.notes):
        ledger.remove(Interview, talk.id)
