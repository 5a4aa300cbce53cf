"""The converter of the codec: cattrs with hooks of our own for everything that it would convert silently."""

from __future__ import annotations

import operator
import types
import typing
from collections.abc import Callable
from enum import Enum, StrEnum
from functools import cache
from typing import Any

import attrs
from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from newsmodel.codec._context import decoding, encoding
from newsmodel.codec._faults import Fault
from newsmodel.errors import SpanError
from newsmodel.model import Article, PartialDate, Span, vocab
from newsmodel.model.ids import ID_LETTERS

Structure = Callable[[Any, Any], Any]
Unstructure = Callable[[Any], Any]


@attrs.frozen
class Codec:
    """The functions that one article needs.

    Attributes:
        encode: the function for each class that has ids, and for Article.
        decode: the same, backwards.
    """

    encode: dict[type, Unstructure]
    decode: dict[type, Structure]


@cache
def make_codec() -> Codec:
    """Return the codec; made once, since cattrs writes and compiles code for each class."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    _register_scalars(converter)
    _register_tuples(converter)
    _register_references(converter)
    _register_parts(converter)
    return Codec(
        encode={cls: _encoder(cls, converter) for cls in (*ID_LETTERS, Article)},
        decode={cls: _decoder(cls, converter) for cls in (*ID_LETTERS, Article)},
    )


def _register_scalars(converter: Converter) -> None:
    # Left alone, cattrs calls str(None), int("1") and bool("no").
    for cls, words in ((str, "a string"), (int, "an integer"), (bool, "a boolean")):
        converter.register_structure_hook(cls, _strict(cls, words))
    # One by one: by class the hook of str, or cattrs's own of Enum, would be taken, before any predicate is asked.
    for enum in vars(vocab).values():
        if isinstance(enum, type) and issubclass(enum, Enum) and enum is not StrEnum:
            converter.register_structure_hook(enum, _enum(enum))
            converter.register_unstructure_hook(enum, operator.attrgetter("value"))
    converter.register_structure_hook(Span, lambda given, _: _span(given))
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(PartialDate, lambda given, _: _date(given))
    converter.register_unstructure_hook(PartialDate, str)


def _strict(cls: type, words: str) -> Structure:
    def structure(given: Any, _: Any) -> Any:
        if type(given) is not cls:
            raise Fault.wrong(words, given)
        return given

    return structure


def _enum(enum: type[Enum]) -> Structure:
    values = {member.value: member for member in enum}

    def structure(given: Any, _: Any) -> Any:
        if type(given) is not str or given not in values:
            raise Fault.wrong(f"one of {', '.join(values)}", given)
        return values[given]

    return structure


def _span(given: Any) -> Span:
    if type(given) is not list or len(given) != 2 or any(type(offset) is not int for offset in given):
        raise Fault.wrong("an array of two offsets", given)
    span = Span(start=given[0], end=given[1])
    length = decoding.get().length
    if span.end > length:
        raise SpanError(span.start, span.end, length=length)
    return span


def _date(given: Any) -> PartialDate:
    if type(given) is not str:
        raise Fault.wrong("a date as a string", given)
    date = PartialDate.parse(given)
    if str(date) != given:
        raise Fault(f"must be written {date}")
    return date


def _register_tuples(converter: Converter) -> None:
    # Left alone, cattrs makes ("a", "b", "c") of "abc".
    def is_tuple(hint: Any) -> bool:
        return typing.get_origin(hint) is tuple

    def structure_for(hint: Any) -> Structure:
        inner = typing.get_args(hint)[0]

        def structure(given: Any, _: Any) -> Any:
            if type(given) is not list:
                raise Fault.wrong("an array", given)
            hook, built, errors = converter.get_structure_hook(inner), [], []
            for index, element in enumerate(given):
                try:
                    built.append(hook(element, inner))
                except Exception as error:  # noqa: BLE001 - all faults of the array are reported together
                    error.add_note(IterableValidationNote("", index, inner))
                    errors.append(error)
            if errors:
                raise IterableValidationError("faults in an array", errors, hint)
            return tuple(built)

        return structure

    converter.register_structure_hook_factory(is_tuple, structure_for)


def _register_references(converter: Converter) -> None:
    def classes(hint: Any) -> tuple[type, ...]:
        options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        return options if all(option in ID_LETTERS for option in options) else ()

    def structure_for(hint: Any) -> Structure:
        allowed = classes(hint)
        return lambda given, _: decoding.get().refer(given, allowed)

    converter.register_structure_hook_factory(lambda hint: bool(classes(hint)), structure_for)
    converter.register_unstructure_hook_func(lambda hint: bool(classes(hint)), lambda item: encoding.get()[item])


def _register_parts(converter: Converter) -> None:
    def is_part(hint: Any) -> bool:
        return attrs.has(hint) and hint not in (Span, PartialDate, *ID_LETTERS)

    converter.register_structure_hook_factory(is_part, lambda hint: _decoder(hint, converter))
    converter.register_unstructure_hook_factory(is_part, lambda hint: _encoder(hint, converter))


def _encoder(cls: Any, converter: Converter) -> Unstructure:
    """Return the encoder of a class; what is absent (null, empty, false) by default is left out."""
    overrides: dict[str, Any] = {
        field.name: override(omit_if_default=True)
        for field in attrs.fields(cls)
        if field.default is None or field.default is False or field.default == ()
    }
    if cls is Article:
        # The objects of its collections have ids, and are written and read by these.
        overrides |= {name: override(omit=True) for name, _ in ID_LETTERS.values()}
    return make_dict_unstructure_fn(cls, converter, **overrides)


def _decoder(cls: Any, converter: Converter) -> Structure:
    inner = make_dict_structure_fn(cls, converter)

    def structure(given: Any, hint: Any) -> Any:
        if type(given) is not dict:
            raise Fault.wrong("an object", given)
        return inner(given, hint)

    return structure
