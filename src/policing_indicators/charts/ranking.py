"""A picture of a ranking: each area's rank, and between which ranks it may well lie."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.calculation.ranking import RankedArea, Ranking
from policing_indicators.charts.colour import GRID, Colour
from policing_indicators.charts.key import Margins, Mark, keyed
from policing_indicators.charts.labelling import Labelling, given
from policing_indicators.charts.picture import Picture, pictured
from policing_indicators.charts.plot import ACROSS, Plot
from policing_indicators.charts.ranking_words import RankingWords
from policing_indicators.charts.scale import Scale
from policing_indicators.charts.space import (
    INK,
    SMALL,
    Label,
    Layer,
    Space,
    labels,
)
from policing_indicators.charts.text_width import cut, width
from policing_indicators.vocabulary import requirement

_ROW = 17
_NAMES = 136
"""How wide the names of areas may be, in pixels; a longer one is cut."""

_EDGE = 8
_RATES = 62
_BELOW = 28
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_MOST_TICKS = 6

_AREA = Mark(
    shape="circle",
    fill=Colour.DARK_BLUE.value,
    stroke=Colour.DARK_BLUE.value,
    size=44,
    meaning="rank",
)
_REACH = Mark(
    shape="square",
    fill=Colour.LIGHT_PURPLE.value,
    stroke=Colour.LIGHT_PURPLE.value,
    size=90,
    meaning="ranks it may well have",
)


def ranking(
    ranking: Ranking, *, area: str | None = None, labelling: Labelling | None = None
) -> Picture:
    """Draw a ranking, the highest rate first.

    Each area has a mark at its rank, on a bar from the best rank to the worst that it
    may well have: where bars overlap, the order may well be another.

    Args:
        ranking: The ranking.
        area: The id of the area that the picture is for, which is marked.
        labelling: What things are called, of which period the rates are, and where
            they come from.

    Raises:
        InvalidValueError: What is given is no ranking, or nothing is ranked.
        UnknownNameError: The area is not in it.

    >>> from policing_indicators.calculation.area_rates import AreaRates
    >>> from policing_indicators.calculation.rate import Rate
    >>> counts = {"kent": 400, "essex": 330, "surrey": 120}
    >>> rates = AreaRates({area: Rate(counts[area], 500_000) for area in counts})
    >>> print(ranking(Ranking.of(rates, spread=0.02), area="essex").title)
    The rate, Essex: 2nd highest of 3, and may well be anywhere from 1st to 2nd
    """
    requirement.all_of_kind("the ranking to draw", (ranking,), Ranking)
    words = RankingWords(
        ranking=ranking,
        own=None if area is None else ranking[area],
        labelling=given(labelling),
    )
    return pictured(words, _Sketch.of(words).plot())


@frozen(kw_only=True)
class _Sketch:
    words: RankingWords
    space: Space
    left: float

    @classmethod
    def of(cls, words: RankingWords) -> "_Sketch":
        places = words.ranking.places
        many = len(places)
        names = (words.labelling.area(each.area) for each in places)
        widest = max(width(name, SMALL, bold=True) for name in names)
        left = min(widest, _NAMES) + 2 * _EDGE
        space = Space(
            width=ACROSS - left - _RATES,
            height=many * _ROW,
            x=Scale(low=0.4, high=many + 0.6),
            y=Scale(low=0, high=many),
        )
        return cls(words=words, left=left, space=space)

    def plot(self) -> Plot:
        marks = self.marks()
        layers = [
            *self.ground(),
            *self.bars(),
            *self.dots(),
            *self.names(),
        ]
        margins = Margins(left=self.left, top=24, below=_BELOW)
        return keyed(self.space, layers, marks, margins)

    def rows(self) -> Iterator[tuple[float, RankedArea]]:
        """Give each area with how high it stands."""
        many = len(self.words.ranking)
        for place, each in enumerate(self.words.ranking):
            yield many - place - 0.5, each

    def ground(self) -> Iterator[Layer]:
        many = len(self.words.ranking)
        step = next(each for each in (*_STEPS, many) if many / each <= _MOST_TICKS)
        ticks = [1, *range(step, many + 1, step)] if step > 1 else range(1, many + 1)
        yield self.space.upright_grid([float(tick) for tick in ticks])
        for down in (-8.0, self.space.height + 16):
            yield labels(
                (
                    Label(across=self.space.across(tick), down=down, text=str(tick))
                    for tick in ticks
                ),
                align="center",
            )
        ends = self.space.x.low, self.space.x.high
        lines = [(*ends, at) for at in range(0, many + 1, 5)]
        yield self.space.beams(lines, stroke=GRID, strokeWidth=0.5)

    def bars(self) -> Iterator[Layer]:
        boxes = (
            (each.best_rank - 0.3, each.worst_rank + 0.3, at - 0.22, at + 0.22)
            for at, each in self.rows()
        )
        yield self.space.boxes(boxes, fill=Colour.LIGHT_PURPLE.value, fillOpacity=0.55)

    def dots(self) -> Iterator[Layer]:
        own = self.words.own
        others = [(each.rank, at) for at, each in self.rows() if each is not own]
        yield self.space.dots(others, **_AREA.look)
        held = [(each.rank, at) for at, each in self.rows() if each is own]
        yield self.space.dots(held, **self.own_mark().look)

    def own_mark(self) -> Mark:
        own = self.words.own
        return Mark(
            shape="diamond",
            fill=Colour.ORANGE.value,
            stroke=INK,
            size=140,
            meaning="" if own is None else self.words.labelling.area(own.area),
        )

    def marks(self) -> list[Mark]:
        found = [_AREA, _REACH]
        return found if self.words.own is None else [*found, self.own_mark()]

    def names(self) -> Iterator[Layer]:
        """Write each area's name to its left and its rate to its right."""
        for bold in (False, True):
            weight = {"fontWeight": "bold"} if bold else {}
            rows = [row for row in self.rows() if (row[1] is self.words.own) is bold]
            yield labels(
                (
                    Label(
                        across=-_EDGE,
                        down=self.space.down(at) + 4,
                        text=self.name(each, bold=bold),
                    )
                    for at, each in rows
                ),
                align="right",
                **weight,
            )
            across = self.space.width + _RATES - _EDGE
            yield labels(
                (
                    Label(
                        across=across,
                        down=self.space.down(at) + 4,
                        text=self.words.rate(each),
                    )
                    for at, each in rows
                ),
                align="right",
                **weight,
            )

    def name(self, place: RankedArea, *, bold: bool) -> str:
        return cut(self.words.labelling.area(place.area), _NAMES, SMALL, bold=bold)
