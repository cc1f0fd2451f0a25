"""Turn a note into the page that the window shows while nobody writes in it."""

from __future__ import annotations

MOST = 3000
"""Characters of a note that are rendered: many more would take the window more than a frame."""


def note_page(text: str) -> str:
    """Render a note of the reader's as safe HTML; of a long one its beginning.

    Nothing in it loads, runs or names a file: links to web and mail are all that is left.
    """
    from reader.export.html_notes import html_of

    if len(text) <= MOST:
        return html_of(text)
    # Whole paragraphs where there are some; what is cut shows when the note is edited.
    head = text[:MOST]
    cut = head.rfind("\n\n", MOST // 2)
    return f"{html_of(head[:cut] if cut > 0 else head)}\n<p>…</p>"
