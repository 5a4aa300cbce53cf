"""The closed vocabularies of the model, one `StrEnum` each; docs/guidelines.md says what each value means."""

from enum import StrEnum, unique


@unique
class MentionType(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    NOMINAL = "nominal"


@unique
class ActorKind(StrEnum):
    """What sort of being acts."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    GROUP = "group"


@unique
class TimeType(StrEnum):
    """The types of TimeML's TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@unique
class Precision(StrEnum):
    """The finest part of a partial date that is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"


@unique
class MeetingStatus(StrEnum):
    """Where a meeting stands; schema.org has EventScheduled, EventPostponed and EventCancelled for three of them."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DECLINED = "declined"


@unique
class MeetingFormat(StrEnum):
    """By which way the participants meet."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    HYBRID = "hybrid"
    UNKNOWN = "unknown"


@unique
class ParticipantPart(StrEnum):
    """What a participant is at a meeting; schema.org says attendee and organizer."""

    ATTENDEE = "attendee"
    HOST = "host"
    MEDIATOR = "mediator"


@unique
class StatementType(StrEnum):
    """The types of the German quotation-attribution corpus (Petersen-Frey and Biemann 2024)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    INDIRECT_FREE_INDIRECT = "indirect_free_indirect"
    FREE_INDIRECT = "free_indirect"
    REPORTED = "reported"


@unique
class Medium(StrEnum):
    """Speech, thought or writing, as Redewiedergabe divides them."""

    SPEECH = "speech"
    THOUGHT = "thought"
    WRITING = "writing"


@unique
class Polarity(StrEnum):
    """Which way a stance points; SemEval-2016 says FAVOR and AGAINST for the first two."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    MIXED = "mixed"


@unique
class Basis(StrEnum):
    """Whether a holder says or does it."""

    EXPRESSED = "expressed"
    ENACTED = "enacted"


@unique
class ZoneKind(StrEnum):
    """What a stretch of a dispatch is."""

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
    """How much a diagnostic matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
