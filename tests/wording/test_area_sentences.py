"""What is said of a change and a rate beside those of other areas."""

from collections.abc import Sequence

import pytest
from attrs import evolve
from tests.wording.pictured import (
    BEFORE,
    NOW,
    OTHERS,
    changes,
    group_change,
    rated,
    row,
)

from policing_indicators.assessment.assessment import Comparison, IndicatorAssessment
from policing_indicators.assessment.change_reading import ChangeReading
from policing_indicators.assessment.evidence import Evidence
from policing_indicators.assessment.picture import Pictures
from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.benchmark_comparison import BenchmarkComparison
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.significance import (
    Significance,
    SignificanceMethod,
)
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.case_noun import CaseNoun
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.wording import area_sentences
from policing_indicators.wording.house_style import house_style

CARS = Indicator(
    id="cars",
    name="Cars",
    unit=Unit.COUNT,
    direction=ImprovementDirection.DECREASE,
    noun=CaseNoun("car", "cars"),
)
PLACE = (
    "cars were recorded in the 42 other police force areas of England and Wales "
    "together in 2024/25"
)
USUAL = "At a level of 5%, that is not unusual."
UNUSUAL = "At a level of 5%, that is unusual; these figures alone do not show why."
MANY = [(1_000, 900 + 10 * number) for number in range(len(OTHERS))]


def facts(
    own: tuple[int, int],
    found: ChangeComparison | None = None,
    evidence: Evidence | None = None,
    indicator: Indicator = CARS,
) -> IndicatorAssessment:
    earlier, later = row("kent", BEFORE, own[0]), row("kent", NOW, own[1])
    change = Change.between(earlier, later)
    groups = [group_change(found)] if found and "essex" in found.changes else []
    return IndicatorAssessment(
        indicator=indicator,
        observation=later,
        on_year_before=Comparison(
            earlier=earlier, change=change, reading=ChangeReading.NEITHER
        ),
        pictures=Pictures(changes=found, group_changes=groups),
        evidence=evidence or Evidence(),
    )


def said(of: IndicatorAssessment, rule: SmallBaseRule | None = None) -> list[str]:
    return list(area_sentences.change(house_style(), of, rule or SmallBaseRule()))


def beside(
    own: tuple[int, int], others: Sequence[tuple[int | None, int | None]]
) -> list[str]:
    return said(facts(own, changes(own, others)))


def test_the_others_are_all_of_england_and_wales_where_every_force_is_there() -> None:
    first, further, *_ = beside((1_000, 920), MANY)
    assert first == (
        "In the 42 other police force areas of England and Wales together, the number "
        "rose by 10.5%, from 42,000 to 46,410."
    )
    assert further == (
        "It fell by a larger percentage in 2 of them, and by a smaller one or not at "
        "all in 39."
    )


def test_the_others_are_those_at_hand_where_some_are_not() -> None:
    first, *_ = beside((1_000, 920), MANY[:9])
    assert first == (
        "In 9 other police force areas together (those whose figures are at hand), the "
        "number fell by 6.0%, from 9,000 to 8,460."
    )
    lacking: list[tuple[int | None, int | None]] = [*MANY]
    lacking[3] = (1_000, None)
    assert beside((1_000, 920), lacking)[0].startswith("In 41 other police force ")
    assert "whose figures are at hand" in beside((1_000, 920), lacking)[0]


def test_an_area_that_counted_none_is_one_of_the_others_all_the_same() -> None:
    none: list[tuple[int | None, int | None]] = [*MANY]
    none[7] = (0, 0)
    assert "the 42 other police force areas of England" in beside((1_000, 920), none)[0]


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ((1_000, 800), "It fell by a larger percentage in none of them, and by a "),
        ((1_000, 1_200), "It rose by a larger percentage in 11 of them, and by a "),
    ],
)
def test_it_is_said_in_how_many_the_number_moved_further(
    own: tuple[int, int], words: str
) -> None:
    assert beside(own, MANY)[1].startswith(words)


def test_of_no_change_nothing_is_said_of_moving_further() -> None:
    assert len(said(facts((1_000, 1_000), changes((1_000, 1_000), MANY[12:21])))) == 1


@pytest.mark.parametrize(
    ("own", "others", "words"),
    [
        (
            (44, 32),
            (20, 18),
            f"756 {PLACE}, 84 fewer than the 840 recorded in 2023/24.",
        ),
        ((44, 32), (18, 20), f"840 {PLACE}, 84 more than the 756 recorded in 2023/24."),
        ((44, 32), (20, 20), f"840 {PLACE}, the same number as in 2023/24."),
        ((440, 320), (1, 1), f"42 {PLACE}, the same number as in 2023/24."),
    ],
)
def test_small_numbers_are_said_as_numbers_and_no_order_of_areas(
    own: tuple[int, int], others: tuple[int, int], words: str
) -> None:
    told = beside(own, [others] * 42)
    assert told[0] == words
    assert not any("larger percentage" in each for each in told[1:] if own[0] < 50)


def test_without_a_threshold_small_numbers_are_spoken_of_with_care_all_the_same() -> (
    None
):
    found = facts((44, 32), changes((44, 32), [(20, 18)] * 42))
    told = said(found, SmallBaseRule(threshold=0))
    assert len(told) == 1
    assert told[0].endswith("84 fewer than the 840 recorded in 2023/24.")


def test_rare_grave_events_are_spoken_of_with_care_however_many() -> None:
    exact = Evidence(EvidenceKind.EXACT, Change(earlier=140, later=110).significance())
    found = facts((140, 110), changes((140, 110), [(20, 18)] * 42), exact)
    [told] = said(found)
    assert told.startswith("756 cars were recorded in the 42 other police force areas")


def test_without_a_year_before_the_number_stands_alone() -> None:
    found = facts((44, 32), changes((44, 32), [(20, 18)] * 42))
    [told] = said(evolve(found, on_year_before=None))
    assert told.endswith("England and Wales together in 2024/25.")


def test_the_group_is_said_pooled_and_as_the_mean_of_its_changes() -> None:
    assert beside((1_000, 920), MANY)[-1] == (
        "In Kent, this area included (3 areas), the number changed by +6.3%; the "
        "mean of the areas' changes is +6.3%."
    )


def test_no_percentage_of_a_group_is_said_on_small_numbers() -> None:
    few = beside((70, 60), [(1, 1)] * 42)
    assert any("this area included (3 areas)" in each for each in few)
    none = beside((40, 44), [(1, 1)] * 42)
    assert not any("this area included" in each for each in none)


def among(p_value: float, **fields: object) -> Evidence:
    found = changes((1_000, 800), MANY)
    test = evolve(found.significance, p_value=p_value)
    measured = found.dispersion.measured(source="A table")
    return Evidence(
        EvidenceKind.DISPERSION_ADJUSTED,
        evolve(test, **fields),  # type: ignore[arg-type]
        measured,
    )


@pytest.mark.parametrize(
    ("p_value", "often", "words"),
    [
        (0.26, "about one time in four (p = 0.26", USUAL),
        (0.05, "about one time in 20 (p = 0.050", USUAL),
        (0.012, "about one time in 83 (p = 0.012", UNUSUAL),
    ],
)
def test_how_unusual_a_change_is_among_areas_is_said_with_method_and_level(
    p_value: float, often: str, words: str
) -> None:
    first, second = said(facts((1_000, 800), None, among(p_value)))
    assert first.startswith(
        "In an area like the others, a change at least as far from that of all 43 "
        f"areas together, up or down, would arise {often}, spread-adjusted test; ratio "
        "of later to earlier, over that of all areas, "
    )
    assert second == words


def test_a_ratio_that_is_none_is_not_said() -> None:
    first, _ = said(facts((1_000, 800), None, among(0.2, ratio=None, interval=None)))
    assert first.endswith("about one time in five (p = 0.20, spread-adjusted test).")


def test_other_grounds_have_no_such_sentence() -> None:
    exact = Significance(p_value=0.2, method=SignificanceMethod.EXACT_CONDITIONAL)
    for evidence in (
        Evidence(EvidenceKind.EXACT, exact),
        Evidence(EvidenceKind.OWN_PAST),
        Evidence(),
    ):
        assert said(facts((1_000, 800), None, evidence)) == []


def of_rate(
    pictures: Pictures, own: int = 3_000, indicator: Indicator = CARS
) -> list[str]:
    found = evolve(facts((own, own), indicator=indicator), pictures=pictures)
    return list(area_sentences.rate(house_style(), found, SmallBaseRule()))


SPREAD_OUT = [1_000 + 100 * number for number in range(len(OTHERS))]


def test_a_rate_stands_beside_that_of_all_areas_with_its_place_between_two() -> None:
    first, chance, rank, group = of_rate(rated(5_300, SPREAD_OUT, spread=0.03))
    total = 5_300 + sum(SPREAD_OUT) - SPREAD_OUT[OTHERS.index("city-of-london")]
    assert first == (
        "In England and Wales without the City of London, this area included, the rate "
        f"was {total / 420:.1f}."
    )
    assert chance.startswith("Rates differ from area to area for many reasons: that of")
    assert ", spread-adjusted test of a rate)." in chance
    assert rank.startswith("Of the 42 areas, from the highest rate down, this one ")
    assert "with 95% confidence its place lies between 1 and " in rank
    assert group.startswith("In Kent, this area included (3 areas), the rate was ")


def test_england_and_wales_is_said_where_but_the_city_of_london_is_left_out() -> None:
    every = of_rate(rated(5_300, SPREAD_OUT))
    assert every[0].startswith(
        "In England and Wales without the City of London, this area included, the rate "
    )
    some = of_rate(rated(5_300, SPREAD_OUT[:8]))
    assert some[0].startswith("In the 8 police force areas whose rates are at hand, ")


def test_a_place_that_is_shared_or_sure_is_said_to_be() -> None:
    [rank] = [each for each in of_rate(rated(90_000, SPREAD_OUT)) if "highest" in each]
    assert rank == (
        "Of the 42 areas, from the highest rate down, this one is number 1, with 95% "
        "confidence."
    )
    [shared] = [each for each in of_rate(rated(1_500, SPREAD_OUT)) if "shares" in each]
    assert "this one shares number 3" in shared


def test_no_place_is_said_that_could_be_in_any_half_of_the_order() -> None:
    alike = [3_000] * len(OTHERS)
    assert not any("highest" in each for each in of_rate(rated(3_010, alike)))


def test_no_place_is_said_where_it_is_not_known_how_rates_move() -> None:
    without = evolve(rated(5_300, SPREAD_OUT), ranking=None)
    assert not any("highest" in each for each in of_rate(without))


def test_no_place_is_said_of_a_neutral_indicator() -> None:
    neutral = evolve(CARS, direction=ImprovementDirection.NEUTRAL)
    told = of_rate(rated(90_000, SPREAD_OUT), indicator=neutral)
    assert not any("highest" in each for each in told)
    assert any("for many reasons" in each for each in told)


def test_small_numbers_have_neither_a_place_nor_a_probability() -> None:
    told = of_rate(rated(40, [10 + number for number in range(42)]), own=40)
    assert told[1] == (
        "Numbers of this size differ from area to area even where the underlying risk "
        "is the same."
    )
    assert not any("p = " in each or "highest" in each for each in told)


def test_nothing_is_said_of_a_rate_that_is_not_compared() -> None:
    assert of_rate(Pictures()) == []


def test_the_rate_of_all_areas_is_their_counts_over_their_people() -> None:
    rates = AreaRates({area: Rate(50, 100_000) for area in ("kent", *OTHERS[:9])})
    pictures = Pictures(rate=BenchmarkComparison.of("kent", rates))
    assert of_rate(pictures)[0].endswith("the rate was 50.0 altogether.")
