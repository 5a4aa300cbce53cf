"""A dispatch and everything that was read in it."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.errors import LinkError, SpanError, show_value
from newsmodel.model._base import Value, require, require_words
from newsmodel.model._equality import comparing_once
from newsmodel.model._walk import COLLECTIONS, Item, exchange, show_path, walk
from newsmodel.model.actor import Actor
from newsmodel.model.date import PartialDate
from newsmodel.model.dossier import Dossier, compile_dossier
from newsmodel.model.explain import explain
from newsmodel.model.issue import Issue
from newsmodel.model.meeting import Meeting
from newsmodel.model.span import Span, in_order
from newsmodel.model.stance import Stance
from newsmodel.model.statement import Statement
from newsmodel.model.time import TimeExpression
from newsmodel.model.wire import Concept, Dateline, Diagnostic, Provenance, SignOff, Zone

GAP = " … "
"""What stands between the parts of a discontinuous text."""


@comparing_once
@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Article(Value):
    """A dispatch: its text, what the wire says about it, and what was read in it.

    Every span counts Unicode code points of `text`, start inclusive, end exclusive. Every actor, time, issue, meeting
    or statement that another object refers to is one of the article's own, by equality, and none is listed twice.

    Attributes:
        text: the dispatch, untouched.
        language: its language, as a BCP 47 tag.
        published: when it was published, as far as is known.
        headline: the headline.
        kicker: the line above the headline.
        teaser: the summary below it.
        byline: who wrote it.
        dateline: places and agency at the opening.
        zones: what each stretch of the text is.
        paragraphs: the paragraphs of the body, in order.
        signoff: the closing codes.
        agency: the agency.
        urgency: 1 (most urgent) to 9.
        signal: the mark of an urgent or changed message: `correction`, `update`, `repeat` (IPTC), `eil`, `blitz` (dpa).
        status: the publishing status, such as `usable` or `canceled`.
        embargoed: not to be published before.
        uri: the identifier given by the sender.
        version: its version, as the sender writes it.
        usage_terms: what the sender allows.
        subjects: what the sender says it is about.
        places: where the sender says it plays.
        issues: what stances and meetings are about.
        actors: who acts.
        times: expressions of time.
        meetings: occasions.
        statements: who said what.
        stances: who stands where on what.
        diagnostics: what could not be read or resolved.
        provenance: what made this object.

    Examples:
        >>> article = Article(text="Köln (abc) - Der Rat tagt.", paragraphs=(Span(start=13, end=26),))
        >>> article[article.paragraphs[0]]
        'Der Rat tagt.'
    """

    text: str
    language: str = "de"
    published: PartialDate | None = None
    headline: str | None = None
    kicker: str | None = None
    teaser: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    zones: tuple[Zone, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    signoff: SignOff | None = None
    agency: str | None = None
    urgency: int | None = None
    signal: str | None = None
    status: str | None = None
    embargoed: PartialDate | None = None
    uri: str | None = None
    version: str | None = None
    usage_terms: str | None = None
    subjects: tuple[Concept, ...] = ()
    places: tuple[Concept, ...] = ()
    issues: tuple[Issue, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    stances: tuple[Stance, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    provenance: Provenance | None = None

    def _check(self) -> None:
        require_words(self, "language")
        require(
            self.urgency is None or 1 <= self.urgency <= 9, self, "urgency", f"{show_value(self.urgency)} is not 1 to 9"
        )
        require(in_order(self.paragraphs), self, "paragraphs", "they must be in order and not overlap")
        own: dict[type[Item], set[Item]] = {cls: set(getattr(self, name)) for cls, name in COLLECTIONS.items()}
        for cls, name in COLLECTIONS.items():
            items = getattr(self, name)
            if len(items) > len(own[cls]):
                _refuse_double(name, items)
        length = len(self.text)
        for path, found in walk(self):
            if isinstance(found, Span):
                _check_span(found, length, path)
                continue
            for inner, held in walk(found, path):
                if isinstance(held, Span):
                    _check_span(held, length, inner)
                elif held not in own[type(held)]:
                    raise LinkError(show_path(inner), held, f"is not among Article.{COLLECTIONS[type(held)]}")

    def __getitem__(self, where: Span | tuple[Span, ...]) -> str:
        """Return the text under a span; under several, their texts with ` … ` between.

        Args:
            where: a span, or a tuple of spans such as `statement.content`.

        Returns:
            The words, exactly; the empty string for an empty tuple.

        Raises:
            SpanError: a span does not lie in the text.
        """
        spans = (where,) if isinstance(where, Span) else where
        for span in spans:
            _check_span(span, len(self.text), ())
        return GAP.join(self.text[span.start : span.end] for span in spans)

    @property
    def items(self) -> tuple[Item, ...]:
        """All actors, times, issues, meetings, statements and stances, in this order."""
        return tuple(item for name in COLLECTIONS.values() for item in getattr(self, name))

    def at(self, offset: int) -> tuple[Item, ...]:
        """Return what the character at an offset belongs to.

        Args:
            offset: in code points from 0.

        Returns:
            The items one of whose spans covers it, in the order of `items`.

        Raises:
            SpanError: the text has no such character.
        """
        if not 0 <= offset < len(self.text):
            raise SpanError(offset, offset + 1, length=len(self.text))
        return tuple(
            item
            for item in self.items
            if any(isinstance(span, Span) and span.start <= offset < span.end for _, span in walk(item))
        )

    def by(self, actor: Actor) -> Dossier:
        """Return all that concerns an actor.

        Args:
            actor: an actor of this article.

        Returns:
            The actors it is tied to, its meetings, statements and stances.

        Raises:
            LinkError: the article has no such actor.
        """
        self._own(actor, "by")
        return compile_dossier(self, actor)

    def explain(self, item: Item) -> str:
        """Say in words why an object is there: the rule, the cue and the evidence.

        Args:
            item: an actor, time, issue, meeting, statement or stance of this article.

        Returns:
            One line for the object, one for each reason.

        Raises:
            LinkError: the article has no such object.
        """
        self._own(item, "explain")
        return explain(self, item)

    def replace(self, old: Item, new: Item) -> Article:
        """Exchange an object for another everywhere, also inside other objects.

        Where the article holds `new` already, `old` is merged into it; so are objects that become equal.

        Args:
            old: an actor, time, issue, meeting, statement or stance of this article.
            new: what to put in its place, of the same class.

        Returns:
            The new article; this one stays as it is.

        Raises:
            LinkError: the article does not hold `old`, or `new` refers to what it does not hold.
        """
        self._own(old, "replace")
        require(type(new) is type(old), self, "replace", f"{type(old).__name__} cannot become {type(new).__name__}")
        # What is new is taken as it is: it may hold the old object's parts, but nothing in it is exchanged.
        memo: dict[Value, Value] = {new: new, old: new}
        changes: dict[str, Any] = {
            name: tuple(dict.fromkeys(exchange(item, memo) for item in getattr(self, name)))
            for name in COLLECTIONS.values()
        }
        return attrs.evolve(self, **changes)

    def __repr__(self) -> str:
        """Return one short line: the opening words and the number of items of each class."""
        words = self.headline or " ".join(self.text[:60].split())
        counts = ", ".join(f"{len(getattr(self, name))} {name}" for name in COLLECTIONS.values())
        return f"Article({words!r}, {counts})"

    def _own(self, item: Item, asked: str) -> None:
        name = COLLECTIONS.get(type(item))
        if name is None or item not in getattr(self, name):
            raise LinkError(f"Article.{asked}", item, "is not an object of this article")


def _check_span(span: Span, length: int, path: tuple[str | int, ...]) -> None:
    if span.end > length:
        raise SpanError(span.start, span.end, length=length, place=show_path(path))


def _refuse_double(name: str, items: tuple[Item, ...]) -> None:
    seen: set[Item] = set()
    for index, item in enumerate(items):
        if item in seen:
            raise LinkError(f"{name}[{index}]", item, "is listed twice")
        seen.add(item)
