"""Type into the real window without end, telling each key and each save: to be killed.

``python typing_program.py PLACE SEED READY``. A line is ``["typing", box, words, time]`` before
keys go to a box, with the words it will hold, or ``["stored", box, words, time]`` when the window
was told that words are saved. The time is of the clock that all processes share. A byte goes to
the file number READY with the first line.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from faults.writing_program import Teller
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from reader.gui.application import Program, make_application

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.autosave import AutosaveEdit
    from reader.gui.saving import SaveKey

COMPOSED = ("橋を渡る", "島の", "、", "船便", "𠮷野さん")


class Typist(QObject):
    """Types a few signs at a time into the note and the summary of the open article."""

    def __init__(self, program: Program, random: Random, say: Callable[[str], None]) -> None:
        super().__init__()
        self._program = program
        self._random = random
        self._say = say
        self._tab = ""
        program.session.saver.stored.connect(self._on_stored)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_due)
        self._timer.start(0)

    @Slot()
    def _on_due(self) -> None:
        if self._program.window.known is not None and self._program.background is not None:
            self._type()
        self._timer.start(self._random.choice((5, 20, 60, 200, 1300)))

    def _type(self) -> None:
        box = self._box()
        words = self._random.choice(("word ", "a-", "\n", *COMPOSED))
        self._tell("typing", self._tab, box.words + words)
        if words in COMPOSED:
            event = QInputMethodEvent()
            event.setCommitString(words)
            QCoreApplication.sendEvent(box, event)
        elif words == "\n":
            QTest.keyClick(box, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(box, words)

    def _box(self) -> AutosaveEdit:
        """Return the box to type in, changed at times as a reader does."""
        side = self._program.window.side_pane
        if not self._tab or self._random.random() < 0.05:
            self._tab = self._random.choice(("notes", "summary"))
            side.focus_tab(self._tab)
        box = side.summary.editor if self._tab == "summary" else side.notes.article_editors[0]
        assert box is not None
        if not box.hasFocus():
            box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        return box

    @Slot(object, str, str, str)
    def _on_stored(self, key: SaveKey, text: str, _asked: str, _note_id: str) -> None:
        self._tell("stored", "summary" if key.kind == "summary" else "notes", text)

    def _tell(self, what: str, box: str, words: str) -> None:
        self._say(json.dumps([what, box, words, time.monotonic()]))


def main(place: Path, seed: int, ready: int) -> int:
    """Open the window and type until somebody ends it."""
    application = make_application(offscreen=True)
    program = Program(place / "library", settings_path=place / "settings.json")
    program.show()
    typist = Typist(program, Random(seed), Teller(ready, '["typing"'))
    code = application.exec()
    typist.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
