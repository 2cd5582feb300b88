"""English phrases turned round: what is a clause, what is a thing, and "she runs" as "you run".

Only what is sure is turned. A phrase that might be either is left: whoever wrote it is asked for it in other words.
"""

from __future__ import annotations

import re

from bot.coaching.drafts.forms import Form, Reader, Told
from bot.coaching.drafts.habits import HABITS
from bot.coaching.drafts.kindness import is_kindness

_HOW = re.compile(r"(?:how|why|what|where|when|who)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:they|you|we|it|there|he|she|everyone|everybody|nobody|no one|someone|everything|nothing|people)(?:'\w+)?"
    r" (?!who|that)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:that|who|which|whose|where|when)\b|(?<=\w) (?:nobody|no one|everyone|everybody|they|you|we|it)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|isn't|aren't|wasn't|weren't|has|have|had|hasn't|haven't|will|won't|would|can|can't|could|does"
    r"|do|did|doesn't|don't|didn't|must|should|might|may|grew|tripled|rebuilt|wrote|became|began|came|went|got|took|chose"
    r"|wants?|goes|comes|grows|gets|takes|makes|writes|brings|keeps|lets|happens|means|becomes|depends|knows|thinks|decides"
    r"|owns|meets|sells|pays|sits|opens|begins|belongs|matters|gives|eats|sees|says|asks|spends|loses|wins|chooses)\b"
)
_PERHAPS_FINITE = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\btheir )(?<!\byour )(?<!\bnew )(?<!\bthis )(?<!\bto )\b(?:doubled|moved"
    r"|built|started|launched|opened|closed|hired|lost|won|switched|migrated|replaced|shipped|left|joined"
    r"|sold|bought|made|found|wanted|needed|used|ran|run|spent|saved|raised|works?|ships?|starts?|runs|plans?|tests?|uses?"
    r"|needs?|looks?|moves?|rotates?|talks?|builds?|teach\w*|trains?|leads?|helps?|lives?|shares?|reviews?|pairs?)\b"
)
_OWNED = re.compile(
    r"(?:the|an?|my|our|your|their|his|her|this|that|these|those|some|any|more|all|both|each|every|one|two|three|four"
    r"|five|several|another|other|further|\d{1,9}|\w{1,60}'s)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"\b\w{1,60}ed (?:by|for|on|in)\b|\b(?:built|led|run|made|left|found|used) (?:by|for)\b")
_NO_SUBJECT = re.compile(
    r"(?:went|was|were|is|are|has|have|had|chose|decided|picked|hired|wants?|wanted|needs?|needed|said|told|could|would"
    r"|will|can|did|does|do|didn't|don't|won't|liked|loved|hated|but|and|so|because|or|then)\b",
    re.IGNORECASE,
)
"""How a clause begins that does not say of whom it tells."""
_DOUBLED = re.compile(
    r"^(?:the|your|their) \w+ (?:doubled|moved|launched|switched|migrated|started|closed|shipped|joined)\b"
)
_DO_SOMETHING = re.compile(
    r"^(?:the|their|your) (?:\w+ )?(?:\w{2,}[^s\W]s|children|people|men|women|staff)"
    r" (?!of|in|for|with|on|at|to|by|from|about|and|or|nor|but|behind|under|over|between|into|across|per|as|during"
    r"|after|before|than|without|through|around|near|beside|like|against|inside|outside|upon|within|plus)[a-z]+"
    r" (?:the|their|an?|your|every|each|all|its)\b",
    re.IGNORECASE,
)
"""Several who do something with a thing: "the pupils write the timetable"."""
_OURS = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\bwe (?:both|would|could|might|should|talked|laughed|agreed|all|ended)\b|\bour (?:talk|chat|walk)\b"
)
_MINE = re.compile(r"\b(?:I(?:'\w+)?|me|my|mine|myself)\b")
_SHE = re.compile(r"\b(?:he|she|his|her|hers|him|himself|herself)\b(?:'\w+)?", re.IGNORECASE)
_SHE_DOES = re.compile(
    r"\b(?:he|she)(?P<short>'s)?(?P<adverb> (?:also|still|just|never|always|\w+ly))?(?: (?P<verb>[a-z']+))?\b",
    re.IGNORECASE,
)
_IRREGULAR = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "goes": "go",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
_PAST = re.compile(r"(?:\w{1,60}ed|been|built|written|done|made|gone|grown|led|run|taken|seen|had)$")


def turned(text: str, lead: str, reader: Reader) -> Told | None:
    """What was told, without its opening. `lead`: the words that led to it ("that", "about", "told me"), or none."""
    found = _in_their_words(text, reader)
    if found is None:
        return None
    form = _form(found, lead)
    if form is None or (form is Form.CLAUSE and _NO_SUBJECT.match(found)):
        return None
    if form is Form.THING and _NONE.match(found):  # "no meetings on Fridays" stands behind no preposition
        form, found = Form.CLAUSE, f"they have {found[0].lower()}{found[1:]}"
    return Told(form, _small(_addressed(found, form) if reader.to_them else found))


_NONE = re.compile(r"no [a-z]", re.IGNORECASE)


def _addressed(text: str, form: Form) -> str:
    """ "They" turned into "you"; in "the way they plan" as well, where nobody else was named before."""
    habits = HABITS["en"]
    told, left = habits.addressed(text), re.search(r"\bthey\b", text)
    if form is Form.THING and left is not None and not habits.others.search(text[: left.start()]):
        told = re.sub(r"\bthey\b", "you", told)
    owner = re.search(r"\btheir\b", told)
    is_yours = owner is not None and not habits.others.search(told[: owner.start()])
    return re.sub(r"\btheir\b", "your", told) if is_yours else told


def is_bare(what: str) -> bool:
    """Whether something to send is named without saying whose it is: "references", "audit poster"."""
    return _OWNED.match(what) is None


def _in_their_words(text: str, reader: Reader) -> str | None:
    """Without "I", "she" and "we", where it is clear who they are; else None."""
    if _MINE.search(text) and not is_kindness(text, "en"):
        return None
    if _OURS.search(text):
        is_clear = reader.to_them and (_HOW.match(text) or _TOGETHER.search(text))
        return text if is_clear and not _SHE.search(text) else None
    if not _SHE.search(text):
        return text
    return _from_her(text) if reader.is_speaker and reader.to_them else None


def _from_her(text: str) -> str | None:
    """ "She runs her own lab" is "you run your own lab". Two verbs are one too many."""
    return None if re.search(r"\band \w+s\b", text) else spoken_to(text)


def spoken_to(text: str) -> str:
    """ "He", "she" and what is theirs as "you", in a text that speaks of its reader."""
    text = _SHE_DOES.sub(_you_do, text)
    text = re.sub(r"\b(?:himself|herself)\b", "yourself", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:his|her(?= [a-z]))\b", "your", text, flags=re.IGNORECASE)
    return re.sub(r"\b(?:him|her|hers)\b", "you", text, flags=re.IGNORECASE)


def _you_do(found: re.Match[str]) -> str:
    verb, adverb = found["verb"], found["adverb"] or ""
    if found["short"]:
        have = verb is not None and _PAST.match(verb)
        return f"you{'’ve' if have else '’re'}{adverb} {verb or ''}".replace("’", "'").rstrip()
    return f"you{adverb} {_second_person(verb)}" if verb else f"you{adverb}"


def _second_person(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if not verb.endswith("s") or verb.endswith("ss") or verb in ("always", "perhaps"):
        return verb
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if re.search(r"(?:s|sh|ch|x|z)es$", verb) else verb[:-1]


def _form(text: str, lead: str) -> Form | None:
    """None: it might be either."""
    if _HOW.match(text):
        return Form.THING
    if _SUBJECT.match(text) or lead == "that":
        return Form.CLAUSE
    if lead == "about":
        return Form.THING
    if lead and _PERHAPS_FINITE.search(text):
        return Form.CLAUSE  # what was said is a sentence
    head = text[: found.start()] if (found := _RELATIVE.search(text)) else text
    if _FINITE.search(head) or _DOUBLED.match(text) or _DO_SOMETHING.match(head):
        return Form.CLAUSE
    if _PERHAPS_FINITE.search(head) and not _PARTICIPLE.search(head):
        return None
    return Form.THING


def _small(text: str) -> str:
    return text[0].lower() + text[1:] if HABITS["en"].small.match(text) else text
