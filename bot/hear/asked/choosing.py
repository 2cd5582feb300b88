"""The topic of a question: by the words of the tables, and by what a listener takes it for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import timedelta

from bot.hear.asked import BAR, topic_in, topics, weights
from bot.hear.clause import Clause, Context, Modality, Word
from bot.hear.scene import Expected
from bot.hear.something_else import is_something_else

NONE = "none"
"""What a listener tells of a text that asks about no topic."""
SURE, AGAINST, AGAINST_FAINT, ALONE, INSTEAD = 0.35, 0.7, 0.4, 0.6, 0.8
"""So likely a topic is at least that a listener tells: where the tables tell none; where theirs is faint to it, and the
less where theirs only just weighs enough; where nothing else shows that the message asks at all; and where it asks,
though an answer was waited for.
"""
PLAIN, LIKELIEST = 5, 3
"""A topic that weighs so much, and is among so many of a listener's likeliest, is told by the tables alone."""
FAINT = 0.05
"""Less likely than this to a listener, a topic of the tables is right once in nine times, and once in sixteen where it
only just weighs enough."""
RECENT = timedelta(days=1)
"""So long ago a talk has ended at most at which somebody may just not have turned up."""
OF_A_NO = frozenset(
    {
        "feedback",
        "answer_a_no",
        "on_file",
        "second_choice",
        "reapply",
        "winner",
        "no_reason",
        "appeal",
        "telling_others",
    }
)
OF_AN_OFFER = frozenset({"time_asked", "pulled", "papers_late", "take_it", "time_to_decide", "conditions"})
OF_AN_AGENCY = frozenset({"around_agency"})
OF_OTHERS = frozenset({"hearsay"})
"""Of whom it comes decides, whatever it says."""
NOT_DOUBTED = OF_A_NO | OF_AN_AGENCY | OF_OTHERS


CLOSED = frozenset({Expected.YES_NO, Expected.PLACE})
"""Answers that are heard as such: a text that is none of them answers nothing."""
FEWEST = 4
"""Words of a question that says enough to be one about how to go on."""
OF_THEM = frozenset(
    {
        *("is", "was", "does", "did", "has", "have", "are", "were", "that", "they"),
        *("ist", "war", "hat", "haben", "sind", "waren", "heisst", "bedeutet", "spricht", "das", "die"),
    }
)
"""Words with which a question begins that asks what something of theirs means."""
ADDING = frozenset({"and", "also", "plus", "und", "auch", "ausserdem"})
"""Words with which a second question begins."""
OURS = frozenset({"i", "we", "there", "you", "ich", "wir", "du", "man"})


def topic_of(words: Sequence[Word], context: Context, *, is_open: bool) -> str | None:
    """What is asked about: by the tables, else as a listener takes it, which may also stand against them.

    `is_open`: nothing else in the message tells what is asked, so that a likely topic is better than none.
    """
    heard, out = likelihoods(context), frozenset[str]() if _may_be_of_a_no(context) else OF_A_NO
    best = _best(heard)
    told = topic_in(words, context.language, out) or next(reversed(topics_asked(context, out)), None)
    sure = heard.get(best, 0.0) if best != NONE and (told is None or best not in OF_OTHERS) else 0.0
    is_held = told is None or told in NOT_DOUBTED or _is_asked_apart(told, context, out)
    against = None if is_held else _against(str(told), heard, words, context, is_open=is_open)
    bar = against if told is not None else SURE if is_open or best in OF_AN_AGENCY else AGAINST
    chosen = best if bar is not None and sure >= bar else told
    return chosen if chosen in topics() else None


def _is_asked_apart(topic: str, context: Context, out: Set[str]) -> bool:
    """Whether a sentence of its own asks so: a listener also hears all that is told before it."""
    apart = len({one.sentence for one in context.clauses}) > 1
    return apart and topic in topics_asked(context, out)


def _against(
    told: str, heard: Mapping[str, float], words: Sequence[Word], context: Context, *, is_open: bool
) -> float | None:
    """How likely another topic has to be to stand against one of the tables; None where it cannot."""
    weight = weights(words, context.language).get(told, 0)
    if not heard or heard.get(told, 0.0) >= FAINT or (weight >= PLAIN and told in list(heard)[:LIKELIEST]):
        return None
    is_faint = is_open and weight <= BAR
    return AGAINST_FAINT if is_faint else AGAINST


def topics_asked(context: Context, out: Set[str] = frozenset(), *, added: bool = False) -> tuple[str, ...]:
    """What each sentence that asks is about, by the tables, where they tell it; `added`: "and what do I wear" alone."""
    if added:
        said = [list(one.words) for one in context.clauses[1:] if _is_added(one)]
    else:
        asked = dict.fromkeys(one.sentence for one in context.clauses if is_asked(one) or "?" in one.text)
        said = [[word for one in context.clauses if one.sentence == at for word in one.words] for at in asked]
    return tuple(topic for words in said if (topic := topic_in(words, context.language, out)) is not None)


def _is_added(clause: Clause) -> bool:
    return bool(clause.words) and clause.words[0].text in ADDING and (is_asked(clause) or "?" in clause.text)


def is_asked(clause: Clause) -> bool:
    """Whether a clause is a question, with its mark or without."""
    return clause.modality is Modality.ASKED


def likely(context: Context, names: Set[str]) -> str | None:
    """What a question of an unknown topic is likeliest about, where nothing else is open: them, or what to do."""
    scene, asked = context.scene, [one for one in context.clauses if "?" in one.text or is_asked(one)]
    is_one = bool(asked) and sum(len(one.words) for one in context.clauses) >= FEWEST
    is_known = bool(scene.employers) or _tells_of_a_talk(context, names)
    if not (is_one and is_known) or (scene.expects is Expected.WORDS and not is_something_else(context)):
        return None
    words = [word.text for word in asked[-1].words]
    return "signs" if words and words[0] in OF_THEM and OURS.isdisjoint(words) else "other"


def _tells_of_a_talk(context: Context, names: Set[str]) -> bool:
    listened = context.scene.listened
    heard = {one.name for one in listened.candidates} if listened is not None else set()
    return "interview" in {*names, *heard}


def surely_asks(context: Context) -> bool:
    """Whether a listener hears a question of a known topic, though nothing shows that it is one."""
    heard, scene = likelihoods(context), context.scene
    best = _best(heard)
    bar = ALONE if scene.asked is None or scene.expects in CLOSED else INSTEAD
    return best != NONE and scene.expects is not Expected.WORDS and heard[best] >= bar


def likelihoods(context: Context) -> Mapping[str, float]:
    """What a listener takes the question to be about, the likeliest in front, as far as it can be asked about now."""
    listened = context.scene.listened
    if listened is None or listened.text != context.text:
        return {}
    return {topic: likely for topic, likely in listened.topics.items() if _fits(topic, context)}


def _best(heard: Mapping[str, float]) -> str:
    return max(heard, key=lambda topic: heard[topic], default=NONE)


def _fits(topic: str, context: Context) -> bool:
    """Whether it can be asked about at all, as things stand."""
    scene = context.scene
    if topic in OF_A_NO:
        has_ended = any(one.has_refused or not one.is_open for one in scene.employers)
        return not scene.employers or (has_ended and _may_be_of_a_no(context))
    if topic in OF_AN_OFFER:
        offered = any(one.offered or one.offered_by_mouth for one in scene.employers)
        return offered or not scene.employers or any(one.says(*OFFERED) for one in context.clauses)
    if topic == "promise_late":
        return any(one.says("is_late") for one in context.clauses)
    if topic == "bounced":
        return any(topic in weights(one.words, one.language) for one in context.clauses)  # "it's out" came not back
    if topic == "no_show":
        talks = [talk for one in scene.employers for talk in one.talks]
        return not talks or any(talk.end > scene.now - RECENT for talk in talks)
    return topic not in OF_AN_AGENCY or bool(scene.agencies) or _is_said(context, AGENCIES)


OFFERED = ("offer_word", "offered", "own_deadline", "accepted", "document")
"""Keys of words that speak of an offer."""


def _may_be_of_a_no(context: Context) -> bool:
    """Whether a no is spoken of, or has come from the one that is: elsewhere it is another message that is meant."""
    scene = context.scene
    named = {one.employer for one in context.clauses if one.employer}
    meant = [one for one in scene.employers if (one.name in named if named else one.name == scene.about)]
    spoken = any(one.says("rejected", "got_the_no", "topic_answer_a_no") for one in context.clauses)
    spoken = spoken or _is_said(context, NOES)
    return spoken or not meant or any(one.has_refused or not one.is_open for one in meant)


def _is_said(context: Context, beginnings: tuple[str, ...]) -> bool:
    """Whether a word of the message begins so."""
    return any(word.text.startswith(beginnings) for one in context.clauses for word in one.words)


NOES = ("absage", "abgesagt", "ablehn", "reject", "refus")
AGENCIES = ("agency", "agencies", "agentur", "headhunter", "zeitarbeit", "personaldienst", "personalvermittl")
