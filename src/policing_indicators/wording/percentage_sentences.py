"""Sentences about percentages: the level, its limits, the change in points."""

from fractions import Fraction

from policing_indicators.assessment.assessment import Comparison, IndicatorAssessment
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rounding import as_written
from policing_indicators.wording import printed
from policing_indicators.wording.phrases import as_baseline, when


def level(facts: IndicatorAssessment) -> str:
    """Say how high a percentage is, and out of how many: ``... was 80.0%``."""
    return f"{facts.indicator.name} was {figure(facts)}{_base(facts)}"


def figure(facts: IndicatorAssessment) -> str:
    """Print the percentage itself: ``80.0%``."""
    decimals = facts.indicator.decimals
    if facts.proportion is not None:
        return f"{_percentage(facts.proportion, decimals)}%"
    return f"{_percentage(facts.observation.value or 0, decimals)}%"


def difference(comparison: Comparison, change: PointChange, decimals: int) -> str:
    """Say how a percentage differs from the one before, in points."""
    points, period = change.exact_points or Fraction(0), when(comparison.earlier.period)
    if points == 0:
        return f"the same as {period}"
    word = "lower" if points < 0 else "higher"
    size, before = (
        printed.number(abs(points), decimals),
        _percentage(change.earlier, decimals),
    )
    limits = _limits(comparison, decimals)
    return f"{size} percentage points {word}{limits} than the {before}% {period}"


def on_baseline(comparison: Comparison, change: PointChange, decimals: int) -> str:
    """Say how a percentage differs from its declared baseline, in points."""
    base = as_baseline(comparison, f"{_percentage(change.earlier, decimals)}%")
    points = printed.signed(change.exact_points or 0, decimals)
    limits = _limits(comparison, decimals)
    return f"Against {base}, the change is {points} percentage points{limits}."


def _limits(comparison: Comparison, decimals: int) -> str:
    if comparison.limits is None:
        return ""
    return f" ({printed.limits(comparison.limits, decimals)})"


def _base(facts: IndicatorAssessment) -> str:
    if facts.proportion is None or facts.limits is None:
        return ""
    count = printed.number(facts.proportion.count)
    denominator = printed.number(facts.proportion.denominator)
    limits = printed.limits(facts.limits, facts.indicator.decimals, scale=100)
    return f" ({count} of {denominator}; {limits})"


def _percentage(figure: Proportion | float, decimals: int) -> str:
    if isinstance(figure, Proportion):
        return printed.number(figure.exact_percentage or 0, decimals)
    return printed.number(as_written(figure), decimals)
