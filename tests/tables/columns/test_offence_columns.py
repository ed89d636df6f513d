"""The Home Office's table is the same by column and by row, where it is right."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import InvalidContentError, InvalidValueError
from policing_indicators.registry.frameworks import framework
from policing_indicators.tables import home_office
from policing_indicators.tables.columns import offence_columns
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.tables.offence_question import OffenceQuestion
from policing_indicators.tables.offence_table import COLUMNS, OffenceFile

FORCES = OffenceQuestion.of(None, None, None, None).forces
CELLS = {
    "financial_year": ["2024/25", "2023/24", "2024-25", "2024"],
    "financial_quarter": ["1", "2", "Q1", "5"],
    "area_code": ["", "", "E23000032", "E2"],
    "force_name": ["Kent", "Essex", "CIFAS", "Knet"],
    "offence_group": ["Theft offences", "Theft  offences", "Fraud", "-"],
    "offence_subgroup": ["Shoplifting", "Bicycle theft", "shoplifting", ""],
    "offence_code": ["46", "4.1", "4.10", "?"],
    "number_of_offences": ["0", "12", "-3", "1,234", "1.5"],
}


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Give a table, most of them right."""
    names = draw(st.permutations(COLUMNS))
    right = draw(st.integers(0, 3)) > 0
    cells = [st.sampled_from(CELLS[name][: -1 if right else None]) for name in names]
    rows = draw(st.lists(st.tuples(*cells), max_size=6))
    written = [",".join(f'"{cell}"' for cell in row) for row in rows]
    header = draw(st.sampled_from([*[",".join(names)] * 6, ",".join(names[1:])]))
    return "\n".join([header, *written])


@given(text=tables())
def test_columns_are_the_table_that_the_reader_of_rows_gives_or_nothing(
    text: str,
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "offences.csv")
        path.write_text(text)
        columns = offence_columns.read(path, FORCES)
        try:
            whole = OffenceFile(path, FORCES).whole()
        except InvalidContentError:
            assert columns is None
            return
    assert columns is not None
    places = columns.places()
    assert [*places.items()] == [*whole.items()]
    assert [*map(list, places.values())] == [*map(list, whole.values())]


def test_a_column_that_is_there_twice_is_left_to_the_reader_of_rows(
    tmp_path: Path,
) -> None:
    path = tmp_path / "offences.csv"
    path.write_text(",".join([*COLUMNS, "count"]))
    assert offence_columns.read(path, FORCES) is None


def test_a_table_of_the_home_office_is_a_table_of_its_observations(
    tmp_path: Path,
) -> None:
    path = tmp_path / "offences.csv"
    row = '2024/25,1,,Kent,Theft offences,Shoplifting,46,"1,234"'
    path.write_text(f"{','.join(COLUMNS)}\n{row}\n")
    table = ObservationTable.read_home_office(path, source="Home Office")
    (shoplifting,) = table.rows("home-office/shoplifting", "kent")
    assert (shoplifting.count, shoplifting.source) == (1234, "Home Office")
    read = home_office.read(path, source="Home Office")
    assert tuple(table) == read.observations


def test_a_framework_says_which_indicators_the_table_has(tmp_path: Path) -> None:
    path = tmp_path / "offences.csv"
    rows = [
        "2024/25,1,,Kent,Theft offences,Shoplifting,46,3",
        "2024/25,1,,Kent,Drug offences,Possession of drugs,92,4",
    ]
    path.write_text("\n".join([",".join(COLUMNS), *rows]))
    plan = framework("national-priorities-2021")
    table = ObservationTable.read_home_office(path, framework=plan)
    assert table.indicators == ("drug-possession",)
    assert tuple(table) == home_office.read(path, framework=plan).observations
    with pytest.raises(InvalidValueError, match="framework is 'own-plan'"):
        ObservationTable.read_home_office(path, framework="own-plan")  # type: ignore[arg-type]  # refused


@pytest.mark.shared_data
def test_the_published_table_is_the_same_by_column_and_by_row(
    shared_data: Path,
) -> None:
    path = shared_data / "police_recorded_crime_west_midlands.csv"
    columns = offence_columns.read(path, FORCES)
    assert columns is not None
    assert columns.places() == OffenceFile(path, FORCES).whole()
    table = ObservationTable.read_home_office(path)
    assert tuple(table) == home_office.read(path).observations
    assert table.areas == ("west-midlands",)
