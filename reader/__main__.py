"""Compose the program: the window, or one command from a terminal."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal


def main(argv: Sequence[str] | None = None) -> int:
    """Run Chumoku with the words of the command line and return its exit code."""
    from reader.cli.arguments import parse
    from reader.cli.program import run
    from reader.cli.terminal import allow_any_console

    allow_any_console()
    arguments = parse(sys.argv[1:] if argv is None else argv)
    return run(arguments, composed={"": _window, "open": _open, "shot": _shot})


def _window(arguments: Arguments, terminal: Terminal) -> int:
    return _show_window(arguments, terminal)


def _open(arguments: Arguments, terminal: Terminal) -> int:
    return _show_window(
        arguments, terminal, sources=arguments.sources, article=arguments.article or ""
    )


def _show_window(
    arguments: Arguments, terminal: Terminal, *, sources: Sequence[str] = (), article: str = ""
) -> int:
    """Show the window of the library, or hand over to the one that it has already."""
    # Loading modules makes much and leaves little: collecting in between costs the first
    # paint a tenth of its time. The window collects by itself (reader.gui.garbage).
    gc.disable()
    from reader import __version__
    from reader.cli.desks import library_folder
    from reader.system.claim import Claim
    from reader.system.crash import install
    from reader.system.logs import start_logging
    from reader.system.paths import crash_folder, log_folder, settings_file, window_folder

    folder = library_folder(arguments)
    claim = Claim(folder, window_folder())
    first = claim.take()
    wish = None
    if sources or article or not first:
        from reader.gui.wanted import wanted

        wish = wanted(sources, article, os.environ)
        if not first:
            from reader.gui.handing_over import hand_over

            if hand_over(claim, wish, terminal.say):
                return 0
    from reader.gui.application import run_window

    logs = start_logging(folder=log_folder)
    crashes = install(crash_folder(), version=__version__, recent=logs.recent)
    try:
        return run_window(
            folder,
            settings_path=settings_file(),
            wish=wish,
            claim=claim,
            crashes=crashes,
            language=arguments.lang,
        )
    except Exception as fault:  # noqa: BLE001 - there is no window that could tell it
        _tell(crashes.report(fault), terminal)
        return 1
    finally:
        crashes.close()
        logs.close()
        claim.close()


def _tell(report: Path | None, terminal: Terminal) -> None:
    """Tell a fault of ours that no window can tell."""
    from reader.gui.boxes import tell_without_terminal

    say = terminal.say
    where = say("crash.report_at", path=report) if report else say("crash.no_report")
    words = f"{say('crash.at_start')} {where}"
    terminal.complain(words)
    tell_without_terminal(words)


def _shot(arguments: Arguments, terminal: Terminal) -> int:  # noqa: ARG001
    from reader.cli.desks import library_folder
    from reader.gui.shot import take_shot
    from reader.system.paths import settings_file

    return take_shot(
        library_folder(arguments),
        Path(arguments.png),
        settings_path=settings_file(),
        article=arguments.article,
        view=arguments.view,
        theme=arguments.theme,
        language=arguments.lang,
        size=arguments.size,
    )


if __name__ == "__main__":
    sys.exit(main())
