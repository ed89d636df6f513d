"""The areas of the rows of tables of the Office for National Statistics."""

import re

from policing_indicators.errors import InvalidValueError, UnknownNameError
from policing_indicators.registry.layout import OtherArea
from policing_indicators.tables.ons_words import words_of
from policing_indicators.vocabulary.area import Area, AreaKind, Areas

_REGION = re.compile(r"E12\d{6}", re.ASCII)
_PARTNERSHIP = re.compile(r"(?:E22|W14)\d{6}", re.ASCII)
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")
_UNASSIGNED = "unassigned "

_ALLOWED_CODE = "the code of a police force area, a region or a country"
_ALLOWED_NAME = "the name of what has no code, such as British Transport Police"
_ALLOWED_PARTNERSHIP = "the code of a community safety partnership, or Unassigned"


class OnsAreas:
    """Finds the area of a row, and keeps those that are on no shelf.

    Args:
        known: The areas of the shelf.
        others: What else rows may be of.
    """

    __slots__ = ("_codes", "_known", "_others", "found")

    found: dict[str, Area]
    """Every area that was found, by its id."""

    def __init__(self, known: Areas, others: tuple[OtherArea, ...]) -> None:
        """Start with none found."""
        self._known = known
        self._codes = {area.code: area for area in known if area.code is not None}
        self._others = {
            words_of(name).text: Area(other.id, other.names[0], AreaKind.OTHER)
            for other in others
            for name in other.names
        }
        self.found = {}

    def of_row(self, code: str, name: str) -> Area:
        """Find the area of a row by its code, and by its name where it has none.

        Raises:
            InvalidValueError: It is none that such a table has, or the name is that of
                another area than the code.
        """
        code = code.strip().upper()
        if code in self._codes:
            area = self._codes[code]
            self._hold_to_name(area, name)
        elif _REGION.fullmatch(code):
            plain = " ".join(name.split())
            area = Area(code.lower(), plain, AreaKind.REGION, code=code)
        elif code:
            raise InvalidValueError("area code", code, _ALLOWED_CODE)
        else:
            area = self._named(name)
        return self.found.setdefault(area.id, area)

    def of_partnership(self, code: str, name: str) -> Area:
        """Find the area of a row of a community safety partnership.

        Offences that a force assigned to none of its partnerships stand in rows without
        a code.

        Raises:
            InvalidValueError: It is none.
        """
        code, plain = code.strip().upper(), " ".join(name.split())
        if not code and plain.casefold() in self._others:
            area = self._others[plain.casefold()]
            return self.found.setdefault(area.id, area)
        if _PARTNERSHIP.fullmatch(code):
            id_, known = code.lower(), code
        elif not code and plain.casefold().startswith(_UNASSIGNED):
            id_, known = f"ons/{_BETWEEN_WORDS.sub('-', plain.casefold())}", None
        else:
            raise InvalidValueError("partnership", code or name, _ALLOWED_PARTNERSHIP)
        kind = AreaKind.COMMUNITY_SAFETY_PARTNERSHIP
        return self.found.setdefault(id_, Area(id_, plain, kind, code=known))

    def _hold_to_name(self, area: Area, name: str) -> None:
        """Hold a row to one area: a code that slipped by a row is a wrong figure."""
        try:
            named = self._known.find(words_of(name).text)
        except UnknownNameError:
            return
        if named != area:
            raise InvalidValueError("area name", name, f"{area.name}, as {area.code}")

    def _named(self, name: str) -> Area:
        plain = words_of(name).text
        if plain in self._others:
            return self._others[plain]
        try:
            return self._known.find(plain)
        except UnknownNameError as error:
            raise InvalidValueError("area name", name, _ALLOWED_NAME) from error
