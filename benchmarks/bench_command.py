"""The whole job: the shipped example's statement by the command."""

from pathlib import Path

from benchmarks.comparison import Peer
from benchmarks.conftest import Compare
from benchmarks.fresh_process import COMMAND, FreshProcess

PUBLICATION = (
    Path(__file__).parents[1]
    / "examples"
    / "west-midlands-2024-25-q4"
    / "publication.toml"
)
LIBRARIES = "import attrs, cattrs, jinja2, numpy, scipy.special"


def bench_statement(compare: Compare, fresh_process: FreshProcess) -> None:
    arguments = "statement", str(PUBLICATION)
    assert b"49,027" in fresh_process.run(COMMAND, *arguments)
    compare(
        "a fresh process: the example's statement by the command",
        lambda: fresh_process.run(COMMAND, *arguments),
        (
            Peer("importing its five libraries", lambda: fresh_process.run(LIBRARIES)),
            Peer("import numpy", lambda: fresh_process.run("import numpy")),
        ),
        rounds=15,
    )
