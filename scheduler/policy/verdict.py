"""What the contact policy answers: a Verdict and the words it is made of.

Quiet: values only. A Verdict carries no sentence but the key of one (`reason`, a msgid of verdicts.po) and
the values its words need; `bot` says it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from scheduler.policy.parameters import MAX_FOLLOW_UPS
from storage.facts import Channel
from storage.values import dataclass

Param = str | int | date
"""What a sentence may be given: a word, a number, a day at the employer."""


class Answer(StrEnum):
    """Whether something may be sent now."""

    REPLY_NOW = "reply_now"
    """They wait for an answer; answering is always allowed."""
    ONLY_PROMISE = "only_promise"
    """The promised item may (or must) go now, nothing else."""
    ONLY_THANK_YOU = "only_thank_you"
    """The thank-you note may go now, nothing else."""
    GO = "go"
    """One message of the Person's own accord may go now; `kind` says which."""
    HOLD = "hold"
    """Nothing may go now; `not_before` says from when, None when only they can reopen the talk."""
    MOVE_ON = "move_on"
    """Treat it as a no, stop writing, keep looking."""


class Kind(StrEnum):
    """What a Verdict or its date is about."""

    FOLLOW_UP = "follow_up"
    THANK_YOU = "thank_you"
    PROMISE = "promise"
    REPLY = "reply"
    LINKEDIN = "linkedin"
    WITHDRAW = "withdraw"
    LOGISTICS = "logistics"
    DEBRIEF = "debrief"
    OFFER_DEADLINE = "offer_deadline"
    OFFER_QUESTION = "offer_question"
    KEEP_IN_TOUCH = "keep_in_touch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer of the contact policy for one Opportunity at one moment."""

    verdict: Answer
    rule: str
    """The rule that gave it, such as `R19`."""
    reason: str
    """Key of the sentence that gives the reason."""
    params: Mapping[str, Param] = field(default_factory=dict, hash=False)
    """What the sentences of `reason` and `also` are filled with."""
    also: tuple[str, ...] = ()
    """Keys of the sentences that follow, in order."""
    not_before: date | None = None
    """The day at the employer that belongs to the verdict. `hold`: first day for the next message of `kind`;
    `only_…`: the day that a `hold` would name once that is sent; otherwise None."""
    asks_from: date | None = None
    """First day for a status question; None when it is open already, or when there is no such day."""
    kind: Kind | None = None
    channel: Channel | None = None
    """How a `go` is to be sent; None for LinkedIn and for all that is no `go`."""
    opens_at: datetime | None = None
    """`go`, `reply_now`: the moment of asking. With `not_before`: when that day's hours begin (UTC)."""
    again: datetime | None = None
    """When judging again gives something else if nothing happens meanwhile (UTC); None: never."""
    count: tuple[int, int] = (0, MAX_FOLLOW_UPS)
    """Status questions used up and allowed in this episode; several early ones use up one (R25)."""
