"""A whole letter in a message: the Person's own is to be checked, the employer's is read for what it says.

Nothing inside a letter is the Person's own word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.hear.act import Act, Doubt
from bot.hear.clause import Context
from bot.hear.their_letters import FAREWELL, GREETING, theirs, without_head

FEWEST_WORDS = 12
"""What is shorter is a sentence of the Person's, whatever it begins with."""
MOST_OF_A_HEAD = 90
"""Characters that may stand before a letter that is to be checked."""
OWN_SENTENCE, PARKED = "own_sentence", "parked"
"""Questions: to one a sentence is the answer, to the other a question how things stand, and no thanks."""
THANKS = re.compile(r"\b(?:than(?:k|x)|thx|dank|danke|bedank)", re.IGNORECASE)
FEWEST_QUOTED = 6
FEWEST_OF_A_NOTE = 5
"""Words of a message of thanks, as it is written on a telephone."""
QUOTED = re.compile(r"(?<!\w)[\"'“„‘‚«](?P<text>[^\"“”„«»\n]{20,})[\"'”“’‘»](?!\w)")
LEFT_OPEN = re.compile(r":\s*[\"'“„‘‚«](?P<text>.{20,})$", re.DOTALL)
"""Between marks; or behind a colon, where the mark that ends it is missing."""
OF_IT = re.compile(
    r"\b(?:is|does|would|will|do|can|could|should|may|ist|is|geht|passt|klingt|kann|darf|taugt|reicht|liest)"
    r"\s{1,3}(?:it|this|that|i|das|dies|es|er|sie|der|die|ich|sich)\b[^?.!\n]{0,40}\?",
    re.IGNORECASE,
)
"""A question that, beside one's own letter, is about the letter: "Is it acceptable?", "Kann der so raus?"."""
THEY_SAID = re.compile(
    r"\b(?!i\b|ich\b|i've\b|das\b|es\b|dies\b|ihr\b|ihm\b|ihnen\b)[\w']{2,30}\s{1,3}(?:just\s|back\s|hat\s)?"
    r"(?:replied|wrote|writes|answered|said|says|texted"
    r"|schrieb|schreibt|antwortete|meinte|meint|sagte|sagt|geschrieben|geantwortet)\b[^.?!\n\"'“„]{0,20}[\"'“„‘]?\s?$",
    re.IGNORECASE,
)
"""What stands before words of theirs that are quoted: "Priya replied ", and not "I wrote "."""
LONGEST_GREETED = 4
"""Words of a name behind a greeting: "Hi, sent it off at last," greets nobody."""
OF_A_LETTER = frozenset(
    {
        *("hello", "thanks", "joy", "worry", "anger", "yes", "no", "unclear", "bye", "off_topic", "skip", "words"),
        *("felt", "interest", "shown", "wanted", "met", "note", "interview"),
    }
)
"""What may be heard in a text to an employer that says nothing to us."""


def read(context: Context, typed: str) -> tuple[Act | Doubt, ...] | None:
    """What a message that is a letter says; None when it is a message of the Person's to us."""
    own = own_letter(context, typed)
    if own is not None:
        return (Act("check_text", {"text": own}, span=context.text),)
    return tuple(theirs(context)) if _is_theirs(context) else None


# One's own


def own_letter(context: Context, typed: str) -> str | None:
    """The Person's own text that is to be looked at."""
    text = typed.strip()
    body = _body(text)
    if body is None:
        return None
    around = text.replace(body, " ").strip()
    if THEY_SAID.search(text[: text.find(body)]):
        return None
    if around and len(around) <= MOST_OF_A_HEAD and _asks_to_check(context, around):
        return body
    whole = body == text and FAREWELL.search(text) is not None and not _is_theirs(context)
    return text if whole and len(text.split()) >= FEWEST_WORDS else None


def is_to_be_kept(context: Context, acts: Iterable[Act], typed: str) -> bool:
    """Whether a message that came where a text was asked for is that text: a letter, or long and telling us nothing."""
    if context.scene.asked == OWN_SENTENCE:
        return True
    words, tells_us_nothing = len(typed.split()), all(act.name in OF_A_LETTER for act in acts)
    short = words >= FEWEST_OF_A_NOTE and context.scene.asked != PARKED and THANKS.search(typed) is not None
    if tells_us_nothing and (words >= FEWEST_WORDS or short):
        return True
    greeting = GREETING.match(typed.lstrip("\"'“„ "))
    greets = greeting is not None and len(greeting["name"].split()) <= LONGEST_GREETED
    return greets or (words >= FEWEST_WORDS and FAREWELL.search(typed.strip()) is not None)


def _body(text: str) -> str | None:
    """The letter in a message: between quotation marks, or from its greeting on."""
    quoted = QUOTED.search(text) or LEFT_OPEN.search(text)
    if quoted is not None and len(quoted["text"].split()) >= FEWEST_QUOTED:
        return quoted["text"].strip("\"'“”„‘’‚«» ")
    greeting = GREETING.search(text)
    if greeting is None or greeting.start() > MOST_OF_A_HEAD:
        return None
    body = text[greeting.start() :]
    tail = re.search(r"\s(?:<-|\n)\s{0,9}[^\n]{2,40}\?\s*$", body)
    return (body[: tail.start()] if tail else body).strip()


def _asks_to_check(context: Context, around: str) -> bool:
    """Whether what stands around it asks to look at it."""
    if OF_IT.search(around):
        return True
    inside = [clause for clause in context.clauses if clause.text and clause.text.strip(" :\"'") in context.text]
    words = set(around.casefold().split())
    near = [clause for clause in inside if words & {word.text for word in clause.words}]
    return any(clause.says("check_this") for clause in (*near[:2], *near[-2:]))


# Theirs


def _is_theirs(context: Context) -> bool:
    """Whether the employer wrote it: it is addressed to the Person, or framed as a letter and full of "we"."""
    if sum(len(clause.words) for clause in context.clauses) < FEWEST_WORDS:
        return False
    greeting = GREETING.match(without_head(context.text).lstrip("\"' "))
    to_me = greeting is not None and _is_me(context, greeting["name"])
    theirs = sum(clause.says("letter_we") for clause in context.clauses)
    mine = sum(clause.says("letter_i") for clause in context.clauses)
    signed = _is_me(context, context.text.rsplit("\n", 1)[-1])
    framed = greeting is not None or FAREWELL.search(context.text) is not None
    return (to_me and mine <= theirs) or (framed and theirs > mine and not signed)


def _is_me(context: Context, name: str) -> bool:
    mine = context.scene.name.casefold().split()
    said = re.findall(r"\w+", name.casefold())
    return bool(mine) and len(said) <= 4 and (mine[0] in said or mine[-1] in said)
