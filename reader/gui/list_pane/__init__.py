"""The left pane: search, the views of the library, and the list. ``pane.ListPane`` is its face."""
