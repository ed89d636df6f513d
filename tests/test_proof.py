"""The page on how each number is held names tests that there are, for every number."""

import ast
import re
from pathlib import Path

import pytest

import policing_indicators
from policing_indicators import arrays

TESTS = Path(__file__).parent
PAGE = TESTS.parent.joinpath("docs", "proof.md").read_text(encoding="utf-8")
HOLDERS = sorted(set(re.findall(r"`([\w/]+\.py(?:::\w+)?)`", PAGE)))
TABLES = {
    title: [row for row in text.splitlines() if row.startswith("| ")]
    for title, text in re.findall(
        r"^## (.*?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL
    )
}
SIGNAL_AND_NOISE = {
    "benchmark_comparison",
    "change_comparison",
    "change_test",
    "control_chart",
    "dispersion",
    "funnel",
    "group_average",
    "ranking",
    "rare_chart",
    "recent_trend",
    "season",
}
"""The modules of calculation whose numbers these are."""

FACTS = {"RankedArea", "SeasonFinding", "TrendDirection", "WhyNoTrend"}
"""Public names of theirs that hold no number of their own."""

ELSEWHERE = {
    "change_p_value",
    "count_limits",
    "percent_change",
    "proportion_difference_limits",
    "proportion_limits",
    "proportion_p_value",
    "rate",
    "rate_limits",
    "rate_p_value",
    "rate_ratio",
    "rate_ratio_limits",
}
"""Doors to arrays whose numbers are no matter of signal and noise among areas."""

OF_THE_TESTS = "test_every_array_door_is_tried_on_what_the_caller_may_not_lose"
"""What holds the tests of faults themselves."""


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_test_that_the_page_names_is_there(holder: str) -> None:
    file, _, name = holder.partition("::")
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert not name or name in names


@pytest.mark.parametrize("title", TABLES)
def test_every_row_of_the_page_names_a_test_that_holds_it(title: str) -> None:
    for row in TABLES[title]:
        last_cell = row.rstrip("| ").rpartition(" | ")[2]
        is_head = last_cell == "held by" or row.startswith("| --- ")
        assert is_head or ".py" in last_cell, row


def test_every_number_of_signal_and_noise_is_on_the_page() -> None:
    told = {
        name
        for row in TABLES["Every number, a second way"]
        for name in re.findall(r"`(\w+)`", row.split(" | ")[1])
    }
    front = {
        name
        for name in policing_indicators.__all__
        if getattr(getattr(policing_indicators, name), "__module__", "").rpartition(
            "."
        )[2]
        in SIGNAL_AND_NOISE
        and "calculation" in getattr(policing_indicators, name).__module__
    }
    doors = {name for name in arrays.__all__ if name.islower()}
    assert told == (front - FACTS) | (doors - ELSEWHERE)


def test_the_page_names_every_fault_that_is_tried() -> None:
    tree = ast.parse((TESTS / "test_known_faults.py").read_text(encoding="utf-8"))
    tried = {
        f"test_known_faults.py::{node.name}"
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    tried.remove(f"test_known_faults.py::{OF_THE_TESTS}")
    assert tried <= set(HOLDERS)
