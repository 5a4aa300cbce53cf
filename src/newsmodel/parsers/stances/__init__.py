"""Who stands where on what: predicates of stance with their holders, targets and grounds."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from newsmodel.parsers.stances.adjectives import adjective_findings, side_findings
from newsmodel.parsers.stances.behests import behest_findings
from newsmodel.parsers.stances.intentions import duty_findings, intention_findings, need_findings
from newsmodel.parsers.stances.judgements import appraisal_findings, judgement_findings
from newsmodel.parsers.stances.merging import merged
from newsmodel.parsers.stances.nouns import noun_findings
from newsmodel.parsers.stances.outcomes import outcome_findings, pointing_findings
from newsmodel.parsers.stances.participles import participle_findings
from newsmodel.parsers.stances.scene import Scene
from newsmodel.parsers.stances.verbs import verb_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.model import Meeting, Stance, Statement
    from newsmodel.parsers.actors.cast import Cast
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.stances.finding import Finding
    from newsmodel.parsers.tokens import Token

__all__ = ["find_stances"]


def find_stances(
    reading: Reading, cast: Cast, statements: tuple[Statement, ...], meetings: tuple[Meeting, ...]
) -> tuple[Stance, ...]:
    """Find the stances that the dispatch states or shows.

    Each predicate of the lexicon (verb, noun, adjective, judgement, wish) is looked up at its word; its holder and
    target come from the argument slots that the entry names, its polarity from the entry, turned by negation.

    Args:
        reading: the annotated dispatch.
        cast: its actors: holders and actor targets are among them.
        statements: its statements, for attribution and for what speakers judge and demand in their own words.
        meetings: its meetings: a target that is an anchor is the meeting.

    Returns:
        The stances in the order of their first evidence, one for each holder set, target and polarity.
    """
    scene = Scene(reading, cast, statements, meetings)
    found = chain.from_iterable(_findings(token, scene) for sentence in reading.sentences for token in sentence)
    return merged(found, scene)


def _findings(token: Token, scene: Scene) -> Iterator[Finding]:
    pos = token.pos_
    if pos in ("VERB", "AUX"):
        first = (
            list(judgement_findings(token, scene))
            or list(verb_findings(token, scene))
            or list(pointing_findings(token, scene))
            or list(outcome_findings(token, scene))
        )
        yield from first
        if not first:
            second = list(intention_findings(token, scene))
            yield from second or list(duty_findings(token, scene)) or need_findings(token, scene)
        yield from adjective_findings(token, scene)
    elif pos in ("NOUN", "PROPN", "ADJ", "ADV", "X"):
        if pos in ("NOUN", "PROPN"):
            yield from noun_findings(token, scene)
            yield from side_findings(token, scene)
            yield from behest_findings(token, scene)
        else:
            yield from adjective_findings(token, scene)
            yield from participle_findings(token, scene)
        yield from appraisal_findings(token, scene)
