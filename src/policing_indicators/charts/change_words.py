"""What the changes of an assessment say in words, and the figures behind them."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.assessment.assessment import Assessment, IndicatorAssessment
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.charts import percents
from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.picture import PictureTable
from policing_indicators.vocabulary.indicator import ImprovementDirection
from policing_indicators.wording import dates


@frozen(kw_only=True)
class ChangeWords:
    """What the changes of an assessment say.

    Attributes:
        assessment: The assessment.
        labelling: What things are called.
    """

    assessment: Assessment
    labelling: Labelling

    def changes(self) -> tuple[tuple[IndicatorAssessment, Change], ...]:
        """Give the indicators whose number has a change, with it."""
        return tuple(
            (facts, facts.change)
            for facts in self.assessment.indicators
            if facts.change is not None
        )

    def is_neutral(self, facts: IndicatorAssessment) -> bool:
        """Say whether a rise or fall of an indicator is neither good nor bad."""
        return facts.indicator.direction is ImprovementDirection.NEUTRAL

    def title(self) -> str:
        """Say how many numbers fell, and how many rose."""
        moves = [change.absolute for _, change in self.changes()]
        told = [
            f"{many:,} {word}"
            for many, word in (
                (sum(move < 0 for move in moves), "fell"),
                (sum(move > 0 for move in moves), "rose"),
                (sum(move == 0 for move in moves), "did not change"),
            )
            if many
        ]
        *first, last = told
        said = f"{', '.join(first)} and {last}" if first else last
        where = self.assessment.area.name
        numbers = "number" if len(moves) == 1 else "numbers"
        return f"{where}: of {len(moves):,} {numbers}, {said} since the year before"

    def subtitle(self) -> str:
        """Say what is measured, and of when."""
        style = self.labelling.style
        period = dates.written(style, self.assessment.period)
        return f"Change on the year before, {period} unless the notes say another"

    def notes(self) -> Iterator[str]:
        """Say what must be known to read the picture."""
        style = self.labelling.style
        for facts, _ in self.changes():
            period = facts.observation.period
            if period != self.assessment.period:
                name = style.name_of(facts.indicator)
                yield f"{name}: {dates.written(style, period)}."
        crossed = [
            style.name_of(facts.indicator)
            for facts, _ in self.changes()
            if facts.on_year_before is not None and facts.on_year_before.breaks
        ]
        if crossed:
            yield f"The recording rules changed in between: {', '.join(crossed)}."
        drawn = {facts.indicator.id for facts, _ in self.changes()}
        if any(drawn & set(facts.indicator.parts) for facts, _ in self.changes()):
            yield "Numbers that are parts of others are drawn too."
        others = len(self.assessment.indicators) - len(self.changes())
        if others:
            yield (
                f"Not drawn, since there is no change in number: {others:,} more. "
                "The table names them."
            )

    def footer(self) -> str:
        """Say where the figures come from."""
        rows = [facts.observation for facts, _ in self.changes()]
        sources = dict.fromkeys(row.source for row in rows if row.source)
        days = {row.as_at for row in rows}
        day = days.pop() if len(days) == 1 else None
        return self.labelling.footer(day, source="; ".join(sources))

    def description(self) -> str:
        """Say what is drawn."""
        told = (
            f"{self.labelling.style.name_of(facts.indicator)} "
            f"{percents.moved(self.labelling, change)}"
            for facts, change in self.changes()
        )
        return f"Bars of change from nought: {'; '.join(told)}."

    def table(self) -> PictureTable:
        """Give every indicator, with its change or without."""
        return PictureTable(
            columns=[
                "Indicator",
                "Period",
                "Year before",
                "Now",
                "Change",
                "Change, %",
            ],
            rows=[self._row(facts) for facts in self.assessment.indicators],
        )

    def _row(self, facts: IndicatorAssessment) -> list[str]:
        style = self.labelling.style
        period = dates.written(style, facts.observation.period)
        head = [style.name_of(facts.indicator), period]
        made = facts.on_year_before
        if made is None:
            return [*head, "[x]", "[x]", "[x]", "[x]"]
        change = made.change
        if isinstance(change, PointChange):
            points = change.exact_points
            told = "[x]" if points is None else f"{style.signed(points, 1)} points"
            return [*head, "[z]", "[z]", told, "[z]"]
        return [
            *head,
            style.number(change.earlier),
            style.number(change.later),
            style.signed(change.absolute),
            percents.cell(self.labelling, change),
        ]
