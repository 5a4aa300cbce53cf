"""Who acts in a dispatch: people, bodies, countries and groups, each with all its mentions."""

from newsmodel.parsers.actors.cast import Cast
from newsmodel.parsers.actors.finding import find_actors

__all__ = ["Cast", "find_actors"]
