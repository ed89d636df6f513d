"""The converter: strict by hooks of its own for every kind of type."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import partial
from types import NoneType
from typing import Any, TypeAlias, TypeGuard, TypeVar, get_args

from attrs import NOTHING, Attribute, fields, has, resolve_types
from cattrs import Converter
from cattrs.errors import StructureHandlerNotFoundError

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    PolicingIndicatorsError,
    Problem,
    UnknownNameError,
)
from policing_indicators.structuring import scalar
from policing_indicators.structuring.annotation import (
    Annotation,
    arms,
    expected,
    has_word,
    is_choice,
    is_dictionary,
    is_made_of_table,
    is_tuple,
    word_of,
)
from policing_indicators.structuring.plain import WHOLE
from policing_indicators.structuring.refusal import Gathering, Refusal
from policing_indicators.vocabulary.period import Period

_Kind = TypeVar("_Kind")
_Data: TypeAlias = Any  # as a reader of TOML or JSON gives it
_Field: TypeAlias = "Attribute[Any]"
_Hook = Callable[[_Data, Annotation], Any]

_KIND = "kind"
"""The key by which data name the type that they are of, where there are several."""

_OF_TEXT = (Period, Fraction)
"""What is written as text, and read from it also where there is a choice."""


def structure(data: object, kind: type[_Kind], *, where: str) -> _Kind:
    """Make a value of a type from plain data: dictionaries, lists, text, numbers.

    Args:
        data: The data, as a reader of TOML or JSON gives it.
        kind: The type: a class of this package, or a tuple or dictionary of such.
        where: What errors call the data: the name of the file it stood in.

    Raises:
        InvalidContentError: Something in the data is not right. All of it is named, by
            path, with what is there and what was allowed.
        InvalidValueError: The kind is, or holds, a type that cannot be made from data.

    >>> from policing_indicators.vocabulary.source import Source
    >>> data = {"publisher": "Home Office", "title": "Police recorded crime"}
    >>> print(structure(data, Source, where="source.toml"))
    Home Office, Police recorded crime
    """
    try:
        made: _Kind = _CONVERTER.structure(data, kind)
    except Refusal as refusal:
        problems = (
            Problem(each.place or WHOLE, each.value, each.allowed)
            for each in refusal.problems
        )
        raise InvalidContentError(where, tuple(problems)) from refusal
    except StructureHandlerNotFoundError as error:
        allowed = "a type that can be made from plain data"
        raise InvalidValueError("kind", kind, allowed) from error
    return made


def unstructure(value: object) -> object:
    """Give a value as plain data, of which :func:`structure` makes the value again.

    Members of closed sets become their words, periods and days text, tuples lists.

    >>> unstructure(Period.financial_year(2024))
    '2024/25'
    """
    plain: object = _CONVERTER.unstructure(value)
    return plain


def _maker(kind: Annotation) -> Callable[[_Data], Any]:
    return lambda data: _CONVERTER.structure(data, kind)


def _as_it_stands(*types: type) -> _Hook:
    def hook(data: _Data, kind: Annotation) -> object:
        if type(data) not in types:
            raise Refusal.of(data, expected(kind))
        return data

    return hook


def _either(data: _Data, kind: Annotation) -> object:
    if data is None and NoneType in get_args(kind):
        return None
    others = arms(kind)
    if len(others) == 1:
        return _maker(others[0])(data)
    tables = [arm for arm in others if is_made_of_table(arm)]
    if tables and _is_table(data):
        return _one_of(data, tables)
    plain = [arm for arm in others if arm not in tables]
    written = [arm for arm in plain if arm in _OF_TEXT]
    if type(data) is str and written:
        return _maker(written[0])(data)
    if type(data) not in plain:
        raise Refusal.of(data, expected(kind))
    return data


def _one_of(data: dict[Any, Any], kinds: list[Annotation]) -> object:
    """Make one of several types, which the data name where there is a choice."""
    if len(kinds) == 1:
        return _maker(kinds[0])(data)
    by_word = {word_of(kind): kind for kind in kinds}
    word = data.get(_KIND)
    kind = by_word.get(word) if isinstance(word, str) else None
    if kind is None:
        allowed = f"one of {', '.join(map(repr, by_word))}"
        gathering = Gathering()
        gathering.note(
            _KIND, word, allowed if _KIND in data else f"required: {allowed}"
        )
        gathering.close()
    return _maker(kind)(data)


def _list(data: _Data, kind: Annotation) -> tuple[object, ...]:
    if not _is_list(data):
        raise Refusal.of(data, expected(kind))
    make = _maker(get_args(kind)[0])
    gathering = Gathering()
    made = [gathering.take(f"[{row}]", item, make) for row, item in enumerate(data)]
    gathering.close()
    return tuple(made)


def _dictionary(data: _Data, kind: Annotation) -> dict[Any, Any]:
    if not _is_table(data):
        raise Refusal.of(data, expected(kind))
    make_key, make = map(_maker, get_args(kind))
    gathering = Gathering()
    made = {
        gathering.take(str(key), key, make_key): gathering.take(str(key), value, make)
        for key, value in data.items()
    }
    gathering.close()
    return made


def _is_list(data: object) -> TypeGuard[Sequence[Any]]:
    return isinstance(data, list | tuple)


def _is_table(data: object) -> TypeGuard[dict[Any, Any]]:
    return isinstance(data, dict)


def _class_hook(kind: type[Any]) -> _Hook:
    resolve_types(kind)
    wanted = {each.alias: each for each in fields(kind) if each.init}
    told = {_KIND: word_of(kind)} if has_word(kind) else {}

    def hook(data: _Data, _kind: Annotation) -> object:
        if not _is_table(data):
            raise Refusal.of(data, expected(kind))
        gathering = Gathering()
        values: dict[str, object] = {}
        for key, part in data.items():
            if key in wanted:
                make = partial(_value, kind, wanted[key])
                values[key] = gathering.take(key, part, make)
            elif told.get(key, NOTHING) != part:
                unknown = UnknownNameError("key", str(key), tuple(wanted))
                gathering.note(str(key), part, unknown.allowed)
        for key, field in wanted.items():
            if key not in values and field.default is NOTHING:
                gathering.note(key, None, f"required: {expected(field.type)}")
        gathering.close()
        return _made(kind, values)

    return hook


def _value(kind: type[Any], field: _Field, data: _Data) -> object:
    """Make the value of a field, and check it before there is a whole to check."""
    value = _maker(field.type)(data)
    fault = _fault(kind, field, value)
    if fault is None:
        return value
    gathering = Gathering()
    for row, item in enumerate(value if _is_list(value) else ()):
        part = _fault(kind, field, (item,))
        if part is not None and part.value is item:
            gathering.note(f"[{row}]", item, part.allowed)
    gathering.close()
    raise Refusal.of(fault.value, fault.allowed) from fault


def _fault(kind: type[Any], field: _Field, value: _Data) -> InvalidValueError | None:
    """Ask a field's own validator, which looks at nothing but the value."""
    try:
        if field.validator is not None:
            field.validator(object.__new__(kind), field, value)
    except InvalidValueError as error:
        return error
    except InvalidContentError as error:  # of a whole of many parts: each by its path
        raise Refusal(error.problems) from error
    return None


def _made(kind: type[Any], values: dict[str, object]) -> object:
    try:
        return kind(**values)
    except InvalidContentError as error:
        raise Refusal(error.problems) from error
    except InvalidValueError as error:
        nouns = {f"{kind.__name__}.{each.name}": each.name for each in fields(kind)}
        place = nouns.get(error.noun, "")
        raise Refusal([Problem(place, error.value, error.allowed)]) from error
    except PolicingIndicatorsError as error:
        raise Refusal.of(kind.__name__, str(error)) from error


def _with_kind(value: Any) -> dict[str, object]:  # noqa: ANN401 - any of our types
    nouns = fields(value.__class__)
    parts = {each.alias: getattr(value, each.name) for each in nouns}
    return {
        _KIND: value.KIND,
        **{key: unstructure(part) for key, part in parts.items()},
    }


def _converter() -> Converter:
    converter = Converter()
    # cattrs asks hooks by predicate only for what has no hook by type: hence by type.
    for kind, *others in ((str,), (bool,), (int,), (float, int)):
        converter.register_structure_hook(kind, _as_it_stands(kind, *others))
    converter.register_structure_hook(Enum, scalar.member)
    converter.register_structure_hook(date, scalar.day)
    converter.register_structure_hook(Period, scalar.period)
    converter.register_structure_hook(Fraction, scalar.fraction)
    converter.register_structure_hook_factory(has, _class_hook)
    converter.register_structure_hook_func(is_tuple, _list)
    converter.register_structure_hook_func(is_dictionary, _dictionary)
    converter.register_structure_hook_func(is_choice, _either)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Period, str)
    converter.register_unstructure_hook(Fraction, str)
    converter.register_unstructure_hook_func(has_word, _with_kind)
    converter.register_unstructure_hook_func(
        is_tuple, lambda values: list(map(unstructure, values))
    )
    return converter


_CONVERTER = _converter()
