"""A verb of saying -> the objects that are what it claims: "dismissed the fears", "warned of floods"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.claims import cues, people, phrasal, verbs
from index.claims.clauses import is_apart
from index.claims.grammar import child_of, children_of, is_as
from index.claims.lemmas import lemma, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


TALES = frozenset("account legend story tale version".split())
"""What somebody tells who tells a story."""
GIVEN = frozenset("backing blessing endorsement praise reception shrift support thumb thumbs welcome".split())
"""What somebody gives to what they judge."""
SHOWN = frozenset("advcl ccomp dative dobj nsubj oprd prep xcomp".split())
"""How what a text shows may hang on its verb."""


def objects_said(verb: Token, word: str) -> list[Token]:
    """The object of a verb of this word with what is said of it, and what a preposition leads to."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    if len(after) == 2 and after[0].lower_ in ("that", "this", "it") and after[1].text in (":", ";"):
        return [after[0]] if word in verbs.OBJECT else []  # "disputed that: the mayor …"
    idiom = said_by_idiom(verb, word)
    if idiom is not None:
        return idiom
    found: list[Token] = []
    if word in verbs.OBJECT or (word in verbs.OBJECT_AS and is_called_as(verb)):
        found = object_and_more(verb)
    found = found or shown_by_text(verb, word) or found_to_be(verb, word) or observed(verb, word)
    found = found + [c for c in reached(verb, word) if c not in found]
    if "for" in phrasal.PREPOSITIONS.get(word, ()):  # "called for it to be published"
        clauses = children_of(verb, "advcl", "xcomp", "ccomp")
        found += [c for c in clauses if c not in found and c.i > verb.i and c.left_edge.lower_ == "for"]
    calls = word == "call" and any(c.lower_ in ("on", "upon") for c in found)
    return found + (children_of(verb, "xcomp") if calls else [])  # "called on them to leave"


def is_called_as(verb: Token) -> bool:
    """Whether a verb says what its object is by "as", also where that was read as the object's own."""
    within = (t for thing in children_of(verb, "dobj") for t in thing.subtree if t.i > thing.i)
    return any(is_as(c) for c in verb.children) or any(is_as(t) and t.dep_ == "prep" for t in within)


def said_by_idiom(verb: Token, word: str) -> list[Token] | None:
    """What is said by a verb that says something with one object alone; None when this is no such phrase."""
    thing = child_of(verb, "dobj")
    told = verb_lemma(thing) if thing is not None else ""
    if word == "put" and told == "it" and thing is not None:
        return children_of(verb, "ccomp") or children_of(thing, "relcl")  # "put it to us that"
    if word == "tell" and told in TALES and thing is not None:
        return [thing] if any(c.dep_ == "relcl" for c in thing.children) else None  # "a story in which …"
    if (word == "maintain" and told == "innocence") or told in phrasal.SEEN.get(word, ()):
        return children_of(verb, "dobj")[:1]  # "sees no reason why"
    if word == "give" and told in GIVEN and children_of(verb, "dative"):
        return children_of(verb, "dative")[:1]  # "gave the plan a guarded welcome"
    found = held_to_be(verb, word, thing) or said_of_object(verb, word, thing, told)
    if found:
        return found
    about = [c for noun in (thing, verb) if noun is not None for c in children_of(noun, "prep", "agent")]
    through = phrasal.IDIOMS.get((word, told), frozenset())
    if word in phrasal.FROM_ONESELF and told in ("itself", "himself", "herself", "themselves"):
        through = frozenset({"from"})  # "distanced itself from the post"
    return [c for c in about if c.lower_ in through] or None  # "made no secret of his doubts"


def held_to_be(verb: Token, word: str, thing: Token | None) -> list[Token]:
    """Whom somebody holds responsible, and for what: "held her responsible for it"."""
    if word != "hold" or thing is None:
        return []
    held = [t for t in thing.subtree if t.lower_ in phrasal.HELD and t.i > thing.i]
    held = held or [c for c in children_of(verb, "oprd", "acomp", "ccomp", "advcl") if c.lower_ in phrasal.HELD]
    return [thing, *(t for t in held if t.head != thing)] if held else []


def said_of_object(verb: Token, word: str, thing: Token | None, told: str) -> list[Token]:
    """An object and what a preposition says of it: "put the toll at nine", "took her for a spy"."""
    leading = phrasal.BLAMED if word in phrasal.BLAMING and told in phrasal.BLAME else phrasal.WITH_OBJECT.get(word, "")
    over = [c for c in children_of(verb, "prep") if c.lower_ in leading and (c.lower_ != "on" or is_counted(c, word))]
    if word == "see":  # "sees rates at 3 per cent", not "saw her at the bank"
        over = [c for c in over if any(t.tag_ == "CD" for t in c.subtree)]
    if word == "put" and thing is not None and not over:  # "puts the number affected at nine"
        within = (t for t in thing.subtree if t.lower_ == "at" and any(c.tag_ == "CD" for c in t.subtree))
        return [thing] if any(within) else []
    is_granted = any(t.lower_ == "granted" for c in over for t in c.children)
    if not over or is_granted or (thing is None and word != "put"):
        return []
    return [*children_of(verb, "dobj"), *over]


def is_counted(on: Token, word: str) -> bool:
    """Whether "on" leads to a number that somebody puts something on, or to whom the blame is laid on."""
    return word in phrasal.BLAMING - {"put"} or any(t.tag_ == "CD" for t in on.subtree) or is_blame(on)


def is_blame(on: Token) -> bool:
    """Whether what is put on somebody is the blame."""
    return any(verb_lemma(t) in phrasal.BLAME for t in children_of(on.head, "dobj"))


def shown_by_text(verb: Token, word: str) -> list[Token]:
    """What a poll, a study or a paper says without a clause: "a poll found 40 percent in favour"."""
    subject = child_of(verb, "nsubj")
    is_place = word == "have" and any(c.lower_ in ("at", "on", "ahead", "behind") for c in verb.children)
    is_shown = word in verbs.SHOWING or is_place  # "The survey had Lee on 44 per cent"
    if not is_shown or subject is None or lemma(subject.text) not in cues.UTTERANCES:
        return []
    return [c for c in verb.children if c.i > verb.i and c.dep_ in SHOWN]


def observed(verb: Token, word: str) -> list[Token]:
    """What a witness saw, and what somebody counted: "A reporter saw a crater", "she had logged 41 of them"."""
    subject, thing = child_of(verb, "nsubj"), child_of(verb, "dobj")
    if subject is None or thing is None or thing.i < verb.i:
        return []
    is_number = thing.tag_ == "CD" or any(c.tag_ == "CD" for c in thing.children)
    is_count = (
        is_number and word in verbs.COUNTING and (word not in verbs.REGISTERING or lemma(subject.text) in people.BODIES)
    )
    is_sight = word in verbs.WITNESSING and lemma(subject.text) in people.WITNESSES
    return [thing] if is_count or is_sight else []


def found_to_be(verb: Token, word: str) -> list[Token]:
    """What is said by "found the depot to be too hot"."""
    if word == "see" and not children_of(verb, "aux", "auxpass", "prt"):
        numbers = (c for c in children_of(verb, "dobj") if any(t.tag_ == "CD" for t in c.subtree))
        return (list(numbers) if verb.tag_ != "VBD" else []) or seen_in_it(verb)  # "sees profit of 300 million"
    things = children_of(verb, "dobj") if word in ("find", "believe", "judge") else []
    return [thing for thing in things if any(c.lower_ == "be" for c in children_of(thing, "acl", "relcl"))]


def seen_in_it(verb: Token) -> list[Token]:
    """What people see in something: "Unions see a bluff", "Lee saw in the result a hatred of roundabouts"."""
    subject, thing = child_of(verb, "nsubj"), child_of(verb, "dobj")
    within = next((c for c in children_of(verb, "prep") if c.lower_ == "in" and c.i == verb.i + 1), None)
    if within is not None and (thing is None or thing.i > within.right_edge.i):
        return [c for c in verb.children if c.i > within.i and not c.is_punct]
    is_several = subject is not None and (subject.tag_ == "NNS" or subject.lower_ in people.THEY)
    is_idea = thing is not None and thing.tag_ == "NN" and lemma(thing.text) not in people.PEOPLE | people.BODIES
    return children_of(verb, "dobj") if is_several and is_idea and verb.tag_ != "VBD" else []


def reached(verb: Token, word: str) -> list[Token]:
    """What a preposition leads to: "warned of floods", "told the court of a plan"."""
    near = children_of(verb, "prep")
    if word == "tell":
        near += [c for heard in children_of(verb, "dobj") for c in children_of(heard, "prep")]
    if word == "speak" and any(c.lower_ == "on" and "condition" in [p.lower_ for p in c.children] for c in near):
        return []  # "speaking on condition of anonymity"
    found = [c for c in near if c.lower_ in phrasal.PREPOSITIONS.get(word, ())]
    return [c for c in found if word not in ("stand", "stick", "cling") or is_stood_by(c)]


def is_stood_by(by: Token) -> bool:
    """Whether what somebody stands by is something said: "stands by its story", not "by the window"."""
    thing = child_of(by, "pobj")
    words = cues.CLAIM_NOUNS | cues.UTTERANCES | cues.POINTS | {"figure", "number", "total", "toll"}
    return thing is not None and (lemma(thing.text) in words or thing.lower_ in ("it", "that", "them", "this"))


def object_and_more(verb: Token) -> list[Token]:
    """The object of a verb and what is said of it: "him", "of lying"."""
    found = [c for c in children_of(verb, "dobj", "oprd", "acomp", "ccomp") if not is_apart(c, verb)]
    if is_act(verb, found):
        return []
    if found and verb_lemma(verb) in verbs.CALLING:
        found = children_of(verb, "dative") + found  # "calling them a betrayal"
    if not found and verb.dep_ == "relcl" and any(is_as(c) for c in verb.children):
        found = [verb.head]  # "a pattern he described as old"
    return found + [c for c in verb.children if c.i > verb.i and is_more(c)] if found else []


def is_more(child: Token) -> bool:
    """Whether what hangs on a verb goes on to say something of its object: "(accused him) of lying"."""
    if child.dep_ == "xcomp" or is_as(child) or child.lower_ in ("within", "until"):
        return True
    return child.dep_ in ("prep", "advcl") and (child.lower_ in phrasal.OF_OBJECTS or leads_from_blame(child))


def leads_from_blame(preposition: Token) -> bool:
    """Whether a preposition leads from what is blamed to whom: "blamed the blast on a missile"."""
    return preposition.lower_ == "on" and verb_lemma(preposition.head) in ("blame", "pin")


def is_act(verb: Token, objects: list[Token]) -> bool:
    """Whether a verb of saying with these objects does something instead: "dismissed Calder", "claimed nine lives"."""
    word, first = verb_lemma(verb), objects[0] if objects else None
    if first is None or first.i < verb.i:
        return False
    if word == "dismiss" and any(t.tag_ == "CD" for t in (first, *first.children)):
        return True  # "dismissed 410 employees"
    if word == "dismiss":
        is_person = first.tag_ == "NNP" or first.lower_ in people.HE_OR_SHE
        is_as_something = any(is_as(c) for c in verb.children)
        return lemma(first.text) in phrasal.DISMISSED or (is_person and not is_as_something)
    if word == "call" and lemma(first.text) in phrasal.SUMMONED:
        return not any(c.dep_ == "oprd" or is_as(c) for c in verb.children)
    if word == "assume":
        return lemma(first.text) in phrasal.ASSUMED
    return word == "claim" and (first.lower_ in ("life", "lives", "pay", "benefits", "asylum") or first.tag_ == "CD")
