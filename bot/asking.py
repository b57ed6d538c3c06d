"""Questions, from an argument, a file or a conversation -> answers on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bot.answer import Account, Answer, Conversation, answer, checked
from bot.render import markdown, plain, terminal, to_json
from bot.screen import print_json, print_rich, print_text
from index.errors import QuestionError, QuothError
from index.library import Library
from index.said_by import said_by

Style = Literal["json", "markdown", "plain", "terminal"]

CHAT_HELP = """\
Ask in your own words; a follow-up such as “and who said that?” is understood from what came before.
  /new   begin a new conversation
  /help  show this
  /quit  leave (or Ctrl-D)
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A question, and the id of its row in a file, None when it has none."""

    question: str
    id: Any = None


def read_rows(file: Path) -> list[Row]:
    """The questions of a JSON lines file, in order; blank lines are left out. Raises QuestionError naming the line."""
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise QuestionError(f"{file} can't be read ({error.strerror}): check the path.") from None
    except UnicodeDecodeError:
        raise QuestionError(f"{file} is not UTF-8 text: save it as UTF-8, one JSON object a line.") from None
    rows = [_row(line, f"{file} line {number}") for number, line in enumerate(lines, start=1) if line.strip()]
    if not rows:
        raise QuestionError(f'{file} holds no question: write one object a line, as {{"question": "Who said it?"}}.')
    return rows


def _row(line: str, place: str) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise QuestionError(f'{place} is not JSON: write it as {{"question": "Who said it?"}}.') from None
    question = row.get("question") if isinstance(row, dict) else None
    if not isinstance(question, str):
        raise QuestionError(f'{place} asks nothing: write it as {{"question": "Who said it?"}}.')
    try:
        return Row(checked(question), row.get("id"))
    except QuestionError as error:
        raise QuestionError(f"{place}: {error}") from None


def ask_all(ask: Callable[[str], Answer], rows: Sequence[Row], *, style: Style, context: bool) -> bool:
    """Print an answer to each row, in order, and tell whether the articles answered any."""
    any_answered = False
    for row in rows:
        found = ask(row.question)
        any_answered |= found.answered
        if style != "json" and len(rows) > 1:
            print_text(f"# {row.question}\n\n")
        print_answer(found, style, context=context, row_id=row.id)
        if style != "json" and len(rows) > 1:
            print_text("\n")
    return any_answered


def print_answer(found: Answer, style: Style, *, context: bool = False, row_id: Any = None) -> None:
    """Print an answer in one of the styles; JSON is one line, which opens with the row's id when it has one."""
    match style:
        case "json":
            print_json(({} if row_id is None else {"id": row_id}) | to_json(found, context=context))
        case "markdown":
            print_text(markdown(found, context=context))
        case "plain":
            print_text(plain(found, context=context))
        case "terminal":
            print_rich(terminal(found, context=context))


def tell_who(library: Library, name: str, about: str, style: Style) -> bool:
    """Print what a person or body is quoted as saying, newest first, and tell whether there is anything."""
    quotes = tuple(said_by(library, name, about))
    question = f"{name} about {about}" if about else name
    accounts = (Account(tuple(range(len(quotes)))),) if quotes else ()
    found = Answer(
        question=question,
        asked=question,
        answered=bool(quotes),
        reason=None if quotes else "nothing_relevant",
        quotes=quotes,
        confidence=float(bool(quotes)),
        missing=() if quotes else (question,),
        accounts=accounts,
    )
    print_answer(found, style)
    return found.answered


def chat(library: Library, *, k: int) -> bool:
    """Answer what is typed, or what standard input holds, until it ends; tell whether every question was understood."""
    style: Style = "terminal" if sys.stdout.isatty() else "plain"
    conversation = Conversation()
    all_well = True
    for line in _lines():
        match line:
            case "/quit":
                break
            case "/new":
                conversation = Conversation()
            case command if command.startswith("/"):
                print_text(CHAT_HELP)
            case question:
                all_well &= _reply(library, question, k, conversation, style)
        print_text("\n")
    return all_well


def _reply(library: Library, question: str, k: int, conversation: Conversation, style: Style) -> bool:
    try:
        print_answer(answer(library, question, k=k, conversation=conversation), style)
    except QuothError as error:
        print(error, file=sys.stderr)
        return False
    return True


def _lines() -> Iterator[str]:
    """What is typed at a prompt, until Ctrl-D or Ctrl-C; from a file or pipe its lines, each shown as if typed."""
    if sys.stdin.isatty():
        yield from filter(None, _typed_lines())
        return
    for line in map(str.strip, sys.stdin):
        if line:
            print_text(f"› {line}\n\n")
            yield line


def _typed_lines() -> Iterator[str]:
    import readline  # noqa: F401 - gives the prompt its editing keys and its history

    print_text(CHAT_HELP + "\n")
    while True:
        try:
            yield input("› ").strip()
        except (EOFError, KeyboardInterrupt):
            print_text("\n")
            return
