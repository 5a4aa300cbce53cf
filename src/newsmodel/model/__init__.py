"""The model: immutable, typed values that say what a dispatch says. Needs attrs and the standard library only."""

from newsmodel.model.actor import Actor, Mention, Role
from newsmodel.model.article import Article
from newsmodel.model.date import PartialDate
from newsmodel.model.dossier import Dossier
from newsmodel.model.issue import Issue
from newsmodel.model.meeting import Meeting, Participation
from newsmodel.model.span import Span
from newsmodel.model.stance import Stance
from newsmodel.model.statement import Statement
from newsmodel.model.time import TimeExpression
from newsmodel.model.vocab import (
    ActorKind,
    Basis,
    Medium,
    MeetingFormat,
    MeetingStatus,
    MentionType,
    ParticipantPart,
    Polarity,
    Precision,
    Severity,
    StatementType,
    TimeType,
    ZoneKind,
)
from newsmodel.model.wire import SCHEMA_VERSION, Concept, Dateline, Diagnostic, Provenance, SignOff, Zone

__all__ = [
    "SCHEMA_VERSION",
    "Actor",
    "ActorKind",
    "Article",
    "Basis",
    "Concept",
    "Dateline",
    "Diagnostic",
    "Dossier",
    "Issue",
    "Medium",
    "Meeting",
    "MeetingFormat",
    "MeetingStatus",
    "Mention",
    "MentionType",
    "PartialDate",
    "ParticipantPart",
    "Participation",
    "Polarity",
    "Precision",
    "Provenance",
    "Role",
    "Severity",
    "SignOff",
    "Span",
    "Stance",
    "Statement",
    "StatementType",
    "TimeExpression",
    "TimeType",
    "Zone",
    "ZoneKind",
]
