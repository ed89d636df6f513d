"""A picture of a funnel: areas around a benchmark, and the limits they lie within."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.funnel_point import (
    FunnelMethod,
    FunnelPoint,
    FunnelPosition,
)
from policing_indicators.charts import axis
from policing_indicators.charts.colour import PAPER, Colour
from policing_indicators.charts.funnel_words import FAR, MOST_NAMED, NEAR, FunnelWords
from policing_indicators.charts.key import Margins, Mark, keyed
from policing_indicators.charts.label_places import Named, placed
from policing_indicators.charts.labelling import Labelling, given
from policing_indicators.charts.picture import Picture, pictured
from policing_indicators.charts.plot import ACROSS, Plot
from policing_indicators.charts.scale import Scale
from policing_indicators.charts.space import (
    INK,
    Label,
    Layer,
    Space,
    haloed,
    labels,
)
from policing_indicators.vocabulary import requirement
from policing_indicators.wording import printed

_HEIGHT = 270
_BELOW = 48
_DRAWN = 60


def funnel(
    funnel: Funnel, *, area: str | None = None, labelling: Labelling | None = None
) -> Picture:
    """Draw a funnel.

    Areas outside the limits have a shape of their own, and their names as far as there
    is room: those that lie farthest out first.

    Args:
        funnel: The funnel.
        area: The id of the area that the picture is for, which is marked and named.
        labelling: What things are called, of which period the rates are, and where
            they come from.

    Raises:
        InvalidValueError: What is given is no funnel.
        UnknownNameError: The area is not in it.

    >>> from policing_indicators.calculation.area_rates import AreaRates
    >>> from policing_indicators.calculation.rate import Rate
    >>> counts = {"kent": 30, "essex": 24, "surrey": 12, "dorset": 16}
    >>> people = {"kent": 19e5, "essex": 19e5, "surrey": 12e5, "dorset": 8e5}
    >>> rates = AreaRates({area: Rate(counts[area], people[area]) for area in counts})
    >>> print(funnel(Funnel.of(rates), area="kent").title)
    The rate, Kent: 1.58 per 100,000, within the limits
    """
    requirement.all_of_kind("the funnel to draw", (funnel,), Funnel)
    words = FunnelWords(
        funnel=funnel,
        own=None if area is None else funnel.point(area),
        labelling=given(labelling),
    )
    return pictured(words, _Sketch.of(words).plot())


@frozen(kw_only=True)
class _Sketch:
    words: FunnelWords
    space: Space
    left: float

    @classmethod
    def of(cls, words: FunnelWords) -> "_Sketch":
        funnel = words.funnel
        sizes = [point.rate.denominator for point in funnel]
        figures = [point.value for point in funnel]
        for point in funnel:
            figures += [point.outer.lower, point.outer.upper]
        y = Scale.around(map(words.shown, figures), from_zero=True)
        left = axis.room_for(axis.printed_ticks(words.labelling, y.ticks()))
        x = Scale(low=min(sizes) / 1.25, high=max(sizes) * 1.25, is_log=True)
        space = Space(width=ACROSS - left - 14, height=_HEIGHT, x=x, y=y)
        return cls(words=words, left=left, space=space)

    @property
    def funnel(self) -> Funnel:
        return self.words.funnel

    @property
    def own(self) -> FunnelPoint | None:
        return self.words.own

    @property
    def labelling(self) -> Labelling:
        return self.words.labelling

    def plot(self) -> Plot:
        marks = self.marks()
        layers = [
            *self.ground(),
            *self.limits(),
            *self.points(),
            *self.names(),
        ]
        margins = Margins(left=self.left, top=8, below=_BELOW)
        return keyed(self.space, layers, marks, margins)

    def ground(self) -> Iterator[Layer]:
        ticks = self.space.y.ticks()
        texts = axis.printed_ticks(self.labelling, ticks)
        yield from axis.upright(self.space, ticks, texts)
        sizes = self.space.x.ticks(6)
        texts = tuple(_size(self.labelling, each) for each in sizes)
        yield from axis.along(self.space, sizes, texts)
        middle = Label(
            across=self.space.width / 2,
            down=_HEIGHT + axis.BELOW + 17,
            text=f"{self.words.size()} (equal steps are equal multiples)",
        )
        yield labels([middle], align="center")
        yield axis.base_line(self.space, 0)

    def limits(self) -> Iterator[Layer]:
        exact = self.funnel.method is FunnelMethod.EXACT
        curve = self.funnel.curve(points=4 * _DRAWN if exact else _DRAWN)
        colour = Colour.DARK_BLUE.value
        for name, look in (("outer", {}), ("inner", {"strokeDash": [5, 3]})):
            for end in ("lower", "upper"):
                line = (
                    (
                        each.denominator,
                        self.words.shown(getattr(getattr(each, name), end)),
                    )
                    for each in curve
                )
                yield self.space.line(line, stroke=colour, strokeWidth=1.3, **look)
        ends = curve[0].denominator, curve[-1].denominator
        at = self.words.shown(self.funnel.benchmark.value)
        yield self.space.beams([(*ends, at)], stroke=INK, strokeWidth=1.3)

    def points(self) -> Iterator[Layer]:
        for positions, mark in self.shapes():
            own = [
                self.at(each) for each in self.others() if each.position in positions
            ]
            yield self.space.dots(own, **mark.look)
        if self.own is not None:
            yield self.space.dots([self.at(self.own)], **self.own_mark().look)

    def others(self) -> Iterator[FunnelPoint]:
        return (point for point in self.funnel if point is not self.own)

    def at(self, point: FunnelPoint) -> tuple[float, float]:
        return point.rate.denominator, self.words.shown(point.value)

    def shapes(self) -> Iterator[tuple[tuple[FunnelPosition, ...], Mark]]:
        inner, outer = (
            printed.of_confidence(self.labelling.style, each)
            for each in (self.funnel.inner, self.funnel.outer)
        )
        within = Mark(
            shape="circle", fill=PAPER, stroke=INK, size=40, meaning="within the limits"
        )
        yield (FunnelPosition.WITHIN,), within
        yield (
            NEAR,
            Mark(
                shape="triangle-up",
                fill=Colour.LIGHT_PURPLE.value,
                stroke=INK,
                size=60,
                meaning=f"outside the {inner} limits (dashed)",
            ),
        )
        yield (
            FAR,
            Mark(
                shape="square",
                fill=Colour.DARK_PINK.value,
                stroke=INK,
                size=60,
                meaning=f"outside the {outer} limits (solid)",
            ),
        )

    def own_mark(self) -> Mark:
        own = "" if self.own is None else self.labelling.area(self.own.area)
        return Mark(
            shape="diamond",
            fill=Colour.ORANGE.value,
            stroke=INK,
            size=170,
            meaning=own,
        )

    def marks(self) -> list[Mark]:
        held = {each.position for each in self.others()}
        found = [mark for positions, mark in self.shapes() if held & set(positions)]
        return found if self.own is None else [*found, self.own_mark()]

    def names(self) -> Iterator[Layer]:
        first = [] if self.own is None else [self.own]
        named = [
            Named(
                across=self.space.across(point.rate.denominator),
                down=self.space.down(self.words.shown(point.value)),
                text=self.labelling.area(point.area),
                bold=point is self.own,
            )
            for point in first + self.words.outside()[:MOST_NAMED]
        ]
        points = [
            (self.space.across(x), self.space.down(y))
            for x, y in map(self.at, self.funnel)
        ]
        found = placed(named, points, (self.space.width + 10, _HEIGHT - 2))
        for bold in (False, True):
            every = [
                Label(across=each.across, down=each.down, text=each.named.text)
                for each in found
                if each.named.bold is bold
            ]
            yield from haloed(every, **({"fontWeight": "bold"} if bold else {}))


def _size(labelling: Labelling, size: float) -> str:
    million = 1_000_000
    if size >= million:
        return f"{labelling.number(size / million)} million"
    return labelling.number(size)
