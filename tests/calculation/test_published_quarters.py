"""Funnels and ranks of every offence subgroup in every quarter from 2012."""

from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.ranking import Ranking
from policing_indicators.errors import MissingDataError
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

pytestmark = pytest.mark.shared_data

BY = ["area_name", "offence_subgroup", "financial_year", "quarter"]
QUARTERS = 55
FORCES = 43
FUNNELS = 1_331
"""How many pairs of a subgroup and a quarter the table holds."""


@pytest.fixture(scope="module")
def rates(shared_data: Path) -> dict[tuple[str, Period], AreaRates]:
    parquet: Any = import_module("pyarrow.parquet")
    table = parquet.read_table(
        shared_data / "police_recorded_crime_2012_2025.parquet",
        columns=[*BY, "count"],
        filters=[("area_type", "=", "police_force_area")],
    )
    rows: defaultdict[tuple[str, Period], list[Observation]] = defaultdict(list)
    for row in table.group_by(BY).aggregate([("count", "sum")]).to_pylist():
        year = Period.parse(row["financial_year"]).start.year
        quarter = Period.financial_quarter(year, row["quarter"])
        rows[row["offence_subgroup"], quarter].append(
            Observation(
                "recorded-crime",
                areas().find(row["area_name"]).id,
                quarter,
                count=row["count_sum"],
            )
        )
    shelf = populations()
    return {key: AreaRates.of(own, populations=shelf) for key, own in rows.items()}


def test_every_funnel_and_ranking_of_a_quarter_is_made_or_refused_by_name(
    rates: dict[tuple[str, Period], AreaRates],
) -> None:
    assert len({quarter for _, quarter in rates}) == QUARTERS
    assert len(rates) == FUNNELS
    refused: set[tuple[str, str]] = set()
    for (subgroup, quarter), own in rates.items():
        try:
            funnel = Funnel.of(own)
        except MissingDataError as error:
            refused.add((subgroup, error.reason))
            continue
        assert len(funnel) + len(funnel.left_out) <= FORCES
        for each in funnel.left_out:
            assert each.area == "city-of-london" or "negative" in each.reason
        if quarter.start.month == 1:
            ranking = Ranking.of(own, spread=0.02, random=(100, 1))
            assert {place.area for place in ranking} == {point.area for point in funnel}
            assert all(
                place.best_rank <= place.rank <= place.worst_rank for place in ranking
            )
    assert refused == {
        (f"{kind} burglary", "no area has an event")
        for kind in ("Domestic", "Non-domestic")
    }
