"""Who was there: the people of a talk that is over, by their names and by what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.hear.act import Act
from bot.hear.bare_people import people
from bot.hear.clause import Clause, Context, Keyed, Modality, Name, Rule, Tense, on
from bot.hear.fold import words_of
from bot.hear.names import shown_name
from bot.hear.naming.surnames import begins_small
from bot.hear.role import Role
from bot.hear.rules import talks
from bot.hear.rules.whom import antecedent, not_denied, says_she
from bot.hear.slots import NOBODY
from bot.hear.vocabulary import LANGUAGES, vocabulary


def met(clause: Clause, context: Context) -> Iterator[Act]:
    """Who was there: people named beside a talk that is over."""
    said = (name for name in clause.names if name.role is Role.PERSON and name.text in not_denied(clause))
    names = tuple(name for name in said if not (_is_addressed(clause, name) or _is_whose(clause, name)))
    if names and (_are_of_the_agency(clause, names) or _is_the_contact(clause, names)):
        yield _met(clause, names).with_slots(contact=True)
        return
    if not names or clause.says("not_met", "moved", "called_off", "away") or clause.named(Role.AGENCY):
        return
    if _met_for_sure(clause, context, len(names)):
        yield _all_of_them(clause, context, names) or _met(clause, names)
        return
    told = talks.speaks_of_one(clause, context) and talks.is_over(clause, context)
    if not (told or talks.is_past(clause, context)) or clause.says("elsewhere_known"):
        return
    sure = clause.says("met") or told
    if sure:
        yield replace(_met(clause, names), sure=LIKELY)
    elif talks.fresh(context):
        yield replace(_met(clause, names), sure=PASSING)


def _are_of_the_agency(clause: Clause, names: tuple[Name, ...]) -> bool:
    """Whether it names a consultant: "Mel at Brightdesk", "the agency woman is Mel"; it may be told of anything."""
    agencies = [name for name in clause.names if name.role is Role.AGENCY]
    there = any(_stands_at(clause, one, house) for one in names for house in agencies)
    if clause.modality is not Modality.FACT or clause.says("met_for_sure", "away"):
        return False
    if clause.says("interview", "interviewed"):
        return there and clause.says("of_the_agency", "through_agency")
    return there or clause.says("of_the_agency")


def _is_the_contact(clause: Clause, names: tuple[Name, ...]) -> bool:
    """ "My contact there is Ewan": who is called so, and nothing else is told of them."""
    being = vocabulary(clause.language)["being"].alone
    before = [word.text for word in clause.words if word.end <= names[0].start]
    plain = clause.modality is Modality.FACT and not clause.says("interview", "interviewed", "met_for_sure")
    return plain and clause.says("contact_alone") and any(word in being for word in before[-2:])


def _stands_at(clause: Clause, person: Name, house: Name) -> bool:
    """Whether nothing but "at" or "from" stands between somebody and a house."""
    between = [word.text for word in clause.words if person.end <= word.start and word.end <= house.start]
    return person.end <= house.start and between[:1] in AT and len(between) <= MOST_BETWEEN


AT = (["at"], ["from"], ["bei"], ["von"])
MOST_BETWEEN = 2
"""Words between somebody and their house: "from the"."""
LIKELY, PASSING = 0.9, 0.5
"""How sure it is that somebody was there who is named beside a talk, and who is only named in passing."""


def _met_for_sure(clause: Clause, context: Context, count: int) -> bool:
    """Whether it tells who was there however long ago that was: "I met Dana and Tom", "my interviewer was Priya"."""
    known = talks.last(context, clause) is not None or not context.scene.employers
    if clause.tense is Tense.FUTURE or not known:
        return False
    is_called = clause.language == "de" and clause.says("named_so") and any(name.title for name in clause.names)
    named = (is_called or clause.says("their_name")) and clause.modality is Modality.FACT
    sure = named or clause.says("met_for_sure") or (clause.says("talked_to") and count > 1)
    sure = sure or (context.scene.draft_shown is not None and _is_nothing_but_a_name(clause))
    return sure or any(_is_introduced(clause, name) for name in clause.names)


def _is_nothing_but_a_name(clause: Clause) -> bool:
    """ "It was Dana Price": under a draft that says for whom it is."""
    named = [name for name in clause.names if name.role is Role.PERSON]
    beside = [word for word in clause.words if not any(name.start <= word.start < name.end for name in named)]
    small = vocabulary(clause.language)["beside_a_name"].alone
    return clause.modality is not Modality.ASKED and not clause.negated and all(word.text in small for word in beside)


def _is_introduced(clause: Clause, name: Name) -> bool:
    """Whether somebody is told by what they are: "the manager is Karen", "Priya was the recruiter"."""
    if name.role is not Role.PERSON or not name.title or clause.modality is not Modality.FACT:
        return False
    meant = vocabulary(clause.language)
    being = meant["being"].alone | meant["named_so"].alone
    before = [word for word in clause.words if word.end <= name.start][-2:]
    behind = [word for word in clause.words if word.start >= name.end][:1]
    if name.known and clause.text[name.end - clause.start :].lstrip().startswith("("):
        return True  # "Petersen (HR)"
    return any(word.text in being for word in (*before, *behind))


def _is_whose(clause: Clause, name: Name) -> bool:
    """Whether somebody only owns what is spoken of: "Dana's colleague", "mrs Doyle's false teeth"."""
    typed = clause.text[name.start - clause.start :].split(" ")
    count = len(name.text.split())
    if len(typed) <= count or not typed[count - 1].endswith(("'s", "'")):
        return False
    behind = typed[count].strip(",.").casefold()
    meant = vocabulary(clause.language)
    return not any(meant[key].holds(behind) for key in ("preposition", "not", "article", "common", "verb"))


def _is_addressed(clause: Clause, name: Name) -> bool:
    """Whether something is only meant for somebody: "a note for Maria"."""
    before = [word.text for word in clause.words if word.end <= name.start][-1:]
    return bool(before) and before[0] in vocabulary(clause.language)["meant_for"].alone


def _all_of_them(clause: Clause, context: Context, names: tuple[Name, ...]) -> Act | None:
    """Those with a name and those without, where nothing else is told: "I met Anna (CTO), Ben and a developer"."""
    place = clause.where("met_for_sure") or clause.where("talked_to")
    found = people(context, clause.text_of(place[1]).rstrip(" .!")) if place else None
    if found is not None and clause.employer and any(clause.employer in role for role in found.get("roles", ())):
        return None
    if found is None:
        return None
    told = tuple(name for name in found.get("names", ()) if not _is_forgotten(name))
    named = [name for name in told if name != NOBODY]
    wanted = [name for name in names if not _is_forgotten(name.text)]
    return clause.act("met", **{**found.slots, "names": told}) if len(named) >= len(wanted) else None


def _is_forgotten(name: str) -> bool:
    """ "Forgot his name": words that stand where a name would."""
    words = words_of(name)
    return len(words) > 1 and any(vocabulary(language)["no_name"].find(words) for language in LANGUAGES)


def _met(clause: Clause, names: tuple[Name, ...]) -> Act:
    shown = tuple(_with_title(shown_name(name.text)) for name in names)
    titles = tuple(name.title or NOBODY for name in names) if any(name.title for name in names) else ()
    return clause.act("met", names=shown, roles=titles)


def _with_title(name: str) -> str:
    """ "frau Pichler" with a capital, but not "van der Berg"."""
    return name if begins_small(name) else name[:1].upper() + name[1:]


def role_told(clause: Clause, context: Context) -> Iterator[Act]:
    """ "She's the HR one", "der wär mein Chef": what somebody is who was named right before."""
    place, who = clause.where("title_word"), None
    if not clause.people:
        who = antecedent(clause, context) if says_she(clause) else _named_right_before(clause, context)
    if place is None or who is None or clause.modality not in (Modality.FACT, Modality.HOPED) or clause.negated:
        return
    small = vocabulary(clause.language)["around_a_role"]
    beside = (*clause.words[: place[0]], *clause.words[place[1] :])
    if len(beside) > 0 and all(small.holds(word.text) for word in beside) and clause.says("being", "would_be"):
        role = clause.text_of(*place)
        yield clause.act("met", names=(shown_name(who),), roles=(role.upper() if len(role) == 2 else role,))


def _named_right_before(clause: Clause, context: Context) -> str | None:
    """Whom "der" stands for: "und der Herr Kruse, der wär mein Chef"."""
    before = context.before(clause)
    opens = clause.words[0].text if clause.words else ""
    same = before is not None and before.sentence == clause.sentence and opens in ("der", "die", "who")
    return before.people[-1] if same and before is not None and before.people else None


RULES: tuple[Rule | Keyed, ...] = (met, on(role_told, "title_word"))
