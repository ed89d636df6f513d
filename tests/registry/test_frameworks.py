"""The frameworks on the shelf, and those that users bring."""

from collections import Counter
from pathlib import Path

import pytest

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.registry import shelf
from policing_indicators.registry.frameworks import (
    framework,
    framework_ids,
    load_framework,
)
from policing_indicators.registry.mappings import mapping
from policing_indicators.structuring import structure, unstructure
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind

NATIONAL = framework("national-priorities-2021")
HOME_OFFICE = mapping("home-office")

# Home Office, National Crime and Policing Measures, 2021.
NATIONAL_MEASURES = {
    "homicide",
    "hospital-admissions-sharp-object",
    "firearm-discharges",
    "drug-related-homicides",
    "drug-treatment-referrals",
    "neighbourhood-crime",
    "victim-satisfaction",
    "domestic-abuse-victim-satisfaction",
    "cyber-response-confidence",
    "business-cyber-breaches",
}


def ids(indicators: tuple[Indicator, ...]) -> set[str]:
    return {indicator.id for indicator in indicators}


def those(direction: ImprovementDirection) -> set[str]:
    return {each.id for each in NATIONAL.indicators if each.direction is direction}


@pytest.mark.parametrize("name", framework_ids())
def test_every_framework_on_the_shelf_loads_under_its_id(name: str) -> None:
    loaded = framework(name)
    assert loaded.id == name
    assert loaded.source
    assert framework(name) is loaded
    assert structure(unstructure(loaded), Framework, where="data") == loaded


def test_a_framework_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownNameError) as caught:
        framework("national-priorities-2028")
    assert caught.value.known == framework_ids()


def test_a_framework_is_asked_for_by_text() -> None:
    with pytest.raises(InvalidValueError, match="the id of the framework"):
        framework(["national-priorities-2021"])  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def test_the_six_priorities_stand_in_their_official_order() -> None:
    assert {priority.id: priority.name for priority in NATIONAL.priorities} == {
        "homicide": "Reduce murder and other homicides",
        "serious-violence": "Reduce serious violence",
        "drugs": "Disrupt drugs supply and county lines",
        "neighbourhood-crime": "Reduce neighbourhood crime",
        "cyber-crime": "Tackle cyber crime",
        "victim-satisfaction": (
            "Improve satisfaction among victims, with a particular focus on victims of "
            "domestic abuse"
        ),
    }
    assert [priority.id for priority in NATIONAL.priorities] == [
        "homicide",
        "serious-violence",
        "drugs",
        "neighbourhood-crime",
        "cyber-crime",
        "victim-satisfaction",
    ]


@pytest.mark.parametrize(
    ("name", "priority"),
    [
        ("Reduce murder and other homicides", "homicide"),
        ("Disrupt drug supply and county lines", "drugs"),
        ("Tackle fraud and cybercrime", "cyber-crime"),
        ("Improve victim satisfaction", "victim-satisfaction"),
        (
            "Improve victim satisfaction, with a focus on victims of domestic abuse",
            "victim-satisfaction",
        ),
        ("REDUCE SERIOUS VIOLENCE", "serious-violence"),
    ],
)
def test_a_priority_answers_to_what_statements_call_it(
    name: str, priority: str
) -> None:
    assert NATIONAL.priority(name).id == priority


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("homicides", "homicide"),
        ("murder and manslaughter", "homicide"),
        ("Knife and sharp instrument offences", "knife-crime"),
        ("firearm offences excluding air weapons", "gun-crime"),
        ("vehicle crime", "vehicle-offences"),
        ("Robbery of personal property", "personal-robbery"),
        ("Theft from the person", "theft-from-the-person"),
        ("Possession of drugs", "drug-possession"),
        ("Trafficking of drugs", "drug-trafficking"),
        ("domestic homicides", "domestic-homicide"),
        ("businesses experiencing a breach or attack", "business-cyber-breaches"),
    ],
)
def test_an_indicator_answers_to_what_people_call_it(name: str, indicator: str) -> None:
    assert NATIONAL.indicator(name).id == indicator


def test_every_national_measure_is_an_indicator() -> None:
    assert ids(NATIONAL.indicators) >= NATIONAL_MEASURES


def test_every_indicator_stands_under_one_priority() -> None:
    standing = Counter(
        name for priority in NATIONAL.priorities for name in priority.indicators
    )
    assert standing == dict.fromkeys(ids(NATIONAL.indicators), 1)


def test_what_rises_with_police_activity_or_with_reporting_is_neutral() -> None:
    assert those(ImprovementDirection.NEUTRAL) == {
        "drug-offences",
        "drug-possession",
        "drug-trafficking",
        "fraud-and-cyber-reports",
        "fraud-reports",
        "cyber-reports",
    }


def test_more_satisfaction_confidence_and_treatment_are_better() -> None:
    assert those(ImprovementDirection.INCREASE) == {
        "victim-satisfaction",
        "domestic-abuse-victim-satisfaction",
        "cyber-response-confidence",
        "drug-treatment-referrals",
    }


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("drug-offences", {"drug-possession", "drug-trafficking"}),
        (
            "neighbourhood-crime",
            {
                "residential-burglary",
                "personal-robbery",
                "vehicle-offences",
                "theft-from-the-person",
            },
        ),
        ("fraud-and-cyber-reports", {"fraud-reports", "cyber-reports"}),
    ],
)
def test_a_whole_names_its_parts(whole: str, parts: set[str]) -> None:
    assert set(NATIONAL.indicator(whole).parts) == parts


def test_domestic_related_homicides_are_some_of_the_homicides() -> None:
    assert NATIONAL.indicator("domestic-homicide").subset_of == "homicide"


def test_what_is_counted_from_june_2019_says_so() -> None:
    from_2019 = {each.id for each in NATIONAL.indicators if each.baseline}
    assert from_2019 == {
        "homicide",
        "hospital-admissions-sharp-object",
        "firearm-discharges",
        "drug-related-homicides",
        "neighbourhood-crime",
        *NATIONAL.indicator("neighbourhood-crime").parts,
    }
    baselines = {NATIONAL.indicator(name).baseline for name in from_2019}
    assert baselines == {Period.year_ending(2019, 6)}


def test_counts_are_of_people_and_survey_figures_of_those_who_answered() -> None:
    denominators = {each.id: each.denominator for each in NATIONAL.indicators}
    others = {
        name: kind
        for name, kind in denominators.items()
        if kind is not DenominatorKind.PEOPLE
    }
    assert others == {
        "hospital-admissions-sharp-object": DenominatorKind.PEOPLE_UNDER_25,
        "cyber-response-confidence": DenominatorKind.RESPONSES,
        "business-cyber-breaches": DenominatorKind.BUSINESSES,
        "victim-satisfaction": DenominatorKind.RESPONSES,
        "domestic-abuse-victim-satisfaction": DenominatorKind.RESPONSES,
    }


def test_all_are_rated_per_100_000_and_homicides_with_another_decimal() -> None:
    rare = {each.id for each in NATIONAL.indicators if each.decimals == 2}
    assert rare == {"homicide", "domestic-homicide", "drug-related-homicides"}
    assert {each.per for each in NATIONAL.indicators} == {100_000}


@pytest.mark.parametrize(
    ("indicator", "earlier", "later", "breaks"),
    [
        ("residential-burglary", "2016/17", "2017/18", 1),
        ("residential-burglary", "2022/23", "2023/24", 1),
        ("residential-burglary", "year ending June 2019", "2024/25", 1),
        ("residential-burglary", "2023/24", "2024/25", 0),
        ("neighbourhood-crime", "2016/17", "2023/24", 2),
        ("violence-with-injury", "2022/23", "2023/24", 1),
        ("violence-with-injury", "2012/13", "2013/14", 1),
        ("homicide", "2012/13", "2024/25", 0),
    ],
)
def test_a_comparison_across_new_rules_crosses_a_break(
    indicator: str, earlier: str, later: str, breaks: int
) -> None:
    crossed = NATIONAL.indicator(indicator).breaks_between(
        Period.parse(earlier), Period.parse(later)
    )
    assert len(crossed) == breaks


def test_a_whole_has_the_breaks_of_its_parts() -> None:
    for whole in NATIONAL.indicators:
        for part in whole.parts:
            assert set(NATIONAL.indicator(part).breaks) <= set(whole.breaks)


def test_every_indicator_says_what_it_counts() -> None:
    for indicator in NATIONAL.indicators:
        assert indicator.definition is not None
        assert indicator.definition.text.endswith(".")


def test_the_cases_of_every_count_have_a_name() -> None:
    unnamed = {each.id for each in NATIONAL.indicators if each.noun is None}
    counts = {each.id for each in NATIONAL.indicators if each.unit is Unit.COUNT}
    assert unnamed == ids(NATIONAL.indicators) - counts


def test_caveats_are_sentences_and_breaks_are_clauses() -> None:
    for indicator in NATIONAL.indicators:
        assert all(caveat.endswith(".") for caveat in indicator.caveats)
        assert not any(each.reason.endswith(".") for each in indicator.breaks)


def test_dispersion_is_measured_where_the_home_office_has_the_counts() -> None:
    measured = {each.id for each in NATIONAL.indicators if each.dispersion}
    assert measured == set(HOME_OFFICE.indicators)


@pytest.mark.parametrize(
    ("indicator", "lowest", "highest"),
    [
        ("homicide", 0, 1.5),
        ("residential-burglary", 18, 26),
        ("violence-with-injury", 18, 26),
        ("theft-from-the-person", 54, 55),
    ],
)
def test_only_homicides_change_as_rare_independent_events_would(
    indicator: str, lowest: float, highest: float
) -> None:
    measured = NATIONAL.indicator(indicator).dispersion
    assert measured is not None
    assert lowest <= measured.ratio < highest


def test_users_bring_a_framework_in_the_same_form(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    name = "frameworks/national-priorities-2021.toml"
    path.write_bytes(shelf.file(name).read_bytes())
    assert load_framework(path) == NATIONAL
    assert load_framework(str(path)) == NATIONAL


def test_mistakes_in_a_framework_are_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(
        """
schema = 1
id = "local-plan"
name = "Local plan"

[[priorities]]
id = "burglary"
name = "Fewer burglaries"
indicators = ["residential-burglary"]
applies = "no"

[[indicators]]
id = "residential-burglary"
name = "Residential burglary"
unit = "counts"
direction = "down"
per = "1000"
baseline = 2019
""",
        encoding="utf-8",
    )
    with pytest.raises(InvalidContentError) as caught:
        load_framework(path)
    problems = caught.value.problems
    assert {each.place: each.value for each in problems} == {
        "line 10: priorities[0].applies": "no",
        "line 15: indicators[0].unit": "counts",
        "line 16: indicators[0].direction": "down",
        "line 17: indicators[0].per": "1000",
        "line 18: indicators[0].baseline": 2019,
    }
    allowed = {each.place: each.allowed for each in problems}
    assert allowed["line 16: indicators[0].direction"] == (
        "one of 'decrease', 'increase', 'neutral'"
    )
    assert allowed["line 17: indicators[0].per"] == "a whole number, without quotes"


def test_a_framework_that_names_what_it_does_not_hold_is_refused(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(
        """
schema = 1
id = "local-plan"
name = "Local plan"
indicators = []

[[priorities]]
id = "burglary"
name = "Fewer burglaries"
indicators = ["residential-burglary"]
""",
        encoding="utf-8",
    )
    with pytest.raises(InvalidContentError) as caught:
        load_framework(path)
    (problem,) = caught.value.problems
    assert problem.place == "line 10: priorities[0].indicators[0]"
    assert problem.value == "residential-burglary"


def test_a_framework_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match="No such file"):
        load_framework(tmp_path / "plan.toml")
