"""The command line: `quoth add | ask | chat | list | show | remove | status | rebuild | eval | telegram`."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.errors import LibraryError, QuestionError, QuothError

if TYPE_CHECKING:
    from bot.settings import Settings
    from index.library import Library

ANSWERED, NOT_SAID, WRONG = 0, 1, 2
"""Exit statuses, as grep has them."""
UNDER_FLOOR = 1
"""Exit status of an evaluation that missed a floor."""

app = typer.Typer(
    name="quoth",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Plain help: rich's takes half as long again, and boxes every word.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Answers questions from news articles in the articles’ own words, with who says them.",
    epilog="""\b
Exit status: 0 answered or done, 1 the articles don’t say, 2 something is wrong.
Settings, read from the environment:
  QUOTH_LIBRARY         the library’s folder
  QUOTH_CHROMA          a Chroma server that keeps the vectors, http://host:port
  QUOTH_MODEL           the sentence-transformers model of a new or rebuilt library
  QUOTH_MAX_BYTES       what a file or page may take, 20000000 unless set
  QUOTH_TELEGRAM_TOKEN  the bot’s token, or QUOTH_TELEGRAM_TOKEN_FILE names its file
  QUOTH_TELEGRAM_API    another Bot API server, http://host:port
  QUOTH_CONFIG          a TOML file with these settings, and the others of the bot""",
)

LibraryFolder = Annotated[
    Path | None,
    typer.Option(
        "--library",
        metavar="DIR",
        help="The folder that holds the articles; else QUOTH_LIBRARY, else your user data folder.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
QuoteCount = Annotated[int, typer.Option("-k", min=1, max=20, metavar="N", help="Show at most so many quotes.")]
ID_MAY_OPEN_WITH_A_DASH = {"ignore_unknown_options": True}
ArticleRef = Annotated[str, typer.Argument(metavar="ID", hidden=True)]


def main() -> None:
    """Run the command that the arguments name; what a person can mend is told in one sentence, with exit status 2."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        _run()
    except BrokenPipeError:
        _end_with_the_reader()
    except SystemExit as leaving:
        # Typer's own status for a closed pipe, 1, would say that the articles don't say.
        if isinstance(leaving.__context__, BrokenPipeError):
            _end_with_the_reader()
        raise


def _run() -> None:
    try:
        app()
    except QuothError as error:
        print(error, file=sys.stderr)
        sys.exit(WRONG)
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"The system refused ({error}): make room or mend permissions, then try again.", file=sys.stderr)
        sys.exit(WRONG)
    except Exception:
        # A fault of ours; Python's own status for it, 1, would say that the articles don't say.
        import traceback

        traceback.print_exc()
        sys.exit(WRONG)


def _end_with_the_reader() -> None:
    """End as the system ends any program whose output nobody reads any more; shells show it as status 141.

    Only here, and not from the start: a bot whose server hangs up must live.
    """
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGPIPE)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"quoth {version('quoth')}")
        except PackageNotFoundError:
            print("quoth, run from its sources without being installed")
        raise typer.Exit


@app.callback()
def _quoth(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


def _settings(folder: Path | None) -> Settings:
    from bot.settings import load_settings

    return load_settings(os.environ, folder)


@contextmanager
def _library(folder: Path | None, *, create: bool = False) -> Iterator[Library]:
    from index.library import Library

    settings = _settings(folder)
    with Library.open(settings.library, create=create, chroma_url=settings.chroma_url, model=settings.model) as library:
        yield library


@app.command()
def add(
    places: Annotated[list[str], typer.Argument(metavar="PATH|URL|-...", hidden=True)],
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:
    """Read articles into the library: files, folders, web pages.

    Reads files (.txt, .md, .html, .json, .jsonl), folders with all below them, web pages by their URL, and standard
    input as "-"; articles that are there already stay as they are. What can’t be read is refused with the reason (exit
    status 2); the rest is added all the same.
    """
    from bot.adding import add_places

    raise typer.Exit(add_places(places, _settings(library), as_json=as_json))


@app.command()
def ask(  # noqa: PLR0913, PLR0917 - an option each
    question: Annotated[list[str] | None, typer.Argument(metavar="QUESTION", hidden=True)] = None,
    library: LibraryFolder = None,
    k: QuoteCount = 3,
    context: Annotated[bool, typer.Option("--context", help="Show each quote inside its paragraph.")] = False,
    as_json: AsJson = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown.")] = False,
    questions: Annotated[
        Path | None,
        typer.Option(metavar="FILE.jsonl", help='Ask the "question" of each line; its "id" is echoed.'),
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only articles of this outlet.")] = None,
    after: Annotated[
        datetime | None, typer.Option(metavar="DAY", formats=["%Y-%m-%d"], help="Only articles of this day or later.")
    ] = None,
    before: Annotated[
        datetime | None, typer.Option(metavar="DAY", formats=["%Y-%m-%d"], help="Only articles of this day or earlier.")
    ] = None,
    article: Annotated[str | None, typer.Option(metavar="ID", help="Only this article.")] = None,
    today: Annotated[
        datetime | None,
        typer.Option(metavar="DAY", formats=["%Y-%m-%d"], help="The day from which “last week” is told."),
    ] = None,
) -> None:
    """Answer a question with quotes, or say that there is no answer.

    Exit status: 0 answered (of several questions, at least one), 1 the articles don’t say, 2 something is wrong.
    """
    if as_json and as_markdown:
        raise typer.BadParameter("--json and --markdown exclude each other: choose one.")
    words = " ".join(question or []).strip()
    if (questions is None) == (not words):
        raise QuestionError('Ask one question, as in `quoth ask "Who said so?"`, or name a file with --questions.')
    from bot.answer import answer, checked
    from bot.asking import Row, Style, ask_all, read_rows
    from index.catalog import Among

    rows = [Row(checked(words))] if questions is None else read_rows(questions)
    watched: Style = "terminal" if sys.stdout.isatty() else "plain"
    style: Style = "json" if as_json else "markdown" if as_markdown else watched
    first, last = (day.date().isoformat() if day else None for day in (after, before))
    with _library(library) as opened:
        among, asked_on = Among(outlet, first, last, article), today.date() if today else None
        answering = partial(answer, opened, k=k, among=among, today=asked_on)
        answered = ask_all(answering, rows, style=style, context=context)
    raise typer.Exit(ANSWERED if answered else NOT_SAID)


@app.command()
def who(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="A person or a body, by any part of the name.")],
    library: LibraryFolder = None,
    about: Annotated[str, typer.Option(metavar="WORDS", help="Only what has one of these words.")] = "",
    as_json: AsJson = False,
) -> None:
    """Show what somebody is quoted as saying, newest first.

    Exit status: 0 something, 1 nothing, 2 something is wrong.
    """
    from bot.asking import Style, tell_who

    watched: Style = "terminal" if sys.stdout.isatty() else "plain"
    with _library(library) as opened:
        answered = tell_who(opened, " ".join(name), about, "json" if as_json else watched)
    raise typer.Exit(ANSWERED if answered else NOT_SAID)


@app.command()
def chat(library: LibraryFolder = None, k: QuoteCount = 3) -> None:
    """Ask in a conversation, in which follow-ups are understood.

    Reads a question a line from standard input when that is no terminal.
    """
    from bot.asking import chat as converse

    with _library(library) as opened:
        all_well = converse(opened, k=k)
    raise typer.Exit(ANSWERED if all_well else WRONG)


@app.command("list")
def list_articles(library: LibraryFolder = None, as_json: AsJson = False) -> None:
    """List the articles of the library, oldest addition first."""
    from bot.listing import entries_json, entries_plain, entries_terminal
    from bot.screen import print_json, print_rich, print_text

    with _library(library) as opened:
        entries = opened.entries()
    if as_json:
        print_json(entries_json(entries))
    elif not entries:
        print("The library holds no articles: add some with `quoth add`.", file=sys.stderr)
    elif sys.stdout.isatty():
        print_rich(entries_terminal(entries))
    else:
        print_text(entries_plain(entries))


@app.command(context_settings=ID_MAY_OPEN_WITH_A_DASH)
def show(ref: ArticleRef, library: LibraryFolder = None, as_json: AsJson = False) -> None:
    """Show an article by paragraphs, with who says what in it.

    ID is an article’s id, or the first six or more digits of a version, new or old.
    """
    from bot.listing import article_json, article_plain, article_terminal
    from bot.screen import print_json, print_rich, print_text

    with _library(library) as opened:
        article = opened.get(ref)
    if as_json:
        print_json(article_json(article))
    elif sys.stdout.isatty():
        print_rich(article_terminal(article))
    else:
        print_text(article_plain(article))


@app.command(context_settings=ID_MAY_OPEN_WITH_A_DASH)
def remove(ref: ArticleRef, library: LibraryFolder = None) -> None:
    """Take an article out of the library.

    ID is an article’s id, or the first six or more digits of a version.
    """
    with _library(library) as opened:
        entry = opened.remove(ref)
    print(f"Removed {entry.id}, {entry.headline}")


@app.command()
def status(
    library: LibraryFolder = None,
    verify: Annotated[
        bool, typer.Option("--verify", help="Check that articles, words and vectors agree; status 2 if they don’t.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Tell what the library holds and whether it is sound."""
    from bot.listing import status_json, status_plain
    from bot.screen import print_json, print_text

    with _library(library) as opened:
        state, problems = opened.status(), opened.verify() if verify else None
    if as_json:
        print_json(status_json(state, problems))
    else:
        print_text(status_plain(state))
        if verify and not problems:
            print("Verified: articles, words and vectors agree.")
    if problems:
        raise LibraryError("\n".join([*problems, "Run `quoth rebuild` to make words and vectors anew."]))


@app.command()
def rebuild(library: LibraryFolder = None) -> None:
    """Make the word index and the vectors anew from the articles."""
    from bot.screen import progress

    with _library(library) as opened, progress("Rebuilding") as show_progress:
        number = opened.rebuild(show_progress, model=_settings(library).model)
    print(f"Rebuilt words and vectors of {number} {'article' if number == 1 else 'articles'}.")


@app.command("eval")
def evaluate(  # noqa: PLR0913, PLR0917 - an option each
    questions: Annotated[Path, typer.Argument(metavar="QUESTIONS.jsonl", hidden=True)],
    library: LibraryFolder = None,
    k: QuoteCount = 5,
    system: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Measure this system, ours or another; repeat for more.")
    ] = None,
    floors: Annotated[
        Path | None,
        typer.Option(metavar="FILE.json", help="Exit status 1 when a figure is under its floor in this file."),
    ] = None,
    split: Annotated[str | None, typer.Option(metavar="NAME", help="The part of a BEIR folder to ask.")] = None,
    plots: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Draw risk and calibration as PNG.")] = None,
    as_json: AsJson = False,
) -> None:
    """Measure answers to questions whose answers are known.

    Each line holds a "question" and any of "articles" (ids or origins), "quotes" (words that must stand in the quotes
    shown), "speaker", "answerable" and "date" (when it was asked, for "last week"); a BEIR folder will do too.
    """
    from bot.screen import print_json, print_text, progress
    from index import evaluation
    from index.questions import read_questions
    from index.systems import DEFAULT_SYSTEMS

    wanted = evaluation.read_floors(floors) if floors else {}
    asked, systems, replies = read_questions(questions, split), system or DEFAULT_SYSTEMS, count(1)
    total = len(asked.questions) * len(systems)
    with _library(library) as opened, progress("Asking") as show_progress:
        report = evaluation.evaluate(opened, asked, k, systems, lambda: show_progress(next(replies), total))
    if plots:
        from index.plots import draw_plots

        draw_plots(report, plots)
    missed = evaluation.below_floors(report, wanted)
    if as_json:
        print_json(report.as_dict())
    else:
        print_text(evaluation.report_table(report))
    for sentence in missed:
        print(sentence, file=sys.stderr)
    raise typer.Exit(UNDER_FLOOR if missed else 0)


@app.command()
def telegram(
    library: LibraryFolder = None,
    check: Annotated[
        bool, typer.Option("--check", help="Try token, library and settings, say what is wrong, and leave.")
    ] = False,
) -> None:
    """Answer questions in Telegram, until it is told to stop.

    The bot’s token comes from QUOTH_TELEGRAM_TOKEN, or from the file that QUOTH_TELEGRAM_TOKEN_FILE names.
    """
    if check:
        from bot.telegram_check import check_and_tell

        check_and_tell(_settings(library))
        return
    from bot.telegram_app import run

    run(_settings(library))
