"""An invitation pasted from a mail, as one act."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.learn.calendar_pasted import invitation_in

HERE = datetime(2026, 9, 7, 9, tzinfo=ZoneInfo("Europe/London"))
PLAIN = """You are invited to an interview with Acme.

Date: Thursday, 10 September 2026
Time: 2:00 PM - 3:00 PM (BST)
Zoom link: https://us02web.zoom.us/j/1234567890?pwd=abc

Kind regards,
Acme Talent Team"""
IN_A_SENTENCE = """Hi Ana,

We would like to invite you to a technical interview for the Data Engineer role at Globex.

When: Fri 11 Sep 2026, 09:00-10:30 EDT
Where: Microsoft Teams https://teams.microsoft.com/l/meetup-join/xyz

Best,
Maria"""
HEADINGS = """Interview - Product Designer
Initech
Thursday, September 10, 2026 at 3:30pm – 4:15pm (CET)
Join with Google Meet
https://meet.google.com/abc-defg-hij"""
GERMAN = """Einladung zum Vorstellungsgespräch bei der Muster GmbH

Datum: Donnerstag, 10. September 2026
Uhrzeit: 14:00 - 15:00 Uhr
Ort: Zoom"""


@pytest.mark.parametrize(
    ("text", "language", "about", "role", "times"),
    [
        (PLAIN, "en", "Acme", None, "10 14:00-15:00"),
        (IN_A_SENTENCE, "en", "Globex", "Data Engineer", "11 14:00-15:30"),
        (HEADINGS, "en", "Initech", "Product Designer", "10 14:30-15:15"),
        (GERMAN, "de", "Muster GmbH", None, "10 14:00-15:00"),
    ],
)
def test_employer_role_and_time_are_read(text: str, language: str, about: str, role: str | None, times: str) -> None:
    act = invitation_in(text, HERE, language)

    assert act is not None
    assert (act.name, act.get("about"), act.get("role")) == ("interview", about, role)
    assert f"{act.get('start'):%d %H:%M}-{act.get('end'):%H:%M}" == times


@pytest.mark.parametrize(
    "text",
    [
        "We had to move your interview.\nThe new time is Friday at 14:00.\nSorry",
        "Hello\nthe interview was great\nthey were kind",
        "Interview with Acme tomorrow at 14:00",
        "Had my interview at Acme\nDate was today\nthey answer by Friday at 3pm",
        "Interview at Acme\nsomething\nWhen: 1 September 2026 14:00",
        "Interview at Acme\nWhen: soon\nWhere: here",
        "Dinner with Acme\nWhen: Friday 15:00\nWhere: here",
    ],
)
def test_what_is_no_plain_invitation_is_left_to_others(text: str) -> None:
    assert invitation_in(text, HERE, "en") is None
