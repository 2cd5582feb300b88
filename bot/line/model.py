"""A language model that hears: any endpoint that speaks the chat-completions form.

What it says is a stranger's bytes: bounded in number and time, never logged, and no error of it ends a turn. Why there
is no answer is told in one word, for the figures.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx

from bot.environment import proxy_for
from bot.line.completions import Answer, Form, Messages, NoAnswerError, RefusedForm, Why, read, tokens_of, watch_status
from bot.line.telegram import trust_for
from bot.settings import Settings

log = logging.getLogger(__name__)

PATH = "/chat/completions"
MOST_BYTES = 65_536
"""An answer to a long message has five thousand."""
AT_ONCE = 16
"""Questions in flight; who comes later waits for a place, and no longer than for an answer."""
FAILURES_BEFORE_REST = 5
REST_S = 30.0
LONGEST_REST_S = 120.0


class Model:
    """The endpoint, with a client that is kept open."""

    def __init__(
        self,
        url: str,
        name: str,
        key: str | None,
        timeout_s: float,
        over: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        url = url.rstrip("/")
        self.address = url if url.endswith(PATH) else url + PATH
        self.timeout_s = timeout_s
        self.name, self._key, self._over = name, key, over
        self._form, self._is_form_known = Form(), False
        self._client: httpx.AsyncClient | None = None
        self._places = asyncio.Semaphore(AT_ONCE)
        self._failures, self._rests_until = 0, 0.0

    @property
    def is_resting(self) -> bool:
        """Whether it is left alone for a while."""
        return _seconds_now() < self._rests_until

    async def open(self) -> None:
        """Open the client; connections are made when they are needed."""
        if self._client is None:
            headers = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "Afterword"}
            if self._key:
                headers["Authorization"] = f"Bearer {self._key}"
            self._client = httpx.AsyncClient(
                transport=self._over,
                headers=headers,
                timeout=self.timeout_s,
                follow_redirects=False,
                verify=trust_for(self.address),
                trust_env=False,
                proxy=proxy_for(self.address),
            )

    async def shut(self) -> None:
        """Close the client and its connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def ask(self, instructions: str, question: str, schema: Mapping[str, Any]) -> Answer:
        """What the model says. Raises NoAnswerError, at the latest when its time is over."""
        if self.is_resting:
            raise NoAnswerError(Why.RESTING)
        messages = [{"role": "system", "content": instructions}, {"role": "user", "content": question}]
        try:
            async with asyncio.timeout(self.timeout_s), self._places:
                answer = await self._asked(messages, schema)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise self._failed(NoAnswerError(Why.TIMEOUT, tokens_of(None, messages))) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise self._failed(NoAnswerError(Why.UNREACHABLE)) from error
        except NoAnswerError as error:
            raise self._failed(error) from error.__cause__
        self._failures = 0
        return answer

    def _failed(self, error: NoAnswerError) -> NoAnswerError:
        """Count it; after several in a row, or when it is told to wait, the endpoint is left alone for a while."""
        self._failures += 1
        rest_s = min(error.rest_s, LONGEST_REST_S) or (REST_S if self._failures >= FAILURES_BEFORE_REST else 0.0)
        if rest_s:
            self._rests_until = max(self._rests_until, _seconds_now() + rest_s)
        return error

    async def _asked(self, messages: Messages, schema: Mapping[str, Any]) -> Answer:
        """Ask in the form that the endpoint takes; until one is known, each that it refuses leads to the next."""
        while True:
            form = self._form
            try:
                answer = await self._post({"model": self.name, "messages": messages, **form.body(schema)}, messages)
            except RefusedForm as refused:
                other = None if self._is_form_known else form.after(refused.said)
                if other is None:
                    raise NoAnswerError(Why.NOT_TAKEN) from None
                if self._form == form:
                    self._form = other
            else:
                self._is_form_known = True
                return answer

    async def _post(self, body: Mapping[str, Any], messages: Messages) -> Answer:
        if self._client is None:
            raise RuntimeError("the model's client is not open")
        async with self._client.stream("POST", self.address, json=body) as answer:
            said = await bounded(answer)
        watch_status(answer.status_code, said, answer.headers.get("Retry-After", ""))
        return read(said, messages)


def model_of(settings: Settings) -> Model | None:
    """The language model that the operator lets us ask, if there is one."""
    key = settings.model_key.get_secret_value() if settings.model_key else None
    return Model(settings.model_url, settings.model, key, settings.model_timeout) if settings.model_url else None


def _seconds_now() -> float:
    return asyncio.get_running_loop().time()


async def bounded(answer: httpx.Response) -> bytes:
    """What is said, as it came: nothing is unpacked, so a few bytes can never become many."""
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise NoAnswerError(Why.NO_JSON)
    said = bytearray()
    async for piece in answer.aiter_raw():
        said += piece
        if len(said) > MOST_BYTES:
            raise NoAnswerError(Why.TOO_LONG)
    return bytes(said)


@contextlib.asynccontextmanager
async def opened(model: Model) -> AsyncIterator[Model]:
    """The model with its client open, for a command that asks and ends."""
    await model.open()
    try:
        yield model
    finally:
        await model.shut()
