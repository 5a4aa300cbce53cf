"""Chunks parsed by several processes, one thread of this process for each: in order, nothing lost, nothing left over.

The standard pools do not do: `multiprocessing.Pool` waits for ever when a process dies, `ProcessPoolExecutor` gives up
all that its processes are at, and cannot be told to stop them.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import pickle
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING

from newsmodel.batch.chunks import Settings, Source, parse_chunk
from newsmodel.errors import WorkerError
from newsmodel.model import Article

if TYPE_CHECKING:
    from newsmodel.batch.stream import Parsed

Results = list[Article | Exception]
_AHEAD = 2
"""Chunks read ahead for each process: one is parsed, one waits."""
_READY = b"ready"


def parse_in_processes(chunks: Iterator[list[Source]], settings: Settings, workers: int) -> Iterator[Parsed]:
    """Yield each source with its article or error, in order.

    Args:
        chunks: the sources, in chunks; they are taken as processes become free.
        settings: what holds for all of them.
        workers: how many processes.

    Raises:
        WorkerError: no process can be started.
    """
    crew = _Crew(settings)
    threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="newsmodel-worker")
    pending: deque[tuple[list[Source], Future[Results]]] = deque()
    try:
        for chunk in chunks:
            pending.append((chunk, threads.submit(crew.parse, chunk)))
            if len(pending) >= workers * _AHEAD:
                yield from _result(*pending.popleft())
        while pending:
            yield from _result(*pending.popleft())
    finally:
        crew.stop()
        threads.shutdown(wait=True, cancel_futures=True)


def _result(chunk: list[Source], future: Future[Results]) -> Iterator[Parsed]:
    return zip(chunk, future.result(), strict=True)


class _Crew:
    """The processes: each belongs to one thread, which talks to it alone."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._own = threading.local()
        self._lock = threading.Lock()
        self._processes: list[SpawnProcess] = []
        self._stopped = False

    def parse(self, chunk: list[Source]) -> Results:
        """Let the process of this thread parse a chunk.

        If it dies, a new one parses the sources one by one, and only that which kills it again has failed.
        """
        found = self._ask(chunk)
        if not isinstance(found, WorkerError):
            return found
        results: Results = []
        for source in chunk:
            single = self._ask([source])
            results += [single] if isinstance(single, WorkerError) else single
        return results

    def _ask(self, chunk: list[Source]) -> Results | WorkerError:
        """Return the answer of the process of this thread, or why there is none."""
        try:
            raw = pickle.dumps(chunk, protocol=pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # noqa: BLE001 - a foreign class may do anything
            return WorkerError(f"cannot be sent to a worker process: {error}")
        connection: Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = self._start()
        try:
            connection.send_bytes(raw)
            results: Results = pickle.loads(connection.recv_bytes())  # noqa: S301 - from our own process
        except (EOFError, OSError):
            connection.close()
            self._own.connection = None
            self._refuse_if_stopped()
            return WorkerError("the worker process died over this source")
        return results

    def _refuse_if_stopped(self) -> None:
        if self._stopped:
            raise WorkerError("the stream was closed")

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self._settings), daemon=True, name="newsmodel-worker")
        with self._lock:
            self._refuse_if_stopped()
            try:
                process.start()
            except Exception as error:
                raise WorkerError(f"a worker process cannot be started: {error}") from error
            self._processes.append(process)
        theirs.close()
        try:
            ours.recv_bytes()
        except (EOFError, OSError):
            process.join()
            self._refuse_if_stopped()
            raise WorkerError(
                f"a worker process ended as it started (exit code {process.exitcode}); "
                "is parse_many called under `if __name__ == '__main__':`?"
            ) from None
        return ours

    def stop(self) -> None:
        """End all processes, whatever they are at."""
        with self._lock:
            self._stopped = True
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()


def _work(connection: Connection, settings: Settings) -> None:
    """Parse chunks until the other end is closed: the life of a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends us
    with contextlib.suppress(EOFError, OSError):
        connection.send_bytes(_READY)
        while True:
            chunk: Sequence[Source] = pickle.loads(connection.recv_bytes())  # noqa: S301 - from our parent
            connection.send_bytes(_pickled(parse_chunk(chunk, settings)))


def _pickled(results: Results) -> bytes:
    """Return results as bytes; an error that does not pickle and come back becomes one that says the same."""
    plain: Results = []
    for found in results:
        if isinstance(found, Exception):
            try:
                pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
            except Exception:  # noqa: BLE001 - a foreign class may do anything
                found = WorkerError(f"{type(found).__name__}: {found}")
        plain.append(found)
    return pickle.dumps(plain, protocol=pickle.HIGHEST_PROTOCOL)
