"""The chats of the test server, as their people see them: they write, press buttons, and hear what the bot says."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tests.telegram_judge import Entity, entity_of, tdlib

if TYPE_CHECKING:
    from tests.telegram_server import TelegramServer

PATIENCE = 20.0
"""Seconds after which what a test waits for is not coming."""


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str
    language: str = "en"

    def as_json(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": self.language}


@dataclass(frozen=True, slots=True)
class Message:
    """A message by the bot, as it stands in the chat. `buttons` are the rows of its keyboard: labels and data."""

    id: int
    text: str
    entities: tuple[Entity, ...]
    reply_to: int | None
    thread: int | None = None
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()
    preview: str | None = None

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

    def with_button(self, label: str, data: str) -> Message:
        """The message with one more button, for what no button of the bot's says."""
        return replace(self, buttons=(*self.buttons, ((label, data),)))

    @property
    def labels(self) -> list[str]:
        """What its buttons say."""
        return [label for row in self.buttons for label, _ in row]


@dataclass(eq=False)
class Chat:
    """A chat: `messages` are those that are there, None for a person's; `unheard` those that no test has heard yet."""

    server: TelegramServer
    id: int
    type: str
    people: tuple[Person, ...]
    messages: dict[int, Message | None] = field(default_factory=dict)
    actions: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    owners: set[int] = field(default_factory=set)
    unheard: deque[Message] = field(default_factory=deque)
    unseen: deque[Message] = field(default_factory=deque)
    topics: set[int] = field(default_factory=set)
    moved_to: Chat | None = None
    last_message: int = 0

    # What people do.

    def says(
        self, text: str, *, by: Person | None = None, reply_to: Message | None = None, topic: int | None = None
    ) -> int:
        """Somebody writes a message; its id."""
        sent = self.text_json(text)
        if reply_to:
            sent["reply_to_message"] = self.message_json(reply_to)
        if topic:
            self.topics.add(topic)
            sent |= {"message_thread_id": topic, "is_topic_message": True}
        return self.sends(sent, by=by)

    @staticmethod
    def text_json(text: str) -> dict[str, Any]:
        """A text with the entities that Telegram finds in it."""
        found = tdlib("getTextEntities", text=text)["entities"]
        entities = [entity_of(e, e["offset"], e["length"]) for e in found]
        return {
            "text": text,
            "entities": [{"type": e.type, "offset": e.offset, "length": e.length} for e in entities],
        }

    def sends(self, content: dict[str, Any], *, by: Person | None = None) -> int:
        """Somebody sends anything, as the Bot API describes it; its id."""
        sender = by or self.people[0]
        with self.server.changed:
            number = self.new_id()
            self.messages[number] = None
            message = {"message_id": number, "date": 1, "chat": self.as_json(), "from": sender.as_json(), **content}
            self.server.update({"message": message})
        return number

    def edits(self, message: int, text: str, *, by: Person | None = None) -> None:
        """Somebody changes what they wrote."""
        about = {"message_id": message, "date": 1, "edit_date": 2, "chat": self.as_json()}
        with self.server.changed:
            self.server.update(
                {"edited_message": {**about, "from": (by or self.people[0]).as_json(), **self.text_json(text)}}
            )

    def sends_in_its_name(self, text: str) -> int:
        """An administrator who stays anonymous writes in the group's name; its id."""
        anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
        return self.sends({**self.text_json(text), "sender_chat": self.as_json(), "from": anonymous})

    def sends_file(self, name: str, data: bytes, *, size: int | None = None) -> int:
        """Somebody sends a file."""
        file_id = f"file{len(self.server.files)}"
        self.server.files[file_id] = data
        document = {"file_id": file_id, "file_unique_id": "u", "file_name": name, "file_size": size or len(data)}
        return self.sends({"document": document})

    def presses(self, message: Message, label: str, *, by: Person | None = None) -> str:
        """Somebody presses a button; the notice that they get, "" when there is none."""
        data = next(data for row in message.buttons for name, data in row if name == label)
        with self.server.changed:
            number = f"callback{self.server.last_update}"
            self.server.expected.add(number)
            query = {"id": number, "from": (by or self.people[0]).as_json(), "chat_instance": "1", "data": data}
            self.server.update({"callback_query": {**query, "message": self.message_json(message)}})
            return str(self.server.wait(lambda: self.server.answered.get(number), f"{label} is not answered")[0])

    def deletes(self, message: int) -> None:
        """Somebody deletes a message."""
        with self.server.changed:
            del self.messages[message]

    def becomes_supergroup(self, told_by_group: bool = True) -> Chat:
        """The group is made a supergroup, with another id; its messages stay behind."""
        from tests.telegram_server import SUPERGROUP

        self.moved_to = Chat(self.server, SUPERGROUP + self.id, "supergroup", self.people)
        self.server.chats[self.moved_to.id] = self.moved_to
        if told_by_group:
            self.sends({"migrate_to_chat_id": self.moved_to.id})
        else:
            self.moved_to.sends({"migrate_from_chat_id": self.id})
        return self.moved_to

    def hears(self) -> Message:
        """The bot's next message in this chat, waited for, as it is when it is heard."""
        with self.server.changed:
            self.server.wait(lambda: self.unheard, "the bot says nothing")
            return self.unheard.popleft()

    def sees(self) -> Message:
        """The next change that the bot makes to one of its messages, waited for."""
        with self.server.changed:
            self.server.wait(lambda: self.unseen, "the bot changes nothing")
            return self.unseen.popleft()

    # What the server does.

    def new_id(self) -> int:
        """The next message id: a supergroup counts its own messages, all other chats of the bot share one count."""
        counting = self if self.type == "supergroup" else self.server
        counting.last_message += 1
        return counting.last_message

    def put(self, message: Message) -> Message:
        """A new message by the bot."""
        self.messages[message.id] = message
        self.unheard.append(message)
        return message

    def change(self, message: Message) -> Message:
        """Another text, or other buttons, for a message by the bot."""
        self.messages[message.id] = message
        self.unseen.append(message)
        return message

    def message_json(self, message: Message) -> dict[str, Any]:
        """A message by the bot, as the Bot API describes it."""
        entities = [{k: getattr(e, k) for k in e.__slots__ if getattr(e, k) is not None} for e in message.entities]
        about = {"message_id": message.id, "date": 1, "chat": self.as_json(), "from": self.server.bot_json()}
        topic = {"message_thread_id": message.thread, "is_topic_message": True} if message.thread else {}
        return {**about, **topic, "text": message.text, "entities": entities}

    def as_json(self) -> dict[str, Any]:
        if self.type == "private":
            return {"id": self.id, "type": self.type, "first_name": self.people[0].name}
        return {"id": self.id, "type": self.type, "title": "The harbour"}
