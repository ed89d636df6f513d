"""The second reader at work: from claims and the figures at hand to an audit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from policing_indicators.audit.audit import Audit, Unclaimed
from policing_indicators.audit.case import Bench, Case
from policing_indicators.audit.checks import found_in
from policing_indicators.audit.claim_finding import ClaimFinding
from policing_indicators.audit.evidence import Evidence
from policing_indicators.audit.explaining import explained
from policing_indicators.audit.explanation import Explanation
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.group_finding import GroupFinding
from policing_indicators.audit.grouping import group_finding
from policing_indicators.audit.printed_counts import (
    chance_of,
    feasible_earlier_of,
    keeps_small_base,
)
from policing_indicators.audit.reckoning import case_of
from policing_indicators.audit.reversal import reversed_years
from policing_indicators.audit.settling import settled, settled_gap, unused
from policing_indicators.audit.tolerance import Tolerance
from policing_indicators.vocabulary.claims import Claims
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.population import Populations
from policing_indicators.vocabulary.settlement import Settlement


def audit_claims(  # noqa: PLR0913 - all but two are given by name
    claims: Claims,
    observations: Iterable[Observation] = (),
    *,
    framework: Framework,
    populations: Populations,
    tolerance: Tolerance | None = None,
    settlement: Settlement | None = None,
) -> Audit:
    """Find which printed figures of a document stand.

    Without observations it finds what cannot hold in itself; with them also what does
    not reproduce. Figures are held to every release at hand, and the most comfortable
    counts: a document can only know the releases of its day.

    Args:
        claims: The document's claims.
        observations: The figures at hand, of any tables and vintages.
        framework: What the indicators are.
        populations: What rates are counted over.
        tolerance: How far a figure may be off and be within usual revision; that of
            the registry if left out.
        settlement: What is settled already, and what the publisher said.

    >>> from policing_indicators.registry.frameworks import framework
    >>> from policing_indicators.registry.populations import populations
    >>> from policing_indicators.vocabulary.claim import Claim
    >>> from policing_indicators.vocabulary.claims import ClaimDocument
    >>> from policing_indicators.vocabulary.printed_number import PrintedNumber
    >>> fall = Claim(
    ...     id="gun-crime",
    ...     indicator="gun-crime",
    ...     area="kent",
    ...     level=PrintedNumber.parse("6"),
    ...     percentage=PrintedNumber.parse("fell by 72%"),
    ... )
    >>> found = audit_claims(
    ...     Claims(document=ClaimDocument(title="A report"), claims=[fall]),
    ...     framework=framework("national-priorities-2021"),
    ...     populations=populations(),
    ... )
    >>> found.of("gun-crime").verdict.value
    'cannot all hold'
    """
    bench = Bench(
        claims=claims,
        framework=framework,
        evidence=Evidence(observations, populations),
        populations=populations,
        tolerance=Tolerance() if tolerance is None else tolerance,
    )
    known = Settlement() if settlement is None else settlement
    cases = {claim.id: case_of(bench, claim) for claim in claims.claims}
    groups = [group_finding(group, cases) for group in claims.groups]
    reversals = [_reversed_in(group, cases) for group in groups]
    proposed = _proposed(cases, reversals)
    found = [_found(case, proposed[case.claim.id], known) for case in cases.values()]
    groups = [
        evolve(each, findings=settled(_explained(each, reversal), known.waivers))
        for each, reversal in zip(groups, reversals, strict=True)
    ]
    complete = Audit(
        document=claims.document,
        framework=framework,
        claims=tuple(found),
        groups=tuple(groups),
        unclaimed=tuple(
            settled_gap(each, known.waivers) for each in _unclaimed(claims, framework)
        ),
    )
    settling = [each.waiver for each in complete.findings]
    settling += [each.waiver for each in complete.unclaimed]
    return evolve(complete, unused=unused(settling, known.waivers))


def _reversed_in(found: GroupFinding, cases: Mapping[str, Case]) -> Explanation | None:
    members = set(found.group.claims)
    together = [case for name, case in cases.items() if name in members]
    return reversed_years(together, found.shares)


def _explained(
    found: GroupFinding, reversal: Explanation | None
) -> Iterator[AuditFinding]:
    """Put reversed years beside implied shares that no table at hand has."""
    proposed = () if reversal is None else (reversal,)
    for finding in found.findings:
        yield (
            evolve(finding, explanations=proposed) if finding.is_difference else finding
        )


def _proposed(
    cases: Mapping[str, Case], reversals: Sequence[Explanation | None]
) -> dict[str, list[Explanation]]:
    """Propose for claims that are read together, and else for each, reversed years."""
    proposed: dict[str, list[Explanation]] = {name: [] for name in cases}
    for reversal in reversals:
        if reversal is not None:
            for fit in reversal.fits:
                proposed[fit.claim].append(reversal)
    for name, case in cases.items():
        found = reversed_years([case])
        if found is not None and not proposed[name]:
            proposed[name].append(found)
    return proposed


def _found(case: Case, proposed: list[Explanation], known: Settlement) -> ClaimFinding:
    findings = (
        explained(case, finding, proposed) if finding.is_difference else finding
        for finding in found_in(case)
    )
    return ClaimFinding(
        claim=case.claim,
        reckonings=tuple(case.reckonings.values()),
        findings=settled(findings, known.waivers),
        feasible_earlier=feasible_earlier_of(case),
        significance=chance_of(case),
        keeps_small_base=keeps_small_base(case),
        responses=tuple(
            each for each in known.responses if each.claim == case.claim.id
        ),
    )


def _unclaimed(claims: Claims, framework: Framework) -> Iterator[Unclaimed]:
    """Give the priorities of which the document prints nothing, and the indicators."""
    claimed = {claim.indicator for claim in claims.claims if not claim.document}
    for priority in framework.priorities:
        missing = [name for name in priority.indicators if name not in claimed]
        if len(missing) == len(priority.indicators):
            yield Unclaimed(priority=priority)
            continue
        for name in missing:
            yield Unclaimed(priority=priority, indicator=framework.indicator(name))
