from datetime import date
from typing import Any

import pytest
from attrs import evolve
from scipy.stats import binom

from policing_indicators.assessment.assessing import assess
from policing_indicators.assessment.assessment import (
    Assessment,
    Comparison,
    IndicatorAssessment,
)
from policing_indicators.assessment.change_reading import ChangeReading
from policing_indicators.assessment.evidence import EXACT_BELOW
from policing_indicators.assessment.finding import Verdict, WhyCannotSay
from policing_indicators.assessment.gap import Gap, GapFigure, GapReason
from policing_indicators.assessment.restating import RestatementReason
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.errors import DuplicateError, UnknownNameError
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.bound import AtLeast, AtMost
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.goal import AllOf, AnyOf, Goal
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Comparability, Period
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.vocabulary.source import Source
from policing_indicators.vocabulary.target import Quantity, Target
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction

KENT = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
THIS_YEAR = Period.financial_year(2024)
LAST_YEAR = THIS_YEAR.year_before
LONG_BEFORE = Period.financial_year(2021)
BASELINE = Period.year_ending(2019, 6)
POPULATIONS = Populations(
    [
        Population(
            area,
            DenominatorKind.PEOPLE,
            date(2024, 6, 30),
            "mid-2024",
            1_000_000,
            Source("Office for National Statistics", "Mid-year estimates"),
        )
        for area in ("kent", "city-of-london")
    ]
)


def dispersion(ratio: float) -> MeasuredDispersion:
    return MeasuredDispersion(
        ratio=ratio, areas=43, earlier=LAST_YEAR, later=THIS_YEAR, source="a table"
    )


def indicator(**fields: object) -> Indicator:
    plain = {
        "id": "homicide",
        "name": "Homicide",
        "unit": Unit.COUNT,
        "direction": ImprovementDirection.DECREASE,
        "denominator": DenominatorKind.PEOPLE,
    }
    return Indicator(**{**plain, **fields})  # type: ignore[arg-type]


def counts(name: str = "homicide", **figures: int | None) -> list[Observation]:
    periods = {"now": THIS_YEAR, "before": LAST_YEAR, "baseline": BASELINE}
    return [
        Observation(
            name,
            "kent",
            periods[period],
            count=count,
            missing=MissingReason.CONFIDENTIAL if count is None else None,
        )
        for period, count in figures.items()
    ]


def assessed(
    *indicators: Indicator, observations: list[Observation], area: Area = KENT
) -> Assessment:
    framework = Framework(id="f", name="F", priorities=[], indicators=indicators)
    return assess(
        framework, observations, area=area, period=THIS_YEAR, populations=POPULATIONS
    )


def alone(
    one: Indicator, observations: list[Observation], area: Area = KENT
) -> IndicatorAssessment:
    return assessed(one, observations=observations, area=area).of(one.id)


def gaps(facts: IndicatorAssessment) -> dict[GapFigure, GapReason]:
    return {gap.what: gap.reason for gap in facts.gaps}


def test_a_count_is_compared_with_the_year_before_and_the_declared_baseline() -> None:
    facts = alone(indicator(baseline=BASELINE), counts(now=32, before=44, baseline=52))
    assert facts.on_year_before is not None
    assert facts.on_baseline is not None
    assert isinstance(facts.on_year_before.change, Change)
    assert facts.on_year_before.change.absolute == -12
    assert facts.on_year_before.change.comparability is Comparability.SAME_MONTHS
    assert facts.on_baseline.change.comparability is Comparability.DIFFERENT_MONTHS
    assert facts.on_baseline.earlier.count == 52
    assert not facts.gaps


def test_a_count_has_a_rate_with_limits_over_the_population_of_its_midpoint() -> None:
    facts = alone(indicator(per=1_000), counts(now=32))
    assert facts.rate is not None
    assert facts.rate.value == 0.032
    assert facts.limits == facts.rate.interval(confidence=0.95)
    assert facts.population == POPULATIONS.for_period("kent", THIS_YEAR)


def test_a_count_whose_source_states_its_denominator_has_its_rate_over_that() -> None:
    (row,) = counts(now=32)
    facts = alone(indicator(), [evolve(row, denominator=500_000)])
    assert facts.rate is not None
    assert facts.rate.value == 6.4
    assert facts.population is None


def test_an_indicator_without_a_denominator_has_no_rate_and_no_gap_for_it() -> None:
    facts = alone(indicator(denominator=None), counts(now=32, before=44))
    assert facts.rate is None
    assert not facts.gaps


def test_where_nothing_is_in_the_data_the_figure_is_missing_and_says_so() -> None:
    facts = alone(indicator(), [])
    assert facts.observation.missing is MissingReason.NOT_AVAILABLE
    assert facts.observation.note == ""
    assert not facts.gaps


def test_a_figure_that_is_missing_keeps_its_own_reason() -> None:
    facts = alone(indicator(), counts(now=None, before=44))
    assert facts.observation.missing is MissingReason.CONFIDENTIAL
    assert facts.on_year_before is None


def test_a_year_before_that_is_missing_is_a_gap_with_its_reason() -> None:
    assert alone(indicator(), counts(now=32, before=None)).gaps == (
        Gap(
            GapFigure.CHANGE_ON_YEAR_BEFORE,
            GapReason.EARLIER_MISSING,
            LAST_YEAR,
            MissingReason.CONFIDENTIAL,
        ),
    )


def test_a_baseline_that_is_not_in_the_data_is_a_gap_with_its_reason() -> None:
    facts = alone(indicator(baseline=BASELINE), counts(now=32, before=44))
    assert facts.gaps == (
        Gap(GapFigure.CHANGE_ON_BASELINE, GapReason.NOT_HELD, BASELINE),
    )


@pytest.mark.parametrize("baseline", [THIS_YEAR, LAST_YEAR])
def test_a_baseline_that_is_compared_already_is_not_compared_again(
    baseline: Period,
) -> None:
    facts = alone(indicator(baseline=baseline), counts(now=32, before=44))
    assert facts.on_baseline is None
    assert not facts.gaps


def test_a_baseline_of_another_length_is_a_gap_with_its_reason() -> None:
    quarter = Period.financial_quarter(2019, 1)
    row = Observation("homicide", "kent", quarter, count=9)
    facts = alone(indicator(baseline=quarter), [*counts(now=32, before=44), row])
    assert facts.gaps == (
        Gap(GapFigure.CHANGE_ON_BASELINE, GapReason.DIFFERENT_LENGTHS, quarter),
    )


def test_the_breaks_that_a_comparison_crosses_go_with_it() -> None:
    crossed = Break(date(2023, 4, 1), "the counting rules changed")
    facts = alone(
        indicator(baseline=BASELINE, breaks=[crossed]),
        counts(now=32, before=44, baseline=52),
    )
    assert facts.on_year_before is not None
    assert facts.on_baseline is not None
    assert facts.on_year_before.breaks == ()
    assert facts.on_baseline.breaks == (crossed,)


def test_an_area_whose_rates_mislead_has_none() -> None:
    city = Area("city-of-london", "City of London", AreaKind.POLICE_FORCE_AREA)
    row = Observation("homicide", "city-of-london", THIS_YEAR, count=1)
    facts = alone(indicator(), [row], area=city)
    assert facts.rate is None
    assert gaps(facts)[GapFigure.RATE] is GapReason.FEW_RESIDENTS


def test_an_area_without_a_population_has_no_rate_and_says_so() -> None:
    police = Area("transport", "Transport Police", AreaKind.NON_GEOGRAPHIC_FORCE)
    row = Observation("homicide", "transport", THIS_YEAR, count=1)
    facts = alone(indicator(), [row], area=police)
    assert facts.rate is None
    assert gaps(facts)[GapFigure.RATE] is GapReason.NO_RESIDENTS


def test_a_population_that_is_not_held_is_a_gap_with_its_kind() -> None:
    facts = alone(
        indicator(denominator=DenominatorKind.PEOPLE_UNDER_25), counts(now=32)
    )
    assert gaps(facts)[GapFigure.RATE] is GapReason.NO_POPULATION


def test_a_rate_over_nobody_is_a_gap() -> None:
    (row,) = counts(now=32)
    facts = alone(indicator(), [evolve(row, denominator=0)])
    assert gaps(facts)[GapFigure.RATE] is GapReason.SMALL_POPULATION


def test_a_count_where_a_rate_should_stand_is_a_gap() -> None:
    facts = alone(indicator(unit=Unit.RATE), counts(now=32))
    assert gaps(facts) == {GapFigure.FIGURE: GapReason.NO_VALUE}


def test_a_negative_count_has_a_change_but_no_limits() -> None:
    facts = alone(indicator(dispersion=dispersion(1.1)), counts(now=-1, before=4))
    assert facts.on_year_before is not None
    assert facts.rate is None
    assert gaps(facts)[GapFigure.RATE] is GapReason.NEGATIVE_COUNT
    assert facts.evidence.kind is EvidenceKind.NONE


def test_an_exact_test_is_evidence_where_changes_scatter_as_rare_events_do() -> None:
    facts = alone(indicator(dispersion=dispersion(1.1)), counts(now=32, before=44))
    assert facts.evidence.kind is EvidenceKind.EXACT
    assert facts.evidence.significance is not None
    oracle = 2 * binom.cdf(32, 32 + 44, 0.5)
    assert facts.evidence.significance.p_value == pytest.approx(oracle, rel=1e-12)


@pytest.mark.parametrize("measured", [None, dispersion(EXACT_BELOW), dispersion(20)])
def test_there_is_no_evidence_where_changes_scatter_wider_or_nobody_measured(
    measured: MeasuredDispersion | None,
) -> None:
    facts = alone(indicator(dispersion=measured), counts(now=32, before=44))
    assert facts.evidence.kind is EvidenceKind.NONE
    assert facts.evidence.significance is None


def with_parts() -> tuple[Indicator, ...]:
    return (
        indicator(id="all", name="All", parts=["some", "rest"]),
        indicator(id="some", name="Some"),
        indicator(id="rest", name="Rest"),
    )


def test_parts_that_add_to_the_whole_share_out_its_change() -> None:
    facts = assessed(
        *with_parts(),
        observations=[
            *counts("all", now=70, before=100),
            *counts("some", now=40, before=60),
            *counts("rest", now=30, before=40),
        ],
    ).of("all")
    assert {name: each.percentage for name, each in facts.parts} == {
        "some": pytest.approx(200 / 3),
        "rest": pytest.approx(100 / 3),
    }


def test_parts_that_did_not_add_to_the_whole_share_out_no_change() -> None:
    facts = assessed(
        *with_parts(),
        observations=[
            *counts("all", now=70, before=100),
            *counts("some", now=40, before=60),
            *counts("rest", now=30, before=41),
        ],
    ).of("all")
    assert facts.parts == ()
    assert gaps(facts) == {GapFigure.CONTRIBUTIONS: GapReason.PARTS_DO_NOT_ADD}


def test_parts_that_do_not_add_to_the_whole_share_out_nothing_and_say_so() -> None:
    facts = assessed(
        *with_parts(),
        observations=[
            *counts("all", now=70, before=100),
            *counts("some", now=40, before=60),
            *counts("rest", now=31, before=40),
        ],
    ).of("all")
    assert facts.parts == ()
    assert gaps(facts) == {
        GapFigure.SHARES: GapReason.PARTS_DO_NOT_ADD,
        GapFigure.CONTRIBUTIONS: GapReason.PARTS_DO_NOT_ADD,
    }


def test_a_part_whose_change_is_not_known_leaves_the_shares_out_and_is_named() -> None:
    facts = assessed(
        *with_parts(),
        observations=[
            *counts("all", now=70, before=100),
            *counts("some", now=40, before=60),
        ],
    ).of("all")
    assert facts.gaps == (
        Gap(GapFigure.CONTRIBUTIONS, GapReason.PARTS_NOT_KNOWN, parts=("rest",)),
    )


def test_a_whole_whose_change_is_not_known_shares_out_nothing() -> None:
    facts = assessed(*with_parts(), observations=counts("all", now=70)).of("all")
    assert facts.parts == ()
    assert gaps(facts) == {GapFigure.CHANGE_ON_YEAR_BEFORE: GapReason.NOT_HELD}


def satisfaction(**fields: object) -> Indicator:
    plain: dict[str, object] = {"unit": Unit.PERCENTAGE}
    return indicator(id="satisfaction", name="S", **{**plain, **fields})


def share(period: Period, count: int, denominator: int | None) -> Observation:
    return Observation(
        "satisfaction", "kent", period, count=count, denominator=denominator
    )


def test_a_proportion_is_compared_in_percentage_points_with_limits() -> None:
    facts = alone(satisfaction(), [share(LAST_YEAR, 48, 80), share(THIS_YEAR, 56, 70)])
    assert facts.proportion is not None
    assert facts.proportion.percentage == 80
    assert facts.on_year_before is not None
    assert isinstance(facts.on_year_before.change, PointChange)
    assert facts.on_year_before.limits is not None
    assert facts.on_year_before.limits.lower == pytest.approx(5.24, abs=0.01)
    assert facts.evidence.kind is EvidenceKind.NONE


def test_a_percentage_published_without_counts_is_compared_without_limits() -> None:
    rows = [
        Observation("satisfaction", "kent", LAST_YEAR, value=60.0),
        Observation("satisfaction", "kent", THIS_YEAR, value=62.5),
    ]
    facts = alone(satisfaction(dispersion=dispersion(1)), rows)
    assert facts.proportion is None
    assert facts.on_year_before is not None
    assert facts.on_year_before.limits is None


def test_a_proportion_without_its_denominator_is_a_gap() -> None:
    facts = alone(satisfaction(), [share(THIS_YEAR, 56, None)])
    assert gaps(facts)[GapFigure.PERCENTAGE] is GapReason.WITHOUT_DENOMINATOR


def test_a_proportion_of_nobody_is_a_gap() -> None:
    facts = alone(satisfaction(), [share(THIS_YEAR, 0, 0)])
    assert facts.proportion is None
    assert GapFigure.PERCENTAGE in gaps(facts)


@pytest.mark.parametrize(
    ("unit", "figure", "reason"),
    [
        (Unit.PERCENTAGE, {"value": 250.0}, GapReason.NO_PERCENTAGE),
        (Unit.PERCENTAGE, {"value": -5}, GapReason.NO_PERCENTAGE),
        (
            Unit.PERCENTAGE,
            {"count": 81, "denominator": 80},
            GapReason.OUTSIDE_DENOMINATOR,
        ),
        (
            Unit.PROPORTION,
            {"value": 0.8},
            GapReason.NO_PROPORTION,
        ),
        (Unit.YES_NO, {"value": 0.5}, GapReason.NO_ANSWER),
        (Unit.RATE, {"value": -1}, GapReason.NO_RATE),
        (Unit.RATE, {"count": 3}, GapReason.NO_VALUE),
        (Unit.COUNT, {"value": 3}, GapReason.WITHOUT_COUNT),
    ],
)
def test_what_is_no_figure_of_its_unit_is_a_gap(
    unit: Unit, figure: dict[str, int], reason: GapReason
) -> None:
    row = Observation("satisfaction", "kent", THIS_YEAR, **figure)  # type: ignore[arg-type]
    facts = alone(satisfaction(unit=unit), [row])
    assert [(gap.reason, gap.observation) for gap in facts.gaps] == [(reason, row)]
    assert (facts.published, facts.proportion, facts.rate) == (None, None, None)


def test_an_earlier_figure_that_is_no_percentage_is_a_gap() -> None:
    rows = [
        Observation("satisfaction", "kent", LAST_YEAR, value=620.0),
        Observation("satisfaction", "kent", THIS_YEAR, value=62.5),
    ]
    facts = alone(satisfaction(), rows)
    assert facts.published == 62.5
    assert facts.gaps == (
        Gap(
            GapFigure.CHANGE_ON_YEAR_BEFORE,
            GapReason.NO_PERCENTAGE,
            LAST_YEAR,
            observation=rows[0],
        ),
    )


def test_an_indicator_is_not_assessed_for_a_period_it_is_not_defined_for() -> None:
    facts = alone(indicator(valid_from=date(2025, 4, 1)), counts(now=32, before=44))
    assert facts.observation.missing is MissingReason.NOT_APPLICABLE
    assert gaps(facts) == {GapFigure.FIGURE: GapReason.NOT_DEFINED}


def test_the_latest_vintage_that_holds_the_period_is_assessed() -> None:
    rows = [
        Observation("homicide", "kent", LAST_YEAR, count=9, as_at=date(2026, 4, 1)),
        Observation("homicide", "kent", THIS_YEAR, count=8, as_at=date(2025, 7, 1)),
    ]
    facts = alone(indicator(), rows)
    assert facts.observation.count == 8
    assert gaps(facts)[GapFigure.CHANGE_ON_YEAR_BEFORE] is GapReason.OTHER_RELEASE


def test_the_share_of_each_part_in_the_whole_is_worked_out() -> None:
    facts = assessed(
        *with_parts(),
        observations=[
            *counts("all", now=80),
            *counts("some", now=60),
            *counts("rest", now=20),
        ],
    ).of("all")
    assert {name: each.percentage for name, each in facts.shares} == {
        "some": 75,
        "rest": 25,
    }


@pytest.mark.parametrize(("some", "rest"), [(0, 0), (81, -1)])
def test_there_are_no_shares_of_nothing_or_with_a_negative_part(
    some: int, rest: int
) -> None:
    facts = assessed(
        *with_parts(),
        observations=[
            *counts("all", now=some + rest),
            *counts("some", now=some),
            *counts("rest", now=rest),
        ],
    ).of("all")
    assert facts.shares == ()


def test_the_year_before_of_a_published_rate_is_not_passed_over_in_silence() -> None:
    rows = [
        Observation("satisfaction", "kent", LAST_YEAR, value=60.0),
        Observation("satisfaction", "kent", THIS_YEAR, value=62.5),
    ]
    facts = alone(satisfaction(unit=Unit.RATE), rows)
    assert facts.published == 62.5
    assert gaps(facts) == {GapFigure.CHANGE_ON_YEAR_BEFORE: GapReason.NOT_WORKED_OUT}


def test_populations_of_one_edition_can_be_asked_for() -> None:
    framework = Framework(id="f", name="F", priorities=[], indicators=[indicator()])
    assessment = assess(
        framework,
        counts(now=32),
        area=KENT,
        period=THIS_YEAR,
        populations=POPULATIONS,
        edition="mid-2019",
    )
    assert GapFigure.RATE in gaps(assessment.of("homicide"))


def test_a_published_rate_stands_as_it_is() -> None:
    row = Observation("rated", "kent", THIS_YEAR, value=165.0)
    facts = alone(indicator(id="rated", name="R", unit=Unit.RATE), [row])
    assert facts.observation.value == 165.0
    assert facts.on_year_before is None
    assert not facts.gaps


def test_the_latest_vintage_is_the_one_that_is_assessed() -> None:
    rows = [
        Observation("homicide", "kent", THIS_YEAR, count=count, as_at=as_at)
        for count, as_at in ((31, date(2025, 4, 1)), (32, date(2026, 4, 1)))
    ]
    assert alone(indicator(), rows).observation.count == 32


def test_an_indicator_of_its_own_period_is_assessed_for_that() -> None:
    year = Period.calendar_year(2024)
    framework = Framework(id="f", name="F", priorities=[], indicators=[indicator()])
    assessment = assess(
        framework,
        [Observation("homicide", "kent", year, count=3)],
        area=KENT,
        period=THIS_YEAR,
        periods={"homicide": year},
        populations=POPULATIONS,
    )
    assert assessment.of("Homicide").observation.count == 3


def test_figures_of_other_areas_and_indicators_are_passed_over() -> None:
    others = [
        Observation("homicide", "essex", THIS_YEAR, count=99),
        Observation("arson", "kent", THIS_YEAR, count=98),
    ]
    facts = alone(indicator(), [*others, *counts(now=32)])
    assert facts.observation.count == 32


def test_two_figures_for_one_place_are_an_error_not_a_choice() -> None:
    with pytest.raises(DuplicateError, match="homicide in kent, 2024/25"):
        alone(indicator(), [*counts(now=32), *counts(now=33)])


def test_an_indicator_that_the_framework_does_not_hold_is_unknown() -> None:
    with pytest.raises(UnknownNameError, match="arson"):
        assessed(indicator(), observations=[]).of("arson")


def test_equal_inputs_give_equal_assessments() -> None:
    figures = counts(now=32, before=44)
    first = assessed(indicator(), observations=figures)
    assert first == assessed(indicator(), observations=figures)


def figure(period: Period, count: int, as_at: date | None = None) -> Observation:
    return Observation("homicide", "kent", period, count=count, as_at=as_at)


def promise(goal: Goal, **fields: object) -> Target:
    plain: dict[str, Any] = {
        "id": "promised",
        "indicator": "Homicide",
        "due": THIS_YEAR,
        "promised_by": "the commissioner",
        "source": "an invented plan",
    }
    given: dict[str, Any] = plain | fields
    return Target(goal=goal, **given)


def with_targets(
    targets: list[Target],
    observations: list[Observation],
    *,
    periods: dict[str, Period] | None = None,
    of: Indicator | None = None,
) -> IndicatorAssessment:
    members = [of or indicator(), satisfaction()]
    framework = Framework(id="f", name="F", priorities=[], indicators=members)
    return assess(
        framework,
        observations,
        area=KENT,
        period=THIS_YEAR,
        periods=periods,
        populations=POPULATIONS,
        targets=targets,
    ).of("homicide")


def test_a_figure_is_compared_with_that_of_three_years_before() -> None:
    rows = [figure(THIS_YEAR, 32), figure(LAST_YEAR, 44), figure(LONG_BEFORE, 40)]
    facts = alone(indicator(), rows)
    assert facts.on_three_years_before is not None
    assert facts.on_three_years_before.earlier == rows[2]
    change = facts.on_three_years_before.change
    assert isinstance(change, Change)
    assert (change.absolute, change.comparability) == (-8, Comparability.SAME_MONTHS)
    assert not facts.gaps


def test_figures_that_do_not_go_back_three_years_have_no_gap() -> None:
    facts = alone(indicator(), counts(now=32, before=44))
    assert facts.on_three_years_before is None
    assert not facts.gaps


def test_those_of_three_years_before_in_another_release_are_a_gap() -> None:
    new, old = date(2026, 4, 1), date(2023, 4, 1)
    rows = [
        figure(THIS_YEAR, 32, new),
        figure(LAST_YEAR, 44, new),
        figure(LONG_BEFORE, 40, old),
    ]
    facts = alone(indicator(), rows)
    assert facts.on_three_years_before is None
    what, reason = GapFigure.CHANGE_ON_THREE_YEARS_BEFORE, GapReason.OTHER_RELEASE
    assert facts.gaps == (Gap(what, reason, LONG_BEFORE),)


def test_those_of_three_years_before_that_are_missing_are_a_gap() -> None:
    reason = MissingReason.CONFIDENTIAL
    missing = Observation("homicide", "kent", LONG_BEFORE, missing=reason)
    facts = alone(indicator(), [*counts(now=32, before=44), missing])
    what = GapFigure.CHANGE_ON_THREE_YEARS_BEFORE
    assert facts.gaps == (Gap(what, GapReason.EARLIER_MISSING, LONG_BEFORE, reason),)


def test_a_baseline_of_three_years_before_is_compared_once() -> None:
    rows = [figure(THIS_YEAR, 32), figure(LAST_YEAR, 44), figure(LONG_BEFORE, 40)]
    facts = alone(indicator(baseline=LONG_BEFORE), rows)
    assert facts.on_three_years_before is None
    assert facts.on_baseline is not None
    assert facts.on_baseline.earlier == rows[2]


def test_the_first_period_there_is_has_none_before_it_and_no_gap_for_it() -> None:
    first = Period.financial_year(1900)
    framework = Framework(id="f", name="F", priorities=[], indicators=[indicator()])
    facts = assess(
        framework,
        [figure(first, 3)],
        area=KENT,
        period=first,
        populations=POPULATIONS,
    ).of("homicide")
    assert (facts.on_year_before, facts.on_three_years_before) == (None, None)
    assert gaps(facts) == {GapFigure.RATE: GapReason.NO_POPULATION}


def readings(facts: IndicatorAssessment) -> list[ChangeReading | None]:
    made: list[Comparison | None] = [
        facts.on_year_before,
        facts.on_three_years_before,
        facts.on_baseline,
    ]
    return [each.reading if each else None for each in made]


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        ("decrease", ["better", "worse", "unchanged"]),
        ("increase", ["worse", "better", "unchanged"]),
        ("neutral", ["neither good nor bad"] * 3),
    ],
)
def test_each_comparison_is_read_against_what_is_better(
    direction: str, expected: list[str]
) -> None:
    rows = [*counts(now=32, before=44, baseline=32), figure(LONG_BEFORE, 30)]
    way = ImprovementDirection(direction)
    facts = alone(indicator(baseline=BASELINE, direction=way), rows)
    assert readings(facts) == [ChangeReading(word) for word in expected]


def test_a_change_in_percentage_points_is_read_too() -> None:
    rows = [share(LAST_YEAR, 48, 80), share(THIS_YEAR, 56, 70)]
    facts = alone(satisfaction(direction=ImprovementDirection.INCREASE), rows)
    assert readings(facts) == [ChangeReading.BETTER, None, None]


def test_evidence_is_not_claimed_over_another_span_than_was_measured() -> None:
    over_three = evolve(dispersion(1.1), earlier=LONG_BEFORE)
    rows = [*counts(now=32, before=44), figure(LONG_BEFORE, 40)]
    facts = alone(indicator(dispersion=over_three), rows)
    assert facts.on_three_years_before is not None
    assert facts.evidence.kind is EvidenceKind.NONE


@pytest.mark.parametrize(
    ("baseline", "kind"),
    [
        (None, EvidenceKind.EXACT),
        (LAST_YEAR, EvidenceKind.EXACT),
        (LONG_BEFORE, EvidenceKind.NONE),
    ],
)
def test_nor_is_it_beside_a_target(baseline: Period | None, kind: EvidenceKind) -> None:
    rows = [*counts(now=32, before=44), figure(LONG_BEFORE, 40)]
    target = promise(AtMost(40), baseline=baseline)
    of = indicator(dispersion=dispersion(1.1))
    (finding,) = with_targets([target], rows, of=of).findings
    assert finding.verdict is Verdict.MET
    assert finding.chance.kind is kind
    assert finding.change is not None


def test_the_findings_of_an_indicator_are_of_its_own_targets_in_their_order() -> None:
    one, two = promise(AtMost(40)), promise(AtLeast(33), indicator="homicide")
    other = promise(AtMost(4), indicator="satisfaction", quantity=Quantity.PERCENTAGE)
    facts = with_targets([one, other, two], counts(now=32))
    assert [finding.target for finding in facts.findings] == [one, two]
    assert [finding.verdict for finding in facts.findings] == [
        Verdict.MET,
        Verdict.NOT_MET,
    ]


def test_a_target_is_checked_at_the_period_of_its_indicator() -> None:
    year = Period.calendar_year(2023)
    target = promise(AtMost(40), due=Period.calendar_year(2024))
    rows = [figure(year, 32), figure(Period.calendar_year(2024), 50)]
    (early,) = with_targets([target], rows, periods={"homicide": year}).findings
    assert (early.period, early.why) == (year, WhyCannotSay.NOT_YET_DUE)
    (late,) = with_targets([target], rows).findings
    assert (late.period, late.verdict) == (target.due, Verdict.NOT_MET)
    assert (early.is_due, late.is_due) == (False, True)


def test_a_target_is_checked_even_where_there_is_no_figure() -> None:
    (finding,) = with_targets([promise(AtMost(40))], []).findings
    assert finding.why is WhyCannotSay.MISSING
    assert finding.observation.missing is MissingReason.NOT_AVAILABLE


def test_every_observation_that_facts_are_made_from_is_given_once() -> None:
    rows = [
        *counts(now=32, before=44, baseline=52),
        figure(LONG_BEFORE, 40),
        figure(Period.financial_year(2017), 60),
        figure(Period.financial_year(2016), 61),
    ]
    rows = [
        evolve(row, origin=Origin("figures.csv", line))
        for line, row in enumerate(rows, start=2)
    ]
    of = indicator(baseline=BASELINE)
    plain = with_targets([], rows, of=of)
    assert plain.observations == (rows[0], rows[1], rows[3], rows[2])
    goal = PercentChange(reduction=10)
    target = promise(goal, baseline=Period.financial_year(2017))
    facts = with_targets([target, target], rows, of=of)
    assert facts.observations == (rows[0], rows[1], rows[3], rows[2], rows[4])
    lines = [row.origin.line for row in facts.observations if row.origin]
    assert lines == [2, 3, 5, 4, 6]


@pytest.mark.parametrize("combine", [AllOf, AnyOf])
def test_those_behind_a_goal_that_another_combines_are_among_them(
    combine: type[AllOf | AnyOf],
) -> None:
    due = Period.financial_year(2020)
    rows = [figure(THIS_YEAR, 32), figure(due, 30), figure(due.year_before, 31)]
    goals: list[Goal] = [
        AtMost(40),
        AtLeast(30),
        combine([NoWorseThan(Comparator.YEAR_BEFORE)]),
    ]
    target = promise(combine(goals), due=due, baseline=Period.financial_year(2016))
    facts = with_targets([target], rows)
    assert set(facts.observations) == set(rows)


def published(**fields: object) -> PublishedFigure:
    plain: dict[str, Any] = {
        "indicator": "homicide",
        "name": "Homicide",
        "area": "kent",
        "period": THIS_YEAR,
        "measure": Measure.COUNT,
        "unit": "homicides",
        "value": 31,
        "printed": "31",
    }
    given: dict[str, Any] = plain | fields
    return PublishedFigure(**given)


def test_figures_that_were_published_otherwise_are_restated() -> None:
    framework = Framework(id="f", name="F", priorities=[], indicators=[indicator()])
    then = [
        published(),
        published(period=LAST_YEAR, value=44, printed="44"),
        published(area="essex"),
        published(indicator="arson"),
        published(period=LONG_BEFORE),
        published(value=None, printed="[c]", shorthand="[c]", period=LAST_YEAR),
    ]
    assessment = assess(
        framework,
        counts(now=32, before=44),
        area=KENT,
        period=THIS_YEAR,
        populations=POPULATIONS,
        published=then,
    )
    (restatement,) = assessment.restatements
    assert restatement.before == then[0]
    assert restatement.difference == 1
    assert restatement.reason is RestatementReason.NOT_KNOWN


def test_a_target_of_an_indicator_that_is_not_there_is_a_misuse() -> None:
    with pytest.raises(UnknownNameError, match="arson"):
        with_targets([promise(AtMost(4), indicator="arson")], [])


def test_what_is_unusual_at_one_confidence_is_said_of_the_figure_not_the_goal() -> None:
    goal = UnusualReduction(EvidenceKind.EXACT, confidence=0.8)
    of = indicator(dispersion=dispersion(1.1))
    (finding,) = with_targets(
        [promise(goal)], counts(now=32, before=44), of=of
    ).findings
    assert finding.verdict is Verdict.NOT_MET
    assert finding.chance.significance is not None
    assert finding.chance.significance.confidence == 0.95
