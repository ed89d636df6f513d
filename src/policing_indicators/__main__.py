"""``python -m policing_indicators``: the command, where its own name is not found."""

import sys

from policing_indicators.cli.main import main

sys.exit(main())
