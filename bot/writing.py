"""Letting a language model put a Draft into words: asked once, and once more where its words cannot be used."""

from __future__ import annotations

import asyncio

from bot.coaching.lettering.brief import Brief
from bot.coaching.lettering.reading import body_in
from bot.coaching.lettering.telling import SCHEMA, TASK, question
from bot.hear.said_json import Unusable
from bot.line.completions import NoAnswerError, Why
from bot.line.model import Model
from storage.asked import ANSWERED, Said

TRIES = 2


async def letter_by(model: Model, brief: Brief) -> Said:
    """What came of it, within the time of one answer. Raises NoAnswerError where the first question has none."""
    tokens, refused = 0, None
    try:
        async with asyncio.timeout(model.timeout_s):
            for _ in range(TRIES):
                answer = await model.ask(TASK, question(brief, refused), SCHEMA)
                tokens += answer.tokens
                try:
                    body_in(answer.text, brief)
                except Unusable as error:
                    refused = answer.text, str(error)
                else:
                    return Said(ANSWERED, answer.text, tokens=tokens)
    except TimeoutError as error:
        raise NoAnswerError(Why.TIMEOUT, tokens) from error
    except NoAnswerError as error:
        raise NoAnswerError(error.why, tokens + error.tokens) from error
    return Said(_in_a_word(refused), tokens=tokens)


def _in_a_word(refused: tuple[str, str] | None) -> str:
    """Why its words cannot be used, without any of them."""
    return refused[1].partition(":")[0] if refused else ""
