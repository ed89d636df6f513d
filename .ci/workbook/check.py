"""Open our workbooks with LibreOffice, and compare every cell with what was meant.

It is called with the program, a folder to work in and the publications whose statements
are to be checked. It first checks workbooks that are broken, which must not pass.
"""

import csv
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from attrs import evolve
from openpyxl import load_workbook

from policing_indicators import AuditPage, Draft, Statement, areas, populations
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.publication.audit_workbook import audit_book
from policing_indicators.publication.figures_workbook import figures_book
from policing_indicators.publication.workbook import statement_book
from policing_indicators.tables import claims
from policing_indicators.tables.book import Book, BookTable, Cell, Sheet, text_of
from policing_indicators.tables.book_layout import number_of, plain
from policing_indicators.tables.book_writing import BookFormat, book_bytes

# Commas, quotation marks, UTF-8, from line 1; values as they are and not as shown;
# every sheet to a file of its own.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
HOSTILE = ("=1+1", "+1", "-1", "@SUM(1;1)", "'=1", '=HYPERLINK("https://example.org")')


class Office:
    """LibreOffice, which opens a workbook and saves it otherwise."""

    def __init__(self, program: str, folder: Path) -> None:
        """Keep its settings in a folder of our own."""
        self._command = [
            program,
            "--headless",
            f"-env:UserInstallation={(folder / 'settings').resolve().as_uri()}",
        ]

    def convert(self, file: Path, form: str) -> None:
        """Save a workbook in another form, beside it."""
        command = [*self._command, "--convert-to", form, "--outdir", str(file.parent)]
        subprocess.run(  # noqa: S603 - the program is the one that the gate found
            [*command, str(file)], check=True, capture_output=True, timeout=300
        )


def problems(office: Office, book: Book, content: bytes, file: Path) -> Iterator[str]:
    """Name every cell that LibreOffice has otherwise, and what it does not show."""
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    office.convert(file, CSV)
    for sheet in book.sheets:
        saved = file.with_name(f"{file.stem}-{sheet.name}.csv")
        if not saved.is_file():
            yield f"{file.name}: there is no sheet {sheet.name}"
            continue
        with saved.open(encoding="utf-8", newline="") as lines:
            rows = [without_blanks(row) for row in csv.reader(lines)]
        meant = [without_blanks(row) for row in cells_of(sheet)]
        while rows and not rows[-1]:
            rows.pop()
        for number in range(max(len(rows), len(meant))):
            here, there = (each[number : number + 1] for each in (meant, rows))
            if here != there:
                yield f"{file.name}: {sheet.name}, row {number + 1}: {there} for {here}"
    office.convert(file, "pdf")
    if not file.with_suffix(".pdf").read_bytes().startswith(b"%PDF"):
        yield f"{file.name}: there is no page to look at"


def cells_of(sheet: Sheet) -> Iterator[list[str]]:
    """Give the cells of a sheet as LibreOffice writes them."""
    for line in (sheet.title, *sheet.lines):
        yield [line]
    if sheet.table:
        yield list(sheet.table.headings)
        for row in sheet.table.rows:
            yield list(map(written, row))


def written(cell: Cell) -> str:
    """Write a cell as LibreOffice does: whole numbers without a point."""
    text = text_of(cell)
    if text is not None:
        return plain(text)
    number = number_of(cell) or 0
    return str(int(number)) if number == int(number) else repr(number)


def without_blanks(row: list[str]) -> list[str]:
    """Leave out the blank cells at a row's end."""
    while row and not row[-1]:
        row = row[:-1]
    return row


def hostile() -> Book:
    """Give a workbook of texts that a careless writer would let run."""
    table = BookTable(
        name="table_1", headings=("Text",), rows=tuple((each,) for each in HOSTILE)
    )
    sheet = Sheet(name="Texts", title=HOSTILE[0], lines=HOSTILE, table=table)
    return Book(title="Texts", author="Nobody", language="en-GB", sheets=(sheet,))


def broken() -> Iterator[tuple[str, Book, bytes]]:
    """Give workbooks that must not pass: a formula that runs, another number."""
    book = hostile()
    workbook = load_workbook(BytesIO(book_bytes(book, BookFormat.XLSX)))
    workbook["Texts"]["A2"].data_type = "f"
    saved = BytesIO()
    workbook.save(saved)
    yield "a formula that runs", book, saved.getvalue()
    for form in BookFormat:
        table = BookTable(name="table_1", headings=("Number",), rows=((1.5,),))
        [sheet] = book.sheets
        meant = evolve(book, sheets=(evolve(sheet, table=table),))
        table = evolve(table, rows=((1.25,),))
        other = evolve(book, sheets=(evolve(sheet, table=table),))
        yield f"another number, {form.value}", meant, book_bytes(other, form)


def books(publications: list[str]) -> Iterator[tuple[str, Book]]:
    """Give the workbooks of publications, and those of the first one's audit."""
    yield "texts", hostile()
    for name in publications:
        draft = Draft.read(Path(name))
        yield Path(name).name, statement_book(Statement.of(draft, populations()))
    first = Path(publications[0])
    draft = Draft.read(first)
    yield "figures", figures_book(draft.observations, draft.framework, areas())
    found = audit_claims(
        claims.read(first / "claims.csv", framework=draft.framework),
        draft.observations,
        framework=draft.framework,
        populations=populations(),
    )
    yield "audit", audit_book(AuditPage.of(found, areas()))


def main() -> int:
    """Check the broken workbooks, then ours."""
    program, folder, *publications = sys.argv[1:]
    office = Office(program, Path(folder))
    for number, (what, book, content) in enumerate(broken()):
        file = Path(folder, f"broken-{number}", "broken.workbook")
        if not any(problems(office, book, content, file)):
            print(f"a workbook passes that has {what}")
            return 1
    wrong = 0
    for name, book in books(publications):
        for form in BookFormat:
            file = Path(folder, f"{name}-{form.value}", f"{name}.{form.value}")
            for problem in problems(office, book, book_bytes(book, form), file):
                print(problem)
                wrong += 1
            print(f"{file.name}: {len(book.sheets)} sheets compared")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
