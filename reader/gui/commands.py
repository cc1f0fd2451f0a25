"""What the actions of the menu and the keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from reader.gui.actions import ACTIONS, WRITING, fill_menu, keys_of, make_actions
from reader.gui.reading_aids import ReadingAids
from reader.gui.settling.flow import SettleFlow

if TYPE_CHECKING:
    from reader.gui.glossary.view import GlossaryView
    from reader.gui.list_pane.pane import ListPane
    from reader.gui.notebook.view import NotebookView
    from reader.gui.window import MainWindow
    from reader.model.known import KnownArticle
    from reader.system.settings import LanguageChoice, ThemeChoice


class Commands(QObject):
    """Connects the actions with the flows and panes of a window, and knows which make sense."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.looks = window.looks
        self.messages = window.messages
        self.adding = window.adding
        self.exporting = window.exporting
        self.articles = window.articles
        self.views = window.views
        self.list_pane = window.list_pane
        self.article_pane = window.article_pane
        self.side_pane = window.side_pane
        self.actions_by_name = make_actions(window, window.messages)
        self._connect_actions()
        self.aids = ReadingAids(window, self.actions_by_name)
        self.settling = SettleFlow(window, self.actions_by_name)
        window.list_pane.menu_wanted.connect(self._on_list_menu)
        window.views.changed.connect(self.update)

    @property
    def known(self) -> KnownArticle | None:
        """Return the article that is to be seen: nothing is done to one behind another view."""
        return self.window.known if self.views.view == "articles" else None

    @property
    def _list(self) -> ListPane | GlossaryView | NotebookView:
        """Return the list of the view that is shown."""
        return self.views.other or self.list_pane

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
            "read": self._on_read,
            "show_articles": self._on_show_articles,
            "show_glossary": self._on_show_glossary,
            "show_notebook": self._on_show_notebook,
            "back": self.views.back,
            "larger": self._on_larger,
            "smaller": self._on_smaller,
            "usual_size": self._on_usual_size,
            "show_keys": self._on_show_keys,
            "show_reports": self._on_show_reports,
            "quit": self.window.close,
        }
        for name, slot in plain.items():
            actions[name].triggered.connect(slot)
        for name in ("watch", "terms", "notes", "summary"):
            actions[f"show_{name}"].setData(name)
            actions[f"show_{name}"].triggered.connect(self._on_show_tab)
        self._groups = [self._choice("theme"), self._choice("language")]
        self._groups[0].triggered.connect(self._on_theme_chosen)
        self._groups[1].triggered.connect(self._on_language_chosen)
        menu = QMenu(self.window)
        fill_menu(menu, actions, (1, 8, 2))
        menu.addSeparator()
        fill_menu(menu.addMenu(self.messages("window.menu.terms")), actions, (9, 10, 11, 12))
        fill_menu(menu.addMenu(self.messages("window.menu.go")), actions, (3,))
        fill_menu(menu.addMenu(self.messages("window.menu.view")), actions, (4, 5, 6))
        fill_menu(menu, actions, (13, 7))
        self.list_pane.menu_button.setMenu(menu)
        self.update()

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

    @Slot()
    def update(self) -> None:
        """Switch off what makes no sense for what is shown."""
        known = self.known
        in_trash = known is not None and bool(known.article.deleted)
        for name in ("export", "correct", "toggle_read", "toggle_star"):
            self.actions_by_name[name].setEnabled(known is not None)
        self.actions_by_name["trash"].setEnabled(known is not None and not in_trash)
        self.actions_by_name["restore"].setEnabled(in_trash)
        self.actions_by_name["restore"].setVisible(in_trash)
        if self.window.session.read_only:
            for name in WRITING:
                self.actions_by_name[name].setEnabled(False)

    @Slot(object)
    def _on_list_menu(self, position: QPoint) -> None:
        menu = QMenu(self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self.actions_by_name, (2,))
        menu.addSeparator()
        menu.addAction(self.actions_by_name["export"])
        menu.popup(position)

    @Slot()
    def _on_export(self) -> None:
        if self.known is not None:
            self.side_pane.hand_over()
            self.exporting.open_dialog(self.known)

    @Slot()
    def _on_correct(self) -> None:
        from reader.gui.dialogs.correcting import CorrectDialog

        if self.known is not None:
            dialog = CorrectDialog(self.known.article, self.messages, self.window)
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
    def _on_read(self) -> None:
        self.views.show("articles")
        self.article_pane.view.setFocus()

    @Slot()
    def _on_show_articles(self) -> None:
        self.views.choose("articles")

    @Slot()
    def _on_show_glossary(self) -> None:
        self.views.choose("glossary")

    @Slot()
    def _on_show_notebook(self) -> None:
        self.views.choose("notebook")

    @Slot()
    def _on_search(self) -> None:
        other = self.views.other
        if other is not None:
            other.search()
            return
        self.list_pane.search_box.setFocus()
        self.list_pane.search_box.selectAll()

    @Slot()
    def _on_next(self) -> None:
        self._list.step(1)

    @Slot()
    def _on_previous(self) -> None:
        self._list.step(-1)

    @Slot()
    def _on_show_tab(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.views.show("articles")
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
    def _on_show_reports(self) -> None:
        from reader.gui.crashes import show_folder

        show_folder(self.window)

    @Slot()
    def _on_show_keys(self) -> None:
        from reader.gui.article_pane.steps import step_keys
        from reader.gui.dialogs.telling import TextDialog

        lines = [
            f"{keys_of(spec)}\t{self.actions_by_name[spec.name].text()}"
            for spec in ACTIONS
            if spec.keys
        ]
        lines.append("")
        lines.append(self.messages("window.keys.article"))
        lines.append(self.messages("notes.keys"))
        word, sentence = step_keys()
        lines.append(self.messages("marking.keys.caret", word=word, sentence=sentence))
        lines.append(self.messages("marking.keys"))
        lines.append(self.messages("glossary.keys"))
        lines.append(self.messages("notebook.keys"))
        title = self.messages("window.action.show_keys")
        dialog = TextDialog(title, "", "\n".join(lines), messages=self.messages, parent=self.window)
        dialog.open()
