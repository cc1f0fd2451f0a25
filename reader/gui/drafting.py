"""Keep drafts of what is typed, and bring back those of a window that ended without a farewell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from reader.gui.autosave import AutosaveEdit
from reader.gui.saving import with_kept
from reader.system.drafts import DraftJournal
from reader.system.paths import draft_folders

if TYPE_CHECKING:
    from reader.gui.saving import SaveKey
    from reader.gui.session import Session
    from reader.gui.window import MainWindow
    from reader.model.errors import ReaderError
    from reader.services.desk import Desk
    from reader.services.recovering import Recovered

_TRY_AGAIN = 30_000


class Drafting(QObject):
    """Has every word in the journal from soon after its key until it is committed.

    The editor that has the keyboard tells what is typed, the saver what is on its way.
    ``recovered(Recovered)`` tells what was brought back.
    """

    recovered = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._saver = session.saver
        self._journal = DraftJournal(*draft_folders(session.folder))
        self._drafts: dict[SaveKey, str] = {}
        self._editor: AutosaveEdit | None = None
        self._closed = False
        self._saver.taken.connect(self._on_words)
        self._saver.stored.connect(self._on_stored)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_TRY_AGAIN)
        self._again.timeout.connect(self.recover)

    @Slot()
    def recover(self) -> None:
        """Write into the library what earlier windows left behind."""
        self._session.write(_recover, self._on_recovered, failed=self._on_not_recovered)

    def close(self) -> bool:
        """Stop; say whether all words are committed or in the journal."""
        self._again.stop()
        self._closed = True
        self._on_focus_changed(None, None)
        return self._journal.close()

    @Slot(object, object)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._editor is not None:
            self._editor.typed.disconnect(self._on_typed)
            self._editor.destroyed.disconnect(self._on_destroyed)
            self._editor = None
        if isinstance(new, AutosaveEdit) and not self._closed:
            new.typed.connect(self._on_typed)
            new.destroyed.connect(self._on_destroyed)
            self._editor = new

    @Slot()
    def _on_destroyed(self) -> None:
        self._editor = None

    @Slot(object, object, object)
    def _on_typed(self, key: SaveKey, text: str, expected: str) -> None:
        if text != expected or self._saver.pending_text(key) is not None:
            self._keep(key, text, expected)
        elif self._drafts.pop(key, None) is not None:
            # What was typed was taken back.
            self._journal.done(key)

    @Slot(object, object, object)
    def _on_words(self, key: SaveKey, text: str, expected: str) -> None:
        self._keep(key, text, expected)

    @Slot(object, str, str, str)
    def _on_stored(self, key: SaveKey, text: str, asked: str, note_id: str) -> None:
        now = key._replace(note_id=note_id or key.note_id)
        draft = self._drafts.pop(key, asked)
        newer = self._saver.pending_text(now)
        if newer is None and draft != asked:
            newer = with_kept(draft, asked=asked, stored=text)
        if newer is not None:
            self._keep(now, newer, text)
        if newer is None or now != key:
            self._journal.done(key)

    def _keep(self, key: SaveKey, text: str, expected: str) -> None:
        self._drafts[key] = text
        self._journal.keep(key, text, expected)

    def _on_recovered(self, found: Recovered) -> None:
        if found.waiting and not self._closed:
            self._again.start()
        if found.places or found.rescued:
            self.recovered.emit(found)

    def _on_not_recovered(self, _error: ReaderError) -> None:
        if not self._closed:
            self._again.start()


def _recover(desk: Desk) -> Recovered:
    return desk.recovering.recover()


def tell_recovered(window: MainWindow, found: Recovered) -> None:
    """Say quietly what was brought back, with the way to the first of it."""
    say = window.messages
    if found.places:
        words = say("drafts.recovered", count=len(found.places))
        act = partial(_open, window, *found.places[0])
        window.notice.say(words, button=say("drafts.open"), act=act)
    if found.rescued:
        window.banner.say(say("drafts.rescued", count=found.rescued, path=found.path))


def _open(window: MainWindow, key: SaveKey, article_id: str) -> None:
    """Show the place of words: beside their article, or on the card of their term."""
    if key.target == "term":
        window.views.show_card(key.target_id)
        return
    window.views.show("articles")
    window.session.open(article_id)
    tab = "summary" if key.kind == "summary" else "notes"
    window.side_pane.show_tab("watch" if key.target == "watch_point" else tab)
