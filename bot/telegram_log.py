"""The bot's log: one line each on standard error, with the update that it belongs to and never a secret."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable
from contextvars import ContextVar
from pathlib import Path

request: ContextVar[int | None] = ContextVar("request", default=None)
"""The number of the update that is being dealt with, which is the request id of its log lines."""


class OneLine(logging.Formatter):
    """A log line for the operator: an error in one line, with where it arose, and never one of the secrets."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self.secrets = [secret.rpartition(":")[2] or secret for secret in secrets]

    def format(self, record: logging.LogRecord) -> str:
        """The record in one line."""
        number = request.get()
        about = f" request={number}" if number is not None else ""
        line = f"{self.formatTime(record)} {record.levelname}{about} {record.getMessage()}"
        if record.exc_info and (error := record.exc_info[1]):
            frames = traceback.extract_tb(error.__traceback__)
            place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
            line += f": {type(error).__name__}: {error}{place}"
        for secret in self.secrets:
            line = line.replace(secret, "…")
        return " ".join(line.split())


def write_log(*secrets: str) -> None:
    """Send the log to standard error. What libraries say below a warning is left out: some would name the token."""
    to_standard_error = logging.StreamHandler()
    to_standard_error.setFormatter(OneLine(secrets))
    logging.basicConfig(level=logging.WARNING, handlers=[to_standard_error], force=True)
    logging.getLogger("bot").setLevel(logging.INFO)
    # Telegram's library raises all that it logs, and the bot tells of it.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
