"""What moved between two editions of the same figures."""

from collections.abc import Sequence

import pytest
from hypothesis import given

from policing_indicators.calculation.revision_report import (
    IndicatorRevisions,
    Revision,
    RevisionReport,
)
from policing_indicators.errors import DuplicateError, InvalidValueError
from policing_indicators.strategies import observations
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

YEARS = [Period.calendar_year(year) for year in (2021, 2022, 2023, 2024)]
ABSENT = MissingReason.NOT_AVAILABLE


def counts(indicator: str, figures: Sequence[int | None]) -> list[Observation]:
    return [
        Observation(indicator, "kent", year, count=figure)
        if figure is not None
        else Observation(indicator, "kent", year, missing=ABSENT)
        for year, figure in zip(YEARS, figures, strict=False)
    ]


def rate(value: float) -> Observation:
    return Observation("ons/knife-rate", "kent", YEARS[0], value=value)


def only_row(report: RevisionReport) -> IndicatorRevisions:
    (row,) = report.indicators
    return row


def test_what_moved_is_counted_and_the_largest_is_given() -> None:
    row = only_row(
        RevisionReport.between(
            earlier=counts("homicide", [100, 200, 50, 80]),
            later=counts("homicide", [100, 210, 49, 80]),
        )
    )
    assert (row.indicator, row.compared, row.moved) == ("homicide", 4, 2)
    assert row.median_percent == 1.0  # of 0, 5, 2 and 0 per cent
    assert row.largest is not None
    assert (row.largest.absolute, row.largest.percent) == (10, 5.0)


def test_what_was_withdrawn_or_supplied_is_counted_apart() -> None:
    row = only_row(
        RevisionReport.between(
            earlier=counts("homicide", [1, None, None]),
            later=counts("homicide", [None, 2, None]),
        )
    )
    assert (row.compared, row.withdrawn, row.supplied) == (0, 1, 1)
    assert (row.median_percent, row.largest) == (None, None)


def test_a_rate_moves_in_its_own_unit() -> None:
    revision = Revision(earlier=rate(10.0), later=rate(12.5))
    assert (revision.absolute, revision.percent) == (2.5, None)
    assert Revision(earlier=rate(1), later=counts("a", [None])[0]).absolute is None


@pytest.mark.parametrize("earlier", [0, -1])
def test_there_is_no_percentage_of_a_count_that_is_not_above_zero(
    earlier: int,
) -> None:
    row = only_row(
        RevisionReport.between(
            earlier=counts("homicide", [earlier]), later=counts("homicide", [3])
        )
    )
    assert (row.moved, row.median_percent) == (1, None)


def test_what_one_edition_alone_has_is_kept_apart() -> None:
    report = RevisionReport.between(
        earlier=counts("homicide", [1, 2]), later=counts("gun-crime", [3])
    )
    assert not report.revisions
    assert [each.count for each in report.only_earlier] == [1, 2]
    assert [each.count for each in report.only_later] == [3]


@pytest.mark.parametrize("which", ["earlier", "later"])
def test_an_edition_has_each_figure_once(which: str) -> None:
    twice = counts("homicide", [1]) + counts("homicide", [2])
    with pytest.raises(DuplicateError, match=f"the {which} edition"):
        RevisionReport.between(**{"earlier": [], "later": [], which: twice})


def test_an_edition_is_of_observations() -> None:
    with pytest.raises(InvalidValueError, match="observations"):
        RevisionReport.between(earlier=[1], later=[])  # type: ignore[list-item]


@given(observations())
def test_nothing_moves_between_an_edition_and_itself(row: Observation) -> None:
    report = RevisionReport.between(earlier=[row], later=[row])
    assert not any(each.moved for each in report.revisions)
    assert not report.only_earlier
    assert not report.only_later
