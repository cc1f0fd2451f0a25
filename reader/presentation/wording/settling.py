"""The words for highlights whose passage has changed."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "settling.line": (
        "この記事は更新されました。要確認 {count} 件",
        "This article was updated. Highlights to check: {count}",
    ),
    "settling.check": ("確かめる", "Check"),
    "settling.later": ("あとで", "Later"),
    "settling.check.about": (
        "前の本文といまの本文を比べて決める",
        "Compare the old text and the new",
    ),
    "settling.state.doubtful": ("要確認", "To check"),
    "settling.state.lost": ("いまの本文にありません", "Not in the new text"),
    "settling.quotation": ("引用 — 本文に箇所はありません", "Quotation with no place in the text"),
    "settling.former": ("以前の文面: {words}", "Formerly: {words}"),
    "settling.title": ("ハイライトの確認", "Check highlights"),
    "settling.progress": ("{number} / {total} 件", "{number} of {total}"),
    "settling.doubtful": (
        "この箇所の文面が変わりました。新しい文面でよければ「認める」を選んでください。",
        "The words of this passage have changed. Accept them if they are what you mean.",
    ),
    "settling.unsure": (
        "同じ文面がありますが、場所が確かではありません。ここでよければ「認める」を選んでください。",
        "The words are there, but their place is not certain. Accept it if it is the one you mean.",
    ),
    "settling.lost": (
        "この箇所はいまの本文に見当たりません。移す先を選ぶか、引用として残してください。",
        "This passage is not in the new text. Choose where it goes, or keep it as a quotation.",
    ),
    "settling.old": ("前の本文", "Old text"),
    "settling.new": ("いまの本文", "New text"),
    "settling.side": ("{side} — {title} ({date})", "{side} — {title} ({date})"),
    "settling.note": ("メモ: {words}", "Note: {words}"),
    "settling.candidates": ("移す先の候補", "Likely places"),
    "settling.candidate": ("候補 {number}: {words}", "Place {number}: {words}"),
    "settling.by_hand": (
        "いまの本文で言葉を選んで移すこともできます。",
        "You can also select words in the new text and move it there.",
    ),
    "settling.accept": ("認める (A)", "Accept (A)"),
    "settling.move": ("選んだ箇所に移す (M)", "Move to the selection (M)"),
    "settling.keep": ("引用として残す (Q)", "Keep as a quotation (Q)"),
    "settling.remove": ("消す (Del)", "Remove (Del)"),
    "settling.undo": ("元に戻す", "Undo"),
    "settling.previous": ("前へ (P)", "Previous (P)"),
    "settling.next": ("次へ (N)", "Next (N)"),
    "settling.done": ("すべて確かめました", "Everything is checked"),
}
