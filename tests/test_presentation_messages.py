"""Every message that is asked for is there, in both languages, with its details in place."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

import pytest

from reader.cli.arguments import COMMANDS
from reader.export.registry import formats
from reader.gui.actions import ACTIONS
from reader.gui.glossary.card_head import ACTS
from reader.gui.glossary.filters import FLAGS
from reader.gui.list_pane.pane import VIEWS
from reader.gui.side_pane.pane import TABS
from reader.gui.side_pane.term_model import TERM_ORDERS
from reader.library import connection
from reader.model.adding import Outcome
from reader.model.annotations import HIGHLIGHT_COLORS
from reader.model.article import CORRECTABLE_FIELDS, READ_STATUSES
from reader.model.errors import LibraryError, SourceError
from reader.model.glossary import GLOSSARY_SORTS
from reader.model.notebook import ENTRY_KINDS, LOOKS, NOTEBOOK_SORTS
from reader.model.searching import HitKind
from reader.model.understanding import CATEGORIES
from reader.model.watching import WATCH_STATUSES
from reader.presentation.messages import Messages
from reader.presentation.periods import PERIODS
from reader.system.settings import TERMS_SHOWN, VIEW_CHOICES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.presentation.messages import Language

READER = Path(__file__).resolve().parent.parent / "reader"
AREAS = {
    "act": "act",
    "error": "errors",
    "export": "export",
    "glossary": "glossary",
    "notebook": "notebook",
    "terminal": "terminal",
    "window": "window",
    "terms": "terms",
}
KEY = re.compile(rf"(?:{'|'.join(AREAS)})(?:\.[a-z0-9_]+)+")
ERRORS = "SourceError LibraryError NotFoundError ExportError UsageError ReaderError FileError"

SAVING = ("saving", "saved", "failed")
NOT_ANCHORED = ("doubtful", "lost")
NOT_IN_PLACE = (*NOT_ANCHORED, "quotation")
HELP_HEADINGS = ("arguments", "options")
WRITTEN = ("written", "unchanged")


class Asked(NamedTuple):
    """A key, or the pattern of one, and the details that are given with it; None: unknown."""

    where: str
    key: str
    details: frozenset[str] | None


class Raised(NamedTuple):
    """The code of an error, and the details that are given with it; None: unknown."""

    where: str
    code: str
    details: frozenset[str] | None


class Handed(NamedTuple):
    """A string that a call hands over, as which argument, and the package it is in."""

    package: str
    function: str
    argument: int
    words: str


class Scan(NamedTuple):
    """What the modules of the program say."""

    asked: tuple[Asked, ...]
    raised: tuple[Raised, ...]
    handed: frozenset[Handed]


@cache
def scan() -> Scan:
    """Read every module of the program but the words themselves and what finds them."""
    found: tuple[list[Asked], list[Raised], set[Handed]] = ([], [], set())
    for path in sorted(READER.rglob("*.py")):
        if not {"wording", "messages.py"} & set(path.parts):
            tree = ast.parse(path.read_text("utf-8"))
            name = path.relative_to(READER.parent).as_posix()
            found[0].extend(asked_in(tree, name))
            found[1].extend(raised_in(tree, name))
            found[2].update(handed_in(tree, path.relative_to(READER).parts[0]))
    return Scan(tuple(found[0]), tuple(found[1]), frozenset(found[2]))


@cache
def catalogue() -> dict[str, tuple[str, str]]:
    """Return all the words of all areas."""
    found: dict[str, tuple[str, str]] = {}
    for area, name in AREAS.items():
        words: dict[str, tuple[str, str]] = import_module(
            f"reader.presentation.wording.{name}"
        ).WORDING
        assert all(key.startswith(f"{area}.") for key in words), area
        found |= words
    return found


def fields(words: str) -> set[str]:
    """Return the names of the places that details go to."""
    return set(re.findall(r"\{([a-z_]+)\}", words))


def literals(function: str, *, argument: int, within: str) -> tuple[str, ...]:
    """Return the strings that calls of a function hand over, in the modules of a package."""
    wanted = (within, function, argument)
    found = tuple(sorted(one.words for one in scan().handed if one[:3] == wanted))
    assert found, function
    return found


@cache
def known_values() -> dict[str, tuple[str, ...]]:
    """Return what the holes of the keys that are put together can hold, by their pattern."""
    facts = literals("_fact", argument=0, within="export")
    sections = literals("_section", argument=1, within="export")
    return {
        "act.{field}": ("category", "text", "reading", "definition"),
        "export.{layer}": literals("_section", argument=2, within="export"),
        "export.{mark.color}": HIGHLIGHT_COLORS,
        "export.{name}": (*facts, *sections),
        "export.{section}": ("highlights", "lost"),
        "export.{term.category}": CATEGORIES,
        "export.format.{name}": tuple(form.name for form in formats()),
        "export.format_{name}": tuple(form.name for form in formats()),
        "export.status_{change.after}": WATCH_STATUSES,
        "export.status_{change.before}": WATCH_STATUSES,
        "export.status_{point.status}": WATCH_STATUSES,
        "glossary.act.{name}": ACTS,
        "glossary.flag.{name}": FLAGS,
        "glossary.sign.{name}": ("own", "hidden"),
        "glossary.sort.{sort}": GLOSSARY_SORTS,
        "notebook.about.{entry.kind}": ENTRY_KINDS,
        "notebook.badge.{badge}": NOT_IN_PLACE,
        "notebook.done.{one}": ("removed", "removed_mark"),
        "notebook.kind.{kind}": ENTRY_KINDS,
        "notebook.period.{name}": ("any", *PERIODS, "between"),
        "notebook.sort.{sort}": NOTEBOOK_SORTS,
        "notebook.state.{state}": NOT_IN_PLACE,
        "notebook.{goes}": ("go", "go.term", "go.article"),
        "notebook.{go}": ("go", "go.term", "go.article"),
        "notebook.{look}": LOOKS,
        "terminal.add.{report.outcome}": ("added", "unchanged", "updated"),
        "terminal.anchor.{mark.state}": NOT_ANCHORED,
        "terminal.category.{entry.category}": CATEGORIES,
        "terminal.category.{term.category}": CATEGORIES,
        "terminal.export.{file.outcome}": WRITTEN,
        "terminal.help.{key}": (
            *HELP_HEADINGS,
            *(f"notes_{name}" for name in ("color", "kind", "state")),
            *literals("help_of", argument=0, within="cli"),
            *COMMANDS,
        ),
        "terminal.kind.{hit.kind}": get_args(HitKind),
        "terminal.section.{name}": literals("_section", argument=0, within="cli"),
        "terminal.status.{point.status}": WATCH_STATUSES,
        "terms.done.{kind}": ("heading", "paragraph"),
        "terms.legend.{category}": CATEGORIES,
        "terms.level.{settings.terms_shown}": TERMS_SHOWN,
        "terms.sort.{order}": TERM_ORDERS,
        "window.action.show_{what}": ("attributions", "elsewhere"),
        "window.action.terms_{level}": TERMS_SHOWN,
        "window.action.{name}": ("undo", "redo"),
        "window.action.{spec.name}": tuple(spec.name for spec in ACTIONS),
        "window.add.{outcome}": get_args(Outcome),
        "window.category.{category}": CATEGORIES,
        "window.category.{detail}": CATEGORIES,
        "window.category.{entry.category}": CATEGORIES,
        "window.category.{name}": CATEGORIES,
        "window.category.{term.category}": CATEGORIES,
        "window.color.{color}": HIGHLIGHT_COLORS,
        "window.color.{mark.color}": HIGHLIGHT_COLORS,
        "window.color.{name}": HIGHLIGHT_COLORS,
        "window.empty.{self.view}": VIEWS,
        "window.field.{name}": CORRECTABLE_FIELDS,
        "window.highlight.{mark.state}": NOT_ANCHORED,
        "window.hit.{hit.kind}": get_args(HitKind),
        "window.saving.{state}": SAVING,
        "window.status.{row.status}": READ_STATUSES,
        "window.switch.{name}": VIEW_CHOICES,
        "window.tab.{name}": TABS,
        "window.view.{name}": VIEWS,
        "window.watch.{point.status}": WATCH_STATUSES,
        "window.watch.{status}": WATCH_STATUSES,
    }


def pattern(node: ast.AST) -> str:
    """Return a literal string as it is, an f-string with the source of its holes, or nothing."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            f"{{{ast.unparse(part.value)}}}"
            if isinstance(part, ast.FormattedValue)
            else str(part.value)
            for part in node.values
            if isinstance(part, ast.FormattedValue | ast.Constant)
        )
    return ""


def is_key(words: str) -> bool:
    """Say whether words look like a key, with holes or without."""
    return KEY.fullmatch(re.sub(r"\{[^{}]*\}", "x", words)) is not None


def keywords(call: ast.Call) -> frozenset[str] | None:
    """Return the names of the details of a call; None where it hands some on."""
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def asked_in(tree: ast.Module, name: str) -> Iterator[Asked]:
    """Yield every key that a module names, wherever it is."""
    calls = {
        id(node.args[0]): keywords(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.args
    }
    inner = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    for node in ast.walk(tree):
        key = pattern(node) if id(node) not in inner else ""
        if is_key(key):
            yield Asked(f"{name}:{getattr(node, 'lineno', 0)}", key, calls.get(id(node)))


def handed_in(tree: ast.Module, package: str) -> Iterator[Handed]:
    """Yield every string that is handed to a function by its place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            for argument, given in enumerate(node.args):
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield Handed(package, name, argument, given.value)


def keys_of(one: Asked) -> Iterable[str]:
    """Return the keys that a key with holes can come to."""
    if "{" not in one.key:
        return [one.key]
    area, _, _ = one.key.partition("{")
    tail = one.key.rpartition("}")[2]
    assert one.key in known_values(), f"{one.where}: what can {one.key} be? Tell known_values()"
    return [f"{area}{value}{tail}" for value in known_values()[one.key]]


def codes_of(node: ast.expr, tree: ast.Module) -> list[str]:
    """Return the codes that the first argument of an error can be; none where it is computed."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return [*codes_of(node.body, tree), *codes_of(node.orelse, tree)]
    if isinstance(node, ast.Name):
        return [
            code
            for one in ast.walk(tree)
            if isinstance(one, ast.Assign)
            and any(isinstance(to, ast.Name) and to.id == node.id for to in one.targets)
            for code in codes_of(one.value, tree)
        ]
    return []


def raised_in(tree: ast.Module, name: str) -> Iterator[Raised]:
    """Yield every error that a module makes, with its details."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id in ERRORS.split() and node.args:
            for code in codes_of(node.args[0], tree):
                yield Raised(f"{name}:{node.lineno}", code, keywords(node))


def expect_none(wrong: set[str]) -> None:
    """Fail with every wrong thing on a line of its own."""
    if wrong:
        pytest.fail("\n".join(sorted(wrong)), pytrace=False)


def test_the_scan_finds_what_it_is_for() -> None:
    assert len(scan().asked) > 150
    assert len(scan().raised) > 40


def test_every_key_that_is_asked_for_is_in_a_catalogue() -> None:
    missing = {
        f"{one.where} {key}"
        for one in scan().asked
        for key in keys_of(one)
        if key not in catalogue()
    }
    expect_none(missing)


def test_every_message_is_given_its_details() -> None:
    missing = set()
    for one in scan().asked:
        for key in keys_of(one) if one.details is not None else ():
            needed = fields("".join(catalogue().get(key, ())))
            given = one.details or frozenset()
            if needed - given:
                missing.add(f"{one.where} {key}: {sorted(needed - given)}")
    expect_none(missing)


def test_nothing_is_kept_that_nobody_asks_for() -> None:
    used = {key for one in scan().asked for key in keys_of(one)} | {"error.unknown"}
    used |= {f"error.{one.code}" for one in scan().raised}
    used |= {f"error.{code}" for code in connection._WORLD.values()}
    expect_none(set(catalogue()) - used)


@pytest.mark.parametrize("area", AREAS)
def test_every_message_has_both_languages_with_the_same_details(area: str) -> None:
    for key, pair in catalogue().items():
        if key.startswith(f"{area}."):
            assert len(pair) == 2, key
            assert all(words.strip() for words in pair), key
            assert fields(pair[0]) == fields(pair[1]), key


def test_every_error_has_its_words_and_what_they_need() -> None:
    wrong = set()
    for one in scan().raised:
        pair = catalogue().get(f"error.{one.code}")
        if pair is None:
            wrong.add(f"{one.where} error.{one.code} has no words")
        elif one.details is not None and fields("".join(pair)) - one.details:
            wrong.add(f"{one.where} {one.code}: {sorted(fields(''.join(pair)) - one.details)}")
    expect_none(wrong)


@pytest.mark.parametrize("code", sorted(set(connection._WORLD.values())))
@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_sqlite_says_has_its_words(code: str, language: Language) -> None:
    told = Messages(language).error(LibraryError(code, folder="/図書", reason="why"))
    assert len(told) > 20
    assert "{" not in told


def test_an_error_without_words_is_told_all_the_same() -> None:
    error = SourceError("never_heard_of", path="x")
    assert "never_heard_of" in Messages("ja").error(error)
    assert "never_heard_of" in Messages("en").error(error)


def test_messages_are_in_the_language_that_was_asked_for() -> None:
    assert Messages("ja")("window.watch.open") == "未解決"
    assert Messages("en")("window.watch.open") == "Open"
    assert Messages("ja")("window.row.watch", count=3) == "注目 3"


def test_braces_in_details_are_left_alone() -> None:
    assert "{count} {0}" in Messages("en")("window.trash.done", title="{count} {0}")


def test_an_unknown_key_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Messages("ja")("window.nothing_of_the_kind")
