"""Charts, funnels and rankings show themselves in words and shape, and no colour."""

import re

import pytest
from attrs import evolve
from tests.notebook import html_of, markdown_of

from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.ranking import Ranking
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.shown_figures import shown_level, shown_number
from policing_indicators.vocabulary.bound import AtMost
from policing_indicators.vocabulary.indicator import ImprovementDirection
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.time_series import TimeSeries

COUNTS = (52, 48, 55, 47, 51, 49, 50, 54, 46, 53, 50, 83)
RATES = {"north": 400, "south": 330, "east": 318, "west": 120, "middle": 318}
SEASON = (10, -12, 3, 0, 5, -4, 18, -20, 2, 1, -3, 0)


def months(counts: list[int]) -> TimeSeries:
    return TimeSeries(
        Observation(
            "robbery",
            "here",
            Period.month(2020 + place // 12, 1 + place % 12),
            count=count,
        )
        for place, count in enumerate(counts)
    )


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def chart(counts: tuple[int, ...] = COUNTS, **options: object) -> ControlChart:
    return ControlChart.of(months(list(counts)), season="ignore", **options)  # type: ignore[arg-type]


def test_a_chart_shows_its_points_with_every_rule_in_words() -> None:
    shown = markdown_of(chart(direction=ImprovementDirection.DECREASE))
    assert shown.startswith("**XmR chart: robbery, here**\n")
    assert rows(shown)[0] == ["January 2020", "-", "52", "53.2", "40.4", "65.9"]
    assert rows(shown)[-1][:3] == ["December 2020", "▲ outside the limits", "83"]
    assert "Latest point, December 2020: ■ special cause of concern." in shown
    assert "Read with care: season unknown." in shown


@pytest.mark.parametrize(
    ("direction", "word"),
    [
        (ImprovementDirection.INCREASE, "◆ special cause of improvement"),
        (ImprovementDirection.DECREASE, "■ special cause of concern"),
        (ImprovementDirection.NEUTRAL, "◇ special cause, neither good nor bad"),
    ],
)
def test_the_latest_point_is_said_by_which_way_is_better(
    direction: ImprovementDirection, word: str
) -> None:
    assert f": {word}." in markdown_of(chart(direction=direction))


def test_a_point_that_breaks_no_rule_and_a_target_are_said() -> None:
    shown = markdown_of(chart(COUNTS[:-1], target=AtMost(70)))
    assert ": ● common cause; target: consistently meets." in shown


def test_of_a_long_chart_the_latest_two_years_of_months_are_shown() -> None:
    counts = (*COUNTS, *COUNTS, *COUNTS)
    shown = markdown_of(evolve(chart(counts), cautions=()))
    assert len(rows(shown)) == 24
    assert "12 earlier points are not shown." in shown
    assert "Read with care" not in shown


def test_a_seasonal_chart_shows_what_was_adjusted() -> None:
    counts = [200 + 3 * SEASON[place % 12] + place % 5 for place in range(72)]
    made = ControlChart.of(months(counts))
    shown = markdown_of(made)
    assert "| Adjusted |" in shown
    assert "| --- | --- | --: | --: | --: | --: | --: |" in shown
    assert rows(shown)[-1][3] == shown_number(float(made.latest.charted))


def test_a_funnel_shows_where_each_area_lies_in_shape_and_word() -> None:
    rates = {area: Rate(count, 500_000) for area, count in RATES.items()}
    shown = markdown_of(Funnel.of(AreaRates(rates)))
    assert shown.startswith("**Areas around 59.4, that of the areas of the funnel (")
    assert "(dispersion-adjusted limits)**" in shown
    assert "| Rate per 100,000 | Limits (95%) | Limits (99.8%) |" in shown
    assert ["west", "▼ below", "24.0", "34.1 to 91.7", "22.7 to 113.5"] in rows(shown)


def test_a_funnel_of_proportions_is_in_per_cent_and_names_what_is_left_out() -> None:
    shares = {
        "north": Proportion(40, 100),
        "south": Proportion(90, 200),
        "empty": Proportion(0, 0),
    }
    shown = markdown_of(Funnel.of(AreaRates(shares)))
    assert "| Percentage |" in shown
    assert rows(shown)[0][2] == "40.0%"
    assert "Left out: empty: " in shown
    ranked = markdown_of(Ranking.of(AreaRates(shares), spread=0))
    assert "| Percentage |" in ranked
    assert "Left out: empty: " in ranked


def test_a_ranking_shows_each_rank_with_those_it_may_be() -> None:
    rates = {area: Rate(count, 500_000) for area, count in RATES.items()}
    shown = markdown_of(Ranking.of(AreaRates(rates), spread=0.02))
    assert "of 5**" in shown.splitlines()[0]
    assert rows(shown)[1] == ["south", "2", "1 to 4", "66.0"]
    assert rows(shown)[2][:2] == ["east", "3="]


def test_what_holds_nothing_shows_a_table_without_rows() -> None:
    rates = {area: Rate(count, 500_000) for area, count in RATES.items()}
    funnel = evolve(Funnel.of(AreaRates(rates)), points=())
    ranking = evolve(Ranking.of(AreaRates(rates), spread=0), places=())
    assert rows(markdown_of(funnel)) == rows(markdown_of(ranking)) == []


def test_no_colour_is_shown() -> None:
    rates = {area: Rate(count, 500_000) for area, count in RATES.items()}
    for value in (chart(), Funnel.of(AreaRates(rates))):
        html = html_of(value)
        assert not re.search(r"color|#[0-9a-f]{6}|<style|class=", html)


@pytest.mark.parametrize(
    ("level", "written"),
    [
        (Rate(3, 0), "-"),
        (Proportion(0, 0), "-"),
        (Rate(1_234, 100_000), "1,234.0"),
        (Proportion(1, 8), "12.5%"),
    ],
)
def test_a_level_is_written_once_rounded(
    level: Rate | Proportion, written: str
) -> None:
    assert shown_level(level) == written


def test_a_true_minus_stands_before_what_is_below_zero() -> None:
    assert shown_number(-1_234) == "\N{MINUS SIGN}1,234"
    assert shown_number(0, signed=True) == "0"
