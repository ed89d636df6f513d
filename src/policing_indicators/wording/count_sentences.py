"""Sentences about counts: the level, the change, chance, parts, baseline, rate."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from policing_indicators.assessment.assessment import Comparison
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.contribution import Contribution
from policing_indicators.calculation.significance import Significance
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.wording import printed
from policing_indicators.wording.disclosure import permitted_percent
from policing_indicators.wording.phrases import (
    as_baseline,
    cases_of,
    joined,
    sentence_case,
    when,
)


def counted(indicator: Indicator, observation: Observation) -> str:
    """Say how many were recorded: ``32 homicides were recorded``."""
    count = observation.required_count()
    if count < 0:
        return (
            f"{indicator.name}: {printed.number(count)} (more were transferred or "
            "cancelled than were recorded)"
        )
    number = printed.number(count) if count else "no"
    verb = "was" if count == 1 else "were"
    if indicator.noun is None:
        case = "case" if count == 1 else "cases"
        return f"{indicator.name}: {number} {case} {verb} recorded"
    return f"{sentence_case(number)} {indicator.noun.counted(count)} {verb} recorded"


def difference(
    comparison: Comparison, change: Change, small_base: SmallBaseRule
) -> str:
    """Say how a count differs from the one before: ``12 fewer than the 44 ...``."""
    period = when(comparison.earlier.period)
    if change.absolute == 0:
        return f"the same number as {period}"
    word = "fewer" if change.absolute < 0 else "more"
    size, before = printed.number(abs(change.absolute)), printed.number(change.earlier)
    percentage = _percentage(change, small_base)
    return f"{size} {word} than the {before} recorded {period}{percentage}"


def withheld(change: Change, small_base: SmallBaseRule) -> Iterator[str]:
    """Say why no percentage stands, where none does."""
    if change.absolute == 0:
        return
    if small_base.withholds(change.earlier, change.later):
        threshold = small_base.threshold
        yield f"No percentage is given on a count this small (under {threshold})."
    elif change.exact_percent is None:
        yield "No percentage can be given on a count of nought or below."


def chance(significance: Significance, *, small: bool) -> Iterator[str]:
    """Say how often chance alone makes a difference as large, and what that shows."""
    if small:
        yield "Numbers this small vary."
    ratio = ""
    if significance.ratio is not None and significance.interval is not None:
        limits = printed.limits(significance.interval, 2)
        ratio = f"; ratio {printed.number(significance.ratio, 2)}, {limits}"
    yield (
        "With no underlying change, a difference this large would arise "
        f"{printed.how_often(significance.p_value)} "
        f"({printed.probability(significance.p_value)}{ratio})."
    )
    seldom = significance.p_value < printed.SELDOM
    shown = "why it changed" if seldom else "whether the risk changed"
    yield f"These figures alone do not show {shown}."


def shares(
    change: Change,
    parts: Mapping[str, Contribution],
    indicators: Mapping[str, Indicator],
) -> Iterator[str]:
    """Say what each part contributes to the change of its whole.

    Args:
        change: The whole's change.
        parts: What each part contributes, by its id.
        indicators: The parts themselves, by their ids.
    """
    if not parts or change.absolute == 0:
        return
    exact = {name: each.exact_percentage or 0 for name, each in parts.items()}
    if min(exact.values()) >= 0:
        word = "fall" if change.absolute < 0 else "rise"
        first, *rest = (
            (cases_of(indicators[name]), f"{printed.number(share)}%")
            for name, share in sorted(exact.items(), key=_size, reverse=True)
        )
        shared = (f"{first[0]} were {first[1]} of the {word}", *map(" ".join, rest))
        yield f"{sentence_case(joined(shared))}."
        return
    told = (
        f"{cases_of(indicators[name])} {printed.signed(each.part.absolute)}"
        for name, each in parts.items()
    )
    yield f"The parts of the change are: {joined(told)}."


def on_baseline(
    comparison: Comparison, change: Change, small_base: SmallBaseRule
) -> str:
    """Say how a count differs from its declared baseline."""
    base = as_baseline(comparison, printed.number(change.earlier))
    if change.absolute == 0:
        return f"Against {base}, the number is the same."
    word = "lower" if change.absolute < 0 else "higher"
    size = printed.number(abs(change.absolute))
    percentage = _percentage(change, small_base)
    return f"Against {base}, the number is {size} {word}{percentage}."


def _size(share: tuple[str, Fraction | int]) -> Fraction | int:
    return share[1]


def _percentage(change: Change, small_base: SmallBaseRule) -> str:
    percent = permitted_percent(change, small_base)
    if percent is None:
        return ""
    word = "fall" if percent < 0 else "rise"
    size = printed.number(abs(percent), 1)
    return f": a {word} of {'less than 0.1' if size == '0.0' else size}%"
