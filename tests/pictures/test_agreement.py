"""Picture, text and what happens later are one: whatever is known, the day that is drawn is the day that is told, and
the day from which the contact policy lets the question go."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.say.board import board, days_of
from bot.say.drawing.marks import SHAPES
from bot.say.drawing.timeline import weeks_for
from bot.say.pictures import picture_of
from bot.say.rendering import Voice, in_words
from bot.say.status import status
from bot.words import day as written
from scheduler import nudges, policy
from scheduler.nudges import zone_of
from storage.facts import EventType, Known
from tests.pictures.situations import NOW, STATUS, one, together

lived = settings(max_examples=150, deadline=None, derandomize=True)
TODAY = NOW.date()
SVG = "{http://www.w3.org/2000/svg}"


def days(first: int, last: int) -> st.SearchStrategy[date]:
    return st.integers(first, last).map(lambda n: TODAY + timedelta(days=n))


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=1)


@st.composite
def employers(draw: st.DrawFn) -> Known:
    """Up to four employers, wherever each stands."""
    happened = st.sampled_from(
        [
            (EventType.WINDOW_EXTENDED, {"latest": TODAY + timedelta(days=9)}),
            (EventType.OFFER, {"deadline": TODAY + timedelta(days=5)}),
            (EventType.RECRUITER_AWAY, {"since": TODAY, "until": TODAY + timedelta(days=6)}),
            (EventType.INVITED_FOLLOW_UP, {"since": TODAY + timedelta(days=4)}),
            (EventType.ASKED_TO_WAIT, {}),
            (EventType.REJECTED, {}),
        ]
    )
    lives = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        talk = draw(days(-25, -1))
        told = [(kind, draw(days(-5, 0)), fields) for kind, fields in draw(some(happened))]
        lives.append(
            one(
                number,
                f"Employer {number}",
                talk,
                until=draw(st.none() | st.integers(2, 25).map(lambda n, talk=talk: talk + timedelta(days=n))),
                thanked=[talk] if draw(st.booleans()) else [],
                asked=draw(some(days(-6, -1))),
                ahead=draw(some(days(1, 12))),
                events=told,
                promises=[("references", day, False) for day in draw(some(days(-1, 9)))],
            )
        )
    return together(*lives, language=draw(st.sampled_from(["en", "de"])))


def flags(svg: str) -> list[float]:
    """Where the flags of the picture stand, from left to right within 360 units; the one of the legend left out."""
    paths = [p for p in ElementTree.fromstring(svg).iter(f"{SVG}path") if p.get("d") == SHAPES["ask"][0]]
    return [float(re.findall(r"[-0-9.]+", str(path.get("transform")))[0]) for path in paths][:-1]


@lived
@given(employers())
def test_the_day_that_is_drawn_is_told_and_is_the_day(known: Known) -> None:
    language = known.person.language
    voice = Voice(language, zone_of(known.person), known, NOW)
    shown = board(known, NOW)
    svg = picture_of(STATUS, known, NOW, lambda text: in_words(text, voice))
    pursued = [row for row in shown.rows if not row.is_over]
    assert (svg is not None) == bool(pursued)
    if svg is None:
        return
    blocks = in_words(status(known, NOW), voice).split("\n\n")
    weeks = weeks_for([d for row in pursued for d in days_of(row)], TODAY, 12, 336)
    expected = []
    for row in pursued:
        block = next(block for block in blocks if block.startswith(row.opportunity.employer))
        if row.asks_from is not None:
            assert written(row.asks_from, language) in block
        day = row.asks_from or (TODAY if row.may_ask else None)
        if day is not None and weeks.shows(day):
            expected.append(round(weeks.middle(day), 1))
    assert flags(svg) == expected


@lived
@given(employers())
def test_no_question_goes_before_the_day_that_is_told_and_it_may_go_on_it(known: Known) -> None:
    for row in board(known, NOW).rows:
        if row.asks_from is None or nudges.look_at(known, row.opportunity, NOW).moment.situation.ahead is not None:
            continue
        case = policy.case_of(known, row.opportunity)
        eve, noon = (at_noon(row.asks_from - timedelta(days=before)) for before in (1, 0))
        if eve > NOW:
            assert policy.question(case, eve).verdict is not policy.Answer.GO
        assert policy.question(case, noon).verdict is not policy.Answer.HOLD


@lived
@given(employers())
def test_the_follow_up_comes_by_itself_on_no_earlier_day(known: Known) -> None:
    ahead = nudges.coming(known, NOW)
    for row in board(known, NOW).rows:
        following = ahead.get(row.opportunity.id)
        if following is not None and following[1].name in ("follow_up", "second_follow_up") and row.asks_from:
            assert following[0].astimezone(zone_of(known.person)).date() >= row.asks_from


def at_noon(day: date) -> datetime:
    return datetime.combine(day, time(12), ZoneInfo("Europe/London"))
