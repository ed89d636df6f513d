"""A part of a whole: so many out of so many."""

from fractions import Fraction
from typing import ClassVar, Self

from attrs import field, frozen

from policing_indicators.calculation.interval import (
    Interval,
    LimitsMethod,
    interval_of,
)
from policing_indicators.calculation.kernels import benchmarks, proportions, rates
from policing_indicators.calculation.kernels.arguments import (
    Array,
    checked_number,
    confidence_level,
)
from policing_indicators.calculation.rounding import as_written
from policing_indicators.calculation.significance import (
    Significance,
    SignificanceMethod,
)
from policing_indicators.calculation.single import array_of, figure, required_figure
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement

_PER_CENT = 100


def _part(value: int | Fraction) -> int | Fraction:
    return value if isinstance(value, Fraction) else requirement.as_whole(value)


@frozen
class Proportion:
    """How many out of how many: satisfied victims out of valid responses, say.

    Attributes:
        count: How many of the denominator, a whole number. A weighted proportion's is
            the exact fraction that its percentage comes to.
        denominator: Out of how many; zero or more.

    Raises:
        InvalidValueError: A field is not what it must be, or the count is above the
            denominator.

    >>> satisfied = Proportion(count=56, denominator=70)
    >>> satisfied.percentage
    80.0
    >>> limits = satisfied.interval(confidence=0.95)
    >>> print(f"{limits.lower:.3f} to {limits.upper:.3f}")
    0.692 to 0.877
    """

    KIND: ClassVar[str] = "proportion"

    count: int | Fraction = field(
        converter=_part,
        validator=requirement.must(
            lambda value: type(value) in (int, Fraction) and value >= 0,
            "a whole number, zero or more",
        ),
    )
    denominator: float = field(
        converter=requirement.as_number, validator=requirement.measure
    )

    def __attrs_post_init__(self) -> None:
        """Hold the count to the denominator."""
        if self.count > self.denominator:
            allowed = f"at most the denominator, {self.denominator}"
            requirement.refuse(self, "count", self.count, allowed)

    @classmethod
    def weighted(cls, *, percentage: float, effective_base: float) -> Self:
        """Make the proportion of a weighted survey.

        Args:
            percentage: The weighted percentage, from 0 to 100, taken as the decimal
                number that it is written as.
            effective_base: How many responses of a simple random sample would be as
                precise; zero or more, not always whole.

        Raises:
            InvalidValueError: One of them is not such.

        >>> Proportion.weighted(percentage=72.4, effective_base=512.5).percentage
        72.4
        """
        checked_number(
            "percentage", percentage, lambda value: 0 <= value <= _PER_CENT, "0 to 100"
        )
        base = checked_number(
            "effective_base", effective_base, lambda value: value >= 0, "zero or more"
        )
        return cls(as_written(percentage) * Fraction(base) / _PER_CENT, base)

    @property
    def value(self) -> float | None:
        """The proportion, from 0 to 1; none out of zero."""
        return figure(rates.rate(*over(self), 1))

    @property
    def percentage(self) -> float | None:
        """The proportion in per cent; none out of zero."""
        return figure(rates.rate(*over(self), _PER_CENT))

    @property
    def exact_percentage(self) -> Fraction | None:
        """The percentage without any rounding, for printing; none out of zero."""
        if self.denominator == 0:
            return None
        return _PER_CENT * Fraction(self.count) / Fraction(self.denominator)

    def interval(self, *, confidence: float = 0.95) -> Interval:
        """Work out Wilson's score limits (1927) of the proportion, from 0 to 1.

        Args:
            confidence: Strictly between 0 and 1. It is reached on average, not at
                every proportion.

        Raises:
            InvalidValueError: The confidence is not such.
            MissingDataError: The denominator is zero.
        """
        level = confidence_level(confidence)
        self._require_defined("the limits of a proportion")
        limits = proportions.proportion_limits(*over(self), level)
        return interval_of(limits, level, LimitsMethod.WILSON)

    def significance(
        self, *, benchmark: float, confidence: float = 0.95
    ) -> Significance:
        """Hold the proportion against one that was fixed beforehand.

        The exact binomial test, two-sided and central: twice the smaller tail, at most
        1. With a weighted proportion the effective base takes the place of the number
        of responses, as in Korn and Graubard 1998.

        Args:
            benchmark: The proportion to stand beside, from 0 to 1.
            confidence: What the p-value is held against is 1 less this.

        Raises:
            InvalidValueError: The benchmark or the confidence is not such.
            MissingDataError: The denominator is zero.
        """
        allowed = "a proportion from 0 to 1, such as 0.7 for 70 per cent"
        beside = checked_number(
            "benchmark", benchmark, lambda value: 0 <= value <= 1, allowed
        )
        self._require_defined("the significance of a proportion")
        p_value = benchmarks.proportion_p_value(*over(self), array_of(beside))
        return Significance(
            p_value=required_figure("the p-value", p_value),
            method=SignificanceMethod.EXACT_BINOMIAL,
            confidence=confidence,
        )

    def _require_defined(self, what: str) -> None:
        if self.denominator == 0:
            raise MissingDataError(what, "the denominator is zero")


def over(proportion: Proportion) -> tuple[Array, Array]:
    """Give a proportion's count and denominator as the kernels take them."""
    return array_of(proportion.count), array_of(proportion.denominator)
