"""Tables hold everything that articles hold, whatever library carries them."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.model.sample import ARTICLE

import newsmodel
from newsmodel import Article, FieldTypeError, Provenance, TableError
from newsmodel.tables import SCHEMA, Frames, frames, from_frames, read_parquet
from newsmodel.tables.arrow import arrow_schema
from newsmodel.testing import articles

several = st.lists(articles(), max_size=3).map(tuple)


@given(several, st.randoms(use_true_random=False))
def test_articles_come_back(given_articles: tuple[Article, ...], chance: random.Random) -> None:
    """From Arrow; from rows in any order, but of the articles, whose order is theirs; and the tables keep the schema."""
    found = frames(given_articles)
    assert from_frames(found) == given_articles
    mixed = {}
    for name, table in found:
        check_table(name, table)
        order = list(range(table.num_rows))
        if name != "articles":
            chance.shuffle(order)
        mixed[name] = table.take(pa.array(order, pa.int64()))
    assert from_frames(mixed) == given_articles


def check_table(name: str, table: pa.Table) -> None:
    """Columns, types, no null where none may be, and keys that name one row each."""
    assert table.schema.equals(arrow_schema(name), check_metadata=True)
    assert table.column_names == [column.name for column in SCHEMA[name].columns]
    table.validate(full=True)
    for column in SCHEMA[name].columns:
        assert not column.required or table.column(column.name).null_count == 0
    keys = list(zip(*(table.column(part).to_pylist() for part in SCHEMA[name].key), strict=True))
    assert len(set(keys)) == len(keys)


@settings(max_examples=15)
@given(articles())
def test_an_article_comes_back_from_pandas_and_polars(article: Article) -> None:
    found = frames(article)
    assert from_frames(found.pandas()) == (article,)
    assert from_frames(found.polars()) == (article,)
    check_words(article, found)


def check_words(article: Article, found: Frames[pa.Table]) -> None:
    """The words beside offsets are the words of the text, and the long tables have the rows that they say."""
    for table in (found.mentions, found.times):
        for row in table.to_pylist():
            assert article.text[row["start"] : row["end"]] == row["text"]
    for row in found.statements.to_pylist():
        parts = (article.text[span["start"] : span["end"]] for span in row["content_spans"])
        assert " … ".join(parts) == row["content"]
    assert found.stances.num_rows == sum(len(stance.holders) for stance in article.stances)
    assert found.statements.num_rows == sum(max(1, len(statement.speakers)) for statement in article.statements)


def test_articles_come_back_from_parquet(tmp_path: Path) -> None:
    found = frames([ARTICLE, Article(text="")])
    found.write_parquet(tmp_path / "new")
    again = read_parquet(tmp_path / "new")
    for name in SCHEMA:
        assert getattr(again, name).equals(getattr(found, name), check_metadata=True)
    assert from_frames(again) == (ARTICLE, Article(text=""))


def test_no_articles_give_empty_tables_of_the_same_schema() -> None:
    for name, table in frames([]):
        assert table.num_rows == 0
        assert table.schema.equals(arrow_schema(name), check_metadata=True)
    assert from_frames(frames([])) == ()
    assert from_frames(frames([]).pandas()) == ()
    assert from_frames(frames([]).polars()) == ()


def test_every_column_is_described_where_it_is_used() -> None:
    for table in SCHEMA.values():
        schema = arrow_schema(table.name)
        assert schema.metadata[b"key"].decode().split() == list(table.key)
        for column in table.columns:
            assert schema.field(column.name).metadata[b"description"].decode() == column.words != ""
    assert set(attrs.fields_dict(Frames)) == set(SCHEMA)


def test_many_articles_keep_their_order() -> None:
    many = [attrs.evolve(ARTICLE, uri=f"urn:{number}") for number in range(1101)]
    found = newsmodel.frames(iter(many))
    assert found.articles.column("uri").to_pylist() == [article.uri for article in many]
    assert found.actors.num_rows == 4 * len(many)


def test_an_article_has_the_same_id_in_any_batch() -> None:
    other = Article(text="Er schweigt.")
    first, second, third = frames([ARTICLE, other, ARTICLE]).articles.column("article_id").to_pylist()
    assert frames([other]).articles.column("article_id").to_pylist() == [second]
    assert frames(attrs.evolve(ARTICLE, headline="Neu")).articles.column("article_id").to_pylist() == [first]
    assert third == f"{first}~2"
    assert first != second


def test_whole_numbers_stay_whole_in_pandas() -> None:
    table = frames([ARTICLE, Article(text="")]).pandas().articles
    assert table["urgency"].dtype == "int32[pyarrow]"
    assert table["published_first"].iloc[0].isoformat() == "2031-05-08"


def test_a_stance_can_be_filtered_away() -> None:
    found = frames(ARTICLE)
    (again,) = from_frames({**dict(found), "stances": found.stances.slice(0, 0)})
    assert again == attrs.evolve(ARTICLE, stances=())
    (again,) = from_frames({name: table for name, table in found if name != "stances"})
    assert again == attrs.evolve(ARTICLE, stances=())


def broken(name: str, column: str, value: Any) -> dict[str, Any]:
    """Return the tables of the sample with one value exchanged in the first row."""
    tables = dict(frames(ARTICLE))
    rows = tables[name].to_pylist()
    rows[0][column] = value
    loose = pa.schema([field.with_nullable(True) for field in tables[name].schema])
    if value is not None and isinstance(value, str) and not pa.types.is_string(loose.field(column).type):
        loose = loose.set(loose.get_field_index(column), pa.field(column, pa.string()))
        rows = [{**row, column: value} for row in rows]
    return {**tables, name: pa.Table.from_pylist(rows, schema=loose)}


@pytest.mark.parametrize(
    ("name", "column", "value", "message"),
    [
        ("actors", "name", None, r"actors\.name\[0\]: must not be null"),
        ("actors", "kind", "ghost", "must be one of person"),
        ("actors", "actor_id", "x1", "must be 'a' and a number"),
        ("actors", "actor_id", "a2", "occurs twice"),
        ("actors", "member_ids", ["a9"], "nothing has the id 'a9'"),
        ("actors", "member_ids", [None], r"actors\.member_ids: 1 elements of its lists are null"),
        ("mentions", "actor_id", "a77", r"mentions\.actor_id: 'a77' is not in article"),
        ("mentions", "end", 9999, "does not lie in the text"),
        ("participants", "meeting_id", "m7", r"participants\.meeting_id: 'm7' is not in article"),
        ("stances", "article_id", "nowhere", r"stances\.article_id: its article 'nowhere' is not among"),
        ("stances", "target_id", "s1", "is not one of"),
        ("statements", "content_spans", [None], "elements of its lists are null"),
        ("statements", "content_spans", [{"start": 5, "end": None}], "array of two offsets"),
        ("meetings", "reason_start", None, "array of two offsets"),
        ("articles", "published", "gestern", "not a date in ISO 8601"),
        ("articles", "urgency", "eilig", r"articles\.urgency: must be int32, not string"),
    ],
)
def test_tables_at_fault_are_refused_with_the_place(name: str, column: str, value: object, message: str) -> None:
    with pytest.raises(TableError, match=message):
        from_frames(broken(name, column, value))


def test_what_is_no_set_of_tables_is_refused() -> None:
    found = dict(frames(ARTICLE))
    with pytest.raises(TableError, match="articles: is missing"):
        from_frames({})
    with pytest.raises(TableError, match="quotes: is none of the tables"):
        from_frames({**found, "quotes": found["actors"]})
    with pytest.raises(TableError, match=r"actors\.name: the column is missing"):
        from_frames({**found, "actors": found["actors"].drop_columns(["name"])})
    with pytest.raises(TableError, match="must be a table of Arrow, pandas or polars, not list"):
        from_frames({**found, "actors": []})
    with pytest.raises(FieldTypeError, match=r"frames\.articles\[1\] must be an Article, not str"):
        frames([ARTICLE, "Text"])  # type: ignore[list-item]


def test_a_number_beyond_the_columns_is_refused() -> None:
    huge = attrs.evolve(ARTICLE, provenance=Provenance(library="0", schema=2**40))
    with pytest.raises(TableError, match=r"articles\.schema_version: a value is too large for int32"):
        frames(huge)


def test_files_that_are_no_parquet_are_refused(tmp_path: Path) -> None:
    frames(ARTICLE).write_parquet(tmp_path)
    (tmp_path / "roles.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(TableError, match=r"roles: .*roles\.parquet is no Parquet file"):
        read_parquet(tmp_path)
    (tmp_path / "roles.parquet").unlink()
    with pytest.raises(FileNotFoundError):
        read_parquet(tmp_path)


def test_a_set_of_tables_says_what_it_holds() -> None:
    assert repr(frames(ARTICLE)).startswith("Frames(pyarrow: 1 articles, 4 actors, 4 mentions,")
