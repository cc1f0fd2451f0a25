"""Read exported files back, the way other programs would: for tests alone."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, cast

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

VOID = {"meta", "br", "hr", "link", "img", "input"}
Json = dict[str, object]


@dataclass
class Page:
    """What a browser would see of a page."""

    faults: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: str = ""
    article: str = ""
    scripts: list[tuple[str, str]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def annotations(self) -> Json:
        (_, text) = self.scripts[0]
        return cast("Json", json.loads(text))

    def attributes(self, tag: str) -> Iterator[dict[str, str]]:
        return (attributes for name, attributes in self.elements if name == tag)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if len(attributes) != len(attrs):
            self.page.faults.append(f"an attribute of <{tag}> is there twice")
        self.page.elements.append((tag, attributes))
        if tag == "br":
            self.add("\n")
        if tag not in VOID:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            self.page.faults.append(f"</{tag}> closes {self.open[-1:]}")
            return
        self.open.pop()
        if tag in {"p", "li", "h3", "h4", "h5", "h6"} and self.inside("article"):
            self.page.article += "\n"

    def handle_data(self, data: str) -> None:
        tag, attributes = self.open[-1] if self.open else ("", {})
        if tag == "script":
            self.page.scripts.append((attributes.get("type", ""), data))
        elif tag != "style":
            self.add(data)

    def add(self, words: str) -> None:
        self.page.words += words
        reading = any(tag in {"rt", "rp"} for tag, _ in self.open)
        loose = self.open and self.open[-1][0] in {"article", "ul", "li"} and not words.strip()
        if self.inside("article") and not reading and not loose:
            self.page.article += words

    def inside(self, tag: str) -> bool:
        return any(name == tag for name, _ in self.open)


def read_page(html: str) -> Page:
    """Read a page; ``faults`` names every tag that is not closed where it should be."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.page.faults += [f"<{tag}> is never closed" for tag, _ in reader.open]
    return reader.page


def front_matter(text: str) -> Json:
    """Read the front matter of a Markdown file as a YAML parser does."""
    _, front, _ = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    return cast("Json", yaml.safe_load(front))


def parts(text: str) -> dict[str, str]:
    """Read the managed parts of a Markdown file by id."""
    pattern = r"^<!-- chumoku:begin id=(\S+) [^\n]*-->\n(.*?)^<!-- chumoku:end -->$"
    return {
        found[1]: found[2].strip("\n")
        for found in re.finditer(pattern, text, re.MULTILINE | re.DOTALL)
    }


def loose(text: str) -> str:
    """Return what of a Markdown file stands outside of its managed parts."""
    pattern = r"^<!-- chumoku:begin .*?^<!-- chumoku:end -->$"
    body = re.sub(pattern, "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"^<!-- chumoku:file .*$", "", body, flags=re.MULTILINE)


def note_of(part: str, *, prefix: str) -> str:
    """Take a note out of its callout again, letters as the reader wrote them."""
    lines = part.split("\n")
    start = next(at for at, line in enumerate(lines) if line.startswith(f"{prefix}[!note]")) + 1
    taken: list[str] = []
    for line in lines[start:]:
        if not line.startswith(prefix.rstrip()):
            break
        taken.append(line.removeprefix(prefix.rstrip()).removeprefix(" "))
    text = "\n".join(taken)
    return as_typed(text)


def as_typed(text: str) -> str:
    """Undo what an export does to the reader's own words."""
    return text.replace("&lt;", "<").replace("<\\!--", "<!--").replace("\\%\\%", "%%")
