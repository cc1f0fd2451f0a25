"""Write through the services without end, telling each act: to be killed at any moment.

``python writing_program.py PLACE DAY READY``; the ledger goes to standard output, a byte to the
file number READY once something is kept.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from faults.ledger import Ledger
from faults.workload import Work

if TYPE_CHECKING:
    from collections.abc import Callable

STATUSES = ("open", "developing", "answered", "dropped")
SENTENCES = 200


def write(work: Work, day: int, *, goes_on: Callable[[], bool]) -> None:
    """Do acts in a random order while it goes on."""
    random = Random(day)
    title = f"{day} 日目の記事"
    work.article("\n".join([title, *(f"{day} 日目の {n} 番目の文。" for n in range(SENTENCES))]))
    question = f"{day} 日目の {SENTENCES - 1} 番目の文。"
    work.question(question, on=title)
    notes = marks = 0
    while goes_on():
        act = random.choice(("note", "rewrite", "rewrite", "highlight", "summary", "status"))
        words = f"{random.randrange(10**6)} " + "橋を渡る。" * random.choice((1, 1, 10, 1000))
        if act == "highlight" and marks < SENTENCES - 1:
            work.highlight(f"{day} 日目の {marks} 番目の文。", on=title, note=words)
            marks += 1
        elif act == "summary":
            work.summary(words.strip(), of=title)
        elif act == "status":
            work.status(question, random.choice(STATUSES))
        elif act == "rewrite" and notes:
            work.rewrite(f"{day}-{random.randrange(notes)}", words)
        else:
            work.note(f"{day}-{notes}", words, on=title)
            notes += 1


class Teller:
    """Says a line at once: the next moment may be the last."""

    def __init__(self, ready: int, begins: str) -> None:
        self._begins = begins
        self._ready = ready

    def __call__(self, line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
        if self._ready and line.startswith(self._begins):
            # Nobody may be waiting for it any more.
            with suppress(OSError):
                os.write(self._ready, b"!")
            self._ready = 0


if __name__ == "__main__":
    ledger, number = Ledger(Teller(int(sys.argv[3]), '["!"')), int(sys.argv[2])
    write(Work(Path(sys.argv[1]), ledger, day=number), number, goes_on=lambda: True)
