"""What parts make up of a whole, and of its change, is open data as it is said."""

from collections.abc import Mapping

import pytest
from attrs import evolve

from policing_indicators.assessment.assessing import assess
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.publication.open_data import figures
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.case_noun import CaseNoun
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Populations
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording.house_style import house_style
from policing_indicators.wording.part_sentences import shares, shares_of_change

KENT = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
NOW = Period.financial_year(2024)
BEFORE = NOW.year_before
CARS = Indicator(
    id="cars",
    name="Cars",
    unit=Unit.COUNT,
    direction=ImprovementDirection.DECREASE,
    noun=CaseNoun("car", "cars"),
)
VANS = evolve(CARS, id="vans", name="Vans", noun=None)
ALL = evolve(CARS, id="all", name="All", parts=["cars", "vans"])
FRAMEWORK = Framework(id="f", name="F", priorities=[], indicators=[ALL, CARS, VANS])

Counts = Mapping[str, int | None]
Told = tuple[float | None, str, str]


def rows(
    now: Counts, before: Counts, status: Status = Status.FINAL
) -> list[Observation]:
    return [
        Observation(
            name,
            "kent",
            period,
            count=count,
            missing=MissingReason.CONFIDENTIAL if count is None else None,
            source=name,
            status=status,
        )
        for period, counts in ((NOW, now), (BEFORE, before))
        for name, count in counts.items()
    ]


def made(observations: list[Observation], *shown: str) -> list[PublishedFigure]:
    assessment = assess(
        FRAMEWORK, observations, area=KENT, period=NOW, populations=Populations([])
    )
    facts = [assessment.of(name) for name in shown or ("all",)]
    return list(figures(assessment, facts, SmallBaseRule(), house_style()))


def told(found: list[PublishedFigure], measure: Measure) -> dict[str, Told]:
    of = [each for each in found if each.measure is measure and each.indicator != "all"]
    assert len({each.key for each in of}) == len(of)
    assert {each.whole for each in of} <= {"all" if measure.is_share else None}
    return {each.indicator: (each.value, each.shorthand, each.printed) for each in of}


BOTH_FELL = (
    {"all": 800, "cars": 500, "vans": 300},
    {"all": 1000, "cars": 540, "vans": 460},
)


def test_a_share_of_the_whole_is_a_row_with_what_it_is_a_quotient_of() -> None:
    found = made(rows(*BOTH_FELL))
    assert told(found, Measure.SHARE_OF_WHOLE) == {
        "cars": (62.5, "", "62.5%"),
        "vans": (37.5, "", "37.5%"),
    }
    cars = next(each for each in found if each.measure is Measure.SHARE_OF_WHOLE)
    assert (cars.numerator, cars.denominator, cars.unit) == (500, 800, "per cent")
    assert (cars.name, cars.whole, cars.source) == ("Cars", "all", "cars; all")


def test_a_share_of_the_change_is_a_row_as_it_is_said() -> None:
    found = made(rows(*BOTH_FELL, status=Status.PROVISIONAL))
    assert told(found, Measure.SHARE_OF_CHANGE) == {
        "cars": (20, "[p]", "20%"),
        "vans": (80, "[p]", "80%"),
    }
    cars = next(each for each in found if each.measure is Measure.SHARE_OF_CHANGE)
    assert (cars.numerator, cars.denominator) == (-40, -200)
    assert (cars.period, cars.compared_with) == (NOW, BEFORE)
    assert told(found, Measure.CHANGE_IN_NUMBER) == {}


def test_a_share_that_is_said_as_a_bound_is_marked_as_one() -> None:
    found = made(
        rows(
            {"all": 9000, "cars": 7999, "vans": 1001},
            {"all": 8000, "cars": 7000, "vans": 1000},
        )
    )
    assert told(found, Measure.SHARE_OF_CHANGE) == {
        "cars": (100, "", "more than 99%"),
        "vans": (0, "[low]", "less than 1%"),
    }


def test_parts_that_moved_apart_are_told_by_their_changes_and_have_no_share() -> None:
    apart = rows(
        {"all": 800, "cars": 500, "vans": 300},
        {"all": 900, "cars": 350, "vans": 550},
    )
    found = made(apart)
    assert told(found, Measure.SHARE_OF_CHANGE) == dict.fromkeys(
        ("cars", "vans"), (None, "[z]", "[z]")
    )
    assert told(found, Measure.CHANGE_IN_NUMBER) == {
        "cars": (150, "", "150"),
        "vans": (-250, "", "250"),
    }
    units = [each.unit for each in found if each.measure is Measure.CHANGE_IN_NUMBER]
    assert units == ["cars", "cars", "cases"]


def test_a_part_that_is_printed_for_itself_has_one_row_of_its_change() -> None:
    apart = rows(
        {"all": 800, "cars": 500, "vans": 300},
        {"all": 900, "cars": 350, "vans": 550},
    )
    changes = told(made(apart, "all", "cars"), Measure.CHANGE_IN_NUMBER)
    assert changes == {"cars": (150, "", "+150"), "vans": (-250, "", "250")}


def test_a_part_that_did_not_change_has_no_number_that_says_so() -> None:
    found = made(
        rows(
            {"all": 60, "cars": 40, "vans": 20},
            {"all": 61, "cars": 40, "vans": 21},
        )
    )
    assert told(found, Measure.CHANGE_IN_NUMBER) == {"vans": (-1, "", "1")}


SMALL = (
    {"all": 40, "cars": 30, "vans": 10},
    {"all": 60, "cars": 20, "vans": 40},
)
SAME = ({"all": 90, "cars": 30, "vans": 60}, {"all": 90, "cars": 40, "vans": 50})
HIDDEN = ({"all": 90, "cars": 90, "vans": None}, {"all": 80, "cars": 60, "vans": 20})
ALONE: tuple[Counts, Counts] = ({"all": 90, "cars": 30, "vans": 60}, {})
UNLIKE = ({"all": 90, "cars": 30, "vans": 61}, {"all": 80, "cars": 60, "vans": 20})


@pytest.mark.parametrize(
    ("counts", "of_whole", "of_change"),
    [
        (SMALL, "[u]", "[u]"),
        (SAME, "33.3%", "[z]"),
        (HIDDEN, "[c]", "[c]"),
        (ALONE, "33.3%", "[x]"),
        (UNLIKE, "[x]", "[x]"),
    ],
)
def test_a_share_that_is_not_said_has_the_symbol_that_says_why(
    counts: tuple[Counts, Counts], of_whole: str, of_change: str
) -> None:
    found = made(rows(*counts))
    _, _, printed = told(found, Measure.SHARE_OF_WHOLE)["cars"]
    assert printed == of_whole
    assert told(found, Measure.SHARE_OF_CHANGE)["cars"] == (None, of_change, of_change)


def test_what_is_said_of_parts_says_no_other_shares() -> None:
    assessment = assess(
        FRAMEWORK, rows(*BOTH_FELL), area=KENT, period=NOW, populations=Populations([])
    )
    facts, rule, style = assessment.of("all"), SmallBaseRule(), house_style()
    indicators = {each.id: each for each in FRAMEWORK.indicators}
    assert facts.change is not None
    said = " ".join(
        [
            *shares(style, dict(facts.shares), indicators, rule, "2024/25"),
            *shares_of_change(style, facts.change, dict(facts.parts), indicators, rule),
        ]
    )
    found = [each for each in made(rows(*BOTH_FELL)) if each.measure.is_share]
    assert said.count("%") == len(found)
    assert all(each.printed in said for each in found)


@pytest.mark.parametrize("shown", ["cars", "vans"])
def test_what_has_no_parts_has_no_shares(shown: str) -> None:
    found = made(rows(*BOTH_FELL), shown)
    assert not any(each.measure.is_share for each in found)
