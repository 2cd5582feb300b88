"""The settings: environment variables that begin with AFTERWORD_, or a file named .env."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.calendars.feeds.seal import HOW_TO_MAKE_ONE, is_key

TOKEN_SHAPE = re.compile(r"\d{3,}:[A-Za-z0-9_-]{10,}")
SECRET_SHAPE = re.compile(r"[A-Za-z0-9_-]{32,256}")
"""What Telegram takes, and long enough that nobody guesses it."""


NO_WEBHOOK = "off"
"""As AFTERWORD_WEBHOOK_URL: take away the webhook that Telegram knows, and fetch updates."""
STORE_FILE = "afterword.db"
"""The store in the data directory, where no other is named."""


class SettingsUnusable(Exception):  # noqa: N818  it is said to a person: "the settings are unusable because …"
    """A setting is missing or wrong; the text names it and the fix."""


class Settings(BaseSettings):
    """Everything an operator can set."""

    model_config = SettingsConfigDict(env_prefix="AFTERWORD_", env_file=".env", extra="ignore")

    token: SecretStr | None = Field(default=None, description="The bot's token from @BotFather.")
    data_dir: Path = Field(default=Path("data"), description="Where the SQLite store lives.")
    store_url: str = Field(default="", description="Another store than SQLite in the data directory.")
    telegram_url: str = Field(default="https://api.telegram.org", description="Where the Bot API answers.")
    sends_in_flight: int = Field(default=8, ge=1, le=64, description="Calls to Telegram at the same time.")
    nudges_per_second: float = Field(
        default=25, gt=0, le=10_000, description="Nudges a second: 30 messages are free, 1,000 are paid for."
    )
    webhook_url: str = Field(
        default="", description="Where Telegram brings updates; empty: they are fetched; `off`: removed first."
    )
    webhook_secret: SecretStr | None = Field(default=None, description="What Telegram says to prove that it is it.")
    webhook_host: str = Field(default="127.0.0.1", description="The address on which the webhook listens.")
    webhook_port: int = Field(default=8443, ge=0, le=65535, description="The port on which it listens; 0: any.")
    worker: bool = Field(
        default=False, description="Take in no updates: another process on the same PostgreSQL does that."
    )
    key: SecretStr | None = Field(
        default=None, description="Encrypts the addresses of calendar feeds; without it, none are taken."
    )
    listener: Literal["heads", "rules"] = Field(
        default="heads", description="What hears beside the rules; `rules`: nothing, it takes 150 MB less."
    )
    model_url: str = Field(
        default="", description="Where a language model answers in the chat-completions form; empty: none is asked."
    )
    model: str = Field(default="", description="The model's name at that address.")
    model_key: SecretStr | None = Field(default=None, description="The key to it, where it wants one.")
    model_timeout: float = Field(default=8, gt=0, le=60, description="Seconds that somebody waits for it at most.")
    model_tokens: int = Field(default=200_000, ge=0, description="Most tokens that it may cost a person a day.")
    log_level: str = Field(default="INFO", pattern="(?i)^(debug|info|warning|error)$")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.token is not None and not self.token.get_secret_value():
            self.token = None
        if self.token is not None and not TOKEN_SHAPE.fullmatch(self.token.get_secret_value()):
            raise ValueError("AFTERWORD_TOKEN does not look like a bot token; copy it whole from @BotFather")
        self._watch_webhook()
        self._watch_key()
        self._watch_model()
        if not self.store_url:
            self.store_url = f"sqlite:///{self.data_dir / STORE_FILE}"
            self.model_fields_set.discard("store_url")  # nobody has set it
        if self.worker and self.store_url.startswith("sqlite"):
            raise ValueError(
                "AFTERWORD_WORKER needs a store that several processes share: set AFTERWORD_STORE_URL to a PostgreSQL, "
                "or leave AFTERWORD_WORKER out"
            )
        return self

    def _watch_webhook(self) -> None:
        if self.webhook_url in ("", NO_WEBHOOK):
            return
        if not self.webhook_url.startswith("https://"):
            raise ValueError(
                "AFTERWORD_WEBHOOK_URL must begin with https://, Telegram brings updates to no other place"
            )
        if self.webhook_secret is None or not SECRET_SHAPE.fullmatch(self.webhook_secret.get_secret_value()):
            raise ValueError(
                "AFTERWORD_WEBHOOK_SECRET must be set beside AFTERWORD_WEBHOOK_URL: 32 characters or more of A-Z, a-z, "
                "0-9, _ and -, for example what `openssl rand -hex 32` prints"
            )

    def _watch_key(self) -> None:
        if self.key is None:
            return
        if not self.key.get_secret_value():
            self.key = None
            return
        if not is_key(self.key.get_secret_value()):
            raise ValueError(f"AFTERWORD_KEY is no key. {HOW_TO_MAKE_ONE}")

    def _watch_model(self) -> None:
        if not self.model_url:
            return
        if urlsplit(self.model_url).scheme not in ("http", "https") or not urlsplit(self.model_url).hostname:
            raise ValueError("AFTERWORD_MODEL_URL must begin with http:// or https://, like https://api.mistral.ai/v1")
        if not self.model:
            raise ValueError("AFTERWORD_MODEL must name the model beside AFTERWORD_MODEL_URL")

    def need_token(self) -> str:
        """The token. Raises SettingsUnusable when there is none."""
        if self.token is None:
            raise SettingsUnusable(
                "AFTERWORD_TOKEN is not set. Get a token from @BotFather and put it there or into .env."
            )
        return self.token.get_secret_value()


def load() -> Settings:
    """Read the settings. Raises SettingsUnusable with one line that names the variable; values are not repeated."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"AFTERWORD_{str(first['loc'][0]).upper()}: " if first["loc"] else ""
        raise SettingsUnusable(name + first["msg"].removeprefix("Value error, ")) from None
