"""What a control chart says in words: of its latest point alone."""

from collections.abc import Iterator

from policing_indicators.calculation.chart_caution import ChartCaution
from policing_indicators.calculation.chart_kind import ChartKind
from policing_indicators.calculation.chart_point import ChartPoint
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.rule_set import SpecialCauseRule
from policing_indicators.calculation.season import SeasonFinding
from policing_indicators.calculation.special_cause import SpecialCause
from policing_indicators.calculation.variation import (
    Assurance,
    Bound,
    Side,
    TargetLevel,
    Variation,
    level_on,
)
from policing_indicators.charts.labelling import (
    BELOW_NOUGHT,
    Labelling,
    decimals_for,
    decimals_to_tell,
    ordinal,
)
from policing_indicators.charts.moments import printed
from policing_indicators.charts.picture import PictureTable
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.period import Period
from policing_indicators.wording import dates

_NOT_TO_BE_BELIEVED = {ChartCaution.RARE_EVENTS, ChartCaution.SEASON_LEFT_IN}
"""The cautions of limits by which a point is not to be judged at all."""

VARIATION = {
    Variation.COMMON_CAUSE: "common cause: within the usual variation",
    Variation.IMPROVEMENT: "special cause of improvement",
    Variation.CONCERN: "special cause of concern",
    Variation.NEUTRAL: "special cause, neither good nor bad",
}
"""What each variation is called on a chart."""

_ASSURANCE = {
    Assurance.CONSISTENTLY_MEETS: (
        "consistently met, for every figure within the limits meets it"
    ),
    Assurance.CONSISTENTLY_MISSES: (
        "consistently missed, for no figure within the limits meets it"
    ),
    Assurance.HIT_AND_MISS: (
        "hit and miss, for chance decides which figures within the limits meet it"
    ),
}
_CAUTIONS = {
    ChartCaution.TRIAL_LIMITS: (
        "The limits are on trial: they are made of fewer than 12 points."
    ),
    ChartCaution.RARE_EVENTS: (
        "The average is under 5, too low for such limits: a c-chart is made for it. "
        "No point is judged by them here."
    ),
    ChartCaution.SEASON_LEFT_IN: (
        "The figures follow the season and are not adjusted for it. "
        "No point is judged by these limits here."
    ),
    ChartCaution.SEASON_UNKNOWN: (
        "It cannot be told whether the figures follow the season."
    ),
    ChartCaution.MORE_SCATTER: (
        "The counts scatter more than chance alone would have them, so more points "
        "stand out than have a cause."
    ),
}
_METHOD = {
    ChartKind.XMR: "Limits by the mean moving range (XmR chart).",
    ChartKind.C: "Exact Poisson limits (c-chart).",
    ChartKind.G: "Exact geometric limits (g-chart).",
    ChartKind.T: "Exact exponential limits (t-chart).",
}


def may_be_judged(chart: ControlChart) -> bool:
    """Say whether its cautions allow a word about a point of a chart."""
    return not _NOT_TO_BE_BELIEVED & set(chart.cautions)


def is_adjusted(chart: ControlChart) -> bool:
    """Say whether the figures are charted without their season."""
    season = chart.season
    return season is not None and season.finding is SeasonFinding.ADJUSTED


def finding(chart: ControlChart, labelling: Labelling) -> str:
    """Say the latest figure, and what it is among the others."""
    latest = chart.latest
    figure = labelling.number(latest.value)
    name = labelling.measure(chart.indicator)
    where = labelling.area(chart.area)
    if isinstance(latest.when, Period):
        when = dates.when(labelling.style, latest.when)
        said = f"{name}, {where}: {figure} {when}"
    else:
        said = f"{name}, {where}: {figure} days up to {printed(labelling, latest.when)}"
    return f"{said}, {_reason(chart)}" if may_be_judged(chart) else said


def measured(chart: ControlChart, labelling: Labelling) -> str:
    """Say what is charted, from when to when."""
    first, last = (printed(labelling, chart.points[end].when) for end in (0, -1))
    what = "Days between events" if chart.kind.is_between_events else "Each figure"
    unit = _unit(chart)
    per = what if unit == "event" else f"Figures by {unit}"
    season = ", adjusted for the season" if is_adjusted(chart) else ""
    return f"{per}{season}, {first} to {last}"


def notes(chart: ControlChart, labelling: Labelling) -> Iterator[str]:
    """Say what must be known to read a chart."""
    if may_be_judged(chart):
        yield f"Latest point: {VARIATION[chart.variation]}."
    target = target_now(chart)
    assured = chart.assurance
    if target is not None and assured is not None and may_be_judged(chart):
        bound = bound_in_words(target.bound, labelling)
        yield f"Target, {bound}: {_ASSURANCE[assured]}."
    if any(point.value < 0 for point in chart.points):
        yield BELOW_NOUGHT
    for caution in chart.cautions:
        yield _CAUTIONS[caution]
    yield (
        f"{_METHOD[chart.kind]} Among many points some stand out by chance; only the "
        "latest is put into words."
    )


def target_now(chart: ControlChart) -> TargetLevel | None:
    """Give the level that holds for the latest point, if one does."""
    when = chart.latest.when
    return level_on(chart.target, when.start) if isinstance(when, Period) else None


def bound_in_words(bound: Bound, labelling: Labelling) -> str:
    """Say a bound: ``at most 40``."""
    match bound:
        case AtMost():
            return f"at most {labelling.number(bound.value)}"
        case AtLeast():
            return f"at least {labelling.number(bound.value)}"
        case Between():
            lower, upper = map(labelling.number, (bound.lower, bound.upper))
            return f"from {lower} to {upper}"


def cause_in_words(cause: SpecialCause, unit: str) -> str:
    """Say which rule a point breaks: ``above the upper limit``."""
    is_high = cause.side is Side.HIGH
    match cause.rule:
        case SpecialCauseRule.OUTSIDE_LIMITS:
            return "above the upper limit" if is_high else "below the lower limit"
        case SpecialCauseRule.TWO_OF_THREE:
            limit = "upper" if is_high else "lower"
            return f"one of two in three that lie near the {limit} limit"
        case SpecialCauseRule.RUN:
            side = "above" if is_high else "below"
            return f"the {ordinal(cause.points)} {unit} in a row {side} the centre line"
        case SpecialCauseRule.TREND:
            way = "rise" if is_high else "fall"
            return f"the {ordinal(cause.points - 1)} {way} in a row"


def limit(chart: ControlChart, labelling: Labelling, figure: float) -> str:
    """Print a limit, as finely as the limits lie apart."""
    latest = chart.latest
    decimals = decimals_to_tell(latest.upper - latest.drawn_lower)
    if latest.upper == latest.drawn_lower:
        decimals = decimals_for(figure)
    return labelling.style.number(figure, decimals)


def description(chart: ControlChart, labelling: Labelling) -> str:
    """Say what is drawn."""
    latest = chart.latest
    lower, centre, upper = (
        limit(chart, labelling, each)
        for each in (latest.drawn_lower, latest.centre, latest.upper)
    )
    said = (
        f"A line of {len(chart.points):,} points. The limits of the latest point are "
        f"{lower} and {upper} around a centre line of {centre}."
    )
    if not may_be_judged(chart):
        return said
    special = sum(bool(each.special_causes) for each in chart.points)
    return f"{said} {special:,} of the points break a rule of special cause."


def table(chart: ControlChart, labelling: Labelling) -> PictureTable:
    """Give the points, with their limits and the rules that they break."""
    columns = ["When", "Figure", "Charted", "Lower limit", "Centre", "Upper limit"]
    judged = may_be_judged(chart)
    unit = _unit(chart)
    return PictureTable(
        columns=[*columns, "What stands out"] if judged else columns,
        rows=[
            [
                printed(labelling, point.when),
                labelling.number(point.value),
                *(
                    limit(chart, labelling, each)
                    for each in (
                        point.charted,
                        point.drawn_lower,
                        point.centre,
                        point.upper,
                    )
                ),
                *([_stands_out(point, unit)] if judged else []),
            ]
            for point in chart.points
        ],
    )


def _stands_out(point: ChartPoint, unit: str) -> str:
    causes = point.special_causes
    return "; ".join(cause_in_words(each, unit) for each in causes)


def _reason(chart: ControlChart) -> str:
    causes = chart.latest.special_causes
    unit = _unit(chart)
    adjusted = "once adjusted for the season, " if is_adjusted(chart) else ""
    if causes:
        return f"{adjusted}{cause_in_words(causes[0], unit)}"
    if unit == "event":
        return "within the usual variation"
    return f"{adjusted}within the usual variation from {unit} to {unit}"


def _unit(chart: ControlChart) -> str:
    when = chart.latest.when
    if not isinstance(when, Period):
        return "event"
    return "month" if when.months == 1 else "quarter"
