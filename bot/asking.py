"""A listener on the command line: who hears a text beside the rules, and a look at whether the model answers."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from time import monotonic
from urllib.parse import urlsplit

from bot.hear import model as answers
from bot.hear.command import Hears, nobody
from bot.hear.heads.engine import heard_in
from bot.hear.listened import Listened
from bot.hear.prompt import instructions, question, schema
from bot.hear.scene import Scene
from bot.hear.scenes import SCENES
from bot.line.completions import NoAnswerError
from bot.line.model import Model, model_of, opened
from bot.settings import Settings, SettingsUnusable, load

SAMPLE, TOLD = "they said they'd let me know by Friday", "window"
"""What is tried, and the act that it tells."""


def by(listener: str) -> contextlib.AbstractContextManager[Hears]:
    """Who hears beside the rules, by name. Raises ValueError like `by_model`."""
    if listener == "model":
        return by_model()
    return contextlib.nullcontext(heard_in if listener == "heads" else nobody)


@contextlib.contextmanager
def by_model() -> Iterator[Hears]:
    """The model of the settings. Raises ValueError where there is none, and at each text that it has no answer to."""
    try:
        model = model_of(load())
    except SettingsUnusable as error:
        raise ValueError(str(error).rstrip(".")) from error
    if model is None:
        raise ValueError("There is no model to ask. Set AFTERWORD_MODEL_URL and AFTERWORD_MODEL")
    with asyncio.Runner() as runner:
        runner.run(model.open())
        try:
            yield lambda text, scene: runner.run(_asked(model, text, scene))
        finally:
            runner.run(model.shut())


async def _asked(model: Model, text: str, scene: Scene) -> Listened:
    try:
        said = await model.ask(instructions(), question(text, scene), schema())
        return answers.listened(said.text, text, scene)
    except (NoAnswerError, answers.Unusable) as error:
        raise ValueError(f"the model gives no answer that can be used ({error})") from error


async def tried(settings: Settings) -> tuple[str, bool]:
    """A line about the model, and whether all is well with it."""
    model = model_of(settings)
    if model is None:
        return "model: none is asked, AFTERWORD_MODEL_URL is not set", True
    host, began = urlsplit(settings.model_url).hostname, monotonic()
    async with opened(model):
        try:
            said = await model.ask(instructions(), question(SAMPLE, scene := SCENES["told"]), schema())
            heard = answers.listened(said.text, SAMPLE, scene)
        except NoAnswerError as error:
            return f"model: gives no answer at {host} ({error}); messages are heard without it", False
        except answers.Unusable as error:
            return f"model: what it says at {host} cannot be used ({error}); messages are heard without it", False
    if not heard.score(TOLD):
        return f"model: answers at {host}, and hears no {TOLD} in a plain sentence; try a larger one", False
    return f"model: answers at {host} in {monotonic() - began:.1f} s, for {said.tokens:,} tokens a message", True
