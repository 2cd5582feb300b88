"""A press is an act: every verb there is or was, and what it carries."""

import pytest

from bot.coaching.drafts import DRAFTS as WRITTEN
from bot.hear.act import By
from bot.hear.acts import KINDS, valid
from bot.hear.buttons import Pressed, act_of, meaning_of, parse
from bot.hear.topics import DRAFTS
from bot.hear.verbs import CARRYING, VERBS

OLD = """
answers.right answers.too_long answers.too_short apps.0 apps.1 apps.3 apps.5 cal.dates cal.disconnect cal.moved
cal.none cal.not cal.off cal.other cal.pick cal.plan cal.still came.courtesy came.invitation came.later came.no
came.offer channel.email channel.none channel.phone channel.skipped close debrief.no debrief.yes detail.skipped
did.debrief did.keep_in_touch did.logistics did.offer_deadline did.withdraw done.promise drop edit.employer
edit.length edit.role edit.start end.debrief enough ev.asked ev.away ev.back ev.else ev.hold ev.no ev.offer
ev.other_offer ev.undated ev.undo ev.wait ev.wrote ev.wrote.follow_up ev.wrote.linkedin ev.wrote.promise
ev.wrote.reply ev.wrote.thank_you feedback.none fix.date fix.telling fix.window forget.no forget.yes heard keep
later.rejection later.thank_you met.skipped mood.fine mood.great mood.not_held mood.rough mood.skipped
more.check_in mute news next_step.skipped others.tell own.draft own.keep own.sentence paper.no paper.yes park
pass.badly pass.because pass.bright_side pass.cv pass.example pass.idea pass.length pass.reaction pass.unprepared
pass.well past.no past.yes practice.again practice.list practice.skip practice.solid practice.try promised.no
promised.skipped promised.yes rest resume said.no said.skipped said.unsure said.yes said_no.offer sealed
sent.follow_up sent.linkedin sent.reply sent.thank_you show.draft show.rejection shown.1 shown.2 shown.3 shown.4
shown.5 shown.skipped skip.deadline skip.detail_more skip.learned skip.role snooze snooze.days snooze.tomorrow
snooze.tonight starts.elsewhere starts.here style.plain style.shorter style.warmer theirs.broken theirs.kept
throw told.withdraw touch.draft touch.rest undrop unmute wait.follow_up wanted.no wanted.skipped wanted.unsure
wanted.yes which which.none window.no window.skipped wont.linkedin wont.thank_you word.no word.none word.stop
word.yes zone.no zone.yes
"""
"""Every verb that stands in messages of the first versions."""
CARRIED = {
    "zone=": "Europe/Berlin",
    "language=": "de",
    "lang=": "en",
    "length.": "45",
    "why.": "R12",
    "topic=": "linkedin",
}


@pytest.mark.parametrize("verb", [*VERBS, *(start + CARRIED.get(start, "thank_you") for start in CARRYING)])
def test_every_verb_is_an_act_of_the_table(verb: str) -> None:
    act = act_of(Pressed(verb, 7, 3).data())
    assert act is not None
    assert (act.verb, act.row, act.version, act.by) == (verb, 7, 3, By.BUTTON)
    assert valid(act) == act
    assert set(act.slots) <= set(KINDS[act.name].slots)


@pytest.mark.parametrize("verb", OLD.split())
def test_old_buttons_in_old_messages_go_on_working(verb: str) -> None:
    carrying = any(f"{verb}=" == start for start in CARRYING)
    assert meaning_of(f"{verb}=thank_you" if carrying else verb) is not None


@pytest.mark.parametrize(
    ("data", "name", "slots"),
    [
        ("1:mood.great:12:0", "felt", {"mood": "great"}),
        ("1:said.unsure:12:0", "interest", {"said": "unsure"}),
        ("1:window.no:12:0", "window", {"none": True}),
        ("1:shown.3:12:0", "shown", {"value": 3}),
        ("1:sent.thank_you:4:1", "sent", {"what": "thank_you"}),
        ("1:came.no:4:0", "rejected", {}),
        ("1:length.45:12:0", "interview", {"minutes": 45}),
        ("1:zone=America/Argentina/Buenos_Aires:0:0", "place", {"zone": "America/Argentina/Buenos_Aires"}),
        ("1:language=de:0:0", "language", {"code": "de"}),
        ("1:show.draft=follow_up:4:2", "show_draft", {"draft": "follow_up"}),
        ("1:style.shorter=thank_you:4:2", "show_draft", {"draft": "thank_you", "style": "shorter"}),
        ("1:why.R12:4:0", "why", {"rule": "R12"}),
        ("1:drop.line:2:0", "drop_line", {}),
        ("1:which:4:9", "which", {}),
        ("1:which.none:0:9", "which", {"none": True}),
        ("1:promised.no:12:0", "no", {"asked": "promised"}),
        ("1:snooze.tonight:5:0", "snooze", {"when": "tonight"}),
    ],
)
def test_what_a_press_means(data: str, name: str, slots: dict[str, object]) -> None:
    act = act_of(data)
    assert act is not None
    assert (act.name, dict(act.slots)) == (name, slots)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "1:mood.great:12",
        "2:mood.great:12:0",
        "1:mood.great:x:0",
        "1:mood.great:-1:0",
        "1:mood.great:²:0",
        f"1:mood.great:{'9' * 30}:0",
        "1:mood.splendid:1:0",
        "1:length.:1:0",
        "1:length.0:1:0",
        "1:length.999999:1:0",
        "1:show.draft=:1:0",
        "1:show.draft=ransom_note:1:0",
        "1:zone=:1:0",
        f"1:zone={'x' * 60}:1:0",
        "1:zone=a\nb:1:0",
    ],
)
def test_what_no_button_of_ours_holds_is_nothing(data: str) -> None:
    assert act_of(data) is None


def test_data_is_read_as_it_was_written() -> None:
    assert parse(Pressed("reading", 5, 1).data()) == Pressed("reading", 5, 1)


def test_the_drafts_are_those_of_the_coach() -> None:
    assert set(DRAFTS) == set(WRITTEN)
