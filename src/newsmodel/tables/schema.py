"""The tables: their columns, types, keys and meanings. Stable: a column may be added, none changes its meaning."""

from __future__ import annotations

from collections.abc import Iterable

import attrs


@attrs.frozen
class Column:
    """A column.

    Attributes:
        name: its name.
        kind: `str`, `int`, `bool`, `day` (a date), `strs` (a list of strings), `spans` (a list of start and end),
            `zones` or `concepts` (lists of what `Zone` and `Concept` hold).
        required: whether it is never null.
        words: what it holds.

    Examples:
        >>> SCHEMA["actors"].columns[0].name
        'article_id'
    """

    name: str
    kind: str
    required: bool
    words: str


@attrs.frozen
class TableSchema:
    """A table.

    Attributes:
        name: its name.
        key: the columns that together name a row; each combination occurs once.
        words: what a row is.
        columns: its columns, in order.

    Examples:
        >>> SCHEMA["actors"].key
        ('article_id', 'actor_id')
    """

    name: str
    key: tuple[str, ...]
    words: str
    columns: tuple[Column, ...]


def _columns(lines: str) -> Iterable[Column]:
    for line in lines.strip().splitlines():
        name, kind, words = line.strip().split(None, 2)
        yield Column(name=name, kind=kind.rstrip("?"), required=not kind.endswith("?"), words=words)


def _table(name: str, key: str, words: str, lines: str) -> TableSchema:
    columns = (Column("article_id", "str", required=True, words="the article: see articles"), *_columns(lines))
    if name == "articles":
        columns = columns[1:]
    return TableSchema(name=name, key=tuple(key.split()), words=words, columns=columns)


_ALL = (
    _table(
        "articles",
        "article_id",
        "An article.",
        """
        article_id str 16 hexadecimal digits of a digest of uri, version, published and text; `~2` and so on for repeats
        uri str? the identifier given by the sender
        version str? its version, as the sender writes it
        published str? when it was published, ISO 8601, as far as is known
        published_first day? the first day that `published` may mean
        published_last day? the last one, inclusive
        language str its language, as a BCP 47 tag
        agency str? the agency
        headline str? the headline
        kicker str? the line above the headline
        teaser str? the summary below it
        byline str? who wrote it
        dateline_places strs the places in the dateline
        dateline_agency str? the agency in the dateline
        dateline_date str? the date in the dateline
        dateline_start int? where the dateline begins
        dateline_end int? where it ends, exclusive; null where there is none
        signoff_codes strs the closing codes
        signoff_start int? where they begin
        signoff_end int? where they end, exclusive; null where there are none
        signal str? such as `eil`
        status str? the publishing status
        urgency int? 1 (most urgent) to 9
        embargoed str? not to be published before, ISO 8601
        usage_terms str? what the sender allows
        subjects concepts what the sender says it is about
        places concepts where the sender says it plays
        zones zones what each stretch of the text is
        paragraphs spans the paragraphs of the body
        library str? the version of newsmodel that made it
        pipeline str? the spaCy pipeline
        schema_version int? the version of the model; null where nothing says what made the article
        text str the dispatch; all offsets count its code points, start inclusive, end exclusive
        """,
    ),
    _table(
        "actors",
        "article_id actor_id",
        "An actor of an article.",
        """
        actor_id str `a1` and so on, as in JSON
        name str the fullest proper name in the dispatch
        kind str person, organization, country or group
        wikidata str? the item of the real-world entity
        member_ids strs the actors that a side or joint group stands for
        """,
    ),
    _table(
        "mentions",
        "article_id actor_id mention_no",
        "A place that names an actor.",
        """
        actor_id str the actor
        mention_no int from 1, in the order of the model
        type str name or nominal
        start int where it begins
        end int where it ends
        text str the words
        """,
    ),
    _table(
        "roles",
        "article_id actor_id role_no",
        "A title or affiliation of an actor.",
        """
        actor_id str the actor
        role_no int from 1
        title str? the title; null for a mere affiliation
        of_id str? the body, an actor
        of_name str? its name
        start int? where the title begins
        end int? where it ends
        """,
    ),
    _table(
        "times",
        "article_id time_id",
        "An expression of time.",
        """
        time_id str `t1` and so on
        type str TIMEX3: DATE, TIME, DURATION or SET
        value str the TIMEX3 value
        mod str? the TIMEX3 modifier
        quant str? of a SET
        freq str? of a SET
        earliest str? the first day or minute that may be meant, ISO 8601
        latest str? the last one, inclusive
        first_day day? the day of `earliest`
        last_day day? the day of `latest`
        candidates strs every value possible, where the text leaves it open
        edtf str? the value in EDTF
        anchor str? what a relative expression counts from
        begin_point str? where a stretch begins, inclusive
        end_point str? where it ends, inclusive
        start int where it begins
        end int where it ends
        text str the words
        rule str the rule that found it
        """,
    ),
    _table(
        "issues",
        "article_id issue_id",
        "What a stance or a meeting is about.",
        """
        issue_id str `i1` and so on
        label str the words of its first span
        spans spans where it is named
        """,
    ),
    _table(
        "meetings",
        "article_id meeting_id",
        "A meeting.",
        """
        meeting_id str `m1` and so on
        status str held, ongoing, planned, proposed, postponed, cancelled or declined
        format str in_person, video, phone, hybrid or unknown
        anchors spans the words that name it
        text str these words, ` … ` between
        time_ids strs when
        place_start int? where the words for the place begin
        place_end int? where they end
        place str? these words
        duration str? ISO 8601
        topic_ids strs the issues that it is about
        reason_start int? where the words for the reason of its cancelling begin
        reason_end int? where they end
        reason str? these words
        cancelled_by_id str? who cancelled, postponed or declined it
        cancelled_by_name str? that actor's name
        evidence spans the words that show the status
        rule str the rule that found it
        """,
    ),
    _table(
        "participants",
        "article_id meeting_id participant_no",
        "An actor at a meeting; for the members of a group see actors.member_ids.",
        """
        meeting_id str the meeting
        participant_no int from 1
        actor_id str who
        name str the actor's name
        kind str the actor's kind
        part str attendee, host or mediator
        """,
    ),
    _table(
        "statements",
        "article_id statement_id speaker_no",
        "A statement and one of its speakers; `speaker_no == 1` keeps one row a statement.",
        """
        statement_id str `s1` and so on
        speaker_no int from 1; a statement without speakers has one row
        speaker_id str? who; null where the source stays unnamed
        speaker_name str? the actor's name
        speaker_kind str? the actor's kind
        type str direct, indirect, indirect_free_indirect, free_indirect or reported
        medium str? speech, thought or writing
        negated bool whether the text denies that it was said
        content str what is said, ` … ` between its parts
        content_spans spans where
        cue str the verb or noun of saying
        cue_spans spans where
        speaker_spans spans the words that name the source
        addressee_spans spans the words that name who is spoken to
        addressee_ids strs the actors that they resolve to
        frame_spans spans cue, speaker, addressee and what belongs to them
        time_id str? when it was said
        parent_id str? the statement that it stands inside
        rule str the rule that found it
        """,
    ),
    _table(
        "stances",
        "article_id stance_id holder_no",
        "A stance and one of its holders; `holder_no == 1` keeps one row a stance.",
        """
        stance_id str `p1` (position) and so on
        holder_no int from 1
        holder_id str whose
        holder_name str the actor's name
        holder_kind str the actor's kind
        polarity str support, oppose or mixed
        basis str expressed or enacted
        target_type str actor, meeting or issue
        target_id str towards what
        target_label str the actor's name, the issue's label, or the words of the meeting
        evidence str the words that show it, ` … ` between
        evidence_spans spans where
        reason_start int? where the words for the ground begin
        reason_end int? where they end
        reason str? these words
        attributed_to_ids strs the actors on whose word alone we know it
        statement_id str? the statement that says it
        rule str the rule that found it
        """,
    ),
    _table(
        "diagnostics",
        "article_id diagnostic_no",
        "What could not be read or resolved.",
        """
        diagnostic_no int from 1
        code str a short dotted id
        message str what is the matter
        severity str info, warning or error
        start int? where
        end int? where it ends
        """,
    ),
)

SCHEMA: dict[str, TableSchema] = {table.name: table for table in _ALL}
"""The tables by name. The same description stands in the metadata of every Arrow field and Parquet file."""
