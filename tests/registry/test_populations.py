"""The populations on the shelf."""

import csv
from pathlib import Path

import pytest

from policing_indicators.errors import MissingDataError
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind, Population

PEOPLE, HOUSEHOLDS = DenominatorKind.PEOPLE, DenominatorKind.HOUSEHOLDS
FORCES = [area for area in areas() if area.kind is AreaKind.POLICE_FORCE_AREA]
ENGLISH = {area.id for area in FORCES if str(area.code).startswith("E")}
WELSH = {area.id for area in FORCES} - ENGLISH
MEMBERS = {"england": ENGLISH, "wales": WELSH, "england-and-wales": ENGLISH | WELSH}

Values = dict[tuple[DenominatorKind, int], dict[str, int]]


@pytest.fixture(scope="module")
def values() -> Values:
    found: Values = {}
    for row in populations():
        by_area = found.setdefault((row.kind, row.reference_date.year), {})
        by_area[row.area] = row.value
    return found


def west_midlands(period: Period, kind: DenominatorKind = PEOPLE) -> Population:
    return populations().for_period("west-midlands", period, kind=kind)


def test_people_are_estimated_for_every_middle_of_a_year_from_2011_to_2024(
    values: Values,
) -> None:
    years = {
        year: by_area for (kind, year), by_area in values.items() if kind is PEOPLE
    }
    assert sorted(years) == list(range(2011, 2025))
    everywhere = {area.id for area in FORCES} | MEMBERS.keys()
    assert all(by_area.keys() == everywhere for by_area in years.values())
    days = {(row.reference_date.month, row.reference_date.day) for row in populations()}
    assert days == {(6, 30)}


def test_households_stand_for_four_years_each_an_edition_of_its_own(
    values: Values,
) -> None:
    years = [year for kind, year in values if kind is HOUSEHOLDS]
    assert sorted(years) == [2016, 2017, 2018, 2021]
    editions = {row.edition for row in populations() if row.kind is HOUSEHOLDS}
    assert len(editions) == 4


def test_a_country_is_the_sum_of_its_forces_where_an_edition_has_them_all(
    values: Values,
) -> None:
    for by_area in values.values():
        for country, forces in MEMBERS.items():
            complete = forces <= by_area.keys()
            total = sum(by_area[force] for force in forces) if complete else None
            assert by_area.get(country) == total


def test_the_households_of_2018_lack_greater_manchester_and_its_country(
    values: Values,
) -> None:
    households = values[HOUSEHOLDS, 2018]
    missing = {area.id for area in FORCES} | MEMBERS.keys()
    assert missing - households.keys() == {
        "greater-manchester",
        "england",
        "england-and-wales",
    }


def test_mid_2024_is_of_another_edition_than_the_years_before() -> None:
    editions = {
        row.reference_date.year: row.edition
        for row in populations()
        if row.kind is PEOPLE
    }
    assert {editions[year] for year in range(2011, 2024)} == {"mid-2023"}
    assert editions[2024] == "mid-2024"


@pytest.mark.parametrize(
    ("period", "kind", "label", "value"),
    [
        (Period.financial_year(2024), PEOPLE, "mid-2024", 3_036_605),
        (Period.year_ending(2024, 12), PEOPLE, "mid-2024", 3_036_605),
        (Period.financial_year(2023), PEOPLE, "mid-2023", 2_980_936),
        (Period.financial_year(2024), HOUSEHOLDS, "mid-2021", 1_131_700),
    ],
)
def test_a_rate_is_counted_over_the_estimate_of_its_year(
    period: Period, kind: DenominatorKind, label: str, value: int
) -> None:
    population = west_midlands(period, kind)
    assert (population.label, population.value) == (label, value)


def test_every_estimate_names_its_publisher_and_its_licence() -> None:
    sources = {row.source for row in populations()}
    assert {source.publisher for source in sources} == {
        "Office for National Statistics"
    }
    assert {source.licence for source in sources} == {"Open Government Licence v3.0"}
    assert len(sources) == 6


def test_british_transport_police_has_no_population() -> None:
    with pytest.raises(MissingDataError):
        populations().for_period(
            "british-transport-police", Period.financial_year(2024)
        )


def test_the_populations_are_read_once() -> None:
    assert populations() is populations()


@pytest.mark.shared_data
def test_every_estimate_is_the_published_one(shared_data: Path, values: Values) -> None:
    with (shared_data / "pfa_population.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    published: Values = {}
    for row in rows:
        area, year = areas().find(row["area_code"]).id, int(row["year"])
        for kind, column in ((PEOPLE, "population"), (HOUSEHOLDS, "households")):
            if row[column]:
                published.setdefault((kind, year), {})[area] = int(row[column])
    shelved = {
        key: {area: value for area, value in by_area.items() if area not in MEMBERS}
        for key, by_area in values.items()
    }
    assert shelved == published
