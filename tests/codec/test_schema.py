"""The JSON Schema: valid, complete, shipped, and as strict as the decoder where a schema can be."""

from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator
from tests.codec.test_strict import CASES
from tests.model.sample import ARTICLE

import newsmodel
from newsmodel.codec import shipped_schema
from newsmodel.codec.schema import schema_text
from newsmodel.model import Article

BEYOND = (
    "not be blank",
    "nothing has the id",
    "is taken",
    "refers to itself",
    "does not",
    "in order",
    "lone surrogate",
    "is not 1 to 9",
    "needs a word",
    "this is held",
    "lies before",
    "not a number, 4.0",  # for JSON Schema this is an integer
)
"""What a schema cannot say, or what we leave to the model."""


def test_the_schema_is_valid() -> None:
    Draft202012Validator.check_schema(newsmodel.json_schema())


def test_the_shipped_file_is_what_is_generated() -> None:
    """After a change of the model: python -m newsmodel.codec > src/newsmodel/codec/article-1.schema.json."""
    assert shipped_schema() == schema_text()


def test_the_sample_validates() -> None:
    assert not list(Draft202012Validator(newsmodel.json_schema()).iter_errors(newsmodel.to_dict(ARTICLE)))


@pytest.mark.parametrize(("plain", "path", "message"), CASES)
def test_the_schema_refuses_what_the_decoder_refuses(plain: Any, path: str, message: str) -> None:
    if 7 in plain:  # JSON has no such key
        return
    refused = list(Draft202012Validator(newsmodel.json_schema()).iter_errors(plain))
    assert refused or any(words in message for words in BEYOND), path


def test_every_object_and_field_is_described() -> None:
    schema = newsmodel.json_schema()
    objects = [schema, *(part for part in schema["$defs"].values() if part["type"] == "object")]
    assert len(objects) == 16
    for part in objects:
        assert part["description"]
        assert part["additionalProperties"] is False
        for name, field in part["properties"].items():
            assert name in ("id", "schema_version") or field["description"]


def test_every_field_of_an_article_is_in_the_schema() -> None:
    names = {field.name for field in attrs.fields(Article)}
    assert set(newsmodel.json_schema()["properties"]) == {"schema_version", *names}
