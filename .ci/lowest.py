"""Print the lowest declared version of all that runs in tests, as constraints."""

import re
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"


def main() -> None:
    """Turn each ``name>=version`` of the project into ``name==version``."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]["test"]
    for dependency in [*project["dependencies"], *extra]:
        floor = re.fullmatch(r"([\w.-]+)>=([\d.]+)", dependency)
        if floor is None:
            message = f"{dependency!r} declares no floor; write name>=version"
            raise SystemExit(message)
        print("==".join(floor.groups()))


if __name__ == "__main__":
    main()
