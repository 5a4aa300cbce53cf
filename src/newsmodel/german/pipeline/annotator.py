"""The spaCy component that runs the network on a Doc's sentences and fills in Universal Dependencies and entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import numpy as np
from spacy.attrs import (  # type: ignore[import-not-found]
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    LEMMA,
    MORPH,
    POS,
    TAG,
)
from spacy.language import Language
from spacy.symbols import IDS  # type: ignore[import-not-found]
from spacy.tokens import Doc

from newsmodel.german.pipeline.lemmas import LemmaLexicon, Lemmatiser
from newsmodel.german.pipeline.mood import is_first_subjunctive, is_second_subjunctive, near
from newsmodel.german.pipeline.network import Labelled, Network
from newsmodel.german.pipeline.weights_folder import weights
from newsmodel.german.pipeline.windows import Window, join, windows

FEATURES = (
    "Case", "Definite", "Degree", "Gender", "Mood", "Number", "Person",
    "Poss", "PronType", "Reflex", "Tense", "VerbForm", "Voice",
)  # fmt: skip
_MOOD, _TENSE = FEATURES.index("Mood"), FEATURES.index("Tense")
_BEGIN, _INSIDE, _OUTSIDE = 3, 1, 2
_ATTRIBUTES = [HEAD, DEP, TAG, POS, LEMMA, MORPH, ENT_IOB, ENT_TYPE]


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
        self._entities = [(label[:1], strings.add(label[2:]) if label != "O" else 0) for label in sets["entity"]]
        self._feature_sets = [[f"{name}={v}" if v != "_" else "" for v in sets[name]] for name in FEATURES]
        self._indicative, self._subjunctive = (sets["Mood"].index(mood) for mood in ("Ind", "Sub"))
        self._third = [(FEATURES.index(f), sets[f].index(v)) for f, v in (("Person", "3"), ("Number", "Sing"))]
        self._present, self._past = (sets["Tense"].index(tense) for tense in ("Pres", "Past"))
        self._morphs: dict[tuple[int, ...], int] = {}
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
            parts = list(windows(texts, [t.is_sent_start is True for t in doc], self.network.pieces))
            plans.append((doc, texts, parts))
            forms.extend([texts[i] for i in part.words] for part in parts)
        results = iter(self.network.label(forms))
        for doc, texts, parts in plans:
            self._fill(doc, texts, join((part, next(results)) for part in parts))
        return docs

    def _fill(self, doc: Doc, texts: list[str], sentences: Iterable[tuple[tuple[int, ...], Labelled]]) -> None:
        table = np.zeros((len(texts), len(_ATTRIBUTES)), dtype=np.uint64)
        done = [False] * len(texts)
        for words, labelled in sentences:
            self._fill_sentence(table, texts, words, labelled)
            for i in words:
                done[i] = True
        self._fill_spaces(table, doc, done)
        doc.from_array(_ATTRIBUTES, table)  # type: ignore[arg-type]

    def _fill_sentence(self, table: np.ndarray, texts: list[str], words: tuple[int, ...], labelled: Labelled) -> None:
        forms = [texts[i] for i in words]
        labels = labelled.labels
        lemmas = self._lemmatiser(forms, labels["lemma"], [self._upos[u] for u in labels["upos"]])
        add = self._vocab.strings.add
        rows = list(words)
        heads = [words[h - 1] - i if h else 0 for i, h in zip(words, labelled.heads, strict=True)]
        table[rows, 0] = np.array(heads, dtype=np.int64).astype(np.uint64)
        table[rows, 1] = [
            self._relations[r] if h else self._root for h, r in zip(labelled.heads, labelled.relations, strict=True)
        ]
        table[rows, 2] = [self._tags[x] for x in labels["xpos"]]
        table[rows, 3] = [self._pos[u] for u in labels["upos"]]
        table[rows, 4] = [add(lemma) for lemma in lemmas]
        features = zip(*(labels[name] for name in FEATURES), strict=True)
        table[rows, 5] = [self._morph(self._moody(forms, lemmas, i, key)) for i, key in enumerate(features)]
        inside = 0
        for row, number in zip(rows, labels["entity"], strict=True):
            mark, kind = self._entities[number]
            if mark == "O":
                table[row, 6], table[row, 7], inside = _OUTSIDE, 0, 0
            else:
                table[row, 6] = _INSIDE if mark == "I" and kind == inside else _BEGIN
                table[row, 7] = inside = kind

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

    def _fill_spaces(self, table: np.ndarray, doc: Doc, done: list[bool]) -> None:
        """Hang white space on the word before it (at the beginning of a sentence: behind it).

        A line break inside a name belongs to it, as it belongs to the sentence: an entity has no gaps.
        """
        empty = self._vocab.morphology.add("")
        for i, known in enumerate(done):
            if known:
                continue
            before = i > 0 and not doc[i].is_sent_start
            after = i + 1 < len(done) and not doc[i + 1].is_sent_start
            offset = -1 if before else 1 if after else 0
            row = [np.uint64(np.int64(offset)), self._space_dep if offset else self._root, self._space]
            entity = [_INSIDE, table[i + 1, 7]] if after and table[i + 1, 6] == _INSIDE else [_OUTSIDE, 0]
            table[i] = [*row, IDS["SPACE"], self._vocab.strings.add(doc[i].text), empty, *entity]


@Language.factory(
    "newsmodel_annotator",
    assigns=["token.head", "token.dep", "token.tag", "token.pos", "token.lemma", "token.morph", "doc.ents"],
    requires=["token.is_sent_start"],
)
def make_annotator(nlp: Language, name: str) -> Annotator:
    """Make the component for spaCy's registry."""
    return Annotator(nlp, name)
