"""A picture of every priority at once: one number of each, in small."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from attrs import frozen

from policing_indicators.assessment.assessment import Assessment, IndicatorAssessment
from policing_indicators.charts import figures
from policing_indicators.charts.colour import GRID, PAPER, Colour
from policing_indicators.charts.dashboard_words import DashboardWords, Panel
from policing_indicators.charts.key import Margins, Mark, keyed
from policing_indicators.charts.labelling import Labelling, given
from policing_indicators.charts.picture import Picture, pictured
from policing_indicators.charts.plot import ACROSS, Plot
from policing_indicators.charts.scale import Scale
from policing_indicators.charts.space import (
    INK,
    SMALL,
    TEXT,
    Label,
    Layer,
    Space,
    labels,
)
from policing_indicators.charts.text_width import cut, width, wrapped
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR, months_between

_EDGE = 8
_PANEL = 96
_LINE = 16
"""How much higher a panel is for each further line of its priority's name."""
_SMALL_WIDTH, _SMALL_HEIGHT = 130, 46
_FIGURE = 16
_EARLIER = Mark(
    shape="circle",
    fill=PAPER,
    stroke=Colour.DARK_BLUE.value,
    size=40,
    meaning="earlier figures",
)
_NOW = Mark(
    shape="diamond",
    fill=Colour.DARK_BLUE.value,
    stroke=Colour.DARK_BLUE.value,
    size=90,
    meaning="the figure of the period",
)


def dashboard(assessment: Assessment, *, labelling: Labelling | None = None) -> Picture:
    """Draw one number of each priority, with what it is compared with.

    The number is the first indicator of the priority that has a figure. Each small
    plot has an upright axis of its own, from nought, and shows the figure with those
    that it was compared with; they are joined where one period follows the other.

    Args:
        assessment: The assessment.
        labelling: What things are called, and where the figures come from.

    Raises:
        InvalidValueError: What is given is no assessment.

    >>> from policing_indicators.assessment.assessing import assess
    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> draft = Draft.read(example())
    >>> facts = assess(
    ...     draft.framework,
    ...     draft.observations,
    ...     area=draft.area,
    ...     period=draft.publication.period,
    ...     populations=populations(),
    ... )
    >>> print(dashboard(facts).title)
    West Midlands, 2024/25: 4 of 6 priorities have a figure
    """
    requirement.all_of_kind("the assessment to draw", (assessment,), Assessment)
    words = DashboardWords(assessment=assessment, labelling=given(labelling))
    return pictured(words, _plot(words))


def _plot(words: DashboardWords) -> Plot:
    wide = ACROSS - 2 * _EDGE
    names = [wrapped(each.priority, wide, TEXT, bold=True) for each in words.panels()]
    further = [_LINE * (len(lines) - 1) for lines in names]
    tops = list(accumulate((_PANEL + each for each in further), initial=0))
    high = tops.pop()
    space = Space(
        width=wide,
        height=high,
        x=Scale(low=0, high=wide),
        y=Scale(low=0, high=max(high, 1)),
    )
    layers: list[Layer] = []
    for panel, name, top, below in zip(
        words.panels(), names, tops, further, strict=True
    ):
        lines = [
            Label(across=0, down=top + 19 + _LINE * number, text=line)
            for number, line in enumerate(name)
        ]
        layers.append(labels(lines, fontSize=TEXT, fontWeight="bold"))
        layers += _texts(panel, top + below)
        if panel.facts is not None:
            drawn = _Small(facts=panel.facts, space=space, top=top + below + 34)
            layers += drawn.layers()
        layers.append(space.beams([(0, wide, high - top)], stroke=GRID))
    return keyed(space, layers, [_EARLIER, _NOW], Margins(left=_EDGE, top=6, below=6))


def _texts(panel: Panel, top: float) -> Iterator[Layer]:
    room = ACROSS - 2 * _EDGE
    beside = room if panel.facts is None else room - _SMALL_WIDTH - _EDGE
    indicator = cut(panel.indicator, beside - width(panel.period, SMALL), SMALL)
    rows = [
        Label(across=0, down=top + 38, text=f"{indicator}{panel.period}"),
        Label(across=0, down=top + 80, text=cut(panel.told, beside, SMALL)),
    ]
    yield labels(rows)
    yield labels(
        [Label(across=0, down=top + 60, text=panel.figure)],
        fontSize=_FIGURE,
        fontWeight="bold",
    )


@frozen(kw_only=True)
class _Small:
    """The small plot of a panel, on the paper of all of them."""

    facts: IndicatorAssessment
    space: Space
    top: float

    def points(self) -> list[tuple[Period, float]]:
        """Give the figures that are drawn, the earliest first."""
        made = (
            self.facts.on_baseline,
            self.facts.on_three_years_before,
            self.facts.on_year_before,
        )
        rows = [each.earlier for each in made if each is not None]
        held = {
            row.period: value
            for row in [*rows, self.facts.observation]
            if (value := figures.drawn(self.facts.indicator, row)) is not None
        }
        return sorted(held.items(), key=lambda item: item[0].start)

    def layers(self) -> Iterator[Layer]:
        points = self.points()
        times = [_middle(period) for period, _ in points]
        across = Scale(low=min(times) - 0.3, high=max(times) + 0.3)
        up = Scale.around([value for _, value in points], from_zero=True)
        left = self.space.width - _SMALL_WIDTH

        def at(point: tuple[Period, float]) -> tuple[float, float]:
            down = self.top + (1 - up.part(point[1])) * _SMALL_HEIGHT
            place = left + across.part(_middle(point[0])) * _SMALL_WIDTH
            return place, self.space.height - down

        zero = self.space.height - self.top - (1 - up.part(0)) * _SMALL_HEIGHT
        yield self.space.beams([(left, self.space.width, zero)], stroke=INK)
        for before, point in pairwise(points):
            months = months_between(before[0].start, point[0].start)
            if months == before[0].months == point[0].months:
                line = [at(before), at(point)]
                yield self.space.line(line, stroke=Colour.DARK_BLUE.value)
        yield self.space.dots(map(at, points[:-1]), **_EARLIER.look)
        yield self.space.dots([at(points[-1])], **_NOW.look)


def _middle(period: Period) -> float:
    start = period.start
    return start.year + (start.month - 1 + period.months / 2) / MONTHS_IN_YEAR
