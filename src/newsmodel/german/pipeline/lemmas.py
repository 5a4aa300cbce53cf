"""Lemmas from the scripts that the network chooses and from a lexicon of verb and noun forms."""

from __future__ import annotations

import lzma
import re
from importlib.resources.abc import Traversable

from newsmodel.german.lexicon import table

_SHORTEST_TAIL, _SHORTEST_VERB, _LONGEST_ACRONYM = 4, 3, 4
_IEREN = re.compile(r"(\w{2,})iert(?:e|en|est|et)?")
_VERBS = frozenset({"VERB", "AUX"})


class LemmaLexicon:
    """Forms of verbs and nouns with their lemmas, the likelier first."""

    def __init__(self, file: Traversable) -> None:
        text, at = lzma.decompress(file.read_bytes()).decode("utf-8"), 0
        while text.startswith("#", at):
            at = text.index("\n", at) + 1
        # A quarter of a million rows at the start of every process: cut all at once, and the lemmas of one when asked.
        cells = text[at:].rstrip("\n").replace("\n", "\t").split("\t")
        kinds, forms, lemmas = cells[::3], cells[1::3], cells[2::3]
        nouns = kinds.count("N")  # the rows are sorted by kind
        self._nouns = dict(zip(forms[:nouns], lemmas[:nouns], strict=True))
        self._verbs = dict(zip(forms[nouns:], lemmas[nouns:], strict=True))
        for row in table("pipeline_lemmas"):
            (self._verbs if row["kind"] == "V" else self._nouns)[row["form"]] = row["lemma"]
        self._prefixes = frozenset(row["prefix"] for row in table("pipeline_verb_prefixes"))
        self._longest_prefix = max(map(len, self._prefixes))

    def verb(self, form: str) -> tuple[str, ...]:
        """Return the lemmas of a verb form, none if it is not known.

        The lexicon spells `muß` and lists few verbs with prefixes: `muss` is looked up in its spelling, `vorantrieb`
        by what follows the prefix; verbs in `-ieren` are all regular.
        """
        low = form.lower()
        known = self._verbs.get(form) or self._verbs.get(low) or self._verbs.get(low.replace("ss", "ß"))
        if known:
            return tuple(known.split(" "))
        regular = _IEREN.fullmatch(low)
        if regular:
            return (regular[1] + "ieren",)
        for cut in range(min(len(low) - _SHORTEST_VERB, self._longest_prefix), 1, -1):
            if low[:cut] in self._prefixes:
                base = low[cut:].removeprefix("zu") if low[cut : cut + 2] == "zu" else low[cut:]
                known = self._verbs.get(base) or self._verbs.get(base.replace("ss", "ß"))
                if known:
                    return tuple(low[:cut] + k for k in known.split(" "))
        return ()

    def noun(self, form: str) -> tuple[str, ...]:
        """Return the lemmas of a noun form; those of a compound are made from its longest known tail."""
        known = self._whole_noun(form)
        if known:
            return known
        for cut in range(1, len(form) - _SHORTEST_TAIL + 1):
            known = self._whole_noun(form[cut].upper() + form[cut + 1 :])
            if known:
                hyphen = form[cut - 1] == "-"
                return tuple(form[:cut] + (k if hyphen else k[0].lower() + k[1:]) for k in known)
        return ()

    def _whole_noun(self, form: str) -> tuple[str, ...]:
        """Look a noun up, also under the other spelling of its genitive (`Jahres`, where only `Jahrs` is listed)."""
        known = self._nouns.get(form)
        if known is None and form.endswith("es"):
            known = self._nouns.get(form[:-2] + "s")
        return tuple(known.split(" ")) if known else ()


class Lemmatiser:
    """Applies lemma scripts (`case|cut|add`, or `=lemma`; see `training/corpus.py`) and the lexicon.

    Where the lexicon knows a verb or noun form, the lemma is one of those that it gives: the network's if that is
    among them, else the likeliest.
    """

    def __init__(self, scripts: list[str], lexicon: LemmaLexicon) -> None:
        self._scripts = [_parse(script) for script in scripts]
        self._lexicon = lexicon
        self._known: dict[tuple[str, int, str], str] = {}

    def __call__(self, forms: list[str], scripts: list[int], upos: list[str]) -> list[str]:
        """Return the lemma of every word.

        Args:
            forms: the words of one sentence.
            scripts: the script number of each.
            upos: the part of speech of each.
        """
        lemmas = []
        for key in zip(forms, scripts, upos, strict=True):
            lemma = self._known.get(key)
            if lemma is None:
                lemma = self._lemma(*key)
                if len(self._known) < 100_000:
                    self._known[key] = lemma
            lemmas.append(lemma)
        return lemmas

    def _lemma(self, form: str, script: int, pos: str) -> str:
        if pos == "NOUN" and form.isupper() and len(form) <= _LONGEST_ACRONYM:
            return form
        if len(form) > 1 and form.isupper() and pos not in ("PROPN", "X", "SYM"):
            form = form.capitalize() if pos == "NOUN" else form.lower()
        scripted = self._apply(form, script, pos)
        if pos in _VERBS:
            known = self._lexicon.verb(form)
        elif pos == "NOUN":
            known = self._lexicon.noun(form)
        else:
            return scripted
        return scripted if not known or scripted in known else known[0]

    def _apply(self, form: str, script: int, pos: str) -> str:
        whole, upper, cut, add = self._scripts[script]
        if whole is not None:
            return whole
        if cut >= len(form) + (add != ""):
            return form
        lemma = form[: len(form) - cut] + add
        if pos == "PROPN":
            return lemma
        return (lemma[0].upper() if upper else lemma[0].lower()) + lemma[1:]


def _parse(script: str) -> tuple[str | None, bool, int, str]:
    if script.startswith("="):
        return script[1:], False, 0, ""
    case, cut, add = script.split("|", 2)
    return None, case == "u", int(cut), add
