"""Web Annotation: as RDF that rdflib reads with the context of the W3C, and as other tools may hand it back."""

from __future__ import annotations

import contextlib
import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph, Namespace, URIRef
from tests.export.sampling import few
from tests.model.sample import ARTICLE, TEXT

import newsmodel
from newsmodel import Article, FormatError, NewsmodelError, Severity
from newsmodel.export import dump, load
from newsmodel.export.web_annotation import export_web_annotation, import_web_annotation
from newsmodel.testing import articles

CONTEXT = json.loads((Path(__file__).parent / "schemas" / "anno.jsonld").read_text(encoding="utf-8"))["@context"]
OA = Namespace("http://www.w3.org/ns/oa#")
NM = Namespace("urn:newsmodel:terms:")

# rdflib's reader of JSON-LD uses a class that rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def graph_of(collection: dict[str, Any]) -> Graph:
    """Return the RDF of a collection; the context of the W3C is read from its file, not from the network."""
    context = [CONTEXT if one == "http://www.w3.org/ns/anno.jsonld" else one for one in collection["@context"]]
    return Graph().parse(data=json.dumps({**collection, "@context": context}), format="json-ld")


@few
@given(article=articles())
def test_rdflib_finds_the_words_at_the_positions(article: Article) -> None:
    graph = graph_of(export_web_annotation(article))
    annotations = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(annotations) == 1 + len(article.items)
    for annotation in annotations:
        assert (annotation, OA.motivatedBy, None) in graph
        assert (annotation, OA.hasTarget, None) in graph
    for resource in graph.subjects(RDF.type, OA.SpecificResource):
        places = [
            (graph.value(one, OA.start), graph.value(one, OA.end), graph.value(one, OA.exact))
            for one in graph.objects(resource, OA.hasSelector)
        ]
        ((start, end),) = [(int(str(start)), int(str(end))) for start, end, _ in places if start is not None]
        (exact,) = [exact for *_, exact in places if exact is not None]
        assert str(exact) == article.text[start:end]


def test_the_terms_of_the_recommendation_are_used() -> None:
    graph = graph_of(export_web_annotation(ARTICLE))
    (meeting,) = graph.subjects(RDF.type, NM.Meeting)
    (annotation,) = graph.subjects(OA.hasBody, meeting)
    assert (annotation, OA.motivatedBy, OA.classifying) in graph
    source = graph.value(graph.value(annotation, OA.hasTarget), OA.hasSource)
    assert str(graph.value(source, RDF.value)) == TEXT
    participants = graph.value(meeting, NM.participants)
    assert participants is not None
    host = next(iter(graph.items(participants)))
    assert (graph.value(host, NM.actor), RDF.type, OA.Annotation) in graph


def test_no_term_of_ours_is_left_without_meaning() -> None:
    """Every key of ours becomes a property: none is dropped by JSON-LD."""
    collection = export_web_annotation(ARTICLE)
    keys = set(re.findall(r'"nm:(\w+)":', json.dumps({**collection, "@context": []})))
    found = {str(term).removeprefix(NM) for term in graph_of(collection).predicates() if str(term).startswith(NM)}
    assert found == keys


def test_an_identifier_of_the_sender_names_the_source() -> None:
    with_name = newsmodel.loads(newsmodel.dumps(ARTICLE).replace('"headline"', '"uri": "urn:newsml:abc:1", "headline"'))
    assert export_web_annotation(with_name)["nm:source"]["id"] == "urn:newsml:abc:1"
    assert URIRef("urn:newsml:abc:1") in set(graph_of(export_web_annotation(with_name)).objects())
    assert load(dump(with_name, "web-annotation"), "web-annotation") == with_name
    without = export_web_annotation(Article(text="x", uri="keine URI"))
    assert without["nm:source"]["id"].startswith("urn:newsmodel:text:")


def test_targets_by_position_or_by_quotation_alone_are_read() -> None:
    """Other tools keep one of the two selectors."""
    for kept in (0, 1):
        collection = copy.deepcopy(export_web_annotation(ARTICLE))
        for item in collection["first"]["items"]:
            for target in item["target"] if isinstance(item["target"], list) else []:
                target["selector"] = target["selector"][kept]
        assert import_web_annotation(collection) == ARTICLE


def test_annotations_of_others_are_passed_over_and_named() -> None:
    collection = export_web_annotation(ARTICLE)
    collection["first"]["items"] += [
        {"id": "urn:x:1", "type": "Annotation", "body": {"type": "TextualBody", "value": "?"}},
        {"id": "urn:x:2", "type": "Annotation", "target": "urn:y"},
        7,
    ]
    article = import_web_annotation(collection)
    assert article.diagnostics[:1] == ARTICLE.diagnostics
    assert [one.message.split(": ")[0] for one in article.diagnostics[1:]] == [
        "urn:x:1",
        "urn:x:2",
        f"$.first.items[{len(ARTICLE.items) + 3}]",
    ]
    assert {one.severity for one in article.diagnostics[1:]} == {Severity.INFO}


def _broken(change: str, value: object) -> dict[str, Any]:
    """Return the collection of the sample with a changed value at a path."""
    collection: Any = json.loads(dump(ARTICLE, "web-annotation"))
    *path, last = [int(step) if step.isdigit() else step for step in change.split("/")]
    inner = collection
    for step in path:
        inner = inner[step]
    inner[last] = value
    found: dict[str, Any] = collection
    return found


@pytest.mark.parametrize(
    ("change", "value", "fault"),
    [
        ("nm:source", {}, "not an AnnotationCollection"),
        ("first/items", {}, "not an AnnotationCollection"),
        ("first/items/2/target/0/selector/0/end", 9999, "items[2].target[0]: 26..9999 does not lie in the text"),
        ("first/items/2/target/0/selector/1/exact", "Ada", "the quote is 'Ada', the text has 'Ada Krämer' there"),
        ("first/items/2/target/0/selector", {"type": "XPathSelector"}, "needs a TextPositionSelector or"),
        ("first/items/2/target/0/selector", {"type": "TextQuoteSelector", "exact": "e"}, "more than once"),
        ("first/items/2/target/0/selector", {"type": "TextQuoteSelector", "exact": "Kiel"}, "the text has no 'Kiel'"),
        ("first/items/2/target/0/selector", {"type": "TextQuoteSelector", "exact": ""}, "exact not empty"),
        ("first/items/2/target/0/source", "urn:other", "a target needs the source urn:newsmodel:text:"),
        ("first/items/2/id", "a2", "the id must be urn:newsmodel:text:"),
        ("first/items/2/body/nm:roles", 3, "body['nm:roles']: must be an array"),
        ("first/items/2/body/nm:roles/0", 3, "body['nm:roles'][0]: must be an object"),
        ("first/items/2/body/nm:roles/0/nm:of", "a4", "must refer to an annotation of this document"),
        ("first/items/2/body/nm:roles/0/nm:span", 4, "must be a TextPositionSelector"),
        ("first/items/2/body/nm:kind", "animal", "$.actors[1].kind: must be one of person"),
        ("first/items/2/body/nm:colour", "red", "nm:colour"),
        ("first/items/5/target", [], "a time stands on one target"),
        ("nm:schema_version", 99, "this library reads versions up to"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(change: str, value: object, fault: str) -> None:
    with pytest.raises(NewsmodelError, match=re.escape(fault)):
        import_web_annotation(_broken(change, value))


@pytest.mark.parametrize("source", ["", "[]", "{", b"\xff\xfe", '{"a": 1}', "[" * 100_000, "1" * 5000])
def test_what_is_no_document_is_refused(source: str | bytes) -> None:
    with pytest.raises(FormatError, match=r"^web-annotation: "):
        load(source, "web-annotation")


@given(data=st.data())
def test_a_damaged_document_is_an_article_or_an_error_of_ours(data: st.DataObject) -> None:
    collection = json.loads(dump(ARTICLE, "web-annotation"))
    inner: Any = collection
    while True:
        key = data.draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
        if not inner[key] or not isinstance(inner[key], dict | list) or data.draw(st.integers(0, 5)) == 0:
            break
        inner = inner[key]
    inner[key] = data.draw(st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just([]) | st.just({}))
    with contextlib.suppress(NewsmodelError):
        assert isinstance(import_web_annotation(collection), Article)
