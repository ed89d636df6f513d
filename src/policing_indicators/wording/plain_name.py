"""What an office calls an indicator, where the framework calls it otherwise."""

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.case_noun import CaseNoun


@frozen(kw_only=True)
class PlainName:
    """What an office calls an indicator and its cases.

    Attributes:
        name: Its name; the framework's where none is given.
        one: What one case is called in a sentence.
        many: What many are called. One and many are given together or not at all.

    Raises:
        InvalidValueError: A field is no line of text, or one and many are not
            given together.

    >>> PlainName(one="break-in", many="break-ins").noun.counted(2)
    'break-ins'
    """

    name: str | None = field(
        default=None, validator=requirement.optional(requirement.line)
    )
    one: str | None = field(
        default=None, validator=requirement.optional(requirement.line)
    )
    many: str | None = field(
        default=None, validator=requirement.optional(requirement.line)
    )

    def __attrs_post_init__(self) -> None:
        """Hold the singular and the plural together."""
        if (self.one is None) != (self.many is None):
            absent = "one" if self.one is None else "many"
            requirement.refuse(self, absent, None, "given, as the other number is")

    @property
    def noun(self) -> CaseNoun | None:
        """What its cases are called, where that is given."""
        if self.one is None or self.many is None:
            return None
        return CaseNoun(self.one, self.many)
