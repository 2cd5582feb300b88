"""The house of somebody who finds others their work: "Frau Kunz von Randstad, Personalvermittlerin"."""

from __future__ import annotations

from bot.hear.naming.extent import end_of
from bot.hear.naming.row import Row
from bot.hear.role import Role

CUES = ("of_the_agency", "through_agency")
AT = frozenset({"at", "from", "with", "bei", "von", "vom"})


def find_agencies(row: Row) -> None:
    """Put down as an agency what stands behind a consultant; who is known as an employer stays one."""
    if not row.says(*CUES) or row.says("no_agency"):
        return
    for person in [name for name in row.names if name.role is Role.PERSON]:
        at = next((at for at, word in enumerate(row.words) if word.start >= person.end), len(row))
        if at + 1 < len(row) and row.words[at].low in AT and not row.words[at].mark:
            _put(row, at + 1)


def _put(row: Row, at: int) -> None:
    start = row.words[at].start
    found = next((name for name in row.names if name.start == start), None)
    if found is None and row.words[at].is_capital:
        row.take(Role.AGENCY, at, end_of(row, at))
    elif found is not None and found.role in (Role.EMPLOYER, Role.PERSON) and not found.known:
        row.names[row.names.index(found)] = found._replace(role=Role.AGENCY)
