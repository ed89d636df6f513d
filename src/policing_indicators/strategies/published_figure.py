"""Strategies for published figures."""

from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from policing_indicators.strategies.period import periods
from policing_indicators.strategies.word import days, identifiers, lines
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure

_SYMBOLS = ("[x]", "[z]", "[c]", "[u]", "[low]")
_STATES = ("", "[p]", "[r]", "[p] [b]")


@st.composite
def published_figures(draw: st.DrawFn) -> PublishedFigure:
    """Give published figures of every measure, those without a value among them.

    >>> from hypothesis import given
    >>> @given(published_figures())
    ... def test_what_has_no_value_says_why(figure):
    ...     assert figure.value is not None or figure.shorthand
    >>> test_what_has_no_value_says_why()
    """
    measure = draw(st.sampled_from(Measure))
    missing = PublishedFigure(
        indicator=draw(identifiers()),
        name=draw(lines()),
        area=draw(identifiers()),
        period=draw(periods()),
        measure=measure,
        compared_with=draw(periods()) if measure.compares else None,
        whole=draw(identifiers()) if measure.is_share else None,
        target=draw(identifiers()) if measure.is_of_target else None,
        unit=draw(lines()),
        per=draw(st.integers(1, 1_000_000)) if measure is Measure.RATE else None,
        printed=draw(lines()),
        source=draw(st.just("") | lines()),
        as_at=draw(st.none() | days()),
        shorthand=draw(st.sampled_from(_SYMBOLS)),
        definition=draw(st.just("") | lines()),
    )
    return draw(st.just(missing) | _with_value(missing))


@st.composite
def _with_value(draw: st.DrawFn, missing: PublishedFigure) -> PublishedFigure:
    return evolve(
        missing,
        value=draw(_numbers()),
        shorthand=draw(st.sampled_from(_STATES)),
        **draw(_limits()),
        **draw(_quotients()),
    )


def _numbers() -> st.SearchStrategy[float]:
    return st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6)


@st.composite
def _limits(draw: st.DrawFn) -> dict[str, Any]:
    if draw(st.booleans()):
        return {}
    lower, upper = sorted(draw(st.tuples(_numbers(), _numbers())))
    return {
        "lower": lower,
        "upper": upper,
        "confidence": draw(st.sampled_from([0.95, 0.998])),
        "method": draw(lines()),
    }


@st.composite
def _quotients(draw: st.DrawFn) -> dict[str, Any]:
    if draw(st.booleans()):
        return {}
    return {"numerator": draw(_numbers()), "denominator": draw(_numbers())}
