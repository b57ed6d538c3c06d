"""Finds every annotated claim in its article: `python tests/claims/check.py FILE`."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

Span = tuple[int, int]

ROOT = Path(__file__).resolve().parents[2]
NEAR = 600  # Characters before and after the start of the named sentence in which a claim begins.
STOP = re.compile(r"""[.!?…]["'”’»)\]]*\s+(?=["'“‘«(\[]?[^\W\d_a-z])""")


def articles() -> dict[str, str]:
    """Texts by id, those of this folder before others of their id; files of `seeds` by their path from the root."""
    texts = {}
    for file in sorted((ROOT / "tests").glob("*/articles.jsonl"), key=lambda file: file.parent.name == "claims"):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            texts[row["id"]] = row["text"] if "text" in row else " ".join(row["sentences"])
    for file in sorted((ROOT / "seeds").glob("*.txt")):
        texts[file.relative_to(ROOT).as_posix()] = file.read_text(encoding="utf-8")
    return texts


def occurrences(text: str, part: str, start: int, end: int) -> list[Span]:
    """Where `part` stands in `text[start:end]` as whole words."""
    before = r"(?<!\w)" if part[0].isalnum() else ""
    after = r"(?!\w)" if part[-1].isalnum() else ""
    found = re.compile(before + re.escape(part) + after).finditer(text, max(start, 0), min(end, len(text)))
    return [match.span() for match in found]


def gap(one: Span, others: list[Span]) -> int:
    """Characters between a span and the nearest of the others."""
    return min(max(one[0] - end, start - one[1], 0) for start, end in others)


def only(found: list[Span], part: str, sentence: Span) -> Span:
    """The one span found, or the one that stands in the sentence."""
    if len(found) > 1:
        found = [span for span in found if sentence[0] <= span[0] < sentence[1]] or found
    if len(found) != 1:
        raise ValueError(f"{'ambiguous' if found else 'not found'}: {part!r}")
    return found[0]


def nearest(found: list[Span], part: str, others: list[Span], content: list[Span], sentence: Span) -> Span:
    """The span nearest to the others, outside the content and in the sentence if it can be."""
    found = [span for span in found if not any(s < span[1] and span[0] < e for s, e in content)] or found
    found = [span for span in found if sentence[0] <= span[0] < sentence[1]] or found
    ranked = sorted((gap(span, others), span) for span in found)
    if not ranked:
        raise ValueError(f"not found: {part!r}")
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        raise ValueError(f"ambiguous: {part!r}")
    return ranked[0][1]


def spans(article_text: str, claim: dict[str, Any]) -> dict[str, list[Span]]:
    """Code point spans of the `content`, `cue` and `speaker` of a claim; a `ValueError` where there is any doubt.

    A content stands in the named sentence, or else near it, its parts in order. Where a cue stands more than once in
    the sentence, the one nearest to the content is meant, and where a speaker does, the one nearest to the cue.
    """
    opening = claim["sentence"]
    heads = [match.start() for match in re.finditer(re.escape(opening), article_text)]
    if len(heads) != 1:
        raise ValueError(f"{'ambiguous' if heads else 'not found'}: {opening!r}")
    head = heads[0]
    stop = STOP.search(article_text, head + len(opening))
    sentence = (head, stop.end() if stop else len(article_text))
    content: list[Span] = []
    for part in claim["content"]:
        start, end = (content[-1][1], content[-1][1] + NEAR) if content else (head - NEAR, head + NEAR)
        content.append(only(occurrences(article_text, part, start, end + len(part)), part, sentence))
    start, end = min(head, content[0][0]) - NEAR, content[-1][1] + NEAR
    cue = [nearest(occurrences(article_text, p, start, end), p, content, content, sentence) for p in claim["cue"]]
    speaker = [
        nearest(occurrences(article_text, p, start, end), p, cue or content, content, sentence)
        for p in claim["speaker"]
    ]
    return {"content": content, "cue": cue, "speaker": speaker}


def check(file: Path) -> int:
    """How many claims a file holds, all of them found in their articles, inner ones inside outer ones."""
    texts = articles()
    number = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found: list[dict[str, list[Span]]] = []
        for index, claim in enumerate(row["claims"]):
            try:
                found.append(spans(texts[row["article"]], claim))
                outer = claim["within"]
                if outer is not None:
                    if not 0 <= outer < index:
                        raise ValueError(f"within what does not come before: {outer}")
                    around, inside = found[outer]["content"], found[index]["content"]
                    if inside[0][0] < around[0][0] or inside[-1][1] > around[-1][1]:
                        raise ValueError(f"not inside claim {outer}")
            except ValueError as error:
                raise ValueError(f"{row['article']}, claim {index}: {error}") from None
        number += len(found)
    return number


if __name__ == "__main__":
    print(check(Path(sys.argv[1])))
