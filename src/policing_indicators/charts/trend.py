"""A picture of an indicator through time, with what it is measured against."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.charts import axis, figures
from policing_indicators.charts.colour import Colour
from policing_indicators.charts.key import Margins, Mark, keyed
from policing_indicators.charts.labelling import Labelling, given
from policing_indicators.charts.moments import printed
from policing_indicators.charts.picture import Picture, pictured
from policing_indicators.charts.plot import ACROSS, Plot
from policing_indicators.charts.scale import Scale
from policing_indicators.charts.space import (
    INK,
    SMALL,
    Label,
    Layer,
    Space,
    haloed,
    labels,
)
from policing_indicators.charts.text_width import width
from policing_indicators.charts.trend_marks import (
    BASELINE,
    FINAL,
    MISSING,
    NOT_FINAL,
    TARGET,
)
from policing_indicators.charts.trend_words import TrendWords, lines_of
from policing_indicators.errors import (
    IncomparableError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR, months_between
from policing_indicators.vocabulary.time_series import TimeSeries

_HEIGHT = 220
_BELOW = 34
_BETWEEN = 10


def trend(
    series: TimeSeries,
    *,
    facts: IndicatorAssessment | None = None,
    labelling: Labelling | None = None,
) -> Picture:
    """Draw an indicator through time.

    The upright axis holds nought. Figures are joined only where one period follows
    the other, and no break lies between them; a period without a figure is a gap.

    Args:
        series: The figures: all counts, or all values.
        facts: What was assessed of the indicator. Its change is then said, and its
            baseline, its targets and its breaks are drawn.
        labelling: What things are called, and where the figures come from.

    Raises:
        InvalidValueError: An argument is not what it must be, or two periods have not
            the same length.
        IncomparableError: The facts are of another indicator or area.
        MissingDataError: A figure is to be a percentage, and none can be made of it.

    >>> counts = {2021: 310, 2022: 295, 2024: 260}
    >>> series = TimeSeries(
    ...     Observation("robbery", "kent", Period.financial_year(year), count=count)
    ...     for year, count in counts.items()
    ... )
    >>> picture = trend(series)
    >>> print(picture.title)
    Robbery, Kent: 260 in 2024/25
    """
    requirement.all_of_kind("the series to draw", (series,), TimeSeries)
    _require_one_length(series)
    named = given(labelling)
    if facts is not None:
        requirement.all_of_kind("the facts to draw", (facts,), IndicatorAssessment)
        _require_one(series, facts)
        named = evolve(named, indicator=named.indicator or facts.indicator)
    _require_drawable(series, named)
    words = TrendWords(series=series, facts=facts, labelling=named)
    return pictured(words, _Sketch.of(words).plot())


@frozen(kw_only=True)
class _Sketch:
    words: TrendWords
    space: Space
    left: float
    ticks: tuple[float, ...]

    @classmethod
    def of(cls, words: TrendWords) -> "_Sketch":
        series = words.series
        findings = tuple(words.findings())
        held = [words.value(row) or 0.0 for row in series if row.missing is None]
        held += [line for each in findings for line in lines_of(each)]
        y = Scale.around(held, from_zero=True)
        times = [_middle(row.period) for row in series]
        times += [_middle(each.period) for each in findings]
        x = Scale(low=min(times) - 0.5, high=max(times) + 0.5)
        ticks = y.ticks() if held else ()
        left = axis.room_for(axis.printed_ticks(words.labelling, ticks))
        space = Space(width=ACROSS - left - 16, height=_HEIGHT, x=x, y=y)
        return cls(words=words, left=left, space=space, ticks=ticks)

    @property
    def series(self) -> TimeSeries:
        return self.words.series

    @property
    def labelling(self) -> Labelling:
        return self.words.labelling

    def plot(self) -> Plot:
        marks = self.marks()
        layers = [
            *self.ground(),
            *self.breaks(),
            *self.targets(),
            *self.joined(),
            *self.points(),
            *self.names(),
        ]
        margins = Margins(left=self.left, top=22, below=_BELOW)
        return keyed(self.space, layers, marks, margins)

    def ground(self) -> Iterator[Layer]:
        texts = axis.printed_ticks(self.labelling, self.ticks)
        yield from axis.upright(self.space, self.ticks, texts)
        yield axis.base_line(self.space, 0)
        latest_first = self.series.observations[::-1]
        places = [_middle(row.period) for row in latest_first]
        texts = tuple(printed(self.labelling, row.period) for row in latest_first)
        reach = 4 - self.left, self.space.width + 12
        yield from axis.along_from_the_right(self.space, places, texts, reach=reach)

    def breaks(self) -> Iterator[Layer]:
        for number, each in enumerate(self.words.held_breaks(), start=1):
            at = _time(each.since)
            post = (at, self.space.y.low, self.space.y.high)
            yield self.space.posts([post], stroke=INK, strokeDash=[2, 3])
            across = self.space.across(at)
            yield labels(
                [Label(across=across, down=-6, text=f"[b{number}]")], align="center"
            )

    def joined(self) -> Iterator[Layer]:
        """Join figures of which one follows on the other."""
        run: list[Observation] = []
        for row in self.series:
            if run and not self.follows(run[-1], row):
                yield self.through(run)
                run = []
            run.append(row)
        yield self.through(run)

    def through(self, run: list[Observation]) -> Layer:
        held = [self.at(row) for row in run if row.figure is not None]
        return self.space.line(held[1:] and held, stroke=Colour.DARK_BLUE.value)

    def follows(self, before: Observation, row: Observation) -> bool:
        if before.missing is not None or row.missing is not None:
            return False
        if months_between(before.period.start, row.period.start) != row.period.months:
            return False
        indicator = self.labelling.indicator
        if indicator is None:
            return True
        return not indicator.breaks_between(before.period, row.period)

    def at(self, row: Observation) -> tuple[float, float]:
        return _middle(row.period), self.words.value(row) or 0.0

    def kinds(self) -> Iterator[tuple[Mark, list[Observation]]]:
        """Give each kind of mark with the figures that it marks."""
        baseline = self.words.baseline()
        held = [row for row in self.series if row.missing is None]
        others = [row for row in held if row is not baseline]
        settled = (Status.FINAL, Status.REVISED)
        yield FINAL, [row for row in others if row.status in settled]
        yield NOT_FINAL, [row for row in others if row.status not in settled]
        yield BASELINE, [] if baseline is None else [baseline]
        yield MISSING, [row for row in self.series if row.missing is not None]

    def points(self) -> Iterator[Layer]:
        for mark, rows in self.kinds():
            yield self.space.dots(map(self.at, rows), **mark.look)

    def targets(self) -> Iterator[Layer]:
        colour = Colour.DARK_PINK.value
        for each in self.words.findings():
            at = _middle(each.period)
            places = [(at, line) for line in lines_of(each)]
            if each.base is not None and each.baseline is not None:
                start = _middle(each.baseline.period), float(each.base)
                for place in places:
                    yield self.space.line(
                        [start, place], stroke=colour, strokeDash=[8, 3, 2, 3]
                    )
            yield self.space.dots(places, **TARGET.look)

    def falls_to(self, row: Observation) -> bool:
        """Say whether the line comes to a point from above, where its name would be."""
        before = [each for each in self.series if each.period.start < row.period.start]
        return bool(before) and self.at(before[-1])[1] > self.at(row)[1]

    def marks(self) -> list[Mark]:
        found = [mark for mark, rows in self.kinds() if rows]
        return [*found, TARGET] if tuple(self.words.findings()) else found

    def names(self) -> Iterator[Layer]:
        """Write the latest figure beside its point, and the baseline's."""
        rows = [self.words.baseline(), self.words.latest]
        every: list[Label] = []
        for row in dict.fromkeys(rows):
            if row is None or row.missing is not None:
                continue
            x, y = self.at(row)
            text = self.words.figure(row)
            wide = width(text, SMALL, bold=True)
            across = min(self.space.across(x), self.space.width + 12 - wide / 2)
            below = self.falls_to(row) and self.space.down(y) < _HEIGHT - 2 * SMALL
            off = _BETWEEN + SMALL if below else -_BETWEEN
            every.append(Label(across=across, down=self.space.down(y) + off, text=text))
        yield from haloed(every, align="center", fontWeight="bold")


def _middle(period: Period) -> float:
    return _time(period.start) + period.months / MONTHS_IN_YEAR / 2


def _time(day: date) -> float:
    return day.year + (day.month - 1) / MONTHS_IN_YEAR


def _require_drawable(series: TimeSeries, labelling: Labelling) -> None:
    for row in series:
        figure = figures.drawn(labelling.indicator, row)
        if row.missing is None and figure is None:
            raise MissingDataError(str(row), "no percentage can be made of it")


def _require_one_length(series: TimeSeries) -> None:
    for row in series:
        months = series.observations[0].period.months
        if row.period.months != months:
            allowed = f"{months} months, as the first: a longer period has more in it"
            raise InvalidValueError(f"the length of {row}", row.period.months, allowed)


def _require_one(series: TimeSeries, facts: IndicatorAssessment) -> None:
    row = facts.observation
    if (row.indicator, row.area) != (series.indicator, series.area):
        reason = "a picture is of one indicator in one area"
        first = series.observations[0]
        raise IncomparableError(str(first), str(row), reason)
