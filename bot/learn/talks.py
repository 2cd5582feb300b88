"""Which talk an act is about, and when it is: what is said of its times, and what has to be assumed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.hear.act import Act, By
from bot.learn.ledger import Ledger
from bot.learn.which import ASSUMED, POINTED
from storage.facts import Answer, Interview, Opportunity, Stage

HERRN = re.compile(r"^Herrn\b")
"""How a German name begins behind "mit"; it is kept as it is called."""
ZONE = "zone"
"""An Interview that passes over this question takes place at its moment, whatever the Person's zone turns out to be."""
ASSUMED_CLOCK = time(12)
LONGEST = timedelta(hours=12)
WRONG = "wrong"
"""What is asked when the Person has said that something is not right: what is."""
AT_ONCE = timedelta(hours=1)


def is_correcting(ledger: Ledger) -> bool:
    """Whether the message puts right what was understood before: it says so, or it is a bare answer to no question, or
    it follows on "Not right"."""
    person = ledger.before.person
    if person.asking == WRONG and person.heard_at is not None and ledger.now - person.heard_at < AT_ONCE:
        return True
    nothing_asked = person.asking is None
    return any(act.name == "correct" or (nothing_asked and act.by is By.BARE and not act.row) for act in ledger.acts)


def talk_for(ledger: Ledger, opportunity: Opportunity, act: Act) -> Interview | None:
    """The talk that is meant, made where it is a new one. None: it is coming, and its day is not known."""
    pressed = ledger.find(Interview, act.row) if act.by in POINTED else None
    if pressed is not None:
        return pressed
    talks = ledger.interviews_of(opportunity)
    if _is_ahead_though_over(ledger, act):
        act = act.without("start", "end")
    day = _day(ledger, act)
    if _is_over(ledger, act):
        return _over(ledger, opportunity, talks, day, act)
    return _coming(ledger, opportunity, talks, day, act)


def _day(ledger: Ledger, act: Act) -> date | None:
    start = act.get("start")
    if isinstance(start, datetime):
        return start.astimezone(ledger.zone).date()
    day: date | None = act.get("day")
    return day


def _is_ahead_though_over(ledger: Ledger, act: Act) -> bool:
    """Whether an hour still to come is told of a talk that has been: "it was at two", in the morning. It names an hour
    and no day."""
    start = act.get("start")
    return bool(act.get("over")) and isinstance(start, datetime) and start >= ledger.now


def _is_over(ledger: Ledger, act: Act) -> bool:
    if act.get("over"):
        return True
    start, day = act.get("start"), act.get("day")
    if isinstance(start, datetime):
        return start + timedelta(minutes=int(act.get("minutes", 0))) <= ledger.now
    return day is not None and day < ledger.today


def _same_day(ledger: Ledger, talks: list[Interview], day: date | None) -> Interview | None:
    return next((i for i in talks if i.day_known and i.start.astimezone(ledger.zone).date() == day), None)


def _over(
    ledger: Ledger, opportunity: Opportunity, talks: list[Interview], day: date | None, act: Act
) -> Interview | None:
    same = _same_day(ledger, talks, day)
    if same is not None:
        return _ended(ledger, same, act)
    begun = [i for i in talks if i.start <= ledger.now]
    if day is None and begun and _is_further(ledger, begun[-1], act):
        return _further(ledger, opportunity, talks, act)
    vague = [i for i in begun if not i.day_known or (is_correcting(ledger) or _is_asked_about(ledger, i))]
    if vague or (begun and day is None):
        return _ended(ledger, (vague or begun)[-1], act)
    if day is None and talks and talks[0].start.astimezone(ledger.zone).date() == ledger.today:
        return _ended(ledger, talks[0], act)
    if not begun and len(talks) == 1 and _is_its_other_day(ledger, talks[0], day):
        return talks[0]
    return _new(ledger, opportunity, act, over=True)


def _is_its_other_day(ledger: Ledger, talk: Interview, day: date | None) -> bool:
    """Whether a past day has the name by which a talk to come was told: last Monday, the 5th of this month."""
    there = talk.start.astimezone(ledger.zone).date()
    return day is not None and not talk.start_known and (there - day == A_WEEK or there.day == day.day)


A_WEEK = timedelta(days=7)


def _is_further(ledger: Ledger, last: Interview, act: Act) -> bool:
    """Whether a later round is told of than the one that was known to be the last, on an earlier day."""
    earlier = last.start.astimezone(ledger.zone).date() < ledger.today and last.stage not in LATER_ROUNDS
    return (
        earlier and act.get("stage") in LATER_ROUNDS and not is_correcting(ledger) and not _is_asked_about(ledger, last)
    )


def _further(ledger: Ledger, opportunity: Opportunity, talks: list[Interview], act: Act) -> Interview:
    """The further round, by the one that was to come; one that is days ahead is only spoken of."""
    ahead = next((i for i in talks if i.end > ledger.now), None)
    if ahead is None:
        return _new(ledger, opportunity, act, over=True)
    is_today = ahead.start.astimezone(ledger.zone).date() <= ledger.today
    return _ended(ledger, ahead, act) if is_today else ahead


LATER_ROUNDS = frozenset({Stage.SECOND, Stage.FINAL})


def _ended(ledger: Ledger, talk: Interview, act: Act) -> Interview:
    """What is told as over has ended, even when it was to take longer."""
    if talk.end <= ledger.now or act.has("start", "day"):
        return talk
    start = min(talk.start, ledger.now - ASSUMED)
    return ledger.change(talk, start=start, end=ledger.now, start_known=talk.start_known and start == talk.start)


def _is_asked_about(ledger: Ledger, talk: Interview) -> bool:
    person = ledger.before.person
    return person.asking in ("start", "past_day", "new_start") and person.asking_about == talk.id


def _told_at(talk: Interview) -> int:
    return talk.id


def _coming(
    ledger: Ledger, opportunity: Opportunity, talks: list[Interview], day: date | None, act: Act
) -> Interview | None:
    ahead = [i for i in talks if i.end > ledger.now]
    same = _same_day(ledger, ahead, day)
    if same is not None:
        return same
    asked = next((i for i in talks if _is_asked_about(ledger, i)), None)
    if asked is not None or (ahead and (is_correcting(ledger) or day is None)):
        return asked or (max(ahead, key=_told_at) if is_correcting(ledger) else ahead[0])
    if talks and is_correcting(ledger) and not ahead:
        return talks[-1]
    if day is None:
        return talks[-1] if talks and not act.has("about") else None
    return _new(ledger, opportunity, act, over=False)


def _new(ledger: Ledger, opportunity: Opportunity, act: Act, *, over: bool) -> Interview:
    """A talk with its times as far as they are said; the rest is assumed, and known to be."""
    rounds = ledger.interviews_of(opportunity)
    start, end, day_known, start_known = _times(ledger, act, over=over)
    return ledger.add(
        Interview,
        opportunity_id=opportunity.id,
        start=start,
        end=end,
        length_known=over or act.has("end", "minutes"),
        day_known=day_known,
        start_known=start_known,
        stage=Stage(act.get("stage") or (Stage.SECOND if rounds else Stage.FIRST)),
        passed_over=(ZONE,) if act.get("fixed") else (),
    )


def _times(ledger: Ledger, act: Act, *, over: bool) -> tuple[datetime, datetime, bool, bool]:
    """Start and end (UTC), whether the day is known, and whether the clock time is."""
    start, day = act.get("start"), act.get("day")
    if isinstance(start, datetime):
        began = start.astimezone(UTC)
        return began, _end(ledger, act, began, over=over), True, True
    if day is None or (over and day == ledger.today):
        return ledger.now - _length(act), ledger.now, day is not None, False
    began = datetime.combine(day, ASSUMED_CLOCK, ledger.zone).astimezone(UTC)
    return began, began + _length(act), True, False


def _length(act: Act) -> timedelta:
    minutes = act.get("minutes")
    return min(timedelta(minutes=minutes), LONGEST) if minutes else ASSUMED


def _end(ledger: Ledger, act: Act, start: datetime, *, over: bool) -> datetime:
    said = act.get("end")
    if isinstance(said, datetime):
        return said.astimezone(UTC)
    end = start + _length(act)
    return max(start, min(end, ledger.now)) if over and not act.has("minutes") else end


def filled(ledger: Ledger, talk: Interview, act: Act) -> Interview:
    """What the act says about this talk."""
    changes: dict[str, Any] = {}
    if act.has("start", "day"):
        changes |= retimed(ledger, talk, act)
    elif act.has("minutes", "end"):
        changes |= {"end": _end(ledger, act, talk.start, over=False), "length_known": True}
    if act.has("stage"):
        changes["stage"] = Stage(act.get("stage"))
    told = (HERRN.sub("Herr", name) for name in act.get("with", ()))
    names = tuple(dict.fromkeys((*talk.interviewers, *told)))
    if names != talk.interviewers:
        changes |= {"interviewers": names, "met_answer": Answer.YES}
    return ledger.change(talk, **changes) if changes else talk


def retimed(ledger: Ledger, talk: Interview, act: Act) -> dict[str, Any]:
    """Another day keeps the clock time that is known; another clock time keeps the length."""
    start, day = act.get("start"), act.get("day")
    over = bool(act.get("over"))
    if isinstance(start, datetime):
        if _is_ahead_though_over(ledger, act):
            start = datetime.combine(talk.start.astimezone(ledger.zone).date(), start.timetz())
            if start >= ledger.now or not talk.day_known:
                return {}
        began = start.astimezone(UTC)
        length = talk.end - talk.start if talk.start_known and not act.has("end", "minutes") else None
        end = began + length if length else _end(ledger, act, began, over=over)
        known = {"day_known": True, "start_known": True, "length_known": talk.length_known or act.has("end", "minutes")}
        return {"start": began, "end": end, **known}
    there = talk.start.astimezone(ledger.zone)
    if talk.day_known and there.date() == day:
        return {}
    if not talk.start_known:
        began, end, day_known, start_known = _times(ledger, act, over=over)
        return {"start": began, "end": end, "day_known": day_known, "start_known": start_known}
    began = datetime.combine(day, there.timetz().replace(tzinfo=None), ledger.zone).astimezone(UTC)
    return {"start": began, "end": began + (talk.end - talk.start), "day_known": True}
