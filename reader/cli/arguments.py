"""What can be typed behind ``chumoku``, and what it means."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Literal

from reader.cli.language import asked_for, messages_in
from reader.model.annotations import HIGHLIGHT_COLORS
from reader.model.article import READ_STATUSES
from reader.model.glossary import GLOSSARY_SORTS
from reader.model.notebook import ENTRY_KINDS, LOOKS, NOTEBOOK_SORTS
from reader.model.watching import WATCH_STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.model.annotations import HighlightColor
    from reader.model.notebook import EntryKind, Look, NotebookSort
    from reader.model.searching import HitKind
    from reader.presentation.messages import Messages

    Fill = Callable[[argparse.ArgumentParser, "_Help"], None]

HIT_KINDS = ("article", "note", "term", "watch_point")


class Arguments(argparse.Namespace):
    """The words of one call, parsed; a command reads those that its own parser fills."""

    command: str | None
    library: str | None
    lang: Literal["ja", "en"] | None
    json: bool

    article: str | None
    backup: str | None
    color: str
    colors: list[HighlightColor] | None
    file: str | None
    files: list[str]
    format: str | None
    hidden: bool
    id: str
    ids: list[str]
    jsonl: str | None
    kind: list[HitKind] | None
    kinds: list[EntryKind] | None
    limit: int | None
    list_formats: bool
    note: str | None
    nth: int
    order: NotebookSort
    out: str | None
    png: str
    query: list[str]
    quote: str | None
    removed: bool
    replace: bool
    size: str | None
    sort: str
    sources: list[str]
    states: list[Look] | None
    status: str | None
    tag: str | None
    tags: list[str] | None
    theme: str | None
    view: str | None
    why: str
    words: list[str]
    yes: bool


def parse(argv: Sequence[str]) -> Arguments:
    """Return what the words of the command line ask for; wrong ones end in SystemExit(2)."""
    # The window is opened without a word: it need not wait for twelve parsers of commands.
    words = any(not word.startswith("-") or word in {"-h", "--help"} for word in argv)
    return build_parser(argv, COMMANDS if words else {}).parse_args(argv, Arguments())


def build_parser(
    argv: Sequence[str], commands: Mapping[str, Fill] | None = None
) -> argparse.ArgumentParser:
    """Build the parser; its help is worded only when ``argv`` asks for it."""
    asked = any(word in {"-h", "--help"} for word in argv)
    help_of = _Help(messages_in(asked_for(argv)) if asked else None)
    parser = argparse.ArgumentParser(
        prog="chumoku",
        description=help_of("about"),
        epilog=help_of("end"),
        formatter_class=help_of.formatter,
        allow_abbrev=False,
        add_help=False,
    )
    _add_everywhere(parser, help_of, top=True)
    parser.add_argument("--version", action=_Version, help=help_of("version"))
    named = parser.add_subparsers(
        dest="command",
        metavar="COMMAND",
        title=help_of("commands") or "commands",
        parser_class=_CommandParser,
    )
    for name, fill in (COMMANDS if commands is None else commands).items():
        command = named.add_parser(
            name,
            help=help_of(name),
            description=help_of(name),
            formatter_class=help_of.formatter,
            allow_abbrev=False,
            add_help=False,
        )
        fill(command, help_of)
        _add_everywhere(command, help_of, top=False)
    return parser


class _CommandParser(argparse.ArgumentParser):
    """Lets options stand anywhere behind a command: ``watch set --json ID open``."""

    _intermixing = False

    def parse_known_args(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        namespace: Any = None,  # noqa: ANN401 - as argparse has it
    ) -> tuple[Any, list[str]]:
        if self._intermixing or "--" in (args or ()):
            return super().parse_known_args(args, namespace)
        self._intermixing = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._intermixing = False


class _Help:
    """Words for the help in one language, or none while nobody wants to read them."""

    def __init__(self, messages: Messages | None) -> None:
        self._messages = messages

    def __call__(self, key: str, **details: object) -> str | None:
        if self._messages is None:
            return None
        return self._messages(f"terminal.help.{key}", **details)

    @property
    def formatter(self) -> type[argparse.HelpFormatter]:
        """Return argparse's formatter with its own few headings in that language."""
        headings = {
            "positional arguments": self("arguments"),
            "options": self("options"),
            None: None,
        }

        class Formatter(argparse.HelpFormatter):
            def start_section(self, heading: str | None) -> None:
                super().start_section(headings.get(heading) or heading)

        return Formatter


class _Version(argparse.Action):
    """Print the version; it is looked up only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:  # noqa: A002
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from reader import __version__

        parser.exit(message=f"Chumoku {__version__}\n")


def _add_everywhere(parser: argparse.ArgumentParser, help_of: _Help, *, top: bool) -> None:
    """Add what may stand before the command as well as behind it."""
    parser.add_argument("-h", "--help", action="help", help=help_of("help"))
    absent = None if top else argparse.SUPPRESS
    parser.add_argument("--library", metavar="DIR", default=absent, help=help_of("library"))
    parser.add_argument("--lang", choices=("ja", "en"), default=absent, help=help_of("lang"))
    parser.add_argument(
        "--json",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help=help_of("json"),
    )


def _open(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help=help_of("open_sources"))
    parser.add_argument("--article", type=_plain, metavar="ID", help=help_of("article"))


def _add(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help=help_of("sources"))


def _list(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    parser.add_argument("query", type=_plain, nargs="*", metavar="QUERY", help=help_of("query"))
    _add_limit(parser, help_of)
    parser.add_argument("--status", choices=READ_STATUSES, help=help_of("read_status"))
    parser.add_argument("--tag", type=_plain, help=help_of("tag"))


def _show(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    _add_article(parser, help_of)


def _analyse(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help=help_of("files"))
    parser.add_argument("--jsonl", metavar="FILE", help=help_of("jsonl"))


def _search(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    parser.add_argument(
        "query", type=_plain, nargs="+", metavar="QUERY", help=help_of("search_query")
    )
    _add_limit(parser, help_of)
    parser.add_argument("--kind", action="append", choices=HIT_KINDS, help=help_of("kind"))


def _terms(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    """Take an article's id, or an act with its term; argparse cannot tell the two apart."""
    parser.usage = (
        "chumoku terms [ID] | chumoku terms hide|show|part TERM"
        " | chumoku terms category|merge|rename|define TERM WORDS"
    )
    parser.add_argument(
        "words", type=_plain, nargs="*", metavar="ID | ACT TERM", help=help_of("term_words")
    )
    _add_limit(parser, help_of)
    parser.add_argument("--sort", choices=GLOSSARY_SORTS, default="use", help=help_of("sort"))
    parser.add_argument("--hidden", action="store_true", help=help_of("hidden"))


def _watch(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    """Take an article's id, or an act with its watch point, as above."""
    parser.usage = (
        "chumoku watch [ID] | chumoku watch set WATCH STATUS [--why TEXT]"
        " | chumoku watch dismiss|restore WATCH"
    )
    parser.add_argument(
        "words", type=_plain, nargs="*", metavar="ID | ACT WATCH", help=help_of("words")
    )
    _add_limit(parser, help_of)
    parser.add_argument("--status", choices=WATCH_STATUSES, help=help_of("watch_status"))
    parser.add_argument("--why", type=_plain, default="", metavar="TEXT", help=help_of("why"))


def _note(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    _add_article(parser, help_of)
    parser.add_argument("--quote", type=_plain, metavar="TEXT", help=help_of("quote"))
    parser.add_argument("--note", type=_plain, metavar="TEXT", help=help_of("note_text"))
    parser.add_argument(
        "--color", choices=HIGHLIGHT_COLORS, default="yellow", help=help_of("color")
    )
    parser.add_argument(
        "--tag", action="append", dest="tags", type=_plain, metavar="TAG", help=help_of("note_tag")
    )
    parser.add_argument("--nth", type=_from_one, default=1, metavar="N", help=help_of("nth"))


def _notes(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    """Take words to look for, or ``restore`` with an id; argparse cannot tell the two apart."""
    parser.usage = "chumoku notes [QUERY...] [--removed] | chumoku notes restore ID"
    parser.add_argument(
        "query", type=_plain, nargs="*", metavar="QUERY", help=help_of("notes_query")
    )
    for name, choices in (("color", HIGHLIGHT_COLORS), ("kind", ENTRY_KINDS), ("state", LOOKS)):
        parser.add_argument(
            f"--{name}",
            dest=f"{name}s",
            action="append",
            choices=choices,
            help=help_of(f"notes_{name}"),
        )
    parser.add_argument(
        "--tag", dest="tags", action="append", type=_plain, metavar="TAG", help=help_of("notes_tag")
    )
    parser.add_argument("--article", type=_plain, metavar="ID", help=help_of("notes_article"))
    parser.add_argument(
        "--sort", dest="order", choices=NOTEBOOK_SORTS, default="modified", help=help_of("sort")
    )
    _add_limit(parser, help_of)
    parser.add_argument("--removed", action="store_true", help=help_of("notes_removed"))


def _summary(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    _add_article(parser, help_of)
    parser.add_argument("file", nargs="?", metavar="FILE", help=help_of("summary_file"))


def _export(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    parser.add_argument("ids", type=_plain, nargs="*", metavar="ID", help=help_of("export_ids"))
    parser.add_argument("--format", metavar="FORMAT", help=help_of("format"))
    parser.add_argument("--out", metavar="PATH", help=help_of("out"))
    parser.add_argument("--replace", action="store_true", help=help_of("replace"))
    parser.add_argument("--list-formats", action="store_true", help=help_of("list_formats"))


def _restore(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    parser.add_argument(
        "backup", type=_plain, nargs="?", metavar="BACKUP", help=help_of("restore_backup")
    )
    parser.add_argument("--yes", action="store_true", help=help_of("yes"))


def _bare(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    """Take nothing: these commands need no more than a library."""


def _shot(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    parser.add_argument("png", metavar="PNG", help=help_of("png"))
    parser.add_argument("--article", metavar="ID", help=help_of("article"))
    parser.add_argument("--view", metavar="NAME", help=help_of("view"))
    parser.add_argument("--theme", metavar="NAME", help=help_of("theme"))
    parser.add_argument("--size", metavar="WxH", help=help_of("size"))


def _add_article(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    parser.add_argument("id", type=_plain, metavar="ID", help=help_of("id"))


def _add_limit(parser: argparse.ArgumentParser, help_of: _Help) -> None:
    parser.add_argument("--limit", type=_from_one, metavar="N", help=help_of("limit"))


def _plain(written: str) -> str:
    """Write bytes that are no text, as a shell may hand them over, so that all can take them."""
    return written.encode("utf-8", "backslashreplace").decode("utf-8")


def _from_one(written: str) -> int:
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError(f"not a number from 1 on: {written!r}")
    return number


COMMANDS: dict[str, Fill] = {
    "add": _add,
    "list": _list,
    "show": _show,
    "analyse": _analyse,
    "search": _search,
    "terms": _terms,
    "watch": _watch,
    "note": _note,
    "notes": _notes,
    "summary": _summary,
    "undo": _bare,
    "redo": _bare,
    "export": _export,
    "backup": _bare,
    "restore": _restore,
    "check": _bare,
    "open": _open,
    "shot": _shot,
}
"""Every command, in the order of the help, with what may stand behind it."""
