"""What a file is, by its first bytes and its name, where it is not plain text or Markdown."""

from __future__ import annotations

import re
from pathlib import PurePath

from reader.model.errors import SourceError

TEXT_FILES = frozenset({".txt", ".text", ".md", ".markdown"})
"""The suffixes of the files that are taken from a folder."""

MARKDOWN_FILES = frozenset({".md", ".markdown"})

_BY_SUFFIX = {
    ".htm": "HTML",
    ".html": "HTML",
    ".xhtml": "HTML",
    ".mht": "HTML",
    ".mhtml": "HTML",
    ".webarchive": "HTML",
    ".pdf": "PDF",
    ".doc": "Word",
    ".docx": "Word",
    ".rtf": "RTF",
    ".odt": "OpenDocument",
    ".pages": "Pages",
    ".epub": "EPUB",
    ".xls": "Excel",
    ".xlsx": "Excel",
    ".ppt": "PowerPoint",
    ".pptx": "PowerPoint",
    ".rss": "RSS",
    ".atom": "Atom",
    ".opml": "OPML",
}
_DOCUMENTS = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
)
_IN_ZIP = (
    (b"word/", "Word"),
    (b"xl/", "Excel"),
    (b"ppt/", "PowerPoint"),
    (b"application/epub+zip", "EPUB"),
    (b"application/vnd.oasis.opendocument", "OpenDocument"),
)
_BINARY = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF", b"BM\x00", b"II*\x00", b"MM\x00*",
    b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a", b"\x28\xb5\x2f\xfd",
    b"PK\x05\x06", b"\x7fELF", b"MZ\x90", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\0asm",
    b"SQLite format 3\0", b"ID3\x03", b"ID3\x04", b"OggS", b"fLaC", b"wOFF", b"wOF2", b"OTTO\0",
    b"\0\1\0\0", b"\x00\x00\x01\x00",
)  # fmt: skip
_HTML = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*|<!--.{0,2000}?-->\s*)*<(rss|feed|opml|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_KINDS = {"rss": "RSS", "feed": "Atom", "opml": "OPML", "rdf:rdf": "RSS"}
_SIGHT = 8192


def suffix_of(name: str) -> str:
    """Return the suffix of a file name or an address, in lower case, with its dot."""
    return PurePath(re.split(r"[?#]", name)[0] if "://" in name else name).suffix.lower()


def refuse_known_formats(data: bytes, name: str) -> None:
    """Raise SourceError for bytes that are another kind of file.

    ``unsupported`` is a document that Chumoku cannot read (yet), ``not_text`` none at all.
    """
    kind = _document_kind(data) or _BY_SUFFIX.get(suffix_of(name), "")
    if kind:
        raise SourceError("unsupported", name=name, path=name, kind=kind)
    if data.startswith(_BINARY) or data[4:8] == b"ftyp":
        raise SourceError("not_text", name=name, path=name)


def refuse_marked_up(text: str, name: str) -> None:
    """Raise SourceError ``unsupported`` for a page or a feed, whatever its name says."""
    head = text[:_SIGHT].lstrip("\ufeff")
    feed = _XML.match(head)
    kind = "HTML" if _HTML.match(head) else _XML_KINDS[feed[1].lower()] if feed else ""
    if kind:
        raise SourceError("unsupported", name=name, path=name, kind=kind)


def _document_kind(data: bytes) -> str:
    for beginning, kind in _DOCUMENTS:
        if data[:1024].lstrip().startswith(beginning):
            return kind
    if data.startswith(b"PK\x03\x04"):
        ends = data[:_SIGHT] + data[-_SIGHT:]
        return next((kind for part, kind in _IN_ZIP if part in ends), "ZIP")
    return ""
