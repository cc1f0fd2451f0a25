"""The right pane: tabs for watch points, terms, notes and the summary of the open article."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.gui.notes.aids import NoteAids
    from reader.gui.saving import SaveKey
    from reader.gui.session import Session
    from reader.gui.side_pane.note_panel import NotePanel
    from reader.gui.side_pane.summary_panel import SummaryPanel
    from reader.gui.side_pane.tabs import Tabs
    from reader.gui.side_pane.term_panel import TermPanel
    from reader.gui.side_pane.watch_panel import WatchPanel
    from reader.model.known import KnownArticle
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme
    from reader.system.settings import Settings

TABS = ("watch", "terms", "notes", "summary")


class SidePane(QWidget):
    """Shows what is known of the open article, a tab each; tells what the reader chose.

    Signals as in the panels; ``save_wanted(key, text, expected)`` for words to commit,
    ``term_act_chosen(TermAct)`` for what the menu of a term asks, ``dismiss_asked(id)`` for a
    watch point that is none.
    """

    point_chosen = Signal(str)
    status_wanted = Signal(str, str)
    term_chosen = Signal(str)
    term_card_asked = Signal(str)
    term_act_chosen = Signal(object)
    dismiss_asked = Signal(str)
    highlight_chosen = Signal(str)
    recolor_wanted = Signal(str, str)
    remove_wanted = Signal(str)
    settle_wanted = Signal(str)
    passage_chosen = Signal(int, int)
    save_wanted = Signal(object, str, str)

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        *,
        pixels: float = 13,
        session: Session | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._messages = messages
        self.article_id = ""
        self._known: KnownArticle | None = None
        self._settings: Settings | None = None
        self._theme = theme
        self._pixels = pixels
        self.setEnabled(False)

    @cached_property
    def watch(self) -> WatchPanel:
        """Return the panel of the watch points."""
        return self._panels[0]

    @cached_property
    def terms(self) -> TermPanel:
        """Return the panel of the terms."""
        return self._panels[1]

    @cached_property
    def notes(self) -> NotePanel:
        """Return the panel of the notes."""
        return self._panels[2]

    @cached_property
    def summary(self) -> SummaryPanel:
        """Return the panel of the summary."""
        return self._panels[3]

    @cached_property
    def note_aids(self) -> NoteAids:
        """Return what the note editors of the window share."""
        from reader.gui.notes.aids import NoteAids

        return NoteAids(self._session, self)

    @property
    def tab(self) -> str:
        """Return the name of the tab that is shown."""
        return TABS[self._tabs.current]

    def show_tab(self, name: str) -> None:
        """Show a tab by its name."""
        number = TABS.index(name)
        self._tabs.choose(number)
        self._stack.setCurrentIndex(number)

    def focus_tab(self, name: str) -> None:
        """Show a tab and give it the keyboard."""
        self.show_tab(name)
        if name == "notes":
            self.notes.write_article_note()
        elif name == "summary" and self.summary.editor is not None:
            self.summary.editor.setFocus()
        elif name == "terms":
            self.terms.setFocus()
        else:
            self._tabs.button(TABS.index(name)).setFocus()

    def show_article(self, known: KnownArticle) -> None:
        """Show everything of an article, in place where it is the same one."""
        self.setEnabled(True)
        self._stack.show()
        self.article_id = known.article.id
        self._known = known
        why = self._why_nothing(known)
        self.watch.show_points(known.watch_points, none=why or self._messages("window.watch.none"))
        self.terms.show_terms(known.terms, none=why or self._messages("terms.none"))
        self.notes.show_article(known)
        self.summary.show_article(known, none=why)
        self._count("watch", len(known.watch_points))
        self._light_terms(known)
        notes = len(known.notes) + len(known.highlights)
        self._count("notes", notes + sum(len(point.notes) for point in known.watch_points))

    def set_emphasis(self, settings: Settings) -> None:
        """Follow what is highlighted in the article."""
        self._settings = settings
        if self._known is not None:
            self._light_terms(self._known)

    def show_unsaved(self, words: Mapping[SaveKey, str]) -> None:
        """Show words of this article that the saver still has: nothing is typed over them."""
        for key, text in words.items():
            for panel in (self.watch, self.notes, self.summary):
                panel.show_unsaved(key, text)

    def show_nothing(self) -> None:
        """Show that no article is open."""
        self.article_id = ""
        self._known = None
        self.watch.show_points(())
        self.terms.show_terms(())
        for name in TABS[:3]:
            self._count(name, 0)
        self._stack.hide()
        self.setEnabled(False)

    def show_saving(self, state: str) -> None:
        """Say how the saving stands: ``saving``, ``saved``, ``failed`` or nothing."""
        self._footer.setText(self._messages(f"window.saving.{state}") if state else "")

    @Slot(object, str, str, str)
    def confirm(self, key: SaveKey, text: str, asked: str, note_id: str) -> None:
        """Pass the saver's answer on to the editor that it is for."""
        if key.kind == "summary":
            self.summary.confirm(key, text, asked)
        elif key.target == "watch_point":
            self.watch.confirm(key, text, asked, note_id)
        else:
            self.notes.confirm(key, text, asked, note_id)

    def hand_over(self) -> None:
        """Hand all new words to the saver now."""
        if "_panels" in self.__dict__:
            for panel in (self.watch, self.notes, self.summary):
                panel.hand_over()

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the interface text."""
        self._theme, self._pixels = theme, pixels
        if "_panels" not in self.__dict__:
            return
        self.terms.set_look(theme, pixels)
        self.notes.set_theme(theme)

    @cached_property
    def _tabs(self) -> Tabs:
        """Make the tabs and all below them; the first paint of an article does without."""
        from reader.gui.side_pane.tabs import Tabs

        tabs = Tabs([self._messages(f"window.tab.{name}") for name in TABS])
        tabs.chosen.connect(self._stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(tabs)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._footer)
        return tabs

    @cached_property
    def _stack(self) -> QStackedWidget:
        return QStackedWidget(self)

    @cached_property
    def _footer(self) -> QLabel:
        footer = words_label(name="muted")
        footer.setContentsMargins(16, 2, 14, 8)
        return footer

    def _count(self, name: str, count: int) -> None:
        self._tabs.set_count(TABS.index(name), count)

    def _light_terms(self, known: KnownArticle) -> None:
        """Show in list and tab which terms are highlighted in the article."""
        from reader.presentation.emphasis import highlighted

        if self._settings is None:
            lit = highlighted(known.terms)
        else:
            settings = self._settings
            lit = highlighted(known.terms, settings.terms_shown, settings.categories_off)
        self.terms.light({term.id for term in lit})
        self._count("terms", len(lit))

    def _why_nothing(self, known: KnownArticle) -> str:
        """Say why an article has neither terms nor watch points, where its words are no reason."""
        from reader.presentation.languages import has_rules

        if not known.understood:
            return self._messages("terms.pending")
        return "" if has_rules(known.article.language) else self._messages("terms.structure_only")

    @cached_property
    def _panels(self) -> tuple[WatchPanel, TermPanel, NotePanel, SummaryPanel]:
        """Make the panels, which the first paint of an article does without."""
        from reader.gui.side_pane.note_panel import NotePanel
        from reader.gui.side_pane.summary_panel import SummaryPanel
        from reader.gui.side_pane.term_panel import TermPanel
        from reader.gui.side_pane.watch_panel import WatchPanel

        panels = (
            WatchPanel(self._messages, self.note_aids),
            TermPanel(self._theme, self._messages, pixels=self._pixels),
            NotePanel(self._theme, self._messages, self.note_aids),
            SummaryPanel(self._messages),
        )
        for panel in panels:
            self._stack.addWidget(panel)
        self._connect(*panels)
        self._stack.setCurrentIndex(self._tabs.current)
        return panels

    def _connect(
        self, watch: WatchPanel, terms: TermPanel, notes: NotePanel, summary: SummaryPanel
    ) -> None:
        watch.point_chosen.connect(self.point_chosen)
        watch.status_wanted.connect(self.status_wanted)
        watch.dismiss_asked.connect(self.dismiss_asked)
        terms.term_chosen.connect(self.term_chosen)
        terms.card_asked.connect(self.term_card_asked)
        terms.act_chosen.connect(self.term_act_chosen)
        notes.highlight_chosen.connect(self.highlight_chosen)
        notes.recolor_wanted.connect(self.recolor_wanted)
        notes.remove_wanted.connect(self.remove_wanted)
        notes.settle_wanted.connect(self.settle_wanted)
        summary.passage_chosen.connect(self.passage_chosen)
        for panel in (watch, notes, summary):
            panel.save_wanted.connect(self.save_wanted)
