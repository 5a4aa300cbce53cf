"""W3C Web Annotation, out and in: https://www.w3.org/TR/annotation-model/.

An `AnnotationCollection` with one page, one annotation an item, and one that describes the article. The words an item
stands on are the targets, each by position (code points, as the Recommendation wants) and by quotation; all else is the
body, in a namespace of ours. The collection carries the text, so that positions have something to count in.
"""

from __future__ import annotations

import json
from typing import Any

from newsmodel.codec import from_dict, to_dict
from newsmodel.errors import FormatError
from newsmodel.export._iri import iri
from newsmodel.export._json import read_json
from newsmodel.export.formats import Format
from newsmodel.export.web_annotation.bodies import context, read_body, write_body
from newsmodel.export.web_annotation.selectors import NAME, read_selectors, write_selectors
from newsmodel.model import Actor, Article, Issue, Meeting, Span, Stance, Statement, TimeExpression

__all__ = ["FORMAT", "export_web_annotation", "import_web_annotation", "project_web_annotation"]

ANNO = "http://www.w3.org/ns/anno.jsonld"

_WORDS: dict[type, tuple[str, str]] = {
    Actor: ("mentions", "identifying"),
    TimeExpression: ("span", "identifying"),
    Issue: ("spans", "tagging"),
    Meeting: ("anchors", "classifying"),
    Statement: ("content", "classifying"),
    Stance: ("evidence", "assessing"),
}
"""The field whose spans are the targets, and the motivation, for each class."""

_COLLECTIONS: dict[type, str] = {
    Actor: "actors",
    TimeExpression: "times",
    Issue: "issues",
    Meeting: "meetings",
    Statement: "statements",
    Stance: "stances",
}


def export_web_annotation(article: Article) -> dict[str, Any]:
    """Return an article as a collection of Web Annotations.

    Args:
        article: the article.

    Returns:
        JSON-LD as plain data.

    Examples:
        >>> from newsmodel import Issue, Span
        >>> rate = Issue(label="Leitzins", spans=(Span(start=4, end=12),))
        >>> collection = export_web_annotation(Article(text="Der Leitzins steigt.", issues=(rate,)))
        >>> collection["first"]["items"][1]["target"][0]["selector"][0]
        {'type': 'TextPositionSelector', 'start': 4, 'end': 12}
    """
    plain, source = to_dict(article), iri(article)
    header = {key: value for key, value in plain.items() if key not in ("schema_version", "text", "language")}
    items: list[dict[str, Any]] = [
        {
            "id": f"{source}#article",
            "type": "Annotation",
            "motivation": "describing",
            "body": write_body(Article, {k: v for k, v in header.items() if k not in _COLLECTIONS.values()}, source),
            "target": source,
        }
    ]
    for cls, name in _COLLECTIONS.items():
        items += [_annotation(cls, members, source, article.text) for members in plain.get(name, [])]
    return {
        "@context": [ANNO, context()],
        "id": f"{source}#annotations",
        "type": "AnnotationCollection",
        "label": "What newsmodel read",
        "total": len(items),
        "nm:schema_version": plain["schema_version"],
        "nm:source": {
            "id": source,
            "type": "Text",
            "format": "text/plain",
            "language": plain["language"],
            "value": article.text,
        },
        "first": {"id": f"{source}#page1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(cls: type, members: dict[str, Any], source: str, text: str) -> dict[str, Any]:
    field, motivation = _WORDS[cls]
    given = members.get(field, [])
    targets = [_target(value, source, text) for value in ([given] if cls is TimeExpression else given)]
    return {
        "id": f"{source}#{members['id']}",
        "type": "Annotation",
        "motivation": motivation,
        "body": write_body(cls, members, source, but=field),
        # An actor that no words name, or a reported act without a content, stands on the text as a whole.
        "target": targets or source,
    }


def _target(value: Any, source: str, text: str) -> dict[str, Any]:
    start, end = value["span"] if isinstance(value, dict) else value
    kind = {"nm:mention": value["type"]} if isinstance(value, dict) else {}
    selectors = write_selectors(Span(start=start, end=end), text)
    return {"type": "SpecificResource", "source": source, "selector": selectors, **kind}


def import_web_annotation(document: dict[str, Any]) -> Article:
    """Return the article that a collection of Web Annotations describes.

    Annotations whose body is none of ours are passed over, each with a diagnostic.

    Args:
        document: JSON-LD as plain data, in the form (contexts and prefixes) that `export_web_annotation` gives it.

    Returns:
        The article.

    Raises:
        FormatError: it is no such collection, or words are not where a selector says.
        DecodeError: what the annotations say is no article.

    Examples:
        >>> import_web_annotation(export_web_annotation(Article(text="Der Rat tagt."))).text
        'Der Rat tagt.'
    """
    match document:
        case {
            "nm:source": {"id": str(source), "value": str(text), "language": language},
            "first": {"items": list(items)},
        }:
            pass
        case _:
            raise FormatError(NAME, "not an AnnotationCollection with nm:source (id, value, language) and first.items")
    plain: dict[str, Any] = {"schema_version": document.get("nm:schema_version"), "text": text, "language": language}
    foreign: list[dict[str, Any]] = []
    for index, item in enumerate(items):
        place = f"$.first.items[{index}]"
        cls = _class_of(item)
        if cls is None:
            foreign.append(_passed_over(item, place))
        elif cls is Article:
            plain |= read_body(Article, item["body"], source, f"{place}.body")
        else:
            plain.setdefault(_COLLECTIONS[cls], []).append(_members(cls, item, source, text, place))
    if foreign:
        plain["diagnostics"] = [*plain.get("diagnostics", []), *foreign]
    return from_dict(plain)


def _class_of(item: object) -> type | None:
    match item:
        case {"body": {"type": str(name)}}:
            named = {f"nm:{cls.__name__}": cls for cls in (Article, *_COLLECTIONS)}
            return named.get(name)
    return None


def _passed_over(item: object, place: str) -> dict[str, Any]:
    name = item.get("id") if isinstance(item, dict) else None
    message = f"{name if isinstance(name, str) else place}: an annotation that newsmodel did not write is passed over"
    return {"code": "web_annotation.foreign", "message": message, "severity": "info"}


def _members(cls: type, item: dict[str, Any], source: str, text: str, place: str) -> dict[str, Any]:
    key = item.get("id")
    if not isinstance(key, str) or not key.startswith(f"{source}#"):
        raise FormatError(NAME, f"the id must be {source}# and an id of ours", place=place)
    field, _ = _WORDS[cls]
    target = item.get("target")
    targets = [] if target == source else target if isinstance(target, list) else [target]
    values = [_value(cls, one, source, text, f"{place}.target[{index}]") for index, one in enumerate(targets)]
    body = read_body(cls, item["body"], source, f"{place}.body")
    if cls is TimeExpression:
        if len(values) != 1:
            raise FormatError(NAME, "a time stands on one target", place=place)
        return {"id": key.removeprefix(f"{source}#"), field: values[0], **body}
    return {"id": key.removeprefix(f"{source}#"), field: values, **body}


def _value(cls: type, target: Any, source: str, text: str, place: str) -> Any:
    match target:
        case {"source": str(where), "selector": selectors} if where == source:
            span = read_selectors(selectors, text, place)
            return {"span": span, "type": target.get("nm:mention")} if cls is Actor else span
    raise FormatError(NAME, f"a target needs the source {source} and a selector", place=place)


def project_web_annotation(article: Article) -> Article:
    """Return the article: nothing is lost.

    Args:
        article: the article.

    Returns:
        The same.

    Examples:
        >>> article = Article(text="Der Rat tagt.")
        >>> project_web_annotation(article) is article
        True
    """
    return article


def _dump(article: Article) -> str:
    return json.dumps(export_web_annotation(article), ensure_ascii=False, indent=1)


def _load(source: str | bytes) -> Article:
    return import_web_annotation(read_json(NAME, source))


FORMAT = Format(
    name=NAME,
    title="W3C Web Annotation (JSON-LD)",
    suffix=".anno.jsonld",
    losses=(),
    dump=_dump,
    load=_load,
    project=project_web_annotation,
)
