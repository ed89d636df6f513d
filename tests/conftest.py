"""How thoroughly hypothesis looks, and the publishers' files that tests may read."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"
ABSENT = "the publishers' files are not here: no folder ../shared/data"

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("thorough", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_report_header() -> str:
    """Say whether the publishers' files are read in this run."""
    return f"shared data: {'present' if SHARED_DATA.is_dir() else ABSENT}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what reads the publishers' files where they are absent, and only there."""
    for item in items:
        marked = item.get_closest_marker("shared_data") is not None
        if "shared_data" in getattr(item, "fixturenames", ()) and not marked:
            message = f"{item.nodeid} reads shared data without the marker shared_data"
            raise pytest.UsageError(message)
        if marked and not SHARED_DATA.is_dir():
            item.add_marker(pytest.mark.skip(reason=ABSENT))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder of the publishers' files."""
    return SHARED_DATA
