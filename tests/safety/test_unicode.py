"""Odd Unicode: offsets count code points of the very text that came in, whatever stands in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.golden.gold import load_all

import newsmodel
from newsmodel.testing import check

TEXT = (
    "Kiel (dpa) - Die Ministerin Anna Müller sagte am Montag: «Der Hafen wird gebaut.» "
    "Bürgermeister Jörg Voß lehnte den Plan ab."
)
ODD = {
    "combining marks": "Za\u0335\u0321\u034fl\u0353\u0348go\u0489",
    "right to left": "\u202eשלום عليكم\u202c",
    "isolates": "\u2067مرحبا\u2069",
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "flag and skin": "\U0001f1e9\U0001f1ea\U0001f44d\U0001f3fd",
    "beyond the plane": "𝕶𝖎𝖊𝖑 \U00020000 \U0010fffd",
    "zero width": "\u200b\u200c\u200d\u2060\ufeff",
    "variation": "a\ufe0f☎\ufe0e",
    "private and unassigned": "\ue000\U000e0001\uffff",
    "spaces": "\u00a0\u2002\u2009\u202f\u3000\u1680",
    "line ends": "\x0b\x0c\x85\u2028",
    "ligatures and long s": "Sitzﬂäche ﬁnden ſoll ẞ ŉ",
    "turkish i": "İstanbul ısı",
    "soft hyphens": "Bun\u00addes\u00adre\u00adgie\u00adrung",
    "null": "\x00\x01\x1f\x7f",
    "hangul and indic": "각 한국 क्षि",
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("place", ["before", "between", "behind"])
def test_odd_characters_move_offsets_and_change_no_words(name: str, place: str) -> None:
    """A paragraph of them before, in the midst of, or behind a dispatch: the same actors, at their own words."""
    odd = ODD[name]
    dateline, rest = TEXT.split(" - ")
    text = {
        "before": f"{odd}\n\n{TEXT}",
        "between": f"{dateline} - {odd}\n\n{rest}",
        "behind": f"{TEXT}\n\n{odd}",
    }[place]
    article = newsmodel.parse(text, published="2025-03-04")
    check(article)
    assert article.text == text
    assert newsmodel.loads(newsmodel.dumps(article)) == article
    found = {actor.name: {article[mention.span] for mention in actor.mentions} for actor in article.actors}
    for person in ("Anna Müller", "Jörg Voß"):
        assert any(person in words for words in found[person])
    direct = [s for s in article.statements if s.type is newsmodel.StatementType.DIRECT]
    assert [article[span] for statement in direct for span in statement.content] == ["Der Hafen wird gebaut."]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_spans_are_those_of_the_form_that_came_in(form: str) -> None:
    """In a decomposed text a name is longer, and its span says so; the names of actors are as they are written."""
    text = unicodedata.normalize(form, TEXT)  # type: ignore[arg-type]
    article = newsmodel.parse(text, published="2025-03-04")
    check(article)
    names = {unicodedata.normalize("NFC", actor.name) for actor in article.actors}
    assert {"Anna Müller", "Jörg Voß"} <= names
    for actor in article.actors:
        for mention in actor.mentions:
            assert article[mention.span] == text[mention.span.start : mention.span.end]


letters = st.characters(blacklist_categories=["Cs"])


@given(
    st.lists(st.one_of(st.sampled_from(sorted(ODD.values())), letters), max_size=6).map("".join), st.integers(0, 100)
)
def test_odd_characters_anywhere(odd: str, at: int) -> None:
    text = TEXT[:at] + odd + TEXT[at:]
    article = newsmodel.parse(text, published="2025-03-04")
    check(article)
    assert article.text == text


@given(st.sampled_from(load_all("dev")[:3]), letters, st.data())
def test_a_character_in_a_dispatch(golden: object, letter: str, data: st.DataObject) -> None:
    """Put in between any two characters of a real text."""
    whole: str = golden.text  # type: ignore[attr-defined]
    at = data.draw(st.integers(0, len(whole)))
    article = newsmodel.parse(whole[:at] + letter + whole[at:])
    check(article)
