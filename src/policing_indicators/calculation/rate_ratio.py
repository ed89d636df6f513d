"""One rate over another: later over earlier."""

from typing import Self

from attrs import field, frozen

from policing_indicators.calculation.interval import (
    Interval,
    LimitsMethod,
    interval_of,
)
from policing_indicators.calculation.kernels import two_counts
from policing_indicators.calculation.kernels.arguments import Array, confidence_level
from policing_indicators.calculation.rate import Rate
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
from policing_indicators.vocabulary import requirement


@frozen(kw_only=True)
class RateRatio:
    """How two counts compare over their exposures, which need not be equal.

    Attributes:
        earlier: The earlier count, zero or more.
        later: The later count, zero or more.
        earlier_exposure: Months, people or other units that the earlier count arose
            in, above zero.
        later_exposure: The same for the later count, in the same unit.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> ratio = RateRatio(earlier=1, later=7, earlier_exposure=12, later_exposure=1)
    >>> ratio.value
    84.0
    >>> print(f"{ratio.significance().p_value:.1e}")
    2.4e-07
    """

    earlier: int = field(converter=requirement.as_whole, validator=requirement.natural)
    later: int = field(converter=requirement.as_whole, validator=requirement.natural)
    earlier_exposure: float = field(
        default=1.0, converter=requirement.as_number, validator=above_zero
    )
    later_exposure: float = field(
        default=1.0, converter=requirement.as_number, validator=above_zero
    )

    @classmethod
    def between(cls, earlier: Rate, later: Rate) -> Self:
        """Make the ratio of two rates; their denominators are the exposures.

        Raises:
            InvalidValueError: A count is negative, or a denominator zero.
        """
        return cls(
            earlier=earlier.count,
            later=later.count,
            earlier_exposure=earlier.denominator,
            later_exposure=later.denominator,
        )

    @property
    def value(self) -> float | None:
        """The later rate over the earlier one; none where the earlier count is zero."""
        return figure(two_counts.rate_ratio(*self._counts, *self._exposures))

    def interval(self, *, confidence: float = 0.95) -> Interval:
        """Work out exact limits of the ratio, consistent with its significance.

        Args:
            confidence: Strictly between 0 and 1.

        Returns:
            Clopper and Pearson's limits. The upper one is infinite where the earlier
            count is zero.

        Raises:
            InvalidValueError: The confidence is not such.
        """
        level = confidence_level(confidence)
        limits = two_counts.rate_ratio_limits(self._counts, self._exposures, level)
        return interval_of(limits, level, LimitsMethod.CLOPPER_PEARSON)

    def significance(self, *, confidence: float = 0.95) -> Significance:
        """Work out how often chance alone makes rates at least as different.

        The exact conditional test of two Poisson counts (Przyborowski and Wilenski
        1940), two-sided and central: twice the smaller tail, at most 1. It is
        calibrated for rare independent events only.

        Args:
            confidence: The confidence of the limits of the ratio.

        Raises:
            InvalidValueError: The confidence is not such.
        """
        p_value = two_counts.change_p_value(*self._counts, *self._exposures)
        interval = self.interval(confidence=confidence)
        return Significance(
            p_value=required_figure("the p-value", p_value),
            method=SignificanceMethod.EXACT_CONDITIONAL,
            ratio=self.value,
            interval=interval,
            confidence=interval.confidence,
        )

    @property
    def _counts(self) -> tuple[Array, Array]:
        return array_of(self.earlier), array_of(self.later)

    @property
    def _exposures(self) -> tuple[Array, Array]:
        return array_of(self.earlier_exposure), array_of(self.later_exposure)
