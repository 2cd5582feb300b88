"""What people do in the app reaches the bot as Telegram would tell it, and stands in the transcript."""

from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal.telegram import LocalTelegram
from tests.rehearsal.conftest import Ask, png


async def newest(tg: LocalTelegram) -> dict[str, Any]:
    return (await tg.updates.poll(0, 100, 0))[-1]


async def test_a_command_carries_its_entity(tg: LocalTelegram) -> None:
    tg.say("ana", "/start@afterword_bot hello")
    message = (await newest(tg))["message"]
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 20}]
    assert message["from"] == {"id": 1001, "is_bot": False, "first_name": "Ana", "language_code": "en"}


async def test_a_long_text_goes_out_in_pieces(tg: LocalTelegram) -> None:
    tg.say("ana", "🎉" * 5000)
    texts = [update["message"]["text"] for update in await tg.updates.poll(0, 100, 0)]
    assert [len(text) for text in texts] == [2048, 2048, 904]


async def test_a_press_needs_its_button(tg: LocalTelegram, ask: Ask, ana: int) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    number = ask("sendMessage", chat_id=ana, text="?", reply_markup=keyboard)["result"]["message_id"]
    tg.press("ana", number, "y")
    query = (await newest(tg))["callback_query"]
    assert (query["data"], query["message"]["message_id"], query["from"]["id"]) == ("y", number, ana)
    assert (tg.transcript[-1].kind, tg.transcript[-1].text) == ("press", "Yes")
    ask("editMessageText", chat_id=ana, message_id=number, text="done")
    with pytest.raises(LookupError):
        tg.press("ana", number, "y")


async def test_a_file_can_be_fetched_by_the_bot(tg: LocalTelegram, ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "talk.ics").write_bytes(b"BEGIN:VCALENDAR")
    tg.send_file("ana", tmp_path / "talk.ics", mime="text/calendar", caption="here")
    message = (await newest(tg))["message"]
    assert (message["document"]["file_name"], message["caption"]) == ("talk.ics", "here")
    path = ask("getFile", file_id=message["document"]["file_id"])["result"]["file_path"]
    assert tg.file(path) == b"BEGIN:VCALENDAR"


def test_a_file_over_20_mb_cannot_be_fetched(tg: LocalTelegram, ask: Ask) -> None:
    tg.send_file("ana", bytes(20 * 2**20 + 1), "big.bin")
    assert ask("getFile", file_id="document-1")["description"] == "Bad Request: file is too big"


async def test_pictures_voices_places_and_forwards_have_their_kinds(tg: LocalTelegram) -> None:
    tg.send_photo("ana", png(800, 600))
    assert (await newest(tg))["message"]["photo"][0]["width"] == 800
    tg.send_voice("ana", bytes(4000))
    assert (await newest(tg))["message"]["voice"]["duration"] == 2
    tg.location("ana", 51.5, -0.12)
    assert (await newest(tg))["message"]["location"] == {"latitude": 51.5, "longitude": -0.12}
    tg.forward("ana", "We will be in touch by Friday")
    assert (await newest(tg))["message"]["forward_origin"]["type"] == "hidden_user"


async def test_an_edit_reaches_the_bot(tg: LocalTelegram) -> None:
    tg.say("ana", "tomorow")
    number = tg.transcript[-1].id
    assert number is not None
    tg.edit("ana", number, "tomorrow")
    edited = (await newest(tg))["edited_message"]
    assert (edited["message_id"], edited["text"]) == (number, "tomorrow")
    with pytest.raises(LookupError):
        tg.edit("ben", number, "mine")


async def test_blocking_is_told_and_writing_lets_the_bot_in_again(tg: LocalTelegram) -> None:
    tg.block("ana")
    assert (await newest(tg))["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    tg.say("ana", "/start")
    back, start = (await tg.updates.poll(0, 100, 0))[-2:]
    assert back["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert start["message"]["text"] == "/start"


async def test_a_group_is_a_chat_of_its_own(tg: LocalTelegram) -> None:
    group = tg.add_to_group("ana", "Job hunters")
    assert (await newest(tg))["my_chat_member"]["chat"]["type"] == "supergroup"
    tg.say_in_group("ana", group, "hello all")
    message = (await newest(tg))["message"]
    assert (message["chat"]["id"], message["from"]["first_name"]) == (group, "Ana")


def test_a_reply_keyboard_stays_until_it_is_taken_away(tg: LocalTelegram, ask: Ask, ana: int) -> None:
    ask("sendMessage", chat_id=ana, text="?", reply_markup={"keyboard": [["Yes"], ["No"]]})
    tg.say("ana", "Yes")
    assert tg.person("ana").keyboard == {"keyboard": [["Yes"], ["No"]]}
    ask("sendMessage", chat_id=ana, text="ok", reply_markup={"remove_keyboard": True})
    assert tg.person("ana").keyboard is None


def test_the_transcript_is_told_to_those_who_subscribe(tg: LocalTelegram, ask: Ask, ana: int) -> None:
    heard: list[tuple[str, str]] = []
    stop = tg.subscribe(lambda entry: heard.append((entry.kind, entry.text)))
    ask("sendChatAction", chat_id=ana, action="typing")
    ask("sendMessage", chat_id=ana, text="Hi")
    stop()
    ask("sendMessage", chat_id=ana, text="unheard")
    assert heard == [("typing", "typing"), ("message", "Hi")]
    assert [entry.text for entry in tg.transcript] == ["/start", "Hi", "unheard"]


def test_a_line_of_the_transcript_has_the_public_fields(tg: LocalTelegram, ask: Ask, ana: int) -> None:
    keyboard = {
        "inline_keyboard": [
            [{"text": "Sent it", "callback_data": "s"}],
            [{"text": "Later", "callback_data": "l"}],
        ]
    }
    ask("sendMessage", chat_id=ana, text="<b>Write</b> now", parse_mode="HTML", reply_markup=keyboard)
    assert tg.transcript[-1].line() == {
        "at": "2026-12-01T09:00:00+00:00",
        "person": "ana",
        "from": "bot",
        "id": 2,
        "text": "Write now",
        "buttons": [["Sent it"], ["Later"]],
        "picture": None,
        "file": None,
        "edited": None,
    }
