import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.wording.plain_name import PlainName


def test_a_plain_name_may_change_the_name_alone_or_the_noun_alone() -> None:
    assert PlainName(name="Killings").noun is None
    noun = PlainName(one="break-in", many="break-ins").noun
    assert noun is not None
    assert (noun.one, noun.many) == ("break-in", "break-ins")


@pytest.mark.parametrize("number", ["one", "many"])
def test_the_singular_and_the_plural_are_given_together(number: str) -> None:
    with pytest.raises(InvalidValueError, match="given, as the other number is"):
        PlainName(**{number: "break-in"})
