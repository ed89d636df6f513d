"""Workbooks for the tests, written by hand: as wrong as may be."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from policing_indicators.tables.workbook_place import cell_name

ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
    'manifest:1.0"/>'
)
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

Value = str | float | bool | None
Table = Iterable[Iterable[Value]]


def archive_of(parts: Mapping[str, str | bytes]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            stored = name == "mimetype"
            archive.writestr(name, part, ZIP_STORED if stored else ZIP_DEFLATED)
    return content.getvalue()


def xlsx_parts(sheets: Mapping[str, str], **more: str) -> dict[str, str]:
    """Give the parts of a workbook, the XML of each sheet given."""
    numbered = list(enumerate(sheets.items(), start=1))
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, (name, _) in numbered
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATED}/worksheet" '
        f'Target="worksheets/sheet{n}.xml"/>'
        for n, _ in numbered
    )
    return {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}'
        "</Relationships>",
        **{f"xl/worksheets/sheet{n}.xml": xml for n, (_, xml) in numbered},
        **more,
    }


def xlsx_sheet(rows: str, after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def xlsx_rows(table: Table) -> str:
    return "".join(
        f'<row r="{row + 1}">'
        + "".join(
            _xlsx_cell(cell_name(row, column), value)
            for column, value in enumerate(values)
            if value is not None
        )
        + "</row>"
        for row, values in enumerate(table)
    )


def _xlsx_cell(name: str, value: Value) -> str:
    if isinstance(value, bool):
        return f'<c r="{name}" t="b"><v>{value:d}</v></c>'
    if isinstance(value, str):
        text = f'<t xml:space="preserve">{escape(value)}</t>'
        return f'<c r="{name}" t="inlineStr"><is>{text}</is></c>'
    return f'<c r="{name}"><v>{value!r}</v></c>'


def xlsx(sheets: Mapping[str, Table]) -> bytes:
    """Make a workbook in XLSX of sheets of values."""
    return archive_of(
        xlsx_parts({name: xlsx_sheet(xlsx_rows(rows)) for name, rows in sheets.items()})
    )


def ods_parts(sheets: str, manifest: str = MANIFEST) -> dict[str, str]:
    """Give the parts of a workbook, the XML of its sheets given."""
    return {
        "mimetype": ODS_KIND,
        "META-INF/manifest.xml": manifest,
        "content.xml": '<office:document-content xmlns:office="o" xmlns:table="t" '
        f'xmlns:text="x"><office:body><office:spreadsheet>{sheets}'
        "</office:spreadsheet></office:body></office:document-content>",
    }


def ods_sheet(name: str, rows: str) -> str:
    return f'<table:table table:name="{escape(name)}">{rows}</table:table>'


def ods_rows(table: Table) -> str:
    return "".join(
        f"<table:table-row>{''.join(map(_ods_cell, values))}</table:table-row>"
        for values in table
    )


def _ods_cell(value: Value) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        kind, given = "boolean", f'office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, str):
        kind, given = "string", ""
    else:
        kind, given = "float", f'office:value="{value!r}"'
    return (
        f'<table:table-cell office:value-type="{kind}" {given}>'
        f"<text:p>{escape(str(value))}</text:p></table:table-cell>"
    )


def ods(sheets: Mapping[str, Table]) -> bytes:
    """Make a workbook in ODS of sheets of values."""
    return archive_of(
        ods_parts(
            "".join(ods_sheet(name, ods_rows(rows)) for name, rows in sheets.items())
        )
    )


WRITERS = {"xlsx": xlsx, "ods": ods}


def with_hidden(form: str, sheets: Mapping[str, Table], hidden: str) -> bytes:
    """Make a workbook one sheet of which no spreadsheet shows."""
    if form == "xlsx":
        parts = xlsx_parts(
            {name: xlsx_sheet(xlsx_rows(rows)) for name, rows in sheets.items()}
        )
        listed, name = "xl/workbook.xml", f'name="{hidden}"'
        parts[listed] = parts[listed].replace(name, f'{name} state="hidden"')
        return archive_of(parts)
    parts = ods_parts(
        "".join(ods_sheet(name, ods_rows(rows)) for name, rows in sheets.items())
    )
    name, body = f'table:name="{hidden}"', "<office:body>"
    style = (
        '<office:automatic-styles><style:style xmlns:style="s" style:name="gone" '
        'style:family="table"><style:table-properties table:display="false"/>'
        "</style:style></office:automatic-styles>"
    )
    parts["content.xml"] = (
        parts["content.xml"]
        .replace(name, f'{name} table:style-name="gone"')
        .replace(body, f"{style}{body}")
    )
    return archive_of(parts)


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
