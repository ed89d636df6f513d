"""How far figures move from one release to a later one, as it was measured."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.source import Source

SMALL_COUNT = 50
"""Counts below it are measured by how many they moved, others by how much per cent. It
is the bound under which the Office for National Statistics prints no percentage."""

ENOUGH_CELLS = 100
"""Fewer cells cannot tell what one in a hundred does."""

_PER_CENT = 100
_AMOUNT = requirement.must(
    lambda value: type(value) is Decimal and value.is_finite() and value >= 0,
    "a Decimal, zero or more",
)


def _sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    return requirement.items(sources)


@frozen(kw_only=True)
class MeasuredRevision:
    """How far the cells of earlier tables lie from those of a later one.

    Attributes:
        measured_on: The id of the indicator whose cells they are, or ``all``.
        cells: How many cells were compared.
        median: What half of them moved by at most.
        percentile_95: What 95 of 100 moved by at most.
        percentile_99: What 99 of 100 moved by at most.
        largest: The farthest that any of them moved.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> homicide = MeasuredRevision(
    ...     measured_on="homicide",
    ...     cells=166,
    ...     median=Decimal(1),
    ...     percentile_95=Decimal(3),
    ...     percentile_99=Decimal(5),
    ...     largest=Decimal(6),
    ... )
    >>> print(homicide.usual)
    5
    """

    measured_on: str = field(validator=requirement.identifier)
    cells: int = field(converter=requirement.as_whole, validator=requirement.positive)
    median: Decimal = field(validator=_AMOUNT)
    percentile_95: Decimal = field(validator=_AMOUNT)
    percentile_99: Decimal = field(validator=_AMOUNT)
    largest: Decimal = field(validator=_AMOUNT)

    @property
    def usual(self) -> Decimal:
        """How far a figure usually moves at most.

        The 99th percentile; of fewer than a hundred cells the largest.
        """
        return self.percentile_99 if self.cells >= ENOUGH_CELLS else self.largest


@frozen(kw_only=True)
class RevisionTolerance:
    """How far a figure of an indicator may lie from a later table's, as revisions go.

    Attributes:
        indicator: The id of the indicator.
        levels: How much per cent of the later count a count of fifty or more moved.
        small_counts: How many a count under fifty moved.
        percentages: How many percentage points a change in per cent moved.
        earlier: The releases that were compared.
        later: The release that they were compared with.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> measured = MeasuredRevision(
    ...     measured_on="all",
    ...     cells=2_000,
    ...     median=Decimal("0.2"),
    ...     percentile_95=Decimal("2.5"),
    ...     percentile_99=Decimal("6"),
    ...     largest=Decimal("20"),
    ... )
    >>> tolerance = RevisionTolerance(
    ...     indicator="burglary",
    ...     levels=measured,
    ...     small_counts=measured,
    ...     percentages=measured,
    ...     earlier=[Source("Office for National Statistics", "April 2025")],
    ...     later=Source("Home Office", "April 2026"),
    ... )
    >>> print(tolerance.of_level(10_000), tolerance.of_percentage)
    600 6
    """

    indicator: str = field(validator=requirement.identifier)
    levels: MeasuredRevision = field(validator=requirement.kind(MeasuredRevision))
    small_counts: MeasuredRevision = field(validator=requirement.kind(MeasuredRevision))
    percentages: MeasuredRevision = field(validator=requirement.kind(MeasuredRevision))
    earlier: tuple[Source, ...] = field(
        converter=_sources, validator=requirement.each(requirement.kind(Source))
    )
    later: Source = field(validator=requirement.kind(Source))

    def of_level(self, later: int | Fraction) -> Fraction:
        """Give how many a printed count may lie off a later table's count.

        For counts of fifty or more so much per cent of the count, if that is more than
        smaller counts usually move.
        """
        smaller = Fraction(self.small_counts.usual)
        size = abs(Fraction(later))
        if size < SMALL_COUNT:
            return smaller
        return max(smaller, Fraction(self.levels.usual) * size / _PER_CENT)

    @property
    def of_percentage(self) -> Fraction:
        """How many points a printed change in per cent may lie off a later table's."""
        return Fraction(self.percentages.usual)
