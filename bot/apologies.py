"""What is said outside of the conversation: that an update was set aside, and that somebody is too fast."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.line.render import render
from bot.line.updates import NOBODY
from bot.turn import Message
from bot.words import DEFAULT_LANGUAGE, say
from storage import inbox, known, outbox
from storage.inbox import Arrived
from storage.outbox import Outgoing


def count_failure(session: Session, update: Arrived, error: str, now: datetime) -> bool:
    """Count a failed try. True: it was the last one, the update is set aside and the Person is told."""
    aside = inbox.failed(session, update.update_id, error)
    if aside:
        tell(session, update.person_id, "sorry.aside", now)
    return aside


def tell(session: Session, person_id: int, sentence: str, now: datetime) -> None:
    """Say this sentence to somebody."""
    if person_id == NOBODY:
        return
    before = known.recall(session, person_id)
    language = before.person.language if before else DEFAULT_LANGUAGE
    call = render(Message(text=say(sentence, language)), person_id)
    outbox.post(session, [Outgoing(person_id=person_id, chat_id=person_id, method=call.method, body=call.body)], now)
