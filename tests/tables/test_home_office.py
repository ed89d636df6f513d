"""What is made of the Home Office's table of offences."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.mapping import MappingRow, OffenceMapping
from policing_indicators.registry.mappings import mapping
from policing_indicators.tables import home_office
from policing_indicators.tables.reading import LeftOut, Reading
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period

HEADER = (
    "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,"
    "Offence Subgroup,Offence Code,Number of Offences"
)
GROUPS = {
    "Homicide": "Violence against the person",
    "Violence with injury": "Violence against the person",
    "Residential burglary": "Theft offences",
    "Domestic burglary": "Theft offences",
    "Robbery of personal property": "Robbery",
    "Vehicle offences": "Theft offences",
    "Theft from the person": "Theft offences",
    "Shoplifting": "Theft offences",
    "Possession of drugs": "Drug offences",
    "Trafficking of drugs": "Drug offences",
    "Fraud: CIFAS": "Fraud offences",
}
NEIGHBOURHOOD = (
    "Residential burglary",
    "Robbery of personal property",
    "Vehicle offences",
    "Theft from the person",
)
FIRST, SECOND, THIRD, FOURTH = (Period.financial_quarter(2024, n) for n in (1, 2, 3, 4))
YEAR = Period.financial_year(2024)


@frozen
class Row:
    """A row of the table, by default one murder in Kent."""

    quarter: int = 1
    count: int = 1
    subgroup: str = "Homicide"
    code: str = "1"
    force: str = "Kent"
    year: str = "2024/25"

    def __str__(self) -> str:
        group = GROUPS[self.subgroup]
        place = f"{self.year},{self.quarter},{self.force}"
        return f"{place},-,{group},{self.subgroup},{self.code},{self.count}"


def table(folder: Path, rows: Iterable[Row]) -> Path:
    path = folder / "offences.csv"
    path.write_text("\n".join([HEADER, *map(str, rows)]), encoding="utf-8")
    return path


def counts(reading: Reading) -> dict[str, int | None]:
    return {str(row): row.count for row in reading.observations}


def four_quarters(force: str = "Kent") -> list[Row]:
    return [Row(quarter=n, count=10**n, force=force) for n in (1, 2, 3, 4)]


def test_a_year_is_the_sum_of_its_four_quarters(tmp_path: Path) -> None:
    reading = home_office.read(table(tmp_path, four_quarters()), periods=[YEAR])
    assert counts(reading) == {"homicide in kent, 2024/25": 11110}
    assert reading.left_out == ()


def test_a_figure_says_from_which_file_and_no_line_since_it_is_a_sum(
    tmp_path: Path,
) -> None:
    path = table(tmp_path, four_quarters())
    rows = home_office.read(path, periods=[YEAR, YEAR.year_before]).observations
    assert [row.count for row in rows] == [11110, None]
    assert {row.origin for row in rows} == {Origin(str(path))}


def test_every_quarter_and_every_whole_year_is_read_unless_others_are_asked_for(
    tmp_path: Path,
) -> None:
    rows = [*four_quarters(), Row(year="2025/26"), Row(year="2023/24", quarter=4)]
    assert counts(home_office.read(table(tmp_path, rows))) == {
        "homicide in kent, 2023/24 Q4": 1,
        "homicide in kent, 2024/25 Q1": 10,
        "homicide in kent, 2024/25 Q2": 100,
        "homicide in kent, 2024/25 Q3": 1000,
        "homicide in kent, 2024/25 Q4": 10000,
        "homicide in kent, 2025/26 Q1": 1,
        "homicide in kent, 2024/25": 11110,
    }


@pytest.mark.parametrize(
    ("period", "count"),
    [
        ("year ending June 2025", 11101),
        ("2024", None),
        ("2024/25 Q2", 100),
        ("July to December 2024", 1100),
        ("April 2024 to June 2025", 11111),
    ],
)
def test_a_period_is_any_whole_number_of_quarters(
    tmp_path: Path, period: str, count: int | None
) -> None:
    path = table(tmp_path, [*four_quarters(), Row(year="2025/26")])
    reading = home_office.read(path, periods=[Period.parse(period)])
    assert counts(reading) == {f"homicide in kent, {period}": count}


def test_a_figure_that_cannot_be_made_whole_is_missing_and_says_why(
    tmp_path: Path,
) -> None:
    rows = [row for row in four_quarters() if row.quarter != 3]
    (row,) = home_office.read(table(tmp_path, rows), periods=[YEAR]).observations
    assert row.missing is MissingReason.NOT_AVAILABLE
    assert row.note == "Not in the table: 2024/25 Q3."


def test_a_quarter_without_rows_of_every_component_is_not_whole(tmp_path: Path) -> None:
    rows = [
        Row(quarter=n, subgroup=subgroup)
        for n in (1, 2, 4)
        for subgroup in NEIGHBOURHOOD
    ]
    rows.remove(Row(quarter=2, subgroup="Vehicle offences"))
    rows.remove(Row(quarter=2, subgroup="Theft from the person"))
    reading = home_office.read(
        table(tmp_path, rows),
        indicators=["neighbourhood-crime"],
        periods=[FIRST, SECOND, THIRD, YEAR],
    )
    assert counts(reading) == {
        "neighbourhood-crime in kent, 2024/25 Q1": 4,
        "neighbourhood-crime in kent, 2024/25 Q2": None,
        "neighbourhood-crime in kent, 2024/25 Q3": None,
        "neighbourhood-crime in kent, 2024/25": None,
    }
    some = "2024/25 Q2 (subgroup theft from the person, subgroup vehicle offences)"
    assert [row.note for row in reading.observations] == [
        "",
        f"Not in the table: {some}.",
        "Not in the table: 2024/25 Q3.",
        f"Not in the table: {some}; 2024/25 Q3.",
    ]


def test_a_quarter_without_a_row_that_another_force_has_is_not_whole(
    tmp_path: Path,
) -> None:
    rows = [
        Row(quarter=n, subgroup="Vehicle offences", code=code, force=force, count=5)
        for n in (1, 2, 3, 4)
        for code in ("45", "126", "130")
        for force in ("Kent", "Surrey")
    ]
    rows.remove(Row(4, 5, "Vehicle offences", "126", "Kent"))
    reading = home_office.read(
        table(tmp_path, rows),
        indicators=["vehicle-offences", "home-office/vehicle-offences"],
        periods=[THIRD, FOURTH, YEAR],
    )
    expected = [
        (15, ""),
        (None, "Not in the table: 2024/25 Q4 (code 126)."),
        (None, "Not in the table: 2024/25 Q4 (code 126)."),
    ]
    found = [
        (row.count, row.note) for row in reading.observations if row.area == "kent"
    ]
    assert found == [*expected, *expected]
    whole = [row.count for row in reading.observations if row.area == "surrey"]
    assert whole == [15, 15, 60, 15, 15, 60]
    reason = "the table lacks other rows of the figure"
    left_out = {"Q1": 3, "Q2": 3, "Q4": 2}
    assert reading.left_out == tuple(
        LeftOut(f"Theft offences: Vehicle offences, 2024/25 {quarter}", reason, rows)
        for quarter, rows in left_out.items()
    )


def test_each_row_that_is_lacking_is_named_once(tmp_path: Path) -> None:
    theft = partial(Row, subgroup="Theft from the person")
    vehicle = partial(Row, subgroup="Vehicle offences")
    others = [Row(subgroup=subgroup) for subgroup in NEIGHBOURHOOD[:2]]
    kent = [*others, vehicle(code="45")]
    more = [vehicle(code="48"), vehicle(code="126"), theft(code="39")]
    surrey = [evolve(row, force="Surrey") for row in (*kent, *more)]
    reading = home_office.read(
        table(tmp_path, [*kent, *surrey]),
        areas=["kent"],
        indicators=["neighbourhood-crime"],
        periods=[FIRST],
    )
    (row,) = reading.observations
    lacking = "code 126, code 48, subgroup theft from the person"
    assert row.note == f"Not in the table: 2024/25 Q1 ({lacking})."


def test_a_code_of_two_subgroups_is_lacking_where_one_of_them_lacks_it(
    tmp_path: Path,
) -> None:
    row = MappingRow(group="Drug offences", indicators=["drugs"])
    rows = [
        Row(force="Kent", subgroup="Possession of drugs", code="92"),
        Row(force="Surrey", subgroup="Possession of drugs", code="92"),
        Row(force="Surrey", subgroup="Trafficking of drugs", code="92"),
    ]
    reading = home_office.read(
        table(tmp_path, rows),
        indicators=["drugs"],
        mapping=OffenceMapping(id="our-own", rows=[row]),
        periods=[FIRST],
    )
    assert [(row.count, row.note) for row in reading.observations] == [
        (None, "Not in the table: 2024/25 Q1 (code 92 of trafficking of drugs)."),
        (2, ""),
    ]


def test_a_row_that_only_a_fraud_body_has_is_lacking_nowhere(tmp_path: Path) -> None:
    fraud = partial(Row, subgroup="Fraud: CIFAS")
    rows = [fraud(code="53C"), fraud(code="53D", force="CIFAS")]
    reading = home_office.read(table(tmp_path, rows))
    assert counts(reading) == {"home-office/fraud-cifas in kent, 2024/25 Q1": 1}


def test_rows_differ_from_quarter_to_quarter(tmp_path: Path) -> None:
    rows = [
        Row(quarter=quarter, code=code, force=force)
        for quarter, code in ((1, "1"), (1, "2"), (2, "2"), (3, "3"))
        for force in ("Kent", "Surrey")
    ]
    reading = home_office.read(table(tmp_path, rows), areas=["kent"])
    assert [row.count for row in reading.observations] == [2, 1, 1]


def test_a_subgroup_counts_towards_an_indicator_in_the_years_of_the_mapping(
    tmp_path: Path,
) -> None:
    rows = [
        Row(year="2016/17", subgroup="Domestic burglary", count=5),
        Row(year="2017/18", subgroup="Residential burglary", count=7),
        Row(year="2017/18", subgroup="Domestic burglary", count=0),
    ]
    assert counts(home_office.read(table(tmp_path, rows))) == {
        "residential-burglary in kent, 2016/17 Q1": 5,
        "residential-burglary in kent, 2017/18 Q1": 7,
        "home-office/domestic-burglary in kent, 2016/17 Q1": 5,
        "home-office/domestic-burglary in kent, 2017/18 Q1": 0,
    }


def test_an_indicator_the_mapping_does_not_know_in_a_quarter_is_missing_there(
    tmp_path: Path,
) -> None:
    row = MappingRow(
        subgroup="Homicide",
        indicators=["homicide"],
        since=Period.financial_year(2025),
    )
    reading = home_office.read(
        table(tmp_path, [Row()]),
        indicators=["homicide"],
        periods=[FIRST],
        mapping=OffenceMapping(id="our-own", rows=[row]),
    )
    assert [row.note for row in reading.observations] == [
        "Not in the table: 2024/25 Q1."
    ]


def test_a_mapping_may_go_by_offence_code(tmp_path: Path) -> None:
    by_code = OffenceMapping(
        id="our-own", rows=[MappingRow(code="4.1", indicators=["one"])]
    )
    rows = [Row(code="4.1", count=3), Row(code="4.10", count=5)]
    reading = home_office.read(table(tmp_path, rows), mapping=by_code, periods=[FIRST])
    assert counts(reading) == {
        "one in kent, 2024/25 Q1": 3,
        "our-own/homicide in kent, 2024/25 Q1": 8,
    }


def test_negative_cells_are_summed_as_they_stand(tmp_path: Path) -> None:
    rows = [Row(count=5), Row(count=-2, code="4.1"), Row(quarter=2, count=-3)]
    reading = home_office.read(table(tmp_path, rows))
    assert [(row.count, row.note) for row in reading.observations] == [
        (3, ""),
        (
            -3,
            "Negative: more offences were transferred or cancelled than were recorded.",
        ),
    ]


def test_nought_is_a_count(tmp_path: Path) -> None:
    reading = home_office.read(table(tmp_path, [Row(count=0)]))
    assert counts(reading) == {"homicide in kent, 2024/25 Q1": 0}


def test_a_subgroup_that_is_not_mapped_is_an_indicator_by_itself(
    tmp_path: Path,
) -> None:
    path = table(tmp_path, [Row(subgroup="Shoplifting", count=7), Row()])
    expected = {"home-office/shoplifting in kent, 2024/25 Q1": 7}
    asked = home_office.read(path, indicators=["home-office/shoplifting"])
    assert counts(asked) == expected
    assert (
        counts(home_office.read(path)) == {"homicide in kent, 2024/25 Q1": 1} | expected
    )


def test_a_subgroup_that_is_mapped_can_be_had_by_itself_as_well(tmp_path: Path) -> None:
    path = table(tmp_path, [Row(subgroup="Vehicle offences", count=7)])
    reading = home_office.read(
        path, indicators=["vehicle-offences", "home-office/vehicle-offences"]
    )
    assert counts(reading) == {
        "vehicle-offences in kent, 2024/25 Q1": 7,
        "home-office/vehicle-offences in kent, 2024/25 Q1": 7,
    }


def test_what_is_asked_for_comes_in_the_order_it_was_asked_and_once(
    tmp_path: Path,
) -> None:
    rows = [
        Row(force=force, subgroup=subgroup)
        for force in ("Kent", "Surrey", "Essex")
        for subgroup in ("Homicide", "Possession of drugs")
    ]
    reading = home_office.read(
        table(tmp_path, rows),
        areas=["Surrey", "E23000032", "kent"],
        indicators=["drug-possession", "homicide", "drug-possession"],
        periods=[SECOND, FIRST, Period.parse("April to June 2024")],
    )
    assert [str(row) for row in reading.observations] == [
        f"{indicator} in {area}, 2024/25 {quarter}"
        for area in ("surrey", "kent")
        for indicator in ("drug-possession", "homicide")
        for quarter in ("Q2", "Q1")
    ]


def test_a_framework_says_whose_indicators_are_asked_for(tmp_path: Path) -> None:
    subgroups = ("Homicide", "Shoplifting", "Vehicle offences", "Possession of drugs")
    path = table(tmp_path, [Row(subgroup=each) for each in subgroups])
    plan = framework("national-priorities-2021")
    reading = home_office.read(path, periods=[FIRST], framework=plan)
    (years,) = home_office.read_years(path, framework=plan)
    named = dict.fromkeys(row.indicator for row in reading.observations)
    recorded = mapping("home-office").indicators
    assert list(named) == [each.id for each in plan.indicators if each.id in recorded]
    (left_out,) = reading.left_out
    assert left_out.what == "Theft offences: Shoplifting"
    assert left_out.reason == "counts towards no indicator that was asked for"
    found = {row.indicator for row in years.observations}
    assert found == {"homicide", "drug-possession", "vehicle-offences"}


def test_indicators_are_found_by_the_names_that_a_framework_gives_them(
    tmp_path: Path,
) -> None:
    path = table(tmp_path, [Row(), Row(subgroup="Shoplifting")])
    homicide = Indicator(
        id="homicide",
        name="Murders",
        aliases=["killings"],
        unit=Unit.COUNT,
        direction=ImprovementDirection.DECREASE,
    )
    knives = evolve(homicide, id="knife-crime", name="Knives", aliases=())
    plan = Framework(
        id="own-plan", name="Our plan", priorities=(), indicators=[homicide, knives]
    )
    asked = ["KILLINGS", "home-office/shoplifting"]
    found = home_office.read(path, periods=[FIRST], indicators=asked, framework=plan)
    assert [row.indicator for row in found.observations] == [
        "homicide",
        "home-office/shoplifting",
    ]
    with pytest.raises(UnknownNameError, match="indicator 'Robbery'"):
        home_office.read(path, indicators=["Robbery"], framework=plan)
    with pytest.raises(UnknownNameError, match="indicator of the mapping home-office"):
        home_office.read(path, indicators=["Knives"], framework=plan)
    with pytest.raises(InvalidValueError, match="framework is 'own-plan'"):
        home_office.read(path, framework="own-plan")  # type: ignore[arg-type]  # refused


def test_a_gap_in_one_force_s_figures_is_said_where_other_forces_have_them(
    tmp_path: Path,
) -> None:
    rows = [*four_quarters(), *four_quarters("Surrey")[:3]]
    reading = home_office.read(table(tmp_path, rows), areas=["surrey"])
    assert counts(reading) == {
        "homicide in surrey, 2024/25 Q1": 10,
        "homicide in surrey, 2024/25 Q2": 100,
        "homicide in surrey, 2024/25 Q3": 1000,
        "homicide in surrey, 2024/25 Q4": None,
        "homicide in surrey, 2024/25": None,
    }


def test_every_observation_bears_the_vintage_and_the_source(tmp_path: Path) -> None:
    reading = home_office.read(
        table(tmp_path, [Row()]),
        periods=[FIRST, SECOND],
        as_at=date(2026, 4, 1),
        source="Home Office, April 2026",
    )
    assert reading.observations == (
        Observation(
            "homicide",
            "kent",
            FIRST,
            count=1,
            as_at=date(2026, 4, 1),
            source="Home Office, April 2026",
        ),
        Observation(
            "homicide",
            "kent",
            SECOND,
            missing=MissingReason.NOT_AVAILABLE,
            as_at=date(2026, 4, 1),
            source="Home Office, April 2026",
            note="Not in the table: 2024/25 Q2.",
        ),
    )


def test_rows_that_are_in_no_figure_are_counted_with_the_reason(tmp_path: Path) -> None:
    rows = [
        Row(subgroup="Fraud: CIFAS", force="CIFAS"),
        Row(force="Surrey"),
        Row(force="Surrey", quarter=2),
        Row(subgroup="Shoplifting"),
        Row(quarter=3),
        Row(quarter=3, code="4.1"),
        Row(subgroup="Possession of drugs"),
        Row(),
    ]
    reading = home_office.read(
        table(tmp_path, rows),
        areas=["kent"],
        indicators=["homicide", "drug-offences"],
        periods=[FIRST, SECOND],
    )
    assert counts(reading) == {
        "homicide in kent, 2024/25 Q1": 1,
        "homicide in kent, 2024/25 Q2": None,
        "drug-offences in kent, 2024/25 Q1": None,
        "drug-offences in kent, 2024/25 Q2": None,
    }
    assert reading.left_out == (
        LeftOut("CIFAS", "reports fraud from the whole country, and is no area", 1),
        LeftOut("Surrey", "no area that was asked for", 2),
        LeftOut(
            "Theft offences: Shoplifting",
            "counts towards no indicator that was asked for",
            1,
        ),
        LeftOut("2024/25 Q3", "in no period that was asked for", 2),
        LeftOut(
            "Drug offences: Possession of drugs, 2024/25 Q1",
            "the table lacks other rows of the figure",
            1,
        ),
    )


def test_nothing_asked_for_is_nothing_read(tmp_path: Path) -> None:
    path = table(tmp_path, [Row()])
    assert home_office.read(path, areas=[]).observations == ()
    assert home_office.read(path, indicators=[]).observations == ()
    assert home_office.read(path, periods=[]).observations == ()


def test_a_table_of_a_header_alone_has_no_figures(tmp_path: Path) -> None:
    assert home_office.read(table(tmp_path, [])) == Reading([])


def test_a_force_that_is_not_known_is_refused_with_those_that_are(
    tmp_path: Path,
) -> None:
    path = table(tmp_path, [Row()])
    with pytest.raises(UnknownNameError, match="such as 'kent'"):
        home_office.read(path, areas=["knet"])
    with pytest.raises(UnknownNameError, match="no area 'England'"):
        home_office.read(path, areas=["England"])


@pytest.mark.parametrize("name", ["homicides", "home-office/homicides"])
def test_an_indicator_that_is_not_known_is_refused_with_what_is_near(
    tmp_path: Path, name: str
) -> None:
    path = table(tmp_path, [Row()])
    meant = name.removesuffix("s")
    with pytest.raises(UnknownNameError, match=f"such as '{meant}'"):
        home_office.read(path, indicators=[name])


def test_a_period_that_is_not_of_whole_quarters_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path, [Row()])
    with pytest.raises(InvalidValueError, match="whole quarters that start in"):
        home_office.read(path, periods=[Period.month(2024, 9)])


def test_what_is_asked_for_must_be_of_its_kind(tmp_path: Path) -> None:
    path = table(tmp_path, [Row()])
    with pytest.raises(InvalidValueError, match="a list or a tuple"):
        home_office.read(path, areas="kent")
    with pytest.raises(InvalidValueError, match="indicator asked for is 5"):
        home_office.read(path, indicators=[5])  # type: ignore[list-item]  # refused
    with pytest.raises(InvalidValueError, match="a period asked for is '2024/25'"):
        home_office.read(path, periods=["2024/25"])  # type: ignore[list-item]  # same


def test_a_table_that_is_not_right_is_not_read(tmp_path: Path) -> None:
    path = table(tmp_path, [Row(), Row(), Row(force="Knet")])
    with pytest.raises(InvalidContentError) as caught:
        home_office.read(path)
    assert [problem.place for problem in caught.value.problems] == [
        "lines 2 and 3",
        "line 4, column Force Name",
    ]


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match=r"none\.csv"):
        home_office.read(tmp_path / "none.csv")


ROWS = st.lists(
    st.builds(
        Row,
        quarter=st.integers(1, 4),
        count=st.integers(-5, 50),
        subgroup=st.sampled_from(sorted(GROUPS)),
        code=st.sampled_from(["1", "4.1", "4.10"]),
        force=st.sampled_from(["Kent", "Surrey", "CIFAS"]),
        year=st.sampled_from(["2016/17", "2024/25"]),
    ),
    unique_by=lambda row: (row.quarter, row.subgroup, row.code, row.force, row.year),
)


ASKED_AREAS = st.sampled_from([None, ["kent"]])
ASKED_INDICATORS = st.sampled_from([None, ["neighbourhood-crime", "homicide"]])
ASKED_PERIODS = st.sampled_from([None, [FIRST, SECOND], [YEAR]])


def towards(row: Row) -> set[tuple[str, str, Period]]:
    """Give the areas, indicators and quarters that a row counts towards."""
    quarter = Period.financial_quarter(int(row.year[:4]), row.quarter)
    known = mapping("home-office")
    indicators = known.indicators_for(
        group=GROUPS[row.subgroup],
        subgroup=row.subgroup,
        code=row.code,
        period=quarter,
    )
    itself = known.subgroup_id(row.subgroup)
    return {(row.force.lower(), each, quarter) for each in (*indicators, itself)}


@given(ROWS, ASKED_AREAS, ASKED_INDICATORS, ASKED_PERIODS)
def test_every_row_is_in_a_figure_or_left_out(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[Row],
    areas: list[str] | None,
    indicators: list[str] | None,
    periods: list[Period] | None,
) -> None:
    path = table(tmp_path_factory.mktemp("offences"), rows)
    reading = home_office.read(
        path, areas=areas, indicators=indicators, periods=periods
    )
    whole = {
        (row.area, row.indicator, quarter)
        for row in reading.observations
        if row.count is not None
        for quarter in row.period.quarters
    }
    in_figures = sum(1 for row in rows if towards(row) & whole)
    assert in_figures + sum(each.rows for each in reading.left_out) == len(rows)
    for figure in reading.observations:
        if figure.count is not None:
            cells = {
                (figure.area, figure.indicator, quarter)
                for quarter in figure.period.quarters
            }
            counted = [row.count for row in rows if towards(row) & cells]
            assert figure.count == sum(counted)


@given(ROWS, ASKED_AREAS, ASKED_INDICATORS)
def test_a_year_is_its_quarters_however_the_table_is_asked(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[Row],
    areas: list[str] | None,
    indicators: list[str] | None,
) -> None:
    path = table(tmp_path_factory.mktemp("offences"), rows)
    reading = home_office.read(path, areas=areas, indicators=indicators)
    by_name = {
        (row.indicator, row.area, row.period): row for row in reading.observations
    }
    assert len(by_name) == len(reading.observations)
    for row in reading.observations:
        if row.period.months == 12:
            quarters = [
                by_name[row.indicator, row.area, quarter].count
                for quarter in row.period.quarters
            ]
            whole = [count for count in quarters if count is not None]
            assert row.count == (sum(whole) if len(whole) == 4 else None)
