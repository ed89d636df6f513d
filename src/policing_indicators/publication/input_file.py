"""A file that a statement is made from, by its name and its digest."""

from hashlib import file_digest
from pathlib import Path
from typing import Self

from attrs import frozen

from policing_indicators.errors import FileAccessError


@frozen(kw_only=True)
class InputFile:
    """A file that a statement was made from.

    Attributes:
        name: Its name, from the publication's folder.
        sha256: The SHA-256 digest of its content, in hexadecimal; blank where it is
            not made public.

    >>> print(InputFile(name="figures.csv", sha256="e3b0c442"))
    figures.csv (SHA-256 e3b0c442)
    """

    name: str
    sha256: str

    @classmethod
    def read(cls, file: Path, folder: Path) -> Self:
        """Read a file's digest, and name it without saying where the folder is.

        Args:
            file: The file.
            folder: The publication's folder.

        Raises:
            FileAccessError: The file cannot be read.
        """
        within = file.is_relative_to(folder)
        name = file.relative_to(folder).as_posix() if within else file.name
        try:
            with file.open("rb") as content:
                digest = file_digest(content, "sha256").hexdigest()
        except OSError as error:
            raise FileAccessError(str(file), error.strerror or str(error)) from error
        return cls(name=name, sha256=digest)

    def __str__(self) -> str:
        """Name the file and its digest, as printed."""
        return f"{self.name} (SHA-256 {self.sha256})" if self.sha256 else self.name
