"""What was settled about a finding, and what the publisher said."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from policing_indicators.vocabulary import requirement


@frozen(kw_only=True)
class Waiver:
    """A finding that was looked into and is settled.

    Attributes:
        claim: The id of the claim, or of the group, that it settles.
        code: The code of the finding, such as ``not_reproduced``.
        reason: Why it is settled, in a sentence.
        office: Which office settled it: the name of an office, not of a person.
        settled: The day on which it was settled, if known.
        printed: The printed figure that was settled. Where it is given, the waiver no
            longer holds once another figure is printed.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> waiver = Waiver(
    ...     claim="violence",
    ...     code="not_reproduced",
    ...     reason="The force counts a narrower group of offences.",
    ...     office="Office of the commissioner",
    ... )
    >>> waiver.printed
    ''
    """

    claim: str = field(validator=requirement.identifier)
    code: str = field(validator=requirement.line)
    reason: str = field(validator=requirement.line)
    office: str = field(validator=requirement.line)
    settled: date | None = field(
        default=None, validator=requirement.optional(requirement.day)
    )
    printed: str = field(default="", validator=requirement.text)


@frozen(kw_only=True)
class PublisherResponse:
    """What the publisher said about a claim when it was asked.

    Attributes:
        claim: The id of the claim.
        text: The answer, in the publisher's own words.
        publisher: Who answered: an office, not a person.
        answered: The day of the answer, if known.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> response = PublisherResponse(
    ...     claim="violence", text="We count incidents.", publisher="The force"
    ... )
    >>> response.publisher
    'The force'
    """

    claim: str = field(validator=requirement.identifier)
    text: str = field(validator=requirement.line)
    publisher: str = field(validator=requirement.line)
    answered: date | None = field(
        default=None, validator=requirement.optional(requirement.day)
    )


def _waivers(waivers: Iterable[Waiver]) -> tuple[Waiver, ...]:
    return requirement.items(waivers)


def _responses(responses: Iterable[PublisherResponse]) -> tuple[PublisherResponse, ...]:
    return requirement.items(responses)


@frozen(kw_only=True)
class Settlement:
    """Every waiver and every response about one document.

    Attributes:
        waivers: The waivers.
        responses: The publisher's responses.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> Settlement().waivers
    ()
    """

    waivers: tuple[Waiver, ...] = field(
        default=(),
        converter=_waivers,
        validator=requirement.each(requirement.kind(Waiver)),
    )
    responses: tuple[PublisherResponse, ...] = field(
        default=(),
        converter=_responses,
        validator=requirement.each(requirement.kind(PublisherResponse)),
    )
