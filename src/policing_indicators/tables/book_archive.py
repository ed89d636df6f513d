"""The archive that a workbook is, without the clock of the day it was packed."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can name, for those that name none."""
_MIMETYPE = "mimetype"
"""What stands first and uncompressed in an OpenDocument. Source: OASIS, "Open Document
Format for Office Applications", part 2, 3.3."""
CLOCKS = re.compile(
    rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>"
    rb"|<meta:(creation-date)>[^<]*</meta:\2>|<dc:date>[^<]*</dc:date>"
)
_PROPERTIES = frozenset(("docProps/core.xml", "meta.xml"))


def settled(archive: bytes) -> bytes:
    """Pack a workbook again, so that equal ones are the same bytes on every day.

    Args:
        archive: The workbook.
    """
    packed = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in _PROPERTIES:
                content = CLOCKS.sub(b"", content)
            member = ZipInfo(name, _EPOCH)
            stored = name == _MIMETYPE
            member.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
            new.writestr(member, content)
    return packed.getvalue()
