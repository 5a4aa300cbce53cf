"""A daily digest of dispatches."""

from harbour_watch.digest import Digest, digest

__all__ = ["Digest", "digest"]
