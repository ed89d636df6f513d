"""What a judgement rests on is one release at a time."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.assessment.gap import GapReason
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.errors import InvalidValueError, UnknownNameError
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.strategies import observations
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

YEAR = Period.financial_year(2024)
BEFORE = YEAR.year_before
NEW, OLD = date(2026, 4, 1), date(2025, 4, 1)
GIVEN: dict[str, Any] = {
    "framework": framework("national-priorities-2021"),
    "area": areas().find("kent"),
    "observations": [],
    "populations": populations(),
}


def row(
    period: Period, count: int, as_at: date | None = None, area: str = "kent"
) -> Observation:
    return Observation("homicide", area, period, count=count, as_at=as_at)


def grounds(*rows: Observation, **fields: object) -> Grounds:
    given: dict[str, Any] = GIVEN | {"observations": rows} | fields
    return Grounds(**given)


def figure(of: Grounds, period: Period, **area: str) -> Observation:
    return of.figure(of.framework.indicator("homicide"), period, **area)


def test_a_figure_is_of_the_latest_release_that_has_it() -> None:
    of = grounds(
        row(YEAR, 1), row(YEAR, 3, NEW), row(YEAR, 2, OLD), row(BEFORE, 9, OLD)
    )
    assert figure(of, YEAR).count == 3
    assert figure(of, BEFORE).count == 9


def test_a_figure_that_is_not_there_is_an_observation_that_says_so() -> None:
    found = figure(grounds(row(YEAR, 3)), BEFORE)
    assert found.missing is MissingReason.NOT_AVAILABLE
    assert (found.indicator, found.area, found.period) == ("homicide", "kent", BEFORE)


def test_a_figure_of_another_area_is_asked_for_by_name() -> None:
    of = grounds(row(YEAR, 3), row(YEAR, 8, area="essex"))
    assert figure(of, YEAR, area="essex").count == 8
    assert figure(of, YEAR, area="sussex").area == "sussex"
    assert of.rows("homicide", "sussex") == ()


def test_beside_a_figure_stands_another_of_its_release_alone() -> None:
    of = grounds(row(YEAR, 3, NEW), row(BEFORE, 7, OLD), row(BEFORE, 8, NEW))
    new = figure(of, YEAR)
    beside = of.beside(new, BEFORE)
    assert isinstance(beside, Observation)
    assert beside.count == 8
    undated = row(YEAR, 3)
    assert of.beside(undated, BEFORE) is GapReason.OTHER_RELEASE
    assert of.beside(new, BEFORE.year_before) is GapReason.NOT_HELD
    assert of.beside(new, BEFORE, area="essex") is GapReason.NOT_HELD


def test_an_area_is_the_one_that_is_judged_or_one_of_the_registry() -> None:
    town = Area("anytown", "Anytown", AreaKind.COMMUNITY_SAFETY_PARTNERSHIP)
    of = grounds(area=town)
    assert of.area_of("anytown") is town
    assert of.area_of("essex").name == "Essex"
    with pytest.raises(UnknownNameError, match="area 'narnia'"):
        of.area_of("narnia")


def test_a_group_is_found_by_its_id() -> None:
    some, others = (
        AreaGroup(id=name, name=name, areas=["essex"], source="invented")
        for name in ("some", "others")
    )
    of = grounds(groups=[some, others])
    assert of.group("others") is others
    with pytest.raises(UnknownNameError) as caught:
        of.group("most-similar")
    assert (caught.value.kind, caught.value.known) == ("group", ("some", "others"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("framework", "national-priorities-2021"),
        ("area", "kent"),
        ("observations", ["homicide"]),
        ("populations", []),
        ("edition", ""),
        ("confidence", 95),
        ("groups", ["neighbours"]),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    with pytest.raises(InvalidValueError, match=rf"^Grounds\.{field} is "):
        grounds(**{field: value})


@pytest.mark.parametrize("field", ["observations", "groups"])
def test_what_is_many_is_a_list(field: str) -> None:
    with pytest.raises(InvalidValueError, match="a list or a tuple"):
        grounds(**{field: "homicide"})


def test_grounds_say_what_they_are_of_and_not_every_figure() -> None:
    written = repr(grounds(row(YEAR, 3), row(BEFORE, 7)))
    assert written == "<Grounds of kent, 2 observations>"


def test_a_missing_figure_gives_its_own_reason_whatever_vintage_it_states() -> None:
    later = row(YEAR, 32, NEW)
    reason = MissingReason.NOT_YET_PUBLISHED
    bare = Observation("homicide", "kent", BEFORE, missing=reason)
    assert grounds(later, bare).beside(later, BEFORE) is bare


def test_an_earlier_period_that_the_indicator_is_not_defined_for_has_no_figure() -> (
    None
):
    national = framework("national-priorities-2021")
    begun = [
        evolve(each, valid_from=YEAR.start) if each.id == "homicide" else each
        for each in national.indicators
    ]
    own = evolve(national, indicators=begun)
    later = row(YEAR, 32)
    found = grounds(later, row(BEFORE, 44), framework=own).beside(later, BEFORE)
    assert isinstance(found, Observation)
    assert found.missing is MissingReason.NOT_APPLICABLE


@given(rows=st.lists(observations(), max_size=6))
def test_figures_are_found_in_a_table_of_columns_as_in_a_list(
    rows: list[Observation],
) -> None:
    homicides = [evolve(each, indicator="homicide") for each in rows]
    forces = [each.id for each in areas()][: len(rows)]
    kept = [
        evolve(each, area=area) for each, area in zip(homicides, forces, strict=True)
    ]
    listed, table = (
        grounds(*kept),
        grounds(observations=ObservationTable.of(kept)),
    )
    assert table.areas_with("homicide") == listed.areas_with("homicide")
    for row in kept:
        assert list(table.rows("homicide", row.area)) == list(
            listed.rows("homicide", row.area)
        )
        if isinstance(row.count, int):
            assert table.among(row, row.period) == listed.among(row, row.period)


def test_a_table_of_columns_is_not_copied() -> None:
    table = ObservationTable.of([row(YEAR, 3)])
    of = grounds(observations=table)
    assert of.observations is table
    assert figure(of, YEAR).count == 3
    assert repr(of) == "<Grounds of kent, 1 observations>"
