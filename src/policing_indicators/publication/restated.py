"""What differs from what was published before, as a table and as open data."""

from collections.abc import Container, Hashable, Iterable, Iterator
from decimal import Decimal

from attrs import evolve

from policing_indicators.assessment.restating import Restatement
from policing_indicators.publication.figure_row import rounded
from policing_indicators.publication.table import Table, table
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording import dates
from policing_indicators.wording.house_style import HouseStyle

_NAMES = ("indicator", "measure", "period")
_NUMBERS = ("published_before", "now", "difference")
_WHY = ("why",)


def restated_table(
    style: HouseStyle, restatements: Iterable[Restatement], edition: str
) -> Iterator[Table]:
    """Give the table of the figures that were restated, if there are any.

    Args:
        style: The house style.
        restatements: What differs.
        edition: The label of the issue that it was published in before.
    """
    rows = tuple(_row(style, each) for each in restatements)
    if rows:
        caption = style.say("table.restated", edition=edition)
        columns = (*_NAMES, *_NUMBERS, *_WHY)
        yield table(style, caption, columns, rows, numbers=_NUMBERS)


def restated_figures(
    style: HouseStyle,
    restatements: Iterable[Restatement],
    printed: Container[Hashable],
) -> Iterator[PublishedFigure]:
    """Give the figures as restated, but for those that are printed already.

    Args:
        style: The house style.
        restatements: What differs.
        printed: What the figures are of that the statement prints besides.
    """
    for each in restatements:
        if each.before.key not in printed:
            yield evolve(
                each.before,
                value=rounded(each.now, _decimals(each.now)),
                lower=None,
                upper=None,
                confidence=None,
                method=None,
                numerator=None,
                denominator=None,
                source=each.observation.source,
                as_at=each.observation.as_at,
                shorthand=Status.REVISED.shorthand,
                printed=_written(style, each),
            )


def _row(style: HouseStyle, restatement: Restatement) -> tuple[str, ...]:
    before, difference = restatement.before, restatement.difference
    return (
        before.name,
        style.word("measure", before.measure),
        dates.written(style, before.period),
        before.printed,
        _written(style, restatement),
        style.signed(difference, _decimals(difference)),
        _why(style, restatement),
    )


def _why(style: HouseStyle, restatement: Restatement) -> str:
    earlier, later = restatement.before.as_at, restatement.observation.as_at
    return style.word(
        "restated",
        restatement.reason,
        earlier=dates.day(style, earlier) if earlier else "",
        later=dates.day(style, later) if later else "",
    )


def _written(style: HouseStyle, restatement: Restatement) -> str:
    number = style.number(restatement.now, _decimals(restatement.now))
    if restatement.before.measure is Measure.PERCENTAGE:
        return style.say("number.percent", number=number)
    return number


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
