"""Which figures of the Office for National Statistics a force's table takes."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from attrs import frozen

from policing_indicators.tables.reading import LeftOut
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

_OTHER_AREA = "no area that was asked for"
_RECORDED = "taken from the Home Office's table"
_OTHER_INDICATOR = "no indicator that was asked for"
_OTHER_PERIOD = "in no period that was asked for"
_REASONS = (_OTHER_AREA, _RECORDED, _OTHER_INDICATOR, _OTHER_PERIOD)


@frozen(kw_only=True)
class OnsChoice:
    """Which figures are taken.

    Attributes:
        area: The id of the area.
        indicators: The ids of the indicators, in the order in which they are given.
        recorded: Those that another table holds.
        periods: The periods; all where none is named.
    """

    area: str
    indicators: Sequence[str]
    recorded: Collection[str]
    periods: Collection[Period]

    def taken(self, figures: Iterable[Observation]) -> list[Observation]:
        """Give the figures that are taken, indicator by indicator."""
        found = [figure for figure in figures if not self._why_not(figure)]
        return sorted(found, key=lambda row: self.indicators.index(row.indicator))

    def left_out(self, figures: Iterable[Observation]) -> list[LeftOut]:
        """Count those that are not, by what they are of and why."""
        counted: Counter[tuple[str, str]] = Counter()
        for figure in figures:
            reason = self._why_not(figure)
            if reason:
                what = {_OTHER_AREA: figure.area, _OTHER_PERIOD: str(figure.period)}
                counted[reason, what.get(reason, figure.indicator)] += 1
        return [
            LeftOut(what, why, counted[why, what])
            for reason in _REASONS
            for why, what in counted
            if why == reason
        ]

    def _why_not(self, figure: Observation) -> str:
        if figure.area != self.area:
            return _OTHER_AREA
        if figure.indicator not in self.indicators:
            return _RECORDED if figure.indicator in self.recorded else _OTHER_INDICATOR
        if self.periods and figure.period not in self.periods:
            return _OTHER_PERIOD
        return ""
