"""A finished audit: every format prints these words and no others."""

from collections.abc import Iterator
from typing import Self

from attrs import frozen

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.claim_finding import ClaimFinding
from policing_indicators.audit.verdict import Standing, shown
from policing_indicators.showing import Shown, ShownTable
from policing_indicators.vocabulary.area import Areas
from policing_indicators.wording.audit_figures import day, in_brief
from policing_indicators.wording.audit_notes import notes, summary, unused
from policing_indicators.wording.audit_passages import AuditSentences

NOTHING = "-"
"""What stands in a cell of which there is nothing to say."""


@frozen(kw_only=True)
class AuditRow:
    """One claim in the table of an audit.

    Attributes:
        claim: Its indicator and period.
        printed: What is printed, figure by figure.
        given: What the tables at hand give, in the same order.
        verdict: The least comfortable verdict of its figures.
        codes: The codes of what was found, one after the other.

    >>> AuditRow(
    ...     claim="Homicide, 2024/25",
    ...     printed="31",
    ...     given="32",
    ...     verdict="within usual revision",
    ...     codes=NOTHING,
    ... ).given
    '32'
    """

    claim: str
    printed: str
    given: str
    verdict: str
    codes: str


@frozen(kw_only=True)
class AuditPassage:
    """What was found of a claim, in sentences.

    Attributes:
        claim: The claim's id.
        heading: Its indicator and period.
        verdict: Its verdict.
        quotation: The words of the document, to find it by; blank if none are given.
        sentences: What was found.

    >>> AuditPassage(
    ...     claim="homicide",
    ...     heading="Homicide, 2024/25",
    ...     verdict="reproduces",
    ...     quotation="",
    ...     sentences=("The number is printed as “32”; table 1 gives 32.",),
    ... ).verdict
    'reproduces'
    """

    claim: str
    heading: str
    verdict: str
    quotation: str
    sentences: tuple[str, ...]


@frozen(kw_only=True)
class AuditPage(Shown):
    """A finished audit.

    Attributes:
        title: The document's title.
        document: Who published it, when, and of which area and period, as printed.
        summary: How many claims have which verdict.
        rows: A row for each claim, in printed order.
        passages: What was found of each claim.
        groups: What was found of each group, after its verdict.
        without: The priorities and indicators without a figure.
        notes: What the verdicts mean.
        tables: The tables at hand that were used.

    >>> from policing_indicators.registry.areas import areas
    >>> from policing_indicators.registry.frameworks import framework
    >>> from policing_indicators.vocabulary.claims import ClaimDocument
    >>> audit = Audit(
    ...     document=ClaimDocument(title="Policing priorities", publisher="An office"),
    ...     framework=framework("national-priorities-2021"),
    ...     claims=(),
    ... )
    >>> AuditPage.of(audit, areas()).document
    'An office'
    """

    title: str
    document: str = ""
    summary: str = ""
    rows: tuple[AuditRow, ...] = ()
    passages: tuple[AuditPassage, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()

    def _shown(self) -> tuple[ShownTable, ...]:
        return (
            ShownTable(
                caption=f"{self.title}: a second reading",
                headings=("Claim", "Printed", "In the tables at hand", "Verdict"),
                rows=tuple(
                    (row.claim, row.printed, row.given, shown(Standing(row.verdict)))
                    for row in self.rows
                ),
                notes=tuple(filter(None, (self.summary, *self.tables))),
            ),
        )

    @classmethod
    def of(cls, audit: Audit, areas: Areas) -> Self:
        """Make the page of an audit.

        Args:
            audit: What was found.
            areas: The areas that are known, for their names.
        """
        sentences = AuditSentences(audit, areas)
        return cls(
            title=audit.document.title,
            document=", ".join(_document(audit, sentences)),
            summary=summary(audit),
            rows=tuple(_row(each, sentences) for each in audit.claims),
            passages=tuple(_passage(each, sentences) for each in audit.claims),
            groups=tuple(
                (each.verdict.value, sentences.about_group(each))
                for each in audit.groups
            ),
            without=tuple(map(sentences.about_unclaimed, audit.unclaimed)),
            notes=(*notes(audit), *unused(audit)),
            tables=sentences.tables.lines,
        )


def _document(audit: Audit, sentences: AuditSentences) -> Iterator[str]:
    document = audit.document
    if document.publisher:
        yield document.publisher
    if document.published:
        yield day(document.published)
    if document.area:
        yield sentences.names.area(document.area)
    if document.period:
        yield str(document.period)


def _row(found: ClaimFinding, sentences: AuditSentences) -> AuditRow:
    unit = sentences.names.unit(found.claim)
    given = [
        NOTHING
        if each.expected is None
        else in_brief(each.figure, each.expected, each.decimals, unit)
        for each in found.reckonings
    ]
    codes = dict.fromkeys(each.code.value for each in found.findings)
    return AuditRow(
        claim=sentences.names.claim(found.claim),
        printed="; ".join(each.printed for each in found.reckonings) or NOTHING,
        given=NOTHING if set(given) <= {NOTHING} else "; ".join(given),
        verdict=found.verdict.value,
        codes=", ".join(codes) or NOTHING,
    )


def _passage(found: ClaimFinding, sentences: AuditSentences) -> AuditPassage:
    return AuditPassage(
        claim=found.claim.id,
        heading=sentences.names.claim(found.claim),
        verdict=found.verdict.value,
        quotation=found.claim.quotation,
        sentences=sentences.about(found),
    )
