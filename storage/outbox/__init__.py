"""The outbox: calls to Telegram on their way, claimed under a lease.

    ready ──claim──> sending ──sent──> sent
      ^                 │ └────drop──> dropped
      └───put_back──────┘
      └───lease over────┘

A row that was being sent when its courier died becomes ready again when its lease ends: its message may be
sent twice, and is never lost. Within a chat rows go one at a time, replies (lane 0) before nudges (lane 1). How fast
Telegram lets them go stands in `pacing`.
"""

from storage.outbox.claiming import claim, next_moment, release_all, release_expired
from storage.outbox.counting import counts, is_sending, nudges_sent
from storage.outbox.marking import (
    drop_replies,
    dropped,
    message_sent,
    put_back,
    replace_call,
    sent,
    sent_all,
    take_back,
)
from storage.outbox.posting import post
from storage.outbox.rows import LEASE, NUDGE, REPLY, Accepted, Claimed, Outgoing

__all__ = [
    "LEASE",
    "NUDGE",
    "REPLY",
    "Accepted",
    "Claimed",
    "Outgoing",
    "claim",
    "counts",
    "drop_replies",
    "dropped",
    "is_sending",
    "message_sent",
    "next_moment",
    "nudges_sent",
    "post",
    "put_back",
    "release_all",
    "release_expired",
    "replace_call",
    "sent",
    "sent_all",
    "take_back",
]
