"""Incidents are counted on the engine of their frame, and nothing is guessed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import polars as pl
import pytest
from tests.frames.engines import ENGINES, Engine, pa, pd, rows_of

from policing_indicators import frames
from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    Problem,
    UnknownNameError,
)
from policing_indicators.frames import Every
from policing_indicators.registry.mapping import MappingRow, OffenceMapping
from policing_indicators.registry.mappings import mapping
from policing_indicators.vocabulary.period import Period

TOWARDS = {"Robbery": "robbery", "Homicide": ["homicide", "serious-violence"]}
DAYS = (date(2024, 4, 1), date(2024, 6, 30), date(2025, 3, 31))

each_engine = pytest.mark.parametrize("engine", ENGINES, ids=lambda each: each.name)


def incidents(**columns: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "area": ["kent", "kent", "essex"],
        "offence": ["Robbery", "Homicide", "Robbery"],
        "date": pa.array(DAYS, pa.date32()).cast(pa.timestamp("us")),
    }
    return given | columns


def problems(frame: Any, **arguments: Any) -> tuple[Problem, ...]:
    with pytest.raises(InvalidContentError) as caught:
        frames.counts(frame, indicators=TOWARDS, **arguments)
    return caught.value.problems


SPANS: list[tuple[Every, str, list[str], list[str]]] = [
    ("month", "June 2024", ["June 2024"], ["kent homicide June 2024"]),
    (
        "quarter",
        "April to December 2024",
        ["2024/25 Q1", "2024/25 Q2", "2024/25 Q3"],
        ["kent robbery 2024/25 Q1", "kent homicide 2024/25 Q1"],
    ),
    (
        "financial year",
        "January 2024 to June 2025",
        ["2024/25"],
        ["kent robbery 2024/25", "kent homicide 2024/25", "essex robbery 2024/25"],
    ),
    (
        "calendar year",
        "January 2024 to June 2025",
        ["2024"],
        ["kent robbery 2024", "kent homicide 2024"],
    ),
]


@each_engine
@pytest.mark.parametrize(("every", "covering", "periods", "ones"), SPANS)
def test_what_lies_wholly_in_the_span_is_counted_and_nothing_is_nought(
    engine: Engine, every: Every, covering: str, periods: list[str], ones: list[str]
) -> None:
    found = frames.counts(
        engine.frame(incidents()),
        indicators={"Robbery": "robbery", "Homicide": "homicide"},
        every=every,
        covering=Period.parse(covering),
    )
    areas = sorted({each.split()[0] for each in ones})
    assert rows_of(found) == [
        (area, indicator, period, int(f"{area} {indicator} {period}" in ones))
        for area in areas
        for indicator in ("homicide", "robbery")
        for period in periods
    ]


@pytest.mark.parametrize("every", ["quarter", "financial year", "calendar year"])
def test_a_period_longer_than_a_month_is_counted_only_in_a_span(every: Every) -> None:
    frame = pl.DataFrame(incidents())
    with pytest.raises(InvalidValueError, match="covering is None"):
        frames.counts(frame, indicators=TOWARDS, every=every)
    with pytest.raises(InvalidValueError, match="covering is 'June 2024'"):
        frames.counts(
            frame, indicators=TOWARDS, every=every, covering=Period.month(2024, 6)
        )


@each_engine
def test_counts_are_added_up_whatever_their_whole_type(engine: Engine) -> None:
    columns = incidents(count=pa.array([200, 100, 255], pa.uint8()))
    columns["offence"] = ["Robbery"] * 3
    columns["area"] = ["kent"] * 3
    columns["date"] = columns["date"].take(pa.array([0, 0, 0]))
    found = frames.counts(engine.frame(columns), indicators=TOWARDS)
    assert rows_of(found) == [("kent", "robbery", "April 2024", 555)]


@each_engine
def test_transferred_offences_are_taken_off(engine: Engine) -> None:
    columns = incidents(n=pa.array([-2, 1, 3], pa.int32()))
    found = frames.counts(
        engine.frame(columns), indicators=TOWARDS, columns={"count": "n"}
    )
    assert [row[3] for row in rows_of(found)] == [3, 1, -2, 1]


@each_engine
def test_periods_that_are_written_are_read_whichever_way(engine: Engine) -> None:
    columns = incidents(period=["2024/25", "year ending March 2025", "2024"])
    del columns["date"]
    columns["offence"] = ["Robbery"] * 3
    found = frames.counts(engine.frame(columns), indicators=TOWARDS)
    assert rows_of(found) == [
        ("essex", "robbery", "2024", 1),
        ("kent", "robbery", "2024/25", 2),
    ]


@each_engine
def test_texts_may_be_categories(engine: Engine) -> None:
    columns = incidents()
    for name in ("area", "offence"):
        columns[name] = pa.array(columns[name]).dictionary_encode()
    found = frames.counts(engine.frame(columns), indicators=TOWARDS)
    assert len(rows_of(found)) == 4


@each_engine
def test_gaps_are_counted_and_refused(engine: Engine) -> None:
    columns = incidents(
        area=["kent", None, " "],
        offence=["Robbery", None, None],
        date=pa.array([None, DAYS[0], None], pa.date32()).cast(pa.timestamp("us")),
        count=pa.array([1, None, 1], pa.int64()),
    )
    frame = engine.frame(columns)
    if engine.name == "pandas":  # it has made decimals of the counts
        frame["count"] = frame["count"].astype("Int64")
    found = problems(frame)
    assert [(each.place, each.allowed) for each in found] == [
        ("column area", "a value in each row; 2 have none"),
        ("column offence", "a value in each row; 2 have none"),
        ("column date", "a value in each row; 2 have none"),
        ("column count", "a value in each row; 1 have none"),
    ]


@each_engine
def test_a_gap_is_refused_even_where_a_span_leaves_rows_out(engine: Engine) -> None:
    days = pa.array([None, *DAYS[1:]], pa.date32()).cast(pa.timestamp("us"))
    (found,) = problems(
        engine.frame(incidents(date=days)), covering=Period.month(2020, 1)
    )
    assert found.place == "column date"


@each_engine
def test_offences_that_are_not_mapped_are_named_with_what_is_near(
    engine: Engine,
) -> None:
    frame = engine.frame(incidents(offence=["robbery", "Theft", "robbery"]))
    found = problems(frame)
    assert [(each.place, each.value, each.allowed) for each in found] == [
        (
            "column offence",
            "robbery",
            "an offence that indicators names, in 2 rows; did you mean 'Robbery'?",
        ),
        ("column offence", "Theft", "an offence that indicators names, in 1 row"),
    ]


@each_engine
def test_offences_that_are_not_mapped_are_left_out_by_name(engine: Engine) -> None:
    frame = engine.frame(incidents(offence=["Theft", "Robbery", "Theft"]))
    found = frames.counts(frame, indicators=TOWARDS, unmapped="leave out")
    assert rows_of(found) == [("kent", "robbery", "June 2024", 1)]


@each_engine
def test_without_an_incident_there_is_no_count(engine: Engine) -> None:
    columns = {
        "area": pa.array([], pa.string()),
        "offence": pa.array([], pa.string()),
        "date": pa.array([], pa.timestamp("us")),
    }
    for covering in (None, Period.parse("2024/25")):
        found = frames.counts(
            engine.frame(columns), indicators=TOWARDS, covering=covering
        )
        assert rows_of(found) == []


TYPES: list[tuple[str, Any, str]] = [
    ("area", [1, 2, 3], "a column of texts"),
    ("offence", [4.1, 4.2, 4.3], "a column of texts: as numbers"),
    ("date", ["2024-04-01"] * 3, "a column of days, or of times"),
    (
        "date",
        [datetime(2024, 4, 1, tzinfo=UTC)] * 3,
        "a column of days, or of times without a time zone",
    ),
    ("count", [1.0, 2.0, 3.0], "a column of whole numbers"),
    ("count", [True, False, True], "a column of whole numbers"),
]


@pytest.mark.parametrize(("name", "values", "allowed"), TYPES)
def test_a_column_of_a_type_that_cannot_be_counted_by_is_refused(
    name: str,
    values: Any,
    allowed: str,
) -> None:
    (found,) = problems(pl.DataFrame(incidents(**{name: values})))
    assert found.place == f"column {name}"
    assert found.allowed.startswith(allowed)


def test_a_column_of_any_objects_is_refused() -> None:
    frame = pd.DataFrame(incidents(area=["kent", 3, "kent"], date=list(DAYS)))
    assert [each.place for each in problems(frame)] == ["column area", "column date"]


def test_a_period_that_cannot_be_read_is_named() -> None:
    columns = incidents(period=["2024/25", "2011-12", "soon"])
    del columns["date"]
    found = problems(pl.DataFrame(columns))
    assert sorted(str(each.value) for each in found) == ["2011-12", "soon"]
    assert {each.place for each in found} == {"column period"}


def test_one_hundred_offences_of_as_many_indicators_are_told_apart() -> None:
    names = [f"offence {number}" for number in range(100)]
    frame = pl.DataFrame(
        {"area": ["kent"] * 100, "offence": names, "date": [DAYS[0]] * 100}
    )
    towards = {name: f"indicator-{place}" for place, name in enumerate(names)}
    found = frames.counts(frame.lazy(), indicators=towards)
    assert sorted(row[1] for row in rows_of(found)) == sorted(towards.values())


@each_engine
def test_counts_that_are_few_among_all_that_there_might_be_are_in_order(
    engine: Engine,
) -> None:
    places = range(40)
    columns = {
        "area": [f"area-{place:02}" for place in reversed(places)],
        "offence": ["Robbery"] * 40,
        "period": [f"{1980 + place}" for place in places],
        "count": [place + 1 for place in places],
    }
    found = frames.counts(engine.frame(columns), indicators=TOWARDS)
    assert rows_of(found) == [
        (f"area-{place:02}", "robbery", f"{2019 - place}", 40 - place)
        for place in places
    ]


@each_engine
def test_more_rows_than_are_added_up_at_a_time_are_all_counted(engine: Engine) -> None:
    rows = 70_000
    columns = {
        "area": pa.array(["kent", "essex"] * (rows // 2)),
        "offence": pa.array([*["Robbery"] * (rows - 1), "Homicide"]),
        "date": pa.array([DAYS[0]] * rows, pa.date32()).cast(pa.timestamp("us")),
    }
    found = frames.counts(engine.frame(columns), indicators=TOWARDS)
    assert rows_of(found) == [
        ("essex", "homicide", "April 2024", 1),
        ("essex", "robbery", "April 2024", 34_999),
        ("essex", "serious-violence", "April 2024", 1),
        ("kent", "robbery", "April 2024", 35_000),
    ]


def test_a_time_of_day_belongs_to_its_day() -> None:
    days = [datetime(2024, 4, 30, 23, 59), datetime(2024, 5, 1)]  # noqa: DTZ001 - local times
    frame = pl.DataFrame(
        {"area": ["kent"] * 2, "offence": ["Robbery"] * 2, "date": days}
    )
    found = rows_of(frames.counts(frame, indicators=TOWARDS))
    assert [row[2] for row in found] == ["April 2024", "May 2024"]


def burglaries(*counts: int) -> dict[str, Any]:
    return {
        "Force Name": ["Kent"] * 4,
        "Offence Subgroup": ["Domestic burglary", "Residential burglary"] * 2,
        "period": ["2016/17", "2016/17", "2017/18", "2017/18"],
        "Number of Offences": [*counts],
    }


COLUMNS = {
    "area": "Force Name",
    "offence": "Offence Subgroup",
    "count": "Number of Offences",
}


@each_engine
def test_the_mapping_of_the_shelf_is_taken_as_it_is(engine: Engine) -> None:
    found = frames.counts(
        engine.frame(burglaries(7, 0, 0, 5)),
        indicators=mapping("home-office"),
        columns=COLUMNS,
    )
    assert rows_of(found) == [
        ("Kent", "neighbourhood-crime", "2016/17", 7),
        ("Kent", "neighbourhood-crime", "2017/18", 5),
        ("Kent", "residential-burglary", "2016/17", 7),
        ("Kent", "residential-burglary", "2017/18", 5),
    ]


@each_engine
def test_offences_in_years_that_the_mapping_does_not_have_them_in_are_refused(
    engine: Engine,
) -> None:
    with pytest.raises(InvalidContentError) as caught:
        frames.counts(
            engine.frame(burglaries(7, 1, 2, 5)),
            indicators=mapping("home-office"),
            unmapped="leave out",
            columns=COLUMNS,
        )
    place, as_mapped = "column Offence Subgroup", "as the mapping has it"
    assert caught.value.problems == (
        Problem(
            place,
            "Domestic burglary",
            f"no such offences but until 2016/17, {as_mapped}",
        ),
        Problem(
            place,
            "Residential burglary",
            f"no such offences but from 2017/18, {as_mapped}",
        ),
    )


@each_engine
def test_transfers_that_leave_nothing_in_such_a_year_are_no_fault(
    engine: Engine,
) -> None:
    columns = {
        "area": ["kent", "kent", "kent"],
        "offence": ["Domestic burglary"] * 3,
        "period": ["2016/17", "2017/18", "2017/18"],
        "count": [7, 2, -2],
    }
    found = frames.counts(engine.frame(columns), indicators=mapping("home-office"))
    assert {row[3] for row in rows_of(found) if row[2] == "2017/18"} == {0}


@each_engine
def test_what_leaves_nothing_in_two_areas_together_is_refused(engine: Engine) -> None:
    columns = {
        "area": ["kent", "essex"],
        "offence": ["Domestic burglary"] * 2,
        "period": ["2017/18"] * 2,
        "count": [2, -2],
    }
    with pytest.raises(InvalidContentError, match="until 2016/17"):
        frames.counts(engine.frame(columns), indicators=mapping("home-office"))


@each_engine
def test_what_has_no_offence_or_no_year_is_not_said_to_be_in_a_wrong_one(
    engine: Engine,
) -> None:
    columns = {
        "area": ["kent", "kent", "kent"],
        "offence": ["Homicide", "Homicyde", "Homicide"],
        "period": ["2016/17", "2017/18", None],
        "count": [7, 2, 2],
    }
    with pytest.raises(InvalidContentError) as caught:
        frames.counts(engine.frame(columns), indicators=mapping("home-office"))
    assert [(each.place, each.value) for each in caught.value.problems] == [
        ("column period", None),
        ("column offence", "Homicyde"),
    ]


@each_engine
def test_the_mapping_of_the_shelf_finds_no_count_where_there_is_no_incident(
    engine: Engine,
) -> None:
    empty: dict[str, Any] = {
        "area": pa.array([], pa.string()),
        "offence": pa.array([], pa.string()),
        "date": pa.array([], pa.timestamp("us")),
    }
    found = frames.counts(engine.frame(empty), indicators=mapping("home-office"))
    assert rows_of(found) == []


def test_the_year_of_an_incident_is_that_of_its_month() -> None:
    columns = {
        "area": ["kent", "kent"],
        "offence": ["Domestic burglary", "Residential burglary"],
        "date": [date(2017, 3, 31), date(2017, 4, 1)],
    }
    found = frames.counts(
        pl.DataFrame(columns),
        indicators=mapping("home-office"),
        every="calendar year",
        covering=Period.calendar_year(2017),
    )
    assert [row for row in rows_of(found) if row[1] == "residential-burglary"] == [
        ("kent", "residential-burglary", "2017", 2)
    ]


SEVERAL = [
    [
        MappingRow(subgroup="Robbery", indicators=["robbery"]),
        MappingRow(code="1", indicators=["homicide"]),
    ],
    [
        MappingRow(subgroup="Robbery", indicators=["robbery"]),
        MappingRow(subgroup="ROBBERY", indicators=["homicide"]),
    ],
    [],
]


@pytest.mark.parametrize("rows", SEVERAL)
def test_a_mapping_that_one_column_is_not_enough_for_is_refused(
    rows: list[MappingRow],
) -> None:
    own = OffenceMapping(id="own", rows=rows)
    with pytest.raises(InvalidValueError, match="a mapping whose rows all name"):
        frames.counts(pl.DataFrame(incidents()), indicators=own)


MAPPINGS: list[Any] = [{}, None, ["Robbery"], "Robbery"]


@pytest.mark.parametrize("indicators", MAPPINGS, ids=repr)
def test_indicators_are_a_mapping_and_not_empty(indicators: Any) -> None:
    with pytest.raises(InvalidValueError, match="indicators is"):
        frames.counts(pl.DataFrame(incidents()), indicators=indicators)


def test_what_is_not_right_in_the_mapping_is_named_at_once() -> None:
    mapping: Any = {
        "A ": "a",
        " A": "b",
        "": "c",
        3: "d",
        "E": "an id",
        "F": [4],
        "G": 5,
    }
    with pytest.raises(InvalidContentError) as caught:
        frames.counts(pl.DataFrame(incidents()), indicators=mapping)
    assert [each.place for each in caught.value.problems] == [
        *["indicators"] * 3,
        *(f"indicators['{name}']" for name in "EFG"),
    ]


MISUSED: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"every": "week"}, InvalidValueError, "every is 'week'"),
    ({"unmapped": "drop"}, InvalidValueError, "unmapped is 'drop'"),
    ({"covering": "2024/25"}, InvalidValueError, "covering is '2024/25'"),
    ({"columns": {"offence": "Crime"}}, UnknownNameError, "'Crime'"),
    ({"columns": {"place": "area"}}, UnknownNameError, "'place'"),
]


@pytest.mark.parametrize(("arguments", "error", "message"), MISUSED)
def test_an_argument_that_is_not_what_it_must_be_is_refused(
    arguments: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        frames.counts(pl.DataFrame(incidents()), indicators=TOWARDS, **arguments)


def test_a_column_that_is_needed_and_not_there_is_named() -> None:
    frame = pl.DataFrame(incidents())
    for name in ("area", "offence"):
        with pytest.raises(UnknownNameError, match=f"no column of the frame '{name}'"):
            frames.counts(frame.drop(name), indicators=TOWARDS)


def test_incidents_have_a_date_or_a_period_and_not_both() -> None:
    frame = pl.DataFrame(incidents()).with_columns(period=pl.lit("2024/25"))
    for given in (frame, frame.drop("date", "period")):
        with pytest.raises(InvalidValueError, match="a column date or a column period"):
            frames.counts(given, indicators=TOWARDS)
    with pytest.raises(InvalidValueError, match="where incidents have a date"):
        frames.counts(
            frame.drop("date"), indicators=TOWARDS, covering=Period.parse("2024/25")
        )


def test_every_day_of_a_leap_year_is_counted_once() -> None:
    days = [date(2023, 4, 1) + timedelta(days=each) for each in range(366)]
    frame = pl.DataFrame(
        {"area": ["kent"] * 366, "offence": ["Robbery"] * 366, "date": days}
    )
    quarters = frames.counts(
        frame,
        indicators={"Robbery": "robbery"},
        every="quarter",
        covering=Period.parse("2023/24"),
    )
    assert [row[3] for row in rows_of(quarters)] == [91, 92, 92, 91]
