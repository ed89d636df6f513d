"""Whichever engine a table lies in, one answer."""

import pytest
from hypothesis import given, settings
from tests.frames.engines import ENGINES, Engine
from tests.frames.one_answer import Incident, hold_to_one_answer, incidents


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
@settings(max_examples=15)
@given(rows=incidents)
def test_every_engine_and_the_door_for_arrays_give_one_answer(
    engine: Engine, rows: list[Incident]
) -> None:
    hold_to_one_answer(engine, rows)
