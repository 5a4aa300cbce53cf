"""Titles and functions around a person's name: before it, in apposition on either side, in brackets, as predicate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsmodel.parsers.actors.bodies import body
from newsmodel.parsers.actors.context import words
from newsmodel.parsers.actors.drafts import Draft, Title
from newsmodel.parsers.actors.nouns import BODY, PERSON, Noun, noun
from newsmodel.parsers.actors.places import by_adjective, country
from newsmodel.parsers.actors.sentences import opens

if TYPE_CHECKING:
    from newsmodel.parsers.actors.sentences import Sentences
    from newsmodel.parsers.tokens import Doc, Token

_WINDOW = 14
_QUALIFIERS = re.compile(
    r"(?:ehemalig|früher|stellvertretend|erst|zweit|dritt|parlamentarisch|geschäftsführend|designiert|vorsitzend|leitend|nationale?"
    r"|\w+politisch|kaufmännisch|technisch|amtierend)(?:e|er|en|em|es)?"
)
_LEFT_OUT = re.compile(r"amtierend\w*")
_AGE = re.compile(r"\d{1,3}")


class TitleFinder:
    """Finds titles of the persons of one dispatch; knows which token belongs to which name."""

    def __init__(self, doc: Doc, names: list[Draft], sentences: Sentences) -> None:
        self._sentences = sentences
        self.doc = doc
        self.by_token = {i: d for d in names for i in range(d.start, d.end)}
        self.used: set[int] = set()
        self._names = names
        self._surnames = {d.words[-1] for d in names if d.layer == "person" and len(d.words) > 1}

    def find(self) -> None:
        """Add titles to the drafts of persons; `used` holds the tokens that are titles of a named person."""
        for draft in self._names:
            if draft.layer != "person":
                continue
            first = self._sentences.start(draft.start)
            self._in_front(draft, first)
            if not draft.titles:
                self._before_comma(draft, first)
            self._behind(draft, self._sentences.end(draft.start))
            self._predicates(draft)

    def _in_front(self, draft: Draft, first: int) -> None:
        i = draft.start - 1
        if i >= first and self.doc[i].text in {"„", "“", '"', "«", "»"}:
            i -= 1
        if i < first:
            return
        token = self.doc[i]
        before = self.by_token.get(i - 1)
        if token.lower_ in {"und", "sowie"} and before is not None and before.layer == "person":
            for title in before.titles:
                if self._is_plural(title):
                    draft.titles.append(title)
            return
        self._title_at(draft, i, first)

    def _is_plural(self, title: Title) -> bool:
        """Whether a title stands in the plural: by its form, its article, or its features."""
        if title.noun is None or title.tokens is None:
            return False
        first, last = title.tokens
        article = self.doc[first - 1].lower_ if first else ""
        masculine = title.noun.gender == "m" and article in {"die", "beiden"}
        return title.noun.number == "p" or masculine or "Plur" in self.doc[last].morph.get("Number")

    def _title_at(self, draft: Draft, i: int, first: int) -> None:
        """Take the title whose noun is token i, and one joined to it by `und`."""
        token = self.doc[i]
        if _owns(draft, token) or self._is_genitive_of_surname(draft):
            return
        known = noun(token.text, PERSON)
        if token.tag_ in {"VVFIN", "ADV"} or known is None or i in self.by_token:
            if known is None:
                self._complemented(draft, i, first)
            return
        if known.sort == "address":
            draft.gender = draft.gender or known.gender
            self._title_at(draft, i - 1, first) if i > first and noun(self.doc[i - 1].text, PERSON) else None
            return
        self._accept(draft, i, first, known)
        self._joined(draft, i, first)

    def _is_genitive_of_surname(self, draft: Draft) -> bool:
        """Whether a word is a surname of the dispatch with a genitive s (`Nachfolger Holms`, by `Karl Holm`)."""
        word = draft.words[-1]
        one = len(draft.words) == 1 and word.endswith("s")
        return one and word not in self._surnames and word[:-1] in self._surnames

    def _joined(self, draft: Draft, i: int, first: int) -> None:
        """`Bürgermeister und Justizsenator X`: the first of two titles."""
        start = draft.titles[-1].tokens[0] if draft.titles and draft.titles[-1].tokens else i
        if start - 2 >= first and self.doc[start - 1].lower_ == "und":
            other = noun(self.doc[start - 2].text, PERSON)
            if other is not None and other.titular and start - 2 not in self.by_token:
                self._accept(draft, start - 2, first, other)

    def _accept(
        self, draft: Draft, i: int, first: int, known: Noun, until: int | None = None, *, describes: bool = True
    ) -> None:
        self.used.add(i)
        if known.sort in {"human", "kin", "address"}:
            draft.gender = draft.gender or (known.gender if known.gender in {"m", "f"} else "")
            if known.sort != "address":
                draft.titles.append(Title(tokens=None, noun=known))
            return
        draft.titles.append(self._title(i, first, known, until))
        gender = known.gender if known.gender in {"m", "f"} else _adjective_gender(self.doc[i])
        if known.number != "p" and describes:
            draft.gender = draft.gender or gender

    def _title(self, i: int, first: int, known: Noun, until: int | None) -> Title:
        start = i
        title = Title(tokens=None, noun=known)
        k = i - 1
        while k >= first and (
            self.doc[k].pos_ == "ADJ"
            or self.doc[k].tag_ in {"ADJA", "CARD"}
            or _QUALIFIERS.fullmatch(self.doc[k].lower_)
        ):
            word = self.doc[k]
            self.used.add(k)
            title.country = title.country or by_adjective(word.text)
            qualifies = _QUALIFIERS.fullmatch(word.lower_) and not _LEFT_OUT.fullmatch(word.lower_)
            capital = word.text[0].isupper() and not opens(word) and by_adjective(word.text) is None
            if start == k + 1 and (qualifies or capital):
                start = k
            k -= 1
        title.tokens = (start, until if until is not None else i)
        self._owner_before(title, k, first)
        self._body_in_compound(title, i)
        self._owner_behind(title, i)
        return title

    def _owner_before(self, title: Title, k: int, first: int) -> None:
        """`Israels Regierungschef`, `Bayerns Umweltminister`."""
        if k < first:
            return
        owner = self.by_token.get(k)
        if (
            owner is not None
            and owner.layer in {"country", "body", "place"}
            and owner.end == k + 1
            and _genitive(owner)
        ):
            title.draft = owner

    def _owner_behind(self, title: Title, i: int) -> None:
        """`Präsident des Bundesverfassungsgerichts`, `Chef von Siemens`."""
        sentence_end = self._sentences.end(i)
        k = i + 1
        if k < sentence_end and self.doc[k].lower_ in {"des", "der", "vom", "von", "beim", "bei", "im", "in"}:
            k += 1
            while (
                k < sentence_end
                and (self.doc[k].pos_ in {"ADJ", "DET"} or self.doc[k].text in {"„", '"', "«", "»"})
                and k not in self.by_token
            ):
                k += 1
            owner = self.by_token.get(k)
            if owner is not None and owner.layer in {"country", "body"}:
                title.draft = owner

    def _body_in_compound(self, title: Title, i: int) -> None:
        at = 0
        text = self.doc[i].text
        for prefix in text.split("-")[:-1]:
            place = country(prefix)
            if place is not None:
                title.country = place
            elif body(prefix) is not None or (prefix.isupper() and len(prefix) > 1):
                title.prefix = (prefix, self.doc[i].idx + at)
            at += len(prefix) + 1

    def _complemented(self, draft: Draft, i: int, first: int) -> None:
        """`der Minister für Bergbau X`: the noun stands some words before the name, nothing but its complement between."""
        if self.doc[i].pos_ != "ADP":  # `die Kandidatin unter X` is not X
            self._scan_back(draft, i, first)

    def _before_comma(self, draft: Draft, first: int) -> None:
        """`der Präsident des Gerichts, X,`."""
        i = draft.start - 1
        if i > first and self.doc[i].text == ",":
            i -= 1
            if self.doc[i].text == ")" and self.doc[max(first, i - 2)].text == "(":
                i -= 3
            self._scan_back(draft, i, first)

    def _scan_back(self, draft: Draft, i: int, first: int) -> None:
        stop = max(first, i - _WINDOW)
        k = i
        while k >= stop:
            token = self.doc[k]
            if token.text in {",", ";", ":", "(", ")"} or token.pos_ in {"VERB", "AUX", "PRON", "SCONJ"}:
                return
            if k in self.by_token and self.by_token[k].layer == "person":
                return
            known = noun(token.text, PERSON)
            if known is not None and known.titular and token.pos_ == "NOUN" and k not in self.by_token:
                if known.number == "p" or "Plur" in token.morph.get("Number"):
                    return
                owner = self.by_token.get(k + 1)
                owned = owner is not None and _genitive(owner)
                if (
                    k < i
                    and not owned
                    and self.doc[k + 1].pos_ != "ADP"
                    and self.doc[k + 1].lower_ not in {"des", "der"}
                ):
                    return
                until = self._complement_end(k, i + 1) if k < i else None
                self._accept(draft, k, first, known, until)
                self._joined(draft, k, first)
                return
            k -= 1

    def _behind(self, draft: Draft, end: int) -> None:
        k = draft.end
        if k < end and self.doc[k].text == "(":
            k = self._bracket(draft, k, end)
        if k < end and self.doc[k].lower_ in {"von", "vom"}:
            self._affiliation(draft, k + 1, end)
        if k < end and self.doc[k].text == ",":
            self._apposition(draft, k + 1, end)

    def _bracket(self, draft: Draft, k: int, end: int) -> int:
        at = k + 1
        while at < min(end, k + 8) and self.doc[at].text != ")":
            inside = self.by_token.get(at)
            if inside is not None and inside.layer == "body":
                draft.titles.append(Title(tokens=None, draft=inside))
            elif _AGE.fullmatch(self.doc[at].text) and self.doc[at - 1].text in {"(", ",", "/"}:
                draft.age = int(self.doc[at].text)
            at += 1
        return at + 1

    def _affiliation(self, draft: Draft, k: int, end: int) -> None:
        while (
            k < end
            and (self.doc[k].pos_ in {"DET", "ADJ"} or self.doc[k].text in {"„", '"', "«", "»"})
            and k not in self.by_token
        ):
            k += 1
        owner = self.by_token.get(k)
        if owner is None and k < end and noun(self.doc[k].text, BODY) is not None:
            owner = self.by_token.get(k + 1)
        if owner is not None and owner.layer == "body":
            draft.titles.append(Title(tokens=None, draft=owner))

    def _apposition(self, draft: Draft, k: int, end: int) -> None:
        start = k
        while k < end and k - start < 5 and self.doc[k].pos_ in {"DET", "ADJ"} and k not in self.by_token:
            if self.doc[k].tag_ in {"PRELS", "PRELAT"}:
                return
            k += 1
        if k < end and k in self.by_token and _genitive(self.by_token[k]):
            k = self.by_token[k].end
            while k < end and self.doc[k].pos_ == "ADJ":
                k += 1
        if k >= end or k in self.by_token:
            return
        token = self.doc[k]
        known = noun(token.text, PERSON)
        if known is None or not known.titular or token.pos_ not in {"NOUN", "PROPN"}:
            return
        following = self.by_token.get(k + 1)
        if following is not None and following.layer == "person":
            return
        if token.dep_.startswith("nsubj") and "Nom" in token.morph.get("Case") and not self._closes(k, end):
            return
        until = self._complement_end(k, end)
        self._accept(draft, k, start, known, until)

    def _closes(self, k: int, end: int) -> bool:
        return any(self.doc[j].text in {",", ")", "."} for j in range(k + 1, min(end, k + 8)))

    def _complement_end(self, k: int, end: int) -> int | None:
        """Return the last token of what completes a title: `für Bergbau und Verkehr`, `von Kiel` (no actor)."""
        if k + 2 > end:
            return None
        if self.doc[k + 1].lower_ == "von" and k + 2 < end:
            place = self.by_token.get(k + 2)
            state = place is not None and place.country is not None and place.layer == "country"
            return place.end - 1 if place is not None and place.layer in {"place", "country"} and not state else None
        if self.doc[k + 1].lower_ != "für":
            return None
        j = k + 2
        while j < end and j - k < _WINDOW and self.doc[j].pos_ in {"NOUN", "PROPN", "ADJ", "DET", "CCONJ"}:
            j += 1
        return j - 1 if self.doc[j - 1].pos_ in {"NOUN", "PROPN"} else None

    def _predicates(self, draft: Draft) -> None:
        """`X ist Professor`, `X wurde zum Sprecher gewählt`, `X tritt als Chefin zurück`."""
        head = draft.head
        if head.dep_.lower() not in {"nsubj", "nsubj:pass", "obj"}:
            return
        governor = head.head
        if governor.pos_ == "NOUN" and any(c.dep_ == "cop" for c in governor.children):
            self._predicate(draft, governor)
            return
        for child in governor.children:
            if child.pos_ != "NOUN" or child.i in self.by_token:
                continue
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), "")
            appointed = case in {"zum", "zur"} and governor.lemma_ in words("appointing")
            if appointed or case == "als":
                self._predicate(draft, child)

    def _predicate(self, draft: Draft, token: Token) -> None:
        known = noun(token.text, PERSON)
        if known is None or not known.titular or known.number == "p" or token.i in self.used:
            return
        if any(c.lower_.startswith("kein") or c.lower_ == "nicht" for c in token.children):
            return
        self._accept(draft, token.i, self._sentences.start(token.i), known, describes=False)


def _owns(draft: Draft, token: Token) -> bool:
    """`Nachfolger Merkels`: the name is a genitive of the noun, not its bearer."""
    return (
        len(draft.words) == 1
        and draft.words[0].endswith("s")
        and draft.head.head.i == token.i
        and "Gen" in draft.head.morph.get("Case")
        and "Gen" not in token.morph.get("Case")
    )


def _genitive(draft: Draft) -> bool:
    return draft.words[-1].endswith(("s", "'", "’")) or "Gen" in draft.head.morph.get("Case")


def _adjective_gender(token: Token) -> str:
    values = token.morph.get("Gender")
    return {"Masc": "m", "Fem": "f"}.get(values[0], "") if values else ""
