"""What a dashboard says in words, and the figures behind it."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.assessment.assessment import Assessment, IndicatorAssessment
from policing_indicators.calculation.change import Change
from policing_indicators.charts import figures, percents
from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.picture import PictureTable
from policing_indicators.vocabulary.priority import Priority
from policing_indicators.wording import dates


@frozen(kw_only=True)
class Panel:
    """What stands in the panel of one priority.

    Attributes:
        priority: The priority's name.
        indicator: The indicator's name, or that there is none.
        period: Its period, after a comma; nothing where there is no indicator.
        figure: Its figure, as printed.
        told: How that compares with the year before, or why there is no figure.
        facts: The facts that are drawn; none where there is no figure.
    """

    priority: str
    indicator: str
    period: str
    figure: str
    told: str
    facts: IndicatorAssessment | None

    @property
    def name(self) -> str:
        """The indicator's name and its period."""
        return f"{self.indicator}{self.period}"


@frozen(kw_only=True)
class DashboardWords:
    """What a dashboard says.

    Attributes:
        assessment: The assessment.
        labelling: What things are called.
    """

    assessment: Assessment
    labelling: Labelling

    def panels(self) -> tuple[Panel, ...]:
        """Give a panel for each priority, in the framework's order."""
        return tuple(map(self._panel, self.assessment.framework.priorities))

    def _panel(self, priority: Priority) -> Panel:
        every = [
            self.assessment.of(each.id)
            for each in self.assessment.framework.indicators_of(priority)
        ]
        held = [
            facts
            for facts in every
            if figures.drawn(facts.indicator, facts.observation) is not None
        ]
        if not every:
            return Panel(
                priority=priority.name,
                indicator="No indicator stands under it",
                period="",
                figure="",
                told="",
                facts=None,
            )
        facts = (held or every)[0]
        row, style = facts.observation, self.labelling.style
        period = dates.written(style, row.period)
        return Panel(
            priority=priority.name,
            indicator=style.name_of(facts.indicator),
            period=f", {period}",
            figure=figures.printed(self.labelling, facts.indicator, row)
            if held
            else "No figure",
            told=self._told(facts),
            facts=facts if held else None,
        )

    def _told(self, facts: IndicatorAssessment) -> str:
        missing = facts.observation.missing
        if missing is not None:
            return self.labelling.style.word("missing_reason", missing)
        made = facts.on_year_before
        if figures.drawn(facts.indicator, facts.observation) is None:
            return "no percentage can be made of its counts"
        if made is None:
            return "no figure to compare it with"
        earlier = dates.written(self.labelling.style, made.earlier.period)
        if isinstance(made.change, Change):
            return f"{percents.compared(self.labelling, made.change)} {earlier}"
        row = figures.printed(self.labelling, facts.indicator, made.earlier)
        return f"{row} in {earlier}"

    def title(self) -> str:
        """Say how many priorities have a figure."""
        panels = self.panels()
        held = sum(panel.facts is not None for panel in panels)
        period = dates.written(self.labelling.style, self.assessment.period)
        where = self.assessment.area.name
        return (
            f"{where}, {period}: {held:,} of {len(panels):,} priorities have a figure"
        )

    def subtitle(self) -> str:
        """Say what is drawn of each."""
        return "The first indicator of each priority that has a figure"

    def notes(self) -> Iterator[str]:
        """Say what must be known to read the small plots."""
        yield (
            "Each small plot has an upright axis of its own, which starts at nought. "
            "It shows the figures that the latest was compared with: the year before "
            "and, where they are at hand, three years before and the baseline year."
        )

    def footer(self) -> str:
        """Say where the figures come from."""
        rows = [panel.facts.observation for panel in self.panels() if panel.facts]
        sources = dict.fromkeys(row.source for row in rows if row.source)
        days = {row.as_at for row in rows}
        day = days.pop() if len(days) == 1 else None
        return self.labelling.footer(day, source="; ".join(sources))

    def description(self) -> str:
        """Say what stands in each panel."""
        return " ".join(map(_described, self.panels()))

    def table(self) -> PictureTable:
        """Give what stands in each panel."""
        return PictureTable(
            columns=[
                "Priority",
                "Indicator",
                "Figure",
                "Compared with the year before",
            ],
            rows=[
                [panel.priority, panel.name, panel.figure, panel.told]
                for panel in self.panels()
            ],
        )


def _described(panel: Panel) -> str:
    said = ", ".join(filter(None, (panel.figure, panel.told)))
    return f"{': '.join(filter(None, (panel.priority, panel.name, said)))}."
