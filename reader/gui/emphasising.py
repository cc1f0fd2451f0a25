"""What is set off in articles: the legend and its keys, and the terms of other articles."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from reader.model.understanding import CATEGORIES
from reader.system.settings import TERMS_SHOWN, TermsShown

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.article_pane.pane import ArticlePane
    from reader.gui.looks import Looks
    from reader.gui.session import Session
    from reader.model.glossary import ElsewhereTerm
    from reader.services.desk import Desk
    from reader.system.settings import Settings


class Emphasising(QObject):
    """Keeps what is shown in the settings, and the article in line; ``changed(Settings)``."""

    changed = Signal(object)

    def __init__(
        self, session: Session, looks: Looks, article_pane: ArticlePane, *, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._looks = looks
        self._pane = article_pane
        self._asked = ""
        legend = article_pane.legend
        legend.category_toggled.connect(self.show_category)
        legend.level_chosen.connect(self.choose_level)
        legend.shown_toggled.connect(self.show_more)
        article_pane.set_emphasis(looks.settings)

    @Slot(str, bool)
    def show_category(self, category: str, on: bool) -> None:
        """Highlight the terms of a category, or not."""
        off = set(self._looks.settings.categories_off) - {category}
        if not on:
            off.add(category)
        kept = tuple(one for one in CATEGORIES if one in off)
        self._keep(lambda settings: replace(settings, categories_off=kept))

    def toggle_category(self, category: str) -> None:
        """Switch a category on or off."""
        self.show_category(category, category in self._looks.settings.categories_off)

    @Slot(str)
    def choose_level(self, level: str) -> None:
        """Highlight fewer terms, the usual ones, or all."""
        self._keep(lambda settings: replace(settings, terms_shown=cast("TermsShown", level)))

    def step_level(self, by: int) -> None:
        """Highlight more terms (1) or fewer (-1)."""
        place = TERMS_SHOWN.index(self._looks.settings.terms_shown) + by
        self.choose_level(TERMS_SHOWN[max(0, min(place, len(TERMS_SHOWN) - 1))])

    @Slot(str, bool)
    def show_more(self, what: str, on: bool) -> None:
        """Set off who says so and what is left open, or the terms of other articles."""
        if what == "attributions":
            self._keep(lambda settings: replace(settings, attributions_shown=on))
        else:
            self._keep(lambda settings: replace(settings, elsewhere_shown=on))

    @Slot()
    def ask_elsewhere(self) -> None:
        """Ask for the terms of other articles, where they are wanted."""
        known = self._pane.known
        if known is not None and self._looks.settings.elsewhere_shown:
            article_id = known.article.id
            self._session.read(
                partial(_elsewhere, article_id), partial(self._pane.show_elsewhere, article_id)
            )

    def _keep(self, change: Callable[[Settings], Settings]) -> None:
        before = self._looks.settings
        self._looks.keep(change)
        settings = self._looks.settings
        self._pane.set_emphasis(settings)
        if settings.elsewhere_shown and not before.elsewhere_shown:
            self.ask_elsewhere()
        self.changed.emit(settings)


def _elsewhere(article_id: str, desk: Desk) -> tuple[ElsewhereTerm, ...]:
    from reader.model.errors import NotFoundError

    try:
        return desk.glossary.elsewhere(article_id)
    except NotFoundError:
        # It went while the question was on its way: nothing is left to set off.
        return ()
