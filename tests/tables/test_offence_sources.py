"""The Home Office's table, read from workbooks, Parquet, and a year at a time."""

import gc
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.tables.workbooks import (
    WRITERS,
    Table,
    Value,
    archive_of,
    written,
    xlsx_parts,
    xlsx_sheet,
)

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    MissingLibraryError,
    UnknownNameError,
)
from policing_indicators.tables import home_office
from policing_indicators.tables.reading import Reading
from policing_indicators.vocabulary.period import Period

HEADER: list[Value] = [
    "Financial Year",
    "Financial Quarter",
    "Force Name",
    "Offence Description",
    "Offence Group",
    "Offence Subgroup",
    "Offence Code",
    "Number of Offences",
]
HEADING = ",".join(map(str, HEADER)).encode() + b"\n"
GROUP = "Violence against the person"


def row(year: str, quarter: int, code: str, count: int) -> list[Any]:
    return [year, quarter, "Kent", "Murder", GROUP, "Homicide", code, count]


ROWS = [
    row("2023/24", quarter, code, count)
    for quarter, count in ((1, 3), (2, 0), (3, 5), (4, 1))
    for code in ("1", "4.10")
] + [row("2024/25", 1, "1", 2), row("2024/25", 1, "4.10", -1)]


def of_csv(folder: Path, rows: list[Any]) -> Path:
    lines = [",".join(map(str, each)) for each in (HEADER, *rows)]
    path = folder / "offences"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def of_workbook(folder: Path, rows: list[Any], form: str) -> Path:
    """Write a cover, notes, and a sheet for each year, as the Home Office does."""
    sheets: dict[str, Table] = {
        "Cover_sheet": [["Police recorded crime"], ["April 2026"]],
        "Empty": [],
        "Notes": [["Note", "Text"], ["Financial Year", "April to March"]],
    }
    for year in dict.fromkeys(each[0] for each in rows):
        of_year = [each for each in rows if each[0] == year]
        sheets[year.replace("/", "-")] = [["Offences"], HEADER, *of_year]
    return written(folder / "offences", WRITERS[form](sheets))


def of_parquet(folder: Path, rows: list[Any]) -> Path:
    arrow: Any = import_module("pyarrow")
    columns = {
        str(name): list(column)
        for name, column in zip(HEADER, zip(*rows, strict=True), strict=True)
    }
    path = folder / "offences"
    table = arrow.table(columns | {"Region": [None] * len(rows)})
    import_module("pyarrow.parquet").write_table(table, path)
    return path


FORMS: dict[str, Callable[[Path, list[Any]], Path]] = {
    "csv": of_csv,
    "xlsx": lambda folder, rows: of_workbook(folder, rows, "xlsx"),
    "ods": lambda folder, rows: of_workbook(folder, rows, "ods"),
    "parquet": of_parquet,
}
forms = pytest.mark.parametrize("form", FORMS)
others = pytest.mark.parametrize("form", [form for form in FORMS if form != "csv"])
in_workbooks = pytest.mark.parametrize("form", WRITERS)


def counts_of(reading: Reading) -> dict[str, int | None]:
    return {
        str(each.period): each.count
        for each in reading.observations
        if each.indicator == "homicide"
    }


@forms
def test_the_table_reads_from_every_form(form: str, tmp_path: Path) -> None:
    reading = home_office.read(FORMS[form](tmp_path, ROWS))
    assert counts_of(reading) == {
        "2023/24 Q1": 6,
        "2023/24 Q2": 0,
        "2023/24 Q3": 10,
        "2023/24 Q4": 2,
        "2024/25 Q1": 1,
        "2023/24": 18,
    }


@others
def test_the_observations_of_every_form_are_equal(form: str, tmp_path: Path) -> None:
    expected = home_office.read(of_csv(tmp_path, ROWS))
    found = home_office.read(FORMS[form](tmp_path, ROWS))
    assert found.observations == expected.observations


@in_workbooks
def test_sheets_without_the_table_are_left_out_and_listed(
    form: str, tmp_path: Path
) -> None:
    reading = home_office.read(of_workbook(tmp_path, ROWS, form))
    assert [str(each) for each in reading.left_out] == [
        "Cover_sheet: 2 rows left out (no table of offences)",
        "Notes: 2 rows left out (no table of offences)",
    ]


@in_workbooks
def test_what_is_not_right_is_named_by_its_sheet(form: str, tmp_path: Path) -> None:
    rows = [*ROWS, row("2024/25", 5, "1", 2), row("2024/25", 1, "1", 2)]
    with pytest.raises(InvalidContentError) as caught:
        home_office.read(of_workbook(tmp_path, rows, form))
    assert [each.place for each in caught.value.problems] == [
        "sheet '2024-25', line 5, column Financial Quarter",
        "sheet '2024-25', lines 3 and 6",
    ]


@in_workbooks
def test_a_row_that_stands_on_two_sheets_is_named_on_both(
    form: str, tmp_path: Path
) -> None:
    table = [HEADER, *ROWS[:2]]
    path = written(tmp_path / "a", WRITERS[form]({"One": table, "Two": table}))
    with pytest.raises(InvalidContentError) as caught:
        home_office.read(path)
    assert caught.value.problems[0].place == (
        "sheet 'One', line 2 and sheet 'Two', line 2"
    )


@in_workbooks
def test_a_sheet_whose_table_lacks_a_column_is_refused(
    form: str, tmp_path: Path
) -> None:
    path = written(tmp_path / "a", WRITERS[form]({"One": [HEADER[:-1], *ROWS]}))
    with pytest.raises(InvalidContentError, match="number_of_offences") as caught:
        home_office.read(path)
    assert caught.value.problems[0].place == "sheet 'One', line 1"


@in_workbooks
def test_a_workbook_without_the_table_is_refused(form: str, tmp_path: Path) -> None:
    rows: Table = [[f"Line {number}"] for number in range(50)]
    path = written(tmp_path / "a", WRITERS[form]({"One": rows, "Two": [["Kent"]]}))
    with pytest.raises(InvalidContentError, match="'One, Two'; allowed: a sheet with"):
        home_office.read(path)


def test_a_formula_in_the_table_is_refused(tmp_path: Path) -> None:
    names = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in HEADER)
    rows = f"<row>{names}</row><row><c><f>1+1</f><v>2</v></c></row>"
    content = archive_of(xlsx_parts({"2024-25": xlsx_sheet(rows)}))
    with pytest.raises(InvalidContentError, match="cell A2: 'A2'; allowed: a value"):
        home_office.read(written(tmp_path / "a", content))


def test_a_count_that_is_no_whole_number_is_refused_in_a_workbook(
    tmp_path: Path,
) -> None:
    rows = [[*ROWS[0][:-1], 2.5]]
    with pytest.raises(InvalidContentError, match="without a decimal point"):
        home_office.read(of_workbook(tmp_path, rows, "xlsx"))


def test_a_parquet_file_of_other_columns_is_refused_with_their_names(
    tmp_path: Path,
) -> None:
    arrow: Any = import_module("pyarrow")
    path = tmp_path / "other"
    import_module("pyarrow.parquet").write_table(arrow.table({"ward": ["E05"]}), path)
    with pytest.raises(InvalidContentError, match="line 1: 'ward'; allowed: a header"):
        home_office.read(path)


def test_a_parquet_file_of_columns_that_lose_digits_or_hold_no_cells_is_refused(
    tmp_path: Path,
) -> None:
    columns = dict(zip(map(str, HEADER), zip(row("2024/25", 1, "1", 2)), strict=True))
    columns |= {"Financial Quarter": (datetime(2024, 4, 1),)}  # noqa: DTZ001 - has none
    columns |= {"Offence Code": (4.1,), "Number of Offences": ([2],)}
    path = tmp_path / "other"
    arrow: Any = import_module("pyarrow")
    import_module("pyarrow.parquet").write_table(arrow.table(columns), path)
    with pytest.raises(InvalidContentError) as caught:
        home_office.read(path)
    assert [(each.place, each.value) for each in caught.value.problems] == [
        ("line 1, column Financial Quarter", "timestamp[us]"),
        ("line 1, column Offence Code", "double"),
        ("line 1, column Number of Offences", "list<element: int64>"),
    ]
    assert caught.value.problems[0].allowed == "a column of texts or whole numbers"


def test_a_parquet_file_that_is_damaged_is_refused(tmp_path: Path) -> None:
    path = of_parquet(tmp_path, ROWS)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(InvalidContentError, match="allowed: a whole Parquet file"):
        home_office.read(path)


def test_a_parquet_file_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parquet: Any = import_module("policing_indicators.tables.parquet")
    with pytest.raises(FileAccessError, match="No such file"):
        next(parquet.rows(tmp_path / "absent", bool))
    monkeypatch.setitem(import_module("sys").modules, "pyarrow", None)
    monkeypatch.delitem(import_module("sys").modules, parquet.__name__)
    monkeypatch.delattr("policing_indicators.tables.parquet")
    with pytest.raises(MissingLibraryError, match=r"policing-indicators\[parquet\]"):
        home_office.read(of_parquet_bytes(tmp_path))


def of_parquet_bytes(folder: Path) -> Path:
    return written(folder / "begins", b"PAR1")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match="No such file"):
        home_office.read(tmp_path / "absent.parquet")


@forms
def test_read_a_year_at_a_time_it_gives_the_same_figures(
    form: str, tmp_path: Path
) -> None:
    path = FORMS[form](tmp_path, ROWS)
    years = list(home_office.read_years(path, areas=["Kent"]))
    assert [len(year.observations) for year in years] == [5, 1]
    together = {each for year in years for each in year.observations}
    assert together == set(home_office.read(path).observations)


def test_one_year_is_read_without_the_next(tmp_path: Path) -> None:
    path = of_csv(tmp_path, [*ROWS, row("2025/26", 9, "1", 2)])
    years = home_office.read_years(path)
    assert counts_of(next(years))["2023/24"] == 18
    assert counts_of(next(years)) == {"2024/25 Q1": 1}
    with pytest.raises(InvalidContentError, match="line 12, column Financial Quarter"):
        next(years)


def test_a_year_whose_rows_do_not_follow_each_other_is_refused(tmp_path: Path) -> None:
    path = of_csv(tmp_path, [*ROWS, row("2023/24", 1, "9", 2)])
    with pytest.raises(InvalidContentError, match="behind each other"):
        list(home_office.read_years(path))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (HEADING + b"\xff\n", r"line 2: b'\\xff'; allowed: a line of text in UTF-8"),
        (HEADING + b"\0\n", r"line 2: '\\x00"),
        (HEADING + b"a" * 1_000_001, "line 2: 'aaa"),
        (b"", "line 1: ''; allowed: a header"),
    ],
)
def test_read_a_year_at_a_time_a_line_that_is_no_text_is_named(
    content: bytes, expected: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidContentError, match=expected):
        list(home_office.read_years(written(tmp_path / "a.csv", content)))


def test_read_a_year_at_a_time_a_byte_order_mark_is_left_off(tmp_path: Path) -> None:
    path = of_csv(tmp_path, ROWS)
    written(path, b"\xef\xbb\xbf" + path.read_bytes())
    assert len(list(home_office.read_years(path))) == 2


def test_read_a_year_at_a_time_a_file_that_is_not_there_is_refused(
    tmp_path: Path,
) -> None:
    with pytest.raises(FileAccessError, match="No such file"):
        list(home_office.read_years(tmp_path / "absent.csv"))


def test_a_table_of_no_rows_has_no_years(tmp_path: Path) -> None:
    assert not list(home_office.read_years(of_csv(tmp_path, [])))


def test_read_a_year_at_a_time_the_names_asked_for_must_be_known(
    tmp_path: Path,
) -> None:
    with pytest.raises(UnknownNameError, match="Atlantis"):
        list(home_office.read_years(of_csv(tmp_path, ROWS), areas=["Atlantis"]))


def test_a_subgroup_that_a_year_has_not_has_no_figure_in_it(tmp_path: Path) -> None:
    bicycle = [
        "2023/24",
        1,
        "Kent",
        "Theft",
        "Theft offences",
        "Bicycle theft",
        "44",
        7,
    ]
    path = of_csv(tmp_path, [bicycle, *ROWS])
    indicators = ["home-office/bicycle-theft"]
    first, second = home_office.read_years(path, indicators=indicators)
    assert [each.period for each in first.observations] == [
        Period.financial_quarter(2023, 1)
    ]
    assert not second.observations


def test_the_room_for_a_file_does_not_grow_with_its_years(tmp_path: Path) -> None:
    tracing: Any = import_module("tracemalloc")
    peaks: list[int] = []
    for years in (15, 15, 60):  # the first also loads what every later one finds there
        rows = [
            row(f"{year}/{(year + 1) % 100:02}", 1, str(code), 1)
            for year in range(2000, 2000 + years)
            for code in range(1, 200)
        ]
        path = of_csv(tmp_path, rows)
        tracing.start()
        for _ in home_office.read_years(path):
            gc.collect()  # what waits to be collected is not held
        peaks.append(tracing.get_traced_memory()[1])
        tracing.stop()
    assert peaks[2] < 1.2 * peaks[1]
