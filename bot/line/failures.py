"""What becomes of a call that failed: tried again, sent in another way, or given up; and what is kept of it."""

from __future__ import annotations

import html
import logging
import re
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.line.render import in_words
from bot.line.telegram import Failure, Remedy
from bot.words import DEFAULT_LANGUAGE, plain
from storage import known, outbox, pacing
from storage.backoff import seconds_before
from storage.outbox import Claimed, Outgoing

log = logging.getLogger(__name__)

FIRST_RETRY_S = 1.0
LONGEST_RETRY = timedelta(seconds=30)
MOST_UNKNOWN = 8
"""How often a text whose fate is unknown is sent again before it is given up."""
MOST_UNKNOWN_FILES = 2
"""The same for a file: it can be asked for again."""
MOST_UNKNOWN_EDITS = 60
"""The same for what is made twice without harm: half an hour in which Telegram answers everything else."""
ANSWERS = ("sendMessage", "sendPhoto", "sendDocument")
"""Calls that say something new to somebody who waits for it."""
IN_OTHER_WAYS = ("editMessageText", "editMessageCaption", "sendPhoto")
"""Calls whose words go as a new message where the call itself cannot be made. What would only have drawn an old picture
anew is left out."""
LONGEST_TEXT = 4096
"""Telegram's limit, in the units of UTF-16: most emoji count twice."""


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
        case Remedy.SEND_ANEW | Remedy.WITHOUT_PICTURE | Remedy.SPLIT if row.method in IN_OTHER_WAYS:
            _send_anew(session, row)
        case Remedy.IN_WORDS if "caption" in row.body:
            outbox.replace_call(session, row.id, "editMessageText", in_words(row.body))
        case Remedy.SEND_PLAIN if "parse_mode" in row.body:
            outbox.replace_call(session, row.id, row.method, _without_html(row.body))
        case Remedy.SPLIT if row.method == "sendMessage" and len(pieces := _pieces(row.body["text"])) > 1:
            split(session, row, pieces, now)
        case _:
            log.error("outbox %d (%s) is dropped: %s", row.id, row.method, kind)
            outbox.dropped(session, row.id, kind)
            if row.method in ANSWERS and row.nudge is None and failure.remedy is not Remedy.UNKNOWN:
                _tell(session, row, now)


def _tell(session: Session, row: Claimed, now: datetime) -> None:
    """Whoever waits for an answer hears that there was one; once, if that is refused as well."""
    person = known.recall(session, row.person_id)
    text = plain("sorry.unsent", person.person.language if person else DEFAULT_LANGUAGE)
    if row.body.get("text") != text:
        body = {"chat_id": row.chat_id, "text": text}
        word = Outgoing(person_id=row.person_id, chat_id=row.chat_id, method="sendMessage", body=body, lane=row.lane)
        outbox.post(session, [word], now)


def _send_anew(session: Session, row: Claimed) -> None:
    body = {name: value for name, value in row.body.items() if name != "message_id"}
    body = in_words(body) if "caption" in body else body
    outbox.replace_call(session, row.id, "sendMessage", body)


def most_unknown(method: str) -> int:
    """How often a call whose fate is unknown is made again before it is given up, so that it does not stand in the way
    of what the Person is to hear after it."""
    messages = {"sendMessage": MOST_UNKNOWN, "sendPhoto": MOST_UNKNOWN, "sendDocument": MOST_UNKNOWN_FILES}
    return messages.get(method, MOST_UNKNOWN_EDITS)


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


def is_too_long(row: Claimed) -> bool:
    """Whether Telegram would not take a text for its length, so that nobody asks it first."""
    text = row.body.get("text", "") if row.method == "sendMessage" else ""
    return len(text) > LONGEST_TEXT // 2 and len(_pieces(text)) > 1


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
    left, pieces = _plain(text).strip(), []
    while (most := _fitting(left)) < len(left):
        end = max(left.rfind("\n", 0, most), left.rfind(" ", most // 2, most), 0) or most
        pieces.append(left[:end].rstrip())
        left = left[end:].lstrip()
    return [*pieces, left] if left else pieces


def _fitting(text: str) -> int:
    """How many characters of it Telegram takes at once."""
    left = LONGEST_TEXT
    for place, char in enumerate(text):
        left -= 1 + (char > "\uffff")
        if left < 0:
            return place
    return len(text)


def _without_html(body: dict[str, Any]) -> dict[str, Any]:
    plain = {name: value for name, value in body.items() if name != "parse_mode"}
    plain.update((name, _plain(body[name])) for name in ("text", "caption") if name in body)
    return plain


def _plain(text: str) -> str:
    return html.unescape(re.sub(r"<[^<>]*>", "", text))
