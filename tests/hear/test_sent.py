"""What the Person sent and said: which letter it was, and what is none."""

from datetime import date
from typing import Any

import pytest

from bot.hear.scene import Employer, Expected
from tests.hear.heard import hear, moment, names, slots


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("sent her on whatsapp", "en", {"channel": "text"}),
        ("Sent to Priya by email", "en", {"channel": "email", "to": "Priya"}),
        ("I have sent the message", "en", {}),
        ("hab ich abgeschickt", "de", {}),
    ],
)
def test_a_plain_sent_says_not_what_it_was(text: str, language: str, told: dict[str, Any]) -> None:
    for expects in (Expected.NOTHING, Expected.YES_NO, Expected.PROMISE):
        assert slots("sent", text, "told", language, expects=expects, asked="said") == told


@pytest.mark.parametrize(
    ("text", "language", "what"),
    [
        ("sent her a mail", "en", "follow_up"),
        ("fired off the follow-up", "en", "follow_up"),
        ("asked them for feedback", "en", "other"),
        ("I accepted Tom's LinkedIn invite", "en", "linkedin"),
        ("answered Tom's question", "en", "reply"),
        ("the thank-you mail is out", "en", "thank_you"),
        ("hab sie um Feedback gefragt", "de", "other"),
    ],
)
def test_what_it_was(text: str, language: str, what: str) -> None:
    assert slots("sent", text, "waiting", language)["what"] == what


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I called a taxi home", "en"),
        ("rang my mum afterwards", "en"),
        ("in those days one sent a card", "en"),
        ("handed in my cv at a few shops", "en"),
        ("they sent a card", "en"),
        ("I answered their questions badly", "en"),
        ("hab meine Mutter angerufen", "de"),
        ("hab ich die Mail schon abgeschickt?", "de"),
    ],
)
def test_what_is_no_contact(text: str, language: str) -> None:
    assert not names(text, "told", language) & {"sent", "kept"}


def test_a_document_is_what_was_promised_only_where_it_was() -> None:
    owes = (Employer(name="Acme", promises=("portfolio",)),)
    assert names("sent them my portfolio", "waiting", employers=owes) == {"kept"}
    assert slots("sent", "sent them my portfolio") == {"what": "other"}
    assert "kept" in names("they want my portfolio, I sent them my portfolio today")


def test_a_call_to_the_agency() -> None:
    assert slots("sent", "I rang the agency") == {"what": "other", "channel": "phone", "to": "agency"}
    assert names("hab bei der Agentur angerufen", language="de") == {"sent", "agency"}
    assert names("I rang the agency", agencies=("Reed",)) == {"sent"}
    assert "to" not in slots("sent", "I rang the office")


@pytest.mark.parametrize(
    ("text", "language", "thing", "due"),
    [
        ("they'd like my diploma by Friday", "en", "diploma", date(2026, 12, 11)),
        ("could use a few references, they said", "en", "few references", None),
        ("Tom asked for my slides presentation, by Monday please", "en", "slides presentation", date(2026, 12, 14)),
        ("sie brauchen noch meinen Lebenslauf bis Freitag", "de", "Lebenslauf", date(2026, 12, 11)),
    ],
)
def test_what_they_ask_for_and_by_when(text: str, language: str, thing: str, due: date | None) -> None:
    told = slots("heard", text, language=language)
    assert (told["what"], told["thing"], told.get("due")) == ("request", thing, due)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Tom rang but I could not pick up", "missed_call"),
        ("there was a voicemail from Priya", "missed_call"),
        ("they asked about my notice period", "question"),
        ("I heard back today", "news"),
        ("got a call from Priya", "call"),
    ],
)
def test_what_came(text: str, what: str) -> None:
    assert slots("heard", text)["what"] == what


@pytest.mark.parametrize(
    "text", ["I could not answer one question properly", "please send me the file", "they haven't rung"]
)
def test_what_did_not_come(text: str) -> None:
    assert "heard" not in names(text)


def test_the_one_who_is_silent_is_the_one_named_beside_it() -> None:
    assert slots("nothing_heard", "last day for Globex today and Acme still silent", "two")["about"] == "Acme"
    assert slots("nothing_heard", "nothing from Globex", "two")["about"] == "Globex"


def test_nothing_was_promised() -> None:
    for text, language in (("I didn't promise anything", "en"), ("hab denen nichts versprochen", "de")):
        assert slots("no", text, "just_over", language) == {"asked": "promised"}
    assert "no" not in names("I didn't promise the references for Monday")
    assert "no" not in names("I promised myself to stay calm")
    assert not names("he said he'd give me a ring but not when") & {"they_promised"}


def test_what_is_left_over_is_told() -> None:
    assert hear("they want my diploma, they said").rest == ()
    assert moment("told").agencies == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("haven't sent anything yet", "en"),
        ("no i didnt send any thank yous", "en"),
        ("I thanked her in person at the end", "en"),
        ("I only said thanks verbally, no mail yet", "en"),
        ("hab noch nix geschickt", "de"),
        ("keine dankesmail geschickt", "de"),
        ("nee bedankt hab ich mich nicht", "de"),
        ("hab mich nur mündlich bedankt", "de"),
        ("persönlich bedankt hab ich mich schon, aber keine mail", "de"),
    ],
)
def test_what_has_not_gone_out_is_never_kept_as_sent(text: str, language: str) -> None:
    assert names(text, "told", language) - {"denied"} == {"unsent"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("they haven't sent me anything", "en"),
        ("nothing, they haven't emailed me", "en"),
        ("thanked her in person and by email", "en"),
        ("wrote my thanks to Priya last night, Tom not yet", "en"),
        ("sie haben mir noch nichts geschickt", "de"),
        ("hab mich per Mail bedankt", "de"),
    ],
)
def test_what_went_out_or_did_not_come_is_not_unsent(text: str, language: str) -> None:
    assert "unsent" not in names(text, "told", language)
