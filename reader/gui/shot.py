"""Draw the window into a picture: for the docs, for tests, for bug reports."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize

from reader.gui.application import Program, make_application, wait_until
from reader.gui.side_pane.pane import TABS
from reader.model.errors import NotFoundError, UsageError
from reader.system.settings import (
    LANGUAGE_CHOICES,
    THEME_CHOICES,
    LanguageChoice,
    ThemeChoice,
    load_settings,
    save_settings,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from reader.model.known import KnownArticle
    from reader.model.terms import ArticleTerm

VIEWS = (*TABS, "term", "search", "trash", "glossary", "card")
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Shot:
    """What to draw: an article's id or prefix, a view, theme, language, and ``WxH`` in pixels.

    The views are the tabs of the side pane, ``term`` (a hover card), ``search``, ``trash``,
    ``glossary`` and ``card`` (that of a term of the article).
    """

    article: str | None = None
    view: str | None = None
    theme: str | None = None
    language: str | None = None
    size: str | None = None


def take_shot(
    folder: Path,
    out: Path,
    *,
    settings_path: Path,
    article: str | None = None,
    view: str | None = None,
    theme: str | None = None,
    language: str | None = None,
    size: str | None = None,
) -> int:
    """Draw the window into a PNG without a screen; return the exit code."""
    make_application(offscreen=True)
    shot = Shot(article=article, view=view, theme=theme, language=language, size=size)
    return draw(folder, out, settings_path=settings_path, shot=shot)


def draw(folder: Path, out: Path, *, settings_path: Path, shot: Shot) -> int:
    """Draw the window of a library into a PNG; the reader's own settings stay as they are.

    Raises UsageError for a view, theme, language or size that there is not.
    """
    size = _size(shot.size)
    _check(shot)
    with tempfile.TemporaryDirectory(prefix="chumoku-shot-") as place:
        borrowed = Path(place) / "settings.json"
        settings = replace(
            load_settings(settings_path),
            theme=cast("ThemeChoice", shot.theme or "light"),
            window=b"",
            splitters={},
            view="articles",
        )
        if shot.language:
            settings = replace(settings, language=cast("LanguageChoice", shot.language))
        save_settings(borrowed, settings)
        program = Program(folder, settings_path=borrowed, visits=True)
        try:
            picture = _picture(program, size, shot)
        finally:
            program.close()
    return 0 if picture.save(str(out), "PNG") else 1


def _picture(program: Program, size: QSize, shot: Shot) -> QPixmap:
    window = program.window
    if not program.show():
        assert program.failure is not None
        raise program.failure
    window.resize(size)
    wait_until(lambda: program.idle, _PATIENCE)
    if shot.article:
        _open(program, shot.article)
    # What was laid out last moves only after its events have run.
    wait_until(lambda: False, 0.15)
    _show_view(program, shot.view)
    wait_until(lambda: program.idle, _PATIENCE)
    # The list paints what came last only after its events have run.
    wait_until(lambda: False, 0.15)
    return window.grab()


def _open(program: Program, prefix: str) -> None:
    found: list[str] = []
    program.session.failed.connect(lambda _error: found.append(""))
    program.window.session.failed.disconnect(program.window._on_failed)  # noqa: SLF001
    program.session.read(lambda desk: desk.reading.resolve(prefix), found.append)
    wait_until(lambda: bool(found), _PATIENCE)
    if not found or not found[0]:
        raise NotFoundError("no_such_id", id=prefix, kind="article")
    program.session.open(found[0])
    wait_until(
        lambda: program.window.known is not None and program.window.known.article.id == found[0],
        _PATIENCE,
    )


def _show_view(program: Program, view: str | None) -> None:
    window = program.window
    if view in TABS:
        window.side_pane.show_tab(view)
    elif view == "term" and window.known is not None:
        term = _term_of(window.known)
        if term is not None:
            text = window.known.revision.text
            places = [start for start, _end in term.occurrences]
            # The title is not the place to show it, if there is another.
            start = next((at for at in places if at > text.find("\n")), places[0])
            window.article_pane.show_term(term.id, start)
    elif view == "glossary":
        window.views.choose("glossary")
    elif view == "card" and window.known is not None:
        term = _term_of(window.known)
        if term is not None:
            window.views.show_card(term.id)
    elif view == "search" and window.known is not None:
        terms = [one for one in window.known.terms if one.shown]
        window.list_pane.search_box.setText(terms[0].text if terms else window.known.article.title)
    elif view == "trash":
        window.list_pane.show_view("trash")


def _term_of(known: KnownArticle) -> ArticleTerm | None:
    """Return the term of an article that has most to show: one with a definition, if any."""
    shown = [one for one in known.terms if one.shown and one.occurrences]
    return next((one for one in shown if one.definition), shown[0] if shown else None)


def _check(shot: Shot) -> None:
    known = {"view": VIEWS, "theme": THEME_CHOICES, "language": LANGUAGE_CHOICES}
    for name, values in known.items():
        value = getattr(shot, name)
        if value is not None and value not in values:
            raise UsageError("bad_choice", name=name, value=value, known=", ".join(values))


def _size(written: str | None) -> QSize:
    width, times, height = (written or "1440x900").lower().partition("x")
    if not (times and width.isdecimal() and height.isdecimal()):
        raise UsageError("bad_size", size=written)
    if not (400 <= int(width) <= 8000 and 300 <= int(height) <= 8000):
        raise UsageError("bad_size", size=written)
    return QSize(int(width), int(height))
