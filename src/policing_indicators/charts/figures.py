"""Single figures, as pictures draw and print them."""

from policing_indicators.calculation.proportion import Proportion
from policing_indicators.charts.labelling import Labelling
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation

_IN_PER_CENT = (Unit.PERCENTAGE, Unit.PROPORTION)


def is_in_per_cent(indicator: Indicator | None) -> bool:
    """Say whether the figures of an indicator are drawn in per cent."""
    return indicator is not None and indicator.unit in _IN_PER_CENT


def drawn(indicator: Indicator | None, row: Observation) -> float | None:
    """Give the figure that is drawn: of a count out of another, its share.

    None where the observation is missing, or a count is to be a share of nothing, or
    of less than itself.
    """
    if row.count is None or not is_in_per_cent(indicator):
        return row.figure
    if row.denominator is None or not 0 <= row.count <= row.denominator:
        return None
    return Proportion(row.count, row.denominator).percentage


def printed(labelling: Labelling, indicator: Indicator | None, row: Observation) -> str:
    """Print a figure; the shorthand of the reason where there is none."""
    value = drawn(indicator, row)
    if value is None:
        return (row.missing or MissingReason.NOT_AVAILABLE).shorthand
    if indicator is None or not is_in_per_cent(indicator):
        return labelling.number(value)
    return labelling.style.percent(value, indicator.decimals)
