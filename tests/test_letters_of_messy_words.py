"""Letters over messy facts: whatever was typed, nothing raw stands in them, and every sentence is one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coaching.drafts import draft
from storage.facts import Known, Mood, NoteKind, Promise
from tests.test_drafts import START, body, maya, noted

THINGS = {
    "en": (
        "my audit poster",
        "2 refs n a writing sample",
        "references",
        "it",
        "sent",
        "SQL task",
        "a case study",
        "them my cv",
    ),
    "de": (
        "zeugnisse u die referenzliste",
        "geschrieben",
        "noch meine zeugnisse",
        "konzept",
        "den link zum portfolio",
        "sachen",
    ),
}
TOLD = {
    "en": (
        "went with someone else. 'strong field' blah. kinda knew",
        "they wanted someone with more SQL experience",
        "the new plant",
        "rambled",
        "used the galway story and priya laughed",
        "they r rolling out a new crm",
        "no i mean explain why i went blank",
    ),
    "de": (
        "haben sich für jemand anderen entschieden, hab ich mir gedacht",
        "gehalt verkackt",
        "die neue anlage in kaltenkirchen",
        "präsi lief super",
        "dass sie nächstes jahr ein neues lager bauen",
        "ne quatsch wegen betriebsversammlung",
        "ging um die umstellung auf datev",
    ),
}
RAW = re.compile(
    r"that went\b|blah|kinda|verkackt|quatsch|hab ich"
    r"|\bu die\b|\bn a\b|Geschrieben\.|meine Geschrieben|\brefs?\b|no i mean"
)
DANGLING = re.compile(
    r"\b(?:the|an?|my|die|der|den|das|eine?n?|meine?n?|und|and|that|dass)\s*(?:[.,!?]|$)", re.IGNORECASE
)
SMALL_NOUNS = re.compile(r"\b(?:zeugnisse?|referenzliste|konzept|link|portfolio|lager|anlage)\b")
VERB = {
    "en": re.compile(
        r"\b(?:is|are|was|were|am|have|has|had|do|did|would|could|can|will|look|came|spoke|said|want|thank|enjoyed|helped"
        r"|stayed|like|hope|let|tell|ask|heard|liked|\w+'(?:m|ll|d|ve|s|re)|isn't|don't|\w+ed)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:ist|sind|war|waren|habe|hat|haben|hätte|würde|wäre|kann|können|möchte|freue|sage|schicke|reiche|danke|dank"
        r"|gibt|hilft|bleibt|gefallen|gefällt|schreibe|behalte|finde|interessiere|fehlt|sagen|wird|bin|hoffe|Anbei|melden?|geblieben|bitte|darf|hatten|hatte|hättest|erfahren|notiert|erzählt)\b",
        re.IGNORECASE,
    ),
}
LETTERS = ("thank_you", "follow_up", "second_follow_up", "rejection_thanks", "promised", "document_sent", "withdrawal")


def facts(language: str, thing: str, detail: str, reason: str, mood: Mood) -> Known:
    """Somebody who typed all that."""
    known = maya(mood=mood)
    known = replace(known, person=replace(known.person, language=language))
    known = noted(noted(known, NoteKind.DETAIL, detail), NoteKind.FEEDBACK, reason)
    known = noted(noted(known, NoteKind.BADLY, reason), NoteKind.POSITION, "HR", "Anna")
    owed = Promise(id=60, opportunity_id=1, what=thing, due=(START + timedelta(days=3)).date())
    return replace(known, promises=(owed,))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_nothing_raw_stands_in_a_letter(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(("en", "de")))
    thing, told = st.sampled_from(THINGS[language]), st.sampled_from(TOLD[language])
    what = data.draw(thing)
    known = facts(language, what, data.draw(told), data.draw(told), data.draw(st.sampled_from(tuple(Mood))))
    name = data.draw(st.sampled_from(LETTERS))
    params: dict[str, Any] = {"what": what} if name in ("promised", "document_sent") else {}
    made = draft(
        name, known, known.opportunities[0], interview=known.interviews[0], now=START + timedelta(hours=30), **params
    )
    text = f"{made.subject}\n{made.text}"
    assert not RAW.search(text), text
    assert language == "en" or not SMALL_NOUNS.search(text), text
    for sentence in re.split(r"(?<=[a-zäöüß\"][.!?]) ", " ".join(body(made.text))):
        assert VERB[language].search(sentence), (sentence, text)
        assert not DANGLING.search(sentence), (sentence, text)
