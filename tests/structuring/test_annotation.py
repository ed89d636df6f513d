"""What data a type asks for, in words."""

from datetime import date
from typing import Any, Optional, Union

import pytest

from policing_indicators.structuring.annotation import expected
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import ImprovementDirection
from policing_indicators.vocabulary.period import Period


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (str, "text, in quotes"),
        (bool, "true or false, without quotes"),
        (date, "a day such as 2024-04-01"),
        (Period, "a period as text, in quotes, such as '2024/25'"),
        (ImprovementDirection, "one of 'decrease', 'increase', 'neutral'"),
        (tuple[AreaKind, ...], "a list"),
        (dict[str, int], "a table of keys and values"),
        (Framework, "a table of keys and values"),
        (int | None, "a whole number, without quotes"),
        (Optional[int], "a whole number, without quotes"),  # noqa: UP045 - the old form
        (
            Union[float, str],  # noqa: UP007 - the old form
            "a number, without quotes or text, in quotes",
        ),
    ],
)
def test_a_type_says_what_data_it_is_made_of(
    kind: Any,  # noqa: ANN401 - whatever stands as the type of a field
    words: str,
) -> None:
    assert expected(kind) == words
