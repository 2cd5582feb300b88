"""An offer: who else may be told of its day, and whether a spoken one is on paper by now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.decide import offers
from bot.decide.offers import after, deadline_of, has_paper, not_on_paper, tell_other_offer
from bot.hear.act import Act
from bot.learn.ledger import Stale
from storage.facts import Event, EventType, Known
from tests.decide import rows
from tests.decide.rows import NOW, bare, blocks, done, keys, ledger, press, said, verbs
from tests.in_place import Chat, acme

DAY = date(2026, 12, 9)


def offered(known: Known, deadline: date | None = DAY) -> Known:
    """Acme offers the job."""
    return rows.happened(known, EventType.OFFER, deadline=deadline)


def learned(known: Known) -> list[str]:
    """What is said after an offer with a day was learned in this turn."""
    made = ledger(known, Act("offer"))
    event = Event(id=60, opportunity_id=1, type=EventType.OFFER, at=NOW, deadline=DAY)
    made.known = replace(known, events=(*known.events, event))
    after(made)
    return [*keys(made), *verbs(made)]


def test_whom_one_would_rather_have_may_be_told_of_the_day() -> None:
    assert learned(rows.two()) == ["offer.others", "others.tell"]


def test_nobody_is_told_where_nobody_is_in_the_middle_of_it() -> None:
    assert learned(rows.acme()) == []
    assert learned(rows.happened(rows.two(), EventType.REJECTED, row=11)) == []
    known = rows.two()
    assert learned(replace(known, interviews=known.interviews[:1])) == []


def test_it_is_said_only_when_the_day_is_new() -> None:
    made = ledger(offered(rows.two()), Act("offer"))
    after(made)
    assert keys(made) == []


def test_a_day_that_has_passed_is_no_reason() -> None:
    known = offered(rows.two(), date(2026, 12, 1))
    assert deadline_of(ledger(known), known.opportunities[0]) is None
    assert deadline_of(ledger(rows.two()), known.opportunities[0]) is None


def test_the_other_one_is_told_with_a_draft_and_the_fact_is_kept_once() -> None:
    known = offered(rows.two())
    made = done(known, tell_other_offer, press("others.tell", "tell_other_offer", 11))
    assert [(e.type, e.deadline) for e in made.known.events if e.opportunity_id == 11] == [
        (EventType.COMPETING_OFFER, DAY)
    ]
    assert "December 9" in blocks(made)[0] or "9 December" in blocks(made)[0]
    assert made.person.amending == "shown deadline"
    again = done(made.known, tell_other_offer, press("others.tell", "tell_other_offer", 11))
    assert len(again.known.events) == len(made.known.events)


def test_without_a_real_day_nobody_is_told() -> None:
    with pytest.raises(Stale):
        done(rows.two(), tell_other_offer, press("others.tell", "tell_other_offer", 11))
    typed = done(rows.two(), tell_other_offer, Act("tell_other_offer", {"about": "Globex"}))
    assert keys(typed) == ["draft_needs.deadline"]


def test_of_several_it_is_asked_whom_to_tell() -> None:
    assert done(rows.two(), tell_other_offer, Act("tell_other_offer")).known.open_points
    assert keys(done(rows.stranger(), tell_other_offer, Act("tell_other_offer"))) == ["may_i.nobody.other"]


def test_not_on_paper_yet() -> None:
    known = rows.happened(rows.acme(), EventType.VERBAL_OFFER)
    no = offers._paper(ledger(known), press("paper.no", "no", 1, asked="paper"))
    assert no is not None
    made = done(known, not_on_paper, no)
    assert (keys(made), made.reply.mark, verbs(made)) == (["paper.not_yet"], "paper.no", ["show.draft=spoken_offer"])
    assert said(made, "de")


def test_on_paper_it_is_an_offer() -> None:
    known = rows.happened(rows.acme(), EventType.VERBAL_OFFER)
    asked = replace(known, person=replace(known.person, asking="paper", asking_about=1))
    yes = offers._paper(ledger(asked), bare("yes"))
    assert yes is not None
    assert (yes.name, yes.row, yes.get("form")) == ("offer", 1, "paper")
    assert offers._paper(ledger(asked), bare("words")) is None


def test_when_the_paper_has_come_the_question_is_finished() -> None:
    known = offered(rows.happened(rows.acme(), EventType.VERBAL_OFFER, hours=2))
    assert has_paper(ledger(known), known.opportunities[0])
    with pytest.raises(Stale):
        done(known, not_on_paper, press("paper.no", "not_on_paper", 1))


def test_who_takes_it_and_asks_what_is_next_is_not_told_to_wait() -> None:
    chat = Chat(acme()).say("they offered me the job, answer by Friday").say("taking it!! whats next?")
    assert "Say yes in writing" in chat.said
    assert "You may ask" not in chat.said
