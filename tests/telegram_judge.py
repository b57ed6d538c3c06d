"""What Telegram takes: its own parser and cleaner for texts (TDLib), aiogram's models for calls, and its counts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

import tdjson
from pydantic import BaseModel, ValidationError

MESSAGE_LENGTH = 4096
ENTITY_COUNT = 100


@dataclass(frozen=True, slots=True)
class Entity:
    """A run of a message's text, in UTF-16 units, that is a quote, bold, a link..., as the Bot API names them."""

    type: str
    offset: int
    length: int
    url: str | None = None


class Refused(Exception):
    """What Telegram answers to a call that it doesn't carry out."""

    def __init__(self, status: int, description: str, **parameters: int | None) -> None:
        super().__init__(description)
        self.status, self.description = status, description
        self.parameters = {name: value for name, value in parameters.items() if value is not None}


def tdlib(request: str, **parameters: Any) -> dict[str, Any]:
    """What TDLib answers to an offline request. Raises Refused with TDLib's own words."""
    answer = json.loads(tdjson.td_execute(json.dumps({"@type": request, **parameters}).encode()) or b"{}")
    if answer["@type"] == "error":
        message = answer["message"]
        raise Refused(400, f"Bad Request: {message[:1].lower()}{message[1:]}")
    return dict(answer)


tdlib("setLogVerbosityLevel", new_verbosity_level=0)

PARSE_MODES: Mapping[str, dict[str, Any]] = {
    "HTML": {"@type": "textParseModeHTML"},
    "MarkdownV2": {"@type": "textParseModeMarkdown", "version": 2},
    "Markdown": {"@type": "textParseModeMarkdown", "version": 1},
}

ENTITY_TYPES = {
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
    "Bold": "bold",
    "Italic": "italic",
    "Code": "code",
    "TextUrl": "text_link",
    "Mention": "mention",
    "BotCommand": "bot_command",
    "Url": "url",
}


def read_message(text: str, parse_mode: str | None = None) -> tuple[str, tuple[Entity, ...]]:
    """The text and entities that Telegram keeps of a message sent to it. Raises Refused as Telegram refuses."""
    parsed: dict[str, Any] = {"text": text, "entities": []}
    if parse_mode:
        parsed = tdlib("parseTextEntities", text=text, parse_mode=PARSE_MODES[parse_mode])
    kept, _ = _cleaned(parsed["text"], None)
    entities = [entity_of(e, *_cleaned(parsed["text"], e)[1]) for e in parsed["entities"]]
    text = kept.rstrip(" \n")
    # Telegram takes white space from the front of a message too, but none that is inside an entity.
    front = len(text) - len(text.lstrip(" \n"))
    front = min([front, *(e.offset for e in entities)])
    text, end = text[front:], units(text)
    entities = [Entity(e.type, e.offset - front, min(e.length, end - e.offset), e.url) for e in entities]
    entities = [e for e in entities if e.length > 0]
    if not text.strip(" \n\u00a0\u200b\u200c\u200d\u200e\u200f\ufeff"):
        raise Refused(400, "Bad Request: message text is empty")
    if units(text) > MESSAGE_LENGTH:
        raise Refused(400, "Bad Request: message is too long")
    if len(entities) > ENTITY_COUNT:
        raise Refused(400, f"Bad Request: Telegram would drop the entities after the first {ENTITY_COUNT}")
    return text, tuple(entities)


def _cleaned(text: str, entity: dict[str, Any] | None) -> tuple[str, tuple[int, int]]:
    """A text without the characters that Telegram allows nowhere, and where an entity of it then is.

    getMarkdownText is the one offline request that cleans, and it leaves block quotes alone: so each entity goes
    through it as if it were one.
    """
    block_quote = {"@type": "textEntityTypeBlockQuote"}
    entities = [{"offset": entity["offset"], "length": entity["length"], "type": block_quote}] if entity else []
    kept = tdlib("getMarkdownText", text={"@type": "formattedText", "text": text, "entities": entities})
    found = kept["entities"][0] if kept["entities"] else {"offset": 0, "length": 0}
    return str(kept["text"]), (found["offset"], found["length"])


def entity_of(entity: dict[str, Any], offset: int, length: int) -> Entity:
    kind = entity["type"]["@type"].removeprefix("textEntityType")
    return Entity(ENTITY_TYPES.get(kind, kind), offset, length, entity["type"].get("url"))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


# Which calls there are.


@cache
def bot_api() -> dict[str, type[BaseModel]]:
    """The Bot API's methods by name, as aiogram models them. Importing aiogram takes seconds, so it waits."""
    import aiogram.methods

    models = [getattr(aiogram.methods, name) for name in aiogram.methods.__all__]
    return {model.__api_method__: model for model in models if isinstance(getattr(model, "__api_method__", None), str)}


def read_call(method: str, given: Mapping[str, str]) -> Any:
    """A call's parameters as aiogram's model of the method. Raises Refused for what the Bot API doesn't know."""
    model = bot_api().get(method)
    if model is None:
        raise Refused(404, "Not Found")
    parameters = {name: _parameter(model, name, value) for name, value in given.items()}
    try:
        call = model.model_validate(parameters)
    except ValidationError as error:
        wrong = error.errors()[0]
        raise Refused(400, f"Bad Request: {method}: {wrong['loc']}: {wrong['msg']}") from None
    if unknown := sorted(_unknown(call)):
        raise Refused(400, f"Bad Request: {method} has no parameter {', '.join(unknown)}")
    return call


def _parameter(model: type[BaseModel], name: str, value: str) -> Any:
    """A form's value: JSON, unless the parameter may be a string."""
    annotation = model.model_fields[name].annotation if name in model.model_fields else str
    if annotation is str or str in get_args(annotation):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _unknown(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for item in part:
            yield from _unknown(item)
    if isinstance(part, BaseModel):
        yield from part.model_extra or {}
        for name in part.model_fields_set & set(type(part).model_fields):
            yield from _unknown(getattr(part, name))


# What else Telegram counts.


def read_keyboard(markup: Any) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The label and data of each button. Raises Refused for a keyboard that Telegram wouldn't take."""
    keyboard = markup.inline_keyboard if markup else []
    for button in (found for row in keyboard for found in row):
        if not button.text.strip():
            raise Refused(400, "Bad Request: inline keyboard button text is empty")
        if button.url is None and not 1 <= len((button.callback_data or "").encode()) <= 64:
            raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
        if button.url is not None and not re.fullmatch(r"(https?|tg)://[^\s]+", button.url):
            raise Refused(400, "Bad Request: BUTTON_URL_INVALID")
    rows = tuple(tuple((b.text, b.callback_data or b.url) for b in row) for row in keyboard)
    if any(len(row) > 8 for row in rows) or sum(map(len, rows)) > 100:
        raise Refused(400, "Bad Request: REPLY_MARKUP_TOO_LONG")
    return rows


def read_commands(commands: Any) -> tuple[str, ...]:
    """The names in a menu. Raises Refused for one that Telegram wouldn't take."""
    for command in commands:
        name, about = command.command, command.description
        if not (name.isidentifier() and name.isascii() and name.islower() and len(name) <= 32):
            raise Refused(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(about) <= 256:
            raise Refused(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    return tuple(command.command for command in commands)
