"""What a bot does to messages that are there: edit, delete, answer a press, react. No HTTP."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from bot.rehearsal.checks import LONGEST_TOAST, caption_of, refuse_reactions, text_of
from bot.rehearsal.entities import units
from bot.rehearsal.errors import bad
from bot.rehearsal.files import StoredFile
from bot.rehearsal.keyboards import markup_of
from bot.rehearsal.messages import refuse_preview, show, with_entities
from bot.rehearsal.parameters import Upload
from bot.rehearsal.state import Group, State

Json = dict[str, Any]

DELETABLE: Final = timedelta(hours=48)
_SAME: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
MEDIA: Final = ("photo", "document")
_CONTENT: Final = ("text", "entities", "caption", "caption_entities", *MEDIA)
_MEDIA_FIELDS: Final = frozenset({"media", "caption", "parse_mode", "caption_entities", "show_caption_above_media"})
_TOO_OLD: Final = "query is too old and response timeout expired or query ID is invalid"


def edit_text(state: State, parameters: Json) -> Json:
    """editMessageText."""
    old = _editable(state, parameters)
    text, entities = text_of(parameters, state.unix())
    refuse_preview(parameters)
    if "text" not in old:
        raise bad("there is no text in the message to edit")
    return _edit(state, old, parameters, with_entities("text", "entities", text, entities))


def edit_caption(state: State, parameters: Json) -> Json:
    """editMessageCaption."""
    old = _editable(state, parameters)
    caption, entities = caption_of(parameters, state.unix())
    if "document" not in old and "photo" not in old:
        raise bad("there is no caption in the message to edit")
    kept = {name: old[name] for name in MEDIA if name in old}
    return _edit(state, old, parameters, kept | with_entities("caption", "caption_entities", caption, entities))


def edit_media(state: State, parameters: Json) -> Json:
    """editMessageMedia: another picture or file with its caption; also in the place of a text."""
    old = _editable(state, parameters)
    media = dict(parameters["media"])
    kind = media.pop("type", None)
    if kind not in MEDIA:
        raise bad("can't parse InputMedia: only photo and document are played here")
    if unknown := media.keys() - _MEDIA_FIELDS:
        raise bad(f'unknown field "{min(unknown)}" in the media')
    if not isinstance(media.get("media"), Upload | str):
        raise bad('can\'t parse InputMedia: Field "media" must be of type String')
    caption, entities = caption_of(media, state.unix())
    stored = state.files.from_bot(kind, media["media"])
    described = with_entities("caption", "caption_entities", caption, entities)
    return _edit(state, old, parameters, {kind: stored.as_media(), **described})


def edit_markup(state: State, parameters: Json) -> Json:
    """editMessageReplyMarkup."""
    old = _editable(state, parameters)
    kept: Json = {name: old[name] for name in _CONTENT if name in old}
    return _edit(state, old, parameters, kept)


def delete(state: State, parameters: Json) -> bool:
    """deleteMessage: within 48 hours, any message of a private chat, the bot's own elsewhere."""
    chat = state.known(parameters["chat_id"])
    old = state.message(chat.id, parameters["message_id"], "message to delete not found")
    if state.unix() - old["date"] > DELETABLE.total_seconds():
        raise bad("message can't be deleted for everyone")
    if isinstance(chat, Group) and not old["from"]["is_bot"]:
        raise bad("message can't be deleted")
    del state.messages[chat.id, old["message_id"]]
    state.transcript.note(state.whose(chat), "bot", "delete", "", id=old["message_id"])
    return True


def answer_press(state: State, parameters: Json) -> bool:
    """answerCallbackQuery: once, within 150 seconds by the moved clock."""
    text = parameters.get("text", "")
    if units(text) > LONGEST_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    if parameters.get("url"):
        raise bad("URL_INVALID")
    press = state.presses.pop(parameters["callback_query_id"], None)
    if press is None or press.until < state.now():
        raise bad(_TOO_OLD)
    alert = parameters.get("show_alert", False)
    state.transcript.note(press.person, "bot", "answered", "", id=press.message_id)
    if text:
        state.transcript.note(press.person, "bot", "toast", text, id=press.message_id, alert=alert)
    return True


def react(state: State, parameters: Json) -> bool:
    """setMessageReaction: at most one of the usual emoji, none takes it back."""
    chat = state.writable(parameters["chat_id"])
    reactions = parameters.get("reaction", [])
    refuse_reactions(reactions)
    state.message(chat.id, parameters["message_id"], "message to react not found")
    shown = "".join(reaction["emoji"] for reaction in reactions)
    state.transcript.note(state.whose(chat), "bot", "reaction", shown, id=parameters["message_id"])
    return True


def _edit(state: State, old: Json, parameters: Json, content: Json) -> Json:
    """Replace what `content` names and the buttons; a keyboard that is not given is taken away."""
    markup = markup_of(parameters, inline_only=True)
    markup = markup if markup and any(markup["inline_keyboard"]) else None
    names = (*_CONTENT, "reply_markup")
    new = {name: value for name, value in old.items() if name not in names} | content
    if markup:
        new["reply_markup"] = markup
    if all(new.get(name) == old.get(name) for name in names):
        raise bad(_SAME)
    new["edit_date"] = state.unix()
    chat = state.chats[old["chat"]["id"]]
    state.messages[chat.id, old["message_id"]] = new
    show(state, chat, new, _file_of(state, new), None, edited=old["message_id"])
    return new


def _editable(state: State, parameters: Json) -> Json:
    chat = state.writable(parameters["chat_id"])
    old = state.message(chat.id, parameters["message_id"], "message to edit not found")
    if not old["from"]["is_bot"] or (chat.id, old["message_id"]) in state.uneditable:
        raise bad("message can't be edited")
    return old


def _file_of(state: State, message: Json) -> StoredFile | None:
    described = message.get("document") or (message.get("photo") or [None])[-1]
    return state.files.by_id[described["file_id"]] if described else None
