"""What is kept of a sheet before it is read."""

from policing_indicators.tables.workbook_shape import MOST_NAMED, SheetShape


def test_of_very_many_numbers_in_per_cent_the_first_are_named() -> None:
    shape = SheetShape()
    for row in range(MOST_NAMED + 1):
        shape.add_percentage(row, 3)
    assert shape.percentages[:2] == ["D1", "D2"]
    assert shape.percentages[-1] == f"D{MOST_NAMED}"
