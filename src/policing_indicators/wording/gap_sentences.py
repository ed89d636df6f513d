"""Sentences about what cannot be given, and why."""

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.gap import Gap, GapFigure, GapReason
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.observation import Observation

_CHANGES = (GapFigure.CHANGE_ON_YEAR_BEFORE, GapFigure.CHANGE_ON_BASELINE)
_REASONS = {
    GapReason.NOT_DEFINED: "the indicator is not defined for that period",
    GapReason.WITHOUT_COUNT: "it was published without its count",
    GapReason.WITHOUT_DENOMINATOR: "it is out of no known number",
    GapReason.OUTSIDE_DENOMINATOR: "the count {count} is not within its {denominator}",
    GapReason.NO_PROPORTION: "a proportion is made from a count and what it is out of",
    GapReason.NO_PERCENTAGE: "{value} is no percentage",
    GapReason.NO_VALUE: "a count stands where a {unit} should",
    GapReason.NO_ANSWER: "{value} is neither yes (1) nor no (0)",
    GapReason.NO_RATE: "{value} is no rate",
    GapReason.NOT_WORKED_OUT: "that of a {unit} is not worked out",
    GapReason.NOT_HELD: "the release that is used here holds no figure for it",
    GapReason.OTHER_RELEASE: "it is held only as another release has it",
    GapReason.EARLIER_MISSING: "the earlier figure is missing ({missing})",
    GapReason.DIFFERENT_LENGTHS: "one is {earlier} months long, the other {later}",
    GapReason.NOT_EARLIER: "the first does not start before the second",
    GapReason.OVERLAPPING: (
        "they overlap; only rolling years may, and only when that is asked for"
    ),
    GapReason.DIFFERENT_START_MONTHS: (
        "they start in different months; compare with the same months"
    ),
    GapReason.FEW_RESIDENTS: "few people live in the area and many work there",
    GapReason.NO_RESIDENTS: "the force serves no resident population",
    GapReason.NO_POPULATION: "no number of {kind} is held for the area and period",
    GapReason.NEGATIVE_COUNT: "the net count is negative",
    GapReason.SMALL_POPULATION: "the number of {kind} is zero or below the count",
    GapReason.PARTS_DO_NOT_ADD: "the parts do not add up to the whole",
    GapReason.PARTS_NOT_KNOWN: "no change is known of {parts}",
}


def gap(each: Gap, facts: IndicatorAssessment, names: dict[str, Indicator]) -> str:
    """Say which figure cannot be given, and why."""
    what = f"{each.what.value} ({each.period})" if each.period else each.what.value
    at_fault = each.observation or facts.observation
    kind = facts.indicator.denominator
    reason = _REASONS[each.reason].format(
        **_at_fault(at_fault),
        unit=facts.indicator.unit.value,
        missing=each.missing.value if each.missing else "",
        earlier=each.period.months if each.period else "",
        later=facts.observation.period.months,
        kind=kind.value if kind else "",
        parts=", ".join(names[part].name for part in each.parts),
    )
    if each.what in _CHANGES and each.observation:
        reason = f"of the earlier figure, {reason}"
    return f"The {what} cannot be given: {reason}."


def _at_fault(observation: Observation) -> dict[str, object]:
    return {
        "count": observation.count,
        "denominator": observation.denominator,
        "value": observation.value,
    }
