"""URL -> the bytes of a web page."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from index.errors import ReadingError

if TYPE_CHECKING:
    import httpx

MOST_REDIRECTS = 5
SECONDS = 20.0
"""How long a page may take, all in all."""

_TEXTS = ("text/html", "application/xhtml+xml", "text/plain", "")


@dataclass(frozen=True, slots=True)
class Page:
    """What a URL answered: the bytes, the encoding its server names, and the URL after redirects."""

    url: str
    data: bytes
    encoding: str | None
    is_plain: bool


def fetch(url: str, *, max_bytes: int, seconds: float = SECONDS) -> Page:
    """The page at an http or https URL. Raises ReadingError when there is none, it is too large or too slow."""
    import httpx

    try:
        if not urlsplit(url).hostname:
            raise ReadingError("This is no web address: write it as https://host/page.")
        client = httpx.Client(
            follow_redirects=True, max_redirects=MOST_REDIRECTS, timeout=seconds, headers={"User-Agent": _user_agent()}
        )
        with client, client.stream("GET", url) as response:
            return _page(response, max_bytes, time.monotonic() + seconds)
    except httpx.TimeoutException:
        raise _too_slow() from None
    except httpx.TooManyRedirects:
        raise ReadingError(
            f"The page redirects more than {MOST_REDIRECTS} times: open it in a browser and add the address it ends at."
        ) from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict, ValueError, OSError) as trouble:
        reason = str(trouble) or type(trouble).__name__
        raise ReadingError(f"The page can't be reached ({reason}): check the address and the connection.") from trouble


def _page(response: httpx.Response, max_bytes: int, deadline: float) -> Page:
    if response.status_code != 200:
        raise ReadingError(
            f"The server answered {response.status_code} ({response.reason_phrase}): check the address in a browser."
        )
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _TEXTS:
        raise ReadingError(f"This is no web page but {kind}: save its text as a file and add that.")
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > max_bytes:
            raise ReadingError(f"The page is larger than {max_bytes:,} bytes: raise QUOTH_MAX_BYTES to add it.")
        if time.monotonic() > deadline:
            raise _too_slow()
    return Page(str(response.url), bytes(data), response.charset_encoding, kind == "text/plain")


def _too_slow() -> ReadingError:
    return ReadingError("The page took too long to answer: try again later, or save the page and add the file.")


def _user_agent() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"quoth/{version('quoth')}"
    except PackageNotFoundError:
        return "quoth"
