"""Words around highlights in the article: choosing among them, their range, parting, joining."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "marking.color": ("{color}のハイライト", "{color} highlight"),
    "marking.note": ("メモ: {note}", "Note: {note}"),
    "marking.words": ("「{text}」", "“{text}”"),
    "marking.extend": ("選んだ範囲をこのハイライトにする", "Give it the selected range"),
    "marking.hold": ("範囲を選び直す", "Change its range"),
    "marking.split": ("ここで二つに分ける", "Split it here"),
    "marking.merge": ("{count} 個のハイライトをひとつにまとめる", "Merge {count} highlights"),
    "marking.extended": ("ハイライトの範囲を変えました", "The highlight’s range was changed"),
    "marking.was_split": ("ハイライトを二つに分けました", "The highlight was split"),
    "marking.merged": ("ハイライトをひとつにまとめました", "The highlights were merged"),
    "marking.keys.caret": (
        (
            "本文のカーソル: {word} 語ごと、{sentence} 文ごと、Home・End 行の端、"
            "Ctrl+Home・End 本文の端、Shift を足すと選ぶ。"
            "ダブルクリックで語、もう一度押すと文を選ぶ"
        ),
        (
            "Caret in the article: {word} by words, {sentence} by sentences, Home and End to the "
            "ends of the line, Ctrl+Home and Ctrl+End to those of the text; with Shift they select. A "
            "double click selects a word, a third click the sentence"
        ),
    ),
    "marking.keys": (
        (
            "ハイライトの上で: 1–8 色を変える、] [ 次・前のハイライトへ、"
            "E 範囲を選ぶ(Shift+矢印で直し、もう一度 E で決める。直さずに E で反対の端へ)、"
            "S カーソルの所で分ける、M 重なるもの・隣り合うものをまとめる、N メモ、Delete 消す、"
            "Enter 重なっていれば次のものへ"
        ),
        (
            "On a highlight: 1–8 change its colour, ] and [ go to the next and the previous one, E "
            "selects its range (change it with Shift+arrows and press E again; E at once turns to "
            "the other end), S splits it at the caret, M merges those that overlap or touch, N note, "
            "Delete removes it, Enter goes through those that overlap"
        ),
    ),
}
