"""What was measured, on which machine: as JSON, and as lines for people."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import sys
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.measuring import Json


def report(figures: Iterable[Json]) -> Json:
    """Put figures together with where and when they were taken."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"machine": machine(), "date": now, "figures": list(figures)}


def machine() -> Json:
    """Describe the machine as far as it bears on speed."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        "python": platform.python_version(),
        "qt": metadata.version("PySide6-Essentials"),
        "sqlite": sqlite3.sqlite_version,
        "screen": os.environ.get("QT_QPA_PLATFORM", "display"),
    }


def write(told: Json, out: str) -> None:
    """Write a report as JSON to a file, or to standard output where ``out`` is ``-``."""
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    if out == "-":
        sys.stdout.write(text)
    else:
        Path(out).write_text(text, encoding="utf-8")


def table(figures: Iterable[Json]) -> str:
    """Set figures as lines for people: median (quartiles), floor, ratio, target, peers."""
    lines = []
    for figure in figures:
        line = f"{figure['name']:<26} {_spread(figure):<30} {figure['unit']:<8}"
        floor, target = figure["floor"], figure["target"]
        if isinstance(floor, dict):
            line += f" floor {_spread(floor):<26} x {figure['ratio']}"
        if isinstance(target, dict):
            wanted = ("x " if target["of"] == "ratio" else "") + f"{target['at_most']}"
            line += f"  (at most {wanted}: {'met' if figure['met'] else 'NOT met'})"
        peers = figure["peers"]
        assert isinstance(peers, list)
        line += "".join(f"  {peer['name']} {_spread(peer)}" for peer in peers)
        lines.append(line.rstrip())
    return "\n".join(lines)


def page(told: Json) -> str:
    """Set a report as the last section of docs/benchmarks.md."""
    about, figures = told["machine"], told["figures"]
    assert isinstance(about, dict)
    assert isinstance(figures, list)
    lines = [
        f"{str(told['date'])[:10]}: {about['processor']}, {about['cores']} cores,",
        f"{about['system']}, Python {about['python']}, PySide6 {about['qt']},",
        f"SQLite {about['sqlite']}, {about['screen']}, load {about['load']} at the end.",
        "Median (lower quartile–upper quartile):",
        "",
        "| figure | ours | floor, or peers | ratio | target |",
        "| --- | --- | --- | --- | --- |",
        *(" | ".join(("", *_cells(figure), "")).strip() for figure in figures),
    ]
    return "\n".join(lines) + "\n"


def _cells(figure: Json) -> tuple[str, ...]:
    floor, peers, target = figure["floor"], figure["peers"], figure["target"]
    assert isinstance(peers, list)
    beside = [f"{peer['name']} {_spread(peer)}" for peer in peers]
    if isinstance(floor, dict):
        beside.insert(0, _spread(floor))
    wanted = ""
    if isinstance(target, dict):
        kind = "ratio" if target["of"] == "ratio" else figure["unit"]
        wanted = f"{kind} ≤ {target['at_most']:g}: {'met' if figure['met'] else 'not met'}"
    ratio = f"{figure['ratio']:.2f}" if isinstance(figure["ratio"], float) else ""
    ours = f"{_spread(figure)} {figure['unit']}"
    return f"`{figure['name']}`", ours, "; ".join(beside), ratio, wanted


def _spread(figure: Json) -> str:
    return f"{_number(figure['median'])} ({_number(figure['low'])}–{_number(figure['high'])})"


def _number(value: object) -> str:
    assert isinstance(value, int | float)
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"


def _processor() -> str:
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("model name"):
                    return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor()
