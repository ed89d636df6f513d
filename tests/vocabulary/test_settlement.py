"""What was settled, and what the publisher said."""

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.settlement import (
    PublisherResponse,
    Settlement,
    Waiver,
)


def test_a_waiver_gives_a_reason_and_an_office() -> None:
    with pytest.raises(InvalidValueError, match=r"Waiver\.reason"):
        Waiver(claim="a", code="small_base", reason="", office="The office")
    with pytest.raises(InvalidValueError, match=r"Waiver\.office"):
        Waiver(claim="a", code="small_base", reason="It stands.", office="")


def test_a_settlement_holds_waivers_and_responses() -> None:
    answer = PublisherResponse(claim="a", text="Thank you.", publisher="The force")
    assert Settlement(responses=[answer]).responses == (answer,)
    with pytest.raises(InvalidValueError, match="Waiver"):
        Settlement(waivers=[answer])  # type: ignore[list-item]
