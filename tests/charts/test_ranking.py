"""What a ranking says: no more of a rank than is known of it."""

import pytest
from tests.charts.made import FORCES, LONG, forty_three, shares

from policing_indicators import charts
from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.ranking import Ranking
from policing_indicators.calculation.rate import Rate
from policing_indicators.charts import Labelling
from policing_indicators.errors import InvalidValueError, UnknownNameError
from policing_indicators.vocabulary.period import Period


def ranked(counts: dict[str, int], spread: float = 0.02) -> Ranking:
    rates = {area: Rate(count, 500_000) for area, count in counts.items()}
    return Ranking.of(AreaRates(rates), spread=spread)


CLEAR = ranked({"kent": 4_000, "essex": 400, "surrey": 90}, spread=0)
TIED = ranked({"kent": 400, "essex": 400, "surrey": 90})


@pytest.mark.parametrize(
    ("ranking", "area", "said"),
    [
        (CLEAR, "kent", "highest of 3"),
        (CLEAR, "essex", "2nd highest of 3"),
        (TIED, "kent", "joint highest of 3, and may well be anywhere from 1st to 2nd"),
        (
            ranked({"kent": 40, "essex": 30, "surrey": 9}),
            "essex",
            "may well be anywhere from 1st to 2nd of 3",
        ),
    ],
)
def test_the_title_says_the_rank_and_how_surely_it_is_known(
    ranking: Ranking, area: str, said: str
) -> None:
    title = charts.ranking(ranking, area=area).title
    assert title == f"The rate, {area.capitalize()}: {said}"


def test_of_a_small_count_no_rank_is_said() -> None:
    rare = ranked({"kent": 40, "essex": 30, "surrey": 9})
    assert "highest" not in charts.ranking(rare, area="kent").title


def test_without_an_own_area_the_title_names_what_is_drawn() -> None:
    assert charts.ranking(CLEAR).title == "The rate: 3 areas by rank, the highest first"


def test_each_area_is_drawn_on_the_ranks_it_may_have() -> None:
    [boxes] = [
        layer["data"]["values"]
        for layer in charts.ranking(TIED).plot.layers
        if layer["mark"]["type"] == "rect"
    ]
    ends = [(round(box["x"] + 0.3), round(box["x2"] - 0.3)) for box in boxes]
    assert ends == [(place.best_rank, place.worst_rank) for place in TIED]


def test_what_the_bars_allow_for_is_said() -> None:
    assert "chance alone" in charts.ranking(CLEAR).notes[0]
    assert "the usual scatter of areas" in charts.ranking(TIED).notes[0]


def test_ties_and_areas_left_out_are_explained() -> None:
    assert "share the rank" in " ".join(charts.ranking(TIED).notes)
    notes = charts.ranking(Ranking.of(forty_three(40), spread=0.1)).notes
    assert notes[-1].startswith("Not ranked: City of London")


def test_proportions_are_ranked_in_per_cent() -> None:
    ranking = Ranking.of(shares(), spread=0, leave_out=())
    picture = charts.ranking(ranking, area=FORCES[3])
    assert picture.subtitle == "Per cent, with ranks from the highest"
    assert picture.table.rows[0][1].endswith("%")


def test_the_period_is_said() -> None:
    labelling = Labelling(period=Period.financial_year(2024))
    subtitle = charts.ranking(CLEAR, labelling=labelling).subtitle
    assert subtitle == "Rate per 100,000, 2024/25, with ranks from the highest"


def test_the_table_has_each_rank_with_its_two() -> None:
    table = charts.ranking(TIED, labelling=LONG).table
    assert table.rows[2] == ("Surrey", "18.0", "3", "3", "3")


def test_an_area_that_is_not_ranked_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="ranked area"):
        charts.ranking(CLEAR, area="dorset")


def test_only_a_ranking_is_drawn_as_one() -> None:
    with pytest.raises(InvalidValueError, match="of type Ranking"):
        charts.ranking(forty_three())  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - on purpose
