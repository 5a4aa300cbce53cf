"""From findings to stances: one for each holder set, target and polarity, with all its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsmodel.model import Issue, Polarity, Span, Stance
from newsmodel.parsers.grammar import to_span
from newsmodel.parsers.stances.attribution import attributed_to
from newsmodel.parsers.stances.edges import start_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsmodel.model import Actor, Meeting
    from newsmodel.parsers.stances.finding import Finding
    from newsmodel.parsers.stances.scene import Scene
    from newsmodel.parsers.stances.targets import Target
    from newsmodel.parsers.tokens import Token

_FAR = 30
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@attrs.define(slots=True)
class _Group:
    """The findings that make one stance."""

    findings: list[Finding]
    words: frozenset[str]
    polarity: Polarity


def merged(findings: Iterable[Finding], scene: Scene) -> tuple[Stance, ...]:
    """Return one stance for each holder set, target and polarity, in the order of their first evidence.

    Findings of one holder on one target in one sentence that say the contrary of each other are `mixed`.

    Args:
        findings: what the rules found, in text order, surer rules first where two fire on one word.
        scene: the dispatch.
    """
    groups: list[_Group] = []
    by_key: dict[tuple[object, ...], list[_Group]] = {}
    for finding in findings:
        key = (frozenset(finding.holders), _kind(finding.target))
        candidates = by_key.setdefault(key, [])
        words = _words(finding.target)
        for group in reversed(candidates[-12:]):
            same = _same(finding, words, group)
            if same and group.polarity is finding.polarity:
                group.findings.append(finding)
                break
            if same and _in_one_breath(group.findings[-1], finding):
                group.findings.append(finding)
                group.polarity = Polarity.MIXED
                break
        else:
            group = _Group([finding], words, finding.polarity)
            groups.append(group)
            candidates.append(group)
    stances = [_stance(group, scene) for group in groups]
    return tuple(sorted(dict.fromkeys(stances), key=lambda s: (s.evidence[0].start, s.evidence[0].end)))


def _kind(target: Target) -> object:
    return target.actor or target.meeting or target.head.lemma_


def _words(target: Target) -> frozenset[str]:
    return frozenset(t.lemma_.lower() for t in target.tokens if t.pos_ in _CONTENT)


def _same(finding: Finding, words: frozenset[str], group: _Group) -> bool:
    if finding.target.actor is not None or finding.target.meeting is not None:
        return True
    return words <= group.words or group.words <= words


def _in_one_breath(first: Finding, second: Finding) -> bool:
    """Whether two findings of contrary polarity say so together (`weder annehmen noch ablehnen`)."""
    start, end = first.anchor.i, second.anchor.i
    if not 0 < end - start < _FAR or start_of(second.anchor, _FAR) > start:
        return False
    return any(t.lower_ in ("weder", "einerseits") for t in first.anchor.doc[max(start - _FAR, 0) : end])


def _stance(group: _Group, scene: Scene) -> Stance:
    first = group.findings[0]
    spans: dict[Span, None] = {}
    for finding in group.findings:
        spans.setdefault(to_span(finding.evidence))
    reason = next((f.reason for f in group.findings if f.reason), ())
    anchor = first.anchor
    return Stance(
        holders=first.holders,
        target=_target([f.target for f in group.findings], scene),
        polarity=group.polarity,
        basis=first.basis,
        evidence=_without_overlap(spans),
        reason=to_span(reason) if reason else None,
        attributed_to=attributed_to(first, scene),
        statement=scene.cued_by(anchor) or scene.said_in(anchor),
        rule=first.rule,
    )


def _without_overlap(spans: Iterable[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if kept and span.start < kept[-1].end:
            if span.end > kept[-1].end:
                kept[-1] = Span(start=kept[-1].start, end=span.end)
            continue
        kept.append(span)
    return tuple(kept)


def _target(found: Sequence[Target], scene: Scene) -> Actor | Meeting | Issue:
    first = found[0]
    if first.actor is not None:
        return first.actor
    if first.meeting is not None:
        return first.meeting
    spans = tuple(dict.fromkeys(_span(target.tokens) for target in found))
    text = scene.reading.text
    label = " ".join(text[spans[0].start : spans[0].end].split())
    return Issue(label=label, spans=tuple(sorted(spans[:1])) if len(spans) == 1 else spans)


def _span(tokens: Sequence[Token]) -> Span:
    return to_span(tokens)
