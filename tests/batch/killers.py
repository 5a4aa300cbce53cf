"""Sources that do harm, in a module of their own so that worker processes can import them."""

from __future__ import annotations

import multiprocessing
import os
import signal


class Killer:
    """A path that ends the worker process which opens it."""

    def __fspath__(self) -> str:
        if multiprocessing.parent_process() is not None:
            os.kill(os.getpid(), signal.SIGKILL)
        return "killer"

    def __str__(self) -> str:
        return "killer"


class Unpicklable:
    """A path that cannot be sent."""

    def __reduce__(self) -> str:
        raise TypeError("this path stays here")

    def __fspath__(self) -> str:
        return "unpicklable"
