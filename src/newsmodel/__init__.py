"""From the dispatches of German news agencies to typed Python objects that cannot be changed.

The import itself brings in attrs alone; spaCy and the rest are loaded by the first call that needs them.

Examples:
    >>> import newsmodel
    >>> newsmodel.Span(start=0, end=4)
    Span(start=0, end=4)
"""

from importlib import import_module as _import_module
from typing import TYPE_CHECKING as _TYPE_CHECKING
from typing import Any as _Any

from newsmodel.errors import (
    DateError,
    DecodeError,
    FieldTypeError,
    FormatError,
    GoldError,
    LinkError,
    MissingExtraError,
    ModelError,
    NewsmodelError,
    PipelineError,
    SpanError,
    TableError,
    TextError,
    WireError,
    WorkerError,
)
from newsmodel.model import (
    SCHEMA_VERSION,
    Actor,
    ActorKind,
    Article,
    Basis,
    Concept,
    Dateline,
    Diagnostic,
    Dossier,
    Issue,
    Medium,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Mention,
    MentionType,
    PartialDate,
    ParticipantPart,
    Participation,
    Polarity,
    Precision,
    Provenance,
    Role,
    Severity,
    SignOff,
    Span,
    Stance,
    Statement,
    StatementType,
    TimeExpression,
    TimeType,
    Zone,
    ZoneKind,
)
from newsmodel.model._html import show_with as _show_with

if _TYPE_CHECKING:
    from newsmodel import display, evaluation, export, graphs, tables
    from newsmodel.api import parse, read, read_all, times
    from newsmodel.batch import parse_many
    from newsmodel.codec import dumps, from_dict, json_schema, loads, to_dict
    from newsmodel.evaluation import evaluate
    from newsmodel.graphs import graph
    from newsmodel.tables import frames, from_frames

__version__ = "0.1.0.dev0"

__all__ = [
    "SCHEMA_VERSION",
    "Actor",
    "ActorKind",
    "Article",
    "Basis",
    "Concept",
    "DateError",
    "Dateline",
    "DecodeError",
    "Diagnostic",
    "Dossier",
    "FieldTypeError",
    "FormatError",
    "GoldError",
    "Issue",
    "LinkError",
    "Medium",
    "Meeting",
    "MeetingFormat",
    "MeetingStatus",
    "Mention",
    "MentionType",
    "MissingExtraError",
    "ModelError",
    "NewsmodelError",
    "PartialDate",
    "ParticipantPart",
    "Participation",
    "PipelineError",
    "Polarity",
    "Precision",
    "Provenance",
    "Role",
    "Severity",
    "SignOff",
    "Span",
    "SpanError",
    "Stance",
    "Statement",
    "StatementType",
    "TableError",
    "TextError",
    "TimeExpression",
    "TimeType",
    "WireError",
    "WorkerError",
    "Zone",
    "ZoneKind",
    "__version__",
    "display",
    "dumps",
    "evaluate",
    "evaluation",
    "export",
    "frames",
    "from_dict",
    "from_frames",
    "graph",
    "graphs",
    "json_schema",
    "loads",
    "parse",
    "parse_many",
    "read",
    "read_all",
    "tables",
    "times",
    "to_dict",
]

_LAZY = {
    "dumps": "newsmodel.codec",
    "evaluate": "newsmodel.evaluation",
    "frames": "newsmodel.tables",
    "from_dict": "newsmodel.codec",
    "from_frames": "newsmodel.tables",
    "graph": "newsmodel.graphs",
    "json_schema": "newsmodel.codec",
    "loads": "newsmodel.codec",
    "parse": "newsmodel.api",
    "parse_many": "newsmodel.batch",
    "read": "newsmodel.api",
    "read_all": "newsmodel.api",
    "times": "newsmodel.api",
    "to_dict": "newsmodel.codec",
}
_MODULES = ("display", "evaluation", "export", "graphs", "tables")


def __getattr__(name: str) -> object:
    """Load a name on first use (PEP 562)."""
    if name in _MODULES:
        return _import_module(f"newsmodel.{name}")
    module = _LAZY.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(_import_module(module), name)
    globals()[name] = value
    return value


def _html(value: _Any) -> str:
    """Make the HTML of an object for a notebook; what makes it is loaded by the first one shown."""
    made: str = _import_module("newsmodel.display").html(value)
    return made


_show_with(_html)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
