"""What is so about an employer: of what kind it is, where it is, who is not there any more, an agency between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on
from bot.hear.names import shown_name
from bot.hear.role import Role
from bot.hear.rules.whom import whom
from bot.hear.times import PlaceChoice, PlaceRead, begins_with_place, read_place

SECTORS = ("public", "academic")
WITH_ARTICLE = re.compile(r"\bin (?P<place>(?:the|der|den|dem) .+)", re.IGNORECASE)
"""Behind "in the" stands no place, but for the name of a country."""
MOST_OF_A_PLACE = 4
"""Words behind "in" that may be the name of a town."""


def sector(clause: Clause, context: Context) -> Iterator[Act]:
    """It's a university, they are part of the civil service."""
    if clause.subject in (Subject.I, Subject.YOU, Subject.OTHER) or not clause.says("it_is_one"):
        return
    kind = next((kind for kind in SECTORS if clause.says(f"sector_{kind}")), None)
    if kind is not None and (context.scene.employers or clause.employer):
        yield clause.act("sector", about=clause.employer, sector=kind)


def their_place(clause: Clause, context: Context) -> Iterator[Act]:
    """They are in Berlin, the recruiter is based in New York."""
    place, behind = clause.where("their_place") or _behind_their_name(clause), WITH_ARTICLE.search(clause.text)
    elsewhere = clause.says("no_place_of_theirs") and not (behind and begins_with_place(behind["place"], region=True))
    if place is None or clause.subject is Subject.I or elsewhere:
        return
    text = clause.text_of(place[1], place[1] + MOST_OF_A_PLACE)
    found = read_place(text, context.scene.now) if text else None
    if isinstance(found, PlaceRead):
        yield clause.act("their_place", about=clause.employer, city=found.name, zone=found.zone)
    elif isinstance(found, PlaceChoice) and begins_with_place(text):
        yield clause.act("their_place", about=clause.employer, city=text)


def _behind_their_name(clause: Clause) -> tuple[int, int] | None:
    """ "Acme is in Canada": the words behind the name itself, where a place follows."""
    place = clause.where("named_is_in")
    if place is None or not begins_with_place(clause.text_of(place[1], place[1] + MOST_OF_A_PLACE)):
        return None
    gaps = (clause.words[place[0]].start - name.end for name in clause.names if name.role is Role.EMPLOYER)
    return place if any(0 <= gap <= 1 for gap in gaps) else None


def contact_left(clause: Clause, context: Context) -> Iterator[Act]:
    """My recruiter has left, Dana no longer works there."""
    if not clause.says("left_them") or clause.subject is Subject.I or clause.says("not_left"):
        return
    who = whom(clause, context)
    if who is not None:
        yield clause.act("contact_left", about=clause.employer, who=who)


def address_me(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Können Sie mich bitte siezen?", said to the coach."""
    by = next((by for by in ("sie", "du") if clause.says(f"address_me_{by}")), None)
    if by is None or context.scene.draft_shown is not None:
        return
    begins = clause.where(f"address_me_{by}", 0) or (1, 1)
    if clause.subject is not Subject.THEY or clause.modality in WISHED or begins[0] == 0:
        yield clause.act("address_me", by=by)


WISHED = (Modality.ASKED, Modality.REQUESTED)


def address(clause: Clause, context: Context) -> Iterator[Act]:
    """We are on first-name terms, mit der war ich per du."""
    said = next((key for key in ("on_first_names", "on_last_names") if clause.says(key)), None)
    if said is None or clause.says("draft_it", "a_letter") or context.scene.draft_shown is not None:
        return  # how a draft is to be is a wish about it
    is_du = (said == "on_first_names") is not clause.negated
    yield clause.act("address", about=clause.employer, by="du" if is_du else "sie")


def agency(clause: Clause, context: Context) -> Iterator[Act]:
    """It runs over an agency, with or without its name."""
    told = told_as_agency(clause)
    names = clause.named(Role.AGENCY)
    if told is not None:
        yield clause.act("agency", name=told, about=_house_behind(context, told))
        return
    for name in names:
        if name not in context.scene.agencies:
            yield clause.act("agency", name=shown_name(name))
        elif (clause.says("agency_set") or _is_through(clause)) and any(one.employer for one in context.clauses):
            yield clause.act("agency", name=name)  # it may have brought about another one as well
    if not names and clause.says("through_agency") and not clause.says("no_agency") and not context.scene.agencies:
        yield clause.act("agency", about=clause.employer)


def _is_through(clause: Clause) -> bool:
    """ "Also through Brightdesk": an agency that is known stands between here as well."""
    starts = {name.start for name in clause.names if name.role is Role.AGENCY}
    behind = (word.start for before, word in pairwise(clause.words) if before.text in THROUGH)
    return any(start in starts for start in behind)


THROUGH = frozenset({"through", "via", "ueber", "durch"})


def told_as_agency(clause: Clause) -> str | None:
    """The employer of which it says that it is only the agency: "Kontor ist nur der Vermittler"."""
    place = clause.where("is_the_agency")
    if place is None or clause.negated or clause.modality is not Modality.FACT:
        return None
    start = clause.words[place[0]].start
    ends = [name for name in clause.names if name.role is Role.EMPLOYER and 0 <= start - name.end <= 1]
    return ends[-1].text if ends else None


def _house_behind(context: Context, agency: str) -> str | None:
    """The one other employer that the message names: "Kontor is just the agency, it's for Rheinlog"."""
    others = {one for clause in context.clauses for one in clause.named(Role.EMPLOYER)} - {agency}
    return others.pop() if len(others) == 1 else None


RULES: tuple[Rule | Keyed, ...] = (
    on(sector, "it_is_one"),
    on(their_place, "their_place", "named_is_in"),
    on(contact_left, "left_them"),
    on(address_me, "address_me_du", "address_me_sie"),
    on(address, "on_first_names", "on_last_names"),
    agency,
)
