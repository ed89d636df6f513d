"""What a spreadsheet does not show is no part of what was published."""

from pathlib import Path

import pytest
from tests.tables.ons_tables import book
from tests.tables.workbooks import WRITERS, Table, Value, with_hidden, written

from policing_indicators.errors import InvalidContentError
from policing_indicators.tables import home_office, ons, tidy, workbook

FIGURES: Table = [
    ["indicator", "area", "period", "count"],
    ["homicide", "Kent", "2024/25", 9.0],
]
OFFENCES: list[Value] = [
    "Financial Year",
    "Financial Quarter",
    "Force Name",
    "Offence Group",
    "Offence Subgroup",
    "Offence Code",
    "Number of Offences",
]

every_form = pytest.mark.parametrize("form", WRITERS)


def recorded(year: str, count: float) -> Table:
    group = "Violence against the person"
    return [OFFENCES, [year, 1.0, "Kent", group, "Homicide", "1", count]]


@every_form
def test_a_workbook_says_which_of_its_sheets_are_hidden(
    form: str, tmp_path: Path
) -> None:
    content = with_hidden(form, {"Shown": FIGURES, "Old": FIGURES}, "Old")
    opened = workbook.read(written(tmp_path / "figures", content))
    assert opened.names == ("Shown", "Old")
    assert opened.hidden == ("Old",)
    assert [opened.sheet(name).is_hidden for name in opened.names] == [False, True]


@every_form
def test_a_tidy_table_is_never_read_from_a_hidden_sheet(
    form: str, tmp_path: Path
) -> None:
    beside = with_hidden(form, {"Mine": FIGURES, "Old": [["x"]]}, "Old")
    (row,) = tidy.read(written(tmp_path / "beside", beside))
    assert row.count == 9
    itself = with_hidden(form, {"Cover": [["x"]], "Figures": FIGURES}, "Figures")
    with pytest.raises(InvalidContentError, match="the sheet Figures, which is hidden"):
        tidy.read(written(tmp_path / "itself", itself))


@every_form
def test_a_hidden_sheet_of_offences_is_left_out_and_listed(
    form: str, tmp_path: Path
) -> None:
    sheets = {"2024-25": recorded("2024/25", 9.0), "Old": recorded("2023/24", 5.0)}
    content = with_hidden(form, sheets, "Old")
    reading = home_office.read(written(tmp_path / "offences", content))
    assert [row.count for row in reading.observations] == [9]
    assert [str(each) for each in reading.left_out] == [
        "Old: 2 rows left out (a sheet that is hidden)"
    ]


@every_form
def test_a_workbook_whose_tables_are_hidden_says_so(form: str, tmp_path: Path) -> None:
    content = with_hidden(form, {"Table P8": [["x"]]}, "Table P8")
    with pytest.raises(InvalidContentError, match="'no sheet that is shown'; allowed:"):
        ons.read(written(tmp_path / "tables", content))


@every_form
def test_a_workbook_whose_offences_are_hidden_has_none(
    form: str, tmp_path: Path
) -> None:
    sheets = {"Cover": [["x"]], "Old": recorded("2023/24", 5.0)}
    content = with_hidden(form, sheets, "Old")
    with pytest.raises(InvalidContentError, match="a sheet that is not hidden, with"):
        home_office.read(written(tmp_path / "offences", content))


@every_form
def test_a_hidden_table_of_the_statisticians_is_left_out_and_listed(
    form: str, tmp_path: Path
) -> None:
    name = next(each for each in book() if each.strip() == "Table P8")
    content = with_hidden(form, book(), name)
    reading = ons.read(written(tmp_path / "tables", content))
    assert "Table P8" not in [sheet.name for sheet in reading.sheets]
    assert all(row.indicator != "gun-crime" for row in reading.observations)
    said = [str(each) for each in reading.left_out if each.what == "Table P8"]
    assert [each.partition("(")[2] for each in said] == ["a sheet that is hidden)"]
