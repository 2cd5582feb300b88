"""What has to be waited for before a text can be decided on: what a listener has made of it, and a model's words.

Whatever is asked of others is written down with the update before anything follows from it. A model that is slow,
silent or wrong costs one message a few seconds, and nobody else anything: what is our own does instead.
"""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial

from sqlmodel import Session

from bot.coaching.lettering.brief import Brief
from bot.decide.scene import scene_of
from bot.hear import model as answers
from bot.hear.commands import is_command
from bot.hear.heads import engine
from bot.hear.listened import Listened
from bot.hear.prompt import instructions, question, schema
from bot.hear.scene import Scene
from bot.hear.worth_asking import is_worth_asking
from bot.inquiry import ANSWERED, Inquirer, may_spend
from bot.learn.ledger import Ledger
from bot.line.model import Model
from bot.line.telegram import Telegram
from bot.line.transcribing import Transcriber
from bot.said_lately import SaidLately
from bot.speaking import Speech
from bot.turn import Incoming, Kind, Written
from bot.words import language_for
from bot.writing import letter_by
from scheduler.clock import Clock
from storage import known
from storage.asked import Said
from storage.changing import changed
from storage.facts import Known, Person
from storage.inbox import Arrived
from storage.store import Store
from storage.tables import What

log = logging.getLogger(__name__)


class Listener:
    """Asks the model about the texts that are worth it."""

    def __init__(
        self,
        store: Store,
        telegram: Telegram,
        clock: Clock,
        model: Model | None = None,
        *,
        tokens_a_day: int = 0,
        has_heads: bool = False,
        transcriber: Transcriber | None = None,
    ) -> None:
        self._store, self._clock = store, clock
        self._model, self._tokens_a_day = model, tokens_a_day
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="heads") if has_heads else None
        """Where the trained listener works, one text after the other, beside the loop."""
        self._said_lately = SaidLately()
        self.others = Inquirer(store, telegram, clock)
        self.speech = Speech(self.others, telegram, clock, transcriber, tokens_a_day)

    @property
    def has_model(self) -> bool:
        """Whether there is a model to be asked."""
        return self._model is not None

    async def heard(self, update: Arrived, incoming: Incoming) -> Incoming:
        """The text with what a listener has made of it: the model, else the trained one. Raises AskedElsewhere."""
        incoming = await self.speech.typed(update, incoming)
        if not may_be_asked(incoming):
            return incoming
        before = self._said_lately.before(incoming.person_id, update.update_id, incoming.text, self._clock.now())
        listened = await self._by_model(self._model, update, incoming) if self._model is not None else None
        if listened is None and self._thread is not None and engine.is_worth_hearing(incoming.text):
            listened = await self._by_heads(self._thread, incoming, before)
        return changed(incoming, listened=listened, has_writer=self._model is not None)

    async def written(self, update: Arrived, incoming: Incoming, brief: Brief) -> Incoming:
        """The text with what the model has written for it. Raises AskedElsewhere."""
        model = self._model
        if model is None:
            return replace(incoming, has_writer=False)
        now, most = self._clock.now(), self._most(model)

        def look(session: Session) -> tuple[Brief, bool]:
            return brief, may_spend(session, incoming.person_id, now, most)

        async def ask(brief: Brief) -> Said:
            return await letter_by(model, brief)

        _, answer = await self.others.once(update, incoming, What.LETTER, timeout_s=model.timeout_s, look=look, ask=ask)
        return replace(incoming, written=Written(answer, model.name))

    async def _by_heads(self, thread: Executor, incoming: Incoming, before: str) -> Listened | None:
        """What the trained listener makes of it; without it the rules hear it alone."""
        scene = await self._store.insist(self._clock.pause, scene_for, incoming, self._clock.now())
        hear = partial(engine.heard_in, incoming.text, scene, before)
        try:
            return await asyncio.get_running_loop().run_in_executor(thread, hear)
        except Exception as error:
            log.error("the trained listener has failed", exc_info=error)
            return None

    async def _by_model(self, model: Model, update: Arrived, incoming: Incoming) -> Listened | None:
        """What the model makes of it; None where it was not asked, or gave nothing that can be used."""
        now, most = self._clock.now(), self._most(model)

        def look(session: Session) -> tuple[Scene, bool]:
            ledger = _ledger(session, incoming, now)
            scene = scene_of(ledger)
            may = not ledger.person.no_model and may_spend(session, incoming.person_id, now, most)
            return scene, may and is_worth_asking(incoming.text, scene)

        async def ask(scene: Scene) -> Said:
            answer = await model.ask(instructions(), question(incoming.text, scene), schema())
            try:
                answers.listened(answer.text, incoming.text, scene)
            except answers.Unusable as error:
                return Said(str(error), tokens=answer.tokens)
            return Said(ANSWERED, answer.text, tokens=answer.tokens)

        scene, answer = await self.others.once(
            update, incoming, What.ACTS, timeout_s=model.timeout_s, look=look, ask=ask
        )
        return answers.listened(answer, incoming.text, scene) if answer is not None else None

    def _most(self, model: Model) -> int:
        """The tokens that a Person may cost a day, while it is not left alone."""
        return 0 if model.is_resting else self._tokens_a_day


def may_be_asked(incoming: Incoming) -> bool:
    """Whether it is a text of the Person's own: no command, no press, nothing that somebody else has written."""
    own = incoming.is_welcome and not incoming.forwarded
    return own and incoming.kind is Kind.TEXT and not is_command(incoming.text)


def scene_for(session: Session, incoming: Incoming, now: datetime) -> Scene:
    """The moment in which a text was typed."""
    return scene_of(_ledger(session, incoming, now))


def _ledger(session: Session, incoming: Incoming, now: datetime) -> Ledger:
    return Ledger(known.recall(session, incoming.person_id) or Known(person=_stranger(incoming)), now, incoming)


def _stranger(incoming: Incoming) -> Person:
    return Person(id=incoming.person_id, name=incoming.name, language=language_for(incoming.language_code))
