"""``chumoku analyse``: the same understanding as ``show``, with nothing stored."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from test_cli_running import ARTICLE, Chumoku

import reader.services.analysing
from reader.services.analysing import understand

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import LogWatch

    from reader.model.blocks import Block
    from reader.model.understanding import Understanding

# What a library adds; the rest of ``show`` must be the same.
OF_A_LIBRARY = {
    "id", "highlights", "notes", "summary", "state", "added", "deleted", "corrected", "understood",
}  # fmt: skip


@pytest.fixture
def chumoku(
    library_folder: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Chumoku:
    return Chumoku(library_folder, capsysbinary, monkeypatch)


def test_analyse_equals_show(chumoku: Chumoku, tmp_path: Path) -> None:
    shown = chumoku.json("show", chumoku.add(tmp_path / "a.txt"))
    (analysed,) = chumoku.json("analyse", str(tmp_path / "a.txt"))
    assert analysed.pop("path") == str(tmp_path / "a.txt")
    assert set(shown) - set(analysed) == OF_A_LIBRARY
    for key, value in analysed.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            of_show = [{name: one[name] for name in value[0]} for one in shown[key]]
            assert of_show == value, key
        else:
            assert shown[key] == value, key


def test_analyse_makes_no_library(chumoku: Chumoku, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    chumoku("analyse", str(tmp_path / "a.txt"))
    assert not chumoku.folder.exists()


def test_a_bad_file_is_an_object_with_an_error(chumoku: Chumoku, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    bad, good = chumoku.json("analyse", str(tmp_path / "no"), str(tmp_path / "a.txt"), code=1)
    assert (bad["path"], "error" in bad) == (str(tmp_path / "no"), True)
    assert good["title"] == "半導体協定、来月に署名へ"
    assert str(tmp_path / "no") in chumoku.errors


def test_each_line_is_answered_with_a_line(chumoku: Chumoku, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "one", "text": "ロシア通信(TASS)は会談を伝えた。"}),
        "not json",
        json.dumps({"id": 7}),
        "",
        json.dumps({"id": "empty", "text": " "}),
        json.dumps(["a list"]),
        json.dumps({"text": ARTICLE}),
    ]
    path = tmp_path / "lines.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    answers = [
        json.loads(line) for line in chumoku("analyse", "--jsonl", str(path), code=1).splitlines()
    ]
    assert [answer["id"] for answer in answers] == ["one", None, 7, "empty", None, None]
    assert ["error" in answer for answer in answers] == [False, True, True, False, True, False]
    assert answers[0]["title"] == answers[0]["text"] == "ロシア通信(TASS)は会談を伝えた。"
    assert answers[-1]["headings"] == ["交渉の経過", "今後の注目ポイント"]


def test_lines_come_from_standard_input_too(chumoku: Chumoku) -> None:
    line = json.dumps({"id": 1, "text": "港の工事が終わった。"}).encode() + b"\n"
    answers = chumoku("analyse", "--jsonl", "-", stdin=line * 3).splitlines()
    assert [json.loads(answer)["id"] for answer in answers] == [1, 1, 1]


def test_a_lone_surrogate_in_a_line_is_no_crash(chumoku: Chumoku) -> None:
    text = "\\ud800港の工事\\u0000"
    line = f'{{"id": "\\ud800", "text": "{text}"}}\n'.encode()
    (answer,) = chumoku("analyse", "--jsonl", "-", stdin=line).splitlines()
    assert json.loads(answer)["text"] == "港の工事"
    assert json.loads(answer)["id"] == "\ud800"


@pytest.mark.parametrize("words", ["analyse", "analyse a --jsonl b"])
def test_files_or_lines_but_not_both(words: str, chumoku: Chumoku) -> None:
    chumoku(*words.split(), code=2)


def test_a_jsonl_file_that_is_missing_is_told(chumoku: Chumoku, tmp_path: Path) -> None:
    assert chumoku("analyse", "--jsonl", str(tmp_path / "no.jsonl"), code=1) == b""
    assert "no.jsonl" in chumoku.errors


def test_a_panic_of_the_analyser_costs_one_line(
    chumoku: Chumoku, monkeypatch: pytest.MonkeyPatch, expected_log: LogWatch
) -> None:
    class Panic(BaseException):
        """As the tokeniser's panics: no Exception."""

    def fragile(text: str, blocks: tuple[Block, ...], language: str) -> Understanding:
        if "壊れる" in text:
            raise Panic("boom")
        return understand(text, blocks, language)

    monkeypatch.setattr(reader.services.analysing, "understand", fragile)
    expected_log("could not be understood")
    lines = [json.dumps({"id": text, "text": text}) for text in ("壊れる", "港の工事")]
    answers = chumoku("analyse", "--jsonl", "-", stdin="\n".join(lines).encode(), code=1)
    bad, good = map(json.loads, answers.splitlines())
    assert (bad["id"], "error" in bad, good["text"]) == ("壊れる", True, "港の工事")
