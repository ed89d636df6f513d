"""Every picture, drawn once."""

import pytest
from tests.charts.made import PICTURES

from policing_indicators.charts import Picture


@pytest.fixture(scope="session")
def pictures() -> dict[str, Picture]:
    """Give a picture of each kind, and of figures that are hard to draw."""
    return {name: made() for name, made in PICTURES.items()}


@pytest.fixture(scope="session")
def drawings(pictures: dict[str, Picture]) -> dict[str, str]:
    """Give each of them as SVG."""
    return {name: picture.svg() for name, picture in pictures.items()}
