"""What a bot tells and asks about itself and its chats: one function a method of the Bot API. No HTTP."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import urlsplit

from bot.rehearsal.checks import refuse_commands
from bot.rehearsal.entities import units
from bot.rehearsal.errors import bad, forbidden
from bot.rehearsal.state import Group, Someone, State

Json = dict[str, Any]

LONGEST: Final = {"name": 64, "description": 512, "short_description": 120}
WEBHOOK_PORTS: Final = frozenset({None, 443, 80, 88, 8443})
_DEFAULT_SCOPE: Final = {"type": "default"}
_SCOPES: Final = {
    "default": {"type"},
    "all_private_chats": {"type"},
    "all_group_chats": {"type"},
    "all_chat_administrators": {"type"},
    "chat": {"type", "chat_id"},
    "chat_administrators": {"type", "chat_id"},
    "chat_member": {"type", "chat_id", "user_id"},
}
_MENUS: Final = {"commands": {"type"}, "default": {"type"}, "web_app": {"type", "text", "web_app"}}


def get_me(state: State, _: Json) -> Json:
    """getMe."""
    return {
        **state.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(state: State, parameters: Json) -> Json:
    """getChat."""
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
        False,
    )
    chat = state.known(parameters["chat_id"])
    return {**chat.chat(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def leave_chat(state: State, parameters: Json) -> bool:
    """leaveChat."""
    chat = state.writable(parameters["chat_id"])
    if isinstance(chat, Someone):
        raise bad("chat member status can't be changed in private chats")
    chat.left = True
    return True


def get_file(state: State, parameters: Json) -> Json:
    """getFile."""
    return state.files.download(parameters["file_id"])


def set_commands(state: State, parameters: Json) -> bool:
    """setMyCommands."""
    refuse_commands(parameters["commands"])
    state.settings.commands[_scope_key(state, parameters)] = parameters["commands"]
    _introduce(state)
    return True


def get_commands(state: State, parameters: Json) -> list[Json]:
    """getMyCommands."""
    return state.settings.commands.get(_scope_key(state, parameters), [])


def delete_commands(state: State, parameters: Json) -> bool:
    """deleteMyCommands."""
    state.settings.commands.pop(_scope_key(state, parameters), None)
    _introduce(state)
    return True


def commands_for(state: State, chat: Someone | Group) -> list[Json]:
    """The commands that this person's menu shows: the narrowest scope wins, then the language."""
    language = (chat.language_code or "") if isinstance(chat, Someone) else ""
    kind = "all_group_chats" if isinstance(chat, Group) else "all_private_chats"
    scopes: list[Json] = [{"type": "chat", "chat_id": chat.id}, {"type": kind}, _DEFAULT_SCOPE]
    keys = [(_as_key(scope), code) for scope in scopes for code in (language, "")]
    return next((found for key in keys if (found := state.settings.commands.get(key))), [])


def set_about(name: str) -> Any:
    """The method that sets `name`, `description` or `short_description`."""

    def change(state: State, parameters: Json) -> bool:
        text = parameters.get(name, "")
        if units(text) > LONGEST[name]:
            raise bad(f"bot {name.replace('_', ' ')} is too long")
        state.settings.about[name, _language(parameters)] = text
        _introduce(state)
        return True

    return change


def get_about(name: str) -> Any:
    """The method that tells `name`, `description` or `short_description`."""

    def tell(state: State, parameters: Json) -> Json:
        return {name: shown_about(state, name, _language(parameters))}

    return tell


def shown_about(state: State, name: str, language: str) -> str:
    """What a person of this language is shown as the bot's `name`, `description` or `short_description`."""
    usual = str(state.bot["first_name"]) if name == "name" else ""
    about = state.settings.about
    return about.get((name, language)) or about.get((name, "")) or usual


def set_menu(state: State, parameters: Json) -> bool:
    """setChatMenuButton."""
    button = parameters.get("menu_button", {"type": "default"})
    if button.get("type") not in _MENUS or button.keys() != _MENUS[button["type"]]:
        raise bad("can't parse menu button: invalid type or fields specified")
    state.settings.menus[_menu_chat(state, parameters)] = button
    return True


def get_menu(state: State, parameters: Json) -> Json:
    """getChatMenuButton."""
    menus = state.settings.menus
    return menus.get(_menu_chat(state, parameters)) or menus.get(None) or {"type": "commands"}


def set_webhook(state: State, parameters: Json) -> bool:
    """setWebhook: what is checked and remembered; nothing is delivered."""
    url = parameters["url"]
    if url:
        _refuse_webhook(url, parameters.get("secret_token"))
    if parameters.get("drop_pending_updates"):
        state.updates.drop()
    if "allowed_updates" in parameters:
        state.updates.allow(parameters["allowed_updates"])
    state.updates.webhook = {"url": url, "max_connections": parameters.get("max_connections", 40)} if url else {}
    return True


def delete_webhook(state: State, parameters: Json) -> bool:
    """deleteWebhook."""
    return set_webhook(state, {**parameters, "url": ""})


def webhook_info(state: State, _: Json) -> Json:
    """getWebhookInfo."""
    told = {"url": "", "has_custom_certificate": False, "pending_update_count": state.updates.pending()}
    return told | state.updates.webhook


def _refuse_webhook(url: str, secret: str | None) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in WEBHOOK_PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if secret is not None and not (secret.replace("-", "_").isidentifier() or secret.replace("-", "").isalnum()):
        raise bad("secret token contains unallowed characters")


def _introduce(state: State) -> None:
    """The bot says something else of itself than before."""
    state.transcript.note("", "bot", "profile", "")


def _scope_key(state: State, parameters: Json) -> tuple[str, str]:
    scope = parameters.get("scope") or _DEFAULT_SCOPE
    fields = _SCOPES.get(scope.get("type", ""))
    if fields is None or scope.keys() != fields:
        raise bad("can't parse BotCommandScope: unsupported type or fields specified")
    if "chat_id" in scope:
        state.known(scope["chat_id"])
    return _as_key(scope), _language(parameters)


def _as_key(scope: Json) -> str:
    return json.dumps(scope, sort_keys=True)


def _language(parameters: Json) -> str:
    code: str = parameters.get("language_code", "")
    if code and not (len(code) == 2 and code.isascii() and code.islower()):
        raise bad("invalid language code specified")
    return code


def _menu_chat(state: State, parameters: Json) -> int | None:
    chat_id: int | None = parameters.get("chat_id")
    if chat_id is not None and isinstance(state.known(chat_id), Group):
        raise forbidden("the menu button belongs to private chats")
    return chat_id
