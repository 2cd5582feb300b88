"""What never happened is kept as no event: a call of somebody else, a meeting of theirs, a notice period. And what is
near to it, and did happen, is heard as before; by the rules alone, and beside the trained listener.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.hear.heads.engine import heads
from bot.hear.listen import listen
from tests.hear.heard import act, moment, names

LISTENERS = ("rules", "heads")
MONDAY = date(2026, 12, 14)


def heard_by(listener: str, text: str, scene: str, language: str) -> dict[str, dict[str, object]]:
    """The acts of a text by their names, as one of the listeners hears it."""
    then = moment(scene, language)
    listened = heads().listen([(text, then)])[0] if listener == "heads" else None
    found = listen(text, moment(scene, language, listened=listened))
    return {one.name: dict(one.slots) for one in found.acts}


# A call of somebody else


@pytest.mark.parametrize("listener", LISTENERS)
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hab angerufen, war nur der zahnarzt haha. bei acme also nix neues", "de"),
        ("habe zurückgerufen, es war bloß Werbung", "de"),
        ("hab zurückgerufen, war meine mutter", "de"),
        ("hatte einen verpassten Anruf, war aber nur die Mutter. nix neues", "de"),
        ("nein ich hab den ZAHNARZT angerufen, nicht Acme! ich hab noch gar nicht nachgefragt", "de"),
        ("no i called the dentist, not Acme", "en"),
        ("i rang back, it was only the dentist", "en"),
        ("rang back, it was just a spam call", "en"),
        ("called them back and it turned out to be my bank", "en"),
        ("I called back. It was the dentist lol, so nothing from Acme", "en"),
    ],
)
def test_a_call_with_somebody_else_is_no_contact(listener: str, text: str, language: str) -> None:
    assert not {"sent", "heard"} & heard_by(listener, text, "waiting", language).keys()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hab zurückgerufen, war nur die Personalabteilung wegen der Unterlagen", "de"),
        ("zurückgerufen, war nur die Mailbox", "de"),
        ("hab zurückgerufen, es war Priya", "de"),
        ("called Acme back, it was just the receptionist", "en"),
        ("i called Acme today, not the agency", "en"),
        ("rang back, it was only the answering machine", "en"),
        ("called them, it was only a short chat", "en"),
        ("rang back, it was Priya", "en"),
    ],
)
def test_a_call_with_them_is_one_however_little_came_of_it(text: str, language: str) -> None:
    assert "sent" in names(text, "waiting", language)


@pytest.mark.parametrize("listener", LISTENERS)
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("da ist der anruf aus Bremen, die sitzen in bremen! zurückrufen?", "de"),
        ("hatte heut mittag nen verpassten anruf von 0421 nummer. die sitzen in bremen! ruf ich zurück?", "de"),
        ("hatte einen verpassten Anruf, vielleicht waren das die", "de"),
        ("verpasster anruf, bei acme nix neues", "de"),
        ("missed call from an unknown number, could be them?", "en"),
        ("missed call from a 0421 number, they're in Bremen! do i ring back?", "en"),
        ("missed call today. nothing new from acme", "en"),
    ],
)
def test_whose_call_it_was_is_not_guessed(listener: str, text: str, language: str) -> None:
    assert "heard" not in heard_by(listener, text, "waiting", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("verpasster Anruf von Acme", "de"),
        ("verpasster Anruf von ihnen, keine Nachricht", "de"),
        ("Missed a call from them, no message", "en"),
        ("missed call, no voicemail", "en"),
        ("missed a call from Priya", "en"),
    ],
)
def test_a_call_of_theirs_that_was_missed_is_kept(text: str, language: str) -> None:
    assert act("heard", text, "waiting", language).get("what") == "missed_call"


def test_no_question_was_sent_where_it_is_said_that_none_was() -> None:
    text = "die haben mich nie angerufen und ich hab keine nachfrage geschickt"
    assert "sent" not in names(text, "waiting", "de")


# A meeting of theirs


@pytest.mark.parametrize("listener", LISTENERS)
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Liz rang: the panel meets monday afternoon, she'll call by 6", "en"),
        ("Liz rang back, panel meets monday afternoon and she'll call me monday by 6", "en"),
        ("Priya called, they meet on Monday to decide", "en"),
        ("the committee sits on Monday", "en"),
        ("das Gremium tagt am Montag, sie ruft bis 18 Uhr an", "de"),
        ("Priya hat angerufen, sie besprechen sich am Montag", "de"),
        ("die Sitzung vom Gremium ist am Montag", "de"),
    ],
)
def test_a_meeting_of_theirs_is_a_day_to_wait_for_and_no_interview(listener: str, text: str, language: str) -> None:
    found = heard_by(listener, text, "waiting", language)
    assert not {"invited", "interview", "call_planned"} & found.keys()
    assert (found.get("window_moved") or found["window"])["latest"] == MONDAY


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("she rang, i meet the panel monday at 2", "en"),
        ("Priya called, panel interview on Monday at 2", "en"),
        ("they want to meet me again on Monday at 3", "en"),
        ("sie wollen mich am Montag nochmal treffen", "de"),
    ],
)
def test_a_meeting_with_the_person_stays_one(text: str, language: str) -> None:
    found = names(text, "waiting", language)
    assert "invited" in found
    assert not {"window", "window_moved"} & found


# A notice period


@pytest.mark.parametrize("listener", LISTENERS)
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("when do i hand in my notice, i have 4 weeks", "en"),
        ("i have 4 weeks notice", "en"),
        ("hab 4 Wochen Kündigungsfrist", "de"),
        ("wann muss ich kündigen? hab 4 wochen frist", "de"),
    ],
)
def test_how_long_the_person_has_to_work_elsewhere_is_no_deadline(listener: str, text: str, language: str) -> None:
    assert "offer" not in heard_by(listener, text, "offer", language)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("i have to give 4 weeks notice and they want my answer by friday", date(2026, 12, 18)),
        ("they gave me 4 weeks to think it over, my notice period is 3 months", date(2027, 1, 11)),
        ("acme made me an offer, deadline friday, i have 4 weeks notice", date(2026, 12, 18)),
        ("i have 4 weeks to decide", date(2027, 1, 11)),
    ],
)
def test_a_deadline_beside_it_stays_one(text: str, deadline: date) -> None:
    assert act("offer", text, "offer").get("deadline") == deadline


# A letter that is not to mention somebody


@pytest.mark.parametrize("listener", LISTENERS)
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("now one to dan pls asking for till tuesday 15th. dont mention acme", "en"),
        ("write them a thank-you but don't mention Acme again", "en"),
        ("dont mention acme", "en"),
        ("erwähne Acme nicht", "de"),
        ("schreib an Dan, aber erwähn Acme bitte nicht", "de"),
    ],
)
def test_what_a_letter_is_not_to_mention_is_not_muted(listener: str, text: str, language: str) -> None:
    found = heard_by(listener, text, "offer", language)
    assert "mute" not in found
    assert "mention" not in found.get("change_draft", {})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("don't mention Acme to me anymore", "en"),
        ("don't remind me about Acme", "en"),
        ("stop writing to me about Acme", "en"),
        ("keine Nachrichten mehr zu Acme", "de"),
        ("erinner mich nicht mehr an Acme", "de"),
    ],
)
def test_who_is_to_be_left_alone_is_muted(text: str, language: str) -> None:
    assert act("mute", text, "waiting", language).get("about") == "Acme"


# A span that was told before


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Globex just offered me the job, they want an answer by friday. but Acme said 2-3 weeks", "en"),
        ("Globex just offered me the job. but Acme is the one i really want and they said 2-3 weeks", "en"),
        ("Globex hat mir heute die Stelle angeboten. Aber Acme will ich lieber, und die haben gesagt 2-3 Wochen", "de"),
    ],
)
def test_their_span_counts_from_the_talk_though_another_one_offers_today(text: str, language: str) -> None:
    told = act("window", text, "waiting", language)
    assert (told.get("earliest"), told.get("latest")) == (date(2026, 12, 15), date(2026, 12, 22))


def test_what_they_say_today_counts_from_today() -> None:
    assert act("window_moved", "Acme rang today, they said 2 weeks", "waiting").get("latest") == date(2026, 12, 21)
