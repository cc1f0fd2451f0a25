"""The words about drafts that a window left behind."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "drafts.recovered": (
        "前回保存されなかったメモを{count}件戻しました。",
        "Notes that were not saved last time are back ({count}).",
    ),
    "drafts.rescued": (
        "元の場所がなくなったメモ{count}件は {path} に残しました。",
        "Notes whose place is gone ({count}) were kept in {path}.",
    ),
    "drafts.open": ("開く", "Open"),
}
