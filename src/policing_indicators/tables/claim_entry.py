"""What a file of claims says, before it is read: texts by key, each with its place."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import frozen

from policing_indicators.errors import Problem

Written = str | tuple[str, ...]
"""What stands under a key: a text, or several."""

DOCUMENT = "document"
CLAIM = "claim"
GROUP = "group"

KEYS: Mapping[str, tuple[str, ...]] = {
    DOCUMENT: (
        "title",
        "publisher",
        "published",
        "area",
        "period",
        "comparator",
        "comparator_period",
    ),
    CLAIM: (
        "id",
        "indicator",
        "area",
        "period",
        "level",
        "previous_level",
        "absolute",
        "percentage",
        "points",
        "rate",
        "per",
        "share",
        "share_of",
        "rank",
        "rank_among",
        "comparator",
        "comparator_period",
        "scope",
        "definition",
        "remarks",
        "drives",
        "quotation",
        "document",
    ),
    GROUP: ("id", "kind", "members", "whole"),
}
"""What is said of a document, a claim or a group, in the order it is explained."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    DOCUMENT: ("title",),
    CLAIM: ("indicator",),
    GROUP: ("id", "kind", "members"),
}
"""What each must say."""

SEVERAL = frozenset({"scope", "remarks", "members"})
"""The keys that hold several texts."""

SEPARATOR = ";"


@frozen(kw_only=True)
class Entry:
    """What a file says of its document, of one claim or of one group.

    Attributes:
        kind: Which of the three.
        where: Where it stands, for errors.
        place: Gives the place of one key, for errors.
        written: What stands under each key that is not blank.

    >>> entry = Entry(kind=CLAIM, where="line 2", place=str, written={"level": "31"})
    >>> entry.problem("level", "many", "a number").place
    'level'
    """

    kind: str
    where: str
    place: Callable[[str], str]
    written: Mapping[str, Written]

    def problem(self, key: str, value: object, allowed: str) -> Problem:
        """Make the problem of one key."""
        return Problem(self.place(key), value, allowed)


@frozen(kw_only=True)
class Entries:
    """Everything that a file of claims says.

    Attributes:
        document: What it says of the document; none where it says nothing.
        claims: What it says of each claim, in its order.
        groups: What it says of each group, in its order.
        problems: What is not right so far; more is added as it is read.

    >>> Entries(document=None, claims=[], groups=[], problems=[]).document is None
    True
    """

    document: Entry | None
    claims: Sequence[Entry]
    groups: Sequence[Entry]
    problems: list[Problem]

    @classmethod
    def of(cls, entries: Iterable[Entry], problems: list[Problem]) -> "Entries":
        """Sort entries by what they are of, and hold the document to one of them."""
        by_kind: dict[str, list[Entry]] = {kind: [] for kind in KEYS}
        for entry in entries:
            by_kind[entry.kind].append(entry)
        documents = by_kind[DOCUMENT]
        for other in documents[1:]:
            allowed = f"one document; {documents[0].where} is of it too"
            problems.append(Problem(other.where, DOCUMENT, allowed))
        return cls(
            document=documents[0] if documents else None,
            claims=by_kind[CLAIM],
            groups=by_kind[GROUP],
            problems=problems,
        )
