"""Several worker processes that share the jobs."""

from __future__ import annotations

import pytest

from reader.system.pool import WorkerPool, usual_size

WAIT = 30


def test_a_single_job_starts_a_single_process() -> None:
    with WorkerPool(2) as pool:
        assert pool.process_ids == ()
        assert pool.submit("os.getpid").result(WAIT) == pool.submit("os.getpid").result(WAIT)
        assert len(pool.process_ids) == 1


def test_a_heap_of_jobs_is_shared() -> None:
    with WorkerPool(2) as pool:
        slow = [pool.submit("time.sleep", 0.05) for _ in range(4)]
        found = {pool.submit("os.getpid").result(WAIT) for _ in range(2)}
        assert all(job.result(WAIT) is None for job in slow)
        assert len(pool.process_ids) == 2
        assert found <= set(pool.process_ids)


def test_each_job_has_its_own_answer() -> None:
    with WorkerPool(2) as pool:
        jobs = {number: pool.submit("operator.mul", number, number) for number in range(40)}
        assert {number: job.result(WAIT) for number, job in jobs.items()} == {
            number: number * number for number in range(40)
        }


def test_a_fault_costs_its_own_job_alone() -> None:
    with WorkerPool(2) as pool:
        bad = pool.submit("builtins.int", "x")
        good = [pool.submit("builtins.int", "7") for _ in range(3)]
        with pytest.raises(ValueError, match="invalid literal"):
            bad.result(WAIT)
        assert [one.result(WAIT) for one in good] == [7, 7, 7]


def test_nothing_runs_after_the_end() -> None:
    pool = WorkerPool(2)
    pool.submit("os.getpid").result(WAIT)
    pool.close()
    with pytest.raises(RuntimeError):
        pool.submit("os.getpid")


def test_the_usual_size_is_small() -> None:
    assert 1 <= usual_size() <= 2
