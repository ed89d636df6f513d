"""How areas' changes scatter, and how unusual each is beside the others."""

from numpy.typing import ArrayLike

from policing_indicators.arrays.figures import Figures
from policing_indicators.calculation.kernels import dispersions, scatter
from policing_indicators.calculation.kernels.arguments import (
    passed_on,
    require_one_shape,
    whole_numbers,
)
from policing_indicators.errors import InvalidValueError


def dispersion(earlier: ArrayLike, later: ArrayLike) -> Figures:
    """Measure how areas' changes scatter around the change of their total.

    The mean over areas of (later - n p)^2 / (n p q), where n is an area's count in both
    periods, p the later period's part of the total and q = 1 - p. Near 1, changes
    scatter as rare independent events would. An area with a count missing or negative
    on either side, or with no event in both periods, is not measured. Where a period
    has no event at all there is no dispersion: it is missing.

    Args:
        earlier: The earlier counts; the last axis is that of the areas, so that many
            indicators or years are measured in one call.
        later: The later counts, likewise.

    Returns:
        One ratio for each row of areas.

    Raises:
        InvalidArrayError: A count is no whole number.
        InvalidValueError: The shapes do not broadcast, or there is no axis of areas.

    >>> print(dispersion([40, 60, 100], [30, 70, 90]).round(2))
    0.82
    """
    counts = _of_areas(earlier, later)
    deviates = dispersions.change_deviates(*counts, dispersions.later_share(*counts))
    return passed_on(dispersions.dispersion(deviates)[..., 0], earlier, later)


def dispersion_adjusted_p_value(earlier: ArrayLike, later: ArrayLike) -> Figures:
    """Work out how unusual each area's change is beside all areas', by their ratio.

    z^2 over the :func:`dispersion`, against F with 1 and areas - 1 degrees of freedom.
    On average over areas it is calibrated; it calls the largest areas far too often,
    and the smallest too seldom, where changes scatter by much the same percentage
    whatever an area's size. :func:`spread_adjusted_p_value` is calibrated there.

    Args:
        earlier: As for :func:`dispersion`.
        later: As for :func:`dispersion`.

    Returns:
        One p-value for each area; missing for one that is not measured.

    Raises:
        InvalidArrayError: As for :func:`dispersion`.
        InvalidValueError: As for :func:`dispersion`.

    >>> dispersion_adjusted_p_value([40, 60, 100], [30, 70, 90]).round(2)
    array([0.39, 0.33, 0.72])
    """
    counts = _of_areas(earlier, later)
    deviates = dispersions.change_deviates(*counts, dispersions.later_share(*counts))
    ratio, areas = dispersions.dispersion(deviates), scatter.measured(deviates)
    p_value = dispersions.adjusted_p_value(deviates, ratio, areas)
    return passed_on(p_value, earlier, later)


def change_spread(earlier: ArrayLike, later: ArrayLike) -> Figures:
    """Measure how far areas' changes scatter beyond chance.

    A standard deviation on the scale of the arcsine of the root of the later period's
    share; four times it is nearly the standard deviation of the logarithm of later
    over earlier, so that 0.02 says that changes scatter by some 8 per cent beside
    chance. Source: Paule and Mandel 1982.

    Args:
        earlier: As for :func:`dispersion`.
        later: As for :func:`dispersion`.

    Returns:
        One figure for each row of areas, 0 where chance explains all.

    Raises:
        InvalidArrayError: As for :func:`dispersion`.
        InvalidValueError: As for :func:`dispersion`.

    >>> print(change_spread([400, 600, 1000], [300, 700, 900]).round(3))
    0.043
    """
    counts = _of_areas(earlier, later)
    found = dispersions.spread(*counts, dispersions.later_share(*counts))
    return passed_on(found[..., 0], earlier, later)


def spread_adjusted_p_value(earlier: ArrayLike, later: ArrayLike) -> Figures:
    """Work out how unusual each area's change is beside all areas', by their spread.

    The arcsine of the root of the later share, less that of all areas, over the root
    of 1 / 4n and the square of :func:`change_spread`, against Student's t with
    areas - 1 degrees of freedom.

    Args:
        earlier: As for :func:`dispersion`.
        later: As for :func:`dispersion`.

    Returns:
        One p-value for each area; missing for one that is not measured.

    Raises:
        InvalidArrayError: As for :func:`dispersion`.
        InvalidValueError: As for :func:`dispersion`.

    >>> spread_adjusted_p_value([400, 600, 1000], [300, 700, 900]).round(2)
    array([0.33, 0.37, 0.79])
    """
    counts = _of_areas(earlier, later)
    share = dispersions.later_share(*counts)
    spread = dispersions.spread(*counts, share)
    areas = scatter.measured(dispersions.change_deviates(*counts, share))
    p_value = dispersions.spread_p_value(counts, share, spread, areas)
    return passed_on(p_value, earlier, later)


def _of_areas(earlier: ArrayLike, later: ArrayLike) -> tuple[Figures, Figures]:
    counts = whole_numbers("earlier", earlier), whole_numbers("later", later)
    require_one_shape(earlier=counts[0], later=counts[1])
    if max(each.ndim for each in counts) == 0:
        allowed = "an array whose last axis is that of the areas"
        raise InvalidValueError("earlier", earlier, allowed)
    return counts
