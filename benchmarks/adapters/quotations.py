"""German news quotation attribution (2024): the conventions of the corpus, laid over the statements of the model.

The corpus counts quotation marks into direct quotations and the full stop into Konjunktiv and `sollen` sentences, joins
consecutive Konjunktiv sentences of one speaker, takes a whole sentence for a reported act, auxiliaries into cues, of
`nach Angaben von X` only `nach` as cue and `Angaben von X` as speaker, and the full phrase, with article, title and
apposition, as speaker; a statement whose speaker carries over repeats the words that named the speaker before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsmodel.model import ActorKind, Span, Statement, StatementType
from newsmodel.parsers.grammar import auxiliaries, finite, full_lemma, is_verb, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

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
_MARKS = "„“”»«\"‚‘’'›‹"

# the acts that the annotation guidelines of the corpus name for "Reported", and their kin; all others it leaves alone
_POSITIONS = frozenset(
    [
        "fordern",
        "verlangen",
        "anmahnen",
        "einfordern",
        "warnen",
        "kritisieren",
        "bemängeln",
        "monieren",
        "rügen",
        "beklagen",
        "bedauern",
        "verurteilen",
        "anprangern",
        "ablehnen",
        "zurückweisen",
        "begrüßen",
        "loben",
        "würdigen",
        "befürworten",
        "nennen",
        "bezeichnen",
        "halten",
        "sehen",
        "ansehen",
        "werten",
        "bewerten",
        "beurteilen",
        "einschätzen",
        "plädieren",
        "appellieren",
        "aufrufen",
        "auffordern",
        "vorwerfen",
        "beschuldigen",
        "bestreiten",
        "dementieren",
        "bekräftigen",
        "betonen",
        "hervorheben",
        "aussprechen",
        "protestieren",
        "zweifeln",
        "bezweifeln",
        "befürchten",
        "hoffen",
        "rechnen",
        "ausgehen",
        "erwarten",
        "prognostizieren",
        "ankündigen",
        "empfehlen",
        "vorschlagen",
        "äußern",
        "üben",
        "stellen",
        "zeigen",
        "bestätigen",
    ]
)

_ADPOSITIONS = ("laut", "nach", "gemäß", "zufolge", "so", "lt", "aus")

Pairs = list[list[int]]


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
            "frame": _pairs(statement.frame),
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


def _pairs(spans: Iterable[Span]) -> Pairs:
    return [[s.start, s.end] for s in spans]


class Words:
    """The words of a dispatch: from the spans of the model to the spans of the corpus."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self._at = {token.idx: token for token in doc}
        self._end = {token.idx + len(token.text): token for token in doc}

    def bounds(self, sentence: Any) -> tuple[int, int]:
        """Return the offsets of a sentence without white space at its edges."""
        tokens = [t for t in sentence if not t.is_space]
        return tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)

    def tokens(self, span: Span) -> list[Token]:
        """Return the tokens of a span."""
        first, last = self._at.get(span.start), self._end.get(span.end)
        return [] if first is None or last is None else list(self.doc[first.i : last.i + 1])

    def is_position(self, statement: Statement) -> bool:
        """Tell whether a reported act takes a position in a main clause, by somebody who is known."""
        verb = next((t for span in statement.cue for t in self.tokens(span) if is_verb(t)), None)
        if verb is None or not statement.speakers or statement.rule != "statement.reported":
            return False
        if verb.dep_ not in ("ROOT", "root", "conj", "parataxis") or finite(verb) is None:
            return False
        return full_lemma(verb) in _POSITIONS

    def quote(self, statement: Statement) -> Pairs:
        """Return the content, quotation marks included where it is direct."""
        pairs = _pairs(statement.content)
        if statement.type is not StatementType.DIRECT:
            return [self._with_inner_mark(pair) for pair in pairs]
        for pair in pairs:
            if pair[0] > 0 and self.text[pair[0] - 1] in _MARKS:
                pair[0] -= 1
            if pair[1] < len(self.text) and self.text[pair[1]] in _MARKS:
                pair[1] += 1
        return pairs

    def _with_inner_mark(self, pair: list[int]) -> list[int]:
        """Take in a mark at an edge whose partner lies within."""
        if pair[1] < len(self.text) and self.text[pair[1]] in '“”«»"‘':
            inside = self.text[pair[0] : pair[1]]
            if sum(inside.count(c) for c in _MARKS[:7]) % 2:
                pair[1] += 1
        return pair

    def cue(self, statement: Statement) -> Pairs:
        """Return the cue with its auxiliaries; of `nach Angaben` only the preposition."""
        tokens = [t for span in statement.cue for t in self.tokens(span)]
        if statement.rule.startswith("statement.source") or statement.rule == "statement.so":
            tokens = [t for t in tokens if t.text.lower() in _ADPOSITIONS] or tokens
        else:
            verbs = [t for t in tokens if is_verb(t)]
            known = {t.i for t in tokens}
            for verb in verbs:
                tokens.extend(a for a in auxiliaries(verb) if a.i not in known)
            for verb in verbs:
                tokens.extend(
                    c
                    for c in verb.children
                    if c.dep_ == "expl" and c.text.lower() == "es" and c.i not in known and abs(c.i - verb.i) == 1
                )
        return self._merged(tokens)

    def _merged(self, tokens: list[Token]) -> Pairs:
        pairs: Pairs = []
        last = -2
        for token in sorted(set(tokens), key=lambda t: t.i):
            end = token.idx + len(token.text)
            if token.i == last + 1:
                pairs[-1][1] = end
            else:
                pairs.append([token.idx, end])
            last = token.i
        return pairs

    def speaker(self, statement: Statement) -> Pairs:
        """Return the full phrase that names the speaker; of `demnach` and `wonach` that word."""
        if statement.rule in ("statement.demnach", "statement.wonach"):
            return _pairs(statement.cue)
        if statement.rule.startswith("statement.source") or statement.rule in (
            "statement.so",
            "statement.quote_so_behind",
        ):
            return self._source(statement)
        found: Pairs = []
        for span in statement.speaker:
            tokens = self.tokens(span)
            if not tokens:
                found.append([span.start, span.end])
                continue
            head = self._head(tokens)
            words = phrase(head, coordination=True) if head.pos_ in ("NOUN", "PROPN", "X", "NUM", "ADJ") else (head,)
            words = self._without_content(words, statement)
            first, last = self._with_title(words[0], statement), words[-1]
            end = last.idx + len(last.text)
            if self.text[end : end + 1] in ("“", "”", "»") and self._opened(first.idx, end):
                end += 1
            found.append([first.idx, end])
        return found

    def addressee(self, statement: Statement) -> Pairs:
        """Return the full phrase that names who is spoken to, without its preposition."""
        found: Pairs = []
        for span in statement.addressee:
            tokens = self.tokens(span)
            if not tokens:
                found.append([span.start, span.end])
                continue
            head = self._head(tokens)
            whole = phrase(head, coordination=True) if head.pos_ in ("NOUN", "PROPN", "X") else (head,)
            inner = [t for t in self._without_content(whole, statement) if t.pos_ != "ADP" or t.i > head.i]
            found.append([inner[0].idx, inner[-1].idx + len(inner[-1].text)])
        return found

    def antecedent(self, statement: Statement) -> Pairs:
        """Return the phrase that a relative pronoun stands for, where one names the speaker."""
        tokens = [t for span in statement.speaker for t in self.tokens(span)]
        if len(tokens) != 1 or tokens[0].tag_ != "PRELS":
            return []
        verb = tokens[0].head
        noun = verb.head if verb.dep_.startswith("acl") else None
        return [] if noun is None or noun.pos_ not in ("NOUN", "PROPN") else self._merged(list(phrase(noun)))

    def mentioned(self, statement: Statement, before: int) -> Pairs:
        """Return the phrases that name the speakers last before an offset."""
        found: Pairs = []
        for actor in statement.speakers:
            spans = [m.span for m in actor.mentions if m.span.end <= before]
            tokens = self.tokens(max(spans, key=lambda s: s.start)) if spans else []
            if tokens:
                found.extend(self._merged(list(phrase(self._head(tokens), coordination=True))))
        return found

    def _opened(self, start: int, end: int) -> bool:
        """Tell whether a quotation mark stays open in a stretch of text."""
        inside = self.text[start:end]
        return sum(inside.count(c) for c in "„«»“”") % 2 == 1

    def _with_title(self, first: Token, statement: Statement) -> Token:
        """Return the start of a phrase with the article, adjectives and title in front that the parser cut off."""
        doc, taken = self.doc, [*statement.content, *statement.cue]
        while first.i > first.sent.start and first.tag_ not in ("ART", "PPOSAT", "PPER"):
            before = doc[first.i - 1]
            if before.tag_ not in ("ART", "PPOSAT", "PIAT", "ADJA", "NN") or before.ent_type_ in ("LOC", "ORG"):
                break
            apart = before.tag_ == "NN" and first.ent_type_ != "PER"
            if apart or any(s.start <= before.idx < s.end for s in taken):
                break
            first = before
        return first

    def _without_content(self, words: tuple[Token, ...], statement: Statement) -> tuple[Token, ...]:
        inside = [t for t in words if not any(s.start <= t.idx < s.end for s in (*statement.content, *statement.cue))]
        while inside and ((inside[-1].is_punct and inside[-1].text not in ')“”«»"') or inside[-1].is_space):
            inside.pop()
        return tuple(inside) or words

    def _head(self, tokens: list[Token]) -> Token:
        """The head of the phrase that a mention stands in: its title, if there is one in front."""
        inside = {t.i for t in tokens}
        head = next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[0])
        for _ in range(4):
            up = head.head
            if head.dep_ in ("appos", "flat", "compound", "flat:name") and up != head and up.pos_ in ("NOUN", "PROPN"):
                head = up
            else:
                break
        return head

    def _source(self, statement: Statement) -> Pairs:
        """Of a frame without a verb, everything but the adposition and the comma."""
        found: Pairs = []
        for span in statement.frame:
            tokens = [t for t in self.tokens(span) if t.text.lower() not in _ADPOSITIONS]
            while tokens and tokens[0].text in (",", "–", "-"):
                tokens.pop(0)
            cut = next((n for n, t in enumerate(tokens) if t.tag_ in ("PRELS", "PRELAT") and n > 1), None)
            if cut is not None:
                tokens = tokens[: cut - 1]
            while tokens and tokens[-1].text in (",", ":", "–", "-"):
                tokens.pop()
            if tokens:
                found.append([tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)])
        return found
