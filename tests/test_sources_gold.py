"""The annotated sample articles are read as their annotator read them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from reader.sources.reading import read_document

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model.document import Document

NAMES = (
    "seed", "a1-vostochny", "a2-treaty", "a3-in-force", "a4-wonsan", "b1-coc-guidelines",
    "b2-second-thomas", "b3-kl-summit", "b4-timor-joins", "c1-adoption", "c2-signing",
    "c3-sixty", "c4-in-force",
)  # fmt: skip
# Its annotator left out the second of the two paragraphs before the first heading.
SHORT_LEAD = "b2-second-thomas"


class Gold:
    """An article, what is known of it, and what was read."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.data = (folder / f"{name}.txt").read_bytes()
        # The annotation is a file of many shapes; the keys are told in its README.
        self.known: dict[str, Any] = json.loads((folder / f"{name}.json").read_bytes())
        self.read: Document = read_document(self.data, f"{name}.txt")

    def words(self, kind: str) -> list[str]:
        return [self.read.text_of(block) for block in self.read.blocks if block.kind == kind]

    def listed(self, *roles: str) -> list[str]:
        lists = self.known["bullet_lists"]
        return [item for each in lists if each["role"] in roles for item in each["items"]]


@pytest.fixture(params=NAMES)
def gold(request: pytest.FixtureRequest, shared: Path) -> Gold:
    return Gold(shared / "gold", request.param)


def test_the_title_is_found(gold: Gold) -> None:
    assert gold.read.facts.title == gold.known["title"]
    assert gold.words("title") == [gold.known["title"]]


def test_the_headings_are_found(gold: Gold) -> None:
    assert list(gold.read.headings) == gold.known["headings"]


def test_the_lead_is_found(gold: Gold) -> None:
    found = gold.read.lead.split("\n")
    if gold.name == SHORT_LEAD:
        found = found[:1]
    assert found == gold.known["lead"]


def test_the_references_are_found(gold: Gold) -> None:
    assert list(gold.read.references) == gold.known["references"]


def test_the_date_is_found(gold: Gold) -> None:
    facts = gold.read.facts
    assert (facts.published or facts.event_date).partition("T")[0] == gold.known["date"]
    if facts.event_date:
        assert facts.event_date_text in gold.read.lead


def test_the_source_is_found(gold: Gold) -> None:
    assert gold.read.facts.source == gold.known["source"]
    assert gold.read.facts.publisher == (gold.known["publisher"] or "")


def test_list_items_are_found_bare(gold: Gold) -> None:
    assert gold.words("list_item") == gold.listed("watch", "facts")
    junk = gold.listed("junk")
    folded_away = [re.sub(r"^(?:・|[１-９]\u3000)", "", words) for words in gold.words("aside")]
    assert [words for words in folded_away if words in junk] == junk


def test_what_is_not_the_story_is_set_aside(gold: Gold) -> None:
    kinds = {
        words: kind
        for kind in ("aside", "caption")
        for words in gold.words(kind)
    }  # fmt: skip
    for line in gold.known["non_body"]:
        expected = "caption" if line["role"] == "caption" else "aside"
        assert kinds.get(line["text"]) == expected, line


def test_the_same_article_as_markdown_by_name_is_the_same(gold: Gold) -> None:
    """Text that was pasted into a file with the other suffix loses nothing."""
    assert read_document(gold.data, "article.md") == gold.read


def test_the_same_article_written_as_markdown_tells_the_same(gold: Gold) -> None:
    lines = []
    for block in gold.read.blocks:
        mark = {"title": "# ", "heading": "## ", "list_item": "- "}.get(block.kind, "")
        gap = "" if block.kind == "list_item" else "\n"
        lines.append(f"{gap}{mark}{gold.read.text_of(block)}")
    written = read_document("\n".join(lines).encode(), "article.md")
    assert written.headings == gold.read.headings
    assert written.references == gold.read.references
    assert written.lead == gold.read.lead
    assert written.facts == gold.read.facts
    items = [written.text_of(block) for block in written.blocks if block.kind == "list_item"]
    assert items == gold.listed("watch", "facts")
