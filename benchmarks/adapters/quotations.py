"""German news quotation attribution (2024): the conventions of the corpus, laid over the statements of the model.

The corpus counts quotation marks into direct quotations and the full stop into Konjunktiv and `sollen` sentences, joins
consecutive Konjunktiv sentences of one speaker, takes a whole sentence for a reported act, auxiliaries into cues; it
parts `nach Angaben von X` behind `nach`, which alone is the cue, and takes the full phrase, with article, title and
apposition, as speaker; a statement whose speaker carries over repeats the words that named the speaker before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsmodel.model import ActorKind, Statement, StatementType

from .corpus_words import Pairs, Words, pairs_of

if TYPE_CHECKING:
    from newsmodel.parsers.reading import Reading

_TYPES = {
    StatementType.DIRECT: "Direct",
    StatementType.INDIRECT: "Indirect",
    StatementType.FREE_INDIRECT: "FreeIndirect",
    StatementType.INDIRECT_FREE_INDIRECT: "IndirectFreeIndirect",
    StatementType.REPORTED: "Reported",
}
# what a dispatch tells of thoughts somebody must have said: the corpus calls it speech or thought
_MEDIA = {"speech": "Speech", "thought": "ST", "writing": "Writing"}
_SENTENCES = (StatementType.FREE_INDIRECT, StatementType.INDIRECT_FREE_INDIRECT)


def predict(identifier: str, text: str, published: str | None) -> dict[str, Any]:
    """Return the output line of one article.

    Args:
        identifier: the id of the input line.
        text: the article.
        published: its publication date.

    Returns:
        `{"doc", "annotations"}`, offsets in code points, end exclusive.
    """
    from newsmodel.api import analyse
    from newsmodel.parsers.actors import find_actors
    from newsmodel.parsers.statements import find_statements
    from newsmodel.parsers.times import find_times

    reading = analyse(text, published=published)
    statements = find_statements(reading, find_actors(reading), find_times(reading))
    return {"doc": identifier, "annotations": lines(reading, statements)}


def lines(reading: Reading, statements: tuple[Statement, ...]) -> list[dict[str, Any]]:
    """Return the statements of a dispatch as the corpus would annotate them."""
    words = Words(reading.doc)
    sentences = [words.bounds(s) for s in reading.sentences]
    found: list[dict[str, Any]] = []
    last_speaker: dict[tuple[Any, ...], Pairs] = {}
    recent: Pairs = []
    previous: tuple[Statement, int, dict[str, Any]] | None = None
    framed_before: dict[str, Any] | None = None
    # acts that the corpus would take for part of a sentence that is annotated anyway are left out
    framed = {_sentence_at(sentences, _first(s)) for s in statements if s.type is not StatementType.REPORTED}
    for statement in statements:
        if _is_quoted(statement):
            continue
        here = _sentence_at(sentences, _first(statement))
        speaker = words.speaker(statement)
        if speaker:
            named = words.antecedent(statement) or speaker
            if statement.parent is None or statement.speakers not in last_speaker:
                last_speaker[statement.speakers] = named
            if statement.parent is None:
                recent = named
        elif _carries(statement):
            if statement.speakers and statement.speakers not in last_speaker:
                last_speaker[statement.speakers] = words.mentioned(statement, _first(statement))
            speaker = last_speaker[statement.speakers] if statement.speakers else recent
        line: dict[str, Any] = {
            "type": _TYPES[statement.type],
            "medium": _medium(statement),
            "isNested": statement.parent is not None,
            "quote": words.quote(statement),
            "speaker": speaker,
            "cue": words.cue(statement),
            "addressee": words.addressee(statement),
            "frame": pairs_of(statement.frame),
        }
        if statement.rule == "statement.quote_carried" and framed_before is not None:
            # words quoted in a sentence without a frame share the frame that the sentence goes on from
            line.update(cue=framed_before["cue"], frame=framed_before["frame"])
        elif line["frame"] and statement.parent is None:
            framed_before = line
        if statement.type is StatementType.REPORTED:
            if not words.is_position(statement):
                continue
            if here is None or here in framed or statement.parent is not None:
                continue
            framed.add(here)
            line.update(quote=[list(sentences[here])], cue=[], frame=[])
        if statement.type in _SENTENCES:
            if here is None:
                continue
            line["quote"] = [list(sentences[here])]
            if previous is not None and previous[1] == here - 1 and _goes_on(previous[0], statement):
                previous[2]["quote"] = [*previous[2]["quote"], *line["quote"]]
                previous = (statement, here, previous[2])
                continue
            previous = (statement, here, line)
        if statement.type is StatementType.DIRECT and len(line["quote"]) > 1:
            # the corpus annotates the parts of a split quotation one by one
            found.extend({**line, "quote": [part]} for part in line["quote"])
            continue
        found.append(line)
    return found


def _is_quoted(statement: Statement) -> bool:
    """Tell whether a statement is part of a quotation: the corpus does not take quotations apart again."""
    outer = statement.parent
    while outer is not None and statement.type is not StatementType.DIRECT:
        if outer.type is StatementType.DIRECT:
            return True
        outer = outer.parent
    return False


def _medium(statement: Statement) -> str:
    """Where the text leaves it open: what stands in quotation marks was said, what a person says too."""
    if statement.medium is not None:
        return _MEDIA[statement.medium]
    persons = bool(statement.speakers) and all(a.kind is ActorKind.PERSON for a in statement.speakers)
    return "Speech" if persons or statement.type is StatementType.DIRECT else "SW"


def _carries(statement: Statement) -> bool:
    return statement.type in _SENTENCES or (
        not statement.speaker
        and statement.rule
        in ("statement.quote_alone", "statement.quote_carried", "statement.demnach", "statement.quote_colon")
    )


def _goes_on(one: Statement, other: Statement) -> bool:
    return one.type is other.type and one.speakers == other.speakers and other.parent is None


def _first(statement: Statement) -> int:
    return min(s.start for part in (statement.content, statement.cue) for s in part[:1])


def _sentence_at(sentences: list[tuple[int, int]], offset: int) -> int | None:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle][1] <= offset:
            low = middle + 1
        else:
            high = middle
    return low if low < len(sentences) and sentences[low][0] <= offset else None
