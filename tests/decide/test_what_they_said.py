"""What they told about their work is a detail for the next letters, whenever and however it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from storage.facts import NoteKind
from tests.decide import rows
from tests.in_place import NOW, Chat

DAYS_LATER = NOW + timedelta(days=5)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("oh and she told me that nobody opens their dashboard", "she told me that nobody opens their dashboard"),
        ("priya said they rebuild the onboarding next spring", "Priya said they rebuild the onboarding next spring"),
        ("they mentioned that the team is moving to Leeds", "they mentioned that the team is moving to Leeds"),
        ("ach sie haben erzählt, dass sie Prototypen bauen", "sie haben erzählt, dass sie Prototypen bauen"),
    ],
)
def test_days_later_it_is_still_a_detail(told: str, kept: str) -> None:
    known = rows.acme()
    is_german = "sie haben" in told
    known = replace(known, person=replace(known.person, language="de" if is_german else "en"))
    chat = Chat(known, DAYS_LATER).say(told)
    assert chat.notes(NoteKind.DETAIL) == [kept]
    assert ("nächste Mail" if is_german else "your next letter") in chat.said


@pytest.mark.parametrize(
    "told",
    [
        "priya said i was a good fit",
        "she said they have more candidates to see",
        "they told me to bring my diploma",
        "she mentioned that the process would take a while",
        "tom said the budget is not approved",
        "sie haben erzählt, dass die Entscheidung noch dauert",
    ],
)
def test_what_is_of_the_application_or_not_for_their_eyes_is_no_detail(told: str) -> None:
    assert Chat(rows.acme(), DAYS_LATER).say(told).notes(NoteKind.DETAIL) == []


def test_before_a_talk_nobody_has_told_anything() -> None:
    assert Chat(rows.ahead(), NOW).say("she told me that nobody opens their dashboard").notes(NoteKind.DETAIL) == []


def test_the_next_letter_says_it() -> None:
    chat = Chat(rows.acme(), DAYS_LATER).say("oh and she told me that nobody opens their dashboard")
    said = chat.at(NOW + timedelta(days=14)).say("write the follow-up").said
    assert "would love to help with your dashboard" in said
