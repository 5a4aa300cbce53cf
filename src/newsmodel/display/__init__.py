"""What articles look like: HTML for notebooks and pages, and pictures.

`Article._repr_html_` and that of every other model object come from here. HTML needs the standard library alone, pictures
need the extra `newsmodel[notebook]`.
"""

from newsmodel.display.networks import network
from newsmodel.display.pictures import Picture
from newsmodel.display.rendering import html
from newsmodel.display.timelines import timeline

__all__ = ["Picture", "html", "network", "timeline"]
