"""Words that the library does not take are never thrown away with the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.services.own_words import SaveKey
from reader.services.rescuing import rescue

if TYPE_CHECKING:
    from pathlib import Path

WORDS = {
    SaveKey("summary", "article", "0123456789abcdef"): "要約の途中 𠮷",
    SaveKey("note", "watch_point", "fedcba9876543210", "n1"): "続報を待つ\n二行目",
}


def test_unsaved_words_are_written_with_their_place(tmp_path: Path) -> None:
    path = rescue(WORDS, (tmp_path,), stamp="2026-01-10T09:00:00Z")
    assert path is not None
    text = path.read_text("utf-8")
    for key, words in WORDS.items():
        assert words in text
        assert key.target_id in text


def test_the_next_folder_takes_them_when_one_does_not(tmp_path: Path) -> None:
    gone = tmp_path / "not" / "there"
    path = rescue(WORDS, (gone, tmp_path), stamp="2026-01-10T09:00:00Z")
    assert path is not None
    assert path.parent == tmp_path


def test_nothing_is_claimed_when_no_folder_takes_them(tmp_path: Path) -> None:
    assert rescue(WORDS, (tmp_path / "gone",), stamp="2026-01-10T09:00:00Z") is None
