"""Contacts and promises: whose they are, what they were, when."""

from datetime import date

import pytest

from tests.hear.heard import names, slots


@pytest.mark.parametrize(
    ("text", "language", "what"),
    [
        ("wrote Priya a thank-you note last night", "en", "thank_you"),
        ("hab mich gestern bei Priya bedankt", "de", "thank_you"),
        ("chased HR by phone this morning", "en", "follow_up"),
        ("hab heute früh bei der HR nachgefragt", "de", "follow_up"),
        ("connected with Tom on LinkedIn", "en", "linkedin"),
        ("replied to their question", "en", "reply"),
        ("told them about the other offer by email", "en", "other"),
    ],
)
def test_what_was_sent(text: str, language: str, what: str) -> None:
    assert slots("sent", text, language=language)["what"] == what


def test_to_whom_when_and_how() -> None:
    assert slots("sent", "I emailed Priya on Friday to thank her") == {
        "what": "thank_you",
        "channel": "email",
        "to": "Priya",
        "day": date(2026, 12, 4),
    }


def test_a_plain_sent_it_says_no_more_than_that() -> None:
    for text in ("sent it", "ok sent it", "sent all three this morning", "hab's abgeschickt"):
        assert "what" not in slots("sent", text, language="de" if "hab" in text else "en")


@pytest.mark.parametrize(
    "text",
    [
        "Tom emailed me yesterday",
        "I want to email them tomorrow",
        "I haven't emailed them yet",
        "should I have emailed them?",
        "a guy called Stu was there",
        "they called it off",
        "I wrote that wrong",
        "my sister emailed her boss",
        "sent out six applications this week",
    ],
)
def test_what_is_no_contact_of_the_persons(text: str) -> None:
    assert "sent" not in names(text)


@pytest.mark.parametrize(
    ("text", "language", "what"),
    [
        ("they want my payslips", "en", "request"),
        ("sie brauchen noch mein Arbeitszeugnis", "de", "request"),
        ("Tom emailed to ask whether I could start in January", "en", "question"),
        ("missed a call from HR", "en", "missed_call"),
        ("Tom added me on LinkedIn", "en", "linkedin"),
        ("HR rang this morning", "en", "call"),
        ("die Personalerin hat geschrieben", "de", "news"),
    ],
)
def test_what_came(text: str, language: str, what: str) -> None:
    assert slots("heard", text, language=language)["what"] == what


def test_a_call_with_news_is_only_the_news() -> None:
    assert "heard" not in names("they rang, the position has been cut")
    assert {act for act in names("they rang and offered me the job") if act != "offer"} <= {"joy"}


@pytest.mark.parametrize("text", ["no answer from them since Monday", "she never got back to me", "radio silence"])
def test_nothing_heard(text: str) -> None:
    assert "nothing_heard" in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "I couldn't answer the last question",
        "I haven't answered her yet",
        "no call by Friday means no, they said",
        "nobody joined the call",
        "nothing after 9pm please",
    ],
)
def test_what_is_not_silence(text: str) -> None:
    assert "nothing_heard" not in names(text)


def test_promises_are_of_whom_the_text_says() -> None:
    mine = slots("promised", "I promised Tom a link to my case study by Friday")
    assert mine == {"what": "link to my case study", "due": date(2026, 12, 11)}
    theirs = slots("they_promised", "Tom promised me the org chart by Friday")
    assert theirs == {"what": "org chart", "due": date(2026, 12, 11)}
    german = slots("promised", "ich hab zugesagt, die Zeugnisse bis Freitag zu schicken", language="de")
    assert german == {"what": "Zeugnisse", "due": date(2026, 12, 11)}


def test_a_promise_that_was_kept_is_no_new_one() -> None:
    assert names("sent them the references I'd promised") == {"kept"}
    assert slots("no", "I promised nothing") == {"asked": "promised"}
