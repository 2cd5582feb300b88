"""What each clause does with what it speaks of: fact, plan, question, fear, hope, condition, somebody else's.

There is one sense of it for all acts; tense and who does it are told, too. Words: `vocabulary/<language>/modality.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.hear.clause import Clause, Modality, Subject, Tense
from bot.hear.clauses import is_participle
from bot.hear.orders import tells_to_tell
from bot.hear.vocabulary import LANGUAGES, vocabulary
from storage.changing import changed

FIRST = 3
"""Words at the beginning of a clause among which a question or a wish begins."""
FEWEST_NAMED = 2
"""Words that say who else it was, at least: "my cousin", "the man from my course"."""
SOMEBODY = frozenset({"she", "he", "er"})
"""Words for whoever was named before: "my friend says so, she was hired that way"."""
WITH = frozenset({"to", "with", "at", "zu", "mit", "bei"})
SCOPE = frozenset({Modality.CONDITIONAL, Modality.FEARED, Modality.OTHERS, Modality.QUOTED})
"""What goes on into the next clause of the sentence."""

THEY, YOU = (
    frozenset().union(*(vocabulary(language)[key].alone for language in LANGUAGES)) for key in ("they_do", "you_do")
)
"""The words that stand for them and for the coach, in every language."""


def sensed(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """The clauses with their modality, tense and subject."""
    found: list[Clause] = []
    for clause in clauses:
        before = found[-1] if found and found[-1].sentence == clause.sentence else None
        plain = changed(clause, tense=tense_of(clause), subject=subject_of(clause), negated=_negated(clause))
        modality = _modality(plain, before)
        found.append(plain if modality is plain.modality else changed(plain, modality=modality))
    return tuple(found)


def _modality(clause: Clause, before: Clause | None) -> Modality:
    own = _own(clause)
    if before is None or own in (Modality.ASKED, Modality.REQUESTED) or own in SCOPE:
        return own
    if before.modality is Modality.CONDITIONAL and _is_condition(before) and own is not Modality.FACT:
        return Modality.CONDITIONAL
    if before.modality is Modality.CONDITIONAL and clause.tense is not Tense.PAST and _is_condition(before):
        return Modality.CONDITIONAL if not clause.says("comment") else own
    if before.modality in (Modality.OTHERS, Modality.FEARED) and _goes_on(clause, before):
        return before.modality
    return own


def _goes_on(clause: Clause, before: Clause) -> bool:
    """Whether it belongs to what stands before: nobody else is named as the one who does it."""
    if before.modality is Modality.OTHERS:
        joint = vocabulary(clause.language)["joint"].alone
        first = next((word.text for word in clause.words if word.text not in joint), None)
        return clause.subject is Subject.NONE or first in SOMEBODY
    return True


def _is_condition(clause: Clause) -> bool:
    return clause.where("if") is not None


def _own(clause: Clause) -> Modality:
    """The modality as far as the clause itself tells it; the first that fits."""
    return next((modality for modality, fits in SENSES if fits(clause)), Modality.FACT)


def _of_others(clause: Clause) -> bool:
    talk = clause.where("anothers_talk")
    if talk is not None and talk[0] >= FEWEST_NAMED and clause.subject is Subject.NONE and not _asks(clause):
        return True  # "the man from my course had an interview there too"
    place = clause.where("other_people")
    if place is None or _asks(clause) or clause.text.endswith("?"):
        return False
    if any(word.text in THEY for word in clause.words[: place[0]]):
        return False  # "they took another candidate": what the employer does with others
    if place[0] and clause.words[place[0] - 1].text in WITH:
        return False  # "going to my sister in Melbourne": what the Person does, where the others are
    return place[0] <= FIRST or any(word.text in ("who", "whose") for word in clause.words[place[1] :])


def _conditional(clause: Clause) -> bool:
    place = clause.where("if")
    return place is not None and clause.where("whether") is None and (place[0] <= 2 or _begins(clause, place[0]))


def _feared(clause: Clause) -> bool:
    return clause.says("fear")


def _hoped(clause: Clause) -> bool:
    place = clause.where("hope") if not clause.says("no_hope") else None  # "wish me luck"
    return place is not None and (clause.subject is not Subject.THEY or _begins(clause, place[0]))


def _asks(clause: Clause) -> bool:
    """A question by its words: it begins as one does."""
    place = clause.where("ask_start")
    return place is not None and _begins(clause, place[0]) and not (clause.says("fact_question") or _answers(clause))


def _answers(clause: Clause) -> bool:
    """ "Ja hab ich", "nein war ich nicht": the verb stands in front because it answers."""
    meant, words = vocabulary("de"), [word.text for word in clause.words[:3]]
    begins = len(words) > 1 and words[0] in meant["plain_yes"].alone | meant["plain_no"].alone
    return begins and words[1] in meant["helper"].alone and words[-1] == "ich" and "?" not in clause.text


FEWEST_TOLD = 7
"""Words of a "did you get that" which tells what it asks about."""


def _asked(clause: Clause) -> bool:
    text = clause.text.rstrip(" \"')")
    if clause.says("asks_if_kept") and len(clause.words) > FEWEST_TOLD:
        return False  # "did you get that I have to send it tomorrow?" tells it once more
    tag = clause.where("ask_end")
    if _asks(clause) or (tag is not None and tag[1] == len(clause.words) and tag[0] > 0):
        return True
    hedge = clause.where("hedge")
    if hedge is not None and hedge[0] > 0 and hedge[1] == len(clause.words):
        return False  # "fine i think?" tells it, unsurely
    surprised = text.endswith(("??", "?!", "!?"))
    return text.endswith("?") and not (surprised and (clause.tense is not Tense.NONE or len(clause.words) > 4))


def _requested(clause: Clause) -> bool:
    if clause.says("no_request"):
        return False
    place = clause.where("imperative")
    if place is not None and _begins(clause, place[0]) and clause.subject in (Subject.NONE, Subject.YOU):
        return True
    told, place = place, clause.where("request")
    if told is not None and place is not None and _begins(clause, told[0]) and place[0] == told[1]:
        return True  # "schreib bitte was an die Caritas": "die" is nobody who does it
    begins = place is not None and (_begins(clause, place[0]) or clause.subject is not Subject.THEY)
    return begins or tells_to_tell(clause)


def _unreal(clause: Clause) -> bool:
    return clause.says("unreal")


def _unsure(clause: Clause) -> bool:
    """Only supposed: "I bet they rejected me", "they might be on hold"; not what they said: "said they might call"."""
    return clause.says("hearsay") or (clause.says("unsure") and not clause.says("said_word"))


def _planned(clause: Clause) -> bool:
    return clause.says("plan") and clause.tense in (Tense.FUTURE, Tense.PRESENT, Tense.NONE)


def _negated(clause: Clause) -> bool:
    place = clause.where("not")
    return place is not None and not clause.says("not_really") and not _contrasts(clause, place)


def _contrasts(clause: Clause, place: tuple[int, int]) -> bool:
    """Whether a "not" only sets one thing against another: "at 2, not 3", "not Tuesday, Thursday"."""
    at, behind = clause.words[place[0]], clause.words[place[1] : place[1] + 1]
    before = clause.text[: at.start - clause.start].rstrip()
    if before.endswith(","):
        return True
    if not behind:
        return False
    named = (
        before[-1:].isalpha()
        and before.rpartition(" ")[2][:1].isupper()
        and clause.text[behind[0].start - clause.start].isupper()
    )
    return named or behind[0].text.isdigit() or vocabulary(clause.language)["day_word"].holds(behind[0].text)


SENSES = (
    (Modality.OTHERS, _of_others),
    (Modality.FEARED, _feared),
    (Modality.CONDITIONAL, _conditional),
    (Modality.REQUESTED, _requested),
    (Modality.ASKED, _asked),
    (Modality.NEGATED, _unreal),
    (Modality.HOPED, _hoped),
    (Modality.HOPED, _unsure),
    (Modality.NEGATED, _negated),
    (Modality.PLANNED, _planned),
)


def _begins(clause: Clause, at: int) -> bool:
    """Whether only small words stand before a place: "so, should I", "and can you"."""
    polite = vocabulary(clause.language)["polite"].alone
    start, end = clause.where("i_mean") or (0, 0)
    before = (*clause.words[: min(start, at)], *clause.words[end:at])  # "I meant, do I thank them"
    return all(word.text in polite for word in before)


def tense_of(clause: Clause) -> Tense:
    """The tense of the first word that tells it; a helping word with a participle soon behind it is past."""
    places = [(place[0], tense) for tense in TENSES if (place := clause.where(tense.value)) is not None]
    done = _participle(clause)
    helper = clause.where("helper")
    if done is not None:
        places.append((done, Tense.PAST))
    if not places:
        return Tense.NONE
    at, first = min(places)
    past = [place for place, tense in places if tense is Tense.PAST]
    if first is Tense.PRESENT and past and helper is not None and helper[0] == at:
        # "I have sent", "ich hab es geschickt": the helping word stands in the present, the deed in the past.
        return Tense.PAST if clause.language == "de" or min(past) - at <= PERFECT else first
    return first


PERFECT = 3
"""Words between "have" and its participle, at most; in German it stands at the end."""


def _participle(clause: Clause) -> int | None:
    """Where the first participle stands; not one that is part of a name: "a guy called Stu"."""
    hidden = clause.where("nonverb") or (0, 0)
    for at, word in enumerate(clause.words):
        if is_participle(word.text, clause.language) and not hidden[0] <= at < hidden[1]:
            return at
    return None


TENSES = (Tense.PAST, Tense.PRESENT, Tense.FUTURE)


def subject_of(clause: Clause) -> Subject:
    """Who does it: the first word that stands for somebody; "I mean" is no deed. "Hab sie abgeschickt" is "ich"."""
    meant = vocabulary(clause.language)
    start, end = clause.where("i_mean") or (0, 0)
    words = (*clause.words[:start], *clause.words[end:])
    first = next((word.text for word in words if word.text not in meant["polite"].alone), "")
    if first in meant["i_verb"].alone:
        return Subject.I
    for word in words:
        for key, subject in SUBJECTS:
            if word.text in meant[key].alone:
                return subject
    return Subject.NONE


SUBJECTS = (("i_do", Subject.I), ("they_do", Subject.THEY), ("you_do", Subject.YOU))
