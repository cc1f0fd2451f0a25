"""The formats that an annotated summary can be exported to. A new one is one line here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.export.merging import Merged
    from reader.model.annotated import AnnotatedSummary


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the name that the terminal knows it by.

    ``label`` is the key of its name for people, ``suffix`` that of its files. A format of
    ``one_file`` takes any number of articles into it; the others write a file an article.
    ``owner`` returns the id of the article that an existing file is about, or '' for a file
    that is not ours and must not be overwritten. ``merge(existing, fresh)`` brings a file of
    ours up to date; without it a file can only be replaced whole.
    """

    name: str
    label: str
    suffix: str
    one_file: bool
    writer: Callable[[tuple[AnnotatedSummary, ...]], str | bytes]
    owner: Callable[[bytes], str]
    merge: Callable[[str, str], Merged] | None = None

    def write(self, *summaries: AnnotatedSummary) -> bytes:
        """Write the summaries, just one for a format of a file an article, as bytes."""
        if not summaries or (len(summaries) > 1 and not self.one_file):
            raise ValueError(f"{self.name} takes one article a file")
        written = self.writer(summaries)
        return written if isinstance(written, bytes) else written.encode("utf-8", "replace")

    def is_ours(self, data: bytes) -> bool:
        """Say whether a file was written by Chumoku in this format."""
        return bool(self.owner(data))


def formats() -> tuple[Format, ...]:
    """Return the formats of this package, in the order in which people see them."""
    return (
        Format("markdown", "export.format.markdown", ".md", one_file=False,
               writer=_markdown, owner=_markdown_owner, merge=_markdown_merge),
        Format("html", "export.format.html", ".html", one_file=False,
               writer=_html, owner=_html_owner, merge=_html_merge),
    )  # fmt: skip


def get(name: str, *, among: Iterable[Format] | None = None) -> Format:
    """Return the format called ``name``; ``among`` may hold more than this package's own.

    Raises UsageError ``unknown_format``.
    """
    known = {one.name: one for one in (formats() if among is None else among)}
    if name not in known:
        raise UsageError("unknown_format", name=name, known=", ".join(known))
    return known[name]


# The writers are imported when they are first used: a list of formats costs nothing.


def _markdown(summaries: tuple[AnnotatedSummary, ...]) -> str:
    from reader.export import markdown_file

    return markdown_file.write(summaries[0])


def _markdown_owner(data: bytes) -> str:
    from reader.export import merging

    return merging.owner(data)


def _markdown_merge(existing: str, fresh: str) -> Merged:
    from reader.export import merging

    return merging.merge(existing, fresh)


def _html(summaries: tuple[AnnotatedSummary, ...]) -> str:
    from reader.export import html_page

    return html_page.write(summaries[0])


def _html_owner(data: bytes) -> str:
    from reader.export import html_page

    return html_page.owner(data)


def _html_merge(existing: str, fresh: str) -> Merged:
    from reader.export import html_page

    return html_page.merge(existing, fresh)
