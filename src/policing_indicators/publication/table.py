"""A table of a statement, its cells as printed."""

from collections.abc import Container, Iterable, Iterator

from attrs import frozen

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.finding import Finding
from policing_indicators.calculation.rounding import as_written
from policing_indicators.publication.figure_row import Known, Pair, pairs
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.indicator import Unit
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording import dates, target_sentences
from policing_indicators.wording.goal_phrases import GoalPhrases
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.table import Row

_NAMES = ("indicator", "period")
_SINCE_NAMES = ("indicator", "compared_with")
_PROMISE = ("indicator", "due", "goal", "promised_by", "verdict")
_COUNTS = ("number", "year_before", "change", "change_percent", "rate")
_PERCENTAGES = ("percentage", "year_before", "change_points")
_SINCE = ("then", "change", "change_percent")
_POINTS_SINCE = ("then", "change_points")


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
            each.rate,
        )
        for each in rows
    )
    if cells:
        yield _table(style, "numbers", _COUNTS, cells)


def percentages(
    style: HouseStyle, facts: Iterable[IndicatorAssessment], known: Known
) -> Iterator[Table]:
    """Give the table of the percentages, if there are any.

    Args:
        style: The house style.
        facts: The facts of a priority's indicators.
        known: Every figure that the statement prints, by what it is of.
    """
    rows = tuple(
        tuple(_percentage(style, each, known)) for each in facts if _is_percentage(each)
    )
    if rows:
        yield _table(style, "percentages", _PERCENTAGES, rows)


def since(
    style: HouseStyle, facts: Iterable[IndicatorAssessment], known: Known
) -> Iterator[Table]:
    """Give the tables of the changes over a longer time, if there are any.

    Args:
        style: The house style.
        facts: The facts of a priority's indicators.
        known: Every figure that the statement prints, by what it is of.
    """
    counts: list[tuple[str, ...]] = []
    points: list[tuple[str, ...]] = []
    for each in facts:
        _, *others = pairs(each)
        if each.indicator.unit is Unit.COUNT and each.observation.count is not None:
            counts.extend(_count_since(style, each, pair, known) for pair in others)
        elif _is_percentage(each):
            points.extend(_points_since(style, each, pair, known) for pair in others)
    if counts:
        yield _table(style, "numbers_since", _SINCE, tuple(counts), _SINCE_NAMES)
    if points:
        yield _table(
            style, "percentages_since", _POINTS_SINCE, tuple(points), _SINCE_NAMES
        )


def table(
    style: HouseStyle,
    caption: str,
    columns: Iterable[str],
    rows: tuple[tuple[str, ...], ...],
    *,
    numbers: Container[str] = (),
) -> Table:
    """Make a table.

    Args:
        style: The house style.
        caption: What stands above it.
        columns: The phrases of the headings, from the left.
        rows: The rows.
        numbers: The columns that hold numbers.
    """
    headed = (
        Column(heading=style.say(f"table.{each}"), is_number=each in numbers)
        for each in columns
    )
    return Table(caption=caption, columns=tuple(headed), rows=rows)


def _table(
    style: HouseStyle,
    caption: str,
    numbers: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    names: tuple[str, ...] = _NAMES,
) -> Table:
    told = style.say(f"table.{caption}")
    return table(style, told, (*names, *numbers), rows, numbers=numbers)


def _is_percentage(facts: IndicatorAssessment) -> bool:
    has_figure = facts.proportion is not None or facts.published is not None
    return has_figure and facts.indicator.unit in (Unit.PROPORTION, Unit.PERCENTAGE)


def _percentage(
    style: HouseStyle, facts: IndicatorAssessment, known: Known
) -> Iterator[str]:
    observation = facts.observation
    level = known[facts.indicator.id, observation.period, Measure.PERCENTAGE, None]
    told = _limited(style, level, facts.indicator.decimals)
    yield level.name
    yield dates.written(style, observation.period)
    yield f"{told} {observation.status.shorthand}".rstrip()
    *_, then, points = _points_since(style, facts, next(pairs(facts)), known)
    yield from (then, points)


def _points_since(
    style: HouseStyle, facts: IndicatorAssessment, pair: Pair, known: Known
) -> tuple[str, ...]:
    name, period, earlier = facts.indicator.id, facts.observation.period, pair.earlier
    points = known[name, period, Measure.CHANGE_IN_PERCENTAGE_POINTS, earlier]
    told = then = _limited(style, points, facts.indicator.decimals)
    if pair.comparison:
        then = known[name, earlier, Measure.PERCENTAGE, None].printed
    return points.name, dates.written(style, earlier), then, told


def _count_since(
    style: HouseStyle, facts: IndicatorAssessment, pair: Pair, known: Known
) -> tuple[str, ...]:
    name, period, earlier = facts.indicator.id, facts.observation.period, pair.earlier
    number = known[name, period, Measure.CHANGE_IN_NUMBER, earlier]
    percent = known[name, period, Measure.CHANGE_IN_PER_CENT, earlier].printed
    told = then = number.printed
    if pair.comparison:
        then = known[name, earlier, Measure.COUNT, None].printed
    return number.name, dates.written(style, earlier), then, told, percent


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


def promises(
    style: HouseStyle,
    facts: Iterable[IndicatorAssessment],
    groups: tuple[AreaGroup, ...],
) -> Iterator[Table]:
    """Give the table of the targets, if there are any.

    Args:
        style: The house style.
        facts: The facts of the indicators that something was promised of.
        groups: The groups of areas that the publication names.
    """
    rows = tuple(
        _promise(style, finding, groups) for each in facts for finding in each.findings
    )
    if rows:
        yield _table(style, "targets", (), rows, _PROMISE)


def _promise(
    style: HouseStyle, finding: Finding, groups: tuple[AreaGroup, ...]
) -> tuple[str, ...]:
    target = finding.target
    phrases = GoalPhrases(
        style=style, target=target, indicator=finding.indicator, groups=groups
    )
    return (
        style.name_of(finding.indicator),
        dates.written(style, target.due),
        phrases.goal(target.goal),
        target.promised_by,
        target_sentences.verdict(style, finding),
    )
