"""Calls of the Bot API over aiohttp: one pool of connections that stays fast with hundreds of calls at once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import aiohttp
from telegram import Update
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECTIONS = 256
READ_SECONDS = 10.0
CONNECT_SECONDS = 5.0
FORM = {"Content-Type": "application/x-www-form-urlencoded"}

log = logging.getLogger(__name__)


class Request(BaseRequest):
    """python-telegram-bot's way to the network. `on_refused_token` is called when Telegram doesn't know the token."""

    def __init__(self, on_refused_token: Callable[[], None], read_seconds: float = READ_SECONDS) -> None:
        self._on_refused_token = on_refused_token
        self._read_seconds = read_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS))

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - as the base class has it
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and body that a call is answered with. Raises TimedOut and NetworkError, which name no URL."""
        if self._session is None:
            raise NetworkError("The connection is not open yet.")
        read = self._read_seconds if read_timeout is self.DEFAULT_NONE else read_timeout
        timeout = aiohttp.ClientTimeout(total=None, sock_read=read, sock_connect=CONNECT_SECONDS)
        try:
            body, headers = _body(request_data)
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as response:
                found = response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            # The error's own words may hold the URL, and that the token.
            raise NetworkError(f"The connection failed ({type(error).__name__})") from None
        if found[0] == 401:
            self._on_refused_token()
        return found


class Updates(Request):
    """The way to getUpdates: an update that the library can't read becomes an empty one, and holds up no other.

    `on_answer` is called whenever Telegram gives updates, or says that there are none.
    """

    def __init__(
        self, on_refused_token: Callable[[], None], read_seconds: float, on_answer: Callable[[], None]
    ) -> None:
        super().__init__(on_refused_token, read_seconds)
        self._on_answer = on_answer

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The status and body that a call is answered with. Raises TimedOut and NetworkError, which name no URL."""
        status, body = await super().do_request(*args, **kwargs)
        if status == 200:
            self._on_answer()
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """What a call is answered with."""
        answer = Request.parse_json_payload(payload)
        if isinstance(answer.get("result"), list):
            answer["result"] = [_readable(update) for update in answer["result"]]
        return answer


def _readable(update: dict[str, Any]) -> dict[str, Any]:
    try:
        Update.de_json(update)
    except (KeyError, TypeError, ValueError):
        log.exception("An update can't be read: a newer python-telegram-bot may know its kind")
        return {"update_id": update["update_id"]}
    return update


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """A call's parameters as a form, with its files if there are any, and the headers that this takes.

    aiohttp's own form makes a random boundary and a multipart writer even where there is no file.
    """
    if data is None:
        return None, {}
    if not data.contains_files:
        return urlencode(data.json_parameters).encode(), FORM
    form = aiohttp.FormData(data.json_parameters)
    for name, (file_name, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return form, {}
