"""Voice notes: fetched and written down where the operator has somebody for it, then heard as if they were typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session
from telegram.error import TelegramError

from bot.inquiry import ANSWERED, Inquirer, may_spend
from bot.line import files
from bot.line.telegram import Telegram
from bot.line.transcribing import Transcriber
from bot.turn import Incoming, Kind, Recording
from scheduler.clock import Clock
from storage import known
from storage.asked import Said
from storage.inbox import Arrived
from storage.tables import What

LONGEST_S = 180
"""What people tell after an interview takes one minute; a longer one they are asked to type."""
NOT_FETCHED, TOO_LARGE = "not_fetched", "too_large"


class Speech:
    """Has recordings written down, each once."""

    def __init__(
        self, others: Inquirer, telegram: Telegram, clock: Clock, transcriber: Transcriber | None, tokens_a_day: int
    ) -> None:
        self._others, self._telegram, self._clock = others, telegram, clock
        self._transcriber, self._tokens_a_day = transcriber, tokens_a_day

    @property
    def is_heard(self) -> bool:
        """Whether there is somebody who writes down what is said."""
        return self._transcriber is not None

    async def typed(self, update: Arrived, incoming: Incoming) -> Incoming:
        """A voice note as a text, where it can be had; anything else as it came. Raises AskedElsewhere."""
        transcriber, recording = self._transcriber, incoming.recording
        if transcriber is None or recording is None or not _may_be_heard(incoming, recording):
            return incoming
        now = self._clock.now()

        def look(session: Session) -> tuple[Recording, bool]:
            return recording, _is_allowed(session, incoming.person_id, now, self._tokens_a_day)

        async def ask(recording: Recording) -> Said:
            return await self._written(transcriber, recording)

        _, text = await self._others.once(
            update, incoming, What.VOICE, timeout_s=2 * transcriber.timeout_s, look=look, ask=ask
        )
        return replace(incoming, kind=Kind.TEXT, text=text, spoken=True) if text else incoming

    async def _written(self, transcriber: Transcriber, recording: Recording) -> Said:
        try:
            content = await files.fetch(self._telegram, recording.file_id)
        except TelegramError:
            return Said(NOT_FETCHED)
        if content is None:
            return Said(TOO_LARGE)
        answer = await transcriber.text_of(content, recording.seconds)
        return Said(ANSWERED, answer.text.lstrip("/ "), tokens=answer.tokens)  # what is said aloud is no command


def _may_be_heard(incoming: Incoming, recording: Recording) -> bool:
    """The Person's own voice, and not too long."""
    is_short = 0 <= recording.seconds <= LONGEST_S and recording.size <= files.LARGEST
    return incoming.is_welcome and incoming.kind is Kind.VOICE and not incoming.forwarded and is_short


def _is_allowed(session: Session, person_id: int, now: datetime, tokens_a_day: int) -> bool:
    before = known.recall(session, person_id)
    is_wanted = before is None or not before.person.no_model
    return is_wanted and may_spend(session, person_id, now, tokens_a_day)
