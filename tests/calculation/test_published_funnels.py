"""Every offence subgroup of every full year, beside itself in all forces."""

from pathlib import Path

import numpy as np
import pytest
from benchmarks.study_changes import YEARS, recorded_crime

from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.funnel_point import FunnelMethod, FunnelPosition
from policing_indicators.calculation.ranking import Ranking
from policing_indicators.errors import MissingDataError
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

pytestmark = pytest.mark.shared_data

COUNTED_IN_SOME_YEARS = {
    "home-office/death-or-serious-injury-unlawful-driving",
    "home-office/domestic-burglary",
    "home-office/fraud-offences-to-2012-13",
    "home-office/non-domestic-burglary",
    "home-office/non-residential-burglary",
    "home-office/stalking-and-harassment",
}


@pytest.fixture(scope="module")
def rates(shared_data: Path) -> dict[tuple[str, Period], AreaRates]:
    assert shared_data.is_dir()
    forces, crime = recorded_crime()
    ids = [areas().find(force).id for force in forces]
    shelf = populations()
    return {
        (indicator, year): AreaRates.of(
            [
                Observation(indicator, area, year, count=int(count))
                for area, count in zip(ids, row, strict=True)
            ],
            populations=shelf,
        )
        for indicator, counts in crime.items()
        for year, row in zip(YEARS, counts, strict=True)
    }


def has_an_event(rates: AreaRates) -> bool:
    return any(rate.count for area, rate in rates if area != "city-of-london")


@pytest.mark.parametrize("method", FunnelMethod)
def test_every_funnel_is_drawn_or_refused_by_name(
    rates: dict[tuple[str, Period], AreaRates], method: FunnelMethod
) -> None:
    refused = {key for key, each in rates.items() if not has_an_event(each)}
    for key in refused:
        with pytest.raises(MissingDataError, match="no area has an event"):
            Funnel.of(rates[key], method=method)
    assert {indicator for indicator, _ in refused} == COUNTED_IN_SOME_YEARS
    for key in rates.keys() - refused:
        funnel = Funnel.of(rates[key], method=method)
        left_out = {each.area for each in funnel.left_out}
        assert "city-of-london" in left_out
        assert len(funnel) + len(left_out) == 43
        assert all(np.isfinite(point.deviate) for point in funnel)
        assert len(funnel.curve(points=3)) == 3


def test_unadjusted_nearly_every_force_lies_outside_but_for_homicide(
    rates: dict[tuple[str, Period], AreaRates],
) -> None:
    year = YEARS[-1]
    outside = {}
    for indicator in ("homicide", "violence-with-injury", "home-office/shoplifting"):
        funnel = Funnel.of(rates[indicator, year], method=FunnelMethod.EXACT)
        far = (FunnelPosition.FAR_BELOW, FunnelPosition.FAR_ABOVE)
        outside[indicator] = np.mean([point.position in far for point in funnel])
    assert outside["homicide"] < 0.1
    assert outside["violence-with-injury"] > 0.8
    assert outside["home-office/shoplifting"] > 0.8


def test_forces_are_ranked_in_the_order_of_their_rates(
    rates: dict[tuple[str, Period], AreaRates],
) -> None:
    ranking = Ranking.of(rates["personal-robbery", YEARS[-1]], spread=0.0253)
    values = [place.rate.value for place in ranking]
    assert values == sorted(values, key=lambda value: -(value or 0))
    assert len(ranking) == 42
    assert ranking.places[0].worst_rank < 10
