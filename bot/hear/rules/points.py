"""The points of a letter that is ordered: all that it is to say, each as a clause, a thing or a question of its own.

They stand behind "that", "mention", "ask whether", and go on from clause to clause: "write her that I can start in
March and that the nights suit me".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.hear.act import Act, Doubt, first_reading
from bot.hear.clause import Clause, Context, Modality, Subject, Word
from bot.hear.vocabulary import vocabulary

POINT, QUESTION = "\n", "? "
"""Between two points in one slot: what people type in a clause holds none; and before a point that is asked."""
THAT = {"en": "that", "de": "dass"}
JOINTS = frozenset({"and", "but", "or", "plus", "also", "und", "aber", "oder", "sowie", "auch"})
OPENERS = frozenset(
    {
        *("i", "we", "my", "our", "the", "they", "she", "he", "it", "there", "their", "her", "his"),
        *("ich", "wir", "mein", "meine", "meinen", "mir", "mich", "die", "der", "das", "den", "sie", "er", "es"),
    }
)
"""Words with which a clause behind "that" begins."""
HANDED_ON = frozenset(
    {
        *("send", "use", "copy", "paste", "forward", "post", "hand", "give", "text", "read", "keep", "print"),
        *("schicken", "senden", "nehmen", "kopieren", "weiterleiten", "abgeben", "verwenden", "benutzen"),
    }
)
"""What one does with a letter: "something that I can send" says nothing that is to be in it."""
NEAR = 4
"""Words between a clause's beginning and such a verb, or between "ask" and its "whether"."""
WHETHER = frozenset({"if", "whether", "ob"})
ASKED = WHETHER | {"when", "how", "what", "where", "which", "wann", "wie", "was", "wo", "welche", "welcher", "welches"}
MOST_POINTS, MOST_LETTERS = 5, 160


def points(ordered: Clause, context: Context) -> tuple[str, ...]:
    """What the letter is to say, from the words that order it on: a clause opens with "that", a question with its
    "whether"; what is neither is a thing."""
    found: list[str] = []
    sentence, is_asked = -1, False
    for clause in context.clauses[ordered.index :]:
        begun = _begun(clause, context, is_order=clause.index == ordered.index, is_asked=is_asked)
        is_asked = begun is None and _asks_at(clause.words) is not None
        if begun is not None:
            found.append(begun)
            sentence = clause.sentence
        elif found and sentence == clause.sentence and _goes_on(clause):
            _add(found, clause)
        else:
            sentence = -1
    each = [one for point in found for one in AND_THAT.split(point)]
    return tuple(one for one in each[:MOST_POINTS] if len(one) <= MOST_LETTERS)


AND_THAT = re.compile(r",? (?:and|und) (?=(?:that|dass) )")


def _begun(clause: Clause, context: Context, *, is_order: bool, is_asked: bool) -> str | None:
    """The point that begins in this clause."""
    told = _question(clause, is_asked=is_asked) or liked(clause)
    if told is not None:
        return told
    at = _that(clause, is_order=is_order)
    if at is None and not is_order and context.text[: clause.start].rstrip().endswith(":"):
        at = 0  # what stands behind "write to Dana:" is what it says
    return f"{THAT[clause.language]} {clause.text_of(at)}" if at is not None else _mentioned(clause)


def liked(clause: Clause) -> str | None:
    """ "Dass ich das mit der Ladungssicherung spannend fand": what was liked."""
    begins, ends = clause.where("that_i"), clause.where("liked_it")
    if begins is None or ends is None:
        return None
    told = clause.text_of(begins[1], ends[0] if ends[0] > begins[1] else None)
    return OF_IT.sub(lambda found: "die " if found[1] else "", told) or None


OF_IT = re.compile(r"^(?:the (?:bit|part|thing|stuff) about |(?:das|die sache) mit (der|den) )", re.IGNORECASE)
"""What stands before the thing itself: "the bit about the hub", "das mit der Ladungssicherung"."""


def _question(clause: Clause, *, is_asked: bool) -> str | None:
    """ "Ask her if the job is real"; the words that ask may stand in the clause before: "so it asks Agnes | if ..."."""
    asks = 0 if is_asked else _asks_at(clause.words)
    if asks is None:
        return None
    words = clause.words[asks : asks + NEAR]
    at = next((asks + place for place, word in enumerate(words) if word.text in ASKED), None)
    if at is None or at + 2 >= len(clause.words):
        return None
    if clause.words[at].text not in WHETHER:
        return f"{QUESTION}{clause.text_of(at)}"
    return f"{QUESTION}{'ob' if clause.language == 'de' else 'whether'} {clause.text_of(at + 1)}"


def _asks_at(words: Sequence[Word]) -> int | None:
    """Behind the word that has something asked: "asks", "asking", "frag"."""
    return next((at + 1 for at, word in enumerate(words) if ASKS.fullmatch(word.text)), None)


ASKS = re.compile(r"ask(?:s|ing)?|frage?|fragt|fragst|anfragt?|nachfragt?|fragen")


def _that(clause: Clause, *, is_order: bool) -> int | None:
    """Behind the "that" which opens what is to be said, and no "letter that I can send"."""
    that = THAT.get(clause.language)
    for at, word in enumerate(clause.words[:-1]):
        if word.text != that or not (is_order or _stands_free(clause, at)):
            continue
        behind = [one.text for one in clause.words[at + 1 : at + 1 + NEAR]]
        if behind[0] in OPENERS and HANDED_ON.isdisjoint(behind):
            return at + 1
        if at and clause.words[at - 1].text in JOINTS and not vocabulary(clause.language)["verb"].holds(behind[0]):
            return at + 1
    return None


def _stands_free(clause: Clause, at: int) -> bool:
    """Whether a word begins its clause, or stands behind a joint or a comma."""
    if at == 0 or clause.words[at - 1].text in JOINTS:
        return True
    return "," in clause.text[clause.words[at - 1].end - clause.start : clause.words[at].start - clause.start]


def _mentioned(clause: Clause) -> str | None:
    """Behind "mention" and its like: a thing, or a clause where somebody does something."""
    place = clause.where("mention")
    if place is None or clause.negated or clause.says("no_mention", "mention_that"):
        return None
    begins = place[1] - 1 if clause.words[place[1] - 1].text == "i" else place[1]
    said = clause.text_of(begins)
    first = clause.words[begins].text if begins < len(clause.words) else ""
    is_clause = first in ("i", "we") and clause.language == "en"
    return f"that {said}" if is_clause else said or None


def _goes_on(clause: Clause) -> bool:
    """Whether it goes on with what is to be said: joined to it, and none of what others told."""
    first = clause.words[0].text if clause.words else ""
    is_theirs = clause.subject in (Subject.THEY, Subject.OTHER) or clause.says("style", "no_mention")
    return first in JOINTS and not is_theirs and clause.modality is not Modality.REQUESTED


def _add(found: list[str], clause: Clause) -> None:
    """A further point where somebody else does something, else the rest of the last one: "but could do Sundays"."""
    second = clause.words[1].text if len(clause.words) > 1 else ""
    that = THAT.get(clause.language, "")
    is_new = second in OPENERS and not found[-1].startswith(QUESTION) and clause.language == "en"
    if is_new and found[-1].startswith(that):
        found.append(f"{that} {clause.text_of(1)}")
    elif second in ("my", "the") or not second:
        found.append(clause.text_of(1))
    else:
        found[-1] = f"{found[-1]} {clause.text.rstrip(' ?.!')}"


def without_what_a_letter_says(borne: Iterable[tuple[Clause, Act | Doubt]]) -> list[tuple[Clause, Act | Doubt]]:
    """Without what is heard inside the points of a letter: they are told to its reader, and not to us."""
    told = list(borne)
    orders = (one for _, one in told if isinstance(one, Act) and one.name == "ask_draft")
    said = POINT.join(str(one.get("mention") or "") for one in orders)
    return [(clause, one) for clause, one in told if first_reading(one).name in ORDERS or not _is_said(clause, said)]


def _is_said(clause: Clause, said: str) -> bool:
    """Whether all of a clause but its opening stands in what the letter says."""
    rest = clause.text.strip(" ?.!,")
    if any(len(words) >= FEWEST and words in said for words in (rest, rest.partition(" ")[2])):
        return True
    points = (one.partition(" ")[2] for one in said.split(POINT))
    return any(len(one) >= FEWEST and one in clause.text for one in points)


ORDERS = frozenset({"ask_draft", "change_draft", "danger", "worry"})
FEWEST = 8
"""Letters of a clause that is told to somebody."""
