"""The stores -> what is wrong with them."""

from __future__ import annotations

import hashlib

from index.catalog import StoredArticle
from index.stores import Stores


def flaws(stores: Stores) -> list[str]:
    """What is wrong, a sentence each; [] when the three stores agree and every text is intact."""
    catalog = stores.catalog
    found = [f"SQLite finds the catalog damaged: {line}" for line in catalog.damage()]
    found += [flaw for key in catalog.ready_keys() for flaw in _flaws(stores.article(key))]
    ready = catalog.names()
    for store, names in (("word index", stores.words.names()), ("vector store", stores.vectors.names())):
        if missing := len(ready - names):
            found.append(f"{missing} passages are not in the {store}: run `quoth rebuild`.")
        if extra := len(names - ready):
            found.append(f"{extra} passages in the {store} belong to no article: run `quoth rebuild`.")
    if stores.words.articles() != {key for key, _ in ready}:
        found.append("The word index holds other whole articles than the catalog: run `quoth rebuild`.")
    return found


def _flaws(article: StoredArticle | None) -> list[str]:
    """What is wrong with one stored article."""
    if article is None:
        return ["An article can't be read: put back articles.sqlite from a copy."]
    if hashlib.sha256(article.text.encode()).hexdigest() != article.version:
        return [f"The text of article {article.id} was changed: remove it with `quoth remove` and add it again."]
    if any(not 0 <= s.start < s.end <= len(article.text) for s in article.sentences):
        return [f"The sentences of article {article.id} don't fit its text: run `quoth rebuild`."]
    return []
