"""What the cases of an indicator are called."""

from attrs import field, frozen

from policing_indicators.vocabulary import requirement


@frozen
class CaseNoun:
    """What one case is called in a sentence, and what many are.

    Attributes:
        one: The singular, such as ``homicide``.
        many: The plural, such as ``homicides``.

    Raises:
        InvalidValueError: A field is no line of text.

    >>> CaseNoun("vehicle offence", "vehicle offences").counted(1)
    'vehicle offence'
    """

    one: str = field(validator=requirement.line)
    many: str = field(validator=requirement.line)

    def counted(self, count: int) -> str:
        """Give the form that goes with a count."""
        return self.one if count == 1 else self.many
