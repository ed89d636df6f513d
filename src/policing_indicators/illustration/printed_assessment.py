"""The facts of a publication as it prints them: its priorities, and no other figure."""

from attrs import evolve

from policing_indicators.assessment.assessment import Assessment
from policing_indicators.errors import InvalidContentError
from policing_indicators.publication.draft import Draft
from policing_indicators.vocabulary.priority import Priority


def printed_assessment(draft: Draft, assessment: Assessment) -> Assessment:
    """Leave of an assessment what a publication prints, under the publication's titles.

    Args:
        draft: The publication with all that it names.
        assessment: What may be made public of it.
    """
    chapters = [each for each in draft.chapters if each.entry.applies]
    printed = dict.fromkeys(each.id for one in chapters for each in one.indicators)
    titled = [
        Priority(
            id=each.priority.id,
            name=each.entry.title or each.priority.name,
            indicators=[indicator.id for indicator in each.indicators],
        )
        for each in chapters
    ]
    try:
        framework = evolve(draft.framework, priorities=titled)
    except InvalidContentError:  # two titles are alike, which no framework allows
        own = [
            evolve(each.priority, indicators=each_titled.indicators)
            for each, each_titled in zip(chapters, titled, strict=True)
        ]
        framework = evolve(draft.framework, priorities=own)
    facts = [assessment.of(name) for name in printed]
    return evolve(assessment, framework=framework, indicators=tuple(facts))
