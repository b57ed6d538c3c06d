"""One text in its format -> an Article: plain text, Markdown, a web page, a JSON record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from math import isfinite
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urljoin, urlsplit

from index.articles import Article, iso_date
from index.cleaning import clean, one_line
from index.errors import ReadingError
from index.navigation import is_prose

if TYPE_CHECKING:
    from markdown_it.token import Token
    from trafilatura.settings import Document

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_MARKUP = re.compile(r"<!--.*?-->|</?[a-z][^>]*>", re.DOTALL | re.IGNORECASE)
_TABLE_RULE = re.compile(r"[|\s:-]+")
_PAGE = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype html|<html)", re.DOTALL | re.IGNORECASE)
_SINCE_1970 = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}", re.ASCII)
_FILED = re.compile(
    r"(?:https?://[^/?#\s]+|[\w-]+(?:\.[\w-]+)+(?::\d+)?)/(?:[^?#\s]*/)?((?:19|20)\d\d)/(\d\d)/(\d\d)/", re.ASCII
)
_RECORDS = re.compile(r'\s*(\{\s*"|\[\s*\{)')


def sniff(text: str) -> str:
    """The suffix of the format that the text plainly is in: ".html", ".jsonl", else ".txt"."""
    if _PAGE.match(text):
        return ".html"
    return ".jsonl" if _RECORDS.match(text) else ".txt"


def text_article(text: str, origin: str) -> Article:
    """Plain text -> Article; a title line at the top becomes its title."""
    return _article(text, origin, {})


def markdown_article(text: str, origin: str) -> Article:
    """Markdown -> Article: its words without the marks; front matter gives title, author, date and outlet."""
    found = _FRONT_MATTER.match(text)
    facts = _front_matter(found[1]) if found else {}
    heading, body = _markdown_words(text[found.end() :] if found and facts else text)
    if heading and _field(facts, "title"):
        body, heading = f"{heading}\n\n{body}", ""
    return _article(body, origin, {"title": heading} | facts if heading else facts)


def page_article(html: str, origin: str) -> Article:
    """A web page -> Article. `origin` is the URL that answered, or the path of a saved page.

    The page's canonical link becomes the origin, so that one article under several addresses is one. A page that was
    fetched may only name an address on its own host, or it could pass for another outlet; a saved page is believed.
    """
    tree, found = _extracted(html, origin)
    lines = [line.removeprefix("- ").strip(" |") for line in (found.text or "").split("\n")]
    text = "\n\n".join(line for line in lines if not _TABLE_RULE.fullmatch(line))
    if not any(is_prose(one_line(line)) for line in lines):
        raise ReadingError(
            "The page holds no article text: open it in a browser, save the article's text and add that."
        )
    origin = _canonical(tree, origin) or origin
    outlet = found.sitename
    if outlet and outlet in (found.url or ""):  # the host of an address that the page claims, not a stated name
        outlet = urlsplit(origin).hostname if is_url(origin) else None
    author = (found.author or "").replace("; ", ", ")
    facts = {"title": found.title, "outlet": outlet, "author": author, "published": found.date}
    return _article(text, origin, facts)


def records(text: str, suffix: str) -> Iterator[tuple[str, object]]:
    """JSON or JSON lines -> ("Line 3" or "Record 3", the value there, or the ValueError that says what is wrong)."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as trouble:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
        if suffix == ".json" and (len(lines) < 2 or isinstance(_parsed(lines[0][1]), ValueError)):
            yield f"Line {getattr(trouble, 'lineno', 1)}", _reason(trouble)
            return
        yield from ((f"Line {number}", _parsed(line)) for number, line in lines)
        return
    if isinstance(whole, list):
        yield from ((f"Record {number}", value) for number, value in enumerate(whole, start=1))
    else:
        yield "Line 1", whole


def record_article(place: str, value: object, origin: str | None) -> Article:
    """One JSON record -> Article. `origin` is that of the file, None for standard input.

    Its own origin is its url, else the file's with its id or place. Raises ReadingError naming the place.
    """
    if isinstance(value, ValueError):
        raise ReadingError(f"{place} is not valid JSON ({value}): mend it and add the file again.")
    if not isinstance(value, dict):
        raise ReadingError(f"{place} is not a JSON object: make it one with a text and add the file again.")
    text = next((value[key] for key in ("text", "body") if isinstance(value.get(key), str) and value[key].strip()), "")
    if not text:
        raise ReadingError(f'{place} has no text: give it a "text" or "body" and add the file again.')
    url = _field(value, "url")
    if url is not None and is_url(url):
        return _article(text, plain_url(url), value)
    mark = _field(value, "id") or place.rpartition(" ")[2]
    # A slash in an id must not pass for a folder's, see `shown_origin`.
    mark = mark.replace("%", "%25").replace("/", "%2F").replace("\\", "%5C")
    return _article(text, f"{origin}#{mark}" if origin else "", value)


def is_url(place: str) -> bool:
    """Whether a place is a web address rather than a path."""
    return bool(re.match(r"https?://[^/?#]", place, re.IGNORECASE))


def plain_url(url: str) -> str:
    """The address without a password and without the mark of a place on the page."""
    parts = urlsplit(one_line(url))
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="").geturl()


def _article(text: str, origin: str, facts: Mapping[str, Any]) -> Article:
    cleaned = clean(text, _field(facts, "title"))
    if not cleaned.text:
        raise ReadingError("There is no article in it: add a file with the article's text.")
    return Article(
        text=cleaned.text,
        origin=one_line(origin),
        title=cleaned.title,
        outlet=_field(facts, "outlet", "source", "site", "publisher"),
        author=_field(facts, "author", "authors"),
        published=_published(facts) or _day_in(origin) or _day_in(_field(facts, "id") or ""),
        given_id=_field(facts, "id"),
    )


def _field(facts: Mapping[str, Any], *names: str) -> str | None:
    """The first of the fields that says something, in one line: words, a number, {"name": ...}, or a list of these."""
    for name in names:
        value = facts.get(name)
        parts = value if isinstance(value, list) else [value]
        if words := one_line(", ".join(filter(None, map(_words, parts)))):
            return words
    return None


def _words(value: object) -> str:
    """What a value says; "" when it says nothing, as true, null and NaN, which some programs write for null."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, bool) or (isinstance(value, float) and not isfinite(value)):
        return ""
    return str(value) if isinstance(value, str | int | float) else ""


def _published(facts: Mapping[str, Any]) -> str | None:
    """The date as `iso_date` has it; feeds that count seconds or milliseconds since 1970 are understood too."""
    given = _field(facts, "published", "date")
    if given is None or not _SINCE_1970.fullmatch(given):
        return iso_date(given) if given else None
    seconds = float(given) if len(given.partition(".")[0]) <= 10 else float(given) / 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _day_in(address: str) -> str | None:
    """The day in a web address such as news.example/2031/03/05/ferry, by which many outlets file what they publish."""
    found = _FILED.match(address)
    try:
        return date(*(int(part) for part in found.groups())).isoformat() if found else None
    except ValueError:
        return None


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as trouble:
        return _reason(trouble)


def _reason(trouble: ValueError | RecursionError) -> ValueError:
    return ValueError(getattr(trouble, "msg", "it nests too deep" if isinstance(trouble, RecursionError) else trouble))


def _front_matter(block: str) -> dict[str, Any]:
    """The fields of a front matter, {} when the block is none. Dates stay words: `iso_date` reads them."""
    import yaml  # type: ignore[import-untyped]

    try:
        fields = yaml.load(block, yaml.BaseLoader)
    except yaml.YAMLError:  # most often a colon in a title
        lines = [line.partition(":") for line in block.splitlines() if line.strip()]
        fields = {key.strip(): value.strip(" \"'") for key, colon, value in lines if colon}
    if not isinstance(fields, dict):
        return {}
    return {str(key).lower(): value for key, value in fields.items() if str(key).lower() != "id"}


def _markdown_words(text: str) -> tuple[str, str]:
    """The first heading of the first level, and the words of the rest, a paragraph a block."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    title, blocks = "", list[str]()
    for before, token in zip([None, *tokens], tokens, strict=False):
        words = _block_words(token)
        if before and before.type in ("th_open", "td_open") and blocks:
            blocks[-1] += f" | {words}" if blocks[-1] else words
        elif before and before.type == "heading_open" and before.tag == "h1" and not title and not any(blocks):
            title = words
        elif token.type == "tr_open":
            blocks.append("")
        elif words:
            blocks.append(words)
    return title, "\n\n".join(blocks)


def _block_words(token: Token) -> str:
    if token.type in ("fence", "code_block"):
        return token.content
    if token.type == "html_block":
        return _MARKUP.sub(" ", token.content)
    words = {"softbreak": " ", "hardbreak": "\n", "html_inline": "", "image": ""}
    return "".join(words.get(child.type, child.content) for child in token.children or ())


def _extracted(html: str, origin: str) -> tuple[Any, Document]:
    """The page as a tree, and the article in it with what the page says of it."""
    import trafilatura

    try:
        # The text is decoded already: what the page says of its encoding would mislead the parser.
        tree = trafilatura.load_html(re.sub(r"^\s*<\?xml[^>]*>", "", html))
        found = trafilatura.bare_extraction(
            tree,
            url=origin if is_url(origin) else None,
            with_metadata=True,
            include_comments=False,
            # Only stated dates: the extensive search takes a copyright year for a date.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as trouble:  # pages hold anything, and the parsers are not ours
        raise _no_article() from trouble
    if tree is None or found is None:
        raise _no_article()
    return tree, cast("Document", found)


def _no_article() -> ReadingError:
    return ReadingError("The page holds no article text: save the text you see in a browser as a file and add that.")


def _canonical(tree: Any, origin: str) -> str | None:
    """The address that the page states for itself, if it may be believed and names more than the site."""
    url = origin if is_url(origin) else None
    for address in tree.xpath('//link[@rel="canonical"]/@href | //meta[@property="og:url"]/@content'):
        try:
            stated = plain_url(urljoin(url or "", address.strip()))
            parts = urlsplit(stated)
        except ValueError:
            continue
        if not is_url(stated) or not (parts.path.strip("/") or parts.query):
            continue
        if url is None or _host(stated) == _host(url):
            return stated
    return None


def _host(url: str) -> str:
    return (urlsplit(url).netloc.rpartition("@")[2]).lower().removeprefix("www.")
