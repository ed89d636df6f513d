"""The archive that an XLSX or ODS file is, unpacked warily.

What an archive declares of its parts is not believed: each is unpacked up to a limit.
And the reader of workbooks is given an archive of the parts that were looked at and
nothing else, so that it cannot come upon another part than was looked at.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from policing_indicators.errors import FileAccessError
from policing_indicators.tables.workbook_limits import (
    MOST_BYTES,
    MOST_UNPACKED,
    refusal,
)

OLD_MARK = b"\xd0\xcf\x11\xe0"
"""What workbooks that a password protects begin with, and those in XLS. Source:
Microsoft, MS-CFB, 2.2."""
_OTHER_FORMATS = {
    OLD_MARK: "an encrypted workbook, or one in the older form XLS",
    b"<": "a page or document in XML or HTML",
}
MARK = b"PK\3\4"
"""What an archive begins with."""

_CHUNK = 1 << 20
_RAW = -zlib.MAX_WBITS
_ENCRYPTED = 0x1

_COMMON = struct.Struct("<5H3I2H")
_REST = struct.Struct("<3H2I")
_END = struct.Struct("<4s4H2IH")
"""What stands in an archive. Source: PKWARE, .ZIP File Format Specification, 4.3."""

_SIGNATURE = 4
_VERSION = 20
_MADE_BY = _VERSION.to_bytes(2, "little")
_UTF_8 = 0x800
_FIRST_OF_JANUARY_1980 = 0x21


class _Unpacked(NamedTuple):
    """A part that was looked at: what it is packed to, and what it did unpack to."""

    packed: bytes
    method: int
    check: int
    size: int


class Archive:
    """The parts of a workbook, of which each is unpacked when it is asked for.

    Args:
        path: The file.

    Attributes:
        where: The file, as the caller named it.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: It is no archive, is too large or is encrypted, or two
            parts of it have one name.
    """

    __slots__ = ("_content", "_parts", "_size", "_unpacked", "where")

    where: str

    def __init__(self, path: str | PathLike[str]) -> None:
        """Read the file, and unpack nothing."""
        self.where = str(path)
        self._content = _content(path, self.where)
        self._parts = _parts(self._content, self.where)
        self._unpacked: dict[str, _Unpacked] = {}
        self._size = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, such as ``xl/workbook.xml``."""
        return tuple(self._parts)

    def unpack(self, name: str) -> Iterator[bytes]:
        """Unpack a part, a piece at a time; from then on it has been looked at.

        Raises:
            InvalidContentError: It cannot be unpacked, or all parts together unpack to
                more than is allowed.
        """
        part = self._parts[name]
        packed = self._packed(part)
        check = size = 0
        try:
            for chunk in _inflated(packed, part.compress_type):
                check, size = zlib.crc32(chunk, check), size + len(chunk)
                self._hold(len(chunk))
                yield chunk
        except (EOFError, zlib.error) as error:
            raise refusal(self.where, f"{name}, cut short or damaged") from error
        if check != part.CRC:
            raise refusal(self.where, f"{name}, damaged")
        self._unpacked[name] = _Unpacked(packed, part.compress_type, check, size)

    def copy(self) -> BytesIO:
        """Make an archive of the parts that were looked at, with their true sizes."""
        copied = BytesIO()
        directory: list[bytes] = []
        for spelling, part in self._unpacked.items():
            name = spelling.encode()
            directory.append(_entry(name, part, copied.tell()))
            copied.write(_head(name, part))
            copied.write(part.packed)
        start = copied.tell()
        copied.write(b"".join(directory))
        many, size = len(directory), copied.tell() - start
        copied.write(_END.pack(b"PK\5\6", 0, 0, many, many, size, start, 0))
        copied.seek(0)
        return copied

    def _packed(self, part: ZipInfo) -> bytes:
        """Give the bytes of a part, which stand behind a head of its own."""
        start, content = part.header_offset, self._content
        try:
            *_, name, extra = _COMMON.unpack_from(content, start + _SIGNATURE)
        except struct.error as error:
            raise refusal(self.where, f"{part.filename}, cut short") from error
        start += _SIGNATURE + _COMMON.size + name + extra
        return content[start : start + part.compress_size]

    def _hold(self, size: int) -> None:
        self._size += size
        if self._size > MOST_UNPACKED:
            found = f"parts that unpack to more than {MOST_UNPACKED:,} bytes"
            raise refusal(self.where, found)


def _content(path: str | PathLike[str], where: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileAccessError(where, error.strerror or str(error)) from error
    if len(content) > MOST_BYTES:
        raise refusal(where, f"more than {MOST_BYTES:,} bytes")
    if not content.startswith(MARK):
        raise refusal(where, _form_of(content))
    return content


def _form_of(content: bytes) -> str:
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    for mark, form in _OTHER_FORMATS.items():
        if start.startswith(mark):
            return form
    if not start:
        return "nothing"
    try:
        content.decode()
    except UnicodeDecodeError:
        return "another kind of file"
    return "text, such as CSV"


def _parts(content: bytes, where: str) -> dict[str, ZipInfo]:
    parts: dict[str, ZipInfo] = {}
    for part in _listed(content, where):
        name = part.filename
        if name in parts:
            raise refusal(where, f"two parts named {name}")
        if part.flag_bits & _ENCRYPTED:
            raise refusal(where, f"{name}, encrypted")
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise refusal(where, f"{name}, packed in an unusual way")
        parts[name] = part
    return parts


def _listed(content: bytes, where: str) -> Iterable[ZipInfo]:
    try:
        with ZipFile(BytesIO(content)) as archive:
            return archive.infolist()
    except NotImplementedError as error:  # zipfile says so of versions after its own
        version = str(error).removeprefix("zip file ")
        found = f"an archive in a form that zipfile does not know ({version})"
        raise refusal(where, found) from error
    except (BadZipFile, ValueError, struct.error) as error:
        found = "an archive that is damaged, or not all there"
        raise refusal(where, found) from error


def _inflated(packed: bytes, method: int) -> Iterator[bytes]:
    """Unpack bytes a piece at a time, however little they say of how much they are."""
    if method == ZIP_STORED:
        for start in range(0, len(packed), _CHUNK):
            yield packed[start : start + _CHUNK]
        return
    inflating = zlib.decompressobj(_RAW)
    waiting = packed
    while not inflating.eof:
        chunk = inflating.decompress(waiting, _CHUNK)
        waiting = inflating.unconsumed_tail
        if not (chunk or inflating.eof):
            raise EOFError
        yield chunk


def _common(name: bytes, part: _Unpacked) -> bytes:
    """Write what the head of a part and its entry in the directory both say."""
    return _COMMON.pack(
        _VERSION,
        _UTF_8,
        part.method,
        0,
        _FIRST_OF_JANUARY_1980,
        part.check,
        len(part.packed),
        part.size,
        len(name),
        0,
    )


def _head(name: bytes, part: _Unpacked) -> bytes:
    return MARK + _common(name, part) + name


def _entry(name: bytes, part: _Unpacked, start: int) -> bytes:
    common = _common(name, part)
    return b"PK\1\2" + _MADE_BY + common + _REST.pack(0, 0, 0, 0, start) + name
