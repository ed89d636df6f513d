"""Single figures, as pictures draw and print them."""

from policing_indicators.calculation.proportion import Proportion
from policing_indicators.charts.labelling import Labelling
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.observation import Observation

_IN_PER_CENT = (Unit.PERCENTAGE, Unit.PROPORTION)


def is_in_per_cent(indicator: Indicator | None) -> bool:
    """Say whether the figures of an indicator are drawn in per cent."""
    return indicator is not None and indicator.unit in _IN_PER_CENT


def drawn(indicator: Indicator | None, row: Observation) -> float | None:
    """Give the figure that is drawn: of a count out of another, its share."""
    is_share = is_in_per_cent(indicator) and row.count is not None
    if is_share and row.denominator and 0 <= row.required_count() <= row.denominator:
        return Proportion(row.required_count(), row.denominator).percentage
    return row.figure


def printed(labelling: Labelling, indicator: Indicator | None, row: Observation) -> str:
    """Print a figure; the shorthand of the reason where there is none."""
    if row.missing is not None:
        return row.missing.shorthand
    value = drawn(indicator, row) or 0
    if indicator is None or not is_in_per_cent(indicator):
        return labelling.number(value)
    return labelling.style.percent(value, indicator.decimals)
