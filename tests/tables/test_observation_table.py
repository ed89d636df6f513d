"""Many observations as columns are the same observations, found by what they are of."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import (
    DuplicateError,
    InvalidContentError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.strategies import observations
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period

YEAR = Period.financial_year(2024)
NEW, OLD = date(2026, 4, 1), date(2025, 4, 24)


def row(
    count: int,
    *,
    area: str = "kent",
    period: Period = YEAR,
    as_at: date | None = NEW,
    source: str = "",
) -> Observation:
    return Observation(
        "homicide", area, period, count=count, as_at=as_at, source=source
    )


def written(rows: Iterable[Observation]) -> list[tuple[str, Origin | None]]:
    """Give all of observations, also what makes no difference to their equality."""
    return [(repr(each), each.origin) for each in rows]


lists = st.lists(observations(), max_size=8)


@given(rows=lists)
def test_a_table_is_the_sequence_of_its_observations(rows: list[Observation]) -> None:
    table = ObservationTable.of(rows)
    assert written(table) == written(rows)
    assert len(table) == len(rows)
    assert list(reversed(table)) == rows[::-1]
    assert all(each in table for each in rows)


@given(rows=lists, start=st.integers(-9, 9), stop=st.integers(-9, 9))
def test_a_slice_of_a_table_is_the_table_of_the_slice(
    rows: list[Observation], start: int, stop: int
) -> None:
    some = ObservationTable.of(rows)[start:stop]
    assert written(some) == written(rows[start:stop])
    assert some == ObservationTable.of(rows[start:stop])


@given(rows=lists, others=lists)
def test_tables_are_put_one_under_another(
    rows: list[Observation], others: list[Observation]
) -> None:
    both = ObservationTable.joined(map(ObservationTable.of, [rows, others]))
    assert written(both) == written([*rows, *others])


@given(rows=lists)
def test_what_is_of_an_indicator_and_area_is_found_in_its_order(
    rows: list[Observation],
) -> None:
    table = ObservationTable.of(rows)
    for each in rows:
        same = [row for row in rows if row.area == each.area]
        assert list(table.rows_of_area(each.area)) == same
        own = [row for row in same if row.indicator == each.indicator]
        assert list(table.rows(each.indicator, each.area)) == own
        of_period = [row for row in own if row.period == each.period]
        named = each.indicator, each.area
        assert list(table.rows(*named, period=each.period)) == of_period
        assert table.holds(*named)
        vintages = {row.as_at for row in own}
        found = table.vintages(each.indicator, each.area)
        assert set(found) == vintages
        assert list(found[1:]) == sorted(filter(None, found[1:]))
    assert set(table.areas) == {row.area for row in rows}
    assert set(table.indicators) == {row.indicator for row in rows}


def test_what_a_table_does_not_hold_is_not_found() -> None:
    table = ObservationTable.of([row(9), row(4, area="essex")])
    some = table[:1]
    assert table.rows("homicide", "sussex") == ()
    assert table.rows("homicide", "kent", period=YEAR.year_before) == ()
    assert not table.holds("homicide", "sussex")
    assert table.rows("robbery", "kent") == ()
    assert table.rows_of_area("sussex") == ()
    assert some.rows("homicide", "essex") == ()
    assert (some.areas, some.indicators) == (("kent",), ("homicide",))


def test_a_series_is_of_one_vintage() -> None:
    before = YEAR.year_before
    table = ObservationTable.of(
        [row(9), row(8, as_at=OLD), row(7, period=before), row(6, as_at=None)]
    )
    newest = table.series("homicide", "kent", as_at=NEW)
    assert [each.count for each in newest] == [7, 9]
    assert [each.count for each in table.series("homicide", "kent", as_at=OLD)] == [8]
    assert [each.count for each in table.series("homicide", "kent", as_at=None)] == [6]
    assert table.vintages("homicide", "kent") == (None, OLD, NEW)


def test_a_series_that_is_not_there_is_missing_data() -> None:
    table = ObservationTable.of([row(9)])
    with pytest.raises(MissingDataError, match="homicide in kent as at 2025-04-24"):
        table.series("homicide", "kent", as_at=OLD)
    with pytest.raises(MissingDataError, match="as at an unknown day"):
        table.series("homicide", "kent", as_at=None)


def test_two_sources_of_one_figure_make_no_series() -> None:
    table = ObservationTable.of([row(9, source="one"), row(9, source="two")])
    with pytest.raises(DuplicateError):
        table.series("homicide", "kent", as_at=NEW)


def test_a_count_of_any_size_is_kept() -> None:
    sizes = [2**63, -(2**63), 1 - 2**63, 2**63 - 1, 0, 10**40]
    table = ObservationTable.of([row(size) for size in sizes])
    assert [each.count for each in table] == sizes
    assert [each.count for each in table[1:]] == sizes[1:]
    assert table[-1].count == 10**40


def test_a_row_that_is_not_there_is_an_index_error() -> None:
    table = ObservationTable.of([row(9)])
    assert table[-1] == row(9)
    for position in (1, -2):
        with pytest.raises(IndexError):
            table[position]


def test_tables_are_equal_where_their_observations_are() -> None:
    table = ObservationTable.of([row(9), row(4, area="essex")])
    assert table == ObservationTable.of(list(table))
    assert table != ObservationTable.of([row(4, area="essex"), row(9)])
    assert table != table[:1]
    assert table != [*table]


def test_a_table_says_what_it_is_of() -> None:
    table = ObservationTable.of([row(9), row(4, area="essex")])
    assert repr(table) == (
        "<ObservationTable of 2 observations, 1 indicators, 2 areas>"
    )


def test_columns_take_fewer_bytes_than_observations() -> None:
    rows = [row(count, period=Period.month(year, month), source="Home Office")
            for count, (year, month) in enumerate(
                (year, month) for year in range(1900, 2099) for month in range(1, 13)
            )]  # fmt: skip
    assert ObservationTable.of(rows).nbytes < 40 * len(rows)


def test_an_observation_is_all_that_a_table_holds() -> None:
    with pytest.raises(InvalidValueError, match="Observation"):
        ObservationTable.of(["homicide"])  # type: ignore[list-item]
    with pytest.raises(InvalidValueError, match="ObservationTable"):
        ObservationTable.joined([[]])  # type: ignore[list-item]


def test_more_distinct_texts_than_64_bits_count_are_told_apart() -> None:
    lines = [
        f"our/measure-{n},kent,{1900 + n % 190},{n},{2000 + n % 9}-04-01,source {n}"
        for n in range(3000)
    ]
    head = "indicator,area,period,count,as_at,source\n"
    table = ObservationTable.parse(head + "\n".join(lines))
    assert [each.count for each in table] == list(range(3000))
    with pytest.raises(InvalidContentError, match="lines 2 and 3002"):
        ObservationTable.parse(head + "\n".join([*lines, lines[0]]))


def test_a_file_is_read_with_the_names_that_a_framework_has(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("indicator,area,period,count\nhomicide,Kent,2024/25,9\n")
    (read,) = ObservationTable.read(path)
    assert (read.area, read.origin) == ("kent", Origin(str(path), 2))


def test_a_note_and_the_symbols_of_a_figure_stand_together() -> None:
    text = """indicator,area,period,count,note
homicide,kent,2024/25,9 [note 3],Transferred.
homicide,kent,2023/24,9,Transferred.
homicide,kent,2022/23,9 [note 3],
"""
    notes = [each.note for each in ObservationTable.parse(text)]
    assert notes == ["Transferred. [note 3]", "Transferred.", "[note 3]"]
