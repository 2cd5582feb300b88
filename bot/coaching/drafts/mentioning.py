"""What the Person asked to have mentioned, as a sentence of its own: "mention the plant tour"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coaching.drafts import told
from bot.coaching.drafts.forms import Form, Reader
from bot.coaching.drafts.spelling import written_out

KEEP_IN_MIND = "mention.keep_in_mind"
"""The line with the wish that they think of the Person another time; nothing stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How people of one language ask for it."""

    before: re.Pattern[str]
    """What leads to it and is not part of it."""
    mine: re.Pattern[str]
    """Something about the Person themselves, as a thing."""
    i: re.Pattern[str]
    """The same, as a clause."""
    thanked_for: re.Pattern[str]
    """Something that was done with them there, for which one says thank you."""
    bare: re.Pattern[str]
    """One thing, which needs an article."""
    keeps_in_mind: re.Pattern[str]
    """The wish that they think of the Person when there is something else."""


MANNERS = {
    "en": Manner(
        before=re.compile(
            r"(?:also |please |too |a (?:line|sentence|word) (?:about|on) |something about |the fact |about |that )+",
            re.IGNORECASE,
        ),
        mine=re.compile(r"my \w", re.IGNORECASE),
        i=re.compile(r"(?:I(?:'\w+)?|we) \w", re.IGNORECASE),
        thanked_for=re.compile(
            r"^(?:the|our|your|their) .*\b(?:tour|lunch|visit|coffee|demo|walk|exercise|workshop|presentation)$",
            re.IGNORECASE,
        ),
        bare=re.compile(
            r"\b(?:tool|project|system|programme|program|team|plan|ward|scheme|app|platform|rollout|roll-out|launch|move"
            r"|migration|course|clinic|study|garden|pilot)$"
        ),
        keeps_in_mind=re.compile(
            r"\b(?:(?:keep|bear|have) me in mind|(?:think of|remember|consider|come back to) me)\b", re.IGNORECASE
        ),
    ),
    "de": Manner(
        before=re.compile(
            r"(?:auch |bitte |noch |,|(?:einen|den) satz (?:zu|über) |etwas (?:zu|über) |doch )+", re.IGNORECASE
        ),
        mine=re.compile(r"meine?[nmrs]? \w", re.IGNORECASE),
        i=re.compile(r"(?:dass|wie) (?:ich|wir)\b", re.IGNORECASE),
        thanked_for=re.compile(
            r"^(?:die|den|das) .*(?:führung|rundgang|mittagessen|essen|besuch|kaffee|vorführung|übung|frühstück|demo)$",
            re.IGNORECASE,
        ),
        bare=re.compile(r"(?!)"),
        keeps_in_mind=re.compile(
            r"\b(?:an mich (?:zu )?(?:denk\w*|erinner\w*)|mich (?:im kopf|in erinnerung) (?:zu )?behalten"
            r"|auf mich zurückkommen|mich nicht vergessen)\b",
            re.IGNORECASE,
        ),
    ),
}

_DETERMINED = re.compile(r"(?:the|an?|your|their|our|his|her|this|that|these|each|every|how|what|why|where|when|who)\b")

PAY = re.compile(
    r"a salary of [£$€]?[\d.,]{2,9} ?k?(?: ?(?:€|euro|pounds))?|a higher salary"
    r"|ein Gehalt von [£$€]?[\d.,]{2,9} ?k?(?: ?(?:€|euro|pounds))?|ein höheres Gehalt",
    re.IGNORECASE,
)
"""The pay that the Person asks for, as `bot.hear.rules.mentioning` words it: else money is private."""


def mention(text: str, language: str, *, to_them: bool = True) -> tuple[str, str] | None:
    """The line of the catalogue and what stands in it; None when it is not sure, or not fit for them."""
    manner = MANNERS.get(language)
    if PAY.fullmatch(text):
        return "mention.pay", text
    if manner is None or told.is_private(text, language):
        return None
    phrase = _tidy(written_out(text, language))
    phrase = phrase[found.end() :] if (found := manner.before.match(phrase)) else phrase
    if not re.search(r"\w{2}", phrase) or len(phrase) > told.LONGEST or re.search(r"[?{}<>\[\]]", phrase):
        return None
    if manner.keeps_in_mind.search(phrase):
        return KEEP_IN_MIND, ""
    if manner.i.match(phrase):
        return "mention.clause", phrase
    if manner.mine.match(phrase):
        return "mention.mine", phrase
    if manner.thanked_for.search(phrase):
        return "mention.thanks", phrase
    return _of_theirs(phrase, language, to_them=to_them)


def _of_theirs(phrase: str, language: str, *, to_them: bool) -> tuple[str, str] | None:
    turned = told.detail(phrase, language, Reader(to_them=to_them))
    if turned is None or turned.form in (Form.QUOTE, Form.ONE):
        return None
    if turned.form is Form.CLAUSE:
        return "recall.clause", turned.text
    thing = turned.text.removeprefix("über ")
    is_bare = MANNERS[language].bare.search(thing) and not _DETERMINED.match(thing) and "'s " not in thing
    return "mention.thing", f"the {thing}" if is_bare else thing


def _tidy(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).strip(" -–.,;:!")
