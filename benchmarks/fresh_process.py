"""Python started anew, as someone at a shell does it."""

import os
import subprocess
import sys
from pathlib import Path

from attrs import frozen

COMMAND = "import sys; from policing_indicators.cli.main import main; sys.exit(main())"
"""What the installed command policing-indicators runs."""


@frozen
class FreshProcess:
    """Runs code in an interpreter of its own, to the end.

    Attributes:
        bytecode: The folder in which every module's bytecode is kept: after one run
            none is compiled again, be it installed or in a checkout.
    """

    bytecode: Path

    def run(self, code: str, *arguments: str) -> bytes:
        """Run the code and give what it printed."""
        environment = os.environ | {"PYTHONPYCACHEPREFIX": str(self.bytecode)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        return subprocess.run(  # noqa: S603 -- our own words, and no shell
            [sys.executable, "-c", code, *arguments],
            capture_output=True,
            check=True,
            env=environment,
        ).stdout
