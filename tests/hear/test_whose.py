"""Whose news it is: another employer's never lands on the one that is known. Acme is known, and waited for."""

from datetime import date, datetime
from typing import Any

import pytest

from tests.hear.heard import hear, names, slots


def about(name: str, text: str, language: str = "en", scene: str = "waiting") -> Any:
    return slots(name, text, scene, language).get("about")


@pytest.mark.parametrize(
    ("text", "language", "name", "employer"),
    [
        ("Yesterday Pemberton rejected me", "en", "rejected", "Pemberton"),
        ("this morning quill foods turned me down", "en", "rejected", "Quill Foods"),
        ("Pemberton has just made me an offer", "en", "offer", "Pemberton"),
        ("pemberton just made me an offer", "en", "offer", "Pemberton"),
        ("Pemberton put the position on hold", "en", "paused", "Pemberton"),
        ("Pemberton HR rejected me", "en", "rejected", "Pemberton"),
        ("I was rejected by pemberton", "en", "rejected", "Pemberton"),
        ("Pemberton called", "en", "heard", "Pemberton"),
        ("pemberton rang me on friday", "en", "heard", "Pemberton"),
        ("Pemberton said they'd decide by Friday", "en", "window", "Pemberton"),
        ("Acme Foods rejected me", "en", "rejected", "Acme Foods"),
        ("Acme Ltd rejected me", "en", "rejected", "Acme"),
        ("Acme HR turned me down", "en", "rejected", "Acme"),
        ("they rejected me", "en", "rejected", None),
        ("Priya turned me down", "en", "rejected", None),
        ("Lohmann hat mich gestern abgelehnt", "de", "rejected", "Lohmann"),
        ("gestern hat lohmann mir abgesagt", "de", "rejected", "Lohmann"),
        ("lohmann hat mir ein Angebot gemacht", "de", "offer", "Lohmann"),
        ("sie haben mir abgesagt", "de", "rejected", None),
    ],
)
def test_who_it_comes_from(text: str, language: str, name: str, employer: str | None) -> None:
    assert about(name, text, language) == employer


@pytest.mark.parametrize(
    "text", ["Mum called me", "Everyone liked me", "Someone rejected the milk", "my landlord called me about the flat"]
)
def test_people_of_ones_life_are_no_employers(text: str) -> None:
    assert not any(act.get("about") for act in hear(text, "waiting").acts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("another company rejected me", "en"),
        ("I got turned down by a different firm", "en"),
        ("eine andere Firma hat mir abgesagt", "de"),
    ],
)
def test_news_of_somebody_without_a_name_is_nobodys(text: str, language: str) -> None:
    heard = hear(text, "waiting", language)
    assert heard.acts == ()
    assert heard.rest == (text,)
    assert names("they went with someone else", "waiting") == {"rejected"}


def test_a_talk_elsewhere_is_none_of_theirs() -> None:
    assert slots("interview", "I have an interview at another company on Friday")["elsewhere"] is True
    assert "elsewhere" not in slots("interview", "I have an interview on Friday", "stranger")


@pytest.mark.parametrize(
    ("text", "language", "employer"),
    [
        ("so at mossgate the manager gave me a short interview", "en", "Mossgate"),
        ("another place, mossgate, wants to see me on wednesday", "en", "Mossgate"),
        ("I have a trial on saturday at a cafe in Leeds, the Copper Pot", "en", "Copper Pot"),
        ("the firm is Mossgate Nurseries", "en", "Mossgate Nurseries"),
        ("the place is called Mossgate", "en", "Mossgate"),
        ("oh and mossgate called me for an interview on monday at 2pm", "en", "Mossgate"),
        ("hatte gestern ein gespräch bei der stadt elmenried", "de", "Stadt Elmenried"),
        ("der merkur hat angerufen, vorstellungsgespräch am freitag um 9", "de", "Merkur"),
    ],
)
def test_a_new_one_is_named_in_passing(text: str, language: str, employer: str) -> None:
    assert about("interview", text, language) == employer


@pytest.mark.parametrize("text", ["the firm is small", "their office is at home", "a girl at yoga had an interview"])
def test_what_is_no_name(text: str) -> None:
    assert not any(act.get("about") for act in hear(text, "waiting").acts)


def test_a_call_for_an_interview_is_no_talk_that_has_been() -> None:
    told = slots("interview", "mossgate called me for an interview monday at 2pm")
    assert told["start"].replace(tzinfo=None) == datetime(2026, 12, 14, 14)
    assert "over" not in told


def test_a_further_round_with_somebody_new() -> None:
    assert slots("invited", "Mossgate invited me to a second round") == {"about": "Mossgate", "stage": "second"}
    assert slots("invited", "they want me on Monday") == {"day": date(2026, 12, 14)}
    assert slots("invited", "Frau Müller hat mich eingeladen", language="de") == {}
    assert "invited" not in names("they want me to be honest", "waiting")


def test_who_calls_it_off() -> None:
    assert slots("interview_called_off", "Mossgate cancelled my interview")["by"] == "them"
    assert slots("interview_called_off", "I cancelled my interview", "before")["by"] == "me"
    assert slots("interview_called_off", "Monday they cancelled", "before")["by"] == "them"


def test_what_is_moved_is_not_over() -> None:
    heard = {act.name for act in hear("my interview with Anna was moved", "before").acts}
    assert "interview_moved" in heard
    assert "met" not in heard


def test_a_known_name_with_a_time_is_a_talk() -> None:
    assert slots("invited", "at Acme Monday")["day"] == date(2026, 12, 14)
    assert slots("interview", "Acme Thu 10 Dec 3pm", "stranger")["about"] == "Acme"
    assert "interview" not in names("Acme by Monday", "waiting")


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("should I call Dunmore Trust?", "Dunmore Trust"),
        ("can I write to Dunmore?", "Dunmore"),
        ("should I call Priya?", None),
        ("can I write to them on Monday?", None),
    ],
)
def test_whom_one_may_write_to(text: str, employer: str | None) -> None:
    assert about("ask_may_write", text) == employer


def test_three_employers_in_one_message() -> None:
    text = (
        "interview at Kestrel Foods tomorrow at 10am, one at Larkfield College on Wednesday at 2pm, "
        "and I'm still waiting for Dunmore Trust, they said they'd decide by Friday"
    )
    told = [(act.name, act.get("about")) for act in hear(text, "stranger").acts]
    assert told == [
        ("interview", "Kestrel Foods"),
        ("interview", "Larkfield College"),
        ("nothing_heard", "Dunmore Trust"),
        ("window", "Dunmore Trust"),
    ]


def test_an_invitation_by_somebody_new_in_german() -> None:
    told = slots("interview", "und der Spar hat mich für morgen um 9 eingeladen", language="de")
    assert (told["about"], told["start"].replace(tzinfo=None)) == ("Spar", datetime(2026, 12, 8, 9))
