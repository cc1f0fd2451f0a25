"""Start Chumoku as a reader does and print, when its first article is painted, how it stands.

    python -m benchmarks.first_paint LIBRARY

One line of JSON at the first painted article, one when everything has come to rest.
"""

from __future__ import annotations

import gc
import os
import sys
import time


def main() -> int:
    """Run the program of ``python -m reader`` with a watch on its article."""
    # As reader.__main__ does before it loads the window, which this has to load first.
    gc.disable()
    from reader.gui import application

    class WatchedProgram(application.Program):
        """The program itself; only the look at its first paint is ours."""

        def show(self) -> bool:
            from PySide6.QtCore import QTimer

            from benchmarks.painting import PaintWatch

            window = self.window
            viewport = window.article_pane.view.viewport()
            self.watch = PaintWatch(viewport, lambda: window.known is not None)
            self.watch.painted.connect(self._on_painted)
            self.rest = QTimer(interval=100)
            self.rest.timeout.connect(self._on_rest)
            return super().show()

        def _on_painted(self, at: float) -> None:
            _tell(at)
            self.rest.start()

        def _on_rest(self) -> None:
            if self.idle:
                self.rest.stop()
                _tell(time.time())
                self.window.close()

    vars(application)["Program"] = WatchedProgram
    from reader.__main__ import main as run

    os.environ["CHUMOKU_LIBRARY"] = sys.argv[1]
    return run([])


def _tell(at: float) -> None:
    from benchmarks.probing import children, loaded, memory

    told = {"at": at, "processor": time.process_time(), **memory()}
    told |= {"children": children(), "tokeniser": loaded("sudachipy")}
    import json

    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    sys.exit(main())
