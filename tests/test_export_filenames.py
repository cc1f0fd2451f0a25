from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.filenames import candidates, file_name, same_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ID = "7k2m9q00000000aa"
OTHER = "3d8x1f00000000bb"


def free(_: str) -> None:
    return None


def name_of(title: str, suffix: str = ".md") -> str:
    return file_name(title, ID, suffix=suffix, owner=free)


@pytest.mark.parametrize(
    "title, name",
    [
        ("ラブロフ外相、訪朝へ", "ラブロフ外相、訪朝へ.md"),
        ('A/B: "C" <D>|E?*\\F', "A B C D E F.md"),
        ("[[x]] #tag ^1", "x tag 1.md"),
        ("  ..-~ かくれ家 . ", "かくれ家.md"),
        ("-rf", "rf.md"),
        ("1.5度の約束", "1.5度の約束.md"),
        ("終わり。", "終わり。.md"),
        ("invoice\u202egpj.exe", "invoicegpj.exe.md"),
        ("一\n二\t三", "一 二 三.md"),
        ("が", "が.md"),
        ("", "article.md"),
        ("...", "article.md"),
        ("???", "article.md"),
        ("CON", "CON_.md"),
        ("com1.note", "com1_.note.md"),
        ("AUX .tar", "AUX_.tar.md"),
    ],
)
def test_names_are_safe_on_every_system(title: str, name: str) -> None:
    assert name_of(title) == name


@pytest.mark.parametrize("reserved", ["con", "PRN", "aux", "NUL", "COM1", "lpt9", "COM¹", "CONIN$"])
def test_names_that_windows_keeps_for_devices_are_not_used(reserved: str) -> None:
    for title in (reserved, f"{reserved}.txt", f"{reserved} .txt"):
        assert name_of(title).split(".")[0].strip().casefold() != reserved.casefold()


def test_long_titles_are_cut_between_characters() -> None:
    assert len(name_of("あ" * 200).encode()) <= 120
    assert name_of("a" * 200) == "a" * 77 + ".md"
    family = "👩‍👧‍👦"
    cut = name_of("あ" * 35 + family * 3)
    assert cut.removesuffix(".md").removeprefix("あ" * 35) in {"", family}
    assert name_of("𠮷" * 60) == "𠮷" * 29 + ".md"
    assert name_of("か\u3099" * 60).startswith("が")


@given(
    title=st.text(alphabet=st.one_of(st.characters(), st.sampled_from("./\\:~-CONAUX \u202e👩‍が"))),
    suffix=st.sampled_from([".md", ".html"]),
)
def test_any_title_gives_a_name_that_every_system_takes(title: str, suffix: str) -> None:
    for name in candidates(title, ID, suffix=suffix):
        assert name.endswith(suffix)
        assert len(name) <= 80
        assert len(name.encode()) <= 120
        assert not set(name) & set('*"\\/<>:|?#^[]\x00\n\t\u202e')
        assert name[0] not in " .-~"
        assert name.removesuffix(suffix)[-1] not in " ."
        assert unicodedata.is_normalized("NFC", name)


def test_the_names_can_be_written(tmp_path: Path) -> None:
    for number, title in enumerate(("𠮷野🌊", "CON", "a" * 300, "あ" * 300, "...", "~", "x\x00y")):
        path = tmp_path / file_name(title, ID, suffix=f".{number}.md", owner=free)
        path.write_text(title, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == title


def owners(files: dict[str, str]) -> Callable[[str], str | None]:
    """Tell whose the files of a folder are, as a system does that does not tell case."""
    return lambda name: next((who for file, who in files.items() if same_name(file, name)), None)


def test_a_name_stays_with_its_article_and_is_never_another_s() -> None:
    def name(files: dict[str, str]) -> str:
        return file_name("Same title", ID, suffix=".md", owner=owners(files))

    assert name({}) == "Same title.md"
    assert name({"Same title.md": ID}) == "Same title.md"
    assert name({"same TITLE.md": OTHER}) == "Same title 7k2m9q.md"
    assert name({"Same title.md": ""}) == "Same title 7k2m9q.md"
    assert name({"Same title.md": "", "Same title 7k2m9q.md": ID}) == "Same title 7k2m9q.md"
    taken = {"Same title.md": "", "Same title 7k2m9q.md": OTHER}
    assert name(taken) == f"Same title {ID}.md"
    everything = {**taken, f"Same title {ID}.md": ""}
    assert name(everything) == f"{ID} {ID}.md"


def test_composition_does_not_make_two_names() -> None:
    assert same_name("が.md", "か\u3099.MD")
    assert not same_name("が.md", "か.md")
