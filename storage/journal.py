"""The journal of one message: what it made and changed, and how that is taken back.

Quiet. A message that was misunderstood is undone row by row: what it added goes, what it changed is as it was before,
what it removed is there again. Nudges that were said, calendars, and how a talk stands are no part of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from storage.facts import (
    Contact,
    Event,
    Interview,
    Known,
    Note,
    OpenPoint,
    Opportunity,
    Parked,
    Person,
    Promise,
    Week,
)
from storage.plain import fact_of, plain, values_of
from storage.values import dataclass

KINDS: dict[str, type[Any]] = {
    "opportunities": Opportunity,
    "interviews": Interview,
    "contacts": Contact,
    "promises": Promise,
    "events": Event,
    "parked": Parked,
    "notes": Note,
    "open_points": OpenPoint,
    "weeks": Week,
}
"""The collections of Known that a message is taken back from, and what is in them."""
PERSON = "person"
OF_PERSON = (
    "zone",
    "zone_confirmed",
    "journey",
    "language",
    "quiet_from",
    "quiet_until",
    "paused",
    "paused_until",
    "unwanted",
    "most_a_day",
    "no_model",
    "helps",
    "sentence",
)
"""Fields of the Person that are taken back."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row that a message has added, changed or removed, or some fields of the Person."""

    collection: str
    """One of KINDS, or PERSON."""
    id: int
    before: dict[str, Any] | None
    """The row as it was, as plain values (see `storage.plain`), or the Person's fields that changed; None: it was not
    there."""


def changes(before: Known, after: Known) -> list[Change]:
    """What has become different from `before` to `after`, as far as it can be taken back."""
    if before is after:
        return []
    new = [name for name in KINDS if getattr(before, name) is not getattr(after, name)]
    found = [change for name in new for change in _changed_rows(name, getattr(before, name), getattr(after, name))]
    was = _changed_fields(before.person, after.person) if before.person is not after.person else {}
    return [*found, Change(PERSON, before.person.id, was)] if was else found


def _changed_fields(before: Person, after: Person) -> dict[str, Any]:
    """Those of the Person's fields that are taken back and have changed, as they were."""
    changed = [name for name in OF_PERSON if getattr(before, name) != getattr(after, name)]
    return {name: value for name, value in plain(before).items() if name in changed} if changed else {}


def _changed_rows(name: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    was, now = {row.id: row for row in before}, {row.id: row for row in after}
    for number in sorted(was.keys() | now.keys()):
        if was.get(number) != now.get(number):
            yield Change(name, number, plain(was[number]) if number in was else None)


def take_back(known: Known, changes: Sequence[Change]) -> Known:
    """What is known once these rows and fields are again as they were before.

    A row that is put back has a version above the one it has now, so that no old button fits it. With an Opportunity
    goes whatever hangs on it. Raises ValueError when a change is none that `changes` has made.
    """
    for name, kind in KINDS.items():
        of_this = {change.id: change.before for change in changes if change.collection == name}
        if of_this:
            known = replace(known, **{name: _with_rows_put_back(kind, getattr(known, name), of_this)})
    for change in changes:
        if change.collection == PERSON:
            known = replace(known, person=replace(known.person, **values_of(Person, change.before or {})))
    return _without_orphans(known)


def _with_rows_put_back(kind: type[Any], rows: Sequence[Any], before: dict[int, dict[str, Any] | None]) -> Any:
    now = {row.id: row for row in rows}
    old = [_put_back(fact_of(kind, was), now.get(number)) for number, was in before.items() if was is not None]
    kept = [row for row in rows if row.id not in before]
    return tuple(sorted([*kept, *old], key=lambda row: int(row.id)))


def _put_back(old: Any, now: Any) -> Any:
    """The old row, under a version that it has not had yet."""
    if not hasattr(old, "version"):
        return old
    return replace(old, version=max(old.version, now.version if now else 0) + 1)


def _without_orphans(known: Known) -> Known:
    """Without the rows of Opportunities that are gone: the store forgets them with these, too."""
    there = {opportunity.id for opportunity in known.opportunities} | {None}
    left: dict[str, Any] = {}
    for field in fields(known):
        rows = getattr(known, field.name)
        if isinstance(rows, tuple):
            kept = tuple(row for row in rows if getattr(row, "opportunity_id", None) in there)
            left |= {field.name: kept} if len(kept) < len(rows) else {}
    return replace(known, **left)


def to_json(changes: Sequence[Change]) -> str:
    """The changes as they are kept in `Person.journal`."""
    return json.dumps(as_plain(changes), ensure_ascii=False, separators=(",", ":"))


def as_plain(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """The changes as what JSON can hold."""
    return [{"collection": one.collection, "id": one.id, "before": one.before} for one in changes]


def from_json(text: str | None) -> list[Change]:
    """The changes that `to_json` has written; none for None. Raises ValueError for anything else."""
    read = json.loads(text) if text is not None else []
    if not isinstance(read, list):
        raise ValueError("a journal is a list")
    return [_change(one) for one in read]


def _change(read: Any) -> Change:
    match read:
        case {"collection": str(name), "id": int(number), "before": dict() | None as before}:
            if name in KINDS or name == PERSON:
                return Change(name, number, before)
    raise ValueError("no change of a journal")
