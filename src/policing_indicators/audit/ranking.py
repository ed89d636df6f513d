"""Printed ranks beside the rates of all areas."""

from fractions import Fraction

from attrs import frozen

from policing_indicators.audit.abstention import Abstention
from policing_indicators.audit.candidate import abstained
from policing_indicators.audit.case import Case
from policing_indicators.audit.finding import Reckoning
from policing_indicators.audit.rates import kind_of
from policing_indicators.audit.verdict import Standing
from policing_indicators.errors import MissingDataError
from policing_indicators.registry.areas import areas
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.printed_rank import PrintedRank

LEFT_OUT = frozenset({"city-of-london"})
"""Areas that are not ranked by rate: few people live there and many work there (ONS,
Police force area data tables, year ending December 2024, Table P3, ``[u1]``)."""


@frozen
class _Place:
    """The places that an area can have, given how far figures may be off."""

    exact: int
    highest: int
    lowest: int


def ranked(case: Case, printed: PrintedRank) -> Reckoning:
    """Hold a printed rank to the rates of all police force areas, or counts of none.

    Areas are ranked by rate over the latest mid-year estimate. A rank is safe to check
    only where the tables hold every area but those that are not ranked.
    """
    period = case.claim.period
    if period is None:
        return abstained("rank", printed.text, Abstention.NO_PERIOD)
    rows = case.bench.evidence.areas_with(case.claim.indicator, period)
    wanted = {
        area.id
        for area in areas()
        if area.kind is AreaKind.POLICE_FORCE_AREA and area.id not in LEFT_OUT
    }
    rates = _rates(case, {each: rows[each] for each in wanted & rows.keys()}, period)
    if rates.keys() != wanted or case.claim.area not in wanted:
        return abstained("rank", printed.text, Abstention.TOO_FEW_AREAS)
    count = Fraction(rows[case.claim.area].required_count())
    allowed = case.usual_level(count)
    off = allowed / max(count, Fraction(1))
    place = _place(case.claim.area, rates, printed, off)
    if printed.place == place.exact:
        verdict = Standing.REPRODUCES
    elif place.highest <= printed.place <= place.lowest:
        verdict = Standing.WITHIN_REVISION
    else:
        verdict = Standing.DOES_NOT_REPRODUCE
    return Reckoning(
        figure="rank",
        printed=printed.text,
        verdict=verdict,
        expected=Fraction(place.exact),
        observations=(rows[case.claim.area],),
    )


def _rates(
    case: Case, rows: dict[str, Observation], period: Period
) -> dict[str, Fraction]:
    rates: dict[str, Fraction] = {}
    for area, row in rows.items():
        size = row.denominator or _population(case, area, period)
        if size:
            rates[area] = row.required_count() / Fraction(size)
    return rates


def _population(case: Case, area: str, period: Period) -> int | None:
    try:
        people = case.bench.populations.for_period(area, period, kind=kind_of(case))
    except MissingDataError:
        return None
    return people.value


def _place(
    area: str, rates: dict[str, Fraction], printed: PrintedRank, off: Fraction
) -> _Place:
    """Give the places of an area, where its rate and another's may both be off."""
    own = rates[area]
    others = [rate for name, rate in rates.items() if name != area]
    slack = 2 * off * abs(own)
    if printed.from_lowest:
        own, others = -own, [-rate for rate in others]
    return _Place(
        exact=1 + sum(rate > own for rate in others),
        highest=1 + sum(rate > own + slack for rate in others),
        lowest=1 + sum(rate > own - slack for rate in others),
    )
