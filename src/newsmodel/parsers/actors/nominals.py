"""Nominal phrases that may be mentions: their head, their words, gender and number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import MentionType
from newsmodel.parsers.actors.context import words
from newsmodel.parsers.actors.drafts import Draft
from newsmodel.parsers.actors.nouns import BODY, GROUP, PERSON, Noun, readings
from newsmodel.parsers.actors.places import by_people
from newsmodel.parsers.grammar import finite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsmodel.parsers.actors.sentences import Sentences
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.tokens import Doc, Token

_DEFINITE = frozenset({"der", "die", "das", "den", "dem", "des", "im", "am", "zum", "zur", "vom", "beim", "ins", "ans"})
_POINTING = frozenset({"dieser", "diese", "dieses", "diesen", "diesem", "jener", "jene", "jenes", "jenen", "jenem"})


_NOT_FEMININE = frozenset({"dem", "des", "vom", "am", "im", "zum", "beim", "ans", "ins", "das", "eines", "einem"})
_PURPOSEFUL = frozenset({"body", "ministry", "agency", "organization", "school"})


class NominalFinder:
    """Finds nominal phrases outside names."""

    def __init__(self, reading: Reading, names: list[Draft], used: set[int], sentences: Sentences) -> None:
        self._sentences = sentences
        self.reading = reading
        self.doc: Doc = reading.doc
        self.by_token = {i: d for d in names for i in range(d.start, d.end)}
        self.used = used

    def find(self) -> list[Draft]:
        """Return the nominal phrases of the body sentences in text order."""
        found: list[Draft] = []
        for sentence in self.reading.sentences:
            for token in sentence:
                if token.i not in self.by_token and token.i not in self.used:
                    found.extend(self._phrases(token, sentence.start))
        return found

    def _phrases(self, token: Token, first: int) -> Iterator[Draft]:
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or not token.text[0].isalnum():
            return
        if token.pos_ == "ADJ" and not (token.text[0].isupper() and token.i > first and token.tag_ == "NN"):
            return
        known = self._noun(token)
        if known is None or known.sort == "address" or (token.tag_ == "NE" and not _is_several(token)):
            return
        start = self._start(token, first)
        outside = self.doc[start - 1].lower_ if start > first else ""
        if outside in words("none") or outside in {"als", "wie"}:
            return
        number = self._number(token, known, start)
        owner = self._owner(known, start, first)
        if owner is not None:
            owner.inside = True
        draft = Draft(
            start=start if owner is None else owner.start,
            end=self._end(token, known),
            head=token,
            type=MentionType.NOMINAL,
            layer=known.layer,
            words=tuple(t.text for t in self.doc[start : token.i + 1]),
            country=owner.country if owner is not None else None,
            gender=self._gender(token, known),
            number=number,
            sort=known.sort,
            noun=known,
            definite=self._definite(token, start, first),
            age=known.age,
        )
        draft.acts = token.dep_ != "ROOT" or token.pos_ == "NOUN"
        yield draft

    def _noun(self, token: Token) -> Noun | None:
        people = by_people(token.text)
        if people is not None and token.pos_ in {"NOUN", "PROPN"} and token.ent_type_ not in {"PER", "ORG", "LOC"}:
            return Noun(base=token.lower_, layer=PERSON, gender="", sort="national", number=people[1])
        options = self._in_gender(token, readings(token.text))
        if not options or (token.pos_ == "PROPN" and token.ent_type_ in {"PER", "LOC", "MISC"}):
            return None
        if len(options) == 1:
            return options[0]
        return self._choose(token, options)

    def _in_gender(self, token: Token, options: tuple[Noun, ...]) -> tuple[Noun, ...]:
        """Return the readings whose gender the word directly in front allows (`vom Band` is no `die Band`)."""
        before = self.doc[token.i - 1].lower_ if token.i else ""
        if before in _NOT_FEMININE:
            return tuple(n for n in options if n.gender != "f")
        if before == "zur":
            return tuple(n for n in options if n.gender not in {"m", "n"})
        return options

    def _choose(self, token: Token, options: tuple[Noun, ...]) -> Noun:
        """Choose between readings of one word (`Rat`, `Vorstand`, `Hersteller`) by gender and layer."""
        order = {BODY: 0, GROUP: 1, PERSON: 2}
        gender = {"Masc": "m", "Fem": "f", "Neut": "n"}.get((token.morph.get("Gender") or ("",))[0], "")
        fitting = [n for n in options if not gender or n.gender in {gender, "a", "p", ""}] or list(options)
        return min(fitting, key=lambda n: (order[n.layer], n.base))

    def _start(self, token: Token, first: int) -> int:
        start = token.i
        while start > first:
            before = self.doc[start - 1]
            if before.i in self.by_token or before.is_space:
                break
            modifies = before.pos_ in {"ADJ", "NUM"} and before.tag_ not in {"ADJD", "PRELS"}
            participle = before.tag_ == "ADJA"
            quantity = before.lower_ in words("quantity")
            degree = before.tag_ == "ADJD" and start < token.i and self.doc[start].tag_ == "ADJA"  # `neu geschaffene`
            if not (modifies or participle or quantity or degree):
                break
            start -= 1
        return start

    def _owner(self, known: Noun, start: int, first: int) -> Draft | None:
        """Return the country whose genitive opens a phrase for a body or a group (`Iraks Armee`)."""
        owner = self.by_token.get(start - 1) if start > first and known.layer != PERSON else None
        if owner is None or owner.layer != "country" or owner.end != start or not owner.words[-1].endswith("s"):
            return None
        plain = owner.country is not None and owner.words[-1] == owner.country.name
        return None if plain else owner

    def _end(self, token: Token, known: Noun) -> int:
        """Return the end of the phrase: behind the head, or behind a genitive or `von` phrase that identifies it."""
        after = token.i + 1
        sentence_end = self._sentences.end(token.i)
        if after >= sentence_end or (known.base not in words("owned") and known.sort not in _PURPOSEFUL):
            return after
        following = self.doc[after]
        complement = self._complement(token, following)
        if complement is None:
            return max(self._surface_end(token, known, sentence_end), after)
        end = self._right_edge(complement, sentence_end)
        return end if end - after <= 12 else after

    def _complement(self, token: Token, following: Token) -> Token | None:
        for child in token.children:
            if child.i <= token.i or (not child.dep_.startswith("nmod") and child.dep_ != "appos"):
                continue
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), "")
            name = self.by_token.get(following.i)
            if name is not None and not name.words[-1].endswith(("s", "'", "’")) and not case:
                continue  # `die Miliz Islamischer Staat`: its name
            genitive = not case and (
                "Gen" in child.morph.get("Case") or following.lower_ in {"des", "der", "beider", "aller", "mehrerer"}
            )
            if (genitive or case in {"von", "vom"}) and self._left_edge(child) == following.i and child.dep_ != "appos":
                return child
        return None

    def _surface_end(self, token: Token, known: Noun, end: int) -> int:
        """Return the end of a complement by tags alone, where the parse has none; 0 if there is none."""
        k = token.i + 1
        first = self.doc[k]
        genitive = (
            first.tag_ in {"ART", "PIAT", "PIDAT", "PPOSAT", "PDAT"}
            and "Gen" in first.morph.get("Case")
            and first.lower_ != "die"
        )
        purpose = known.sort in _PURPOSEFUL and first.lower_ == "für"
        parties = known.base == "koalition" and first.lower_ in {"aus", "von"}
        if not (genitive or purpose or parties or first.lower_ == "beider"):
            return 0
        k += 1
        last = 0
        while k < end and k - token.i <= 8:
            word = self.doc[k]
            if word.pos_ in {"NOUN", "PROPN"}:
                last = k + 1
                joined = k + 2 < end and self.doc[k + 1].lower_ in {"und", "sowie"} and (purpose or parties)
                if not joined and not (k + 1 < end and self.doc[k + 1].tag_ == "NE"):
                    break
                k += 2 if joined else 1
                continue
            if word.pos_ not in {"ADJ", "DET", "NUM"}:
                break
            k += 1
        return last

    def _left_edge(self, token: Token) -> int:
        return token.left_edge.i

    def _right_edge(self, token: Token, end: int) -> int:
        """Return the end of a complement, without clauses, prepositional phrases and appositions behind it."""
        edge = token.i + 1
        name = self.by_token.get(token.i)
        if name is not None:
            edge = max(edge, name.end)
        for child in token.children:
            if child.i < edge or child.i >= end:
                continue
            genitive = child.dep_ == "nmod" and not any(c.dep_ == "case" for c in child.children)
            if child.dep_ in {"conj", "flat", "flat:name"} or genitive:
                inner = self._right_edge(child, end)
                listed = child.dep_ == "conj" and child.i in self.by_token and token.i in self.by_token
                apart = {"(", ")", "–"} if listed else {",", "(", ")", "–"}
                if all(t.text not in apart for t in self.doc[edge:inner]):
                    edge = max(edge, inner)
        return edge

    def _number(self, token: Token, known: Noun, start: int) -> str:
        if known.number:
            return known.number
        before_head = {t.lower_ for t in self.doc[start : token.i]}
        if before_head & words("quantity") or any(
            t.pos_ == "NUM" and t.lower_ != "ein" for t in self.doc[start : token.i]
        ):
            return "p"
        before = self.doc[start - 1] if start > 0 else None
        if before is not None and before.lower_ in {
            "ein",
            "eine",
            "einen",
            "einem",
            "einer",
            "eines",
            "das",
            "dem",
            "des",
            "im",
            "zum",
            "vom",
            "beim",
        }:
            return "s"
        values = token.morph.get("Number")
        return "p" if (values and values[0] == "Plur") or (token.tag_ == "NE" and _is_several(token)) else "s"

    def _gender(self, token: Token, known: Noun) -> str:
        if known.gender in {"m", "f", "n"}:
            return known.gender
        values = token.morph.get("Gender")
        gender = {"Masc": "m", "Fem": "f", "Neut": "n"}.get(values[0], "") if values else ""
        return "" if gender == "n" and known.layer == PERSON else gender

    def _definite(self, token: Token, start: int, first: int) -> bool:
        if start > first:
            before = self.doc[start - 1]
            if before.lower_ in _DEFINITE | _POINTING or before.tag_ in {"PPOSAT", "APPRART", "PDAT"}:
                return True
            owner = self.by_token.get(before.i)
            if owner is not None and owner.words[-1].endswith("s") and owner.layer != "person":
                return True
        return any(t.lower_ in {"beide", "beiden", "beider"} for t in self.doc[start : token.i])


def _is_several(token: Token) -> bool:
    """Whether a word is by itself the subject of a plural verb (`Reeder beraten`), which no name of one person is."""
    if token.dep_ != "nsubj" or token.ent_type_ or any(c.dep_ in {"conj", "flat"} for c in token.children):
        return False
    form = finite(token.head)
    return form is not None and "Plur" in form.morph.get("Number")
