"""The spaCy component that runs the network on a Doc's sentences and fills in Universal Dependencies and entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TypeAlias

import numpy as np
from spacy.attrs import (  # type: ignore[import-not-found]
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    LEMMA,
    MORPH,
    POS,
    SENT_START,
    TAG,
)
from spacy.language import Language
from spacy.symbols import IDS  # type: ignore[import-not-found]
from spacy.tokens import Doc

from newsmodel.german.mood import is_first_subjunctive, is_second_subjunctive, near
from newsmodel.german.pipeline.columns import flags
from newsmodel.german.pipeline.lemmas import LemmaLexicon, Lemmatiser
from newsmodel.german.pipeline.network import Labelled, Network
from newsmodel.german.pipeline.weights_folder import weights
from newsmodel.german.pipeline.windows import Window, join, windows

FEATURES = (
    "Case", "Definite", "Degree", "Gender", "Mood", "Number", "Person",
    "Poss", "PronType", "Reflex", "Tense", "VerbForm", "Voice",
)  # fmt: skip
_MOOD, _TENSE = FEATURES.index("Mood"), FEATURES.index("Tense")
_BEGIN, _INSIDE, _OUTSIDE = 3, 1, 2
_MARKS = {"B": _BEGIN, "I": _INSIDE, "O": _OUTSIDE}
_ATTRIBUTES = [HEAD, DEP, TAG, POS, LEMMA, MORPH, ENT_IOB, ENT_TYPE]
_MARK, _KIND = _ATTRIBUTES.index(ENT_IOB), _ATTRIBUTES.index(ENT_TYPE)
_UNSIGNED = 2**64 - 1
_Row: TypeAlias = tuple[int, int, int, int, int, int, int, int]
"""What is said of a token: the `_ATTRIBUTES`."""


@cache
def _engine() -> tuple[Network, LemmaLexicon]:
    """Return what all pipelines of a process share: it depends on no vocabulary."""
    folder = weights()
    return Network(folder), LemmaLexicon(folder / "lemmas.tsv.xz")


class Annotator:
    """Fills `head`, `dep`, `tag`, `pos`, `lemma`, `morph` and `ents` of Docs whose sentence starts are set."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self._vocab = nlp.vocab
        self.network, lexicon = _engine()
        sets = self.network.label_sets
        strings = nlp.vocab.strings
        self._pos = [IDS.get(label, 0) for label in sets["upos"]]
        self._upos = sets["upos"]
        self._tags = [strings.add(label) for label in sets["xpos"]]
        self._relations = [strings.add(label) for label in sets["relation"]]
        self._root = strings.add("ROOT")
        self._space = strings.add("_SP")
        self._space_dep = strings.add("dep")
        self._entities = [(_MARKS[tag[:1]], strings.add(tag[2:]) if tag != "O" else 0) for tag in sets["entity"]]
        self._feature_sets = [[f"{name}={v}" if v != "_" else "" for v in sets[name]] for name in FEATURES]
        self._indicative, self._subjunctive = (sets["Mood"].index(mood) for mood in ("Ind", "Sub"))
        self._third = [(FEATURES.index(f), sets[f].index(v)) for f, v in (("Person", "3"), ("Number", "Sing"))]
        self._present, self._past = (sets["Tense"].index(tense) for tense in ("Pres", "Past"))
        self._morphs: dict[tuple[int, ...], int] = {}
        self._empty = int(nlp.vocab.morphology.add(""))
        self._lemmatiser = Lemmatiser(sets["lemma"], lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        return self.annotate([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Annotate a stream of Docs, sentences of like length together across Docs."""
        source = iter(stream)
        while batch := list(islice(source, batch_size)):
            yield from self.annotate(batch)

    def annotate(self, docs: list[Doc]) -> list[Doc]:
        """Annotate Docs, in place."""
        plans: list[tuple[Doc, list[str], list[Window]]] = []
        forms: list[list[str]] = []
        for doc in docs:
            texts = [t.text for t in doc]
            parts = list(windows(texts, flags(doc, SENT_START), self.network.pieces))
            plans.append((doc, texts, parts))
            forms.extend([texts[i] for i in part.words] for part in parts)
        results = iter(self.network.label(forms))
        for doc, texts, parts in plans:
            self._fill(doc, texts, join((part, next(results)) for part in parts))
        return docs

    def _fill(self, doc: Doc, texts: list[str], sentences: Iterable[tuple[tuple[int, ...], Labelled]]) -> None:
        rows: list[_Row | None] = [None] * len(texts)
        for words, labelled in sentences:
            for i, row in zip(words, self._rows([texts[i] for i in words], words, labelled), strict=True):
                rows[i] = row
        if rows:
            filled = self._with_spaces(texts, rows, flags(doc, SENT_START))
            doc.from_array(_ATTRIBUTES, np.array(filled, dtype=np.uint64))  # type: ignore[arg-type]

    def _rows(self, forms: list[str], words: tuple[int, ...], labelled: Labelled) -> Iterator[_Row]:
        """Yield what is said of each word of a sentence."""
        labels = labelled.labels
        lemmas = self._lemmatiser(forms, labels["lemma"], [self._upos[u] for u in labels["upos"]])
        features = zip(*(labels[name] for name in FEATURES), strict=True)
        add = self._vocab.strings.add
        for i, (head, relation, tag, pos, key, number) in enumerate(
            zip(
                labelled.heads,
                labelled.relations,
                labels["xpos"],
                labels["upos"],
                features,
                labels["entity"],
                strict=True,
            )
        ):
            entity, kind = self._entities[number]
            yield (
                (words[head - 1] - words[i]) & _UNSIGNED if head else 0,
                self._relations[relation] if head else self._root,
                self._tags[tag],
                self._pos[pos],
                add(lemmas[i]),
                self._morph(self._moody(forms, lemmas, i, key)),
                entity,
                kind,
            )

    def _moody(self, forms: list[str], lemmas: list[str], i: int, key: tuple[int, ...]) -> tuple[int, ...]:
        """Return the features of a word, an indicative turned where its form can only be a subjunctive."""
        if key[_MOOD] != self._indicative:
            return key
        form = forms[i]
        if is_second_subjunctive(form):
            changed = {_MOOD: self._subjunctive, _TENSE: self._past}
        elif self._is_third(key) and is_first_subjunctive(form, lemmas[i], near(forms, i)):
            changed = {_MOOD: self._subjunctive, _TENSE: self._present}
        else:
            return key
        return tuple(changed.get(at, value) for at, value in enumerate(key))

    def _is_third(self, key: tuple[int, ...]) -> bool:
        return all(key[at] == value for at, value in self._third)

    def _morph(self, key: tuple[int, ...]) -> int:
        known = self._morphs.get(key)
        if known is None:
            found = (values[i] for values, i in zip(self._feature_sets, key, strict=True))
            known = self._morphs[key] = int(self._vocab.morphology.add("|".join(f for f in found if f)))
        return known

    def _with_spaces(self, texts: list[str], rows: list[_Row | None], starts: list[bool]) -> list[_Row]:
        """Hang white space on the word before it (at the beginning of a sentence: behind it).

        A line break inside a name belongs to it, as it belongs to the sentence: an entity has no gaps.
        """
        filled: list[_Row] = []
        for i, known in enumerate(rows):
            if known is not None:
                filled.append(known)
                continue
            before = i > 0 and not starts[i]
            after = i + 1 < len(rows) and not starts[i + 1]
            offset = -1 if before else 1 if after else 0
            behind = rows[i + 1] if after else None
            entity = (_INSIDE, behind[_KIND]) if behind is not None and behind[_MARK] == _INSIDE else (_OUTSIDE, 0)
            relation = self._space_dep if offset else self._root
            lemma = self._vocab.strings.add(texts[i])
            filled.append((offset & _UNSIGNED, relation, self._space, IDS["SPACE"], lemma, self._empty, *entity))
        return filled


@Language.factory(
    "newsmodel_annotator",
    assigns=["token.head", "token.dep", "token.tag", "token.pos", "token.lemma", "token.morph", "doc.ents"],
    requires=["token.is_sent_start"],
)
def make_annotator(nlp: Language, name: str) -> Annotator:
    """Make the component for spaCy's registry."""
    return Annotator(nlp, name)
