"""Which actors of different articles are one node."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from newsmodel.model import Actor, ActorKind, Article, MentionType
from newsmodel.model.ids import digest, ids_of

# What no XML 1.0 document can hold.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def words(text: str) -> str:
    """Return a text as an attribute of a graph: on one line, characters that XML cannot hold as U+FFFD."""
    return " ".join(_NO_XML.sub("\ufffd", text).split())


class Merging:
    """The rule by which actors become nodes. See `newsmodel.graph`."""

    def __init__(self, articles: Iterable[Article]) -> None:
        """Take all articles: whether a name is clear depends on all of them."""
        self._items: dict[tuple[ActorKind, str], set[str]] = defaultdict(set)
        for article in articles:
            for actor in article.actors:
                if actor.wikidata:
                    self._items[actor.kind, _folded(actor.name)].add(actor.wikidata)

    def keys(self, article: Article) -> dict[Actor, str]:
        """Return the node of each actor of an article.

        Args:
            article: one of the articles.

        Returns:
            The keys of nodes: of one that other articles share `person:erika beispiel` or `person:Q42`, of one that
            stays alone the same with the article and the actor's id behind it.
        """
        shared = {actor: self._shared(actor) for actor in article.actors}
        times = Counter(shared.values())
        ids, own = ids_of(article), digest(article)
        return {
            actor: key if _is_named(actor) and times[key] == 1 else f"{key} @{own}/{ids[actor]}"
            for actor, key in shared.items()
        }

    def _shared(self, actor: Actor) -> str:
        name = _folded(actor.name)
        items = self._items.get((actor.kind, name), set())
        item = actor.wikidata or (next(iter(items)) if len(items) == 1 else None)
        return f"{actor.kind}:{item or name}"


def _folded(name: str) -> str:
    return words(unicodedata.normalize("NFKC", name)).casefold()


def _is_named(actor: Actor) -> bool:
    """Return whether an actor has a proper name, or is only implied (the party behind a role): then its name is one."""
    return actor.wikidata is not None or not actor.mentions or any(m.type is MentionType.NAME for m in actor.mentions)
