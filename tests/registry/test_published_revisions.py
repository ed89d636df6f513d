"""The measured revisions on the shelf come out of the publishers' tables."""

from fractions import Fraction

import pytest
from benchmarks import measure_revisions
from benchmarks.measure_revisions import Move, table

from policing_indicators.registry import shelf


@pytest.mark.shared_data
def test_the_table_on_the_shelf_is_what_the_command_prints(
    capsys: pytest.CaptureFixture[str],
) -> None:
    measure_revisions.main()
    printed = capsys.readouterr().out
    assert printed.splitlines() == shelf.lines("revisions.csv")


def test_percentiles_are_of_the_nearest_rank() -> None:
    sizes = [Fraction(size) for size in range(1, 201)]
    found = table(Move("once", "homicide", "level", size) for size in sizes)
    header, *rows = found.splitlines()
    assert header.split(",") == list(measure_revisions.HEADER)
    assert [row.split(",")[:3] for row in rows] == [
        ["all", "all", "level"],
        ["all", "homicide", "level"],
        ["once", "all", "level"],
        ["once", "homicide", "level"],
    ]
    assert all(row.endswith(",level,200,100.00,190.00,198.00,200.00") for row in rows)


def test_one_cell_is_every_percentile_itself() -> None:
    [_, row, *_] = table([Move("once", "homicide", "level", Fraction(3))]).splitlines()
    assert row == "all,all,level,1,3.00,3.00,3.00,3.00"
