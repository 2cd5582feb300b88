"""A Case seen after its latest interview: who is owed what, what was sent, what they said. Worked out once.

Quiet. Everything here stays the same until a fact changes or the next interview ends; what depends on the
very moment lives in `moment.py`.
"""

from __future__ import annotations

from datetime import date, datetime

from scheduler.policy.case import AGENCY, COORDINATOR, WITHDRAW, Case
from scheduler.policy.history import CAME_BACK, History
from scheduler.policy.lazily import once
from scheduler.policy.open_date import Leave, Opening, leaves_of, opening_of, past_leaves
from scheduler.policy.parameters import GAP, NOTE_LATE
from scheduler.policy.tally import Tally, tally
from storage.facts import UNREACHED, Channel, ContactKind, Event, EventType


class Situation(History):
    """A History and what follows from it."""

    @classmethod
    def at(cls, case: Case, now: datetime) -> Situation:
        """The situation at `now` (aware)."""
        ended = [interview for interview in case.interviews if interview.end <= now]
        ahead = case.interviews[len(ended) :]
        return cls(case, ended[-1] if ended else None, ahead[0] if ahead else None)

    @property
    def channel(self) -> Channel:
        """Theirs; unknown: e-mail (R35)."""
        return self.case.preferred_channel or Channel.EMAIL

    def _stands(self, moment: datetime, *undone_by: EventType) -> bool:
        """Whether something said at `moment` still holds: no new round, no such event after it."""
        later = self.last(*undone_by)
        return not self.met_since(moment) and (later is None or later.at <= moment)

    @once
    def rejection(self) -> Event | None:
        """Their no, if it still stands (R5)."""
        event = self.last(EventType.REJECTED)
        return event if event is not None and self._stands(event.at, *CAME_BACK) else None

    @once
    def told_of_leaving(self) -> datetime | None:
        """When the Person told them that they leave this process, if that still stands (R8)."""
        told = [contact.at for contact in self.sent if contact.about == WITHDRAW]
        standing = [at for at in told if self._stands(at, EventType.REOPENED)]
        declined = self.last(EventType.DECLINED)
        if declined is not None and self._stands(declined.at, *CAME_BACK):
            standing.append(declined.at)
        return max(standing, default=None)

    @once
    def is_leaving(self) -> bool:
        """Whether the Person has left this process or decided to (R8)."""
        decided = self.last(EventType.ACCEPTED_OTHER_OFFER, EventType.USER_WITHDRAWS)
        has_decided = decided is not None and self._stands(decided.at, EventType.REOPENED)
        return has_decided or self.told_of_leaving is not None

    @once
    def has_accepted(self) -> bool:
        """Whether the Person has said yes to an offer on paper; a spoken one is none (R4)."""
        event = self.last(EventType.ACCEPTED)
        if event is None or self.happened_since(event, EventType.OFFER, EventType.REOPENED):
            return False
        return self.last(EventType.VERBAL_OFFER) is None or self.last(EventType.OFFER) is not None

    @once
    def leaves(self) -> tuple[Leave, ...]:
        """When the person who reads is away (R32)."""
        return leaves_of(self.calendar, self.events)

    # The thank-you note.

    @once
    def unthanked(self) -> tuple[str, ...]:
        """Who has had no note since the latest interview; an unknown name is empty (R13, R16)."""
        if self.interview is None or self.interview.thank_you_declined or self.has_accepted:
            return ()
        names = self.interview.interviewers or ("",)
        sent = self.sent_since(self.interview.start)
        notes = [contact for contact in sent if contact.kind is ContactKind.THANK_YOU]
        thanked = {note.to.casefold() for note in notes if note.to}
        if (notes and len(names) == 1) or thanked & {AGENCY, COORDINATOR} or any(not n.to for n in notes):
            return ()
        reached = [name for name in names if f"{UNREACHED}{name}" not in self.interview.passed_over]
        return tuple(name for name in reached if name.casefold() not in thanked)

    @once
    def owes_thanks(self) -> bool:
        """Whether a note is missing and no status question has taken its place (R15)."""
        if not self.unthanked or self.interview is None:
            return False
        return not self.asked or self.asked[-1] < self.interview.start

    @once
    def last_note_day(self) -> date:
        """The last day for a note of its own (R15)."""
        if self.interview is None:
            return date.min
        return self.calendar.bd(self.calendar.day_of(self.interview.end), NOTE_LATE)

    # The status question.

    @once
    def opening(self) -> Opening | None:
        """What set the open date, leaves not counted."""
        return opening_of(self.case, self.interview, self.messages)

    @once
    def tally(self) -> Tally:
        """The count of this episode."""
        if self.opening is None:
            return Tally()
        open_day = past_leaves(self.opening.day, self.leaves)
        return tally(self.calendar, self.opening, open_day, self.asked)

    @once
    def asked_elsewhere(self) -> tuple[date, str | None] | None:
        """When the gap after a question to the same person about another role ends, and which role (R39)."""
        asked = [
            (at, other.role) for other in self.case.other_applications if other.same_contact for at in other.asked_at
        ]
        if not asked:
            return None
        at, role = max(asked, key=lambda pair: pair[0])
        return self.calendar.bd(self.calendar.day_of(at), GAP), role
