"""The documentation builds without a warning, and no link in it leads nowhere. Notebooks in it run while it is built."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

pytest.importorskip("sphinx", reason="the documentation needs the extra `docs`")
ROOT = Path(__file__).parents[2]


class Page(HTMLParser):
    """Collects the anchors of a page and its links."""

    def __init__(self, path: Path) -> None:
        """Read a page."""
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if value and (name == "id" or (tag == "a" and name == "name")):
                self.anchors.add(value)
            elif value and name in ("href", "src") and tag != "base":
                self.links.append(value)


def lost(folder: Path) -> list[str]:
    """Return the links inside a folder of HTML that lead nowhere."""
    pages = {path: Page(path) for path in sorted(folder.rglob("*.html"))}
    found = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            anchor = unquote(parts.fragment)
            if not target.exists():
                found.append(f"{path.name}: {link}")
            elif anchor and target in pages and anchor not in pages[target].anchors:
                found.append(f"{path.name}: {link}")
    return found


def test_the_documentation(tmp_path: Path) -> None:
    """One test, since building takes a while and two at a time would write the same pages."""
    out = tmp_path / "html"
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "-b", "html", "-d", tmp_path / "trees",
         ROOT / "docs", out],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert lost(out) == []
    index = (out / "searchindex.js").read_text(encoding="utf-8")
    terms = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]
    assert {"meet", "stanc", "postpon"} <= set(terms)


def test_lost_links_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<a href="b.html#x"></a><a href="b.html#y"></a><a href="c.html"></a>', "utf-8")
    (tmp_path / "b.html").write_text('<p id="x"><a href="#x"></a><a href="https://example.org/c.html"></a>', "utf-8")
    assert lost(tmp_path) == ["a.html: b.html#y", "a.html: c.html"]
