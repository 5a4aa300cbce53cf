"""Print what each format carries and loses, or bring a page up to date: python -m newsmodel.export [PAGE.md]."""

import sys
from pathlib import Path

from newsmodel.export.overview import overview, rewrite

if len(sys.argv) > 1:
    page = Path(sys.argv[1])
    page.write_text(rewrite(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
else:
    sys.stdout.write(overview())
