"""One case and many cases have their own words."""

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.case_noun import CaseNoun


@pytest.mark.parametrize(
    ("count", "noun"),
    [(0, "offences"), (1, "offence"), (2, "offences"), (-1, "offences")],
)
def test_only_one_is_called_by_the_singular(count: int, noun: str) -> None:
    assert CaseNoun("offence", "offences").counted(count) == noun


@pytest.mark.parametrize(("one", "many"), [("", "offences"), ("offence", "off\nences")])
def test_a_noun_is_a_line_of_text(one: str, many: str) -> None:
    with pytest.raises(InvalidValueError, match="CaseNoun"):
        CaseNoun(one, many)
