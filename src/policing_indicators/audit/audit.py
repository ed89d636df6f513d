"""What a second reader found of a document."""

from attrs import frozen

from policing_indicators.audit.claim_finding import ClaimFinding
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.group_finding import GroupFinding
from policing_indicators.audit.verdict import Standing, shown
from policing_indicators.showing import NONE, Shown, ShownTable
from policing_indicators.vocabulary.claims import ClaimDocument
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.priority import Priority
from policing_indicators.vocabulary.settlement import Waiver


@frozen(kw_only=True)
class Unclaimed:
    """A priority, or one indicator of it, of which the document prints no figure.

    Attributes:
        priority: The priority.
        indicator: The indicator; none where the document prints none of the priority.
        waiver: What settles it, if anything does: a waiver by the priority's id.

    >>> Unclaimed(priority=Priority(id="drugs", name="Drugs")).verdict.value
    'presentation point'
    """

    priority: Priority
    indicator: Indicator | None = None
    waiver: Waiver | None = None

    @property
    def code(self) -> FindingCode | None:
        """That a priority is incomplete; no indicator is compulsory."""
        return FindingCode.INCOMPLETE if self.indicator is None else None

    @property
    def verdict(self) -> Standing:
        """Where a whole priority has no figure that is a point, and else no more."""
        if self.indicator is None:
            return Standing.PRESENTATION_POINT
        return Standing.CANNOT_BE_CHECKED


@frozen(kw_only=True)
class Audit(Shown):
    """What was found of every claim and group of a document, in printed order.

    Attributes:
        document: The document.
        framework: The framework that the claims were held to.
        claims: What was found of each claim.
        groups: What was found of each group.
        unclaimed: The priorities and indicators without a claim.
        unused: The waivers that settle nothing: no such finding, or another figure is
            printed by now.

    >>> from policing_indicators.registry.frameworks import framework
    >>> audit = Audit(
    ...     document=ClaimDocument(title="Policing priorities"),
    ...     framework=framework("national-priorities-2021"),
    ...     claims=(),
    ... )
    >>> audit.passes()
    True
    """

    document: ClaimDocument
    framework: Framework
    claims: tuple[ClaimFinding, ...]
    groups: tuple[GroupFinding, ...] = ()
    unclaimed: tuple[Unclaimed, ...] = ()
    unused: tuple[Waiver, ...] = ()

    def _shown(self) -> tuple[ShownTable, ...]:
        return (
            ShownTable(
                caption=self.document.title,
                headings=("Claim", "Period", "Printed", "Verdict", "Found"),
                rows=tuple(map(_row, self.claims)),
                notes=tuple(
                    f"Whether figures fit together, {each.group.id}: "
                    f"{shown(each.verdict)}."
                    for each in self.groups
                ),
            ),
        )

    @property
    def findings(self) -> tuple[AuditFinding, ...]:
        """Everything that was found, of claims and then of groups."""
        of_claims = tuple(found for each in self.claims for found in each.findings)
        return of_claims + tuple(
            found for each in self.groups for found in each.findings
        )

    def passes(self, *, strict: bool = False) -> bool:
        """Say whether nothing that is not settled keeps the document from passing.

        Args:
            strict: Whether presentation points keep it from passing too.
        """
        if any(finding.is_open and finding.is_fault for finding in self.findings):
            return False
        if not strict:
            return True
        found = {each.verdict for each in self.findings if each.is_open}
        found.update(each.verdict for each in self.unclaimed if each.waiver is None)
        return Standing.PRESENTATION_POINT not in found

    def of(self, claim: str) -> ClaimFinding:
        """Give what was found of a claim, by its id."""
        return next(each for each in self.claims if each.claim.id == claim)

    def of_group(self, group: str) -> GroupFinding:
        """Give what was found of a group, by its id."""
        return next(each for each in self.groups if each.group.id == group)


def _row(found: ClaimFinding) -> tuple[str, ...]:
    printed = "; ".join(each.printed for each in found.reckonings)
    codes = dict.fromkeys(each.code.value for each in found.findings)
    period = found.claim.period
    return (
        found.claim.id,
        str(period) if period else NONE,
        printed or NONE,
        shown(found.verdict),
        ", ".join(codes) or NONE,
    )
