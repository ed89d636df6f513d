"""What is said of a target."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from policing_indicators.assessment.finding import Finding
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.rules import check
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.structuring import structure
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Quantity, Target
from policing_indicators.wording.goal_phrases import GoalPhrases
from policing_indicators.wording.house_style import house_style
from policing_indicators.wording.target_sentences import about, verdict

ENGLISH = house_style("english")
NOW = Period.financial_year(2024)
BEFORE = NOW.year_before
NEIGHBOURS = AreaGroup(
    id="neighbours",
    name="the neighbouring forces",
    areas=["staffordshire"],
    source="invented",
)


def target(goal: dict[str, Any], **fields: object) -> Target:
    keys: dict[str, Any] = {
        "id": "promised",
        "indicator": "gun-crime",
        "due": "2024/25",
        "goal": goal,
        "promised_by": "the commissioner",
        "source": "the plan, page 9",
    }
    return structure({**keys, **fields}, Target, where="a target")


def figure(period: Period, count: int | None = None, **fields: object) -> Observation:
    form: dict[str, Any] = {"count": count, **fields}
    return Observation("gun-crime", "west-midlands", period, **form)


def found(promised: Target, *figures: Observation, at: Period = NOW) -> Finding:
    indicator = promised.indicator
    grounds = Grounds(
        framework=framework("national-priorities-2021"),
        area=areas().find("west-midlands"),
        observations=[evolve(each, indicator=indicator) for each in figures],
        populations=populations(),
        groups=[NEIGHBOURS],
    )
    return check(promised, grounds, at=at)


def said(promised: Target, *figures: Observation, at: Period = NOW) -> str:
    finding = found(promised, *figures, at=at)
    return " ".join(about(ENGLISH, finding, (NEIGHBOURS,)))


SET = "It was set by the commissioner (the plan, page 9). "
AT_MOST = {"kind": "at most", "value": 40}
REDUCTION = {"kind": "percent change", "reduction": 10}
RISE = {"kind": "percent change", "increase": 10}
RATE = {"quantity": "rate"}
SATISFACTION = {"indicator": "victim-satisfaction", "quantity": "percentage"}


@pytest.mark.parametrize(
    ("goal", "fields", "words"),
    [
        (
            AT_MOST,
            {},
            "at most 40 offences involving a firearm other than an air weapon",
        ),
        (
            {"kind": "at most", "value": 1},
            {"indicator": "homicide"},
            "at most 1 homicide",
        ),
        (
            {"kind": "at least", "value": 0.75},
            {**SATISFACTION, "quantity": "proportion"},
            "at least 0.75",
        ),
        ({"kind": "at least", "value": 75.5}, SATISFACTION, "at least 75.5%"),
        (
            {"kind": "between", "lower": 30, "upper": 40},
            {"indicator": "homicide"},
            "from 30 to 40 homicides",
        ),
        ({"kind": "at most", "value": 15}, RATE, "at most 15 per 100,000 people"),
        (
            {"kind": "at most", "value": 150},
            {**RATE, "per": 1_000_000},
            "at most 150 per 1,000,000 people",
        ),
        (REDUCTION, {"baseline": "2023/24"}, "a fall of at least 10% from 2023/24"),
        (
            REDUCTION,
            {"baseline": {"value": 120, "source": "the plan"}},
            "a fall of at least 10% from 120 (the plan)",
        ),
        (
            {"kind": "percent change", "increase": 2.5},
            {"baseline": "2023/24"},
            "a rise of at least 2.5% from 2023/24",
        ),
        (
            {"kind": "no worse than", "than": "year before"},
            {},
            "a figure no higher than that of the year before",
        ),
        (
            {"kind": "no worse than", "than": "year before"},
            SATISFACTION,
            "a figure no lower than that of the year before",
        ),
        (
            {"kind": "no worse than", "than": "area", "of": "kent"},
            RATE,
            "a figure no higher than that of Kent",
        ),
        (
            {
                "kind": "no worse than",
                "than": "group",
                "of": "neighbours",
                "average": "mean of rates",
            },
            RATE,
            (
                "a figure no higher than the mean of its own and those of the "
                "neighbouring forces, each area counting the same"
            ),
        ),
        (
            {
                "kind": "no worse than",
                "than": "group",
                "of": "neighbours",
                "average": "pooled",
            },
            RATE,
            (
                "a figure no higher than that of its own area and the "
                "neighbouring forces taken together"
            ),
        ),
        (
            {"kind": "unusual reduction", "method": "exact test of two counts"},
            {"indicator": "homicide"},
            "a fall that the exact test of two counts calls unusual, at 95% confidence",
        ),
        (
            {"kind": "trajectory", "to": {"kind": "percent change", "reduction": 50}},
            {"baseline": "2014/15"},
            "a fall of at least 50% from 2014/15, in equal steps from year to year",
        ),
        (
            {
                "kind": "trajectory",
                "shape": "geometric",
                "to": {"kind": "at most", "value": 20},
            },
            {"baseline": "2014/15", "indicator": "homicide"},
            "at most 20 homicides, by the same percentage every year, from 2014/15",
        ),
        (
            {"kind": "all of", "goals": [{"kind": "at most", "value": 20}, REDUCTION]},
            {"baseline": "2023/24", "indicator": "homicide"},
            "all of these: at most 20 homicides; a fall of at least 10% from 2023/24",
        ),
        (
            {"kind": "any of", "goals": [{"kind": "at most", "value": 20}, REDUCTION]},
            {"baseline": "2023/24", "indicator": "homicide"},
            (
                "at least one of these: at most 20 homicides; a fall of at least 10% "
                "from 2023/24"
            ),
        ),
    ],
)
def test_a_promise_is_said_with_who_made_it_and_where_it_is_written(
    goal: dict[str, Any], fields: dict[str, Any], words: str
) -> None:
    promised = target(goal, **fields)
    of = "number" if promised.quantity is Quantity.COUNT else promised.quantity.value
    opening = f"A target for the {of} in 2024/25 is {words}. {SET}"
    assert said(promised).startswith(opening)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (
            32,
            (
                "The target is met: the number for 2024/25 is 32, which is 8 below 40, "
                "the highest that would meet it."
            ),
        ),
        (
            40,
            (
                "The target is met: the number for 2024/25 is 40, exactly the highest "
                "that would meet it."
            ),
        ),
        (
            41,
            "The target is not met: the number for 2024/25 is 41, which is 1 above 40,",
        ),
    ],
)
def test_a_verdict_is_said_with_the_figure_and_its_line(count: int, words: str) -> None:
    assert words in said(target(AT_MOST), figure(NOW, count))


def test_a_lower_line_is_said_as_the_lowest_and_margins_of_percentages_in_points() -> (
    None
):
    promised = target({"kind": "at least", "value": 75}, **SATISFACTION)
    over = said(promised, figure(NOW, 56, denominator=70))
    assert over.endswith(
        "is 80.0% (95% limits 69.2 to 87.7), which is 5.0 percentage points above "
        "75.0%, the lowest that would meet it."
    )
    under = said(promised, figure(NOW, value=74.0))
    assert "is 74.0%, which is 1.0 percentage points below 75.0%, the" in under


def test_a_figure_that_decides_has_the_decimals_that_show_it() -> None:
    promised = target({"kind": "at least", "value": 75}, **SATISFACTION)
    close = said(promised, figure(NOW, 2_999, denominator=4_000))
    assert "The target is not met: the percentage for 2024/25 is 74.98%" in close
    assert "is 0.03 percentage points below 75.00%, the lowest that would" in close


@pytest.mark.parametrize(
    ("goal", "earlier", "count", "words"),
    [
        (REDUCTION, 33, 30, "30, which is 1 above 29, the highest that would"),
        (REDUCTION, 33, 29, "29, exactly the highest that would meet it."),
        (REDUCTION, 38, 40, "40, which is 6 above 34, the highest that would"),
        (RISE, 33, 36, "36, which is 1 below 37, the lowest that would"),
        (RISE, 33, 40, "40, which is 3 above 37, the lowest that would"),
        (RISE, 33, 37, "37, exactly the lowest that would meet it."),
        (
            {"kind": "at most", "value": 40.5},
            1,
            41,
            "41, which is 1 above 40, the highest",
        ),
    ],
)
def test_a_count_is_held_to_a_number_that_would_meet_the_goal(
    goal: dict[str, Any], earlier: int, count: int, words: str
) -> None:
    promised = target(goal, baseline="2023/24")
    assert words in said(promised, figure(BEFORE, earlier), figure(NOW, count))


def test_a_rate_is_said_with_what_it_is_over() -> None:
    promised = target({"kind": "at most", "value": 15}, **RATE)
    told = said(promised, figure(NOW, 16, denominator=100_000))
    assert "The target is not met: the rate for 2024/25 is 16.0 per 100,000 pe" in told
    assert "which is 1.0 above 15.0, the highest that would meet it." in told


def test_a_trajectory_is_said_with_its_milestone_before_it_is_due() -> None:
    halved = {"kind": "trajectory", "to": {"kind": "percent change", "reduction": 50}}
    promised = target(halved, baseline="2019/20", due="2029/30")
    start = figure(Period.financial_year(2019), 200)
    on, at, off = (
        said(promised, start, figure(NOW, count)) for count in (145, 150, 155)
    )
    assert (
        "It is on course so far: the number for 2024/25 is 145, which is 5 below the "
        "milestone of 150. The number for 2029/30 decides." in on
    )
    assert "is 150, exactly the milestone. The number for 2029/30 decides." in at
    assert (
        "It is off course so far: the number for 2024/25 is 155, which is 5 above the "
        "milestone of 150. The number for 2029/30 decides." in off
    )


def test_before_it_is_due_it_is_not_said_whether_a_trajectory_is_met() -> None:
    halved = {"kind": "trajectory", "to": {"kind": "percent change", "reduction": 50}}
    promised = target(halved, baseline="2019/20", due="2029/30")
    assert said(promised).endswith(
        "It cannot be judged: there is no figure for 2024/25."
    )


def test_a_figure_that_is_not_final_is_said_to_be_so() -> None:
    early = figure(NOW, 32, status=Status.PROVISIONAL)
    assert "is 32 (provisional), which is 8 below" in said(target(AT_MOST), early)
    percentage = target({"kind": "at least", "value": 75}, **SATISFACTION)
    row = figure(NOW, 56, denominator=70, status=Status.PROVISIONAL)
    assert "is 80.0% (provisional; 95% limits 69.2" in said(percentage, row)


def test_the_evidence_is_a_sentence_of_its_own() -> None:
    promised = target(REDUCTION, baseline="2023/24", indicator="homicide")
    told = said(promised, figure(BEFORE, 44), figure(NOW, 32))
    assert "The target is met: the number for 2024/25 is 32" in told
    assert told.endswith(
        "With the same underlying risk as in 2023/24, a change since then at least "
        "this large, up or down, would arise about one time in five (p = 0.21; ratio "
        "of later to earlier 0.73, 95% limits 0.45 to 1.17)."
    )
    robbery = target(REDUCTION, baseline="2023/24", indicator="personal-robbery")
    assert said(robbery, figure(BEFORE, 100), figure(NOW, 80)).endswith(
        "In an area like the others, a change since 2023/24 at least as far from that "
        "of all 43 areas together, up or down, would arise about one time in two (p = "
        "0.50, spread-adjusted test; ratio of later to earlier, over that of all "
        "areas, 0.88, 95% limits 0.61 to 1.27)."
    )
    knives = target(REDUCTION, baseline="2023/24", indicator="knife-crime")
    assert said(knives, figure(BEFORE, 100), figure(NOW, 80)).endswith(
        "These figures cannot say how unusual the change since 2023/24 is."
    )


def test_a_target_without_a_change_says_nothing_of_chance() -> None:
    assert said(target(AT_MOST), figure(NOW, 32)).endswith("would meet it.")


def test_a_combination_is_said_part_by_part() -> None:
    both = {"kind": "all of", "goals": [{"kind": "at most", "value": 30}, AT_MOST]}
    told = said(target(both, indicator="homicide"), figure(NOW, 32))
    assert "The target is not met: the number for 2024/25 is 32." in told
    assert told.endswith(
        "Part by part: at most 30 homicides (not met); at most 40 homicides (met)."
    )


CANNOT = "It cannot be judged: "


@pytest.mark.parametrize(
    ("promised", "figures", "words"),
    [
        (
            target(AT_MOST, due="2025/26"),
            [figure(NOW, 32)],
            "It is not yet due: the number for 2025/26 decides.",
        ),
        (target(AT_MOST), [], f"{CANNOT}there is no figure for 2024/25."),
        (
            target(AT_MOST),
            [figure(NOW, 32, status=Status.FORECAST)],
            f"{CANNOT}the figure for 2024/25 is a forecast.",
        ),
        (
            target(AT_MOST),
            [figure(NOW, value=32)],
            f"{CANNOT}no number can be worked out for 2024/25.",
        ),
        (
            target(REDUCTION, baseline="2023/24"),
            [figure(NOW, 32)],
            f"{CANNOT}there is no figure for 2023/24.",
        ),
        (
            target(REDUCTION, baseline="2021/22", indicator="residential-burglary"),
            [figure(Period.financial_year(2021), 100), figure(NOW, 90)],
            (
                f"{CANNOT}the recording rules changed in between (in April 2023 "
                "residential burglary was divided into that of a home and that of an "
                "unconnected building)."
            ),
        ),
        (
            target(AT_MOST),
            [figure(NOW, missing=MissingReason.CONFIDENTIAL)],
            (
                "It cannot be judged without giving away a number that is "
                "withheld to protect people."
            ),
        ),
    ],
)
def test_what_cannot_be_said_is_said_with_its_reason(
    promised: Target, figures: list[Observation], words: str
) -> None:
    assert said(promised, *figures).endswith(words)


def test_a_verdict_has_a_word_for_a_table() -> None:
    assert verdict(ENGLISH, found(target(AT_MOST), figure(NOW, 32))) == "met"
    assert verdict(ENGLISH, found(target(AT_MOST))) == "cannot be said"


def test_a_margin_is_never_said_to_be_nought_where_it_is_not() -> None:
    rows = [figure(NOW, 1494, denominator=10_000)]
    promised = target(
        {"kind": "at least", "value": 14.96},
        indicator="victim-satisfaction",
        quantity="percentage",
    )
    told = " ".join(about(ENGLISH, found(promised, *rows)))
    assert "is 14.9%" in told
    assert "0.02 percentage points below" in told


def phrases(promised: Target, indicator: Indicator) -> GoalPhrases:
    return GoalPhrases(style=ENGLISH, target=promised, indicator=indicator)


def test_a_value_with_more_decimals_than_a_plan_writes_is_rounded() -> None:
    gun_crime = framework("national-priorities-2021").indicator("gun-crime")
    value = Fraction("0.12345678")
    assert phrases(target(AT_MOST), gun_crime).number(value) == "0.123457"


def test_a_rate_that_was_published_is_said_without_a_base() -> None:
    gun_crime = framework("national-priorities-2021").indicator("gun-crime")
    published = evolve(gun_crime, unit=Unit.RATE, denominator=None)
    promised = target({"kind": "at most", "value": 15}, **RATE)
    assert phrases(promised, published).value(Fraction(15)) == "15"
