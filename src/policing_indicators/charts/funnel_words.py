"""What a funnel says in words, and the figures behind it."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.funnel_point import (
    FunnelMethod,
    FunnelPoint,
    FunnelPosition,
)
from policing_indicators.charts.labelling import Labelling, decimals_for
from policing_indicators.charts.picture import PictureTable
from policing_indicators.vocabulary.area_group import GroupAverage
from policing_indicators.wording import dates, printed

MOST_NAMED = 8
"""How many areas outside the limits are named on the paper; the table names all."""

WHERE = {
    FunnelPosition.FAR_BELOW: "below both pairs of limits",
    FunnelPosition.BELOW: "below the inner limits",
    FunnelPosition.WITHIN: "within the limits",
    FunnelPosition.ABOVE: "above the inner limits",
    FunnelPosition.FAR_ABOVE: "above both pairs of limits",
}
FAR = (FunnelPosition.FAR_BELOW, FunnelPosition.FAR_ABOVE)
NEAR = (FunnelPosition.BELOW, FunnelPosition.ABOVE)


@frozen(kw_only=True)
class FunnelWords:
    """What a funnel says.

    Attributes:
        funnel: The funnel.
        own: The area that the picture is for, if it is for one.
        labelling: What things are called.
    """

    funnel: Funnel
    own: FunnelPoint | None
    labelling: Labelling

    def shown(self, value: float) -> float:
        """Give a rate as it is drawn: a proportion in per cent."""
        return 100 * value if self.funnel.are_proportions else value

    def rate(self, value: float) -> str:
        """Print a rate as it is said: per so many, or in per cent."""
        number = self.figure(value)
        if self.funnel.are_proportions:
            return self.labelling.style.say("number.percent", number=number)
        return f"{number} per {self.labelling.style.number(self.funnel.per)}"

    def figure(self, value: float) -> str:
        """Print a rate as it stands along the axis."""
        shown = self.shown(value)
        return self.labelling.style.number(shown, max(decimals_for(shown), 1))

    def title(self) -> str:
        """Say how many areas lie outside, or where the own one does."""
        name = self.labelling.measure()
        if self.own is None:
            far = sum(point.position in FAR for point in self.funnel)
            many = "1 area" if len(self.funnel) == 1 else f"{len(self.funnel):,} areas"
            told = f"{far:,}" if far else "none"
            return f"{name}: of {many}, {told} outside both pairs of limits"
        where = self.labelling.area(self.own.area)
        return (
            f"{name}, {where}: {self.rate(self.own.value)}, {WHERE[self.own.position]}"
        )

    def subtitle(self) -> str:
        """Say what is measured, and when."""
        per = self.labelling.style.number(self.funnel.per)
        unit = "Per cent" if self.funnel.are_proportions else f"Rate per {per}"
        period = self.labelling.period
        when = f", {dates.written(self.labelling.style, period)}" if period else ""
        return f"{unit} by the size of the area{when}"

    def size(self) -> str:
        """Say what stands along the axis: what rates are counted over."""
        indicator = self.labelling.indicator
        kind = indicator.denominator if indicator else None
        if kind is None:
            return "What the rate is counted over"
        return f"Number of {self.labelling.style.word('denominator', kind)}"

    def outside(self) -> list[FunnelPoint]:
        """Give the other areas outside the limits, those farthest out first."""
        found = [
            each
            for each in self.funnel
            if each is not self.own and each.position in FAR + NEAR
        ]
        return sorted(found, key=lambda each: -abs(each.deviate))

    def notes(self) -> Iterator[str]:
        """Say what must be known to read the funnel."""
        benchmark = self.funnel.benchmark
        match benchmark.average:
            case GroupAverage.POOLED:
                around = "these areas taken together"
            case GroupAverage.MEAN_OF_RATES:
                around = "the mean of these areas, each counting the same"
            case None:
                around = benchmark.name
        yield f"The level line is {self.rate(benchmark.value)}: {around}."
        if self.funnel.method is FunnelMethod.EXACT:
            yield (
                "The limits are those of chance alone. Recorded crime scatters more "
                "widely, so that many areas lie outside them."
            )
        else:
            yield (
                "The limits allow for chance and for how areas usually scatter beyond "
                "it (Spiegelhalter, 2005). Outside them a rate is unusual; the picture "
                "does not show why."
            )
        inner, outer = (
            printed.of_confidence(self.labelling.style, each)
            for each in (self.funnel.inner, self.funnel.outer)
        )
        yield f"Dashed lines: {inner} limits. Solid lines: {outer} limits."
        named = min(len(self.outside()), MOST_NAMED)
        if named:
            yield (
                "Areas outside the limits are named where there is room, and all of "
                "them in the table."
            )
        for each in self.funnel.left_out:
            yield f"Not shown: {self.labelling.area(each.area)} ({each.reason})."

    def footer(self) -> str:
        """Say where the figures come from."""
        return self.labelling.footer(None)

    def description(self) -> str:
        """Say what is drawn."""
        held = [each.position for each in self.funnel]
        parts = [
            f"{held.count(position):,} {WHERE[position]}"
            for position in FunnelPosition
            if position in held
        ]
        said = f"{len(held):,} areas as points by size and rate, with funnel limits: "
        return f"{said}{', '.join(parts)}."

    def table(self) -> PictureTable:
        """Give the figures, the highest rate first."""
        per = self.labelling.style.number(self.funnel.per)
        rate = "Per cent" if self.funnel.are_proportions else f"Rate per {per}"
        return PictureTable(
            columns=["Area", "Count", "Size", rate, "Where it lies"],
            rows=[
                [
                    self.labelling.area(point.area),
                    self.labelling.number(float(point.rate.count)),
                    self.labelling.number(point.rate.denominator),
                    self.figure(point.value),
                    WHERE[point.position],
                ]
                for point in sorted(self.funnel, key=lambda each: -each.value)
            ],
        )
