"""The populations that counts of the Office for National Statistics are rated over."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from attrs import evolve

from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)

_HALF_A_HUNDRED = 50
_RATE = "-rate-per-"
_OWN = "ons/"


class Rated(NamedTuple):
    """What a workbook's rates are over.

    Attributes:
        period: The period of the counts that are rated.
        people: The unrounded population of each area whose rates are printed.
    """

    period: Period
    people: dict[str, Population]


def rated_over(
    period: Period | None,
    printed: Iterable[Population],
    rates: Iterable[Observation],
    registered: Populations,
) -> Rated | None:
    """Find the registered estimates that a table prints rounded.

    The table is of another edition where they do not all agree with it: then there are
    none.

    Args:
        period: The period of the table.
        printed: The populations that it prints, rounded to a hundred.
        rates: The rates that it prints, or withholds.
        registered: The estimates that are known.
    """
    people = {
        each.area: each for each in printed if each.kind is DenominatorKind.PEOPLE
    }
    days = {each.reference_date for each in people.values()}
    known = {
        each.area: each
        for each in registered
        if each.kind is DenominatorKind.PEOPLE
        and each.reference_date in days
        and each.area in people
    }
    if period is None or not known or not _agree(people, known):
        return None
    withheld = {
        rate.area for rate in rates if rate.missing is MissingReason.LOW_RELIABILITY
    }
    return Rated(
        period, {name: each for name, each in known.items() if name not in withheld}
    )


def with_denominator(
    observation: Observation, rated: Rated, tables: Mapping[str, str]
) -> Observation:
    """Give a count the population that its rate is over, and say where that is printed.

    Args:
        observation: Any observation.
        rated: What rates are over.
        tables: The number of the table in which the rates of an indicator stand.
    """
    people = rated.people.get(observation.area)
    if observation.count is None or observation.period != rated.period or not people:
        return observation
    table = tables.get(observation.indicator.removeprefix(_OWN))
    note = (
        f"Table {table} of the same source gives the rate on this {people.label} "
        "population."
        if table
        else f"The tables of that release give rates on this {people.label} population."
    )
    notes = f"{observation.note} {note}".strip()
    return evolve(observation, denominator=people.value, note=notes)


def rated_in(rates: Iterable[tuple[Observation, str]]) -> dict[str, str]:
    """Give the number of the table in which the rates of each indicator stand.

    Args:
        rates: Observations, each with the number of its table.
    """
    found: dict[str, str] = {}
    for observation, number in rates:
        name, rate, _ = observation.indicator.partition(_RATE)
        if rate:
            found.setdefault(name.removeprefix(_OWN), number)
    return found


def _agree(printed: Mapping[str, Population], known: Mapping[str, Population]) -> bool:
    return all(
        abs(known[name].value - printed[name].value) <= _HALF_A_HUNDRED
        for name in known
    )
