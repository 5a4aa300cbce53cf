"""The canonical name of an actor: its fullest proper name, or the head phrase in the nominative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.model import ActorKind
from newsmodel.parsers.actors.bodies import body
from newsmodel.parsers.actors.context import words
from newsmodel.parsers.actors.nouns import BODY, noun, readings
from newsmodel.parsers.actors.sentences import opens
from newsmodel.parsers.grammar import preposition

if TYPE_CHECKING:
    from newsmodel.parsers.actors.drafts import Draft, Entity
    from newsmodel.parsers.tokens import Doc, Token

_DATIVE = frozenset({"aus", "bei", "gegenüber", "mit", "nach", "seit", "von", "zu"})
_SIBILANTS = ("ss", "ß", "x", "z", "us", "is", "as", "os")
_ADJECTIVE_ENDINGS = ("en", "er", "es", "em", "e")
_DECLINED = ("ischen", "ische", "ischer", "isches", "lichen", "liche", "alen", "ale", "aler", "ales", "ten", "ßen")
_LOOKED_AT = 12
_PRONOUNS = frozenset({"einig", "mehrer", "viel", "beid", "all", "manch", "wenig", "zahlreich"})


def name_of(entity: Entity, doc: Doc) -> str:
    """Return the name of an entity.

    Bodies and people keep the longest name that the dispatch uses, in the nominative; a country has its usual German
    short name.
    """
    if entity.name:
        return entity.name
    names = [d for d in entity.drafts if d.noun is None]
    if names:
        return _proper(entity, names, doc)
    best = max(entity.drafts[:_LOOKED_AT], key=lambda d: (d.end - d.start, len(d.head.text), -d.start))
    return nominal_name(best, doc)


def _proper(entity: Entity, names: list[Draft], doc: Doc) -> str:
    real = [d for d in names if d.words[0] not in words("nickname")] or names
    best = max(real, key=lambda d: (len(d.words), len(" ".join(d.words).rstrip("s"))))
    text = " ".join(best.words)
    plain = {" ".join(d.words) for d in real if len(d.words) == len(best.words)}
    if (text.endswith("s") and (text[:-1] in plain or _is_genitive(best, real))) or (
        text[-1] == "n" and text[:-1] in plain
    ):
        text = text[:-1]
    if entity.kind is not ActorKind.ORGANIZATION:
        return text
    known = body(text)
    if known is not None and known.name != text and _inflects(text, known.name):
        text = known.name
    last = noun(best.words[-1], BODY)
    gender = last.gender if last is not None else best.gender
    region = next((doc[d.start] for d in real if d.words == best.words and doc[d.start].text != d.words[0]), None)
    if region is not None and region.tag_ == "ADJA":
        ending = {"m": "er", "f": "e", "n": "es", "p": "e"}.get(gender, "e")
        return f"{_adjective(region, ending)} {text}"
    return _nominative(text, gender)


def _inflects(text: str, name: str) -> bool:
    """Whether a text is another case of a name (`Grünen`: `Grüne`, `Deutschen Bahn`: `Deutsche Bahn`)."""
    said, others = text.split(), name.split()
    pairs = list(zip(said, others, strict=False))
    return len(said) == len(others) and all(
        a[:4].lower() == b[:4].lower() and abs(len(a) - len(b)) < 3 for a, b in pairs
    )


def _is_genitive(draft: Draft, names: list[Draft]) -> bool:
    last = draft.words[-1]
    if last.endswith(_SIBILANTS) or not last.endswith("s") or len(last) < 4:
        return False
    others = [d for d in names if d.words[-1] == last and d is not draft]
    return all("Gen" in d.head.morph.get("Case") for d in [draft, *others])


def _nominative(text: str, gender: str) -> str:
    """Return a name of several words with its first adjectives in the strong nominative (`Deutscher Bundestag`)."""
    ending = {"m": "er", "f": "e", "n": "es", "p": "e"}.get(gender)
    parts = text.split()
    if ending is None or len(parts) < 2:
        return text
    for i, word in enumerate(parts[:-1]):
        if not (word[0].isupper() and word.endswith(_DECLINED)):
            break
        parts[i] = _stem(word) + ending
    return " ".join(parts)


def _stem(adjective: str) -> str:
    return next(adjective.removesuffix(e) for e in _ADJECTIVE_ENDINGS if adjective.endswith(e))


def nominal_name(draft: Draft, doc: Doc) -> str:
    """Return the phrase of a nominal mention in the nominative, without the number of a crowd."""
    head = draft.head
    behind = head.whitespace_ + doc.span(head.i + 1, draft.end).text if draft.end > head.i + 1 else ""
    ending = "e" if draft.number == "p" else {"m": "er", "f": "e", "n": "es"}.get(draft.gender, "e")
    before = [_adjective(t, ending) for t in doc[draft.start : head.i] if not t.is_space and not _is_crowd(t)]
    return " ".join([*before, _base_form(draft)]) + behind


def _is_crowd(token: Token) -> bool:
    return token.lower_.endswith(("tausende", "tausenden", "hunderte", "hunderten")) and token.text[0].isupper()


def _adjective(token: Token, ending: str) -> str:
    text = token.text
    if opens(token) and token.tag_ in {"PIAT", "PIDAT", "CARD"}:
        text = text.lower()
    place = text[0].isupper() and text.endswith("er") and not opens(token)  # `Hamburger` has one form
    declined = token.tag_ in {"ADJA", "PIAT", "PIDAT"} and text[0].isalpha() and text.endswith(_ADJECTIVE_ENDINGS)
    if place or not declined or (token.tag_ != "ADJA" and _stem(text).lower() not in _PRONOUNS):
        return text
    return _stem(text) + ending


def _base_form(draft: Draft) -> str:
    """Return the head in the nominative: a plural without a dative n, a singular by its base."""
    text, known = draft.head.text, draft.noun
    if known is None or (draft.gender == "f" and known.gender == "f"):
        return text
    if known.gender == "a":
        word = known.base.capitalize() if not known.before or known.before.endswith("-") else known.base
        return known.before + word + ("r" if draft.number == "s" and draft.gender == "m" else "")
    if draft.number == "p":
        article = draft.head.doc[draft.start - 1] if draft.start else draft.head
        # `den Helfern`: of plurals, only the dative has such an article
        told = "Dat" in draft.head.morph.get("Case") or preposition(draft.head) in _DATIVE
        told = told or (article.pos_ == "DET" and article.lower_.endswith("en"))
        dative = text.endswith("n") and told
        plain = any(n.number != "s" and n.base == known.base for n in readings(text[:-1])) if dative else False
        return text[:-1] if plain and not text.lower().endswith(known.base) else text
    for end in ("es", "s", "en", "n"):
        if text.lower().endswith(known.base + end):
            return text[: len(text) - len(end)]
    return text
