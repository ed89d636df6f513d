"""What holds for every noun: it is a value, written as what makes it again."""

import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from policing_indicators import strategies
from policing_indicators.vocabulary import (
    area,
    area_group,
    bound,
    case_noun,
    definition,
    dispersion,
    evidence_kind,
    framework,
    goal,
    indicator,
    missing,
    no_worse_than,
    observation,
    origin,
    percent_change,
    period,
    population,
    priority,
    published_figure,
    source,
    target,
    time_series,
    trajectory,
    unusual_reduction,
)

NAMESPACE: dict[str, Any] = {"datetime": dt} | {
    name: value
    for module in (
        area,
        area_group,
        bound,
        case_noun,
        definition,
        dispersion,
        evidence_kind,
        framework,
        goal,
        indicator,
        missing,
        no_worse_than,
        observation,
        origin,
        percent_change,
        period,
        population,
        priority,
        published_figure,
        source,
        target,
        time_series,
        trajectory,
        unusual_reduction,
    )
    for name, value in vars(module).items()
    if not name.startswith("_")
}

NOUNS: dict[str, st.SearchStrategy[Any]] = {
    "area": strategies.areas(),
    "area group": strategies.area_groups(),
    "areas": strategies.areas().map(lambda row: area.Areas([row])),
    "framework": strategies.frameworks(),
    "goal": strategies.goals(),
    "indicator": strategies.indicators(),
    "observation": strategies.observations(),
    "origin": st.builds(
        origin.Origin, strategies.lines(), st.none() | st.integers(1, 10**6)
    ),
    "period": strategies.periods(),
    "population": strategies.populations(),
    "priority": strategies.priorities(),
    "published figure": strategies.published_figures(),
    "source": strategies.sources(),
    "target": strategies.targets(),
    "time series": strategies.time_series(),
}

every_noun = pytest.mark.parametrize("nouns", NOUNS.values(), ids=list(NOUNS))


@every_noun
@settings(max_examples=20)
@given(data=st.data())
def test_a_noun_is_written_as_an_expression_that_makes_it_again(
    nouns: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    noun = data.draw(nouns)
    again = eval(repr(noun), NAMESPACE)  # noqa: S307
    assert again == noun
    assert type(again) is type(noun)
    assert repr(again) == repr(noun)


@every_noun
@settings(max_examples=10)
@given(data=st.data())
def test_a_copy_of_a_noun_is_equal_and_has_its_hash(
    nouns: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    noun = data.draw(nouns)
    for again in (
        pickle.loads(pickle.dumps(noun)),  # noqa: S301
        copy.copy(noun),
        copy.deepcopy(noun),
        evolve(noun),
    ):
        assert again == noun
        assert hash(again) == hash(noun)


@every_noun
@settings(max_examples=3)
@given(data=st.data())
def test_a_noun_does_not_change_and_takes_nothing_more(
    nouns: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    noun = data.draw(nouns)
    names: list[str] = [attribute.name for attribute in noun.__attrs_attrs__]
    for name in names:
        with pytest.raises(AttributeError):
            setattr(noun, name, None)
        with pytest.raises(AttributeError):
            delattr(noun, name)
    with pytest.raises(AttributeError):
        noun.something_more = 1
    assert not hasattr(noun, "__dict__")
