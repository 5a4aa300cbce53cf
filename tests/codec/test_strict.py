"""What the decoder refuses, with the path of each fault."""

import contextlib
import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.model.sample import ARTICLE, TEXT

import newsmodel
from newsmodel.codec._faults import Faults
from newsmodel.errors import DecodeError, NewsmodelError
from newsmodel.testing import articles


def faults_of(plain: Any) -> dict[str, str]:
    """Return the faults that from_dict finds."""
    with pytest.raises(DecodeError) as caught:
        newsmodel.from_dict(plain)
    assert caught.value.path == caught.value.faults[0][0]
    assert str(caught.value).startswith(f"{caught.value.path}: ")
    return dict(caught.value.faults)


def changed(*steps: str | int, to: Any = None, drop: bool = False) -> Any:
    """Return the sample as a dict, one place in it changed."""
    plain: Any = newsmodel.to_dict(ARTICLE)
    at = plain
    for step in steps[:-1]:
        at = at[step]
    if drop:
        del at[steps[-1]]
    elif isinstance(at, list) and steps[-1] == len(at):
        at.append(to)
    else:
        at[steps[-1]] = to
    return plain


DATES = "2024, 2024-04, 2024-04-02 or 2024-04-02T14:05+02:00"
KINDS = (
    "date, kicker, headline, subhead, teaser, byline, dateline, paragraph, list, table, note, contact, signoff, other"
)
OFF = "only a cancelled, postponed or declined meeting has one"
WHOLE = f"the text of {len(TEXT)} code points"

CASES: list[tuple[Any, str, str]] = [
    (changed("colour", to="red"), "$.colour", "unknown key"),
    (changed("odd key", to=1), '$["odd key"]', "unknown key"),
    (changed(7, to=1), '$["7"]', "unknown key"),
    (changed("meetings", 0, "date", to="x"), "$.meetings[0].date", "unknown key"),
    (changed("actors", 1, "roles", 0, "rank", to=1), "$.actors[1].roles[0].rank", "unknown key"),
    (changed("schema_version", drop=True), "$.schema_version", "is required"),
    (
        changed("schema_version", to=2),
        "$.schema_version",
        "this library reads versions up to 1, not 2: a newer one wrote it",
    ),
    (changed("schema_version", to="1"), "$.schema_version", "must be an integer, not a string, '1'"),
    (changed("schema_version", to=True), "$.schema_version", "must be an integer, not a boolean, True"),
    (changed("text", drop=True), "$.text", "is required"),
    (changed("text", to=["x"]), "$.text", "must be a string, not an array"),
    (changed("text", to="\ud800" + TEXT), "$.text", "a lone surrogate is not valid Unicode at offset 0"),
    (changed("language", drop=True), "$.language", "is required"),
    (changed("language", to=""), "$.language", "must not be blank"),
    (changed("urgency", to=4.0), "$.urgency", "must be an integer, not a number, 4.0"),
    (changed("urgency", to=99), "$.urgency", "99 is not 1 to 9"),
    (changed("published", to="2031-5"), "$.published", f"not a date in ISO 8601, such as {DATES}"),
    (changed("published", to="2031-05-08T09:30:00Z"), "$.published", "must be written 2031-05-08T09:30Z"),
    (changed("published", to=2031), "$.published", "must be a date as a string, not an integer, 2031"),
    (changed("paragraphs", to={}), "$.paragraphs", "must be an array, not an object"),
    (changed("paragraphs", 0, to=[1, 2, 3]), "$.paragraphs[0]", "must be an array of two offsets, not an array"),
    (changed("paragraphs", 0, to=[1, True]), "$.paragraphs[0]", "must be an array of two offsets, not an array"),
    (changed("paragraphs", 0, to=[5, 5]), "$.paragraphs[0]", "0 <= start < end does not hold for 5, 5"),
    (changed("paragraphs", 1, to=[160, 9999]), "$.paragraphs[1]", f"160..9999 does not lie in {WHOLE}"),
    (changed("paragraphs", 1, to=[20, 30]), "$.paragraphs", "they must be in order and not overlap"),
    (changed("zones", 0, "public", to=0), "$.zones[0].public", "must be a boolean, not an integer, 0"),
    (changed("zones", 0, "kind", to="footer"), "$.zones[0].kind", f"must be one of {KINDS}, not a string, 'footer'"),
    (changed("zones", 0, "kind", drop=True), "$.zones[0].kind", "is required"),
    (changed("signoff", to="abc"), "$.signoff", "must be an object, not a string, 'abc'"),
    (changed("signoff", "codes", to="abc"), "$.signoff.codes", "must be an array, not a string, 'abc'"),
    (changed("signoff", "codes", 1, to=None), "$.signoff.codes[1]", "must be a string, not null"),
    (changed("actors", to=None), "$.actors", "must be an array, not null"),
    (changed("actors", 0, to="a1"), "$.actors[0]", "must be an object, not a string, 'a1'"),
    (changed("actors", 0, "id", drop=True), "$.actors[0].id", "must be 'a' and a number from 1"),
    (changed("actors", 0, "id", to="m1"), "$.actors[0].id", "must be 'a' and a number from 1"),
    (changed("actors", 0, "id", to="a0"), "$.actors[0].id", "must be 'a' and a number from 1"),
    (changed("actors", 1, "id", to="a1"), "$.actors[1].id", "'a1' is taken"),
    (changed("actors", 2, "name", to=" "), "$.actors[2].name", "must not be blank"),
    (changed("actors", 0, "members", 0, to="a9"), "$.actors[0].members[0]", "nothing has the id 'a9'"),
    (changed("actors", 0, "members", 0, to="m1"), "$.actors[0].members[0]", "'m1' is not one of actors"),
    (changed("actors", 0, "members", 0, to={}), "$.actors[0].members[0]", "must be an id, not an object"),
    (changed("actors", 0, "members", 0, to="a1"), "$.actors[0].members[0]", "'a1' refers to itself, by a1 > a1"),
    (changed("statements", 1, "parent", to="s1"), "$.statements[1].parent", "'s1' refers to itself, by s1 > s2 > s1"),
    (
        changed("stances", 0, "target", to="t1"),
        "$.stances[0].target",
        "'t1' is not one of actors or meetings or issues",
    ),
    (
        changed("stances", 0, "polarity", to=None),
        "$.stances[0].polarity",
        "must be one of support, oppose, mixed, not null",
    ),
    (changed("stances", 0, "rule", drop=True), "$.stances[0].rule", "is required"),
    (changed("meetings", 0, "status", to="held"), "$.meetings[0].reason", f"{OFF}, this is held"),
    (changed("meetings", 0, "anchors", to=[]), "$.meetings[0].anchors", "a meeting needs a word that names it"),
    (
        changed("times", 0, "latest", to="2031-05-08"),
        "$.times[0].latest",
        "2031-05-08 lies before earliest, 2031-05-09",
    ),
    (changed("provenance", "schema", to="1"), "$.provenance.schema", "must be an integer, not a string, '1'"),
]


@pytest.mark.parametrize(("plain", "path", "message"), CASES)
def test_a_fault_is_named_with_its_path(plain: Any, path: str, message: str) -> None:
    faults = faults_of(plain)
    assert faults == {path: message}


HUGE = 10**5000


@pytest.mark.parametrize(
    ("plain", "path"),
    [
        (changed("schema_version", to=HUGE), "$.schema_version"),
        (changed("schema_version", to=-HUGE), "$.schema_version"),
        (changed("text", to=HUGE), "$.text"),
        (changed("urgency", to=HUGE), "$.urgency"),
        (changed("paragraphs", 0, to=[0, HUGE]), "$.paragraphs[0]"),
        (changed("paragraphs", 0, to=[HUGE, 3]), "$.paragraphs[0]"),
        (changed("provenance", "schema", to=HUGE), "$.provenance.schema"),
        (changed("actors", 0, "id", to=HUGE), "$.actors[0].id"),
        (changed("actors", 0, "members", 0, to=HUGE), "$.actors[0].members[0]"),
        (changed("published", to=HUGE), "$.published"),
    ],
)
def test_a_number_that_python_does_not_print_is_a_fault(plain: Any, path: str) -> None:
    assert list(faults_of(plain)) == [path]


def test_a_key_that_python_does_not_print_is_a_fault() -> None:
    [(path, message)] = faults_of(changed(HUGE, to=1)).items()
    assert path.startswith("$") and message == "unknown key"


def test_a_doubled_object_is_named() -> None:
    plain = newsmodel.to_dict(ARTICLE)
    plain["issues"].append({**plain["issues"][0], "id": "i2"})
    assert faults_of(plain) == {"$.issues[1]": "is listed twice"}


def test_all_faults_are_reported_at_once_and_each_once() -> None:
    plain: Any = newsmodel.to_dict(ARTICLE)
    plain["headline"] = 1
    plain["paragraphs"][0] = [0, 10**6]
    plain["actors"][1]["kind"] = "ship"  # on which nearly everything else rests
    plain["meetings"][0]["format"] = "letter"
    plain["meetings"][0]["rule"] = 5
    plain["stances"][0]["holders"] = ["a7", "a8"]
    assert set(faults_of(plain)) == {
        "$.headline",
        "$.paragraphs[0]",
        "$.actors[1].kind",
        "$.meetings[0].format",
        "$.meetings[0].rule",
        "$.stances[0].holders[0]",
        "$.stances[0].holders[1]",
    }


@pytest.mark.parametrize(
    ("source", "path", "message"),
    [
        ("", "$", "not JSON"),
        ("{", "$", "not JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
        ("[]", "$", "must be an object, not an array"),
        ("null", "$", "must be an object, not null"),
        ("\ufeff{}", "$", "not JSON"),
        ('{"text": NaN}', "$", "NaN is no number of JSON"),
        ('{"text": -Infinity}', "$", "-Infinity is no number of JSON"),
        ('{"a": 1, "a": 2}', "$.a", "the key stands twice"),
        ('{"x": [{"a": 1, "b b": 3, "b b": 2}]}', '$.x[0]["b b"]', "the key stands twice"),
        (b"\xff\xfe\xff", "$", "not JSON"),
        (b"\x80", "$", "not JSON"),
        ("[" * 200_000, "$", "nested too deep"),
        ('{"urgency": ' + "9" * 5000 + "}", "$", "not JSON"),
        (7, "$", "JSON comes as str, bytes, path or file, not an integer, 7"),
    ],
)
def test_what_is_not_json_is_refused(source: Any, path: str, message: str) -> None:
    with pytest.raises(DecodeError) as caught:
        newsmodel.loads(source)
    assert caught.value.path == path
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("", {"$": "not JSON: Expecting value at line 1, column 1"}),
        ('{\n"text": -Infinity}', {"$": "not JSON: -Infinity is no number of JSON"}),
        ("[" * 200_000, {"$": "nested too deep"}),
        ("[]", {"$": "must be an object, not an array"}),
        (7, {"$": "JSON comes as str, bytes, path or file, not an integer, 7"}),
        ('{"a": 1, "a": 2, "a": 3, "b": 4}', {"$.a": "the key stands twice"}),
        (
            '{"x": [{"a": 1, "a": 2}, [{"b": 1, "c": {"d": 1, "d": 1}, "e": 0, "b": 2}]], "y": 1, "y": 2}',
            dict.fromkeys(("$.y", "$.x[0].a", "$.x[1][0].b", "$.x[1][0].c.d"), "the key stands twice"),
        ),
        ("{}", {"$.schema_version": "is required", "$.text": "is required", "$.language": "is required"}),
        (
            '{"schema_version": 1.0, "text": null, "language": {}}',
            {
                "$.schema_version": "must be an integer, not a number, 1.0",
                "$.text": "must be a string, not null",
                "$.language": "must be a string, not an object",
            },
        ),
    ],
)
def test_a_refusal_says_all_that_is_wrong(source: Any, faults: dict[str, str]) -> None:
    with pytest.raises(DecodeError) as caught:
        newsmodel.loads(source)
    assert dict(caught.value.faults) == faults
    assert len(caught.value.faults) == len(faults)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("x" * 58, f"a string, '{'x' * 58}'"),
        ("x" * 59, f"a string, '{'x' * 58}…"),
        (b"x", "bytes, b'x'"),
        ((1,), "tuple, (1,)"),
        (True, "a boolean, True"),
        (1.5, "a number, 1.5"),
        (None, "null"),
        ([[]], "an array"),
        ({"a": 1}, "an object"),
    ],
)
def test_a_value_at_fault_is_shown_with_its_kind_and_cut(given: object, shown: str) -> None:
    assert faults_of(changed("provenance", "schema", to=given)) == {
        "$.provenance.schema": f"must be an integer, not {shown}"
    }


def test_unknown_keys_are_named_in_order() -> None:
    assert list(faults_of(changed("b", to=1) | {"a": 1, "c": 1})) == ["$.a", "$.b", "$.c"]


def test_a_reference_to_an_object_that_is_at_fault_is_no_fault_of_its_own() -> None:
    """Where the id is lost with the object, nothing can be said of who refers to it."""
    plain: Any = newsmodel.to_dict(ARTICLE)
    plain["actors"][3]["id"] = "x4"
    assert faults_of(plain) == {"$.actors[3].id": "must be 'a' and a number from 1"}
    plain = newsmodel.to_dict(ARTICLE)
    plain["issues"] = {}
    assert faults_of(plain) == {"$.issues": "must be an array, not an object"}


def test_every_object_at_fault_in_a_collection_is_named() -> None:
    plain: Any = newsmodel.to_dict(ARTICLE)
    plain["times"] = [{**plain["times"][0], "id": f"t{n}", "value": n} for n in (1, 2, 3)]
    assert list(faults_of(plain)) == [f"$.times[{n}].value" for n in range(3)]


def test_an_id_of_another_class_is_a_fault_though_its_own_class_is_whole() -> None:
    plain: Any = newsmodel.to_dict(ARTICLE)
    plain["issues"] = [None]
    plain["actors"][0]["members"][0] = "a77"
    assert faults_of(plain) == {
        "$.issues[0]": "must be an object, not null",
        "$.actors[0].members[0]": "nothing has the id 'a77'",
    }


def test_what_is_no_fault_of_the_data_is_raised() -> None:
    """A defect of the program must not be reported as one of the document."""
    with pytest.raises(RuntimeError, match="defect"):
        Faults().add("$", RuntimeError("defect"))


def test_a_long_chain_of_references_is_refused_without_recursion() -> None:
    assert "references are nested more than 64 deep" in faults_of(chain(5000)).values()


def chain(count: int) -> Any:
    """Return the sample with so many statements, each in the next."""
    plain: Any = newsmodel.to_dict(ARTICLE)
    base = plain["statements"][1]
    plain["statements"] = [{**base, "id": f"s{n}", "parent": f"s{n + 1}"} for n in range(1, count)]
    plain["statements"].append({**base, "id": f"s{count}"})
    return plain


def test_references_are_followed_as_deep_as_the_bound_and_no_deeper() -> None:
    """What nests too deep for the model is the model's to refuse, as long as it can be built."""
    assert set(faults_of(chain(64)).values()) == {"statements are nested more than 16 deep"}
    assert "references are nested more than 64 deep" in faults_of(chain(65)).values()


def test_a_file_in_the_wrong_encoding_is_a_decode_error(tmp_path: Any) -> None:
    path = tmp_path / "latin1.json"
    path.write_bytes('{"text": "Größe"}'.encode("latin-1"))
    with path.open(encoding="utf-8") as file, pytest.raises(DecodeError, match=r"^\$: not valid utf-8"):
        newsmodel.loads(file)


@settings(max_examples=150, deadline=None)
@given(st.text() | st.binary())
def test_any_str_and_bytes_give_an_article_or_our_error(source: str | bytes) -> None:
    with pytest.raises(NewsmodelError):
        newsmodel.loads(source)


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 200)
    | st.floats()
    | st.sampled_from(["a1", "s1", "de", "held", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "span", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@settings(max_examples=60, deadline=None)
@given(articles(max_items=2), st.data())
def test_any_damage_gives_an_article_or_our_error(article: newsmodel.Article, data: st.DataObject) -> None:
    """One value somewhere in a good document is replaced by anything that JSON can hold."""
    plain: Any = newsmodel.to_dict(article)
    at: Any = plain
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = data.draw(st.sampled_from(keys))
        if not (isinstance(at[key], dict | list) and at[key] and data.draw(st.booleans())):
            break
        at = at[key]
    at[key] = data.draw(JUNK)
    again = None
    with contextlib.suppress(DecodeError):
        again = newsmodel.from_dict(plain)
    if again is not None:
        assert newsmodel.loads(newsmodel.dumps(again)) == again


def test_decoding_takes_linear_time() -> None:
    def measure(count: int) -> float:
        plain: Any = newsmodel.to_dict(ARTICLE)
        plain["statements"] = [{**plain["statements"][1], "id": f"s{n}", "rule": f"r{n}"} for n in range(1, count)]
        plain["stances"] = []
        text = json.dumps(plain)
        started = time.process_time()
        newsmodel.loads(text)
        return time.process_time() - started

    small = min(measure(100) for _ in range(3))
    assert min(measure(800) for _ in range(2)) < 8 * small * 3
