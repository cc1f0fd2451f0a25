"""The floor of every start: an empty window of three panes, straight from PySide6.

    python -m benchmarks.floor_window FAMILY...

It prints what ``first_paint`` prints, with the same fonts, style and size of window.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QListView, QSplitter, QTextBrowser

from benchmarks.painting import PaintWatch
from benchmarks.probing import memory

_ROWS = 10_000


def main() -> int:
    """Show the window, tell the first paint and the rest, and end."""
    QApplication.setStyle("Fusion")
    application = QApplication(sys.argv[:1])
    font = QFont()
    font.setFamilies([*sys.argv[1:], font.family()])
    font.setPixelSize(13)
    application.setFont(font)
    rows = QListView()
    rows.setUniformItemSizes(True)
    rows.setModel(QStringListModel([f"記事の題名 {number}" for number in range(_ROWS)]))
    window = QSplitter(Qt.Orientation.Horizontal)
    for pane in (rows, QTextBrowser(), QListView()):
        window.addWidget(pane)
    window.resize(1440, 900)
    window.setSizes([316, 760, 352])
    rest = QTimer(interval=200, singleShot=True)
    watch = PaintWatch(rows.viewport(), lambda: True)
    watch.painted.connect(_tell)
    watch.painted.connect(rest.start)
    rest.timeout.connect(_tell_rest)
    window.show()
    return application.exec()


def _tell_rest() -> None:
    _tell(time.time())
    QApplication.quit()


def _tell(at: float) -> None:
    told = {"at": at, "processor": time.process_time(), **memory()}
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    sys.exit(main())
