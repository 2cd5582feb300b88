"""Updates that are nothing said: kinds of faults that others reported."""

from __future__ import annotations

from typing import Any

import pytest

from bot.line.updates import translate
from bot.respond import respond
from tests.reported.life import Life

TOLD = "Interview with Acme tomorrow at 3pm for an hour, designer"
PLACE = {"latitude": 40.7, "longitude": -74.0}


@pytest.fixture
def life() -> Life:
    return Life.begun("2026-06-10T09:00").say(TOLD)


@pytest.mark.parametrize(
    "content",
    [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
        {"chat_background_set": {"type": {"type": "fill"}}},
        {"write_access_allowed": {"from_request": True}},
        {"gift": {"gift": {"id": "1"}}},
        {"unique_gift": {"gift": {"base_name": "x"}}},
        {"boost_added": {"boost_count": 1}},
        {"users_shared": {"request_id": 1, "users": []}},
        {"chat_shared": {"request_id": 1, "chat_id": 2}},
        {"giveaway_created": {}},
        {"forum_topic_created": {"name": "Jobs"}},
        {"forum_topic_edited": {}},
        {"video_chat_started": {}},
        {"video_chat_scheduled": {"start_date": 1}},
        {"proximity_alert_triggered": {"distance": 3}},
        {"successful_payment": {"currency": "XTR"}},
        {"web_app_data": {"data": "x", "button_text": "y"}},
        {"connected_website": "example.test"},
        {"passport_data": {"data": []}},
        {"new_chat_photo": [{"file_id": "a"}]},
        {"direct_message_price_changed": {"are_direct_messages_enabled": True}},
        {"suggested_post_approved": {"send_date": 1}},
        {"something_of_next_year": {"emoji": "x"}},
        {},
    ],
    ids=lambda content: next(iter(content), "nothing"),
)
def test_what_telegram_says_by_itself_is_answered_with_silence(life: Life, content: dict[str, Any]) -> None:
    before = life.known
    assert (life.message(**content).said, life.known) == ([], before)


@pytest.mark.parametrize(
    "kinds",
    [
        {"message_reaction": {"new_reaction": [{"type": "emoji", "emoji": "x"}]}},
        {"message_reaction_count": {"reactions": []}},
        {"poll_answer": {"poll_id": "1", "option_ids": [0]}},
        {"poll": {"id": "1", "question": "x"}},
        {"chat_boost": {"boost": {"boost_id": "1"}}},
        {"business_message": {"text": "hello"}},
        {"channel_post": {"text": "hello"}},
        {"inline_query": {"id": "1", "query": "x", "offset": ""}},
        {"managed_thing_of_next_year": {"x": 1}},
    ],
    ids=lambda kinds: next(iter(kinds)),
)
def test_updates_of_other_kinds_are_answered_with_silence(life: Life, kinds: dict[str, Any]) -> None:
    before = life.known
    assert (life.update(**kinds).said, life.known) == ([], before)


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": {"file_id": "a", "emoji": "x"}},
        {"contact": {"phone_number": "+441234", "first_name": "Dana"}},
        {"poll": {"id": "1", "question": "x", "options": []}},
        {"story": {"id": 1}},
        {"dice": {"emoji": "x", "value": 3}},
        {"checklist": {"title": "x", "tasks": []}},
        {"animation": {"file_id": "a"}, "document": {"file_id": "a", "file_name": "x.mp4", "mime_type": "video/mp4"}},
        {"video": {"file_id": "a"}},
        {"venue": {"location": PLACE, "title": "x", "address": "y"}, "location": PLACE},
        {"location": {**PLACE, "live_period": 3600}},
        {"game": {"title": "x"}},
    ],
    ids=lambda content: next(iter(content)),
)
def test_what_somebody_sent_that_says_nothing_gets_one_sentence_and_changes_nothing(
    life: Life, content: dict[str, Any]
) -> None:
    before = life.known
    assert len(life.message(**content).said) == 1
    assert life.known == before


def test_a_place_that_is_shared_once_is_where_the_clock_stands(life: Life) -> None:
    life.message(location=PLACE)
    assert life.known is not None
    assert life.known.person.zone == "America/New_York"


@pytest.mark.parametrize("content", [{"location": {**PLACE, "live_period": 3600}}, {"location": PLACE}, {}])
def test_edits_without_words_are_answered_with_silence(life: Life, content: dict[str, Any]) -> None:
    before = life.known
    assert (life.edit(**content, edit_date=2).said, life.known) == ([], before)


@pytest.mark.parametrize("told", [TOLD, "They said by Friday", "thanks", "what now?", "great"])
def test_an_edit_that_changes_nothing_is_answered_with_silence(life: Life, told: str) -> None:
    life.message(text=told, message_id=500).say("hello").message(sticker={"file_id": "a"})
    before = life.known
    assert (life.edit(text=told, message_id=500, edit_date=2).said, life.known) == ([], before)


def test_an_edit_that_says_something_else_is_not_taken_and_said_so(life: Life) -> None:
    life.message(text="They said by Friday", message_id=500)
    before = life.known
    assert len(life.edit(text="They said by Monday", message_id=500, edit_date=2).said) == 1
    assert life.known == before


@pytest.mark.parametrize(
    "text",
    [
        "/interview\nAcme tomorrow at 3pm for an hour, designer",
        "/interview@afterword_bot\nAcme tomorrow at 3pm for an hour, designer",
        "/Interview Acme tomorrow at 3pm for an hour, designer",
        "/INTERVIEW@Afterword_Bot Acme tomorrow at 3pm for an hour, designer",
        "\u200e/interview\u00a0Acme tomorrow at 3pm for an hour, designer",
        "/interview\n\nAcme\ntomorrow at 3pm\nfor an hour, designer",
    ],
)
def test_a_command_is_heard_however_it_is_written(text: str) -> None:
    life = Life.begun("2026-06-10T09:00").say(text)
    assert (life.job.employer, f"{life.talk.start:%dT%H:%M}") == ("Acme", "11T14:00")


@pytest.mark.parametrize(
    "content",
    [
        {"rich_message": {"blocks": [{"type": "paragraph", "text": "They said by Friday"}]}},
        {
            "rich_message": {
                "blocks": [
                    {"type": "heading", "text": "News"},
                    {
                        "type": "list",
                        "items": [
                            {
                                "blocks": [
                                    {"type": "paragraph", "text": ["They said ", {"type": "bold", "text": "by Friday"}]}
                                ]
                            }
                        ],
                    },
                ]
            }
        },
        {"photo": [{"file_id": "a"}], "caption": "They said by Friday"},
        {"voice": {"file_id": "a"}, "caption": "They said by Friday"},
        {"video": {"file_id": "a"}, "caption": "They said by Friday"},
        {
            "document": {"file_id": "a", "file_name": "x.pdf", "mime_type": "application/pdf"},
            "caption": "They said by Friday",
        },
        {"text": "They said by Friday", "quote": {"text": "When?"}, "reply_to_message": {"text": "When?"}},
        {"text": "They said by Friday", "link_preview_options": {"is_disabled": True}},
    ],
    ids=["rich", "nested", "photo", "voice", "video", "document", "quote", "preview"],
)
def test_words_are_heard_wherever_they_stand(content: dict[str, Any]) -> None:
    life = Life.waiting("2026-06-10T09:00").message(**content)
    assert str(life.talk.window_latest) == "2026-06-12", life.text


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("\u202eDora", "Hello Dora."),
        ("", "Hello."),
        ("\u2068\u2069", "Hello."),
        ("\u200b", "Hello."),
        ("  ", "Hello."),
        ("Ana\nMaria", "Hello Ana Maria."),
        ("\u202b\u0639\u0644\u064a\u202c", "Hello \u0639\u0644\u064a."),
        ("<b>Bo</b>", "Hello &lt;b&gt;Bo&lt;/b&gt;."),
        ("\U0001f984", "Hello \U0001f984."),
    ],
)
def test_a_name_is_put_into_sentences_clean(name: str, greeting: str) -> None:
    raw = {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "date": 0,
            "text": "/start",
            "chat": {"id": 7, "type": "private"},
            "from": {"id": 7, "is_bot": False, "first_name": name, "language_code": "en"},
        },
    }
    turn = respond(translate(raw), None, Life("2026-06-10T09:00").now)
    assert turn.say[0].text.startswith(greeting), turn.say[0].text  # type: ignore[union-attr]
