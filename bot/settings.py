"""The settings: environment variables that begin with AFTERWORD_, or a file named .env."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.calendars.feeds.seal import HOW_TO_MAKE_ONE, is_key
from bot.environment import ENV_ENCODING, ENV_FILE, PREFIX, endpoint, names_in, proxy_for, unknown
from bot.running import Running
from storage.addresses import StoreUnusable, read_url

TOKEN_SHAPE = re.compile(r"(?<!\d)\d{3,}+:[A-Za-z0-9_-]{10,}")
SECRET_SHAPE = re.compile(r"[A-Za-z0-9_-]{32,256}")
"""What Telegram takes, and long enough that nobody guesses it."""


TELEGRAM = "https://api.telegram.org"
NO_WEBHOOK = "off"
"""As AFTERWORD_WEBHOOK_URL: take away the webhook that Telegram knows, and fetch updates."""
STORE_FILE = "afterword.db"
"""The store in the data directory, where no other is named."""


NO_COPIES = (
    "AFTERWORD_BACKUP_DIR is for SQLite. Leave it out, and have `pg_dump --format=custom --file=afterword.dump` copy "
    "the PostgreSQL each day"
)


class SettingsUnusable(Exception):  # noqa: N818  it is said to a person: "the settings are unusable because …"
    """A setting is missing or wrong; the text names it and the fix."""


class Settings(Running):
    """Everything an operator can set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding=ENV_ENCODING,
        env_ignore_empty=True,
        extra="ignore",
        validate_default=True,
    )

    token: SecretStr | None = Field(default=None, description="The bot's token from @BotFather.")
    data_dir: Path = Field(default=Path("data"), description="Where the SQLite store lives.")
    store_url: str = Field(default="", description="Another store than SQLite in the data directory.")
    telegram_url: str = Field(default=TELEGRAM, description="Where the Bot API answers.")
    sends_in_flight: int = Field(default=16, ge=1, le=64, description="Calls to Telegram at the same time.")
    nudges_per_second: float = Field(
        default=25, gt=0, le=10_000, description="Nudges a second: 30 messages are free, 1,000 are paid for."
    )
    webhook_url: str = Field(
        default="", description="Where Telegram brings updates; empty: they are fetched; `off`: removed first."
    )
    webhook_secret: SecretStr | None = Field(default=None, description="What Telegram says to prove that it is it.")
    webhook_host: str = Field(default="127.0.0.1", description="The address on which the webhook listens.")
    webhook_port: int = Field(default=8443, ge=0, le=65535, description="The port on which it listens; 0: any.")
    health_host: str = Field(default="127.0.0.1", description="Where health, readiness and metrics are told.")
    health_port: int = Field(default=0, ge=0, le=65535, description="The port for them; 0: they are told nowhere.")
    worker: bool = Field(
        default=False, description="Take in no updates: another process on the same PostgreSQL does that."
    )
    key: SecretStr | None = Field(
        default=None, description="Encrypts the addresses of calendar feeds; without it, none are taken."
    )
    listener: Literal["heads", "rules"] = Field(
        default="heads", description="What hears beside the rules; `rules`: nothing, it takes 150 MB less."
    )
    model_url: str = Field(default="", description="Where chat completions are answered; empty: no model is asked.")
    model: str = Field(default="", description="The model's name at that address.")
    model_key: SecretStr | None = Field(default=None, description="The key to it, where it wants one.")
    model_timeout: float = Field(default=8, gt=0, le=60, description="Seconds that somebody waits for it at most.")
    model_tokens: int = Field(default=200_000, ge=0, description="Most tokens that it may cost a person a day.")
    transcribe_url: str = Field(default="", description="Where voice notes are written down; empty: nowhere.")
    log_format: Literal["text", "json"] = Field(default="text", description="Logs for people, or for machines.")
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(str.lower)] = Field(
        default="info", description="What is logged: this and what is graver."
    )

    @field_validator("token")
    @classmethod
    def _is_token(cls, token: SecretStr | None) -> SecretStr | None:
        said = token.get_secret_value() if token else None
        if said is not None and not TOKEN_SHAPE.fullmatch(said):
            if TOKEN_SHAPE.search(said) and said.strip("\"' \t") != said:
                raise ValueError("has blanks or quotation marks around it; leave them out")
            raise ValueError("does not look like a bot token; copy it whole from @BotFather")
        return token

    @field_validator("store_url")
    @classmethod
    def _is_store(cls, url: str) -> str:
        try:
            if url:
                read_url(url)
        except StoreUnusable as error:
            raise ValueError(str(error).removeprefix("AFTERWORD_STORE_URL ")) from error
        return url

    @field_validator("telegram_url")
    @classmethod
    def _is_reached(cls, url: str) -> str:
        try:
            return endpoint(url)
        except ValueError as error:
            raise ValueError(f"{error}, like {TELEGRAM}") from error

    @field_validator("webhook_url")
    @classmethod
    def _is_brought_to(cls, url: str) -> str:
        if url not in ("", NO_WEBHOOK) and not url.startswith("https://"):
            raise ValueError("must begin with https://, Telegram brings updates to no other place")
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _is_secret(cls, secret: SecretStr | None, others: ValidationInfo) -> SecretStr | None:
        is_needed = others.data.get("webhook_url", "") not in ("", NO_WEBHOOK)
        if is_needed and (secret is None or not SECRET_SHAPE.fullmatch(secret.get_secret_value())):
            raise ValueError(
                "must be set beside AFTERWORD_WEBHOOK_URL: 32 characters or more of A-Z, a-z, 0-9, _ and -, for "
                "example what `openssl rand -hex 32` prints"
            )
        return secret

    @field_validator("worker")
    @classmethod
    def _shares_a_store(cls, worker: bool, others: ValidationInfo) -> bool:
        url = others.data.get("store_url")
        if worker and url is not None and (not url or url.startswith("sqlite")):
            raise ValueError(
                "needs a store that several processes share: set AFTERWORD_STORE_URL to a PostgreSQL, or leave it out"
            )
        return worker

    @field_validator("key")
    @classmethod
    def _is_key(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and not is_key(key.get_secret_value()):
            raise ValueError(f"is no key. {HOW_TO_MAKE_ONE}")
        return key

    @field_validator("model_url", "transcribe_url")
    @classmethod
    def _is_asked(cls, url: str) -> str:
        try:
            return url and endpoint(url)
        except ValueError as error:
            raise ValueError(f"{error}, like https://api.mistral.ai/v1") from error

    @field_validator("model")
    @classmethod
    def _is_named(cls, model: str, others: ValidationInfo) -> str:
        if others.data.get("model_url") and not model:
            raise ValueError("must name the model beside AFTERWORD_MODEL_URL")
        return model

    @model_validator(mode="after")
    def _has_a_store(self) -> Self:
        if self.backup_dir is not None and self.store_url and not self.store_url.startswith("sqlite"):
            raise ValueError(NO_COPIES)
        if not self.store_url:
            self.store_url = f"sqlite:///{self.data_dir / STORE_FILE}"
            self.model_fields_set.discard("store_url")  # nobody has set it
        return self

    def need_token(self) -> str:
        """The token. Raises SettingsUnusable when there is none."""
        if self.token is None:
            raise SettingsUnusable(
                "AFTERWORD_TOKEN is not set. Get a token from @BotFather and put it there or into .env."
            )
        return self.token.get_secret_value()


class Given(Settings):
    """Settings that are all given: nothing is read from the environment, nor from a file."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given alone."""
        return (init_settings,)


def load() -> Settings:
    """Read the settings. Raises SettingsUnusable with a line for each that is wrong; values are not repeated."""
    try:
        names = {*os.environ, *names_in(ENV_FILE)}
    except ValueError as error:  # whatever else there is to tell may be mended in it
        raise SettingsUnusable(str(error)) from error
    wrong = [*unknown(names, {PREFIX + name.upper() for name in Settings.model_fields})]
    try:
        loaded = Settings()
    except ValidationError as error:
        raise SettingsUnusable(_told([*wrong, *map(_line, error.errors()), *_proxies(TELEGRAM)])) from None
    if wrong := [*wrong, *_proxies(loaded.telegram_url, loaded.model_url, loaded.transcribe_url)]:
        raise SettingsUnusable(_told(wrong))
    return loaded


def _line(error: ErrorDetails) -> str:
    said = (
        error["msg"]
        .removeprefix("Value error, ")
        .replace("Input should be", "must be")
        .replace("a valid boolean", "true or false")
    )
    where = f"{PREFIX}{str(error['loc'][0]).upper()} " if error["loc"] else ""
    return f"{where}{said.partition(', unable')[0]}"


def _proxies(*addresses: str) -> Iterator[str]:
    for address in filter(None, addresses):
        try:
            proxy_for(address)
        except ValueError as error:
            yield str(error)


def _told(wrong: Sequence[str]) -> str:
    """One line for one mistake, and a list for several."""
    wrong = list(dict.fromkeys(wrong))
    return wrong[0] if len(wrong) == 1 else "\n  ".join([f"{len(wrong)} settings need your attention:", *wrong])
