"""A count over a denominator."""

from fractions import Fraction
from typing import ClassVar

from attrs import field, frozen

from policing_indicators.calculation.interval import (
    Interval,
    LimitsMethod,
    interval_of,
)
from policing_indicators.calculation.kernels import benchmarks, rates
from policing_indicators.calculation.kernels.arguments import (
    Array,
    checked_number,
    confidence_level,
)
from policing_indicators.calculation.kernels.counts import CountMethod
from policing_indicators.calculation.significance import (
    Significance,
    SignificanceMethod,
)
from policing_indicators.calculation.single import (
    above_zero,
    array_of,
    figure,
    required_figure,
)
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement


@frozen
class Rate:
    """How many per so many: offences per 100,000 people, say.

    Attributes:
        count: How many. It may be negative, as transferred offences make it.
        denominator: People, households or other units, unrounded; zero or more.
        per: The rate's base, above zero.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> homicide = Rate(count=31, denominator=2_980_936)
    >>> round(homicide.value, 2)
    1.04
    >>> limits = homicide.interval(confidence=0.95)
    >>> print(f"{limits.lower:.2f} to {limits.upper:.2f}")
    0.71 to 1.48
    """

    KIND: ClassVar[str] = "rate"

    count: int = field(converter=requirement.as_whole, validator=requirement.whole)
    denominator: float = field(
        converter=requirement.as_number, validator=requirement.measure
    )
    per: float = field(
        default=100_000,
        kw_only=True,
        converter=requirement.as_number,
        validator=above_zero,
    )

    @property
    def value(self) -> float | None:
        """The rate, count x per / denominator; none over zero, or if too large."""
        return figure(rates.rate(*self._over, self._base))

    @property
    def exact_value(self) -> Fraction | None:
        """The rate without any rounding, for printing; none over zero."""
        if self.denominator == 0:
            return None
        return self.count * Fraction(self.per) / Fraction(self.denominator)

    def interval(
        self, *, confidence: float = 0.95, method: CountMethod = "exact"
    ) -> Interval:
        """Work out the limits of the rate, its denominator taken as it stands.

        Args:
            confidence: Strictly between 0 and 1.
            method: ``exact`` (Garwood 1936), or ``byar`` for Byar's approximation from
                a count of ten (Breslow and Day 1987).

        Raises:
            InvalidValueError: The confidence or the method is not one of those.
            MissingDataError: The count is negative, or the denominator zero.
        """
        level = confidence_level(confidence)
        limits = rates.rate_limits(*self._over, self._base, level, method)
        self._require_defined("the limits of a rate")
        return interval_of(limits, level, LimitsMethod(method))

    def significance(
        self, *, benchmark: float, confidence: float = 0.95
    ) -> Significance:
        """Hold the rate against one that was fixed beforehand, by the Poisson test.

        Args:
            benchmark: The rate to stand beside, per the same ``per``; zero or more.
            confidence: The confidence of the limits of the ratio to it.

        Returns:
            The evidence; its ratio is this rate over the benchmark.

        Raises:
            InvalidValueError: The benchmark or the confidence is not such.
            MissingDataError: The count is negative, or the denominator zero.
        """
        level = confidence_level(confidence)
        beside = checked_number(
            "benchmark", benchmark, lambda value: value >= 0, "a rate of zero or more"
        )
        self._require_defined("the significance of a rate")
        count, denominator = self._over
        base, fixed = self._base, array_of(beside)
        expected = benchmarks.expected_count(denominator, fixed, base)
        p_value = benchmarks.rate_p_value(*self._over, fixed, base)
        ratio = figure(rates.rate(count, expected, 1))
        limits = rates.rate_limits(count, expected, 1, level, "exact")
        return Significance(
            p_value=required_figure("the p-value", p_value),
            method=SignificanceMethod.EXACT_POISSON,
            ratio=ratio,
            interval=(
                None
                if ratio is None
                else interval_of(limits, level, LimitsMethod.EXACT)
            ),
            confidence=level,
        )

    @property
    def _over(self) -> tuple[Array, Array]:
        return array_of(self.count), array_of(self.denominator)

    @property
    def _base(self) -> float:
        return float(array_of(self.per))

    def _require_defined(self, what: str) -> None:
        if self.denominator == 0:
            raise MissingDataError(what, "the denominator is zero")
        if self.count < 0:
            raise MissingDataError(what, f"the count is negative ({self.count})")
