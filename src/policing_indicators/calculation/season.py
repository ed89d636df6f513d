"""Whether a series has a season that matters, and what was done about it."""

import math
from collections.abc import Iterable
from typing import Literal

import numpy as np
from attrs import field, frozen

from policing_indicators.calculation.charted_series import ChartedSeries
from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.season import seasonal_test
from policing_indicators.errors import InvalidValueError, MissingDataError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet

SeasonTreatment = Literal["adjust", "ignore", "refuse"]
"""What is to be done about a season."""

MATTERS_BELOW = 0.01
"""The p-value below which seasonal factors matter. Ratios to a moving average are not
independent, and the p-value is too small: without any season one series in thirty
falls below (docs/chart-calibration.md). So it is stricter than the usual 0.05."""

FEWEST_YEARS = 3
"""How many full years a season is measured from."""

_TREATMENTS: tuple[SeasonTreatment, ...] = ("adjust", "ignore", "refuse")


class SeasonFinding(ClosedSet):
    """What is known of a series' season, and whether its chart is adjusted."""

    ADJUSTED = "adjusted"
    """It has a season that matters, by which it was adjusted."""

    NONE_FOUND = "none that matters"
    """The test finds none; nothing was adjusted."""

    LEFT_IN = "left in"
    """It has a season that matters, and was charted as it stands."""

    UNKNOWN = "unknown"
    """It is too short, or its figures too small, to tell; charted as it stands."""


def _factors(factors: Iterable[float]) -> tuple[float, ...]:
    return requirement.items(factors)


@frozen(kw_only=True)
class Season:
    """The season of a series, by the F-test for stable seasonality.

    Attributes:
        finding: What is known of it.
        p_value: How often chance makes factors as unlike, if there is no season; none
            where that cannot be told. What it is held against is 0.01.
        factors: The factor of each month or quarter of a year, from the period at
            which the series starts; their mean is 1. None where the season is unknown.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> Season(finding=SeasonFinding.NONE_FOUND, p_value=0.4).finding.value
    'none that matters'
    """

    finding: SeasonFinding = field(validator=requirement.kind(SeasonFinding))
    p_value: float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.measure),
    )
    factors: tuple[float, ...] = field(
        default=(),
        converter=_factors,
        validator=requirement.each(requirement.number),
    )

    def divisors(self, periods: int) -> Array:
        """Give what the figure of each of so many periods is divided by."""
        if self.finding is not SeasonFinding.ADJUSTED:
            return np.ones(periods)
        return np.resize(self.factors, periods)


def season_of(
    series: ChartedSeries, treatment: SeasonTreatment, baseline: int | None
) -> Season:
    """Find the season of a series, as it is to be treated.

    It is measured over the baseline where there is one, so that what comes later does
    not move it.

    Raises:
        InvalidValueError: There is no such treatment.
        MissingDataError: It is to be adjusted for, or refused, and cannot be told; or
            it matters, and is to be refused.
    """
    if treatment not in _TREATMENTS:
        allowed = " or ".join(map(repr, _TREATMENTS))
        raise InvalidValueError("season", treatment, allowed)
    figures = series.figures[:baseline]
    needed = FEWEST_YEARS * series.seasons
    what = f"the season of {series.name}"
    if len(figures) < needed:
        return _unknown(
            treatment, what, f"{needed} periods are needed for it, of {len(figures)}"
        )
    factors, p_values = seasonal_test(figures[:, np.newaxis], series.seasons)
    p_value = float(p_values[0])
    if math.isnan(p_value):
        return _unknown(
            treatment, what, "a whole year, or every year's same period, is zero"
        )
    finding = _finding(p_value, treatment)
    if finding is SeasonFinding.LEFT_IN and treatment == "refuse":
        reason = f"it matters (p = {p_value:.2g}); adjust for it, or ignore it"
        raise MissingDataError(f"a chart of {series.name} without season", reason)
    return Season(finding=finding, p_value=p_value, factors=factors[:, 0].tolist())


def _finding(p_value: float, treatment: SeasonTreatment) -> SeasonFinding:
    if p_value >= MATTERS_BELOW:
        return SeasonFinding.NONE_FOUND
    adjusted = treatment == "adjust"
    return SeasonFinding.ADJUSTED if adjusted else SeasonFinding.LEFT_IN


def _unknown(treatment: SeasonTreatment, what: str, reason: str) -> Season:
    if treatment == "ignore":
        return Season(finding=SeasonFinding.UNKNOWN)
    raise MissingDataError(what, f"{reason}; to chart it as it stands, season='ignore'")
