"""The change from one percentage to another, in percentage points."""

import math
from datetime import date
from fractions import Fraction
from typing import Self, cast

from attrs import field, frozen

from policing_indicators.calculation.comparison import compare
from policing_indicators.calculation.interval import (
    Interval,
    LimitsMethod,
    interval_of,
)
from policing_indicators.calculation.kernels import proportions
from policing_indicators.calculation.kernels.arguments import Array, confidence_level
from policing_indicators.calculation.proportion import Proportion, over
from policing_indicators.calculation.rounding import as_written
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Comparability, Period


def _side(value: Proportion | float) -> Proportion | float:
    return value if isinstance(value, Proportion) else requirement.as_number(value)


def _is_percentage(value: object) -> bool:
    return type(value) in (int, float) and math.isfinite(cast("float", value))


_side_requirement = requirement.must(
    lambda value: type(value) is Proportion or _is_percentage(value),
    "a Proportion, or a published percentage as a finite number",
)


@frozen(kw_only=True)
class PointChange:
    """How a percentage changed, in percentage points, and how that was made.

    A change in points is not a change in per cent: from 60% to 80% is 20 points.

    Attributes:
        earlier: The earlier proportion, or a percentage published without its counts,
            such as 62.1, taken as the decimal number that it is written as.
        later: The later one, likewise.
        earlier_period: The earlier figure's period, if known.
        later_period: The later figure's period, if known.
        earlier_as_at: The earlier figure's vintage, if known.
        as_at: The later figure's vintage, if known.
        comparability: How the two periods lie to each other, if known.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> satisfied = PointChange(earlier=Proportion(48, 80), later=Proportion(56, 70))
    >>> satisfied.points
    20.0
    >>> limits = satisfied.interval(confidence=0.95)
    >>> print(f"{limits.lower:.1f} to {limits.upper:.1f} points")
    5.2 to 33.4 points
    >>> PointChange(earlier=62.1, later=60).points
    -2.1
    """

    earlier: Proportion | float = field(converter=_side, validator=_side_requirement)
    later: Proportion | float = field(converter=_side, validator=_side_requirement)
    earlier_period: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )
    later_period: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )
    earlier_as_at: date | None = field(
        default=None, validator=requirement.optional(requirement.kind(date))
    )
    as_at: date | None = field(
        default=None, validator=requirement.optional(requirement.kind(date))
    )
    comparability: Comparability | None = field(
        default=None, validator=requirement.optional(requirement.kind(Comparability))
    )

    @classmethod
    def between(
        cls,
        earlier: Observation,
        later: Observation,
        *,
        rolling: bool = False,
        baseline: bool = False,
        across_vintages: bool = False,
    ) -> Self:
        """Make the change from one observed percentage to a later one.

        An observation with a count and a denominator is a proportion; one with a value
        is a published percentage.

        Args:
            earlier: The earlier observation.
            later: The later one.
            rolling: Allow two runs of twelve months with any start months, which may
                overlap.
            baseline: The earlier period is a declared baseline of twelve months.
            across_vintages: Allow two vintages.

        Raises:
            IncomparableError: They are of different indicators, areas or vintages, or
                of periods that do not compare.
            InvalidValueError: A count is negative or above its denominator.
            MissingDataError: One is missing, or has a count without a denominator.
        """
        comparability = compare(
            earlier,
            later,
            rolling=rolling,
            baseline=baseline,
            across_vintages=across_vintages,
        )
        return cls(
            earlier=_observed(earlier),
            later=_observed(later),
            earlier_period=earlier.period,
            later_period=later.period,
            earlier_as_at=earlier.as_at,
            as_at=later.as_at,
            comparability=comparability,
        )

    @property
    def points(self) -> float | None:
        """The later percentage less the earlier; none where either is out of zero."""
        exact = self.exact_points
        return None if exact is None else float(exact)

    @property
    def exact_points(self) -> Fraction | None:
        """The change in points without any rounding, for printing."""
        earlier, later = _exact_percentage(self.earlier), _exact_percentage(self.later)
        return None if earlier is None or later is None else later - earlier

    def interval(self, *, confidence: float = 0.95) -> Interval:
        """Work out the limits of the change, in percentage points.

        They are Newcombe's hybrid score limits (Newcombe 1998, method 10).

        Args:
            confidence: Strictly between 0 and 1. It is reached on average, not at
                every pair of proportions.

        Raises:
            InvalidValueError: The confidence is not such.
            MissingDataError: A percentage was published without its counts, or a
                denominator is zero.
        """
        level = confidence_level(confidence)
        pairs = _with_counts(self.earlier), _with_counts(self.later)
        lower, upper = proportions.proportion_difference_limits(*pairs, level)
        return interval_of((100 * lower, 100 * upper), level, LimitsMethod.NEWCOMBE)


def _observed(row: Observation) -> Proportion | float:
    if row.value is not None:
        return row.value
    count = row.required_count()
    if row.denominator is None:
        raise MissingDataError(str(row), "published without its denominator")
    return Proportion(count, row.denominator)


def _exact_percentage(side: Proportion | float) -> Fraction | None:
    return side.exact_percentage if isinstance(side, Proportion) else as_written(side)


def _with_counts(side: Proportion | float) -> tuple[Array, Array]:
    what = "the limits of a change in percentage points"
    if not isinstance(side, Proportion):
        raise MissingDataError(what, f"{side}% was published without its counts")
    if side.denominator == 0:
        raise MissingDataError(what, "a denominator is zero")
    return over(side)
