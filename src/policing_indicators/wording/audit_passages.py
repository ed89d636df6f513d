"""What is said of a claim, of a group, and of what has no claim."""

from collections.abc import Iterator

from policing_indicators.audit.audit import Audit, Unclaimed
from policing_indicators.audit.claim_finding import ClaimFinding
from policing_indicators.audit.comparison_points import CHANGES
from policing_indicators.audit.explanation import Explanation
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.group_finding import GroupFinding, ImpliedChange
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.claim import INHERITABLE, Claim
from policing_indicators.vocabulary.claims import GroupKind
from policing_indicators.wording.audit_explanations import (
    about_explanation,
    about_share,
)
from policing_indicators.wording.audit_figures import how_often, listed, number
from policing_indicators.wording.audit_findings import about_finding, about_waiver
from policing_indicators.wording.audit_names import Names, the
from policing_indicators.wording.audit_reckonings import about_reckonings
from policing_indicators.wording.audit_saying import Saying
from policing_indicators.wording.audit_tables import TablesAtHand

_HOLDS = {
    GroupKind.PARTS: "the printed parts and their whole agree",
    GroupKind.SUBSETS: "what is printed lies within its whole",
    GroupKind.QUARTERS: "the printed quarters and their year agree",
    GroupKind.YEAR_TO_DATE: "the printed periods and the year to date agree",
    GroupKind.SHARES: "the printed shares add to 100%, given their rounding",
    GroupKind.DOCUMENTS: "the documents agree",
    GroupKind.SIDE_BY_SIDE: "the figures are of one period",
}

_TAKEN = {
    "area": "the area",
    "period": "the period",
    "comparator": "what is compared with",
    "comparator_period": "the period of that",
}

_MAY_HOLD_OTHERS = "The publisher may hold other figures, or count something else."


class AuditSentences:
    """Says what was found, claim by claim and group by group.

    Args:
        audit: The audit.
        areas: The areas that are known, for their names.
    """

    __slots__ = ("_say",)

    def __init__(self, audit: Audit, areas: Areas) -> None:
        """Number the tables at hand."""
        self._say = Saying(Names(audit, areas), TablesAtHand(audit))

    @property
    def names(self) -> Names:
        """What things are called."""
        return self._say.names

    @property
    def tables(self) -> TablesAtHand:
        """The tables at hand, by their numbers."""
        return self._say.tables

    def about(self, found: ClaimFinding) -> tuple[str, ...]:
        """Say what was found of a claim: a sentence or two for each thing."""
        return tuple(self._about(found))

    def about_group(self, found: GroupFinding) -> str:
        """Say what was found of a group."""
        return " ".join(self._about_group(found))

    def about_unclaimed(self, unclaimed: Unclaimed) -> str:
        """Name a priority or an indicator of which no figure is printed."""
        if unclaimed.indicator is None:
            said = f"{unclaimed.priority.name}: incomplete, for no figure is printed."
            return said + about_waiver(unclaimed.waiver)
        return f"{unclaimed.indicator.name} ({unclaimed.priority.name})."

    def _about(self, found: ClaimFinding) -> Iterator[str]:
        yield from about_reckonings(found, self.names, self.tables)
        for finding in found.findings:
            yield about_finding(self._say, finding)
            if finding.is_difference and not finding.explanations:
                yield _MAY_HOLD_OTHERS
        proposed = (each for finding in found.findings for each in finding.explanations)
        for explanation in dict.fromkeys(proposed):
            yield self._explained(explanation, found.claim)
        yield from self._beside(found)
        yield from _inherited(found.claim)
        for response in found.responses:
            yield f"{response.publisher} answered: “{response.text}”"

    def _explained(self, explanation: Explanation, claim: Claim) -> str:
        """Say a proposal where the first claim that it explains stands, and once."""
        first = explanation.fits[0].claim if explanation.fits else claim.id
        if first == claim.id:
            return about_explanation(explanation, self.names)
        return self._see(first)

    def _see(self, first: str) -> str:
        return f"What is proposed under “{self._called(first)}” fits this too."

    def _beside(self, found: ClaimFinding) -> Iterator[str]:
        """Say what follows from the figures, whether or not they can be checked."""
        earlier = found.feasible_earlier
        if earlier is not None and not earlier.is_empty:
            period = found.claim.earlier_period
            of = f" in {the(period)}" if period else " before"
            yield f"The printed number and percentage imply {earlier}{of}."
        if found.keeps_small_base:
            yield "No percentage is printed, as is right on numbers under 50."
        if found.significance is not None:
            often = how_often(found.significance.p_value)
            yield (
                "Numbers this small vary: with no underlying change, a difference as "
                f"large as the printed one would arise {often} "
                f"(p = {number_of(found.significance.p_value)})."
            )

    def _about_group(self, found: GroupFinding) -> Iterator[str]:
        who = listed(self._called(claim) for claim in found.group.claims)
        if not found.findings and found.is_checked:
            yield f"{who}: {_HOLDS[found.group.kind]}."
        elif not found.findings:
            yield f"{who}: what is printed does not say whether they fit together."
        else:
            said = (about_finding(self._say, each) for each in found.findings)
            yield f"{who}: {' '.join(said)}"
        for finding in found.findings:
            yield from self._share_beside(found, finding)
        if found.implied is not None:
            yield self._implied(found.implied)

    def _share_beside(
        self, found: GroupFinding, finding: AuditFinding
    ) -> Iterator[str]:
        """Say what follows an implied share that the tables do not have."""
        if not finding.is_difference:
            return
        yield about_share(found.shares[0], self.names)
        for explanation in finding.explanations:
            yield self._see(explanation.fits[0].claim)
        if not finding.explanations:
            yield _MAY_HOLD_OTHERS

    def _implied(self, implied: ImpliedChange) -> str:
        low, high = (
            number(each, 1) for each in (implied.change.lowest, implied.change.highest)
        )
        return (
            f"They imply that {self.names.in_sentence(implied.indicator)}, which is "
            f"not printed, changed by {low}% to {high}%; in the table at hand it "
            f"changed by {number(implied.expected, 1)}%."
        )

    def _called(self, claim: str) -> str:
        every = (each.claim for each in self.names.audit.claims)
        found = next(each for each in every if each.id == claim)
        return self.names.claim(found)


def _inherited(claim: Claim) -> Iterator[str]:
    """Say what was not printed with the claim, but taken from its document.

    What is compared with is of a change alone, or of an earlier number.
    """
    compares = not {*CHANGES, "previous_level"}.isdisjoint(claim.figures)
    taken = [
        _TAKEN[name]
        for name in INHERITABLE
        if name in claim.inherited and (compares or not name.startswith("comparator"))
    ]
    if taken:
        yield (
            f"Not printed in the sentence, and taken from the document: "
            f"{listed(taken)}."
        )


def number_of(p_value: float) -> str:
    """Print a p-value with two digits."""
    return f"{p_value:.2g}"
