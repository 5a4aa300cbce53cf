"""Joining names: one entity for everything that is named, by surname, by known name, by acronym in brackets."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize

from newsmodel.model import ActorKind
from newsmodel.parsers.actors.bodies import body, without_legal_form
from newsmodel.parsers.actors.drafts import Draft, Entity
from newsmodel.parsers.actors.nouns import noun
from newsmodel.parsers.actors.places import by_adjective, country

if TYPE_CHECKING:
    from newsmodel.parsers.tokens import Doc

_KINDS = {
    "person": ActorKind.PERSON,
    "body": ActorKind.ORGANIZATION,
    "misc": ActorKind.ORGANIZATION,
    "country": ActorKind.COUNTRY,
    "place": ActorKind.COUNTRY,
    "group": ActorKind.GROUP,
}
_PARTICLES = ("al-", "el-", "as-", "asch-", "ad-", "an-", "ar-")
_NAMESAKES = 20
"""How many people of one surname are told apart."""
_LONGEST_SHORT_NAME = 3
_SHORTEST_SHORT_NAME = 3
_APOSTROPHES = str.maketrans("", "", "'’´`")
_UMLAUTS = frozenset("äöüÄÖÜ")
_ENDINGS = ("en", "er", "es", "em", "e", "n", "s")


class NameLinker:
    """Joins the names of one dispatch to entities."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.entities: list[Entity] = []
        self._by_key: dict[str, Entity] = {}
        self._by_surname: dict[str, list[Entity]] = {}
        self._by_name_part: dict[str, list[Entity]] = {}
        self._by_first_words: dict[str, list[Entity]] = {}

    def link(self, names: list[Draft]) -> list[Entity]:
        """Give every draft its entity; full names of persons first, so that a surname finds its person.

        Args:
            names: drafts in text order.

        Returns:
            The entities in the order of their making; their drafts in text order.
        """
        for draft in names:
            if draft.entry is not None:
                self._own(draft)
        people = [d for d in names if d.layer == "person" and d.entity is None]
        for draft in people:
            if len(draft.words) > 1:
                self._full_name(draft)
        for draft in people:
            if draft.entity is None:
                self._single_name(draft)
        brackets = self._acronyms(names)
        for draft in names:
            if draft.entity is None and draft.layer != "person":
                self._body(draft, brackets.get(draft.start))
        for entity in self.entities:
            entity.drafts.sort(key=lambda d: d.start)
        return self.entities

    def country(self, name: str) -> Entity | None:
        """Return the entity of a country by its usual name, if the dispatch has one."""
        return self._by_key.get("country " + name)

    def make_country(self, name: str) -> Entity:
        """Return the entity of a country, made if there is none yet."""
        found = self.country(name)
        if found is None:
            place = country(name)
            found = Entity(kind=ActorKind.COUNTRY, sort="country", name=name, country=place)
            if place is not None:
                found.gender, found.number = ("", "p") if place.gender == "p" else (place.gender, "s")
            self._by_key["country " + name] = found
            self.entities.append(found)
        return found

    def body(self, name: str) -> Entity | None:
        """Return the entity of a body by any name the dispatch or the tables know."""
        known = body(name)
        return self._by_key.get("body " + (known.name.lower() if known is not None else key_of((name,))))

    def make_body(self, name: str) -> Entity:
        """Return the entity of a body, made if there is none yet."""
        found = self.body(name)
        if found is None:
            known = body(name)
            key = "body " + (known.name.lower() if known is not None else key_of((name,)))
            found = Entity(
                kind=ActorKind.ORGANIZATION, sort=known.sort if known else "", name=known.name if known else name
            )
            self._by_key[key] = found
            self.entities.append(found)
        return found

    def _new(self, draft: Draft) -> Entity:
        entity = Entity(kind=_KINDS[draft.layer], sort=draft.sort, number=draft.number or "s")
        self.entities.append(entity)
        return entity

    def _own(self, draft: Draft) -> None:
        entry = draft.entry
        assert entry is not None  # noqa: S101  (only called for those)
        key = "own " + entry.name
        entity = self._by_key.get(key)
        if entity is None:
            entity = self._new(draft)
            entity.kind, entity.name, entity.wikidata = entry.kind, entry.name, entry.wikidata
            self._by_key[key] = entity
            if entry.kind is ActorKind.PERSON:
                self._index_person(entity, tuple(entry.name.split()))
            else:
                self._by_key.setdefault("body " + key_of(tuple(entry.name.split())), entity)
        entity.take(draft)

    def _index_person(self, entity: Entity, words: tuple[str, ...]) -> None:
        for form in _surname_forms(words[-1]):
            bucket = self._by_surname.setdefault(form, [])
            if len(bucket) < _NAMESAKES and entity not in bucket:
                bucket.append(entity)
        for word in words[:-1]:
            bucket = self._by_name_part.setdefault(word, [])
            if len(bucket) < _NAMESAKES and entity not in bucket:
                bucket.append(entity)

    def _full_name(self, draft: Draft) -> None:
        given = set(draft.words[:-1])
        for form in _lookup_forms(draft.words[-1]):
            for entity in self._by_surname.get(form, ())[:_NAMESAKES]:
                others = set(name_words(entity)[:-1])
                if given <= others or others <= given or _initials(given, others):
                    entity.take(draft)
                    self._index_person(entity, draft.words)
                    return
        entity = self._new(draft)
        entity.take(draft)
        self._index_person(entity, draft.words)

    def _single_name(self, draft: Draft) -> None:
        word = draft.words[0]
        candidates: list[Entity] = []
        for form in _lookup_forms(word):
            candidates = self._by_surname.get(form, [])
            if candidates:
                break
        if not candidates:
            candidates = self._by_name_part.get(word, []) or (
                self._by_name_part.get(word[:-1], []) if word.endswith("s") else []
            )
            if len(candidates) > 1:
                candidates = []
        chosen = _nearest(candidates, draft)
        if chosen is None:
            chosen = self._new(draft)
            self._index_person(chosen, (word,))
        chosen.take(draft)

    def _acronyms(self, names: list[Draft]) -> dict[int, Draft]:
        """Return, for a name in brackets directly behind another body's name, that other name, both ways."""
        found = {}
        for before, draft in pairwise(names):
            if before.layer not in {"body", "misc", "place"} or draft.layer not in {"body", "misc", "place"}:
                continue
            gap = [t.text for t in self.doc[before.end : draft.start]]
            closing = draft.end < len(self.doc) and self.doc[draft.end].text in {")", "“", '"'}
            if (
                gap in (["("], ["“", "("], ['"', "("], ["»", "("])
                and closing
                and _abbreviates(draft.words, before.words)
            ):
                found[draft.start] = before
        return found

    def _body(self, draft: Draft, long_form: Draft | None) -> None:
        if draft.layer == "country" or (draft.layer == "place" and draft.country is not None):
            if draft.country is not None:
                self.make_country(draft.country.name).take(draft)
                return
        known = body(" ".join(draft.words))
        key = "body " + (known.name.lower() if known is not None else key_of(draft.words))
        entity = self._by_key.get(key)
        if long_form is not None and long_form.entity is not None:
            entity = long_form.entity
        if entity is None and known is None and draft.layer in {"body", "misc"}:
            entity = self._shortened(key)
        if entity is None:
            entity = self._new(draft)
        self._by_key.setdefault(key, entity)
        if known is None and draft.layer == "body":
            self._index_body(key, entity)
        entity.take(draft)

    def _index_body(self, key: str, entity: Entity) -> None:
        parts = key.split()
        for size in range(1, min(len(parts), _LONGEST_SHORT_NAME + 1)):
            bucket = self._by_first_words.setdefault(" ".join(parts[:size]), [])
            if len(bucket) < _NAMESAKES and entity not in bucket:
                bucket.append(entity)

    def _shortened(self, key: str) -> Entity | None:
        """Return the one body of which a name is the first words (`Skoda` after `Skoda Auto`), None if it is not one."""
        if len(key) < _SHORTEST_SHORT_NAME or noun(key.title()) is not None or by_adjective(key.title()) is not None:
            return None
        found = self._by_first_words.get(key, [])
        return found[0] if len(found) == 1 else None


def name_words(entity: Entity) -> tuple[str, ...]:
    """Return the words of the longest name of an entity so far."""
    return entity.longest or tuple(entity.name.split())


def key_of(words: tuple[str, ...]) -> str:
    """Return what is equal for the case forms of one name: no endings of adjectives, no genitive s, no legal form."""
    words = tuple(_folded(word) for word in without_legal_form(words))
    parts = []
    for i, word in enumerate(words):
        lower = word.lower()
        last = i == len(words) - 1
        if not last and (
            by_adjective(word) is not None
            or lower.endswith(
                (
                    "ischen",
                    "ische",
                    "ischer",
                    "isches",
                    "lichen",
                    "liche",
                    "licher",
                    "liches",
                    "alen",
                    "ale",
                    "aler",
                    "ales",
                )
            )
        ):
            lower = next((lower.removesuffix(e) for e in _ENDINGS if lower.endswith(e)), lower)
        elif last and len(words) > 1 and lower.endswith(("en", "ern")):
            lower = lower.removesuffix("n")
        elif last or i == 0:
            for end in ("es", "s"):
                if len(lower) > 4 and lower.endswith(end) and not lower.endswith(("ss", "us", "is", "as", "os")):
                    lower = lower.removesuffix(end)
                    break
        parts.append(lower.removesuffix("-konzern").removesuffix("-partei") if last else lower)
    return " ".join(parts).replace("-", " ")


def _folded(word: str) -> str:
    """Return a word without apostrophes and foreign accents (`Škoda`: `Skoda`); umlauts stay, they tell words apart."""
    if word.isascii() and "'" not in word and "`" not in word:
        return word
    plain = "".join(c if c in _UMLAUTS else normalize("NFD", c)[0] for c in normalize("NFC", word))
    return plain.translate(_APOSTROPHES) or word


def _surname_forms(word: str) -> set[str]:
    lower = word.lower()
    forms = {lower}
    for particle in _PARTICLES:
        if lower.startswith(particle):
            forms.add(lower.removeprefix(particle))
    return forms


def _lookup_forms(word: str) -> list[str]:
    lower = word.lower().rstrip("'’")
    forms = [lower]
    if lower.endswith("s"):
        forms.append(lower[:-1])
    for particle in _PARTICLES:
        if lower.startswith(particle):
            forms += [form.removeprefix(particle) for form in forms[:2]]
    return forms


def _initials(one: set[str], other: set[str]) -> bool:
    return any(a.endswith(".") and any(b.startswith(a[0]) for b in other) for a in one) or any(
        b.endswith(".") and any(a.startswith(b[0]) for a in one) for b in other
    )


def _nearest(candidates: list[Entity], draft: Draft) -> Entity | None:
    """Return the person named last before a mention, of fitting gender; the first to come if none was."""
    gender = draft.gender
    fitting = [
        e
        for e in candidates[:_NAMESAKES]
        if not (gender in {"m", "f"} and e.gender in {"m", "f"} and e.gender != gender)
    ]
    before = [e for e in fitting if e.drafts and e.drafts[0].start < draft.start]
    if before:
        return max(before, key=lambda e: max((d.start for d in e.drafts[-40:] if d.start < draft.start), default=-1))
    return fitting[0] if fitting else None


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if len(short) > 1:
        return len(long) > 2
    word = short[0]
    if sum(c.isupper() for c in word) > 1 and any(w[0].lower() == word[0].lower() for w in long):
        return len(" ".join(long)) > len(word)
    if len(long) == 1 and len(long[0]) <= len(word):
        return False
    letters = [c.lower() for c in word if c.isalpha()]
    text = " ".join(long).lower()
    at = 0
    for letter in letters:
        at = text.find(letter, at)
        if at < 0:
            return False
        at += 1
    return text[0] == letters[0] if letters else False
