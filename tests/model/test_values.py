"""What every class of the model keeps to: closed, frozen, strictly typed, compared by value."""

import copy
import inspect
import pickle
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from tests.model.sample import ARTICLE, KRAEMER, MEETING, STANCE

import newsmodel
from newsmodel import model
from newsmodel.errors import FieldTypeError, TextError
from newsmodel.model._base import Value
from newsmodel.model._shape import Shape, shapes

CLASSES = [cls for cls in vars(model).values() if inspect.isclass(cls) and issubclass(cls, Value)]


def parts_of(value: Any) -> Iterator[Value]:
    """Yield a value and every model object in it, each as often as it is met."""
    yield value
    for shape in shapes(type(value)):
        held = getattr(value, shape.name)
        for element in held if shape.many else (held,):
            if isinstance(element, Value):
                yield from parts_of(element)


EXAMPLES = {type(part): part for part in parts_of(ARTICLE)}


def test_the_sample_has_an_object_of_every_class() -> None:
    assert set(EXAMPLES) == set(CLASSES)


@pytest.mark.parametrize("cls", CLASSES)
def test_no_class_can_be_subclassed(cls: type) -> None:
    with pytest.raises(TypeError, match=f"{cls.__name__} is closed to subclassing"):
        type("Sub", (cls,), {})


@pytest.mark.parametrize("value", EXAMPLES.values(), ids=lambda value: type(value).__name__)
def test_values_are_frozen_and_slotted(value: Value) -> None:
    name = shapes(type(value))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, None)
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("value", EXAMPLES.values(), ids=lambda value: type(value).__name__)
def test_copies_are_equal_and_hash_equal(value: Any) -> None:
    for other in (
        pickle.loads(pickle.dumps(value)),  # noqa: S301 - our own bytes
        copy.deepcopy(value),
        attrs.evolve(value),
    ):
        assert other == value
        assert hash(other) == hash(value)


@pytest.mark.parametrize("value", EXAMPLES.values(), ids=lambda value: type(value).__name__)
def test_the_repr_is_one_line(value: Any) -> None:
    assert "\n" not in repr(value)
    assert repr(value).startswith(type(value).__name__)


@pytest.mark.parametrize("value", EXAMPLES.values(), ids=lambda value: type(value).__name__)
def test_fields_are_keyword_only(value: Any) -> None:
    with pytest.raises(TypeError, match="positional"):
        type(value)(getattr(value, shapes(type(value))[0].name))


OFFERS: list[Any] = [None, True, 1, 1.0, "text", b"x", [], ["text"], {}, {"a"}, ("text",), (1,), (None,), object()]


def fits(shape: Shape, offer: Any) -> bool:
    """Return whether a field may hold an offer."""
    if offer is None:
        return shape.optional
    inner = offer if shape.many and isinstance(offer, tuple) else (offer,)
    return isinstance(offer, tuple) == shape.many and all(type(element) in shape.types for element in inner)


FIELDS = [
    pytest.param(value, shape, id=f"{cls.__name__}.{shape.name}")
    for cls, value in EXAMPLES.items()
    for shape in shapes(cls)
]


@pytest.mark.parametrize(("value", "shape"), FIELDS)
def test_no_field_takes_another_type(value: Any, shape: Shape) -> None:
    """Nothing is converted: a list is no tuple, a str no tuple of str, a bool no int."""
    for offer in OFFERS:
        if not fits(shape, offer):
            with pytest.raises(FieldTypeError) as caught:
                attrs.evolve(value, **{shape.name: offer})
            assert caught.value.owner == type(value).__name__
            assert caught.value.field.partition("[")[0] == shape.name


def test_a_wrong_type_is_named_beside_the_right_one() -> None:
    with pytest.raises(FieldTypeError, match=r"^Actor\.mentions must be a tuple of Mention, not list \[\]$"):
        attrs.evolve(KRAEMER, mentions=[])  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match=r"^Actor\.wikidata must be str or None, not int 7$"):
        attrs.evolve(KRAEMER, wikidata=7)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match=r"^Stance\.target must be Actor or Meeting or Issue, not str 'x'$"):
        attrs.evolve(STANCE, target="x")  # type: ignore[arg-type]


def test_an_enum_member_is_no_str_field() -> None:
    with pytest.raises(FieldTypeError, match="must be str, not ActorKind"):
        attrs.evolve(KRAEMER, name=newsmodel.ActorKind.PERSON)


def test_an_element_of_the_wrong_type_is_named_with_its_index() -> None:
    with pytest.raises(FieldTypeError, match=r"Actor.mentions\[1\] must be Mention, not Span"):
        attrs.evolve(KRAEMER, mentions=(KRAEMER.mentions[0], KRAEMER.mentions[0].span))  # type: ignore[arg-type]


def test_lone_surrogates_are_refused_in_every_string() -> None:
    with pytest.raises(TextError, match=r"Actor\.name: a lone surrogate is not valid Unicode at offset 2") as caught:
        attrs.evolve(KRAEMER, name="ab\ud800")
    assert (caught.value.offset, caught.value.place) == (2, "Actor.name")
    with pytest.raises(TextError, match="candidates"):
        attrs.evolve(MEETING.times[0], candidates=("x", "\udfff"))


def test_a_hash_is_not_pickled() -> None:
    """Strings hash differently in each process: a stored hash would break every set it comes into."""
    state = pickle.dumps(ARTICLE)
    hash(ARTICLE)
    assert pickle.dumps(ARTICLE) == state
