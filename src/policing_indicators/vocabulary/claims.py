"""The claims of a document, and how they hang together."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import field, frozen

from policing_indicators.errors import (
    InvalidContentError,
    Problem,
    UnknownNameError,
)
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.claim import Claim, ClaimComparator
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.period import Period


@frozen(kw_only=True)
class ClaimDocument:
    """The document that prints the claims, and what its claims inherit.

    Attributes:
        title: Its title, as printed.
        publisher: Who published it; blank where that is not known.
        published: The day it was published, if known. No figure can be of a period that
            ends after it.
        area: The id of the area that its figures are of, unless a claim prints one.
        period: The period of its figures, unless a claim prints one.
        comparator: What its changes are changes on, unless a claim prints that.
        comparator_period: The period of a named baseline, peak or average.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> document = ClaimDocument(title="Policing priorities", area="west-midlands")
    >>> document.comparator.value
    'none'
    """

    title: str = field(validator=requirement.line)
    publisher: str = field(default="", validator=requirement.text)
    published: date | None = field(
        default=None, validator=requirement.optional(requirement.day)
    )
    area: str | None = field(
        default=None, validator=requirement.optional(requirement.identifier)
    )
    period: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )
    comparator: ClaimComparator = field(
        default=ClaimComparator.NONE, validator=requirement.kind(ClaimComparator)
    )
    comparator_period: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )


class GroupKind(ClosedSet):
    """How the claims of a group hang together."""

    PARTS = "parts of a whole"
    SUBSETS = "subsets of a whole"
    QUARTERS = "quarters of a year"
    YEAR_TO_DATE = "year to date"
    SHARES = "shares of one total"
    DOCUMENTS = "one figure in two documents"
    SIDE_BY_SIDE = "side by side"


_WITH_WHOLE = {
    GroupKind.PARTS,
    GroupKind.SUBSETS,
    GroupKind.QUARTERS,
    GroupKind.YEAR_TO_DATE,
}


@frozen(kw_only=True)
class ClaimGroup:
    """Claims that must fit together.

    Attributes:
        id: Its identifier among the groups of its file.
        kind: How they hang together.

            * ``PARTS``: the members partition the whole, which they add to.
            * ``SUBSETS``: the members lie in the whole, and may not make it up.
            * ``QUARTERS``: the members are the quarters of the whole's year.
            * ``YEAR_TO_DATE``: the members make up the whole, from April on.
            * ``SHARES``: the members' shares are of one total and exhaust it.
            * ``DOCUMENTS``: the members are one figure, printed in two documents.
            * ``SIDE_BY_SIDE``: the members are printed together, so that a reader
              takes them as figures of one period.
        members: The ids of its claims, one or more, in printed order.
        whole: The id of the claim that is the whole, where one is printed. Only the
            first four kinds have one.

    Raises:
        InvalidValueError: A field is not what it must be, a member is named twice, or
            a kind that has no whole is given one.

    >>> group = ClaimGroup(
    ...     id="drugs",
    ...     kind=GroupKind.PARTS,
    ...     members=["possession", "trafficking"],
    ...     whole="drug-offences",
    ... )
    >>> group.claims
    ('possession', 'trafficking', 'drug-offences')
    """

    id: str = field(validator=requirement.identifier)
    kind: GroupKind = field(validator=requirement.kind(GroupKind))
    members: tuple[str, ...] = field(
        converter=requirement.texts,
        validator=[
            requirement.each(requirement.identifier),
            requirement.distinct,
            requirement.must(lambda members: len(members) > 0, "one claim or more"),
        ],
    )
    whole: str | None = field(
        default=None, validator=requirement.optional(requirement.identifier)
    )

    def __attrs_post_init__(self) -> None:
        """Hold the whole to a kind that has one, and out of its own members."""
        if self.whole is not None and self.kind not in _WITH_WHOLE:
            allowed = f"none, for {self.kind.value} have no whole"
            requirement.refuse(self, "whole", self.whole, allowed)
        if self.whole in self.members:
            requirement.refuse(self, "whole", self.whole, "a claim that is no member")

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all its claims, the whole at the end."""
        return self.members if self.whole is None else (*self.members, self.whole)


def _claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return requirement.items(claims)


def _groups(groups: Iterable[ClaimGroup]) -> tuple[ClaimGroup, ...]:
    return requirement.items(groups)


@frozen(kw_only=True)
class Claims:
    """Every claim of a document, in printed order, and their groups.

    Attributes:
        document: The document.
        claims: The claims, each with what it inherits already filled in.
        groups: The groups.

    Raises:
        InvalidValueError: A field is not what it must be.
        InvalidContentError: Two claims or two groups have one id, or a group names a
            claim that is not there. All are named at once.

    >>> homicide = Claim(id="homicide", indicator="homicide", area="kent")
    >>> document = ClaimDocument(title="Policing priorities")
    >>> Claims(document=document, claims=[homicide]).claim("homicide").area
    'kent'
    """

    document: ClaimDocument = field(validator=requirement.kind(ClaimDocument))
    claims: tuple[Claim, ...] = field(
        converter=_claims, validator=requirement.each(requirement.kind(Claim))
    )
    groups: tuple[ClaimGroup, ...] = field(
        default=(),
        converter=_groups,
        validator=requirement.each(requirement.kind(ClaimGroup)),
    )
    _by_id: dict[str, Claim] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Hold each id to one bearer, and each group to claims that are there."""
        by_id = {claim.id: claim for claim in reversed(self.claims)}
        object.__setattr__(self, "_by_id", by_id)
        problems = (
            *_repeated("claims", [claim.id for claim in self.claims]),
            *_repeated("groups", [group.id for group in self.groups]),
            *self._unknown_members(),
        )
        if problems:
            raise InvalidContentError(self.document.title, problems)

    def claim(self, name: str) -> Claim:
        """Give the claim of an id.

        Raises:
            UnknownNameError: There is none.
        """
        found = self._by_id.get(name)
        if found is None:
            raise UnknownNameError("claim", name, tuple(self._by_id))
        return found

    def members(self, group: ClaimGroup) -> tuple[Claim, ...]:
        """Give the claims of a group, without its whole."""
        return tuple(map(self.claim, group.members))

    def _unknown_members(self) -> Iterator[Problem]:
        for row, group in enumerate(self.groups):
            for name in group.claims:
                if name not in self._by_id:
                    place = (
                        f"groups[{row}].{'whole' if name == group.whole else 'members'}"
                    )
                    unknown = UnknownNameError("claim", name, tuple(self._by_id))
                    yield Problem(place, name, unknown.allowed)


def _repeated(place: str, ids: list[str]) -> Iterator[Problem]:
    firsts: dict[str, int] = {}
    for row, name in enumerate(ids):
        first = firsts.setdefault(name, row)
        if first != row:
            allowed = f"an id that {place}[{first}] does not have"
            yield Problem(f"{place}[{row}].id", name, allowed)
