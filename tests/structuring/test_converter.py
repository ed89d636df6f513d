"""What the converter takes, what it refuses, and how it says so."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators import strategies
from policing_indicators.errors import InvalidContentError, InvalidValueError, Problem
from policing_indicators.structuring import structure, unstructure
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Unit
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Populations
from policing_indicators.vocabulary.priority import Priority
from policing_indicators.vocabulary.source import Source

TEXT = "text, in quotes"
FLAG = "true or false, without quotes"
WHOLE = "a whole number, without quotes"
NUMBER = "a number, without quotes"
DAY = "a day such as 2024-04-01"
PERIOD = "a period as text, in quotes, such as '2024/25'"
UNITS = "one of 'count', 'rate', 'proportion', 'percentage', 'yes or no'"
TABLE = "a table of keys and values"


@frozen(kw_only=True)
class Example:
    """A field of every kind of type."""

    text: str
    flag: bool
    whole: int
    number: float
    day: date
    period: Period
    unit: Unit
    names: tuple[str, ...]
    source: Source
    maybe: int | None = None
    figure: int | float | None = None
    periods: dict[str, Period] = field(factory=dict)
    derived: str = field(init=False, default="not in the data")


VALID: dict[str, object] = {
    "text": "no",
    "flag": True,
    "whole": 4,
    "number": 4.5,
    "day": date(2024, 4, 1),
    "period": "2024/25 Q4",
    "unit": "yes or no",
    "names": ["a", "b"],
    "source": {"publisher": "Home Office", "title": "Recorded crime"},
}

INDICATOR = {"name": "Homicide", "unit": "count", "direction": "decrease"}


def problems_of(data: object, kind: type[Any]) -> list[tuple[str, object, str]]:
    with pytest.raises(InvalidContentError) as caught:
        structure(data, kind, where="plan.toml")
    assert caught.value.where == "plan.toml"
    return [(each.place, each.value, each.allowed) for each in caught.value.problems]


def test_plain_data_become_what_the_fields_say() -> None:
    assert structure(VALID, Example, where="plan.toml") == Example(
        text="no",
        flag=True,
        whole=4,
        number=4.5,
        day=date(2024, 4, 1),
        period=Period.financial_quarter(2024, 4),
        unit=Unit.YES_NO,
        names=("a", "b"),
        source=Source("Home Office", "Recorded crime"),
    )


@pytest.mark.parametrize(
    ("key", "value", "made"),
    [
        ("number", 4, 4),
        ("day", "2024-04-01", date(2024, 4, 1)),
        ("names", ("a",), ("a",)),
        ("names", [], ()),
        ("maybe", None, None),
        ("maybe", 4, 4),
        ("figure", None, None),
        ("figure", 4, 4),
        ("figure", 4.5, 4.5),
        ("periods", {"knife-crime": "2024"}, {"knife-crime": Period.parse("2024")}),
    ],
)
def test_a_value_is_taken_in_every_form_that_loses_nothing(
    key: str, value: object, made: object
) -> None:
    example = structure({**VALID, key: value}, Example, where="plan.toml")
    assert getattr(example, key) == made
    assert type(getattr(example, key)) is type(made)


@pytest.mark.parametrize(
    ("key", "value", "allowed"),
    [
        ("text", 4, TEXT),
        ("text", True, TEXT),
        ("text", None, TEXT),
        ("text", ["no"], TEXT),
        ("text", Unit.COUNT, TEXT),
        ("flag", "no", FLAG),
        ("flag", 1, FLAG),
        ("whole", "4", WHOLE),
        ("whole", 4.0, WHOLE),
        ("whole", True, WHOLE),
        ("number", "4.5", NUMBER),
        ("number", True, NUMBER),
        ("day", 20240401, DAY),
        ("day", "20240402", DAY),
        ("day", "2024-W14-1", DAY),
        ("day", "2024-02-30", DAY),
        ("day", datetime.fromisoformat("2024-04-01T09:30"), DAY),
        ("period", 2024, PERIOD),
        ("period", date(2024, 4, 1), PERIOD),
        ("unit", "Count", UNITS),
        ("unit", None, UNITS),
        ("unit", 1, UNITS),
        ("names", "ab", "a list"),
        ("names", {"a": "b"}, "a list"),
        ("names", None, "a list"),
        ("source", "Home Office", TABLE),
        ("source", ["Home Office"], TABLE),
        ("maybe", "4", WHOLE),
        ("maybe", True, WHOLE),
        ("figure", "4", f"{WHOLE} or {NUMBER}"),
        ("figure", True, f"{WHOLE} or {NUMBER}"),
        ("periods", ["2024"], TABLE),
    ],
)
def test_a_value_of_another_type_is_refused_and_never_coerced(
    key: str, value: object, allowed: str
) -> None:
    assert problems_of({**VALID, key: value}, Example) == [(key, value, allowed)]


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("names", ["a", 4], ("names[1]", 4, TEXT)),
        ("periods", {"homicide": 2024}, ("periods.homicide", 2024, PERIOD)),
        ("periods", {4: "2024"}, ("periods.4", 4, TEXT)),
        ("source", {"publisher": "ONS"}, ("source.title", None, f"required: {TEXT}")),
    ],
)
def test_what_is_not_right_within_a_value_is_named_by_its_place(
    key: str, value: object, problem: tuple[str, object, str]
) -> None:
    assert problems_of({**VALID, key: value}, Example) == [problem]


@given(
    st.text() | st.integers() | st.floats(allow_nan=False) | st.booleans() | st.none(),
    st.sampled_from([str, int, float, bool]),
)
def test_a_plain_value_comes_out_as_it_went_in_or_not_at_all(
    value: object, kind: type[Any]
) -> None:
    allowed = (float, int) if kind is float else (kind,)
    if type(value) in allowed:
        made = structure(value, kind, where="cell")
        assert made == value
        assert type(made) is type(value)
    else:
        assert problems_of(value, kind)[0][:2] == ("the whole", value)


def test_a_period_that_cannot_be_read_is_shown_spellings_that_can() -> None:
    ((place, value, allowed),) = problems_of({**VALID, "period": "soon"}, Example)
    assert (place, value) == ("period", "soon")
    assert allowed.startswith("a period such as '2024/25', '2024/25 Q4', ")


def test_a_period_that_reads_two_ways_is_shown_both() -> None:
    ((_, _, allowed),) = problems_of({**VALID, "period": "2011-12"}, Example)
    assert allowed == "one reading alone: '2011/12' or 'December 2011'"


def test_a_key_that_is_required_is_named_with_what_it_is_made_of() -> None:
    assert problems_of({"publisher": "Home Office"}, Source) == [
        ("title", None, f"required: {TEXT}")
    ]
    required = [(key, allowed) for key, _, allowed in problems_of({}, Example)]
    assert ("unit", f"required: {UNITS}") in required
    assert ("source", f"required: {TABLE}") in required
    assert "maybe" not in dict(required)


def test_an_unknown_key_is_refused_with_those_that_are_near() -> None:
    ((place, value, allowed),) = problems_of({**VALID, "wholes": 4}, Example)
    assert (place, value) == ("wholes", 4)
    assert allowed.startswith("a known key, such as 'whole'")


def test_what_a_type_works_out_by_itself_is_no_key_of_its_data() -> None:
    ((place, _, allowed),) = problems_of({**VALID, "derived": "by hand"}, Example)
    assert place == "derived"
    assert "'derived'" not in allowed


def test_an_unknown_key_that_is_near_none_is_refused_with_all() -> None:
    source = {"publisher": "Home Office", "title": "Recorded crime", "zzz": 1}
    assert problems_of(source, Source) == [
        ("zzz", 1, "one of 'publisher', 'title', 'released', 'licence'")
    ]


def test_everything_that_is_not_right_is_named_at_once_by_its_path() -> None:
    plan = {
        "id": "Local Plan",
        "name": "Local plan",
        "priorities": [{"id": "drugs", "name": " Drugs", "indicators": ["a", "B", 3]}],
        "indicators": [
            {
                "id": "homicide",
                "unit": "number",
                "direction": "decrease",
                "per": 0,
                "aliases": ["murder", "murder ", ""],
                "dispersion": {"ratio": -1, "areas": "43"},
                "breaks": [{"since": "2024", "reason": "new rules"}],
            },
            "knife-crime",
        ],
        "sources": [],
    }
    assert [place for place, _, _ in problems_of(plan, Framework)] == [
        "id",
        "priorities[0].name",
        "priorities[0].indicators[2]",
        "indicators[0].unit",
        "indicators[0].per",
        "indicators[0].aliases[1]",
        "indicators[0].aliases[2]",
        "indicators[0].dispersion.ratio",
        "indicators[0].dispersion.areas",
        "indicators[0].dispersion.earlier",
        "indicators[0].dispersion.later",
        "indicators[0].dispersion.source",
        "indicators[0].breaks[0].since",
        "indicators[0].name",
        "indicators[1]",
        "sources",
    ]


def test_what_a_field_alone_cannot_be_is_said_in_the_words_of_the_type() -> None:
    indicator = {**INDICATOR, "id": "homicide", "per": -1, "decimals": -1}
    plan = {"id": "local", "name": "Local", "priorities": [], "indicators": [indicator]}
    assert problems_of(plan, Framework) == [
        ("indicators[0].per", -1, "a whole number above zero"),
        ("indicators[0].decimals", -1, "a whole number, zero or more"),
    ]


def test_what_a_list_as_a_whole_cannot_be_is_said_of_the_list() -> None:
    priority = {"id": "drugs", "name": "Drugs", "indicators": ["a", "a"]}
    assert problems_of(priority, Priority) == [
        ("indicators", ("a", "a"), "each of them once")
    ]


def test_what_fields_cannot_be_together_is_said_of_one_of_them() -> None:
    days = {"valid_from": date(2024, 4, 1), "valid_to": date(2024, 3, 31)}
    indicator = {**INDICATOR, "id": "homicide", **days}
    plan = {"id": "local", "name": "Local", "priorities": [], "indicators": [indicator]}
    assert problems_of(plan, Framework) == [
        ("indicators[0].valid_to", date(2024, 3, 31), "a day from 2024-04-01 on")
    ]


def test_what_fields_cannot_be_together_is_else_said_of_the_whole() -> None:
    row = {"indicator": "homicide", "area": "kent", "period": "2024/25"}
    assert problems_of({**row, "count": 4, "value": 4.0}, Observation) == [
        ("the whole", ["count", "value"], "exactly one of count, value and missing")
    ]


def test_what_a_whole_of_many_parts_cannot_be_is_said_of_the_parts() -> None:
    priority = {"id": "drugs", "name": "Drugs", "indicators": ["drug-offences"]}
    indicator = {**INDICATOR, "id": "homicide", "parts": ["homicide"]}
    plan = {
        "id": "local",
        "name": "Local",
        "priorities": [priority],
        "indicators": [indicator],
    }
    assert [place for place, _, _ in problems_of(plan, Framework)] == [
        "priorities[0].indicators[0]",
        "indicators[0]",
    ]
    twice = {"id": "kent", "name": "Kent", "kind": "police force area"}
    places = [place for place, _, _ in problems_of({"rows": [twice, twice]}, Areas)]
    assert set(places) == {"rows[1].id", "rows[1].name"}


def test_any_other_error_of_a_type_is_said_of_the_whole() -> None:
    row = {
        "area": "kent",
        "kind": "people",
        "reference_date": date(2024, 6, 30),
        "edition": "mid-2024",
        "value": 1_931_700,
        "source": VALID["source"],
    }
    ((place, value, allowed),) = problems_of({"rows": [row, row]}, Populations)
    assert (place, value) == ("the whole", "Populations")
    assert "more than once" in allowed


def test_a_list_of_a_type_is_made_as_well() -> None:
    rows = [{"id": "drugs", "name": "Drugs"}, {"id": "drugs"}]
    made = structure(rows[:1], tuple[Priority, ...], where="plan.toml")
    assert made == (Priority(id="drugs", name="Drugs"),)
    assert problems_of(rows, tuple[Priority, ...]) == [
        ("[1].name", None, f"required: {TEXT}")
    ]


def test_a_type_that_no_data_can_make_is_a_misuse() -> None:
    with pytest.raises(InvalidValueError, match="made from plain data"):
        structure(4, complex, where="plan.toml")


def test_a_problem_is_printed_with_place_value_and_what_is_allowed() -> None:
    with pytest.raises(InvalidContentError) as caught:
        structure({**VALID, "flag": "no"}, Example, where="plan.toml")
    assert caught.value.problems == (Problem("flag", "no", FLAG),)
    assert str(caught.value) == (
        f"plan.toml has 1 problem:\n  flag: 'no'; allowed: {FLAG}"
    )


@given(
    strategies.frameworks()
    | strategies.indicators()
    | strategies.priorities()
    | strategies.areas()
    | strategies.populations()
    | strategies.sources()
    | strategies.observations()
    | strategies.time_series()
    | strategies.periods()
)
def test_of_plain_data_the_same_value_is_made_again(value: object) -> None:
    plain = unstructure(value)
    assert structure(plain, type(value), where="data") == value
    assert structure(json.loads(json.dumps(plain)), type(value), where="data") == value


@given(strategies.periods())
def test_a_period_is_written_as_it_was_before(period: Period) -> None:
    again = structure(unstructure(period), Period, where="data")
    assert str(again) == str(period)


def test_what_a_value_works_out_by_itself_is_no_part_of_its_data() -> None:
    example = structure(VALID, Example, where="data")
    plain = unstructure(example)
    assert plain == {
        **VALID,
        "day": "2024-04-01",
        "source": {
            "publisher": "Home Office",
            "title": "Recorded crime",
            "released": None,
            "licence": None,
        },
        "maybe": None,
        "figure": None,
        "periods": {},
    }
    assert structure(plain, Example, where="data") == example
