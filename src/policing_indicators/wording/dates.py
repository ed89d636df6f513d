"""How days and periods are written and named in a sentence."""

from datetime import date

from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Population
from policing_indicators.vocabulary.spelling import (
    FINANCIAL_START,
    MONTH_NAMES,
    MONTHS_IN_QUARTER,
    Spelling,
    month_after,
)
from policing_indicators.wording.house_style import HouseStyle

_MID_YEAR = (6, 30)


def day(style: HouseStyle, value: date) -> str:
    """Write a day: ``24 April 2025``."""
    written = _month_name(style, value)
    return style.say(
        "date.day", day=str(value.day), month=written, year=str(value.year)
    )


def reference_day(style: HouseStyle, population: Population) -> str:
    """Write the day of a population: ``mid-2024`` for 30 June."""
    value = population.reference_date
    if (value.month, value.day) == _MID_YEAR:
        return style.say("date.mid_year", year=str(value.year))
    return day(style, value)


def written(style: HouseStyle, period: Period) -> str:
    """Write a period in its own spelling: ``2024/25``, ``year ending June 2019``."""
    first, last = period.start, period.end
    match period.spelling:
        case Spelling.FINANCIAL_YEAR:
            return style.say("date.financial_year", **_financial_year(first))
        case Spelling.FINANCIAL_QUARTER:
            shifted = month_after(first, 1 - FINANCIAL_START)
            quarter = str(shifted.month // MONTHS_IN_QUARTER + 1)
            year = _financial_year(shifted)
            return style.say("date.financial_quarter", **year, quarter=quarter)
        case Spelling.CALENDAR_YEAR:
            return style.say("date.calendar_year", year=str(first.year))
        case Spelling.MONTH:
            return month(style, first)
        case Spelling.YEAR_ENDING:
            return style.say("date.year_ending", last=month(style, last))
        case Spelling.SPAN:
            return months_of(style, period)


def months_of(style: HouseStyle, period: Period) -> str:
    """Write a period by its months: ``July 2018 to June 2019``."""
    first, last = period.start, period.end
    if period.months == 1:
        return month(style, first)
    if first.year != last.year:
        ends = {"first": month(style, first), "last": month(style, last)}
        return style.say("date.span", **ends)
    return style.say(
        "date.span_within_year",
        first_month=_month_name(style, first),
        last_month=_month_name(style, last),
        year=str(first.year),
    )


def the(style: HouseStyle, period: Period) -> str:
    """Name a period in a sentence: ``the year ending June 2019``, ``2024/25``."""
    return style.word("named", _spelling(period), period=written(style, period))


def when(style: HouseStyle, period: Period) -> str:
    """Say when: ``in 2024/25``, ``from April to December 2024``."""
    return style.word("when", _spelling(period), period=written(style, period))


def dated(style: HouseStyle, observation: Observation) -> str:
    """Say when, and that a figure is not final: ``in 2024/25 (provisional)``."""
    told = when(style, observation.period)
    if observation.status is Status.FINAL:
        return told
    status = style.word("status", observation.status)
    return style.say("when.of_status", when=told, status=status)


def _spelling(period: Period) -> Spelling:
    of_one_month = period.spelling is Spelling.SPAN and period.months == 1
    return Spelling.MONTH if of_one_month else period.spelling


def _financial_year(first: date) -> dict[str, str]:
    following = first.year + 1
    short = following % 100
    return {
        "year": str(first.year),
        "following": f"{short:02}" if short else str(following),
    }


def month(style: HouseStyle, value: date) -> str:
    """Write the month of a day: ``April 2024``."""
    name = _month_name(style, value)
    return style.say("date.month", month=name, year=str(value.year))


def _month_name(style: HouseStyle, value: date) -> str:
    return style.say(f"month.{MONTH_NAMES[value.month - 1].lower()}")
