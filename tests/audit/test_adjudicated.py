"""Claims and what a careful reader says of each, row by row of ``adjudicated.csv``.

A right claim comes first, then the faults that a change of it makes; in brackets stands
what the change was. The figures at hand are those of the West Midlands example, and
some that are made up (``conftest.py``).
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.finding_code import FindingCode

with Path(__file__).with_name("adjudicated.csv").open(encoding="utf-8") as table:
    ADJUDICATED = list(csv.DictReader(table))


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=row["what"]) for row in ADJUDICATED]
)
def test_a_claim_is_adjudicated_as_a_careful_reader_would(
    audited: Callable[..., Audit], row: dict[str, str]
) -> None:
    [found] = audited(row["claim"]).claims
    assert found.verdict.value == row["verdict"]
    assert [each.code.value for each in found.findings] == row["codes"].split()


def test_the_table_has_right_claims_and_every_code_that_one_claim_can_have() -> None:
    assert len(ADJUDICATED) > 60
    told = {code for row in ADJUDICATED for code in row["codes"].split()}
    of_several = {
        FindingCode.DOES_NOT_ADD,
        FindingCode.SHARE_TOTAL,
        FindingCode.IMPLIED_SHARE_CONFLICT,
        FindingCode.BASELINE_CONFLICT,
        FindingCode.DOCUMENTS_CONFLICT,
    }
    assert told == {code.value for code in FindingCode if code not in of_several}


@pytest.mark.parametrize(
    "claim",
    [row["claim"] for row in ADJUDICATED if row["what"].startswith("right")],
)
def test_a_right_claim_is_never_at_fault(
    audited: Callable[..., Audit], claim: str
) -> None:
    assert audited(claim).passes()
