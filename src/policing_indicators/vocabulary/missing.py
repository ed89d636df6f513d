"""Why a figure is missing, and what state a figure is in."""

from policing_indicators.vocabulary.closed_set import ClosedSet


class MissingReason(ClosedSet):
    """Why there is no figure. Zero is a figure; none of these is zero."""

    NOT_AVAILABLE = "not available"
    NOT_APPLICABLE = "not applicable"
    CONFIDENTIAL = "confidential"
    LOW_RELIABILITY = "low reliability"
    NOT_YET_PUBLISHED = "not yet published"
    SURVEY_SUSPENDED = "survey suspended"
    EXCLUDED = "excluded"

    @property
    def shorthand(self) -> str:
        """The symbol of the Government Statistical Service, such as ``[x]``.

        Source: Government Analysis Function, "Symbols in tables". It has no symbol
        of its own for the last three reasons, which are printed as not available.
        """
        return _SHORTHAND.get(self, "[x]")


class Status(ClosedSet):
    """What state a figure is in."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    REVISED = "revised"
    ESTIMATED = "estimated"
    FORECAST = "forecast"

    @property
    def shorthand(self) -> str:
        """The symbol of the Government Statistical Service; none for final."""
        return "" if self is Status.FINAL else f"[{self.value[0]}]"


_SHORTHAND = {
    MissingReason.NOT_APPLICABLE: "[z]",
    MissingReason.CONFIDENTIAL: "[c]",
    MissingReason.LOW_RELIABILITY: "[u]",
}
