"""A finished audit as data: JSON for programs, CSV for spreadsheets."""

import csv
import io
import json
from collections.abc import Iterator
from fractions import Fraction

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.claim_finding import ClaimFinding
from policing_indicators.audit.explanation import Explanation, ImpliedShare
from policing_indicators.audit.finding import AuditFinding, Reckoning
from policing_indicators.audit.group_finding import GroupFinding, ImpliedChange
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.rounding import round_half_away
from policing_indicators.tables.tidy_cells import guarded
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.wording.audit_notes import summary
from policing_indicators.wording.audit_passages import AuditSentences

_Plain = dict[str, object]

COLUMNS = (
    "claim",
    "indicator",
    "area",
    "period",
    "figure",
    "printed",
    "verdict",
    "expected",
    "codes",
    "reason",
    "source",
    "as_at",
)
"""The columns of an audit as CSV: a row a figure, a group, and what has no figure."""

_NUMBERS = {"expected"}
"""What no document gives the text of: a number, which may be negative."""


def audit_json(audit: Audit, areas: Areas) -> str:
    """Write an audit as JSON: every fact, and the sentences made of them.

    Args:
        audit: What was found.
        areas: The areas that are known, for their names.

    >>> from policing_indicators.registry.areas import areas
    >>> from policing_indicators.registry.frameworks import framework
    >>> from policing_indicators.vocabulary.claims import ClaimDocument
    >>> audit = Audit(
    ...     document=ClaimDocument(title="A report"),
    ...     framework=framework("national-priorities-2021"),
    ...     claims=(),
    ... )
    >>> json.loads(audit_json(audit, areas()))["passes"]
    True
    """
    sentences = AuditSentences(audit, areas)
    document = audit.document
    whole: _Plain = {
        "document": {
            "title": document.title,
            "publisher": document.publisher,
            "published": _text(document.published),
            "area": document.area,
            "period": _text(document.period),
        },
        "summary": summary(audit),
        "passes": audit.passes(),
        "passes_strictly": audit.passes(strict=True),
        "claims": [_claim(each, sentences) for each in audit.claims],
        "groups": [_group(each, sentences) for each in audit.groups],
        "unclaimed": [
            {
                "priority": each.priority.id,
                "indicator": each.indicator.id if each.indicator else None,
                "verdict": each.verdict.value,
                "code": each.code.value if each.code else None,
                "settled_by": each.waiver.office if each.waiver else None,
            }
            for each in audit.unclaimed
        ],
        "tables": list(sentences.tables.lines),
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def audit_csv(audit: Audit) -> str:
    """Write an audit as CSV: a row for each printed figure, then for each group.

    Last stand the priorities and indicators of which no figure is printed.

    >>> from policing_indicators.registry.frameworks import framework
    >>> from policing_indicators.vocabulary.claims import ClaimDocument
    >>> audit = Audit(
    ...     document=ClaimDocument(title="A report"),
    ...     framework=framework("national-priorities-2021"),
    ...     claims=(),
    ... )
    >>> audit_csv(audit).startswith("claim,indicator,area,period,figure,printed")
    True
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(audit):
        cells = ((column, row.get(column, "")) for column in COLUMNS)
        writer.writerow(
            text if column in _NUMBERS else guarded(text) for column, text in cells
        )
    return file.getvalue()


def _rows(audit: Audit) -> Iterator[dict[str, str]]:
    for found in audit.claims:
        claim = found.claim
        named = {
            "claim": claim.id,
            "indicator": claim.indicator,
            "area": claim.area,
            "period": _text(claim.period) or "",
        }
        for reckoning in found.reckonings:
            yield named | _cells(found, reckoning)
        if found.points or not found.reckonings:
            points = found.points or found.findings
            yield named | {"verdict": found.verdict.value, "codes": _codes(points)}
    for group in audit.groups:
        yield {
            "claim": group.group.id,
            "verdict": group.verdict.value,
            "codes": _codes(group.findings),
        }
    for each in audit.unclaimed:
        yield {
            "claim": each.priority.id,
            "indicator": each.indicator.id if each.indicator else "",
            "verdict": each.verdict.value,
            "codes": each.code.value if each.code else "",
            "reason": "no figure is printed",
        }


def _cells(found: ClaimFinding, reckoning: Reckoning) -> dict[str, str]:
    row = next(iter(reckoning.observations), None)
    return {
        "figure": reckoning.figure,
        "printed": reckoning.printed,
        "verdict": found.verdict_of(reckoning).value,
        "expected": _figure(reckoning.expected, reckoning.decimals) or "",
        "codes": _codes(found.findings_of(reckoning.figure)),
        "reason": reckoning.abstention.value if reckoning.abstention else "",
        "source": row.source if row else "",
        "as_at": (_text(row.as_at) or "") if row else "",
    }


def _codes(findings: tuple[AuditFinding, ...]) -> str:
    return "; ".join(each.code.value for each in findings)


def _claim(found: ClaimFinding, sentences: AuditSentences) -> _Plain:
    claim, chance = found.claim, found.significance
    return {
        "id": claim.id,
        "indicator": claim.indicator,
        "area": claim.area,
        "period": _text(claim.period),
        "inherited": list(claim.inherited),
        "quotation": claim.quotation,
        "verdict": found.verdict.value,
        "figures": [_reckoning(found, each) for each in found.reckonings],
        "findings": list(map(_finding, found.findings)),
        "feasible_earlier": _range(found.feasible_earlier),
        "p_value": chance.p_value if chance else None,
        "responses": [each.text for each in found.responses],
        "sentences": list(sentences.about(found)),
    }


def _reckoning(found: ClaimFinding, reckoning: Reckoning) -> _Plain:
    return {
        "figure": reckoning.figure,
        "printed": reckoning.printed,
        "verdict": found.verdict_of(reckoning).value,
        "expected": _figure(reckoning.expected, reckoning.decimals),
        "allowed": float(reckoning.allowed),
        "reason": reckoning.abstention.value if reckoning.abstention else None,
        "from": list(map(_observation, reckoning.observations)),
    }


def _finding(finding: AuditFinding) -> _Plain:
    waiver = finding.waiver
    return {
        "code": finding.code.value,
        "verdict": finding.verdict.value,
        "figure": finding.figure or None,
        "printed": finding.printed or None,
        "expected": _figure(finding.expected, finding.decimals),
        "feasible": _range(finding.feasible),
        "periods": list(map(str, finding.periods)),
        "others": list(finding.others),
        "explanations": list(map(_explanation, finding.explanations)),
        "settled_by": waiver.office if waiver else None,
        "reason": waiver.reason if waiver else None,
    }


def _explanation(explanation: Explanation) -> _Plain:
    return {
        "kind": explanation.kind.value,
        "is_weak": explanation.is_weak,
        "chance": explanation.chance,
        "fits": [
            {
                "claim": fit.claim,
                "figure": fit.figure,
                "printed": fit.printed,
                "gives": _figure(fit.value, fit.decimals),
            }
            for fit in explanation.fits
        ],
        "implied_shares": list(map(_implied_share, explanation.shares)),
    }


def _implied_share(share: ImpliedShare) -> _Plain:
    return {
        "indicator": share.indicator,
        "lowest": _figure(share.lowest, 1),
        "highest": _figure(share.highest, 1),
        "earlier": _figure(share.earlier, 1),
        "later": _figure(share.later, 1),
    }


def _implied_change(implied: ImpliedChange | None) -> _Plain | None:
    if implied is None:
        return None
    return {
        "indicator": implied.indicator,
        "lowest": _figure(implied.change.lowest, 1),
        "highest": _figure(implied.change.highest, 1),
        "expected": _figure(implied.expected, 1),
    }


def _group(found: GroupFinding, sentences: AuditSentences) -> _Plain:
    return {
        "id": found.group.id,
        "kind": found.group.kind.value,
        "members": list(found.group.members),
        "whole": found.group.whole,
        "verdict": found.verdict.value,
        "findings": list(map(_finding, found.findings)),
        "implied_shares": list(map(_implied_share, found.shares)),
        "implied_change": _implied_change(found.implied),
        "sentence": sentences.about_group(found),
    }


def _observation(row: Observation) -> _Plain:
    return {
        "indicator": row.indicator,
        "area": row.area,
        "period": str(row.period),
        "figure": row.figure,
        "source": row.source,
        "as_at": _text(row.as_at),
    }


def _figure(value: Fraction | None, decimals: int) -> str | None:
    return None if value is None else str(round_half_away(value, decimals))


def _range(feasible: FeasibleRange | None) -> _Plain | None:
    if feasible is None:
        return None
    return {"lowest": feasible.lowest, "highest": feasible.highest}


def _text(value: object) -> str | None:
    return None if value is None else str(value)
