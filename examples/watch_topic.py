"""Tell what is new about a topic.

    python examples/watch_topic.py WORD FILE...

Prints, dispatch by dispatch in the order of publication, who took which stance on an issue that names the word, who said
something about it, and who meets about it. Compounds count: `hafen` finds `Elbhafen` and `Hafenausbau`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import newsmodel
from newsmodel import Actor, Article, Issue, Meeting, Stance

VERB = {"support": "is for", "oppose": "is against", "mixed": "is of two minds about"}


def target_of(stance: Stance, article: Article) -> str:
    """Return the words for what a stance is towards."""
    match stance.target:
        case Actor(name=name):
            return name
        case Issue(label=label):
            return " ".join(label.split())
        case Meeting(anchors=anchors):
            return article[anchors[0]]


def findings(article: Article, word: str) -> Iterator[str]:
    """Yield one line for each stance, statement and meeting that has to do with a word."""
    word = word.casefold()
    for stance in article.stances:
        target = target_of(stance, article)
        if word in target.casefold():
            names = " and ".join(actor.name for actor in stance.holders)
            yield f"{names} {VERB[stance.polarity]}: {target}"
    for statement in article.statements:
        content = " ".join(article[statement.content].split())
        if word in content.casefold() and statement.speakers:
            yield f"{' and '.join(actor.name for actor in statement.speakers)} ({statement.type}): {content}"
    for meeting in article.meetings:
        topics = " ".join(topic.label for topic in meeting.topics)
        if word in topics.casefold():
            names = ", ".join(actor.name for actor in meeting.actors) or "not named"
            yield f"{article[meeting.anchors[0]]} ({meeting.status}), with: {names}"


def main(words: list[str]) -> int:
    """Read dispatches and print what they say about a topic."""
    if len(words) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    word, *paths = words
    articles = [newsmodel.parse(Path(path).read_text(encoding="utf-8")) for path in paths]
    # A dispatch whose date is not known stands at the end.
    for article in sorted(articles, key=lambda one: (one.published is None, str(one.published))):
        lines = list(dict.fromkeys(findings(article, word)))
        if lines:
            print(f"{article.published or 'without a date'}  {article.agency or ''}  {article.headline or ''}")
            print("".join(f"    {line}\n" for line in lines))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
