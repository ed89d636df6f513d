"""The phrases that sentences share: where, when, how many."""

from collections.abc import Iterable

from policing_indicators.assessment.assessment import Comparison
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.period import Comparability, Period
from policing_indicators.vocabulary.spelling import Spelling


def where(area: Area) -> str:
    """Say where: ``in the Kent police force area``."""
    match area.kind:
        case AreaKind.POLICE_FORCE_AREA:
            return f"in the {area.name.removesuffix(' Police')} police force area"
        case AreaKind.NON_GEOGRAPHIC_FORCE:
            return f"by {area.name}"
        case _:
            return f"in {area.name}"


def the(period: Period) -> str:
    """Name a period in a sentence: ``the year ending June 2019``, ``2024/25``."""
    return f"the {period}" if period.spelling is Spelling.YEAR_ENDING else str(period)


def when(period: Period) -> str:
    """Say when: ``in 2024/25``, ``from April to December 2024``."""
    word = "from" if period.spelling is Spelling.SPAN and period.months > 1 else "in"
    return f"{word} {the(period)}"


def as_baseline(comparison: Comparison, figure: str) -> str:
    """Name a baseline with its figure, and say where it covers other months."""
    other_months = comparison.change.comparability is Comparability.DIFFERENT_MONTHS
    months = ", over different months" if other_months else ""
    return f"the baseline, {the(comparison.earlier.period)} ({figure}{months})"


def cases_of(indicator: Indicator) -> str:
    """Name an indicator's cases in the plural: ``vehicle offences``."""
    return indicator.noun.many if indicator.noun else indicator.name


def joined(parts: Iterable[str]) -> str:
    """Join parts of a sentence: ``a, b and c``."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def sentence_case(told: str) -> str:
    """Write the first letter large, and leave the rest as it is."""
    return f"{told[:1].upper()}{told[1:]}"
