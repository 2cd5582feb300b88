"""What the coach is asked: to write, whether to write, what it means, how to go about it."""

from datetime import date

import pytest

from bot.hear.topics import TOPICS
from tests.hear.heard import names, slots


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("can you write the thank-you for Ellen", "en", "thank_you"),
        ("schreib mir ne Absage an Globex", "de", "decline"),
        ("draft me a withdrawal", "en", "withdrawal"),
        ("formulier mir eine freundliche Nachfrage", "de", "follow_up"),
        ("thank you mail please", "en", "thank_you"),
        ("write me two lines back", "en", "reply"),
        ("can you write something to Priya", "en", "other"),
    ],
)
def test_a_text_to_send(text: str, language: str, kind: str) -> None:
    assert slots("ask_draft", text, "told", language)["kind"] == kind


def test_to_whom_and_how() -> None:
    told = slots("ask_draft", "write a formal thank-you to Priya, max two lines", "told")
    assert told["to"] == "Priya"
    assert "formal" in told["style"]


@pytest.mark.parametrize("text", ["I wrote the thank-you", "no thank you mail", "keine Antwort auf die Nachfrage"])
def test_what_is_no_request_for_a_text(text: str) -> None:
    assert "ask_draft" not in names(text, language="de" if "keine" in text else "en")


def test_a_draft_is_changed() -> None:
    assert slots("change_draft", "shorter please", draft_shown="follow_up")["shorter"] is True
    assert slots("change_draft", "make it warmer and mention the tour")["warmer"] is True
    assert slots("change_draft", "bitte lockerer", language="de")["less_formal"] is True
    assert "change_draft" not in names("the talk was shorter than planned")
    assert "change_draft" not in names("sie brauchen noch eine Woche länger", language="de")


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("should I call them?", "en", "call"),
        ("darf ich schon nachfragen?", "de", "follow_up"),
        ("can I add Tom on LinkedIn?", "en", "linkedin"),
        ("is it too late for a thank-you? should I still send one", "en", "thank_you"),
        ("soll ich nach dem Grund fragen", "de", "other"),
    ],
)
def test_may_one_write(text: str, language: str, kind: str) -> None:
    assert slots("ask_may_write", text, "told", language)["kind"] == kind


def test_which_of_several_is_left_open() -> None:
    assert "kind" not in slots("ask_may_write", "should I call or email them?")


def test_what_now_and_how_it_stands() -> None:
    assert "ask_next" in names("what do I do now?")
    assert "ask_next" not in names("they explained the next steps")
    assert "ask_status" in names("when was I supposed to hear?")
    assert "ask_how_it_works" in names("are you a bot?")


def test_a_sign() -> None:
    assert "sign" in slots("ask_meaning", "is it a good sign that they overran?")
    assert "ask_meaning" not in names("I take it as a good sign")


@pytest.mark.parametrize(
    ("text", "language", "topic"),
    [
        ("who do I write to, both of them?", "en", "several_interviewers"),
        ("what should I wear", "en", "clothes"),
        ("wie verhandle ich das Gehalt", "de", "negotiate"),
        ("how do I stay sane until Friday", "en", "waiting"),
        ("should I take the offer", "en", "other_offer"),
    ],
)
def test_advice_has_a_topic(text: str, language: str, topic: str) -> None:
    assert topic in TOPICS
    assert slots("ask_advice", text, language=language)["topic"] == topic


def test_one_letter_is_ordered_with_its_reader_and_what_is_to_be_in_it() -> None:
    told = "can u write me a short thank you to Priya, mention that they r rolling out the new tool"
    assert slots("ask_draft", told)["mention"] == "that they r rolling out the new tool"
    assert "change_draft" not in names(told)
    dan = slots(
        "ask_draft", "sent Priya one. now one to dan pls asking for till tuesday 15th. dont mention Acme", "offer"
    )
    assert (dan["kind"], dan["to"], dan["until"]) == ("more_time", "dan", date(2026, 12, 15))
    assert "mention" not in dan
    assert "change_draft" not in names("now one to dan pls asking for till tuesday. dont mention Acme", "offer")
    voss = slots("ask_draft", "bitte einfach eine nachfrage mail an herrn voss", language="de")
    assert (voss["kind"], voss["to"]) == ("follow_up", "herrn voss")
    away = "ja mach mir so ne mail, also an herrn voss. und dass sie an mich denken sollen"
    assert slots("ask_draft", away, "after_no", "de")["to"] == "herrn voss"
    assert "an mich denken" in slots("ask_draft", away, "after_no", "de")["mention"]
