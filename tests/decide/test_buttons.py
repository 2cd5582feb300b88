"""The buttons about drafts and verdicts: what they carry, and when they are old."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.coaching.drafts import Style
from bot.coaching.verdicts import may_ask_now, may_park, opens_on, question_opens, sentences, verdict_on
from bot.decide.beside import is_alone, is_answered_elsewhere, says
from bot.decide.buttons import (
    act_press,
    act_presses,
    change_presses,
    contacts_sent,
    draft_presses,
    own_press,
    sent_press,
    show_press,
    why_press,
)
from bot.decide.meant import clear, fresh, is_asked, mark, meant, once
from bot.hear.act import Act, By
from bot.learn.ledger import Stale
from bot.words.named import Press, Text
from storage.facts import Contact, ContactKind, Direction, EventType
from tests.decide import rows
from tests.decide.rows import NOW, OPENS, ledger, press

ACME = rows.acme().opportunities[0]


def test_a_button_carries_how_much_was_sent() -> None:
    known = rows.acme()
    came = Contact(id=9, opportunity_id=1, at=NOW, kind=ContactKind.REPLY, direction=Direction.IN)
    assert contacts_sent(replace(known, contacts=(*known.contacts, came)), ACME) == 1
    assert act_press(known, ACME, "keep") == Press("keep", 1, 1)
    assert act_presses(known, ACME, "close", "keep") == ((Press("close", 1, 1),), (Press("keep", 1, 1),))


def test_each_draft_has_its_way_to_say_that_it_was_sent() -> None:
    assert sent_press(rows.acme(), ACME, "thank_you") == Press("sent.thank_you", 1, 1, Text("button.done.promise"))
    assert sent_press(rows.acme(), ACME, "sentence") is None
    assert sent_press(rows.acme(), ACME, "promised") is None
    owed = sent_press(rows.owing(rows.acme()), ACME, "promised")
    assert owed is not None
    assert (owed.verb, owed.row) == ("done.promise", 40)


def test_under_a_draft_stand_the_other_styles_and_ones_own_words() -> None:
    verbs = [[p.verb for p in line] for line in change_presses(rows.acme(), ACME, "thank_you", Style.WARMER)]
    assert verbs == [["style.plain=thank_you", "style.shorter=thank_you"], ["own.draft=thank_you"]]
    assert len(change_presses(rows.acme(), ACME, "keep_in_touch")) == 1
    assert own_press(rows.acme(), ACME, "sentence").verb == "own.sentence"
    assert draft_presses(rows.acme(), ACME, "thank_you")[0][0].verb == "sent.thank_you"
    assert draft_presses(rows.acme(), ACME, "sentence")[-1][0].verb == "own.sentence"


def test_a_long_name_is_cut_on_a_button() -> None:
    long = replace(ACME, employer="The Very Long Name Company of Somewhere")
    label = show_press(rows.acme(), long, "deadline").label
    assert isinstance(label, Text)
    assert len(str(label.params["employer"])) == 20


def test_why_carries_the_rule() -> None:
    assert why_press(ACME, verdict_on(rows.acme(), ACME, NOW)).verb == "why.R18"


# Verdicts


def test_from_when_they_may_be_asked() -> None:
    assert question_opens(rows.acme(), ACME, NOW) == OPENS
    assert opens_on(rows.acme(), ACME, NOW) == OPENS
    assert opens_on(rows.happened(rows.acme(), EventType.REJECTED), ACME, NOW) is None
    assert opens_on(rows.acme(), replace(ACME, closed_at=NOW), NOW) is None
    assert question_opens(rows.overdue(), ACME, NOW) is None


def test_what_a_verdict_allows() -> None:
    held, open_now = verdict_on(rows.acme(), ACME, NOW), verdict_on(rows.overdue(), ACME, NOW)
    assert (may_park(held), may_ask_now(held)) == (True, False)
    assert (may_park(open_now), may_ask_now(open_now)) == (False, True)
    assert [part.key for part in sentences(held).parts if isinstance(part, Text)][:1] == ["verdict.hold.window"]


# Which one is meant


def test_the_only_one_and_the_one_that_is_named_are_meant() -> None:
    assert meant(ledger(rows.acme()), Act("why")) == ACME
    assert meant(ledger(rows.two()), Act("why", {"about": "globex"})) == rows.two().opportunities[1]
    assert meant(ledger(rows.two()), Act("why")) is None
    assert meant(ledger(rows.two()), press("why.R1", "why", 11)) == rows.two().opportunities[1]
    assert meant(ledger(rows.stranger()), Act("why")) is None


def test_what_is_said_of_nobody_waits_where_several_are_open() -> None:
    assert not is_asked(ledger(rows.acme()), Act("close"))
    assert not is_asked(ledger(rows.two()), Act("close", {"about": "Initech"}))
    several = ledger(rows.two())
    assert is_asked(several, Act("close"))
    assert len(several.known.open_points) == 1


def test_nobody_who_worries_is_asked_which_one() -> None:
    assert clear(ledger(rows.acme()), Act("worry")) == ACME
    assert clear(ledger(rows.two()), Act("worry")) is None
    assert clear(ledger(rows.two()), Act("worry", {"about": "Acme"})) == ACME
    spoken_of = ledger(rows.two())
    spoken_of.meant = 1
    assert clear(spoken_of, Act("worry")) == ACME


def test_an_old_button_is_told_from_a_fresh_one() -> None:
    made = ledger(rows.acme())
    fresh(made, press("keep", "keep_open", 1, version=1), ACME)
    fresh(made, Act("keep_open"), ACME)
    with pytest.raises(Stale):
        fresh(made, press("keep", "keep_open", 1), ACME)


def test_a_button_acts_once_and_is_marked() -> None:
    made = ledger(rows.acme())
    assert once(made, press("keep", "keep_open", 1, version=1)) == ACME
    assert made.reply.mark == "keep"
    typed = ledger(rows.acme())
    assert once(typed, Act("keep_open")) == ACME
    mark(typed, Act("keep_open", by=By.RULES))
    assert typed.reply.mark is None
    closed = replace(rows.acme(), opportunities=(replace(ACME, closed_at=NOW),))
    with pytest.raises(Stale):
        once(ledger(closed), press("keep", "keep_open", 1, version=1))


# What stands beside


def test_what_else_a_message_holds() -> None:
    worry = Act("worry")
    assert is_alone(ledger(rows.acme(), worry, Act("hello")), worry)
    assert not is_alone(ledger(rows.acme(), worry, Act("felt")), worry)
    made = ledger(rows.acme(), worry, Act("ask_next"))
    assert (is_answered_elsewhere(made), says(made, "felt"), says(made, "worry")) == (True, False, True)
