"""The right pane: watch points, terms, notes and summary. ``pane.SidePane`` is its face."""
