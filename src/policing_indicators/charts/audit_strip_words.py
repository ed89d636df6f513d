"""What an audit's picture says in words, and the figures behind it."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.verdict import Standing
from policing_indicators.charts.audit_strips import Strip
from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.picture import PictureTable
from policing_indicators.wording import audit_figures
from policing_indicators.wording.audit_names import Names


@frozen(kw_only=True)
class AuditWords:
    """What an audit's picture says.

    Attributes:
        audit: The audit.
        strips: What is drawn of it.
        labelling: What things are called.
    """

    audit: Audit
    strips: tuple[Strip, ...]
    labelling: Labelling

    def verdicts(self) -> Counter[Standing]:
        """Count the printed figures by what was found of them."""
        return Counter(
            finding.verdict_of(reckoning)
            for finding in self.audit.claims
            for reckoning in finding.reckonings
        )

    def title(self) -> str:
        """Say how many printed figures stand."""
        found = self.verdicts()
        stand = found[Standing.REPRODUCES] + found[Standing.WITHIN_REVISION]
        many = found.total()
        checked = many - found[Standing.CANNOT_BE_CHECKED]
        return (
            f"{stand:,} of {checked:,} printed figures that could be checked "
            "reproduce, or lie within usual revision"
        )

    def subtitle(self) -> str:
        """Name the document."""
        return self.audit.document.title

    def notes(self) -> Iterator[str]:
        """Say what must be known to read the strips."""
        yield (
            "Each strip has a scale of its own. That a figure does not reproduce says "
            "nothing of why: the publisher may hold other or later figures."
        )
        unchecked = self.verdicts()[Standing.CANNOT_BE_CHECKED]
        if unchecked:
            yield f"Not drawn, since they cannot be checked: {unchecked:,} more."

    def footer(self) -> str:
        """Say where the tables' figures come from."""
        rows = [
            row
            for finding in self.audit.claims
            for reckoning in finding.reckonings
            for row in reckoning.observations
        ]
        sources = dict.fromkeys(row.source for row in rows if row.source)
        return self.labelling.footer(None, source="; ".join(sources))

    def description(self) -> str:
        """Say what is drawn, strip by strip."""
        return " ".join(f"{each.name}: {each.told}." for each in self.strips)

    def table(self) -> PictureTable:
        """Give every printed figure, what the tables give, and what was found."""
        names = Names(self.audit, self.labelling.areas)
        return PictureTable(
            columns=["Claim", "Figure", "Printed", "Table", "Found"],
            rows=[
                [
                    names.claim(finding.claim),
                    audit_figures.LABELS[each.figure],
                    each.printed,
                    "[x]"
                    if each.expected is None
                    else audit_figures.in_brief(
                        each.figure,
                        each.expected,
                        max(each.decimals, 0),
                        names.unit(finding.claim),
                    ),
                    finding.verdict_of(each).value,
                ]
                for finding in self.audit.claims
                for each in finding.reckonings
            ],
        )
