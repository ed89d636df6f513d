"""Print a command of the README: number 1 is the job, number 2 the tests."""

import re
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"^```(?:bash|console|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
START = "python3 -m venv .venv && "


def commands() -> list[str]:
    """Give every command of the README that starts from a new environment."""
    blocks = BLOCK.findall(README.read_text(encoding="utf-8"))
    lines = [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith(START)]


if __name__ == "__main__":
    print(commands()[int(sys.argv[1]) - 1])
