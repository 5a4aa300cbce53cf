"""Strategies for what articles say: actors, times, issues, meetings, statements, stances.

Each takes the objects that it may refer to; where none are given, it draws its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from newsmodel.model import (
    Actor,
    ActorKind,
    Basis,
    Issue,
    Medium,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Mention,
    MentionType,
    ParticipantPart,
    Participation,
    Polarity,
    Role,
    Stance,
    Statement,
    StatementType,
    TimeExpression,
    TimeType,
)
from newsmodel.testing.basics import LENGTH, names, ordered_spans, partial_dates, spans
from newsmodel.testing.wires import tuples

T = TypeVar("T")

_DURATIONS = ("PT2H", "P3D", "P1W", "PT1H30M", "P1Y2M", "PT0.5H")
_VALUES = ("2024-04-01", "2024-W15", "XXXX-WXX-1", "PT2H", "P1Y", "2026-11")
_OFF = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED)


def _from(pool: Sequence[T] | None, own: SearchStrategy[T]) -> SearchStrategy[T]:
    """Return a strategy that takes from a pool; without one, it draws its own."""
    if pool is None:
        return own
    return st.sampled_from(pool) if pool else st.nothing()


def mentions(*, length: int = LENGTH) -> SearchStrategy[Mention]:
    """Return a strategy for mentions in a text of `length` code points.

    Examples:
        >>> from hypothesis import given
        >>> @given(mentions(length=10))
        ... def law(mention):
        ...     assert mention.span.end <= 10
        >>> law()
    """
    return st.builds(Mention, span=spans(length=length), type=st.sampled_from(MentionType))


def roles(*, length: int = LENGTH, bodies: Sequence[Actor] = ()) -> SearchStrategy[Role]:
    """Return a strategy for roles in a text of `length` code points, of one of the bodies or of none.

    Examples:
        >>> from hypothesis import given
        >>> @given(roles())
        ... def law(role):
        ...     assert role.title or role.of
        >>> law()
    """
    places = st.none() | spans(length=length)
    titled = st.builds(Role, title=names(), of=st.none() | _from(bodies, st.nothing()), span=places)
    return titled | st.builds(Role, title=st.none(), of=st.sampled_from(bodies), span=places) if bodies else titled


def actors(*, length: int = LENGTH, others: Sequence[Actor] = ()) -> SearchStrategy[Actor]:
    """Return a strategy for actors.

    Args:
        length: the length of the text.
        others: who may be the bodies of its roles and its members.

    Returns:
        The strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(actors())
        ... def law(actor):
        ...     assert actor.name.strip()
        >>> law()
    """
    return st.builds(
        Actor,
        name=names(),
        kind=st.sampled_from(ActorKind),
        mentions=tuples(mentions(length=length)),
        roles=tuples(roles(length=length, bodies=others), max_size=2),
        members=tuples(st.sampled_from(others)) if others else st.just(()),
        wikidata=st.none() | st.integers(1, 10**9).map("Q{}".format),
    )


@st.composite
def time_expressions(draw: DrawFn, *, length: int = LENGTH) -> TimeExpression:
    """Return a strategy for expressions of time in a text of `length` code points.

    Examples:
        >>> from hypothesis import given
        >>> @given(time_expressions())
        ... def law(time):
        ...     assert time.value
        >>> law()
    """
    bounds = st.none() | partial_dates()
    first, last = draw(bounds), draw(bounds)
    if first is not None and last is not None and last.earliest.timetuple() < first.earliest.timetuple():
        first, last = last, first
    return draw(
        st.builds(
            TimeExpression,
            span=spans(length=length),
            type=st.sampled_from(TimeType),
            value=st.sampled_from(_VALUES) | names(),
            mod=st.none() | st.sampled_from(("START", "MID", "END", "APPROX")),
            quant=st.none() | st.just("EVERY"),
            freq=st.none() | st.just("2X"),
            earliest=st.just(first),
            latest=st.just(last),
            candidates=tuples(st.sampled_from(_VALUES)),
            edtf=st.none() | st.just("2024-04"),
            anchor=bounds,
            begin_point=st.sampled_from((None, first)),
            end_point=st.sampled_from((None, last)),
            rule=names(),
        )
    )


def issues(*, length: int = LENGTH) -> SearchStrategy[Issue]:
    """Return a strategy for issues in a text of `length` code points.

    Examples:
        >>> from hypothesis import given
        >>> @given(issues())
        ... def law(issue):
        ...     assert issue.spans
        >>> law()
    """
    return st.builds(Issue, label=names(), spans=tuples(spans(length=length), min_size=1))


def participations(*, length: int = LENGTH, cast: Sequence[Actor] | None = None) -> SearchStrategy[Participation]:
    """Return a strategy for participations of one of the `cast`, or of an actor in a text of `length` code points.

    Examples:
        >>> from hypothesis import given
        >>> @given(participations())
        ... def law(participation):
        ...     assert participation.actor.name
        >>> law()
    """
    who = _from(cast, actors(length=length))
    return st.nothing() if who.is_empty else st.builds(Participation, actor=who, part=st.sampled_from(ParticipantPart))


@st.composite
def meetings(
    draw: DrawFn,
    *,
    length: int = LENGTH,
    cast: Sequence[Actor] | None = None,
    times: Sequence[TimeExpression] | None = None,
    topics: Sequence[Issue] | None = None,
) -> Meeting:
    """Return a strategy for meetings.

    Args:
        draw: given by Hypothesis.
        length: the length of the text.
        cast: who may take part.
        times: when it may be.
        topics: what it may be about.

    Returns:
        The strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(meetings(cast=()))
        ... def law(meeting):
        ...     assert not meeting.participants
        >>> law()
    """
    status = draw(st.sampled_from(MeetingStatus))
    off = status in _OFF
    who = _from(cast, actors(length=length))
    return draw(
        st.builds(
            Meeting,
            anchors=tuples(spans(length=length), min_size=1),
            status=st.just(status),
            format=st.sampled_from(MeetingFormat),
            participants=tuples(participations(length=length, cast=cast)),
            times=tuples(_from(times, time_expressions(length=length)), max_size=2),
            place=st.none() | spans(length=length),
            duration=st.none() | st.sampled_from(_DURATIONS),
            topics=tuples(_from(topics, issues(length=length)), max_size=2),
            reason=st.none() | spans(length=length) if off else st.none(),
            cancelled_by=st.none() | who if off else st.none(),
            evidence=tuples(spans(length=length)),
            rule=names(),
        )
    )


@st.composite
def statements(
    draw: DrawFn,
    *,
    length: int = LENGTH,
    cast: Sequence[Actor] | None = None,
    times: Sequence[TimeExpression] | None = None,
    parents: Sequence[Statement] = (),
) -> Statement:
    """Return a strategy for statements.

    Args:
        draw: given by Hypothesis.
        length: the length of the text.
        cast: who may speak or be spoken to.
        times: when it may be said.
        parents: what it may stand inside.

    Returns:
        The strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(statements())
        ... def law(statement):
        ...     assert statement.content or statement.type is StatementType.REPORTED
        >>> law()
    """
    kind = draw(st.sampled_from(StatementType))
    who = tuples(_from(cast, actors(length=length)))
    parts = ordered_spans(length=length)
    return draw(
        st.builds(
            Statement,
            type=st.just(kind),
            content=ordered_spans(length=length, min_size=0 if kind is StatementType.REPORTED else 1),
            cue=parts,
            speaker=parts,
            speakers=who,
            addressee=parts,
            addressees=who,
            frame=parts,
            medium=st.none() | st.sampled_from(Medium),
            time=st.none() | _from(times, time_expressions(length=length)),
            parent=st.none() | _from(parents, st.nothing()),
            negated=st.booleans(),
            rule=names(),
        )
    )


def stances(
    *,
    length: int = LENGTH,
    cast: Sequence[Actor] | None = None,
    targets: Sequence[Actor | Meeting | Issue] | None = None,
    said: Sequence[Statement] | None = None,
) -> SearchStrategy[Stance]:
    """Return a strategy for stances.

    Args:
        length: the length of the text.
        cast: who may hold them; not empty.
        targets: what they may be towards; not empty.
        said: the statements that may say them.

    Returns:
        The strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(stances())
        ... def law(stance):
        ...     assert stance.holders and stance.evidence
        >>> law()
    """
    who = _from(cast, actors(length=length))
    own = actors(length=length) | meetings(length=length) | issues(length=length)
    return st.builds(
        Stance,
        holders=tuples(who, min_size=1),
        target=_from(targets, own),
        polarity=st.sampled_from(Polarity),
        basis=st.sampled_from(Basis),
        evidence=tuples(spans(length=length), min_size=1),
        reason=st.none() | spans(length=length),
        attributed_to=tuples(who, max_size=2),
        statement=st.none() | _from(said, statements(length=length)),
        rule=names(),
    )
