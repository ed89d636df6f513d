"""Areas in the order of their rates."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators import arrays
from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.ranking import Ranking
from policing_indicators.calculation.rate import Rate
from policing_indicators.errors import (
    InvalidValueError,
    MissingDataError,
    UnknownNameError,
)

COUNTS = {"north": 400, "south": 330, "east": 318, "west": 120, "middle": 318}
RATES = AreaRates({area: Rate(count, 500_000) for area, count in COUNTS.items()})


@given(st.lists(st.integers(0, 30), min_size=1, max_size=9))
def test_both_doors_rank_alike(counts: list[int]) -> None:
    rates = AreaRates(
        {f"area-{place}": Rate(count, 1_000) for place, count in enumerate(counts)}
    )
    ranking = Ranking.of(rates, spread=0.02, random=(100, 1))
    found = [ranking[area].rank for area, _ in rates]
    assert found == arrays.ranks(counts).tolist()
    assert [place.rank for place in ranking] == sorted(found)
    for place in ranking:
        assert 1 <= place.best_rank <= place.rank <= place.worst_rank <= len(counts)
        assert place.is_tied == (found.count(place.rank) > 1)


def test_ties_share_the_better_rank_and_the_next_is_skipped() -> None:
    ranking = Ranking.of(RATES, spread=0.02)
    assert [(place.area, place.rank, place.is_tied) for place in ranking] == [
        ("north", 1, False),
        ("south", 2, False),
        ("east", 3, True),
        ("middle", 3, True),
        ("west", 5, False),
    ]
    assert {place.of for place in ranking} == {5}


def test_areas_without_a_figure_are_named_and_not_ranked() -> None:
    rates = AreaRates(
        {**RATES.rates, "city-of-london": Rate(9, 10), "nowhere": Rate(3, 0)}
    )
    ranking = Ranking.of(rates, spread=0)
    assert len(ranking) == 5
    assert [each.area for each in ranking.left_out] == ["city-of-london", "nowhere"]
    with pytest.raises(UnknownNameError, match="ranked area 'nowhere'"):
        ranking["nowhere"]


def test_what_moves_areas_from_year_to_year_makes_ranks_less_sure() -> None:
    by_chance, by_both = (Ranking.of(RATES, spread=each) for each in (0, 0.05))

    def width(ranking: Ranking) -> int:
        return sum(place.worst_rank - place.best_rank for place in ranking)

    assert width(by_chance) < width(by_both)
    assert by_both["west"].best_rank <= 5 == by_chance["west"].best_rank


def test_the_same_seed_gives_the_same_ranks() -> None:
    one, other = (Ranking.of(RATES, spread=0.02, random=(500, 9)) for _ in range(2))
    assert one == other
    assert (one.draws, one.seed) == (500, 9)


def test_a_higher_confidence_sets_ranks_wider_apart() -> None:
    low, high = (
        Ranking.of(RATES, spread=0.02, confidence=level) for level in (0.5, 0.999)
    )
    for area in COUNTS:
        assert high[area].best_rank <= low[area].best_rank
        assert low[area].worst_rank <= high[area].worst_rank


def test_proportions_are_ranked_by_chance_alone() -> None:
    rates = AreaRates({"kent": Proportion(8, 10), "essex": Proportion(5, 10)})
    one, other = (Ranking.of(rates, spread=each) for each in (0, 0.3))
    assert [place.area for place in one] == ["kent", "essex"]
    assert one.places == other.places


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        ({"spread": -1}, "zero or more"),
        ({"spread": None}, "zero or more"),
        ({"confidence": 95}, r"write 0\.95"),
        ({"random": (99, 1)}, "a hundred or more"),
        ({"random": (100, -1)}, "a seed of zero or more"),
        ({"random": (100.0, 1)}, "how many draws"),
        ({"random": (100,)}, "how many draws"),
        ({"leave_out": "kent"}, "a list of ids of areas"),
    ],
)
def test_what_makes_no_ranking_is_refused(
    keywords: dict[str, Any], message: str
) -> None:
    wrong: dict[str, Any] = {"spread": 0, **keywords}
    with pytest.raises(InvalidValueError, match=message):
        Ranking.of(RATES, **wrong)


def test_no_area_is_no_ranking() -> None:
    with pytest.raises(MissingDataError, match="no area has a rate"):
        Ranking.of(AreaRates({"kent": Rate(1, 0)}), spread=0)
    wrong: Any = {"kent": Rate(1, 2)}
    with pytest.raises(InvalidValueError, match="of type AreaRates"):
        Ranking.of(wrong, spread=0)


def test_an_area_far_above_all_others_is_surely_first() -> None:
    counts = {"top": 5_000, **COUNTS}
    rates = AreaRates({area: Rate(count, 500_000) for area, count in counts.items()})
    first = Ranking.of(rates, spread=0.02).places[0]
    assert (first.area, first.best_rank, first.worst_rank) == ("top", 1, 1)
    assert first.rate.count == 5_000
    assert np.isclose(first.rate.value or 0, 1_000)
