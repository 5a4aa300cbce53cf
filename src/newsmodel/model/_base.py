"""The base of all model classes: closed to subclassing, strictly typed, checked on construction."""

from __future__ import annotations

from newsmodel.errors import FieldTypeError, ModelError, TextError
from newsmodel.model._html import Shown
from newsmodel.model._shape import shapes


class Value(Shown):
    """The base of all model classes; each is decorated with `attrs.frozen(kw_only=True, cache_hash=True)`.

    A subclass states its own rules in `_check`, which runs after the types are known to be right.
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Refuse subclasses of subclasses: equality, hash and JSON are defined for exactly these classes."""
        if cls.__bases__ != (Value,):
            raise TypeError(f"{cls.__bases__[0].__name__} is closed to subclassing")

    def __attrs_post_init__(self) -> None:
        """Check types, then the rules of the class."""
        _check_types(self)
        self._check()

    def _check(self) -> None:
        """Check the rules of the class."""


def _check_types(value: Value) -> None:
    owner = type(value)
    for shape in shapes(owner):
        given = getattr(value, shape.name)
        if given is None and shape.optional:
            continue
        if not shape.many:
            if type(given) not in shape.types:
                raise FieldTypeError(owner.__name__, shape.name, shape.words, given)
            if type(given) is str:
                check_unicode(given, f"{owner.__name__}.{shape.name}")
            continue
        if type(given) is not tuple:
            raise FieldTypeError(owner.__name__, shape.name, shape.words, given)
        for index, element in enumerate(given):
            if type(element) not in shape.types:
                raise FieldTypeError(owner.__name__, f"{shape.name}[{index}]", shape.element, element)
            if type(element) is str:
                check_unicode(element, f"{owner.__name__}.{shape.name}[{index}]")


def one_line(text: str) -> str:
    """Return a text with all white space, line ends too, as single spaces: for `__repr__`."""
    return " ".join(text.split())


def check_unicode(text: str, place: str) -> None:
    """Refuse lone surrogates: such a text has no UTF-8 form, so it could be neither stored nor sent.

    Args:
        text: the text.
        place: the field, for the message.

    Raises:
        TextError: the text holds a lone surrogate.
    """
    if text.isascii():
        return
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise TextError("a lone surrogate is not valid Unicode", offset=error.start, place=place) from None


def require(condition: object, owner: Value, field: str, reason: str) -> None:
    """Raise a ModelError unless a condition holds.

    Args:
        condition: what must hold.
        owner: the object that is checked.
        field: the field at fault.
        reason: what is wrong otherwise.

    Raises:
        ModelError: the condition does not hold.
    """
    if not condition:
        raise ModelError(type(owner).__name__, field, reason)


def require_words(owner: Value, *fields: str) -> None:
    """Raise a ModelError unless each of the fields holds more than white space.

    Args:
        owner: the object that is checked.
        fields: the names of fields that hold a string.

    Raises:
        ModelError: one of them is blank.
    """
    for field in fields:
        require(getattr(owner, field).strip(), owner, field, "must not be blank")
