"""An area's change beside the changes of other areas."""

import numpy as np

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.interval import LimitsMethod, interval_of
from policing_indicators.calculation.kernels import dispersions, two_counts
from policing_indicators.calculation.kernels.arguments import Array, confidence_level
from policing_indicators.calculation.rate_ratio import RateRatio
from policing_indicators.calculation.significance import (
    Significance,
    SignificanceMethod,
)
from policing_indicators.calculation.single import array_of, figure, required_figure
from policing_indicators.errors import (
    IncomparableError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary.dispersion import MeasuredDispersion

_ONE = array_of(1)
_ADJUSTED = (SignificanceMethod.SPREAD_ADJUSTED, SignificanceMethod.DISPERSION_ADJUSTED)


def beside_others(
    change: Change,
    measured: MeasuredDispersion,
    *,
    method: SignificanceMethod = SignificanceMethod.SPREAD_ADJUSTED,
    confidence: float = 0.95,
) -> Significance:
    """Work out how unusual a change is beside the changes that were measured.

    Args:
        change: The change of one area, between the periods that were measured.
        measured: How areas' changes scatter, with the totals and the spread.
        method: As for :meth:`Dispersion.significance`.
        confidence: The confidence of the limits of the ratio.

    Returns:
        The evidence; its ratio is the area's later count over its earlier one, over
        the same of the total.

    Raises:
        InvalidValueError: The method or the confidence is not one of those.
        IncomparableError: The change is between other periods.
        MissingDataError: A count is negative, there is no event in either, or the
            totals of the areas are not known.

    >>> from policing_indicators.vocabulary.period import Period
    >>> shoplifting = MeasuredDispersion(
    ...     ratio=117.2,
    ...     areas=43,
    ...     earlier=Period.financial_year(2023),
    ...     later=Period.financial_year(2024),
    ...     source="Home Office, police recorded crime open data, April 2026",
    ...     earlier_total=440_437,
    ...     later_total=525_833,
    ...     spread=0.0311,
    ... )
    >>> found = beside_others(Change(earlier=24_317, later=32_678), shoplifting)
    >>> print(f"{found.ratio:.2f}, p = {found.p_value:.2f}")
    1.13, p = 0.35
    """
    level = confidence_level(confidence)
    _require_one_pair_of_periods(change, measured)
    _require_events(change)
    match method:
        case SignificanceMethod.SPREAD_ADJUSTED:
            p_value, limits = _by_spread(change, measured, level)
            limits_method = LimitsMethod.SPREAD_ADJUSTED
        case SignificanceMethod.DISPERSION_ADJUSTED:
            p_value, limits = _by_ratio(change, measured, level)
            limits_method = LimitsMethod.DISPERSION_ADJUSTED
        case _:
            raise InvalidValueError("method", method, " or ".join(map(str, _ADJUSTED)))
    totals = _totals(measured)
    total_ratio = two_counts.rate_ratio(*totals, _ONE, _ONE)
    own_ratio = two_counts.rate_ratio(*_counts(change), _ONE, _ONE)
    return Significance(
        p_value=required_figure("the p-value", p_value),
        method=method,
        ratio=figure(np.asarray(own_ratio / total_ratio)),
        interval=interval_of(
            (limits[0] / total_ratio, limits[1] / total_ratio), level, limits_method
        ),
        confidence=level,
    )


def beside_baseline(
    ratio: RateRatio, measured: MeasuredDispersion, *, confidence: float = 0.95
) -> Significance:
    """Work out how unusual a rate is beside the same area's own baseline.

    No change is what it is held against, and not the change of all areas. That areas'
    changes scatter beyond chance is allowed for; that they all moved one way is not.

    Args:
        ratio: The rate over that of the baseline.
        measured: How areas' changes scatter over as long a time, with the spread.
        confidence: The confidence of the limits of the ratio.

    Returns:
        The evidence, by the spread-adjusted test.

    Raises:
        InvalidValueError: The confidence is not such.
        MissingDataError: There is no event on either side, or no spread is known.

    >>> from policing_indicators.vocabulary.period import Period
    >>> robbery = MeasuredDispersion(
    ...     ratio=4.8,
    ...     areas=43,
    ...     earlier=Period.financial_year(2023),
    ...     later=Period.financial_year(2024),
    ...     source="Home Office, police recorded crime open data, April 2026",
    ...     earlier_total=68_846,
    ...     later_total=62_281,
    ...     spread=0.0253,
    ... )
    >>> found = beside_baseline(RateRatio(earlier=7_426, later=5_803), robbery)
    >>> print(f"{found.ratio:.2f}, p = {found.p_value:.3f}")
    0.78, p = 0.021
    """
    level = confidence_level(confidence)
    _require_events(ratio)
    counts, areas = _counts(ratio), array_of(measured.areas)
    spread = array_of(_required(measured.spread))
    exposures = array_of(ratio.earlier_exposure), array_of(ratio.later_exposure)
    share = np.asarray(exposures[1] / (exposures[0] + exposures[1]))
    p_value = dispersions.spread_p_value(counts, share, spread, areas)
    lower, upper = dispersions.spread_limits(counts, spread, areas, level)
    scale = exposures[0] / exposures[1]
    return Significance(
        p_value=required_figure("the p-value", p_value),
        method=SignificanceMethod.SPREAD_ADJUSTED,
        ratio=ratio.value,
        interval=interval_of(
            (lower * scale, upper * scale), level, LimitsMethod.SPREAD_ADJUSTED
        ),
        confidence=level,
    )


def _by_spread(
    change: Change, measured: MeasuredDispersion, confidence: float
) -> tuple[Array, tuple[Array, Array]]:
    counts, areas = _counts(change), array_of(measured.areas)
    spread = array_of(_required(measured.spread))
    share = _later_share(measured)
    p_value = dispersions.spread_p_value(counts, share, spread, areas)
    return p_value, dispersions.spread_limits(counts, spread, areas, confidence)


def _by_ratio(
    change: Change, measured: MeasuredDispersion, confidence: float
) -> tuple[Array, tuple[Array, Array]]:
    counts, areas = _counts(change), array_of(measured.areas)
    ratio = array_of(measured.ratio)
    share = _later_share(measured)
    deviate = dispersions.change_deviates(*counts, share)
    p_value = dispersions.adjusted_p_value(deviate, ratio, areas)
    return p_value, dispersions.adjusted_limits(counts, ratio, areas, confidence)


def _counts(change: Change | RateRatio) -> tuple[Array, Array]:
    return array_of(change.earlier), array_of(change.later)


def _totals(measured: MeasuredDispersion) -> tuple[Array, Array]:
    earlier = _required(measured.earlier_total)
    return array_of(earlier), array_of(_required(measured.later_total))


def _later_share(measured: MeasuredDispersion) -> Array:
    earlier, later = _totals(measured)
    return np.asarray(dispersions.later_share(earlier[None], later[None])[0])


def _required(figure: float | None) -> float:
    if figure is None:
        what = "the change of all areas"
        raise MissingDataError(what, "the dispersion was stored without its totals")
    return figure


def _require_events(change: Change | RateRatio) -> None:
    what = f"the significance of a change from {change.earlier} to {change.later}"
    if min(change.earlier, change.later) < 0:
        raise MissingDataError(what, "a negative count is no number of events")
    if change.earlier == change.later == 0:
        raise MissingDataError(what, "there is no event in either period")


def _require_one_pair_of_periods(change: Change, measured: MeasuredDispersion) -> None:
    periods = change.earlier_period, change.later_period
    if None in periods or periods == (measured.earlier, measured.later):
        return
    raise IncomparableError(
        f"a change from {periods[0]} to {periods[1]}",
        f"a dispersion from {measured.earlier} to {measured.later}",
        "a change is held against the changes of other areas in the same time",
    )
