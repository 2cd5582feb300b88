"""The one way in for texts: a message becomes acts. Quiet: no facts, no clock, no replies."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act, Doubt, Heard
from bot.hear.acts import KINDS
from bot.hear.clause import Clause, Context, Rule
from bot.hear.clauses import clauses_of, language_of
from bot.hear.fold import fold, words_of
from bot.hear.ground import grounded
from bot.hear.modality import sensed
from bot.hear.names import named
from bot.hear.rules import chat, contacts, feelings, going, interviews, requests, rounds, standing, waiting, wishes
from bot.hear.scene import Scene

RULES: tuple[Rule, ...] = (
    *interviews.RULES,
    *rounds.RULES,
    *going.RULES,
    *waiting.RULES,
    *contacts.RULES,
    *standing.RULES,
    *requests.RULES,
    *wishes.RULES,
    *feelings.RULES,
    *chat.RULES,
)


def listen(text: str, scene: Scene) -> Heard:
    """What a message says: its acts, what is in doubt, and what was not understood."""
    context = context_of(text, scene)
    borne = list(_borne(context))
    acts = grounded([(clause, one) for clause, one in borne if isinstance(one, Act)], context)
    doubts = tuple(one for _, one in borne if isinstance(one, Doubt))
    spans = [one.span if isinstance(one, Act) else one.readings[0].span for _, one in borne]
    return Heard(acts=acts, doubts=doubts, rest=tuple(_rest(context, spans)), in_language=context.language)


def context_of(text: str, scene: Scene) -> Context:
    """The message taken apart, as the rules see it."""
    heard = fold(text)
    clauses = named(sensed(clauses_of(heard, scene.language)), scene)
    return Context(scene, heard, clauses, language_of(words_of(heard)) or scene.language)


def _borne(context: Context) -> Iterator[tuple[Clause, Act | Doubt]]:
    for clause in context.clauses:
        for rule in RULES:
            for one in rule(clause, context):
                if isinstance(one, Doubt) or clause.modality in KINDS[one.name].modalities:
                    yield clause, one


def _rest(context: Context, spans: list[str]) -> Iterator[str]:
    """The clauses that no act bears."""
    for clause in context.clauses:
        if clause.words and not any(clause.text in span for span in spans):
            yield clause.text
