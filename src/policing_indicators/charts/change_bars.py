"""A picture of how far the numbers of an area changed, indicator by indicator."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.assessment.assessment import Assessment
from policing_indicators.calculation.change import Change
from policing_indicators.charts import axis, percents
from policing_indicators.charts.change_words import ChangeWords
from policing_indicators.charts.colour import PAPER, Colour
from policing_indicators.charts.key import Margins, Mark, keyed
from policing_indicators.charts.labelling import Labelling, given
from policing_indicators.charts.picture import Picture, pictured
from policing_indicators.charts.plot import ACROSS, Plot
from policing_indicators.charts.scale import Scale
from policing_indicators.charts.space import (
    INK,
    SMALL,
    Label,
    Layer,
    Space,
    labels,
)
from policing_indicators.charts.text_width import cut, wrapped
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement

_ROW = 36
_NAMES, _FIGURES, _EDGE = 146, 92, 8
_BELOW = 28
_PITCH = 14
_THICK = 0.28
_MOST_LINES = 2
_SOLID = Mark(
    shape="square",
    fill=Colour.DARK_BLUE.value,
    stroke=Colour.DARK_BLUE.value,
    size=90,
    meaning="change in per cent",
)
_NEUTRAL = Mark(
    shape="square",
    fill=Colour.LIGHT_PURPLE.value,
    stroke=INK,
    size=90,
    meaning="*neither way is good or bad in itself",
)


def change_bars(
    assessment: Assessment, *, labelling: Labelling | None = None
) -> Picture:
    """Draw the change on the year before of each number, as a bar from nought.

    Where a count is small the bar is hollow and its percentage is not printed: the two
    counts are. A hollow bar that would reach beyond all the others is cut, with an
    arrow at its end. Changes in percentage points are in the table alone.

    Args:
        assessment: The assessment.
        labelling: What things are called, and where the figures come from.

    Raises:
        InvalidValueError: What is given is no assessment.
        MissingDataError: No number has a change on the year before.

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
    >>> print(change_bars(facts).title)
    West Midlands: of 10 numbers, 8 fell and 2 rose since the year before
    """
    requirement.all_of_kind("the assessment to draw", (assessment,), Assessment)
    words = ChangeWords(assessment=assessment, labelling=given(labelling))
    if not words.changes():
        reason = "no number has a change on the year before"
        raise MissingDataError("a picture of changes", reason)
    return pictured(words, _Sketch.of(words).plot())


@frozen(kw_only=True)
class _Bar:
    """One bar: what it is of, how far it reaches, and how high it stands."""

    name: str
    change: Change
    percent: float
    at: float
    is_small: bool
    is_neutral: bool


@frozen(kw_only=True)
class _Sketch:
    words: ChangeWords
    space: Space
    bars: tuple[_Bar, ...]

    @classmethod
    def of(cls, words: ChangeWords) -> "_Sketch":
        bars = tuple(_bars(words))
        solid = [bar.percent for bar in bars if not bar.is_small]
        hollow = [max(min(bar.percent, _CUT), -_CUT) for bar in bars]
        x = Scale.around(solid or hollow, from_zero=True)
        if solid:
            x = _roomier(x)
        space = Space(
            width=ACROSS - _NAMES - _FIGURES - 2 * _EDGE,
            height=len(bars) * _ROW,
            x=x,
            y=Scale(low=0, high=len(bars)),
        )
        return cls(words=words, space=space, bars=bars)

    def plot(self) -> Plot:
        marks = self.marks()
        left = _NAMES + _EDGE
        layers = [
            *self.ground(),
            *self.solid(),
            *self.hollow(),
            *self.names(),
            *self.figures(),
        ]
        margins = Margins(left=left, top=6, below=_BELOW)
        return keyed(self.space, layers, marks, margins)

    def ground(self) -> Iterator[Layer]:
        ticks = self.space.x.ticks(4)
        yield self.space.upright_grid(ticks)
        style = self.words.labelling.style
        texts = [
            style.say("number.percent", number=style.signed(tick)) for tick in ticks
        ]
        yield from axis.along(self.space, ticks, texts, most=self.space.width + 30)
        zero = (0.0, 0.0, self.space.y.high)
        yield self.space.posts([zero], stroke=INK, strokeWidth=1.2)

    def solid(self) -> Iterator[Layer]:
        for mark, neutral in ((_SOLID, False), (_NEUTRAL, True)):
            boxes = [
                _box(bar, bar.percent)
                for bar in self.bars
                if not bar.is_small and bar.is_neutral is neutral
            ]
            yield self.space.boxes(boxes, fill=mark.fill, stroke=mark.stroke)

    def hollow(self) -> Iterator[Layer]:
        small = [bar for bar in self.bars if bar.is_small]
        look = {"fill": PAPER, "stroke": INK, "strokeDash": [3, 2], "strokeWidth": 1.2}
        boxes = [_box(bar, self.shown(bar)) for bar in small]
        yield self.space.boxes(boxes, **look)
        beyond = [bar for bar in small if self.shown(bar) != bar.percent]
        for shape, way in (("triangle-right", 1), ("triangle-left", -1)):
            ends = [
                (self.shown(bar), bar.at) for bar in beyond if bar.percent * way > 0
            ]
            yield self.space.dots(ends, shape=shape, size=90, fill=INK, stroke=INK)

    def shown(self, bar: _Bar) -> float:
        """Give how far a bar is drawn: not beyond the axis."""
        return max(min(bar.percent, self.space.x.high), self.space.x.low)

    def hollow_mark(self) -> Mark:
        threshold = self.words.labelling.small_base.threshold
        return Mark(
            shape="square",
            fill=PAPER,
            stroke=INK,
            size=90,
            meaning=f"dashed: a number under {threshold}",
        )

    def marks(self) -> list[Mark]:
        solid = {bar.is_neutral for bar in self.bars if not bar.is_small}
        found = [
            mark
            for mark, neutral in ((_SOLID, False), (_NEUTRAL, True))
            if neutral in solid
        ]
        small = any(bar.is_small for bar in self.bars)
        return [*found, self.hollow_mark()] if small else found

    def names(self) -> Iterator[Layer]:
        every: list[Label] = []
        for bar in self.bars:
            lines = list(wrapped(bar.name, _NAMES - _EDGE, SMALL))
            if len(lines) > _MOST_LINES:
                rest = " ".join(lines[_MOST_LINES - 1 :])
                lines = [lines[0], cut(rest, _NAMES - _EDGE, SMALL)]
            first = self.space.down(bar.at) + 4 - (len(lines) - 1) * _PITCH / 2
            every += [
                Label(across=-_NAMES, down=first + place * _PITCH, text=line)
                for place, line in enumerate(lines)
            ]
        yield labels(every)

    def figures(self) -> Iterator[Layer]:
        across = self.space.width + _FIGURES
        every = (
            Label(
                across=across, down=self.space.down(bar.at) + 4, text=self.figure(bar)
            )
            for bar in self.bars
        )
        yield labels(every, align="right", fontWeight="bold")

    def figure(self, bar: _Bar) -> str:
        labelling = self.words.labelling
        if bar.is_small:
            number = labelling.style.number
            return f"{number(bar.change.earlier)} to {number(bar.change.later)}"
        return percents.cell(labelling, bar.change)


_CUT = 100
"""How far a hollow bar reaches at most where all are hollow, in per cent."""


def _bars(words: ChangeWords) -> Iterator[_Bar]:
    changes = words.changes()
    for place, (facts, change) in enumerate(changes):
        percent = change.exact_percent
        neutral = words.is_neutral(facts)
        name = words.labelling.style.name_of(facts.indicator)
        yield _Bar(
            name=f"{name}*" if neutral else name,
            change=change,
            percent=float(percent) if percent is not None else 0.0,
            at=len(changes) - place - 0.5,
            is_small=percents.is_small(words.labelling, change),
            is_neutral=neutral,
        )


def _box(bar: _Bar, end: float) -> tuple[float, float, float, float]:
    return min(0.0, end), max(0.0, end), bar.at - _THICK, bar.at + _THICK


def _roomier(x: Scale) -> Scale:
    """Leave at least a little room on both sides of nought."""
    reach = x.high - x.low
    return Scale(low=min(x.low, -reach / 10), high=max(x.high, reach / 10))
