"""Real dispatches, where they are at hand: they are not part of the repository and lie in ../shared beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.golden.gold import Golden, load
from tests.golden.layers import of_article
from tests.golden.match import score
from tests.wire.samples import ABSENT, over

import newsmodel

SHARED = Path(__file__).parents[2] / "shared"


def files(*patterns: str) -> list[Path]:
    """Return the files under ../shared that match; none where it is absent."""
    return [path for pattern in patterns for path in sorted(SHARED.glob(pattern))]


def parse_and_return(text: str, published: str | None) -> newsmodel.Article:
    article = newsmodel.parse(text, published=published)
    assert article.text == text
    again = newsmodel.dumps(article)
    assert newsmodel.loads(again) == article
    assert newsmodel.dumps(newsmodel.loads(again)) == again
    return article


@over(files("gold/dev/*.txt", "gold/train/*.txt", "seed/*.txt"))
def test_every_gold_text_is_read(path: Path) -> None:
    golden = load(path.with_suffix(".json"))
    article = parse_and_return(golden.text, golden.entry.get("published"))
    assert article.actors


@over(files("data/wire/*/*.xml", "data/wire/*/*.json", "data/wire/*/*.iptc", "data/wire/*.json"))
def test_every_wire_message_is_read(path: Path) -> None:
    """What is read of its fields is tested in `tests/wire`; here, that it goes all the way to an article."""
    article = newsmodel.read(path)
    assert newsmodel.loads(newsmodel.dumps(article)) == article
    body = sum(len(span) for span in article.paragraphs)
    assert article.actors or article.language != "de" or body < 1000


# The first acceptance case: one real dispatch with its gold, and what was asked of it

SEED_FLOORS = {
    "meetings": 85.0,
    "meeting_status": 100.0,
    "actors": 85.0,
    "statements": 80.0,
    "who_said_what": 75.0,
    "stances": 70.0,
}


@pytest.fixture(scope="module")
def seed() -> Golden:
    paths = files("seed/*.json")
    if not paths:
        pytest.skip(ABSENT)
    return load(paths[0])


@pytest.fixture(scope="module")
def seed_article(seed: Golden) -> newsmodel.Article:
    return newsmodel.parse(seed.text, published=seed.published)


@pytest.mark.parametrize("figure", SEED_FLOORS)
def test_seed_reaches_its_floor(figure: str, seed: Golden, seed_article: newsmodel.Article) -> None:
    reached = score([(seed.layers, of_article(seed_article))])[figure]
    assert reached >= SEED_FLOORS[figure]


@pytest.mark.parametrize("key", ["call", "inperson", "trip"])
def test_seed_meetings_are_right(key: str, seed: Golden, seed_article: newsmodel.Article) -> None:
    """The call, the planned meeting and the cancelled trip: status, format, and participants for the most part."""
    gold = next(meeting for meeting in seed.layers.meetings if meeting.key == key)
    only = {**seed.entry, "meetings": [m for m in seed.entry["meetings"] if m["id"] == key], "stances": []}
    figures = score([(Golden(seed.name, seed.text, only).layers, of_article(seed_article))])
    assert gold.anchors
    assert figures["meeting_status"] == figures["meeting_format"] == 100.0
    assert figures["meeting_participants"] >= 50.0
