"""Times the library beside its peers, and prints the ratios at the end."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from benchmarks.comparison import Memory, Peer, Ratio, Weight, Work, peak_of, table
from benchmarks.fresh_process import FreshProcess
from benchmarks.official_table import write_recorded_crime

COMMAND = "python -m pytest benchmarks --benchmark-only"
LIBRARIES = (
    *("numpy", "scipy", "statsmodels", "pandas"),
    *("abspc", "clinical-qikit", "controlchartspy"),
)
ROUNDS = 9

_RATIOS = pytest.StashKey[list[Ratio | Memory | Weight]]()


class Compare:
    """Times work of the library and of its peers, taking turns, round by round."""

    def __init__(self, benchmark: Any, ratios: list[Ratio | Memory | Weight]) -> None:  # noqa: ANN401 -- pytest-benchmark has no types
        self._benchmark = benchmark
        self._ratios = ratios

    def __call__(
        self, what: str, ours: Work, peers: Sequence[Peer], *, rounds: int = ROUNDS
    ) -> None:
        """Time them, and keep the ratios for the table.

        Args:
            what: The work.
            ours: How the library does it.
            peers: How others do it.
            rounds: How often each is timed, after one time that does not count.
        """
        seconds: list[list[float]] = []
        kept: list[object] = []

        def others_first() -> None:
            kept.clear()
            seconds.append([peer.seconds() for peer in peers])

        self._benchmark.group = what
        self._benchmark.pedantic(
            lambda: kept.append(ours()),
            setup=others_first,
            rounds=rounds,
            warmup_rounds=1,
        )
        if self._benchmark.disabled:
            return
        own = self._benchmark.stats.stats.data
        for peer, theirs in zip(
            peers, zip(*seconds[-rounds:], strict=True), strict=True
        ):
            pairs = zip(own, theirs, strict=True)
            ratio = Ratio(what, peer, [mine / other for mine, other in pairs])
            self._ratios.append(ratio)
            self._benchmark.extra_info[peer.name] = ratio.middle

    def memory(self, what: str, ours: Work, size: int, *, most: float) -> None:
        """Measure the peak of memory, hold it to what it may be, and keep it.

        Args:
            what: The work.
            ours: How the library does it.
            size: How many bytes go in.
            most: How many times as many it may take.
        """
        times = peak_of(ours) / size
        assert times <= most
        self._ratios.append(Memory(what, "the array that goes in", times, most))

    def weight(self, what: str, page: str, *, beside: str, most: int) -> None:
        """Hold a page to what it may weigh, and keep that.

        Args:
            what: The page.
            page: It, as written.
            beside: The same without its pictures.
            most: How many bytes it may have.
        """
        size, other = len(page.encode()), len(beside.encode())
        assert size < most
        self._ratios.append(Weight(what, size, other, most))


@pytest.fixture
def compare(benchmark: Any, pytestconfig: pytest.Config) -> Compare:  # noqa: ANN401 -- pytest-benchmark has no types
    """Give what times the library beside its peers."""
    return Compare(benchmark, pytestconfig.stash[_RATIOS])


@pytest.fixture(scope="session")
def fresh_process(tmp_path_factory: pytest.TempPathFactory) -> FreshProcess:
    """Give what runs code in an interpreter of its own."""
    return FreshProcess(tmp_path_factory.mktemp("bytecode"))


@pytest.fixture(scope="session")
def recorded_crime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the Home Office's table of recorded crime, as a CSV file."""
    return write_recorded_crime(
        tmp_path_factory.mktemp("tables") / "recorded_crime.csv"
    )


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write the table of ratios to a file."""
    parser.addoption(
        "--save-table",
        type=Path,
        metavar="PATH",
        help="write the table of ratios there, in Markdown",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Start without a ratio."""
    config.stash[_RATIOS] = []


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the ratios, and write them where that was asked for."""
    ratios = config.stash[_RATIOS]
    if not ratios:
        return
    text = f"{_circumstances()}\n\n{table(ratios)}\n"
    terminalreporter.section("ratios")
    terminalreporter.write(text)
    path: Path | None = config.getoption("--save-table")
    if path is not None:
        path.write_text(text, encoding="utf-8")


def _circumstances() -> str:
    today = datetime.now(UTC).date()
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    machine = f"{platform.machine()}, {os.cpu_count()} processors"
    return (
        f"Measured on {today.day} {today:%B %Y} by `{COMMAND}` (Python "
        f"{platform.python_version()}, {libraries}; {machine}). Each ratio is the "
        "median of rounds in which the two take turns in one run; in brackets, where "
        "the middle half of the rounds lies."
    )
