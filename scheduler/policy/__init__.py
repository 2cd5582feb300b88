"""The contact policy: may something be sent to an employer now, and if not, from when?

Quiet: facts and a moment in, a Verdict out; no clock, no SQL, no Telegram, no network. The rules R1 to R44
are told in docs/contact-policy.md; every rule is found here by its number.
"""

from scheduler.policy.answers import NEEDS_ANSWER
from scheduler.policy.case import Case, Intent, IntentKind, OtherApplication
from scheduler.policy.judge import decide, judge, moment_of, next_verdict, question
from scheduler.policy.moment import Moment
from scheduler.policy.stored import case_of
from scheduler.policy.verdict import Answer, Kind, Verdict
from scheduler.policy.written import read_case, read_intent, read_moment

__all__ = [
    "NEEDS_ANSWER",
    "Answer",
    "Case",
    "Intent",
    "IntentKind",
    "Kind",
    "Moment",
    "OtherApplication",
    "Verdict",
    "case_of",
    "decide",
    "judge",
    "moment_of",
    "next_verdict",
    "question",
    "read_case",
    "read_intent",
    "read_moment",
]
