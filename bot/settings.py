"""The settings: environment variables that begin with AFTERWORD_, or a file named .env."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

TOKEN_SHAPE = re.compile(r"\d{3,}:[A-Za-z0-9_-]{10,}")


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
    log_level: str = Field(default="INFO", pattern="(?i)^(debug|info|warning|error)$")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.token is not None and not self.token.get_secret_value():
            self.token = None
        if self.token is not None and not TOKEN_SHAPE.fullmatch(self.token.get_secret_value()):
            raise ValueError("AFTERWORD_TOKEN does not look like a bot token; copy it whole from @BotFather")
        if not self.store_url:
            self.store_url = f"sqlite:///{self.data_dir / 'afterword.db'}"
            self.model_fields_set.discard("store_url")  # nobody has set it
        return self

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
