"""Dask on several processes and PySpark on several threads give the one answer too."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.frames.engines import Engine, kind_of, pa, rows_of
from tests.frames.one_answer import (
    TOWARDS,
    Incident,
    hold_to_one_answer,
    incidents,
    table_of,
)

from policing_indicators import frames
from policing_indicators.errors import InvalidContentError
from policing_indicators.registry.populations import populations
from policing_indicators.tables import frame

SCRIPT = Path(__file__).parents[1] / "examples" / "beyond_one_machine.py"


@pytest.fixture(params=["dask", "pyspark"])
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.getfixturevalue(request.param)
    return found


@given(rows=incidents)
def test_dask_and_the_door_for_arrays_give_one_answer(
    dask: Engine, rows: list[Incident]
) -> None:
    hold_to_one_answer(dask, rows)


@given(rows=incidents)
def test_pyspark_and_the_door_for_arrays_give_one_answer(
    pyspark: Engine, rows: list[Incident]
) -> None:
    hold_to_one_answer(pyspark, rows)


def test_order_and_columns_of_all_types_are_kept(engine: Engine) -> None:
    given_frame = engine.frame(
        {
            "area": ["kent", "essex", "kent", "essex"],
            "indicator": ["homicide"] * 4,
            "period": ["2024/25", "2024/25", "2023/24", "2023/24"],
            "count": pa.array([9, 8, 7, None], pa.int32()),
            "a `b` c": [4, 3, 2, 1],
            "flag": [True, False, True, False],
        }
    )
    before = rows_of(given_frame)
    rated = frames.with_rates(given_frame, populations=populations())
    changed = frames.with_changes(rated)
    after = rows_of(changed)
    assert [row[: len(before[0])] for row in after] == before
    assert kind_of(changed) == kind_of(given_frame)
    assert rows_of(given_frame) == before
    types: Any = dict(changed.dtypes)
    assert {name: types[name] for name in dict(given_frame.dtypes)} == dict(
        given_frame.dtypes
    )


def test_gaps_and_offences_that_are_not_mapped_are_named(engine: Engine) -> None:
    rows = [("kent", "Arson", date(2024, 4, 1)), ("kent", "Arson", date(2024, 5, 1))]
    table = table_of(rows) | {"area": pa.array(["kent", None], pa.string())}
    with pytest.raises(InvalidContentError) as caught:
        frames.counts(engine.frame(table), indicators=TOWARDS)
    assert [(each.place, each.value) for each in caught.value.problems] == [
        ("column area", None),
        ("column offence", "Arson"),
    ]
    assert "in 2 rows" in caught.value.problems[1].allowed


def test_observations_are_read_from_an_engine_elsewhere(engine: Engine) -> None:
    given_frame = engine.frame(
        {
            "indicator": ["homicide"] * 2,
            "area": ["Kent", "Essex"],
            "period": ["2024/25"] * 2,
            "count": pa.array([9, None], pa.int64()),
            "missing": [None, "confidential"],
        }
    )
    kent, essex = sorted(
        frame.observations(given_frame), key=lambda row: row.area, reverse=True
    )
    assert kent.count == 9
    assert essex.missing is not None


@pytest.mark.parametrize("name", ["dask", "spark"])
def test_the_script_of_the_docs_runs(name: str) -> None:
    command = [sys.executable, "-W", "ignore", str(SCRIPT), name]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = ran.stdout.splitlines()
    assert lines[0] == "200,000 incidents"
    assert len(lines) == 1 + 3 * 4 * 2
