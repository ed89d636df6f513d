"""A document's claims, and how they hang together."""

from typing import Any

import pytest

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.vocabulary.claim import Claim, ClaimComparator, Origin
from policing_indicators.vocabulary.claims import (
    ClaimDocument,
    ClaimGroup,
    Claims,
    GroupKind,
)
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.printed_number import PrintedNumber

YEAR = Period.financial_year(2024)
BASE = Period.year_ending(2019, 6)
DOCUMENT = ClaimDocument(title="A report")


def claim(**facts: object) -> Claim:
    given: dict[str, Any] = {
        "id": "homicide",
        "indicator": "homicide",
        "area": "kent",
        "period": YEAR,
    }
    given.update(facts)
    return Claim(**given)


def group(**facts: object) -> ClaimGroup:
    given: dict[str, Any] = {
        "id": "g",
        "kind": GroupKind.PARTS,
        "members": ["homicide"],
    }
    given.update(facts)
    return ClaimGroup(**given)


def number(text: str) -> PrintedNumber:
    return PrintedNumber.parse(text)


@pytest.mark.parametrize(
    ("comparator", "earlier"),
    [
        (ClaimComparator.YEAR_BEFORE, "2023/24"),
        (ClaimComparator.PERIOD_BEFORE, "2023/24"),
        (ClaimComparator.BASELINE, "year ending June 2019"),
        (ClaimComparator.PEAK, "year ending June 2019"),
        (ClaimComparator.AVERAGE, "None"),
        (ClaimComparator.NONE, "None"),
    ],
)
def test_the_comparator_says_which_period_is_compared_with(
    comparator: ClaimComparator, earlier: str
) -> None:
    found = claim(comparator=comparator, comparator_period=BASE)
    assert str(found.earlier_period) == earlier
    assert claim(comparator=comparator, period=None).earlier_period is None


def test_the_figures_are_given_in_the_order_they_are_read() -> None:
    found = claim(percentage=number("-9.6%"), level=number("31"))
    assert {name: str(each) for name, each in found.figures.items()} == {
        "level": "31",
        "percentage": "-9.6%",
    }


def test_what_the_document_gave_is_told_apart_from_what_is_printed() -> None:
    found = claim(inherited=["period"])
    assert found.origin("period") is Origin.INHERITED
    assert found.origin("area") is Origin.PRINTED


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"level": number("-31")}, "without a word or sign"),
        ({"rate": number("165")}, "Claim.per is None; allowed: given, since rate is"),
        ({"share_of": "all"}, "Claim.share is None; allowed: given, since share_of is"),
        ({"quotation": "word " * 16}, "at most 15 words"),
        ({"inherited": ["level"]}, "one of area, period"),
        ({"remarks": ["fine"]}, "Remark.GOOD"),
    ],
)
def test_a_claim_is_held_to_what_it_can_be(
    facts: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        claim(**facts)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"members": []}, "one claim or more"),
        ({"members": ["a", "a"]}, "each of them once"),
        ({"whole": "homicide"}, "a claim that is no member"),
        ({"kind": GroupKind.SHARES, "whole": "all"}, "have no whole"),
    ],
)
def test_a_group_is_held_to_what_it_can_be(
    facts: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        group(**facts)


def test_claims_are_found_by_their_ids() -> None:
    homicide = claim()
    claims = Claims(document=DOCUMENT, claims=[homicide], groups=[group()])
    assert claims.claim("homicide") is homicide
    assert claims.members(claims.groups[0]) == (homicide,)
    with pytest.raises(UnknownNameError, match="homicide"):
        claims.claim("homicides")


def test_everything_that_does_not_hang_together_is_named_at_once() -> None:
    with pytest.raises(InvalidContentError) as caught:
        Claims(
            document=DOCUMENT,
            claims=[claim(), claim()],
            groups=[group(), group(members=["other"], whole="whole")],
        )
    assert [each.place for each in caught.value.problems] == [
        "claims[1].id",
        "groups[1].id",
        "groups[1].members",
        "groups[1].whole",
    ]
