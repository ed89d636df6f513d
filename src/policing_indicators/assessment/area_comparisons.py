"""A figure beside those of all police force areas, and of the groups that are named."""

from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.gap import GapReason
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.picture import (
    GroupChange,
    NoPicture,
    PictureKind,
    Pictures,
    WhyNoPicture,
)
from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.benchmark_comparison import BenchmarkComparison
from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.ranking import Ranking
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.total import AreaLeftOut
from policing_indicators.errors import (
    InvalidValueError,
    MissingDataError,
    UnknownNameError,
)
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.observation import Observation

FEWEST_AREAS = 8
"""How few areas a figure is held against, itself among them: a force and its seven most
similar, the usual group. A standard deviation that is measured on eight is out by about
a quarter of itself (one over the root of 14), for which the tests allow; on fewer there
is little to be said of how areas scatter."""

_CURVE_POINTS = 25
"""Over how many denominators the limits of a funnel are kept: enough for a line."""

_KEPT = 64
"""How many rankings are kept for the next area: those of a framework's indicators."""

_REFUSALS = (InvalidValueError, MissingDataError, UnknownNameError)

_Observations = tuple[Observation, ...]


def beside_areas(facts: IndicatorAssessment, grounds: Grounds) -> Pictures:
    """Hold an indicator's change and rate against those of the other areas at hand.

    The others' figures are of the same indicator, period and vintage.

    Args:
        facts: What is known of the figure, with its change and its rate.
        grounds: The figures of all areas, and the groups.

    Returns:
        What can be drawn, and why the rest cannot.
    """
    if grounds.area.kind is not AreaKind.POLICE_FORCE_AREA:
        return _neither(WhyNoPicture.NOT_FORCE_AREA)
    figure = facts.observation
    if grounds.areas_with(figure.indicator) < FEWEST_AREAS:
        return _neither(WhyNoPicture.TOO_FEW_AREAS)
    later = grounds.among(figure, figure.period)
    if sum(row.missing is None for row in later) < FEWEST_AREAS:
        return _neither(_why_few(figure, later, grounds))
    earlier = _earlier(facts, grounds)
    changes = _changes(earlier, later, grounds)
    rates = _rates(facts, later, grounds)
    pictures = Pictures(sources=_sources((*later, *earlier)))
    if isinstance(changes, NoPicture):
        pictures = _without(pictures, [changes])
    else:
        pictures = _with_changes(pictures, changes, grounds.groups)
    if isinstance(rates, NoPicture):
        return _without(pictures, [rates])
    return _with_rates(pictures, rates, facts, grounds)


def _neither(why: WhyNoPicture) -> Pictures:
    return Pictures(
        not_drawn=[_no(PictureKind.CHANGES, why), _no(PictureKind.RATES, why)]
    )


def _why_few(
    figure: Observation, later: _Observations, grounds: Grounds
) -> WhyNoPicture:
    """Say whether more areas could be compared, were their figures of one release."""
    others = (
        grounds.beside(figure, figure.period, area=row.area)
        for row in later
        if row.missing is not None
    )
    of_another = any(each is GapReason.OTHER_RELEASE for each in others)
    return WhyNoPicture.OTHER_RELEASE if of_another else WhyNoPicture.TOO_FEW_AREAS


def _earlier(facts: IndicatorAssessment, grounds: Grounds) -> _Observations:
    if facts.on_year_before is None or facts.change is None:
        return ()
    return grounds.among(facts.observation, facts.on_year_before.earlier.period)


def _sources(rows: _Observations) -> list[str]:
    return list(dict.fromkeys(row.source for row in rows if row.missing is None))


def _changes(
    earlier: _Observations,
    later: _Observations,
    grounds: Grounds,
) -> ChangeComparison | NoPicture:
    what = PictureKind.CHANGES
    if not earlier:
        return _no(what, WhyNoPicture.NO_CHANGE)
    try:
        found = ChangeComparison.of(
            grounds.area.id, earlier, later, confidence=grounds.confidence
        )
    except _REFUSALS as error:
        return _no(what, WhyNoPicture.NOT_WORKED_OUT, str(error))
    if len(found.changes) < FEWEST_AREAS:
        return _no(what, WhyNoPicture.TOO_FEW_AREAS)
    return found


def _with_changes(
    pictures: Pictures, changes: ChangeComparison, groups: Iterable[AreaGroup]
) -> Pictures:
    found = [_of_group(changes, group) for group in groups]
    made = [each for each in found if isinstance(each, GroupChange)]
    lacking = [each for each in found if isinstance(each, NoPicture)]
    return _without(evolve(pictures, changes=changes, group_changes=made), lacking)


def _of_group(changes: ChangeComparison, group: AreaGroup) -> GroupChange | NoPicture:
    try:
        return GroupChange(
            group=group,
            areas=changes.members_of(group),
            together=changes.change_of_group(group),
            mean_percent=changes.percent_of_group(group, GroupAverage.MEAN_OF_RATES),
        )
    except MissingDataError as error:
        what = PictureKind.GROUP_CHANGE
        return _no(what, WhyNoPicture.NOT_WORKED_OUT, str(error))


def _rates(
    facts: IndicatorAssessment, later: _Observations, grounds: Grounds
) -> AreaRates | NoPicture:
    what, kind = PictureKind.RATES, facts.indicator.denominator
    if facts.rate is None or kind is None:
        return _no(what, WhyNoPicture.NO_RATE)
    counted = [row for row in later if row.missing is None]
    if len({row.denominator is None for row in counted}) > 1:
        return _no(what, WhyNoPicture.UNLIKE_DENOMINATORS)
    rates = AreaRates.of(
        later,
        populations=grounds.populations,
        kind=kind,
        edition=grounds.edition,
        per=facts.indicator.per,
    )
    if len(rates.fit_to_compare()) < FEWEST_AREAS:
        return _no(what, WhyNoPicture.TOO_FEW_AREAS)
    return rates


def _with_rates(
    pictures: Pictures, rates: AreaRates, facts: IndicatorAssessment, grounds: Grounds
) -> Pictures:
    area, confidence = grounds.area.id, grounds.confidence
    try:
        rate = BenchmarkComparison.of(area, rates, confidence=confidence)
        funnel = Funnel.of(rates)
        curve = funnel.curve(points=_CURVE_POINTS)
        ranking = _ranking(pictures, rates, facts, confidence)
    except _REFUSALS as error:
        what, why = PictureKind.RATES, WhyNoPicture.NOT_WORKED_OUT
        return _without(pictures, [_no(what, why, str(error))])
    made, lacking = _beside_groups(area, rates, grounds)
    pictures = evolve(
        pictures,
        rate=rate,
        group_rates=made,
        funnel=funnel,
        curve=curve,
        ranking=ranking,
    )
    return _without(pictures, lacking)


def _ranking(
    pictures: Pictures,
    rates: AreaRates,
    facts: IndicatorAssessment,
    confidence: float,
) -> Ranking | None:
    """Rank the areas, if it is known how their changes scatter from year to year."""
    measured = facts.indicator.dispersion
    spread = measured.spread if measured else None
    if pictures.changes is not None:
        spread = pictures.changes.dispersion.spread
    if spread is None:
        return None
    return _ranked(tuple(rates), rates.left_out, spread, confidence)


@lru_cache(maxsize=_KEPT)
def _ranked(
    rates: tuple[tuple[str, Rate | Proportion], ...],
    left_out: tuple[AreaLeftOut, ...],
    spread: float,
    confidence: float,
) -> Ranking:
    """Rank areas once for all of them: whichever is judged, the order is the same."""
    of_areas = AreaRates(dict(rates), left_out=left_out)
    return Ranking.of(of_areas, spread=spread, confidence=confidence)


def _beside_groups(
    area: str, rates: AreaRates, grounds: Grounds
) -> tuple[list[BenchmarkComparison], list[NoPicture]]:
    made: list[BenchmarkComparison] = []
    lacking: list[NoPicture] = []
    for group in grounds.groups:
        try:
            made += [
                BenchmarkComparison.beside_group(
                    area, rates, group, average, confidence=grounds.confidence
                )
                for average in GroupAverage
            ]
        except _REFUSALS as error:
            what, why = PictureKind.GROUP_RATE, WhyNoPicture.NOT_WORKED_OUT
            lacking.append(_no(what, why, str(error)))
    return made, lacking


def _without(pictures: Pictures, lacking: Iterable[NoPicture]) -> Pictures:
    return evolve(pictures, not_drawn=(*pictures.not_drawn, *lacking))


def _no(what: PictureKind, why: WhyNoPicture, detail: str = "") -> NoPicture:
    return NoPicture(what=what, why=why, detail=detail)
