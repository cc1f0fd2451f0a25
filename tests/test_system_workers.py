"""The worker process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from reader.system.clock import now_utc
from reader.system.workers import Worker, WorkerCrashedError, WorkerFailedError, _portable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from pathlib import Path

WAIT = 30


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


def test_nothing_is_started_before_the_first_job(worker: Worker) -> None:
    assert worker.process_id is None


def test_jobs_run_in_one_other_process_in_order(worker: Worker) -> None:
    pids = [worker.submit("os.getpid") for _ in range(3)]
    found = {future.result(WAIT) for future in pids}
    assert len(found) == 1
    assert found == {worker.process_id}
    assert os.getpid() not in found


def test_a_function_can_be_given_itself(worker: Worker) -> None:
    typed: Future[str] = worker.submit(now_utc)
    assert typed.result(WAIT).endswith("Z")
    with pytest.raises(ValueError, match="not a function of a module"):
        worker.submit(lambda: None)


def test_what_a_job_raises_comes_back(worker: Worker) -> None:
    with pytest.raises(ValueError, match="invalid literal") as error:
        worker.submit("builtins.int", "x").result(WAIT)
    assert "In the worker:" in error.value.__notes__[0]
    with pytest.raises(ModuleNotFoundError):
        worker.submit("reader.nowhere.at_all").result(WAIT)


class OddError(Exception):
    """Keeps other arguments than it takes, so that it cannot be unpickled."""

    def __init__(self, one: str, /, *, other: str) -> None:
        super().__init__(one, other)


def test_an_error_that_cannot_travel_is_told(worker: Worker) -> None:
    with pytest.raises(WorkerFailedError, match="SystemExit: 3"):
        worker.submit("sys.exit", 3).result(WAIT)
    told = _portable(OddError("a", other="b"))
    assert isinstance(told, WorkerFailedError)
    assert "OddError" in str(told)


def test_a_result_that_cannot_travel_fails_that_job_alone(worker: Worker) -> None:
    with pytest.raises(TypeError, match="pickle"):
        worker.submit("threading.Lock").result(WAIT)
    assert worker.submit("builtins.repr", 1).result(WAIT) == "1"


def test_arguments_that_cannot_travel_fail_that_job_alone(worker: Worker) -> None:
    bad = worker.submit("builtins.repr", lambda: None)
    good = worker.submit("builtins.repr", 1)
    assert bad.exception(WAIT) is not None
    assert good.result(WAIT) == "1"


def test_a_crash_costs_one_job(worker: Worker) -> None:
    first = worker.submit("os.getpid").result(WAIT)
    crash = worker.submit("os._exit", 7)
    after = worker.submit("os.getpid")
    with pytest.raises(WorkerCrashedError, match="ended with 7"):
        crash.result(WAIT)
    assert after.result(WAIT) != first


def test_a_process_killed_between_jobs_is_replaced(worker: Worker) -> None:
    first = worker.submit("os.getpid").result(WAIT)
    os.kill(first, 9 if sys.platform != "win32" else 15)
    time.sleep(0.1)
    assert worker.submit("os.getpid").result(WAIT) != first


def test_a_job_that_has_not_begun_can_be_cancelled(worker: Worker) -> None:
    worker.submit("time.sleep", 0.3)
    waiting = worker.submit("os.getpid")
    assert waiting.cancel()
    assert worker.submit("builtins.repr", 2).result(WAIT) == "2"


def test_closing_ends_what_is_being_done_at_once() -> None:
    worker = Worker()
    worker.submit("os.getpid").result(WAIT)
    running, waiting = worker.submit("time.sleep", 60), worker.submit("os.getpid")
    time.sleep(0.1)
    begun = time.monotonic()
    worker.close()
    assert time.monotonic() - begun < 5
    assert isinstance(running.exception(WAIT), WorkerCrashedError)
    assert waiting.cancelled()
    with pytest.raises(RuntimeError, match="closed"):
        worker.submit("os.getpid")
    worker.close()


@pytest.mark.skipif(sys.platform == "win32", reason="priorities are asked otherwise there")
def test_the_process_lets_the_window_go_first(worker: Worker) -> None:
    assert worker.submit("os.nice", 0).result(WAIT) > os.nice(0)


def test_a_program_that_forgets_to_close_ends_all_the_same(project: Path) -> None:
    program = (
        "from reader.system.workers import Worker\n"
        "worker = Worker()\n"
        "print(worker.submit('os.getpid').result(30), flush=True)\n"
        "worker.submit('time.sleep', 600)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    assert not process_lives(int(done.stdout))


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_a_program_that_is_killed_leaves_no_process(project: Path) -> None:
    program = (
        "from reader.system.workers import Worker\n"
        "import os\n"
        "print(Worker().submit('os.getpid').result(30), flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=project, capture_output=True, text=True, check=False
    )
    child = int(done.stdout)
    for _ in range(100):
        if not process_lives(child):
            return
        time.sleep(0.05)
    pytest.fail("the worker process outlives the program")


def test_making_a_worker_loads_no_multiprocessing(project: Path) -> None:
    program = (
        "import sys\n"
        "from reader.system.workers import Worker\n"
        "Worker().close()\n"
        "print([name for name in ('multiprocessing', 'concurrent.futures', 'pickle', 'queue')"
        " if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=project, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def process_lives(number: int) -> bool:
    if sys.platform == "win32":
        listed = subprocess.run(
            ["tasklist", "/FI", f"PID eq {number}"], capture_output=True, text=True, check=True
        )
        return str(number) in listed.stdout
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    # In a container the orphan may stay as a zombie that nobody waits for.
    status = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(number)], capture_output=True, text=True, check=False
    )
    return not status.stdout.startswith("Z")
