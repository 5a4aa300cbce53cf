"""The ways in which cattrs, left alone, converts silently: each is closed in our converter, and the global one unused."""

from typing import Any

import attrs
import cattrs
import pytest
from tests.model.sample import ARTICLE, KRAEMER, MEETING, MOVE, STANCE

import newsmodel
from newsmodel.errors import DecodeError
from newsmodel.model import Actor, Article, Issue, Meeting


def refuse(change: dict[str, Any]) -> str:
    """Return the message with which a changed document is refused."""
    with pytest.raises(DecodeError) as caught:
        newsmodel.from_dict({**newsmodel.to_dict(ARTICLE), **change})
    return str(caught.value)


def test_the_trap_of_none_as_text_is_real_and_closed() -> None:
    assert cattrs.Converter().structure(None, str) == "None"
    assert refuse({"language": None}) == "$.language: must be a string, not null"


def test_the_trap_of_a_str_as_a_tuple_is_real_and_closed() -> None:
    assert cattrs.Converter().structure("abc", tuple[str, ...]) == ("a", "b", "c")
    assert "must be an array" in refuse({"signoff": {"codes": "abc", "span": [0, 1]}})


def test_a_tuple_field_of_the_model_has_no_converter() -> None:
    """`attrs.field(converter=tuple)` would make three codes of one text."""
    for cls in (Article, Actor, Meeting, Issue):
        assert all(field.converter is None for field in attrs.fields(cls))


@pytest.mark.parametrize(("given", "cls"), [("7", int), (7.9, int), (True, int), ("no", bool), (0, bool), (7, str)])
def test_no_scalar_is_converted(given: Any, cls: type) -> None:
    assert type(cattrs.Converter().structure(given, cls)) in (cls, bool)
    field = {int: "urgency", str: "headline"}.get(cls)
    change = {field: given} if field else {"zones": [{"kind": "note", "span": [0, 1], "public": given}]}
    assert "must be a" in refuse(change)


@pytest.mark.parametrize("target", [KRAEMER, MEETING, MOVE])
def test_a_union_of_classes_keeps_the_class(target: Actor | Meeting | Issue) -> None:
    """cattrs loses the tag of a union beside None; ids say their class themselves."""
    article = attrs.evolve(ARTICLE, stances=(attrs.evolve(STANCE, target=target),))
    again = newsmodel.loads(newsmodel.dumps(article))
    assert type(again.stances[0].target) is type(target)
    assert again == article


def test_a_hook_for_str_does_not_swallow_enums() -> None:
    """cattrs takes the hook of a base class for its subclasses: every StrEnum is a str."""
    again = newsmodel.loads(newsmodel.dumps(ARTICLE))
    assert type(again.actors[0].kind) is type(ARTICLE.actors[0].kind)


def test_the_global_converter_is_untouched() -> None:
    newsmodel.loads(newsmodel.dumps(ARTICLE))
    assert cattrs.structure("3", int) == 3
    assert cattrs.unstructure(ARTICLE.paragraphs[0]) == {"start": 15, "end": ARTICLE.paragraphs[0].end}
