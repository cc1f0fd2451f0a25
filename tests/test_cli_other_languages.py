"""Articles in languages without rules: their structure is told, and that there is no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_cli_running import ARTICLE, Chumoku

if TYPE_CHECKING:
    from pathlib import Path

FRENCH = """Les ministres se sont réunis

Les ministres se sont réunis dans la capitale pour une journée de travail et de débats.

Les questions qui restent

Reste à savoir si la paix est possible et si les partis sont prêts pour une trêve.
"""


@pytest.fixture
def chumoku(
    library_folder: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Chumoku:
    return Chumoku(library_folder, capsysbinary, monkeypatch)


def test_structure_is_told_and_that_it_is_all(chumoku: Chumoku, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    (analysed,) = chumoku.json("analyse", str(tmp_path / "a.txt"))
    assert analysed["language"] == "fr"
    assert analysed["headings"] == ["Les questions qui restent"]
    assert analysed["terms"] == analysed["watch_points"] == analysed["key_sentences"] == []
    told = chumoku("analyse", str(tmp_path / "a.txt")).decode()
    assert "structure only" in told
    assert "Les questions qui restent" in told


def test_nothing_of_the_kind_is_said_of_japanese(chumoku: Chumoku, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    told = chumoku("analyse", str(tmp_path / "a.txt")).decode()
    assert "structure only" not in told
