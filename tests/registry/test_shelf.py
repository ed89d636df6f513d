"""What stands on the shelf, and that it ships."""

from pathlib import Path
from typing import Any

import pytest

from policing_indicators.errors import InvalidValueError, UnknownNameError
from policing_indicators.registry import shelf


def test_a_data_file_is_found_inside_the_package() -> None:
    assert shelf.file("areas.csv").is_file()
    assert shelf.lines("areas.csv")[0] == "id,name,kind,code,aliases"


def test_every_data_file_is_named_with_its_publisher_and_the_licence() -> None:
    readme = shelf.file("README.md").read_text(encoding="utf-8")
    assert "Open Government Licence v3.0" in readme
    folder = Path(str(shelf.file("areas.csv"))).parent
    for path in folder.rglob("*.*"):
        name = path.relative_to(folder).as_posix()
        family = name if "households" not in name else "populations/households-"
        assert family in readme or name == "README.md"


def test_the_documents_of_a_folder_are_known_by_their_ids() -> None:
    assert shelf.ids("mappings") == ("home-office",)
    document = shelf.document("mappings", "mapping", "home-office")
    assert document.name == "home-office.toml"


def test_a_document_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownNameError) as caught:
        shelf.document("mappings", "mapping", "home-ofice")
    assert caught.value.known == ("home-office",)


@pytest.mark.parametrize("name", [None, 4, Path("home-office"), ["home-office"]])
def test_an_id_is_text(name: Any) -> None:  # noqa: ANN401 - none is of the type
    with pytest.raises(InvalidValueError, match="the id of the mapping"):
        shelf.document("mappings", "mapping", name)


def test_no_path_out_of_the_shelf_is_an_id() -> None:
    with pytest.raises(UnknownNameError):
        shelf.document("mappings", "mapping", "../frameworks/national-priorities-2021")
