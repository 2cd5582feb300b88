"""Drafts on request: which one is meant, in which style and to whom, and what the contact policy holds back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.coaching.drafts import DRAFTS, Style
from bot.coaching.letters import draft_for, fitting, last_interview, made, reply_to
from bot.coaching.styles import style_of
from bot.coaching.verdicts import verdict_on
from bot.decide import drafting, touch
from bot.decide.buttons import SENT, change_presses, draft_presses
from bot.decide.drafting import ask_draft, change_draft, show_draft
from bot.decide.news import other_offer
from bot.hear.act import Act, By
from bot.hear.buttons import Pressed, parse
from bot.hear.topics import DRAFTS as NAMES
from bot.learn.ledger import Stale
from bot.learn.pressed import page
from storage.facts import EventType, OpenKind
from tests.decide import rows
from tests.decide.rows import NOW, bare, blocks, done, keys, press, said, verbs


def asked(kind: str | None = None, **more: str) -> Act:
    return Act("ask_draft", {**({"kind": kind} if kind else {}), **more})


# Asked for


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("withdrawal", "withdrawal"),
        ("acceptance", "acceptance"),
        ("feedback", "rejection_thanks"),
        ("reply", "reply_invitation"),
        ("promised", "document_sent"),
    ],
)
def test_what_is_no_status_question_is_shown_at_any_time(kind: str, name: str) -> None:
    shown = done(rows.acme(), ask_draft, asked(kind))
    assert keys(shown) == ["draft_shown.plain"]
    assert shown.person.amending == f"shown {name}"
    assert verbs(shown)[1:] == [f"style.shorter={name}", f"style.warmer={name}", f"own.draft={name}"]
    assert said(shown, "de")


def test_no_to_an_offer_is_a_goodbye_where_there_is_none() -> None:
    assert done(rows.acme(), ask_draft, asked("decline")).person.amending == "shown withdrawal"
    offered = rows.happened(rows.acme(), EventType.VERBAL_OFFER)
    assert done(offered, ask_draft, asked("decline")).person.amending == "shown decline"


def test_what_another_one_has_offered_is_told_with_its_day() -> None:
    known = rows.happened(rows.two(), EventType.OFFER, row=11, deadline=date(2026, 12, 9))
    shown = done(known, ask_draft, asked("other", about="Acme"))
    assert shown.person.amending == "shown deadline"
    assert done(known, ask_draft, asked("other", about="Globex")).person.amending == "shown offer_received"


def test_a_thank_you_is_shown_with_all_that_can_be_done_to_it() -> None:
    shown = done(rows.unthanked(), ask_draft, asked("thank_you"))
    assert "Priya" in blocks(shown)[0]
    assert verbs(shown)[0] == "sent.thank_you"
    assert (shown.person.amending_about, shown.person.topic) == (1, 1)


def test_somebody_of_the_panel_may_be_named() -> None:
    assert "Hello Tom" in blocks(done(rows.unthanked(), ask_draft, asked("thank_you", to="Tom")))[0]


def test_a_style_may_be_asked_for_at_once() -> None:
    plain = blocks(done(rows.acme(), ask_draft, asked("withdrawal")))[0]
    short = done(rows.acme(), ask_draft, asked("withdrawal", style="two lines, please"))
    assert keys(short) == ["draft_shown.shorter"]
    assert len(blocks(short)[0]) < len(plain)
    assert keys(done(rows.acme(), ask_draft, asked("acceptance", style="nett"))) == ["draft_shown.warmer"]


def test_what_it_is_to_mention_is_in_it_and_stays_in_it() -> None:
    shown = done(rows.acme(), ask_draft, asked("withdrawal", mention="the lovely lunch"))
    assert "I enjoyed the lovely lunch, too." in blocks(shown)[0]
    shorter = done(shown.known, change_draft, Act("change_draft", {"shorter": True}))
    assert "the lovely lunch" in blocks(shorter)[0]
    other = done(shorter.known, change_draft, Act("change_draft", {"how": "mention the dog", "mention": "the dog"}))
    assert "I'll remember the dog." in blocks(other)[0]
    assert "lunch" not in blocks(other)[0]


def test_what_cannot_be_worded_is_left_to_the_person() -> None:
    for name, mention in (("withdrawal", "the salary"), ("linkedin", "the lovely lunch")):
        shown = done(rows.acme(), ask_draft, asked(name, mention=mention))
        assert keys(shown)[0] != "draft_shown.plain" or mention in said(shown)
        assert all(mention not in block for block in blocks(shown))


def test_on_the_morning_of_that_day_it_is_not_put_off_to_it() -> None:
    known = rows.overdue()
    early = done(known, ask_draft, asked("follow_up"), now=rows.NOW.replace(hour=8, minute=5))
    assert keys(early)[0] == "draft_note.today"


def test_a_follow_up_inside_their_time_is_shown_at_once_with_the_day_on_which_it_may_go() -> None:
    held = done(rows.acme(), ask_draft, asked("follow_up"))
    assert len(blocks(held)) == 1
    assert keys(held)[0] == "draft_note.on_its_day"
    assert "Tue 15 Dec" in said(held)
    assert held.person.amending == "shown follow_up"
    assert [verb.partition(".")[0] for verb in verbs(held)][-1] == "why"


def test_thanks_are_shown_even_where_a_promise_goes_first() -> None:
    shown = done(rows.owing(rows.unthanked()), ask_draft, asked("thank_you", to="Tom"), now=NOW + timedelta(days=2))
    assert keys(shown)[0] == "stand.promise"
    assert "Hello Tom" in blocks(shown)[0]


def test_a_change_of_a_draft_keeps_its_reader() -> None:
    shown = done(rows.unthanked(), ask_draft, asked("thank_you", to="Tom"))
    shorter = done(shown.known, change_draft, Act("change_draft", {"shorter": True}))
    assert "Hello Tom" in blocks(shorter)[0]


def test_whoever_has_taken_a_job_declines_the_other_one() -> None:
    known = rows.happened(rows.two(), EventType.ACCEPTED, row=11)
    shown = done(known, ask_draft, asked("decline", about="Globex"))
    assert (shown.person.amending, shown.person.amending_about) == ("shown withdrawal", 1)


def test_a_follow_up_is_shown_once_their_time_is_over() -> None:
    shown = done(rows.overdue(), ask_draft, asked("follow_up"))
    assert shown.person.amending == "shown follow_up"
    assert verbs(shown)[0] == "sent.follow_up"


def test_a_thank_you_right_after_the_talk_may_be_written_now_and_says_when_it_goes() -> None:
    now = rows.unthanked().interviews[0].end + timedelta(minutes=10)
    shown = done(rows.unthanked(), ask_draft, asked("thank_you"), now=now)
    assert len(blocks(shown)) == 1
    assert any(key.startswith("verdict.hold.note") for key in keys(shown))
    assert verbs(shown)[0] == "sent.thank_you"


def test_a_second_thank_you_is_answered_with_the_reason() -> None:
    assert blocks(done(rows.acme(), ask_draft, asked("thank_you"))) == []


def test_without_a_name_the_one_that_may_go_next_is_meant() -> None:
    assert done(rows.unthanked(), ask_draft, asked()).person.amending == "shown thank_you"
    assert done(rows.overdue(), ask_draft, asked("other")).person.amending == "shown follow_up"
    offered = rows.happened(rows.acme(), EventType.OFFER)
    assert done(offered, ask_draft, asked()).person.amending == "shown offer_received"


def test_what_was_promised_goes_with_its_lines() -> None:
    shown = done(rows.owing(rows.acme()), ask_draft, asked("promised"))
    assert "references" in blocks(shown)[0]
    assert verbs(shown)[0] == "done.promise"


def test_the_day_of_an_offer_that_is_known_is_not_asked_for() -> None:
    known = rows.happened(rows.two(), EventType.OFFER, row=11, deadline=date(2026, 12, 9))
    shown = done(known, show_draft, Act("show_draft", {"draft": "deadline", "about": "Acme"}))
    assert shown.person.amending == "shown deadline"
    latest = page(rows.ledger(known), known.opportunities[0])
    menu = done(known, other_offer, press("ev.other_offer", "other_offer", 1, latest))
    assert keys(menu) == ["event_said.competing_offer.dated"]
    assert menu.known.events[-1].deadline == date(2026, 12, 9)


def test_after_a_yes_to_somebody_else_the_goodbye_is_meant() -> None:
    known = rows.happened(rows.two(), EventType.ACCEPTED, row=11)
    assert done(known, ask_draft, asked(about="Acme")).person.amending == "shown withdrawal"
    assert done(known, ask_draft, asked("thank_you", about="Acme")).person.amending != "shown withdrawal"


def test_a_thank_you_that_comes_back_is_shown_without_its_reasons() -> None:
    again = replace(Act("show_draft", {"draft": "thank_you"}, row=1), by=By.CHOSEN)
    assert keys(done(rows.unthanked(), show_draft, again)) == ["draft_shown.plain"]


def test_a_word_about_another_offer_needs_a_real_date() -> None:
    elsewhere = rows.happened(rows.acme(), EventType.COMPETING_OFFER, deadline=date(2026, 12, 9))
    assert done(elsewhere, ask_draft, asked("other")).person.amending == "shown deadline"
    without = done(rows.acme(), show_draft, Act("show_draft", {"draft": "deadline"}))
    assert keys(without) == ["draft_needs.deadline"]


def test_of_several_it_is_asked_for_which_one_and_the_wish_waits() -> None:
    for known in (rows.two(), rows.stranger()):
        waiting = done(known, ask_draft, asked("thank_you"))
        assert [point.kind for point in waiting.known.open_points] == [OpenKind.WHICH]
        assert keys(waiting) == []


def test_with_everything_closed_the_last_one_is_meant() -> None:
    known = rows.acme()
    closed = replace(known, opportunities=(replace(known.opportunities[0], closed_at=NOW),))
    assert done(closed, ask_draft, asked("feedback")).person.amending == "shown rejection_thanks"


# By its name


def test_a_button_shows_its_draft_until_something_more_was_sent() -> None:
    act = press("show.draft=withdrawal", "show_draft", 1, version=1, draft="withdrawal")
    assert len(blocks(done(rows.acme(), show_draft, act))) == 1
    with pytest.raises(Stale):
        done(rows.unthanked(), show_draft, act)
    with pytest.raises(Stale):
        done(rows.acme(), show_draft, press("show.draft=withdrawal", "show_draft", 99, draft="withdrawal"))


def test_a_style_changes_the_message_in_place() -> None:
    act = press("style.shorter=withdrawal", "show_draft", 1, version=1, draft="withdrawal", style="shorter")
    changed = done(rows.acme(), show_draft, act)
    assert changed.reply.answers == []
    assert changed.reply.rewritten is not None
    assert "style.plain=withdrawal" in verbs(changed)


def test_what_is_not_owed_any_more_is_a_paper_like_others() -> None:
    act = press("show.draft=promised", "show_draft", 1, version=1, draft="promised")
    assert done(rows.acme(), show_draft, act).person.amending == "shown document_sent"


def test_a_typed_name_of_a_draft_is_understood_too() -> None:
    assert len(blocks(done(rows.acme(), show_draft, Act("show_draft", {"draft": "more_time"})))) == 1
    assert done(rows.two(), show_draft, Act("show_draft", {"draft": "more_time"})).known.open_points
    assert done(rows.stranger(), show_draft, Act("show_draft", {"draft": "more_time"})).known.open_points


@pytest.mark.parametrize("name", sorted(DRAFTS))
def test_every_draft_can_be_shown_in_every_style_and_its_buttons_fit(name: str) -> None:
    known = rows.owing(rows.acme())
    assert name in SENT or name in ("promised", "sentence")
    assert name in NAMES
    for style in Style:
        for line in draft_presses(known, known.opportunities[0], name, style):
            for button in line:
                data = Pressed(button.verb, button.row, button.version).data()
                assert len(data) <= 64
                assert parse(data)
        others = [button.verb for button in change_presses(known, known.opportunities[0], name, style)[0]]
        assert f"style.{style}={name}" not in others


# Changed


def test_shorter_is_about_the_draft_that_was_shown_last() -> None:
    known = done(rows.acme(), ask_draft, asked("withdrawal")).known
    for slots in ({"shorter": True}, {"how": "tone it down"}, {"how": "kürzer bitte"}):
        assert keys(done(known, change_draft, Act("change_draft", slots))) == ["draft_shown.shorter"]
    for slots in ({"warmer": True}, {"less_formal": True}, {"how": "friendlier"}):
        assert keys(done(known, change_draft, Act("change_draft", slots))) == ["draft_shown.warmer"]


def test_what_no_style_can_change_the_person_changes() -> None:
    known = done(rows.acme(), ask_draft, asked("withdrawal")).known
    told = done(known, change_draft, Act("change_draft", {"how": "put in my phone number"}))
    assert keys(told) == ["draft_note.change_yourself"]
    assert verbs(told) == ["own.draft=withdrawal"]


def test_a_draft_of_words_that_are_not_kept_is_not_made_again() -> None:
    known = rows.acme()
    touched = replace(known, person=replace(known.person, amending="shown keep_in_touch", amending_about=1))
    assert keys(done(touched, change_draft, Act("change_draft", {"shorter": True}))) == ["draft_note.change_yourself"]
    kept = replace(known, person=replace(known.person, amending="shown promised", amending_about=1))
    assert keys(done(kept, change_draft, Act("change_draft", {"shorter": True}))) == ["draft_note.change_yourself"]


def test_the_draft_of_a_nudge_can_be_changed_too() -> None:
    known = rows.nudged(rows.overdue())
    changed = done(known, change_draft, Act("change_draft", {"shorter": True}))
    assert changed.person.amending == "shown follow_up in shorter"


def test_without_any_draft_the_fitting_one_is_shown_in_that_style() -> None:
    shown = done(rows.unthanked(), change_draft, Act("change_draft", {"warmer": True}))
    assert keys(shown) == ["draft_shown.warmer"]


@pytest.mark.parametrize(
    ("words", "style"),
    [
        ("short", Style.SHORTER),
        ("freundlich, maximal 4 Sätze", Style.SHORTER),
        ("less pushy please, tone it down", Style.SOFTER),
        ("thankful, door open", Style.WARMER),
        ("nicht so steif, herzlicher", Style.WARMER),
        ("as it was", Style.PLAIN),
        ("formal", None),
        ("", None),
    ],
)
def test_how_people_say_how_it_should_sound(words: str, style: Style | None) -> None:
    assert style_of(words) is style


# A sign of life


def test_a_sign_of_life_asks_for_something_to_say() -> None:
    waiting = done(rows.acme(), show_draft, press("touch.draft", "show_draft", 1, draft="keep_in_touch"))
    assert keys(waiting) == ["ask.touch_news"]
    assert (waiting.person.asking, waiting.person.asking_about) == ("touch_news", 1)
    told = rows.ledger(waiting.known)
    act = touch._news(told, bare("words", text="I finished the course we talked about"))
    assert act is not None
    shown = done(waiting.known, show_draft, act)
    assert "I finished the course" in blocks(shown)[0]
    assert verbs(shown) == ["did.keep_in_touch", "own.draft=keep_in_touch"]


def test_news_that_say_nothing_are_asked_for_again() -> None:
    act = bare("show_draft", draft="keep_in_touch", text="??")
    assert keys(done(rows.acme(), show_draft, replace(act, row=1))) == ["ask.touch_news"]


def test_nothing_to_tell_is_fine() -> None:
    waiting = rows.ledger(
        done(rows.acme(), show_draft, press("touch.draft", "show_draft", 1, draft="keep_in_touch")).known
    )
    for name in ("no", "skip"):
        act = touch._news(waiting, bare(name))
        assert act is not None
        assert (act.name, act.row) == ("touch_rest", 1)
    assert touch._news(waiting, bare("yes")) is None


def test_the_offer_of_a_sign_of_life_takes_yes_and_no() -> None:
    made_with = rows.ledger(rows.acme())
    no = touch._rest(made_with, press("touch.rest", "no", 1, asked="keep_in_touch"))
    assert no is not None
    rested = done(rows.acme(), touch.touch_rest, no)
    assert (keys(rested), rested.reply.mark) == (["touch.rest"], "touch.rest")
    yes = touch._rest(made_with, press("x", "yes", 1))
    assert yes is not None
    assert yes.name == "show_draft"
    assert touch._rest(made_with, bare("words")) is None
    with pytest.raises(Stale):
        done(rows.acme(), touch.touch_rest, press("touch.rest", "touch_rest", 99))
    assert touch.TOUCH_NEWS in drafting.QUESTIONS


# Which one fits


def test_each_verdict_has_its_draft() -> None:
    known = rows.acme()
    acme = known.opportunities[0]
    assert fitting(known, acme, NOW) == "follow_up"
    assert draft_for(rows.ahead(), acme, verdict_on(rows.ahead(), acme, NOW)) == "thank_you"
    asked_for = rows.happened(known, EventType.REQUEST, what="references")
    assert reply_to(asked_for, acme) == "document_sent"
    assert reply_to(known, acme) == "reply_invitation"
    assert last_interview(rows.ahead(), acme, NOW) == rows.ahead().interviews[0]
    assert made(known, acme, NOW, "withdrawal").subject


def test_what_the_letter_says_itself_is_not_put_into_it() -> None:
    known = rows.happened(rows.two(), EventType.OFFER, row=11, deadline=date(2026, 12, 9))
    shown = done(known, ask_draft, asked("deadline", about="Acme", mention="ive got another offer"))
    assert "got another offer" not in said(shown)


def test_thanks_after_a_no_answer_the_no_and_say_the_wish() -> None:
    known = rows.happened(rows.acme(), EventType.REJECTED)
    shown = done(known, ask_draft, asked("thank_you", to="herrn voss", mention="dass sie an mich denken sollen"))
    assert (shown.person.amending or "").startswith("shown rejection_thanks to herrn voss")


def test_more_time_is_asked_until_the_day_that_was_named() -> None:
    known = rows.happened(rows.acme(), EventType.OFFER)
    shown = done(known, ask_draft, Act("ask_draft", {"kind": "more_time", "to": "dan", "until": date(2026, 12, 15)}))
    assert "Hello Dan," in said(shown)
    assert "15 December" in said(shown)
