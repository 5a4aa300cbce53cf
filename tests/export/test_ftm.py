"""FollowTheMoney: its own library reads the entities, validates them and follows every reference."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import given
from tests.export.sampling import few
from tests.model.sample import ARTICLE, COUNCIL, KRAEMER, MEETING, MOVE, OUTER, STANCE, TEXT

from newsmodel import Article, PartialDate, Role
from newsmodel.export import dump
from newsmodel.export.ftm import export_ftm, project_ftm
from newsmodel.testing import articles

model = pytest.importorskip("followthemoney", reason="needs newsmodel[ftm], which needs the headers of ICU").model


def by_schema(article: Article) -> dict[str, list[dict[str, Any]]]:
    """Return the properties of the entities of each schema."""
    found: dict[str, list[dict[str, Any]]] = {}
    for entity in export_ftm(article):
        found.setdefault(entity["schema"], []).append(entity["properties"])
    return found


@few
@given(article=articles())
def test_followthemoney_takes_every_entity_and_finds_what_it_refers_to(article: Article) -> None:
    entities = [json.loads(line) for line in str(dump(article, "ftm")).split("\n") if line]
    proxies = {entity["id"]: model.get_proxy(entity, cleaned=False) for entity in entities}
    assert len(proxies) == len(entities)
    for entity in entities:
        proxy = proxies[entity["id"]]
        proxy.schema.validate(entity)
        for prop, value in proxy.itervalues():
            if prop.range is not None:
                assert proxies[value].schema.is_a(prop.range), f"{proxy.schema.name}.{prop.name}"
            else:
                assert prop.type.validate(value) or prop.type.name in ("identifier", "text"), (prop.name, value)


def test_the_article() -> None:
    (document,) = by_schema(ARTICLE)["Article"]
    assert document["title"] == ["Treffen abgesagt"]
    assert document["publishedAt"] == ["2031-05-08T07:30"]  # 09:30+02:00: its dates are UTC
    assert (document["language"], document["bodyText"], document["keywords"]) == (["deu"], [TEXT], ["Politik"])
    assert "sourceUrl" not in document
    linked = attrs.evolve(ARTICLE, uri="https://example.org/a")
    assert by_schema(linked)["Article"][0]["sourceUrl"] == ["https://example.org/a"]


def test_posts_and_memberships() -> None:
    found = by_schema(ARTICLE)
    ids = {entity["properties"].get("name", ["?"])[0]: entity["id"] for entity in export_ftm(ARTICLE)}
    assert found["Position"][0]["name"] == ["Ministerin"]
    assert found["Position"][0]["organization"] == [ids["Ministerium"]]
    assert found["Occupancy"][0]["holder"] == [ids["Ada Krämer"]]
    assert [one["member"] for one in found["Membership"]] == [[ids["Ada Krämer"]], [ids["Werftrat"]]]
    assert {tuple(one["organization"]) for one in found["Membership"]} == {(ids["beide Seiten"],)}
    chief = attrs.evolve(KRAEMER, roles=(Role(title="Chefin"), Role(title=None, of=COUNCIL)))
    found = by_schema(ARTICLE.replace(KRAEMER, chief))
    assert found["Person"][0]["position"] == ["Chefin"]
    assert [ids["Werftrat"]] in [one["organization"] for one in found["Membership"]]


def test_a_meeting_is_an_event_with_status_and_format_as_keywords() -> None:
    (event,) = by_schema(ARTICLE)["Event"]
    assert (event["name"], event["date"], event["keywords"]) == (
        ["Treffen"],
        ["2031-05-09"],
        ["cancelled", "in_person"],
    )
    assert (len(event["organizer"]), len(event["involved"])) == (1, 1)


def test_statements_are_notes_on_their_speakers_unless_the_text_denies_them() -> None:
    (note,) = by_schema(ARTICLE)["Note"]
    assert note["description"] == ["Grund sei der Sturm"]
    denied = ARTICLE.replace(OUTER, attrs.evolve(OUTER, negated=True))
    assert "Note" not in by_schema(denied)


def test_stances_are_links_or_notes() -> None:
    first_hand = attrs.evolve(STANCE, attributed_to=())
    notes = by_schema(ARTICLE.replace(STANCE, first_hand))["Note"]
    assert notes[1]["name"] == [f"oppose: {MOVE.label}"]
    (link,) = by_schema(ARTICLE.replace(STANCE, attrs.evolve(first_hand, target=MEETING)))["UnknownLink"]
    assert (link["role"], link["summary"]) == (["oppose"], ["lehnt den Umzug der Werft ab"])


@pytest.mark.parametrize(
    ("published", "carried"),
    [
        ("2031", "2031"),
        ("2031-05-08", "2031-05-08"),
        ("2031-05-08T09", "2031-05-08"),
        ("2031-05-08T09:30", "2031-05-08"),
        ("2031-05-08T09:30[MESZ]", "2031-05-08"),
        ("2031-05-08T00:30+02:00", "2031-05-07T22:30"),
        ("1000-01-01T00:30+02:00", "1000-01-01"),
    ],
)
def test_dates_are_utc_or_days(published: str, carried: str) -> None:
    article = Article(text="x", published=PartialDate.parse(published))
    assert by_schema(article)["Article"][0]["publishedAt"] == [carried]
    assert str(project_ftm(article).published).removesuffix("Z") == carried


@pytest.mark.parametrize("published", ["0999", "3000-01-01"])
def test_years_that_its_library_drops_are_dropped_in_the_projection_too(published: str) -> None:
    article = Article(text="x", published=PartialDate.parse(published))
    assert "publishedAt" not in by_schema(article)["Article"][0]
    assert project_ftm(article).published is None


def test_the_same_article_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "from tests.model.sample import ARTICLE; from newsmodel.export import dump; print(dump(ARTICLE, 'ftm'), end='')"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        ).stdout.decode()
        for seed in ("1", "2")
    }
    assert found == {dump(ARTICLE, "ftm")}


def test_without_followthemoney_the_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['followthemoney'] = None\n"
        "import newsmodel; from newsmodel.export import dump\n"
        "try: dump(newsmodel.Article(text='x'), 'ftm')\n"
        "except newsmodel.MissingExtraError as error: print(error)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "this part of newsmodel needs followthemoney: pip install 'newsmodel[ftm]'"
