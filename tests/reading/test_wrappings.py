"""What people say around a time changes nothing about it."""

from __future__ import annotations

import pytest

from bot.hear.times.context import Kind
from tests.reading.examples import read, shown

WINDOWS = """Friday|next Friday|by Friday|before Friday|not before Friday|a week on Monday|Thursday or Friday|next week
this week|early next week|by the end of next week|Tuesday or Wednesday next week|the week after next|over the weekend
the 22nd|22 June|June 22nd|by 30 June|12/06|between the 15th and the 19th|15-17 June|the week of the 22nd|in July
early July|by mid-July|the end of the month|first week of July|Q3|two weeks|2-3 weeks|a couple of days|a few days
within two weeks|at least two weeks|up to a month|in 5 working days|within 48 hours|two weeks tops|in a month
after the 20th|after Easter|Friday at the latest|Friday at the earliest|tomorrow|end of the week|EOD Friday"""
AROUND_WINDOWS = """they said {}|I should hear back {}|she'll let me know {}|hopefully {}|{} hopefully|{} I think|{}.
{}!|  {}|um {}|they'll get back to me {}|the recruiter told me {}|{} she said|probably {}, they said|it's going to be {}
Thanks! {}|{} 🤞|decision {}|HR will email me {}|he reckons {}|they told me it would be {}|so basically {}
{}, fingers crossed|they're hoping to decide {}|My interview went well, they said {}|They'll call me {} either way"""

TIMES = """Friday at 3|tomorrow 10am|tomorrow at half ten|the 22nd, 2-4pm|22 June 14:00|22/6 at 2:30pm|Monday 9:30-10:15
next week Tuesday 15:00|Thursday afternoon at three|tomorrow 10am ET|in two hours|a week today at 10
Friday 2pm for an hour|Monday at noon|2026-06-15 14:00|quarter past one tomorrow|tomorrow at 2, no 3"""
AROUND_TIMES = """{} with Acme|Acme {}|my interview is {}|it's {}|{}.|{}!|interview {} 🤞|{} on Zoom|{} I think|ok {}
{} please|Interview with Jane from Acme, {}|I've got an interview with Globex {}|{}, backend engineer
It is scheduled for {}"""

REMINDERS = """in two hours|10 minutes|tomorrow|tomorrow at 8|this evening|Monday|Monday morning|next week|in a week
at half past 5|same time tomorrow|on the 15th|end of the week|first thing tomorrow|the weekend|half an hour"""
AROUND_REMINDERS = """remind me {}|{} please|ask me again {}|{}!|how about {}|{} 🙏|let's say {}|maybe {}
can you ask {}?|ping me {}|{} would be good|busy, {}|ok {}|not now, {}|I'm in class, {}|make it {}"""


def each(table: str) -> list[str]:
    return table.replace("\n", "|").split("|")


TABLES = (
    (Kind.WINDOW, WINDOWS, AROUND_WINDOWS),
    (Kind.TIME, TIMES, AROUND_TIMES),
    (Kind.SNOOZE, REMINDERS, AROUND_REMINDERS),
)


@pytest.mark.parametrize(
    ("kind", "text", "around"), [(kind, text, each(around)) for kind, texts, around in TABLES for text in each(texts)]
)
def test_a_time_is_the_same_whatever_stands_around_it(kind: Kind, text: str, around: list[str]) -> None:
    alone = shown(read(text, kind))
    assert alone[0] in "2."
    assert {said: shown(read(said.format(text), kind)) for said in around} == dict.fromkeys(around, alone)
