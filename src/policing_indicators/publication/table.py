"""A table of a statement, its cells as printed."""

from collections.abc import Hashable, Iterable, Iterator

from attrs import frozen

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.publication.figure_row import change, earlier, missing, pairs
from policing_indicators.vocabulary.indicator import Unit
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording import printed
from policing_indicators.wording.table import NOT_APPLICABLE, Row


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


def numbers(rows: Iterable[Row]) -> Iterator[Table]:
    """Give the table of the counts, if there are any."""
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
    headings = (
        "Number",
        "Year before",
        "Change",
        "Change, %",
        "Baseline",
        "Change on baseline",
        "Change on baseline, %",
        "Rate (limits)",
    )
    if cells:
        yield Table(caption="The numbers", columns=_columns(headings), rows=cells)


def percentages(
    facts: Iterable[IndicatorAssessment], figures: Iterable[PublishedFigure]
) -> Iterator[Table]:
    """Give the table of the percentages, if there are any.

    Args:
        facts: The facts of a priority's indicators.
        figures: Every figure that the statement prints of them.
    """
    known = {figure.key: figure for figure in figures}
    rows = tuple(
        tuple(_percentage(each, known)) for each in facts if _is_percentage(each)
    )
    headings = (
        "Percentage (limits)",
        "Year before",
        "Change, percentage points (limits)",
        "Baseline",
        "Change on baseline, percentage points (limits)",
    )
    if rows:
        yield Table(caption="The percentages", columns=_columns(headings), rows=rows)


def _columns(numbers: Iterable[str]) -> tuple[Column, ...]:
    texts = (Column(heading="Indicator"), Column(heading="Period"))
    return (*texts, *(Column(heading=each, is_number=True) for each in numbers))


def _is_percentage(facts: IndicatorAssessment) -> bool:
    has_figure = facts.proportion is not None or facts.published is not None
    return has_figure and facts.indicator.unit in (Unit.PROPORTION, Unit.PERCENTAGE)


def _percentage(
    facts: IndicatorAssessment, known: dict[Hashable, PublishedFigure]
) -> Iterator[str]:
    decimals = facts.indicator.decimals
    level = missing(facts, Measure.PERCENTAGE, "per cent")
    yield facts.indicator.name
    yield str(facts.observation.period)
    limits = printed.bounds(facts.limits, decimals, scale=100) if facts.limits else None
    state = facts.observation.status.shorthand
    yield f"{_limited(known[level.key], limits)} {state}".rstrip()
    found = list(pairs(facts))
    for pair in found:
        comparison = pair.comparison
        points = change(level, pair, Measure.CHANGE_IN_PERCENTAGE_POINTS, "points")
        told = known[points.key]
        if comparison is None:
            yield from (told.printed, told.printed)
            continue
        yield known[earlier(level, comparison).key].printed
        limits = (
            printed.bounds(comparison.limits, decimals, with_sign=True)
            if comparison.limits
            else None
        )
        yield _limited(told, limits)
    if len(found) == 1:
        yield from (NOT_APPLICABLE, NOT_APPLICABLE)


def _limited(figure: PublishedFigure, limits: tuple[str, str] | None) -> str:
    return f"{figure.printed} ({' to '.join(limits)})" if limits else figure.printed
