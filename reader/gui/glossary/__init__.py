"""The glossary in the window: the terms, and the card of one. ``view.GlossaryView`` is its face."""
