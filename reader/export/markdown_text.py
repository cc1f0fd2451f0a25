"""Put words into Markdown: the article's as plain letters, the reader's as Markdown, tamed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache


def plain(text: str) -> str:
    """Write ``text`` on one line so that every renderer shows just its letters."""
    flat = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text).strip(" ")
    escaped = _special().sub(_as_letters, flat)
    return _number().sub(r"\1\\\2", escaped)


def plain_lines(text: str) -> list[str]:
    """Write each line of ``text`` as ``plain`` does, blank lines left out."""
    return [plain(line) for line in text.split("\n") if line.strip()]


def strong(text: str) -> str:
    """Write ``text`` bold, followed by something other than a letter.

    CommonMark leaves the asterisks of ``**「重要」**です`` standing: where the text begins or ends
    with a sign, the tag is written instead.
    """
    if text and all(unicodedata.category(sign)[0] in "LN" for sign in (text[0], text[-1])):
        return f"**{plain(text)}**"
    return f"<strong>{plain(text)}</strong>"


def reader_lines(text: str) -> list[str]:
    """Return the lines of the reader's own Markdown, with nothing that reaches outside it.

    HTML becomes letters (an open comment would swallow the rest of the file) and so do
    Obsidian's ``%%`` comments; code is left as it is. The caller puts the lines in a
    quotation, which closes whatever they leave open.
    """
    lines: list[str] = []
    fence, loose = "", False
    for line in re.sub(r"\r\n?", "\n", text).strip("\n").split("\n"):
        mark = re.match(r" {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$", line)
        opening = (mark[1] or mark[2]) if mark else ""
        if fence or opening:
            lines.append(_unmarked(line))
            loose = False
            if not fence:
                fence = opening
            elif opening.startswith(fence) and not line.strip(" `~"):
                fence = ""
            continue
        # A backtick left open may close on a later line: there nothing is surely code.
        tamed, open_ = _tamed(line, sure=not loose)
        loose = (loose or open_) and bool(line.strip())
        lines.append(tamed)
    return lines


def inside(lines: list[str], prefix: str) -> list[str]:
    """Put ``prefix`` (``> ``) before each line, without trailing space on blank ones."""
    return [f"{prefix}{line}" if line.strip() else prefix.rstrip() for line in lines]


def tag(words: str) -> str:
    """Write ``words`` as a tag that Obsidian takes: no spaces or signs, not digits only."""
    kept = [
        sign if sign in "_-/・ー" or unicodedata.category(sign)[0] in "LNM" else "-"
        for sign in unicodedata.normalize("NFC", words)
    ]
    name = re.sub(r"-{2,}", "-", "".join(kept)).strip("-/")
    return f"n{name}" if name and not re.search(r"[^\d/-]", name) else name


@cache
def _special() -> re.Pattern[str]:
    always = r"[\\`*_\[\]<>$|~]"
    doubled = r"==+|%%+"
    entity = r"&(?=#?\w+;)"
    tag_or_id = r"(?:(?<=\s)|^)[#^]"
    start = r"^(?:[-+](?=\s|$)|-{2,}|=+)"
    return re.compile(f"{always}|{doubled}|{entity}|{tag_or_id}|{start}")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"^(\d+)([.)])(?=\s|$)")


def _as_letters(match: re.Match[str]) -> str:
    # As entities they are letters to every renderer; not all of them know the backslash.
    named = {"<": "&lt;", "&": "&amp;"}
    return "".join(named.get(sign, f"\\{sign}") for sign in match.group())


def _unmarked(line: str) -> str:
    return line.replace("<!--", "<\\!--")


def _tamed(line: str, *, sure: bool) -> tuple[str, bool]:
    """Tame a line outside a fence, and say whether a backtick in it is left open."""
    tamed: list[str] = []
    at = 0
    codes = re.finditer(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", line) if sure else ()
    for code in codes:
        tamed.append(_outside_code(line[at : code.start()]))
        tamed.append(_unmarked(code.group()))
        at = code.end()
    rest = line[at:]
    tamed.append(_outside_code(rest))
    return "".join(tamed), "`" in rest


def _outside_code(words: str) -> str:
    tags = re.sub(r"(\\*)<(?=[A-Za-z/!?])(?!(?:https?://|mailto:)[^\s<>]*>)", _escaped, words)
    return tags.replace("%%", "\\%\\%")


def _escaped(match: re.Match[str]) -> str:
    slashes = match[1]
    return match.group() if len(slashes) % 2 else f"{slashes}&lt;"
