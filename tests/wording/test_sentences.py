from datetime import date

import pytest
from attrs import evolve

from policing_indicators.assessment.assessing import assess
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.significance import (
    Significance,
    SignificanceMethod,
)
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.case_noun import CaseNoun
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)
from policing_indicators.vocabulary.source import Source
from policing_indicators.wording import chance_sentences
from policing_indicators.wording.house_style import house_style
from policing_indicators.wording.sentences import Sentences
from policing_indicators.wording.table import Row, row

KENT = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
NOW = Period.financial_year(2024)
BEFORE = NOW.year_before
BASELINE = Period.year_ending(2019, 6)
PLACE = "in the Kent police force area"
WHOLE = Indicator(
    id="theft",
    name="Theft",
    unit=Unit.COUNT,
    direction=ImprovementDirection.DECREASE,
    noun=CaseNoun("theft", "thefts"),
    parts=["cars", "bicycles"],
)
CARS, BICYCLES = (
    Indicator(
        id=name,
        name=f"{name.capitalize()} stolen",
        unit=Unit.COUNT,
        direction=ImprovementDirection.DECREASE,
        noun=CaseNoun(name[:-1], name),
    )
    for name in ("cars", "bicycles")
)
SHARE = Indicator(
    id="satisfaction",
    name="Satisfaction",
    unit=Unit.PERCENTAGE,
    direction=ImprovementDirection.INCREASE,
)
PEOPLE = Population(
    "kent",
    DenominatorKind.PEOPLE,
    date(2024, 6, 30),
    "mid-2024",
    1_900_000,
    Source("Office for National Statistics", "Mid-year estimates"),
)


def said(
    *indicators: Indicator,
    observations: list[Observation],
    area: Area = KENT,
    populations: tuple[Population, ...] = (),
) -> str:
    framework = Framework(id="f", name="F", priorities=[], indicators=indicators)
    assessment = assess(
        framework,
        observations,
        area=area,
        period=NOW,
        populations=Populations(populations),
    )
    sentences = Sentences(assessment=assessment, small_base=SmallBaseRule())
    return " ".join(sentences.about(assessment.indicators[0]))


def cells(indicator: Indicator, *observations: Observation) -> Row | None:
    framework = Framework(id="f", name="F", priorities=[], indicators=[indicator])
    assessment = assess(
        framework,
        observations,
        area=KENT,
        period=NOW,
        populations=Populations([PEOPLE]),
    )
    return row(assessment.indicators[0], SmallBaseRule())


def count(number: int, period: Period = NOW, name: str = "cars") -> Observation:
    return Observation(name, "kent", period, count=number)


def test_a_fall_is_said_with_its_size_its_base_and_its_percentage() -> None:
    assert said(CARS, observations=[count(827), count(1000, BEFORE)]) == (
        f"827 cars were recorded {PLACE} in 2024/25, 173 fewer than the 1,000 recorded "
        "in 2023/24: a fall of 17.3%."
    )


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (1_189, "189 more than the 1,000 recorded in 2023/24: a rise of 18.9%."),
        (1_000, "the same number as in 2023/24."),
    ],
)
def test_a_rise_and_no_change_are_said_plainly(later: int, told: str) -> None:
    assert said(CARS, observations=[count(later), count(1000, BEFORE)]).endswith(told)


def test_a_change_that_rounds_to_nought_is_not_said_to_be_nought() -> None:
    told = said(CARS, observations=[count(99_999), count(100_000, BEFORE)])
    assert told.endswith("a fall of less than 0.1%.")


def test_a_small_base_has_no_percentage_and_says_why() -> None:
    assert said(CARS, observations=[count(49), count(60, BEFORE)]).endswith(
        "11 fewer than the 60 recorded in 2023/24. No percentage is given where a "
        "number is under 50."
    )


def test_a_small_base_that_did_not_change_needs_no_word_on_percentages() -> None:
    told = said(CARS, observations=[count(0), count(0, BEFORE)])
    assert told == (
        f"No cars were recorded {PLACE} in 2024/25, the same number as in 2023/24."
    )


def test_one_case_is_said_in_the_singular() -> None:
    assert said(CARS, observations=[count(1)]).startswith(f"1 car was recorded {PLACE}")


@pytest.mark.parametrize(
    ("number", "told"), [(1, "1 case was"), (2, "2 cases were"), (0, "no cases were")]
)
def test_an_indicator_without_a_noun_is_said_by_its_name(
    number: int, told: str
) -> None:
    plain = evolve(CARS, noun=None)
    assert said(plain, observations=[count(number)]).startswith(
        f"Cars stolen: {told} recorded"
    )


def test_a_negative_count_never_stands_without_its_reason() -> None:
    assert said(CARS, observations=[count(-2), count(3, BEFORE)]).startswith(
        f"The net count of cars {PLACE} in 2024/25 was \N{MINUS SIGN}2: more earlier "
        "records were transferred or cancelled than new ones made. It was 3 in 2023/24."
    )


def test_a_first_case_after_none_is_said_without_a_nought() -> None:
    assert said(CARS, observations=[count(3), count(0, BEFORE)]).startswith(
        f"3 cars were recorded {PLACE} in 2024/25; none were recorded in 2023/24. No "
        "percentage can be given from a count of zero or below."
    )


def test_what_must_be_known_of_the_earlier_figure_is_said_too() -> None:
    earlier = evolve(
        count(1000, BEFORE), status=Status.REVISED, note="One force is missing."
    )
    told = said(CARS, observations=[count(827), earlier])
    assert "recorded in 2023/24 (revised): a fall" in told
    assert "On 2023/24: One force is missing." in told


def test_chance_is_spoken_of_with_its_probability_ratio_and_limits() -> None:
    measured = MeasuredDispersion(
        ratio=1.1, areas=43, earlier=BEFORE, later=NOW, source="a table"
    )
    told = said(
        evolve(CARS, dispersion=measured), observations=[count(31), count(45, BEFORE)]
    )
    assert told.endswith(
        "Numbers of this size differ from year to year even where the underlying risk "
        "is the same: a difference at least this large, up or down, would then arise "
        "about one time in seven (p = 0.14; ratio of later to earlier 0.69, 95% limits "
        "0.42 to 1.11). These figures alone do not show whether the risk changed."
    )


def test_a_difference_that_chance_seldom_makes_is_not_explained_by_it() -> None:
    measured = MeasuredDispersion(
        ratio=1.1, areas=43, earlier=BEFORE, later=NOW, source="a table"
    )
    told = said(
        evolve(CARS, dispersion=measured), observations=[count(141), count(83, BEFORE)]
    )
    assert "Numbers of this size differ" not in told
    assert told.endswith("These figures alone do not show why the number changed.")


def test_chance_after_a_year_without_a_case_is_said_without_a_ratio() -> None:
    measured = MeasuredDispersion(
        ratio=1.1, areas=43, earlier=BEFORE, later=NOW, source="a table"
    )
    told = said(
        evolve(CARS, dispersion=measured), observations=[count(4), count(0, BEFORE)]
    )
    assert (
        "about one time in eight (p = 0.12; 95% limits of the ratio of later to "
        "earlier 0.66 and above)" in told
    )


def test_a_number_that_did_not_change_is_not_tested() -> None:
    measured = MeasuredDispersion(
        ratio=1.1, areas=43, earlier=BEFORE, later=NOW, source="a table"
    )
    told = said(
        evolve(CARS, dispersion=measured), observations=[count(32), count(32, BEFORE)]
    )
    assert told.endswith(
        "the same number as in 2023/24. These figures alone do not show whether the "
        "risk changed."
    )


def parted(cars: int, bicycles: int, *, before: tuple[int, int] = (200, 100)) -> str:
    return said(
        WHOLE,
        CARS,
        BICYCLES,
        observations=[
            count(cars + bicycles, name="theft"),
            count(sum(before), BEFORE, "theft"),
            count(cars),
            count(before[0], BEFORE),
            count(bicycles, name="bicycles"),
            count(before[1], BEFORE, "bicycles"),
        ],
    )


def test_parts_that_moved_with_the_whole_are_said_as_shares() -> None:
    assert parted(140, 80).endswith(
        "Cars made up 75% of the fall and bicycles 25%. Of those recorded in 2024/25, "
        "63.6% were cars and 36.4% were bicycles."
    )


def test_the_part_with_the_largest_share_is_said_first() -> None:
    assert parted(190, 60).endswith(
        "Bicycles made up 80% of the fall and cars 20%. Of those recorded in 2024/25, "
        "76.0% were cars and 24.0% were bicycles."
    )


def test_parts_that_moved_apart_are_said_in_numbers() -> None:
    assert parted(140, 120).endswith(
        "Cars fell by 60 and bicycles rose by 20. Of those recorded in 2024/25, "
        "53.8% were cars and 46.2% were bicycles."
    )


def test_parts_with_small_counts_are_said_in_numbers() -> None:
    assert parted(40, 100).endswith(
        "Cars fell by 160 and bicycles did not change. Of those recorded in 2024/25, "
        "28.6% were cars and 71.4% were bicycles."
    )


def test_a_share_is_neither_nought_nor_all_where_it_is_not_that() -> None:
    assert "Cars fell by 999 and bicycles fell by 1." in parted(
        1, 100, before=(1000, 101)
    )
    assert (
        "Cars made up more than 99% of the fall and bicycles less than 1%."
        in parted(100, 100, before=(1000, 101))
    )


def test_parts_of_no_change_are_not_said() -> None:
    assert parted(180, 120).endswith(
        "the same number as in 2023/24. Of those recorded in 2024/25, 60.0% were cars "
        "and 40.0% were bicycles."
    )


def test_the_shares_of_a_small_whole_are_not_said() -> None:
    assert "Of those recorded" not in parted(29, 20)


def test_figures_of_different_sources_are_said_to_be_so() -> None:
    rows = [evolve(count(80), source="A"), evolve(count(90, BEFORE), source="B")]
    assert "The two figures are from different sources." in said(
        CARS, observations=rows
    )


def test_a_negative_earlier_count_stands_with_its_reason() -> None:
    told = said(CARS, observations=[count(5), count(-2, BEFORE)])
    assert "It was \N{MINUS SIGN}2 in 2023/24: more earlier records" in told


def test_a_baseline_over_other_months_says_so() -> None:
    told = said(
        evolve(CARS, baseline=BASELINE), observations=[count(80), count(100, BASELINE)]
    )
    assert (
        "In the baseline year, July 2018 to June 2019, which starts in another month, "
        "100 were recorded; 2024/25 had 20 fewer, a fall of 20.0%."
    ) in told


@pytest.mark.parametrize(
    ("later", "earlier", "told"),
    [
        (80, 80, "80 were recorded; 2024/25 had the same number."),
        (80, 1, "1 was recorded; 2024/25 had 79 more."),
        (80, 0, "none were recorded; 2024/25 had 80 more."),
    ],
)
def test_a_baseline_is_said_by_its_months_and_its_number(
    later: int, earlier: int, told: str
) -> None:
    year = Period.financial_year(2019)
    rows = [count(later), count(earlier, year)]
    assert f"In the baseline year, April 2019 to March 2020, {told}" in said(
        evolve(CARS, baseline=year), observations=rows
    )


def test_what_a_change_from_the_baseline_does_not_show_is_said_where_chance_is() -> (
    None
):
    measured = MeasuredDispersion(
        ratio=1.1, areas=43, earlier=BEFORE, later=NOW, source="a table"
    )
    told = said(
        evolve(CARS, baseline=BASELINE, dispersion=measured),
        observations=[count(32), count(44, BEFORE), count(52, BASELINE)],
    )
    assert told.endswith(
        "2024/25 had 20 fewer. These figures cannot say how unusual a change over a "
        "longer time is."
    )


def test_a_break_in_the_series_is_said_with_its_reason() -> None:
    crossed = Break(date(2024, 1, 1), "the counting rules changed")
    told = said(
        evolve(CARS, breaks=[crossed]), observations=[count(80), count(100, BEFORE)]
    )
    assert told.endswith(
        "The recording rules changed between these two periods: the counting rules "
        "changed."
    )


def test_what_holds_of_every_longer_time_is_said_once() -> None:
    crossed = Break(date(2023, 4, 1), "the counting rules changed")
    measured = MeasuredDispersion(
        ratio=1.1, areas=43, earlier=BEFORE, later=NOW, source="a table"
    )
    told = said(
        evolve(CARS, baseline=BASELINE, dispersion=measured, breaks=[crossed]),
        observations=[
            count(32),
            count(44, BEFORE),
            count(48, Period.financial_year(2021)),
            count(52, BASELINE),
        ],
    )
    assert told.count("the counting rules changed") == 1
    assert told.count("how unusual a change over a longer time is") == 1
    assert told.endswith(
        "2024/25 had 20 fewer. The change of the recording rules that is named above "
        "lies between these two periods too. These figures cannot say how unusual a "
        "change over a longer time is."
    )


def test_a_rate_is_said_with_its_limits_and_the_population_it_is_on() -> None:
    told = said(
        evolve(CARS, denominator=DenominatorKind.PEOPLE),
        observations=[count(1900)],
        populations=(PEOPLE,),
    )
    assert (
        "The rate in 2024/25 was 100.0 per 100,000 people (95% limits 95.6 to 104.6), "
        "based on the mid-2024 population of 1,900,000."
    ) in told


def test_a_rate_on_the_denominator_of_its_source_says_so() -> None:
    told = said(
        evolve(CARS, denominator=DenominatorKind.PEOPLE),
        observations=[evolve(count(1900), denominator=2_000_000)],
        populations=(PEOPLE,),
    )
    assert "The rate in 2024/25 was 95.0 per 100,000 people" in told
    assert "based on the 2,000,000 people that its source states." in told


def test_a_rate_over_households_says_so() -> None:
    households = evolve(PEOPLE, kind=DenominatorKind.HOUSEHOLDS, value=760_000)
    told = said(
        evolve(CARS, denominator=DenominatorKind.HOUSEHOLDS),
        observations=[count(1900)],
        populations=(households,),
    )
    assert "250.0 per 100,000 households" in told
    assert "based on 760,000 households (mid-2024)." in told


@pytest.mark.parametrize(
    ("quarter", "over"),
    [
        (
            Period.financial_quarter(2024, 4),
            "in 2024/25 Q4, over those 3 months alone,",
        ),
        (Period.month(2025, 3), "in March 2025, over that month alone,"),
    ],
)
def test_a_rate_over_part_of_a_year_says_over_how_many_months(
    quarter: Period, over: str
) -> None:
    framework = Framework(
        id="f",
        name="F",
        priorities=[],
        indicators=[evolve(CARS, denominator=DenominatorKind.PEOPLE)],
    )
    assessment = assess(
        framework,
        [count(1900, quarter)],
        area=KENT,
        period=quarter,
        populations=Populations([PEOPLE]),
    )
    sentences = Sentences(assessment=assessment, small_base=SmallBaseRule())
    told = sentences.about(assessment.indicators[0])
    assert told[1].startswith(f"The rate {over} was 100.0 per 100,000")


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("[b]", "Its source marks a break in the series here."),
        ("[u1]", "Its source marks it as of low reliability."),
        ("[note 3]", "Its source refers to its note 3."),
        ("One.\nTwo.", "One. Two."),
    ],
)
def test_the_symbols_of_a_note_are_said_in_words(note: str, told: str) -> None:
    assert f" {told} " in f"{said(CARS, observations=[evolve(count(5), note=note)])} "


def test_the_last_case_is_followed_by_none() -> None:
    assert said(CARS, observations=[count(0), count(44, BEFORE)]).startswith(
        f"No cars were recorded {PLACE} in 2024/25; 44 were recorded in 2023/24."
    )
    assert "; 1 was recorded in 2023/24." in said(
        CARS, observations=[count(0), count(1, BEFORE)]
    )


def test_the_note_of_a_figure_is_said_with_it() -> None:
    told = said(CARS, observations=[evolve(count(5), note="One force is missing.")])
    assert "One force is missing." in told


def test_a_count_indicator_without_a_count_says_so_and_no_more() -> None:
    row = Observation("cars", "kent", NOW, value=12.5)
    assert said(CARS, observations=[row]) == (
        "The figure cannot be given: it was published without its count."
    )


def test_a_probability_without_a_ratio_is_said_alone() -> None:
    test = Significance(p_value=0.2, method=SignificanceMethod.EXACT_POISSON)
    told = chance_sentences.chance(
        house_style(), Change(earlier=80, later=60), test, small=False
    )
    assert "about one time in five (p = 0.20)." in next(told)


def test_a_gap_is_said_with_its_reason() -> None:
    assert (
        "The change on the year before (2023/24) cannot be given: the release that is "
        "used here holds no figure for it."
    ) in said(CARS, observations=[count(5)])


def test_a_neutral_indicator_is_never_better_or_worse() -> None:
    neutral = evolve(CARS, direction=ImprovementDirection.NEUTRAL)
    assert "not in itself good or bad" in said(neutral, observations=[count(5)])


def test_caveats_stand_at_the_end() -> None:
    told = said(evolve(CARS, caveats=["Keep it locked."]), observations=[count(5)])
    assert told.endswith("Keep it locked.")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (MissingReason.NOT_AVAILABLE, "No figure is available for 2024/25."),
        (MissingReason.NOT_APPLICABLE, "There can be no figure for 2024/25."),
        (MissingReason.CONFIDENTIAL, "The figure for 2024/25 is confidential."),
        (
            MissingReason.LOW_RELIABILITY,
            "The figure for 2024/25 is too unreliable to give.",
        ),
        (
            MissingReason.NOT_YET_PUBLISHED,
            "The figure for 2024/25 is not yet published.",
        ),
        (
            MissingReason.SURVEY_SUSPENDED,
            "The survey was suspended, so there is no figure for 2024/25.",
        ),
        (MissingReason.EXCLUDED, "The figure for 2024/25 was left out on purpose."),
    ],
)
def test_a_missing_figure_is_said_with_its_reason_and_its_note(
    reason: MissingReason, told: str
) -> None:
    missing = Observation("cars", "kent", NOW, missing=reason, note="Until May.")
    assert said(CARS, observations=[missing]) == f"{told} Until May."


def test_every_reason_for_a_missing_figure_has_its_own_sentence() -> None:
    told = {
        said(CARS, observations=[Observation("cars", "kent", NOW, missing=reason)])
        for reason in MissingReason
    }
    assert len(told) == len(MissingReason)


def test_a_provisional_figure_is_said_to_be_one() -> None:
    told = said(CARS, observations=[evolve(count(5), status=Status.PROVISIONAL)])
    assert f"{PLACE} in 2024/25 (provisional)." in told


def share(period: Period, numerator: int, denominator: int) -> Observation:
    return Observation(
        "satisfaction", "kent", period, count=numerator, denominator=denominator
    )


def test_a_proportion_is_said_in_per_cent_and_its_change_in_points() -> None:
    asked = evolve(SHARE, denominator=DenominatorKind.RESPONSES)
    assert said(asked, observations=[share(NOW, 56, 70), share(BEFORE, 48, 80)]) == (
        f"Satisfaction was 80.0% {PLACE} in 2024/25: 56 of 70 valid responses (95% "
        "limits 69.2 to 87.7%). That is 20.0 percentage points higher than in 2023/24 "
        "(60.0%; for the change, 95% limits +5.2 to +33.4)."
    )


@pytest.mark.parametrize("denominator", [None, 0])
def test_a_percentage_that_is_not_known_is_never_said_to_be_nought(
    denominator: int | None,
) -> None:
    row = Observation("satisfaction", "kent", NOW, count=0, denominator=denominator)
    assert said(SHARE, observations=[row]) == (
        "The percentage cannot be given: it is not known out of how many."
    )


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (60.25, "was 60.3% {} in 2024/25. That is 1.9 percentage points lower than in"),
        (62.1, "That is the same as in 2023/24 (62.1%)."),
        (62.13, "That is less than 0.1 percentage points higher than in 2023/24 (62.1"),
        (61.1, "That is 1.0 percentage points lower than in 2023/24 (62.1%)."),
    ],
)
def test_a_percentage_published_without_counts_is_taken_as_it_is_written(
    later: float, told: str
) -> None:
    rows = [
        Observation("satisfaction", "kent", BEFORE, value=62.1),
        Observation("satisfaction", "kent", NOW, value=later),
    ]
    assert told.format(PLACE) in said(SHARE, observations=rows)


def test_a_percentage_against_its_baseline_is_said_in_points() -> None:
    told = said(
        evolve(SHARE, baseline=BASELINE),
        observations=[share(NOW, 56, 70), share(BASELINE, 48, 80)],
    )
    assert (
        "In the baseline year, July 2018 to June 2019, which starts in another month, "
        "it was 60.0%; the later figure is 20.0 percentage points higher than that "
        "(for the change, 95% limits +5.2 to +33.4)."
    ) in told


def test_one_percentage_point_is_a_point() -> None:
    rows = [
        Observation("satisfaction", "kent", BEFORE, value=62),
        Observation("satisfaction", "kent", NOW, value=63),
    ]
    told = said(evolve(SHARE, decimals=0), observations=rows)
    assert "That is 1 percentage point higher than in 2023/24 (62%)." in told


@pytest.mark.parametrize(("value", "told"), [(1, "yes"), (0, "no")])
def test_a_yes_or_no_is_said_in_a_word(value: int, told: str) -> None:
    answer = evolve(SHARE, unit=Unit.YES_NO)
    row = Observation("satisfaction", "kent", NOW, value=value)
    assert said(answer, observations=[row]) == (
        f"Satisfaction: {told}, {PLACE} in 2024/25."
    )


def test_a_published_rate_is_said_as_it_is_and_its_name_says_its_base() -> None:
    rate = evolve(SHARE, unit=Unit.RATE)
    row = Observation("satisfaction", "kent", NOW, value=165)
    assert said(rate, observations=[row]) == (
        f"Satisfaction: 165.0, {PLACE} in 2024/25."
    )


def test_a_count_is_never_said_to_be_a_rate() -> None:
    rate = evolve(SHARE, unit=Unit.RATE)
    row = Observation("satisfaction", "kent", NOW, count=165)
    assert said(rate, observations=[row]) == (
        "The figure cannot be given: a count stands where a rate should."
    )


@pytest.mark.parametrize(
    ("area", "told"),
    [
        (
            Area("met", "Metropolitan Police", AreaKind.POLICE_FORCE_AREA),
            "in the Metropolitan police force area",
        ),
        (
            Area("btp", "British Transport Police", AreaKind.NON_GEOGRAPHIC_FORCE),
            "by British Transport Police",
        ),
        (Area("wales", "Wales", AreaKind.COUNTRY), "in Wales"),
    ],
)
def test_an_area_is_named_as_people_name_it(area: Area, told: str) -> None:
    row = Observation("cars", area.id, NOW, count=5)
    assert f"recorded {told} in" in said(CARS, observations=[row], area=area)


def test_a_span_of_months_is_said_with_from() -> None:
    span = Period.parse("April to December 2024")
    framework = Framework(id="f", name="F", priorities=[], indicators=[CARS])
    assessment = assess(
        framework,
        [count(5, span)],
        area=KENT,
        period=span,
        populations=Populations([]),
    )
    sentences = Sentences(assessment=assessment, small_base=SmallBaseRule())
    assert "from April to December 2024" in sentences.about(assessment.indicators[0])[0]


def test_a_row_holds_what_the_sentences_say_and_no_percentage_they_withhold() -> None:
    assert cells(
        evolve(CARS, denominator=DenominatorKind.PEOPLE, baseline=BASELINE),
        evolve(count(45), status=Status.PROVISIONAL),
        count(60, BEFORE),
        count(100, BASELINE),
    ) == Row(
        indicator="Cars stolen",
        period="2024/25",
        count="45 [p]",
        year_before="60",
        change="\N{MINUS SIGN}15",
        percent="[u]",
        rate="2.4 per 100,000 (1.7 to 3.2)",
    )


def test_a_row_says_why_the_year_before_is_not_there() -> None:
    earlier = Observation("cars", "kent", BEFORE, missing=MissingReason.CONFIDENTIAL)
    made = cells(CARS, count(500), earlier)
    assert made is not None
    assert (made.year_before, made.change, made.percent) == ("[c]", "[c]", "[c]")


def test_a_row_has_no_percentage_from_nought() -> None:
    made = cells(CARS, count(500), count(0, BEFORE))
    assert made is not None
    assert (made.year_before, made.percent) == ("0", "[z]")


def test_a_row_says_what_is_not_there() -> None:
    assert cells(CARS, count(500)) == Row(
        indicator="Cars stolen",
        period="2024/25",
        count="500",
        year_before="[x]",
        change="[x]",
        percent="[x]",
        rate="[z]",
    )


def test_a_row_prints_a_percentage_with_its_sign() -> None:
    made = cells(CARS, count(827), count(1000, BEFORE))
    assert made is not None
    assert made.percent == "\N{MINUS SIGN}17.3%"


@pytest.mark.parametrize(
    "figure",
    [
        share(NOW, 56, 70),
        Observation("satisfaction", "kent", NOW, missing=MissingReason.EXCLUDED),
    ],
)
def test_what_is_no_count_has_no_row(figure: Observation) -> None:
    assert cells(SHARE, figure) is None
