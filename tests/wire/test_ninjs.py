"""ninjs of all versions."""

from __future__ import annotations

from typing import Any

import pytest
from tests.wire.samples import codes, ninjs, zones

from newsmodel import Concept


def test_ninjs_of_an_event() -> None:
    event = {
        "type": "event",
        "versionCreated": "2024-05-14T10:00:00Z",
        "headlines": [{"value": "Pressekonferenz"}],
        "eventDetails": {"dates": {"startDate": "2024-05-20"}},
    }
    dispatch = ninjs(**event)
    assert (dispatch.headline, str(dispatch.published)) == ("Pressekonferenz", "2024-05-14T10:00Z")
    assert codes(dispatch) == {"wire.no_body"}


@pytest.mark.parametrize(
    "bodies",
    [
        {"body_text": "Der Rat tagt.\n\nEr berät."},
        {"body_html": "<p>Der Rat tagt.</p><p>Er berät.</p>", "body_text": "anders"},
        {"body_xhtml": "<div><p>Der Rat tagt.</p><p>Er berät.</p></div>"},
        {"bodies": [{"value": "Der Rat tagt.\n\nEr berät."}]},
        {"bodies": [{"contentType": "text/html", "value": "<p>Der Rat tagt.<p>Er berät."}]},
        {"bodies": [{"value": None}, {"contenttype": "text/plain", "value": "Der Rat tagt.\n\nEr berät."}]},
    ],
)
def test_bodies_of_ninjs(bodies: dict[str, Any]) -> None:
    assert zones(ninjs(**bodies)) == [("paragraph", "Der Rat tagt."), ("paragraph", "Er berät.")]


def test_headlines_of_ninjs() -> None:
    dispatch = ninjs(headlines=[{"role": "sub", "value": "Zweite"}, {"role": "main", "value": "<b>Erste</b>"}])
    assert dispatch.headline == "Erste"
    assert ninjs(title="Titel", headline_extended="Lang").headline == "Lang"


def test_what_an_item_is_about_in_every_spelling() -> None:
    newer = ninjs(
        subjects=[{"name": "Hafen", "uri": "http://x.example/1"}],
        people=[{"name": "Jule Petersen", "rel": "about"}],
        organisations=[{"name": "NLP", "literal": "nlp"}],
        body_text="Der Rat tagt.",
    )
    assert [subject.name for subject in newer.subjects] == ["Hafen", "Jule Petersen", "NLP"]
    older = ninjs(person=[{"name": "Jule Petersen", "scheme": "p", "code": "7"}], body_text="Der Rat tagt.")
    assert older.subjects == (Concept(name="Jule Petersen", scheme="p", code="7"),)


def test_nitf_in_ninjs() -> None:
    body = (
        "<body.head><hedline><hl1>Rat tagt</hl1></hedline></body.head><body.content><p>Der Rat tagt.</p></body.content>"
    )
    dispatch = ninjs(body_nitf=body)
    assert (dispatch.headline, zones(dispatch)) == ("Rat tagt", [("paragraph", "Der Rat tagt.")])
