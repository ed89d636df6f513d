"""What sentences about findings are made with."""

from fractions import Fraction

from attrs import frozen

from policing_indicators.audit.finding import AuditFinding
from policing_indicators.vocabulary.claim import Claim
from policing_indicators.wording.audit_figures import LABELS, listed, number, told
from policing_indicators.wording.audit_names import Names, lowered
from policing_indicators.wording.audit_tables import TablesAtHand


@frozen
class Saying:
    """What sentences about the findings of one audit are made with.

    Attributes:
        names: What things are called.
        tables: The tables at hand.
    """

    names: Names
    tables: TablesAtHand

    def given(self, finding: AuditFinding) -> str:
        """Say the figure that it would be."""
        value = finding.expected or Fraction(0)
        claim = self._claim(finding)
        unit = self.names.unit(claim) if claim else ""
        return told(finding.figure, value, finding.decimals, unit)

    def others(self, finding: AuditFinding) -> str:
        """Name the claims that a finding of a group rests on.

        By their indicators, where these tell them apart, and else by their periods too.
        """
        every = {each.claim.id: each.claim for each in self.names.audit.claims}
        others = [every[name] for name in finding.others if name in every]
        named = [self.names.in_sentence(each.indicator) for each in others]
        if len(set(named)) < len(named):
            named = [lowered(self.names.claim(each)) for each in others]
        return listed(named) if named else "what is printed"

    def table(self, finding: AuditFinding) -> str:
        """Name the tables that it rests on."""
        return self.tables.named(finding.observations)

    def _claim(self, finding: AuditFinding) -> Claim | None:
        every = (each.claim for each in self.names.audit.claims)
        return next((each for each in every if each.id == finding.claim), None)


def printed_as(finding: AuditFinding) -> str:
    """Say which figure is printed, and how."""
    return f"{LABELS[finding.figure]} is printed as “{finding.printed}”"


def expected_of(finding: AuditFinding, *, size: bool = False) -> str:
    """Print the figure that it would be, or its size alone."""
    value = finding.expected or Fraction(0)
    return number(abs(value) if size else value, finding.decimals)
