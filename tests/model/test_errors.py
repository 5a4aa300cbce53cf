"""Errors: one root, facts as attributes, picklable."""

import inspect
import pickle
from collections.abc import Callable

import pytest

import newsmodel
from newsmodel import errors
from newsmodel.errors import NewsmodelError

EXAMPLES = [
    errors.NewsmodelError("etwas"),
    errors.FieldTypeError("Span", "start", "int", "3"),
    errors.ModelError("Role", "title", "blank"),
    errors.SpanError(4, 2),
    errors.SpanError(4, 9, length=5, place="zones[0].span"),
    errors.LinkError("actors[0]", object(), "is missing"),
    errors.DateError("heute", "not a date"),
    errors.TextError("a lone surrogate", offset=3, place="Article.text"),
    errors.DecodeError((("$.a", "unknown key"), ("$.b", "is required"))),
    errors.WireError("no header", format="iptc7901", place="line 1"),
    errors.FormatError("brat", "no text-bound annotation has the id T9", place="line 4"),
    errors.PipelineError("no lemmas"),
    errors.WorkerError("the worker process died"),
    errors.MissingExtraError("hypothesis", "testing"),
    errors.GoldError("there is no actor 'A9'", file="kiel.json", place="meetings M1"),
    errors.TableError("actors", "must not be null", column="name", row=3),
]
LEAVES = [cls for cls in vars(errors).values() if inspect.isclass(cls) and issubclass(cls, NewsmodelError)]


def test_every_error_has_an_example() -> None:
    assert {type(error) for error in EXAMPLES} == set(LEAVES)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_survives_pickling_with_its_facts(error: NewsmodelError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


@pytest.mark.parametrize("cls", [cls for cls in LEAVES if cls is not NewsmodelError])
def test_a_leaf_is_a_built_in_error_too(cls: type) -> None:
    assert issubclass(cls, ValueError | TypeError | ImportError | RuntimeError)


def test_a_message_survives_a_value_that_cannot_show_itself() -> None:
    class Rude:
        def __repr__(self) -> str:
            raise RuntimeError

    assert "whose repr raises RuntimeError" in str(errors.FieldTypeError("Span", "start", "int", Rude()))


def test_a_long_value_is_cut_in_the_message() -> None:
    assert len(str(errors.FieldTypeError("Span", "start", "int", "x" * 10_000))) < 200


def test_all_faults_are_in_the_message_and_the_first_is_the_path() -> None:
    error = EXAMPLES[8]
    assert isinstance(error, errors.DecodeError)
    assert str(error) == "$.a: unknown key\n$.b: is required"
    assert error.path == "$.a"


HUGE = 10**5000


@pytest.mark.parametrize(
    "build",
    [
        lambda: newsmodel.Span(start=HUGE, end=1),
        lambda: newsmodel.Span(start=0, end=-HUGE),
        lambda: newsmodel.Article(text="Nein.", paragraphs=(newsmodel.Span(start=0, end=HUGE),)),
        lambda: newsmodel.Article(text="Nein.").at(HUGE),
        lambda: newsmodel.Article(text="Nein.", urgency=HUGE),
        lambda: newsmodel.Provenance(library="1", schema=HUGE),
        lambda: newsmodel.Provenance(library="1", schema=0),
        lambda: newsmodel.PartialDate(year=HUGE),
        lambda: newsmodel.PartialDate(year=2024, month=-HUGE),
    ],
)
def test_a_number_that_python_does_not_print_is_our_error(build: Callable[[], object]) -> None:
    """Python refuses to write an integer of more than 4300 digits, with a ValueError of its own."""
    with pytest.raises(errors.NewsmodelError):
        build()
