"""When: German temporal expressions, read over tokens and anchored to the publication date."""

from newsmodel.parsers.times.finder import TimesFound, find_times

__all__ = ["TimesFound", "find_times"]
