"""The window. Its face is ``application.run_window``, and ``shot.take_shot`` for pictures."""
