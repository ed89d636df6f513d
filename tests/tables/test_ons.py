"""The tables of the Office for National Statistics, as they are read."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.tables.ons_tables import (
    COUNTS,
    GUNS,
    KNIVES,
    NATION,
    RATES,
    TWELVE_MONTHS,
    WEST_MIDLANDS,
    book,
    old_book,
    rows_of_counts,
    saved,
)
from tests.tables.workbooks import Table, written

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.tables import ons
from policing_indicators.tables.ons_reading import OnsReading, OnsSheet
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind

YEAR = Period.calendar_year(2024)
SOURCE = (
    "Office for National Statistics, Police force area data tables, year ending "
    "December 2024, Table "
)
ALLOWED_CODE = "the code of a police force area, a region or a country"
ALLOWED_NAME = "the name of what has no code, such as British Transport Police"
ALLOWED_PARTNERSHIP = "the code of a community safety partnership, or Unassigned"
ALLOWED_COUNT = (
    "a whole number without a decimal point: a mean or a rate is no count, even where "
    "it happens to be whole"
)
ALLOWED_PERIOD = "a heading, or a title, that names the period of the figures"
REASONS = {each.value: each for each in MissingReason}


@pytest.fixture(name="reading", scope="module")
def _reading(tmp_path_factory: pytest.TempPathFactory) -> OnsReading:
    return ons.read(saved(tmp_path_factory.mktemp("ons"), book()))


@pytest.fixture(name="old", scope="module")
def _old(tmp_path_factory: pytest.TempPathFactory) -> OnsReading:
    folder = tmp_path_factory.mktemp("ons")
    return ons.read(written(folder / "old.xlsx", old_book()))


def figure_of(
    reading: OnsReading, indicator: str, area: str, period: Period = YEAR
) -> Observation:
    (found,) = (
        each
        for each in reading.observations
        if (each.indicator, each.area, each.period) == (indicator, area, period)
    )
    return found


def sheet_of(reading: OnsReading, name: str) -> OnsSheet:
    (found,) = (each for each in reading.sheets if each.name == name)
    return found


def problems_of(folder: Path, sheets: Mapping[str, Table]) -> list[str]:
    with pytest.raises(InvalidContentError) as caught:
        ons.read(saved(folder, sheets))
    return [str(problem) for problem in caught.value.problems]


def counts_with(*rows: list[str | float | None]) -> dict[str, Table]:
    return {"Table P1": [*rows_of_counts()[:3], *rows]}


def test_a_count_is_of_the_indicator_area_and_year_that_it_stands_under(
    reading: OnsReading,
) -> None:
    homicide = figure_of(reading, "homicide", "west-midlands")
    assert homicide.count == 31
    assert homicide.source == f"{SOURCE}P1"
    assert homicide.as_at == date(2025, 4, 24)
    assert str(homicide.origin).endswith("sheet 'Table P1', cell C6")


def test_the_region_and_the_force_of_one_name_are_told_apart(
    reading: OnsReading,
) -> None:
    assert figure_of(reading, "homicide", "e12000005").count == 60
    (region,) = (each for each in reading.areas if each.id == "e12000005")
    assert (region.name, region.kind) == ("West Midlands", AreaKind.REGION)


def test_an_offence_that_is_no_national_indicator_is_one_by_itself(
    reading: OnsReading,
) -> None:
    assert figure_of(reading, "ons/shoplifting", "city-of-london").count == 1400


def test_a_percentage_and_a_rate_are_values_of_their_own_indicators(
    reading: OnsReading,
) -> None:
    change = figure_of(reading, "ons/shoplifting-percentage-change", "west-midlands")
    assert (change.value, change.count) == (12.5, None)
    rate = figure_of(reading, "ons/shoplifting-rate-per-1000", "west-midlands")
    assert rate.value == 7.04
    households = "ons/residential-burglary-rate-per-1000-households"
    assert figure_of(reading, households, "west-midlands").value == 11.25


def test_a_symbol_is_the_reason_why_there_is_no_figure(reading: OnsReading) -> None:
    homicide = figure_of(reading, "ons/homicide-percentage-change", "west-midlands")
    assert homicide.missing is MissingReason.LOW_RELIABILITY
    knives = "ons/knife-crime-rate-per-100000"
    railway = figure_of(reading, knives, "british-transport-police")
    assert railway.missing is MissingReason.NOT_AVAILABLE


def test_the_notes_of_headings_and_names_stand_beside_their_figures(
    reading: OnsReading,
) -> None:
    nation = figure_of(reading, "ons/shoplifting", "england-and-wales")
    assert nation.note == ("[note 3] [note 2] Includes British Transport Police.")
    notes = {note.number: note for note in sheet_of(reading, "Table P1").notes}
    assert notes[3].text == "Includes British Transport Police."
    assert notes[3].places == ("sheet 'Table P1', cell B4",)
    assert notes[1].places == ("sheet 'Table P1', cell A1",)
    assert notes[2].text == ""


def test_two_notes_of_one_number_are_both_given(reading: OnsReading) -> None:
    notes = {note.number: note.text for note in sheet_of(reading, "Table P6").notes}
    assert notes[2] == "A new method.\nAnd another."


def test_what_the_total_of_a_table_includes_is_said(reading: OnsReading) -> None:
    guns = figure_of(reading, "gun-crime", "england-and-wales")
    assert guns.note == "Does not include British Transport Police."


def test_a_count_has_the_population_that_its_workbook_rates_it_over(
    reading: OnsReading,
) -> None:
    knives = figure_of(reading, "knife-crime", "west-midlands")
    assert (knives.count, knives.denominator) == (4664, 2_980_936)
    assert knives.note == (
        "Table P7 of the same source gives the rate on this mid-2023 population."
    )
    guns = figure_of(reading, "gun-crime", "west-midlands")
    assert guns.denominator == 2_980_936
    assert guns.note == (
        "The tables of that release give rates on this mid-2023 population."
    )


def test_no_other_figure_has_a_population(reading: OnsReading) -> None:
    before = Period.calendar_year(2023)
    assert (
        figure_of(reading, "knife-crime", "west-midlands", before).denominator is None
    )
    assert figure_of(reading, "homicide", "city-of-london").denominator is None
    assert figure_of(reading, "homicide", "e22000335").denominator is None
    assert figure_of(reading, "homicide", "e12000005").denominator is None


@pytest.mark.parametrize(("people", "period"), [(2_990_000.0, "2024"), (0.0, "2024")])
def test_populations_of_another_edition_are_no_denominators(
    people: float, period: str, tmp_path: Path
) -> None:
    sheets = book()
    rates = [list(row) for row in sheets["Table P3"]]
    rates[2][2] = people
    reading = ons.read(saved(tmp_path, sheets | {"Table P3": rates}))
    knives = figure_of(reading, "knife-crime", "west-midlands", Period.parse(period))
    assert knives.denominator is None


def test_populations_are_kept_as_an_edition_of_their_own(reading: OnsReading) -> None:
    people, households = reading.populations[:2]
    assert (people.kind, people.value) == (DenominatorKind.PEOPLE, 2_980_900)
    assert people.label == "mid-2023"
    assert households.kind is DenominatorKind.HOUSEHOLDS
    assert households.reference_date == date(2021, 6, 30)
    edition = "Police force area data tables, year ending December 2024"
    assert {each.edition for each in reading.populations} == {edition}


def test_partnerships_are_areas_by_their_codes(reading: OnsReading) -> None:
    assert figure_of(reading, "homicide", "e22000335").count == 20
    assert figure_of(reading, "homicide", "ons/unassigned-west-midlands").count == -1
    assert figure_of(reading, "homicide", "ons/manchester-airport").count == 0
    names = {each.id: each.name for each in reading.areas}
    assert names["e22000335"] == "Birmingham"


def test_what_is_left_out_is_listed_with_its_reason(reading: OnsReading) -> None:
    assert [str(each) for each in reading.left_out] == [
        "Cover_sheet: 1 row left out (no table of figures)",
        "Notes- PFA: 9 rows left out (no table of figures)",
        "Correction notice: 2 rows left out (no table of figures)",
        "Table C1: 2 rows left out (a list of areas, with no figures)",
        "Table C2, the forces' own rows: 1 row left out (a table of forces has them)",
        "Table C2, row 7: 1 row left out (the row holds no figures)",
    ]


def test_a_sheet_of_corrections_is_kept_line_by_line(reading: OnsReading) -> None:
    assert reading.corrections == ("Corrections", "On 1 May 2025 P1 was corrected.")


@pytest.mark.parametrize(
    ("sheet", "values", "populations", "missing", "left_out"),
    [
        ("Table P1", 10, 0, {}, 0),
        ("Table P2", 1, 0, {"low reliability": 1}, 0),
        ("Table P3", 2, 4, {"low reliability": 2}, 0),
        ("Table P6", 8, 0, {}, 0),
        ("Table P7", 1, 0, {"not available": 1}, 0),
        ("Table P8", 4, 0, {}, 0),
        ("Table C2", 3, 0, {}, 1),
    ],
)
def test_every_cell_of_a_sheet_is_counted(  # noqa: PLR0913, PLR0917 - a case's parts
    reading: OnsReading,
    sheet: str,
    values: int,
    populations: int,
    missing: dict[str, int],
    left_out: int,
) -> None:
    found = sheet_of(reading, sheet)
    assert (found.values, found.populations, found.left_out) == (
        values,
        populations,
        left_out,
    )
    assert found.missing == tuple((REASONS[name], n) for name, n in missing.items())


def test_some_sheets_are_read_as_they_are_among_all(
    reading: OnsReading, tmp_path: Path
) -> None:
    some = ons.read(saved(tmp_path, book()), sheets=["Table P8 "])
    assert some.observations == tuple(
        each for each in reading.observations if each.source == f"{SOURCE}P8"
    )
    assert [each.name for each in some.sheets] == ["Table P8"]
    assert "Table P1: 8 rows left out (was not asked for)" in map(str, some.left_out)
    assert not some.populations


def test_a_sheet_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="'Table P1'"):
        ons.read(saved(tmp_path, book()), sheets=["Table P10"])


def test_the_layout_of_2019_reads_with_its_footnotes_and_symbols(
    old: OnsReading,
) -> None:
    year = Period.year_ending(2019, 6)
    nation = figure_of(old, "ons/total-recorded-crime", "england-and-wales", year)
    assert nation.count == 5_279_956
    assert nation.note == "[note 6] [note 3] Includes British Transport Police."
    assert figure_of(old, "residential-burglary", "cheshire", year).count == 40
    notes = {note.number: note.text for note in sheet_of(old, "Table P1").notes}
    assert notes[7] == "Cheshire has a new system."
    change = "ons/homicide-percentage-change"
    small = figure_of(old, change, "cheshire", year)
    assert small.missing is MissingReason.LOW_RELIABILITY
    assert figure_of(old, change, "england-and-wales", year).value == -5.25
    burglary = "ons/residential-burglary-percentage-change"
    nowhere = figure_of(old, burglary, "england-and-wales", year)
    assert nowhere.missing is MissingReason.NOT_AVAILABLE


def test_headings_of_2019_are_read_with_what_they_are_merged_under(
    old: OnsReading,
) -> None:
    year = Period.year_ending(2019, 6)
    force = "west-midlands"
    assert figure_of(old, "ons/knife-homicide", force, year).count == 16
    assert figure_of(old, "knife-crime", force, year).count == 3560
    since = "ons/knife-crime-percentage-change-since-2010-11"
    assert figure_of(old, since, force, year).value == 18
    change = "ons/knife-crime-percentage-change"
    assert figure_of(old, change, force, year).value == 20
    nation = figure_of(old, change, "england-and-wales", year)
    assert nation.missing is MissingReason.NOT_APPLICABLE


def test_a_sheet_saved_as_csv_reads_like_the_sheet(tmp_path: Path) -> None:
    lines = [
        f'"{COUNTS}",,',
        "Source: Home Office,,",
        'Area Code,Area Name,"Shoplifting \n[note 2]"',
        'K04000001,ENGLAND AND WALES [note 3],"516,971"',
        ",British Transport Police,[x]",
    ]
    path = tmp_path / "p1.csv"
    path.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    reading = ons.read(path)
    nation, railway = reading.observations
    assert (nation.count, nation.area) == (516_971, "england-and-wales")
    assert railway.missing is MissingReason.NOT_AVAILABLE
    assert reading.sheets[0].name == "Table P1"


def test_a_workbook_in_ods_reads_like_one_in_xlsx(
    reading: OnsReading, tmp_path: Path
) -> None:
    assert ons.read(saved(tmp_path, book(), "ods")).observations == reading.observations


def test_the_vintage_may_be_given(tmp_path: Path) -> None:
    given = date(2025, 5, 1)
    reading = ons.read(saved(tmp_path, book()), as_at=given)
    assert {each.as_at for each in reading.observations} == {given}


def test_an_edition_of_which_the_release_is_not_known_has_no_vintage(
    tmp_path: Path,
) -> None:
    title = COUNTS.replace("2024", "2031")
    sheets: dict[str, Table] = {"Table P1": [[title], *rows_of_counts()[2:]]}
    reading = ons.read(saved(tmp_path, sheets))
    assert {each.as_at for each in reading.observations} == {None}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            ["E23000099", "Atlantis", 1.0, 2.0],
            f"cell A4: 'E23000099'; allowed: {ALLOWED_CODE}",
        ),
        (
            [WEST_MIDLANDS, "Kent", 1.0, 2.0],
            "cell A4: 'Kent'; allowed: West Midlands, as E23000014",
        ),
        (
            [None, "Atlantis", 1.0, 2.0],
            f"cell A4: 'Atlantis'; allowed: {ALLOWED_NAME}",
        ),
        (
            [WEST_MIDLANDS, "West Midlands", 1.5, 2.0],
            f"cell C4: '1.5'; allowed: {ALLOWED_COUNT}",
        ),
    ],
)
def test_a_row_or_cell_that_cannot_be_placed_is_named_by_its_cell(
    row: list[str | float | None], expected: str, tmp_path: Path
) -> None:
    assert problems_of(tmp_path, counts_with(row)) == [f"sheet 'Table P1', {expected}"]


def test_a_name_that_is_not_known_does_not_stand_against_its_code(
    tmp_path: Path,
) -> None:
    row: list[str | float | None] = [WEST_MIDLANDS, "Birmingham and around", 1.0, 2.0]
    reading = ons.read(saved(tmp_path, counts_with(row)))
    assert {each.area for each in reading.observations} == {"west-midlands"}


def test_a_partnership_without_a_code_is_refused(tmp_path: Path) -> None:
    sheets = {
        "Table C2": [
            *list(book()["Table C2"])[:2],
            [WEST_MIDLANDS, "West Midlands", None, "Birmingham", None, None, 20.0],
        ]
    }
    assert problems_of(tmp_path, sheets) == [
        f"sheet 'Table C2', cell C3: 'Birmingham'; allowed: {ALLOWED_PARTNERSHIP}"
    ]


def test_figures_beside_no_area_are_refused(tmp_path: Path) -> None:
    whole: list[str | float | None] = [NATION, "ENGLAND AND WALES", 1.0, 2.0]
    assert problems_of(tmp_path, counts_with(whole, [None, None, 1.0, 2.0])) == [
        "sheet 'Table P1', cell A5: ''; allowed: an area beside the figures"
    ]


def test_a_figure_that_stands_twice_is_refused(tmp_path: Path) -> None:
    row: list[str | float | None] = [WEST_MIDLANDS, "West Midlands", 1.0, None]
    (problem,) = problems_of(tmp_path, counts_with(row, row))
    assert problem.startswith("sheet 'Table P1', cell C5: 'homicide in west-midlands")
    assert problem.endswith("sheet 'Table P1', cell C4 has this one")


def test_a_population_that_is_none_is_refused(tmp_path: Path) -> None:
    heading = "Population figures (mid-2023) rounded to 100"
    sheets: dict[str, Table] = {
        "Table P3": [
            [RATES],
            ["Area Code", "Area Name", heading],
            [WEST_MIDLANDS, "West Midlands", "[p]"],
            [NATION, "ENGLAND AND WALES", "[x]"],
        ]
    }
    (problem,) = problems_of(tmp_path, sheets)
    assert "a whole number, or a symbol for why there is none" in problem


@pytest.mark.parametrize(
    ("heading", "allowed"),
    [
        ("Piracy", "a column that a table of this title is known to have"),
        ("", "a column that a table of this title is known to have"),
    ],
)
def test_a_column_that_is_not_known_is_refused(
    heading: str, allowed: str, tmp_path: Path
) -> None:
    sheets: dict[str, Table] = {
        "Table P8": [
            [GUNS],
            ["Area code", "Area name", TWELVE_MONTHS, heading],
            [WEST_MIDLANDS, "West Midlands", 468.0, 7.0],
        ]
    }
    assert problems_of(tmp_path, sheets) == [
        f"sheet 'Table P8', cell D2: {heading!r}; allowed: {allowed}"
    ]


def test_a_heading_that_is_misspelt_is_refused_with_what_is_near(
    tmp_path: Path,
) -> None:
    sheets: dict[str, Table] = {
        "Table P1": [
            [COUNTS],
            ["Area Code", "Area Name", "Homocide"],
            [WEST_MIDLANDS, "West Midlands", 31.0],
        ]
    }
    (problem,) = problems_of(tmp_path, sheets)
    assert problem.startswith("sheet 'Table P1', cell C2: 'Homocide'; allowed: ")
    assert problem.endswith("; did you mean 'homicide'?")


def test_a_title_that_is_misspelt_is_refused_with_what_is_near(tmp_path: Path) -> None:
    sheets: dict[str, Table] = {"Table P8": [[GUNS.replace("firearm", "fierarm")]]}
    (problem,) = problems_of(tmp_path, sheets)
    assert "did you mean 'Number of firearm offences (excluding" in problem


@pytest.mark.parametrize(
    ("headings", "cell", "value"),
    [
        (["Aera code", "Area name"], "A2", "Aera code"),
        (["Area name", "Area code"], "B2", "Area code"),
        (["Force", "Name"], "A1", GUNS),
    ],
)
def test_a_header_that_is_misspelt_or_elsewhere_is_named_by_its_cell(
    headings: list[str], cell: str, value: str, tmp_path: Path
) -> None:
    row: list[str | float | None] = [WEST_MIDLANDS, "West Midlands", 468.0]
    sheets: dict[str, Table] = {
        "Table P8": [[GUNS], [*headings, TWELVE_MONTHS], row],
    }
    (problem,) = problems_of(tmp_path, sheets)
    assert problem.startswith(f"sheet 'Table P8', cell {cell}: {value!r}; allowed: ")
    assert problem.endswith("a header row that begins with 'Area Code'")


def test_a_table_may_start_lower_on_its_sheet(tmp_path: Path) -> None:
    name = next(each for each in book() if each.strip() == "Table P1")
    lower: dict[str, Table] = {**book(), name: [[None], [None], *rows_of_counts()]}
    expected = ons.read(saved(tmp_path, book()))
    found = ons.read(saved(tmp_path, lower))
    assert found.observations == expected.observations
    first, second = found.sheets[0], expected.sheets[0]
    assert (first.title, first.period) == (second.title, second.period)
    (note,) = (note for note in first.notes if note.number == 1)
    assert note.places[0] == "sheet 'Table P1', cell A3"


def test_a_column_of_no_period_is_refused(tmp_path: Path) -> None:
    title = COUNTS.partition(", year ending")[0]
    sheets = {"Table P1": [[title], ["Area Code", "Area Name", "Homicide"]]}
    assert problems_of(tmp_path, sheets) == [
        f"sheet 'Table P1', cell C2: 'homicide'; allowed: {ALLOWED_PERIOD}"
    ]


@pytest.mark.parametrize(
    ("rows", "allowed"),
    [
        ([["Table Z9: Piracy"]], "the title of a table whose layout is known"),
        ([[KNIVES], ["Kent"]], "a header row that begins with 'Area Code'"),
    ],
)
def test_a_table_of_another_layout_is_not_guessed_at(
    rows: Table, allowed: str, tmp_path: Path
) -> None:
    (problem,) = problems_of(tmp_path, {"Table": rows})
    assert problem.startswith("sheet 'Table', cell A1: ")
    assert problem.endswith(allowed)


def test_the_rest_of_another_edition_reads_where_that_is_asked_for(
    tmp_path: Path,
) -> None:
    sheets = book() | {"Table P10": [["Table P10: Piracy"]]}
    reading = ons.read(saved(tmp_path, sheets), unplaced="leave out")
    assert figure_of(reading, "gun-crime", "west-midlands").count == 468
    assert str(reading.left_out[-1]) == (
        "sheet 'Table P10', cell A1: 1 row left out ('Table P10: Piracy' could not be "
        "placed; allowed: the title of a table whose layout is known)"
    )


def test_a_table_that_was_moved_on_its_sheet_is_refused_and_not_passed_over(
    tmp_path: Path,
) -> None:
    moved: Table = [[None, *row] for row in rows_of_counts()]
    name = next(each for each in book() if each.strip() == "Table P1")
    sheets: dict[str, Table] = {**book(), name: moved}
    path = saved(tmp_path, sheets)
    with pytest.raises(InvalidContentError) as caught:
        ons.read(path)
    (problem,) = caught.value.problems
    assert problem.place == "sheet 'Table P1', cell A1"
    assert problem.value == ""
    assert problem.allowed.startswith("the title of a table, since the sheet has a")
    rest = ons.read(path, unplaced="leave out")
    assert {each.name for each in rest.sheets} >= {"Table P2"}


def test_cells_left_blank_beside_others_are_listed(tmp_path: Path) -> None:
    row: list[str | float | None] = [WEST_MIDLANDS, "West Midlands", 1.0, None]
    reading = ons.read(saved(tmp_path, counts_with(row)))
    assert "Table P1, row 4, 1 of its cells: 1 row left out (they are blank)" in map(
        str, reading.left_out
    )


def test_what_is_to_be_done_about_the_rest_is_one_of_two(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="'refuse' or 'leave out'"):
        ons.read(tmp_path / "a.xlsx", unplaced="guess")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "allowed: tables of police force areas, such as Table P1"),
        ("\n\n", "allowed: tables of police force areas, such as Table P1"),
        ("area,count\nkent,9\n", "'area'; allowed: tables of police force areas"),
        ('"area', "allowed: a sheet saved as CSV, or a workbook"),
    ],
)
def test_a_file_without_such_tables_is_refused(
    text: str, expected: str, tmp_path: Path
) -> None:
    path = tmp_path / "other.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidContentError) as caught:
        ons.read(path)
    assert expected in str(caught.value)


def test_a_workbook_without_rates_gives_no_populations(tmp_path: Path) -> None:
    sheets = {name: rows for name, rows in book().items() if name != "Table P3"}
    reading = ons.read(saved(tmp_path, sheets))
    assert figure_of(reading, "gun-crime", "west-midlands").denominator is None


def test_an_empty_sheet_is_passed_over(tmp_path: Path) -> None:
    reading = ons.read(saved(tmp_path, {"Empty": [], **counts_with()}))
    assert not reading.observations
    assert not reading.left_out
