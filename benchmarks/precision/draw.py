#!/usr/bin/env python3
"""Draw stances and meetings at random, to be judged by reading: precision without gold.

    python benchmarks/precision/draw.py draw IN.jsonl JUDGED.jsonl [--stances 100] [--meetings 40] [--seed 1]
    python benchmarks/precision/draw.py show IN.jsonl JUDGED.jsonl
    python benchmarks/precision/draw.py report JUDGED.jsonl

`draw` parses the articles of IN.jsonl (`{"id", "text", "published"}`) and writes what it drew, one line each, as offsets without any
text, its verdict open. `show` prints each with its article around it, and not the rule that fired, so that it can be judged by the
guidelines alone; the verdict (`right` or `wrong`, and in `why` what is wrong) is then written into the line. `report` counts.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import random
import sys
from typing import Any

from newsmodel import Actor, Article, Meeting, Span, Stance, parse

AROUND = 260
"""How many characters of the article are shown on both sides."""


def read_lines(path: str) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def pairs(spans: tuple[Span, ...]) -> list[list[int] | None]:
    """Return spans as pairs of offsets."""
    return [[span.start, span.end] for span in spans]


def nearest(actor: Actor, offset: int) -> list[int] | None:
    """Return the mention of an actor that lies nearest to an offset."""
    spans = sorted((m.span for m in actor.mentions), key=lambda s: abs(s.start - offset))
    return [spans[0].start, spans[0].end] if spans else None


def stance_line(name: str, stance: Stance) -> dict[str, Any]:
    """Return the line of a stance."""
    at = stance.evidence[0].start
    target = stance.target
    spans = () if isinstance(target, Actor) else target.anchors if isinstance(target, Meeting) else target.spans
    where = [nearest(target, at)] if isinstance(target, Actor) else [*pairs(spans)]
    return {
        "doc": name,
        "kind": "stance",
        "evidence": pairs(stance.evidence),
        "holders": [nearest(holder, at) for holder in stance.holders],
        "target": where,
        "polarity": stance.polarity.value,
        "rule": stance.rule,
        "verdict": None,
        "why": "",
    }


def meeting_line(name: str, meeting: Meeting) -> dict[str, Any]:
    """Return the line of a meeting."""
    at = meeting.anchors[0].start
    return {
        "doc": name,
        "kind": "meeting",
        "anchors": pairs(meeting.anchors),
        "participants": [nearest(p.actor, at) for p in meeting.participants],
        "status": meeting.status.value,
        "rule": meeting.rule,
        "verdict": None,
        "why": "",
    }


def draw(source: str, target: str, stances: int, meetings: int, seed: int) -> None:
    """Parse all articles and write what was drawn from what was found."""
    found: dict[str, list[dict[str, Any]]] = {"stance": [], "meeting": []}
    for entry in read_lines(source):
        article: Article = parse(entry["text"], published=entry["published"])
        found["stance"] += [stance_line(entry["id"], stance) for stance in article.stances]
        found["meeting"] += [meeting_line(entry["id"], meeting) for meeting in article.meetings]
    chance = random.Random(seed)  # noqa: S311 - a draw to be repeated, not a secret
    drawn = []
    for kind, size in (("stance", stances), ("meeting", meetings)):
        drawn += chance.sample(found[kind], min(size, len(found[kind])))
    lines = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in drawn)
    pathlib.Path(target).write_text(lines, encoding="utf-8")
    sys.stdout.write(f"{len(found['stance'])} stances, {len(found['meeting'])} meetings found; {len(drawn)} drawn\n")


def words(text: str, spans: list[list[int] | None]) -> list[str]:
    """Return the words under pairs of offsets."""
    return [text[span[0] : span[1]] if span else "?" for span in spans]


def show(source: str, judged: str) -> None:
    """Print what was drawn with the article around it."""
    texts = {entry["id"]: entry["text"] for entry in read_lines(source)}
    for n, line in enumerate(read_lines(judged), 1):
        text = texts[line["doc"]]
        where = line.get("evidence") or line["anchors"]
        start, end = max(0, where[0][0] - AROUND), where[-1][1] + AROUND // 3
        sys.stdout.write(f"\n#{n} {line['kind']} {line['verdict'] or ''}\n")
        if line["kind"] == "stance":
            sys.stdout.write(f"  {words(text, line['holders'])} {line['polarity']} {words(text, line['target'])}\n")
        else:
            sys.stdout.write(f"  {words(text, line['anchors'])} {line['status']} {words(text, line['participants'])}\n")
        sys.stdout.write(f"  … {' '.join(text[start:end].split())} …\n  >> {words(text, where)}\n")


def report(judged: str) -> None:
    """Print how many are right, and what is wrong with the others."""
    lines = read_lines(judged)
    for kind in ("stance", "meeting"):
        verdicts = collections.Counter(line["verdict"] for line in lines if line["kind"] == kind)
        known = verdicts["right"] + verdicts["wrong"]
        share = 100 * verdicts["right"] / known if known else 0.0
        sys.stdout.write(f"{kind}: {verdicts['right']} of {known} right ({share:.0f} %)\n")
        why = collections.Counter(line["why"] for line in lines if line["kind"] == kind and line["verdict"] == "wrong")
        for reason, count in why.most_common():
            sys.stdout.write(f"  {count:3} {reason}\n")


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: the command line without the program's name; that of the process if left out.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("draw", "show", "report"))
    parser.add_argument("files", nargs="+")
    parser.add_argument("--stances", type=int, default=100)
    parser.add_argument("--meetings", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if len(options.files) != (1 if options.command == "report" else 2):
        parser.error(f"{options.command} takes {'JUDGED' if options.command == 'report' else 'IN and JUDGED'}")
    if options.command == "draw":
        draw(options.files[0], options.files[1], options.stances, options.meetings, options.seed)
    elif options.command == "show":
        show(options.files[0], options.files[1])
    else:
        report(options.files[0])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
