"""A local Telegram for one bot: the calls of the bot here, what people do there, faults on request.

It lives in one asyncio loop, keeps everything in memory and opens no port; `api` speaks HTTP for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.rehearsal.errors import RefusedError, bad
from bot.rehearsal.faults import ONCE, Strike
from bot.rehearsal.methods import METHODS
from bot.rehearsal.parameters import NAMES, Upload, read
from bot.rehearsal.people import People
from bot.rehearsal.state import Call
from bot.rehearsal.transcript import Entry

Json = dict[str, Any]

_UNREADABLE: Final = (TypeError, AttributeError, ValueError, LookupError)
"""What the inside of a parameter raises that is of another kind than it should be."""
_TOKEN = re.compile(r"\d{1,16}:[A-Za-z0-9_-]{3,64}")
_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
BAD_GATEWAY: Final = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>502 Bad Gateway</body>\r\n</html>"


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back to the bot. `cut` ends the connection without an answer, `wait` is in real seconds."""

    status: int
    body: bytes
    cut: bool = False
    wait: float = 0.0
    retry_after: int | None = None

    @property
    def html(self) -> bool:
        """Whether a machine in front of Telegram answered instead of Telegram."""
        return self.status == 502


CUT: Final = Reply(0, b"", cut=True)


class LocalTelegram(People):
    """Telegram, as far as one bot and the people who talk to it can tell."""

    def pending(self) -> int:
        """How many updates the bot has not confirmed."""
        return self.updates.pending()

    async def wait_until_confirmed(self, update_id: int) -> None:
        """Return once the bot has confirmed this update."""
        await self.updates.wait_until_confirmed(update_id)

    def subscribe(self, callback: Callable[[Entry], None]) -> Callable[[], None]:
        """Call back with everything that is seen; returns what ends it."""
        return self.transcript.subscribe(callback)

    def fault(
        self,
        kind: str,
        person: str | None = None,
        *,
        seconds: float = 30,
        chat: int | None = None,
        times: int = 1,
        method: str | None = None,
    ) -> None:
        """Let something go wrong; raises ValueError for an unknown kind.

        `down` and `up`; `429` for `seconds` of the moved clock, in one `chat` or all; `blocked` by `person`;
        and for the next `times` calls (of `method`, else any but getUpdates): `reset_before` the call counts,
        `reset_after` it counted, `5xx` in place of it, `slow` by `seconds` after it counted.
        """
        if kind in {"down", "up"}:
            self.faults.set_down(kind == "down")
        elif kind == "429":
            self.faults.flood(seconds, chat)
        elif kind == "blocked" and person is not None:
            self.block(person)
        elif kind in ONCE:
            self.faults.strike(kind, times, method, seconds)
        else:
            raise ValueError(f"unknown fault {kind!r}")

    def start_over(self) -> None:
        """Forget everybody and everything said; the bot's process and its data are not touched."""
        self.people.clear()
        self.chats.clear()
        self.messages.clear()
        self.presses.clear()
        self.updates.drop()
        self.transcript.clear()
        self.faults.clear()
        self.transcript.note("", "person", "start_over", "")

    def call(self, token: str, method: str, raw: Mapping[str, Any]) -> Reply:
        """Answer one call of any method but getUpdates."""
        if self.faults.down:
            return CUT
        name = NAMES.get(method.lower(), method)
        strike = self.faults.next_strike(name)
        if strike is not None and strike.kind in {"reset_before", "5xx"}:
            return self._struck(strike, name, raw)
        try:
            self.refuse_token(token)
            result = self._run(name, raw)
        except RefusedError as refused:
            return self._late(strike, self._refuse(name, raw, refused))
        self._record(name, raw, 200)
        return self._late(strike, Reply(200, f'{{"ok":true,"result":{_encode(result)}}}'.encode()))

    async def poll(self, token: str, raw: Mapping[str, Any]) -> Reply:
        """Answer getUpdates, after a while if need be."""
        if self.faults.down:
            return CUT
        strike = self.faults.next_strike("getUpdates")
        if strike is not None and strike.kind in {"reset_before", "5xx"}:
            return self._struck(strike, "getUpdates", raw)
        try:
            self.refuse_token(token)
            updates = await self._updates(read("getUpdates", raw))
        except RefusedError as refused:
            return self._late(strike, self._refuse("getUpdates", raw, refused))
        self._record("getUpdates", raw, 200)
        return self._late(strike, Reply(200, f'{{"ok":true,"result":{_encode(updates)}}}'.encode()))

    def refuse_token(self, token: str) -> None:
        """Raises RefusedError: 404 for what is no token, 401 for another bot's."""
        if not _TOKEN.fullmatch(token):
            raise RefusedError(404, "Not Found")
        if self.token is not None and token != self.token:
            raise RefusedError(401, "Unauthorized")

    def _run(self, name: str, raw: Mapping[str, Any]) -> Any:
        method = METHODS.get(name)
        if method is None:
            raise RefusedError(404, "Not Found: method not found")
        parameters = read(name, raw)
        self.faults.refuse_flood(parameters.get("chat_id"))
        try:
            return method(self, parameters)
        except _UNREADABLE as error:
            raise bad(f"can't parse the parameters of {name}: {error}") from error

    async def _updates(self, parameters: Json) -> list[Json]:
        if "allowed_updates" in parameters:
            self.updates.allow(parameters["allowed_updates"])
        return await self.updates.poll(
            parameters.get("offset", 0), parameters.get("limit", 100), parameters.get("timeout", 0)
        )

    def _refuse(self, name: str, raw: Mapping[str, Any], refused: RefusedError) -> Reply:
        self._record(name, raw, refused.code, refused.description)
        answer: Json = {"ok": False, "error_code": refused.code, "description": refused.description}
        if refused.retry_after is not None:
            answer["parameters"] = {"retry_after": refused.retry_after}
        return Reply(refused.code, _encode(answer).encode(), retry_after=refused.retry_after)

    def _struck(self, strike: Strike, name: str, raw: Mapping[str, Any]) -> Reply:
        """The call never reached Telegram."""
        status = 502 if strike.kind == "5xx" else 0
        self._record(name, raw, status, strike.kind)
        return Reply(502, BAD_GATEWAY) if status else CUT

    def _late(self, strike: Strike | None, reply: Reply) -> Reply:
        """The call counted, its answer suffers."""
        if strike is None:
            return reply
        if strike.kind == "reset_after":
            return CUT
        return Reply(reply.status, reply.body, wait=strike.seconds, retry_after=reply.retry_after)

    def _record(self, name: str, raw: Mapping[str, Any], status: int, error: str | None = None) -> None:
        self.count(name, status)
        shown = {key: _shown(value) for key, value in raw.items()}
        self.calls.append(Call(name, shown, status, error))


def _shown(value: Any) -> Any:
    """A parameter as it is recorded: of a file its name alone."""
    if isinstance(value, dict):
        return {key: _shown(one) for key, one in value.items()}
    return value.filename if isinstance(value, Upload) else value


if __name__ == "__main__":
    from bot.rehearsal.load import main

    main()
