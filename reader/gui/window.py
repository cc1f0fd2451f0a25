"""The main window: places the panes and connects them. What is done is done by the flows."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from reader.gui.article_flow import ArticleFlow
from reader.gui.article_pane.pane import ArticlePane
from reader.gui.guarding import guarded
from reader.gui.jumps import Jumps
from reader.gui.list_pane.pane import ListPane
from reader.gui.notices import Banner, Notice
from reader.gui.progress import ReadingProgress
from reader.gui.session import PAGE, ListPage, Session, Start
from reader.gui.side_pane.pane import SidePane
from reader.gui.views import Views
from reader.presentation.messages import Messages

if TYPE_CHECKING:
    from reader.gui.adding_flow import AddingFlow
    from reader.gui.commands import Commands
    from reader.gui.export_flow import ExportFlow
    from reader.gui.looks import Looks
    from reader.model.article import ArticleRow
    from reader.model.changes import Changes
    from reader.model.errors import ReaderError
    from reader.model.known import KnownArticle
    from reader.model.searching import Found

_PAINTED_BY = 200


class MainWindow(QMainWindow):
    """The three panes. ``article_shown(id)`` when an article and all beside it is shown."""

    article_shown = Signal(str)
    closing = Signal()

    def __init__(self, session: Session, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.looks = looks
        self.messages = Messages(looks.language)
        self.setWindowTitle("Chumoku 注目")
        self.setAcceptDrops(True)
        self.list_pane = ListPane(looks.theme, self.messages, pixels=looks.pixels)
        self.article_pane = ArticlePane(
            looks.theme, self.messages, zoom=looks.zoom, settings=looks.settings
        )
        self.side_pane = SidePane(looks.theme, self.messages, pixels=looks.pixels, session=session)
        self.banner = Banner()
        self.views = Views(self)
        self.splitter = self.views.splitter
        self.notice = Notice(self.views.middle)
        self.articles = ArticleFlow(session, self.notice, self.messages, parent=self)
        self.progress = ReadingProgress(self)
        self.jumps = Jumps(
            session, self.list_pane, self.article_pane, side_pane=self.side_pane, parent=self
        )
        self._connect_session()
        self._connect_panes()
        self._first_page: ListPage | None = None
        self._unpainted = QTimer(self)
        self._unpainted.setSingleShot(True)
        self._unpainted.setInterval(_PAINTED_BY)
        self._unpainted.timeout.connect(self._on_article_painted)
        self.article_pane.view.page_painted.connect(self._on_article_painted)
        self._restore_sizes()

    @cached_property
    def commands(self) -> Commands:
        """Return the menu and its keys, made after the first paint."""
        from reader.gui.commands import Commands

        return Commands(self)

    @cached_property
    def adding(self) -> AddingFlow:
        """Return the way of files and pasted text into the library."""
        from reader.gui.adding_flow import AddingFlow

        adding = AddingFlow(self.session, self.notice, self.messages, window=self)
        adding.added.connect(self._on_added)
        return adding

    @cached_property
    def exporting(self) -> ExportFlow:
        """Return the way of annotated summaries out of the library."""
        from reader.gui.export_flow import ExportFlow

        return ExportFlow(self.session, self.notice, self.messages, window=self)

    @property
    def known(self) -> KnownArticle | None:
        """Return the article that is open."""
        return self.article_pane.known

    def show_start(self, start: Start) -> None:
        """Show the article to begin with, and the first page of the list when it is painted."""
        if start.known is not None:
            self._first_page = start.page
            self.show_article(start.known)
            return
        self._on_page_ready(start.page)
        self.list_pane.focus_list()
        if not start.page.rows:
            self.article_pane.show_blank(self.messages("window.welcome"))
            self.side_pane.show_nothing()

    def show_article(self, known: KnownArticle) -> None:
        """Show an article; the side pane follows after the page was painted."""
        before = self.known
        if before is not None and before == known:
            return
        other = before is None or before.article.id != known.article.id
        if other:
            self.side_pane.hand_over()
        self.articles.article_id = known.article.id
        self.article_pane.show_article(known)
        if self.views.view == "articles":
            self.progress.show_article(known)
        self.list_pane.mark_current(known.article.id)
        if other:
            # The page is painted first, and what stands beside it comes right after. A window
            # that is not to be seen is not painted: then it comes all the same.
            self._unpainted.start()
        else:
            self._show_beside(known)

    def reload_list(self) -> None:
        """Read the view of the list anew, as far as it was shown."""
        limit = max(PAGE, self.list_pane.model.rowCount())
        self.session.page(self.list_pane.view, None, limit)

    @guarded
    def remember(self) -> None:
        """Write sizes, place and open article to the settings."""
        known, folder = self.known, self.session.folder
        geometry = bytes(self.saveGeometry().data())
        sizes = tuple(self.views.sizes)
        self.looks.keep(
            lambda settings: replace(
                settings.with_article(folder, known.article.id) if known else settings,
                window=geometry,
                splitters={**settings.splitters, "main": sizes},
                view=self.views.view,
            )
        )
        if known is not None:
            self.articles.keep_position(known.article.id, self.article_pane.view.top_position())

    @guarded
    def hand_over(self) -> None:
        """Hand all words that were typed to the saver now."""
        self.side_pane.hand_over()
        self.views.hand_over()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.hand_over()
        self.remember()
        self.closing.emit()
        if event.isAccepted():
            super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.adding.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.adding.take(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F6:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.views.next_pane(-1 if back else 1)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.hand_over()

    def _restore_sizes(self) -> None:
        settings = self.looks.settings
        self.resize(1440, 900)
        if settings.window:
            self.restoreGeometry(QByteArray(settings.window))
        self.views.restore(settings.splitters.get("main", ()), settings.view)

    def _connect_session(self) -> None:
        session = self.session
        session.article_ready.connect(self.show_article)
        session.article_gone.connect(self._on_article_gone)
        session.page_ready.connect(self._on_page_ready)
        session.row_ready.connect(self.list_pane.model.change)
        session.found.connect(self._on_found)
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self._on_changed_elsewhere)
        session.failed.connect(self._on_failed)
        saver = session.saver
        self.side_pane.save_wanted.connect(saver.put)
        saver.stored.connect(self.side_pane.confirm)
        saver.state_changed.connect(self._on_saving)
        saver.failed.connect(self._on_save_failed)

    def _connect_panes(self) -> None:
        rows, page, side = self.list_pane, self.article_pane, self.side_pane
        rows.article_chosen.connect(self.session.open)
        rows.search_wanted.connect(self.session.find)
        rows.search_left.connect(self._on_search_left)
        rows.view_changed.connect(self._on_view_changed)
        rows.page_wanted.connect(self._on_page_wanted)
        rows.reading_wanted.connect(page.view.setFocus)
        page.highlight_wanted.connect(self.articles.highlight)
        page.recolor_wanted.connect(self.articles.recolor)
        page.remove_wanted.connect(self.articles.remove_highlight)
        page.link_chosen.connect(self._on_link_chosen)
        page.term_card_asked.connect(self.views.show_card)
        side.term_card_asked.connect(self.views.show_card)
        page.moved.connect(self._on_moved)
        side.status_wanted.connect(self.articles.set_status)
        side.recolor_wanted.connect(self.articles.recolor)
        side.remove_wanted.connect(self.articles.remove_highlight)
        self.articles.highlighted.connect(self.jumps.show_highlighted)
        self.progress.status_reached.connect(self._on_status_reached)
        self.looks.changed.connect(self._on_looks_changed)

    def _show_beside(self, known: KnownArticle) -> None:
        self.commands.update()
        self.side_pane.show_article(known)
        self.side_pane.show_unsaved(self.session.saver.unsaved)
        self.jumps.show_waiting()
        self.article_shown.emit(known.article.id)

    def _expect_neighbours(self) -> None:
        known = self.known
        place = self.list_pane.model.place_of(known.article.id) if known else -1
        if place >= 0:
            near = (self.list_pane.model.row_at(place + by) for by in (1, -1))
            self.session.expect([row.id for row in near if row is not None])

    def _leave_article(self, article_id: str) -> None:
        """Show another article than the one that went away."""
        if self.known is None or self.known.article.id != article_id:
            return
        other = self.list_pane.neighbour_of(article_id)
        if other:
            self.session.open(other)
            return
        self.side_pane.hand_over()
        self.progress.stop()
        self.article_pane.show_blank(self.messages("window.welcome"))
        self.side_pane.show_nothing()
        self.commands.update()

    @Slot()
    def _on_article_painted(self) -> None:
        self._unpainted.stop()
        if self._first_page is not None:
            page, self._first_page = self._first_page, None
            self._on_page_ready(page)
            self.list_pane.focus_list()
        if self.known is not None and self.side_pane.article_id != self.known.article.id:
            self._show_beside(self.known)
            self._expect_neighbours()

    @Slot(object)
    def _on_page_ready(self, page: ListPage) -> None:
        if page.view != self.list_pane.view:
            return
        if page.after is not None:
            self.list_pane.model.append(page.rows, complete=page.complete)
            return
        current = self.known.article.id if self.known else ""
        self.list_pane.show_rows(page.rows, complete=page.complete, current=current)
        if self.known is None and page.rows and page.view != "trash":
            self.session.open(page.rows[0].id)

    @Slot(object)
    def _on_page_wanted(self, after: ArticleRow | None) -> None:
        self.session.page(self.list_pane.view, after)

    @Slot(str)
    def _on_view_changed(self, view: str) -> None:
        self.session.page(view)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.added or changes.removed:
            self.reload_list()
        else:
            for article_id in changes.articles:
                self.session.row(article_id)
        for article_id in changes.removed:
            self._leave_article(article_id)
        known = self.known
        if known is not None and known.article.id in changes.articles - changes.removed:
            self.session.reload(known.article.id)
        if self.list_pane.searching:
            self.session.find(self.list_pane.search_box.text())

    @Slot()
    def _on_changed_elsewhere(self) -> None:
        self.reload_list()
        if self.known is not None:
            self.session.reload(self.known.article.id)

    @Slot(str)
    def _on_article_gone(self, article_id: str) -> None:
        self.reload_list()
        self._leave_article(article_id)

    @Slot(str, object)
    def _on_found(self, _query: str, found: Found) -> None:
        if self.list_pane.searching:
            self.list_pane.show_hits(found)

    @Slot()
    def _on_search_left(self) -> None:
        self.article_pane.mark_found([])

    @Slot(str)
    def _on_link_chosen(self, address: str) -> None:
        if address.startswith(("http://", "https://", "mailto:")):
            QDesktopServices.openUrl(QUrl(address))

    @Slot(int)
    def _on_moved(self, position: int) -> None:
        if self.known is None:
            return
        self.articles.keep_position(self.known.article.id, position)
        bar = self.article_pane.view.verticalScrollBar()
        self.progress.set_at_end(bar.value() >= bar.maximum() - 40)

    @Slot(str)
    def _on_added(self, article_id: str) -> None:
        self.views.show("articles")
        self.session.open(article_id)

    @Slot(str, str)
    def _on_status_reached(self, article_id: str, status: str) -> None:
        if not self.session.read_only:
            self.articles.set_state(article_id, status=status)

    @Slot(str)
    def _on_saving(self, state: str) -> None:
        self.side_pane.show_saving(state)
        if state == "saved":
            self.banner.say("")

    @Slot(object, object)
    def _on_save_failed(self, _key: object, error: ReaderError) -> None:
        self.banner.say(f"{self.messages.error(error)} {self.messages('window.saving.kept')}")

    @Slot(object)
    def _on_failed(self, error: ReaderError) -> None:
        if not self.isVisible():
            # The library could not be opened at all: the program tells that.
            return
        if error.code == "read_only" and self.session.read_only:
            self.notice.say(self.messages("safety.read_only.refused"))
            return
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.warning(self, "Chumoku", self.messages.error(error))

    @Slot()
    def _on_looks_changed(self) -> None:
        looks = self.looks
        self.list_pane.set_look(looks.theme, looks.pixels)
        self.side_pane.set_look(looks.theme, looks.pixels)
        self.article_pane.set_look(looks.theme, looks.zoom)
