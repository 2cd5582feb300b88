"""The one way in for texts: a message becomes acts. Quiet: no facts, no clock, no replies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.hear import letters
from bot.hear.act import Act, By, Doubt, Heard, first_reading
from bot.hear.acts import KINDS, valid
from bot.hear.asked.asking import with_question
from bot.hear.asked.doubting import with_others
from bot.hear.bare import answered
from bot.hear.both_ways import listened_to
from bot.hear.bygone import with_talks_held
from bot.hear.carried import with_carried
from bot.hear.clause import Clause, Context, Keyed, Rule
from bot.hear.clauses import clauses_of
from bot.hear.contact_people import placed
from bot.hear.danger import speaks_of_dying
from bot.hear.elsewhere import marked, told_of_nobody
from bot.hear.fold import fold, words_of
from bot.hear.foreign import language_of as foreign_language
from bot.hear.ground import doubted, grounded
from bot.hear.half_sure import readings
from bot.hear.language import language_of
from bot.hear.modality import sensed
from bot.hear.names import named
from bot.hear.naming.corrected import with_corrected
from bot.hear.naming.heard import with_heard
from bot.hear.of_whom import without_stand_ins
from bot.hear.placed import with_place
from bot.hear.rules import (
    attending,
    chat,
    circumstances,
    contacts,
    deciding,
    denying,
    drafts,
    feelings,
    going,
    hours,
    house,
    interviews,
    news,
    offers,
    often,
    overdue,
    owed,
    pending,
    promises,
    quiet,
    reaching,
    requests,
    retold,
    rounds,
    several,
    signs,
    standing,
    their_calendar,
    theirs,
    unsent,
    waiting,
    whose,
    wishes,
)
from bot.hear.rules.points import without_what_a_letter_says
from bot.hear.scene import Expected, Scene
from bot.hear.settle import settled
from bot.hear.vocabulary import LANGUAGES
from bot.hear.weighing import weighed

RULES: tuple[Rule | Keyed, ...] = (
    *several.RULES,
    *interviews.RULES,
    *retold.RULES,
    *attending.RULES,
    *rounds.RULES,
    *hours.RULES,
    *going.RULES,
    *waiting.RULES,
    *overdue.RULES,
    *pending.RULES,
    *circumstances.RULES,
    *their_calendar.RULES,
    *contacts.RULES,
    *reaching.RULES,
    *unsent.RULES,
    *denying.RULES,
    *whose.RULES,
    *theirs.RULES,
    *news.RULES,
    *promises.RULES,
    *owed.RULES,
    *offers.RULES,
    *deciding.RULES,
    *standing.RULES,
    *signs.RULES,
    *drafts.RULES,
    *requests.RULES,
    *wishes.RULES,
    *quiet.RULES,
    *often.RULES,
    *house.RULES,
    *feelings.RULES,
    *chat.RULES,
)


FELT = frozenset({"worry", "anger", "joy"})
"""What holds nothing else is no news: nobody who pours out their heart finds it filed."""
KEYED = tuple(one if isinstance(one, Keyed) else Keyed(one, frozenset()) for one in RULES)


def _rules_by_key() -> dict[str, int]:
    """For each key of the vocabulary the rules that it calls, as bits; under the empty one those that always run."""
    called: dict[str, int] = {"": 0}
    for at, one in enumerate(KEYED):
        for key in one.keys or ("",):
            called[key] = called.get(key, 0) | 1 << at
    return called


CALLED = _rules_by_key()


def listen(text: str, scene: Scene) -> Heard:
    """What a message says: its acts, what is in doubt, and what was not understood."""
    heard = listened_to(text, scene, _listened)
    if heard.acts or heard.doubts or language_of(words_of(fold(text))):
        return heard
    # Words that tell no language may be of the other one: "nö", typed to somebody who speaks English.
    others = (_listened(text, replace(scene, language=other)) for other in LANGUAGES if other != scene.language)
    return next((other for other in others if _says_anything(other)), heard)


def _says_anything(heard: Heard) -> bool:
    return bool(heard.doubts) or any(act.name != "unclear" for act in heard.acts)


def _listened(text: str, scene: Scene) -> Heard:
    context = context_of(text, scene)
    whole = _as_a_whole(context, text)
    if whole is not None:
        told = (valid(one) for one in whole if isinstance(one, Act))
        doubts = tuple(one for one in whole if isinstance(one, Doubt))
        return Heard(acts=tuple(filter(None, told)), doubts=doubts, in_language=context.language)
    told_by_rules = list(_borne(context))
    borne = weighed(told_by_rules, context)
    is_talk = len(context.clauses) <= MOST_CLAUSES
    if is_talk and (behind := with_talks_held(borne, context)) is not None:
        context, told_by_rules = behind, list(_borne(behind))
        borne = [*behind.behind, *weighed(told_by_rules, context)]
    borne = without_what_a_letter_says(borne)
    acts = grounded([(clause, one) for clause, one in borne if isinstance(one, Act)], context)
    acts = placed(answered(context, with_place(settled(acts, context), context), text), context)
    doubts, acts = doubted([one for _, one in borne if isinstance(one, Doubt)], acts)
    spans = [first_reading(one).span for _, one in borne]
    felt = bool(acts) and all(act.name in FELT for act in acts)
    rest = () if felt else tuple(_rest(context, [*spans, *(act.span for act in acts)]))
    foreign = foreign_language(context.text)
    likely = (
        ()
        if acts or doubts or foreign
        else readings(context, (one for _, one in told_by_rules if isinstance(one, Act)))
    )
    acts = without_stand_ins(acts, context)
    doubts = tuple(replace(one, readings=without_stand_ins(one.readings, context)) for one in doubts)
    heard = Heard(acts=acts, doubts=doubts, rest=rest, likely=likely, foreign=foreign, in_language=context.language)
    return heard if foreign else with_others(with_question(heard, context), context)


def _as_a_whole(context: Context, text: str) -> tuple[Act | Doubt, ...] | None:
    """What stands before all rules: somebody speaks of dying; the message is a letter."""
    if speaks_of_dying(context.text):
        return (Act("danger", span=context.text),)
    added = house.added_question(context)
    if added is not None and context.scene.expects is not Expected.VERBATIM:
        return (added,)
    return letters.read(context, text) if context.scene.expects is not Expected.VERBATIM else None


def context_of(text: str, scene: Scene) -> Context:
    """The message taken apart, as the rules see it."""
    heard = fold(text)
    clauses = with_carried(named(sensed(clauses_of(heard, scene.language)), scene))
    if scene.listened is not None and scene.listened.text == heard:
        clauses = with_heard(clauses, scene.listened)
    clauses = with_corrected(clauses)
    return Context(scene, heard, clauses, _language_of(clauses) or scene.language)


def _language_of(clauses: tuple[Clause, ...]) -> str | None:
    if len(clauses) == 1:
        return clauses[0].language
    return language_of([word for clause in clauses for word in clause.words])


def _called(clause: Clause) -> Iterator[Rule]:
    """The rules that may have anything to say of a clause, in their order."""
    left = CALLED[""]
    for key in clause.keys:
        left |= CALLED.get(key, 0)
    while left:
        first = left & -left
        yield KEYED[first.bit_length() - 1].rule
        left ^= first


def _borne(context: Context) -> Iterator[tuple[Clause, Act | Doubt]]:
    for clause in context.clauses:
        for rule in _called(clause):
            for one in rule(clause, context):
                first = first_reading(one)
                if clause.modality in KINDS[first.name].modalities and not told_of_nobody(first, clause, context):
                    yield clause, marked(one, clause, context) if isinstance(one, Act) else one


def _rest(context: Context, spans: list[str]) -> Iterator[str]:
    """The clauses that no act bears."""
    for clause in context.clauses:
        if clause.words and not _is_borne(clause, spans):
            yield clause.text


def _is_borne(clause: Clause, spans: list[str]) -> bool:
    """Whether acts bear it, as a whole or part by part: "Acme by Friday, Globex by Monday"."""
    if any(clause.text in span for span in spans):
        return True
    parts = {span for span in spans if span and span in clause.text}
    return len(parts) > 1 and sum(map(len, parts)) >= MOST_BORNE * len(clause.text)


MOST_CLAUSES = 40
"""A message of more is a text that was pasted, and is not heard twice."""
MOST_BORNE = 0.8
"""The share of a clause that its parts have to bear between them."""


def heard_by(heard: Heard) -> str:
    """By what a text was heard, for the figures: the listener that gave most to it, or that none gave anything."""
    by = {act.by for act in heard.acts if act.name != "unclear"}
    first = next((str(one) for one in (By.MODEL, By.HEADS, By.RULES, By.BARE) if one in by), "nothing")
    return "asked" if heard.doubts else first
