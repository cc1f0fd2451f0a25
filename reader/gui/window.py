"""The main window: places the panes and connects them. What is done is done by the flows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.gui.actions import ACTIONS, fill_menu, keys_of, make_actions
from reader.gui.adding_flow import AddingFlow
from reader.gui.article_flow import ArticleFlow
from reader.gui.article_pane.pane import ArticlePane
from reader.gui.export_flow import ExportFlow
from reader.gui.list_pane.pane import ListPane
from reader.gui.notices import Banner, Notice
from reader.gui.progress import ReadingProgress
from reader.gui.session import PAGE, ListPage, Session, Start
from reader.gui.side_pane.pane import SidePane
from reader.presentation.messages import Messages

if TYPE_CHECKING:
    from reader.gui.looks import Looks
    from reader.model.article import ArticleRow
    from reader.model.changes import Changes
    from reader.model.errors import ReaderError
    from reader.model.known import KnownArticle
    from reader.model.searching import Found, Hit
    from reader.system.settings import LanguageChoice, ThemeChoice

_SIZES = (316, 760, 352)


class MainWindow(QMainWindow):
    """The three panes. ``article_shown(id)`` after an article was laid out and painted."""

    article_shown = Signal(str)
    closing = Signal()

    def __init__(self, session: Session, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.looks = looks
        self.messages = Messages(looks.language)
        self._pending_hit: Hit | None = None
        self._show_highlight: tuple[str, bool] | None = None
        self.setWindowTitle("Chumoku 注目")
        self.setAcceptDrops(True)
        self.list_pane = ListPane(looks.theme, self.messages)
        self.article_pane = ArticlePane(looks.theme, self.messages)
        self.side_pane = SidePane(looks.theme, self.messages)
        self.banner = Banner()
        self.splitter = self._place_panes()
        self.notice = Notice(self.article_pane)
        self.articles = ArticleFlow(session, self.notice, self.messages, parent=self)
        self.adding = AddingFlow(session, self.notice, self.messages, window=self)
        self.exporting = ExportFlow(session, self.notice, self.messages, window=self)
        self.progress = ReadingProgress(self)
        self.actions_by_name = make_actions(self, self.messages)
        self._connect_session()
        self._connect_panes()
        self._connect_actions()
        self._restore_sizes()
        self._on_looks_changed()

    @property
    def known(self) -> KnownArticle | None:
        """Return the article that is open."""
        return self.article_pane.known

    def show_start(self, start: Start) -> None:
        """Show the first page of the list and the article to begin with."""
        if start.known is not None:
            self.show_article(start.known)
        current = start.known.article.id if start.known else ""
        self.list_pane.show_rows(start.page.rows, complete=start.page.complete, current=current)
        self.list_pane.focus_list()
        if not start.page.rows:
            self.article_pane.show_blank(self.messages("window.welcome"))

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
        self.side_pane.show_article(known)
        self.progress.show_article(known)
        self.list_pane.mark_current(known.article.id)
        self._show_waiting()
        self._update_actions()
        if other:
            self._expect_neighbours()
        self.article_shown.emit(known.article.id)

    def reload_list(self) -> None:
        """Read the view of the list anew, as far as it was shown."""
        limit = max(PAGE, self.list_pane.model.rowCount())
        self.session.page(self.list_pane.view, None, limit)

    def remember(self) -> None:
        """Write sizes, place and open article to the settings."""
        known, folder = self.known, self.session.folder
        geometry = bytes(self.saveGeometry().data())
        sizes = tuple(self.splitter.sizes())
        self.looks.keep(
            lambda settings: replace(
                settings.with_article(folder, known.article.id) if known else settings,
                window=geometry,
                splitters={**settings.splitters, "main": sizes},
            )
        )
        if known is not None:
            self.articles.keep_position(known.article.id, self.article_pane.view.top_position())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.side_pane.hand_over()
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
            self._next_pane(-1 if back else 1)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.side_pane.hand_over()

    def _place_panes(self) -> QSplitter:
        middle = QWidget()
        middle.setObjectName("middle")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.article_pane, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for pane, least in ((self.list_pane, 225), (middle, 300), (self.side_pane, 255)):
            pane.setMinimumWidth(least)
            splitter.addWidget(pane)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes(list(_SIZES))
        self.setCentralWidget(splitter)
        return splitter

    def _restore_sizes(self) -> None:
        settings = self.looks.settings
        self.resize(1440, 900)
        if settings.window:
            self.restoreGeometry(QByteArray(settings.window))
        sizes = settings.splitters.get("main", ())
        if len(sizes) == len(_SIZES) and any(sizes):
            self.splitter.setSizes(list(sizes))

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
        rows.hit_chosen.connect(self._on_hit_chosen)
        rows.search_wanted.connect(self.session.find)
        rows.search_left.connect(self._on_search_left)
        rows.view_changed.connect(self._on_view_changed)
        rows.page_wanted.connect(self._on_page_wanted)
        rows.menu_wanted.connect(self._on_list_menu)
        rows.reading_wanted.connect(page.view.setFocus)
        page.highlight_wanted.connect(self.articles.highlight)
        page.recolor_wanted.connect(self.articles.recolor)
        page.remove_wanted.connect(self.articles.remove_highlight)
        page.term_chosen.connect(self._on_term_chosen)
        page.watch_point_chosen.connect(self._on_watch_point_chosen)
        page.highlight_chosen.connect(self._on_highlight_chosen)
        page.link_chosen.connect(self._on_link_chosen)
        page.moved.connect(self._on_moved)
        side.point_chosen.connect(self._on_point_chosen)
        side.status_wanted.connect(self.articles.set_status)
        side.term_chosen.connect(self._on_term_wanted)
        side.highlight_chosen.connect(self._on_highlight_wanted)
        side.recolor_wanted.connect(self.articles.recolor)
        side.remove_wanted.connect(self.articles.remove_highlight)
        side.passage_chosen.connect(page.go_to)
        self.articles.highlighted.connect(self._on_highlighted)
        self.adding.added.connect(self._on_added)
        self.progress.status_reached.connect(self._on_status_reached)
        self.looks.changed.connect(self._on_looks_changed)

    def _connect_actions(self) -> None:
        actions = self.actions_by_name
        plain = {
            "add_files": self.adding.choose_files,
            "add_folder": self.adding.choose_folder,
            "paste": self.adding.paste,
            "export": self._on_export,
            "correct": self._on_correct,
            "toggle_read": self._on_toggle_read,
            "toggle_star": self._on_toggle_star,
            "trash": self._on_trash,
            "restore": self._on_restore,
            "search": self._on_search,
            "next": self._on_next,
            "previous": self._on_previous,
            "read": self.article_pane.view.setFocus,
            "larger": self._on_larger,
            "smaller": self._on_smaller,
            "usual_size": self._on_usual_size,
            "show_keys": self._on_show_keys,
            "quit": self.close,
        }
        for name, slot in plain.items():
            actions[name].triggered.connect(slot)
        for name in ("watch", "terms", "notes", "summary"):
            actions[f"show_{name}"].setData(name)
            actions[f"show_{name}"].triggered.connect(self._on_show_tab)
        self._groups = [self._choice("theme"), self._choice("language")]
        self._groups[0].triggered.connect(self._on_theme_chosen)
        self._groups[1].triggered.connect(self._on_language_chosen)
        menu = QMenu(self)
        fill_menu(menu, actions, (1, 2, 3, 4, 5, 6, 7))
        self.list_pane.menu_button.setMenu(menu)
        self._update_actions()

    def _choice(self, kind: str) -> QActionGroup:
        group = QActionGroup(self)
        chosen = getattr(self.looks.settings, kind)
        for name, action in self.actions_by_name.items():
            value = name.removeprefix(f"{kind}_")
            if value != name:
                action.setData(value)
                action.setChecked(value == chosen)
                group.addAction(action)
        return group

    def _update_actions(self) -> None:
        known = self.known
        in_trash = known is not None and bool(known.article.deleted)
        for name in ("export", "correct", "toggle_read", "toggle_star"):
            self.actions_by_name[name].setEnabled(known is not None)
        self.actions_by_name["trash"].setEnabled(known is not None and not in_trash)
        self.actions_by_name["restore"].setEnabled(in_trash)
        self.actions_by_name["restore"].setVisible(in_trash)

    def _show_waiting(self) -> None:
        """Go on to what was asked for before the article was there."""
        known = self.known
        if known is None:
            return
        if self._pending_hit is not None and self._pending_hit.article == known.article.id:
            hit, self._pending_hit = self._pending_hit, None
            self._show_hit(hit)
        if self._show_highlight is not None:
            id_, write = self._show_highlight
            if any(mark.id == id_ for mark in known.highlights):
                self._show_highlight = None
                if write:
                    self.side_pane.show_tab("notes")
                self.side_pane.notes.show_current(id_, write=write)

    def _show_hit(self, hit: Hit) -> None:
        known = self.known
        if known is None:
            return
        found = known.revision.text, self.list_pane.search_box.text()
        self.article_pane.mark_found(_occurrences(*found))
        if hit.kind == "watch_point":
            self._on_watch_point_chosen(hit.id)
            self._on_point_chosen(hit.id)
        elif hit.kind == "note":
            self.side_pane.show_tab("notes")
        elif hit.position:
            self.article_pane.go_to(hit.position, hit.position + 1)

    def _expect_neighbours(self) -> None:
        known = self.known
        place = self.list_pane.model.place_of(known.article.id) if known else -1
        if place >= 0:
            near = (self.list_pane.model.row_at(place + by) for by in (1, -1))
            self.session.expect([row.id for row in near if row is not None])

    def _next_pane(self, by: int) -> None:
        focus = [self.list_pane, self.article_pane, self.side_pane]
        focused = QApplication.focusWidget()
        has = [focused is not None and pane.isAncestorOf(focused) for pane in focus]
        place = (has.index(True) + by) % 3 if True in has else 0
        if place == 0:
            self.list_pane.focus_list()
        elif place == 1:
            self.article_pane.view.setFocus()
        else:
            self.side_pane.focus_tab(self.side_pane.tab)

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
        self._update_actions()

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

    @Slot(object)
    def _on_hit_chosen(self, hit: Hit) -> None:
        if not hit.article:
            return
        if self.known is not None and self.known.article.id == hit.article:
            self._show_hit(hit)
            return
        self._pending_hit = hit
        self.session.open(hit.article)

    @Slot(object)
    def _on_list_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self.actions_by_name, (2,))
        menu.addSeparator()
        menu.addAction(self.actions_by_name["export"])
        menu.popup(position)

    @Slot(str)
    def _on_term_chosen(self, term_id: str) -> None:
        self.side_pane.show_tab("terms")
        self.side_pane.terms.show_current(term_id)

    @Slot(str)
    def _on_term_wanted(self, term_id: str) -> None:
        """Go to the next place of a term behind the caret, from the last to the first."""
        known = self.known
        places = [one.occurrences for one in known.terms if one.id == term_id] if known else []
        if not places or not places[0]:
            return
        caret = self.article_pane.view.caret_offset()
        behind = [place for place in places[0] if place[0] > caret]
        start, end = behind[0] if behind else places[0][0]
        self.article_pane.go_to(start, end)
        self.article_pane.show_term(term_id, start)

    @Slot(str)
    def _on_watch_point_chosen(self, point_id: str) -> None:
        self.side_pane.show_tab("watch")
        self.side_pane.watch.show_current(point_id)

    @Slot(str)
    def _on_point_chosen(self, point_id: str) -> None:
        for point in self.known.watch_points if self.known else ():
            if point.id == point_id and point.end > point.start:
                self.article_pane.go_to(point.start, point.end)

    @Slot(str)
    def _on_highlight_chosen(self, highlight_id: str) -> None:
        self.side_pane.show_tab("notes")
        self.side_pane.notes.show_current(highlight_id, write=True)

    @Slot(str)
    def _on_highlight_wanted(self, highlight_id: str) -> None:
        for mark in self.known.highlights if self.known else ():
            if mark.id == highlight_id and mark.state != "lost":
                self.article_pane.go_to(mark.start, mark.end)

    @Slot(str, bool)
    def _on_highlighted(self, highlight_id: str, with_note: bool) -> None:
        self._show_highlight = (highlight_id, with_note)
        self._show_waiting()

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
        self.session.open(article_id)

    @Slot(str, str)
    def _on_status_reached(self, article_id: str, status: str) -> None:
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
        QMessageBox.warning(self, "Chumoku", self.messages.error(error))

    @Slot()
    def _on_looks_changed(self) -> None:
        looks = self.looks
        self.list_pane.set_look(looks.theme, looks.pixels)
        self.side_pane.set_look(looks.theme, looks.pixels)
        self.article_pane.set_look(looks.theme, looks.zoom)

    @Slot()
    def _on_export(self) -> None:
        if self.known is not None:
            self.side_pane.hand_over()
            self.exporting.open_dialog(self.known)

    @Slot()
    def _on_correct(self) -> None:
        from reader.gui.dialogs.correcting import CorrectDialog

        if self.known is not None:
            dialog = CorrectDialog(self.known.article, self.messages, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.corrected.connect(self.articles.correct)
            dialog.open()

    @Slot()
    def _on_toggle_read(self) -> None:
        if self.known is not None:
            status = "unread" if self.known.state.status == "read" else "read"
            self.articles.set_state(self.known.article.id, status=status)

    @Slot()
    def _on_toggle_star(self) -> None:
        if self.known is not None:
            self.articles.set_state(self.known.article.id, starred=not self.known.state.starred)

    @Slot()
    def _on_trash(self) -> None:
        if self.known is not None:
            self.articles.trash(self.known.article.id, self.known.article.title)

    @Slot()
    def _on_restore(self) -> None:
        if self.known is not None:
            self.articles.restore(self.known.article.id)

    @Slot()
    def _on_search(self) -> None:
        self.list_pane.search_box.setFocus()
        self.list_pane.search_box.selectAll()

    @Slot()
    def _on_next(self) -> None:
        self.list_pane.step(1)

    @Slot()
    def _on_previous(self) -> None:
        self.list_pane.step(-1)

    @Slot()
    def _on_show_tab(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.side_pane.focus_tab(str(action.data()))

    @Slot()
    def _on_larger(self) -> None:
        self.looks.zoom_by(1)

    @Slot()
    def _on_smaller(self) -> None:
        self.looks.zoom_by(-1)

    @Slot()
    def _on_usual_size(self) -> None:
        self.looks.zoom_by(0)

    @Slot(object)
    def _on_theme_chosen(self, action: QAction) -> None:
        self.looks.choose_theme(cast("ThemeChoice", action.data()))

    @Slot(object)
    def _on_language_chosen(self, action: QAction) -> None:
        self.looks.choose_language(cast("LanguageChoice", action.data()))

    @Slot()
    def _on_show_keys(self) -> None:
        from reader.gui.dialogs.telling import TextDialog

        lines = [
            f"{keys_of(spec):<28}{self.messages(f'window.action.{spec.name}')}"
            for spec in ACTIONS
            if spec.keys
        ]
        lines.append("")
        lines.append(self.messages("window.keys.article"))
        title = self.messages("window.action.show_keys")
        dialog = TextDialog(title, "", "\n".join(lines), messages=self.messages, parent=self)
        dialog.open()


def _occurrences(text: str, query: str) -> list[tuple[int, int]]:
    """Return where the words of a query stand in a text as they are written, at most 500."""
    found: list[tuple[int, int]] = []
    folded = text.casefold() if len(text.casefold()) == len(text) else text
    for word in query.replace('"', " ").casefold().split():
        start = folded.find(word)
        while start >= 0 and len(found) < 500:
            found.append((start, start + len(word)))
            start = folded.find(word, start + len(word))
    return found
