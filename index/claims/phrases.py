"""The head of a noun phrase -> where the name in it starts and ends, and the words around that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.claims import people
from index.claims.given_names import GIVEN_NAMES, without_accents
from index.claims.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def start_of_name(head: Token) -> Token:
    """The first word of the name that ends with `head`: after titles and small words. "Ann Lee-Hart" is one name."""
    first, is_body = head, lemma(head.text) in people.BODIES  # "Orlo General Hospital"
    for token in reversed(list(head.lefts)):
        if token.tag_ == "HYPH":
            continue
        between = first.i - 1 - token.right_edge.i
        if token.dep_ not in ("compound", "nmod", "amod", "flat") or between > (first.nbor(-1).tag_ == "HYPH"):
            break
        if token.tag_ not in ("NNP", "NNPS") or (is_title(token) and not is_body):
            break
        edge = token.left_edge
        first = edge if edge.tag_ in ("NNP", "NNPS") and (is_body or not is_title(edge)) else token
    return first


def last_of_name(first: Token) -> Token:
    """The last of the proper nouns that stand together from a word on."""
    last = first
    while last.i + 1 < len(first.doc) and last.nbor().tag_ in ("NNP", "NNPS", "HYPH"):
        last = last.nbor()
    return last if last.tag_ != "HYPH" else last.nbor(-1)


def words_before(head: Token, first: Token) -> list[Token]:
    """The words of a phrase right before the name in it, back to a mark or a verb."""
    found: list[Token] = []
    for token in reversed(list(head.doc[head.left_edge.i : first.i])):
        if (token.is_punct and token.text != "-") or token.tag_[:2] in ("VB", "IN") or token.lower_ == "old":
            break
        if token.dep_ not in ("det", "punct"):
            found.insert(0, token)
    return found


def words_beside(head: Token, name: Token) -> Token:
    """The last word of what tells who a name beside it is: before the name and its titles."""
    first = start_of_name(name)
    before = [t for t in words_before(name, first) if t.i > head.i]
    return head.doc[max(head.i, (before[0] if before else first).i - 1)]


def name_with_more(head: Token, first: Token) -> str:
    """A body's name with what belongs to it: "Holm & Tressider", "Voice of the Horn"."""
    last = head.i
    for child in head.children:
        is_tail = (
            child.dep_ == "prep"
            and child.lower_ == "of"
            and child.i == last + 1
            and child.right_edge.tag_ in ("NNP", "NNPS")
        )
        is_pair = child.dep_ == "conj" and child.tag_ == "NNP" and head.doc[child.left_edge.i - 1].text == "&"
        last = child.right_edge.i if is_tail or is_pair else last
    return str(head.doc[first.i : last + 1].text)


def body_phrase(head: Token) -> str:
    """A body's name with what stands before it, and "of …" or "for …" after it."""
    last, first = head, start_of_name(head)
    start = next((t.i for t in head.doc[head.left_edge.i : first.i] if not is_time(t)), first.i)
    if any(t.tag_ == "NN" and lemma(t.text) in people.BODIES for t in head.subtree if t.i < first.i):
        return str(head.doc[first.i : head.i + 1].text)
    for child in head.children:
        if (
            child.i > last.i
            and child.dep_ == "prep"
            and child.left_edge.i == last.i + 1
            and child.lower_ in ("of", "for")
        ):
            last = child.right_edge
    return str(head.doc[start : last.i + 1].text)


def is_time(token: Token) -> bool:
    """Whether a word is the time at which an entry of a live report was written: "10.30 Orlo Water again: …"."""
    return len(token.text) in (4, 5) and token.text.replace(".", "", 1).replace(":", "", 1).isdigit()


def surface(head: Token) -> str:
    """The article's words for a speaker, without clauses and appositions after them."""
    last = head.right_edge.i
    for child in head.children:
        is_more = child.dep_ in ("relcl", "acl", "appos", "punct", "cc", "conj", "case")
        if child.i > head.i and is_more and child.text != "-":
            last = min(last, child.left_edge.i - 1)
    for token in head.subtree:
        if token.left_edge.i > head.i and begins_aside(token):
            last = min(last, token.left_edge.i - 1)
    words = str(head.doc[head.left_edge.i : max(last, head.i) + 1].text)
    return words.strip(" ,;:")


def begins_aside(token: Token) -> bool:
    """Whether a word after a noun leads what tells more: "a nurse from Orlo who …", "the board of Halden, a firm"."""
    if token.lower_ in ("who", "which", "whose"):
        return True
    return token.left_edge.nbor(-1).text == "," and (token.dep_ == "appos" or token.lower_ == "where")


def is_title(token: Token) -> bool:
    """Whether a word before a name tells an office."""
    if token.lower_.rstrip(".") in people.TITLES:
        return True
    # At the start of a sentence any word has a capital: "Microbiologist Awa Thiam".
    if token.i > 0 or len(token.doc) < 3 or token.nbor().tag_ != "NNP" or without_accents(token.text) in GIVEN_NAMES:
        return False
    is_before_two = len(token.doc) > 3 and token.doc[2].tag_ == "NNP" and token.doc[2].text.istitle()
    if token.lower_.endswith(("er", "or")) and (without_accents(token.nbor().text) in GIVEN_NAMES or is_before_two):
        return True
    return token.lower_.endswith(("ist", "ician", "ologian")) or lemma(token.text) in people.PEOPLE


def plain(head: Token, last: Token | None = None, of: Token | None = None) -> str:
    """The words of a phrase, up to its last word or the one given, without marks, articles and "his" at the ends."""
    start = (of or head).left_edge.i
    while start > 1 and head.doc[start - 1].text == "-" and not head.doc[start - 2].whitespace_:
        start -= 2  # "Co-founder"
    text = str(head.doc[start : (last or head.right_edge).i + 1].text).strip(" ,;:-–—()")
    for article in ("the ", "a ", "an ", "his ", "her ", "its ", "their "):
        if text.lower().startswith(article):
            text = text[len(article) :]
    return text
