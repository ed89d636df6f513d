"""A publication: what an office decides before any figure is read."""

from datetime import date

from attrs import Attribute, field, frozen
from attrs.converters import optional as optional_converter
from attrs.validators import optional

from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Target
from policing_indicators.wording.disclosure_rule import DisclosureRule

ENGLISH = "english"
"""The house style that is used where none is named."""

TOML = ".toml"
"""How the name of a file ends that is named where an id may stand as well."""

DUCKDB = ".duckdb"
"""How the name of a database ends, behind which the name of a table stands."""


def database_and_table(name: str) -> tuple[str, str | None]:
    """Part the path of a database from the name of the table that is meant in it.

    >>> database_and_table("figures.duckdb#crime"), database_and_table("figures.csv")
    (('figures.duckdb', 'crime'), ('figures.csv', None))
    """
    path, mark, table = name.partition(f"{DUCKDB}#")
    return (f"{path}{DUCKDB}", table) if mark else (name, None)


def _line_or_blank(
    instance: object, attribute: "Attribute[str]", value: object
) -> None:
    if value != "":
        requirement.line(instance, attribute, value)


@frozen(kw_only=True)
class PriorityEntry:
    """How a publication treats one priority of its framework.

    Attributes:
        id: The priority's id, name or an alias.
        title: The name to print; the framework's own where none is given.
        applies: Whether the priority applies to the area.
        reason: Why it does not apply, or anything to say of why it does.
        indicators: The indicators to print, where not the framework's.
        narrative: The office's own words, in Markdown.

    Raises:
        InvalidValueError: A field is not what it must be, or a priority does not apply
            and no reason is given.

    >>> PriorityEntry(id="drugs", indicators=["drug-trafficking"]).indicators
    ('drug-trafficking',)
    """

    id: str = field(validator=requirement.line)
    title: str | None = field(default=None, validator=optional(requirement.line))
    applies: bool = field(default=True, validator=requirement.kind(bool))
    reason: str = field(default="", validator=requirement.text)
    indicators: tuple[str, ...] | None = field(
        default=None,
        converter=optional_converter(requirement.items),
        validator=optional(
            requirement.must(lambda names: len(names) > 0, "one indicator or more")
        ),
    )
    narrative: str = field(default="", validator=requirement.text)

    def __attrs_post_init__(self) -> None:
        """Hold a priority that does not apply to a reason."""
        if not self.applies and not self.reason.strip():
            allowed = "a reason, since the priority does not apply"
            requirement.refuse(self, "reason", self.reason, allowed)


@frozen(kw_only=True)
class Publication:
    """What a statement is of, what it is made from, and under which rules.

    Attributes:
        title: The statement's title.
        edition: The label of the issue, such as ``2024-25 Q4 update``. It is no period:
            the figures have their own.
        publisher: Who publishes it; blank in what is made for an area whose office has
            no part in it, and nowhere else.
        published: The day it is published, if that is known.
        licence: Where the licence is, under which others may use the figures, if the
            office gives one. It goes with the open data; none is assumed.
        area: The area's id, code, name or an alias.
        period: The period of the figures.
        framework: A shipped framework's id, or the path of a framework file, from the
            publication's folder.
        data: The paths of the tidy tables, from the publication's folder; a table of a
            DuckDB database is named behind its path, as in ``figures.duckdb#crime``.
        populations: The edition of the populations that rates are counted over; the
            latest where none is named.
        periods: The periods of the indicators whose period differs.
        small_base: The rule that withholds percentages on small counts.
        disclosure: Which counts may be printed, to protect those who are counted.
        confidence: The confidence of the limits.
        about: Anything to say at the head, in Markdown.
        priorities: The priorities in printed order; the framework's where none is
            given.
        targets: What was promised of indicators.
        groups: The groups of areas that targets hold the area against.
        style: How the office writes: the name of a house style that ships, or the path
            of a file, from the publication's folder.
        previous: The path of the JSON of the statement that was issued before, from the
            publication's folder, to say which figures are restated.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> publication = Publication(
    ...     title="Policing priorities",
    ...     edition="2024-25 Q4",
    ...     publisher="the commissioner's office",
    ...     area="west-midlands",
    ...     period=Period.financial_year(2024),
    ...     framework="national-priorities-2021",
    ...     data=["figures.csv"],
    ... )
    >>> print(publication.period, publication.small_base.threshold)
    2024/25 50
    """

    title: str = field(validator=requirement.line)
    edition: str = field(validator=requirement.line)
    publisher: str = field(validator=_line_or_blank)
    published: date | None = field(default=None, validator=optional(requirement.day))
    licence: str | None = field(
        default=None, validator=optional(requirement.web_address)
    )
    area: str = field(validator=requirement.line)
    period: Period = field(validator=requirement.kind(Period))
    framework: str = field(validator=requirement.line)
    data: tuple[str, ...] = field(
        converter=requirement.items, validator=requirement.each(requirement.line)
    )
    populations: str | None = field(default=None, validator=optional(requirement.line))
    periods: dict[str, Period] = field(factory=dict)
    small_base: SmallBaseRule = field(
        factory=SmallBaseRule, validator=requirement.kind(SmallBaseRule)
    )
    disclosure: DisclosureRule = field(
        factory=DisclosureRule, validator=requirement.kind(DisclosureRule)
    )
    confidence: float = field(
        default=0.95,
        converter=requirement.as_number,
        validator=requirement.probability,
    )
    about: str = field(default="", validator=requirement.text)
    priorities: tuple[PriorityEntry, ...] = field(
        default=(),
        converter=requirement.items,
        validator=requirement.each(requirement.kind(PriorityEntry)),
    )
    targets: tuple[Target, ...] = field(
        default=(),
        converter=requirement.items,
        validator=requirement.each(requirement.kind(Target)),
    )
    groups: tuple[AreaGroup, ...] = field(
        default=(),
        converter=requirement.items,
        validator=requirement.each(requirement.kind(AreaGroup)),
    )
    style: str = field(default=ENGLISH, validator=requirement.line)
    previous: str | None = field(default=None, validator=optional(requirement.line))

    @property
    def tables(self) -> tuple[str, ...]:
        """The paths of the files that its tables are in, from its folder."""
        return tuple(dict.fromkeys(database_and_table(name)[0] for name in self.data))

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of all files that it names, from its folder."""
        either = (self.framework, self.style)
        own = [name for name in either if name.endswith(TOML)]
        previous = () if self.previous is None else (self.previous,)
        return (*own, *self.tables, *previous)
