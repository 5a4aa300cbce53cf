"""Names that the pipeline missed, cut wrongly or read differently in different sentences of one dispatch."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsmodel.parsers.actors.bodies import body
from newsmodel.parsers.actors.context import words
from newsmodel.parsers.actors.name_drafts import QUOTES, is_name_token, name_draft
from newsmodel.parsers.actors.people import gender_of_name
from newsmodel.parsers.actors.places import by_adjective, capital_of, country
from newsmodel.parsers.actors.sentences import near_start, opens

if TYPE_CHECKING:
    from newsmodel.parsers.actors.drafts import Draft
    from newsmodel.parsers.reading import Reading
    from newsmodel.parsers.tokens import Doc, Token


_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})


def seen_elsewhere(reading: Reading, found: list[Draft], taken: set[int]) -> list[Draft]:
    """Further occurrences of names that the pipeline found once and missed elsewhere."""
    doc = reading.doc
    words: dict[str, str] = {}
    surnames: set[str] = set()
    for draft in found:
        if draft.layer == "person":
            words.setdefault(draft.words[-1], "person")
            if len(draft.words) > 1:
                surnames.add(draft.words[-1])
        elif draft.layer == "body" and len(draft.words) == 1:
            words.setdefault(draft.words[0], "body")
    extra = []
    for sentence in reading.sentences:
        for token in sentence:
            text = token.text
            layer = words.get(text) or (words.get(text[:-1]) if text.endswith("s") else None)
            if layer is None or len(text) <= 2 or token.i in taken or country(text) is not None:
                continue
            if is_name_token(token) or _is_surname(token, surnames, sentence.start):
                taken.add(token.i)
                extra.append(name_draft(doc, token.i, token.i + 1, layer))
    return extra


def _is_surname(token: Token, surnames: set[str], first: int) -> bool:
    """Whether a word read as a common one is the surname of a person (`die Rede Bergs`, `sagte Then`)."""
    text = token.text
    if not text[0].isupper() or not (text in surnames or (text.endswith("s") and text[:-1] in surnames)):
        return False
    if token.i == first:
        known = token.pos_ == "NOUN"
        return known or (not token.is_stop and token.i + 1 < len(token.doc) and token.doc[token.i + 1].tag_ in _FINITE)
    before = token.doc[token.i - 1]
    return before.tag_ not in {"ART", "APPRART", "ADJA", "PPOSAT", "PDAT", "PIAT", "CARD"} and before.text not in QUOTES


def consistent(found: list[Draft]) -> list[Draft]:
    """Give single words one layer throughout: that of the person whose surname they are, else the most frequent."""
    votes: dict[str, Counter[str]] = {}
    surnames = {d.words[-1] for d in found if d.layer == "person" and len(d.words) > 1}
    for draft in found:
        if len(draft.words) == 1 and draft.country is None and draft.entry is None:
            votes.setdefault(_bare(draft.words[0]), Counter())[draft.layer] += 1
    for draft in found:
        if len(draft.words) != 1 or draft.entry is not None or draft.layer == "country":
            continue
        word = draft.words[0]
        if word in surnames or (word.endswith("s") and word[:-1] in surnames):
            if draft.layer in {"body", "misc"} or (draft.layer == "place" and draft.country is None):
                draft.layer, draft.sort, draft.gender = "person", "", gender_of_name(draft.words)
            continue
        count = votes.get(_bare(word))
        if count is None or len(count) == 1 or body(word) is not None:
            continue
        if draft.layer == "person" and count["place"] and count["place"] >= count["person"]:
            draft.layer = "place"
            draft.country = capital_of(word)
            continue
        best = max(count.items(), key=lambda item: (item[1], item[0]))
        if best[1] > count[draft.layer] and "place" not in count:
            draft.layer = best[0]
    return found


def named_otherwise(doc: Doc, found: list[Draft]) -> list[Draft]:
    """Leave out plural nicknames (`Liberalen`) of parties that the dispatch does not call by their name as well."""
    named = {
        known.name
        for d in found
        if (known := body(" ".join(d.words))) is not None and d.words[0] not in words("nickname")
    }
    kept = []
    for draft in found:
        known = body(" ".join(draft.words)) if draft.words[0] in words("nickname") and draft.entry is None else None
        if known is None or known.name in named:
            kept.append(_with_region(doc, draft))
    return kept


def _with_region(doc: Doc, draft: Draft) -> Draft:
    """`Hamburger SPD`, `baden-württembergische SPD`: an adjective of place belongs to the name of a branch."""
    if draft.sort in {"party", "parliament"} and not opens(doc[draft.start]) and draft.entry is None:
        before = doc[draft.start - 1]
        local = (
            before.pos_ in {"ADJ", "PROPN", "NOUN"}
            and before.tag_ == "ADJA"
            and before.text[0].isupper()
            and before.text.endswith("er")
        )
        if local or (before.tag_ == "ADJA" and by_adjective(before.text) is not None):
            draft.start -= 1
    return draft


def join_people(doc: Doc, found: list[Draft]) -> list[Draft]:
    """Join a first name and the surname directly behind it, where the pipeline took them for two people."""
    result: list[Draft] = []
    for draft in found:
        before = result[-1] if result else None
        people = before is not None and before.layer == draft.layer == "person" and before.end == draft.start
        if before is not None and people and len(before.words) == 1 and gender_of_name((*before.words, "")):
            result[-1] = name_draft(doc, before.start, draft.end, "person")
        else:
            result.append(draft)
    return result


def with_surnames(reading: Reading, found: list[Draft], taken: set[int]) -> list[Draft]:
    """Give first names the surname that the pipeline read as a common noun (`Anna Winter und Paul Winter`).

    The word behind a first name is a surname where the parser hangs it on the name, or where it stands behind another
    first name or a form of address as well.
    """
    doc = reading.doc
    firsts = {d.start: d for d in found if _is_first_name(d)}
    attested = Counter(doc[i + 1].text for i in firsts if i + 1 < len(doc))
    for sentence in reading.sentences:
        for token in sentence:
            if token.lower_ in words("address") and token.i + 1 < sentence.end:
                attested[doc[token.i + 1].text] += 1
    result = []
    for draft in found:
        i = draft.end
        behind = doc[i] if draft.start in firsts and i < len(doc) and i not in taken else None
        if behind is not None and behind.pos_ in {"NOUN", "PROPN"} and behind.text.istitle():
            if attested[behind.text] > 1 or (behind.dep_ == "flat" and behind.head.i == draft.start):
                taken.add(i)
                draft = name_draft(doc, draft.start, i + 1, "person")
        result.append(draft)
    return result


def _is_first_name(draft: Draft) -> bool:
    one = draft.layer == "person" and draft.entry is None and draft.end == draft.start + 1
    return one and bool(gender_of_name((draft.words[0], "")))


def split_people(doc: Doc, found: list[Draft]) -> list[Draft]:
    """Cut `Rajoy Zapatero` where both are surnames of people that the dispatch calls by their full names."""
    surnames = {d.words[-1] for d in found if d.layer == "person" and len(d.words) > 1}
    full = Counter(d.words[-1] for d in found if len(d.words) > 1)
    result = []
    for draft in found:
        first, last = draft.words[0], draft.words[-1]
        both = len(draft.words) == 2 and draft.layer == "person" and first in surnames
        elsewhere = both and full[last] > 1
        if elsewhere and draft.end - draft.start == 2 and not gender_of_name(draft.words):
            result += [
                name_draft(doc, draft.start, draft.start + 1, "person"),
                name_draft(doc, draft.start + 1, draft.end, "person"),
            ]
        else:
            result.append(draft)
    return result


def spelled_out(doc: Doc, found: list[Draft], taken: set[int]) -> list[Draft]:
    """Names of bodies that the pipeline missed before their acronym in brackets (`Rat für Neue Reform (RNR)`)."""
    extra = []
    for draft in found:
        word = draft.words[0]
        opened = draft.start - 1
        if len(draft.words) != 1 or opened < 1 or doc[opened].text != "(" or draft.layer == "person" or len(word) < 2:
            continue
        if draft.end >= len(doc) or doc[draft.end].text != ")" or not word[0].isupper() or country(word) is not None:
            continue
        end = opened
        while end > 0 and doc[end - 1].text in QUOTES:
            end -= 1
        start = _long_form(doc, end, word, taken)
        if start is not None:
            taken.update(range(start, end))
            extra.append(name_draft(doc, start, end, "body"))
    return extra


def _long_form(doc: Doc, end: int, acronym: str, taken: set[int]) -> int | None:
    """Return where the phrase begins that ends before a bracket and spells an acronym, None if there is none."""
    letters = [c.lower() for c in acronym if c.isupper()]
    best = None
    text = ""
    for start in range(end - 1, near_start(doc[end - 1], 12) - 1, -1):
        token = doc[start]
        if start in taken or token.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} or token.text in {"(", ")", ";", ":"}:
            break
        if token.tag_ in {"ART", "APPRART", "PPOSAT", "PDAT"} and start < end - 1 and best is not None:
            break
        if token.text in {"„", "“", '"', "«", "»", "''", "``"}:
            break
        text = token.text_with_ws.lower() + text
        if token.text[0].isupper() and token.text[0].lower() == letters[0] and _in_order(letters, text):
            best = start
    return best


def _in_order(letters: list[str], text: str) -> bool:
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if at == 0:
            return False
    return True


def _bare(word: str) -> str:
    return word.removesuffix("s")
