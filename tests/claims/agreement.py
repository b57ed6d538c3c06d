"""How far two annotators of the same articles agree: `python -m tests.claims.agreement [FIRST SECOND]`."""

from __future__ import annotations

import sys
from collections import Counter

from tests.claims.check import articles
from tests.claims.matching import annotated, matched, read, same_role, same_speaker, same_via

PARTS = ("name", "role", "some role", "via", "some via", "kind", "nesting", "some nesting")
"""What is compared on claims that both have; "some" leaves out those for which both say that there is none."""


def agreement(first: str, second: str) -> tuple[Counter[str], Counter[str]]:
    """How many claims two files agree on, in all and in each part, and out of how many."""
    texts = articles()
    same: Counter[str] = Counter()
    total: Counter[str] = Counter()
    first_file, second_file = read(first), read(second)
    for article in first_file.keys() | second_file.keys():
        ones, others = (annotated(texts[article], file.get(article, [])) for file in (first_file, second_file))
        pairs = matched(ones, others)
        same["claims"] += 2 * len(pairs)
        total["claims"] += len(ones) + len(others)
        for i, j in pairs.items():
            one, other = ones[i], others[j]
            nested = (one.within is None) == (other.within is None)
            if one.within is not None and other.within is not None:
                nested = pairs.get(one.within) == other.within
            for part, is_same, is_some in (
                ("name", same_speaker(one, other), False),
                ("kind", one.kind == other.kind, False),
                ("role", same_role(one.role, other.role), one.role or other.role),
                ("via", same_via(one.via, other.via), one.via or other.via),
                ("nesting", nested, one.within is not None or other.within is not None),
            ):
                for counted in (part, f"some {part}") if is_some else (part,):
                    same[counted] += is_same
                    total[counted] += 1
    return same, total


if __name__ == "__main__":
    files = sys.argv[1:3] or ["measuring_first", "measuring_second"]
    agreed, out_of = agreement(files[0], files[1])
    print(f"claims (F1)   {100 * agreed['claims'] / out_of['claims']:5.1f} %  of {out_of['claims']} in both files")
    for measure in PARTS:
        print(f"{measure:13} {100 * agreed[measure] / out_of[measure]:5.1f} %  of {out_of[measure]}")
