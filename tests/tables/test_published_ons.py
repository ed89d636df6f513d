"""The publisher's own workbooks and sheet, read whole."""

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from policing_indicators.registry.populations import populations
from policing_indicators.tables import ons, workbook
from policing_indicators.tables.ons_reading import OnsReading
from policing_indicators.tables.ons_words import words_of
from policing_indicators.tables.workbook import Workbook, text_of
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

pytestmark = pytest.mark.shared_data

LATEST = Period.year_ending(2024, 12)
BEFORE = Period.year_ending(2023, 12)
TWELVE = "ons_police_force_area_tables_ye_december_2024.xlsx"
OLD = "ons_police_force_area_tables_ye_june_2019.xlsx"
CSV = "ons_table_p1_ye_june_2025.csv"

CELLS: list[tuple[str, str, int, int, dict[str, int], int, int]] = [
    (TWELVE, "Table P1", 1288, 0, {}, 0, 4),
    (TWELVE, "Table P2", 1206, 0, {"low reliability": 82}, 0, 4),
    (TWELVE, "Table P3", 1296, 110, {"low reliability": 24}, 0, 9),
    (TWELVE, "Table P4", 1288, 0, {}, 0, 4),
    (TWELVE, "Table P5", 782, 0, {"not applicable": 2}, 0, 6),
    (TWELVE, "Table P6", 1682, 0, {}, 0, 9),
    (TWELVE, "Table P7", 108, 0, {"low reliability": 2, "not available": 2}, 0, 4),
    (TWELVE, "Table P8", 870, 0, {"low reliability": 10}, 0, 3),
    (TWELVE, "Table P9", 220, 0, {"low reliability": 2, "not applicable": 2}, 0, 6),
    (TWELVE, "Table C2", 8188, 0, {}, 966, 3),
    (
        TWELVE,
        "Table C3",
        6195,
        0,
        {"low reliability": 1050, "not available": 920},
        966,
        2,
    ),
    (
        TWELVE,
        "Table C4",
        7512,
        628,
        {"low reliability": 24, "not available": 1070},
        1092,
        4,
    ),
    (TWELVE, "Table C5", 8165, 0, {}, 966, 3),
    (OLD, "Table P1", 1288, 0, {}, 0, 9),
    (OLD, "Table P2", 1196, 0, {"low reliability": 92}, 0, 6),
    (OLD, "Table P3", 1297, 110, {"low reliability": 23}, 0, 13),
    (OLD, "Table P4", 695, 0, {"low reliability": 89}, 0, 10),
    (OLD, "Table P5", 1388, 0, {"not applicable": 4}, 0, 10),
    (CSV, "Table P1", 1288, 0, {}, 0, 4),
]
"""Of each sheet: figures, populations, missing by reason, left out, notes."""

PARTS = {
    "ons/total-recorded-crime": [
        "ons/violence-against-the-person",
        "ons/sexual-offences",
        "ons/robbery",
        "ons/theft-offences",
        "ons/criminal-damage-and-arson",
        "drug-offences",
        "ons/possession-of-weapons-offences",
        "ons/public-order-offences",
        "ons/miscellaneous-crimes-against-society",
    ],
    "ons/violence-against-the-person": [
        "homicide",
        "ons/death-or-serious-injury-unlawful-driving",
        "violence-with-injury",
        "ons/violence-without-injury",
        "ons/stalking-and-harassment",
    ],
    "ons/theft-offences": [
        "ons/burglary",
        "vehicle-offences",
        "theft-from-the-person",
        "ons/bicycle-theft",
        "ons/shoplifting",
        "ons/other-theft-offences",
    ],
    "ons/burglary": ["residential-burglary", "ons/non-residential-burglary"],
}
RAILWAY, CITY = "british-transport-police", "city-of-london"
INCLUDING_RAILWAY = ["Table P1", "Table P4", "Table P5"]
Key = tuple[str, str, Period]


@pytest.fixture(name="readings", scope="module")
def _readings(shared_data: Path) -> dict[str, OnsReading]:
    return {name: ons.read(shared_data / name) for name in (TWELVE, OLD, CSV)}


def figures(reading: OnsReading) -> dict[Key, Observation]:
    return {
        (each.indicator, each.area, each.period): each for each in reading.observations
    }


@pytest.mark.parametrize(
    ("file", "sheet", "values", "people", "missing", "left_out", "notes"), CELLS
)
def test_every_cell_of_every_sheet_is_accounted_for(  # noqa: PLR0913, PLR0917 - a case's parts
    readings: dict[str, OnsReading],
    file: str,
    sheet: str,
    values: int,
    people: int,
    missing: dict[str, int],
    left_out: int,
    notes: int,
) -> None:
    (found,) = (each for each in readings[file].sheets if each.name == sheet)
    assert found.values == values
    assert found.populations == people
    assert {reason.value: n for reason, n in found.missing} == missing
    assert found.left_out == left_out
    assert len(found.notes) == notes


def test_every_sheet_with_figures_is_among_those_that_are_counted(
    readings: dict[str, OnsReading],
) -> None:
    read = {
        (file, each.name) for file, book in readings.items() for each in book.sheets
    }
    assert read == {(file, sheet) for file, sheet, *_ in CELLS}


def test_the_percentage_changes_are_those_of_the_counts(
    readings: dict[str, OnsReading],
) -> None:
    found = figures(readings[TWELVE])
    compared = 0
    for (indicator, area, period), count in found.items():
        own = f"ons/{indicator.removeprefix('ons/')}-percentage-change"
        change = found.get((own, area, period))
        if change is None or change.value is None or not count.source.endswith("P1"):
            continue
        before = found[indicator, area, BEFORE]
        assert count.count is not None
        assert before.count
        expected = 100 * (count.count / before.count - 1)
        assert change.value == pytest.approx(expected, abs=1e-11)
        compared += 1
    assert compared == 1206


def test_the_rates_are_those_of_the_counts_over_the_registered_population(
    readings: dict[str, OnsReading],
) -> None:
    found = figures(readings[TWELVE])
    compared = 0
    for (indicator, area, period), count in found.items():
        own = f"ons/{indicator.removeprefix('ons/')}-rate-per-1000"
        rate = found.get((own, area, period))
        if rate is None or rate.value is None or count.denominator is None:
            continue
        assert count.count is not None
        expected = 1000 * count.count / count.denominator
        assert rate.value == pytest.approx(expected, rel=1e-12)
        compared += 1
    forces_and_countries = 42 + 3
    offences_and_fraud = 23 + 1
    assert compared == forces_and_countries * offences_and_fraud


@pytest.mark.parametrize("file", [TWELVE, OLD, CSV])
def test_parts_of_offences_add_up_to_their_totals(
    readings: dict[str, OnsReading], file: str
) -> None:
    found = figures(readings[file])
    places = {(area, period) for name, area, period in found if name in PARTS}
    for area, period in places:
        for whole, parts in PARTS.items():
            if (whole, area, period) in found:
                added = sum(
                    found[part, area, period].required_count() for part in parts
                )
                assert added == found[whole, area, period].count


@pytest.mark.parametrize(
    ("file", "tables"),
    [(TWELVE, ["P1", "P4", "P5", "P6"]), (OLD, ["P1", "P4", "P5"]), (CSV, ["P1"])],
)
def test_england_and_wales_and_the_railways_add_up_to_the_national_total(
    readings: dict[str, OnsReading], file: str, tables: list[str]
) -> None:
    parts: defaultdict[Key, int] = defaultdict(int)
    nation: dict[Key, int] = {}
    for each in readings[file].observations:
        table = each.source.rpartition(" ")[2]
        if table in tables and each.count is not None:
            key = each.indicator, table, each.period
            if each.area in ("england", "wales", RAILWAY):
                parts[key] += each.count
            elif each.area == "england-and-wales":
                assert "Includes British Transport Police." in each.note
                nation[key] = each.count
    assert nation == parts


def test_the_national_total_of_firearms_is_without_the_railways(
    readings: dict[str, OnsReading],
) -> None:
    found = figures(readings[TWELVE])
    for (indicator, area, period), nation in found.items():
        if indicator == "gun-crime" and area == "england-and-wales":
            england = found[indicator, "england", period].required_count()
            wales = found[indicator, "wales", period].required_count()
            assert nation.count == england + wales
            assert nation.note.startswith("Does not include British Transport Police.")


@pytest.mark.parametrize("file", [TWELVE, OLD, CSV])
def test_forces_add_up_to_their_countries(
    readings: dict[str, OnsReading], file: str
) -> None:
    registered = {each.area for each in populations()}
    forces = registered - {"england", "wales", "england-and-wales"}
    found = figures(readings[file])
    total = "ons/total-recorded-crime"
    periods = {period for name, _, period in found if name == total}
    for period in periods:
        added = sum(found[total, force, period].required_count() for force in forces)
        countries = [found[total, name, period] for name in ("england", "wales")]
        assert added == sum(each.required_count() for each in countries)


def test_the_forces_own_rows_among_partnerships_are_left_out_with_the_reason(
    readings: dict[str, OnsReading],
) -> None:
    left_out = [str(each) for each in readings[TWELVE].left_out]
    rated = "a table of forces has their rates, over a population of its own"
    for table in ("C2", "C3", "C4", "C5"):
        reason = rated if table == "C4" else "a table of forces has them"
        rows = f"Table {table}, the forces' own rows: 42 rows left out"
        assert f"{rows} ({reason})" in left_out


TOTAL = "total recorded crime (excluding fraud)"
RENAMED = {
    "all other theft offences": "other theft offences",
    "death or serious injury caused by illegal driving": (
        "death or serious injury - unlawful driving"
    ),
    "total recorded crime (excludinging fraud)": TOTAL,
    "miscellaneous crimes": "miscellaneous crimes against society",
}
"""Headings that differ between the tables of one workbook."""
WITHHELD = {
    ("C3", "E23000028"): ["death or serious injury - unlawful driving"],
    ("C3", "E23000033"): ["death or serious injury - unlawful driving"],
}
"""Percentages of forces that are withheld among partnerships and printed alone."""
Cells = dict[str, dict[str, str]]


def cells_of_forces(book: Workbook, sheet: str) -> Cells:
    """Give the cells of the rows of forces, by their code and heading."""
    rows = [list(map(text_of, row)) for row in book.sheet(sheet).rows()]
    starts = ("area code", "police force area code")
    start = next(n for n, row in enumerate(rows) if words_of(row[0]).text in starts)
    heading = [words_of(each).text for each in rows[start]]
    leading = 6 if sheet.startswith("Table C") else 2
    names = [RENAMED.get(each, each) for each in heading]
    return {
        row[0]: dict(zip(names[leading:], row[leading:], strict=True))
        for row in rows[start + 1 :]
        if row[0].startswith(("E23", "W15")) and not any(row[2:leading])
    }


@pytest.fixture(name="december", scope="module")
def _december(shared_data: Path) -> Workbook:
    return workbook.read(shared_data / TWELVE)


@pytest.mark.parametrize(("own", "forces"), [("C2", "P1"), ("C3", "P2"), ("C5", "P4")])
def test_the_forces_own_rows_among_partnerships_are_those_of_the_forces(
    december: Workbook, own: str, forces: str
) -> None:
    among, alone = (cells_of_forces(december, f"Table {n}") for n in (own, forces))
    offences, without_london = 23, 42
    assert len(among) == without_london
    for code, cells in among.items():
        assert len(cells) == offences
        same = {name: alone[code][name] for name in cells}
        assert cells == same | dict.fromkeys(WITHHELD.get((own, code), ()), "[u]")


def test_the_forces_own_rates_among_partnerships_are_over_an_older_population(
    december: Workbook,
) -> None:
    counts, rates, alone = (
        cells_of_forces(december, f"Table {n}") for n in ("P1", "C4", "P3")
    )
    for code, cells in rates.items():
        (people,) = (cells[name] for name in cells if "mid-2022" in name)
        count, rate = float(counts[code][TOTAL]), float(cells[TOTAL])
        assert 1000 * count / rate == pytest.approx(float(people), abs=51)
        assert cells[TOTAL] != alone[code][TOTAL]


def test_figures_of_one_year_in_two_editions_stand_side_by_side(
    readings: dict[str, OnsReading],
) -> None:
    key = "knife-crime", "west-midlands", Period.financial_year(2010)
    older, newer = (figures(readings[name])[key] for name in (OLD, TWELVE))
    assert (older.count, newer.count) == (3018, 4369)
    assert older.as_at is not None
    assert newer.as_at is not None
    assert older.as_at < newer.as_at


@pytest.mark.parametrize(
    ("file", "released"),
    [(OLD, (2019, 10, 17)), (TWELVE, (2025, 4, 24)), (CSV, (2025, 10, 23))],
)
def test_the_vintage_of_an_edition_is_the_day_of_its_release(
    readings: dict[str, OnsReading], file: str, released: tuple[int, int, int]
) -> None:
    assert {each.as_at for each in readings[file].observations} == {date(*released)}
