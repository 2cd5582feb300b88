"""Makes a call of the outbox ready and makes it: a picture is drawn only now, and what is edited is looked up.

Noisy. Where nothing is drawn, its words go alone, at once.
"""

from __future__ import annotations

import logging
from typing import Any

from telegram.error import BadRequest

from bot.line.painting import BUSY, NO_LIBRARY, NotPainted, Painter
from bot.line.render import in_words
from bot.line.telegram import Telegram
from bot.tally import TALLY
from storage import outbox
from storage.outbox import Claimed
from storage.store import Store

log = logging.getLogger(__name__)


class Sending:
    """The last steps of a call."""

    def __init__(self, store: Store, telegram: Telegram, painter: Painter | None = None) -> None:
        self._store, self._telegram, self._painter = store, telegram, painter or Painter()

    async def call(self, row: Claimed, *, draws: bool = True) -> Any:
        """Make a call of the outbox; the result as Telegram gave it. Raises TelegramError.

        `draws`: False where so many calls are under way that the core is worth more to them than a picture.
        """
        method, body = row.method, row.body
        if "edits" in body:
            body = await self._with_number(body, row.person_id)
        if isinstance(body.get("photo"), dict):
            method, body = await self._drawn(row.id, method, body, draws)
        return await self._telegram.call(method, body)

    async def close(self) -> None:
        """Draw nothing more."""
        await self._painter.close()

    async def _with_number(self, body: dict[str, Any], person_id: int) -> dict[str, Any]:
        """The number of the message that was sent under the name in `edits`."""
        number = await self._store.run(outbox.message_sent, person_id, body["edits"])
        if number is None:
            raise BadRequest("message to edit not found")
        return {**{name: value for name, value in body.items() if name != "edits"}, "message_id": number}

    async def _drawn(self, row_id: int, method: str, body: dict[str, Any], draws: bool) -> tuple[str, dict[str, Any]]:
        """The call with its picture, or that of its words: under an old picture they are right at least."""
        photo = body["photo"]
        try:
            png = await self._painter.paint(photo["svg"], draws=draws)
        except NotPainted as error:
            TALLY.count("sends", method, "not_drawn")
            if str(error) not in (BUSY, NO_LIBRARY):
                log.warning("outbox %d (%s) goes in words: %s", row_id, method, error)
            if method == "sendPhoto":
                return "sendMessage", in_words(body)
            return "editMessageCaption", {name: value for name, value in body.items() if name != "photo"}
        return method, {**body, "photo": {"name": photo["name"], "png": png}}
