from __future__ import annotations

import subprocess
import sys

import pytest
from exports.sample import annotated_summary

from reader.export import registry
from reader.model.errors import UsageError
from reader.presentation.messages import Messages


def test_every_format_has_a_name_for_people_in_both_languages() -> None:
    assert [one.name for one in registry.formats()] == ["markdown", "html"]
    for form in registry.formats():
        assert registry.get(form.name) == form
        assert Messages("ja")(form.label) != Messages("en")(form.label)
        assert form.suffix.startswith(".")


def test_an_unknown_format_is_the_askers_mistake_and_says_what_there_is() -> None:
    with pytest.raises(UsageError) as raised:
        registry.get("docx")
    assert raised.value.code == "unknown_format"
    for language in (Messages("ja"), Messages("en")):
        told = language.error(raised.value)
        assert "docx" in told
        assert "markdown, html" in told


def test_formats_from_elsewhere_can_join() -> None:
    mine = registry.Format(
        "plain", "export.format.html", ".txt", one_file=True,
        writer=lambda summaries: str(len(summaries)), owner=lambda _: "",
    )  # fmt: skip
    known = (*registry.formats(), mine)
    assert (
        registry.get("plain", among=known).write(annotated_summary(), annotated_summary()) == b"2"
    )
    with pytest.raises(ValueError, match="one article a file"):
        registry.get("html", among=known).write(annotated_summary(), annotated_summary())


def test_what_is_written_is_utf_8_with_plain_line_ends() -> None:
    for form in registry.formats():
        data = form.write(annotated_summary())
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        assert "𠮷野川" in data.decode("utf-8")
        assert form.is_ours(data)


def test_a_list_of_formats_loads_none_of_them() -> None:
    code = (
        "import sys; from reader.export import registry; registry.formats();"
        "print([m for m in sys.modules if m in ('markdown', 'nh3', 'yaml') or 'html_page' in m])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
