"""What an area's change among those of all areas says, and the figures behind it."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.charts import percents
from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.picture import PictureTable
from policing_indicators.vocabulary.period import Period
from policing_indicators.wording import dates


@frozen(kw_only=True)
class ComparisonWords:
    """What a comparison of changes says.

    Attributes:
        comparison: The comparison.
        labelling: What things are called.
    """

    comparison: ChangeComparison
    labelling: Labelling

    def title(self) -> str:
        """Say how the own area changed, and all together."""
        own = percents.moved(self.labelling, self.comparison.change)
        total = percents.moved(self.labelling, self.comparison.total)
        where = self.labelling.area(self.comparison.area)
        many = f"{len(self.comparison.changes):,}"
        name = self.labelling.measure() if self.labelling.indicator else "Number"
        return f"{name}, {where}: {own}; the {many} areas together {total}"

    def subtitle(self) -> str:
        """Say what is measured, and from when to when."""
        total = self.comparison.total
        when = self._periods(total.earlier_period, total.later_period)
        return f"Change in per cent, area by area{when}"

    def _periods(self, earlier: Period | None, later: Period | None) -> str:
        if earlier is None or later is None:
            return ""
        style = self.labelling.style
        return f" from {dates.written(style, earlier)} to {dates.written(style, later)}"

    def is_small(self, area: str) -> bool:
        """Say whether an area's counts are too small for a change in per cent."""
        return percents.is_small(self.labelling, self.comparison.changes[area])

    def notes(self) -> Iterator[str]:
        """Say what must be known to read the picture."""
        rank = self.comparison.rank
        others = len(self.comparison.exact_percents) - 1
        if rank is not None and not self.is_small(self.comparison.area):
            yield (
                f"{rank - 1:,} of the {others:,} other areas with a change in per cent "
                "have a larger fall, or a smaller rise."
            )
        yield (
            "Each mark is one area. Marks above each other have nearly the same change."
        )
        for each in self.comparison.dispersion.left_out:
            yield f"Not shown: {self.labelling.area(each.area)} ({each.reason})."

    def footer(self) -> str:
        """Say where the figures come from."""
        return self.labelling.footer(self.comparison.total.as_at)

    def description(self) -> str:
        """Say what is drawn."""
        shown = [float(each) for each in self.comparison.exact_percents.values()]
        low, high = (
            percents.signed(self.labelling, end) for end in (min(shown), max(shown))
        )
        middle = percents.signed(self.labelling, self.comparison.median_percent)
        return (
            f"{len(shown):,} areas as dots along an axis of change in per cent, from "
            f"{low} to {high}; half of them are at {middle} or below. {self.title()}."
        )

    def table(self) -> PictureTable:
        """Give the areas, the largest fall first."""
        number = self.labelling.style.number
        rows = sorted(
            self.comparison.changes.items(),
            key=lambda item: (
                item[1].exact_percent is None,
                item[1].exact_percent or 0,
            ),
        )
        return PictureTable(
            columns=["Area", "Earlier", "Later", "Change", "Change, %"],
            rows=[
                [
                    self.labelling.area(area),
                    number(change.earlier),
                    number(change.later),
                    self.labelling.style.signed(change.absolute),
                    percents.cell(self.labelling, change),
                ]
                for area, change in rows
            ],
        )
