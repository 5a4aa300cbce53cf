"""What an article looks like: HTML for notebooks and pages.

`Article._repr_html_` and that of every other model object come from here. HTML needs the standard library alone.
"""

from newsmodel.display.rendering import html

__all__ = ["html"]
