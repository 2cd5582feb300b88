"""Three months of somebody's search, told in words at random: what is said unasked is little, by day, and never old.

`python -m tests.lives 400` lives so many, seed by seed, and prints what was said; `make lives` does it.
What may be said is judged by what was told, not by what was kept: news that was misheard counts as a fault.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from bot.say import unasked
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Known
from tests.conftest import NOON
from tests.fuzz.people import Somebody, answered, typed

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LENGTH = 91 * DAY
EMPLOYERS = ("Acme", "Globex", "Initech", "Northwind")
CITIES = ("London", "Berlin", "New York", "Auckland", "Los Angeles", "Kolkata", "Zurich", "Sydney")
WORDS = {
    "en": {
        "city": "I live in {city}",
        "talk": "Interview with {employer} on {day} at {hour}, an hour",
        "over": "it went fine with {employer}, they answer by {friday}",
        "thanked": "I sent {employer} the thank-you",
        "asked": "I asked {employer} how things stand",
        "no": "{employer} said no",
        "offer": "{employer} offered me the job, I have until {friday} to answer",
        "accepted": "I accepted the offer from {employer}",
        "withdrew": "I withdrew my application at {employer}",
        "worry": "I can't sleep",
        "fewer": "at most one message a day please",
        "later": "remind me in a week",
    },
    "de": {
        "city": "Ich wohne in {city}",
        "talk": "Gespräch bei {employer} am {day} um {hour} Uhr, eine Stunde",
        "over": "bei {employer} lief es ganz gut, sie melden sich bis {friday}",
        "thanked": "Dankesmail an {employer} ist raus",
        "asked": "Ich habe bei {employer} nachgefragt",
        "no": "{employer} hat abgesagt",
        "offer": "{employer} hat mir die Stelle angeboten, ich habe bis {friday} Zeit",
        "accepted": "Ich habe bei {employer} zugesagt",
        "withdrew": "Ich habe meine Bewerbung bei {employer} zurückgezogen",
        "worry": "ich kann nicht schlafen",
        "fewer": "bitte höchstens eine Nachricht am Tag",
        "later": "erinner mich in einer Woche",
    },
}
OF_A_TALK = frozenset({"pocket_card", "check_in", "check_in_again"})
OF_THANKS = frozenset({"thank_you", "thank_you_again"})
OF_THE_WAIT = frozenset(
    {
        *("hold", "follow_up", "second_follow_up", "follow_up_again", "any_word"),
        *("clean_end", "clean_end_unasked", "parked"),
    }
)
OF_A_NO = frozenset({"rejection_thanks", "feedback", "keep_in_touch"})
OF_AN_OFFER = frozenset({"offer_deadline", "paper"})
OUT_OF_PLACE = {
    "no": OF_A_TALK | OF_THANKS | OF_THE_WAIT | OF_AN_OFFER,
    "offer": OF_THANKS | OF_THE_WAIT | OF_A_NO,
    "accepted": OF_A_TALK | OF_THANKS | OF_THE_WAIT | OF_A_NO,
    "withdrew": OF_A_TALK | OF_THANKS | OF_THE_WAIT | OF_A_NO | OF_AN_OFFER,
    "thanked": OF_THANKS,
}
"""What contradicts the last news, by the news."""
NEXT = {
    "": ("talk",),
    "talk": ("over",),
    "over": ("thanked", "thanked", "no", "offer", "withdrew", "asked", "talk"),
    "thanked": ("asked", "no", "no", "offer", "withdrew", "talk"),
    "asked": ("no", "offer", "withdrew", "asked"),
    "offer": ("accepted", "no", "withdrew"),
}
"""What may be told of an employer after what was told last; nothing after an end."""


@dataclass(slots=True)
class Life:
    """Somebody, what they have told of each employer last, and what was said to them unasked."""

    seed: int
    somebody: Somebody
    language: str
    chance: Random
    news: dict[str, str] = field(default_factory=dict)
    talks: dict[str, datetime] = field(default_factory=dict)
    """When the talk that was told of ends."""
    said: list[tuple[datetime, Plan]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def lived(seed: int, length: timedelta = LENGTH) -> Life:
    """Three months of one life."""
    chance = Random(seed)
    life = Life(seed, Somebody(None, NOON), chance.choice(tuple(WORDS)), chance)
    if chance.random() < 0.7:
        tell(life, "city", city=chance.choice(CITIES))
    told_at = NOON + chance.random() * DAY
    while min(told_at, next_look(life)) < NOON + length:
        if next_look(life) <= told_at:
            look(life)
        else:
            life.somebody.now = told_at
            tell_something(life)
            told_at += chance.choice((HOUR, 6 * HOUR, DAY, 3 * DAY, 9 * DAY)) * (0.2 + chance.random())
    return life


def next_look(life: Life) -> datetime:
    """When the scheduler looks at them again."""
    known = life.somebody.known
    wake = nudges.next_wake(known, life.somebody.now) if known is not None else None
    return max(wake, life.somebody.now) if wake is not None else NOON + 1000 * DAY


def tell_something(life: Life) -> None:
    """Whatever may come next."""
    chance, now = life.chance, life.somebody.now
    if chance.random() < 0.2:
        name = chance.choice(("worry", "worry", "later", "fewer", "city"))
        return tell(life, name, city=chance.choice(CITIES))
    employer = chance.choice(EMPLOYERS)
    name = chance.choice(NEXT.get(life.news.get(employer, ""), ("worry",)))
    if name == "over" and now < life.talks[employer]:
        return None
    here = now.astimezone(nudges.zone_of(life.somebody.known.person)) if life.somebody.known else now
    day = here + chance.randint(1, 6) * DAY
    friday = here + ((4 - here.weekday()) % 7 + chance.choice((7, 14))) * DAY
    hour = chance.randint(9, 17)
    if name == "talk":
        life.talks[employer] = day.replace(hour=hour + 1, minute=0)
    shown = (f"{day.day}.{day.month}.{day.year}", f"{friday.day}.{friday.month}.{friday.year}")
    if life.language == "en":
        shown = (f"{day:%B} {day.day} {day.year}", f"{friday:%B} {friday.day} {friday.year}")
    clock = f"{hour}:00" if life.language == "en" else str(hour)
    tell(life, name, employer=employer, day=shown[0], friday=shown[1], hour=clock)
    if name in WORDS["en"] and name not in ("worry", "later", "fewer", "city"):
        life.news[employer] = name
    return None


def tell(life: Life, name: str, **told: str) -> None:
    """Say it in their language."""
    answered(life.somebody, typed(WORDS[life.language][name].format(**told), life.somebody.now))


def look(life: Life) -> None:
    """What the scheduler does at that moment; what is said is judged."""
    somebody, at = life.somebody, next_look(life)
    assert somebody.known is not None
    somebody.known, somebody.now = nudges.noticed(somebody.known, at, at), at
    plan = nudges.due(somebody.known, at)
    if plan is None:
        somebody.now += timedelta(seconds=1)
        return
    life.faults += [f"seed {life.seed}, {at:%a %d %b %H:%M}Z, {plan.name}: {one}" for one in faults(life, plan)]
    life.said.append((at, plan))
    somebody.known, _ = unasked.speak(somebody.known, plan, at)


def faults(life: Life, plan: Plan) -> Iterator[str]:
    """What is wrong with saying this now."""
    known, at = life.somebody.known, life.somebody.now
    assert known is not None
    person, zone = known.person, nudges.zone_of(known.person)
    if plan.name != "reminder":
        days = [then.astimezone(zone).date() for then, one in life.said if one.name != "reminder"]
        today = days.count(at.astimezone(zone).date())
        if today >= person.most_a_day:
            yield f"number {today + 1} of the day"
    for possible in nudges.possible_zones(person):
        clock = at.astimezone(possible).time()
        if not person.quiet_until <= clock < person.quiet_from:
            yield f"it is {clock:%H:%M} in {possible.key}"
    employer = _employer(known, plan)
    news = life.news.get(employer, "")
    if plan.name in OUT_OF_PLACE.get(news, ()):
        yield f"the last news of {employer} was: {news}"


def _employer(known: Known, plan: Plan) -> str:
    return next((one.employer for one in known.opportunities if one.id == plan.opportunity_id), "")


def main(count: int) -> int:
    """Live so many lives and tell what came of them."""
    said: Counter[str] = Counter()
    found: list[str] = []
    for seed in range(count):
        life = lived(seed)
        said.update(plan.name for _, plan in life.said)
        found += life.faults
    for name, number in said.most_common():
        print(f"{number:7} {name}")
    print(f"{count} lives of three months, {said.total()} messages unasked, {len(found)} wrong")
    print("\n".join(found[:40]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 400))
