"""Rules for chat: thanks, greetings, yes and no, what nobody can make sense of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on
from bot.hear.rules.feelings import is_only_smiles
from bot.hear.rules.saying import is_only, is_short, says_only
from bot.hear.scene import Expected
from bot.hear.vocabulary import vocabulary

FEW = 5
"""Words of a message that is nothing but chat."""
WORD = re.compile(r"[^\W\d_]{4,}")
VOWELS = frozenset("aeiouyäöü")


# To the coach


def thanks(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Thanks coach", "danke"."""
    theirs = bool(clause.people) or (clause.subject is Subject.THEY and clause.says("they_contacted"))
    to_me = not theirs and not clause.says("no_thanks")
    if to_me and clause.says("thanks") and (is_short(context, 9) or clause.says("thanks_you")):
        yield clause.act("thanks")


def insult(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Stupid bot", "you're useless"."""
    at_you = clause.says("the_bot") or clause.subject is Subject.YOU
    bare = is_short(context, 3) and not clause.says("i_or_they")
    if (clause.says("insult") and (at_you or bare)) or clause.says("plain_insult"):
        yield clause.act("insult")


def hello(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Hi", at the beginning."""
    asks_me = clause.where("how_are_you")
    if asks_me is not None and (says_only(clause, "how_are_you", context) or (clause.index == 0 and asks_me[0] <= 1)):
        yield clause.act("hello")
        return
    place = clause.where("hello")
    if place is not None and clause.index == 0 and place[0] <= 2 and not clause.says("no_hello"):
        bare = is_short(context, FEW) or len(clause.words) <= FEW - 2
        yield Act("hello", span=clause.text if bare else clause.text_of(*place))


def bye(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Goodnight", "see you later"."""
    is_job = context.scene.expects is Expected.ROLE and len(clause.words) > 1  # Night Nurse
    if (
        clause.says("bye")
        and not clause.says("no_bye")
        and not is_job
        and (len(clause.words) <= FEW + 1 or is_short(context, FEW))
    ):
        yield clause.act("bye")


# Yes, no, skip


def yes(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Yes", "ja stimmt", "yep, still on": the message begins with it."""
    leads = clause.index == 0 and is_only(clause, "plain_yes", "around_a_yes")
    if leads or _answers(clause, context, "yes", "no_yes") or _is_all(clause, context, "yes_alone"):
        yield Act("yes", span=clause.text if leads else _span(clause, context))


def no(clause: Clause, context: Context) -> Iterator[Act]:
    """ "No thanks", "nein", "not really"."""
    if _answers(clause, context, "no", "no_no"):
        yield Act("no", span=_span(clause, context))


def _span(clause: Clause, context: Context) -> str:
    return clause.text if is_short(context, FEW) else clause.text_of(0, 2)


def _answers(clause: Clause, context: Context, key: str, unless: str) -> bool:
    """Whether a message begins with a word that answers, and goes on to say little else in that breath."""
    place = clause.where(key)
    if place is None or clause.index or clause.says(unless):
        return False
    lead = vocabulary(clause.language)["answer_lead"]
    begins = all(lead.find((word,)) for word in clause.words[: place[0]])
    return begins and (is_short(context, FEW) or clause.says(f"{key}_but"))


def _is_all(clause: Clause, context: Context, key: str) -> bool:
    """ "Hab ich", "I did": with another word behind it, it tells something."""
    place = clause.where(key)
    return place is not None and len(context.clauses) == 1 and place[1] == len(clause.words) and place[0] <= 1


def skip(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Skip", "rather not say", "next question"."""
    open_question = context.scene.asked is not None or context.scene.expects is not Expected.NOTHING
    if clause.says("resume_alone") and not open_question:
        return
    if is_short(context, FEW) and clause.says("skip") and not clause.says("no_skip", "day_word"):
        yield clause.act("skip")


# Neither


def off_topic(clause: Clause, context: Context) -> Iterator[Act]:
    """The weather, a joke, a sum."""
    asked = clause.says("off_topic") and (
        clause.modality in (Modality.ASKED, Modality.REQUESTED) or is_short(context, FEW)
    )
    laughs = says_only(clause, "laughs", context) or (not context.text.isascii() and is_only_smiles(context.text))
    if asked or laughs:
        yield clause.act("off_topic")


def unclear(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Hmm", "wait what", "jhgfd"."""
    if len(context.clauses) > 1:
        return
    place = clause.where("unclear")
    phrase = place is not None and place[1] - place[0] > 1 and is_short(context, FEW)
    if phrase or says_only(clause, "unclear", context) or _is_noise(context):
        yield clause.act("unclear")


def _is_noise(context: Context) -> bool:
    """One word with hardly a vowel in it."""
    words = context.clauses[0].words
    if len(words) != 1 or WORD.fullmatch(words[0].text) is None or context.clauses[0].names:
        return False
    vowels = sum(letter in VOWELS for letter in words[0].text)
    return vowels * 6 <= len(words[0].text)


RULES: tuple[Rule | Keyed, ...] = (
    on(thanks, "thanks"),
    on(insult, "insult", "plain_insult"),
    on(hello, "hello", "how_are_you"),
    on(bye, "bye"),
    on(yes, "yes", "plain_yes", "yes_alone"),
    on(no, "no"),
    on(skip, "skip"),
    off_topic,
    unclear,
)
