"""Whatever comes in: an Article or a NewsmodelError, the same one every time, in time linear in the length."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.golden.gold import Golden, load_all

import newsmodel
from newsmodel import Article, NewsmodelError, Span
from newsmodel.errors import FieldTypeError
from newsmodel.testing import check

ROOT = Path(__file__).parents[1]
DISPATCHES = load_all("dev")
NEUTRAL = "Draußen war es grau und still.\n\n"

FRAGMENTS = [
    *"„“”\"'«»‚‘’,.;:!?()-–—/…#*\n\t ",
    "\n\n",
    "\r\n\r\n",
    "«Ja», ",
    "sagte er",
    ", sagte sie am Montag. ",
    " sagte, dass",
    " habe ",
    " werde ",
    " sollen ",
    "laut ",
    "nach Angaben von ",
    " zufolge",
    ", so ",
    "hieß es",
    "KIEL (dpa) - ",
    "Kiel (dpa/lno) - ",
    "date 2024-04 ",
    "Anna Berg",
    "Bergs",
    "der Minister",
    "die Regierung ",
    "beide Seiten ",
    " und ",
    " nicht ",
    "(SPD)",
    "trafen sich",
    " ein Treffen",
    "sagte das Gespräch ab",
    "lehnte den Plan ab",
    "kritisierte",
    "forderte ",
    "am 31. Februar",
    "am 5. Mai um 25.70 Uhr",
    "im Jahr 99999",
    "seit 0 Tagen",
    "dpa ab yydd n1 cd",
    "/jac/DP/zb",
    "# Notizblock\n",
    "GIPFEL IN KIEL ABGESAGT",
    "0123.456.789,00",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\ufeff",
    "e\u0301",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "Łódź",
    "Київ",
    "北京",
    "ſ",
    "ﬁ",
]

german = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join)
odd_characters = st.text(
    st.sampled_from("\x00\x01\x0b\x0c\x1c\x85\u2028\u2029\ufffe\uffff\U0010ffff\ud800\udfff\r\n\t \u0301\u0600aÄß„“"),
    max_size=40,
)


def parse(text: str) -> Article:
    """Return the article of a text after checking all that must hold of it."""
    article = newsmodel.parse(text, published="2025-03-04")
    assert article.text == text
    check(article)
    return article


# Law 3: any text, any bytes


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Text without surrogates is always read."""
    parse(text)


@given(german)
def test_text_of_german_fragments(text: str) -> None:
    parse(text)


@given(german, st.sampled_from(DISPATCHES), st.integers(0, 1500), st.integers(0, 300))
def test_dispatch_with_a_wound(patch: str, golden: Golden, start: int, length: int) -> None:
    """A dispatch with a part cut out and something else put in its place is still read."""
    parse(golden.text[:start] + patch + golden.text[start + length :])


@given(odd_characters)
@example("\ud800")
@example("Kiel (dpa) - Der Rat tagt.\udcff")
def test_odd_characters(text: str) -> None:
    """Only a lone surrogate is refused, by an error that says where it stands."""
    surrogate = next((n for n, char in enumerate(text) if "\ud800" <= char <= "\udfff"), None)
    if surrogate is None:
        parse(text)
    else:
        with pytest.raises(NewsmodelError, match="surrogate") as caught:
            newsmodel.parse(text)
        assert getattr(caught.value, "offset", None) == surrogate


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\r\n\r\n\r",
        "\x00",
        "„“",
        "«»" * 50,
        "„" * 200,
        '"' * 201,
        "»«" * 100,
        "'" * 100,
        "," * 300,
        ", , , ,",
        "." * 300,
        "-" * 300,
        "(" * 300,
        "dass " * 100,
        "sagte " * 100,
        "und " * 200,
        "Treffen",
        "sagte.",
        "Laut.",
        "Montag",
        "zufolge",
        "dpa",
        "(dpa)",
        "(dpa) -",
        "Kiel (dpa) -",
        "Kiel (dpa) - ",
        "date 2024-13 KIEL (dpa) - Der Rat tagt am Montag.",
        "date 2024-04",
        "Der Rat\rtagt\r\nam Montag\n\r\n\rin Kiel.",
        "Der Rat\x00tagt\x00am Montag.\x00«Ja»,\x00sagte\x00Anna Berg.",
        "The council met on Monday, officials said. “We are ready,” said Anna Berg.",
        "会談は月曜日に行われた。",
        "x" * 2000,
        "Er sagte, " * 60 + "er komme.",
        "(laut Anna Berg„",
        "„Er sagte: ‚Sie sagte: „Ja.“‘“" * 5,
    ],
)
def test_odd_texts(text: str) -> None:
    parse(text)


@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    try:
        article = newsmodel.read(raw)
    except NewsmodelError:
        return
    check(article)


@pytest.mark.parametrize("text", [None, b"Der Rat tagt.", 5, ["Der Rat tagt."], bytearray(b"")])
def test_a_text_that_is_none(text: object) -> None:
    with pytest.raises(FieldTypeError, match=r"Dispatch\.text must be str, not "):
        newsmodel.parse(text)  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError, match=r"Dispatch\.text must be str, not "):
        newsmodel.times(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("published", [5, b"2025", dt.time(12), ["2025"], True])
def test_published_that_is_neither_date_nor_text(published: object) -> None:
    with pytest.raises(FieldTypeError, match=r"Dispatch\.published must be PartialDate, date or str, not "):
        newsmodel.parse("Der Rat tagt.", published=published)  # type: ignore[arg-type]


@pytest.mark.parametrize("published", ["", "gestern", "2025-13", "2025-02-30", "99999-01", "2025-03-04T25:00", "\x00"])
def test_published_that_is_no_date(published: str) -> None:
    with pytest.raises(NewsmodelError):
        newsmodel.parse("Der Rat tagt am Montag.", published=published)


@pytest.mark.parametrize("published", ["0001", "0001-01-01", "9999-12-31", "9999", "2024-02-29", "2025-12-31T23:59"])
def test_times_at_the_edge_of_the_calendar(published: str) -> None:
    """Expressions that lead out of the calendar are left open, not guessed, and nothing breaks."""
    text = (
        "Kiel (dpa) - Der Rat tagt am Montag, in der kommenden Woche, vor 3000 Jahren und in 9000 Jahren. Am 29. "
        "Februar und Ende des Jahres traf er sich, zuletzt in der Nacht zum Sonntag, wie er in der vergangenen Woche "
        "sagte. Vor zwei Wochen und in drei Tagen um 24.00 Uhr kam er nicht."
    )
    check(newsmodel.parse(text, published=published))


# Law 2 and law 5


@pytest.mark.parametrize("golden", DISPATCHES, ids=[golden.name for golden in DISPATCHES])
def test_neutral_paragraph_in_front_shifts_and_changes_nothing(golden: Golden) -> None:
    alone = newsmodel.parse(golden.text, published=golden.published)
    behind = newsmodel.parse(NEUTRAL + golden.text, published=golden.published)
    for field in ("actors", "times", "meetings", "statements", "stances", "issues", "dateline", "signoff"):
        assert shifted(getattr(alone, field), len(NEUTRAL)) == getattr(behind, field), field


def shifted(value: Any, by: int) -> Any:
    """Return a value of the model with every span in it moved."""
    if isinstance(value, Span):
        return Span(start=value.start + by, end=value.end + by)
    if isinstance(value, tuple):
        return tuple(shifted(item, by) for item in value)
    if attrs.has(type(value)):
        fields = (field for field in attrs.fields(type(value)) if field.init)
        changes = {field.name: shifted(getattr(value, field.name), by) for field in fields}
        return type(value)(**changes)
    return value


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\u2028"])
def test_line_ends_do_not_matter(ends: str) -> None:
    """The same dispatch with other line ends says the same."""
    golden = next(golden for golden in DISPATCHES if golden.name == "donau")
    other = newsmodel.parse(golden.text.replace("\n", ends), published=golden.published)
    plain = newsmodel.parse(golden.text, published=golden.published)
    assert [actor.name for actor in other.actors] == [actor.name for actor in plain.actors]
    assert [meeting.status for meeting in other.meetings] == [meeting.status for meeting in plain.meetings]
    assert [statement.type for statement in other.statements] == [statement.type for statement in plain.statements]


# Law 4: the same input, the same output

ELSEWHERE = """
import sys, newsmodel
from tests.golden.gold import load_all
for golden in reversed(load_all("dev")[:3]):
    sys.stdout.buffer.write(newsmodel.dumps(newsmodel.parse(golden.text, published=golden.published)).encode() + b"\\0")
"""


@pytest.mark.parametrize(("seed", "zone", "locale"), [("1", "Pacific/Kiritimati", "C"), ("77", "UTC", "de_DE.UTF-8")])
def test_same_output_in_another_process(seed: str, zone: str, locale: str) -> None:
    """Hash seed, time zone, locale and order do not show in the output."""
    env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", ELSEWHERE]
    done = subprocess.run(command, env=env, capture_output=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr.decode()
    there = [raw.decode() for raw in done.stdout.split(b"\0")[:-1]]
    here = [newsmodel.dumps(newsmodel.parse(g.text, published=g.published)) for g in DISPATCHES[:3]]
    assert there[::-1] == here


def test_same_output_in_threads_and_in_any_order() -> None:
    def dump(golden: Golden) -> str:
        return newsmodel.dumps(newsmodel.parse(golden.text, published=golden.published))

    alone = [dump(golden) for golden in DISPATCHES]
    with ThreadPoolExecutor(max_workers=4) as pool:
        assert list(pool.map(dump, DISPATCHES * 2)) == alone * 2
    assert [dump(golden) for golden in reversed(DISPATCHES)] == alone[::-1]


def test_a_dispatch_says_the_same_after_a_long_one() -> None:
    """Nothing is kept from one text to the next."""
    golden = DISPATCHES[0]
    before = newsmodel.parse(golden.text, published=golden.published)
    newsmodel.parse("\n\n".join(other.text for other in DISPATCHES), published="2020-01-01")
    assert newsmodel.parse(golden.text, published=golden.published) == before


# Law 3: linear time (of hostile texts: tests/safety/test_linear.py)

SYLLABLES = ["ba", "rel", "ko", "min", "tes", "la", "gor", "nu", "wei", "sta"]


def many_names(length: int) -> str:
    """Return a text in which ever new people meet, speak and quarrel."""
    parts: list[str] = []
    for n in range(length // 90 + 1):
        digits = [SYLLABLES[int(digit)] for digit in f"{n:04d}"]
        name = f"{''.join(digits[:2]).title()} {''.join(digits[2:]).title()}"
        parts.append(f"Minister {name} traf am Montag seinen Kollegen und lehnte den Plan ab, wie er sagte. ")
    return "".join(parts)[:length]


SHAPES = {
    "one dispatch after the other": lambda n: ("\n\n".join(g.text for g in DISPATCHES) * (n // 9000 + 1))[:n],
    "ever new names": many_names,
}


def seconds(text: str) -> float:
    """Return the processor time of one parse, in seconds."""
    start = time.process_time()
    newsmodel.parse(text, published="2025-03-04")
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_time_is_linear(shape: str) -> None:
    """A hundred times the text costs a hundred times the time; so does the last tenfold of it."""
    seconds(SHAPES[shape](1000))
    short = min(seconds(SHAPES[shape](1000)) for _ in range(3))
    middle = min(seconds(SHAPES[shape](10_000)) for _ in range(2))
    long = seconds(SHAPES[shape](100_000))
    assert long <= 2.5 * 10 * middle, (middle, long)
    assert long <= 2.5 * 100 * short, (short, long)


@pytest.mark.slow
def test_five_megabytes_of_one_line() -> None:
    """A line of five megabytes is read, not refused."""
    line = " ".join(DISPATCHES[0].text.split()) + " "
    text = (line * (5_000_000 // len(line) + 1))[:5_000_000]
    article = newsmodel.parse(text, published="2025-03-04")
    assert article.text == text
    assert article.statements


@pytest.mark.slow
@settings(max_examples=500)
@given(st.one_of(st.text(), german))
def test_any_text_many_times(text: str) -> None:
    parse(text)
