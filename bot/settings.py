"""The environment and a TOML file -> Settings. The only place where settings and secrets are read.

The file, which QUOTH_CONFIG names, holds the same names without QUOTH_ and in small letters; those of the bot may
stand in a table: `[telegram]` with `users = [1, 2]` is QUOTH_TELEGRAM_USERS=1,2. The environment goes before it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from index.errors import SettingError

MAX_BYTES = 20_000_000
"""Bytes that one article's file or page may have, unless set otherwise."""


LISTEN = "127.0.0.1:8443"
"""Where webhooks are awaited unless set otherwise: a proxy in front of it has the certificate."""

NAMES = frozenset(
    "library chroma model max_bytes telegram_token telegram_token_file telegram_api telegram_users telegram_chats"
    " telegram_admins telegram_daily telegram_per_minute telegram_shared_buttons telegram_webhook"
    " telegram_webhook_secret telegram_webhook_listen telegram_metrics_port".split()
)
"""The settings that a file may hold."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram brings updates: the public address, the secret that it shows, and where to listen."""

    url: str
    secret: str = field(repr=False)
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """Whom the bot serves, and how much of it. With neither `users` nor `chats` it is open to everybody.

    `daily` and `per_minute` are questions a person may ask, None for any number. `shared_buttons` lets everybody in a
    group press the buttons under anybody's answer.
    """

    users: frozenset[int] = frozenset()
    chats: frozenset[int] = frozenset()
    admins: frozenset[int] = frozenset()
    daily: int | None = None
    per_minute: int | None = None
    shared_buttons: bool = False
    webhook: Webhook | None = None
    metrics_port: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the library is and whom to reach. `chroma_url` None keeps the vectors in the library's own folder."""

    library: Path
    chroma_url: str | None = None
    model: str | None = None
    max_bytes: int = MAX_BYTES
    telegram_token: str | None = field(default=None, repr=False)
    telegram_api: str | None = None
    telegram: TelegramSettings = field(default_factory=TelegramSettings)


def load_settings(environment: Mapping[str, str], library: Path | None = None) -> Settings:
    """Read the QUOTH_ variables and the file; `library` given on the command line goes first. Raises SettingError."""
    given = {name: value.strip() for name, value in environment.items() if name.startswith("QUOTH_") and value.strip()}
    if "QUOTH_CONFIG" in given:
        given = _file(Path(given["QUOTH_CONFIG"]).expanduser(), given) | given
    return Settings(
        library=library or _library(given),
        chroma_url=_chroma_url(given),
        model=given.get("QUOTH_MODEL"),
        max_bytes=_max_bytes(given),
        telegram_token=_telegram_token(given),
        telegram_api=_telegram_api(given),
        telegram=_telegram(given),
    )


def _file(file: Path, given: Mapping[str, str]) -> dict[str, str]:
    """What a TOML file sets, as the variables that would set it."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(f"{file}, which QUOTH_CONFIG names, can't be read ({error}): mend or rename it.") from None
    content |= {f"telegram_{name}": value for name, value in content.pop("telegram", {}).items()}
    if unknown := sorted(content.keys() - NAMES):
        raise SettingError(f"{file} sets {unknown[0]!r}, which is no setting: take it out, or mend its name.")
    found = {f"QUOTH_{name.upper()}": _written(value) for name, value in content.items()}
    if given.keys() & {"QUOTH_TELEGRAM_TOKEN", "QUOTH_TELEGRAM_TOKEN_FILE"}:
        found = {name: value for name, value in found.items() if not name.startswith("QUOTH_TELEGRAM_TOKEN")}
    return found


def _written(value: object) -> str:
    """A TOML value as a variable has it."""
    if isinstance(value, list):
        return ",".join(map(str, value))
    return "yes" if value is True else "no" if value is False else str(value)


def _telegram(given: Mapping[str, str]) -> TelegramSettings:
    return TelegramSettings(
        users=_ids(given, "QUOTH_TELEGRAM_USERS"),
        chats=_ids(given, "QUOTH_TELEGRAM_CHATS"),
        admins=_ids(given, "QUOTH_TELEGRAM_ADMINS"),
        daily=_number(given, "QUOTH_TELEGRAM_DAILY"),
        per_minute=_number(given, "QUOTH_TELEGRAM_PER_MINUTE"),
        shared_buttons=_yes_or_no(given, "QUOTH_TELEGRAM_SHARED_BUTTONS"),
        webhook=_webhook(given),
        metrics_port=_number(given, "QUOTH_TELEGRAM_METRICS_PORT", 65_535),
    )


def _ids(given: Mapping[str, str], name: str) -> frozenset[int]:
    text = given.get(name, "")
    try:
        return frozenset(map(int, text.replace(",", " ").split()))
    except ValueError:
        raise SettingError(f"{name} is {text!r}: set it to ids with commas between them, such as 1234,-5678.") from None


def _number(given: Mapping[str, str], name: str, highest: int = 1_000_000) -> int | None:
    text = given.get(name)
    if text is None:
        return None
    if not re.fullmatch("[0-9]{1,7}", text) or not 1 <= int(text) <= highest:
        raise SettingError(f"{name} is {text!r}: set it to a whole number from 1 to {highest}.")
    return int(text)


def _yes_or_no(given: Mapping[str, str], name: str) -> bool:
    text = given.get(name, "no").lower()
    if text not in ("yes", "no"):
        raise SettingError(f"{name} is {text!r}: set it to yes or no.")
    return text == "yes"


def _webhook(given: Mapping[str, str]) -> Webhook | None:
    """Where updates are brought to, or None when they are fetched."""
    url = given.get("QUOTH_TELEGRAM_WEBHOOK")
    if url is None:
        return None
    if not (_is_server(url) and url.startswith("https://") and urlsplit(url).path.strip("/")):
        raise SettingError(
            f"QUOTH_TELEGRAM_WEBHOOK is {url!r}: set it to an address with a path, such as https://bot.example/quoth."
        )
    secret = given.get("QUOTH_TELEGRAM_WEBHOOK_SECRET", "")
    if not re.fullmatch("[A-Za-z0-9_-]{16,256}", secret):
        raise SettingError(
            "QUOTH_TELEGRAM_WEBHOOK_SECRET is not usable: set it to 16 to 256 random letters, digits, _ and -."
        )
    listen = given.get("QUOTH_TELEGRAM_WEBHOOK_LISTEN", LISTEN)
    host, _, port = listen.rpartition(":")
    if not host or not re.fullmatch("[0-9]{1,5}", port) or not 1 <= int(port) <= 65_535:
        raise SettingError(f"QUOTH_TELEGRAM_WEBHOOK_LISTEN is {listen!r}: set it to host:port, such as {LISTEN}.")
    return Webhook(url.rstrip("/"), secret, host, int(port))


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
