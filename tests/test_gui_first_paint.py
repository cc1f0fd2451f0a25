"""What the first painted article waits for: nothing is loaded that only shows or acts later."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.services.desk import open_desk
from reader.system.settings import Settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
ロシアと国際連合、北極海条約の協議を再開

ロシア外務省によりますと、ロシアのラブロフ外相は国際連合(国連)のグテーレス事務総長と会談しました。

今後の注目ポイント

- 国連の調査は始まるのか
"""
START = """
import json, sys
from pathlib import Path
from benchmarks.painting import PaintWatch
from reader.gui.application import Program, make_application, wait_until

make_application(offscreen=True)
program = Program(Path(sys.argv[1]), settings_path=Path(sys.argv[2]))
window = program.window
loaded = []
watch = PaintWatch(window.article_pane.view.viewport(), lambda: window.known is not None)
watch.painted.connect(lambda _at: loaded.append(sorted(sys.modules)))
program.show()
wait_until(lambda: bool(loaded) and program.idle, 60)
seen = window.article_pane.view.viewport().grab().toImage()
program.close()
print(json.dumps(loaded[0]))
"""
LATE = {
    "PySide6.QtNetwork",
    "reader.gui.article_pane.caret",
    "reader.gui.article_pane.dragging",
    "reader.gui.article_pane.editing",
    "reader.gui.article_pane.gestures",
    "reader.gui.article_pane.hover_card",
    "reader.gui.article_pane.legend",
    "reader.gui.article_pane.lines",
    "reader.gui.article_pane.marks",
    "reader.gui.article_pane.menus",
    "reader.gui.article_pane.offering",
    "reader.gui.article_pane.overlay",
    "reader.gui.article_pane.places",
    "reader.gui.article_pane.selecting",
    "reader.gui.article_pane.steps",
    "reader.gui.article_pane.swatches",
    "reader.gui.article_pane.terms",
    "reader.gui.commands",
    "reader.gui.correcting",
    "reader.gui.drafting",
    "reader.gui.emphasising",
    "reader.gui.handing_over",
    "reader.gui.mirroring",
    "reader.gui.notes.widget",
    "reader.gui.marking_flow",
    "reader.gui.reading_aids",
    "reader.gui.safety.flow",
    "reader.gui.safety.guard",
    "reader.gui.settling.flow",
    "reader.gui.side_pane.tabs",
    "reader.gui.side_pane.term_panel",
    "reader.gui.side_pane.watch_panel",
    "reader.gui.term_menu",
    "reader.gui.undoing",
    "reader.gui.wanted",
    "reader.presentation.emphasis",
    "reader.presentation.languages",
    "reader.presentation.marks",
    "reader.presentation.stepping",
    "reader.presentation.wording.act",
    "reader.presentation.wording.marking",
    "reader.presentation.wording.safety",
    "reader.services.safekeeping",
    "reader.presentation.wording.terms",
    "reader.services.mirroring",
    "reader.services.recovering",
    "reader.system.drafts",
    "reader.services.stepping",
    "sudachipy",
}


@pytest.mark.parametrize(
    "settings,needed",
    [
        (Settings(), set()),
        (
            Settings(terms_shown="more", categories_off=("place",), attributions_shown=True),
            {
                "reader.presentation.emphasis",
                "reader.gui.article_pane.marks",
                "reader.gui.article_pane.terms",
            },
        ),
    ],
    ids=["usual", "more"],
)
def test_the_first_article_is_painted_without_what_comes_later(
    settings: Settings, needed: set[str], library_folder: Path, project: Path, tmp_path: Path
) -> None:
    with open_desk(library_folder) as desk:
        desk.adding.add_text(TEXT, "a.txt")
        desk.understanding.finish()
    path = tmp_path / "settings.json"
    save_settings(path, settings)
    told = subprocess.run(
        [sys.executable, "-c", START, str(library_folder), str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=project,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert told.returncode == 0, told.stderr
    loaded = set(json.loads(told.stdout.splitlines()[-1]))
    assert "reader.gui.article_pane.view" in loaded
    assert loaded & LATE == needed
