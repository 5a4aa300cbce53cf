"""What the fields of a model class hold, read once from its annotations.

One description drives the type checks, the walk over references, the codec and the JSON Schema, so that they agree.
"""

from __future__ import annotations

import types
import typing
from functools import cache

import attrs


@attrs.frozen(kw_only=True)
class Shape:
    """What one field holds.

    Attributes:
        name: the field.
        types: the classes a value, or an element of the tuple, may be of.
        many: whether the field is a tuple of such values.
        optional: whether None is allowed.
        default: its default, or `attrs.NOTHING`.
    """

    name: str
    types: tuple[type, ...]
    many: bool
    optional: bool
    default: object

    @property
    def element(self) -> str:
        """The type of a value, or of an element of the tuple, in words."""
        return " or ".join(cls.__name__ for cls in self.types)

    @property
    def words(self) -> str:
        """The type in words, for messages."""
        outer = f"a tuple of {self.element}" if self.many else self.element
        return f"{outer} or None" if self.optional else outer


def shapes(cls: type) -> tuple[Shape, ...]:
    """Return the shapes of the fields of a model class, in order."""
    return _read_shapes(cls)


@cache
def _read_shapes(cls: type) -> tuple[Shape, ...]:
    hints = typing.get_type_hints(cls)
    return tuple(_shape(field, hints[field.name]) for field in attrs.fields(cls) if field.init)


def _shape(field: attrs.Attribute[object], hint: object) -> Shape:
    many = optional = False
    if typing.get_origin(hint) is tuple:
        many, hint = True, typing.get_args(hint)[0]
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    if types.NoneType in options:
        optional, options = True, tuple(option for option in options if option is not types.NoneType)
    return Shape(name=field.name, types=options, many=many, optional=optional, default=field.default)
