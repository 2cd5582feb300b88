"""Further rounds, planned calls, small signs, feedback, and how many applications went out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.hear.act import Act
from bot.learn.ledger import Ledger, Stale
from bot.learn.standing import ACTS
from scheduler import nudges, policy
from storage.facts import ContactKind, EventType, Known, NoteKind, Nudged, Stage, Week
from tests.learn import rows
from tests.learn.rows import NOW, TODAY, act, answers, around, bare, drafts, keys, opens, pressed

THURSDAY = datetime(2026, 12, 10, 14, tzinfo=UTC)


def learn(known: Known, *acts: Act) -> Ledger:
    return rows.learn(ACTS, known, *acts)


def types(ledger: Ledger) -> list[EventType]:
    return [event.type for event in ledger.known.events]


def owes_an_answer(ledger: Ledger) -> bool:
    case = policy.case_of(ledger.known, ledger.known.opportunities[0])
    return policy.judge(case, NOW).verdict is policy.Answer.REPLY_NOW


# A further round


def test_invited_without_a_date_is_answered_first() -> None:
    ledger = learn(rows.waiting(), act("invited", stage="second"))
    assert (types(ledger), len(ledger.known.interviews)) == ([EventType.INVITATION], 1)
    assert (keys(ledger), drafts(ledger)) == (["kept.invited"], ["reply_invitation"])
    assert owes_an_answer(ledger)
    assert around(learn(ledger.known, act("invited"))) == ["kept.stands", "kept.invited"]


def test_invited_with_a_date_is_planned_and_needs_no_answer_first() -> None:
    ledger = learn(rows.waiting(), act("invited", start=THURSDAY))
    talk = ledger.known.interviews[-1]
    assert (talk.start, talk.stage, talk.start_known) == (THURSDAY, Stage.SECOND, True)
    assert (types(ledger), keys(ledger)) == ([EventType.INVITATION], ["kept.invited.when"])
    assert not owes_an_answer(ledger)
    again = learn(ledger.known, act("invited", start=THURSDAY))
    assert (len(again.known.interviews), types(again)) == (2, [EventType.INVITATION])
    assert around(again) == ["kept.stands", "kept.invited.when"]


def test_the_stage_is_as_it_was_said_and_a_day_is_enough() -> None:
    ledger = learn(rows.waiting(), act("invited", stage="final", day=THURSDAY.date()))
    talk = ledger.known.interviews[-1]
    assert (talk.stage, talk.start.date(), talk.start_known) == (Stage.FINAL, THURSDAY.date(), False)


@pytest.mark.parametrize("slots", [{"start": NOW - rows.HOUR}, {"day": TODAY - timedelta(days=9)}])
def test_what_has_passed_is_not_planned(slots: dict[str, object]) -> None:
    ledger = learn(rows.waiting(), act("invited", **slots))
    assert (len(ledger.known.interviews), keys(ledger)) == (1, ["kept.invited"])


def test_with_a_talk_ahead_the_invitation_is_known() -> None:
    ledger = learn(rows.ahead(), act("invited"))
    assert (types(ledger), around(ledger)) == ([], ["kept.stands", "kept.invited.when"])


def test_invited_after_a_no_opens_it_again() -> None:
    known = rows.let_go(rows.happened(rows.waiting(), EventType.REJECTED))
    ledger = learn(known, act("invited", about="Acme"))
    assert types(ledger) == [EventType.REJECTED, EventType.REOPENED, EventType.INVITATION]
    assert ledger.known.opportunities[0].closed_at is None
    assert not nudges.has_ended(ledger.known, ledger.known.opportunities[0])


def test_the_button_of_an_employer_that_is_closed_is_old() -> None:
    assert learn(rows.waiting(), pressed("came.invitation", "invited", 1)).reply.mark == "came.invitation"
    with pytest.raises(Stale):
        learn(rows.let_go(rows.waiting()), pressed("came.invitation", "invited", 1))


def test_a_date_is_still_to_be_found() -> None:
    ledger = learn(rows.waiting(), act("scheduling"))
    assert (types(ledger), keys(ledger)) == ([EventType.SCHEDULING_PENDING], ["kept.scheduling"])
    assert (opens(ledger), drafts(ledger)) == (date(2026, 12, 9), ["reply_invitation"])
    assert around(learn(ledger.known, act("scheduling"))) == ["kept.stands", "kept.scheduling"]


def test_beside_an_invitation_only_the_date_is_open() -> None:
    ledger = learn(rows.waiting(), act("invited"), act("scheduling"))
    assert types(ledger) == [EventType.INVITATION, EventType.SCHEDULING_PENDING]
    assert keys(ledger) == ["kept.invited", "kept.scheduling.date"]


# A planned call


def test_a_call_is_planned() -> None:
    ledger = learn(rows.waiting(), act("call_planned", start=THURSDAY))
    assert [(e.type, e.planned_for) for e in ledger.known.events] == [(EventType.SCHEDULED_CALL, THURSDAY)]
    assert keys(ledger) == ["kept.call_planned"]
    assert around(learn(ledger.known, act("call_planned", start=THURSDAY))) == ["kept.stands", "kept.call_planned"]


def test_when_they_call_may_follow() -> None:
    known = learn(rows.waiting(), act("call_planned")).known
    ledger = learn(known, bare("call_planned", known.events[0].id, start=THURSDAY))
    assert [event.planned_for for event in ledger.known.events] == [THURSDAY]
    assert keys(learn(rows.waiting(), act("call_planned"))) == ["kept.call_planned.undated"]


def test_a_call_that_has_passed_is_not_planned() -> None:
    ledger = learn(rows.waiting(), act("call_planned", start=NOW - rows.HOUR))
    assert (types(ledger), answers(ledger)) == ([], ["kept.not.call_passed"])


def test_a_call_that_did_not_come_may_be_asked_about() -> None:
    told = (act("call_planned", start=NOW - rows.HOUR), act("nothing_heard"))
    ledger = learn(rows.waiting(), *told)
    assert (keys(ledger), drafts(ledger)) == (["kept.call_planned.missed"], ["late_call"])
    verdict = policy.judge(policy.case_of(ledger.known, ledger.known.opportunities[0]), NOW)
    assert (verdict.verdict, verdict.kind) == (policy.Answer.GO, policy.Kind.LOGISTICS)


# Small signs


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("reposted", EventType.JOB_REPOSTED),
        ("profile_viewed", EventType.PROFILE_VIEW),
        ("reference_called", EventType.REFERENCE_CALLED),
    ],
)
def test_a_small_sign_changes_no_date(name: str, kind: EventType) -> None:
    ledger = learn(rows.waiting(), act(name))
    assert (types(ledger), keys(ledger), opens(ledger)) == ([kind], [f"kept.{name}"], None)


@pytest.mark.parametrize("name", ["invited", "scheduling", "call_planned", "reposted", "feedback"])
def test_with_several_employers_it_waits_for_a_name(name: str) -> None:
    ledger = learn(rows.two(), act(name, text="too junior"))
    assert (ledger.known.events, ledger.known.notes, len(ledger.known.open_points)) == ((), (), 1)


# Feedback


def test_feedback_is_kept_word_for_word() -> None:
    ledger = learn(rows.waiting(), act("feedback", text="A  little too junior."))
    assert [(n.kind, n.text, n.interview_id) for n in ledger.known.notes] == [
        (NoteKind.FEEDBACK, "A  little too junior.", None)
    ]
    again = learn(ledger.known, act("feedback", text="a  little too junior."))
    assert (len(again.known.notes), around(again)) == (1, ["kept.stands", "kept.feedback"])


def test_feedback_is_of_whoever_said_no_last() -> None:
    known = rows.happened(rows.two(), EventType.REJECTED, row=11)
    ledger = learn(known, act("feedback", text="too junior"))
    assert ledger.known.notes[0].opportunity_id == 11


# Applications


def test_applications_are_counted_by_the_week() -> None:
    ledger = learn(rows.stranger(), act("applications", count=3))
    assert [(w.monday, w.applications) for w in ledger.known.weeks] == [(date(2026, 11, 30), 3)]
    assert keys(ledger) == ["applications.kept"]
    none = learn(ledger.known, pressed("apps.0", "applications", 0, count=0))
    assert [week.applications for week in none.known.weeks] == [0]
    assert (keys(none), none.reply.mark) == (["applications.none"], "apps.0")
    assert learn(rows.stranger(), act("applications", count=999)).known.weeks[0].applications == 500


def test_a_count_after_the_question_is_about_the_week_of_the_question() -> None:
    asked = Nudged(id=9, once="a", name="applications", opportunity_id=None, at=NOW - timedelta(days=3))
    known = replace(rows.stranger(), nudged=(asked,), weeks=(Week(id=8, monday=date(2026, 11, 30), applications=1),))
    ledger = learn(known, act("applications", count=4))
    assert {week.monday: week.applications for week in ledger.known.weeks} == {
        date(2026, 11, 30): 1,
        date(2026, 11, 23): 4,
    }
    assert ContactKind.REPLY not in [contact.kind for contact in ledger.known.contacts]
