"""Every exception that newsmodel raises on purpose: one root, and leaves that say what is wrong and where.

All of them carry their facts as attributes, survive pickling, and derive from the built-in class a caller would expect.
"""

from __future__ import annotations

from typing import Any

_SHOWN = 80


def show_value(value: object) -> str:
    """Return a value as it is shown in a message: its repr, cut short.

    Never raises: a foreign `__repr__` may do anything, and Python writes no integer of more than 4300 digits.
    """
    try:
        text = repr(value)
    except Exception as error:  # noqa: BLE001 - whatever it is, the message must come
        text = f"<{type(value).__name__}, whose repr raises {type(error).__name__}>"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _rebuild(cls: type[NewsmodelError], args: tuple[object, ...], state: dict[str, Any]) -> NewsmodelError:
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error


class NewsmodelError(Exception):
    """The root of all errors of newsmodel.

    Examples:
        >>> import newsmodel
        >>> try:
        ...     newsmodel.Span(start=5, end=2)
        ... except newsmodel.NewsmodelError as error:
        ...     print(error)
        a Span needs 0 <= start < end, not start=5, end=2
    """

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by message and attributes: the constructors of the leaves take other arguments than the message."""
        return _rebuild, (type(self), self.args, self.__dict__)


class FieldTypeError(NewsmodelError, TypeError):
    """A field or an argument was given a value of the wrong type: nothing is converted silently.

    Attributes:
        owner: the class, or the function.
        field: the field or argument, with the index where the value is an element of a sequence: `mentions[2]`.
        expected: the type in words.
        shown: the value as shown in the message.

    Examples:
        >>> import newsmodel
        >>> newsmodel.Span(start="5", end=8)
        Traceback (most recent call last):
        ...
        newsmodel.errors.FieldTypeError: Span.start must be int, not str '5'
    """

    def __init__(self, owner: str, field: str, expected: str, value: object) -> None:
        """Take the class, the field, the expected type in words and the value itself."""
        self.owner, self.field, self.expected, self.shown = owner, field, expected, show_value(value)
        super().__init__(f"{owner}.{field} must be {expected}, not {type(value).__name__} {self.shown}")


class ModelError(NewsmodelError, ValueError):
    """An object that would contradict itself.

    Attributes:
        owner: the class.
        field: the field at fault.
        reason: what is wrong, in words.

    Examples:
        >>> import newsmodel
        >>> newsmodel.Role(title=None)
        Traceback (most recent call last):
        ...
        newsmodel.errors.ModelError: Role.title: a role needs a title or a body
    """

    def __init__(self, owner: str, field: str, reason: str) -> None:
        """Take the class, the field and the reason."""
        self.owner, self.field, self.reason = owner, field, reason
        super().__init__(f"{owner}.{field}: {reason}")


class SpanError(NewsmodelError, ValueError):
    """A span that is none, or that does not lie in the text.

    Attributes:
        start: its start, in code points.
        end: its end, exclusive.
        length: the length of the text, where there is one.
        place: where the span stands: `meetings[0].anchors[1]`; empty for a lone span.

    Examples:
        >>> import newsmodel
        >>> newsmodel.Article(text="Nein.")[newsmodel.Span(start=3, end=9)]
        Traceback (most recent call last):
        ...
        newsmodel.errors.SpanError: 3..9 does not lie in the text of 5 code points
    """

    def __init__(self, start: int, end: int, *, length: int | None = None, place: str = "") -> None:
        """Take the offsets, and the length of the text and the place where they are known."""
        self.start, self.end, self.length, self.place = start, end, length, place
        first, last = show_value(start), show_value(end)
        if length is None:
            super().__init__(f"a Span needs 0 <= start < end, not start={first}, end={last}")
        else:
            where = f"{place}: " if place else ""
            super().__init__(f"{where}{first}..{last} does not lie in the text of {length} code points")


class LinkError(NewsmodelError, ValueError):
    """An object refers to another one that the article does not hold, or the article holds one twice.

    Attributes:
        place: where the reference stands: `statements[3].speakers[0]`.
        shown: the object that is missing or doubled.

    Examples:
        >>> import newsmodel
        >>> newsmodel.Article(text="Nein.").by(newsmodel.Actor(name="Berg", kind=newsmodel.ActorKind.PERSON, mentions=()))
        Traceback (most recent call last):
        ...
        newsmodel.errors.LinkError: Article.by: Actor('Berg', person, 0 mentions) is not an object of this article
    """

    def __init__(self, place: str, value: object, reason: str) -> None:
        """Take the place, the object at fault and the reason."""
        self.place, self.shown, self.reason = place, show_value(value), reason
        super().__init__(f"{place}: {self.shown} {reason}")


class DateError(NewsmodelError, ValueError):
    """A partial date that does not exist or cannot be read.

    Attributes:
        source: what was to be read or built.
        reason: what is wrong with it.

    Examples:
        >>> import newsmodel
        >>> newsmodel.PartialDate.parse("gestern")
        Traceback (most recent call last):
        ...
        newsmodel.errors.DateError: ...
    """

    def __init__(self, source: object, reason: str) -> None:
        """Take what was to be read, and the reason."""
        self.source, self.reason = source if isinstance(source, str) else show_value(source), reason
        super().__init__(f"{show_value(source)}: {reason}")


class TextError(NewsmodelError, ValueError):
    r"""A text that cannot be taken: it is not valid Unicode, or larger than allowed.

    Attributes:
        reason: what is wrong.
        offset: the code point at fault, where there is one.
        place: the field that the text was meant for.

    Examples:
        >>> import newsmodel
        >>> newsmodel.parse("Nein\ud800")
        Traceback (most recent call last):
        ...
        newsmodel.errors.TextError: text: a lone surrogate is not valid Unicode at offset 4
    """

    def __init__(self, reason: str, *, offset: int | None = None, place: str = "") -> None:
        """Take the reason, and the offset and the place where they are known."""
        self.reason, self.offset, self.place = reason, offset, place
        where = f"{place}: " if place else ""
        at = "" if offset is None else f" at offset {offset}"
        super().__init__(f"{where}{reason}{at}")


class DecodeError(NewsmodelError, ValueError):
    """JSON that is no article.

    Attributes:
        faults: every fault found, as pairs of JSON path and message, in the order of discovery.
        path: the path of the first: `$.meetings[2].times[0]`.

    Examples:
        >>> import newsmodel
        >>> newsmodel.loads('{"schema_version": 1, "text": 5, "language": "de"}')
        Traceback (most recent call last):
        ...
        newsmodel.errors.DecodeError: $.text: ...
    """

    def __init__(self, faults: tuple[tuple[str, str], ...]) -> None:
        """Take the faults, at least one, as pairs of JSON path and message."""
        self.faults = faults
        self.path = faults[0][0]
        super().__init__("\n".join(f"{path}: {message}" for path, message in faults))


class WireError(NewsmodelError, ValueError):
    """A message in a wire format that cannot be read.

    Attributes:
        reason: what is wrong.
        format: the wire format, where it is known.
        place: where in the message: a line, an element, a JSON path.

    Examples:
        >>> import newsmodel
        >>> newsmodel.read(bytes([0x89, 0x50, 0x4E, 0x47, 0, 0]))
        Traceback (most recent call last):
        ...
        newsmodel.errors.WireError: ...
    """

    def __init__(self, reason: str, *, format: str | None = None, place: str | None = None) -> None:
        """Take the reason, and the format and the place where they are known."""
        self.reason, self.format, self.place = reason, format, place
        super().__init__(": ".join(part for part in (format, place, reason) if part))


class FormatError(NewsmodelError, ValueError):
    """An interchange format that cannot be read, or that cannot hold an article.

    Attributes:
        format: the format, as `newsmodel.export.FORMATS` names it.
        reason: what is wrong.
        place: where: a line, an element, a path in JSON, an offset in the text.

    Examples:
        >>> from newsmodel.export import load
        >>> load("Der Rat tagt.", "pdf")
        Traceback (most recent call last):
        ...
        newsmodel.errors.FormatError: pdf: no such format; there are ...
    """

    def __init__(self, format: str, reason: str, *, place: str | None = None) -> None:
        """Take the format and the reason, and the place where it is known."""
        self.format, self.reason, self.place = format, reason, place
        super().__init__(": ".join(part for part in (format, place, reason) if part))


class PipelineError(NewsmodelError, ValueError):
    """A spaCy pipeline that lacks what the parsers need, or files of the bundled one that are damaged.

    Attributes:
        reason: what is missing or damaged.

    Examples:
        >>> import newsmodel, spacy
        >>> newsmodel.parse("Der Rat der Stadt lehnte den Umbau ab.", nlp=spacy.blank("de"))
        Traceback (most recent call last):
        ...
        newsmodel.errors.PipelineError: the spaCy pipeline sets no POS, LEMMA, HEAD, DEP, MORPH: ...
    """

    def __init__(self, reason: str) -> None:
        """Take the reason."""
        self.reason = reason
        super().__init__(reason)


class WorkerError(NewsmodelError, RuntimeError):
    """A worker process ended before it had done its work.

    Attributes:
        reason: what is known of it.

    Examples:
        >>> raise WorkerError("a process died")
        Traceback (most recent call last):
        ...
        newsmodel.errors.WorkerError: a process died
    """

    def __init__(self, reason: str) -> None:
        """Take the reason."""
        self.reason = reason
        super().__init__(reason)


class MissingExtraError(NewsmodelError, ImportError):
    """A part of newsmodel needs a package that is not installed.

    Attributes:
        package: the package that is missing.
        extra: the extra of newsmodel that brings it.

    Examples:
        >>> str(MissingExtraError("hypothesis", "testing"))
        "this part of newsmodel needs hypothesis: pip install 'newsmodel[testing]'"
    """

    def __init__(self, package: str, extra: str) -> None:
        """Take the missing package and the extra that brings it."""
        self.package, self.extra = package, extra
        super().__init__(f"this part of newsmodel needs {package}: pip install 'newsmodel[{extra}]'")


class TableError(NewsmodelError, ValueError):
    """A table that articles cannot be read from.

    Attributes:
        table: the name of the table.
        reason: what is wrong.
        column: the column at fault, where there is one.
        row: the row at fault, from 0, where there is one.

    Examples:
        >>> raise TableError("actors", "no such actor", column="role_of", row=2)
        Traceback (most recent call last):
        ...
        newsmodel.errors.TableError: actors.role_of[2]: no such actor
    """

    def __init__(self, table: str, reason: str, *, column: str | None = None, row: int | None = None) -> None:
        """Take the table and the reason, and the column and the row where they are known."""
        self.table, self.reason, self.column, self.row = table, reason, column, row
        place = f"{table}.{column}" if column else table
        super().__init__(f"{place}{'' if row is None else f'[{row}]'}: {reason}")


class GoldError(NewsmodelError, ValueError):
    """Hand-coded data that says something its text or its own lists do not bear out.

    Attributes:
        reason: what is wrong.
        file: the file or dispatch at fault, an empty string where there is none.
        place: the object at fault (`meetings M1.place`), an empty string where there is none.

    Examples:
        >>> raise GoldError("no such span", file="hafen.json", place="meetings M1.place")
        Traceback (most recent call last):
        ...
        newsmodel.errors.GoldError: hafen.json: meetings M1.place: no such span
    """

    def __init__(self, reason: str, *, file: str = "", place: str = "") -> None:
        """Take the reason, and the file and the place where they are known."""
        self.reason, self.file, self.place = reason, file, place
        super().__init__(": ".join(part for part in (file, place, reason) if part))
