"""Readers of hand-coded data: the gold format and brat, and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.golden.gold import FOLDER

from newsmodel import GoldError, MeetingStatus, ParticipantPart
from newsmodel.evaluation import LAYERS, evaluate, read_annotated
from newsmodel.evaluation.gold_format import from_gold
from newsmodel.export.brat import export_brat

TEXT = "Der Rat tagt. Der Rat lehnt ab."
RAT = {"id": "A1", "kind": "organization", "name": "Rat", "mentions": [["Rat", 1]], "roles": []}


def test_all_our_gold_is_read() -> None:
    for part in ("dev", "test"):
        for one in read_annotated(FOLDER / part):
            entry = json.loads((FOLDER / part / f"{one.name}.json").read_text(encoding="utf-8"))
            assert one.layers == set(LAYERS)
            assert [a.name for a in one.article.actors] == [a["name"] for a in entry["actors"]]
            assert [m.status for m in one.article.meetings] == [MeetingStatus(m["status"]) for m in entry["meetings"]]
            assert [len(s.content) for s in one.article.statements] == [len(s["content"]) for s in entry["statements"]]
            assert len(one.article.stances) == len(entry["stances"])
            for meeting, expected in zip(one.article.meetings, entry["meetings"], strict=True):
                hosts = [p for p in meeting.participants if p.part is ParticipantPart.HOST]
                assert len(hosts) == len(expected["hosts"])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("{", "no JSON"),
        ("[]", "one JSON object"),
        ({"actors": [{**RAT, "mentions": [["Rat"]]}]}, "actors A1: occurs more than once"),
        ({"actors": [{**RAT, "mentions": [["Rat", 3]]}]}, "does not occur 3 times"),
        ({"actors": [{**RAT, "mentions": [["Senat"]]}]}, "not in the text: 'Senat'"),
        ({"actors": [{**RAT, "mentions": ["Rat"]}]}, r"a span is \[words, n\]"),
        ({"actors": [{**RAT, "mentions": [["Rat", 0]]}]}, "n counts from 1"),
        ({"actors": [{**RAT, "kind": "council"}]}, "council"),
        ({"actors": [RAT, RAT]}, "given twice"),
        ({"actors": [{"id": "A1"}]}, "actors A1: 'mentions' is missing"),
        ({"actors": [{**RAT, "roles": [{"title": None, "of": "A9"}]}]}, "no actor 'A9'"),
        ({"actors": ["Rat"]}, "actors 0"),
        ({"published": "neulich"}, "neulich"),
        (
            {"actors": [RAT], "stances": [{"id": "T1", "holders": [], "target": {"actor": "A1"}, "polarity": "oppose",
                                           "basis": "expressed", "evidence": [["lehnt ab"]]}]},
            "stances T1: .*holds it",
        ),
    ],
)  # fmt: skip
def test_faults_are_named(data: object, words: str) -> None:
    with pytest.raises(GoldError, match=words) as raised:
        from_gold(TEXT, data if isinstance(data, str) else json.dumps(data), "rat.json")
    assert raised.value.file == "rat.json"


def test_overlapping_occurrences_are_counted() -> None:
    gold = from_gold("anan an", json.dumps({"actors": [{**RAT, "mentions": [["an", 2], ["an", 3]]}]}))
    assert [m.span.start for m in gold.article.actors[0].mentions] == [2, 5]


def test_bodies_may_refer_to_each_other() -> None:
    text = "Der Rat der Stadt."
    rows = [
        {**RAT, "mentions": [["Rat"]], "roles": [{"title": None, "of": "A2"}]},
        {
            "id": "A2",
            "kind": "country",
            "name": "Stadt",
            "mentions": [["Stadt"]],
            "roles": [{"title": None, "of": "A1"}],
        },
    ]
    council, _ = from_gold(text, json.dumps({"actors": rows})).article.actors
    assert council.roles[0].of is not None
    assert council.roles[0].of.name == "Stadt"


def test_files_at_fault_are_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no NAME\.json"):
        read_annotated(tmp_path)
    (tmp_path / "rat.json").write_text("{}", encoding="utf-8")
    with pytest.raises(GoldError, match=r"rat\.txt: cannot be read"):
        read_annotated(tmp_path / "rat.json")
    (tmp_path / "rat.txt").write_bytes(b"Der R\xe4t")
    with pytest.raises(GoldError, match="no UTF-8 at byte 5"):
        read_annotated(tmp_path)


def test_brat_is_read(tmp_path: Path) -> None:
    """What brat carries of our gold agrees with it."""
    gold = read_annotated(FOLDER / "dev")
    for one in gold:
        document = export_brat(one.article)
        (tmp_path / f"{one.name}.txt").write_bytes(document.text.encode())
        (tmp_path / f"{one.name}.ann").write_bytes(document.annotations.encode())
    figures = evaluate(gold, [one.article for one in read_annotated(tmp_path)], samples=0)
    for name in ("mentions", "actors", "kind", "meetings", "m_status", "m_participants", "statements", "stances"):
        assert figures[name].f1 == 1, name
