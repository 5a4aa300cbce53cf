"""What each format carries and loses, in Markdown: the table of docs/how-to/export.md."""

from __future__ import annotations

from newsmodel.export.formats import FORMATS, Format

BEGIN = "<!-- Written by `python -m newsmodel.export docs/how-to/export.md` -->"
END = "<!-- End of what is written -->"


def overview() -> str:
    """Return the table of all formats and, below it, what each loses.

    Returns:
        Markdown.

    Examples:
        >>> print(overview().splitlines()[0])
        | name | format | file | read back | needs |
    """
    lines = ["| name | format | file | read back | needs |", "|---|---|---|---|---|"]
    lines += [_row(found) for found in FORMATS.values()]
    for found in FORMATS.values():
        lines += ["", f"### What `{found.name}` loses", ""]
        lines += [f"- {loss}" for loss in found.losses] or ["Nothing."]
    return "\n".join(lines) + "\n"


def rewrite(page: str) -> str:
    r"""Return a page with the overview as it is now between its two marks.

    Args:
        page: Markdown with a line `BEGIN` and a line `END`.

    Returns:
        The page.

    Raises:
        ValueError: a mark is missing.

    Examples:
        >>> "| name | format |" in rewrite(f"# Formats\n\n{BEGIN}\n{END}\n")
        True
    """
    before, mark, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not mark or not end:
        raise ValueError(f"the page needs a line {BEGIN} and a line {END}")
    return f"{before}{BEGIN}\n\n{overview()}\n{END}{after}"


def _row(found: Format) -> str:
    cells = [
        f"`{found.name}`",
        found.title,
        f"`{found.suffix}`",
        "yes" if found.load is not None else "no",
        f"`newsmodel[{found.extra}]`" if found.extra else "",
    ]
    return f"| {' | '.join(cells)} |"
