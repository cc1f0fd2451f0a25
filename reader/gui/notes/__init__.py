"""The editor of the reader's notes: Markdown, its preview, and tags."""
