"""The environment -> Settings. The only place where settings and secrets are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from index.errors import SettingError

MAX_BYTES = 20_000_000
"""Bytes that one article's file or page may have, unless set otherwise."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the library is and whom to reach. `chroma_url` None keeps the vectors in the library's own folder."""

    library: Path
    chroma_url: str | None = None
    model: str | None = None
    max_bytes: int = MAX_BYTES
    telegram_token: str | None = field(default=None, repr=False)
    telegram_api: str | None = None


def load_settings(environment: Mapping[str, str], library: Path | None = None) -> Settings:
    """Read the QUOTH_ variables; `library` given on the command line goes first. Raises SettingError."""
    given = {name: value.strip() for name, value in environment.items() if name.startswith("QUOTH_") and value.strip()}
    return Settings(
        library=library or _library(given),
        chroma_url=_chroma_url(given),
        model=given.get("QUOTH_MODEL"),
        max_bytes=_max_bytes(given),
        telegram_token=_telegram_token(given),
        telegram_api=_telegram_api(given),
    )


def _library(given: Mapping[str, str]) -> Path:
    if "QUOTH_LIBRARY" in given:
        return Path(given["QUOTH_LIBRARY"]).expanduser()
    from platformdirs import user_data_path

    return user_data_path("quoth", appauthor=False)


def _chroma_url(given: Mapping[str, str]) -> str | None:
    url = given.get("QUOTH_CHROMA")
    if url is None:
        return None
    if not _is_server(url) or urlsplit(url).port is None or urlsplit(url).path.strip("/"):
        raise SettingError(f"QUOTH_CHROMA is {url!r}: set it to the server's address, such as http://127.0.0.1:8000.")
    return url.rstrip("/")


def _telegram_api(given: Mapping[str, str]) -> str | None:
    url = given.get("QUOTH_TELEGRAM_API")
    if url is None:
        return None
    if not _is_server(url):
        raise SettingError(
            f"QUOTH_TELEGRAM_API is {url!r}: set it to the Bot API server's address, such as http://127.0.0.1:8081."
        )
    return url.rstrip("/")


def _is_server(url: str) -> bool:
    """Whether a URL is http(s)://host, perhaps with a port and a path, and nothing more."""
    try:
        parts = urlsplit(url)
        usable_port = parts.port != 0
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or "@" in parts.netloc or any(c.isspace() for c in url))
    return plain and usable_port and parts.scheme in ("http", "https") and bool(parts.hostname)


def _max_bytes(given: Mapping[str, str]) -> int:
    text = given.get("QUOTH_MAX_BYTES", str(MAX_BYTES))
    try:
        max_bytes = int(text)
    except ValueError:
        max_bytes = 0
    if max_bytes < 1:
        raise SettingError(f"QUOTH_MAX_BYTES is {text!r}: set it to a whole number of bytes, such as {MAX_BYTES}.")
    return max_bytes


def _telegram_token(given: Mapping[str, str]) -> str | None:
    """The bot's token, from its variable or its file. No message ever holds the token itself."""
    token, file = given.get("QUOTH_TELEGRAM_TOKEN"), given.get("QUOTH_TELEGRAM_TOKEN_FILE")
    if token and file:
        raise SettingError("QUOTH_TELEGRAM_TOKEN and QUOTH_TELEGRAM_TOKEN_FILE are both set: unset one of them.")
    name = "QUOTH_TELEGRAM_TOKEN_FILE" if file else "QUOTH_TELEGRAM_TOKEN"
    if file:
        token = _read_token(Path(file).expanduser())
    if token is not None and (":" not in token or any(c.isspace() for c in token)):
        raise SettingError(f"{name} holds no bot token: set it to the token that @BotFather gave you, digits:letters.")
    return token


def _read_token(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or "it is not text"
        raise SettingError(
            f"QUOTH_TELEGRAM_TOKEN_FILE names {file}, which can't be read ({why}): name a file that holds the token."
        ) from None
