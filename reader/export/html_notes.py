"""Turn the reader's own Markdown into HTML that runs nothing, loads nothing and loses no word."""

from __future__ import annotations

import re
from html import escape

_MOST = 200_000
"""Longer notes are shown as plain lines: Markdown has patterns that take their time."""
_TAGS = {
    "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
    "p", "pre", "strong", "ul",
}  # fmt: skip
_HEADING = 3
"""Headings of a note stand below those of the page."""

# Stands for a bracket that begins no link: thousands of those take Python-Markdown seconds. A
# noncharacter, which no text holds.
_BRACKET = "\ufdd0"
_LINK = r"\[[^\[\]\n]{1,500}\]\((?:https?://|mailto:)[^\s()<>]{1,2000}\)"
_ITEM = r"(?:[-*+]|\d{1,3}\.) "


def html_of(text: str) -> str:
    """Render ``text``: raw HTML and images as letters, links to web and mail only."""
    import nh3

    flat = re.sub(r"\r\n?", "\n", text).replace(_BRACKET, "")
    plain = "".join(sign for sign in flat if sign >= " " or sign in "\n\t").strip("\n")
    try:
        rendered = _rendered(plain) if len(plain) <= _MOST else _as_lines(plain)
    except RecursionError:
        rendered = _as_lines(plain)
    clean = nh3.clean(
        rendered,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return re.sub(r"(</?)h([1-6])>", _lower, clean).replace(_BRACKET, "[")


def _rendered(text: str) -> str:
    from markdown import Markdown

    # No tables: cells beyond those of the first row would be dropped.
    renderer = Markdown(extensions=["fenced_code", "nl2br", "sane_lists"])
    renderer.preprocessors.deregister("html_block")
    # A line like "[x]: y" would vanish as the definition of a link.
    renderer.parser.blockprocessors.deregister("reference")
    for pattern in ("html", "image_link", "image_reference", "short_image_ref"):
        renderer.inlinePatterns.deregister(pattern)
    return renderer.convert("\n".join(_prepared(text)))


def _prepared(text: str) -> list[str]:
    """Make up for what Python-Markdown reads otherwise than people write it."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        if fence or mark:
            lines.append(line.replace("[", _BRACKET))
            continue
        item = re.match(rf"( *){_ITEM}", line)
        if item and lines and re.match(rf"(?! *{_ITEM})\S", lines[-1]):
            lines.append("")  # a list may follow its paragraph at once
        lines.append(_line(line, indent=len(item[1]) if item else 0))
    return lines


def _line(line: str, *, indent: int) -> str:
    if indent % 4:
        line = " " * (indent // 2 * 4) + line.lstrip(" ")  # lists nest by two spaces as well
    line = re.sub(r"^(\s*\d{4,})\.(?=\s)", r"\1\\.", line)  # a year is no number of a list
    return re.sub(rf"{_LINK}|\[", _bracket, line)


def _bracket(found: re.Match[str]) -> str:
    return _BRACKET if found.group() == "[" else found.group()


def _as_lines(text: str) -> str:
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>"


def _lower(tag: re.Match[str]) -> str:
    return f"{tag[1]}h{min(6, int(tag[2]) + _HEADING)}>"
