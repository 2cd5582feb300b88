"""What the Person has sent: kept once, with its day and its name, and what each of them changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.coaching.verdicts import verdict_on
from bot.hear.act import Act
from bot.learn.contacts import ACTS
from bot.learn.ledger import Ledger, Stale
from scheduler.policy import Kind
from storage.facts import Channel, ContactKind, EventType, Known, Parked
from tests.learn import rows
from tests.learn.rows import (
    FRIDAY,
    NOW,
    OPENS,
    TODAY,
    TOMORROW,
    YESTERDAY,
    act,
    around,
    drafts,
    keys,
    lines,
    opens,
    pressed,
)

MONDAY = TODAY - timedelta(days=2)


def learn(known: Known, *acts: Act) -> Ledger:
    return rows.learn(ACTS, known, *acts)


def kinds(ledger: Ledger) -> list[ContactKind]:
    return [contact.kind for contact in ledger.known.contacts]


# Thanks


def test_a_thank_you_is_kept_and_then_it_is_their_turn() -> None:
    ledger = learn(rows.waiting(), act("sent", what="thank_you", to="Priya", channel="email"))
    (contact,) = ledger.known.contacts
    assert (contact.kind, contact.to, contact.channel, contact.at) == (
        ContactKind.THANK_YOU,
        "Priya",
        Channel.EMAIL,
        NOW,
    )
    assert lines(ledger) == [
        "Your thank-you to Priya is out (Wed 2 Dec). Now it's their turn; you may ask from Tue 15 Dec."
    ]


def test_on_the_day_of_the_talk_it_went_out_after_it() -> None:
    known = rows.waiting()
    ledger = learn(known, act("sent", what="thank_you", day=YESTERDAY))
    assert ledger.known.contacts[0].at == known.interviews[0].end
    assert lines(ledger)[0].startswith("Your thank-you to Acme is out (Tue 1 Dec)")


def test_on_another_day_it_went_out_at_noon_there() -> None:
    known = rows.person(rows.overdue(), zone="America/New_York")
    ledger = learn(known, act("sent", what="thank_you", day=MONDAY))
    assert ledger.known.contacts[0].at == datetime(2026, 11, 30, 17, tzinfo=UTC)


@pytest.mark.parametrize("day", [TODAY, TOMORROW])
def test_nothing_was_sent_in_the_future(day: date) -> None:
    assert learn(rows.waiting(), act("sent", what="thank_you", day=day)).known.contacts[0].at == NOW


def test_beside_the_day_they_named_the_turn_is_not_told_twice() -> None:
    ledger = learn(rows.waiting(), act("sent", what="thank_you"), act("window", latest=FRIDAY))
    assert keys(ledger) == ["kept.sent.thank_you"]


def test_of_a_panel_the_next_one_follows_at_once() -> None:
    known = rows.changed(rows.waiting(), interviewers=("Priya Nair", "Tom"))
    ledger = learn(known, act("sent", what="thank_you", to="Priya"))
    assert ledger.known.contacts[0].to == "Priya Nair"
    assert (keys(ledger), drafts(ledger)) == (["kept.sent.thank_you.next"], ["thank_you"])
    last = learn(ledger.known, act("sent", what="thank_you", to="Tom"))
    assert keys(last) == ["kept.sent.thank_you.opens"]


def test_the_button_under_the_draft_is_about_whom_it_was_for() -> None:
    known = rows.changed(rows.waiting(), interviewers=("Priya", "Tom"))
    ledger = learn(known, pressed("sent.thank_you", "sent", 1, what="thank_you"))
    assert (ledger.known.contacts[0].to, ledger.reply.mark) == ("Priya", "sent.thank_you")
    for later in (ledger.known, rows.let_go(known)):
        with pytest.raises(Stale):
            learn(later, pressed("sent.thank_you", "sent", 1, what="thank_you"))


def test_told_again_it_stands_and_what_was_missing_is_filled_in() -> None:
    known = rows.wrote(rows.waiting(), ContactKind.THANK_YOU)
    again = learn(known, act("sent", what="thank_you"))
    assert (len(again.known.contacts), around(again)) == (1, ["kept.stands", "kept.sent.again"])
    by_mail = learn(known, act("sent", what="thank_you", channel="email"))
    assert [contact.channel for contact in by_mail.known.contacts] == [Channel.EMAIL]
    another = learn(known, act("sent", what="thank_you", to="Tom"))
    assert len(another.known.contacts) == 2


def test_put_right_the_day_and_the_name_change() -> None:
    known = rows.wrote(rows.waiting(), ContactKind.THANK_YOU, to="Tom")
    ledger = learn(known, act("correct"), act("sent", what="thank_you", to="Priya", day=YESTERDAY))
    assert [(c.to, c.at.date()) for c in ledger.known.contacts] == [("Priya", YESTERDAY)]
    assert keys(ledger) == ["kept.sent.thank_you.opens"]


def test_whoever_has_thanked_them_has_met_them_before() -> None:
    ledger = learn(rows.stranger(), act("sent", what="thank_you", day=YESTERDAY, about="Acme"))
    (interview,) = ledger.known.interviews
    assert interview.day_known is False
    assert interview.end < ledger.known.contacts[0].at


# Questions


def test_a_question_is_counted_and_the_next_one_has_its_day() -> None:
    ledger = learn(rows.overdue(), act("sent", what="follow_up", channel="email"))
    assert kinds(ledger) == [ContactKind.FOLLOW_UP]
    assert keys(ledger) == ["kept.sent.follow_up.next"]
    assert lines(ledger) == ["That was question 1 of 2 to Acme (Wed 2 Dec). The next may go from Wed 9 Dec."]


def test_the_last_question_is_left_to_rest() -> None:
    known = rows.wrote(rows.overdue(), ContactKind.FOLLOW_UP, hours=24 * 8)
    assert keys(learn(known, act("sent", what="follow_up"))) == ["kept.sent.follow_up"]


def test_an_early_question_needs_no_apology() -> None:
    ledger = learn(rows.waiting(), told("I asked them for news"))
    assert (keys(ledger), opens(ledger)) == (["kept.sent.follow_up.early"], OPENS)


@pytest.mark.parametrize("words", ["sent Helen the note", "hab Helen die Karte geschickt"])
def test_a_note_told_again_in_their_time_is_the_thank_you_and_no_question(words: str) -> None:
    thanked = learn(rows.waiting(), told("sent Helen a short email", to="Helen")).known
    again = learn(thanked, told(words, to="Helen"))
    assert kinds(again) == [ContactKind.THANK_YOU]
    asked = learn(thanked, told("asked Helen for news", to="Helen"))
    assert kinds(asked)[-1] is ContactKind.FOLLOW_UP


def test_the_thanks_that_were_no_question_are_those_that_are_out() -> None:
    thanked = learn(rows.waiting(), told("sent Helen a short email", to="Helen")).known
    again = learn(thanked, act("denied", what="follow_up"), act("sent", what="thank_you"))
    assert kinds(again) == [ContactKind.THANK_YOU]


def test_a_question_after_their_day_is_not_called_early() -> None:
    known = rows.overdue()
    early = replace(known, interviews=tuple(replace(one, window_latest=TODAY) for one in known.interviews))
    late = replace(known, interviews=tuple(replace(one, window_latest=YESTERDAY) for one in known.interviews))
    assert keys(learn(early, act("sent", what="follow_up"))) == ["kept.sent.follow_up.early"]
    assert keys(learn(late, act("sent", what="follow_up"))) == ["kept.sent.follow_up.next"]


@pytest.mark.parametrize("words", ["sent Helen a short email", "hab Herrn Petersen gerade eine Mail geschrieben"])
def test_the_first_mail_after_a_talk_is_the_thank_you(words: str) -> None:
    ledger = learn(rows.waiting(), told(words, channel="email", to="Helen"))
    assert (kinds(ledger), keys(ledger)) == ([ContactKind.THANK_YOU], ["kept.sent.thank_you.opens"])
    again = learn(ledger.known, told(words, channel="email", to="Tom"))
    assert kinds(again)[-1] is ContactKind.FOLLOW_UP, "the thanks are out"


def test_a_mail_of_before_the_talk_and_one_when_their_time_is_up_are_no_thanks() -> None:
    assert kinds(learn(rows.waiting(), told("emailed Helen", day=MONDAY))) == [ContactKind.FOLLOW_UP]
    assert kinds(learn(rows.overdue(), told("emailed Helen"))) == [ContactKind.FOLLOW_UP]


@pytest.mark.parametrize("news", ["invited", "offer", "window_moved", "heard", "scheduling"])
def test_a_call_that_brought_news_is_only_kept(news: str) -> None:
    ledger = learn(rows.waiting(), act("sent", what="follow_up", channel="phone"), act(news))
    assert keys(ledger)[0] == "kept.sent.called"


def test_a_question_of_an_earlier_round_is_not_counted() -> None:
    known = rows.changed(rows.waiting(), start=NOW - timedelta(hours=3), end=NOW - timedelta(hours=2))
    ledger = learn(known, act("sent", what="follow_up", day=date(2026, 11, 20)))
    assert keys(ledger) == ["kept.sent.written"]


def test_two_questions_on_one_day_are_one() -> None:
    known = rows.wrote(rows.overdue(), ContactKind.FOLLOW_UP)
    assert len(learn(known, act("sent", what="follow_up")).known.contacts) == 1
    yesterday = rows.wrote(rows.overdue(), ContactKind.FOLLOW_UP, hours=26)
    assert len(learn(yesterday, act("sent", what="follow_up")).known.contacts) == 2


def test_the_button_under_a_question_went_the_way_they_prefer() -> None:
    known = rows.overdue()
    known = replace(known, opportunities=(replace(known.opportunities[0], preferred_channel=Channel.PHONE),))
    ledger = learn(known, pressed("sent.follow_up", "sent", 1, what="follow_up"))
    assert ledger.known.contacts[0].channel is Channel.PHONE


def test_a_question_stands_after_a_talk_whose_day_is_only_assumed() -> None:
    known = rows.changed(rows.waiting(), day_known=False)
    ledger = learn(known, act("sent", what="follow_up", day=MONDAY))
    assert ledger.known.interviews[0].end < ledger.known.contacts[0].at


# Everything else


def test_an_answer() -> None:
    known = rows.happened(rows.waiting(), EventType.QUESTION)
    ledger = learn(known, act("sent", what="reply"))
    assert (kinds(ledger), keys(ledger)) == ([ContactKind.REPLY], ["kept.sent.reply"])
    assert ledger.known.opportunities[0].closed_at is None


@pytest.mark.parametrize("what", ["reply", "thank_you"])
def test_the_answer_to_a_no_closes_it(what: str) -> None:
    known = rows.happened(rows.waiting(), EventType.REJECTED)
    ledger = learn(known, act("sent", what=what))
    assert kinds(ledger) == [ContactKind.REPLY]
    assert ledger.known.opportunities[0].closed_at == NOW
    assert (keys(ledger), drafts(ledger)) == (["kept.sent.after_no"], ["linkedin"])


def test_thanks_told_in_one_breath_with_a_no_went_out_before() -> None:
    known = rows.happened(rows.waiting(), EventType.REJECTED, hours=0)
    ledger = learn(known, act("sent", what="thank_you"), act("rejected"))
    assert kinds(ledger) == [ContactKind.THANK_YOU]


def test_linkedin() -> None:
    ledger = learn(rows.waiting(), act("sent", what="linkedin", to="Tom"))
    assert (ledger.known.contacts[0].channel, keys(ledger)) == (Channel.LINKEDIN, ["kept.sent.linkedin"])
    closed = learn(rows.let_go(rows.waiting()), pressed("sent.linkedin", "sent", 1, what="linkedin"))
    assert kinds(closed) == [ContactKind.LINKEDIN]


def test_a_practical_line_is_no_question() -> None:
    ledger = learn(rows.waiting(), act("sent", what="other"))
    assert (ledger.known.contacts[0].about, keys(ledger)) == ("logistics", ["kept.sent.logistics"])


def test_a_word_about_another_offer_is_no_question() -> None:
    known = rows.happened(rows.waiting(), EventType.COMPETING_OFFER)
    other = learn(rows.happened(rows.two(), EventType.OFFER, row=11), act("sent", what="other", about="Acme"))
    assert other.known.contacts[0].about == "competing_offer"
    for ledger in (
        learn(known, act("sent", what="other")),
        learn(rows.waiting(), act("sent", what="other"), act("offer")),
    ):
        assert ledger.known.contacts[0].about == "competing_offer"


def test_a_call_to_the_agency() -> None:
    known = rows.waiting()
    known = replace(known, opportunities=(replace(known.opportunities[0], via_agency=True, agency="Crewpoint"),))
    ledger = learn(known, pressed("did.debrief", "sent", 1, what="other", topic="debrief"))
    (contact,) = ledger.known.contacts
    assert (contact.about, contact.to, contact.channel) == ("debrief", "agency", Channel.PHONE)
    assert keys(ledger) == ["kept.sent.debrief"]


def test_a_sign_of_life_may_go_to_one_that_is_closed() -> None:
    known = rows.let_go(rows.waiting())
    ledger = learn(known, pressed("did.keep_in_touch", "sent", 1, what="other", topic="keep_in_touch"))
    assert keys(ledger) == ["kept.sent.keep_in_touch"]


def test_with_several_employers_it_waits_for_a_name() -> None:
    for told in (act("sent", what="follow_up"), act("sent")):
        ledger = learn(rows.two(), told)
        assert (ledger.known.contacts, len(ledger.known.open_points)) == ((), 1)


def test_a_name_says_at_which_employer() -> None:
    ledger = learn(rows.two(), act("sent", what="thank_you", to="Dana"))
    assert [(c.opportunity_id, c.to) for c in ledger.known.contacts] == [(11, "Dana Reed")]


# "Sent it"


@pytest.mark.parametrize(
    ("name", "kind", "about"),
    [
        ("thank_you", ContactKind.THANK_YOU, None),
        ("second_follow_up", ContactKind.FOLLOW_UP, None),
        ("document_sent", ContactKind.REPLY, None),
        ("deadline", ContactKind.OTHER, "competing_offer"),
        ("late_call", ContactKind.OTHER, "logistics"),
        ("withdrawal", ContactKind.OTHER, "withdraw"),
        ("promised", ContactKind.PROMISE, None),
    ],
)
def test_a_plain_sent_it_is_the_draft_that_was_shown_last(name: str, kind: ContactKind, about: str | None) -> None:
    known = rows.person(rows.waiting(), amending=f"shown {name}", amending_about=1)
    ledger = learn(known, act("sent"))
    assert [(c.kind, c.about) for c in ledger.known.contacts] == [(kind, about)]
    assert ledger.person.amending is None


def test_the_draft_of_another_employer_is_not_meant() -> None:
    known = rows.person(rows.two(), amending="shown thank_you", amending_about=1)
    ledger = learn(known, act("sent", about="Globex", day=TODAY))
    assert [c.opportunity_id for c in ledger.known.contacts] == [11]
    shown = learn(known, act("sent"))
    assert [c.opportunity_id for c in shown.known.contacts] == [1]


def test_without_a_draft_it_is_what_a_nudge_brought() -> None:
    known = rows.nudged(rows.overdue(), "thank_you")
    assert kinds(learn(known, act("sent"))) == [ContactKind.THANK_YOU]
    gone = rows.wrote(rows.nudged(rows.overdue(), "thank_you", hours=30), ContactKind.THANK_YOU, hours=20)
    assert kinds(learn(gone, act("sent"))) == [ContactKind.THANK_YOU, ContactKind.FOLLOW_UP]


def told(span: str, **slots: Any) -> Act:
    """As it is heard of these words, which name no question."""
    return Act("sent", {"what": "follow_up", **slots}, span=span)


def shown(known: Known, name: str = "thank_you", hours: float = 1) -> Known:
    """A draft to Acme was shown at the last message, so many hours ago."""
    return rows.person(known, amending=f"shown {name}", amending_about=1, heard_at=NOW - timedelta(hours=hours))


@pytest.mark.parametrize("words", ["Sent to Kelly by email", "sent him on insta", "an Kelly per Mail geschickt"])
def test_what_is_sent_right_after_a_draft_is_that_draft_and_no_question(words: str) -> None:
    ledger = learn(shown(rows.waiting()), told(words, to="Kelly"))
    assert [(c.kind, c.to) for c in ledger.known.contacts] == [(ContactKind.THANK_YOU, "Kelly")]
    brought = learn(rows.nudged(rows.waiting(), "thank_you"), told(words))
    assert kinds(brought) == [ContactKind.THANK_YOU]


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        ("I followed up with them", {}),
        ("I asked them for news", {}),
        ("hab nach dem Stand gefragt", {}),
        ("I rang her", {"channel": "phone"}),
        ("followed up with Globex", {"about": "Globex"}),
    ],
)
def test_a_question_that_is_named_stays_one(words: str, slots: dict[str, Any]) -> None:
    ledger = learn(shown(rows.two()), told(words, **{"about": "Acme", **slots}))
    assert kinds(ledger) == [ContactKind.FOLLOW_UP]


def test_a_draft_of_long_ago_is_not_meant() -> None:
    assert kinds(learn(shown(rows.waiting(), hours=50), told("wrote to them"))) == [ContactKind.FOLLOW_UP]
    old = rows.nudged(rows.overdue(), "thank_you", hours=50)
    assert kinds(learn(old, told("wrote to them"))) == [ContactKind.FOLLOW_UP]


def test_the_same_words_are_one_message() -> None:
    words = "sent to both"
    ledger = learn(shown(rows.waiting()), told(words), Act("sent", {}, span=words))
    assert kinds(ledger) == [ContactKind.THANK_YOU]


def test_a_note_that_went_to_the_agency_has_reached_all_of_them() -> None:
    known = shown(rows.changed(rows.waiting(), interviewers=("Tom", "Anna")))
    known = replace(known, opportunities=(replace(known.opportunities[0], via_agency=True, agency="Madison"),))
    ledger = learn(known, told("Sent to Kelly by email", to="Kelly", channel="email"))
    assert lines(ledger)[0].startswith("Your thank-you to Madison is out")
    assert verdict_on(ledger.known, ledger.known.opportunities[0], NOW).kind is not Kind.THANK_YOU


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("I sent them thank you mails the next day", date(2026, 11, 12)),
        ("habe mich am selben Tag bedankt", date(2026, 11, 11)),
        ("I sent them thank you mails", TODAY),
    ],
)
def test_thanks_of_the_next_day_went_out_the_day_after_the_talk(words: str, day: date) -> None:
    ledger = learn(rows.overdue(), Act("sent", {"what": "thank_you"}, span=words))
    assert ledger.known.contacts[0].at.date() == day
    assert ledger.known.contacts[0].at <= NOW


def test_the_next_day_is_never_ahead() -> None:
    today = rows.met(start=NOW - 2 * rows.HOUR, end=NOW - rows.HOUR)
    ledger = learn(today, Act("sent", {"what": "thank_you"}, span="thanked them the next day"))
    assert ledger.known.contacts[0].at == NOW


def test_thanks_told_with_a_talk_of_long_ago_are_not_of_today() -> None:
    ledger = Ledger(rows.stranger(), NOW)
    known = rows.overdue()
    ledger.known = known
    ledger.acts = (Act("sent", {"what": "thank_you"}, span="and thanked them"),)
    ACTS["sent"](ledger, ledger.acts[0])
    assert ledger.known.contacts[0].at.date() == date(2026, 11, 12)


def test_else_what_the_policy_would_have_go_next() -> None:
    assert kinds(learn(rows.waiting(), act("sent"))) == [ContactKind.THANK_YOU]
    answer = rows.happened(rows.waiting(), EventType.INVITATION)
    assert kinds(learn(answer, act("sent"))) == [ContactKind.REPLY]


# What was promised


def test_what_was_promised_is_a_promise_kept() -> None:
    known = rows.promise(rows.waiting(), "references")
    ledger = learn(known, act("sent", what="promised", day=YESTERDAY))
    assert (kinds(ledger), keys(ledger)) == ([ContactKind.PROMISE], ["kept.kept"])
    assert ledger.known.promises[0].done_at == ledger.known.contacts[0].at
    twice = learn(known, act("kept", what="references"), act("sent", what="promised"))
    assert (kinds(twice), keys(twice)) == ([ContactKind.PROMISE], ["kept.kept"])


def test_a_call_takes_no_written_question_from_its_day() -> None:
    known = rows.waiting()
    parked = Parked(id=60, opportunity_id=1, text="any news?", at=NOW)
    known = replace(known, parked=(parked,))
    for channel, handed in (("phone", False), ("email", True)):
        ledger = learn(known, act("sent", what="follow_up", channel=channel))
        assert (ledger.known.parked[0].handed_at is not None) is handed


@pytest.mark.parametrize(("draft", "end"), [("decline", EventType.DECLINED), ("acceptance", EventType.ACCEPTED)])
def test_a_yes_or_a_no_that_was_sent_is_a_decision(draft: str, end: EventType) -> None:
    known = rows.happened(rows.waiting(), EventType.OFFER)
    known = rows.person(known, amending=f"shown {draft}", amending_about=1)
    for said in (act("sent"), act("sent", what="reply")):
        ledger = learn(known, said)
        assert [event.type for event in ledger.known.events][-1] is end
        assert ledger.known.contacts[-1].kind is ContactKind.REPLY


def test_a_draft_that_was_for_somebody_went_to_them() -> None:
    known = rows.person(rows.met(interviewers=("Priya", "Tom")), amending="shown thank_you to Tom", amending_about=1)
    assert learn(known, act("sent")).known.contacts[-1].to == "Tom"


def test_a_question_told_again_without_its_reader_is_the_same_one() -> None:
    first = learn(rows.overdue(), act("sent", what="follow_up", channel="phone", to="Fiona"))
    again = learn(first.known, act("sent", what="follow_up", channel="phone"))
    assert len(again.known.contacts) == len(first.known.contacts)


@pytest.mark.parametrize("words", ["sent both this morning", "sent all two", "beide abgeschickt"])
def test_as_many_as_there_were_are_all_of_them(words: str) -> None:
    known = rows.person(rows.met(interviewers=("Priya", "Tom")), amending="shown thank_you to Tom", amending_about=1)
    assert learn(known, Act("sent", {}, span=words)).known.contacts[-1].to is None
