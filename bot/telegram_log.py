"""The bot's log: one line each on standard error, with the update that it belongs to and never a secret."""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path

request: ContextVar[int | None] = ContextVar("request", default=None)
"""The number of the update that is being dealt with, which is the request id of its log lines."""


class OneLine(logging.Formatter):
    """A log line for the operator: names and values, an error with where it arose, and never one of the secrets."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self.secrets = [secret.rpartition(":")[2] or secret for secret in secrets]

    def format(self, record: logging.LogRecord) -> str:
        """The record in one line: `time=… level=info request=12 message="…"`."""
        fields = {"time": f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%dT%H:%M:%SZ}"}
        fields |= {"level": record.levelname.lower()}
        if (number := request.get()) is not None:
            fields |= {"request": str(number)}
        fields |= {"message": record.getMessage(), **getattr(record, "about", {})}
        if record.exc_info and (error := record.exc_info[1]):
            frames = traceback.extract_tb(error.__traceback__)
            fields |= {"error": f"{type(error).__name__}: {error}"}
            fields |= {"at": f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"} if frames else {}
        line = " ".join(f"{name}={_written(str(value))}" for name, value in fields.items())
        for secret in self.secrets:
            line = line.replace(secret, "…")
        return line


def about(**fields: object) -> dict[str, dict[str, object]]:
    """Names and values for a log line, as the `extra` of a logging call."""
    return {"about": fields}


def _written(value: str) -> str:
    """A value as it stands in a line: in quotes unless it is one plain word."""
    return (
        value if re.fullmatch(r"[^\s\"=\x00-\x1f]+", value) else json.dumps(" ".join(value.split()), ensure_ascii=False)
    )


def write_log(*secrets: str) -> None:
    """Send the log to standard error. What libraries say below a warning is left out: some would name the token."""
    to_standard_error = logging.StreamHandler()
    to_standard_error.setFormatter(OneLine(secrets))
    logging.basicConfig(level=logging.WARNING, handlers=[to_standard_error], force=True)
    logging.getLogger("bot").setLevel(logging.INFO)
    # Telegram's library raises what it logs, and the bot tells of it; its critical lines hold whole messages.
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
