"""When a figure stands beside those of other areas, and what is kept of it."""

import pytest
from attrs import evolve
from tests.assessment.regional import (
    BEFORE,
    CARS,
    FORCES,
    KENT,
    MEASURED,
    NOW,
    assessed,
    row,
    years,
)

from policing_indicators.assessment.area_comparisons import FEWEST_AREAS
from policing_indicators.assessment.evidence import AT_HAND
from policing_indicators.assessment.picture import PictureKind, WhyNoPicture
from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.errors import DuplicateError
from policing_indicators.registry.areas import areas
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.target import Target

OTHERS = [(1_000 + 10 * number, 900 + 15 * number) for number in range(42)]
EVERY = years((1_000, 800), OTHERS)
TWO = AreaGroup(id="two", name="two counties", areas=["essex", "sussex"], source="plan")
REMOTE = evolve(TWO, id="remote", areas=["essex", "mars"])


def reasons(
    *rows: Observation,
    indicator: Indicator = CARS,
    area: Area = KENT,
    are_rounded: bool = False,
) -> dict[PictureKind, WhyNoPicture]:
    facts = assessed(rows, indicator=indicator, area=area, are_rounded=are_rounded)
    return {each.what: each.why for each in facts.pictures.not_drawn}


def test_the_change_and_the_rate_stand_beside_those_of_every_force() -> None:
    facts = assessed(EVERY)
    pictures = facts.pictures
    assert pictures.changes is not None
    assert pictures.changes.change == facts.change
    assert set(pictures.changes.changes) == set(FORCES)
    assert pictures.rate is not None
    assert facts.rate is not None
    assert pictures.rate.rate == facts.rate
    assert [each.area for each in pictures.rate.left_out] == ["city-of-london"]
    assert pictures.ranking is not None
    assert pictures.ranking["kent"].of == 42
    assert pictures.ranking.spread == pictures.changes.dispersion.spread
    assert pictures.funnel is not None
    assert pictures.curve == pictures.funnel.curve(points=len(pictures.curve))
    assert pictures.sources == ("A table",)


def test_they_are_those_that_the_arithmetic_makes_of_the_same_figures() -> None:
    earlier = [each for each in EVERY if each.period == BEFORE]
    later = [each for each in EVERY if each.period == NOW]
    made = assessed(EVERY).pictures.changes
    assert made is not None
    assert made.total == ChangeComparison.of("kent", earlier, later).total
    own = made.change
    assert made.others.earlier == sum(each.count or 0 for each in earlier) - own.earlier
    assert made.others.later == sum(each.count or 0 for each in later) - own.later


def test_what_is_judged_is_judged_the_same_twice() -> None:
    assert assessed(EVERY) == assessed(list(reversed(EVERY)))


def test_the_areas_at_hand_are_the_ground_and_go_before_what_was_measured() -> None:
    facts = assessed(EVERY, indicator=evolve(CARS, dispersion=MEASURED))
    assert facts.evidence.kind is EvidenceKind.DISPERSION_ADJUSTED
    assert facts.evidence.beside is not None
    assert facts.evidence.beside.source == AT_HAND
    assert facts.pictures.changes is not None
    assert facts.evidence.significance == facts.pictures.changes.significance


def test_without_them_what_was_measured_is_the_ground() -> None:
    own = [each for each in EVERY if each.area == "kent"]
    facts = assessed(own, indicator=evolve(CARS, dispersion=MEASURED))
    assert facts.evidence.beside == MEASURED
    assert facts.pictures.changes is None


def test_areas_that_scatter_as_chance_would_have_it_are_tested_exactly() -> None:
    alike = [(1_000 + number, 1_000 - number) for number in range(42)]
    facts = assessed(years((44, 32), alike))
    assert facts.evidence.kind is EvidenceKind.EXACT


def test_a_target_says_of_the_same_change_what_the_figure_says() -> None:
    target = Target(
        id="down",
        indicator="cars",
        due=NOW,
        baseline=BEFORE,
        goal=PercentChange(reduction=10),
        promised_by="the commissioner",
        source="an invented plan",
    )
    facts = assessed(EVERY, targets=[target, evolve(target, id="more")])
    assert [each.chance for each in facts.findings] == [facts.evidence] * 2
    older = BEFORE.year_before
    facts = assessed(
        [*EVERY, row(900, older)], targets=[evolve(target, baseline=older)]
    )
    assert facts.findings[0].chance.kind is EvidenceKind.NONE


@pytest.mark.parametrize("number", range(FEWEST_AREAS - 3, FEWEST_AREAS + 2))
def test_it_takes_eight_areas_with_the_one_that_is_judged(number: int) -> None:
    pictures = assessed(years((1_000, 800), OTHERS[: number - 1])).pictures
    assert (pictures.changes is not None) is (number >= FEWEST_AREAS)
    # the City of London is the fifth of the others, and has no rate
    assert (pictures.rate is not None) is (number > FEWEST_AREAS)


def test_areas_that_lack_a_figure_do_not_count_among_them() -> None:
    held = years((1_000, 800), OTHERS[:9])
    lacking = [
        each
        for each in held
        if each.area in FORCES[:3] and each.period == NOW and each.area != "kent"
    ]
    rows = [each for each in held if each not in lacking]
    assert reasons(*rows)[PictureKind.CHANGES] is WhyNoPicture.TOO_FEW_AREAS
    assert reasons(*rows)[PictureKind.RATES] is WhyNoPicture.TOO_FEW_AREAS


def test_areas_that_lack_the_earlier_figure_have_a_rate_and_no_change() -> None:
    rows = [
        each
        for each in years((1_000, 800), OTHERS[:9])
        if each.period == NOW or each.area == "kent" or each.area not in FORCES[:3]
    ]
    found = reasons(*rows)
    assert found[PictureKind.CHANGES] is WhyNoPicture.TOO_FEW_AREAS
    assert PictureKind.RATES not in found


def test_another_release_and_a_forecast_are_no_figures_to_stand_beside() -> None:
    essex = next(each for each in EVERY if each.area == "essex" and each.period == NOW)
    rest = [each for each in EVERY if each is not essex]
    for other in (
        evolve(essex, as_at=None),
        evolve(essex, status=Status.FORECAST),
        evolve(essex, count=None, missing=MissingReason.CONFIDENTIAL),
    ):
        changes = assessed([*rest, other]).pictures.changes
        assert changes is not None
        assert [each.area for each in changes.dispersion.left_out] == ["essex"]


def test_areas_whose_figures_are_of_another_release_are_named_for_that() -> None:
    other = [evolve(each, as_at=None) for each in EVERY if each.area != "kent"]
    own = [each for each in EVERY if each.area == "kent"]
    assert reasons(*own, *other) == {
        PictureKind.CONTROL_CHART: WhyNoPicture.NO_SERIES,
        PictureKind.CHANGES: WhyNoPicture.OTHER_RELEASE,
        PictureKind.RATES: WhyNoPicture.OTHER_RELEASE,
    }


def test_two_figures_of_one_area_are_refused() -> None:
    essex = next(each for each in EVERY if each.area == "essex")
    with pytest.raises(DuplicateError, match="essex"):
        assessed([*EVERY, evolve(essex, count=7)])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (EVERY[:2], WhyNoPicture.TOO_FEW_AREAS),
        (EVERY[1:], WhyNoPicture.NO_CHANGE),
        (years((0, 0), OTHERS), WhyNoPicture.NOT_WORKED_OUT),
        (years((-1, 5), OTHERS), WhyNoPicture.NOT_WORKED_OUT),
    ],
)
def test_why_a_change_is_not_compared_is_said_by_name(
    rows: list[Observation], expected: WhyNoPicture
) -> None:
    assert reasons(*rows)[PictureKind.CHANGES] is expected


def test_of_figures_that_are_rounded_nothing_is_drawn() -> None:
    assert set(reasons(*EVERY, are_rounded=True).values()) == {WhyNoPicture.ROUNDED}
    assert not assessed(EVERY, are_rounded=True).pictures


@pytest.mark.parametrize(
    ("indicator", "rows", "expected"),
    [
        (evolve(CARS, denominator=None), EVERY, WhyNoPicture.NO_RATE),
        (CARS, years((5, -1), OTHERS), WhyNoPicture.NO_RATE),
        (CARS, years((0, 0), [(0, 0)] * 42), WhyNoPicture.NOT_WORKED_OUT),
        (CARS, years((1_000, 800), OTHERS[:7]), WhyNoPicture.TOO_FEW_AREAS),
    ],
)
def test_why_a_rate_is_not_compared_is_said_by_name(
    indicator: Indicator, rows: list[Observation], expected: WhyNoPicture
) -> None:
    found = reasons(*rows, indicator=indicator)
    assert found[PictureKind.RATES] is expected


def test_a_rate_over_another_denominator_is_not_compared() -> None:
    rows = [
        evolve(each, denominator=1_900_000.0) if each.area == "kent" else each
        for each in EVERY
    ]
    why = reasons(*rows)[PictureKind.RATES]
    assert why is WhyNoPicture.UNLIKE_DENOMINATORS


def test_a_percentage_is_not_compared_and_a_figure_that_is_missing_says_nothing() -> (
    None
):
    share = evolve(CARS, unit=Unit.PROPORTION)
    found = reasons(row(80, denominator=100), indicator=share)
    assert set(found.values()) == {WhyNoPicture.NOT_OF_UNIT}
    assert reasons(row(None, missing=MissingReason.NOT_AVAILABLE)) == {}


def test_a_rate_is_ranked_only_where_it_is_known_how_rates_move() -> None:
    one_year = [each for each in EVERY if each.period == NOW]
    assert assessed(one_year).pictures.rate is not None
    assert assessed(one_year).pictures.ranking is None
    measured = assessed(one_year, indicator=evolve(CARS, dispersion=MEASURED))
    assert measured.pictures.ranking is not None
    assert measured.pictures.ranking.spread == MEASURED.spread


def test_a_group_has_its_change_and_both_averages_of_its_rates() -> None:
    pictures = assessed(EVERY, groups=[TWO]).pictures
    [change] = pictures.group_changes
    assert change.areas == ("essex", "sussex", "kent")
    counts = {(each.area, each.period): each.count or 0 for each in EVERY}
    assert change.together.earlier == sum(counts[each, BEFORE] for each in change.areas)
    assert change.together.later == sum(counts[each, NOW] for each in change.areas)
    averages = [each.benchmark.average for each in pictures.group_rates]
    assert averages == list(GroupAverage)
    assert {each.benchmark.areas for each in pictures.group_rates} == {change.areas}


def test_a_group_of_which_a_figure_lacks_is_not_compared_and_the_rest_is() -> None:
    pictures = assessed(EVERY, groups=[REMOTE, TWO]).pictures
    assert [each.group for each in pictures.group_changes] == [TWO]
    assert len(pictures.group_rates) == 2
    lacking = {
        each.what: each.detail
        for each in pictures.not_drawn
        if each.what is not PictureKind.CONTROL_CHART
    }
    assert set(lacking) == {PictureKind.GROUP_CHANGE, PictureKind.GROUP_RATE}
    assert all("mars" in detail for detail in lacking.values())


def test_a_force_without_residents_is_not_compared() -> None:
    rail = areas().find("British Transport Police")
    rows = [row(900, BEFORE, rail.id), row(800, NOW, rail.id)]
    found = reasons(*EVERY, *rows, area=rail)
    assert set(found.values()) == {
        WhyNoPicture.NO_SERIES,
        WhyNoPicture.NOT_FORCE_AREA,
    }
