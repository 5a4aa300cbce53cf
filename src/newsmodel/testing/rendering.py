"""Dispatches written from templates: a text, and what it says, known beforehand.

The templates and the words for them are tables of the package (`testing_templates.tsv`, `testing_words.tsv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import attrs

from newsmodel.german.lexicon import table
from newsmodel.model import Article, Meeting, PartialDate, Span, Stance, Statement

__all__ = ["Expected", "Rendered", "Template", "render", "templates"]

PUBLISHED = PartialDate(year=2024, month=5, day=14)
"""The day of publication of every rendered dispatch, a Tuesday."""
_DATELINE = "Kiel (dpa) - "
_SLOT = re.compile(r"\{([a-z_]+)\}")


@attrs.frozen(kw_only=True)
class Template:
    """A sentence with slots, and what it says.

    Attributes:
        name: what it is called in `templates()`.
        kind: `meeting`, `statement` or `stance`.
        value: the status of the meeting, the type of the statement, or the polarity of the stance.
        text: the sentence; `{a}` and `{b}` are persons, the other names in braces are slots for words.
        words: the content of the statement or the target of the stance, with slots; empty for a meeting.

    Examples:
        >>> templates()["rejects"].text
        '{a} lehnte {thing} ab.'
    """

    name: str
    kind: str
    value: str
    text: str
    words: str = ""

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of the slots for words, in the order of the sentence."""
        return tuple(dict.fromkeys(slot for slot in _SLOT.findall(self.text) if slot not in ("a", "b")))


@attrs.frozen(kw_only=True)
class Expected:
    """What one sentence of a rendered dispatch says.

    Attributes:
        kind: `meeting`, `statement` or `stance`.
        value: the status of the meeting, the type of the statement, or the polarity of the stance.
        names: the participants, the speaker, or the holder.
        words: the content of the statement or the target of the stance; empty for a meeting.
        span: where the sentence stands.

    Examples:
        >>> made = render([templates()["rejects"]], people=("Jule Petersen",))
        >>> made.expected[0].names, made.expected[0].words
        (('Jule Petersen',), 'Bau der Brücke')
    """

    kind: str
    value: str
    names: tuple[str, ...]
    words: str
    span: Span

    def found(self, article: Article) -> Meeting | Statement | Stance | None:
        """Return the object of an article that says this; None if there is none."""
        match self.kind:
            case "meeting":
                return next((one for one in article.meetings if self._is_meeting(one)), None)
            case "statement":
                return next((one for one in article.statements if self._is_statement(one, article)), None)
            case _:
                return next((one for one in article.stances if self._is_stance(one)), None)

    def _is_meeting(self, one: Meeting) -> bool:
        names = {actor.name for actor in one.actors}
        return one.status == self.value and set(self.names) <= names and self._covers(one.anchors)

    def _is_statement(self, one: Statement, article: Article) -> bool:
        names = tuple(actor.name for actor in one.speakers)
        return (one.type, names, article[one.content]) == (self.value, self.names, self.words)

    def _is_stance(self, one: Stance) -> bool:
        label = getattr(one.target, "label", None) or getattr(one.target, "name", None)
        held = tuple(actor.name for actor in one.holders)
        return (one.polarity, held, label) == (self.value, self.names, self.words) and self._covers(one.evidence)

    def _covers(self, spans: Sequence[Span]) -> bool:
        return all(self.span.start <= span.start and span.end <= self.span.end for span in spans)


@attrs.frozen(kw_only=True)
class Rendered:
    """A dispatch whose meaning is known.

    Attributes:
        text: the dispatch: a dateline, and a paragraph for each sentence.
        published: when it was published; the times in it count from there.
        expected: what its sentences say, in order.

    Examples:
        >>> import newsmodel
        >>> made = render([templates()["cancelled"]], people=("Anna Lindner", "Erik Dahl"))
        >>> made.text
        'Kiel (dpa) - Anna Lindner sagte das Treffen mit Erik Dahl ab.'
        >>> made.missing(newsmodel.parse(made.text, published=made.published))
        ()
    """

    text: str
    published: PartialDate
    expected: tuple[Expected, ...]

    def missing(self, article: Article) -> tuple[Expected, ...]:
        """Return what an article of this dispatch does not say, though the dispatch does."""
        return tuple(one for one in self.expected if one.found(article) is None)


@cache
def templates() -> Mapping[str, Template]:
    """Return all templates by name: one at least for each status, for three types of statement and both polarities.

    >>> [name for name, template in templates().items() if template.kind == "stance"]
    ['rejects', 'criticizes', 'welcomes', 'demands', 'defends']
    """
    rows = table("testing_templates")
    return {
        row["name"]: Template(**{field: row[field] for field in ("name", "kind", "value", "text", "words")})
        for row in rows
    }


@cache
def words(slot: str) -> tuple[str, ...]:
    """Return the words for a slot; `person` has the names.

    >>> words("place")
    ('Wien', 'Genf', 'Kopenhagen', 'Kiel')
    """
    return tuple(row["words"] for row in table("testing_words") if row["slot"] == slot)


def render(
    chosen: Iterable[Template], *, people: Sequence[str] = (), filled: Mapping[str, str] | None = None
) -> Rendered:
    """Write templates out as one dispatch.

    Args:
        chosen: the templates, one for each paragraph.
        people: the names of the persons, two for each template, begun anew at their end; those of the package if
            left out. Names without titles.
        filled: words for slots; the first of the package for those left out.

    Returns:
        The dispatch.

    Raises:
        ValueError: the same name would stand twice in a sentence.

    >>> made = render([templates()["quotation_first"]], people=["Jule Petersen"], filled={"quotation": "Nein"})
    >>> made.text
    'Kiel (dpa) - «Nein», sagte Jule Petersen.'
    """
    names = tuple(people) or words("person")
    text, expected = _DATELINE, []
    for number, template in enumerate(chosen):
        one, other = names[2 * number % len(names)], names[(2 * number + 1) % len(names)]
        both = "{b}" in template.text
        if both and one == other:
            raise ValueError(f"{template.name} needs two persons, not {one} twice")
        slots = {slot: (filled or {}).get(slot, words(slot)[0]) for slot in template.slots}
        sentence = template.text.format(a=one, b=other, **slots)
        content = template.words.format(**slots)
        if template.kind == "stance":
            content = content.partition(" ")[2]  # a target stands without its article
        start = len(text) if number == 0 else len(text) + 2
        text = f"{text}{sentence}" if number == 0 else f"{text}\n\n{sentence}"
        expected.append(
            Expected(
                kind=template.kind,
                value=template.value,
                names=(one, other) if both else (one,),
                words=content,
                span=Span(start=start, end=len(text)),
            )
        )
    return Rendered(text=text, published=PUBLISHED, expected=tuple(expected))
