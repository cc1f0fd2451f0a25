"""The pair of Qt binding and Python is one that holds: some pairs abort after a while."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

from packaging.requirements import Requirement

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for _ in range(200_000):
    label.setText("x")
print("sound")
"""


def test_two_hundred_thousand_calls_that_return_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "sound\n"), done.stderr


def test_older_pythons_never_get_the_binding_that_aborts(project: Path) -> None:
    facts = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [Requirement(line) for line in facts["project"]["dependencies"]]
    qt = [each for each in wanted if each.name == "PySide6-Essentials"]
    for version, allowed in [("3.11", False), ("3.12", True), ("3.14", True)]:
        holding = [
            each
            for each in qt
            if each.marker is not None and each.marker.evaluate({"python_version": version})
        ]
        assert len(holding) == 1
        assert holding[0].specifier.contains("6.12.0") is allowed
        assert holding[0].specifier.contains("6.11.3")
