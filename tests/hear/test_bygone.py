"""A talk told without a verb has been where the message tells what comes only after a talk; words of theirs count from
the day on which they were said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from bot.hear.listen import listen
from bot.hear.scene import Scene
from bot.hear.scenes import SCENES, ZONE
from storage.facts import Known, Person
from tests.in_place import ANA, Chat

WEDNESDAY = datetime(2026, 10, 14, 12, tzinfo=ZONE)
STRANGER = Scene(now=WEDNESDAY)


def told(name: str, text: str, language: str = "en", scene: Scene = STRANGER) -> list[dict[str, Any]]:
    """The slots of all acts of that name."""
    return [dict(act.slots) for act in listen(text, replace(scene, language=language)).acts if act.name == name]


def talk(text: str, language: str = "en") -> tuple[date | None, bool]:
    """The day of the one talk, and whether it has been."""
    (slots,) = told("interview", text, language)
    start = slots.get("start")
    return (start.date() if start else slots.get("day")), bool(slots.get("over"))


def until(text: str, language: str = "en") -> date | None:
    """The last day of the one time that they named."""
    (slots,) = told("window", text, language)
    latest: date | None = slots.get("latest")
    return latest


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("interview with Oakdale Care on the 5th. they called back on the 8th, they check my references", "en", 5),
        ("Great interview at Colby Insurance on the 1st, and today the offer letter came", "en", 1),
        ("panel interview on the 1st with Bexley Council and yesterday the rejection landed in my inbox", "en", 1),
        ("interview monday at Sable Pharma with Ms Katrine Holm. I sent the thank you yesterday", "en", 12),
        ("Phone screen Monday with Halden Freight. Was told someone would email me by Friday.", "en", 12),
        ("Final round at Dunbar & Sons on Friday, met the whole team, got on well with Hugo", "en", 9),
        ("interview today at Danforth Systems. At the end the manager told me I would be too bored", "en", 14),
        ("Interview at Brockley Homes on the 5th, support worker.", "en", 5),
        ("Gespräch am Donnerstag bei der Sparkasse Lippe. Die Personalerin meinte, ich höre bis Mittwoch", "de", 8),
        ("Gespräch bei der Gemeinde Altenfeld am Montag. sie sagten übernächste Woche tagt der Vorstand", "de", 12),
        ("Job trial at Rossi's Bakery on Saturday, then silence.", "en", 10),
        ("the interview at Meadow Vale nursing home, thursday: they never asked me about my experience", "en", 8),
        ("Am 6. Gespräch in der Kita Sonnenblume, gestern dann die Mail mit der Zusage", "de", 6),
        ("ich hatte letzte Woche Dienstag (6.10.) ein Vorstellungsgespräch an der Uni Kassel", "de", 6),
        ("Vorstellungsgespräch bei Dr. Lenk am Freitag, Praxisteam war super nett, seitdem Funkstille", "de", 9),
    ],
)
def test_what_comes_only_after_a_talk_puts_it_behind(text: str, language: str, day: int) -> None:
    assert talk(text, language) == (date(2026, 10, day), True)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("interview on the 5th at Orde, what should I wear?", "en", date(2026, 11, 5)),
        ("phone interview on Tuesday with Castor Ltd, they sent me the link this morning", "en", date(2026, 10, 20)),
        ("I sent my CV to Hobbs last week and now I have an interview with them on Thursday", "en", date(2026, 10, 15)),
        (
            "interview monday at Tully, I'm so nervous. the last one at another firm went badly",
            "en",
            date(2026, 10, 19),
        ),
        ("They asked for my references before the interview on Friday at Lowe & Co", "en", date(2026, 10, 16)),
        ("Phone interview with Ives on Tuesday, they told me it takes 30 minutes", "en", date(2026, 10, 20)),
        ("Great news, Merrow called back: interview on the 2nd at 10", "en", date(2026, 11, 2)),
        ("Gespräch am Freitag bei Stadtwerke Unna, was zieh ich an?", "de", date(2026, 10, 16)),
        ("Vorstellungsgespräch am 5. bei Kroll, sie haben mich heute eingeladen", "de", date(2026, 11, 5)),
        ("am Montag Gespräch bei der AOK, hab denen gestern noch mein Zeugnis geschickt", "de", date(2026, 10, 19)),
        ("Zweites Gespräch bei Fink am 4., das erste lief super", "de", date(2026, 11, 4)),
        ("Interview at Finch on Tuesday. I emailed them to confirm.", "en", date(2026, 10, 20)),
        ("Interview at Lark on the 9th. They sent the address and a map.", "en", date(2026, 11, 9)),
        ("got rejected by Penn today but interview at Rook on Monday", "en", date(2026, 10, 19)),
        ("Phone interview Monday with Grange, HR emailed me that they'd call at 10", "en", date(2026, 10, 19)),
        ("Montag Vorstellungsgespräch bei Huber, hab mich für die Einladung bedankt", "de", date(2026, 10, 19)),
        ("Freitag Vorstellungsgespräch bei Zeiss, hab ihnen gestern zugesagt", "de", date(2026, 10, 16)),
    ],
)
def test_a_talk_to_come_stays_ahead(text: str, language: str, day: date) -> None:
    assert talk(text, language) == (day, False)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("phone interview last month with Stratton Consulting, HR said it would take time", "en"),
        ("video interview a few weeks back with Oban Energy", "en"),
        ("Vorstellungsgespräch bei Nordmilch letzten Monat", "de"),
    ],
)
def test_what_is_roughly_long_ago_has_been_on_no_known_day(text: str, language: str) -> None:
    assert talk(text, language) == (None, True)


def test_of_a_day_in_brackets_the_day_counts() -> None:
    told = talk("interviewed two weeks ago (30 Sept) at my dream job, Riverside ICU")
    assert told == (date(2026, 9, 30), True)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("final interview at Openfields, programme officer, was on Friday 2 Oct. Said two to three days", "en", 5),
        ("interviewed at Penrose on the 7th. They were going to decide by yesterday.", "en", 13),
        ("I had an interview on the 7th at Larkfield. They said they'd make a decision by yesterday", "en", 13),
        ("interview last week at Mercer Homes, they said by tuesday next week so that was yesterday", "en", 13),
        ("I was at Harcourt Dental for an interview on the 8th, they told me I'd know by Monday", "en", 12),
        ("Last Wednesday interview at Farrow Bank, told I'd hear Thursday or by the end of the week", "en", 9),
        ("interviewed at Nolan Print on the 1st, answer was supposed to come by last Friday, nothing", "en", 9),
        ("war am 1. beim Gespräch in der Apotheke am Markt. sie wollten bis Montag Bescheid geben", "de", 5),
        ("war am 8. im Gespräch bei Nordmilch, sie wollten bis gestern entscheiden", "de", 13),
        ("Gespräch war am 28. September beim Stadtarchiv. Er sagte, ich höre in zwei Wochen", "de", 12),
    ],
)
def test_their_words_count_from_the_day_on_which_they_were_said(text: str, language: str, day: int) -> None:
    assert until(text, language) == date(2026, 10, day)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I rang them on Friday, the assistant said he'd call me on Monday. It's Wednesday now and nothing", "en"),
        ("am freitag hab ich bei Acme angerufen, der chef meldet sich am montag. nix gekommen", "de"),
        ("By 4 on Friday nothing so I called them. The recruiter took my number and said she'd call on Monday", "en"),
    ],
)
def test_what_was_said_in_a_call_counts_from_the_call(text: str, language: str) -> None:
    known = replace(SCENES["told"], now=datetime(2026, 12, 16, 12, tzinfo=ZONE))
    acts = [*told("window", text, language, known), *told("window_moved", text, language, known)]
    assert [slots.get("latest") for slots in acts] == [date(2026, 12, 14)]


def test_a_call_of_today_counts_from_today() -> None:
    text = "Had my interview at Acme on the 5th. They rang this morning and said they'd decide by Friday."
    assert until(text) == date(2026, 10, 16)


# In two messages


def stranger(language: str) -> Chat:
    person = Person(id=ANA, name="Ana", zone="Europe/London", zone_confirmed=True, serial=20, language=language)
    return Chat(Known(person=person), WEDNESDAY)


def days(chat: Chat) -> list[date]:
    """The days of all talks, on Ana's clock."""
    return [one.start.astimezone(ZONE).date() for one in chat.known.interviews if not one.cancelled]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "interview at Wexford Books on Monday", "I've already sent a thank you to Lena"),
        ("en", "interview at Wexford Books on Monday", "it went well I think, they were lovely"),
        (
            "de",
            "Gespräch bei Holzbau Reiter am Montag",
            "hab mich schon bedankt, er meinte sie melden sich bis Freitag",
        ),
    ],
)
def test_the_next_message_puts_a_talk_behind(language: str, first: str, second: str) -> None:
    chat = stranger(language).say(first)
    assert days(chat) == [date(2026, 10, 19)]
    assert days(chat.say(second)) == [date(2026, 10, 12)]


@pytest.mark.parametrize(
    ("language", "second"),
    [
        ("en", "I thanked them for the invitation"),
        ("en", "I'm so nervous, I felt terrible last time at another company"),
        ("en", "they haven't sent the address yet"),
        ("de", "die haben mich gestern angerufen und waren sehr nett"),
    ],
)
def test_a_talk_told_before_stays_ahead(language: str, second: str) -> None:
    first = "Gespräch bei Kern am Montag" if language == "de" else "Interview with Kern on Monday"
    assert days(stranger(language).say(first).say(second)) == [date(2026, 10, 19)]
