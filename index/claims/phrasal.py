"""Verbs that give a claim to somebody by more than themselves: by a preposition, a particle, one object, an idiom.

The lists are written from knowledge of the language.
"""

from __future__ import annotations

PREPOSITIONS = {
    verb: frozenset(prepositions.split())
    for verb, prepositions in {
        "accuse": "of",
        "admit": "to",
        "advocate": "against for",
        "agree": "on to with",
        "allude": "to",
        "apologise": "for",
        "apologize": "for",
        "appeal": "for to",
        "approve": "of",
        "argue": "about against for over",
        "backtrack": "on",
        "balk": "at",
        "beg": "for",
        "believe": "in",
        "boast": "about of",
        "brag": "about of",
        "bristle": "at",
        "call": "for on upon",
        "campaign": "against for",
        "care": "about",
        "caution": "about against",
        "cling": "to",
        "comment": "about on",
        "complain": "about of",
        "confess": "to",
        "cry": "for",
        "decide": "against on",
        "despair": "of",
        "disagree": "about on with",
        "disapprove": "of",
        "dream": "about of",
        "elaborate": "on",
        "enquire": "about into",
        "fear": "for",
        "gripe": "about",
        "grumble": "about",
        "hint": "at",
        "hope": "for",
        "inquire": "about into",
        "insist": "on upon",
        "inveigh": "against",
        "jeer": "at",
        "joke": "about",
        "lash": "at",
        "lobby": "against for",
        "marvel": "at",
        "object": "to",
        "opine": "about on",
        "plead": "for with",
        "point": "out to",
        "preach": "about",
        "press": "for",
        "protest": "against",
        "push": "for",
        "quibble": "over with",
        "rage": "about against",
        "rail": "about against",
        "rant": "about against",
        "rave": "about",
        "react": "to",
        "reckon": "on with",
        "refer": "to",
        "reflect": "on",
        "rejoice": "at in over",
        "remark": "on upon",
        "respond": "to",
        "scoff": "at",
        "sneer": "at",
        "sniff": "at",
        "speak": "about against of",
        "speculate": "about on",
        "stand": "by",
        "stick": "to",
        "talk": "about of up",
        "tell": "about of",
        "testify": "about to",
        "think": "about of",
        "vote": "against for",
        "vouch": "for",
        "warn": "about against of",
        "wonder": "about at",
        "worry": "about over",
        "write": "about of",
    }.items()
}
"""Verbs that reach what is claimed through a preposition: "warned of floods", "called for calm"."""

PHRASAL = frozenset(
    tuple(pair.split("-"))
    for pair in """
    back-up bring-up brush-aside brush-off call-out chime-in come-out cut-in double-down fight-back fire-back give-away
    go-on hit-back hit-out lash-out laugh-off lay-out let-on make-out own-up pencil-in play-down play-up point-out
    price-in push-back put-down put-forward row-back rule-out set-forth set-out shoot-back shrug-off sign-off speak-out
    speak-up spell-out stand-by sum-up talk-down talk-up turn-down walk-back wave-aside wave-away wave-off weigh-in
    write-down write-off
    """.split()
)
"""Verbs with a particle that say something, whatever the verb alone does: "ruled out", "hit back"."""

BLAMING = frozenset("lay pin place put".split())
"""What somebody does with the blame who says whose it is: "pinned the blame on the contractor"."""

BLAME = frozenset("blame fault guilt responsibility".split())

BLAMED = frozenset("at on upon with".split())
"""Before whom it is laid at, on or with."""

WITH_OBJECT = {
    "charge": frozenset({"with"}),
    "cost": frozenset({"at"}),
    "date": frozenset({"to"}),
    "mistake": frozenset({"for"}),
    "put": frozenset({"at", "on"}),
    "see": frozenset({"at"}),
    "take": frozenset({"for"}),
    "value": frozenset({"at"}),
}
"""Verbs that say something of their object by one preposition: "put the toll at nine", "took her for a spy"."""

FROM_ONESELF = frozenset("dissociate distance".split())
"""What somebody does from what they disown: "distanced itself from the post"."""

HELD = frozenset("accountable answerable culpable guilty innocent liable responsible".split())
"""What somebody is held by those who say that the fault is theirs: "held her responsible for the loss"."""

IDIOMS = {
    (verb, noun): frozenset(prepositions.split())
    for pair, prepositions in {
        "cast doubt": "on over upon",
        "air possibility": "of",
        "discount possibility": "of",
        "dismiss possibility": "of",
        "exclude possibility": "of",
        "float possibility": "of",
        "float prospect": "of",
        "moot possibility": "of",
        "suggest possibility": "of",
        "see possibility": "of",
        "hold prospect": "of",
        "raise possibility": "of",
        "raise prospect": "of",
        "raise spectre": "of",
        "find fault": "with",
        "draw comparison": "between with",
        "draw parallel": "between with",
        "give blessing": "to",
        "give credence": "to",
        "harbor doubts": "about over",
        "harbour doubts": "about over",
        "have doubts": "about over",
        "have praise": "for",
        "have qualms": "about over",
        "have reservations": "about over",
        "have misgivings": "about over",
        "voice doubts": "about over",
        "heap praise": "on upon",
        "heap scorn": "on upon",
        "hold hope": "for of",
        "lay claim": "to",
        "lend support": "to",
        "make case": "against for",
        "make fun": "of",
        "make light": "of",
        "make mockery": "of",
        "make much": "of",
        "make secret": "of",
        "pay tribute": "to",
        "pour scorn": "on over upon",
        "pour water": "on",
        "sing praises": "of",
        "sound alarm": "about on over",
        "take aim": "at",
        "take credit": "for",
        "take exception": "to",
        "take issue": "with",
        "take offence": "at",
        "take offense": "at",
        "take responsibility": "for",
        "take umbrage": "at with",
        "throw doubt": "on upon",
        "throw weight": "behind",
        "voice support": "for",
    }.items()
    for verb, noun in [tuple(pair.split())]
}
"""What is said by a verb with one object alone, of what a preposition leads to: "made no secret of his doubts"."""

SEEN = {
    "turn": frozenset("evidence indication link proof sign trace".split()),
    "find": frozenset("basis evidence grounds indication link proof reason sign trace".split()),
    "see": frozenset(
        """
        basis case cause chance danger doubt evidence excuse flaw future glimmer grounds hint hope justification
        likelihood limit logic merit need opening parallel pattern point possibility potential problem proof prospect
        purpose reason risk room scope sense sign similarity threat value
        """.split()
    ),
}
"""What somebody sees or finds, or sees none of, who judges: "sees no reason why", "found no evidence"."""

SUMMONED = frozenset(
    """
    ambulance conference election halt inquiry meeting police poll referendum session strike summit truce vote witness
    """.split()
)
"""What somebody calls who has it come or begin."""

ASSUMED = frozenset(
    """
    burden charge command control debt duty guise identity leadership liability mantle name office ownership position
    post power presidency responsibility risk role shape throne title
    """.split()
)
"""What somebody assumes who takes it over."""

DISMISSED = frozenset("appeal case lawsuit motion petition suit".split())
"""What a court dismisses, which is an act."""

OF_OBJECTS = frozenset("about against as for of over to with".split())
"""Prepositions after the object that belong to what is said of it: "accused him of lying", "hailed it as a triumph"."""
