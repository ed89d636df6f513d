"""How thoroughly hypothesis looks, and the publishers' files that tests may read."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"
ABSENT = "the publishers' files are not here: no folder ../shared/data"

# Speed is measured in benchmarks/, and asserted nowhere: a busy machine fails no test.
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", _UNTIMED, derandomize=True)
settings.register_profile("thorough", _UNTIMED, max_examples=2_000)
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
