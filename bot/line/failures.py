"""What becomes of a call that failed: tried again, sent in another way, or given up; and what is kept of it."""

from __future__ import annotations

import html
import re
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.line.telegram import Failure, Remedy
from storage import known, outbox, pacing
from storage.backoff import seconds_before
from storage.outbox import Claimed, Outgoing

FIRST_RETRY_S = 1.0
LONGEST_RETRY = timedelta(seconds=30)
MOST_UNKNOWN = 8
"""How often a text whose fate is unknown is sent again before it is given up."""
MOST_UNKNOWN_FILES = 2
"""The same for a file: it can be asked for again."""
MOST_UNKNOWN_EDITS = 60
"""The same for what is made twice without harm: half an hour in which Telegram answers everything else."""
LONGEST_TEXT = 4096
"""Telegram's limit, in characters."""


def settle(session: Session, row: Claimed, failure: Failure, kind: str, now: datetime) -> None:
    """Write down what became of a call that failed; `kind` is the name of its error."""
    match failure.remedy:
        case Remedy.COUNT_AS_SENT:
            outbox.sent(session, row.id, now, None)
        case Remedy.HOLD_CHAT:
            outbox.put_back(session, row.id, now + failure.wait, counts=False)
            pacing.hold(session, row.chat_id, now, now + failure.wait)
        case Remedy.TRY_AGAIN | Remedy.TOKEN_REFUSED:
            outbox.put_back(session, row.id, now + backoff(row.attempts), counts=True)
        case Remedy.UNKNOWN if row.doubts < most_unknown(row.method):
            outbox.put_back(session, row.id, now + backoff(row.attempts), counts=True, doubtful=True)
        case Remedy.OUR_MISTAKE if row.doubts < MOST_UNKNOWN:
            outbox.put_back(session, row.id, now + backoff(row.attempts), counts=True, doubtful=True)
        case Remedy.PERSON_GONE if row.chat_id == row.person_id:
            person_gone(session, row, kind, now)
        case Remedy.SEND_ANEW if row.method == "editMessageText":
            body = {name: value for name, value in row.body.items() if name != "message_id"}
            outbox.replace_call(session, row.id, "sendMessage", body)
        case Remedy.SEND_PLAIN if "parse_mode" in row.body:
            outbox.replace_call(session, row.id, row.method, _without_html(row.body))
        case Remedy.SPLIT if row.method == "sendMessage" and len(pieces := _pieces(row.body["text"])) > 1:
            split(session, row, pieces, now)
        case _:
            outbox.dropped(session, row.id, kind)


def most_unknown(method: str) -> int:
    """How often a call whose fate is unknown is made again before it is given up, so that it does not stand in the way
    of what the Person is to hear after it."""
    return {"sendMessage": MOST_UNKNOWN, "sendDocument": MOST_UNKNOWN_FILES}.get(method, MOST_UNKNOWN_EDITS)


def backoff(attempts: int) -> timedelta:
    """How long to wait before the next try: a second, doubled each time, up to LONGEST_RETRY, less a little."""
    return timedelta(seconds=seconds_before(attempts + 1, FIRST_RETRY_S, LONGEST_RETRY.total_seconds()))


def person_gone(session: Session, row: Claimed, kind: str, now: datetime) -> None:
    """The Person has blocked the bot: nothing more is sent until they come back; what is known stays.

    A nudge is taken back before it is tried again, and said when they have come back, if it is still of use then.
    """
    if row.nudge is None:
        outbox.dropped(session, row.id, kind)
    else:
        outbox.put_back(session, row.id, now, counts=False)
    outbox.drop_replies(session, row.person_id, "blocked")
    known.block(session, row.person_id)


def split(session: Session, row: Claimed, pieces: list[str], now: datetime) -> None:
    """Send a text that is too long as several plain ones; the buttons go with the last."""
    plain = {name: value for name, value in row.body.items() if name not in ("parse_mode", "reply_markup")}
    outbox.replace_call(session, row.id, row.method, {**plain, "text": pieces[0]})
    last = {"reply_markup": row.body["reply_markup"]} if "reply_markup" in row.body else {}
    bodies = [{**plain, "text": piece} for piece in pieces[1:]]
    bodies[-1] |= last
    rest = [
        Outgoing(person_id=row.person_id, chat_id=row.chat_id, method=row.method, body=body, lane=row.lane)
        for body in bodies
    ]
    outbox.post(session, rest, now)


def _pieces(text: str) -> list[str]:
    """A text in HTML as plain pieces that Telegram takes, cut at the ends of lines or words where there are any."""
    left, pieces = _plain(text), []
    while len(left) > LONGEST_TEXT:
        end = (
            max(left.rfind("\n", 0, LONGEST_TEXT), left.rfind(" ", LONGEST_TEXT // 2, LONGEST_TEXT), 0) or LONGEST_TEXT
        )
        pieces.append(left[:end].rstrip())
        left = left[end:].lstrip()
    return [*pieces, left] if left else pieces


def _without_html(body: dict[str, Any]) -> dict[str, Any]:
    plain = {name: value for name, value in body.items() if name != "parse_mode"}
    return {**plain, "text": _plain(body["text"])}


def _plain(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))
