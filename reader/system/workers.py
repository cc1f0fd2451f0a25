"""One worker process for long, pure work, so that the window never waits for it.

Two threads of Python hold each other up; a process does not. The process is spawned when the
first job comes, keeps what it has loaded (the tokeniser) for the next one, knows nothing of
the library, and may die: that costs the job it was doing, nothing else.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from multiprocessing.context import SpawnProcess
    from queue import SimpleQueue
    from types import TracebackType

_log = logging.getLogger(__name__)


class _Pipe(Protocol):
    """One end of a pipe; its class differs by system."""

    def send_bytes(self, data: bytes, /) -> None: ...
    def recv_bytes(self) -> bytes: ...
    def close(self) -> None: ...


_P = ParamSpec("_P")
_T = TypeVar("_T")


class WorkerCrashedError(Exception):
    """The worker process ended while it was doing this job; the next job gets a new one."""


class WorkerFailedError(Exception):
    """The job raised something that cannot be handed over; its words and traceback are here."""


class _Job:
    """A function by its name, what it is called with, and where the result goes."""

    __slots__ = ("arguments", "function", "future")

    def __init__(self, function: str, arguments: tuple[object, ...], future: Future[Any]) -> None:
        self.function = function
        self.arguments = arguments
        self.future = future


class Worker:
    """Runs functions in a process of its own, one after the other, in the order they came.

    Results come in a ``Future`` whose callbacks run on the worker's thread. A future that has
    not begun can be cancelled. The thread and the process never keep the program from ending.
    """

    def __init__(self, name: str = "chumoku-worker") -> None:
        self._name = name
        self._lock = threading.Lock()
        self._jobs: SimpleQueue[_Job | None] | None = None
        self._thread: threading.Thread | None = None
        self._process: SpawnProcess | None = None
        self._pipe: _Pipe | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """Return the id of the process that is there now, None before the first job."""
        process = self._process
        return process.pid if process is not None else None

    @overload
    def submit(self, function: str, /, *arguments: object) -> Future[Any]: ...

    @overload
    def submit(
        self, function: Callable[_P, _T], /, *arguments: _P.args, **_named: _P.kwargs
    ) -> Future[_T]: ...

    def submit(
        self, function: str | Callable[..., Any], /, *arguments: object, **_named: object
    ) -> Future[Any]:
        """Let the process call a function of a module, with arguments by position.

        A name (``reader.language.analysis.analyse``) saves this process the import. Arguments
        and result are pickled. Raises RuntimeError after ``close``.
        """
        from concurrent.futures import Future

        if _named:
            raise TypeError("arguments are handed over by position")
        name = function if isinstance(function, str) else _name_of(function)
        job = _Job(name, arguments, Future())
        with self._lock:
            if self._closed:
                raise RuntimeError("the worker is closed")
            self._queue().put(job)
        return job.future

    def close(self) -> None:
        """Stop at once: what has not begun is cancelled, what is being done fails."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            thread, process = self._thread, self._process
            if self._jobs is not None:
                self._jobs.put(None)
        if process is not None:
            process.terminate()
        if thread is not None and thread is not threading.current_thread():
            thread.join(2)

    def _queue(self) -> SimpleQueue[_Job | None]:
        """Return the queue; the first call starts the thread that serves it."""
        if self._jobs is None:
            from queue import SimpleQueue

            self._jobs = SimpleQueue()
            self._thread = threading.Thread(
                target=self._serve, args=(self._jobs,), name=self._name, daemon=True
            )
            self._thread.start()
        return self._jobs

    def _serve(self, jobs: SimpleQueue[_Job | None]) -> None:
        while (job := jobs.get()) is not None:
            if self._closed:
                job.future.cancel()
            elif job.future.set_running_or_notify_cancel():
                self._do(job)
        self._drop_process()

    def _do(self, job: _Job) -> None:
        """Settle the future of a job, whatever comes of it."""
        try:
            succeeded, result = self._ask(job)
        except Exception as error:  # noqa: BLE001 (the thread must live for the next job)
            succeeded, result = False, error
        if succeeded:
            job.future.set_result(result)
        else:
            job.future.set_exception(result)

    def _ask(self, job: _Job) -> tuple[bool, Any]:
        """Hand the job to the process; return what it answers."""
        import pickle

        order = pickle.dumps((job.function, job.arguments))
        try:
            pipe = self._ready_pipe()
            pipe.send_bytes(order)
            answer = pipe.recv_bytes()
        except (EOFError, OSError) as error:
            code = self._drop_process()
            if not self._closed:
                _log.info("the worker ended with %s during %s", code, job.function)
            raise WorkerCrashedError(f"{job.function}: ended with {code}") from error
        told: tuple[bool, Any] = pickle.loads(answer)  # noqa: S301 (from our own process)
        return told

    def _ready_pipe(self) -> _Pipe:
        """Return the pipe to a process that runs; start one where there is none."""
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._drop_process()
        from multiprocessing import get_context

        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs,), name=self._name, daemon=True)
        process.start()
        # Only the process holds the other end now: when it dies, reading ours ends.
        theirs.close()
        with self._lock:
            self._process, self._pipe = process, ours
            if self._closed:
                process.terminate()
        return ours

    def _drop_process(self) -> int | None:
        """Forget the process that is there, ended or not; return its exit code."""
        with self._lock:
            process, self._process = self._process, None
            pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()
        if process is None:
            return None
        process.join(1)
        if process.is_alive():
            process.kill()
            process.join(1)
        return process.exitcode


def _name_of(function: Callable[..., Any]) -> str:
    name = function.__qualname__
    if "." in name or "<" in name:
        raise ValueError(f"{name} is not a function of a module")
    return f"{function.__module__}.{name}"


def _work(pipe: _Pipe) -> None:
    """Do jobs until the other end is gone: the life of the worker process."""
    import pickle
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends us
    _step_back()
    while True:
        try:
            function, arguments = pickle.loads(pipe.recv_bytes())  # noqa: S301 (our own parent)
        except (EOFError, OSError):
            return
        answer = _answer(function, arguments)
        try:
            pipe.send_bytes(answer)
        except OSError:
            return


def _answer(function: str, arguments: tuple[object, ...]) -> bytes:
    """Call a function and return what came of it, pickled: (True, result) or (False, error)."""
    import pickle
    from importlib import import_module

    module, _, name = function.rpartition(".")
    try:
        result = getattr(import_module(module), name)(*arguments)
        return pickle.dumps((True, result))
    except BaseException as error:  # noqa: BLE001 (a panic in Rust is no Exception)
        return pickle.dumps((False, _portable(error)))


def _portable(error: BaseException) -> Exception:
    """Return the error itself where it survives being handed over, else one that tells it."""
    import pickle
    import traceback

    told = "".join(traceback.format_exception(error))
    if isinstance(error, Exception):
        try:
            copy = pickle.loads(pickle.dumps(error))  # noqa: S301 (made on this line)
        except Exception:  # noqa: BLE001 (unpickling raises what the class likes)
            copy = None
        if type(copy) is type(error):
            error.add_note(f"In the worker:\n{told}")
            return error
    return WorkerFailedError(told)


def _step_back() -> None:
    """Let the window go first where two programs want the processor."""
    import os
    import sys

    if sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
    else:
        try:
            os.nice(5)
        except OSError:
            _log.debug("the worker keeps its priority")
