"""From the spans of the model to those of the quotation corpus: the words that it counts into each part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsmodel.model import Span, Statement, StatementType
from newsmodel.parsers.grammar import auxiliaries, finite, full_lemma, is_passive, is_verb, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsmodel.parsers.tokens import Doc, Token

_MARKS = "„“”»«\"‚‘’'›‹"

# the acts that the annotation guidelines of the corpus name for "Reported", and their kin; all others it leaves alone
_POSITIONS = frozenset(
    [
        "Reported",
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
        "berichten",
        "sprechen",
        "begründen",
        "verweisen",
        "hinweisen",
        "vermuten",
        "schätzen",
        "anbieten",
        "vergleichen",
        "melden",
    ]
)

# the rules of quotations that are a part of the clause of their verb
_JOINED_BY_A_WORD = ("statement.quote_in_frame", "statement.reported")
_ADPOSITIONS = ("laut", "nach", "gemäß", "zufolge", "so", "lt", "aus")

Pairs = list[list[int]]


def pairs_of(spans: Iterable[Span]) -> Pairs:
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
        pairs = pairs_of(statement.content)
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
                tokens.extend(c for c in verb.children if c.i not in known and self._is_of_the_cue(c, verb, statement))
            if statement.rule == "statement.wie":
                tokens.extend(t for span in statement.frame for t in self.tokens(span) if t.text.lower() == "wie")
            if verbs and statement.type is StatementType.DIRECT and statement.rule in _JOINED_BY_A_WORD:
                tokens.extend(self._joining_word(statement))
        return self._merged(tokens)

    def _is_of_the_cue(self, word: Token, verb: Token, statement: Statement) -> bool:
        """Tell whether the corpus counts a word into the cue: `es`, and the `darauf` that announces the content."""
        lower = word.text.lower()
        if lower == "es":
            impersonal = is_passive(verb) or verb.lemma_ == "heißen"
            return (word.dep_ == "expl" and abs(word.i - verb.i) == 1) or (impersonal and word.dep_.startswith("nsubj"))
        behind = word.idx + len(word.text) + 2
        return word.tag_ in ("PROAV", "PAV") and any(abs(span.start - behind) <= 1 for span in statement.content)

    def _joining_word(self, statement: Statement) -> list[Token]:
        """Return the `als`, `von` or `vor` that leads from a verb to the words that it quotes."""
        first = self._at.get(statement.content[0].start)
        near = list(self.doc[max(0, first.i - 5) : first.i]) if first is not None else []
        return [t for t in near if t.text.lower() in ("als", "von", "vor")][-1:]

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
            return pairs_of(statement.cue)
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
