"""Letting a machine write down a recording: any endpoint with the transcription route that goes with chat-completions.

What it says is a stranger's bytes, bounded in number and time, and never logged.
"""

from __future__ import annotations

import asyncio
import json
import math
from typing import Any

import httpx

from bot.line.completions import Answer, NoAnswerError, RefusedForm, Why, watch_status
from bot.line.model import bounded
from bot.line.telegram import trust_for
from bot.settings import Settings

PATH = "/audio/transcriptions"
MODEL = "whisper-1"
"""What OpenAI calls it; others take whatever they are given."""
AT_ONCE = 4
TOKENS_A_SECOND = 10
"""What a second of a recording counts as, among the tokens that a Person may cost a day."""
MOST_CHARACTERS = 4000


class Transcriber:
    """The endpoint, with a client that is kept open."""

    def __init__(self, url: str, name: str, key: str | None, timeout_s: float) -> None:
        url = url.rstrip("/")
        self.address = url if url.endswith(PATH) else url + PATH
        self.timeout_s = timeout_s
        self._name, self._key = name, key
        self._client: httpx.AsyncClient | None = None
        self._places = asyncio.Semaphore(AT_ONCE)

    async def open(self) -> None:
        """Open the client; connections are made when they are needed."""
        headers = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "Afterword"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        self._client = httpx.AsyncClient(
            headers=headers, timeout=self.timeout_s, follow_redirects=False, verify=trust_for(self.address)
        )

    async def shut(self) -> None:
        """Close the client and its connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def text_of(self, content: bytes, seconds: int) -> Answer:
        """What is said in it, on one line. Raises NoAnswerError, at the latest when its time is over."""
        tokens = cost_of(seconds)
        try:
            async with asyncio.timeout(self.timeout_s), self._places:
                return Answer(_text_in(await self._posted(content)), tokens)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise NoAnswerError(Why.TIMEOUT, tokens) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise NoAnswerError(Why.UNREACHABLE) from error
        except RefusedForm as error:
            raise NoAnswerError(Why.NOT_TAKEN) from error

    async def _posted(self, content: bytes) -> bytes:
        if self._client is None:
            raise RuntimeError("the client of the transcription is not open")
        files = {"file": ("voice.ogg", content, "audio/ogg")}
        data = {"model": self._name, "response_format": "json"}
        async with self._client.stream("POST", self.address, data=data, files=files) as answer:
            said = await bounded(answer)
        watch_status(answer.status_code, said, answer.headers.get("Retry-After", ""))
        return said


def transcriber_of(settings: Settings) -> Transcriber | None:
    """Where the operator lets recordings be written down, if anywhere."""
    if not settings.transcribe_url:
        return None
    key = settings.model_key.get_secret_value() if settings.model_key else None
    return Transcriber(settings.transcribe_url, MODEL, key, settings.model_timeout)


def cost_of(seconds: int) -> int:
    """In tokens."""
    return math.ceil(max(seconds, 1) * TOKENS_A_SECOND)


def _text_in(said: bytes) -> str:
    try:
        told: Any = json.loads(said)
    except (ValueError, RecursionError) as error:
        raise NoAnswerError(Why.NO_JSON) from error
    text = told.get("text") if isinstance(told, dict) else None
    if not isinstance(text, str):
        raise NoAnswerError(Why.NO_JSON)
    plain = " ".join(text.encode(errors="replace").decode().replace("\0", " ").split())
    if not any(char.isalnum() for char in plain):
        raise NoAnswerError(Why.EMPTY)
    return plain[:MOST_CHARACTERS]
