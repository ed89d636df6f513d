"""What a picture of a series says in words, and the figures behind it."""

import math
from collections.abc import Iterator

from attrs import frozen

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.finding import Finding
from policing_indicators.calculation.change import Change
from policing_indicators.charts import figures, percents
from policing_indicators.charts.labelling import BELOW_NOUGHT, Labelling
from policing_indicators.charts.moments import printed
from policing_indicators.charts.picture import PictureTable
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.target import Quantity
from policing_indicators.vocabulary.time_series import TimeSeries
from policing_indicators.wording import dates

_MOST_SAID = 6
"""Up to how many figures a description names each of them."""


@frozen(kw_only=True)
class TrendWords:
    """What a picture of a series says.

    Attributes:
        series: The series.
        facts: What was assessed of it, if anything.
        labelling: What things are called.
    """

    series: TimeSeries
    facts: IndicatorAssessment | None
    labelling: Labelling

    @property
    def latest(self) -> Observation:
        """The latest figure; the latest period where there is none."""
        held = [row for row in self.series if row.missing is None]
        return (held or list(self.series))[-1]

    @property
    def change(self) -> Change | None:
        """The change on the year before, where the facts are of the latest figure."""
        if self.facts is None or self.facts.observation.period != self.latest.period:
            return None
        return self.facts.change

    def figure(self, row: Observation) -> str:
        """Print a figure, or the shorthand of why there is none."""
        return figures.printed(self.labelling, self.labelling.indicator, row)

    def value(self, row: Observation) -> float | None:
        """Give the figure that is drawn."""
        return figures.drawn(self.labelling.indicator, row)

    def findings(self) -> Iterator[Finding]:
        """Give the findings whose line is in the unit of the figures."""
        for each in self.facts.findings if self.facts else ():
            is_level = each.target.quantity in (Quantity.COUNT, Quantity.PERCENTAGE)
            if is_level and lines_of(each):
                yield each

    def title(self) -> str:
        """Say the latest figure, and its change where that was worked out."""
        row = self.latest
        name = self.labelling.measure(self.series.indicator)
        where = self.labelling.area(self.series.area)
        when = dates.when(self.labelling.style, row.period)
        if row.figure is None:
            return f"{name}, {where}: no figure {when}"
        said = f"{name}, {where}: {self.figure(row)} {when}"
        change = self.change
        if change is None or change.earlier_period is None:
            return said
        earlier = dates.the(self.labelling.style, change.earlier_period)
        way = percents.compared(self.labelling, change)
        return f"{said}, {way} {earlier}"

    def subtitle(self) -> str:
        """Say what is measured, from when to when."""
        first, last = (self.series.observations[end].period for end in (0, -1))
        indicator = self.labelling.indicator
        noun = self.labelling.style.noun_of(indicator) if indicator else None
        if figures.is_in_per_cent(indicator):
            told = "Per cent"
        elif any(row.value is not None for row in self.series):
            told = "Figure"
        else:
            told = f"Number of {noun.many}" if noun else "Number recorded"
        if first == last:
            return f"{told}, {printed(self.labelling, first)}"
        ends = (printed(self.labelling, each) for each in (first, last))
        return f"{told}, {' to '.join(ends)}"

    def held_breaks(self) -> tuple[Break, ...]:
        """Give the breaks that lie within the series."""
        indicator = self.labelling.indicator
        if indicator is None:
            return ()
        first, last = (self.series.observations[end].period for end in (0, -1))
        return indicator.breaks_between(first, last)

    def baseline(self) -> Observation | None:
        """Give the figure of the baseline year, where the series holds it."""
        period = self.labelling.indicator.baseline if self.labelling.indicator else None
        row = self.series.get(period) if period else None
        return row if row is not None and row.figure is not None else None

    def notes(self) -> Iterator[str]:
        """Say what must be known to read the picture."""
        for each in self.findings():
            yield f"{self._target(each)}, set by {each.target.promised_by}."
        for number, found in enumerate(self.held_breaks(), start=1):
            day = dates.day(self.labelling.style, found.since)
            yield f"[b{number}] Break on {day}: {found.reason}."
        if any((row.count or 0) < 0 for row in self.series):
            yield BELOW_NOUGHT
        for row in self.series:
            if row.missing is not None:
                why = self.labelling.style.word("missing_reason", row.missing)
                yield f"{printed(self.labelling, row.period)}: no figure ({why})."

    def _target(self, finding: Finding) -> str:
        what = "Target" if finding.is_due else "Milestone of a target"
        lines = " and ".join(self._lines(finding))
        return f"{what} for {printed(self.labelling, finding.period)}: {lines}"

    def _lines(self, finding: Finding) -> Iterator[str]:
        """Print the lines of a finding: of whole numbers, those that would meet it."""
        is_count = finding.target.quantity is Quantity.COUNT
        ends = ((finding.lower, math.ceil), (finding.upper, math.floor))
        for end, whole in ends:
            if end is not None and is_count:
                yield self.labelling.number(
                    whole(end) if finding.is_due else round(end)
                )
            elif end is not None:
                yield self.labelling.number(float(end))

    def footer(self) -> str:
        """Say where the figures come from."""
        return self.labelling.footer(self.series.as_at, source=_source_of(self.series))

    def description(self) -> str:
        """Say what is drawn."""
        held = [row for row in self.series if row.missing is None]
        if not held:
            return "No figure is there to be drawn."
        said = ", ".join(
            f"{self.figure(row)} in {printed(self.labelling, row.period)}"
            for row in (held if len(held) <= _MOST_SAID else [held[0], held[-1]])
        )
        told = [f"{len(held):,} figures as points through time: {said}."]
        if (base := self.baseline()) is not None:
            when = printed(self.labelling, base.period)
            told.append(f"A square marks the baseline: {self.figure(base)} in {when}.")
        told += [f"{self._target(each)}." for each in self.findings()]
        return " ".join(told)

    def table(self) -> PictureTable:
        """Give the figures, or why there is none."""
        return PictureTable(
            columns=["Period", "Figure", "State"],
            rows=[
                [
                    printed(self.labelling, row.period),
                    self.figure(row),
                    (row.missing or row.status).value,
                ]
                for row in self.series
            ],
        )


def lines_of(finding: Finding) -> tuple[float, ...]:
    """Give the figures between which a target is met, or on course."""
    ends = (finding.lower, finding.upper)
    return tuple(float(end) for end in ends if end is not None)


def _source_of(series: TimeSeries) -> str:
    """Give every source that figures of a series are from."""
    cited = dict.fromkeys(row.source for row in series if row.source)
    return "; ".join(cited)
