"""A claim with all that it is judged by."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from policing_indicators.audit.evidence import Evidence
from policing_indicators.audit.finding import Reckoning
from policing_indicators.audit.printing import may_be_rounded
from policing_indicators.audit.tolerance import Tolerance
from policing_indicators.vocabulary.claim import Claim
from policing_indicators.vocabulary.claims import Claims
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.population import Populations
from policing_indicators.vocabulary.printed_number import PrintedNumber

_Likeness = tuple[str, str, str, tuple[str, ...]]


@frozen(kw_only=True)
class Bench:
    """What every claim of one audit is judged by.

    Attributes:
        claims: The claims, with their document.
        framework: The framework that says what the indicators are.
        evidence: The figures at hand.
        populations: What rates are counted over.
        tolerance: How far a figure may be off and be within usual revision.
    """

    claims: Claims
    framework: Framework
    evidence: Evidence
    populations: Populations
    tolerance: Tolerance
    _indicators: dict[str, Indicator] = field(init=False, eq=False, repr=False)
    _alike: dict[_Likeness, list[Claim]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Index the indicators by their ids, and the claims by what they are of."""
        by_id = {each.id: each for each in self.framework.indicators}
        alike: dict[_Likeness, list[Claim]] = {}
        for claim in self.claims.claims:
            alike.setdefault(_likeness(claim), []).append(claim)
        object.__setattr__(self, "_indicators", by_id)
        object.__setattr__(self, "_alike", alike)

    def indicator(self, name: str) -> Indicator | None:
        """Give an indicator by its id; none where the framework does not define it."""
        return self._indicators.get(name)

    def alike(self, claim: Claim) -> list[Claim]:
        """Give the other claims of its document of the same indicator and area.

        Claims of another scope are of something else.
        """
        every = self._alike.get(_likeness(claim), [])
        return [each for each in every if each.id != claim.id]


def _likeness(claim: Claim) -> _Likeness:
    return claim.indicator, claim.area, claim.document, claim.scope


@frozen(kw_only=True)
class Case:
    """One claim of an audit, and what the tables at hand give for its figures.

    Attributes:
        bench: What every claim is judged by.
        claim: The claim.
        reckonings: Each printed figure beside the tables, by its field.
    """

    bench: Bench
    claim: Claim
    reckonings: Mapping[str, Reckoning] = field(factory=dict[str, Reckoning])

    @property
    def indicator(self) -> Indicator | None:
        """The claim's indicator, where the framework defines it."""
        return self.bench.indicator(self.claim.indicator)

    @property
    def claimed(self) -> tuple[str, str]:
        """The claim's indicator and area."""
        return self.claim.indicator, self.claim.area

    @property
    def is_open(self) -> bool:
        """Whether a difference may be one of definition, and none was measured.

        Under such a name others count something else, and how far figures of it are
        revised is known from other indicators alone.
        """
        definition = self.indicator.definition if self.indicator else None
        if definition is None or not definition.is_open:
            return False
        return self.bench.tolerance.is_borrowed(self.claim.indicator)

    def usual_level(self, level: Fraction) -> Fraction:
        """Give how far a count of its indicator and length may be off by revision."""
        return self._wider * self.bench.tolerance.level(self.claim.indicator, level)

    def usual_percentage(self, earlier: Fraction) -> Fraction:
        """Give how many points a change on an earlier count may be off by revision."""
        usual = self.bench.tolerance.percentage(self.claim.indicator, earlier)
        return self._wider * usual

    @property
    def _wider(self) -> Fraction:
        period = self.claim.period
        return self.bench.tolerance.of_months(period.months) if period else Fraction(1)

    def whole(self, name: str) -> int | None:
        """Give a printed count, where it is printed to the last digit."""
        printed: PrintedNumber | None = getattr(self.claim, name)
        if printed is None or printed.hedge or printed.decimals != 0:
            return None
        if may_be_rounded(printed):
            return None
        return int(printed.value)

    def exact(self, name: str) -> Fraction | None:
        """Give a printed figure's value, where it is not hedged."""
        printed: PrintedNumber | None = getattr(self.claim, name)
        return None if printed is None or printed.hedge else printed.value
