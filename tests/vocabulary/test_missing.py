"""A missing figure has a reason, and a figure has a state."""

import pytest

from policing_indicators.vocabulary.missing import MissingReason, Status


@pytest.mark.parametrize(
    ("reason", "shorthand"),
    [
        (MissingReason.NOT_AVAILABLE, "[x]"),
        (MissingReason.NOT_APPLICABLE, "[z]"),
        (MissingReason.CONFIDENTIAL, "[c]"),
        (MissingReason.LOW_RELIABILITY, "[u]"),
        (MissingReason.NOT_YET_PUBLISHED, "[x]"),
        (MissingReason.SURVEY_SUSPENDED, "[x]"),
        (MissingReason.EXCLUDED, "[x]"),
    ],
)
def test_a_reason_has_the_shorthand_of_official_statistics(
    reason: MissingReason, shorthand: str
) -> None:
    assert reason.shorthand == shorthand


@pytest.mark.parametrize(
    ("status", "shorthand"),
    [
        (Status.FINAL, ""),
        (Status.PROVISIONAL, "[p]"),
        (Status.REVISED, "[r]"),
        (Status.ESTIMATED, "[e]"),
        (Status.FORECAST, "[f]"),
    ],
)
def test_a_state_has_the_shorthand_of_official_statistics(
    status: Status, shorthand: str
) -> None:
    assert status.shorthand == shorthand
