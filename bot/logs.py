"""Logs hold ids and counts: never what people wrote, never the token."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, TextIO

MOST_ALIKE, A_MINUTE_S = 20, 60.0
_Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Shows where an error happened and of what kind; its text is left out, it may quote a person or the token."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's own name
        """The message; of asyncio's only the first line, for it goes on with the error that a task ended with."""
        if record.name == "asyncio":
            record.message = record.message.partition("\n")[0]
        return super().formatMessage(record)

    def formatException(self, ei: _Error) -> str:  # noqa: N802  logging's own name
        """The frames and the kinds of the errors, from the first cause to the last."""
        lines: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None:
            frames = traceback.extract_tb(error.__traceback__)
            lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
            lines.append(f"  {type(error).__name__}")
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


@dataclass(slots=True)
class _Alike:
    """Lines of one kind: since when, how many were written, and how many were not."""

    since: float
    written: int = 0
    left_out: int = 0


class Counting(logging.StreamHandler[TextIO]):
    """Writes lines; of the warnings and errors that are alike MOST_ALIKE a minute. The rest is counted, and told with
    the next line after that minute."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._alike: dict[tuple[str, int, str], _Alike] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Write it or count it."""
        self._tell(record.created)
        key = record.name, record.levelno, str(record.msg).partition("\n")[0]
        alike = self._alike.setdefault(key, _Alike(record.created))
        if record.levelno < logging.WARNING or alike.written < MOST_ALIKE:
            alike.written += 1
            super().emit(record)
        else:
            alike.left_out += 1

    def close(self) -> None:
        """Tell what is still only counted."""
        self._tell(float("inf"))
        super().close()

    def _tell(self, now: float) -> None:
        for key in [key for key, alike in self._alike.items() if now - alike.since >= A_MINUTE_S]:
            (name, level, kind), alike = key, self._alike.pop(key)
            if alike.left_out:
                told = "%d more within a minute, not written: %s"
                super().emit(logging.LogRecord(name, level, "", 0, told, (alike.left_out, kind), None))


def _for_machines() -> logging.Formatter:
    """One JSON object a line: when (UTC), how grave, from where, what, and of an error its frames and kinds."""
    import structlog

    discreet = Discreet()

    def said(_logger: object, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        if event.get("logger") == "asyncio":
            event["event"] = str(event["event"]).partition("\n")[0]
        error = event.pop("exc_info", None)
        if error and error[0] is not None:
            event["error"] = discreet.formatException(error).strip().splitlines()
        return event

    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    ends: list[Any] = [
        said,
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.JSONRenderer(),
    ]
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=ends, keep_exc_info=False)


def set_up(level: str, form: str = "text") -> None:
    """Send logs to stderr, as `text` or `json`.

    The HTTP client writes every address at INFO, and ours hold the token.
    """
    handler = Counting(sys.stderr)
    plain = Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(_for_machines() if form == "json" else plain)
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for chatty in ("httpx", "httpcore", "apscheduler", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # it quotes an answer that it cannot parse
