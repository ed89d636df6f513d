"""Sentences about the latest point of a control chart, and about no other."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.calculation.chart_caution import TRIAL_BELOW, ChartCaution
from policing_indicators.calculation.chart_kind import ChartKind
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.rounding import round_half_away
from policing_indicators.calculation.rule_set import SpecialCauseRule
from policing_indicators.calculation.season import SeasonFinding
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.calculation.special_cause import SpecialCause
from policing_indicators.calculation.variation import Assurance, Side
from policing_indicators.vocabulary.indicator import Unit
from policing_indicators.vocabulary.period import Period
from policing_indicators.wording import dates
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.smallness import is_small

_SILENT = {
    ChartCaution.RARE_EVENTS,
    ChartCaution.SEASON_LEFT_IN,
    ChartCaution.SEASON_UNKNOWN,
}
"""Of such charts nothing is said: their points stand out too often, or too seldom."""

_FEWEST_POINTS = 6
"""Of a shorter stretch nothing is said. The last of four points never stands out, and
of five one time in 250: that it lies within what is usual would say nothing."""

_LASTING = (SpecialCauseRule.RUN, SpecialCauseRule.TREND)
_MOST_DECIMALS = 6


def latest(
    style: HouseStyle, facts: IndicatorAssessment, small_base: SmallBaseRule
) -> Iterator[str]:
    """Say what the latest month or quarter is beside the series' own past.

    Nothing is said of a chart that a caution forbids to speak of, nor of one whose
    latest stretch is short. Where counts scatter more than a c-chart allows for,
    nothing is said of a point that stands out on it, nor of the level of a target.

    Args:
        style: The house style.
        facts: The facts of the indicator.
        small_base: The rule by which a number is small.
    """
    chart = facts.pictures.control_chart
    if chart is None or _SILENT & set(chart.cautions):
        return
    periods, causes = _periods(chart), chart.latest.special_causes
    scattered = ChartCaution.MORE_SCATTER in chart.cautions
    if len(periods) < _FEWEST_POINTS or (causes and scattered):
        return
    are_counts = facts.indicator.unit is Unit.COUNT
    decimals = 0 if are_counts else facts.indicator.decimals
    words = _ChartWords(style=style, chart=chart, periods=periods, decimals=decimals)
    if causes:
        yield from words.of_causes(causes)
    else:
        small = are_counts and is_small(chart.latest.centre, small_base)
        yield words.say("within_small" if small else "within")
    if ChartCaution.TRIAL_LIMITS in chart.cautions:
        yield words.say("trial")
    if chart.assurance is not None and not scattered:
        yield words.say(_ASSURANCES[chart.assurance])


_ASSURANCES = {
    Assurance.CONSISTENTLY_MEETS: "meets",
    Assurance.CONSISTENTLY_MISSES: "misses",
    Assurance.HIT_AND_MISS: "hit_and_miss",
}


@frozen(kw_only=True)
class _ChartWords:
    """A chart, and how its figures are written."""

    style: HouseStyle
    chart: ControlChart
    periods: Sequence[Period]
    decimals: int

    def say(self, phrase: str, **told: str) -> str:
        """Fill a phrase with what is known of the chart."""
        style, latest = self.style, self.chart.latest
        number = style.number(latest.value, self.decimals)
        first, last = self.periods[0], self.periods[-1]
        one = "month" if last.months == 1 else "quarter"
        when = dates.months_of(style, last)
        facts = {
            "one": style.say(f"chart.{one}"),
            "many": style.say(f"chart.{one}s"),
            "points": style.number(len(self.periods)),
            "first": dates.month(style, first.start),
            "figure": style.say("chart.figure", period=when, number=number),
            "kind": style.say(f"chart.{self._kind}"),
            "enough": style.number(TRIAL_BELOW),
        }
        return style.say(f"chart.{phrase}", **facts, **told)

    def of_causes(self, causes: Sequence[SpecialCause]) -> Iterator[str]:
        """Say the rule that names the latest point's type, and what goes on longer."""
        for place, cause in enumerate(causes):
            if not place or cause.rule in _LASTING:
                yield self._of_cause(cause)
        yield self.say("look")

    def _of_cause(self, cause: SpecialCause) -> str:
        """Say which rule the latest point breaks, and on which side."""
        is_high = cause.side is Side.HIGH
        run = self.style.number(cause.points)
        match cause.rule:
            case SpecialCauseRule.OUTSIDE_LIMITS:
                limit = self._limit(is_high=is_high)
                return self.say("above" if is_high else "below", limit=limit)
            case SpecialCauseRule.TWO_OF_THREE:
                return self.say("near_upper" if is_high else "near_lower")
            case SpecialCauseRule.RUN:
                middle = self.style.say(f"chart.{self._middle}")
                phrase = "run_above" if is_high else "run_below"
                return self.say(phrase, run=run, middle=middle)
            case SpecialCauseRule.TREND:
                return self.say("rise" if is_high else "fall", run=run)

    @property
    def _middle(self) -> str:
        """Name what a run is counted from."""
        return "median" if self.chart.kind is ChartKind.C else "average"

    @property
    def _kind(self) -> str:
        if self.chart.kind is ChartKind.C:
            return "c"
        season = self.chart.season
        adjusted = season is not None and season.finding is SeasonFinding.ADJUSTED
        return "xmr_adjusted" if adjusted else "xmr"

    def _limit(self, *, is_high: bool) -> str:
        """Write the limit that is passed, with decimals enough to be passed by it."""
        latest, decimals = self.chart.latest, self.decimals
        limit = latest.season_upper if is_high else latest.season_lower
        value = round_half_away(latest.value, decimals)
        while decimals < _MOST_DECIMALS:
            beyond = value - round_half_away(limit, decimals)
            if beyond > 0 if is_high else beyond < 0:
                break
            decimals += 1
        return self.style.number(limit, decimals)


def _periods(chart: ControlChart) -> list[Period]:
    """Give the periods of the latest stretch; none of a chart of single events."""
    return [
        point.when for point in chart.latest_stretch if isinstance(point.when, Period)
    ]
