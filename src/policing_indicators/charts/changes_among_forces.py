"""A picture of one area's change among the changes of all areas."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.charts import axis, percents
from policing_indicators.charts.colour import PAPER, Colour
from policing_indicators.charts.comparison_words import ComparisonWords
from policing_indicators.charts.key import Margins, Mark, keyed
from policing_indicators.charts.labelling import Labelling, given
from policing_indicators.charts.picture import Picture, pictured
from policing_indicators.charts.plot import ACROSS, Plot
from policing_indicators.charts.scale import Scale
from policing_indicators.charts.space import INK, SMALL, Label, Layer, Space, haloed
from policing_indicators.charts.text_width import width
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement

_EDGE = 14
_ABOVE = 44
_BELOW = 32
_DOT = 11
"""How wide a dot and the air around it are, in pixels."""

_LEAST_ROWS, _MOST_ROWS = 6, 18
_FIRST_NAME, _NAME_PITCH = -26, 17


def changes_among_forces(
    comparison: ChangeComparison, *, labelling: Labelling | None = None
) -> Picture:
    """Draw an area's change among the changes of all the areas that were measured.

    Each area is a dot at its change in per cent; dots that would cover each other
    stand one above the other. An area one of whose counts is small is hollow, for its
    change in per cent says little.

    Args:
        comparison: The comparison.
        labelling: What things are called, and where the figures come from.

    Raises:
        InvalidValueError: What is given is no such comparison.
        MissingDataError: No area has a change in per cent.

    >>> from policing_indicators.vocabulary.observation import Observation
    >>> from policing_indicators.vocabulary.period import Period
    >>> counts = {
    ...     2023: {"kent": 400, "essex": 600, "surrey": 1000},
    ...     2024: {"kent": 300, "essex": 700, "surrey": 900},
    ... }
    >>> earlier, later = (
    ...     [
    ...         Observation(
    ...             "knife-crime", area, Period.financial_year(year), count=count
    ...         )
    ...         for area, count in counts[year].items()
    ...     ]
    ...     for year in counts
    ... )
    >>> picture = changes_among_forces(ChangeComparison.of("kent", earlier, later))
    >>> print(picture.title)
    Number, Kent: fell by 25.0%; the 3 areas together fell by 5.0%
    """
    requirement.all_of_kind("the comparison to draw", (comparison,), ChangeComparison)
    if not comparison.exact_percents:
        what = "a picture of changes in per cent"
        raise MissingDataError(what, "no area has an event in the earlier period")
    named = given(labelling)
    words = ComparisonWords(comparison=comparison, labelling=named)
    return pictured(words, _Sketch.of(words).plot())


@frozen(kw_only=True)
class _Sketch:
    words: ComparisonWords
    space: Space
    stacked: tuple[tuple[str, float, int], ...]
    """Each area, its change, and in which row it stands."""

    @classmethod
    def of(cls, words: ComparisonWords) -> "_Sketch":
        comparison = words.comparison
        percents_of = {
            area: float(percent) for area, percent in comparison.exact_percents.items()
        }
        figures = [*percents_of.values(), float(comparison.total.percent or 0)]
        x = Scale.around(figures, from_zero=True)
        if not any(figures):
            x = Scale(low=-1, high=1)
        across = ACROSS - 2 * _EDGE
        own_first = sorted(percents_of, key=lambda area: area != comparison.area)
        ordered = {area: percents_of[area] for area in own_first}
        stacked = tuple(_stacked(ordered, x, across))
        rows = max(_LEAST_ROWS, *(row + 1 for *_, row in stacked))
        return cls(
            words=words,
            stacked=stacked,
            space=Space(
                width=across,
                height=min(rows, _MOST_ROWS) * _DOT + 6,
                x=x,
                y=Scale(low=0, high=rows),
            ),
        )

    @property
    def comparison(self) -> ChangeComparison:
        return self.words.comparison

    @property
    def labelling(self) -> Labelling:
        return self.words.labelling

    def plot(self) -> Plot:
        marks = self.marks()
        space = self.space
        ticks = space.x.ticks(6)
        texts = [
            percents.signed(self.labelling, each).replace(".0", "") for each in ticks
        ]
        layers = [
            space.upright_grid(ticks),
            *axis.along(space, ticks, texts, most=space.width + _EDGE - 2),
            axis.base_line(space, 0),
            space.posts([(0, 0, space.y.high)], stroke=INK, strokeWidth=1),
            *self.names(),
            *self.dots(),
        ]
        margins = Margins(left=_EDGE, top=_ABOVE, below=_BELOW)
        return keyed(space, layers, marks, margins)

    def dots(self) -> Iterator[Layer]:
        for small, mark in zip((False, True), self.kinds(), strict=True):
            own = [
                (percent, row + 0.5)
                for area, percent, row in self.stacked
                if area != self.comparison.area and self.words.is_small(area) is small
            ]
            yield self.space.dots(own, **mark.look)
        own = [
            (x, row + 0.5)
            for area, x, row in self.stacked
            if area == self.comparison.area
        ]
        yield self.space.dots(own, **self.own_mark().look)

    def kinds(self) -> tuple[Mark, Mark]:
        solid = Mark(
            shape="circle",
            fill=Colour.DARK_BLUE.value,
            stroke=Colour.DARK_BLUE.value,
            size=56,
            meaning="another area",
        )
        threshold = self.labelling.small_base.threshold
        hollow = Mark(
            shape="circle",
            fill=PAPER,
            stroke=INK,
            size=56,
            meaning=f"another area, a number under {threshold}",
        )
        return solid, hollow

    def own_mark(self) -> Mark:
        fill = (
            PAPER if self.words.is_small(self.comparison.area) else Colour.ORANGE.value
        )
        return Mark(
            shape="diamond",
            fill=fill,
            stroke=INK,
            size=170,
            meaning=self.labelling.area(self.comparison.area),
        )

    def marks(self) -> list[Mark]:
        others = [area for area, *_ in self.stacked if area != self.comparison.area]
        held = {self.words.is_small(area) for area in others}
        kinds = zip((False, True), self.kinds(), strict=True)
        return [mark for small, mark in kinds if small in held] + [self.own_mark()]

    def names(self) -> Iterator[Layer]:
        """Name the own change and that of the total, each on a line of its own."""
        for place, (percent, low, text, bold) in enumerate(self.named()):
            down = _FIRST_NAME + _NAME_PITCH * place
            per_row = self.space.height / self.space.y.high
            top = self.space.y.high - (down - 4) / per_row
            dash = {} if bold else {"strokeDash": [5, 3]}
            post = (percent, low, top)
            yield self.space.posts([post], stroke=INK, strokeWidth=1.2, **dash)
            weight = {"fontWeight": "bold"} if bold else {}
            beside = self._beside(percent, down, text, bold=bold)
            yield from haloed([beside], **weight)

    def named(self) -> Iterator[tuple[float, float, str, bool]]:
        """Give what is named: where, from how high, how, and whether in bold."""
        labelling, comparison = self.labelling, self.comparison
        for area, percent, row in self.stacked:
            if area == comparison.area:
                way = percents.moved(labelling, comparison.change)
                text = f"{labelling.area(area)} {way}"
                yield percent, row + 0.5, text, True
        total = comparison.total
        if total.exact_percent is not None:
            way = percents.moved(labelling, total)
            text = f"all {len(comparison.changes):,} together {way}"
            yield float(total.exact_percent), 0, text, False

    def _beside(self, percent: float, down: float, text: str, *, bold: bool) -> Label:
        across = self.space.across(percent) + 5
        wide = width(text, SMALL, bold=bold)
        if across + wide > self.space.width + _EDGE - 4:
            across = max(across - 10 - wide, 4 - _EDGE)
        return Label(across=across, down=down, text=text)


def _stacked(
    percents_of: dict[str, float], x: Scale, across: float
) -> Iterator[tuple[str, float, int]]:
    """Give each area its row: the lowest in which no dot is too near."""
    rows: list[list[float]] = []
    for area, percent in percents_of.items():
        at = x.part(percent) * across
        free = (
            number
            for number, row in enumerate(rows)
            if all(abs(at - other) >= _DOT for other in row)
        )
        number = next(free, len(rows))
        if number == len(rows):
            rows.append([])
        rows[number].append(at)
        yield area, percent, number
