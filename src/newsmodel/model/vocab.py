"""The closed vocabularies of the model, one `StrEnum` each; docs/guidelines.md says what each value means."""

from enum import StrEnum, unique


@unique
class MentionType(StrEnum):
    """How a mention names its actor.

    Examples:
        >>> MentionType("nominal") is MentionType.NOMINAL
        True
    """

    NAME = "name"
    NOMINAL = "nominal"


@unique
class ActorKind(StrEnum):
    """What sort of being acts.

    Examples:
        >>> ActorKind("organization") is ActorKind.ORGANIZATION
        True
    """

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    GROUP = "group"


@unique
class TimeType(StrEnum):
    """The types of TimeML's TIMEX3.

    Examples:
        >>> TimeType("DURATION") is TimeType.DURATION
        True
    """

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@unique
class Precision(StrEnum):
    """The finest part of a partial date that is known.

    Examples:
        >>> Precision("month") is Precision.MONTH
        True
    """

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"


@unique
class MeetingStatus(StrEnum):
    """Where a meeting stands; schema.org has EventScheduled, EventPostponed and EventCancelled for three of them.

    Examples:
        >>> MeetingStatus("postponed") is MeetingStatus.POSTPONED
        True
    """

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DECLINED = "declined"


@unique
class MeetingFormat(StrEnum):
    """By which way the participants meet.

    Examples:
        >>> MeetingFormat("in_person") is MeetingFormat.IN_PERSON
        True
    """

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    HYBRID = "hybrid"
    UNKNOWN = "unknown"


@unique
class ParticipantPart(StrEnum):
    """What a participant is at a meeting; schema.org says attendee and organizer.

    Examples:
        >>> ParticipantPart("mediator") is ParticipantPart.MEDIATOR
        True
    """

    ATTENDEE = "attendee"
    HOST = "host"
    MEDIATOR = "mediator"


@unique
class StatementType(StrEnum):
    """The types that Petersen-Frey and Biemann (2024) tell apart in German news.

    Examples:
        >>> StatementType("indirect_free_indirect") is StatementType.INDIRECT_FREE_INDIRECT
        True
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    INDIRECT_FREE_INDIRECT = "indirect_free_indirect"
    FREE_INDIRECT = "free_indirect"
    REPORTED = "reported"


@unique
class Medium(StrEnum):
    """Speech, thought or writing, as Redewiedergabe divides them.

    Examples:
        >>> Medium("writing") is Medium.WRITING
        True
    """

    SPEECH = "speech"
    THOUGHT = "thought"
    WRITING = "writing"


@unique
class Polarity(StrEnum):
    """Which way a stance points; SemEval-2016 says FAVOR and AGAINST for the first two.

    Examples:
        >>> Polarity("oppose") is Polarity.OPPOSE
        True
    """

    SUPPORT = "support"
    OPPOSE = "oppose"
    MIXED = "mixed"


@unique
class Basis(StrEnum):
    """Whether a holder says or does it.

    Examples:
        >>> Basis("enacted") is Basis.ENACTED
        True
    """

    EXPRESSED = "expressed"
    ENACTED = "enacted"


@unique
class ZoneKind(StrEnum):
    """What a stretch of a dispatch is.

    Examples:
        >>> ZoneKind("paragraph") is ZoneKind.PARAGRAPH
        True
    """

    DATE = "date"
    KICKER = "kicker"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    TEASER = "teaser"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    NOTE = "note"
    CONTACT = "contact"
    SIGNOFF = "signoff"
    OTHER = "other"


@unique
class Severity(StrEnum):
    """How much a diagnostic matters.

    Examples:
        >>> Severity("warning") is Severity.WARNING
        True
    """

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
