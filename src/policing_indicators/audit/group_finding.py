"""What was found of claims that must fit together."""

from fractions import Fraction

from attrs import frozen

from policing_indicators.audit.explanation import ImpliedShare
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.verdict import Standing, least_comfortable
from policing_indicators.calculation.implied import ImpliedPercentage
from policing_indicators.vocabulary.claims import ClaimGroup


@frozen(kw_only=True)
class ImpliedChange:
    """How the one part changed whose change is not printed.

    Attributes:
        indicator: The part's indicator.
        change: The changes in per cent that the printed ones leave open.
        expected: What a table at hand gives, in per cent.

    >>> ImpliedChange(
    ...     indicator="theft-from-the-person",
    ...     change=ImpliedPercentage(Fraction(-29), Fraction(-25)),
    ...     expected=Fraction(-26),
    ... ).indicator
    'theft-from-the-person'
    """

    indicator: str
    change: ImpliedPercentage
    expected: Fraction


@frozen(kw_only=True)
class GroupFinding:
    """What was found of a group.

    Attributes:
        group: The group.
        is_checked: Whether enough is printed to check it.
        findings: What was found.
        shares: The shares that the printed changes of two parts imply.
        implied: The change of a part that is not printed, where it follows.

    >>> from policing_indicators.vocabulary.claims import GroupKind
    >>> group = ClaimGroup(id="drugs", kind=GroupKind.PARTS, members=["possession"])
    >>> GroupFinding(group=group, is_checked=False).verdict.value
    'cannot be checked'
    """

    group: ClaimGroup
    is_checked: bool
    findings: tuple[AuditFinding, ...] = ()
    shares: tuple[ImpliedShare, ...] = ()
    implied: ImpliedChange | None = None

    @property
    def verdict(self) -> Standing:
        """The least comfortable of its findings; that it holds, where there is none."""
        return self._of(self.findings)

    @property
    def open_verdict(self) -> Standing:
        """The same without the findings that are settled."""
        return self._of(tuple(each for each in self.findings if each.is_open))

    def _of(self, findings: tuple[AuditFinding, ...]) -> Standing:
        if findings:
            return least_comfortable(each.verdict for each in findings)
        return Standing.REPRODUCES if self.is_checked else Standing.CANNOT_BE_CHECKED
