"""Sentences about percentages: the level, its limits, the change in points."""

from collections.abc import Iterator
from fractions import Fraction

from policing_indicators.assessment.assessment import Comparison, IndicatorAssessment
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rounding import as_written
from policing_indicators.vocabulary.area import Area
from policing_indicators.wording import printed
from policing_indicators.wording.phrases import dated, in_baseline, where


def level(facts: IndicatorAssessment, area: Area) -> Iterator[str]:
    """Say how high a percentage is and out of how many; nothing where it is unknown."""
    figure = facts.published if facts.proportion is None else facts.proportion
    if figure is None:
        return
    place = f"{where(area, force='for')} {dated(facts.observation)}"
    percentage = _percentage(figure, facts.indicator.decimals)
    yield f"{facts.indicator.name} was {percentage}% {place}{_base(facts)}."


def difference(comparison: Comparison, change: PointChange, decimals: int) -> str:
    """Say how a percentage differs from the one before, in points."""
    told = _points(change.exact_points or Fraction(), decimals)
    before = _percentage(change.earlier, decimals)
    limits = _limits(comparison, decimals)
    return f"That is {told} {dated(comparison.earlier)} ({before}%{limits})."


def on_baseline(comparison: Comparison, change: PointChange, decimals: int) -> str:
    """Say how a percentage differs from its declared baseline, in points."""
    before = _percentage(change.earlier, decimals)
    told = _points(change.exact_points or Fraction(), decimals)
    limits = _limits(comparison, decimals)
    base = f"{in_baseline(comparison)} it was {before}%{limits}"
    return f"{base}. The later figure is {told} then."


def _points(points: Fraction, decimals: int) -> str:
    if points == 0:
        return "the same as"
    word = "lower" if points < 0 else "higher"
    size = printed.number(abs(points), decimals)
    if float(size) == 0:
        return f"less than {printed.smallest(decimals)} percentage points {word} than"
    unit = "point" if size == "1" else "points"
    return f"{size} percentage {unit} {word} than"


def _base(facts: IndicatorAssessment) -> str:
    if facts.proportion is None or facts.limits is None:
        return ""
    kind = facts.indicator.denominator
    what = f" {kind.value}" if kind else ""
    count = printed.number(facts.proportion.count)
    denominator = printed.number(facts.proportion.denominator)
    limits = printed.limits(facts.limits, facts.indicator.decimals, scale=100)
    return f" ({count} of {denominator}{what}; {limits}%)"


def _limits(comparison: Comparison, decimals: int) -> str:
    if comparison.limits is None:
        return ""
    limits = printed.limits(comparison.limits, decimals, with_sign=True)
    return f"; for the change, {limits}"


def _percentage(figure: Proportion | float, decimals: int) -> str:
    if isinstance(figure, Proportion):
        return printed.number(figure.exact_percentage or 0, decimals)
    return printed.number(as_written(figure), decimals)
