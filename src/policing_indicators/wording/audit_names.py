"""What an audit calls indicators, areas and claims."""

from attrs import frozen

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.evidence import is_percentage
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.claim import Claim
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import Spelling


@frozen
class Names:
    """Finds what things are called in print.

    Attributes:
        audit: The audit.
        areas: The areas that are known.
    """

    audit: Audit
    areas: Areas

    def indicator(self, name: str) -> str:
        """Give an indicator's name, or its id in words where it has none."""
        found = self.definition(name)
        return found.name if found else name.rpartition("/")[2].replace("-", " ")

    def definition(self, name: str) -> Indicator | None:
        """Give an indicator of the framework by its id, if it has it."""
        every = self.audit.framework.indicators
        return next((each for each in every if each.id == name), None)

    def variants(self, name: str) -> tuple[str, ...]:
        """Give how publishers are known to count otherwise under a name."""
        found = self.definition(name)
        definition = found.definition if found else None
        return definition.variants if definition else ()

    def in_sentence(self, name: str) -> str:
        """Give an indicator's name as it stands inside a sentence."""
        return lowered(self.indicator(name))

    def area(self, name: str) -> str:
        """Give an area's name."""
        found = (each.name for each in self.areas if each.id == name)
        return next(found, name)

    def claim(self, claim: Claim) -> str:
        """Name a claim: its indicator, period and, if it has one, its document."""
        period = f", {claim.period}" if claim.period else ""
        document = f" ({claim.document})" if claim.document else ""
        area = ""
        if claim.area != self.audit.document.area:
            area = f", {self.area(claim.area)}"
        return f"{self.indicator(claim.indicator)}{area}{period}{document}"

    def unit(self, claim: Claim) -> str:
        """Give what stands after a claim's level."""
        return "%" if is_percentage(self.definition(claim.indicator)) else ""


def lowered(name: str) -> str:
    """Write a name as it stands inside a sentence."""
    return f"{name[:1].lower()}{name[1:]}"


def the(period: Period) -> str:
    """Name a period in a sentence: ``the year ending June 2019``, ``2024/25``."""
    match period.spelling:
        case Spelling.YEAR_ENDING:
            return f"the {period}"
        case Spelling.CALENDAR_YEAR:
            return f"the calendar year {period}"
        case _:
            return str(period)
