"""Sentences about what is missing, and why."""

from collections.abc import Iterator, Mapping

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.gap import Gap, GapReason
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.wording import dates
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.phrases import joined, noted


def missing(
    style: HouseStyle, facts: IndicatorAssessment, reason: MissingReason
) -> Iterator[str]:
    """Say that there is no figure, and why."""
    period = dates.the(style, facts.observation.period)
    yield style.word("missing", reason, period=period)
    if facts.observation.note:
        yield noted(style, facts.observation)
    if any(gap.reason is GapReason.NOT_DEFINED for gap in facts.gaps):
        yield style.say("missing.not_defined")


def gap(
    style: HouseStyle,
    each: Gap,
    facts: IndicatorAssessment,
    indicators: Mapping[str, Indicator],
) -> str:
    """Say which figure cannot be given, and why.

    Args:
        style: The house style.
        each: What is missing.
        facts: The facts of the indicator that it is missing from.
        indicators: The indicators by their ids, for the names of parts.
    """
    reason = style.word(
        "gap_reason", each.reason, **_facts(style, each, facts, indicators)
    )
    if each.period is None:
        return style.word("gap", each.what, reason=reason)
    if each.observation is not None:
        reason = style.say("gap.of_earlier", reason=reason)
    period = dates.written(style, each.period)
    return style.word("gap", each.what, reason=reason, period=period)


def _facts(
    style: HouseStyle,
    each: Gap,
    facts: IndicatorAssessment,
    indicators: Mapping[str, Indicator],
) -> dict[str, str]:
    told = {"unit": style.word("unit", facts.indicator.unit)}
    if facts.indicator.denominator is not None:
        told["kind"] = style.word("denominator", facts.indicator.denominator)
    if each.missing is not None:
        told["missing"] = style.word("missing_reason", each.missing)
    if each.period is not None:
        told["earlier_months"] = style.number(each.period.months)
        told["later_months"] = style.number(facts.observation.period.months)
    if each.observation is not None:
        told.update(_at_fault(style, each.observation))
    if each.parts:
        names = (style.name_of(indicators[part]) for part in each.parts)
        told["parts"] = joined(style, names)
    return told


def _at_fault(style: HouseStyle, observation: Observation) -> Iterator[tuple[str, str]]:
    """Give what stands where the figure should be, as it is written there."""
    for name in ("count", "denominator", "value"):
        number = getattr(observation, name)
        if number is not None:
            yield name, style.marked(str(number))
