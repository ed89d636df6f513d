"""What a reader of an audit must know: what its verdicts mean and rest on."""

from collections.abc import Iterator

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.tolerance import measured
from policing_indicators.audit.verdict import Standing
from policing_indicators.wording.audit_figures import day, listed, number

_ALL = "all"

MEANINGS = {
    Standing.REPRODUCES: "a table at hand gives the figure, to its last printed digit",
    Standing.WITHIN_REVISION: (
        "the table gives another figure, no farther off than 99 in 100 figures of its "
        "kind came to be revised"
    ),
    Standing.CANNOT_BE_CHECKED: "nothing at hand can say, and the reason is given",
    Standing.PRESENTATION_POINT: (
        "the figure may stand, and something about how it is printed leaves a question"
    ),
    Standing.DOES_NOT_REPRODUCE: (
        "every table at hand gives another figure, farther off than that; the "
        "publisher may hold other or later figures, or count something else"
    ),
    Standing.CANNOT_ALL_HOLD: (
        "the printed figures do not go together, whatever the data, given whole "
        "counts, rounding to the nearest and one extract of the data"
    ),
}
"""What each verdict says, and no more."""

_COUNTED = {
    Standing.REPRODUCES: ("reproduces", "reproduce"),
    Standing.WITHIN_REVISION: (
        "is within usual revision",
        "are within usual revision",
    ),
    Standing.CANNOT_BE_CHECKED: ("cannot be checked", "cannot be checked"),
    Standing.PRESENTATION_POINT: (
        "has a presentation point",
        "have presentation points",
    ),
    Standing.DOES_NOT_REPRODUCE: ("does not reproduce", "do not reproduce"),
    Standing.CANNOT_ALL_HOLD: ("cannot all hold", "cannot all hold"),
}


def summary(audit: Audit) -> str:
    """Count the claims by their verdicts: ``Of 3 claims, 2 reproduce and 1 …``."""
    verdicts = [each.verdict for each in audit.claims]
    if not verdicts:
        return "There is no claim to read."
    parts = [
        f"{count} {_COUNTED[verdict][count > 1]}"
        for verdict in Standing
        if (count := verdicts.count(verdict))
    ]
    claims = "the 1 claim" if len(verdicts) == 1 else f"{len(verdicts)} claims"
    settled = sum(not finding.is_open for finding in audit.findings)
    also = f" {settled} of the findings {_is(settled)} settled." if settled else ""
    return f"Of {claims}, {listed(parts)}.{also}"


def notes(audit: Audit) -> Iterator[str]:
    """Say what the verdicts mean and what the usual revision was measured on."""
    found = {each.verdict for each in audit.claims}
    found.update(each.verdict for each in audit.groups)
    found.update(each.verdict for each in audit.unclaimed)
    for claim in audit.claims:
        found.update(map(claim.verdict_of, claim.reckonings))
    for verdict in Standing:
        if verdict in found:
            yield f"{verdict.value.capitalize()}: {MEANINGS[verdict]}."
    if Standing.WITHIN_REVISION in found or Standing.DOES_NOT_REPRODUCE in found:
        yield _revision()
    yield (
        "A proposal of what may lie behind a figure is no more than that: it says how "
        "well it fits, and how often chance alone would offer one as good."
    )


def unused(audit: Audit) -> Iterator[str]:
    """Name each waiver that settles nothing."""
    for waiver in audit.unused:
        yield (
            f"The waiver of {waiver.code} for {waiver.claim} by {waiver.office} "
            "settles no finding: there is none, or another figure is printed by now."
        )


def _revision() -> str:
    usual = measured(_ALL)
    earlier = listed(f"{each.publisher}, {each.title}" for each in usual.earlier)
    later = usual.later
    released = f", as at {day(later.released)}" if later.released else ""
    return (
        f"Usual revision was measured on {number(usual.levels.cells)} numbers of "
        f"{earlier}, beside {later}{released}: by indicator where there are enough, "
        f"and else on all together (99 in 100 numbers of 50 or more within "
        f"{usual.levels.percentile_99}%, smaller ones within "
        f"{usual.small_counts.percentile_99}, changes within "
        f"{usual.percentages.percentile_99} percentage points)."
    )


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
