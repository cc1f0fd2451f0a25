"""Articles made by hand, with all that is known of them: what pages and panes are tested with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reader.model.annotations import Anchor, Highlight, HighlightColor, Note, NoteTarget, Summary
from reader.model.article import Article, ArticleRow, ArticleState, Revision
from reader.model.blocks import Block, BlockKind, Span, SpanKind
from reader.model.known import KnownArticle
from reader.model.passage import Passage
from reader.model.terms import ArticleTerm
from reader.model.watching import WatchPoint, WatchStatus

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.model.annotations import AnchorState
    from reader.model.understanding import Category

NOW = "2026-01-10T09:00:00Z"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: ``before`` and ``after`` stay outside of its block.

    ``spans`` are (start, end, kind, target), counted from the beginning of ``words``.
    """

    kind: BlockKind
    words: str
    before: str = ""
    after: str = ""
    level: int = 0
    spans: tuple[tuple[int, int, SpanKind, str], ...] = ()


def lay(*lines: Line) -> tuple[str, tuple[Block, ...]]:
    """Join lines into a text, and return it with its blocks."""
    text = ""
    blocks = []
    for line in lines:
        text += ("\n" if text else "") + line.before
        start = len(text)
        spans = tuple(
            Span(start + first, start + last, kind, target)
            for first, last, kind, target in line.spans
        )
        text += line.words
        blocks.append(Block(line.kind, start, len(text), line.level, spans))
        text += line.after
    return text, tuple(blocks)


def known_article(*lines: Line, id: str = "a" * 16, **parts: Any) -> KnownArticle:  # noqa: A002, ANN401
    """Return an article of these lines; ``parts`` are of KnownArticle, or of its Article."""
    text, blocks = lay(*lines)
    title = next((line.words for line in lines if line.kind == "title"), lines[0].words)
    article = Article(
        id=id,
        number=1,
        title=title,
        author="",
        publisher="",
        source="テスト通信",
        url="",
        published="2025-12-03",
        event_date="",
        event_date_text="",
        language="ja",
        added=NOW,
        origin="",
    )
    of_article = {name: parts.pop(name) for name in list(parts) if hasattr(article, name)}
    known = KnownArticle(
        article=replace(article, **of_article),
        revision=Revision(1, "0" * 64, text, blocks, NOW),
        state=ArticleState(),
        understood=True,
    )
    return replace(known, **parts)


def places(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return every place where words stand in a text, which must be one at least."""
    found = []
    at = text.index(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    return tuple(found)


def term(text: str, words: str, category: Category = "person", **parts: Any) -> ArticleTerm:  # noqa: ANN401
    """Return a term of a text, with all of its places; its id is made of its words."""
    found = ArticleTerm(
        id=f"term {words}",
        text=words,
        category=category,
        reading="",
        aliases=(),
        occurrences=parts.pop("occurrences", None) or places(text, words),
        weight=1.0,
        shown=True,
    )
    return replace(found, **parts)


def passage(text: str, words: str) -> Passage:
    """Return the first passage of a text that has these words."""
    return Passage(words, *places(text, words)[0])


def watch_point(
    text: str,
    words: str,
    status: WatchStatus = "open",
    **parts: Any,  # noqa: ANN401
) -> WatchPoint:
    """Return a watch point of a text; its id is made of its words."""
    start, end = places(text, words)[0]
    found = WatchPoint(
        id=f"point {words}",
        article_id="a" * 16,
        text=words,
        start=start,
        end=end,
        origin="list",
        heading="注目",
        status=status,
    )
    return replace(found, **parts)


def highlight(
    text: str,
    words: str,
    color: HighlightColor = "yellow",
    *,
    state: AnchorState = "anchored",
    note: str = "",
) -> Highlight:
    """Return a highlight of a text; its id is made of its words."""
    start, end = places(text, words)[0]
    anchor = Anchor(words, text[max(start - 32, 0) : start], text[end : end + 32], start, end)
    if state == "lost":
        start = end = 0
    return Highlight(
        f"mark {words}", words, start, end, color, state, note, (), NOW, anchor, made_on=1
    )


def note(text: str, *, on: NoteTarget = "article", id: str = "note", of: str = "a" * 16) -> Note:  # noqa: A002
    """Return a note, on the article if nothing else is said."""
    return Note(id, on, of, text, NOW, NOW)


def row(title: str, number: int = 1, **parts: Any) -> ArticleRow:  # noqa: ANN401
    """Return a line of the article list."""
    line = ArticleRow(
        id=f"id{number:04}",
        number=number,
        title=title,
        source="テスト通信",
        published="2025-12-03",
        added=NOW,
        status="read",
        starred=False,
        tags=(),
        watch_open=2,
        notes=1,
    )
    return replace(line, **parts)


def bridge_article() -> KnownArticle:
    """Return an article that has everything: terms, watch points, marks, notes, asides."""
    lines = (
        Line("title", "北湖の新しい橋、2027年に開通へ"),
        Line("aside", "2025年12月3日 記者 山田"),
        Line("paragraph", "𠮷野市と北湖町は、橋を架ける協定を結んだ。" * 3, before="　"),
        Line("heading", "協定の中身", before="■ ", level=2),
        Line("paragraph", "𠮷野市の佐藤花子市長は「橋は三年で架かる」と述べた。" * 4),
        Line("list_item", "費用は三百億円", before="- ", level=1),
        Line("list_item", "工期は三年", before="1. ", level=1),
        Line("heading", "今後の注目ポイント", level=2),
        Line("list_item", "費用は増えるのか", before="・", level=1),
        Line("list_item", "漁業への影響は調べられるのか", before="・", level=1),
        Line("paragraph", "町の議会は来春に採決する。" * 90),
        Line("aside", "関連記事：北湖の漁業"),
    )
    text, _ = lay(*lines)
    definition = passage(text, "橋を架ける協定")
    return known_article(
        *lines,
        terms=(
            term(text, "佐藤花子", reading="さとうはなこ", aliases=("佐藤市長",), elsewhere=2),
            term(text, "北湖町", "place", weight=0.8, definition=definition, receipt=definition),
            term(text, "協定", "agreement", weight=0.5, shown=False),
        ),
        watch_points=(
            watch_point(text, "費用は増えるのか", heading="今後の注目ポイント"),
            watch_point(text, "漁業への影響は調べられるのか", "developing", horizon="2026-04"),
        ),
        key_sentences=(passage(text, "工期は三年"), passage(text, "町の議会は来春に採決する。")),
        highlights=(highlight(text, "橋は三年で架かる", note="三年は短い"),),
        notes=(note("全体のメモ"),),
        summary=Summary("橋が架かる。", NOW),
    )


def again(known: KnownArticle, **parts: Any) -> KnownArticle:  # noqa: ANN401
    """Return the same article as another read of it gives it, with some parts changed."""
    return replace(known, **parts)


def put_on_screen(qtbot: QtBot, widget: QWidget) -> None:
    """Show a widget as a window of its own that has the keyboard."""
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def nameless(widget: QWidget) -> list[str]:
    """Return the controls within a widget that the keyboard reaches and nothing names."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QWidget

    found = []
    for child in [widget, *widget.findChildren(QWidget)]:
        if child.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(child)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(child).__name__} {child.objectName()}".strip())
    return found


def colours(picture: QImage) -> set[str]:
    """Return every colour of a picture, as ``#rrggbb``."""
    from PySide6.QtGui import QImage

    points = memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits())
    return {f"#{point & 0xFFFFFF:06x}" for point in set(points.cast("B").cast("I"))}
