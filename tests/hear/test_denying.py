"""What never was: nothing sent, no call, no talk. None of it is heard as if it had been."""

from __future__ import annotations

import pytest

from tests.hear.heard import names, slots


@pytest.mark.parametrize(
    ("text", "language", "what"),
    [
        ("I never followed up", "en", "follow_up"),
        ("I haven't written to them", "en", "sent"),
        ("I haven't thanked them yet", "en", "thank_you"),
        ("ich hab noch gar nicht nachgefragt", "de", "follow_up"),
        ("ich hab keine nachfrage geschickt", "de", "follow_up"),
        ("no I called the DENTIST, not Acme", "en", "sent"),
        ("nein ich hab den ZAHNARZT angerufen, nicht Acme", "de", "sent"),
        ("nein ich hab den ZAHNARZT angerufen! ich hab noch gar nicht nachgefragt", "de", "follow_up"),
        ("they never called me", "en", "call"),
        ("die haben mich nie angerufen", "de", "call"),
        ("there is no interview", "en", "talk"),
        ("no the panel is THEM meeting to decide, im not going in.", "en", "talk"),
        ("es gibt kein zweites gespräch", "de", "talk"),
    ],
)
def test_a_flat_denial(text: str, language: str, what: str) -> None:
    assert slots("denied", text, "waiting", language)["what"] == what
    assert not names(text, "waiting", language) & {"sent", "heard", "interview", "invited"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I wrote to Priya", "en"),
        ("they called me", "en"),
        ("should I not write to them?", "en"),
        ("ich habe noch keinen Termin", "de"),
        ("it was not an interview, more of a chat", "en"),
    ],
)
def test_no_denial(text: str, language: str) -> None:
    assert "denied" not in names(text, "waiting", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("i didnt ask them anything, it was a thank you", "en"),
        ("that was not a question, it was a thank you", "en"),
        ("ich hab die nichts gefragt, das war eine Dankesmail", "de"),
        ("das war keine Nachfrage, das war der Dank", "de"),
    ],
)
def test_what_was_no_question_but_thanks(text: str, language: str) -> None:
    assert slots("denied", text, "waiting", language)["what"] == "follow_up"
    assert slots("sent", text, "waiting", language)["what"] == "thank_you"
