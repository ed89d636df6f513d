"""What exactly an indicator counts, and when that changed."""

from datetime import date

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet


class Standard(ClosedSet):
    """Whose definition it is."""

    NATIONAL = "national"
    LOCAL = "local"


class DateBasis(ClosedSet):
    """Which date puts a case in a period."""

    RECORDED = "recorded"
    COMMITTED = "committed"
    OUTCOME = "outcome"


class CountedUnit(ClosedSet):
    """What is counted as one."""

    OFFENCE = "offence"
    INCIDENT = "incident"
    VICTIM = "victim"
    REPORT = "report"
    RESPONSE = "response"
    ADMISSION = "admission"
    REFERRAL = "referral"
    BUSINESS = "business"


class PlaceBasis(ClosedSet):
    """Which place puts a case in an area."""

    OFFENCE = "offence"
    RESIDENCE = "residence"
    STATION = "station"


@frozen(kw_only=True)
class Definition:
    """What exactly is counted. Figures with different definitions do not compare.

    Attributes:
        text: The definition in words.
        standard: Whose definition it is.
        variants: How publishers are known to count otherwise under the same name, each
            as a clause.
        counts: What is counted as one, if stated.
        dated_by: Which date puts a case in a period, if stated.
        placed_by: Which place puts a case in an area, if stated.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> definition = Definition(
    ...     text="Offences that the police recorded.", dated_by=DateBasis.RECORDED
    ... )
    >>> definition.standard.value
    'national'
    """

    text: str = field(validator=requirement.line)
    standard: Standard = field(
        default=Standard.NATIONAL, validator=requirement.kind(Standard)
    )
    variants: tuple[str, ...] = field(
        default=(),
        converter=requirement.texts,
        validator=[requirement.each(requirement.line), requirement.distinct],
    )
    counts: CountedUnit | None = field(
        default=None, validator=requirement.optional(requirement.kind(CountedUnit))
    )
    dated_by: DateBasis | None = field(
        default=None, validator=requirement.optional(requirement.kind(DateBasis))
    )
    placed_by: PlaceBasis | None = field(
        default=None, validator=requirement.optional(requirement.kind(PlaceBasis))
    )

    @property
    def is_open(self) -> bool:
        """Whether a figure under its name may count something else.

        So it is where each publisher defines it, and where some count otherwise.

        >>> Definition(text="Burglary.").is_open
        False
        >>> Definition(text="Gun crime.", variants=["air weapons count too"]).is_open
        True
        """
        return self.standard is Standard.LOCAL or bool(self.variants)

    def differs_from(self, other: "Definition") -> tuple[str, ...]:
        """Name the fields in which two definitions say different things.

        The words are not compared, since one thing can be said in many; nor is what
        one of the two leaves open.
        """
        return tuple(
            name
            for name in ("standard", "counts", "dated_by", "placed_by")
            if None not in (pair := {getattr(self, name), getattr(other, name)})
            and len(pair) > 1
        )


@frozen
class Break:
    """A day from which figures do not compare with earlier ones.

    Attributes:
        since: The first day under the new rules.
        reason: What changed, as a clause: it stands inside a sentence.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> change = Break(date(2023, 4, 1), "offences are counted in another way")
    >>> change.since.isoformat()
    '2023-04-01'
    """

    since: date = field(validator=requirement.day)
    reason: str = field(validator=requirement.line)
