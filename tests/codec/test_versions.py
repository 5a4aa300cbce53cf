"""Law 8: articles stored in any released schema version load. The golden files are frozen: new ones come beside them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import newsmodel
from newsmodel import DecodeError, MeetingStatus, PartialDate, Polarity, TimeType, ZoneKind
from newsmodel.codec.migrations import MIGRATIONS, migrate
from newsmodel.testing import check

GOLDEN = Path(__file__).parent / "golden"
FILES = sorted(GOLDEN.rglob("*.json"))
SUMS: dict[str, str] = {
    name: digest
    for digest, name in (line.split() for line in (GOLDEN / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
}

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")


@every_file
def test_a_stored_article_loads(path: Path) -> None:
    article = newsmodel.loads(path)
    check(article)
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert stored["schema_version"] == int(path.parent.name)
    assert article.text == stored["text"]
    for name in ("actors", "times", "meetings", "statements", "stances", "issues", "zones", "diagnostics"):
        assert len(getattr(article, name)) == len(stored.get(name, [])), name


@every_file
def test_a_stored_article_of_this_version_is_written_as_it_was(path: Path) -> None:
    stored = json.loads(path.read_text(encoding="utf-8"))
    written = newsmodel.to_dict(newsmodel.loads(path))
    if stored["schema_version"] == newsmodel.SCHEMA_VERSION:
        assert written == stored
    else:
        assert written["schema_version"] == newsmodel.SCHEMA_VERSION


@every_file
def test_a_golden_file_is_frozen(path: Path) -> None:
    assert hashlib.sha256(path.read_bytes()).hexdigest() == SUMS[path.relative_to(GOLDEN).as_posix()]


def test_no_golden_file_is_missing() -> None:
    assert {path.relative_to(GOLDEN).as_posix() for path in FILES} == set(SUMS)
    assert {int(path.parent.name) for path in FILES} == set(range(1, newsmodel.SCHEMA_VERSION + 1))


def test_every_earlier_version_has_its_migration() -> None:
    assert set(MIGRATIONS) == set(range(1, newsmodel.SCHEMA_VERSION))


def test_version_1_says_today_what_it_said() -> None:
    article = newsmodel.loads(GOLDEN / "1" / "every-field.json")
    assert (article.headline, article.kicker, article.byline) == ("Treffen abgesagt", "Werft", "Von Kim Kern")
    assert article.published == PartialDate(year=2031, month=5, day=8, hour=9, minute=30, zone="+02:00")
    assert article.embargoed == PartialDate(year=2031, month=5, day=8, hour=12, minute=0, zone="MESZ")
    assert (article.zones[0].kind, article.zones[0].public) == (ZoneKind.SIGNOFF, False)
    both, minister, council, ministry = article.actors
    assert both.members == (minister, council)
    assert minister.roles[0].of == ministry
    assert council.wikidata == "Q42"
    (meeting,) = article.meetings
    assert (meeting.status, meeting.cancelled_by, meeting.duration) == (MeetingStatus.CANCELLED, both, "PT2H")
    assert article[meeting.anchors] == "Treffen"
    inner, outer = article.statements
    assert inner.parent == outer
    assert article[inner.content] == "Grund … Sturm"
    assert (article.stances[0].polarity, article.stances[0].target) == (Polarity.OPPOSE, article.issues[0])
    assert (article.times[1].type, article.times[1].candidates) == (TimeType.SET, ("2031-05-02", "2031-05-09"))


def _renamed(old: dict[str, Any]) -> dict[str, Any]:
    return {"headline" if name == "title" else name: value for name, value in old.items()}


def _said(old: dict[str, Any]) -> dict[str, Any]:
    for statement in old["statements"]:
        statement["medium"] = "speech"
    return old


def test_migrations_run_one_after_the_other_on_a_copy() -> None:
    old = {"schema_version": 1, "title": "Rat tagt", "statements": [{}]}
    new = migrate(old, migrations={1: _renamed, 2: _said}, to=3)
    assert new == {"schema_version": 3, "headline": "Rat tagt", "statements": [{"medium": "speech"}]}
    assert old == {"schema_version": 1, "title": "Rat tagt", "statements": [{}]}
    assert migrate(new, migrations={1: _renamed, 2: _said}, to=3) is new


@pytest.mark.parametrize(
    ("version", "fault"),
    [(4, "versions up to 3, not 4"), (0, "versions 1 to 3, not 0"), (-1, "versions 1 to 3, not -1")],
)
def test_versions_that_never_were_are_refused(version: int, fault: str) -> None:
    with pytest.raises(DecodeError, match=fault) as caught:
        migrate({"schema_version": version}, migrations={1: _renamed, 2: _said}, to=3)
    assert caught.value.path == "$.schema_version"


@pytest.mark.parametrize("old", [{}, {"statements": None}, {"statements": [1]}])
def test_what_only_says_that_it_is_old_is_refused(old: dict[str, Any]) -> None:
    with pytest.raises(DecodeError, match=r"^\$: not an article of version 2: (KeyError|TypeError): ") as caught:
        migrate({"schema_version": 2, **old}, migrations={2: _said}, to=3)
    assert caught.value.path == "$"
