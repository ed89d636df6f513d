import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.revisions import revision_tolerance


def test_an_indicator_that_was_measured_has_measures_of_its_own() -> None:
    burglary = revision_tolerance("residential-burglary")
    assert burglary.levels.measured_on == "residential-burglary"
    assert burglary.levels.cells == 168
    assert burglary.small_counts.measured_on == "all"


def test_of_few_cells_the_measure_that_allows_less_stands() -> None:
    violence = revision_tolerance("violence-with-injury").percentages
    assert (violence.measured_on, violence.cells) == ("violence-with-injury", 86)
    assert violence.usual == violence.largest
    drugs = revision_tolerance("drug-offences").percentages
    assert drugs.measured_on == "all"
    assert drugs.usual == drugs.percentile_99


def test_an_indicator_that_was_not_measured_has_those_of_all_together() -> None:
    robbery = revision_tolerance("personal-robbery")
    assert robbery.indicator == "personal-robbery"
    measures = (robbery.levels, robbery.small_counts, robbery.percentages)
    assert {each.measured_on for each in measures} == {"all"}


def test_homicide_is_measured_by_counts_as_it_has_few_large_ones() -> None:
    homicide = revision_tolerance("homicide")
    assert homicide.small_counts.measured_on == "homicide"
    assert homicide.levels.measured_on == "all"
    assert homicide.of_level(32) == 6


@pytest.mark.parametrize(
    "indicator",
    [each.id for each in framework("national-priorities-2021").indicators],
)
def test_percentiles_and_the_largest_are_in_their_order(indicator: str) -> None:
    found = revision_tolerance(indicator)
    for each in (found.levels, found.small_counts, found.percentages):
        assert each.median <= each.percentile_95 <= each.percentile_99 <= each.largest


def test_the_releases_that_were_compared_are_named() -> None:
    found = revision_tolerance("homicide")
    assert found.later.publisher == "Home Office"
    publishers = {each.publisher for each in found.earlier}
    assert publishers == {"Office for National Statistics"}
    assert all(each.licence for each in (*found.earlier, found.later))


def test_an_indicator_is_named_by_its_id() -> None:
    with pytest.raises(InvalidValueError, match="indicator is 'Homicide!'"):
        revision_tolerance("Homicide!")
