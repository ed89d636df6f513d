"""Starting: imports and the command's help, each in a process of its own."""

import pytest

from benchmarks.comparison import Peer
from benchmarks.conftest import Compare
from benchmarks.fresh_process import COMMAND, FreshProcess

ROUNDS = 21


def peers(fresh_process: FreshProcess) -> tuple[Peer, ...]:
    return (
        Peer("import numpy", lambda: fresh_process.run("import numpy")),
        Peer("an interpreter that does nothing", lambda: fresh_process.run("")),
    )


@pytest.mark.parametrize(
    "code",
    [
        "import policing_indicators",
        "from policing_indicators import Period",
        "from policing_indicators import Rate",
    ],
)
def bench_import(compare: Compare, fresh_process: FreshProcess, code: str) -> None:
    compare(
        f"a fresh process: {code}",
        lambda: fresh_process.run(code),
        peers(fresh_process),
        rounds=ROUNDS,
    )


def bench_help(compare: Compare, fresh_process: FreshProcess) -> None:
    assert b"statement" in fresh_process.run(COMMAND, "--help")
    compare(
        "a fresh process: policing-indicators --help",
        lambda: fresh_process.run(COMMAND, "--help"),
        peers(fresh_process),
        rounds=ROUNDS,
    )
