"""The server of ``interposing.Server``: reads jobs, forks a child for each, tells its outcome."""

from __future__ import annotations

import ctypes
import gc
import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from faults import workload


def serve() -> None:
    """Answer jobs until there are no more."""
    native = ctypes.CDLL(None)
    native.faults_refused.restype = ctypes.c_char_p
    native.faults_counted.restype = ctypes.c_long
    native.faults_arm.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_int, ctypes.c_int]
    workload.warm_up()
    gc.freeze()
    for line in sys.stdin:
        job: dict[str, Any] = json.loads(line)
        incoming, outgoing = os.pipe()
        child = os.fork()
        if not child:
            os.close(incoming)
            run_child(native, job, outgoing)
        os.close(outgoing)
        with os.fdopen(incoming) as told:
            counted, _, refused = told.read().partition(" ")
        _, status = os.waitpid(child, 0)
        answer = {"status": status, "counted": int(counted or 0), "refused": refused}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def run_child(native: ctypes.CDLL, job: dict[str, Any], outgoing: int) -> None:
    """Run one job and end the process, whatever happens."""
    status = 70
    try:
        run_job(native, job)
        status = 0
    except BaseException:  # noqa: BLE001 - this process must not go back to the server's loop
        traceback.print_exc()
    told = f"{native.faults_counted()} {native.faults_refused().decode()}"
    os.write(outgoing, told.encode())
    os._exit(status)


def run_job(native: ctypes.CDLL, job: dict[str, Any]) -> None:
    place = Path(job["place"])
    log = os.open(job["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC) if job["log"] else -1
    with Path(job["report"]).open("w", encoding="utf-8") as report:

        def tell(line: str) -> None:
            report.write(line + "\n")
            report.flush()
            native.faults_mark(line.encode())

        if job["user"]:
            os.setgroups([])
            os.setgid(job["user"])
            os.setuid(job["user"])
        native.faults_watch(os.fsencode(place), log)
        native.faults_arm(job["nth"], job["error"], job["ever"], job["halves"])
        workload.run(job["workload"], place, tell, pragma=job["pragma"])


if __name__ == "__main__":
    serve()
