"""What all note editors of a window share: rendered pages, and the tags that are in use."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStringListModel, Signal

from reader.services.note_pages import note_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.session import Session
    from reader.services.desk import Desk

_KEPT = 200


class NoteAids(QObject):
    """Renders notes in the thread that reads, ``rendered(text)`` when one is there.

    Without a session (a widget by itself) it renders at once, and knows no tags.
    """

    rendered = Signal(str)

    def __init__(self, session: Session | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pages: dict[str, str] = {}
        self._asked: set[str] = set()
        self.names = QStringListModel(self)

    def page(self, text: str) -> str | None:
        """Return the page of a note, or None while it is not rendered: then it is asked for."""
        page = self._pages.get(text)
        if page is None and self._session is None:
            self._on_rendered(text, note_page(text))
            return self._pages[text]
        if page is None and self._session is not None and text not in self._asked:
            self._asked.add(text)
            self._session.read(partial(_render, text), partial(self._on_rendered, text))
        return page

    def ask_for_names(self) -> None:
        """Read anew which tags are in use."""
        if self._session is not None:
            self._session.read(_names, self._on_names)

    def _on_rendered(self, text: str, page: str) -> None:
        self._asked.discard(text)
        while len(self._pages) >= _KEPT:
            self._pages.pop(next(iter(self._pages)))
        self._pages[text] = page
        self.rendered.emit(text)

    def _on_names(self, names: Sequence[str]) -> None:
        if self.names.stringList() != list(names):
            self.names.setStringList(list(names))


def _render(text: str, _desk: Desk) -> str:
    return note_page(text)


def _names(desk: Desk) -> Sequence[str]:
    return desk.annotating.tags_in_use()
