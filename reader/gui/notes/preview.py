"""A note as a page: what stands where nobody writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QImage, QPalette
from PySide6.QtWidgets import QTextBrowser, QWidget

from reader.presentation.offsets import utf16_to_code_points

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

_MOST_LINES = 16
_AROUND = 12
_DRAGGED = 4
_SCHEMES = ("http", "https", "mailto")


class NotePreview(QTextBrowser):
    """``edit_wanted(position)``: a click, Enter or F2, with the place on the page, else -1.

    Links go to the system's browser; nothing is ever loaded for a page.
    """

    edit_wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        # Tab goes to the box that is written in; Esc comes from there to the page.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(0)
        self._page = ""
        self._pressed: QPoint | None = None
        self.anchorClicked.connect(self._on_anchor_clicked)
        self._dress()

    @property
    def page(self) -> str:
        """Return the HTML that is shown."""
        return self._page

    def show_page(self, page: str) -> None:
        """Show a rendered note; one that is shown already is left where it is."""
        if page != self._page:
            self._page = page
            self.setHtml(page)

    def fitting_height(self) -> int:
        """Return the height that the page takes, up to sixteen lines."""
        most = _MOST_LINES * self.fontMetrics().lineSpacing()
        return min(round(self.document().size().height()), most) + _AROUND

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:  # noqa: ANN401 (as Qt has it)
        # Anything but a real picture would have Qt read the file itself.
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at, pressed = event.position().toPoint(), self._pressed
        self._pressed = None
        on_link = bool(self.anchorAt(at))
        super().mouseReleaseEvent(event)
        if pressed is None or on_link or self.textCursor().hasSelection():
            return
        if (at - pressed).manhattanLength() <= _DRAGGED:
            self.edit_wanted.emit(self.cursorForPosition(at).position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        on_link = enter and bool(self.textCursor().charFormat().anchorHref())
        if event.key() == Qt.Key.Key_F2 or (enter and not on_link):
            self.edit_wanted.emit(-1)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def _dress(self) -> None:
        """Set the page in the colours and the font of the window."""
        palette = self.palette()
        text, quiet, link = (palette.color(role).name() for role in _INKS)
        ground = palette.color(QPalette.ColorRole.Window).name()
        self.document().setDefaultStyleSheet(
            f"a {{ color: {link}; }}"
            f"code, pre {{ background-color: {ground}; color: {text}; }}"
            "h1, h2, h3, h4, h5, h6 { font-size: medium; font-weight: 700;"
            " margin-top: 6px; margin-bottom: 2px; }"
            "p, ul, ol { margin-top: 2px; margin-bottom: 4px; }"
            "ul, ol { margin-left: -18px; }"
            "blockquote { margin-left: 12px; margin-right: 0; }"
            f"blockquote p {{ color: {quiet}; }}"
        )
        self.document().setDefaultFont(self.font())
        if self._page:
            self.setHtml(self._page)

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        if url.scheme().lower() in _SCHEMES:
            QDesktopServices.openUrl(url)


_INKS = (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Link)


def place_in_words(words: str, shown: str, position: int) -> int:
    """Return where in a note's Markdown the sign stands that is at ``position`` of its page.

    The page has the words of the note in their order, without the marks: each is looked for
    behind the one before.
    """
    at, count = 0, utf16_to_code_points(shown, position)
    for sign in shown[:count]:
        if sign.isspace():
            continue
        found = words.find(sign, at, at + 400)
        if found >= 0:
            at = found + 1
    behind = shown[count : count + 1]
    found = words.find(behind, at, at + 400) if behind.strip() else -1
    return found if found >= 0 else at
