"""Every format as it was when somebody last looked at it.

After a change that is meant, run this file with CHUMOKU_WRITE_EXPORTS=1 in the environment,
and look at what git says has changed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from exports.sample import annotated_summary, bare_summary

from reader.export import registry

if TYPE_CHECKING:
    from exports.sample import Lang

FOLDER = Path(__file__).parent / "exports"
WRITE = bool(os.environ.get("CHUMOKU_WRITE_EXPORTS"))


def stable(written: str) -> str:
    """Leave out the style sheet, which follows the theme, and the hash over it."""
    page = re.sub(r"<style>.*?</style>", "<style></style>", written, flags=re.DOTALL)
    return re.sub(r'(chumoku-hash" content=")\w+', r"\1", page)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", ["rich", "bare"])
@pytest.mark.parametrize("name", [one.name for one in registry.formats()])
def test_export_is_as_it_was(name: str, kind: str, language: Lang) -> None:
    form = registry.get(name)
    summary = annotated_summary(language) if kind == "rich" else bare_summary(language)
    written = stable(form.write(summary).decode("utf-8"))
    golden = FOLDER / f"{kind}-{language}{form.suffix}"
    if WRITE:
        golden.write_text(written, encoding="utf-8", newline="\n")
    assert written == golden.read_bytes().decode("utf-8")
