"""Trial B: what was published at the time, held to a later table."""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from attrs import field, frozen

from benchmarks.measure_revisions import moves, table
from benchmarks.printed_claims import Key, claim
from benchmarks.published_tables import (
    EDITIONS,
    Cell,
    Edition,
    printed_changes,
    printed_counts,
)
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.audit.claim_finding import ClaimFinding
from policing_indicators.audit.finding import Reckoning
from policing_indicators.audit.tolerance import Tolerance
from policing_indicators.audit.verdict import AT_FAULT, Standing
from policing_indicators.calculation.rounding import as_written, round_half_away
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.registry.revisions import (
    Measures,
    read_measures,
    tolerance_of,
)
from policing_indicators.vocabulary.claim import Claim
from policing_indicators.vocabulary.claims import ClaimDocument, Claims
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

SEED = 20_260_402
SIZES = ((0.5, 1.0), (1.0, 1.5), (1.5, 2.0), (2.0, 3.0), (3.0, 10.0))
"""By how much a figure is moved, in multiples of its 99th percentile of revision."""

LEVEL, PERCENTAGE = "level", "percentage"

Observations = tuple[Observation, ...]


class Printed(NamedTuple):
    """One figure that an edition printed: a count, or a change in per cent."""

    edition: str
    key: Key
    figure: str
    value: Fraction


@frozen
class LearnedTolerance(Tolerance):
    """How far figures move, as it was measured on some releases.

    Attributes:
        measures: What was measured.
    """

    measures: Measures = field(factory=dict)

    def level(self, indicator: str, level: Fraction) -> Fraction:
        """Give how far a printed count may lie off a table's."""
        return tolerance_of(indicator, self.measures).of_level(level)

    def percentage(self, indicator: str, earlier: Fraction) -> Fraction:
        """Give how many points a printed change may lie off a table's."""
        del earlier  # every one of them is fifty or more
        return tolerance_of(indicator, self.measures).of_percentage


class Outcome(NamedTuple):
    """What was said of one edition's figures of one kind.

    Attributes:
        edition: The edition.
        figure: Level or percentage.
        verdicts: How many figures had each verdict.
        unseen: How many would not reproduce by revisions measured on other editions.
    """

    edition: str
    figure: str
    verdicts: Mapping[Standing, int]
    unseen: int


class Moved(NamedTuple):
    """What was said of figures that were moved on purpose.

    Attributes:
        lowest: By how much at least, in multiples of the 99th percentile.
        highest: By how much at most.
        levels: How many levels.
        levels_found: How many of them were said not to reproduce.
        percentages: How many percentages.
        percentages_found: How many of them.
    """

    lowest: float
    highest: float
    levels: int
    levels_found: int
    percentages: int
    percentages_found: int


class TrialB(NamedTuple):
    """What came of the trial."""

    outcomes: tuple[Outcome, ...]
    moved: tuple[Moved, ...]
    codes: Mapping[str, int]


def periods() -> list[Period]:
    """Give every period that the trial needs of the later table."""
    years = [edition.period for edition in EDITIONS]
    return sorted({*years, *(year.year_before for year in years)})


def run(observations: Observations) -> TrialB:
    """Hold what every edition printed to a later table."""
    printed = [each for edition in EDITIONS for each in _printed(edition)]
    found = _audited(printed, observations, Tolerance())
    unseen = dict(_unseen(printed, observations))
    return TrialB(
        outcomes=tuple(_outcomes(printed, found, unseen)),
        moved=tuple(_moved(printed, found, observations)),
        codes=Counter(
            one.code.value for each in found for one in each.findings if one.is_fault
        ),
    )


def _printed(edition: Edition) -> Iterator[Printed]:
    for cell, count in printed_counts(edition).items():
        yield Printed(edition.id, _key(cell), LEVEL, Fraction(count))
    for cell, change in printed_changes(edition).items():
        value = Fraction(round_half_away(as_written(change), 1))
        yield Printed(edition.id, _key(cell), PERCENTAGE, value)


def _key(cell: Cell) -> Key:
    indicator, code, period = cell
    return indicator, areas().find(code).id, Period.parse(period)


def _claim(number: int, printed: Printed) -> Claim:
    if printed.figure == LEVEL:
        text = f"{int(printed.value):,}"
    else:
        text = f"{round_half_away(printed.value, 1):+}%"
    return claim(number, printed.key, {printed.figure: text})


def _audited(
    printed: list[Printed], observations: Observations, tolerance: Tolerance
) -> tuple[ClaimFinding, ...]:
    claims = [_claim(number, each) for number, each in enumerate(printed)]
    return audit_claims(
        Claims(document=ClaimDocument(title="Trial"), claims=claims),
        observations,
        framework=framework("national-priorities-2021"),
        populations=populations(),
        tolerance=tolerance,
    ).claims


def _unseen(
    printed: list[Printed], observations: Observations
) -> Iterator[tuple[tuple[str, str], int]]:
    """Give how many figures do not reproduce by revisions of the other editions."""
    for edition in EDITIONS:
        others = [each for each in EDITIONS if each != edition]
        learned = table(move for other in others for move in moves(other))
        measures = read_measures(learned.splitlines())
        own = [each for each in printed if each.edition == edition.id]
        found = _audited(own, observations, LearnedTolerance(measures=measures))
        for figure in (LEVEL, PERCENTAGE):
            yield (
                (edition.id, figure),
                sum(
                    finding.verdict in AT_FAULT
                    for each, finding in zip(own, found, strict=True)
                    if each.figure == figure
                ),
            )


def _outcomes(
    printed: list[Printed],
    found: tuple[ClaimFinding, ...],
    unseen: Mapping[tuple[str, str], int],
) -> Iterator[Outcome]:
    verdicts: Counter[tuple[str, str, Standing]] = Counter(
        (each.edition, each.figure, finding.verdict)
        for each, finding in zip(printed, found, strict=True)
    )
    for (edition, figure), many in unseen.items():
        counts = {each: verdicts[edition, figure, each] for each in Standing}
        if sum(counts.values()):
            yield Outcome(edition, figure, counts, many)


def _moved(
    printed: list[Printed],
    found: tuple[ClaimFinding, ...],
    observations: Observations,
) -> Iterator[Moved]:
    """Move every figure that stands, and say how many then do not reproduce."""
    draw = np.random.default_rng(SEED)
    stands = (Standing.REPRODUCES, Standing.WITHIN_REVISION)
    standing = [
        (each, finding.reckonings[0])
        for each, finding in zip(printed, found, strict=True)
        if finding.verdict in stands
    ]
    for lowest, highest in SIZES:
        changed = [
            _corrupted(each, reckoning, draw, (lowest, highest))
            for each, reckoning in standing
        ]
        after = _audited(changed, observations, Tolerance())
        counts = Counter(
            (each.figure, finding.verdict in AT_FAULT)
            for each, finding in zip(changed, after, strict=True)
        )
        yield Moved(
            lowest=lowest,
            highest=highest,
            levels=counts[LEVEL, True] + counts[LEVEL, False],
            levels_found=counts[LEVEL, True],
            percentages=counts[PERCENTAGE, True] + counts[PERCENTAGE, False],
            percentages_found=counts[PERCENTAGE, True],
        )


def _corrupted(
    printed: Printed,
    reckoning: Reckoning,
    draw: np.random.Generator,
    size: tuple[float, float],
) -> Printed:
    """Move a figure by so many times what usual revision allows, up or down."""
    by = Fraction(draw.uniform(*size)) * reckoning.allowed
    way = -1 if draw.random() < 0.5 and printed.value >= by else 1  # noqa: PLR2004
    places = 0 if printed.figure == LEVEL else 1
    value = round_half_away(printed.value + way * by, places)
    return printed._replace(value=Fraction(value))
