"""How often an oracle is asked: drawing an article costs more than writing it, and law 7 has drawn many already."""

from hypothesis import settings

few = (
    settings(max_examples=max(8, settings.default.max_examples // 4)) if settings.default else settings(max_examples=8)
)
