"""The command `afterword judge`: JSON Lines in, JSON Lines out."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from bot import words
from bot.judge import main, why
from scheduler import policy
from scheduler.policy import Answer, Verdict

POLICY = Path(policy.__file__).parent
WORDS = Path(words.__file__).parent / "en" / "verdicts.po"
FACTS: dict[str, Any] = {
    "interview_end": "2027-03-01T11:00:00+00:00",
    "recruiter_zone": "Europe/London",
    "stated_window": {"earliest": None, "latest": "2027-03-12"},
    "contacts": [{"at": "2027-03-01T16:00:00+00:00", "kind": "thank_you", "direction": "out"}],
}
NOW = "2027-03-05T10:00:00+00:00"


def answer(line: str) -> dict[str, Any]:
    (given,) = main([line])
    found: dict[str, Any] = json.loads(given)
    return found


def judged(facts: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    record = {"id": "one", "facts": {**FACTS, **(facts or {})}, "now": NOW, "question": "what_now", **more}
    return answer(json.dumps(record))


def test_a_situation_gets_a_verdict_with_its_rule_and_a_sentence() -> None:
    assert judged() == {
        "id": "one",
        "verdict": "hold",
        "not_before": "2027-03-16",
        "kind": "follow_up",
        "channel": None,
        "rule": "R18",
        "why": (
            "They have until Fri 12 Mar, and two working days of grace make it Tue 16 Mar: ask then. Silence until then"
            " only means that nothing is decided. Meanwhile, keep your other applications moving."
        ),
    }


def test_lines_are_answered_in_their_places_and_empty_ones_not_at_all() -> None:
    lines = [json.dumps({"id": 1, "facts": FACTS, "now": NOW}), "", "nonsense", json.dumps({"id": 3})]
    answers = [json.loads(line) for line in main(lines)]

    assert [found["id"] for found in answers] == [1, None, 3]
    assert ["error" in found for found in answers] == [False, True, True]


def test_what_is_left_out_has_its_usual_meaning() -> None:
    bare = {"interview_end": "2027-03-01T11:00:00+00:00"}
    found = answer(json.dumps({"id": 1, "facts": bare, "now": NOW}))
    assert (found["verdict"], found["not_before"]) == ("only_thank_you", "2027-03-10")


def test_the_wish_is_looked_at_only_when_the_person_asks() -> None:
    wish = {"intent": {"kind": "logistics"}}
    assert judged(wish, question="may_i_contact")["kind"] == "logistics"
    assert judged(wish, question="next_nudge")["kind"] == "follow_up"
    assert judged(question="may_i_contact")["kind"] == "follow_up"


def test_every_field_of_the_form_is_read() -> None:
    found = judged(
        {
            "stage": "panel",
            "sector": "public",
            "work_week": ["sun", "mon", "tue", "wed", "thu"],
            "holidays": ["2027-03-08"],
            "stated_window": None,
            "preferred_channel": "phone",
            "interviewers": ["Ann", "Bo"],
            "contacts": [{"at": "2027-03-01T16:00:00+00:00", "kind": "thank_you", "direction": "out", "to": "Ann"}],
            "promises": [
                {"what": "papers", "due": "2027-03-04", "done": True},
                {"what": "photo", "due": "2027-03-20", "done": False},
            ],
            "events": [{"type": "recruiter_away", "at": NOW, "from": "2027-03-22", "until": "2027-03-24"}],
        },
        now="2027-03-04T10:00:00+00:00",
    )
    assert (found["verdict"], found["not_before"]) == ("only_thank_you", "2027-03-28")
    assert "Still open: Bo." in found["why"]


@pytest.mark.parametrize("name", ["until", "by", "written_by"])
def test_a_last_day_has_three_names(name: str) -> None:
    events = [{"type": "verbal_offer", "at": "2027-03-04T10:00:00+00:00", name: "2027-03-10"}]
    assert judged({"events": events})["not_before"] == "2027-03-12"


def test_a_call_and_an_interview_are_planned_for_a_moment() -> None:
    events = [{"type": "next_interview", "at": NOW, "for": "2027-03-10T15:00:00+00:00"}]
    assert judged({"events": events})["not_before"] == "2027-03-10"


def test_what_they_said_in_the_interview_belongs_to_it() -> None:
    said = [{"type": "no_contact", "at": "2027-03-01T10:30:00+00:00"}]
    before = [{"type": "no_contact", "at": "2027-02-20T10:30:00+00:00"}]

    assert judged({"events": said})["rule"] == "R33"
    assert judged({"events": before})["rule"] == "R18"


@pytest.mark.parametrize(
    ("same_on_contact", "same_on_role", "rule"),
    [(True, None, "R39"), (False, True, "R19"), (None, True, "R39"), (None, False, "R19"), (None, None, "R39")],
)
def test_a_question_about_another_role_counts_for_the_same_person(
    same_on_contact: bool | None, same_on_role: bool | None, rule: str
) -> None:
    elsewhere = {"at": "2027-03-15T10:00:00+00:00", "kind": "follow_up", "direction": "out", "process": "Clerk"}
    if same_on_contact is not None:
        elsewhere["same_contact"] = same_on_contact  # type: ignore[assignment]
    roles = [] if same_on_role is None else [{"role": "Clerk", "same_contact": same_on_role}]
    facts = {"contacts": [*FACTS["contacts"], elsewhere], "other_applications": roles}

    assert judged(facts, now="2027-03-16T10:00:00+00:00")["rule"] == rule


def test_thanks_about_another_role_are_no_thanks_here() -> None:
    elsewhere = [{**FACTS["contacts"][0], "process": "Clerk", "same_contact": True}]
    assert judged({"contacts": elsewhere})["verdict"] == "only_thank_you"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nonsense", "this line is not JSON"),
        ("[1]", "a line is one object"),
        ("[" * 100_000, "recursion"),
        ('{"id": "one"}', "now: a moment such as 2027-03-01T10:00:00+01:00 is needed here, not None"),
        (f'{{"id": "one", "now": "{NOW}"}}', "facts: an object is needed here, not None"),
        (f'{{"id": "one", "now": "{NOW}", "question": "who"}}', "question: 'who' is none of may_i_contact"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(line: str, said: str) -> None:
    assert said in answer(line)["error"]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"interview_end": "2027-03-01T11:00:00"}, "interview_end: a moment"),
        ({"interview_end": "yesterday"}, "interview_end: a moment"),
        ({"interview_end": "9999-12-31T23:59:00-10:00"}, "interview_end: a moment"),
        ({"interview_end": "9999-12-31T23:59:00+00:00", "recruiter_zone": "Asia/Tokyo"}, "out of range"),
        ({"recruiter_zone": "Mars/North"}, "recruiter_zone: 'Mars/North' is no IANA zone"),
        ({"recruiter_zone": 3}, "recruiter_zone: a text is needed"),
        ({"work_week": "mon"}, "work_week: 'mon' is no list of days"),
        ({"work_week": ["Monday"]}, "work_week: ['Monday'] is no list of days"),
        ({"holidays": "none"}, "holidays: a list is needed"),
        ({"holidays": ["1 May"]}, "holidays: a day such as 2027-03-01"),
        ({"holidays": [1]}, "holidays: a day such as 2027-03-01"),
        ({"stage": "zeroth"}, "stage: 'zeroth' is none of phone_screen"),
        ({"contacts": ["a note"]}, "contacts: every entry is an object"),
        ({"contacts": [{"at": NOW, "kind": "pigeon"}]}, "kind: 'pigeon' is none of thank_you"),
        ({"events": [{"at": NOW}]}, "type: None is none of request"),
        ({"promises": [{"what": "papers"}]}, "due: a promise needs its day"),
    ],
)
def test_a_field_that_cannot_be_read_is_named(facts: dict[str, Any], said: str) -> None:
    assert said in judged(facts)["error"]


def test_an_answer_can_be_written_whatever_the_id() -> None:
    (line,) = main(['{"id": "\\ud800"}'])
    assert json.loads(line.encode("utf-8").decode("utf-8"))["id"] == "\ud800"


def test_days_are_said_as_people_write_them() -> None:
    verdict = Verdict(
        verdict=Answer.HOLD, rule="R22", reason="verdict.hold.no_window", params={"day": date(2027, 12, 14)}
    )
    assert why(verdict).endswith("ask from Tue 14 Dec.")


def messages() -> list[Any]:
    with WORDS.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def test_every_sentence_tells_translators_when_it_is_said() -> None:
    assert [message.id for message in messages() if not message.auto_comments] == []


def test_every_sentence_that_the_policy_can_give_has_words_and_none_is_left_over() -> None:
    code = "\n".join(path.read_text("utf-8") for path in POLICY.glob("*.py"))
    told = {str(message.id) for message in messages() if str(message.id).startswith("verdict.")}
    in_full = set(re.findall(r'"(verdict\.[a-z_.]+[a-z])"', code))
    last_words = set(re.findall(r'"([a-z_]+)"', code)) | {str(answer) for answer in Answer}

    assert in_full <= told
    assert {key for key in told - in_full if key.rsplit(".", 1)[1] not in last_words | EVENT_WORDS} == set()


EVENT_WORDS = {
    *("request", "question", "invitation", "missed_call", "linkedin_invitation", "offer", "rejected", "reopened"),
    *("email", "phone", "linkedin", "text"),
}
