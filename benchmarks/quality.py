#!/usr/bin/env python3
"""Print the table of quality that stands in the README and the documentation, or write it there.

python benchmarks/quality.py [--write]

The figures are measured on the golden dispatches of `tests/golden/test`: of our own writing, annotated by the guidelines,
and not looked at when rules are written.
"""

from __future__ import annotations

import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/explanation/quality.md")
BETWEEN = re.compile(r"(<!-- quality -->\n).*?(<!-- /quality -->)", re.DOTALL)
FIGURES = (
    ("actors", "actors", "found, with the right mentions"),
    ("times", "times", "found, with the right type and value"),
    ("meetings", "meetings", "found"),
    ("meetings_and_status", "", "found, with the right status"),
    ("meeting_participants", "", "their participants"),
    ("statements", "statements", "found, by their content"),
    ("who_said_what", "", "found, with the right speakers"),
    ("stances", "stances", "found, with holder, target and polarity right"),
)


def table() -> str:
    """Return the table in Markdown, measured now."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    from tests.golden.gold import load_all
    from tests.golden.layers import of_article
    from tests.golden.match import score

    import newsmodel

    golden = load_all("test")
    reached = score([(g.layers, of_article(newsmodel.parse(g.text, published=g.published))) for g in golden])
    counts = {name: sum(len(getattr(g.layers, name)) for g in golden) for _, name, _ in FIGURES if name}
    rows = [f"| {len(golden)} dispatches | what is right | in the gold | F1 |", "|---|---|---|---|"]
    rows += [
        f"| {name} | {words} | {counts[name] if name else ''} | {reached[figure]:.0f} |"
        for figure, name, words in FIGURES
    ]
    return "\n".join(rows)


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: the command line without the program's name; that of the process if left out.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"write it into {' and '.join(PAGES)}")
    options = parser.parse_args(arguments)
    measured = table()
    print(measured)
    if options.write:
        for name in PAGES:
            path = ROOT / name
            text = path.read_text(encoding="utf-8")
            path.write_text(BETWEEN.sub(lambda found: f"{found[1]}{measured}\n{found[2]}", text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
