"""What can be typed, where it may stand, and that all of it is explained."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import pytest

from reader.cli.arguments import COMMANDS, build_parser, parse

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.mark.parametrize(
    "words",
    ["--library L --json show ID", "show ID --library L --json", "show --json --library L ID"],
)
def test_library_and_json_stand_before_or_behind_the_command(words: str) -> None:
    arguments = parse(words.split())
    assert (arguments.command, arguments.library, arguments.json) == ("show", "L", True)
    assert arguments.id == "ID"


def test_the_word_behind_the_command_wins() -> None:
    assert parse(["--library", "one", "list", "--library", "other"]).library == "other"


def test_options_may_stand_between_the_words_of_watch_set() -> None:
    assert parse("watch set --json ID answered".split()).words == ["set", "ID", "answered"]


def test_a_query_may_begin_with_a_hyphen_behind_two() -> None:
    assert parse(["search", "--", "-5度"]).query == ["-5度"]


def test_without_a_command_the_window_is_meant() -> None:
    assert parse(["--library", "L"]).command is None


@pytest.mark.parametrize(
    "words",
    [
        "nonsense",
        "show",
        "show a b",
        "add",
        "list --status lost",
        "list --limit 0",
        "list --limit many",
        "watch --status read",
        "note ID --quote x --color pink",
        "note ID --quote x --nth 0",
        "search",
        "search x --kind picture",
        "show ID --nonsense",
        "shot",
        "--lang de list",
    ],
)
def test_wrong_usage_ends_with_two(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(words.split())
    assert caught.value.code == 2
    printed = capsys.readouterr()
    assert (printed.out, "usage: chumoku" in printed.err) == ("", True)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_command_and_every_option_is_explained(language: str) -> None:
    parser = build_parser(["--help", "--lang", language])
    found = dict(_parsers(parser))
    assert set(found) == {"", *COMMANDS}
    for name, one in found.items():
        assert one.description, name
        for action in one._actions:
            assert action.help or isinstance(action, argparse._SubParsersAction), (name, action)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse([command, "--help", "--lang", "ja"])
    assert caught.value.code == 0
    printed = capsys.readouterr().out
    assert printed.startswith("usage: chumoku")
    assert "ライブラリのフォルダー" in printed


def _parsers(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    yield "", parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()
