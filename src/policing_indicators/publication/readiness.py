"""What a publication that is valid still lacks."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.assessment.assessment import Assessment, IndicatorAssessment
from policing_indicators.assessment.finding import Finding, Verdict
from policing_indicators.assessment.gap import Gap
from policing_indicators.assessment.picture import NoPicture, WhyNoPicture
from policing_indicators.publication.draft import Draft
from policing_indicators.vocabulary.population import Populations

_NOTHING = "Nothing is missing."


_AT_HAND = (
    WhyNoPicture.ROLLING,
    WhyNoPicture.NOT_TO_END,
    WhyNoPicture.TOO_SHORT,
    WhyNoPicture.GAP,
    WhyNoPicture.FORECAST,
    WhyNoPicture.NO_COUNTS,
    WhyNoPicture.OTHER_RELEASE,
    WhyNoPicture.UNLIKE_DENOMINATORS,
    WhyNoPicture.NOT_WORKED_OUT,
)
"""Why something is not drawn though figures for it are at hand."""


@frozen(kw_only=True)
class Readiness:
    """What a publication that is valid still lacks, for the eyes of its office.

    Attributes:
        draft: The publication with all that it names.
        assessment: What its figures come to.

    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> readiness = Readiness.of(Draft.read(example()), populations())
    >>> [each.indicator.id for each in readiness.without_figure][:2]
    ['domestic-homicide', 'serious-youth-violence']
    """

    draft: Draft
    assessment: Assessment

    @classmethod
    def of(cls, draft: Draft, populations: Populations) -> "Readiness":
        """Find what a publication lacks.

        Args:
            draft: The publication with all that it names.
            populations: What rates are counted over.
        """
        return cls(draft=draft, assessment=draft.assess(populations))

    @property
    def printed(self) -> tuple[IndicatorAssessment, ...]:
        """The facts of each indicator that is printed, once, in printed order."""
        ids = dict.fromkeys(
            indicator.id
            for chapter in self.draft.chapters
            if chapter.entry.applies
            for indicator in chapter.indicators
        )
        return tuple(map(self.assessment.of, ids))

    @property
    def without_figure(self) -> tuple[IndicatorAssessment, ...]:
        """Those that have no figure for their period."""
        return tuple(each for each in self.printed if each.observation.missing)

    @property
    def unsaid(self) -> tuple[Finding, ...]:
        """The targets of which nothing can be said, in the publication's order."""
        findings = {
            finding.target.id: finding
            for each in self.assessment.indicators
            for finding in each.findings
        }
        ordered = (findings[each.id] for each in self.draft.publication.targets)
        return tuple(each for each in ordered if each.verdict is Verdict.CANNOT_SAY)

    @property
    def without_narrative(self) -> tuple[str, ...]:
        """The ids of the priorities that apply and have no narrative."""
        return tuple(
            chapter.priority.id
            for chapter in self.draft.chapters
            if chapter.entry.applies and not chapter.entry.narrative.strip()
        )

    def __str__(self) -> str:
        """List what is missing, kind by kind, for a terminal."""
        publication = self.draft.publication
        heading = (
            f"{self.draft.files[0]} is valid: {publication.title}, "
            f"{publication.edition}, {self.draft.area.name}, {publication.period}."
        )
        lists = [_listed(what, lines) for what, lines in self._lists() if lines]
        missing = lists or [_NOTHING]
        return "\n\n".join([heading, *missing]) + "\n"

    def _lists(self) -> Iterator[tuple[str, list[str]]]:
        bare = [f"{_named(each)}: {_why(each)}" for each in self.without_figure]
        yield f"No figure ({len(bare)} of {len(self.printed)} indicators)", bare
        gaps = [
            f"{_named(each)}: {_gap(gap)}"
            for each in self.printed
            if not each.observation.missing
            for gap in each.gaps
        ]
        yield f"Not worked out ({len(gaps)})", gaps
        undrawn = [
            f"{_named(each)}: {_undrawn(picture)}"
            for each in self.printed
            for picture in each.pictures.not_drawn
            if picture.why in _AT_HAND
        ]
        yield f"Not charted or compared ({len(undrawn)})", undrawn
        unsaid, targets = self.unsaid, self.draft.publication.targets
        heading = f"Nothing can be said ({len(unsaid)} of {len(targets)} targets)"
        yield heading, [_unsaid(each) for each in unsaid]
        ids = self.without_narrative
        applying = sum(chapter.entry.applies for chapter in self.draft.chapters)
        yield f"No narrative ({len(ids)} of {applying} priorities)", [*ids]


def _listed(what: str, lines: list[str]) -> str:
    return "\n".join([f"{what}:", *(f"  {line}" for line in lines)])


def _named(facts: IndicatorAssessment) -> str:
    return f"{facts.indicator.id}, {facts.observation.period}"


def _why(facts: IndicatorAssessment) -> str:
    """Give the reason that the table states, or that there is no row to state one."""
    observation = facts.observation
    if facts.gaps:
        return facts.gaps[0].reason.value
    if observation.origin is None:
        return "no row in the tables"
    return observation.missing.value if observation.missing else ""


def _gap(gap: Gap) -> str:
    what = f"{gap.what.value} ({gap.period})" if gap.period else gap.what.value
    missing = f" ({gap.missing.value})" if gap.missing else ""
    return f"{what}: {gap.reason.value}{missing}"


def _undrawn(picture: NoPicture) -> str:
    detail = f" ({picture.detail})" if picture.detail else ""
    return f"{picture.what.value}: {picture.why.value}{detail}"


def _unsaid(finding: Finding) -> str:
    why = finding.why.value if finding.why else ""
    target = finding.target
    return f"{target.id} ({finding.indicator.id}, due {target.due}): {why}"
