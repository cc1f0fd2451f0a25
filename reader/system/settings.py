"""What the program remembers of its window and the reader's choices, in one small JSON file.

A key that this version does not know is kept for the version that does. What cannot be read
is set aside, never overwritten: a damaged file costs the sizes of a window, not a start.
"""

from __future__ import annotations

import binascii
import logging
import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from reader.system.files import FileError, read_limited, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_log = logging.getLogger(__name__)

ThemeChoice = Literal["system", "light", "dark"]
LanguageChoice = Literal["system", "ja", "en"]
ViewChoice = Literal["articles", "glossary", "notebook"]
VIEW_CHOICES: tuple[ViewChoice, ...] = ("articles", "glossary", "notebook")
THEME_CHOICES: tuple[ThemeChoice, ...] = ("system", "light", "dark")
LANGUAGE_CHOICES: tuple[LanguageChoice, ...] = ("system", "ja", "en")

TermsShown = Literal["fewer", "usual", "more"]
TERMS_SHOWN: tuple[TermsShown, ...] = ("fewer", "usual", "more")

ZOOM_LEAST, ZOOM_MOST = 50, 400
_MAX_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as values; change them with ``dataclasses.replace``.

    ``zoom`` is in per cent. ``window`` is what Qt's ``saveGeometry`` gave, ``splitters`` the
    sizes by the splitter's name. ``last_article`` is an article's id by library folder.
    ``terms_shown`` says how many terms are highlighted, ``categories_off`` of which categories
    none is; attributions and hedges, and terms that only other articles know, are set off on
    demand.
    ``unknown`` holds what another version wrote.
    """

    theme: ThemeChoice = "system"
    language: LanguageChoice = "system"
    zoom: int = 100
    window: bytes = b""
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    last_article: Mapping[str, str] = field(default_factory=dict)
    view: ViewChoice = "articles"
    terms_shown: TermsShown = "usual"
    categories_off: tuple[str, ...] = ()
    attributions_shown: bool = False
    elsewhere_shown: bool = False
    unknown: Mapping[str, object] = field(default_factory=dict)

    def article_of(self, library: Path) -> str:
        """Return the id of the article that was open last in this library, or nothing."""
        return self.last_article.get(str(library), "")

    def with_article(self, library: Path, article_id: str) -> Settings:
        """Return settings that remember this article for this library."""
        return replace(self, last_article={**self.last_article, str(library): article_id})


def load_settings(path: Path) -> Settings:
    """Return the settings at ``path``; the usual ones where there are none or they are damaged."""
    import json

    try:
        data = read_limited(path, _MAX_BYTES)
    except FileError as error:
        if error.code != "missing":
            _log.warning("the settings cannot be read, the usual ones are used: %s", error)
        return Settings()
    try:
        written = json.loads(data)
        if not isinstance(written, dict):
            raise TypeError("no object")
    except (ValueError, TypeError, RecursionError) as error:
        _set_aside(path, error)
        return Settings()
    return _from_json(written)


def save_settings(path: Path, settings: Settings) -> bool:
    """Write the settings; say whether it was possible (it is logged, and stops nothing)."""
    import json

    text = json.dumps(_to_json(settings), ensure_ascii=False, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode("utf-8", "replace") + b"\n")
    except (FileError, OSError) as error:
        _log.warning("the settings could not be saved: %s", error)
        return False
    return True


def update_settings(path: Path, change: Callable[[Settings], Settings]) -> Settings:
    """Apply ``change`` to what is on disk now, so that another window's choices stay."""
    settings = change(load_settings(path))
    save_settings(path, settings)
    return settings


def _to_json(settings: Settings) -> dict[str, object]:
    return {
        **settings.unknown,
        "theme": settings.theme,
        "language": settings.language,
        "zoom": settings.zoom,
        "window": binascii.b2a_base64(settings.window, newline=False).decode("ascii"),
        "splitters": {name: list(sizes) for name, sizes in settings.splitters.items()},
        "last_article": dict(settings.last_article),
        "view": settings.view,
        "terms_shown": settings.terms_shown,
        "categories_off": list(settings.categories_off),
        "attributions_shown": settings.attributions_shown,
        "elsewhere_shown": settings.elsewhere_shown,
    }


def _from_json(written: dict[str, object]) -> Settings:
    """Take every value that makes sense; another one falls back to the usual."""
    known = dict(written)
    theme, language = known.pop("theme", None), known.pop("language", None)
    zoom, view = known.pop("zoom", None), known.pop("view", None)
    level = known.pop("terms_shown", None)
    return Settings(
        theme=theme if theme in THEME_CHOICES else "system",
        language=language if language in LANGUAGE_CHOICES else "system",
        zoom=min(max(zoom, ZOOM_LEAST), ZOOM_MOST) if isinstance(zoom, int) else 100,
        window=_bytes(known.pop("window", None)),
        splitters=_sizes(known.pop("splitters", None)),
        last_article=_words(known.pop("last_article", None)),
        view=view if view in VIEW_CHOICES else "articles",
        terms_shown=level if level in TERMS_SHOWN else "usual",
        categories_off=_names(known.pop("categories_off", None)),
        attributions_shown=known.pop("attributions_shown", None) is True,
        elsewhere_shown=known.pop("elsewhere_shown", None) is True,
        unknown=known,
    )


def _bytes(written: object) -> bytes:
    if not isinstance(written, str):
        return b""
    try:
        return binascii.a2b_base64(written)
    except ValueError:
        return b""


def _sizes(written: object) -> dict[str, tuple[int, ...]]:
    if not isinstance(written, dict):
        return {}
    return {
        str(name): tuple(sizes)
        for name, sizes in written.items()
        if isinstance(sizes, list) and all(isinstance(size, int) and size >= 0 for size in sizes)
    }


def _names(written: object) -> tuple[str, ...]:
    """Keep names in order, whichever they are: a later version may know more of them."""
    if not isinstance(written, list):
        return ()
    return tuple(dict.fromkeys(name for name in written if isinstance(name, str)))


def _words(written: object) -> dict[str, str]:
    if not isinstance(written, dict):
        return {}
    return {str(name): value for name, value in written.items() if isinstance(value, str)}


def _set_aside(path: Path, error: Exception) -> None:
    """Move a damaged file out of the way under a name that nothing has yet."""
    aside = path.with_name(f"{path.name}.damaged")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{number}")
    try:
        os.replace(path, aside)  # noqa: PTH105
    except OSError as refused:
        _log.warning("the settings are damaged (%s) and could not be moved: %s", error, refused)
        return
    _log.warning("the settings were damaged (%s); they are kept as %s", error, aside)
