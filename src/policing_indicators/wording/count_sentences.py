"""Sentences about counts: the level, the change, chance, parts, the baseline."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from policing_indicators.assessment.assessment import Comparison
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.contribution import Contribution
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.significance import Significance
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.wording import printed
from policing_indicators.wording.disclosure import permitted_percent
from policing_indicators.wording.phrases import (
    cases_of,
    dated,
    in_baseline,
    joined,
    sentence_case,
    the,
    where,
)

UNKNOWN_RISK = "These figures alone do not show whether the risk changed."
_NET = "more earlier records were transferred or cancelled than new ones made"


def level(indicator: Indicator, observation: Observation, area: Area) -> str:
    """Say how many were recorded, without a full stop."""
    count = observation.required_count()
    place, period = where(area), dated(observation)
    if count < 0:
        net = f"The net count of {cases_of(indicator)} {place} {period}"
        return f"{net} was {printed.number(count)}: {_NET}"
    number = printed.number(count) if count else "no"
    verb = "was" if count == 1 else "were"
    if indicator.noun is None:
        case = "case" if count == 1 else "cases"
        return f"{indicator.name}: {number} {case} {verb} recorded {place} {period}"
    cases = indicator.noun.counted(count)
    return f"{sentence_case(number)} {cases} {verb} recorded {place} {period}"


def difference(
    comparison: Comparison, change: Change, small_base: SmallBaseRule
) -> str:
    """Say how a count differs from the one before, from the level's end on."""
    period = dated(comparison.earlier)
    if min(change.earlier, change.later) < 0:
        told = f". It was {printed.number(change.earlier)} {period}"
        return told if change.earlier >= 0 else f"{told}: {_NET}"
    if change.absolute == 0:
        return f", the same number as {period}"
    if change.earlier == 0:
        return f"; none were recorded {period}"
    if change.later == 0:
        verb = "was" if change.earlier == 1 else "were"
        return f"; {printed.number(change.earlier)} {verb} recorded {period}"
    word = "fewer" if change.absolute < 0 else "more"
    size, before = printed.number(abs(change.absolute)), printed.number(change.earlier)
    percentage = _percentage(change, small_base, ": a")
    return f", {size} {word} than the {before} recorded {period}{percentage}"


def withheld(change: Change, small_base: SmallBaseRule) -> Iterator[str]:
    """Say why no percentage stands, where none does."""
    if change.absolute == 0:
        return
    if change.exact_percent is None:
        yield "No percentage can be given from a count of zero or below."
    elif small_base.withholds(change.earlier, change.later):
        yield f"No percentage is given where a number is under {small_base.threshold}."


def chance(change: Change, significance: Significance, *, small: bool) -> Iterator[str]:
    """Say how often chance alone makes a difference as large, and what that shows."""
    if change.absolute == 0:
        yield UNKNOWN_RISK
        return
    opening = "Numbers this small vary: with" if small else "With"
    yield (
        f"{opening} no underlying change, a difference this large would arise "
        f"{printed.how_often(significance.p_value)} "
        f"({_in_figures(significance)})."
    )
    if significance.p_value < printed.level(significance.confidence):
        yield "These figures alone do not show why the number changed."
    else:
        yield UNKNOWN_RISK


def shares(
    parts: Mapping[str, Proportion],
    indicators: Mapping[str, Indicator],
    small_base: SmallBaseRule,
) -> Iterator[str]:
    """Say what share of the whole each part is, unless the whole is small."""
    if not parts or _small_whole(parts, small_base):
        return
    told = (
        f"{printed.number(share.exact_percentage or 0, 1)}% were "
        f"{cases_of(indicators[name])}"
        for name, share in parts.items()
    )
    yield f"Of the whole, {joined(told)}."


def _small_whole(parts: Mapping[str, Proportion], small_base: SmallBaseRule) -> bool:
    whole = int(sum(share.count for share in parts.values()))
    return small_base.withholds(whole, whole)


def shares_of_change(
    change: Change,
    parts: Mapping[str, Contribution],
    indicators: Mapping[str, Indicator],
    small_base: SmallBaseRule,
) -> Iterator[str]:
    """Say what each part contributes to the change of its whole.

    Shares are said where every part moved with the whole and no count is small; else
    the changes themselves are.

    Args:
        change: The whole's change.
        parts: What each part contributes, by its id.
        indicators: The parts themselves, by their ids.
        small_base: The rule that withholds percentages on small counts.
    """
    if not parts or change.absolute == 0:
        return
    sizes = {name: each.exact_percentage or Fraction() for name, each in parts.items()}
    changes = (change, *(each.part for each in parts.values()))
    small = any(small_base.withholds(each.earlier, each.later) for each in changes)
    if small or min(sizes.values()) < 0:
        told = (
            _moved(indicators[name], each.part.absolute) for name, each in parts.items()
        )
        yield f"{sentence_case(joined(told))}."
        return
    word = "fall" if change.absolute < 0 else "rise"
    largest_first = sorted(sizes, key=lambda name: sizes[name], reverse=True)
    first, *rest = (
        (cases_of(indicators[name]), printed.share(sizes[name]))
        for name in largest_first
    )
    shared = (f"{first[0]} were {first[1]} of the {word}", *map(" ".join, rest))
    yield f"{sentence_case(joined(shared))}."


def on_baseline(
    comparison: Comparison,
    change: Change,
    later: Observation,
    small_base: SmallBaseRule,
) -> str:
    """Say how a count differs from its declared baseline."""
    before = printed.number(change.earlier) if change.earlier else "none"
    verb = "was" if change.earlier == 1 else "were"
    base = f"{in_baseline(comparison)} {before} {verb} recorded"
    if change.absolute == 0:
        return f"{base}; {the(later.period)} had the same number."
    word = "fewer" if change.absolute < 0 else "more"
    size = printed.number(abs(change.absolute))
    percentage = _percentage(change, small_base, ", a")
    return f"{base}; {the(later.period)} had {size} {word}{percentage}."


def _in_figures(significance: Significance) -> str:
    level = printed.level(significance.confidence)
    told = printed.probability(significance.p_value, level)
    interval = significance.interval
    if interval is None:
        return told
    if significance.ratio is None:  # from none to some: a ratio without a bound
        lower = printed.number(interval.lower, 2)
        confidence = printed.confidence(interval)
        return f"{told}; {confidence} limits of the ratio {lower} and above"
    ratio = printed.number(significance.ratio, 2)
    return f"{told}; ratio {ratio}, {printed.limits(interval, 2)}"


def _moved(indicator: Indicator, absolute: int) -> str:
    if absolute == 0:
        return f"{cases_of(indicator)} did not change"
    word = "fell" if absolute < 0 else "rose"
    return f"{cases_of(indicator)} {word} by {printed.number(abs(absolute))}"


def _percentage(change: Change, small_base: SmallBaseRule, joint: str) -> str:
    percent = permitted_percent(change, small_base)
    if percent is None:
        return ""
    word = "fall" if percent < 0 else "rise"
    size = printed.number(abs(percent), 1)
    return f"{joint} {word} of {'less than 0.1' if size == '0.0' else size}%"
