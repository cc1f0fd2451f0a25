"""The words of the note editor."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "notes.tag.add": ("＋ タグ", "+ tag"),
    "notes.tag.write": ("タグを付ける", "Add a tag"),
    "notes.tag.about": (
        "Enter または「、」でタグを付けます。空のとき Backspace で最後のタグを外します",
        "Enter or a comma adds the tag; Backspace in the empty box takes the last one away",
    ),
    "notes.tag.remove": ("タグ「{tag}」を外す", "Take the tag “{tag}” away"),
    "notes.preview": ("プレビュー", "Preview"),
    "notes.preview.about": (
        "書きながら仕上がりを見る (Ctrl+Shift+P)",
        "See the result while writing (Ctrl+Shift+P)",
    ),
    "notes.preview.of": ("{name} (仕上がり)", "{name} (preview)"),
    "notes.unsaved": ("● 未保存", "● not saved"),
    "notes.saved": ("保存済み", "saved"),
    "notes.keys": (
        (
            "メモで: Ctrl+B 太字、Ctrl+I 斜体、Enter 箇条書きを続ける、Tab／Shift+Tab 項目を下げる／上げる、"
            "Ctrl+Shift+P 仕上がりを見る、Esc 書き終える (そのあと Tab で次へ、Enter か F2 でまた書く)"
        ),
        (
            "In a note: Ctrl+B bold, Ctrl+I italic, Enter goes on with a list, Tab and Shift+Tab move "
            "an item in and out, Ctrl+Shift+P shows the preview, Esc ends writing (then Tab goes on, "
            "Enter or F2 writes again)"
        ),
    ),
}
