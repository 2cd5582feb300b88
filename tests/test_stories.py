"""Every promise to a person, lived: they say and press, time passes, and this is what the bot said.

Each story in tests/stories has its transcript beside it, as a person would read it. When a change is wanted, look at
the difference, and write the new transcript with `python -m tests.test_stories NAME`.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal.play import StoryUnplayable
from bot.words import plain
from tests.conftest import HERE, nudges_in, said, steps, story, transcript_of

FOLDER = HERE / "stories"
NAMES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
READ = timedelta(minutes=2)
"""So long a reply stands there alone."""
ROWS = ("opportunities", "interviews", "contacts", "promises", "events", "notes")
"""What a person has told, among what is known of them."""
WITH_NONSENSE = frozenset({"bad-input"})
"""Stories in which somebody says what nobody can understand."""

Line = dict[str, Any]


@pytest.fixture
def with_the_trained_listener(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories are lived as a person lives them, with all that hears."""
    monkeypatch.setenv("AFTERWORD_LISTENER", "heads")


def readable(transcript: list[Line]) -> str:
    """A transcript as a script: when, who, what, and the buttons under it."""
    lines: list[str] = []
    for line in transcript:
        if line["from"] == "facts":
            continue
        when = datetime.fromisoformat(line["at"]).strftime("%a %d %b %H:%M")
        who = line["person"] if line["from"] == "person" else "bot"
        marks = [f"({line['nudge']})"] if line["nudge"] else []
        marks += [f"(instead of {line['edited']})"] if line["edited"] else []
        marks += ["(picture)"] if line["picture"] and who == "bot" else []
        text = line["text"].replace("\n", "\n    ")
        lines.append(" ".join([f"{when} {who} #{line['id']}:", *marks, text]))
        lines += ["    " + " ".join(f"[{label}]" for label in row) for row in line["buttons"]]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def replies(told: list[Line]) -> Iterator[list[Line]]:
    """What the bot answered to each thing that was said or pressed, nudges and edits left out."""
    answered: list[Line] = []
    for line in told:
        if line["from"] == "person":
            yield answered
            answered = []
        elif line["from"] == "bot" and not line["nudge"] and not line["edited"]:
            answered.append(line)
    yield answered


@pytest.mark.usefixtures("with_the_trained_listener")
@pytest.mark.parametrize("name", NAMES)
async def test_story(name: str) -> None:
    told = await story(name)
    assert readable(told) == (FOLDER / f"{name}.txt").read_text()
    for at, nudge in nudges_in(told):
        assert "08:00" <= at[11:16] < "21:00", (nudge, at, "comes at night")
    assert all(len(answered) <= 1 for answered in replies(told)), "one message a turn"
    assert name in WITH_NONSENSE or "kept that as a note" not in readable(told), "what is plain is understood"
    spoke = [datetime.fromisoformat(line["at"]) for line in told if line["from"] == "person"]
    for came in (datetime.fromisoformat(line["at"]) for line in told if line["nudge"]):
        assert all(came - then >= READ for then in spoke if then <= came), "no nudge beside a reply"


LOW_WORDS = re.compile(
    "sleep|sick|anxious|thinking|failure|nobody|cried|mind|schlafen|Gedanken|dreh|kann nicht mehr|fertig"
)


@pytest.mark.parametrize("name", ["three-worries", "nachts-und-nein"])
def test_nobody_who_is_low_is_told_the_same_twice_nor_asked_anything(name: str) -> None:
    """In the transcript, which is what is said."""
    told = re.split(r"^\w{3} \d\d \w{3} [\d:]{5} ", (FOLDER / f"{name}.txt").read_text(), flags=re.MULTILINE)
    felt = [after for before, after in pairwise(told) if LOW_WORDS.search(before) and not before.startswith("bot")]
    said = [re.split(r"(?<=[.;])\s|\n", reply.partition(": ")[2]) for reply in felt]
    sentences = [line.strip() for reply in said for line in reply if line.strip() and "[" not in line]
    assert len(felt) >= 5
    assert len(set(sentences)) == len(sentences)
    assert not any("?" in reply for reply in felt)


# What the new conversation promises


def facts_in(told: list[Line]) -> list[Line]:
    """What was known, each time it was asked for."""
    return [line for line in told if line["from"] == "facts"]


def answer_to(told: list[Line], words: str) -> str:
    """What the bot said to these words."""
    at = next(number for number, line in enumerate(told) if line.get("text") == words)
    return next(str(line["text"]) for line in told[at + 1 :] if line["from"] == "bot" and not line["nudge"])


def day_as_said(day: date) -> str:
    """A day as the bot writes it."""
    return f"{day:%a} {day.day} {day:%b}"


async def test_all_that_one_message_holds_is_kept() -> None:
    (known,) = facts_in(await story("eight-facts"))
    (employer,), (interview,), (promise,) = known["opportunities"], known["interviews"], known["promises"]
    assert (employer["employer"], employer["role"]) == ("Northgate Press", "junior editor")
    assert (interview["stage"], interview["interviewers"]) == ("second", ["Priya", "Tom"])
    assert (interview["start"], interview["end"]) == ("2026-12-01T15:00:00+00:00", "2026-12-01T16:00:00+00:00")
    assert (interview["mood"], interview["interest_said"]) == ("great", "yes")
    assert (interview["window_latest"], interview["channel_answer"]) == ("2026-12-11", "yes")
    assert (promise["what"], promise["due"], promise["side"]) == ("writing sample", "2026-12-03", "ours")


async def test_whoever_answers_each_question_with_something_else_loses_nothing() -> None:
    (known,) = facts_in(await story("something-else"))
    names = {row["id"]: row["employer"] for row in known["opportunities"]}
    (interview,), (promise,), (offer,) = known["interviews"], known["promises"], known["events"]
    assert names[interview["opportunity_id"]] == names[promise["opportunity_id"]] == "Harbour Arts"
    assert (interview["mood"], interview["window_latest"], promise["due"]) == ("fine", "2026-12-09", "2026-12-03")
    assert (names[offer["opportunity_id"]], offer["type"], offer["deadline"]) == ("Globex", "offer", "2026-12-04")
    assert known["person"]["zone_confirmed"]


def rows_in(known: Line) -> dict[str, list[Line]]:
    """What the Person has told, without what was asked of them."""
    rows = {name: known.get(name) or [] for name in ROWS}
    return {name: [{k: v for k, v in row.items() if k != "passed_over"} for row in rows[name]] for name in ROWS}


async def test_whatever_was_said_undo_takes_back_and_nothing_older() -> None:
    look: Line = {"facts": True}
    play = [
        step
        for words in (
            "had an interview at Harbour Arts today at 2pm",
            "it went great",
            "they answer by next Wednesday",
            "I promised references by Thursday",
            "I sent the thank-you",
            "Globex made me an offer",
            "Harbour Arts rejected me",
        )
        for step in (look, {"say": words}, look, {"say": "undo"}, look, {"say": words})
    ]
    told = await transcript_of(steps({"now": "2026-12-01T17:20", "tz": "Europe/London"}, *play))
    seen = [rows_in(known) for known in facts_in(told)]
    for before, kept, undone in zip(seen[::3], seen[1::3], seen[2::3], strict=True):
        assert before == undone != kept


async def test_until_the_clock_is_known_nothing_comes_and_then_all_is_counted_anew() -> None:
    told = await story("clock-on-the-third-day")
    guessed, known = facts_in(told)
    assert all(at > "2026-12-03T12:10" for at, _ in nudges_in(told))
    assert nudges_in(told)[0][1] == "thank_you"
    assert not guessed["person"]["zone_confirmed"]
    assert known["person"]["zone"] == "America/Chicago"
    (interview,) = known["interviews"]
    assert interview["start"] == "2026-12-01T20:00:00+00:00"


@pytest.mark.parametrize("language", ["en", "de"])
async def test_before_the_clock_is_known_it_is_night_nowhere_when_something_comes(language: str) -> None:
    words = (
        "had an interview at Acme today at 2pm" if language == "en" else "hatte heute um 14 Uhr ein Gespräch bei Acme"
    )
    scene = {"now": "2026-12-01T17:20", "tz": "Europe/Vienna", "language": language}
    told = await transcript_of(steps(scene, {"say": words}, {"until": "2026-12-20T12:00"}))
    nudges = [datetime.fromisoformat(line["at"]) for line in told if line["nudge"]]
    assert bool(nudges) is (language == "de")
    assert all(8 <= at.hour < 21 for at in nudges)


EXAMPLES = (
    "Interview with Acme tomorrow at 3pm for an hour, product designer",
    "They said by the end of next week",
    "I want to call them",
    "I sent the thank-you",
    "I got rejected",
)
"""What /help gives as examples."""
SHOWN = (
    "Interview with Acme tomorrow at 3pm for an hour, product designer. I'm in London",
    "went ok I think, Priya and Tom were nice. they'll decide by the end of next week. forgot to say I want it",
    "should I call them?",
)
"""What somebody says on the first screen of the README."""
WEEK = [date(2026, 11, 30) + timedelta(days=more) for more in range(7)]
FRIDAY, SUNDAY = 4, 6


def end_of_next_week(day: date) -> date:
    """What nobody but somebody who types on a Sunday can mean by it otherwise."""
    return day + timedelta(days=FRIDAY - day.weekday() + 7)


def chosen_on(day: date) -> tuple[Line, ...]:
    """On a Sunday, "next week" may be either, and is asked with buttons."""
    choice: tuple[Line, ...] = ({"press": day_as_said(end_of_next_week(day))}, {"facts": True})
    return choice if day.weekday() == SUNDAY else ()


def is_planned(known: Line, day: date) -> bool:
    """Whether the interview is known as it was told."""
    (interview,), (employer,) = known["interviews"], known["opportunities"]
    told = (interview["start"], interview["end"], employer["employer"], employer["role"])
    return told == (f"{day}T15:00:00+00:00", f"{day}T16:00:00+00:00", "Acme", "product designer")


def test_these_are_the_examples_that_are_given() -> None:
    readme = (HERE.parent / "README.md").read_text()
    assert all(words in readme for words in SHOWN)
    assert all(words in plain("help.all", "en", commands="") for words in EXAMPLES)


@pytest.mark.parametrize("day", WEEK, ids=lambda day: f"{day:%a}")
async def test_the_examples_are_understood_on_any_day_of_the_week(day: date) -> None:
    first, by_when, call, thanked, no = EXAMPLES
    told = await transcript_of(
        steps(
            {"now": f"{day - timedelta(days=1)}T10:00", "tz": "Europe/London"},
            *({"say": "/start"}, {"press": "Yes"}, {"say": first}, {"facts": True}),
            *({"until": f"{day}T16:10"}, {"say": by_when}, {"facts": True}),
            *chosen_on(day),
            *({"say": call}, {"say": thanked}, {"facts": True}, {"say": no}, {"facts": True}),
        )
    )
    planned, *asked, answered, sent, over = facts_in(told)
    assert is_planned(planned, day)
    assert len(asked) == (day.weekday() == SUNDAY)
    assert all("window_latest" not in row["interviews"][0] for row in asked), "what may be either is asked first"
    assert answered["interviews"][0]["window_latest"] == end_of_next_week(day).isoformat()
    assert day_as_said(end_of_next_week(day) + timedelta(days=4)) in answer_to(told, call)
    assert [(row["kind"], row["at"][:10]) for row in sent["contacts"]] == [("thank_you", day.isoformat())]
    assert [(row["type"], row["at"][:10]) for row in over["events"]] == [("rejected", day.isoformat())]


@pytest.mark.parametrize("day", WEEK, ids=lambda day: f"{day:%a}")
async def test_the_first_screen_of_the_readme_is_true_on_any_day_of_the_week(day: date) -> None:
    first, how, call = SHOWN
    told = await transcript_of(
        steps(
            {"now": f"{day - timedelta(days=1)}T10:00", "tz": "Europe/London"},
            *({"say": first}, {"facts": True}, {"until": f"{day}T16:10"}, {"say": how}, {"facts": True}),
            *chosen_on(day),
            *({"until": f"{day + timedelta(days=1)}T12:00"}, {"say": call}),
        )
    )
    planned, *_, answered = facts_in(told)
    assert is_planned(planned, day)
    assert (planned["person"]["zone"], planned["person"]["zone_confirmed"]) == ("Europe/London", True)
    (interview,) = answered["interviews"]
    assert (interview["mood"], interview["interest_said"]) == ("fine", "no")
    assert interview["interviewers"] == ["Priya", "Tom"]
    assert interview["window_latest"] == end_of_next_week(day).isoformat()
    assert day_as_said(end_of_next_week(day) + timedelta(days=4)) in answer_to(told, call)


# When things go wrong


async def test_a_bot_killed_after_every_step_tells_the_same_story() -> None:
    lines = (FOLDER / "first-interview.jsonl").read_text().splitlines()
    scene, story_steps = lines[0], lines[1:]
    killed = [scene, *(line for step in story_steps for line in (step, json.dumps({"restart": True})))]
    assert readable(await transcript_of(killed)) == (FOLDER / "first-interview.txt").read_text()


async def test_while_telegram_is_down_nothing_is_lost_and_nothing_comes_twice() -> None:
    told = await transcript_of(
        steps(
            {"now": "2026-11-30T10:00", "tz": "Europe/London"},
            {"say": "/start"},
            {"press": "Yes"},
            {"say": "Interview with Acme today at 11am for an hour, designer"},
            {"wait": "PT20M"},
            {"telegram": "down"},
            {"until": "2026-11-30T12:30"},
            {"telegram": "up"},
            {"wait": "PT20M"},
        )
    )
    assert [name for _, name in nudges_in(told)] == ["pocket_card", "check_in"]


async def test_too_many_requests_delay_a_reply_and_lose_none() -> None:
    told = await transcript_of(
        steps({"say": "/start"}, {"telegram": "429", "seconds": 30}, {"say": "/help"}, {"wait": "PT1M"})
    )
    assert said(told)[-1].startswith("Talk to me")
    assert told[-1]["at"] > "2026-11-30T09:00:30"


async def test_whoever_blocks_the_bot_is_left_alone_and_finds_everything_on_return() -> None:
    told = await transcript_of(
        steps(
            {"now": "2026-11-30T10:00", "tz": "Europe/London"},
            {"say": "/start"},
            {"press": "Yes"},
            {"say": "Interview with Acme today at 11am for an hour, designer"},
            {"wait": "PT20M"},
            {"telegram": "blocked"},
            {"until": "2026-12-01T10:00"},
        )
    )
    assert [name for _, name in nudges_in(told)] == ["pocket_card"]


async def test_two_people_do_not_see_each_other() -> None:
    told = await transcript_of(
        steps(
            {"say": "/start"},
            {"press": "Yes"},
            {"say": "Interview with Zenith tomorrow at 3pm for an hour, designer"},
            {"as": "ben"},
            {"say": "/start"},
            {"press": "Yes"},
            {"say": "/status"},
        )
    )
    assert told[-1]["person"] == "ben"
    assert "Zenith" not in told[-1]["text"]


async def test_a_far_zone_hears_the_check_in_on_its_own_clock() -> None:
    told = await transcript_of(
        steps(
            {"now": "2026-11-30T10:00", "tz": "America/New_York"},
            {"say": "/start"},
            {"press": "No"},
            {"say": "New York"},
            {"say": "Interview with Acme today at 3pm for an hour, designer"},
            {"until": "2026-11-30T17:00"},
        )
    )
    assert nudges_in(told) == [("2026-11-30T14:00", "pocket_card"), ("2026-11-30T16:05", "check_in")]


@pytest.mark.parametrize(
    "step", [{"until": "garbage"}, {"say": ""}, {"location": [1]}, {"press": "nothing"}, {"wait": "soon"}, {"dance": 1}]
)
async def test_a_step_that_cannot_be_done_names_its_line(step: dict[str, Any]) -> None:
    with pytest.raises(StoryUnplayable, match="line 2"):
        await transcript_of(steps({"now": "2026-11-30T09:00", "tz": "Europe/London"}, step))


def _write(name: str) -> None:
    (FOLDER / f"{name}.txt").write_text(readable(asyncio.run(story(name))))


if __name__ == "__main__":
    os.environ["AFTERWORD_LISTENER"] = "heads"
    for story_name in sys.argv[1:] or NAMES:
        _write(Path(story_name).stem)
