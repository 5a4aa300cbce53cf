"""The mutable middle form: mentions as they are found, and the entities that they are joined to."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import attrs

from newsmodel.model import ActorKind, MentionType

if TYPE_CHECKING:
    from newsmodel.parsers.actors.gazetteer import Entry
    from newsmodel.parsers.actors.nouns import Noun
    from newsmodel.parsers.actors.places import Country
    from newsmodel.parsers.tokens import Doc, Token

_LAST_HEADS = 32


@attrs.define(eq=False)
class Title:
    """A title or function as it stands in the text.

    Attributes:
        tokens: first and last token of the title, both inclusive; None for a mere affiliation.
        noun: the reading of its head.
        of: the body, once it is known.
        draft: the mention that names the body, if it is one.
        country: the country that an adjective or the first part of the compound names.
        prefix: the first part of the compound that may name a body (`CDU`), with its offset.
    """

    tokens: tuple[int, int] | None
    noun: Noun | None = None
    of: Entity | None = None
    draft: Draft | None = None
    country: Country | None = None
    prefix: tuple[str, int] | None = None


@attrs.define(eq=False)
class Draft:
    """A phrase that may be a mention.

    Attributes:
        start: first token. end: last token, exclusive. head: the token that carries number, case and relation.
        type: name or nominal.
        layer: person, body, country, place or group.
        words: the words of the name, genitive s still on.
        gender: m, f, n, p or "". number: s, p or "".
        sort: finer sort, "" if unknown.
        noun: the reading of the head of a nominal.
        definite: whether a definite article, demonstrative or possessive stands in front.
        chars: the offsets, where they are not those of the tokens.
        inside: whether it stands inside the mention of another (`Iraks` in `Iraks Armee`), so that it is none itself.
    """

    start: int
    end: int
    head: Token
    type: MentionType
    layer: str
    words: tuple[str, ...] = ()
    gender: str = ""
    number: str = ""
    sort: str = ""
    noun: Noun | None = None
    country: Country | None = None
    entry: Entry | None = None
    definite: bool = False
    acts: bool = True
    titles: list[Title] = attrs.Factory(list)
    age: int | None = None
    chars: tuple[int, int] | None = None
    inside: bool = False
    entity: Entity | None = None
    also: tuple[Entity, ...] = ()

    def offsets(self, doc: Doc) -> tuple[int, int]:
        """Return start and end in the text, end exclusive."""
        if self.chars is not None:
            return self.chars
        last = doc[self.end - 1]
        return doc[self.start].idx, last.idx + len(last.text)


@attrs.define(eq=False)
class Entity:
    """What becomes an Actor.

    Attributes:
        kind: person, organization, country or group.
        sort: finer sort. gender: m, f, n, p or "". number: s or p.
        name: the canonical name, once it is known.
        drafts: its mentions in text order.
        heads: heads of the nouns that describe it (`minister`, `partei`), each once, in the order of the text.
        members: what a group stands for.
    """

    kind: ActorKind
    sort: str = ""
    gender: str = ""
    number: str = "s"
    name: str = ""
    wikidata: str | None = None
    drafts: list[Draft] = attrs.Factory(list)
    heads: dict[str, None] = attrs.Factory(dict)
    titles: list[Title] = attrs.Factory(list)
    members: list[Entity] = attrs.Factory(list)
    age: int | None = None
    country: Country | None = None
    longest: tuple[str, ...] = ()

    def take(self, draft: Draft) -> None:
        """Make a mention one of this entity, and learn from it."""
        draft.entity = self
        self.drafts.append(draft)
        self.learn(draft)

    def learn(self, draft: Draft) -> None:
        """Take over what a mention tells about gender, sort, age and description."""
        self.gender = self.gender or draft.gender
        if draft.noun is None and len(draft.words) > len(self.longest):
            self.longest = draft.words
        self.sort = self.sort or draft.sort
        self.age = self.age if self.age is not None else draft.age
        if draft.noun is not None:
            self.heads[draft.noun.base] = None
        for title in draft.titles:
            self.titles.append(title)
            if title.noun is not None:
                self.heads[title.noun.base] = None

    @property
    def last_heads(self) -> list[str]:
        """The heads met last, for those who look into them: of one body a text may name thousands."""
        return list(islice(reversed(self.heads), _LAST_HEADS))
