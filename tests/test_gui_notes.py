"""The note editor: a box while it is written, a page while it is not, tags below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from gui_values import nameless, put_on_screen
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from reader.gui.notes.aids import NoteAids
from reader.gui.notes.preview import NotePreview, place_in_words
from reader.gui.notes.widget import NoteWidget
from reader.gui.saving import SaveKey
from reader.presentation.messages import Messages
from reader.services.note_pages import MOST, note_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

KEY = SaveKey("note", "article", "a" * 16, "n" * 16)
MARK = SaveKey("highlight", "highlight", "h" * 16)
WORDS = "## 論点\n\n県の**「工期」**を見る。\n\n- 費用\n- 船の便"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk(NamedTuple):
    """A window with a note between two other boxes."""

    window: QWidget
    before: QLineEdit
    note: NoteWidget
    behind: QLineEdit
    told: list[tuple[object, ...]]

    @property
    def page(self) -> NotePreview:
        page = self.note.pages.preview
        assert page is not None
        return page

    def mode(self) -> str:
        return self.note.pages.mode

    def tags(self) -> tuple[str, ...]:
        return self.note.tags


def build(
    qtbot: QtBot,
    text: str,
    tags: tuple[str, ...] = (),
    *,
    key: SaveKey = KEY,
    aids: NoteAids | None = None,
) -> Desk:
    window, before, behind = QWidget(), QLineEdit(), QLineEdit()
    note = NoteWidget(key, text, tags, Messages("ja"), placeholder="記事について書く", aids=aids)
    told: list[tuple[object, ...]] = []
    note.save_wanted.connect(lambda *words: told.append(words))
    column = QVBoxLayout(window)
    for widget in (before, note, behind):
        column.addWidget(widget)
    window.resize(360, 420)
    put_on_screen(qtbot, window)
    before.setFocus()
    return Desk(window, before, note, behind, told)


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


class Opened(QObject):
    """What the system's browser was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    @Slot(QUrl)
    def take(self, address: QUrl) -> None:
        self.addresses.append(address.toString())


@pytest.fixture
def opened() -> Iterator[Opened]:
    taken = Opened()
    for scheme in ("https", "file"):
        QDesktopServices.setUrlHandler(scheme, taken, "take")  # type: ignore[arg-type]
    yield taken
    for scheme in ("https", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


def test_a_note_is_a_page_until_it_is_written(qtbot: QtBot) -> None:
    desk = build(qtbot, WORDS)
    assert desk.mode() == "shown"
    assert desk.page.toPlainText() == "論点\n県の「工期」を見る。\n費用\n船の便"
    QTest.keyClick(desk.before, Qt.Key.Key_Tab)
    assert desk.note.editor.hasFocus()
    assert desk.mode() == "written"
    desk.before.setFocus()
    assert desk.mode() == "shown"
    assert desk.note.editor.words == WORDS
    assert desk.told == []


def test_the_page_is_as_high_as_it_needs_and_no_higher_than_sixteen_lines(qtbot: QtBot) -> None:
    desk = build(qtbot, "一行だけ")
    low = desk.note.pages.sizeHint().height()
    desk.note.take_stored("\n\n".join(["一行だけ"] * 60), ())
    qtbot.waitUntil(lambda: "一行だけ\n一行" in desk.page.toPlainText())
    line = desk.page.fontMetrics().lineSpacing()
    assert low < 2 * line + 30
    assert desk.note.pages.sizeHint().height() < 17 * line + 30


def test_a_click_on_a_word_of_the_page_puts_the_caret_there(qtbot: QtBot) -> None:
    desk = build(qtbot, WORDS)
    caret = desk.page.textCursor()
    caret.setPosition(desk.page.toPlainText().index("船"))
    at = desk.page.cursorRect(caret).center() + QPoint(2, 0)
    QTest.mouseClick(desk.page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.note.editor.hasFocus()
    assert WORDS[desk.note.editor.textCursor().position() :] == "船の便"


def test_words_of_the_page_can_be_selected_without_writing(qtbot: QtBot) -> None:
    desk = build(qtbot, "選べる言葉がここにある")
    view = desk.page.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    QTest.mouseMove(view, QPoint(60, 12))
    QTest.mouseMove(view, QPoint(80, 12))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(80, 12))
    assert desk.page.textCursor().hasSelection()
    assert desk.mode() == "shown"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_esc_ends_writing_and_a_key_goes_on(qtbot: QtBot, key: Qt.Key) -> None:
    desk = build(qtbot, WORDS)
    desk.note.write()
    QTest.keyClick(desk.note.editor, Qt.Key.Key_Escape)
    assert desk.mode() == "shown"
    assert desk.page.hasFocus()
    QTest.keyClick(desk.page, key)
    assert desk.note.editor.hasFocus()
    assert desk.note.editor.words == WORDS


def test_esc_then_tab_leaves_the_note(qtbot: QtBot) -> None:
    desk = build(qtbot, "- 費用")
    desk.note.write()
    QTest.keyClick(desk.note.editor, Qt.Key.Key_Escape)
    QTest.keyClick(desk.page, Qt.Key.Key_Tab)
    assert desk.note.tag_line.box.hasFocus()
    QTest.keyClick(desk.note.tag_line.box, Qt.Key.Key_Tab)
    assert desk.behind.hasFocus()
    assert desk.note.editor.words == "- 費用"


def test_tab_goes_through_the_tags_behind_the_box(qtbot: QtBot) -> None:
    desk = build(qtbot, "言葉", ("橋", "船"))
    desk.note.write()
    names = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        names.append(now.accessibleName())
    assert names[:3] == ["タグ「橋」を外す", "タグ「船」を外す", "＋ タグ"]
    assert desk.behind.hasFocus()


def test_who_walks_through_by_tab_changes_nothing(qtbot: QtBot) -> None:
    desk = build(qtbot, "- 費用")
    QTest.keyClick(desk.before, Qt.Key.Key_Tab)
    assert desk.note.editor.hasFocus()
    QTest.keyClick(desk.note.editor, Qt.Key.Key_Tab)
    assert desk.note.tag_line.box.hasFocus()
    assert desk.note.editor.words == "- 費用"


def test_tab_moves_an_item_but_leaves_what_is_no_item(qtbot: QtBot) -> None:
    desk = build(qtbot, "- 費用\n- 船")
    desk.note.write()
    desk.note.editor.show_place(8)
    QTest.keyClick(desk.note.editor, Qt.Key.Key_Tab)
    assert desk.note.editor.words == "- 費用\n  - 船"
    QTest.keyClick(desk.note.editor, Qt.Key.Key_Backtab, SHIFT)
    assert desk.note.editor.words == "- 費用\n- 船"
    QTest.keyClick(desk.note.editor, Qt.Key.Key_Backtab, SHIFT)
    assert desk.before.hasFocus()
    desk.note.editor.setPlainText("ただの行")
    desk.note.write()
    QTest.keyClick(desk.note.editor, Qt.Key.Key_Tab)
    assert not desk.note.editor.hasFocus()
    assert desk.note.editor.words == "ただの行"


def test_keys_write_markdown_and_one_undo_takes_each_back(qtbot: QtBot) -> None:
    desk = build(qtbot, "")
    box = desk.note.editor
    desk.note.write()
    QTest.keyClicks(box, "- one")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "two")
    assert box.words == "- one\n- two"
    QTest.keyClick(box, Qt.Key.Key_Left, SHIFT | CONTROL)
    QTest.keyClick(box, Qt.Key.Key_B, CONTROL)
    assert box.words == "- one\n- **two**"
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert box.words == "- one\n- two"
    QTest.keyClick(box, Qt.Key.Key_End, CONTROL)
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.words == "- one\n- two\n"
    QTest.keyClick(box, Qt.Key.Key_Return, SHIFT)
    assert box.words == "- one\n- two\n\n"
    assert "\u2028" not in box.document().toRawText()


def test_signs_of_two_units_do_not_shift_the_marks(qtbot: QtBot) -> None:
    desk = build(qtbot, "𠮷野の𠮷田は")
    box = desk.note.editor
    desk.note.write()
    caret = box.textCursor()
    caret.setPosition(4)
    caret.setPosition(7, caret.MoveMode.KeepAnchor)
    box.setTextCursor(caret)
    QTest.keyClick(box, Qt.Key.Key_I, CONTROL)
    assert box.words == "𠮷野の*𠮷田*は"


@pytest.mark.parametrize("key,modifier", [(Qt.Key.Key_I, CONTROL), (Qt.Key.Key_P, CONTROL | SHIFT)])
def test_the_keys_of_the_window_are_the_box_s_while_it_is_written(
    qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    desk = build(qtbot, "x")
    desk.note.write()
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    event.ignore()
    QApplication.sendEvent(desk.note.editor, event)
    assert event.isAccepted()


def test_an_ime_composes_undisturbed(qtbot: QtBot) -> None:
    desk = build(qtbot, "- 費用")
    box = desk.note.editor
    desk.note.write()
    box.show_place(4)
    desk.note.pages.toggle()
    compose(box, "ふね")
    QTest.keyClick(box, Qt.Key.Key_Return, CONTROL)
    for press in (Qt.Key.Key_B, Qt.Key.Key_I):
        QTest.keyClick(box, press, CONTROL)
    desk.note.take_stored("- 費用とよそ", ("橋",))
    qtbot.wait(350)
    assert box.composing
    assert box.words == "- 費用"
    compose(box, "", "船")
    assert box.words == "- 費用船"


def test_the_page_stands_below_the_box_while_it_is_written(qtbot: QtBot) -> None:
    desk = build(qtbot, "**橋**")
    desk.note.write()
    QTest.keyClick(desk.note.editor, Qt.Key.Key_P, CONTROL | SHIFT)
    assert desk.mode() == "both"
    assert desk.page.geometry().top() > desk.note.editor.geometry().bottom()
    desk.note.editor.moveCursor(desk.note.editor.textCursor().MoveOperation.End)
    QTest.keyClicks(desk.note.editor, " and *more*")
    qtbot.waitUntil(lambda: desk.page.toPlainText() == "橋 and more")
    assert desk.note.editor.hasFocus()
    QTest.keyClick(desk.note.editor, Qt.Key.Key_P, CONTROL | SHIFT)
    assert desk.mode() == "written"


def test_links_open_outside_and_nothing_else_is_followed(qtbot: QtBot, opened: Opened) -> None:
    desk = build(
        qtbot, "[例](https://example.org/a) と [x](file:///etc/passwd) ![i](file:///x.png)"
    )
    caret = desk.page.textCursor()
    caret.setPosition(1)
    at = desk.page.cursorRect(caret).center() - QPoint(3, 0)
    QTest.mouseClick(desk.page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.addresses == ["https://example.org/a"]
    assert desk.mode() == "shown"
    assert 'href="file:' not in desk.page.toHtml()
    assert "<img" not in desk.page.toHtml()
    desk.page._on_anchor_clicked(QUrl("file:///etc/passwd"))
    assert opened.addresses == ["https://example.org/a"]


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<img src='file:///etc/passwd'>", "[x](javascript:alert(1))"],
)
def test_what_is_hostile_is_letters(text: str) -> None:
    page = note_page(text)
    assert "<script" not in page
    assert "<img" not in page
    assert "<a" not in page


def test_a_long_note_is_shown_by_its_beginning_and_kept_whole(qtbot: QtBot) -> None:
    text = "\n\n".join(f"{number} 段落の言葉が続く。" for number in range(2000))
    desk = build(qtbot, text)
    assert 500 < len(desk.page.toPlainText()) < MOST + 100
    assert desk.page.toPlainText().endswith("…")
    assert desk.note.editor.words == text


def test_a_page_stays_until_the_next_one_is_rendered(qtbot: QtBot) -> None:
    class Slow(NoteAids):
        def page(self, text: str) -> str | None:
            return super().page(text) if "新" not in text or self.ready else None

        ready = False

    aids = Slow()
    desk = build(qtbot, "古い", aids=aids)
    desk.note.write()
    desk.note.editor.setPlainText("新しい")
    desk.before.setFocus()
    # Not the old page over new words: the box shows what was typed.
    assert desk.mode() == "written"
    aids.ready = True
    aids.rendered.emit("新しい")
    assert desk.mode() == "shown"
    assert desk.page.toPlainText() == "新しい"


def test_leaving_hands_the_words_over_and_says_how_they_stand(qtbot: QtBot) -> None:
    desk = build(qtbot, "")
    note = desk.note
    note.write()
    QTest.keyClicks(note.editor, "own")
    assert note._state.text() == "● 未保存"
    desk.before.setFocus()
    assert desk.told == [(KEY, "own", "")]
    assert note._state.text() == "● 未保存"
    note.confirm(KEY, "own", "own")
    assert note._state.text() == "保存済み"


def test_tags_are_given_and_taken_by_keyboard(qtbot: QtBot) -> None:
    desk = build(qtbot, "", key=MARK)
    desk.note.write_tags()
    box = desk.note.tag_line.box
    QTest.keyClicks(box, "#AI, second")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert desk.tags() == ("AI", "second")
    assert box.hasFocus()
    key = SaveKey("tags", "highlight", "h" * 16)
    assert desk.told == [(key, "AI", ""), (key, "AI\nsecond", "")]
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert desk.tags() == ("AI",)
    QTest.keyClick(box, Qt.Key.Key_Backtab, SHIFT)
    (chip,) = desk.note.tag_line.chips
    assert chip.hasFocus()
    assert "AI" in chip.accessibleName()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert desk.tags() == ()
    assert box.hasFocus()
    QTest.keyClicks(box, "one,two,")
    QTest.keyClick(desk.note.tag_line.chips[0], Qt.Key.Key_Delete)
    assert desk.tags() == ("two",)


def test_a_tag_that_is_typed_when_the_box_is_left_is_kept(qtbot: QtBot) -> None:
    desk = build(qtbot, "言葉")
    desk.note.write_tags()
    QTest.keyClicks(desk.note.tag_line.box, "later")
    desk.before.setFocus()
    assert desk.tags() == ("later",)
    desk.note.write_tags()
    QTest.keyClicks(desk.note.tag_line.box, "closing")
    desk.note.hand_over()
    assert desk.told[-1][1] == "later\nclosing"


def test_a_japanese_comma_of_an_ime_ends_a_tag_and_composition_ends_none(qtbot: QtBot) -> None:
    desk = build(qtbot, "言葉")
    desk.note.write_tags()
    box = desk.note.tag_line.box
    compose(box, "はし")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert desk.tags() == ()
    compose(box, "", "橋")
    assert desk.tags() == ()
    compose(box, "、")
    compose(box, "", "、船")
    assert desk.tags() == ("橋",)
    assert box.text() == "船"


def test_tags_in_use_are_offered(qtbot: QtBot) -> None:
    aids = NoteAids()
    aids.names.setStringList(["北海の橋", "船"])
    desk = build(qtbot, "言葉", aids=aids)
    desk.note.write_tags()
    box = desk.note.tag_line.box
    compose(box, "", "橋")
    offers = box.completer_of_tags.popup()
    assert offers is not None
    qtbot.waitUntil(offers.isVisible)
    QTest.keyClick(offers, Qt.Key.Key_Down)
    QTest.keyClick(offers, Qt.Key.Key_Return)
    assert desk.tags() == ("北海の橋",)
    assert box.text() == ""


def test_tags_wait_for_words_but_not_on_a_highlight(qtbot: QtBot) -> None:
    desk = build(qtbot, "", key=KEY._replace(note_id=""))
    desk.note.write()
    assert not desk.note.tag_line.isVisible()
    desk.note.editor.setPlainText("言葉")
    assert desk.note.tag_line.isVisible()
    mark = build(qtbot, "", key=MARK)
    mark.note.write()
    assert mark.note.tag_line.isVisible()
    mark.before.setFocus()
    assert mark.note.tag_line.isVisible()
    assert build(qtbot, "", ("橋",), key=MARK).note.tag_line.isVisible()


def test_tags_stored_elsewhere_are_shown_unless_others_wait(qtbot: QtBot) -> None:
    desk = build(qtbot, "言葉", ("橋",))
    desk.note.take_stored("言葉", ("橋", "船"))
    assert desk.tags() == ("橋", "船")
    compose(desk.note.tag_line.box, "", "町、")
    desk.note.take_stored("言葉", ())
    assert desk.tags() == ("橋", "船", "町")
    key = desk.note.tag_key
    desk.note.confirm(key, "橋\n船\n町\n県", "橋\n船\n町")
    assert desk.tags() == ("橋", "船", "町", "県")
    assert not desk.note.unsaved


def test_a_note_that_was_emptied_has_no_tags_left_for_the_next(qtbot: QtBot) -> None:
    desk = build(qtbot, "言葉", ("橋",))
    desk.note.write()
    desk.note.editor.setPlainText("")
    desk.note.hand_over()
    desk.note.confirm(KEY, "", "")
    assert desk.tags() == ()
    mark = build(qtbot, "言葉", ("橋",), key=MARK)
    mark.note.editor.setPlainText("")
    mark.note.confirm(MARK, "", "")
    assert mark.tags() == ("橋",)


def test_a_note_that_may_not_be_changed_is_only_read(qtbot: QtBot) -> None:
    desk = build(qtbot, "言葉", ("橋",))
    desk.note.set_read_only(True)
    desk.note.write()
    QTest.keyClicks(desk.note.editor, "more")
    QTest.keyClick(desk.note.editor, Qt.Key.Key_B, CONTROL)
    assert desk.note.editor.words == "言葉"
    assert not desk.note.tag_line.box.isVisible()
    (chip,) = desk.note.tag_line.chips
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert desk.tags() == ("橋",)
    desk.note.set_read_only(False)
    assert desk.note.tag_line.box.isVisible()


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    desk = build(qtbot, WORDS, ("橋",))
    desk.note.pages.toggle()
    assert nameless(desk.note) == []


def test_what_is_pasted_is_plain(qtbot: QtBot) -> None:
    desk = build(qtbot, "")
    data = QMimeData()
    data.setHtml("<b>太い</b> https://example.org/")
    data.setText("太い https://example.org/")
    desk.note.editor.insertFromMimeData(data)
    assert desk.note.editor.words == "太い https://example.org/"


def test_a_place_of_the_page_is_found_in_the_words() -> None:
    words = "## 論点 𠮷\n\n県の**「工期」**を[見る](https://x.example)。"
    shown = "論点 𠮷\n県の「工期」を見る。"
    for letter in "論県工を見。":
        position = len(shown[: shown.index(letter)].encode("utf-16-le")) // 2
        at = place_in_words(words, shown, position)
        assert letter in words[at : at + 4]
