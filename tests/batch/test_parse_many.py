"""Many dispatches: in order, the same as one by one, as a stream; what fails stops nothing unless it is asked to."""

from __future__ import annotations

import itertools
import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from tests.batch.killers import Killer, Unpicklable
from tests.golden.gold import load_all

import newsmodel
from newsmodel import Article, NewsmodelError, TextError, WorkerError
from newsmodel.batch import Failure, Source, parse_many

ROOT = Path(__file__).parents[2]
DISPATCHES = load_all("dev")
PAIRS: list[Source] = [(golden.text, golden.published) for golden in DISPATCHES]
SHORT = "Kiel (dpa) - Der Rat tagt am Montag."
BAD: list[Source] = ["\ud800", Path("no/such/file"), (SHORT, "gestern"), 17, Unpicklable()]  # type: ignore[list-item]
ERRORS = [TextError, FileNotFoundError, newsmodel.DateError, newsmodel.WireError, FileNotFoundError]


@pytest.fixture(scope="module")
def alone() -> list[Article]:
    return [newsmodel.parse(golden.text, published=golden.published) for golden in DISPATCHES]


@given(st.permutations(range(len(DISPATCHES))), st.integers(1, 12))
def test_the_same_in_any_company(alone: list[Article], order: list[int], size: int) -> None:
    """Law 4: neither the other dispatches of a batch nor its size change an article."""
    found = list(parse_many((PAIRS[i] for i in order), batch_size=size))
    assert found == [alone[i] for i in order]


def test_every_kind_of_source(tmp_path: Path) -> None:
    path = tmp_path / "rat.txt"
    path.write_text(SHORT, encoding="utf-8")
    sources: list[Source] = [SHORT, path, SHORT.encode(), (SHORT, "2025-03-05"), (path, None)]
    found = list(parse_many(sources, published="2025-03-04"))
    wanted = newsmodel.parse(SHORT, published="2025-03-04")
    assert found == [wanted, wanted, wanted, newsmodel.parse(SHORT, published="2025-03-05"), wanted]


def test_other_languages_and_empty_texts_stand_in_their_place() -> None:
    texts = ["", SHORT, "The council met on Monday, officials said. It was the end of the plan.", "\n", SHORT]
    assert list(parse_many(texts)) == [newsmodel.parse(text) for text in texts]


def counted(read: list[int]) -> Iterator[str]:
    for number in itertools.count():
        read.append(number)
        yield SHORT


def test_an_endless_stream_is_read_as_it_is_needed() -> None:
    read: list[int] = []
    first = list(itertools.islice(parse_many(counted(read), batch_size=3), 7))
    assert first == [newsmodel.parse(SHORT)] * 7
    assert len(read) <= 3 * 3 + 1


def test_a_long_text_is_a_batch_by_itself() -> None:
    read: list[int] = []

    def texts() -> Iterator[str]:
        for number in range(9):
            read.append(number)
            yield " " * 390_000 + SHORT

    next(parse_many(texts()))
    assert len(read) == 2


def mixed() -> list[Source]:
    return [source for bad in BAD for source in (SHORT, bad)]


@pytest.mark.parametrize("bad", range(len(BAD)))
def test_raise_ends_the_stream_and_names_the_source(bad: int) -> None:
    stream = parse_many([SHORT, BAD[bad], SHORT])
    next(stream)
    with pytest.raises(ERRORS[bad]) as caught:
        next(stream)
    assert "source 1 of parse_many" in caught.value.__notes__[0]
    assert list(stream) == []


def test_skip_leaves_out_and_warns(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="newsmodel"):
        found = list(parse_many(mixed(), on_error="skip"))
    assert found == [newsmodel.parse(SHORT)] * len(BAD)
    assert len(caplog.records) == len(BAD)
    assert "no/such/file" in caplog.text


def test_collect_yields_failures_in_place() -> None:
    found = list(parse_many(mixed(), on_error="collect"))
    assert found[::2] == [newsmodel.parse(SHORT)] * len(BAD)
    failures = [failure for failure in found[1::2] if isinstance(failure, Failure)]
    assert [failure.index for failure in failures] == list(range(1, 2 * len(BAD), 2))
    assert [type(failure.error) for failure in failures] == ERRORS


def test_a_pipeline_that_fails_on_one_dispatch(alone: list[Article]) -> None:
    """The others of its batch come out as ever."""
    import spacy
    from spacy.tokens import Doc

    from newsmodel.german.pipeline import load

    @Language.component("test_breaks")
    def breaks(doc: Doc) -> Doc:
        if "Husum" in doc.text:
            raise ZeroDivisionError("this one")
        return doc

    nlp = spacy.blank("de")
    own = load()
    nlp.vocab, nlp.tokenizer = own.vocab, own.tokenizer
    for name in own.pipe_names:
        nlp.add_pipe(name)
    nlp.add_pipe("test_breaks")
    texts: list[Source] = [SHORT, "Husum (dpa) - Der Rat tagt.", SHORT]
    first, second, third = parse_many(texts, nlp=nlp, on_error="collect")
    assert isinstance(second, Failure)
    assert type(second.error) is ZeroDivisionError
    assert isinstance(first, Article)
    assert first == third
    assert first.actors == newsmodel.parse(SHORT).actors


@pytest.mark.parametrize("options", [{"workers": 0}, {"batch_size": 0}, {"on_error": "ignore"}])
def test_wrong_options(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="must be"):
        parse_many([SHORT], **options)  # type: ignore[call-overload]


def test_progress_shows_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(parse_many([SHORT], progress=True)) == [newsmodel.parse(SHORT)]
    assert "1/1" in capsys.readouterr().err


# In several processes


def test_two_processes_give_what_one_gives(alone: list[Article]) -> None:
    """In order, whatever fails: bad sources, one that kills its process, one that cannot be sent."""
    sources = [*PAIRS[:3], *BAD, Killer(), *PAIRS[3:]]
    found = list(parse_many(sources, workers=2, batch_size=4, on_error="collect"))
    failures = [item for item in found if isinstance(item, Failure)]
    assert [item for item in found if isinstance(item, Article)] == alone
    assert [failure.index for failure in failures] == list(range(3, 3 + len(BAD) + 1))
    assert [type(failure.error) for failure in failures] == [*ERRORS[:-1], WorkerError, WorkerError]
    assert "stays here" in str(failures[-2].error)
    assert failures[-1].source == "killer"
    assert multiprocessing.active_children() == []


def test_a_process_killed_from_outside_loses_and_doubles_nothing(alone: list[Article]) -> None:
    stream = parse_many(PAIRS * 3, workers=2, batch_size=2)
    found = [next(stream)]
    victim = multiprocessing.active_children()[0].pid
    assert victim is not None
    os.kill(victim, signal.SIGKILL)
    assert found + list(stream) == alone * 3


def test_a_closed_stream_leaves_no_process() -> None:
    read: list[int] = []
    stream = parse_many(counted(read), workers=2, batch_size=2)
    next(stream)
    assert len(multiprocessing.active_children()) >= 1
    stream.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []
    assert len(read) <= 2 * 2 * 2 + 3


class Staying(Language):
    """A pipeline that does not pickle."""

    def __reduce__(self) -> str:
        raise TypeError("it stays here")


def test_a_pipeline_that_cannot_be_sent() -> None:
    with pytest.raises(WorkerError, match="cannot be started: it stays here"):
        list(parse_many([SHORT], workers=2, nlp=Staying()))


UNGUARDED = f"import newsmodel\nprint(list(newsmodel.parse_many([{SHORT!r}], workers=2)))\n"
ENDLESS = f"""
import itertools, newsmodel
if __name__ == "__main__":
    for article in newsmodel.parse_many(itertools.repeat({SHORT!r}), workers=2):
        print("one", flush=True)
"""


def test_an_unguarded_script_is_told_what_it_lacks(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(UNGUARDED, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert "WorkerError" in done.stderr
    assert "__main__" in done.stderr


def members(group: int) -> list[int]:
    """Return the living processes of a process group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_ctrl_c_leaves_nothing_running(tmp_path: Path) -> None:
    """SIGINT to the whole group, as a terminal sends it."""
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "one\n"
        assert len(members(process.pid)) >= 2
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGINT
    assert errors.count("Traceback") == 1
    end = time.monotonic() + 10
    while members(process.pid) and time.monotonic() < end:
        time.sleep(0.1)
    assert members(process.pid) == []


def test_errors_of_the_model_come_through_the_top() -> None:
    with pytest.raises(NewsmodelError):
        list(newsmodel.parse_many(["\ud800"]))
