"""What was found of a claim: facts, from which sentences are made elsewhere."""

from fractions import Fraction

from attrs import frozen

from policing_indicators.audit.abstention import Abstention
from policing_indicators.audit.explanation import Explanation
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.verdict import AT_FAULT, Standing
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Population
from policing_indicators.vocabulary.settlement import Waiver


@frozen(kw_only=True)
class Reckoning:
    """A printed figure beside what the tables at hand give.

    Attributes:
        figure: The field of the claim, such as ``percentage``.
        printed: The figure as printed.
        verdict: What the tables say of it.
        expected: What the table gives; none where none does.
        decimals: With how many decimals that is to be printed.
        observations: The figures of the table that it is made from, the later first.
        population: The population that a rate is over, where the table states none.
        allowed: How far from the table's figure the usual revision reaches.
        abstention: Why it cannot be checked, where it cannot.
        missing: The observation that says why there is no figure.
        newest: What the newest release at hand gives, where an older one gives the
            printed figure and the newest does not.

    >>> Reckoning(
    ...     figure="level",
    ...     printed="31",
    ...     verdict=Standing.CANNOT_BE_CHECKED,
    ...     abstention=Abstention.NOT_HELD,
    ... ).expected is None
    True
    """

    figure: str
    printed: str
    verdict: Standing
    expected: Fraction | None = None
    decimals: int = 0
    observations: tuple[Observation, ...] = ()
    population: Population | None = None
    allowed: Fraction = Fraction(0)
    abstention: Abstention | None = None
    missing: Observation | None = None
    newest: "Reckoning | None" = None


@frozen(kw_only=True)
class AuditFinding:
    """One thing that was found, with the facts that it rests on.

    Attributes:
        code: What was found.
        verdict: What it comes to.
        claim: The id of the claim or group that it is about.
        figure: The field of the claim that it is about; blank where it is about the
            sentence.
        printed: The figure as printed.
        expected: The figure that it would be, if that is known.
        decimals: With how many decimals that is to be printed.
        feasible: The whole numbers that the printed figures leave open.
        observations: The figures of a table that it rests on.
        periods: The periods that it is about.
        breaks: The breaks in the series that it is about.
        others: The ids of the other claims that it rests on.
        explanations: What may lie behind it, the best first.
        waiver: What settles it, if anything does.

    >>> AuditFinding(
    ...     code=FindingCode.MIXED_SIGN,
    ...     verdict=Standing.PRESENTATION_POINT,
    ...     claim="drugs",
    ... ).is_open
    True
    """

    code: FindingCode
    verdict: Standing
    claim: str
    figure: str = ""
    printed: str = ""
    expected: Fraction | None = None
    decimals: int = 0
    feasible: FeasibleRange | None = None
    observations: tuple[Observation, ...] = ()
    periods: tuple[Period, ...] = ()
    breaks: tuple[Break, ...] = ()
    others: tuple[str, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    waiver: Waiver | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing has settled it yet."""
        return self.waiver is None

    @property
    def is_fault(self) -> bool:
        """Whether an audit does not pass it, unless it is settled."""
        return self.verdict in AT_FAULT

    @property
    def is_difference(self) -> bool:
        """Whether it is that the tables at hand give another figure."""
        return self.verdict is Standing.DOES_NOT_REPRODUCE and bool(self.observations)
