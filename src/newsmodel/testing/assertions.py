"""The check of everything that must hold of an article."""

from __future__ import annotations

import copy
import json
import pickle
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from newsmodel.codec import dumps, from_dict, json_schema, loads, to_dict
from newsmodel.extras import load_extra
from newsmodel.model import Article, Span
from newsmodel.model._walk import show_path, walk

if TYPE_CHECKING:
    from collections.abc import Iterator


def check(article: Article) -> None:
    """Assert every invariant of an article; tests of parsers end with it.

    Spans lie in the text, references in the article; hash, pickle and copies agree; JSON comes back equal and is a
    fixed point; the JSON Schema accepts it; evolving and replacing by the same changes nothing.

    Args:
        article: the article.

    Raises:
        AssertionError: one of them does not hold; the message says which.
        MissingExtraError: jsonschema is not installed.

    Examples:
        >>> check(Article(text="Der Rat tagt."))
    """
    _check_places(article)
    _check_copies(article)
    _check_json(article)
    for item in article.items:
        _hold(article.replace(item, item) == article, f"replacing {item!r} by itself changes the article")
        _hold(bool(article.explain(item)), f"nothing explains {item!r}")


def _hold(condition: object, otherwise: str) -> None:
    # Not the statement assert: it must hold under python -O as well.
    if not condition:
        raise AssertionError(otherwise)


def _check_places(article: Article) -> None:
    own = set(article.items)
    _hold(len(own) == len(article.items), "an object is listed twice")
    for path, found in _walk_deep(article):
        if isinstance(found, Span):
            words = article.text[found.start : found.end]
            _hold(len(words) == len(found) > 0, f"{path}: {found} does not lie in the text")
            _hold(article[found] == words, f"{path}: article[{found}] is not the text")
        else:
            _hold(found in own, f"{path}: {found!r} is not an object of the article")


def _walk_deep(article: Article) -> Iterator[tuple[str, Any]]:
    for path, found in walk(article):
        yield show_path(path), found
        if not isinstance(found, Span):
            for inner, held in walk(found, path):
                yield show_path(inner), held


def _check_copies(article: Article) -> None:
    copies = {
        "pickle": pickle.loads(pickle.dumps(article)),  # noqa: S301 - our own bytes
        "deepcopy": copy.deepcopy(article),
        "evolve": attrs.evolve(article),
    }
    for name, other in copies.items():
        _hold(other == article, f"{name} gives another article")
        _hold(hash(other) == hash(article), f"{name} gives another hash")


def _check_json(article: Article) -> None:
    text = dumps(article)
    again = loads(text)
    _hold(again == article, "loads(dumps(article)) is another article")
    _hold(dumps(again) == text, "dumps is no fixed point")
    _hold(loads(text.encode()) == article, "the bytes of the JSON give another article")
    plain = to_dict(article)
    _hold(json.loads(text) == plain, "dumps and to_dict disagree")
    _hold(from_dict(plain) == article, "from_dict(to_dict(article)) is another article")
    errors = [f"{error.json_path}: {error.message}" for error in _validator().iter_errors(plain)]
    _hold(not errors, f"the JSON Schema refuses it: {errors[:3]}")


@cache
def _validator() -> Any:
    return load_extra("jsonschema", "testing").Draft202012Validator(json_schema())
