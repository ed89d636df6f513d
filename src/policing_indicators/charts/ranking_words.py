"""What a ranking says in words, and the figures behind it."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.ranking import RankedArea, Ranking
from policing_indicators.charts.labelling import Labelling, decimals_for, ordinal
from policing_indicators.charts.picture import PictureTable
from policing_indicators.wording import dates, printed


@frozen(kw_only=True)
class RankingWords:
    """What a ranking says.

    Attributes:
        ranking: The ranking.
        own: The area that the picture is for, if it is for one.
        labelling: What things are called.
    """

    ranking: Ranking
    own: RankedArea | None
    labelling: Labelling

    @property
    def are_proportions(self) -> bool:
        """Whether what is ranked are parts of a whole."""
        return isinstance(self.ranking.places[0].rate, Proportion)

    def rate(self, place: RankedArea) -> str:
        """Print an area's rate, or its proportion in per cent."""
        rate = place.rate
        value = rate.percentage if isinstance(rate, Proportion) else rate.value
        known = value or 0.0
        number = self.labelling.style.number(known, max(decimals_for(known), 1))
        if not self.are_proportions:
            return number
        return self.labelling.style.say("number.percent", number=number)

    def title(self) -> str:
        """Say where the own area stands, as surely as that is known."""
        name = self.labelling.measure()
        many = f"{len(self.ranking):,}"
        own = self.own
        if own is None:
            areas = "area" if len(self.ranking) == 1 else "areas"
            return f"{name}: {many} {areas} by rank, the highest first"
        where = self.labelling.area(own.area)
        best, worst = ordinal(own.best_rank), ordinal(own.worst_rank)
        reach = best if best == worst else f"anywhere from {best} to {worst}"
        if own.rate.count < self.labelling.small_base.threshold:
            return f"{name}, {where}: may well be {reach} of {many}"
        tied = "joint " if own.is_tied else ""
        rank = "" if own.rank == 1 else f"{ordinal(own.rank)} "
        said = f"{name}, {where}: {tied}{rank}highest of {many}"
        return said if best == worst else f"{said}, and may well be {reach}"

    def subtitle(self) -> str:
        """Say what is ranked, and of when."""
        per = self.labelling.style.number(
            getattr(self.ranking.places[0].rate, "per", 1)
        )
        unit = "Per cent" if self.are_proportions else f"Rate per {per}"
        period = self.labelling.period
        when = f", {dates.written(self.labelling.style, period)}" if period else ""
        return f"{unit}{when}, with ranks from the highest"

    def notes(self) -> Iterator[str]:
        """Say what must be known to read the ranking."""
        level = printed.of_confidence(self.labelling.style, self.ranking.confidence)
        if self.ranking.spread:
            allowed = "chance and the usual scatter of areas"
        else:
            allowed = "chance alone"
        yield (
            f"The bars hold the true rank at {level} confidence, allowing for "
            f"{allowed}. A rank is neither good nor bad in itself."
        )
        if any(each.is_tied for each in self.ranking):
            yield "Areas with the same rate share the rank that is nearer to 1."
        for each in self.ranking.left_out:
            yield f"Not ranked: {self.labelling.area(each.area)} ({each.reason})."

    def footer(self) -> str:
        """Say where the figures come from."""
        return self.labelling.footer(None)

    def description(self) -> str:
        """Say what is drawn."""
        first, last = self.ranking.places[0], self.ranking.places[-1]
        return (
            f"{len(self.ranking):,} areas in rows, each with its rank on a bar of the "
            f"ranks it may well have. The first is {self.labelling.area(first.area)} "
            f"({self.rate(first)}), the last {self.labelling.area(last.area)} "
            f"({self.rate(last)})."
        )

    def table(self) -> PictureTable:
        """Give the areas in their order."""
        return PictureTable(
            columns=["Area", "Rate", "Rank", "Best rank", "Worst rank"],
            rows=[
                [
                    self.labelling.area(each.area),
                    self.rate(each),
                    f"{each.rank:,}",
                    f"{each.best_rank:,}",
                    f"{each.worst_rank:,}",
                ]
                for each in self.ranking
            ],
        )
