"""Pictures in the talk: over their words, changed in place while they are fresh, left out where nobody wants them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.respond import respond
from bot.say.showing import LONGEST_CAPTION, units
from bot.turn import Edit, Incoming, Kind, Message, Redraw, Saying, Turn
from storage.facts import Known
from tests.pictures.situations import ACME, ANA, FIVE, NOW, behind, dec, one, together


def said(known: Known | None, text: str, number: int = 1, now: datetime = NOW) -> Turn:
    return respond(
        Incoming(kind=Kind.TEXT, person_id=ANA.id, chat_id=ANA.id, name="Ana", text=text, message_id=number), known, now
    )


def pressed(known: Known | None, data: str, now: datetime = NOW, **more: object) -> Turn:
    press = {"kind": Kind.PRESS, "person_id": ANA.id, "chat_id": ANA.id, "message_id": 7, "press_id": "p", "data": data}
    return respond(Incoming(**{**press, **more}), known, now)


def only(turn: Turn, kind: type[Saying]) -> Saying:
    (found,) = [one for one in turn.say if isinstance(one, kind)]
    return found


def shown(turn: Turn) -> Message:
    found = only(turn, Message)
    assert isinstance(found, Message)
    return found


def labels(message: Message | Redraw) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def test_status_is_one_message_with_its_picture() -> None:
    message = shown(said(together(ACME), "/status"))
    assert message.picture is not None
    assert message.picture.startswith("<svg")
    assert "you may ask from Tue 22 Dec" in message.text


def test_in_haste_it_comes_in_words_alone() -> None:
    asked = Incoming(kind=Kind.TEXT, person_id=ANA.id, chat_id=ANA.id, text="/status", message_id=1, in_haste=True)
    turn = respond(asked, together(ACME), NOW)
    assert shown(turn).picture is None
    assert "you may ask from Tue 22 Dec" in shown(turn).text
    assert turn.known is not None
    assert turn.known.person.pictured is None


def test_asked_again_it_is_a_new_message_under_a_new_name() -> None:
    first = said(together(ACME), "/status", 1)
    again = said(first.known, "/status", 2)
    assert shown(first).picture == shown(again).picture
    assert shown(first).once != shown(again).once
    assert not any(isinstance(one, Redraw) for one in again.say)


def test_where_there_is_no_room_each_has_one_line_and_a_button_brings_the_rest() -> None:
    names = [f"Employer number {n} with a long name" for n in range(6, 10)]
    more = [one(n, name, dec(3), until=dec(18), thanked=[dec(4)]) for n, name in enumerate(names, 6)]
    turn = said(together(*FIVE, *more), "/status")
    message = shown(turn)
    assert message.picture is not None
    assert units(message.text) <= LONGEST_CAPTION
    assert all(name in message.text for name in ("Acme", "Halden", "Employer number 9"))
    assert labels(message)[-1] == "All in words"
    whole = shown(pressed(turn.known, "1:status.words:0:0", on_picture=True))
    assert whole.picture is None
    assert units(whole.text) > LONGEST_CAPTION
    assert "Sent: thank-you" in whole.text


def test_what_is_too_long_even_so_comes_in_words_alone() -> None:
    names = [f"{n} {'an employer with a name that does not end ' * 3}" for n in range(12)]
    message = shown(said(together(*(one(n, name, dec(3)) for n, name in enumerate(names, 1))), "/status"))
    assert message.picture is None
    assert units(message.text) > LONGEST_CAPTION


@pytest.mark.parametrize("known", [Known(person=ANA), together(one(1, "Acme", dec(3), closed=NOW))])
def test_where_nothing_is_pursued_nothing_is_drawn(known: Known) -> None:
    assert shown(said(known, "/status")).picture is None


def test_a_name_that_cannot_be_written_has_its_number_in_both() -> None:
    message = shown(said(together(one(1, "شركة النور", dec(3), until=dec(18))), "/status"))
    assert "1 · <b>شركة النور" in message.text
    assert ">1</text>" in str(message.picture)
    assert "شركة" not in str(message.picture)
    off = shown(said(together(one(1, "شركة النور", dec(3), until=dec(18)), pictures="off"), "/status"))
    assert "1 · " not in off.text


# Settings


def test_settings_turn_pictures_off_and_on() -> None:
    off = pressed(together(ACME), "1:pictures.off:0:0")
    assert isinstance(only(off, Edit), Edit)
    assert shown(said(off.known, "/status")).picture is None
    on = pressed(off.known, "1:pictures.dark:0:0")
    dark = shown(said(on.known, "/status")).picture
    assert dark is not None
    assert dark != shown(said(together(ACME), "/status")).picture


def test_without_pictures_nothing_offers_one() -> None:
    asked = said(together(ACME), "May I ask Acme how things stand?")
    assert "Show" in labels(shown(asked))
    asked = said(together(ACME, pictures="off"), "May I ask Acme how things stand?")
    assert "Show" not in labels(shown(asked))
    progress = shown(said(replace(behind(), person=replace(ANA, pictures="off")), "/progress"))
    assert (progress.picture, labels(progress)) == (None, [])


def test_a_button_under_a_picture_changes_its_words() -> None:
    edit = only(pressed(together(ACME), "1:pictures.dark:0:0", on_picture=True), Edit)
    assert isinstance(edit, Edit)
    assert edit.on_picture


# The others


def test_show_tells_why_to_wait_in_one_glance() -> None:
    turn = pressed(together(*FIVE), "1:show.wait:1:0")
    message = shown(turn)
    assert "Acme" in message.text
    assert "Tue 22 Dec" in message.text
    assert "Halden" not in message.text + str(message.picture)
    assert message.once is None
    assert turn.known is not None
    assert turn.known.person.pictured is None


def test_show_of_one_that_is_gone_says_so() -> None:
    assert not any(isinstance(one, Message) and one.picture for one in pressed(together(ACME), "1:show.wait:77:0").say)


def test_progress_has_a_picture_from_five_interviews_on_and_one_to_share() -> None:
    turn = said(behind(), "/progress")
    assert shown(turn).picture is not None
    assert labels(shown(turn)) == ["One without names"]
    shared = shown(pressed(turn.known, "1:progress.share:0:0", on_picture=True))
    assert shared.picture is not None
    assert all(o.employer not in shared.picture + shared.text for o in behind().opportunities)
    few = shown(said(together(ACME), "/progress"))
    assert (few.picture, labels(few)) == (None, [])
