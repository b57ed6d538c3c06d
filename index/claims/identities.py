"""Whom a speaker's words stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.claims.persons import Person


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a speaker's words stand for; `outlet` when that is somebody who relays what others say."""

    kind: Literal["named", "unnamed"]
    name: str | None
    role: str | None = None
    outlet: bool = False
    plural: bool = False


NOBODY = Identity("unnamed", None)


def as_speaker(person: Person) -> Identity:
    """A person of the cast as a speaker."""
    return Identity("named", person.name, person.role)


def together(found: Sequence[Identity]) -> Identity:
    """Several speakers as one."""
    names = [w.name for w in found if w.name]
    name = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
    return Identity("named" if any(w.kind == "named" for w in found) else "unnamed", name or None, plural=True)
