"""The kinds of control charts."""

from policing_indicators.vocabulary.closed_set import ClosedSet


class ChartKind(ClosedSet):
    """What a control chart is of, and how its limits are made."""

    XMR = "XmR chart"
    """Figures; limits by the mean moving range (Wheeler and Chambers 1992)."""

    C = "c-chart"
    """Counts that are few; exact limits of the Poisson distribution."""

    G = "g-chart"
    """Whole days between events; exact limits of the geometric distribution."""

    T = "t-chart"
    """Lengths of time between events; exact limits of the exponential distribution."""

    @property
    def is_between_events(self) -> bool:
        """Whether more is less, as a longer time between events is fewer of them."""
        return self in {ChartKind.G, ChartKind.T}
