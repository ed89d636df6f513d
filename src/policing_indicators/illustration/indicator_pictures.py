"""Which pictures are drawn of an indicator, and of which none is."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.picture import Pictures
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.charts.changes_among_forces import changes_among_forces
from policing_indicators.charts.control_chart import control_chart
from policing_indicators.charts.funnel import funnel
from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.picture import Picture
from policing_indicators.charts.trend import trend
from policing_indicators.vocabulary.time_series import TimeSeries

FEWEST_IN_TREND = 3
"""How many figures a picture through time is of at least: two are a change, which the
sentences say better."""

_SMALL = SmallBaseRule()
"""Where areas' counts are small, whatever an office's own rule of percentages is."""


@frozen(kw_only=True)
class IndicatorPictures:
    """The pictures of one indicator, as far as they inform and may be shown.

    Through time: its control chart or, where there is none, its figures of single
    years. Among areas: its change, and its rate in a funnel; of a part of another
    figure neither, and of what is rare in most areas neither, homicide above all. No
    order of areas is drawn: a funnel shows the same rates and ranks nobody.

    Attributes:
        facts: The facts, of what may be made public.
        pictures: What the statement holds to be drawn of it.
        labelling: What things are called.
        is_part: Whether it is a part of another indicator that is printed.
    """

    facts: IndicatorAssessment
    pictures: Pictures
    labelling: Labelling
    is_part: bool

    def drawn(self) -> Iterator[tuple[str, Picture]]:
        """Give each picture after what its kind is called in ids."""
        through_time = self._through_time()
        if through_time is not None:
            yield through_time
        changes = self.pictures.changes
        if self.is_part or self._is_rare():
            return
        if changes is not None and changes.exact_percents:
            yield (
                "changes",
                changes_among_forces(changes, labelling=self.labelling),
            )
        if self.pictures.funnel is not None:
            own = self.facts.observation.area
            yield (
                "funnel",
                funnel(self.pictures.funnel, area=own, labelling=self.labelling),
            )

    def _through_time(self) -> tuple[str, Picture] | None:
        chart = self.pictures.control_chart
        if chart is not None:
            return "control-chart", control_chart(chart, labelling=self.labelling)
        made = (
            self.facts.on_baseline,
            self.facts.on_three_years_before,
            self.facts.on_year_before,
        )
        earlier = [each.earlier for each in made if each is not None]
        rows = {row.period: row for row in (*earlier, self.facts.observation)}
        held = [row for row in rows.values() if row.missing is None]
        if len(held) < FEWEST_IN_TREND:
            return None
        return (
            "trend",
            trend(TimeSeries(held), facts=self.facts, labelling=self.labelling),
        )

    def _is_rare(self) -> bool:
        """Say whether at least half of the areas have counts too small to compare."""
        changes = self.pictures.changes
        if changes is not None:
            small = [
                _SMALL.withholds(each.earlier, each.later)
                for each in changes.changes.values()
            ]
        elif self.pictures.funnel is not None:
            small = [
                each.rate.count < _SMALL.threshold
                for each in self.pictures.funnel.points
            ]
        else:
            return True
        return 2 * sum(small) >= len(small)
