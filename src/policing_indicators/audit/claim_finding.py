"""What was found of a claim, figure by figure."""

from attrs import frozen

from policing_indicators.audit.finding import AuditFinding, Reckoning
from policing_indicators.audit.verdict import Standing, least_comfortable
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.significance import Significance
from policing_indicators.vocabulary.claim import Claim
from policing_indicators.vocabulary.settlement import PublisherResponse


@frozen(kw_only=True)
class ClaimFinding:
    """What was found of a claim: a verdict for each figure, and what they rest on.

    Attributes:
        claim: The claim.
        reckonings: Each printed figure beside the tables at hand, in printed order.
        findings: What was found, in the order of the codes.
        feasible_earlier: The earlier counts that a printed count and percentage leave
            open, where no earlier count is printed.
        significance: How often chance alone makes the printed change, where the
            indicator's counts are of rare independent events.
        keeps_small_base: Whether both counts are small and, as is right, no percentage
            is printed.
        responses: What the publisher said.

    >>> claim = Claim(id="homicide", indicator="homicide", area="kent")
    >>> ClaimFinding(claim=claim).verdict.value
    'cannot be checked'
    """

    claim: Claim
    reckonings: tuple[Reckoning, ...] = ()
    findings: tuple[AuditFinding, ...] = ()
    feasible_earlier: FeasibleRange | None = None
    significance: Significance | None = None
    keeps_small_base: bool = False
    responses: tuple[PublisherResponse, ...] = ()

    @property
    def verdict(self) -> Standing:
        """The least comfortable verdict of its figures.

        Points about the sentence stand beside it. Where nothing but the sentence is
        there, they are the verdict.
        """
        if not self.reckonings:
            return least_comfortable(each.verdict for each in self.findings)
        return least_comfortable(map(self.verdict_of, self.reckonings))

    @property
    def open_findings(self) -> tuple[AuditFinding, ...]:
        """The findings that nothing has settled."""
        return tuple(each for each in self.findings if each.is_open)

    @property
    def points(self) -> tuple[AuditFinding, ...]:
        """The points about the sentence as a whole."""
        return tuple(each for each in self.findings if not each.figure)

    def findings_of(self, figure: str) -> tuple[AuditFinding, ...]:
        """Give what was found of one figure."""
        return tuple(each for each in self.findings if each.figure == figure)

    def verdict_of(self, reckoning: Reckoning) -> Standing:
        """Give the verdict of one figure: of the tables, or of what was found."""
        found = (each.verdict for each in self.findings_of(reckoning.figure))
        return least_comfortable((reckoning.verdict, *found))
