"""Articles as plain dicts, lists, strings and numbers."""

from __future__ import annotations

import re
from typing import Any

import attrs

from newsmodel.codec._context import Table, decoding, encoding
from newsmodel.codec._converter import make_codec
from newsmodel.codec._faults import Fault, Faults, KnownFaultError, step
from newsmodel.codec.migrations import migrate
from newsmodel.errors import DecodeError
from newsmodel.model import SCHEMA_VERSION, Article
from newsmodel.model.ids import ID_LETTERS, ids_of


def to_dict(article: Article) -> dict[str, Any]:
    """Return an article as plain data, ready for JSON.

    Spans are `[start, end]`, dates ISO 8601, references ids: a letter for the class (`a` actor, `t` time, `i` issue,
    `m` meeting, `s` statement, `p` stance) and the number in its list from 1. What is absent is left out.

    Args:
        article: the article.

    Returns:
        A new dict, which nothing else holds.

    Examples:
        >>> from newsmodel import Article
        >>> to_dict(Article(text="Der Rat tagt."))
        {'schema_version': 1, 'text': 'Der Rat tagt.', 'language': 'de'}
    """
    codec = make_codec()
    ids = ids_of(article)
    token = encoding.set(ids)
    try:
        plain = {"schema_version": SCHEMA_VERSION, **codec.encode[Article](article)}
        provenance = plain.pop("provenance", None)
        for cls, (name, _) in ID_LETTERS.items():
            items = getattr(article, name)
            if items:
                plain[name] = [{"id": ids[item], **codec.encode[cls](item)} for item in items]
    finally:
        encoding.reset(token)
    return plain if provenance is None else {**plain, "provenance": provenance}


def from_dict(plain: dict[str, Any]) -> Article:
    """Build an article from plain data.

    Args:
        plain: what `to_dict` gave, in this version or an earlier one, or what keeps to `json_schema()`.

    Returns:
        The article.

    Raises:
        DecodeError: the data is no article; it lists every fault with its JSON path.

    Examples:
        >>> from_dict({"schema_version": 1, "text": "Der Rat tagt.", "language": "de", "urgency": "eilig"})
        Traceback (most recent call last):
        newsmodel.errors.DecodeError: $.urgency: must be an integer, not a string, 'eilig'
    """
    faults = Faults()
    header = _read_header(plain, faults)
    table = Table(len(header["text"]), _build, faults)
    token = decoding.set(table)
    try:
        keys = {name: _enter(table, cls, name, letter, header) for cls, (name, letter) in ID_LETTERS.items()}
        items: dict[str, Any] = {name: _get_all(table, ids) for name, ids in keys.items()}
        article = _attempt(faults, lambda: _build(Article, header))
        if article is not None:
            article = _attempt(faults, lambda: attrs.evolve(article, **items))
    finally:
        decoding.reset(token)
    if article is None or faults.found:
        raise DecodeError(tuple(faults.found))
    return article


def _read_header(plain: Any, faults: Faults) -> dict[str, Any]:
    """Check what everything else rests on: a schema version that we know, a text, its language."""
    if type(plain) is not dict:
        raise DecodeError((("$", str(Fault.wrong("an object", plain))),))
    if "schema_version" not in plain:
        faults.say("$.schema_version", "is required")
    elif type(plain["schema_version"]) is not int:
        faults.say("$.schema_version", str(Fault.wrong("an integer", plain["schema_version"])))
    else:
        plain = migrate(plain)
    header = dict(plain)
    header.pop("schema_version", None)
    for name in ("text", "language"):
        if name not in header:
            faults.say(step("$", name), "is required")
        elif type(header[name]) is not str:
            faults.say(step("$", name), str(Fault.wrong("a string", header[name])))
    if faults.found:
        raise DecodeError(tuple(faults.found))
    return header


def _enter(table: Table, cls: type, name: str, letter: str, header: dict[str, Any]) -> list[str]:
    """Enter the objects of a collection into the table, and return their ids in order."""
    path = step("$", name)
    given = header.pop(name, [])
    if type(given) is not list:
        table.faults.say(path, str(Fault.wrong("an array", given)))
        table.incomplete.add(letter)
        return []
    keys: list[str] = []
    for index, members in enumerate(given):
        here = step(path, index)
        key = members.get("id") if type(members) is dict else None
        if type(members) is not dict:
            table.faults.say(here, str(Fault.wrong("an object", members)))
        elif type(key) is not str or not re.fullmatch(rf"{letter}[1-9][0-9]{{0,17}}", key):
            table.faults.say(f"{here}.id", f"must be {letter!r} and a number from 1")
        elif key in table.raw:
            table.faults.say(f"{here}.id", f"{key!r} is taken")
        else:
            table.raw[key] = (cls, here, {name: value for name, value in members.items() if name != "id"})
            keys.append(key)
    if len(keys) < len(given):
        table.incomplete.add(letter)
    return keys


def _get_all(table: Table, keys: list[str]) -> tuple[object, ...]:
    items = []
    for key in keys:
        try:
            items.append(table.get(key))
        except KnownFaultError:
            continue
    return tuple(items)


def _build(cls: type, members: dict[str, Any]) -> Any:
    return make_codec().decode[cls](members, cls)


def _attempt(faults: Faults, make: Any) -> Article | None:
    try:
        made: Article = make()
    except Exception as error:  # noqa: BLE001 - Faults raises again what is not about the data
        faults.add("$", error)
        return None
    return made
