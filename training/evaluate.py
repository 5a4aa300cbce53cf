"""Score the shipped pipeline as a user gets it: what spaCy Docs say, against gold.

    PYTHONPATH=src python -m training.evaluate --data DIR [--part dev|test|all] [--sentences N]

Parse, tags, features and lemmas on the treebank sentences of dev.conllu with gold tokens; entities on GermEval
sentences (dev, or with `--part test` the test set); sentence boundaries on the treebank sentences, and on all, joined by blanks;
unknown pieces over all words; speed from text to Doc.
"""

from __future__ import annotations

import argparse
import platform
import re
import time
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from newsmodel.german.pipeline import load
from newsmodel.german.pipeline.pieces import UNKNOWN, Pieces
from training.augment import requoted
from training.corpus import FEATURES, Sentence, feature, open_text, read_conllu, with_forms
from training.vocabulary import UMLAUTS

KINDS = ("PER", "LOC", "ORG")


def f1(right: int, found: int, gold: int) -> float:
    """Return F1 in percent."""
    return 200 * right / (found + gold) if found + gold else 0.0


def annotated(nlp: Language, sentences: Iterable[Sentence]) -> list[Doc]:
    """Return the Docs of sentences with gold tokens."""
    docs = []
    for s in sentences:
        starts = [True] + [False] * (len(s.forms) - 1)
        docs.append(Doc(nlp.vocab, words=list(s.forms), spaces=list(s.spaces), sent_starts=starts))
    annotator = nlp.get_pipe("newsmodel_annotator")
    return list(annotator.pipe(docs))  # type: ignore[attr-defined]


def parse_scores(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return accuracies over words, and the F1 of `Mood=Sub`, in percent."""
    counts = dict.fromkeys(("UAS", "LAS", "LAS without subtypes", "UPOS", "XPOS", "all features", "lemma"), 0)
    words = subjunctive = found = right = 0
    for s, doc in zip(sentences, annotated(nlp, sentences), strict=True):
        for i, token in enumerate(doc):
            words += 1
            head = 0 if token.head is token or token.head.i == i else token.head.i + 1
            relation = "root" if token.dep_ == "ROOT" else token.dep_
            own = {name: token.morph.get(name, ["_"]) for name in FEATURES}
            same = all(",".join(own[name]) == feature(s.features[i], name) for name in FEATURES)
            counts["UAS"] += head == s.heads[i]
            counts["LAS"] += head == s.heads[i] and relation == s.relations[i]
            base, gold_base = relation.split(":")[0], s.relations[i].split(":")[0]
            counts["LAS without subtypes"] += head == s.heads[i] and base == gold_base
            counts["UPOS"] += token.pos_ == s.upos[i]
            counts["XPOS"] += token.tag_ == s.xpos[i]
            counts["all features"] += same
            counts["lemma"] += token.lemma_ == s.lemmas[i]
            is_found, is_gold = own["Mood"] == ["Sub"], feature(s.features[i], "Mood") == "Sub"
            found, subjunctive, right = found + is_found, subjunctive + is_gold, right + (is_found and is_gold)
    scores = {name: 100 * n / words for name, n in counts.items()}
    return scores | {"Mood=Sub F1": f1(right, found, subjunctive)}


def respelled_scores(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return what is left of the parse in the spellings of the wire, in percent."""
    styles = {
        "with ae for ä": lambda s: with_forms(s, tuple(f.translate(UMLAUTS) for f in s.forms)),
        "in capitals": lambda s: with_forms(s, tuple(f.upper() for f in s.forms)),
        "with «…»": lambda s: with_forms(s, requoted(s.forms, "«", "»")),
        "with »…«": lambda s: with_forms(s, requoted(s.forms, "»", "«")),
    }
    scores = {}
    for name, respell in styles.items():
        found = parse_scores(nlp, [respell(s) for s in sentences])
        scores |= {f"{measure} {name}": found[measure] for measure in ("UAS", "UPOS")}
    return scores


def entity_spans(tags: Iterable[str]) -> set[tuple[int, int, str]]:
    """Return (start, end, kind) of the entities of a BIO column."""
    spans, start, kind = set(), 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            spans.add((start, i, kind))
            kind = ""
        if tag.startswith("B-"):
            start, kind = i, tag[2:]
    return spans


def entity_scores(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return entity F1 for each kind and for PER, LOC and ORG together, in percent."""
    totals = {kind: [0, 0, 0] for kind in (*KINDS, "PER/LOC/ORG")}
    for s, doc in zip(sentences, annotated(nlp, sentences), strict=True):
        gold = {e for e in entity_spans(s.entities) if e[2] in KINDS}
        mine = {(e.start, e.end, e.label_) for e in doc.ents if e.label_ in KINDS}
        for kind, total in totals.items():
            keep = KINDS if kind == "PER/LOC/ORG" else (kind,)
            own, other = {e for e in mine if e[2] in keep}, {e for e in gold if e[2] in keep}
            total[0] += len(own & other)
            total[1] += len(own)
            total[2] += len(other)
    return {f"entities {kind} F1": f1(*total) for kind, total in totals.items()}


def text_of(sentence: Sentence) -> str:
    """Return the words with their white space, no blank at the end."""
    return "".join(f + (" " if s else "") for f, s in zip(sentence.forms, sentence.spaces, strict=True)).rstrip()


def boundary_score(nlp: Language, sentences: list[Sentence]) -> float:
    """Return the F1 of sentence boundaries over the sentences joined by blanks, in percent."""
    texts = [text_of(s) for s in sentences]
    ends, at = set(), 0
    for text in texts:
        at += len(text)
        ends.add(at)
        at += 1
    doc = nlp.get_pipe("newsmodel_sentences")(nlp.make_doc(" ".join(texts)))  # type: ignore[operator]
    mine = {s.end_char - len(s.text) + len(s.text.rstrip()) for s in doc.sents}
    return f1(len(ends & mine), len(mine), len(ends))


def unknown_pieces(pieces: Pieces, forms: list[str]) -> float:
    """Return how many words in 10,000 hold a piece that the vocabulary lacks."""
    return 10_000 * sum(UNKNOWN in pieces.of(form) for form in forms) / len(forms)


def words_a_second(nlp: Language, texts: list[str]) -> float:
    """Return words a CPU second from text to Doc, after one warm-up."""
    list(nlp.pipe(texts[:20], batch_size=64))
    began = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
    return words / (time.process_time() - began)


def processor() -> str:
    """Return the name of the processor."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def main() -> None:
    """Read the arguments and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of dev.conllu.xz and germeval-test.conllu.xz")
    parser.add_argument("--part", choices=("dev", "test", "all"), default="all", help="entities on which part")
    parser.add_argument("--sentences", type=int, help="only the first so many sentences of the test part")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="texts and name lists to look for pieces in")
    o = parser.parse_args()
    nlp = load()
    dev = list(read_conllu(o.data / "dev.conllu.xz"))
    treebank = [s for s in dev if "parse" in s.gold]
    scores = parse_scores(nlp, treebank)
    for name, chosen in (("treebank", treebank), ("all", dev)):
        scores[f"sentence boundaries F1, {name} sentences"] = boundary_score(nlp, chosen)
    scores |= respelled_scores(nlp, treebank)
    pieces = nlp.get_pipe("newsmodel_annotator").network.pieces  # type: ignore[attr-defined]
    unknown = "words in 10,000 with an unknown piece"
    scores[f"{unknown}, dev"] = unknown_pieces(pieces, [form for s in dev for form in s.forms])
    for file in o.texts:
        with open_text(file) as stream:
            words = re.findall(r"[^\W\d_]+", re.sub(r"\\u[0-9a-f]{4}|\\[nrt]", " ", stream.read()))
        scores[f"{unknown}, {file.name}"] = unknown_pieces(pieces, words)
    if o.part != "test":
        scores |= {f"dev: {k}": v for k, v in entity_scores(nlp, [s for s in dev if "entities" in s.gold]).items()}
    if o.part != "dev":
        test = list(read_conllu(o.data / "germeval-test.conllu.xz"))[: o.sentences]
        scores |= {f"test: {k}": v for k, v in entity_scores(nlp, [s for s in test if "entities" in s.gold]).items()}
    chunks = [" ".join(map(text_of, dev[i : i + 15])) for i in range(0, len(dev), 15)]
    scores["words a CPU second, text to Doc"] = words_a_second(nlp, chunks)
    print(f"processor: {processor()}")
    for name, value in scores.items():
        print(f"{name:52} {value:10.2f}")


if __name__ == "__main__":
    main()
