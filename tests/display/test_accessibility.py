"""The HTML checked with axe-core in a headless Chromium: no serious finding, light and dark.

Needs what pip does not bring: Chromium (`apt install chromium`) and axe-core (`npm install axe-core` in a folder of your
choice, `AXE_CORE=FOLDER/node_modules/axe-core/axe.min.js`). Run by: pytest tests/display/test_accessibility.py --run-slow
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from tests.display.test_html import long_article
from tests.model.sample import ARTICLE

from newsmodel import Article, display
from newsmodel.display import network, timeline

pytestmark = pytest.mark.slow

ROOT = next(path for path in Path(__file__).parents if (path / "pyproject.toml").exists())
AXE = Path(os.environ.get("AXE_CORE", ROOT / "node_modules/axe-core/axe.min.js"))
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=60000 --dump-dom"
)
RUN = """
document.querySelectorAll("details").forEach(details => { details.open = true; });
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const kept = found.violations.map(v => ({id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.map(n => n.html)}));
  const result = document.createElement("pre");
  result.id = "axe-result";
  result.textContent = JSON.stringify({rules: found.passes.length + kept.length, violations: kept});
  document.body.replaceChildren(result);
});
"""


def findings(content: str, folder: Path) -> dict[str, Any]:
    """Return what axe-core says of a page."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    if not AXE.exists():
        pytest.skip(f"axe-core is not at {AXE}: set AXE_CORE")
    page = folder / "page.html"
    script = f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{RUN}</script></body>"
    page.write_text(content.replace("</body>", script), encoding="utf-8")
    command = [CHROMIUM, *FLAGS.split(), f"--user-data-dir={folder / 'profile'}", page.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=180).stdout
    result = re.search(r'<pre id="axe-result">(.*?)</pre>', shown, re.DOTALL)
    assert result is not None, shown[-2000:]
    found: dict[str, Any] = json.loads(unescape(result[1]))
    return found


def pages() -> dict[str, str]:
    """Return what is checked."""
    article = display.html(ARTICLE, page=True)
    cards = "".join(display.html(item) for item in ARTICLE.items)
    pictures = f"{timeline(ARTICLE)._repr_html_()}{network(ARTICLE)._repr_html_()}"
    notebook = article.replace("<main>", f"<main>{cards}{pictures}{display.html(Article(text='Er ruht.'))}")
    return {
        "light": notebook,
        "dark": notebook.replace("<body>", '<body data-jp-theme-light="false" bgcolor="#000000">'),
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(theme: str, tmp_path: Path) -> None:
    found = findings(pages()[theme], tmp_path)
    assert found["rules"] > 10
    assert [v for v in found["violations"] if v["impact"] in ("serious", "critical")] == []


def test_axe_finds_nothing_serious_in_a_long_text(tmp_path: Path) -> None:
    found = findings(display.html(long_article(30), page=True), tmp_path)
    assert [v for v in found["violations"] if v["impact"] in ("serious", "critical")] == []


def test_axe_finds_what_is_wrong(tmp_path: Path) -> None:
    """The check is no empty form: text that can hardly be seen and an image without words are found."""
    page = '<!DOCTYPE html><html lang="en"><title>x</title><body><main><p style="color:#ddd">faint</p><img src="x"></main></body></html>'
    serious = {v["id"] for v in findings(page, tmp_path)["violations"] if v["impact"] in ("serious", "critical")}
    assert serious == {"color-contrast", "image-alt"}
