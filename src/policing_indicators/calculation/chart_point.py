"""One point of a control chart, with its lines and the rules that it breaks."""

from collections.abc import Iterable

from attrs import field, frozen

from policing_indicators.calculation.special_cause import (
    Moment,
    SpecialCause,
    is_moment,
)
from policing_indicators.calculation.variation import Side
from policing_indicators.vocabulary import requirement


def _causes(causes: Iterable[SpecialCause]) -> tuple[SpecialCause, ...]:
    return requirement.items(causes)


@frozen(kw_only=True)
class ChartPoint:
    """One point of a control chart.

    Attributes:
        when: Its period; on a chart of times between events, the day or time of the
            event that ends the time.
        value: The figure as it was given; the days since the event before.
        charted: What is charted: the figure, seasonally adjusted where the chart is.
        centre: The centre line at the point: the mean that its limits are made of.
        lower: The lower limit, which may lie below what a figure can be.
        upper: The upper limit.
        drawn_lower: The lower limit to draw: not below what a figure can be.
        season_factor: What the figure was divided by; 1 where it was not adjusted.
        special_causes: Every rule that the point breaks, the one that names its type
            first.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> from policing_indicators.vocabulary.period import Period
    >>> point = ChartPoint(
    ...     when=Period.month(2024, 5),
    ...     value=12,
    ...     charted=12,
    ...     centre=10,
    ...     lower=-2,
    ...     upper=22,
    ...     drawn_lower=0,
    ... )
    >>> point.side is None
    True
    """

    when: Moment = field(validator=is_moment)
    value: float = field(converter=requirement.as_number, validator=requirement.number)
    charted: float = field(
        converter=requirement.as_number, validator=requirement.number
    )
    centre: float = field(converter=requirement.as_number, validator=requirement.number)
    lower: float = field(converter=requirement.as_number, validator=requirement.number)
    upper: float = field(converter=requirement.as_number, validator=requirement.number)
    drawn_lower: float = field(
        converter=requirement.as_number, validator=requirement.number
    )
    season_factor: float = field(
        default=1.0, converter=requirement.as_number, validator=requirement.number
    )
    special_causes: tuple[SpecialCause, ...] = field(
        default=(),
        converter=_causes,
        validator=requirement.each(requirement.kind(SpecialCause)),
    )

    @property
    def season_lower(self) -> float:
        """The lower limit to draw, with the season of the period put back."""
        return self.drawn_lower * self.season_factor

    @property
    def season_upper(self) -> float:
        """The upper limit, with the season of the period put back."""
        return self.upper * self.season_factor

    @property
    def side(self) -> Side | None:
        """The side on which the point is special, by the first rule that it breaks."""
        return self.special_causes[0].side if self.special_causes else None
