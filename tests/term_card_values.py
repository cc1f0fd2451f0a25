"""Terms made by hand, and what a glossary knows of them: what its panes are tested with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.model.glossary import Definition, GlossaryEntry, Occurrence, TermCard

if TYPE_CHECKING:
    from reader.model.understanding import Category


def entry(text: str, category: Category = "concept", **parts: Any) -> GlossaryEntry:  # noqa: ANN401
    """Return a term of the glossary; its id is made of its words."""
    made = GlossaryEntry(
        id=f"term {text}",
        text=text,
        category=category,
        reading="",
        aliases=(),
        articles=2,
        occurrences=3,
        sort_key=text,
    )
    return replace(made, **parts)


def entries(many: int, *, first: int = 0) -> list[GlossaryEntry]:
    """Return so many terms, in order."""
    return [entry(f"用語{number:05}") for number in range(first, first + many)]


def occurrence(number: int = 1, *, article: str = "a1", **parts: Any) -> Occurrence:  # noqa: ANN401
    """Return a place of a term."""
    made = Occurrence(
        article_id=article,
        article_title=f"記事 {article}",
        date="2025-12-03",
        start=number * 10,
        end=number * 10 + 4,
        before=f"…前の言葉{number}、",
        form="防衛条約",
        after=f"と後の言葉{number}。",
    )
    return replace(made, **parts)


def definition(text: str, article: str = "a1", date: str = "2025-12-03") -> Definition:
    """Return what an article says of a term; the reader's own has no article."""
    title = f"記事 {article}" if article else ""
    return Definition(text, article, title, date if article else "", 40 if article else 0, 52)


def treaty_card(**parts: Any) -> TermCard:  # noqa: ANN401
    """Return a card that has everything."""
    made = TermCard(
        entry(
            "相互防衛条約",
            "agreement",
            reading="そうごぼうえいじょうやく",
            aliases=("防衛条約", "同条約"),
            articles=3,
            occurrences=7,
        ),
        definitions=(
            definition("自分の説明", ""),
            definition("助け合う約束", "a1", "2024-06-19"),
            definition("有事の支援を定めた条約とされる", "a2", "2024-11"),
            definition("武力攻撃に共に当たる条約", "a3", "2025-12-03"),
        ),
        merged=(entry("防衛の取り決め", "agreement"),),
        removed_aliases=("条約",),
        co_terms=(entry("北湖町", "place"), entry("佐藤花子", "person")),
    )
    return replace(made, **parts)
