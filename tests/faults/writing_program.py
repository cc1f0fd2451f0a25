"""Write through the services without end, telling each act: to be killed at any moment.

``python writing_program.py PLACE DAY``; the ledger goes to standard output.
"""

from __future__ import annotations

import sys
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


def tell(line: str) -> None:
    """Say a line at once: the next moment may be the last."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    number = int(sys.argv[2])
    write(Work(Path(sys.argv[1]), Ledger(tell), day=number), number, goes_on=lambda: True)
