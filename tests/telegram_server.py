"""A Telegram of one bot, on loopback: it speaks the Bot API over HTTP, and judges what it is sent as Telegram does.

Markup is read by Telegram's own parser and cleaned by Telegram's own code (TDLib), lengths are counted after that in
UTF-16, methods and parameters must be in aiogram's models of the Bot API, and a reply needs a message to reply to.
What Telegram would refuse is refused in its words, and kept in `refused`, so that a test can hold that there is none.

    with TelegramServer() as telegram:
        ...                                     # start a bot with telegram.url and telegram.token
        chat = telegram.private_chat()
        question = chat.says("How high was the tide?")
        assert chat.hears().reply_to == question
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

import tdjson
from aiohttp import web
from pydantic import BaseModel, ValidationError

MESSAGE_LENGTH = 4096
ENTITY_COUNT = 100
PATIENCE = 60.0
"""Seconds after which a message that a test waits for is not coming."""


# What Telegram makes of a text.


@dataclass(frozen=True, slots=True)
class Entity:
    """A run of a message's text, in UTF-16 units, that is a quote, bold, a link..., as the Bot API names them."""

    type: str
    offset: int
    length: int
    url: str | None = None


class Refused(Exception):
    """What Telegram answers to a call that it doesn't carry out."""

    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status, self.description, self.retry_after = status, description, retry_after


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
    entities = [_entity(e, *_cleaned(parsed["text"], e)[1]) for e in parsed["entities"]]
    text = kept.rstrip(" \n")
    # Telegram takes white space from the front of a message too, but none that is inside an entity.
    front = len(text) - len(text.lstrip(" \n"))
    front = min([front, *(e.offset for e in entities)])
    text, end = text[front:], _units(text)
    entities = [Entity(e.type, e.offset - front, min(e.length, end - e.offset), e.url) for e in entities]
    entities = [e for e in entities if e.length > 0]
    if not text.strip(" \n\u00a0\u200b\u200c\u200d\u200e\u200f\ufeff"):
        raise Refused(400, "Bad Request: message text is empty")
    if _units(text) > MESSAGE_LENGTH:
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


def _entity(entity: dict[str, Any], offset: int, length: int) -> Entity:
    kind = entity["type"]["@type"].removeprefix("textEntityType")
    return Entity(ENTITY_TYPES.get(kind, kind), offset, length, entity["type"].get("url"))


def _units(text: str) -> int:
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


# The people, their chats, and the server between them and the bot.


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str

    def as_json(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "en"}


@dataclass(frozen=True, slots=True)
class Message:
    """A message by the bot, as it stands in the chat."""

    id: int
    text: str
    entities: tuple[Entity, ...]
    reply_to: int | None
    thread: int | None = None

    @property
    def quotes(self) -> list[str]:
        """The words in block quotes, folded or not."""
        return self.words("blockquote", "expandable_blockquote")

    def words(self, *types: str) -> list[str]:
        """The words in entities of the given types."""
        units = self.text.encode("utf-16-le")
        found = [e for e in self.entities if e.type in types]
        return [units[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le") for e in found]

    @property
    def links(self) -> dict[str, str | None]:
        return dict(zip(self.words("text_link"), (e.url for e in self.entities if e.type == "text_link"), strict=True))


@dataclass(eq=False)
class Chat:
    """A chat as its people see it: they say things, and hear what the bot says."""

    server: TelegramServer
    id: int
    type: str
    people: tuple[Person, ...]
    messages: dict[int, Message | None] = field(default_factory=dict)
    actions: list[str] = field(default_factory=list)
    unheard: deque[Message] = field(default_factory=deque)

    def says(self, text: str, *, by: Person | None = None, reply_to: Message | None = None) -> int:
        """Somebody writes a message; its id."""
        found = tdlib("getTextEntities", text=text)["entities"]
        entities = [_entity(e, e["offset"], e["length"]) for e in found]
        sent: dict[str, Any] = {"text": text}
        sent["entities"] = [{"type": e.type, "offset": e.offset, "length": e.length} for e in entities]
        if reply_to:
            sent["reply_to_message"] = self.server.message_json(self, reply_to)
        return self.sends(sent, by=by)

    def sends(self, content: dict[str, Any], *, by: Person | None = None) -> int:
        """Somebody sends anything, as the Bot API describes it; its id."""
        sender = by or self.people[0]
        with self.server.changed:
            number = self.place(None)
            message = {"message_id": number, "date": 1, "chat": self.as_json(), "from": sender.as_json(), **content}
            self.server.update({"message": message})
        return number

    def deletes(self, message: int) -> None:
        """Somebody deletes a message."""
        with self.server.changed:
            del self.messages[message]

    def hears(self) -> Message:
        """The bot's next message in this chat, waited for."""
        with self.server.changed:
            if not self.server.changed.wait_for(lambda: self.unheard, PATIENCE):
                raise AssertionError(f"The bot says nothing in {PATIENCE:.0f} s; refused: {self.server.refused}")
            return self.unheard.popleft()

    def place(self, message: Message | None) -> int:
        """Give the next message of this chat its number; None stands for a person's."""
        number = message.id if message else self.next_id
        self.messages[number] = message
        return number

    @property
    def next_id(self) -> int:
        return max(self.messages, default=0) + 1

    def as_json(self) -> dict[str, Any]:
        if self.type == "private":
            return {"id": self.id, "type": self.type, "first_name": self.people[0].name}
        return {"id": self.id, "type": self.type, "title": "The harbour"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with one call: it waits `hang` seconds, is carried out if `performed`, and then fails."""

    status: int = 500
    description: str = "Internal Server Error"
    retry_after: int | None = None
    hang: float = 0.0
    performed: bool = False


class TelegramServer:
    """Telegram's side of the Bot API, at `url` while it is entered, for the one bot that has `token`."""

    username = "quoth_test_bot"
    bot_id = 7001
    token = f"{bot_id}:AAtest-Only_0123456789abcdefghijklmno"

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.refused: list[str] = []
        self.calls: list[str] = []
        self.commands: list[str] = []
        self.faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self.chats: dict[int, Chat] = {}
        self.updates: list[dict[str, Any]] = []
        self.last_update = 0
        self.polls = 0

    # What tests do.

    def private_chat(self, name: str = "Ada") -> Chat:
        number = 100 + len(self.chats)
        return self._chat(number, "private", Person(number, name))

    def group(self, *names: str) -> Chat:
        number = 100 + len(self.chats)
        people = [Person(1000 * number + i, name) for i, name in enumerate(names or ("Ada", "Bela"))]
        return self._chat(-number, "group", *people)

    def fails(self, method: str, *faults: Fault) -> None:
        """The next calls of a method fail like this, one after the other."""
        self.faults[method].extend(faults)

    def awaits(self, method: str) -> None:
        """Wait until the bot has called a method."""
        with self.changed:
            if not self.changed.wait_for(lambda: method in self.calls, PATIENCE):
                raise AssertionError(f"The bot doesn't call {method} in {PATIENCE:.0f} s; refused: {self.refused}")

    def delivered(self) -> None:
        """Wait until the bot has confirmed all updates."""
        with self.changed:
            if not self.changed.wait_for(lambda: not self.updates, PATIENCE):
                raise AssertionError(f"The bot leaves updates unconfirmed for {PATIENCE:.0f} s: {self.updates}")

    def _chat(self, number: int, kind: str, *people: Person) -> Chat:
        self.chats[number] = Chat(self, number, kind, people)
        return self.chats[number]

    # What Telegram does.

    def update(self, content: dict[str, Any]) -> None:
        """Keep an update until the bot confirms it."""
        self.last_update += 1
        self.updates.append({"update_id": self.last_update, **content})
        self.loop.call_soon_threadsafe(self.news.set)

    def message_json(self, chat: Chat, message: Message) -> dict[str, Any]:
        entities = [{k: getattr(e, k) for k in e.__slots__ if getattr(e, k) is not None} for e in message.entities]
        about = {"message_id": message.id, "date": 1, "chat": chat.as_json(), "from": self._bot()}
        return {**about, "text": message.text, "entities": entities}

    def _bot(self) -> dict[str, Any]:
        return {"id": self.bot_id, "is_bot": True, "first_name": "Quoth", "username": self.username}

    def _get_me(self, call: Any) -> dict[str, Any]:
        return self._bot()

    def _delete_webhook(self, call: Any) -> bool:
        return True

    def _set_my_commands(self, call: Any) -> bool:
        for command in call.commands:
            name, about = command.command, command.description
            if not (name.isidentifier() and name.isascii() and name.islower() and len(name) <= 32):
                raise Refused(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(about) <= 256:
                raise Refused(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands = [command.command for command in call.commands]
        return True

    def _send_chat_action(self, call: Any) -> bool:
        self._find_chat(call.chat_id).actions.append(call.action)
        return True

    def _send_message(self, call: Any) -> dict[str, Any]:
        chat = self._find_chat(call.chat_id)
        reply_to = self._reply_to(chat, call.reply_parameters)
        parse_mode = call.parse_mode if isinstance(call.parse_mode, str) else None
        text, entities = read_message(call.text, parse_mode)
        message = Message(chat.next_id, text, entities, reply_to, call.message_thread_id)
        chat.place(message)
        chat.unheard.append(message)
        return self.message_json(chat, message)

    def _find_chat(self, chat_id: int | str) -> Chat:
        if int(chat_id) not in self.chats:
            raise Refused(400, "Bad Request: chat not found")
        return self.chats[int(chat_id)]

    def _reply_to(self, chat: Chat, parameters: Any) -> int | None:
        if parameters is None:
            return None
        if parameters.message_id in chat.messages:
            return int(parameters.message_id)
        if parameters.allow_sending_without_reply is True:
            return None
        raise Refused(400, "Bad Request: message to be replied not found")

    async def _get_updates(self, call: Any) -> list[dict[str, Any]]:
        """Wait for updates from `offset` on, and forget those before it, as they are confirmed."""
        self.polls += 1
        this_poll = self.polls
        self.news.set()
        until = self.loop.time() + (call.timeout or 0)
        while True:
            with self.changed:
                self.updates = [u for u in self.updates if u["update_id"] >= (call.offset or 0)]
                self.changed.notify_all()
            if self.polls != this_poll:
                raise Refused(409, "Conflict: terminated by other getUpdates request")
            wait = until - self.loop.time()
            if self.updates or wait <= 0:
                return self.updates[: call.limit or 100]
            self.news.clear()
            try:
                await asyncio.wait_for(self.news.wait(), wait)
            except TimeoutError:
                continue

    # HTTP.

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        given = {name: str(value) for name, value in {**request.query, **await request.post()}.items()}
        fault = self.faults[method].popleft() if self.faults[method] else None
        with self.changed:
            self.calls.append(method)
            self.changed.notify_all()
        try:
            if request.match_info["token"] != self.token:
                raise Refused(401, "Unauthorized")
            if fault and not fault.performed:
                await self._fail(fault)
            result = await self._perform(method, given)
            if fault:
                await self._fail(fault)
        except Refused as refusal:
            if not fault and refusal.status in (400, 404):
                self.refused.append(f"{method}: {refusal.description}")
            return self._refusal(refusal)
        return web.json_response({"ok": True, "result": result})

    async def _fail(self, fault: Fault) -> None:
        await asyncio.sleep(fault.hang)
        raise Refused(fault.status, fault.description, fault.retry_after)

    async def _perform(self, method: str, given: Mapping[str, str]) -> Any:
        call = read_call(method, given)
        if method == "getUpdates":
            return await self._get_updates(call)
        known = {
            "getMe": self._get_me,
            "deleteWebhook": self._delete_webhook,
            "setMyCommands": self._set_my_commands,
            "sendChatAction": self._send_chat_action,
            "sendMessage": self._send_message,
        }
        with self.changed:
            result = known[method](call)
            self.changed.notify_all()
        return result

    @staticmethod
    def _refusal(refusal: Refused) -> web.Response:
        answer: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.description}
        if refusal.retry_after is not None:
            answer["parameters"] = {"retry_after": refusal.retry_after}
        return web.json_response(answer, status=refusal.status)

    # The thread in which it runs.

    def __enter__(self) -> TelegramServer:
        bot_api()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def _serve(self) -> None:
        self.loop, self.news, self._stop = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()
        application = web.Application()
        application.router.add_route("*", "/bot{token}/{method}", self._answer)
        runner = web.AppRunner(application, handler_cancellation=True, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self._ready.set()
        await self._stop.wait()
        await runner.cleanup()
