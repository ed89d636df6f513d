"""On what ground something is said about chance."""

from policing_indicators.vocabulary.closed_set import ClosedSet


class EvidenceKind(ClosedSet):
    """The ground on which something is said about chance, or is not."""

    EXACT = "exact test of two counts"
    NONE = "none"
