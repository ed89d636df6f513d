"""The facts of an indicator as a notebook shows them to an analyst."""

from collections.abc import Iterable

from policing_indicators.assessment.finding import Verdict
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.shown_figures import shown_level, shown_number
from policing_indicators.calculation.significance import Significance
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.showing import NONE, ShownTable
from policing_indicators.vocabulary.observation import Observation

VERDICTS = {
    Verdict.MET: "●",
    Verdict.NOT_MET: "✕",
    Verdict.ON_COURSE: "◐",
    Verdict.OFF_COURSE: "△",
    Verdict.CANNOT_SAY: "○",
}
_LEAST_P, _FEW_DECIMALS_FROM = 0.001, 0.1
_SMALL_BASE = SmallBaseRule()
_HEADINGS = (
    "Indicator",
    "Period",
    "Targets",
    "Figure",
    "Change on the year before",
    "Change, %",
    "p",
    "Rate",
)
_CHANCE = (
    "p: how often chance alone would make such a change on the year before, where the "
    "counts of this indicator are known to scatter as chance has it."
)
_FOR_WHOM = (
    "Facts for the analyst. Only a statement holds what may be published: it is made "
    "by the rules of its publication."
)


def shown_facts(caption: str, rows: Iterable[tuple[str, ...]]) -> ShownTable:
    """Show the facts of several indicators in one table."""
    return ShownTable(caption, _HEADINGS, tuple(rows), (_CHANCE, _FOR_WHOM), numbers=5)


def shown_figure(
    row: Observation, published: float | None, proportion: Proportion | None
) -> str:
    """Write a figure, or why there is none."""
    if row.missing is not None:
        return row.missing.value
    if proportion is not None:
        return shown_level(proportion)
    if row.count is not None:
        return shown_number(row.count)
    return NONE if published is None else shown_number(published)


def shown_change(change: Change | PointChange | None) -> tuple[str, str]:
    """Write a change, and the same in per cent where no count is too small for that."""
    if change is None:
        return NONE, NONE
    if isinstance(change, PointChange):
        points = change.exact_points
        if points is None:
            return NONE, NONE
        return f"{shown_number(points, decimals=1, signed=True)} points", NONE
    number = shown_number(change.absolute, signed=True)
    percent = change.exact_percent
    if percent is None or _SMALL_BASE.withholds(
        earlier=change.earlier, later=change.later
    ):
        return number, "[u]"
    return number, f"{shown_number(percent, decimals=1, signed=True)}%"


def shown_rate(rate: Rate | None) -> str:
    """Write a rate with its base."""
    if rate is None:
        return NONE
    return f"{shown_level(rate)} per {shown_number(rate.per, decimals=0)}"


def shown_chance(significance: Significance | None) -> str:
    """Write how often chance alone makes such a change, where that can be said."""
    if significance is None:
        return NONE
    if significance.p_value < _LEAST_P:
        return f"< {_LEAST_P}"
    decimals = 2 if significance.p_value >= _FEW_DECIMALS_FROM else 3
    return shown_number(significance.p_value, decimals=decimals)


def shown_verdicts(verdicts: Iterable[Verdict]) -> str:
    """Write the verdicts on targets, in shape and word."""
    return "; ".join(f"{VERDICTS[each]} {each.value}" for each in verdicts) or NONE
