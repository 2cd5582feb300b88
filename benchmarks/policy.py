"""How long a verdict takes, for histories of 1, 10 and 100 contacts: `python -m benchmarks.policy`.

One interview, a stated window, a new date every tenth contact, public holidays known. The figure is the best of
several rounds, so that a busy machine disturbs it least.
"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta

from scheduler.calendar_days import calendar_for
from scheduler.policy import Case, judge
from storage.facts import Contact, ContactKind, Direction, Event, EventType, Interview

END = datetime(2027, 3, 1, 11, tzinfo=UTC)
INTERVIEW = Interview(id=1, opportunity_id=1, start=END - timedelta(hours=1), end=END, window_latest=date(2027, 3, 12))
KINDS = (ContactKind.THANK_YOU, ContactKind.REPLY, ContactKind.FOLLOW_UP, ContactKind.PROMISE)
VERDICTS, ROUNDS = 500, 15


def history(contacts: int) -> Case:
    """A case with so many contacts, and an event for every ten of them."""
    moments = [END + timedelta(hours=5 * (number + 1)) for number in range(contacts)]
    return Case(
        calendar=calendar_for("Europe/London", "GB"),
        interviews=(INTERVIEW,),
        contacts=tuple(
            Contact(
                id=number,
                opportunity_id=1,
                at=at,
                kind=KINDS[number % len(KINDS)],
                direction=Direction.IN if number % 3 == 1 else Direction.OUT,
            )
            for number, at in enumerate(moments)
        ),
        events=tuple(
            Event(
                id=number,
                opportunity_id=1,
                type=EventType.WINDOW_EXTENDED,
                at=at,
                latest=at.date() + timedelta(days=9),
            )
            for number, at in enumerate(moments[9::10])
        ),
    )


def microseconds(case: Case) -> float:
    """Microseconds a verdict, asked at a new moment each time."""
    start = case.contacts[-1].at
    moments = [start + timedelta(hours=number) for number in range(VERDICTS)]
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for now in moments:
            judge(case, now)
        best = min(best, time.perf_counter() - began)
    return best / VERDICTS * 1e6


def main() -> None:
    """Print one line for each length of history."""
    for contacts in (1, 10, 100):
        each = microseconds(history(contacts))
        print(f"{contacts:4} contacts  {each:7.1f} µs a verdict  {1e6 / each:8.0f} verdicts a second")


if __name__ == "__main__":
    main()
