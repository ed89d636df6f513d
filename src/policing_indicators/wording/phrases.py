"""The phrases that sentences share: where, when, how many."""

import re
from collections.abc import Iterable

from policing_indicators.assessment.assessment import Comparison
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Comparability, Period
from policing_indicators.vocabulary.spelling import Spelling, write

_SYMBOLS = (
    (re.compile(r"\[b\]"), "Its source marks a break in the series here."),
    (re.compile(r"\[u\d?\]"), "Its source marks it as of low reliability."),
    (re.compile(r"\[note (\d+)\]"), r"Its source refers to its note \1."),
)


def where(area: Area, *, force: str = "by") -> str:
    """Say where: ``in the Kent police force area``.

    Args:
        area: The area.
        force: The word before a force that serves no area: by it, or for it.
    """
    match area.kind:
        case AreaKind.POLICE_FORCE_AREA:
            return f"in the {area.name.removesuffix(' Police')} police force area"
        case AreaKind.NON_GEOGRAPHIC_FORCE:
            return f"{force} {area.name}"
        case _:
            return f"in {area.name}"


def the(period: Period) -> str:
    """Name a period in a sentence: ``the year ending June 2019``, ``2024/25``."""
    match period.spelling:
        case Spelling.YEAR_ENDING:
            return f"the {period}"
        case Spelling.CALENDAR_YEAR:
            return f"the calendar year {period}"
        case _:
            return str(period)


def when(period: Period) -> str:
    """Say when: ``in 2024/25``, ``from April to December 2024``."""
    word = "from" if period.spelling is Spelling.SPAN and period.months > 1 else "in"
    return f"{word} {the(period)}"


def months_of(period: Period) -> str:
    """Name a period by its months: ``July 2018 to June 2019``."""
    return write(period.start, period.months, Spelling.SPAN)


def dated(observation: Observation) -> str:
    """Say when, and that a figure is not final: ``in 2024/25 (provisional)``."""
    if observation.status is Status.FINAL:
        return when(observation.period)
    return f"{when(observation.period)} ({observation.status.value})"


def noted(observation: Observation) -> str:
    """Give the note of a figure on one line, with its source's symbols in words."""
    note = " ".join(observation.note.split())
    for symbol, words in _SYMBOLS:
        note = symbol.sub(words, note)
    return note


def in_baseline(comparison: Comparison) -> str:
    """Name a baseline by its months, and say where those are other months."""
    other_months = comparison.change.comparability is Comparability.DIFFERENT_MONTHS
    other = " (different months)" if other_months else ""
    return f"In the baseline year, {months_of(comparison.earlier.period)}{other},"


def cases_of(indicator: Indicator) -> str:
    """Name an indicator's cases in the plural: ``vehicle offences``."""
    return indicator.noun.many if indicator.noun else f"cases of {indicator.name}"


def joined(parts: Iterable[str]) -> str:
    """Join parts of a sentence: ``a, b and c``."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def sentence_case(told: str) -> str:
    """Write the first letter large, and leave the rest as it is."""
    return f"{told[:1].upper()}{told[1:]}"
