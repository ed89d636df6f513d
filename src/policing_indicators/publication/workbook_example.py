"""The example publication with its figures in a workbook, ready to be filled in."""

from pathlib import Path

from policing_indicators.publication.draft import PUBLICATION_FILE, Draft
from policing_indicators.publication.example import example, example_files
from policing_indicators.publication.figures_workbook import figures_workbook
from policing_indicators.publication.next_issue import figures_name
from policing_indicators.registry.areas import areas
from policing_indicators.structuring.rewriting import with_value
from policing_indicators.tables.book_writing import BookFormat
from policing_indicators.writing import write_folder

_READ_ME = "README.md"


def copy_workbook_example(folder: Path, form: BookFormat) -> str:
    """Copy the shipped example, its figures in a workbook, whole or not at all.

    It makes the same statement as the example.

    Args:
        folder: Where it is to be; it must not be there yet.
        form: The format of the workbook.

    Returns:
        The name of the workbook.

    Raises:
        FileAccessError: The folder is there, or cannot be made.
        MissingLibraryError: What writes the format is not installed.
    """
    name = figures_name(form)
    files = example_files(folder)
    draft = Draft.read(Path(str(example())))
    files[name] = figures_workbook(draft.observations, draft.framework, areas(), form)
    publication = files[PUBLICATION_FILE].decode()
    files[PUBLICATION_FILE] = with_value(publication, ["data"], [name]).encode()
    for table in draft.publication.data:  # else rows would stand where nobody looks
        del files[table]
        files[_READ_ME] = files[_READ_ME].replace(table.encode(), name.encode())
    write_folder(folder, files)
    return name
