"""Bytes from outside into a document: encodings, text, structure, and what it says of itself.

The public face is ``reader.sources.reading``:

- ``read_document(data, name, *, hint_encoding="")`` reads plain text and Markdown, told apart by
  name and content; SourceError ``empty``, ``too_large``, ``not_text``, ``unsupported``
- ``document_of_text(text)`` reads a plain text; one line is title and text in one
- ``reparse(data, name, text)`` gives blocks and facts over the frozen text of a revision
- ``MAX_BYTES``, ``TEXT_FILES`` (suffixes taken from folders), ``PARSER_VERSION``

Beside it ``reader.sources.text`` (``make_text``, ``clean``: the frozen making of a text) and
``reader.sources.encodings.decode`` may be used alone. A source goes through ``encodings``,
``text``, then either line by line as it is or through ``front_matter`` and ``markdown``. Lines
that were wrapped by hand are put together (``wrapping``) and become entries (``entries``), which
``zones`` looks at one by one; then ``titles``, ``head``, ``bios`` and ``sections`` settle what is
around the story, and ``items``, ``unmarked`` and ``headings`` the story itself (``structure``).
``facts`` reads what they tell.
"""
