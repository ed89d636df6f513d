"""A table of a statement, its cells as printed."""

from collections.abc import Hashable, Iterable, Iterator

from attrs import frozen

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.calculation.rounding import as_written
from policing_indicators.publication.figure_row import change, earlier, missing, pairs
from policing_indicators.vocabulary.indicator import Unit
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording import dates
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.table import NOT_APPLICABLE, Row

_NAMES = ("indicator", "period")
_COUNTS = (
    "number",
    "year_before",
    "change",
    "change_percent",
    "baseline",
    "baseline_change",
    "baseline_change_percent",
    "rate",
)
_PERCENTAGES = (
    "percentage",
    "year_before",
    "change_points",
    "baseline",
    "baseline_change_points",
)


@frozen(kw_only=True)
class Column:
    """One column of a table.

    Attributes:
        heading: What stands at its head.
        is_number: Whether its cells are numbers, which are set to the right.

    >>> Column(heading="Period").is_number
    False
    """

    heading: str
    is_number: bool = False


@frozen(kw_only=True)
class Table:
    """A table: the first cell of each row names what the row is of.

    Attributes:
        caption: What the table holds.
        columns: The columns, from the left.
        rows: The rows, from the top: as many cells as there are columns.

    >>> columns = (Column(heading="Indicator"), Column(heading="Number"))
    >>> Table(caption="The numbers", columns=columns, rows=(("Homicide", "32"),)).rows
    (('Homicide', '32'),)
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def numbers(style: HouseStyle, rows: Iterable[Row]) -> Iterator[Table]:
    """Give the table of the counts, if there are any.

    Args:
        style: The house style.
        rows: The cells of each count.
    """
    cells = tuple(
        (
            each.indicator,
            each.period,
            each.count,
            each.year_before,
            each.change,
            each.percent,
            each.baseline,
            each.baseline_change,
            each.baseline_percent,
            each.rate,
        )
        for each in rows
    )
    if cells:
        yield _table(style, "numbers", _COUNTS, cells)


def percentages(
    style: HouseStyle,
    facts: Iterable[IndicatorAssessment],
    figures: Iterable[PublishedFigure],
) -> Iterator[Table]:
    """Give the table of the percentages, if there are any.

    Args:
        style: The house style.
        facts: The facts of a priority's indicators.
        figures: Every figure that the statement prints of them.
    """
    known = {figure.key: figure for figure in figures}
    rows = tuple(
        tuple(_percentage(style, each, known)) for each in facts if _is_percentage(each)
    )
    if rows:
        yield _table(style, "percentages", _PERCENTAGES, rows)


def _table(
    style: HouseStyle,
    caption: str,
    headings: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
) -> Table:
    columns = (
        Column(heading=style.say(f"table.{each}"), is_number=each not in _NAMES)
        for each in (*_NAMES, *headings)
    )
    told = style.say(f"table.{caption}")
    return Table(caption=told, columns=tuple(columns), rows=rows)


def _is_percentage(facts: IndicatorAssessment) -> bool:
    has_figure = facts.proportion is not None or facts.published is not None
    return has_figure and facts.indicator.unit in (Unit.PROPORTION, Unit.PERCENTAGE)


def _percentage(
    style: HouseStyle,
    facts: IndicatorAssessment,
    known: dict[Hashable, PublishedFigure],
) -> Iterator[str]:
    decimals = facts.indicator.decimals
    level = missing(style, facts, Measure.PERCENTAGE, "per cent")
    yield level.name
    yield dates.written(style, facts.observation.period)
    state = facts.observation.status.shorthand
    yield f"{_limited(style, known[level.key], decimals)} {state}".rstrip()
    found = list(pairs(facts))
    for pair in found:
        points = change(level, pair, Measure.CHANGE_IN_PERCENTAGE_POINTS, level.unit)
        told = _limited(style, known[points.key], decimals)
        if pair.comparison is None:
            yield told
        else:
            yield known[earlier(level, pair.comparison).key].printed
        yield told
    if len(found) == 1:
        yield from (NOT_APPLICABLE, NOT_APPLICABLE)


def _limited(style: HouseStyle, figure: PublishedFigure, decimals: int) -> str:
    if figure.lower is None or figure.upper is None:
        return figure.printed
    write = style.signed if figure.measure.compares else style.number
    return style.say(
        "cell.limited",
        figure=figure.printed,
        lower=write(as_written(figure.lower), decimals),
        upper=write(as_written(figure.upper), decimals),
    )
