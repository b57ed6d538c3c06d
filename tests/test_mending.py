"""Whatever the words, mending leaves each sentence a tree."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.claims.parsing import parse
from index.sentences import split

WORDS = """
Ann Lee U - M , , “ ” ’s ’ The 22-year-old President who asked named said told pay read reports to of is fine and others
called denounced that
"""


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=16))
def test_mending_leaves_a_tree(words: list[str]) -> None:
    text = " ".join(words).replace(" - ", "-").replace(" ’", "’")
    for sentence in parse(text, split(text)):
        for token in sentence.doc:
            above = [token]
            while above[-1].head != above[-1]:
                above.append(above[-1].head)
                assert len(above) <= len(sentence.doc)
