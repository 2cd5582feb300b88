"""What the Person asked to have mentioned, as a sentence of its own: "mention the plant tour"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coaching.drafts import told
from bot.coaching.drafts.forms import Form, Reader
from bot.coaching.drafts.spelling import capitalised, written_out
from bot.coaching.drafts.to_reader import to_reader
from bot.hear.rules.points import POINT, QUESTION

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
    felt: re.Pattern[str]
    """What the Person felt there, which is a sentence of its own."""
    of_me: re.Pattern[str]
    """Something about the Person with another subject: "the nights suit me"."""
    having: re.Pattern[str]
    """Something about the Person that is worded as a thing: "me having a licence"; `has` says it as a clause."""
    has: dict[str, str]
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
        felt=re.compile(
            r"I(?:'m| am| was)?(?: (?:really|also|so|very|truly|just))* (?:glad|happy|pleased|delighted|impressed"
            r"|grateful|like|liked|love|loved|enjoyed|appreciated?)\b",
            re.IGNORECASE,
        ),
        of_me=re.compile(r"\b(?:me|my|mine|I|I'm|I've|I'd)\b"),
        having=re.compile(r"^(?:me|my) (?:having|being)\b", re.IGNORECASE),
        has={"me having": "I have", "my having": "I have", "me being": "I am", "my being": "I am"},
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
        i=re.compile(r"(?:dass|wie) (?:ich|wir|mir|mich)\b", re.IGNORECASE),
        thanked_for=re.compile(
            r"^(?:die|den|das) .*(?:führung|rundgang|mittagessen|essen|besuch|kaffee|vorführung|übung|frühstück|demo)$",
            re.IGNORECASE,
        ),
        felt=re.compile(r"(?!)"),
        of_me=re.compile(r"\b(?:ich|mich|mir|mein\w*)\b", re.IGNORECASE),
        having=re.compile(r"(?!)"),
        has={},
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


TOGETHER = ("mention.clause", "mention.mine", "mention.ask", "mention.thing")
"""Lines of which several are said in one sentence."""
AND = {"en": " and ", "de": " und "}
THAT = {"en": "that ", "de": "dass "}


def mentions(text: str, language: str, *, to_them: bool = True) -> list[tuple[str, str]]:
    """The lines for all points that can be worded: what was felt first, then what is told, then what is asked."""
    found = [mention(point, language, to_them=to_them) for point in text.split(POINT) if point.strip()]
    lines: dict[str, list[str]] = {}
    for key, detail in filter(None, found):
        kind = "mention.clause" if key == "mention.mine" and len(found) > 1 else key
        lines.setdefault(kind if kind in TOGETHER else f"{kind} {detail}", []).append(
            _within(kind, key, detail, language)
        )
    said = [(key.partition(" ")[0], _together(key, details, language)) for key, details in lines.items()]
    return sorted(said, key=lambda line: (line[0] == "mention.ask") - (line[0] == "mention.felt"))


def unworded(text: str, language: str, *, to_them: bool = True) -> str:
    """The points that no sentence can hold: they are left to the Person."""
    left = (one for one in text.split(POINT) if one.strip() and mention(one, language, to_them=to_them) is None)
    return ", ".join(one.removeprefix(QUESTION).removeprefix(THAT.get(language, QUESTION)) for one in left)


def _within(kind: str, key: str, detail: str, language: str) -> str:
    """A clause with its "that", where it stands beside another thing that is told."""
    return detail if kind != "mention.clause" or key != kind or language != "en" else f"that {detail}"


def _together(key: str, details: list[str], language: str) -> str:
    if key == "mention.clause" and language == "en" and len(details) == 1:
        return details[0].removeprefix("that ")
    joint = AND.get(language, ", ")
    return joint.join([", ".join(details[:-1]), details[-1]]) if len(details) > 1 else details[0]


def mention(text: str, language: str, *, to_them: bool = True) -> tuple[str, str] | None:
    """The line of the catalogue and what stands in it; None when it is not sure, or not fit for them."""
    manner = MANNERS.get(language)
    if PAY.fullmatch(text):
        return "mention.pay", text
    if manner is None or told.is_private(text.removeprefix(QUESTION), language):
        return None
    asks, text = text.startswith(QUESTION), text.removeprefix(QUESTION)
    is_clause = text.casefold().startswith(THAT[language])
    phrase = capitalised(_tidy(written_out(text, language)), language)
    phrase = phrase[found.end() :] if (found := manner.before.match(phrase)) else phrase
    if not re.search(r"\w{2}", phrase) or len(phrase) > told.LONGEST or re.search(r"[?{}<>\[\]]", phrase):
        return None
    if manner.keeps_in_mind.search(phrase):
        return KEEP_IN_MIND, ""
    if asks:
        return _said("mention.ask", phrase, language, to_them=to_them)
    phrase = manner.having.sub(lambda match: manner.has[match[0].casefold()], phrase)
    if manner.felt.match(phrase):
        return _said("mention.felt", phrase, language, to_them=to_them)
    if manner.i.match(phrase) or (is_clause and manner.of_me.search(phrase)):
        return _said("mention.clause", phrase, language, to_them=to_them)
    if manner.mine.match(phrase):
        return "mention.mine", phrase
    if manner.thanked_for.search(phrase):
        return "mention.thanks", phrase
    return _of_theirs(phrase, language, to_them=to_them)


def _said(key: str, phrase: str, language: str, *, to_them: bool) -> tuple[str, str] | None:
    """The line, with the reader as "you"; None where it is not sure who "she" is."""
    turned = to_reader(phrase, language) if to_them else phrase
    return (key, turned) if turned is not None else None


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
