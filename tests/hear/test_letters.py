"""A whole letter: one's own is checked, theirs is read, and nothing in it is the Person's own word."""

from datetime import date

import pytest

from tests.hear.heard import hear, names, slots

NO = """Dear Ana,

thank you for taking the time to interview with us.
Unfortunately, we have decided to move forward with another candidate.
We wish you all the best.

Kind regards
Dana, Acme"""
OFFER = """Dear Ana,

we are delighted to offer you the position of product designer. Your contract is attached.
Please let us know by 18 December whether you accept.

Best regards
Acme HR"""
ABSAGE = """Sehr geehrte Frau Berger,

vielen Dank für Ihr Interesse.
Leider müssen wir Ihnen mitteilen, dass wir uns für einen anderen Bewerber entschieden haben.

Mit freundlichen Grüßen
Ihr Acme Team"""
MINE = """Dear Priya,

thank you for the talk yesterday. I enjoyed hearing about the new app and would be very glad to join the team.

Best wishes
Ana"""


def test_a_no_is_read() -> None:
    assert {"rejected", "letter"} == names(NO, name="Ana")
    assert slots("rejected", NO, name="Ana")["about"] == "Acme"
    assert "rejected" in names(ABSAGE, language="de", name="Berger")


def test_an_offer_is_read_with_its_day() -> None:
    told = slots("offer", OFFER, name="Ana")
    assert (told["form"], told["deadline"]) == ("paper", date(2026, 12, 18))


def test_ones_own_is_checked() -> None:
    assert names(MINE, name="Ana") == {"check_text"}
    assert slots("check_text", MINE, name="Ana")["text"].startswith("Dear Priya")


def test_a_pasted_draft_is_checked_and_no_fact_in_it_is_kept() -> None:
    text = "check this pls: Hi Priya, they told me you rejected me by mistake. I accepted another offer. Best, Robin"
    assert names(text) == {"check_text"}
    assert slots("check_text", text)["text"].startswith("Hi Priya")
    quoted = "is this ok? 'Dear Dana, could I have until Tuesday to give you my answer? Sam'"
    assert names(quoted) == {"check_text"}


def test_apostrophes_are_no_quotation_marks() -> None:
    text = "I don't know, it's been ages and they haven't called, what's your take on it, isn't that a bit rude of 'em"
    assert "check_text" not in names(text)


def test_a_message_that_greets_the_coach_is_no_letter() -> None:
    text = "hi, had my interview at Hartley today, it went well and they said they'd let me know by friday, thanks"
    assert "check_text" not in names(text, "stranger")
    assert "interview" in names(text, "stranger")
    assert hear(text, "stranger").acts


A_NO = "thank you for coming in. Unfortunately, we have decided to go with another candidate for this role."


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        (f"Dear Ana,\n\n{A_NO}\n\nKind regards\nDana", None),
        (f"Dear Ana,\n\n{A_NO}\n\nKind regards\nPemberton Recruiting Team", "Pemberton"),
        (f"Dear Ana,\n\n{A_NO}\n\nKind regards\nHR team", None),
        (f"St Mary's: Dear Ana, {A_NO}", "St Mary's"),
        (f"Acme: Dear Ana, {A_NO}", "Acme"),
        (f"Dear Ana, {A_NO} Best regards, Dana Kunz, Lohmann GmbH", "Lohmann GmbH"),
    ],
)
def test_from_whom_it_is(text: str, sender: str | None) -> None:
    assert slots("rejected", text, name="Ana").get("about") == sender


def test_a_letter_that_says_two_things_is_asked_about() -> None:
    text = (
        f"Dear Ana,\n\n{A_NO}\nHowever, we would like to invite you to an interview for another position.\n\nBest\nDana"
    )
    heard = hear(text, name="Ana")
    assert heard.acts == ()
    (doubt,) = heard.doubts
    assert [act.name for act in doubt.readings] == ["rejected", "invited"]
