"""An employer that is told by its place among those that are known: "the other one", "die anderen", "the first lot",
"the ones from Tuesday". Where that is not clear, it is somebody of them, and the Person is asked which one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.hear.naming.row import Row
from bot.hear.role import Role
from bot.hear.scene import Employer, Scene
from bot.hear.vocabulary.letters import plain_letters

TWO = 2
OTHER = frozenset({"other", "others", "andere", "anderen", "anderer", "anderem"})
SEVERAL = frozenset({"others", "anderen", "andere"})
"""These alone may be other people, too: they are employers where they do what one does."""
BEFORE = frozenset({"the", "that", "those", "die", "der", "den", "dem", "beim", "bei"})
ONES = frozenset({"one", "ones", "lot", "job", "place", "company", "interview", "firm", "people", "crowd", "bunch"})
GERMAN_ONES = frozenset({"stelle", "firma", "betrieb", "laden", "job", "seite", "gesprach", "leute"})
FIRST = {"first": 0, "erste": 0, "ersten": 0, "second": 1, "zweite": 1, "zweiten": 1}
LOTS = frozenset({"lot", "place", "company", "firm", "people", "crowd", "bunch", "firma", "stelle", "betrieb", "laden"})
"""What only an employer is: "the first one" may be a talk."""
FROM = frozenset({"from", "on", "of", "von", "vom", "am"})
WEEKDAYS = (
    *(("monday", "mon", "montag"), ("tuesday", "tue", "tues", "dienstag"), ("wednesday", "wed", "mittwoch")),
    *(("thursday", "thu", "thurs", "donnerstag"), ("friday", "fri", "freitag"), ("saturday", "sat", "samstag")),
    ("sunday", "sun", "sonntag"),
)
DOES = ("contact_verb", "employer_acts", "employer_contacts", "silence", "they_contacted", "nothing_new", "rejected")
"""What an employer does, where people do other things."""
Place = tuple[int, int, Employer | None]
"""From one word up to another, and who is meant; None: it is not clear who."""


def find_others(row: Row, scene: Scene) -> None:
    """Put down who is told by a place among the known ones, where no employer is named."""
    known = [one for one in scene.employers if one.is_open]
    if len(known) < TWO or any(name.role is Role.EMPLOYER for name in row.names):
        return
    for at in range(len(row)):
        place = _other(row, at, known, scene) or _of_day(row, at, known, scene) or _in_order(row, at, known)
        if place is not None:
            start, end, one = place
            role = Role.EMPLOYER if one is not None else Role.SOMEBODY
            row.take(role, start, end, one.name if one is not None else "", known=one is not None)
            return


def _other(row: Row, at: int, known: Sequence[Employer], scene: Scene) -> Place | None:
    """The other one of two: the one that was not spoken of last."""
    word = row.words[at].low
    if word not in OTHER or at == 0 or row.words[at - 1].low not in BEFORE or row.words[at].mark:
        return None
    told = _is_one(row, at + 1)
    if not told and not (word in SEVERAL and row.says(*DOES) and not _has_noun(row, at + 1)):
        return None
    others = [one for one in known if one.name != scene.spoken_of]
    return at, at + 1 + told, others[0] if len(others) == 1 and len(known) == TWO else None


def _is_one(row: Row, at: int) -> bool:
    return row.free(at) and not row.words[at].mark and row.words[at].low in ONES | GERMAN_ONES


def _has_noun(row: Row, at: int) -> bool:
    """Whether a noun stands behind, so that other things are meant: "die anderen Bewerber"."""
    return row.free(at) and not row.words[at].mark and row.words[at].is_capital


def _of_day(row: Row, at: int, known: Sequence[Employer], scene: Scene) -> Place | None:
    """The ones from Tuesday, "the tuesday lot", "die von Dienstag": whose talk was on that day, or is."""
    day = next((number for number, names in enumerate(WEEKDAYS) if plain_letters(row.words[at].low) in names), None)
    if day is None or at == 0:
        return None
    start = _start_of_day(row, at)
    behind = (
        _is_one(row, at + 1) and row.words[at + 1].low not in ("interview", "job") and row.words[at - 1].low == "the"
    )
    if start is None and not behind:
        return None
    near = [(abs((talk.start - scene.now).total_seconds()), one) for one in known for talk in one.talks]
    fit = {one.name: one for far, one in near if far < A_FORTNIGHT and any(t.start.weekday() == day for t in one.talks)}
    if not fit:
        return None
    end = at + 1 + int(start is None)
    return at if start is None else start, end, next(iter(fit.values())) if len(fit) == 1 else None


A_FORTNIGHT = 14 * 86_400


def _start_of_day(row: Row, at: int) -> int | None:
    """Where "the ones from" or "die von" begins before a day."""
    before = [word.low for word in row.words[max(0, at - 3) : at]]
    if len(before) < TWO or before[-1] not in FROM:
        return None
    if before[-2] in ("ones", "people", "lot", "one") and before[:-2] == ["the"]:
        return at - 2
    return at - 1 if before[-2] in ("die", "den", "der", "denen") else None


def _in_order(row: Row, at: int, known: Sequence[Employer]) -> Place | None:
    """The first lot, die zweite Firma: by the order of their first talks."""
    number = FIRST.get(row.words[at].low)
    told = at > 0 and row.words[at - 1].low in BEFORE and _is_one(row, at + 1)
    if number is None or not told or row.words[at + 1].low not in LOTS:
        return None
    dated = sorted((one for one in known if one.talks), key=lambda one: one.talks[0].start)
    return at, at + 2, dated[number] if len(dated) == TWO else None
