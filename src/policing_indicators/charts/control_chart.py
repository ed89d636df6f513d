"""A picture of a control chart: its points, its limits, and what stands out."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from attrs import evolve, frozen

from policing_indicators.calculation.chart_point import ChartPoint
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.variation import Bound, Variation, level_on
from policing_indicators.charts import axis, control_words
from policing_indicators.charts.colour import PAPER, Colour
from policing_indicators.charts.key import Margins, Mark, keyed
from policing_indicators.charts.labelling import Labelling, given
from policing_indicators.charts.moments import along_time, printed
from policing_indicators.charts.picture import Picture
from policing_indicators.charts.plot import ACROSS, Plot
from policing_indicators.charts.scale import Scale, spread_out
from policing_indicators.charts.space import (
    INK,
    SMALL,
    Label,
    Layer,
    Space,
    labels,
)
from policing_indicators.charts.text_width import width
from policing_indicators.charts.variation_marks import MARKS
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.period import Period

_HEIGHT = 220
_BELOW = 32
_GAP = 14
_ROOMY = 36
"""Up to how many points there is room for marks as large as those of the key."""

_TARGET = {
    "stroke": Colour.DARK_PINK.value,
    "strokeWidth": 2,
    "strokeDash": [8, 3, 2, 3],
}
_NEAR_ZERO = 0.5
"""An axis starts at nought unless the lowest figure is above half the highest."""


def control_chart(
    chart: ControlChart, *, labelling: Labelling | None = None
) -> Picture:
    """Draw a control chart.

    A point that breaks a rule has a shape of its own. Where the cautions of the chart
    forbid to judge by its limits, none has, and nothing is said of any.

    Args:
        chart: The chart.
        labelling: What things are called, and where the figures come from.

    Raises:
        InvalidValueError: What is given is no control chart.

    >>> from policing_indicators.vocabulary.observation import Observation
    >>> from policing_indicators.vocabulary.time_series import TimeSeries
    >>> series = TimeSeries(
    ...     Observation("robbery", "kent", Period.month(2024, month), count=count)
    ...     for month, count in enumerate([52, 48, 55, 47, 51, 49], start=1)
    ... )
    >>> picture = control_chart(ControlChart.of(series, season="ignore"))
    >>> print(picture.title)
    Robbery, Kent: 49 in June 2024, within the usual variation from month to month
    """
    requirement.all_of_kind("the control chart to draw", (chart,), ControlChart)
    named = given(labelling)
    sketch = _Sketch.of(chart, named)
    return Picture(
        title=control_words.finding(chart, named),
        subtitle=control_words.measured(chart, named),
        notes=(*control_words.notes(chart, named), *sketch.remarks()),
        footer=named.footer(chart.as_at),
        description=control_words.description(chart, named),
        table=control_words.table(chart, named),
        plot=sketch.plot(),
    )


@frozen(kw_only=True)
class _Sketch:
    chart: ControlChart
    labelling: Labelling
    space: Space
    left: float

    @classmethod
    def of(cls, chart: ControlChart, labelling: Labelling) -> "_Sketch":
        figures = [each.charted for each in chart.points]
        figures += [each.upper for each in chart.points]
        figures += [each.drawn_lower for each in chart.points]
        figures += [end for level in chart.target for end in ends_of(level.bound)]
        lowest, highest = min(figures), max(figures)
        from_zero = lowest < _NEAR_ZERO * highest or lowest == highest
        y = Scale.around(figures, from_zero=from_zero)
        left = axis.room_for(axis.printed_ticks(labelling, y.ticks()))
        x = Scale(low=-0.7, high=len(chart.points) - 0.3)
        sketch = cls(
            chart=chart,
            labelling=labelling,
            left=left,
            space=Space(width=1, height=_HEIGHT, x=x, y=y),
        )
        room = max(width(text, SMALL) for _, text in sketch.lines()) + 14
        across = ACROSS - left - room
        return evolve(sketch, space=evolve(sketch.space, width=across))

    @property
    def is_from_zero(self) -> bool:
        return self.space.y.low <= 0

    def plot(self) -> Plot:
        marks = self.marks()
        layers = [
            *self.ground(),
            *self.limits(),
            *self.breaks(),
            *self.targets(),
            *self.points(),
            *self.names(),
        ]
        margins = Margins(left=self.left, top=22, below=_BELOW)
        return keyed(self.space, layers, marks, margins)

    def ground(self) -> Iterator[Layer]:
        ticks = self.space.y.ticks()
        yield from axis.upright(
            self.space, ticks, axis.printed_ticks(self.labelling, ticks)
        )
        moments = [each.when for each in self.chart.points]
        named = along_time(self.labelling, moments, self.space.width)
        places = [float(place) for place, _ in named]
        low = self.space.y.low
        foot = ((place, low, low) for place in places)
        yield self.space.posts(foot, stroke=INK)
        texts = [text for _, text in named]
        yield from axis.along(self.space, places, texts, most=ACROSS - self.left)
        yield axis.base_line(self.space, max(low, 0.0) if low <= 0 else low)

    def parts(self) -> Iterator[tuple[int, int]]:
        """Give each stretch by its first point and the one after its last."""
        moments = [each.when for each in self.chart.points]
        starts = [moments.index(first) for first in self.chart.stretches]
        yield from pairwise([*starts, len(moments)])

    def limits(self) -> Iterator[Layer]:
        dashed = {"stroke": Colour.DARK_BLUE.value, "strokeDash": [5, 3]}
        for start, end in self.parts():
            point = self.chart.points[start]
            ends = (start - 0.5, end - 0.5)
            band = ((each, point.drawn_lower, point.upper) for each in ends)
            yield self.space.band(band, fill=Colour.DARK_BLUE.value, fillOpacity=0.07)
            outer = [point.upper, *([point.lower] if _has_lower(point) else [])]
            yield self.space.beams(((*ends, each) for each in outer), **dashed)
            centre = (*ends, point.centre)
            yield self.space.beams([centre], stroke=Colour.DARK_BLUE.value)

    def breaks(self) -> Iterator[Layer]:
        starts = [start for start, _ in self.parts() if start]
        posts = ((each - 0.5, self.space.y.low, self.space.y.high) for each in starts)
        yield self.space.posts(posts, stroke=INK, strokeDash=[2, 3])
        room = self.space.width
        names: list[Label] = []
        for number, each in enumerate(starts, start=1):
            across = self.space.across(each - 0.5)
            text = f"[{number}]" if len(starts) > 1 else "new limits"
            inside = min(across, room - width(text, SMALL) / 2)
            names.append(Label(across=inside, down=-6, text=text))
        yield labels(names, align="center")

    def targets(self) -> Iterator[Layer]:
        """Draw the level that holds at each point, as one line where it stays."""
        held = [
            (place, level_on(self.chart.target, point.when.start))
            for place, point in enumerate(self.chart.points)
            if isinstance(point.when, Period)
        ]
        for level, run in groupby(held, key=lambda each: each[1]):
            if level is not None:
                places = [place for place, _ in run]
                ends = places[0] - 0.5, places[-1] + 0.5
                beams = ((*ends, each) for each in ends_of(level.bound))
                yield self.space.beams(beams, **_TARGET)

    def points(self) -> Iterator[Layer]:
        points = self.chart.points
        for start, end in self.parts():
            line = ((place, points[place].charted) for place in range(start, end))
            yield self.space.line(line, stroke=INK, strokeWidth=1.2)
        for variation, mark in MARKS.items():
            own = [
                (place, point.charted)
                for place, point in enumerate(points)
                if self.variation_of(point) is variation
            ]
            size = mark.size * min(1.0, _ROOMY / len(points))
            yield self.space.dots(own, **{**mark.look, "size": round(size)})
        last = len(points) - 1, points[-1].charted
        yield self.space.dots([last], shape="circle", fill=None, stroke=INK, size=190)

    def variation_of(self, point: ChartPoint) -> Variation:
        if control_words.may_be_judged(self.chart):
            return self.chart.variation_at(point)
        return Variation.COMMON_CAUSE

    def marks(self) -> list[Mark]:
        held = {self.variation_of(each) for each in self.chart.points}
        found = [mark for each, mark in MARKS.items() if each in held]
        if not control_words.may_be_judged(self.chart):
            found = [evolve(each, meaning="a figure, not judged") for each in found]
        latest = Mark(
            shape="circle", fill=PAPER, stroke=INK, size=120, meaning="the latest point"
        )
        return [*found, latest]

    def lines(self) -> list[tuple[float, str]]:
        """Give how high each line ends on the right, and what it is called."""
        latest = self.chart.latest
        held = [(latest.upper, "upper"), (latest.centre, "centre")]
        if _has_lower(latest):
            held.append((latest.lower, "lower"))
        target = control_words.target_now(self.chart)
        if target is not None:
            held += [(end, "target") for end in ends_of(target.bound)]
        return [
            (at, f"{name} {control_words.limit(self.chart, self.labelling, at)}")
            for at, name in held
        ]

    def names(self) -> Iterator[Layer]:
        lines = self.lines()
        wanted = [self.space.down(at) + 4 for at, _ in lines]
        places = spread_out(wanted, _GAP, 4, _HEIGHT + 4)
        yield labels(
            Label(across=self.space.width + 6, down=down, text=text)
            for down, (_, text) in zip(places, lines, strict=True)
        )

    def remarks(self) -> Iterator[str]:
        if not self.is_from_zero:
            yield "The upright axis does not start at nought."
        starts = [self.chart.points[start].when for start, _ in self.parts() if start]
        for number, when in enumerate(starts, start=1):
            mark = f"[{number}] " if len(starts) > 1 else ""
            said = (
                f"{mark}The limits are made anew from {printed(self.labelling, when)}"
            )
            reason = self._reason(when)
            yield f"{said}: {reason}." if reason else f"{said}."

    def _reason(self, when: object) -> str:
        indicator = self.labelling.indicator
        breaks = indicator.breaks if indicator else ()
        found = (
            each.reason
            for each in breaks
            if isinstance(when, Period) and each.since in when
        )
        return next(found, "")


def ends_of(bound: Bound) -> tuple[float, ...]:
    """Give the figures at which a bound is drawn."""
    match bound:
        case AtMost() | AtLeast():
            return (bound.value,)
        case Between():
            return bound.lower, bound.upper


def _has_lower(point: ChartPoint) -> bool:
    return point.lower >= point.drawn_lower
