"""The words in and around the plain copies of notes."""

from __future__ import annotations

_JAPANESE = """\
このフォルダーは、Chumoku（注目）に書いたメモ・ハイライト・要約の控えです。
Chumoku がなくても、ふつうのテキストエディターで読めます。

・記事ごとに1つの Markdown ファイルがあります。用語のメモは1つのファイルにまとまっています。
・ごみ箱に入れた記事の控えは trash フォルダーにあります。
・控えは、Chumoku で書き換えるたびに自動で作り直されます。
・ここでファイルを編集しても Chumoku には読み込まれません。編集したファイルは上書きも
  削除もされず、名前を変えて「(編集済み …)」として残ります。
"""
_ENGLISH = """\
This folder holds plain copies of the notes, highlights and summaries written in Chumoku.
They can be read with any text editor, without Chumoku.

- There is a Markdown file for each article, and one for the notes on terms.
- The copies of articles in the trash are in the folder "trash".
- The copies are made again by themselves whenever something is changed in Chumoku.
- What is edited here is not read back into Chumoku. An edited file is never overwritten or
  deleted: it is kept under another name, "(edited ...)".
"""

WORDING: dict[str, tuple[str, str]] = {
    "copies.readme": (f"{_JAPANESE}\n{_ENGLISH}", f"{_ENGLISH}\n{_JAPANESE}"),
    "copies.term_notes": ("用語のメモ", "Notes on terms"),
    "copies.aside": ("{stem} (編集済み {date}){suffix}", "{stem} (edited {date}){suffix}"),
}
