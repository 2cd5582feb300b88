"""What else a question may have been about: a button for each of the next likeliest topics, or its words typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.coaching.answers.rows import ROWS
from bot.decide import answering, offered
from bot.decide.checklist import put_aside
from bot.decide.question import Question
from bot.hear.act import Act, By
from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import LANGUAGES, vocabulary
from bot.learn.ledger import Ledger, Part
from bot.words import plain
from bot.words.named import Lines, Press, Presses, Text, text
from storage.facts import Opportunity, Person

PLACES = ("which_first", "which_second", "which_third")
MOST_OF_A_PLACE = 3
"""Words around "the second one"."""
ASKS = ("question", "ask_advice", "ask_meaning")
ANSWERING = frozenset({*ASKS, "ask_may_write", "ask_next", "ask_status"})
"""Whoever asks something else has left these topics."""
BEFORE_A_DRAFT = ";"
"""Between the topics and the draft that was offered in the same answer: a bare yes is about that one still."""


def offer(ledger: Ledger, topics: tuple[str, ...], was: Question | None) -> None:
    """Under an answer that was in doubt, and where nothing is asked already or waited for; a draft in it is remembered.
    The topics stand right under their sentence, and what else is offered below.

    `was`: the question that stood open when the message came.
    """
    offered.remember(ledger, was)
    answers = [part.text for part in ledger.reply.answers]
    is_kept_open = was is not None and (was.goes_on or was.expects in offered.WAITS)
    if not topics or ledger.reply.question is not None or is_kept_open or not any(map(_is_advice, answers)):
        return
    asked = next((act for act in ledger.acts if act.name in ASKS), None)
    found = answering.about(ledger, asked) if asked is not None else None
    row = found.id if found is not None else 0
    is_general = any(_is_general(one) for one in answers)
    said = text("near.which" if is_general else "near.or")
    others = tuple(line for part in (*ledger.reply.kept, *ledger.reply.answers) for line in part.presses)
    ledger.reply.kept = [replace(part, presses=()) for part in ledger.reply.kept]
    ledger.reply.answers = [replace(part, presses=()) for part in ledger.reply.answers]
    ledger.reply.question = Part(said, (*_presses(topics, row), *others))
    _remember(ledger, topics, row, was)


def _presses(topics: tuple[str, ...], row: int) -> Presses:
    """Their words go on where the sentence breaks off, so that nobody takes other buttons for topics."""
    labels = {topic: text("near.label", topic=text(f"topic.{topic}")) for topic in topics}
    return tuple((Press(f"topic={topic}", row, label=label),) for topic, label in labels.items())


def _remember(ledger: Ledger, topics: tuple[str, ...], row: int, was: Question | None) -> None:
    person, name = ledger.person, offered.OFFERED.name
    draft = f"{BEFORE_A_DRAFT}{person.asking_text or ''}" if person.asking == name else ""
    if was is not None and was.name not in (name, NEARLY.name) and person.asking == was.name:
        put_aside(ledger, was.name, person.asking_about or 0)
    ledger.ask(NEARLY.name, (person.asking_about if draft else row) or 0, ",".join(topics) + draft)


def _is_advice(said: object) -> bool:
    return any(one.key.startswith("advice.") for one in _texts(said))


def _is_general(said: object) -> bool:
    return any(one.key == "advice.other" or one.key.startswith("advice.other.") for one in _texts(said))


def _texts(said: object) -> Iterator[Text]:
    if isinstance(said, Lines):
        for part in said.parts:
            yield from _texts(part)
    if isinstance(said, Text):
        yield said


def typed(ledger: Ledger, was: Question | None) -> Act | None:
    """The topic whose button is typed instead of pressed: by its words, its number, or its place in the row."""
    person = ledger.before.person
    if was is not NEARLY:
        return None
    said = words_of(fold(ledger.incoming.text))
    words = tuple(word.text for word in said)
    topics = _offered(person)
    for place, topic in zip(PLACES, topics, strict=False):
        is_placed = len(words) <= MOST_OF_A_PLACE and any(vocabulary(code)[place].find(said) for code in LANGUAGES)
        if is_placed or words in _labels(topic):
            return Act("question", {"topic": topic}, by=By.BARE, row=_row(ledger, person))
    return None


def _offered(person: Person) -> tuple[str, ...]:
    """The topics that were offered last."""
    told = (person.asking_text or "").partition(BEFORE_A_DRAFT)[0].split(",")
    return tuple(topic for topic in told if topic in ROWS)


def _labels(topic: str) -> set[tuple[str, ...]]:
    """The words on its button, in each language: an old message may be of another one."""
    return {tuple(word.text for word in words_of(fold(plain(f"topic.{topic}", code)))) for code in LANGUAGES}


def _row(ledger: Ledger, person: Person) -> int:
    found = ledger.find(Opportunity, person.asking_about)
    return found.id if found is not None else 0


def has_draft(person: Person) -> bool:
    """Whether the answer has offered a draft as well, or shown a thank-you."""
    return BEFORE_A_DRAFT in (person.asking_text or "")


def _means(ledger: Ledger, act: Act) -> Act | None:
    """A bare yes or no is about the draft."""
    person = ledger.before.person
    if not has_draft(person):
        return None
    name = (person.asking_text or "").partition(BEFORE_A_DRAFT)[2]
    return offered.meant(act, name, person.asking_about or 0)


def _again(ledger: Ledger, row: int) -> None:
    """Once more, where what was said to them was not understood."""
    if topics := _offered(ledger.before.person):
        ledger.pose("near.or", _presses(topics, row))


NEARLY = Question(name="nearly", means=_means, answered_by=ANSWERING | offered.OFFERED.answered_by, say=_again)
QUESTIONS = (NEARLY,)
