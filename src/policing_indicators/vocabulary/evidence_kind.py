"""On what ground something is said about chance."""

from policing_indicators.vocabulary.closed_set import ClosedSet


class EvidenceKind(ClosedSet):
    """The ground on which something is said about chance, or is not."""

    EXACT = "exact test of two counts"
    """For rare independent events, whose dispersion is under 1.5."""

    DISPERSION_ADJUSTED = "dispersion-adjusted test"
    """How unusual the change is beside the changes of other areas."""

    OWN_PAST = "own past"
    """How unusual the figure is beside the same series before, by a control chart."""

    NONE = "none"
    """The data at hand cannot say."""
